"""The shipped lexicon proves itself by its own examples; folders load as records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefings import lexicon, topics
from tests.conftest import ROOT

SHIPPED = ROOT / "data" / "lexicon"
LEXICON = lexicon.load(SHIPPED)
GROUPS = [
    pytest.param(entry, group, id=f"{entry.topic}-{group.terms[0]}")
    for entry in LEXICON.entries
    for group in entry.groups
]
ONE = """
[[topic]]
id = "harbours"
title = "Harbours"
threshold = 3.5
yields_to = ["harbours"]

[[topic.terms]]
weight = 2
any = ["harbour*", "Port of Ostmere"]
with = ["ship*"]
without = ["air harbour"]
examples = ["The ships left the harbour.", "Two ships lie in the Port of Ostmere."]
counterexample = "The harbour is empty."
"""


def alone(entry: lexicon.Entry, group: lexicon.Group) -> lexicon.Lexicon:
    """A lexicon of one term group."""
    return lexicon.Lexicon(f"{entry.topic} {group.terms[0]}", (lexicon.Entry(entry.topic, entry.title, (group,)),))


@pytest.mark.parametrize(("entry", "group"), GROUPS)
def test_examples_match_their_term_group(entry: lexicon.Entry, group: lexicon.Group) -> None:
    missed = [example for example in group.examples if not topics.explain(example, alone(entry, group))]
    assert not missed


@pytest.mark.parametrize(("entry", "group"), GROUPS)
def test_a_counterexample_does_not_match_its_term_group(entry: lexicon.Entry, group: lexicon.Group) -> None:
    assert topics.explain(group.counterexample, alone(entry, group)) == []


@pytest.mark.parametrize(("entry", "group"), GROUPS)
def test_every_term_can_be_found_where_it_is_written(entry: lexicon.Entry, group: lexicon.Group) -> None:
    bare = lexicon.Group(group.terms, group.weight)
    lost = [term for term in group.terms if not topics.explain(term.replace("*", "s"), alone(entry, bare))]
    assert not lost


def test_the_shipped_lexicon_has_no_mistakes() -> None:
    assert lexicon.problems(SHIPPED) == []


def test_the_shipped_topics_are_those_of_the_codebook(shared: Path) -> None:
    codebook = (shared / "gold" / "topics" / "CODEBOOK.md").read_text()
    assert sorted(LEXICON.topics) == sorted(re.findall(r"^\| ([a-z-]+) \|", codebook, re.M)[1:])


def test_a_file_loads_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(ONE)
    (entry,) = lexicon.load(tmp_path).entries
    assert (entry.topic, entry.title, entry.threshold, entry.yields_to) == ("harbours", "Harbours", 3.5, ("harbours",))
    (group,) = entry.groups
    assert group.terms == ("harbour*", "Port of Ostmere")
    assert (group.weight, group.required, group.excluded) == (2.0, ("ship*",), ("air harbour",))


def test_one_file_and_a_folder_of_files_are_read_together(tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics.toml").write_text(ONE)
    (tmp_path / "topics" / "bridges.toml").write_text(ONE.replace("harbours", "bridges"))
    assert set(lexicon.load(tmp_path).topics) == {"harbours", "bridges"}


def test_the_digest_changes_with_the_words(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(ONE)
    before = lexicon.load(tmp_path)
    assert lexicon.load(tmp_path) == before
    (tmp_path / "topics.toml").write_text(ONE.replace("harbour*", "haven*"))
    assert lexicon.load(tmp_path) != before


def test_an_empty_folder_is_an_empty_lexicon(tmp_path: Path) -> None:
    assert lexicon.load(tmp_path).entries == ()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(lexicon.LexiconError, match="nowhere: no such folder"):
        lexicon.load(tmp_path / "nowhere")
