"""How often word sequences come back: types of n-grams that stand in several documents of a collection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from briefings.text import tokens

Array = np.ndarray[Any, np.dtype[Any]]

WIDTHS = (3, 5, 8)
OFTEN = 5
"""Documents from which a sequence counts as recurring."""
TOLERANCE = 0.2
BREAK = 0
"""The word number that ends a cell: no sequence runs across it."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The words of a collection as numbers, with the document that each stands in."""

    words: Array
    documents: Array

    @property
    def size(self) -> int:
        """How many words it has, breaks left out."""
        return int(np.count_nonzero(self.words))


@dataclass(frozen=True, slots=True)
class Grams:
    """Every n-gram of a stream: where it begins, which type it is, and in how many documents each type stands."""

    places: Array
    types: Array
    frequency: Array


def stream(documents: Iterable[Sequence[str]]) -> Stream:
    """The words of documents, each a sequence of cells such as questions and answers."""
    numbers: dict[str, int] = {}
    words: list[int] = []
    lengths: list[int] = []
    for cells in documents:
        before = len(words)
        for cell in cells:
            words.extend(numbers.setdefault(token, len(numbers) + 1) for token, _, _ in tokens(cell))
            words.append(BREAK)
        lengths.append(len(words) - before)
    return Stream(np.array(words, np.uint64), np.repeat(np.arange(len(lengths)), lengths))


def grams(source: Stream, width: int) -> Grams:
    """The n-grams of one width; 64-bit hashes stand for the words, which makes a false match one in millions."""
    last = max(len(source.words) - width + 1, 0)
    hashes, whole = np.zeros(last, np.uint64), np.ones(last, bool)
    for offset in range(width):
        column = source.words[offset : last + offset]
        hashes = (hashes ^ (hashes >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15)
        hashes += column * np.uint64(0xFF51AFD7ED558CCD)
        whole &= column != BREAK
    places = np.flatnonzero(whole)
    keys, documents = hashes[places], source.documents[places]
    order = np.lexsort((documents, keys))
    keys, documents = keys[order], documents[order]
    other = np.ones(len(keys), bool)
    other[1:] = keys[1:] != keys[:-1]
    first = other.copy()
    first[1:] |= documents[1:] != documents[:-1]
    kinds = np.cumsum(other) - 1
    types = np.empty_like(kinds)
    types[order] = kinds
    return Grams(places, types, np.bincount(kinds[first]) if len(kinds) else np.zeros(0, np.int64))


def recurring(source: Stream) -> dict[int, int]:
    """How many types of n-grams stand in at least OFTEN documents, by width."""
    return {width: int((grams(source, width).frequency >= OFTEN).sum()) for width in WIDTHS}


def levels(source: Stream, least: int) -> Array:
    """For every word the width of the longest n-gram around it that stands in at least so many documents, else 0."""
    level = np.zeros(len(source.words), np.int64)
    for width in WIDTHS:
        found = grams(source, width)
        starts = found.places[found.frequency[found.types] >= least]
        edges = np.zeros(len(level) + 1, np.int64)
        np.add.at(edges, starts, 1)
        np.add.at(edges, starts + width, -1)
        level[np.cumsum(edges[:-1]) > 0] = width
    return level
