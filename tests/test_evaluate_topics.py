"""The scores of topics, computed by hand for small sets. The exchanges are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings import lexicon, quality
from briefings.cli import main
from briefings.evaluate import topics
from briefings.evaluate.labelled import Row, labelled
from briefings.evaluate.topics import Plan
from tests.conftest import ROOT


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
    assert topics.run(Plan(gold, as_json=True)) == 0
    assert json.loads(capsys.readouterr().out)["micro"]["f1"] == 1.0


def test_predictions_of_a_file_are_scored_instead(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "out.jsonl"
    given.write_text('{"id": "a", "topics": ["trade"]}\n{"id": "b", "topics": ["trade"]}')
    assert topics.run(Plan(gold, given=given)) == 0
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
    assert topics.run(Plan(gold, given=tmp_path / "out.jsonl")) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("none.jsonl", "none.jsonl: no such file: check the path"),
        (".", "a folder: name a file in it"),
        ("empty.jsonl", "empty.jsonl: no exchanges: put one JSON object on each line"),
        ("latin.jsonl", "latin.jsonl: not UTF-8 at byte 0"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, said: str
) -> None:
    (tmp_path / "empty.jsonl").write_text("\n\n")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff{}")
    assert main(["evaluate", "topics", str(tmp_path / path)]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Errno" not in told


def test_predictions_are_written_with_the_words_that_made_them(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["evaluate", "topics", str(gold), "--predictions", str(out)]) == 0
    first, second = map(json.loads, out.read_text().splitlines())
    assert (first["id"], first["topics"], first["labels"]) == ("a", ["trade"], ["trade"])
    assert first["words"] == {"trade": ["tariffs", "tariffs"]}
    assert second["words"]["disasters-and-aid"] == ["earthquake"]
    assert topics.run(Plan(gold, given=out)) == 0


def test_predictions_that_cannot_be_written_are_told_in_words(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "topics", str(gold), "--predictions", str(tmp_path / "no" / "out.jsonl")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_another_lexicon_is_scored(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "topics.toml").write_text(
        '[[topic]]\nid = "steel"\ntitle = "Steel"\n\n[[topic.terms]]\nany = ["steel"]\nweight = 5\n'
        'examples = ["Steel is strong.", "They sell steel."]\ncounterexample = "They sell iron."\n'
    )
    assert main(["evaluate", "topics", str(gold), "--lexicon", str(tmp_path), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"trade", "disasters-and-aid", "steel", "micro", "macro"}


def test_an_empty_lexicon_scores_nothing_and_does_not_fail(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lexicon").mkdir()
    assert main(["evaluate", "topics", str(gold), "--lexicon", str(tmp_path / "lexicon"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["micro"]["f1"] == 0.0


def test_a_lexicon_with_a_mistake_is_told(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "topics.toml").write_text("[[topics]]")
    assert main(["evaluate", "topics", str(gold), "--lexicon", str(tmp_path)]) == 2
    assert "unknown key `topics`" in capsys.readouterr().err


def test_scores_are_kept_where_the_set_is_described(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quality, "home", lambda: tmp_path)
    (tmp_path / "sets.toml").write_text(
        '[[set]]\nid = "gold"\nname = "Gold"\nlabelled = "by us"\n[[other]]\nname = "x"\n'
    )
    assert topics.run(Plan(gold, keep=True)) == 0
    [kept] = quality.kept()["sets"]
    assert (kept["id"], kept["labelled"], kept["exchanges"], kept["first"]) == ("gold", "by us", 2, None)
    assert kept["lexicon"] == lexicon.load(ROOT / "data" / "lexicon").digest[:12]
    assert {"topic": "micro", "positives": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0} | {
        "low": 1.0,
        "high": 1.0,
    } in kept["scores"]
    assert topics.run(Plan(gold.rename(tmp_path / "other.jsonl"), keep=True)) == 2
    assert "does not say who labelled `other` (it knows gold)" in capsys.readouterr().err


def test_the_shipped_lexicon_keeps_its_quality(shared: Path) -> None:
    rows = labelled(shared / "gold" / "topics" / "dev.jsonl")
    found = topics.annotated(rows, lexicon.load(ROOT / "data" / "lexicon"))
    got = {each.name: each for each in topics.scores(rows, [each.topics for each in found])}
    assert got["micro"].f1 >= 0.85
    assert got["micro"].precision >= 0.86
    assert got["macro"].f1 >= 0.81


def test_the_shipped_lexicon_reads_announcements_as_well(shared: Path) -> None:
    rows = labelled(ROOT / "data" / "quality" / "announcements.jsonl", shared / "corpora")
    found = topics.annotated(rows, lexicon.load(ROOT / "data" / "lexicon"))
    got = {each.name: each for each in topics.scores(rows, [each.topics for each in found])}
    assert len(rows) == 60
    assert got["micro"].f1 >= 0.84
    assert got["micro"].precision >= 0.9
