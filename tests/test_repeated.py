"""What the reader says about repetition. Every sentence here is invented."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefings.app import repeated

FIGURE = {"share": 0.254, "peers": 200, "less_new": 186, "statements": 30, "identical": 2, "nearly": 1, "unsaid": 27}


def row(likeness: float, earlier: str, text: str) -> dict[str, Any]:
    """A statement that was said before."""
    at = {"earlier_id": "b0", "earlier_position": 7, "earlier_day": date(2030, 3, 4)}
    return {**at, "likeness": likeness, "earlier_text": earlier, "text": text}


@pytest.mark.parametrize(
    ("facts", "rank"),
    [
        ({}, ", more than in 93% of the 200 briefings before it"),
        ({"less_new": 0}, ", not more than in any of the 200 briefings before it"),
        ({"less_new": 200}, ", more than in any of the 200 briefings before it"),
        ({"peers": 19}, ""),
        ({"statements": 9}, ""),
    ],
)
def test_a_briefing_is_ranked_where_that_means_something(facts: dict[str, int], rank: str) -> None:
    assert repeated.rank({**FIGURE, **facts}) == rank


def test_the_figure_counts_new_and_old_statements() -> None:
    told = repeated.figure(FIGURE)
    assert told.startswith("25.4% of the spokespersons\u2019 runs of three words")
    assert told.endswith("Of their 30 statements: 27 new, 2 said before word for word, 1 in nearly the same words.")


def test_a_sentence_said_before_links_to_the_first_time_with_the_filters_kept() -> None:
    shown = repeated.sentence(row(1, "", ""), "The quay is <mark>open</mark>.", {"topic": ["visas"]})
    assert '<span class="old">The quay is <mark>open</mark>.</span>' in shown
    assert 'href="reader?topic=visas&amp;briefing=b0&amp;statement=7"' in shown
    assert "first said 4 Mar 2030" in shown


def test_a_sentence_said_nearly_so_shows_what_changed_and_stays_escaped() -> None:
    before, now = "The <b>old</b> quay is open to all ships.", "The <b>old</b> quay is shut to all ships."
    shown = repeated.sentence(row(0.85, before, now), "unused", {})
    assert "<del>open</del> <ins>shut</ins>" in shown
    assert "<b>" not in shown
    assert "as changed since 4 Mar 2030" in shown
