"""The measured quality of the stance models: scores with intervals, calibration, and the errors to correct for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefings.netting import Errors
from briefings.release import data_folder

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
LABELS = ("opposed", "neutral", "supportive")
DRAWS, SEED = 2000, 20240229
LABELLED_BY = "language-model annotators under a written codebook"
"""Who labelled, where the file of a model does not say."""


@dataclass(frozen=True, slots=True)
class Score:
    """One measure with its 95% interval, from drawing documents again."""

    measure: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of which a model is about as sure: how sure on average, and which share it has right."""

    pairs: int
    sure: float
    right: float


@dataclass(frozen=True, slots=True)
class Quality:
    """What a model made of labelled pairs it had not seen."""

    model: str
    pairs: int
    documents: int
    made: str
    """The day, in ISO form."""
    labels: int
    """Labelled pairs the model has learnt from since."""
    labelled_by: str
    scores: tuple[Score, ...]
    cells: Ints
    """How often each true label (row) was given which (column)."""
    calibration: tuple[Bin, ...]
    errors: Errors


def quality(model: str | None) -> Quality | None:
    """The measured quality of a shipped model; none where its files have none."""
    folder = data_folder() / "models" / "stance"
    files = (folder / "quality.json", folder / "models.json")
    if model is None or not all(file.is_file() for file in files):
        return None
    return read(model, *files, *(file.stat().st_mtime_ns for file in files))


@cache
def read(model: str, measured: Path, models: Path, *versions: int) -> Quality | None:
    """The quality of a model by the files that training wrote."""
    found = json.loads(measured.read_text("utf-8")).get(model)
    if found is None:
        return None
    facts: Mapping[str, Any] = json.loads(models.read_text("utf-8"))
    rows = found["errors"]
    return Quality(
        model,
        int(found["pairs"]),
        int(found["documents"]),
        str(facts.get("made", "")),
        int(facts.get("labels", 0)),
        str(facts.get("labelled_by", LABELLED_BY)),
        tuple(scores(by_place(rows, 0))),
        by_place(rows, 0).sum(axis=0),
        tuple(Bin(int(pairs), float(sure), float(right)) for pairs, sure, right in found.get("calibration", ())),
        Errors(by_place(rows, 1)),
    )


def by_place(rows: list[list[Any]], place: int) -> Ints:
    """How often each true label was given which, for each document (place 0) or target (place 1)."""
    numbers = {name: number for number, name in enumerate(sorted({row[place] for row in rows}))}
    counts = np.zeros((len(numbers), 3, 3), dtype=np.int64)
    for row in rows:
        counts[numbers[row[place]], row[2], row[3]] += 1
    return counts


def scores(documents: Ints) -> list[Score]:
    """Every measure of the cells added up, with its interval."""
    chance = np.random.default_rng(SEED)
    times = chance.multinomial(len(documents), np.full(len(documents), 1 / len(documents)), DRAWS)
    point = measures(documents.sum(axis=0)[None].astype(float))
    again = measures(np.einsum("nd,dij->nij", times, documents).astype(float))
    bounds = {name: np.quantile(values, (0.025, 0.975)) for name, values in again.items()}
    return [
        Score(name, float(value[0]), float(bounds[name][0]), float(bounds[name][1])) for name, value in point.items()
    ]


def measures(cells: Floats) -> dict[str, Floats]:
    """Every measure of some tables of true labels against given ones."""
    total = cells.sum(axis=(1, 2))
    right, wanted, named = np.diagonal(cells, axis1=1, axis2=2), cells.sum(axis=2), cells.sum(axis=1)
    found = {
        "accuracy": right.sum(axis=1) / total,
        "macro-F1": (2 * right / np.maximum(wanted + named, 1)).mean(axis=1),
        "sign flips": (cells[:, 0, 2] + cells[:, 2, 0]) / total,
    }
    for place, label in enumerate(LABELS):
        found[f"{label} precision"] = right[:, place] / np.maximum(named[:, place], 1)
        found[f"{label} recall"] = right[:, place] / np.maximum(wanted[:, place], 1)
    return found
