"""What a model makes of labelled pairs it has not seen: scores, a temperature, and its errors by target."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefings.train.labels import LABELS, Labelled

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
COOLINGS = np.arange(0.5, 3.05, 0.05)
BINS = 10
"""Ranges of probability over which calibration is told."""


def temperature(given: Floats, rows: Sequence[Labelled]) -> float:
    """The temperature under which the probabilities fit the labels best."""
    right = np.array([row.label for row in rows])
    losses = [-np.log(cooled(given, cooling)[np.arange(len(right)), right]).mean() for cooling in COOLINGS]
    return round(float(COOLINGS[int(np.argmin(losses))]), 2)


def cooled(given: Floats, temperature: float) -> Floats:
    """Probabilities made less sure, or surer, by a temperature."""
    powers = np.maximum(given, 1e-7) ** (1 / temperature)
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def quality(named: Ints, sure: Floats, rows: Sequence[Labelled]) -> dict[str, object]:
    """Scores of the labels named, and for each document and target how often each true label was given which."""
    right = np.array([row.label for row in rows])
    cells = np.bincount(right * 3 + named, minlength=9).reshape(3, 3)
    f1 = 2 * np.diag(cells) / np.maximum(cells.sum(axis=0) + cells.sum(axis=1), 1)
    docs = {doc: number for number, doc in enumerate(sorted({row.doc for row in rows}))}
    errors = [
        [docs[row.doc], row.pair.target.id, int(true), int(label)]
        for row, true, label in zip(rows, right, named, strict=True)
    ]
    return {
        "labels": list(LABELS),
        "pairs": len(rows),
        "documents": len(docs),
        "accuracy": round(float((right == named).mean()), 4),
        "macro-F1": round(float(f1.mean()), 4),
        "sign flips": round(float((cells[0, 2] + cells[2, 0]) / len(rows)), 4),
        "given by true": cells.tolist(),
        "errors": errors,
        "calibration": calibration(sure, right == named),
    }


def calibration(sure: Floats, right: NDArray[np.bool_]) -> list[tuple[int, float, float]]:
    """For each range of probability that has pairs: how many, how sure on average, and which share is right."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return [
        (int(chosen.sum()), round(float(sure[chosen].mean()), 4), round(float(right[chosen].mean()), 4))
        for chosen in (bins == place for place in range(BINS))
        if chosen.any()
    ]
