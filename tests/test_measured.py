"""The measured quality of the shipped models, against scikit-free arithmetic of its own."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from briefings import measured
from briefings.release import data_folder
from briefings.stance import MODELS


@pytest.mark.parametrize("model", MODELS)
def test_scores_are_those_of_training_and_lie_in_their_intervals(model: str) -> None:
    told = json.loads((data_folder() / "models" / "stance" / "quality.json").read_text("utf-8"))[model]
    found = measured.quality(model)
    assert found is not None and (found.pairs, found.documents) == (told["pairs"], told["documents"])
    scores = {score.measure: score for score in found.scores}
    for name in ("accuracy", "macro-F1", "sign flips"):
        assert scores[name].value == pytest.approx(told[name], abs=1e-4)
    assert all(score.low < score.value < score.high for score in found.scores)
    assert found.cells.tolist() == told["given by true"]
    assert found.errors.counts.sum() == found.pairs and found.labelled_by and found.made


def test_precision_and_recall_are_by_label() -> None:
    cells = np.array([[[8.0, 2, 0], [1, 7, 2], [0, 4, 6]]])
    found = {name: float(value[0]) for name, value in measured.measures(cells).items()}
    assert found["opposed precision"] == pytest.approx(8 / 9) and found["opposed recall"] == pytest.approx(0.8)
    assert found["supportive precision"] == pytest.approx(6 / 8) and found["neutral recall"] == pytest.approx(0.7)


def test_calibration_is_shown_where_training_kept_it(tmp_path: Path) -> None:
    facts = {"pairs": 2, "documents": 1, "errors": [[0, "japan", 0, 0], [0, "japan", 1, 2]]}
    (tmp_path / "quality.json").write_text(json.dumps({"fast": {**facts, "calibration": [[2, 0.75, 0.5]]}}), "utf-8")
    (tmp_path / "models.json").write_text(json.dumps({"labels": 5, "made": "2030-01-02"}), "utf-8")
    found = measured.read("fast", tmp_path / "quality.json", tmp_path / "models.json", 0)
    assert found is not None and found.calibration == (measured.Bin(2, 0.75, 0.5),)
    assert measured.read("encoder", tmp_path / "quality.json", tmp_path / "models.json", 0) is None


@pytest.mark.parametrize("model", [None, "another"])
def test_an_unknown_model_has_no_quality(model: str | None) -> None:
    assert measured.quality(model) is None
