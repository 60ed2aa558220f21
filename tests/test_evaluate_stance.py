"""The scores of the stances: what is read, what is refused, what the numbers are. All sentences are made up."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from briefings import targets
from briefings.evaluate import stance as evaluate
from briefings.marking import Pair
from briefings.release import data_folder
from briefings.stance import Stance, Unusable

SHIPPED = targets.load(data_folder() / "lexicon" / "targets.toml")
COLUMNS = "id,source,government,target,target_label,sentence,label"
ROWS = (
    "a,one,Canada,japan,Japan,We thank Japan.,supportive",
    "b,one,Canada,russia,Russia,We condemn Russia.,opposed",
    "c,two,Canada,lake-ennor,Lake Ennor,We saw Lake Ennor.,neutral",
    "d,two,Canada,lake-ennor,Lake Ennor,We loathe Lake Ennor.,opposed",
)


class Echo:
    """Stands for a model: says what a sentence's verb says, always with the same probability."""

    targets = SHIPPED
    verbs = {"thank": "supportive", "condemn": "opposed", "loathe": "supportive"}

    def judged(self, pairs: Sequence[Pair]) -> list[Stance]:
        return [self.of(pair.sentence) for pair in pairs]

    def of(self, sentence: str) -> Stance:
        for verb, label in self.verbs.items():
            start = sentence.find(verb)
            if start >= 0:
                return Stance(label, 0.9, ((start, start + len(verb)),))  # type: ignore[arg-type]
        return Stance("neutral", 0.9, ())


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(evaluate, "judge", lambda model: Echo())
    path = tmp_path / "gold.csv"
    path.write_text("\n".join((COLUMNS, *ROWS)), "utf-8")
    return path


def test_scores_overall_and_by_source(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.run(str(gold), "fast", None, True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["model"] == "fast" and set(told["scores"]) == {"all", "one", "two"}
    overall = told["scores"]["all"]
    assert overall["accuracy"]["value"] == 0.75 and overall["sign flips"]["value"] == 0.25
    assert overall["opposed recall"]["value"] == 0.5 and overall["supportive precision"]["value"] == 0.5
    assert overall["macro-F1"]["value"] == pytest.approx((2 / 3 + 1 + 2 / 3) / 3)
    assert overall["calibration error"]["value"] == pytest.approx(0.15)
    assert all(each["low"] <= each["value"] <= each["high"] for each in overall.values())


def test_the_table_names_measures_and_model(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evaluate.run(str(gold), "encoder", None, False)
    told = capsys.readouterr().out
    assert "macro-F1" in told and "sign flips" in told and "model encoder" in told


def test_predictions_keep_the_ids_and_name_the_words(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    evaluate.run(str(gold), "encoder", str(out), True)
    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["id"] for row in rows] == ["a", "b", "c", "d"]
    assert rows[0] == {"id": "a", "label": "supportive", "probability": "0.9000", "evidence": "thank"}
    assert rows[2]["evidence"] == ""


def test_a_file_without_labels_is_judged_and_not_scored(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = tmp_path / "bare.csv"
    bare.write_text("id,government,target,sentence\na,Canada,japan,We thank Japan.", "utf-8")
    assert evaluate.run(str(bare), "encoder", str(tmp_path / "out.csv"), False) == 0
    assert "no labels to compare with" in capsys.readouterr().out
    assert "supportive" in (tmp_path / "out.csv").read_text("utf-8")


def test_a_target_without_an_entry_goes_by_its_label(gold: Path) -> None:
    rows = evaluate.read(gold, SHIPPED)
    assert (rows[2].pair.target.id, rows[2].pair.target.title) == ("lake-ennor", "Lake Ennor")
    assert rows[1].pair.target.title == "Russia"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("id,government,topic,sentence\na,b,c,d", "lacks the column `target`; it has id, government, topic, sentence"),
        ("", "lacks the column `id`; it has none"),
        (COLUMNS, "no statements"),
        (
            COLUMNS + "\na,one,Canada,japan,Japan,We thank Japan.,warm",
            "gold.csv:2: label `warm` must be one of opposed",
        ),
        (COLUMNS + "\na,one,Canada,japan,Japan", "gold.csv:2: needs a sentence and a target"),
    ],
)
def test_a_wrong_file_is_refused_with_the_mistake(
    gold: Path, content: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    gold.write_text(content, "utf-8")
    assert evaluate.run(str(gold), "encoder", None, False) == 2
    assert complaint in capsys.readouterr().err


def test_a_missing_file_or_model_is_told(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate.run("none.csv", "encoder", None, False) == 2
    assert "none.csv" in capsys.readouterr().err

    def refused(model: str) -> None:
        raise Unusable("no stance model")

    monkeypatch.setattr(evaluate, "judge", refused)
    assert evaluate.run(str(gold), "encoder", None, False) == 2
    assert "no stance model" in capsys.readouterr().err


def test_calibration_is_the_gap_between_probability_and_truth() -> None:
    right = np.array([True, False, True, True])
    assert evaluate.calibration(right, np.array([0.5, 0.5, 1.0, 1.0])) == pytest.approx(0.0)
    assert evaluate.calibration(right, np.array([0.9, 0.9, 1.0, 1.0])) == pytest.approx(0.2)
