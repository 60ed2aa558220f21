"""A page's text with what no statement covers set apart. Every word is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.app import whole_page

TEXT = "Home | Press\nQ: Why?\nA: Because. Indeed.\nShare"
SPANS = [(16, 20), (24, 32), (33, 40)]


def test_labels_menus_and_footers_are_chrome() -> None:
    html = whole_page.html(TEXT, SPANS)
    assert [piece.split("<")[0] for piece in html.split('class="chrome">')[1:]] == [
        "Home | Press\nQ: ",
        "\nA: ",
        "\nShare",
    ]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_the_pieces_give_the_whole_text(text: str, spans: list[tuple[int, int]]) -> None:
    within = [(min(pair), min(max(pair), len(text))) for pair in spans if min(pair) < len(text)]
    pieces = list(whole_page.segments(text, within))
    assert "".join(words for words, _ in pieces) == text
    covered = {place for first, last in within for place in range(first, last)}
    assert sum(len(words) for words, said in pieces if said) == len(covered)


def test_the_page_is_escaped() -> None:
    assert "<script>" not in whole_page.html("<script>alert(1)</script> said", [(26, 30)])


@pytest.mark.parametrize(("starts", "lines"), [([0, 16, 24, 33], [0, 1, 2, 2]), ([], []), ([41], [3])])
def test_each_offset_stands_on_its_line(starts: list[int], lines: list[int]) -> None:
    assert whole_page.paragraph(TEXT, starts) == lines
