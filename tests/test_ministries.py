"""Which ministry a text names, by `data/sources.toml`."""

from __future__ import annotations

import pytest

from briefings import ministries


@pytest.mark.parametrize(
    ("words", "city", "lead", "expected"),
    [
        ("Chinese Foreign Ministry", None, "", "cn-mfa"),
        ("a Russian foreign ministry official", None, "", "ru-mfa"),
        ("Japan’s Foreign Ministry", None, "", "jp-mfa"),
        ("Foreign Ministry", "Beijing", "", "cn-mfa"),
        ("Foreign Ministry", "Port Aurel", "", "va-mfa"),
        ("Foreign Ministry", None, "Ostmere calls for calm", "os-mfa"),
        ("Ministry of National Defense", "Beijing", "", "cn-mnd"),
        ("Taiwan Affairs Office of the State Council", "Beijing", "", "cn-tao"),
        ("the White House", "Washington", "", "us-white-house"),
        ("U.S. State Department", None, "", "us-state"),
    ],
)
def test_a_ministry_is_known_by_its_name_its_city_or_the_country(
    words: str, city: str | None, lead: str, expected: str
) -> None:
    found = ministries.named(words, city, lead)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("words", ["Foreign Ministry", "a ministry", "the whiteness of the house", "fm radio"])
def test_what_nothing_decides_is_no_ministry(words: str) -> None:
    assert ministries.named(words) is None


def test_a_country_abbreviated_in_capitals_is_not_a_pronoun() -> None:
    assert ministries.country_named("US officials") == "United States"
    assert ministries.country_named("it helps us all") is None


def test_an_unknown_id_is_the_other_ministry() -> None:
    assert ministries.by_id("xx-none").id == ministries.OTHER


def test_ids_are_given_once() -> None:
    ids = [entry.id for entry in ministries.ministries()]
    assert len(ids) == len(set(ids))
