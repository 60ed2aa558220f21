"""The scores of topics, computed by hand for small sets. The exchanges are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.evaluate import topics
from briefings.evaluate.topics import Row


def row(name: str, labels: str = "", optional: str = "") -> Row:
    """A labelled exchange without words."""
    return Row(name, "", "", frozenset(labels.split()), frozenset(optional.split()))


def named(rows: list[Row], found: list[str]) -> dict[str, topics.Score]:
    """The scores by name."""
    return {each.name: each for each in topics.scores(rows, [frozenset(each.split()) for each in found])}


def test_precision_recall_and_f1_per_topic_and_micro() -> None:
    rows = [row("a", "fish"), row("b", "fish rail"), row("c", "rail"), row("d")]
    got = named(rows, ["fish", "fish", "fish", "rail"])
    assert (got["fish"].precision, got["fish"].recall) == (2 / 3, 1.0)
    assert (got["rail"].precision, got["rail"].recall, got["rail"].f1) == (0.0, 0.0, 0.0)
    assert (got["micro"].precision, got["micro"].recall, got["micro"].f1) == (0.5, 0.5, 0.5)


def test_an_optional_topic_counts_neither_way() -> None:
    rows = [row("a", "fish", "rail"), row("b", "fish", "rail")]
    got = named(rows, ["fish rail", "fish"])
    assert got["micro"].f1 == 1.0
    assert got["rail"].positives == 0


def test_the_macro_average_leaves_rare_topics_out() -> None:
    rows = [row(str(number), "fish") for number in range(5)] + [row("x", "rail")]
    assert named(rows, ["fish"] * 5 + [""])["macro"].f1 == 1.0


def test_the_interval_holds_the_score_and_is_the_same_in_every_run() -> None:
    rows = [row(str(number), "fish") for number in range(20)]
    found = ["fish"] * 15 + [""] * 5
    first, second = named(rows, found)["micro"], named(rows, found)["micro"]
    assert first.low < first.f1 < first.high
    assert first == second


def test_an_exchange_becomes_a_briefing_whose_statements_are_its_sentences() -> None:
    given = topics.briefing(Row("a", "Is it late? Why?", "Yes.\nWe do not know.", frozenset(), frozenset()))
    turns = given.exchanges[0].turns
    said = [[given.text[each.start : each.end] for each in turn.statements] for turn in turns]
    assert [turn.kind for turn in turns] == ["question", "answer"]
    assert said == [["Is it late?", "Why?"], ["Yes.", "We do not know."]]


def test_an_exchange_without_question_is_an_announcement() -> None:
    given = topics.briefing(Row("a", "", "The bridge opens.", frozenset(), frozenset()))
    assert given.exchanges[0].kind == "announcement"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two labelled exchanges."""
    path = tmp_path / "gold.jsonl"
    rows = [
        {"id": "a", "question": "What about the tariffs on steel?", "answer": "No tariffs.", "labels": ["trade"]},
        {
            "id": "b",
            "question": "And the earthquake in Ostmere?",
            "answer": "We sent tents.",
            "labels": ["disasters-and-aid"],
        },
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_the_lexicon_is_scored_on_a_file(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert topics.run(str(gold), None, True) == 0
    assert json.loads(capsys.readouterr().out)["micro"]["f1"] == 1.0


def test_predictions_of_a_file_are_scored_instead(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "out.jsonl"
    given.write_text('{"id": "a", "topics": ["trade"]}\n{"id": "b", "topics": ["trade"]}')
    assert topics.run(str(gold), str(given), False) == 0
    assert "micro                      2   0.50   0.50   0.50" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"id": "a", "topics": []}', "no prediction for b"),
        ('{"id": "a"}', "out.jsonl:1: no prediction"),
        ("nonsense", "out.jsonl:1: no prediction"),
    ],
)
def test_predictions_that_do_not_fit_are_refused(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    (tmp_path / "out.jsonl").write_text(text)
    assert topics.run(str(gold), str(tmp_path / "out.jsonl"), False) == 2
    assert said in capsys.readouterr().err


def test_a_missing_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert topics.run(str(tmp_path / "none.jsonl"), None, False) == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_the_shipped_lexicon_keeps_its_quality(shared: Path) -> None:
    rows = topics.labelled(shared / "gold" / "topics" / "dev.jsonl")
    got = {each.name: each for each in topics.scores(rows, topics.annotated(rows, None))}
    assert got["micro"].f1 >= 0.82
    assert got["micro"].precision >= 0.85
    assert got["macro"].f1 >= 0.78
