"""Topics heard in words that no term of the lexicon names: a linear model of single words, learned from labels."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
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
CERTAIN = log(SURE / (1 - SURE))
"""The same as a score."""
LETTERS = 3
"""Shorter words do not count, nor what begins with a digit."""
WORD = re.compile("[^ ]+")
"""A word of folded text."""
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
    """One row per word, one column per topic; the last row is of every other word, which says nothing."""


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
        weights = np.zeros((len(numbers) + 1, len(tables)))
        for column, table in enumerate(tables.values()):
            for word, weight in table["words"].items():
                weights[numbers[word], column] = float(weight)
        return Learned(tuple(tables), np.array([float(t["bias"]) for t in tables.values()]), numbers, weights)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        remedy = "delete it, or make it anew with `python -m briefings train topics TRAIN.jsonl`"
        raise ValueError(f"{path}: no learned words ({type(error).__name__}: {error}): {remedy}") from error


def vector(pieces: Iterable[Piece]) -> tuple[list[str], Floats]:
    """The words of an exchange, and how much of it each is."""
    said: defaultdict[float, list[str]] = defaultdict(list)
    for piece in pieces:
        said[piece.weight] += folded(piece.text).split()
    counts: dict[str, float] = {}
    for weight, words in said.items():
        for word, count in Counter(words).items():
            if len(word) >= LETTERS and word[0].isalpha():
                counts[word] = counts.get(word, 0.0) + weight * count
    values = 1 + np.log(np.fromiter(counts.values(), float, len(counts)))
    return list(counts), values / max(sqrt(values @ values), SHORTEST)


def heard(model: Learned, pieces: Sequence[Piece], silent: Iterable[str]) -> list[Heard]:
    """Those of the silent topics that the words of an exchange speak for, surest first."""
    words, values = vector(pieces)
    place, unknown = model.words.get, len(model.words)
    weights = model.weights.take([place(word, unknown) for word in words], axis=0)
    scores = values @ weights + model.bias
    wanted = set(silent)
    found = []
    for column in sorted(np.flatnonzero(scores >= CERTAIN), key=lambda column: -scores[column]):
        if (topic := model.topics[column]) in wanted:
            says = dict(zip(words, (values * weights[:, column]).tolist(), strict=True))
            if spoke := tuple(spoken(pieces, says)):
                found.append(Heard(topic, 1 / (1 + exp(-scores[column])), spoke))
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
