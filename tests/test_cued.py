"""Statements with their stance marked: escaped, layered, told. All words invented."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from briefings.app import cued
from briefings.app.cued import Cue, Mark

EVIL = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize(
    ("marks", "cues", "expected"),
    [
        (
            [],
            [Cue(3, 9, "opposed", "Ennor: opposed, 0.97")],
            'We <u class="cue opposed" title="Ennor: opposed, 0.97">oppose</u> Ennor',
        ),
        (
            [Mark(10, 15)],
            [Cue(3, 15, "opposed", "t")],
            'We <u class="cue opposed" title="t">oppose </u><mark><u class="cue opposed" title="t">Ennor</u></mark>',
        ),
        (
            [],
            [Cue(3, 9, "opposed", "a"), Cue(3, 9, "supportive", "b")],
            'We <u class="cue mixed" title="a; b">oppose</u> Ennor',
        ),
    ],
)
def test_cues_are_underlined_and_names_marked(marks: list[Mark], cues: list[Cue], expected: str) -> None:
    assert cued.layered("We oppose Ennor", marks, cues) == expected


def row(**other: object) -> dict[str, object]:
    """A row of the evidence."""
    return {
        "text": "We oppose Ennor",
        "label": "opposed",
        "probability": 0.97,
        "title": "Ennor",
        "cues": [{"first": 3, "last": 9}],
        "marks": [{"first": 10, "last": 15}],
        "day": pd.Timestamp(date(2030, 3, 4)),
        "speaker": "Ada Brandt",
        "role": "spokesperson",
        "outlet": None,
        "briefing_id": "b1",
        "position": 2,
        **other,
    }


def test_a_quotation_says_label_confidence_target_and_place() -> None:
    html = cued.quotation(row(), {"ministry": ["va-mfa"]})
    assert html.startswith('<blockquote class="said opposed">')
    assert "opposed 0.97" in html and "Ennor" in html and "Ada Brandt" in html and "4 Mar 2030" in html
    assert 'href="reader?ministry=va-mfa&amp;stances=yes&amp;briefing=b1&amp;statement=2"' in html


@pytest.mark.parametrize("column", ["text", "title", "speaker", "outlet", "label", "briefing_id"])
def test_hostile_text_is_escaped(column: str) -> None:
    assert "<img" not in cued.quotation(row(**{column: EVIL}), {})


def test_a_recurring_phrase_links_to_its_life_and_stays_under_other_marks() -> None:
    phrase = cued.Phrase(4, 19, 'phrases?phrase=a"b', "in 86 briefings")
    shown = cued.layered("the win-win <deal> holds", [cued.Mark(4, 11, "Trade")], [], [phrase])
    link = '<a class="phrase" href="phrases?phrase=a&quot;b" target="_self" title="in 86 briefings">'
    assert shown.startswith(f'the {link}<mark title="Trade">win-win</mark></a>{link} &lt;deal&gt;')
