"""What the reader asks the database, on one made by hand. Every name is invented."""

from __future__ import annotations

from datetime import date

import duckdb
import pandas as pd
import pytest

from briefings import query
from tests.tiny import Held, Said, built

DAYS = [date(2030, 3, 4), date(2030, 3, 5), date(2030, 3, 6)]


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    """Four briefings, one undated; the second is an earlier wording of the third."""
    talk = [Said(("fishing",), {"fishing": 2}, answer="fish and fish again"), Said()]
    held = [
        Held(DAYS[0], talk),
        Held(DAYS[1], talk, standing="revision"),
        Held(DAYS[2], talk, ministry=1),
        Held(None, talk),
    ]
    made = built(held)
    made.execute("update briefing set current = 2, name = 'earlier.html' where briefing = 1")
    made.execute(
        "insert into turn (turn, exchange, briefing, position, kind, role) "
        "select statement, exchange, briefing, position, 'answer', role from statement"
    )
    return made


def run(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> pd.DataFrame:
    """The rows of a query."""
    return query.load(f"reader/{name}").run(connection, values)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({}, [(2, True), (0, True), (3, True)]),
        ({"ministries": ["va-mfa"]}, [(0, True), (3, True)]),
        # The one that is open stands in the list, wherever the filters are.
        ({"opened": 1}, [(2, True), (1, False), (0, True), (3, True)]),
        ({"opened": 0, "ministries": ["os-mfa"]}, [(2, True), (0, False)]),
    ],
)
def test_the_latest_briefing_of_the_slice_comes_first_the_undated_last(
    connection: duckdb.DuckDBPyConnection, scope: dict[str, object], expected: list[tuple[int, bool]]
) -> None:
    rows = run(connection, "briefings", **scope)
    assert list(zip(rows["briefing"], rows["inside"], strict=True)) == expected


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        (None, [2, 0]),
        (2, [2, 0]),
        # Between two others: as many before it as after it.
        (0, [2, 0, 3]),
        # The last of all: what is left of the list is filled from before it.
        (3, [0, 3]),
    ],
)
def test_of_a_long_slice_the_list_holds_the_nearest_to_the_open_one(
    connection: duckdb.DuckDBPyConnection, opened: int | None, expected: list[int]
) -> None:
    rows = run(connection, "briefings", opened=opened, nearest=len(expected))
    assert list(rows["briefing"]) == expected
    assert set(rows["in_slice"]) == {3}


def test_an_earlier_wording_leads_to_the_one_that_counts_and_back(connection: duckdb.DuckDBPyConnection) -> None:
    assert list(run(connection, "versions", briefing="b1")["id"]) == ["b2"]
    [earlier] = run(connection, "versions", briefing="b2").to_dict("records")
    assert (earlier["id"], earlier["standing"], earlier["file"]) == ("b1", "revision", "earlier.html")
    assert run(connection, "versions", briefing="b0").empty


def test_statements_come_in_order_with_their_marks(connection: duckdb.DuckDBPyConnection) -> None:
    rows = run(connection, "statements", briefing_key=0)
    assert list(rows["position"]) == [0, 1, 2, 3]
    marks = rows["marks"][1]
    assert [(mark["first"], mark["last"], mark["title"]) for mark in marks] == [(0, 4, "Fishing"), (6, 10, "Fishing")]


def test_topics_belong_to_their_exchange(connection: duckdb.DuckDBPyConnection) -> None:
    rows = run(connection, "topics", briefing_key=2)
    assert list(zip(rows["exchange"], rows["title"], strict=True)) == [(0, "Fishing")]


def test_an_unknown_briefing_has_no_row(connection: duckdb.DuckDBPyConnection) -> None:
    assert run(connection, "briefing", briefing="zz").empty
