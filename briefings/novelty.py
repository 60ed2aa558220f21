"""How new a briefing is: which of its runs of three words nobody said before."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from briefings import query
from briefings.chain import Array


def build(connection: duckdb.DuckDBPyConnection, statement: Array, hashes: Array, sizes: Array) -> None:
    """Writes how new every briefing of the `built` database is.

    Args:
        statement: the first statement of every wording, in order.
        hashes: the word shingles of the wordings, one behind the other.
        sizes: how many shingles each wording has.
    """
    rows = pa.table({"statement": statement, "fresh": fresh(hashes, sizes)})
    connection.register("fresh_to_stage", rows)
    connection.execute("insert into staged.fresh by name select * from fresh_to_stage")
    connection.unregister("fresh_to_stage")
    query.script(connection, "load/6_novelty")


def fresh(hashes: Array, sizes: Array) -> Array:
    """How many shingles of each text stand in no text before it."""
    first = np.unique(hashes, return_index=True)[1]
    found: Array = np.bincount(np.repeat(np.arange(len(sizes)), sizes)[first], minlength=len(sizes))
    return found
