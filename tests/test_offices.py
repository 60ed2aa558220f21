"""Names of persons and offices are told from other phrases. Every name here is invented."""

from __future__ import annotations

import pytest

from briefings import offices

TEXTS = [
    "President Oda Fennick met Foreign Minister Tarq Illow in the old hall.",
    "President Oda Fennick thanked the pilots of Long Quay.",
    "Foreign Minister Tarq Illow's visit ended. Minister Quay spoke of Long Quay. Minister Quay left for Long Quay.",
    "Minister Meeting rooms were full; Minister Meeting lists too, and every meeting was long.",
]


def test_names_are_learnt_behind_offices() -> None:
    assert offices.learnt(TEXTS) == {"Oda Fennick", "Tarq Illow"}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("visit of oda fennick", True),
        ("tarq illow 's visit", True),
        ("pilots of long quay", False),
        ("deputy foreign minister", True),
        ("ministerial meeting", False),
        ("sela dorne said", True),
        ("firmly opposes the embargo", False),
    ],
)
def test_a_phrase_that_names_someone_is_told(phrase: str, expected: bool) -> None:
    assert offices.named([phrase], ["Sela Dorne", "Spokesperson"], TEXTS) == [expected]


def test_no_office_is_a_function_word() -> None:
    assert all(word == word.casefold() for word in offices.listed()["words"])
