"""Concordance lines: the match in the middle, whole words around it. Every sentence is invented."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.app import kwic
from briefings.search import spans

TEXT = "The harbour opens in May, and the old harbour master will open the gates."
LETTERS = st.text(st.sampled_from("ab <&\u2019."), max_size=90)


def line(text: str, typed: str, width: int = 20) -> tuple[str, str, str]:
    """The line of a query."""
    found = kwic.line(text, spans(text, typed), width)
    return found.left, found.match, found.right


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("harbour", ("The ", "<mark>harbour</mark>", " opens in May, and\u2026")),
        ("gates", ("\u2026will open the ", "<mark>gates</mark>", ".")),
        ('"old harbour"', ("\u2026in May, and the ", "<mark>old harbour</mark>", " master will open\u2026")),
        # The first of several words is in the middle, the others are marked in its context.
        ("may opens", ("The harbour ", "<mark>opens</mark>", " in <mark>May</mark>, and the old\u2026")),
        # Of two that begin together, the longer.
        (
            'old "old harbour master"',
            ("\u2026in May, and the ", "<mark>old harbour master</mark>", " will open the\u2026"),
        ),
    ],
)
def test_the_first_match_stands_in_the_middle(typed: str, expected: tuple[str, str, str]) -> None:
    assert line(TEXT, typed) == expected


@given(LETTERS, st.integers(1, 30))
def test_a_context_is_a_piece_of_the_text_of_at_most_its_width(before: str, width: int) -> None:
    text = f"{before} xyz {before}"
    parts = kwic.line(text, spans(text, "xyz"), width)
    left, right = (unescape(part).strip("\u2026") for part in (parts.left, parts.right))
    assert f"{left}xyz{right}" in text
    assert max(len(left), len(right)) <= width


def test_markup_in_a_sentence_is_escaped() -> None:
    assert "<script>" not in "".join(line("a <script> harbour <b>", "harbour", 60))
