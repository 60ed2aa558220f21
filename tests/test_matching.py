"""Terms are found as whole words, by their capitals, at their place in the text. Every sentence is invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.matching import Matcher, folded


def words(terms: list[str], text: str) -> list[str]:
    """The words of the text that the terms match."""
    return [text[start:end] for _, start, end in Matcher(terms).found(text)]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("US", "The US told us so.", ["US"]),
        ("US", "The U.S. told us so.", ["U.S"]),
        ("US", "A US-Valdorian pact, the bus, USAID", ["US"]),
        ("ROK", "The DPRK and the ROK met.", ["ROK"]),
        ("Turkey", "turkey for dinner in Turkey, TURKEY", ["Turkey", "TURKEY"]),
        ("Turkey", "Turkey’s minister", ["Turkey"]),
        ("tariff*", "Tariffs, a tariff and TARIFFS", ["Tariffs", "tariff", "TARIFFS"]),
        ("tariff", "Tariffs and a tariff", ["tariff"]),
        ("import", "important imports", []),
        ("cross-strait", "Cross-Strait and cross strait", ["Cross-Strait", "cross strait"]),
        ("arm* sale*", "arms sales, an army sale, arms on sale", ["arms sales", "army sale"]),
        ("Côte d'Ivoire", "Cote d’Ivoire and CÔTE D'IVOIRE", ["Cote d’Ivoire", "CÔTE D'IVOIRE"]),
        ("one island, two flags", "“One island, two flags” was the motto", ["One island, two flags"]),
        ("New START", "a new start for New START", ["New START"]),
        ("South China Sea", "in South China. Sea levels rise", []),
        ("Erdoğan", "Mr. Erdoğan spoke", ["Erdoğan"]),
        ("G7", "the G7 and the G77", ["G7"]),
        ("17+1", "the 17+1 format", ["17+1"]),
    ],
)
def test_a_term_matches_whole_words_by_its_capitals(term: str, text: str, found: list[str]) -> None:
    assert words([term], text) == found


def test_overlapping_terms_and_a_term_that_begins_another_are_all_found() -> None:
    assert sorted(words(["trade", "trade war", "war on drugs", "trade war*"], "a trade war on drugs")) == [
        "trade",
        "trade war",
        "trade war",
        "war on drugs",
    ]


def test_no_terms_find_nothing() -> None:
    assert words([], "a trade war") == []


def test_a_wildcard_inside_a_phrase_cannot_explode() -> None:
    text = "aaa " * 20_000
    start = time.perf_counter()
    Matcher(["aaa* aaa* aaa* aaa* aaa* zzz*"]).found(text)
    assert time.perf_counter() - start < 5


@given(st.text())
def test_folding_keeps_every_character_at_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(alphabet="aAbB .-'’é\n", max_size=40))
def test_a_find_is_always_a_whole_word_of_the_text(text: str) -> None:
    for _, start, end in Matcher(["ab", "a b", "AB", "aba*"]).found(text):
        assert text[start:end].strip() == text[start:end] != ""
        assert start == 0 or not text[start - 1].isalnum()
        assert end == len(text) or not text[end].isalnum()
