"""Verbs of opposition are found where they govern the target, and only there. All sentences are made up."""

from __future__ import annotations

import pytest

from briefings import cues


def verb(sentence: str, target: str = "Ennor", other: str = "Brannock") -> str:
    places = [[(sentence.find(name), sentence.find(name) + len(name))] for name in (target, other) if name in sentence]
    found = cues.opposing(sentence, places[0], places[1] if len(places) > 1 else [])
    return sentence[found[0] : found[1]] if found else ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We condemn the one-sided measures of Ennor.", "condemn"),
        ("We firmly oppose Ennor.", "firmly oppose"),
        ("We do not condemn Ennor.", ""),
        ("If we condemn Ennor, it ends.", ""),
        ("We condemn the raid and thank Ennor.", ""),
        ("We condemn Brannock's raid on Ennor.", ""),
        ("Ennor will condemn the raid.", ""),
        ("We condemn the raid, Ennor agrees.", ""),
    ],
)
def test_a_verb_counts_where_it_governs_the_target(sentence: str, expected: str) -> None:
    assert verb(sentence) in (expected, expected.removeprefix("firmly "))


def test_no_mention_no_verb() -> None:
    assert cues.opposing("We condemn it.", [], []) is None
