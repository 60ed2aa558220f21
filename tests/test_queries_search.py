"""Search on a database made by hand: what is found, in which order, and how often. Every sentence is invented."""

from __future__ import annotations

from datetime import date

import duckdb
import pandas as pd
import pytest

from briefings import query
from briefings.catalogue import PANELS
from briefings.sought import sought
from tests.tiny import Held, Said, built

ANSWERS = {
    date(2030, 3, 4): ["the old harbour opens in may", "no comment"],
    date(2030, 3, 5): ["a new harbour is planned", "harbour", "we will open the old mill"],
    date(2030, 4, 1): ["ships leave the harbour at dawn"],
    None: ["the harbour without a date"],
}
EVERYONE: dict[str, object] = {"whose": None}
SPOKEN: dict[str, object] = {"whose": "spokesperson"}


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    """Seven exchanges in four briefings, two speakers, two ministries."""
    held = [
        Held(day, [Said(answer=text, speaker=place % 2) for place, text in enumerate(texts)], ministry=number % 2)
        for number, (day, texts) in enumerate(ANSWERS.items())
    ]
    return built(held)


def lines(connection: duckdb.DuckDBPyConnection, typed: str, **values: object) -> pd.DataFrame:
    """The concordance of what is typed."""
    return query.load("search/lines").run(connection, {**SPOKEN, "sought": sought([typed]), **values})


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("harbour", 5),
        ("HARBOUR", 5),
        ("harbou", 0),
        ("old", 2),
        ("old harbour", 1),
        ('"old harbour"', 1),
        ('"harbour old"', 0),
        ("harbour dawn", 1),
        ("mill harbour", 0),
        ("harb*", 5),
        ('"old ha*"', 1),
        ("harbour -old", 4),
        ("harbour -old -planned", 3),
        ('harbour -"the harbour"', 3),
        ("harbour -harb*", 0),
        ("ships NEAR/2 harbour", 1),
        ("harbour NEAR/2 ships", 1),
        ("ships NEAR/1 harbour", 0),
        ('ships NEAR/0 "leave the harb*"', 1),
        ("harbour NEAR/9 harbour", 0),
        ("harbour unheard", 0),
        ("harbour -unheard", 5),
        ("unheard*", 0),
    ],
)
def test_whole_words_and_phrases_are_found(connection: duckdb.DuckDBPyConnection, typed: str, found: int) -> None:
    assert len(lines(connection, typed)) == found


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        # From the match outwards; a match that begins its sentence comes last.
        ("left", ["a new harbour is", "the old harbour opens", "the harbour without", "ships leave the", "harbour"]),
        # A match that ends its sentence comes last.
        ("right", ["ships leave the", "a new harbour is", "the old harbour opens", "the harbour without", "harbour"]),
        ("date", ["ships leave the", "a new harbour is", "harbour", "the old harbour opens", "the harbour without"]),
        # Ada, then Bela; each by date, the undated last.
        ("speaker", ["ships leave the", "a new harbour is", "the old harbour opens", "the harbour without", "harbour"]),
    ],
)
def test_lines_are_sorted(connection: duckdb.DuckDBPyConnection, sort: str, expected: list[str]) -> None:
    texts = lines(connection, "harbour", sort=sort)["text"]
    assert all(text.startswith(beginning) for text, beginning in zip(texts, expected, strict=True)), list(texts)


def test_contexts_are_those_of_the_first_of_several_words(connection: duckdb.DuckDBPyConnection) -> None:
    both = lines(connection, "opens harbour", sort="left")
    assert list(both["text"]) == ["the old harbour opens in may"]


def test_pages_of_lines_join_to_all_of_them(connection: duckdb.DuckDBPyConnection) -> None:
    whole = lines(connection, "harbour", sort="right")
    parts = [lines(connection, "harbour", sort="right", page_size=2, skipped=skipped) for skipped in (0, 2, 4)]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole, check_dtype=False)


def test_every_line_knows_the_total(connection: duckdb.DuckDBPyConnection) -> None:
    assert list(lines(connection, "harbour", page_size=2, skipped=2)["total"]) == [5, 5]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ({"since": date(2030, 3, 5)}, 3),
        ({"until_day": date(2030, 3, 31)}, 3),
        ({"since": date(2030, 3, 5), "until_day": date(2030, 3, 5)}, 2),
        ({"since": date(2031, 1, 1)}, 0),
        ({"ministries": ["os-mfa"]}, 3),
        ({"sources": ["wired"]}, 0),
        ({"spokespersons": ["Ada Brandt"]}, 4),
        ({"saying": sought(["old"])}, 1),
        ({"saying": sought(["harbour -old"])}, 4),
    ],
)
def test_lines_are_those_of_the_slice(
    connection: duckdb.DuckDBPyConnection, scope: dict[str, object], found: int
) -> None:
    everything = {"whose": "spokesperson", **scope}
    slice_ = "scope($since, $until_day, $ministries, $sources, $spokespersons, null, $saying, $whose, null)"
    names = ("since", "until_day", "ministries", "sources", "spokespersons", "saying", "whose")
    held = connection.execute(
        f"select count(*) from {slice_} join statement using (exchange) where contains(tokens, ' harbour ')",
        {name: everything.get(name) for name in names},
    ).fetchone()
    assert (len(lines(connection, "harbour", **scope)), held) == (found, (found,))


def test_the_voice_chosen_decides_whose_sentences_are_looked_through(connection: duckdb.DuckDBPyConnection) -> None:
    assert lines(connection, "question").empty
    assert set(lines(connection, "question", **EVERYONE)["role"]) == {"reporter"}


def frequency(connection: duckdb.DuckDBPyConnection, *queries: str, **values: object) -> pd.DataFrame:
    """How often the queries are said, by month."""
    asked = {"queries": list(queries), "sought": sought(list(queries)), "grain": "month", "split": ""}
    return query.load("search/frequency").run(connection, {**SPOKEN, **asked, **values})


def test_shares_are_of_the_exchanges_of_each_period(connection: duckdb.DuckDBPyConnection) -> None:
    rows = frequency(connection, "harbour", "old")
    counts = [(each.query, each.period.month, each.hits, each.exchanges, each.briefings) for each in rows.itertuples()]
    assert counts == [("harbour", 3, 3, 5, 2), ("harbour", 4, 1, 1, 1), ("old", 3, 2, 5, 2), ("old", 4, 0, 1, 1)]
    assert list(rows["share"]) == [0.6, 1.0, 0.4, 0.0]
    assert rows["share"].between(rows["low"] - 1e-6, rows["high"] + 1e-6).all()


def test_nothing_typed_has_no_rows(connection: duckdb.DuckDBPyConnection) -> None:
    assert query.load("search/frequency").run(connection, {"grain": "month", "split": ""}).empty


@pytest.mark.parametrize("split", ["", "ministry", "spokesperson"])
def test_every_count_is_that_of_its_evidence(connection: duckdb.DuckDBPyConnection, split: str) -> None:
    panel = PANELS["search/frequency"]
    queries = ["harbour", '"the old"', "may harbour"]
    asked = {"queries": queries, "sought": sought(queries), "grain": "month", "split": split}
    scope = {**SPOKEN, **asked}
    rows = panel.rows(connection, scope)
    assert rows["hits"].sum() > 5
    for row in rows.to_dict("records"):
        key = {name: row[name] for name in panel.keys(rows)}
        assert (
            panel.behind(connection, scope, {**key, "period": row["period"].date()})["exchange"].nunique()
            == row["hits"]
        )
