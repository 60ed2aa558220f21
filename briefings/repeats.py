"""Every word sequence that comes back, of any length: grown by words where a longer one does not always replace it.

A sequence grows to the right over the next content word as long as enough briefings hold it. It is let go as soon as
the same words always stand to its left: what it could become is then found, longer, from further left. It is given out
unless the same words always follow. So every recurring sequence lies in one given out, with the same uses, and the
work is that of the places where sequences part, not that of all their lengths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from briefings.chain import NONE, Array, Chain

PART = 24_000_000
"""Content words looked at at a time: bounds the memory."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Sequences of one number of content words: for every use its sequence (0, 1, ...) and its first content word."""

    sequence: Array
    first: Array
    content: int
    """How many content words each has."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A chain with what decides whether a sequence recurs."""

    chain: Chain
    briefing: Array
    """For every statement its briefing, ascending."""
    counted: Array
    """For every statement whether its briefing counts."""
    least: int
    """Briefings that must hold a sequence."""


def repeats(corpus: Corpus, part: int = PART) -> Iterator[Repeats]:
    """The recurring sequences of two content words and more that no longer one always replaces."""
    word = corpus.chain.word
    parts = max(1, -(-len(word) // part))
    for number in range(parts):
        places = np.flatnonzero(word % parts == number) if parts > 1 else np.arange(len(word))
        yield from grown(corpus, places, word[places])


def grown(corpus: Corpus, places: Array, keys: Array) -> Iterator[Repeats]:
    """The sequences that begin at these places, from the shortest on; equal keys are equal first words."""
    chain, content = corpus.chain, 1
    while len(places):
        places, groups = recurring(corpus, places, keys)
        follows = chain.step[places + content]
        if content > 1:
            open_ends = varied(follows, groups)[groups]
            yield Repeats(renumbered(groups[open_ends]), places[open_ends], content)
        goes_on = follows != NONE
        places, keys = places[goes_on], groups[goes_on] << 32 | follows[goes_on]
        content += 1


def recurring(corpus: Corpus, places: Array, keys: Array) -> tuple[Array, Array]:
    """The places whose sequence stands in enough briefings and does not always follow the same words, by sequence."""
    order = np.argsort(keys, kind="stable")
    places, keys = places[order], keys[order]
    fresh = np.concatenate([[True], keys[1:] != keys[:-1]])
    statements = corpus.chain.statement[places]
    briefings = corpus.briefing[statements]
    other = fresh.copy()
    other[1:] |= briefings[1:] != briefings[:-1]
    groups = np.cumsum(fresh) - 1
    held_in = np.bincount(groups, weights=other & corpus.counted[statements]).astype(np.int64)
    keep = (held_in >= corpus.least) & varied(corpus.chain.before[places], groups)
    kept = keep[groups]
    return places[kept], (np.cumsum(keep) - 1)[groups[kept]]


def varied(neighbours: Array, groups: Array) -> Array:
    """For every group, sorted, whether its neighbours differ or one of them is not there."""
    if not len(groups):
        return np.zeros(0, bool)
    starts = np.flatnonzero(np.concatenate([[True], groups[1:] != groups[:-1]]))
    least = np.minimum.reduceat(neighbours, starts)
    differ: Array = (least == NONE) | (least != np.maximum.reduceat(neighbours, starts))
    return differ


def renumbered(groups: Array) -> Array:
    """Sorted group numbers without gaps, from 0 on."""
    return np.cumsum(np.concatenate([[0], groups[1:] != groups[:-1]])) if len(groups) else groups
