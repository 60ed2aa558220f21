"""Panels: a query, what its counts count, and the sentences behind each of its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import duckdb
import pandas as pd

from briefings import query
from briefings.query import Query

SHARED = (
    *("since", "until_day", "ministries", "sources", "spokespersons"),
    *("about", "saying", "whose", "echoes"),
)
"""The parameters of `scope`."""
UNITS = {"statement": "statements", "exchange": "exchanges", "briefing": "briefings", "use": "uses"}


@dataclass(frozen=True, slots=True)
class Panel:
    """One question: its query, and how each row's count is proved."""

    query: str
    """`<family>/<question>`: `queries/<family>/evidence.sql` gives the statements behind a row."""
    count: str
    """The column of counts that the panel draws or is drawn from."""
    unit: str
    """What `count` counts: a column of the evidence, counted distinct."""
    evidence: str = ""
    """Another evidence query than the family's."""
    replaces: Mapping[str, str] = field(default_factory=dict)
    """Filters that this panel takes as its own parameter instead: {scope parameter: query parameter}."""
    finished: Callable[[pd.DataFrame], pd.DataFrame] | None = None
    """What is worked out of the rows that SQL counted."""

    side: str = ""
    """Which of two compared slices the count is of, by the ending of its parameters; empty for the first."""

    @property
    def name(self) -> str:
        """What the panel is called: its query, and the side of a comparison behind it."""
        return self.query + self.side

    @property
    def asks(self) -> Query:
        """The query."""
        return query.load(self.query)

    @property
    def proof(self) -> Query:
        """The evidence query."""
        return query.load(self.evidence or f"{self.query.split('/')[0]}/evidence")

    def values(self, scope: Mapping[str, object]) -> dict[str, object]:
        """The parameters, the replaced filters moved to where the query takes them."""
        moved = {own: scope.get(shared) for shared, own in self.replaces.items()}
        return {**scope, **dict.fromkeys(self.replaces), **moved}

    def rows(self, cursor: duckdb.DuckDBPyConnection, scope: Mapping[str, object]) -> pd.DataFrame:
        """What the panel shows."""
        rows = self.asks.run(cursor, self.values(scope))
        return self.finished(rows) if self.finished else rows

    def keys(self, rows: pd.DataFrame) -> list[str]:
        """The columns that say which row is meant: those the evidence query takes."""
        return [name for name in rows.columns if name in self.proof.parameters]

    def told(self, scope: Mapping[str, object], row: Mapping[str, object]) -> dict[str, object]:
        """The values of the evidence query for one row, in the slice of its side."""
        values = self.values(scope)
        if self.side:
            values |= {name: scope.get(name + self.side) for name in SHARED}
        return {**values, **row}

    def behind(
        self, cursor: duckdb.DuckDBPyConnection, scope: Mapping[str, object], row: Mapping[str, object]
    ) -> pd.DataFrame:
        """The statements behind one row, those that tell first."""
        return self.proof.run(cursor, self.told(scope, row))
