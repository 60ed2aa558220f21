"""Sentences end where a reader would end them. The sentences are invented."""

from __future__ import annotations

import pytest

from briefings.text import sentences


@pytest.mark.parametrize(
    "pieces",
    [
        ["We thank Ms. Orsolo for coming.", "She left at once."],
        ["Talks between Ostmere and the U.S. went on until Jan. 30.", "Then they ended."],
        ["The China-U.S. lighthouse talks ended.", "All went home."],
        ["Come here at 10 a.m. Friday, April 19.", "Bring a lamp."],
        ["II. The envoy will visit the pier.", "He will stay."],
        ["He met with Prime Minister Hun Sen.", "In the evening he left."],
        ["They praised “a good year. A very good year,” and left."],
        ["One.", "Two?", "Three!"],
        ["It was cold. and it was dark."],
    ],
)
def test_sentences_are_whole(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == pieces


def test_offsets_are_of_the_whole_text() -> None:
    text = "Q: Is it? Yes.\nA: No."
    assert [text[start:end] for start, end in sentences(text, 3, 14)] == ["Is it?", "Yes."]
