"""Whose words stand in a sentence of a report. Every person and place is invented."""

from __future__ import annotations

import duckdb
import pytest

from briefings import query
from briefings.frames import own
from briefings.text import tokens

SENTENCES = {
    "reported": [
        ("Spokesperson Ada Quill said on Monday at a daily press briefing that |the pier stays open|."),
        ("Quill added that |gulls, terns and ducks are welcome|."),
        ("|The pier stays open|, Quill told reporters."),
        ("On the matter of gulls, Quill said that |every gull was counted twice, and pupils asked for them by name|."),
        ("|Tessaly regrets the fog|."),
        ('Quill said that |a "fog of fogs" is no excuse|.'),
    ],
    "direct_quote": [
        ('|"The pier stays open|," Quill told reporters.'),
        ('Asked about gulls, Quill replied: |"They are welcome|."'),
        ('|"The pier," |Quill said,| "stays open|."'),
        ("|The second sentence of a longer quotation says that the pier stays|."),
    ],
}


@pytest.mark.parametrize(("mode", "marked"), [(mode, each) for mode, some in SENTENCES.items() for each in some])
def test_the_words_of_who_is_reported_are_told_from_the_report(mode: str, marked: str) -> None:
    pieces = marked.split("|")
    expected = [bool(number % 2) for number, piece in enumerate(pieces) for _ in tokens(piece)]
    assert own("".join(pieces), mode) == expected


def test_a_report_around_what_is_said_is_no_spokespersons_word(cursor: duckdb.DuckDBPyConnection) -> None:
    values = {"looking": " press briefing ", "ranking": "uses"}
    spoken = query.load("phrases/list").run(cursor, {**values, "whose": "spokesperson"})
    every = query.load("phrases/list").run(cursor, values)
    assert spoken.empty
    assert every["uses"].max() > 50 and every["spoken"].sum() == 0


def test_the_report_does_not_lead_a_comparison_with_transcripts(cursor: duckdb.DuckDBPyConnection) -> None:
    sides = {
        "sources": ["wire-report"],
        "sources_b": ["ministry-qa"],
        "whose": "spokesperson",
        "whose_b": "spokesperson",
    }
    rows = query.load("phrases/compare").run(cursor, {**sides, "least_words": 2, "page_size": 500, "skipped": 0})
    told = set(" ".join(rows.loc[rows["uses"] > 0, "phrase"]).split())
    assert told and told.isdisjoint({"briefing", "reporters", "said", "told", "wednesday"})
