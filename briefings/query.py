"""Queries: SQL files with their documentation, the parameters they name, and their results as frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

import duckdb

from briefings.release import ROOT

if TYPE_CHECKING:
    import pandas as pd  # a load, and each of its workers, does without it

QUERIES = ROOT / "queries"


@dataclass(frozen=True, slots=True)
class Query:
    """One SQL file: what it answers, what a row is, and which values it takes."""

    name: str
    title: str
    grain: str
    """What there is one row of."""
    note: str
    sql: str
    parameters: frozenset[str]

    def run(self, cursor: duckdb.DuckDBPyConnection, values: Mapping[str, object]) -> pd.DataFrame:
        """The rows for these values; a parameter without one is null, which restricts nothing."""
        return cursor.execute(self.sql, {name: values.get(name) for name in self.parameters}).df()

    def counts(self, cursor: duckdb.DuckDBPyConnection, values: Mapping[str, object]) -> dict[str, int]:
        """How many statements, exchanges and briefings the rows of an evidence query name."""
        rows = cursor.sql(self.sql, params={name: values.get(name) for name in self.parameters})
        units = ("statement", "exchange", "briefing")
        totals = rows.aggregate(", ".join(f"count(distinct {unit})" for unit in units)).fetchall()
        return dict(zip(units, totals[0], strict=True))


class QueryError(Exception):
    """A query file that does not follow the rules, with the file and the rule."""


@cache
def load(name: str) -> Query:
    """The query in `queries/<name>.sql`.

    Raises:
        QueryError: the file lacks its three header lines (title, `one row per: ...`, a note) or holds two statements.
    """
    source = text(name)
    comments = takewhile(lambda line: line.startswith("--"), source.splitlines())
    header = [line.removeprefix("--").strip() for line in comments]
    if len(header) < 3 or not header[1].startswith("one row per: "):
        raise QueryError(f"queries/{name}.sql: begin with three comment lines: title, `one row per: ...`, a note")
    statements = duckdb.extract_statements(source)
    if len(statements) != 1:
        raise QueryError(f"queries/{name}.sql: holds {len(statements)} statements, a query is one")
    grain = header[1].removeprefix("one row per: ")
    return Query(name, header[0], grain, " ".join(header[2:]), source, frozenset(statements[0].named_parameters))


def text(name: str) -> str:
    """The SQL of `queries/<name>.sql`."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def script(connection: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, object] | None = None) -> None:
    """Runs every statement of `queries/<name>.sql`, each with the values it names."""
    for statement in duckdb.extract_statements(text(name)):
        connection.execute(statement, {key: (values or {})[key] for key in statement.named_parameters})
