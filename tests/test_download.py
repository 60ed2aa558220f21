"""Files of the slice: the same rows give the same bytes, and nothing is lost on the way. Every name is invented."""

from __future__ import annotations

import csv
import io
from datetime import date

import duckdb
import pyarrow.parquet as pq
import pytest

from briefings import query
from briefings.app import download
from briefings.export import Extract
from tests.tiny import Held, Said, built

KINDS = {"briefings": 2, "exchanges": 3, "statements": 6, "topic_hits": 3}


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    """Three exchanges in two briefings, one undated; an answer holds a comma, quotation marks and a line break."""
    answer = '=we "agree", \nthey say'
    return built(
        [
            Held(date(2030, 3, 4), [Said(("fishing", "visas"), outlet=0), Said(answer=answer)]),
            Held(None, [Said(("fishing",))]),
        ]
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_count_is_that_of_the_rows(connection: duckdb.DuckDBPyConnection, kind: str) -> None:
    asked = query.load(f"data/{kind}")
    assert download.count(connection, asked, {}) == KINDS[kind]
    assert Extract(asked.name, {}).rows(connection).num_rows == KINDS[kind]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_same_rows_give_the_same_bytes(connection: duckdb.DuckDBPyConnection, kind: str, form: str) -> None:
    first, second = (Extract(f"data/{kind}", {}, form=form).file(connection.cursor()).content for _ in range(2))
    assert first == second


def test_csv_can_be_read_back(connection: duckdb.DuckDBPyConnection) -> None:
    content = Extract("data/statements", {}).file(connection).content
    assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == 6
    assert rows[3]["text"] == '\'=we "agree", \nthey say'
    assert rows[0]["topics"] == "fishing; visas" and rows[0]["day"] == "2030-03-04" and rows[5]["day"] == ""


def test_parquet_keeps_days_lists_and_empty_cells(connection: duckdb.DuckDBPyConnection) -> None:
    table = pq.read_table(io.BytesIO(Extract("data/exchanges", {}, form="parquet").file(connection).content))
    [first, _, last] = table.to_pylist()
    assert (first["day"], first["topics"], first["outlet"]) == (date(2030, 3, 4), ["fishing", "visas"], "Harbour Post")
    assert (last["day"], last["topics"], last["outlet"]) == (None, ["fishing"], None)
