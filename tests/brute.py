"""Statistics straight from their definitions, and the short ways in which the query tests speak.

Every name is invented.
"""

from __future__ import annotations

import duckdb
import numpy as np
import pandas as pd

from briefings import query
from tests.tiny import Held, Said

QUIET, FISH, BOTH = Said(), Said(("fishing",)), Said(("fishing", "railways"))


def run(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> pd.DataFrame:
    """The rows of a query, by month unless said otherwise."""
    return query.load(name).run(connection, {"grain": "month", **values})


def counts(held: list[Held], topic: str = "fishing") -> pd.DataFrame:
    """Hits and exchanges of each briefing."""
    rows = [(one.day, sum(topic in said.topics for said in one.exchanges), len(one.exchanges)) for one in held]
    return pd.DataFrame(rows, columns=["day", "k", "n"]).assign(
        month=lambda f: pd.to_datetime(f["day"]).dt.to_period("M")
    )


def brute_design_effect(k: np.ndarray, n: np.ndarray) -> float:
    """The variance of a ratio of cluster totals over that of a simple sample, never below 1."""
    share, clusters = k.sum() / n.sum(), len(n)
    if clusters < 2 or share in (0, 1):
        return 1.0
    ratio_variance = (
        clusters / (clusters - 1) * sum((a - share * b) ** 2 for a, b in zip(k, n, strict=True)) / n.sum() ** 2
    )
    return max(1.0, ratio_variance / (share * (1 - share) / (n.sum() - 1)))
