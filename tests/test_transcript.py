"""Exchanges as HTML. Every name and sentence is invented."""

from __future__ import annotations

import re
from typing import Any

import pytest

from briefings.app import cued, transcript
from briefings.app.cued import Mark

PLAIN = transcript.Ways(marks=False, here=None, address={"briefing": "b1"})
MARKED = transcript.Ways(marks=True, here=1, address={"briefing": "b1", "topic": ["fishing", "visas"]})


def row(position: int, text: str, **facts: Any) -> dict[str, Any]:
    """A statement, an answer of a transcript unless said otherwise."""
    usual = {
        "exchange": 0,
        "kind": "qa",
        "turn": 0,
        "turn_kind": "answer",
        "turn_role": "spokesperson",
        "turn_speaker": "Ada Brandt",
        "outlet": None,
        "mode": "transcript",
        "speaker": "Ada Brandt",
        "marks": None,
        "paragraph": 0,
    }
    return {**usual, "position": position, "text": text, **facts}


def who(html: str) -> list[str]:
    """The lines that say who speaks."""
    return re.findall(r'<p class="who">(.*?)</p>', html)


def test_each_turn_names_its_speaker_and_the_outlet_that_asked() -> None:
    asked = {"turn_kind": "question", "turn_role": "reporter", "turn_speaker": None, "outlet": "Harbour Post"}
    rows = [row(0, "When?", **asked), row(1, "Soon.", turn=1), row(2, "Very soon.", turn=1, paragraph=1)]
    html = transcript.exchanges(rows, {0: ["Fishing"]}, PLAIN)
    assert who(html) == ["Reporter \u00b7 Harbour Post", "Ada Brandt"]
    assert '<span class="tag">Fishing</span>' in html
    assert html.count("<section") == 1 and html.count('<div class="turn') == 2


def test_a_report_says_above_each_paragraph_whose_words_it_holds() -> None:
    report = {"kind": "report", "turn_kind": "report", "turn_role": "narrator", "turn_speaker": None}
    rows = [
        row(0, "Quoted.", mode="direct_quote", **report),
        row(1, "Reported.", mode="reported", **report),
        row(2, "Told.", mode="narration", speaker=None, paragraph=1, **report),
        row(3, "Told on.", mode="narration", speaker=None, paragraph=2, **report),
    ]
    assert who(transcript.exchanges(rows, {}, PLAIN)) == ["Ada Brandt, quoted; Ada Brandt, reported", "Narration"]


def test_the_statement_of_a_link_is_set_apart_and_every_statement_has_its_address() -> None:
    html = transcript.exchanges([row(0, "One."), row(1, "Two.")], {}, MARKED)
    assert re.findall(r'<span id="statement-(\d)"( class="here")?', html) == [("0", ""), ("1", ' class="here"')]
    assert 'href="reader?briefing=b1&amp;topic=fishing&amp;topic=visas&amp;statement=1"' in html


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "cod and ships"),
        ([(0, 3, "Fishing")], '<mark title="Fishing">cod</mark> and ships'),
        (
            [(0, 7, "Fishing"), (4, 13, "Trade")],
            '<mark title="Fishing">cod </mark><mark title="Fishing; Trade">and</mark><mark title="Trade"> ships</mark>',
        ),
        ([(0, 3, "Fishing"), (0, 3, "Fishing")], '<mark title="Fishing">cod</mark> and ships'),
    ],
)
def test_marks_say_which_topics_the_words_speak_for(marks: list[tuple[int, int, str]], expected: str) -> None:
    assert cued.layered("cod and ships", [Mark(*mark) for mark in marks], []) == expected


@pytest.mark.parametrize("ways", [PLAIN, MARKED])
def test_text_names_and_topics_are_escaped(ways: transcript.Ways) -> None:
    evil = "<img src=x onerror=alert(1)>"
    marks = [{"first": 0, "last": 4, "title": evil}]
    rows = [row(0, evil, turn_speaker=evil, turn_kind="question", turn_role="reporter", outlet=evil, marks=marks)]
    assert "<img" not in transcript.exchanges(rows, {0: [evil]}, ways)
