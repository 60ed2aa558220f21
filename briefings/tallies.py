"""Uses of phrases summed up for the slices asked for most: all, a ministry, source, topic, spokesperson or year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from briefings import query
from briefings.chain import Array

EVERYTHING, MINISTRY, SOURCE, TOPIC, SPOKESPERSON, YEAR = range(6)
"""The kinds of slices, as `phrase_tally.kind` has them."""
PARTED = {MINISTRY: "ministry", SOURCE: "source", SPOKESPERSON: "spokesperson", YEAR: "year"}
"""Kinds of which a statement is in one slice or none, and the column that says in which."""
USES = 4_000_000
"""Uses counted at a time."""


@dataclass(frozen=True, slots=True)
class Slices:
    """For every statement that can hold phrases, the slices that hold it."""

    counted: Array
    answered: Array
    """Whether someone speaks for the government in its exchange."""
    parted: Mapping[int, tuple[Array, Array]]
    """By kind: the keys of its slices, and for every statement the number of its key, -1 where it has none."""
    topics: Array
    """The topics of all exchanges, one exchange after the other."""
    begun: Array
    """For every statement where the topics of its exchange begin."""
    about: Array
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Uses:
    """Uses of phrases, sorted by phrase: the statement of each, and whose words they are."""

    phrase: Array
    row: Array
    spoken: Array
    asked: Array

    def taken(self, places: Array | slice) -> Uses:
        """Those at some places."""
        return Uses(*(getattr(self, name)[places] for name in self.__slots__))


def slices(connection: duckdb.DuckDBPyConnection) -> Slices:
    """The slices of the `built` database over the statements that can hold phrases."""
    facts = connection.sql(query.text("load/6_slices")).to_arrow_table()
    told = connection.sql("select topic, exchange from built.exchange_topic order by exchange, topic").to_arrow_table()
    exchange, about = facts["exchange"].to_numpy(), told["exchange"].to_numpy()
    begun = np.searchsorted(about, exchange)
    return Slices(
        facts["counted"].to_numpy(),
        facts["answered"].to_numpy(),
        {kind: numbered(facts[name].to_numpy()) for kind, name in PARTED.items()},
        told["topic"].to_numpy(),
        begun,
        np.searchsorted(about, exchange, side="right") - begun,
    )


def numbered(keys: Array) -> tuple[Array, Array]:
    """The keys there are, and the number among them of each one given; -1 is none."""
    known, number = np.unique(keys, return_inverse=True)
    none = int(known[0] == -1) if len(known) else 0
    return known[none:], number - none


def tallies(over: Slices, uses: Uses, known: int) -> Iterator[pa.Table]:
    """The uses of phrases in each slice, their phrases numbered on from those known."""
    uses = uses.taken(over.counted[uses.row])
    ends = np.searchsorted(uses.phrase, uses.phrase[USES::USES])  # no phrase is counted in two portions
    for begin, end in zip([0, *ends.tolist()], [*ends.tolist(), len(uses.phrase)], strict=True):
        if begin < end:
            yield from portion(over, uses.taken(slice(begin, end)), known)


def portion(over: Slices, uses: Uses, known: int) -> Iterator[pa.Table]:
    """The same of uses that fit in memory."""
    answered = uses.asked & over.answered[uses.row]
    yield sums(EVERYTHING, np.zeros(1, np.int64), np.zeros(len(uses.row), np.int64), uses, answered, known)
    for kind, (keys, numbers) in over.parted.items():
        number = numbers[uses.row]
        held = number >= 0
        yield sums(kind, keys, number[held], uses.taken(held), answered[held], known)
    about = over.about[uses.row]
    place = np.repeat(np.arange(len(about)), about)
    within = np.arange(len(place)) - np.repeat(np.cumsum(about) - about, about)
    keys, numbers = numbered(over.topics)
    yield sums(TOPIC, keys, numbers[over.begun[uses.row][place] + within], uses.taken(place), answered[place], known)


def sums(kind: int, keys: Array, number: Array, uses: Uses, answered: Array, known: int) -> pa.Table:
    """Uses added up by the number of their slice's key and by phrase."""
    first = int(uses.phrase[0]) if len(uses.phrase) else 0
    phrases = int(uses.phrase[-1]) + 1 - first if len(uses.phrase) else 0
    place = number * phrases + uses.phrase - first
    total = np.bincount(place, minlength=phrases * len(keys))
    found = np.flatnonzero(total)
    sides = {"spoken": uses.spoken, "asked": uses.asked, "answered": answered}
    counts = {name: np.bincount(place[side], minlength=len(total))[found] for name, side in sides.items()}
    return pa.table(
        {
            "kind": np.full(len(found), kind, np.uint8),
            "key": keys[found // max(phrases, 1)].astype(np.uint16),
            "phrase": (found % max(phrases, 1) + first + known).astype(np.uint32),
            **{name: column.astype(np.uint32) for name, column in {"uses": total[found], **counts}.items()},
        }
    )
