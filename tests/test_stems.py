"""Inflected forms are one word."""

from __future__ import annotations

import pytest

from briefings.stems import stem

SAME = [
    ("exchange", "exchanges", "exchanged", "exchanging"),
    ("country", "countries"),
    ("deliver", "delivers", "delivered", "delivering"),
    ("stand", "stands", "standing"),
    ("principle", "principles"),
    ("continue", "continues", "continued", "continuing"),
    ("agree", "agreed", "agrees"),
    ("plan", "plans", "planned", "planning"),
    ("process", "processes"),
    ("harbour", "harbours"),
]
APART = [("US", "use"), ("news", "near"), ("sing", "sin"), ("peace", "piece"), ("win-win", "win"), ("5g", "5")]


@pytest.mark.parametrize("forms", SAME)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("pair", APART)
def test_other_words_have_stems_apart(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


@pytest.mark.parametrize("word", ["US", "is", "5g", "win-win", "2024", "red"])
def test_short_words_and_what_is_no_plain_word_stay(word: str) -> None:
    assert stem(word) == word
