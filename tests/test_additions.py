"""Terms added to a lexicon folder: written where they belong, refused where they would break it.

Every sentence is invented.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from briefings import additions, lexicon, topics
from briefings.additions import Addition

TWO = """# Harbours first.
[[topic]]
id = "harbours"
title = "Harbours"

[[topic.terms]]
weight = 3
any = ["harbour*"]
examples = ["The harbour is full.", "Two harbours closed."]
counterexample = "The hill is steep."

# Bridges next.
[[topic]]
id = "bridges"
title = "Bridges"

[[topic.terms]]
weight = 2
any = ["bridge*"]
examples = ["A bridge fell.", "Bridges are old."]
counterexample = "The hill is steep."
"""
LANTERNS = Addition(
    "harbours",
    ("lantern tax", "lighthouse*"),
    3,
    ("The lantern tax was raised.", 'They said "no" to a lighthouse keeper.'),
    "The lamp was lit.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lexicon of two topics in one file."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "topics.toml").write_text(TWO)
    return tmp_path / "words"


def test_terms_are_added_behind_those_of_their_topic(folder: Path) -> None:
    assert additions.add(folder, LANTERNS) == folder / "topics.toml"
    harbours, bridges = lexicon.load(folder).entries
    assert [group.terms for group in harbours.groups] == [("harbour*",), ("lantern tax", "lighthouse*")]
    assert harbours.groups[1].examples == LANTERNS.examples
    assert [group.terms for group in bridges.groups] == [("bridge*",)]


@pytest.mark.parametrize("topic", ["harbours", "bridges"])
def test_nothing_else_of_the_file_changes(folder: Path, topic: str) -> None:
    additions.add(folder, replace(LANTERNS, topic=topic))
    text = (folder / "topics.toml").read_text()
    added = additions.as_toml(replace(LANTERNS, topic=topic))
    assert text.replace(f"\n{added}", "", 1) == TWO
    assert text.index("# Bridges next.") > text.index("lantern") or topic == "bridges"


def test_a_sentence_is_about_the_topic_once_its_term_is_added(folder: Path) -> None:
    sentence = "Will the lantern tax stay, and who pays the lantern tax?"
    assert topics.explain(sentence, lexicon.load(folder)) == []
    additions.add(folder, LANTERNS)
    [explained] = topics.explain(sentence, lexicon.load(folder))
    assert (explained.topic, {match.words for match in explained.matches}) == ("harbours", {"lantern tax"})


def test_a_new_topic_gets_a_file_of_its_own(folder: Path) -> None:
    title = "Lamps & lanterns"
    path = additions.add(folder, replace(LANTERNS, topic=additions.id_of(title), title=title))
    assert path == folder / "topics" / "lamps-lanterns.toml"
    assert {entry.topic for entry in lexicon.load(folder).entries} == {"harbours", "bridges", "lamps-lanterns"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"topic": "tunnels"}, "has no topic `tunnels`"),
        ({"topic": "harbours", "title": "Harbours"}, "a topic `harbours` already"),
        ({"topic": "../escape", "title": "Escape"}, "small letters"),
        ({"topic": "", "title": "?!"}, "a topic needs `id`"),
        ({"terms": ("lantern (tax|toll)",)}, "regular expressions are not read"),
        ({"terms": ()}, "must be a list of terms"),
        ({"terms": ("lantern tax", "lantern tax")}, "stands twice"),
        ({"terms": ("lantern tax", "lighthouse*", "harbour*")}, "`harbours` has the term `harbour*` already"),
        ({"terms": ("la*",)}, "three letters"),
        ({"weight": 99.0}, "`weight` must be"),
        ({"examples": ("The lantern tax was raised.",)}, "two sentences or more"),
        ({"examples": ("The lantern tax was raised.", "A lighthouse.", "Nothing of the kind.")}, "no term stands in"),
        ({"terms": ("lantern tax", "buoy")}, "no example holds the term `buoy`"),
        ({"counterexample": "No lantern tax."}, "stands in the counterexample"),
        ({"counterexample": ""}, "`counterexample` must be a sentence"),
    ],
)
def test_what_would_break_the_lexicon_is_refused_and_nothing_is_written(
    folder: Path, changes: dict[str, object], told: str
) -> None:
    wrong = replace(LANTERNS, **changes)  # type: ignore[arg-type]
    assert told in "\n".join(additions.problems(folder, wrong))
    with pytest.raises(lexicon.LexiconError):
        additions.add(folder, wrong)
    assert [path.name for path in folder.rglob("*")] == ["topics.toml"]
    assert (folder / "topics.toml").read_text() == TWO


def test_a_mistake_is_named_by_the_file_of_the_folder(folder: Path) -> None:
    [mistake] = additions.problems(folder, replace(LANTERNS, weight=99.0))
    assert mistake.startswith("words/topics.toml:")


@pytest.mark.parametrize(
    "text", ['a "quoted" tax', "back\\slash tax", "line\nbreak", "tab\ttax", "del\x7f tax", "ü ☃ tax"]
)
def test_any_text_can_be_a_string_of_toml(text: str) -> None:
    assert tomllib.loads(f"a = {additions.quoted(text)}") == {"a": text}


def test_a_possessive_is_spelt_as_the_lexicon_reads_it() -> None:
    term = additions.term_of("harbour 's lantern")
    assert term == "harbour's lantern"
    group = lexicon.Group((term,), 3.0)
    alone = lexicon.Lexicon("one", (lexicon.Entry("harbours", "Harbours", (group,)),))
    assert topics.explain("It is the harbour\u2019s lantern.", alone)
