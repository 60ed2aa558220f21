"""Uses of phrases summed up for the slices asked for most: everything, one ministry, one source, one topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from briefings import query
from briefings.chain import Array

BITS = 64
EVERYTHING, MINISTRY, SOURCE, TOPIC = range(4)
"""The kinds of slices, as `phrase_tally.kind` has them."""


@dataclass(frozen=True, slots=True)
class Slices:
    """The slices, each a kind and a key, and for every statement a bit for each slice that holds it."""

    names: tuple[tuple[int, int], ...]
    bits: tuple[Array, ...]
    """One array for every BITS slices."""
    answered: Array
    """For every statement whether someone speaks for the government in its exchange."""


def slices(connection: duckdb.DuckDBPyConnection) -> Slices:
    """The slices of the `built` database over the statements that can hold phrases; only counted ones are in one."""
    facts = connection.sql(query.text("load/6_slices")).to_arrow_table()
    about = connection.sql("select topic, exchange from built.exchange_topic").to_arrow_table()
    exchange, counted = facts["exchange"].to_numpy(), facts["counted"].to_numpy()
    topic, told = about["topic"].to_numpy(), about["exchange"].to_numpy()
    groups: list[tuple[int, int, Array]] = [(EVERYTHING, 0, counted)]
    for kind, column in ((MINISTRY, "ministry"), (SOURCE, "source")):
        values = facts[column].to_numpy()
        groups.extend((kind, int(key), counted & (values == key)) for key in np.unique(values))
    for key in np.unique(topic):
        among = np.zeros(int(max(exchange.max(initial=0), told.max(initial=0))) + 1, bool)
        among[told[topic == key]] = True
        groups.append((TOPIC, int(key), counted & among[exchange]))
    bits = [np.zeros(len(exchange), np.uint64) for _ in range(-(-len(groups) // BITS))]
    for number, (_, _, holds) in enumerate(groups):
        bits[number // BITS][holds] |= np.uint64(1 << number % BITS)
    return Slices(tuple((kind, key) for kind, key, _ in groups), tuple(bits), facts["answered"].to_numpy())


def tallies(over: Slices, sequence: Array, row: Array, spoken: Array, asked: Array, known: int) -> Iterator[pa.Table]:
    """The uses of phrases in each slice, from the phrase and the statement of every use and whose it is."""
    answered = asked & over.answered[row]
    phrases = int(sequence[-1]) + 1
    for number, (kind, key) in enumerate(over.names):
        if number % BITS == 0:
            held = over.bits[number // BITS][row]
        chosen = held & np.uint64(1 << number % BITS) > 0
        uses = np.bincount(sequence[chosen], minlength=phrases)
        found = np.flatnonzero(uses)
        sides = {"spoken": spoken, "asked": asked, "answered": answered}
        counts = {name: np.bincount(sequence[chosen & side], minlength=phrases)[found] for name, side in sides.items()}
        fixed = {"kind": np.full(len(found), kind, np.uint8), "key": np.full(len(found), key, np.uint16)}
        yield pa.table({**fixed, "phrase": (found + known).astype(np.uint32), "uses": uses[found], **counts})
