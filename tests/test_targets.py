"""Targets are found by whole names, traps are not, and every entry proves itself. All sentences are made up."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from briefings import targets
from briefings.lexicon import LexiconError
from briefings.release import data_folder
from briefings.targets import Target, Targets

SHIPPED = targets.load(data_folder() / "lexicon" / "targets.toml")
WHOLE = 0.98
"""Share of the labelled pairs whose target must be found."""


def found(text: str) -> set[str]:
    return {mention.target for mention in targets.mentions(text, SHIPPED)}


@pytest.mark.parametrize("entry", SHIPPED.entries, ids=lambda entry: entry.id)
def test_an_entry_proves_itself(entry: Target) -> None:
    assert len(entry.examples) >= 2 and entry.counterexamples
    assert [text for text in entry.examples if entry.id not in found(text)] == []
    assert [text for text in entry.counterexamples if entry.id in found(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They told us so.", set()),
        ("The US told us so.", {"united-states"}),
        ("The U.S. told them so.", {"united-states"}),
        ("A train left East Palestine.", set()),
        ("Palestine and East Palestine", {"palestine"}),
        ("the DPRK and the ROK", {"north-korea", "south-korea"}),
        ("the DPRK", {"north-korea"}),
        ("China-US trade", {"china", "united-states"}),
        ("the People's Republic of China", {"china"}),
        ("the South China Sea", {"south-china-sea"}),
        ("a Democratic People's Republic of Korea ship", set()),
    ],
)
def test_names_keep_to_word_boundaries_and_traps(text: str, expected: set[str]) -> None:
    assert found(text) == expected


def test_a_mention_keeps_the_longest_name_and_its_place() -> None:
    text = "In Hong Kong the South Korean team won."
    assert [text[start:end] for _, start, end in targets.mentions(text, SHIPPED)] == ["Hong Kong", "South Korean"]


@pytest.mark.parametrize("name", ["russia", "Russia", " RUSSIA ", "Moscow"])
def test_a_target_is_known_by_id_title_or_name(name: str) -> None:
    entry = SHIPPED.named(name)
    assert entry is not None and entry.id == "russia"


def test_an_unknown_target_is_none() -> None:
    assert SHIPPED.named("Brannock") is None


def test_sixty_targets_or_more_of_every_kind() -> None:
    assert len(SHIPPED.entries) >= 60
    assert {entry.kind for entry in SHIPPED.entries} == set(targets.KINDS)


GOOD = """
[[target]]
id = "brannock"
title = "Brannock"
kind = "country"
any = ["Brannock"]
examples = ["Brannock agreed.", "They left Brannock."]
counterexamples = ["They left."]
"""


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "no [[target]] table"),
        ("x = ", "not TOML"),
        (GOOD.replace("kind =", "sort ="), "lacks `kind`"),
        (GOOD.replace("kind =", "sort ="), "unknown key `sort`"),
        (GOOD.replace('"country"', '"planet"'), "kind `planet` must be one of country"),
        (GOOD.replace('["Brannock"]', '"Brannock"'), "`any` must be a list"),
        (GOOD * 2, "`brannock` is defined twice"),
    ],
)
def test_a_wrong_file_is_refused_with_the_mistake(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "targets.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(LexiconError) as raised:
        targets.load(path)
    assert complaint in str(raised.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        targets.load(tmp_path / "none.toml")


def test_a_file_keeps_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "targets.toml"
    path.write_text(GOOD, "utf-8")
    first = targets.load(path)
    assert first == targets.load(path) and isinstance(first, Targets)
    path.write_text(GOOD.replace("They left.", "He left."), "utf-8")
    assert targets.load(path) != first


@pytest.mark.parametrize("name", ["dev", "train"])
def test_the_labelled_pairs_are_found(shared: Path, name: str) -> None:
    with (shared / "gold" / "stance" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    missed = [row["id"] for row in rows if row["target"] not in found(row["sentence"])]
    assert len(missed) <= (1 - WHOLE) * len(rows), missed[:20]
