"""Changes of wording, planted in a small corpus and found with their dates. All of it is invented."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from briefings import variants
from briefings.alignment import Change
from briefings.app import wordings
from briefings.variants import Family, Variant
from tests.tabled import days, loaded
from tests.test_pages import opened

BRIEFINGS = 12
TURN = 8
"""The first briefing with the new wording."""
SPOKEN = {"whose": "spokesperson"}
CHANGES = {
    "the strait stays open": ("The strait stays open.", "The strait remains open.", "replaced"),
    "fish and barley": ("Keep fish and barley.", "Keep fish or barley.", "replaced"),
    "Tessaly's broad lantern road": (
        "We walk Tessaly's broad lantern road.",
        "We walk Tessaly's lantern road.",
        "dropped",
    ),
    "orderly tidal quota, fairly shared": (
        "Ours is an orderly tidal quota, fairly shared.",
        "Ours is an orderly tidal quota, fairly and openly shared.",
        "added",
    ),
    "mend nets together": ("Let us mend nets together.", "Let us mend sails together.", "replaced"),
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Briefings that say every old wording, and from the turn on every new one."""
    spoken = [
        " ".join(new if number >= TURN else old for old, new, _ in CHANGES.values()) for number in range(BRIEFINGS)
    ]
    return loaded(tmp_path_factory.mktemp("variants"), spoken)


def family(database: Path, typed: str) -> Family:
    """The family of words as a reader types them."""
    from briefings.app.formulation import trimmed
    from briefings.search import words

    with duckdb.connect(str(database), read_only=True) as connection:
        return variants.family(connection, " ".join(trimmed(words(typed).split())), SPOKEN)


def changed(variant: Variant) -> list[Change]:
    """What differs from the family's name."""
    return [change for change in variant.changes if change.kind != "kept"]


@pytest.mark.parametrize("typed", CHANGES)
def test_a_change_of_one_word_is_found_on_its_day(database: Path, typed: str) -> None:
    found = family(database, typed)
    old, new = found.variants
    held = days(BRIEFINGS)
    assert (old.first_day, old.last_day, old.uses) == (held[0], held[TURN - 1], TURN)
    assert (new.first_day, new.last_day, new.uses) == (held[TURN], held[-1], BRIEFINGS - TURN)
    assert changed(old) == [] and [change.kind for change in changed(new)] == [CHANGES[typed][2]]
    assert found.name == old.words and not found.cut


def test_the_name_is_printed_as_it_was_said(database: Path) -> None:
    found = family(database, "orderly tidal quota, fairly shared")
    assert found.spelt == "orderly tidal quota, fairly shared"
    assert family(database, "tessaly's broad lantern road").spelt == "Tessaly's broad lantern road"
    assert wordings.redline(found.variants[1].changes) == "orderly tidal quota, fairly <ins>and openly</ins> shared"


def test_a_word_that_one_side_says_alone_is_no_variant(database: Path) -> None:
    assert [each.words for each in family(database, "fish and barley").variants] == [
        "fish and barley",
        "fish or barley",
    ]


def test_the_page_names_the_family_and_its_changes(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_DB", str(database))
    app = opened("pages/phrases.py", {"part": "one", "phrase": "the strait stays open"})
    assert not app.exception
    html = " ".join(str(each.proto.body) for each in app.get("html"))
    assert "strait <del>stays</del> <ins>remains</ins> open" in html
    assert "words replaced" in html
    [told] = [each.value for each in app.caption if "wordings share its core" in each.value]
    assert "\u201cstrait stays open\u201d" in told
