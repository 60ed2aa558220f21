"""How long Search takes for its first 50 lines and the exact total, beside looking through every statement.

Run: python -m bench.search DB [--index] [--times 200]
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import duckdb
import numpy as np

from briefings import query
from briefings.search import words
from briefings.sought import sought

TABLES = ("word", "facet", "day_begin", "occurrence")
PAGE: dict[str, object] = {"whose": "spokesperson", "page_size": 50, "skipped": 0, "sort": "date"}
MACROS = ("holding", "macros")
PAIRS = """
select a.token || ' ' || b.token
from (select word, following, count(*) as times from occurrence group by all order by times desc limit $most)
join word as a using (word)
join word as b on b.word = following
order by times desc
"""
THROUGH = """
with found as (
    select statement from statement where contains(tokens, $needle) and role = 'spokesperson' and standing = 'counted'
)
select count(*), (select list(statement) from (from found order by statement desc limit 50)) from found
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """Queries of one kind, each taken `times` times, with other values of the page."""

    name: str
    queries: Sequence[str]
    times: int = 1
    sort: str = "date"


def index(connection: duckdb.DuckDBPyConnection) -> None:
    """Gives a database that was made before it the index, and says how long that took and how large it is."""
    began, worked = time.perf_counter(), time.process_time()
    size = connection.execute("select sum(used_blocks) * any_value(block_size) from pragma_database_size()").fetchall()
    for table in TABLES:
        connection.execute(f"drop table if exists {table}")
    for statement in duckdb.extract_statements(query.text("schema")):
        if re.search(rf"create table ({'|'.join(TABLES)}) ", statement.query):
            connection.execute(statement)
    for name in MACROS:
        for statement in duckdb.extract_statements(query.text(name)):
            connection.execute(statement.query.replace("create macro", "create or replace macro"))
    query.script(connection, "load/6_occurrences")
    connection.execute("checkpoint")
    grown = connection.execute("select sum(used_blocks) * any_value(block_size) from pragma_database_size()").fetchall()
    print(
        f"index: {(grown[0][0] - size[0][0]) / 1e6:,.0f} MB, {time.perf_counter() - began:.0f} s, "
        f"{time.process_time() - worked:.0f} s of the processor"
    )


def phrases(cursor: duckdb.DuckDBPyConnection, number: int, seed: int) -> Iterator[str]:
    """Phrases of two to five words, each from a statement taken at random: common words as often as they are said."""
    chance = Random(seed)
    [[most]] = cursor.execute("select max(statement) from statement").fetchall()
    keys = [chance.randrange(most) for _ in range(3 * number)]
    texts = cursor.execute(
        "select trim(tokens) from statement where statement in (select unnest($1))", [keys]
    ).fetchall()
    for (text,) in chance.sample(texts, len(texts)):
        said = text.split()
        if len(said) >= 5:
            first = chance.randrange(len(said) - 4)
            yield f'"{" ".join(said[first : first + chance.randint(2, 5)])}"'


def kinds(cursor: duckdb.DuckDBPyConnection, number: int) -> Iterator[Kind]:
    """What is looked for."""
    drawn = list(phrases(cursor, number, 1))[:number]
    pairs = [f'"{pair}"' for (pair,) in cursor.execute(PAIRS, {"most": 20}).fetchall()]
    common = [row[0] for row in cursor.execute("select token from word order by uses desc limit 10").fetchall()]
    yield Kind("phrases of 2 to 5 words", drawn)
    yield Kind("the 20 commonest pairs", pairs, 5)
    yield Kind("the 10 commonest words", common, 3)
    yield Kind("two of them", [f"{one} {other}" for one, other in zip(common, common[1:], strict=False)])
    yield Kind("beginnings", ["cooperat*", "econom*", "un*"], 5)
    yield Kind("near", [f"{one} NEAR/5 cooperat*" for one in common[:5]] + ["trade NEAR/5 econom*"], 2)
    yield Kind("without", [f"{typed} -{common[1]}" for typed in drawn[:10]])
    yield Kind("phrases, by left context", drawn[:40], sort="left")
    yield Kind("phrases, by right context", drawn[:40], sort="right")


def taken(queries: Sequence[str], times: int, run: Callable[[str], object]) -> list[tuple[float, float]]:
    """Milliseconds of each run: by the clock, and of the processors."""
    found = []
    for typed in [each for each in queries for _ in range(times)]:
        began, worked = time.perf_counter(), time.process_time()
        run(typed)
        found.append((1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)))
    return found


def told(name: str, figures: list[tuple[float, float]]) -> None:
    """Prints a line."""
    half, most, slowest = np.percentile([clock for clock, _ in figures], (50, 95, 100))
    work = np.percentile([work for _, work in figures], (50, 95))
    print(
        f"{name:33} n {len(figures):4}  median {half:7.1f} ms  p95 {most:7.1f}  slowest {slowest:7.1f}"
        f"  processor median {work[0]:7.1f}  p95 {work[1]:7.1f}",
        flush=True,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what each kind of query took."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("database", type=Path, metavar="DB")
    parser.add_argument("--index", action="store_true", help="give DB its index first; DB is written to")
    parser.add_argument("--times", type=int, default=200, metavar="N", help="phrases drawn (default: 200)")
    parser.add_argument("--only", default="", help="only the kinds whose name holds this")
    chosen = parser.parse_args(arguments)
    if chosen.index:
        with duckdb.connect(str(chosen.database)) as connection:
            index(connection)
    with duckdb.connect(str(chosen.database), read_only=True) as connection:
        measured(connection.cursor(), chosen.times, chosen.only)
    return 0


def measured(cursor: duckdb.DuckDBPyConnection, number: int, only: str) -> None:
    """Prints a line for each kind, and for the way without an index."""
    lines = query.load("search/lines")
    for kind in kinds(cursor, number):
        page = {**PAGE, "sort": kind.sort}

        def run(typed: str, page: dict[str, object] = page) -> object:
            return lines.run(cursor, {**page, "sought": sought([typed])})

        if only in kind.name:
            told(kind.name, taken(kind.queries, kind.times, run))
    if not only:
        through = list(phrases(cursor, 5, 2))[:5]
        figures = taken(through, 1, lambda typed: cursor.execute(THROUGH, {"needle": words(typed)}).fetchall())
        told("looking through every statement", figures)


if __name__ == "__main__":
    raise SystemExit(main())
