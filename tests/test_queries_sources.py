"""The inventory on a database made by hand: totals, versions, copies, refusals. Every name is invented."""

from __future__ import annotations

from datetime import date

import duckdb
import pandas as pd
import pytest

from briefings import query
from tests.tiny import Held, Said, built, summed

FIRST, SECOND, THIRD = date(2030, 3, 4), date(2030, 3, 5), date(2030, 3, 8)
TALK = [Said(answer="we agree"), Said(answer="we do not")]

CHANGES = (
    "update briefing set sha256 = 'sha' || briefing, name = 'page' || briefing || '.html', text = 'Menu We agree.'",
    "update briefing set current = 2 where standing in ('revision', 'duplicate')",
    "update briefing set source = 1 where standing = 'echo'",
    "insert into page (path, name, sha256) select '/a/' || name, name, sha256 from briefing",
    "insert into page (path, name, sha256) values ('/b/page0.html', 'page0.html', 'sha0')",
    "insert into page (path, name, sha256, reason, message) values ('/a/x', 'x', 's', 'no_date', 'no date on it')",
    "insert into turn (turn, exchange, briefing, position, kind) "
    "select statement, exchange, briefing, position, if(role = 'reporter', 'question', 'answer') from statement",
)


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    """Three briefings that count, one of them undated, a revision, a duplicate, an echo, and their pages."""
    held = [
        Held(FIRST, TALK),
        Held(SECOND, TALK, standing="revision"),
        Held(SECOND, [Said(answer="we agree now")]),
        Held(SECOND, TALK, standing="duplicate"),
        Held(THIRD, TALK, standing="echo", ministry=1),
        Held(None, TALK, ministry=1),
    ]
    made = built(held)
    for change in CHANGES:
        made.execute(change)
    summed(made)
    return made


def run(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> pd.DataFrame:
    """The rows of a query."""
    return query.load(f"sources/{name}").run(connection, values)


def test_what_was_loaded_counts_pages_of_every_standing_and_briefings_that_count(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rows = run(connection, "loaded").set_index(["source", "ministry"])
    columns = ["pages", "briefings", "left_out", "undated", "exchanges", "statements"]
    counts = {key: tuple(row) for key, row in zip(rows.index, rows[columns].itertuples(index=False), strict=True)}
    assert counts == {
        ("made-up", "va-mfa"): (5, 2, 2, 0, 3, 6),
        ("made-up", "os-mfa"): (1, 1, 0, 1, 2, 4),
        ("wired", "os-mfa"): (1, 0, 1, 0, 0, 0),
    }
    assert rows.loc[("made-up", "va-mfa"), "first_day"].date() == FIRST


def test_quality_counts_turns_and_the_words_inside_statements(connection: duckdb.DuckDBPyConnection) -> None:
    [row] = run(connection, "quality").to_dict("records")
    assert (row["briefings"], row["questions"], row["answers"], row["statements"]) == (3, 5, 5, 10)
    assert row["page_words"] == 9
    assert row["share_in_statements"] == row["statement_words"] / 9


def test_briefings_that_do_not_count_name_the_one_that_does(connection: duckdb.DuckDBPyConnection) -> None:
    rows = run(connection, "versions")
    told = [(row.standing, row.file, row.current_file) for row in rows.itertuples() if row.standing != "echo"]
    assert told == [("revision", "page1.html", "page2.html"), ("duplicate", "page3.html", "page2.html")]


def test_the_words_of_two_versions_come_turn_by_turn(connection: duckdb.DuckDBPyConnection) -> None:
    rows = run(connection, "turns", earlier=1, later=2)
    answers = rows[rows["kind"] == "answer"]
    assert list(zip(answers["briefing"], answers["text"], strict=True)) == [
        (1, "we agree"),
        (1, "we do not"),
        (2, "we agree now"),
    ]


def test_copies_of_a_name_are_told_apart_by_their_paths(connection: duckdb.DuckDBPyConnection) -> None:
    [row] = run(connection, "copies").to_dict("records")
    assert (row["file"], row["copy_of"]) == ("/b/page0.html", "/a/page0.html")


def test_days_are_those_with_a_briefing_that_counts_or_echoes_one(connection: duckdb.DuckDBPyConnection) -> None:
    rows = run(connection, "days")
    days = [(ministry, day.date()) for ministry, day in zip(rows["ministry"], rows["day"], strict=True)]
    assert days == [("os-mfa", THIRD), ("va-mfa", FIRST), ("va-mfa", SECOND)]


def test_refused_pages_are_listed_with_the_reason(connection: duckdb.DuckDBPyConnection) -> None:
    [row] = run(connection, "quarantine").to_dict("records")
    assert (row["file"], row["reason"], row["message"]) == ("x", "no_date", "no date on it")


@pytest.mark.parametrize(("name", "unit"), [("loaded", "briefing"), ("quality", "statement")])
@pytest.mark.parametrize("whose", [None, "spokesperson"])
def test_every_count_is_that_of_its_evidence(
    connection: duckdb.DuckDBPyConnection, name: str, unit: str, whose: str | None
) -> None:
    rows = run(connection, name, whose=whose)
    for row in rows.to_dict("records"):
        behind = run(connection, "evidence", whose=whose, source=row["source"], ministry=row.get("ministry"))
        assert behind[unit].nunique() == row[f"{unit}s"]
