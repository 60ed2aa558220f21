"""The recurring phrases of a database: found from its statements, written with every use of each."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import numpy as np
import pyarrow as pa

from briefings import query
from briefings.chain import Array, linked
from briefings.repeats import Corpus, Repeats, repeats

LEAST = 3
"""Briefings that must hold a phrase; one in PER briefings where there are more."""
PER = 10_000
ROWS = 4_000_000
"""Uses written at a time."""


def least(briefings: int) -> int:
    """In how many briefings a phrase must stand to recur, of so many that count."""
    return max(LEAST, -(-briefings // PER))


def build(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes the phrases of the `built` database, from its statements alone."""
    corpus, statement = read(connection)
    known = 0
    for found in repeats(corpus):
        for table in uses(corpus, statement, found, known):
            connection.register("uses_to_stage", table)
            connection.execute("insert into staged.phrase_use select * from uses_to_stage")
            connection.unregister("uses_to_stage")
        known += int(found.sequence[-1]) + 1 if len(found.sequence) else 0
    del corpus
    query.script(connection, "load/6_phrases")


def read(connection: duckdb.DuckDBPyConnection) -> tuple[Corpus, Array]:
    """The statements that can hold phrases, as a corpus, and the key of each."""
    [(counted,)] = connection.execute("select count(*) from built.briefing where standing = 'counted'").fetchall()
    chain = linked(connection.sql(query.text("load/6_words")).to_arrow_reader(500_000))
    facts = connection.sql(query.text("load/6_statements")).to_arrow_table()
    columns = [facts[name].to_numpy() for name in ("statement", "briefing", "counted")]
    return Corpus(chain, columns[1], columns[2], least(counted)), columns[0]


def uses(corpus: Corpus, statement: Array, found: Repeats, known: int) -> Iterator[pa.Table]:
    """The uses of some sequences as rows: phrase (numbered on from those known), statement, first token, tokens."""
    token = corpus.chain.token
    for begin in range(0, len(found.first), ROWS):
        first = found.first[begin : begin + ROWS]
        start, last = token[first], token[first + found.content - 1]
        columns = {
            "phrase": (found.sequence[begin : begin + ROWS] + known).astype(np.uint32),
            "statement": statement[corpus.chain.statement[first]].astype(np.uint32),
            "start": start.astype(np.uint16),
            "length": (last - start + 1).astype(np.uint16),
        }
        yield pa.table(columns)
