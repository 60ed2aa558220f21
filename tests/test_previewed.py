"""The preview and the outcome as HTML: everything told, and nothing of a page ever markup."""

from __future__ import annotations

import pandas as pd

from briefings.app import previewed
from briefings.app.previewed import File
from briefings.preview import Seen

HOSTILE = "<script>alert(1)</script>\"'&"
GOOD = Seen("", "Conference", None, "Transcripts", "Ministry", "en", ("Ada Brandt",), 2, 7, ("Yes.", "No."))
BAD = Seen("7", reason="no_date", message="the page has no date: add one")


def test_refused_pages_come_first_with_reason_and_remedy() -> None:
    html = previewed.pages([File("a.html", [GOOD], False), File("b.warc", [BAD], True)])
    assert html.index("1 page refused") < html.index("1 briefing read")
    assert "b.warc \u00b7 7" in html and "(no date)" in html and "add one" in html
    assert "Of b.warc only the first" in html


def test_a_briefing_tells_what_the_parser_saw() -> None:
    html = previewed.pages([File("a.html", [GOOD], False)])
    for told in (
        "Conference",
        "undated",
        "Ministry",
        "Transcripts",
        "Ada Brandt",
        "2 exchanges",
        "7 statements",
        "Yes.",
    ):
        assert told in html


def test_an_unknown_kind_of_page_is_not_answered_with_a_command() -> None:
    html = previewed.refused("a.txt", "no_source", "see `python -m briefings check`")
    assert "python" not in html and previewed.UNDERSTOOD in html


def test_nothing_of_a_page_becomes_markup() -> None:
    seen = Seen(HOSTILE, HOSTILE, None, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), 1, 1, (HOSTILE,))
    bad = Seen(HOSTILE, reason=HOSTILE, message=HOSTILE)
    rows = pd.DataFrame(
        [
            {"file": HOSTILE, "record": HOSTILE, "reason": HOSTILE, "message": HOSTILE, "briefing_id": None},
            {
                "file": HOSTILE,
                "record": "",
                "reason": None,
                "headline": HOSTILE,
                "briefing_id": HOSTILE,
                "standing": "x",
            },
        ]
    ).assign(day=pd.NaT)
    for html in (previewed.pages([File(HOSTILE, [seen, bad], True)]), previewed.outcome(rows, {"said": HOSTILE})):
        assert "<script" not in html and "&lt;script&gt;" in html


def test_a_very_long_sentence_is_cut() -> None:
    assert len(previewed.clipped("word " * 500)) <= previewed.MOST_SAID + 1
