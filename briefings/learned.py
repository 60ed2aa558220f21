"""Topics heard in words that no term of the lexicon names: a linear model of single words, learned from labels."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefings.matching import folded

Floats = NDArray[np.float64]

FILE = "learned.json"
"""Beside `topics/` in a lexicon's folder; a lexicon without it has its terms only."""
SURE = 0.6
"""The probability from which a topic is heard: lower ones add as many wrong topics as right ones (cross-validated)."""
WORD = re.compile(r"[^\W\d]\w{2,}")
"""What counts as a word in folded text: three letters or more."""
SHORTEST = 5.0
"""Short exchanges are weighed as if they had some 25 different words: one word alone is no topic."""
SHOWN, FAINT = 8, 0.25
"""A topic shows as many words at most, and none that says less than this part of what the first says."""


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What each word says for or against each topic."""

    topics: tuple[str, ...]
    bias: Floats
    words: Mapping[str, int]
    weights: Floats
    """One row per word, one column per topic."""


class Piece(NamedTuple):
    """A stretch of an exchange: where it starts in the briefing (-1: it is not in the text), how much it counts."""

    text: str
    start: int
    weight: float


class Word(NamedTuple):
    """A word that spoke for a topic, and its span."""

    start: int
    end: int
    word: str
    says: float


class Heard(NamedTuple):
    """A topic, how sure the model is of it, and the words that say so."""

    topic: str
    probability: float
    words: tuple[Word, ...]


def read(path: Path) -> Learned:
    """The model of a file.

    Raises:
        ValueError: it is none.
    """
    try:
        tables = json.loads(path.read_text(encoding="utf-8"))
        numbers = {word: place for place, word in enumerate(sorted({w for t in tables.values() for w in t["words"]}))}
        weights = np.zeros((len(numbers), len(tables)))
        for column, table in enumerate(tables.values()):
            for word, weight in table["words"].items():
                weights[numbers[word], column] = float(weight)
        return Learned(tuple(tables), np.array([float(t["bias"]) for t in tables.values()]), numbers, weights)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        remedy = "delete it, or make it anew with `python -m briefings train topics TRAIN.jsonl`"
        raise ValueError(f"{path}: no learned words ({type(error).__name__}: {error}): {remedy}") from error


def vector(pieces: Iterable[Piece]) -> dict[str, float]:
    """How much of an exchange each of its words is."""
    counts: Counter[str] = Counter()
    for piece in pieces:
        for word in WORD.findall(folded(piece.text)):
            counts[word] += piece.weight  # type: ignore[assignment]
    values = {word: 1 + log(count) for word, count in counts.items()}
    length = max(sqrt(sum(value * value for value in values.values())), SHORTEST)
    return {word: value / length for word, value in values.items()}


def heard(model: Learned, pieces: Sequence[Piece], silent: Iterable[str]) -> list[Heard]:
    """Those of the silent topics that the words of an exchange speak for, surest first."""
    values = {word: value for word, value in vector(pieces).items() if word in model.words}
    rows = model.weights[[model.words[word] for word in values]]
    scores = np.fromiter(values.values(), float, len(values)) @ rows + model.bias
    wanted = set(silent)
    found = []
    for column in np.argsort(-scores):
        topic, probability = model.topics[column], 1 / (1 + exp(-scores[column]))
        if probability < SURE:
            break
        if topic in wanted:
            says = {word: value * row for (word, value), row in zip(values.items(), rows[:, column], strict=True)}
            if words := tuple(spoken(pieces, says)):
                found.append(Heard(topic, probability, words))
    return found


def spoken(pieces: Iterable[Piece], says: Mapping[str, float]) -> Iterable[Word]:
    """The words that say most for a topic, wherever they stand in the text."""
    most = sorted((word for word in says if says[word] > 0), key=lambda word: (-says[word], word))[:SHOWN]
    loud = {word for word in most if says[word] >= FAINT * says[most[0]]}
    for piece in pieces:
        if piece.start >= 0:
            for match in WORD.finditer(folded(piece.text)):
                if match.group() in loud:
                    first, last = piece.start + match.start(), piece.start + match.end()
                    yield Word(first, last, match.group(), says[match.group()])
