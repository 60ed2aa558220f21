"""Change points: the days on which the share of hits among exchanges jumps, each with the days that it may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Numbers = NDArray[np.float64]

LEAST = 10
"""Days with briefings on either side of a change, at least."""
COST, COST_PER_LOG_DAY = 4.0, 2.0
"""What a change must gain, in twice the log-likelihood: `bench/changes.py` measures how seldom chance does."""
SHORT_OF_BEST = 7.35
"""How far a day may fall short of the best, in twice the log-likelihood, and still be the day of the change in 95 of
100 cases: -2 ln(1 - sqrt(0.95)) (Hansen 2000)."""
NARROWER = 2**-0.5
"""How much shorter the next intervals are (seeded binary segmentation: Kovács, Bühlmann, Li & Munk 2023)."""
ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Days:
    """What each day with briefings counts, and sums over its briefings that tell how alike exchanges of one are."""

    briefings: Counts
    hits: Counts
    exchanges: Counts
    squares: Counts
    """Sum of hits squared."""
    products: Counts
    """Sum of hits times exchanges."""
    sizes: Counts
    """Sum of exchanges squared."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change, by places in the list of days."""

    start: int
    """Where the share before it begins."""
    at: int
    """The first day of the share after it."""
    stop: int
    """One behind the last day of that share."""
    earliest: int
    latest: int
    """The first and the last day that it may be."""
    gain: float
    """Twice the log-likelihood that it gains, over the dispersion."""
    dispersion: float
    """How many times more the hits of briefings vary than those of independent exchanges would."""


@dataclass(frozen=True, slots=True)
class Splits:
    """The best split of each interval searched, and what it gains."""

    starts: Counts
    stops: Counts
    at: Counts
    gains: Numbers


@dataclass(frozen=True, slots=True)
class Sums:
    """Hits and exchanges up to each day, from 0."""

    hits: Counts
    exchanges: Counts

    def gain(self, start: Counts | int, at: Counts | int, stop: Counts | int) -> Numbers:
        """Twice the binomial log-likelihood that two shares, changing at a day, have over one."""
        k, n = self.hits[at], self.exchanges[at]
        before, after = self.hits[start], self.hits[stop]
        begun, ended = self.exchanges[start], self.exchanges[stop]
        apart = likelihood(k - before, n - begun) + likelihood(after - k, ended - n)
        return np.asarray(2 * (apart - likelihood(after - before, ended - begun)))


def changes(days: Days) -> list[Change]:
    """The changes of a series, in the order of time."""
    if len(days.hits) < 2 * LEAST:
        return []
    sums = Sums(summed(days.hits), summed(days.exchanges))
    splits = searched(sums)
    cost = COST + COST_PER_LOG_DAY * log(len(days.hits))
    cuts: list[int] = []
    for _ in range(ROUNDS):  # around the shares of every stretch the hits vary less than around one for all
        spread = dispersion(days, cuts)
        before, cuts = cuts, pruned(sums, chosen(splits, cost * spread), cost * spread)
        if cuts == before:
            break
    edges = [0, *cuts, len(days.hits)]
    return [dated(sums, *three, spread) for three in zip(edges, edges[1:], edges[2:], strict=False)]


def summed(counts: Counts) -> Counts:
    """Sums up to each day, from 0."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts, dtype=np.int64)])


def likelihood(hits: Counts, exchanges: Counts) -> Numbers:
    """The binomial log-likelihood of so many hits at their own share."""
    table = x_ln_x(int(exchanges.max(initial=0)).bit_length())
    return np.asarray(table[hits] + table[exchanges - hits] - table[exchanges])


@cache
def x_ln_x(bits: int) -> Numbers:
    """x ln x of the whole numbers of so many bits: looked up much faster than logarithms are taken."""
    numbers = np.arange(1 << bits, dtype=np.float64)
    numbers[1:] *= np.log(numbers[1:])
    return numbers


def searched(sums: Sums) -> Splits:
    """The best split of every interval."""
    found: list[tuple[Counts, Counts, Counts, Numbers]] = []
    for starts, length in intervals(len(sums.hits) - 1):
        stops = starts + length
        inside = starts[:, None] + np.arange(LEAST, length - LEAST + 1)
        gains = sums.gain(starts[:, None], inside, stops[:, None])
        best = np.argmax(gains, axis=1)
        rows = np.arange(len(starts))
        found.append((starts, stops, inside[rows, best], gains[rows, best]))
    return Splits(*(np.concatenate(part) for part in zip(*found, strict=True)))


def intervals(days: int) -> Iterator[tuple[Counts, int]]:
    """The intervals to search, their starts by length: the whole, and ever shorter ones that overlap by half."""
    length = float(days)
    while length >= 2 * LEAST:
        whole = int(length)
        count = -(-2 * days // whole) - 1
        yield np.linspace(0, days - whole, count).astype(np.int64), whole
        length *= NARROWER


def chosen(splits: Splits, least: float) -> list[int]:
    """The splits that gain enough, the best first, each in an interval that holds none chosen before."""
    cuts: list[int] = []
    open_ = splits.gains > least
    while open_.any():
        cut = int(splits.at[np.argmax(np.where(open_, splits.gains, -np.inf))])
        cuts.append(cut)
        open_ &= (splits.stops <= cut) | (splits.starts >= cut)
    return sorted(cuts)


def pruned(sums: Sums, cuts: Sequence[int], least: float) -> list[int]:
    """The cuts moved to where they fit best between their neighbours, without those that gain too little there."""
    kept = list(cuts)
    while kept:
        kept = moved(sums, kept)
        edges = [0, *kept, len(sums.hits) - 1]
        gains = [float(sums.gain(*three)) for three in zip(edges, edges[1:], edges[2:], strict=False)]
        weakest = int(np.argmin(gains))
        if gains[weakest] > least:
            break
        del kept[weakest]
    return kept


def moved(sums: Sums, cuts: Sequence[int]) -> list[int]:
    """Each cut where it fits best between its neighbours."""
    edges = [0, *cuts, len(sums.hits) - 1]
    for place in range(1, len(edges) - 1):
        start, stop = edges[place - 1], edges[place + 1]
        inside = np.arange(start + LEAST, stop - LEAST + 1)
        edges[place] = int(inside[np.argmax(sums.gain(start, inside, stop))])
    return edges[1:-1]


def dispersion(days: Days, cuts: Sequence[int]) -> float:
    """How many times more the hits of briefings vary around the shares of their stretches than independent exchanges
    would; never below 1."""
    squares, exchanges = 0.0, 0.0
    for start, stop in pairwise([0, *cuts, len(days.hits)]):
        part = slice(start, stop)
        n = float(days.exchanges[part].sum())
        share = float(days.hits[part].sum()) / n
        if 0 < share < 1:
            residuals = days.squares[part] - 2 * share * days.products[part] + share * share * days.sizes[part]
            squares += float(residuals.sum()) / (share * (1 - share))
            exchanges += n
    clusters = int(days.briefings.sum())
    free = clusters / max(1, clusters - len(cuts) - 1)
    return max(1.0, squares / exchanges * free) if exchanges else 1.0


def dated(sums: Sums, start: int, at: int, stop: int, spread: float) -> Change:
    """The change at a day, with the days on which it would fit nearly as well."""
    inside = np.arange(start + 1, stop)
    gains = sums.gain(start, inside, stop) / spread
    best = float(sums.gain(start, at, stop)) / spread
    near = inside[gains >= best - SHORT_OF_BEST]
    return Change(start, at, stop, int(near[0]), int(near[-1]), best, spread)
