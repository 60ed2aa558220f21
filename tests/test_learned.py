"""Topics heard in learned words: only where the terms are silent, and never without the words. All texts invented."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from briefings import learned, lexicon, topics
from briefings.learned import Learned, Piece, heard, vector
from briefings.train import topics as training

MODEL = Learned(
    ("rail", "sea"),
    np.array([-1.0, -1.0]),
    {"engine": 0, "whistle": 1, "anchor": 2},
    np.array([[20.0, 2.0], [15.0, 0.0], [-30.0, 20.0], [0.0, 0.0]]),
)
LEXICON = lexicon.Lexicon(
    "heard",
    (
        lexicon.Entry("sea", "Sea", (lexicon.Group(("harbour*",), 3),)),
        lexicon.Entry("rail", "Railways", (lexicon.Group(("railway*",), 3),)),
    ),
    MODEL,
)


def topics_of(text: str) -> list[tuple[str, list[str]]]:
    """The topics heard in a question, with the words that say so."""
    found = heard(MODEL, [Piece(text, 10, 2.0)], ("rail", "sea"))
    return [(each.topic, [text[word.start - 10 : word.end - 10] for word in each.words]) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Engine blew its whistle.", [("rail", ["Engine", "whistle"])]),
        ("The anchor was dropped.", [("sea", ["anchor"])]),
        ("The engine took the anchor.", [("sea", ["anchor"])]),
        ("Nothing that we know of.", []),
        ("", []),
        (" ".join(f"word{number}" for number in range(400)) + " whistle", []),
    ],
)
def test_a_topic_is_heard_by_its_words(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert topics_of(text) == expected


def test_only_silent_topics_are_heard() -> None:
    assert heard(MODEL, [Piece("The engine blew its whistle.", 0, 2.0)], ("sea",)) == []


def test_a_word_of_the_headline_counts_and_has_no_span() -> None:
    headline, body = Piece("Whistle of an engine", -1, 2.0), Piece("An engine left.", 0, 1.0)
    (found,) = heard(MODEL, [headline, body], ("rail",))
    assert [(word.start, word.end) for word in found.words] == [(3, 9)]
    assert heard(MODEL, [headline], ("rail",)) == []


def test_a_question_counts_more_than_an_answer() -> None:
    words, asked = vector([Piece("engine", 0, 2.0)])
    assert (words, asked > vector([Piece("engine", 0, 1.0)])[1]) == (["engine"], [True])


def test_one_word_alone_is_weighed_like_a_longer_exchange() -> None:
    assert vector([Piece("engine", 0, 1.0)])[1] == [1 / learned.SHORTEST]


def test_numbers_and_short_words_do_not_count() -> None:
    assert vector([Piece("An 18th of 3 engines is on", 0, 1.0)])[0] == ["engines"]


def test_an_exchange_gets_a_heard_topic_after_those_of_its_terms_with_its_words_as_hits() -> None:
    from tests.test_topics import briefing

    given = briefing("qa", question=["Will the harbours open?"], answer=["The engine blew its whistle."])
    (found,) = topics.annotated(given, LEXICON)
    assert found.topics == ("sea", "rail")
    assert [(hit.topic, hit.term, given.text[hit.start : hit.end]) for hit in found.hits] == [
        ("sea", "harbour*", "harbours"),
        ("rail", "engine", "engine"),
        ("rail", "whistle", "whistle"),
    ]


def test_an_explanation_says_that_a_topic_was_heard() -> None:
    (said,) = topics.explain("The engine blew its whistle.", LEXICON)
    assert (said.topic, said.about, said.threshold) == ("rail", True, learned.SURE)
    assert [(match.term, match.words) for match in said.matches] == [
        ("learned word", "engine"),
        ("learned word", "whistle"),
    ]


def test_the_words_are_part_of_the_lexicon_and_of_its_digest(tmp_path: Path) -> None:
    before = lexicon.load(tmp_path)
    (tmp_path / learned.FILE).write_text('{"rail": {"bias": -1, "words": {"engine": 2.5}}}')
    after = lexicon.load(tmp_path)
    assert before.learned is None and after.learned is not None
    assert after.learned.weights.tolist() == [[2.5], [0.0]]
    assert after.digest != before.digest


@pytest.mark.parametrize(
    "text", ["nonsense", "[]", '{"rail": {"bias": 1}}', '{"rail": {"bias": 1, "words": {"a": "b"}}}']
)
def test_a_file_that_holds_no_words_is_a_mistake(tmp_path: Path, text: str) -> None:
    (tmp_path / learned.FILE).write_text(text)
    assert "no learned words" in lexicon.problems(tmp_path)[0]
    with pytest.raises(lexicon.LexiconError, match="python -m briefings train topics"):
        lexicon.load(tmp_path)


def test_training_learns_which_words_go_with_a_topic(tmp_path: Path) -> None:
    lines = []
    for number in range(12):
        about, word = (("rail", "engine"), ("sea", "anchor"), ("air", "wing"))[number % 3]
        question = f"What of the {word} and of matter {number}?"
        lines.append(json.dumps({"id": number, "question": question, "answer": "We will see.", "labels": [about]}))
    (tmp_path / "train.jsonl").write_text("\n".join(lines))
    assert training.run([tmp_path / "train.jsonl"], tmp_path / learned.FILE).startswith("3 topics")
    model = learned.read(tmp_path / learned.FILE)
    rail = model.topics.index("rail")
    assert model.weights[model.words["engine"], rail] > 1 > 0 > model.weights[model.words["anchor"], rail]
    assert "see" not in model.words, "stands in every exchange"
    (found,) = heard(model, [Piece("An engine?", 0, 2.0)], model.topics)
    assert found.topic == "rail"


def test_too_few_labels_teach_nothing(tmp_path: Path) -> None:
    (tmp_path / "train.jsonl").write_text('{"id": 1, "question": "Why?", "answer": "No.", "labels": ["rail"]}')
    with pytest.raises(ValueError, match="too few"):
        training.run([tmp_path / "train.jsonl"], tmp_path / learned.FILE)
