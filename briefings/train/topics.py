"""Learned words of the topics: a linear model per topic, fitted to labelled exchanges, its weakest words dropped."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefings.evaluate.labelled import Row, labelled
from briefings.learned import Learned, Piece, vector
from briefings.weighing import LEAD

Floats = NDArray[np.float64]

RARE, COMMON = 2, 0.4
"""Words of fewer exchanges, or of more than this part of all, are left out."""
ENOUGH = 3
"""Exchanges that a topic must have to be learned."""
KEPT = 500
"""Words that a topic keeps."""
STRENGTH = 5.0
"""How far weights may go; from 5 to 20 the scores hardly differ."""
ROUNDS = 500


@dataclass(frozen=True, slots=True)
class Material:
    """Labelled exchanges as numbers: one row each, a column per word, and which topics each is about."""

    words: tuple[str, ...]
    topics: tuple[str, ...]
    scale: Floats
    """What a word counts before learning: rare ones more."""
    values: Floats
    about: Floats


def run(labels: Sequence[Path], out: Path) -> str:
    """Learns from labelled files, writes the model, and says what was learned."""
    rows = [row for path in labels for row in labelled(path)]
    model = learned(material(rows))
    out.write_text(as_text(model), encoding="utf-8")
    return f"{len(model.topics)} topics, {len(model.words)} words from {len(rows)} exchanges: {out}"


def pieces(row: Row) -> list[Piece]:
    """A labelled exchange as it is heard."""
    return [Piece(row.question, 0, LEAD), Piece(row.answer, 0, 1.0 if row.question else LEAD)]


def material(rows: Sequence[Row]) -> Material:
    """The exchanges as numbers.

    Raises:
        ValueError: there is nothing to learn.
    """
    vectors = [dict(zip(*vector(pieces(row)), strict=True)) for row in rows]
    spread = Counter(word for each in vectors for word in each)
    words = tuple(sorted(word for word, count in spread.items() if RARE <= count <= COMMON * len(rows)))
    counts = Counter(topic for row in rows for topic in row.labels)
    topics = tuple(sorted(topic for topic, count in counts.items() if count >= ENOUGH))
    if not words or not topics:
        raise ValueError(f"{len(rows)} labelled exchanges are too few: a topic needs {ENOUGH}")
    scale = np.array([1 + np.log(len(rows) / spread[word]) for word in words]) / 3
    values = np.array([[each.get(word, 0.0) for word in words] for each in vectors]) * scale
    about = np.array([[float(topic in row.labels) for topic in topics] for row in rows])
    return Material(words, topics, scale, values, about)


def learned(given: Material) -> Learned:
    """The model of some material, without the words that say least."""
    weights, bias = fitted(given.values, given.about)
    kept = np.zeros_like(weights)
    for column in range(len(given.topics)):
        most = np.argsort(-np.abs(weights[:, column]), kind="stable")[:KEPT]
        kept[most, column] = weights[most, column]
    # What the dropped words said on average is not lost with them.
    bias = bias + (given.values @ (weights - kept)).mean(axis=0)
    numbers = {word: place for place, word in enumerate(given.words)}
    return Learned(given.topics, bias, numbers, np.vstack([kept * given.scale[:, None], np.zeros_like(bias)]))


def fitted(values: Floats, about: Floats) -> tuple[Floats, Floats]:
    """Weights and biases of logistic regressions, one per topic, in which both sides of a topic count alike."""
    size, share = len(values), about.mean(axis=0)
    counts = np.where(about > 0, 0.5 / share, 0.5 / (1 - share))
    step = 1 / (0.3 * counts.max(axis=0) * np.linalg.norm(values, 2) ** 2 + 1 / STRENGTH)
    short = 1 / (0.25 * counts.max(axis=0) * size)
    weights = ahead = np.zeros((values.shape[1], about.shape[1]))
    bias = lean = np.zeros(about.shape[1])
    for number in range(ROUNDS):
        wrong = counts * (1 / (1 + np.exp(-(values @ ahead + lean))) - about)
        next_weights = ahead - step * (values.T @ wrong + ahead / STRENGTH)
        next_bias = lean - short * wrong.sum(axis=0)
        # Nesterov's momentum: a plain descent needs ten times as many rounds.
        drive = number / (number + 3)
        ahead = next_weights + drive * (next_weights - weights)
        lean = next_bias + drive * (next_bias - bias)
        weights, bias = next_weights, next_bias
    return weights, bias


def as_text(model: Learned) -> str:
    """The model as JSON, one topic a line, the word that says most first."""
    lines = [f"{json.dumps(topic)}: {json.dumps(table(model, column))}" for column, topic in enumerate(model.topics)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def table(model: Learned, column: int) -> Mapping[str, object]:
    """The bias and the words of one topic."""
    said = {word: round(float(model.weights[place, column]), 3) for word, place in model.words.items()}
    words = {word: weight for word, weight in sorted(said.items(), key=lambda item: (-item[1], item[0])) if weight}
    return {"bias": round(float(model.bias[column]), 3), "words": words}
