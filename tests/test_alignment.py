"""Runs of words laid side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.alignment import Change, likeness, redline, window


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("keep the sea open", "keep the sea open", []),
        ("keep the sea open", "keep the bay open", [("replaced", "sea", "bay")]),
        ("keep the sea open", "keep the wide sea open", [("added", "", "wide")]),
        ("keep the sea open", "keep sea open", [("dropped", "the", "")]),
        ("keep the sea open", "hold the sea open now", [("replaced", "keep", "hold"), ("added", "", "now")]),
    ],
)
def test_a_redline_names_each_change(before: str, after: str, expected: list[tuple[str, str, str]]) -> None:
    changes = redline(before.split(), after.split())
    assert [(one.kind, " ".join(one.before), " ".join(one.after)) for one in changes if one.kind != "kept"] == expected


WORDS = st.lists(st.sampled_from("abcd"), max_size=8)


@given(WORDS, WORDS)
def test_a_redline_holds_both_runs_whole(before: list[str], after: list[str]) -> None:
    changes = redline(before, after)
    assert [word for change in changes for word in change.before] == before
    assert [word for change in changes for word in change.after] == after
    assert all(change.before == change.after for change in changes if change.kind == "kept")
    assert Change("kept", (), ()) not in changes


@given(WORDS, WORDS, WORDS)
def test_a_run_is_found_wherever_it_stands(core: list[str], left: list[str], right: list[str]) -> None:
    words = [*left, *core, *right]
    first, last = window(core, words)
    assert words[first:last] == core


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("abcd", "abcd", 1), ("abcd", "abxd", 0.75), ("ab", "cd", 0), ("", "", 1)]
)
def test_likeness_is_the_share_without_edits(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == expected
