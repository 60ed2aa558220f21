"""SQL with its values written in: what stands in comments and strings is left alone, and it means the same."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from briefings import bound, query
from briefings.query import Query
from briefings.sought import sought


def asked(sql: str) -> Query:
    """A query without a file."""
    return Query("x/y", "", "", "", sql, frozenset())


@pytest.mark.parametrize(
    ("value", "sql"),
    [
        (None, "null"),
        (True, "true"),
        (7, "7"),
        ("o'clock", "'o''clock'"),
        ("$day; drop table x --", "'$day; drop table x --'"),
        (date(2024, 2, 29), "date '2024-02-29'"),
        (["a", "b'c"], "['a', 'b''c']"),
        ([[" trade "], []], "[[' trade '], []]"),
    ],
)
def test_a_value_as_sql_is_that_value(value: object, sql: str) -> None:
    assert bound.literal(value) == sql
    assert duckdb.execute(f"select {sql}").fetchall() == [(value,)]


def test_only_parameters_are_written_in() -> None:
    query_ = asked("-- of $day\nselect '$day', \"$day\", $day, $days /* $day */")
    assert bound.sql(query_, {"day": 1}) == "-- of $day\nselect '$day', \"$day\", 1, null /* $day */"


@pytest.mark.parametrize("name", ["topics/share_of_exchanges", "data/statements", "search/frequency", "phrases/list"])
def test_it_gives_the_rows_of_the_query(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    values = {
        "since": date(2023, 1, 1),
        "ministries": ["va-mfa"],
        "whose": "spokesperson",
        "grain": "month",
        "queries": ["trade"],
        "sought": sought(["trade"]),
        "least_words": 2,
        "page_size": 30,
    }
    found = query.load(name)
    taken = {each: values.get(each) for each in found.parameters}
    rows = cursor.execute(found.sql, taken).fetchall()
    assert rows and cursor.execute(bound.sql(found, values)).fetchall() == rows
