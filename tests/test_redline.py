"""Two wordings compared: what is marked, what is left out. Every sentence is invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.app import redline

WORDS = st.lists(
    st.sampled_from(["the", "sea", "is", "wide", "and", "calm,", "says", "Ada", "\u2019quiet\u2019"]),
    min_size=1,
    max_size=12,
)
TEXTS = st.lists(WORDS.map(" ".join), max_size=6)
LONG = " ".join(f"word{number}" for number in range(200))


def marked(earlier: str, later: str) -> str:
    """The redline of one paragraph, additions in braces, deletions in brackets."""
    [paragraph] = redline.paragraphs([earlier], [later])
    signs = {"ins": "{%s}", "del": "[%s]", "same": "%s"}
    return " ".join(signs[piece.kind] % piece.text for piece in paragraph)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("We hope for rain in spring.", "We hope for rain in spring.", "We hope for rain in spring."),
        ("We hope for rain in spring.", "We hope for much rain in spring.", "We hope for {much} rain in spring."),
        ("We hope for rain in spring.", "We hope for rain.", "We hope for [rain in spring.] {rain.}"),
        ("one two three four five six", "one two 3 four five six", "one two [three] {3} four five six"),
        # Two words between changes cannot be read alone.
        ("a b c d e f g h", "a B c d E f g h", "a [b c d e] {B c d E} f g h"),
        ("a b c d e f g h", "a B c d e F g h", "a [b] {B} c d e [f] {F} g h"),
    ],
)
def test_words_added_and_dropped_are_marked(earlier: str, later: str, expected: str) -> None:
    assert marked(earlier, later) == expected


def test_quotation_marks_of_another_shape_are_no_change() -> None:
    assert not any(map(redline.changed, redline.paragraphs(['Ada\'s "boat"'], ["Ada\u2019s \u201cboat\u201d"])))


def test_a_paragraph_of_one_version_only_is_marked_whole() -> None:
    found = redline.paragraphs(["First one.", "Last one."], ["First one.", "A new one.", "Last one."])
    assert [[piece.kind for piece in paragraph] for paragraph in found] == [["same"], ["ins"], ["same"]]
    assert redline.size(found) == (3, 0)


def wording(found: list[redline.Paragraph], kind: str) -> str:
    """All words of one version in order, quotation marks straightened."""
    pieces = (piece.text for paragraph in found for piece in paragraph if piece.kind in ("same", kind))
    return " ".join(" ".join(pieces).split()).translate(redline.STRAIGHT)


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_from_a_redline(earlier: list[str], later: list[str]) -> None:
    found = redline.paragraphs(earlier, later)
    assert wording(found, "del") == " ".join(earlier).translate(redline.STRAIGHT)
    assert wording(found, "ins") == " ".join(later).translate(redline.STRAIGHT)


def test_only_changed_paragraphs_are_shown_with_the_beginnings_of_their_neighbours() -> None:
    same = [f"Paragraph {number}. {LONG}" for number in range(7)]
    html = redline.html(redline.paragraphs([*same[:3], "Old.", *same[3:]], [*same[:3], "New.", *same[3:]]))
    assert re.findall(r"Paragraph (\d)", html) == ["2", "3"]
    assert "<del>Old.</del> <ins>New.</ins>" in html
    assert LONG not in html and "word10 " in html


def test_the_middle_of_a_long_unchanged_stretch_is_left_out() -> None:
    html = redline.html(redline.paragraphs([f"Old {LONG} end."], [f"New {LONG} finish."]))
    assert "word0 " in html and "word199" in html and "word100 " not in html


def test_markup_in_the_words_is_escaped() -> None:
    assert "<b>" not in redline.html(redline.paragraphs(["a <b> c"], ["a <i> c", "<b>x</b>"]))
