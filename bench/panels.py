"""How long every panel takes, whatever the filter: median and 95th percentile, and both over a floor on this machine.

Run: python -m bench.panels DB [--times 15] [--only topics/ phrases/list]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles

import duckdb

from briefings.catalogue import PANELS
from briefings.panels import Panel
from briefings.selection import Known, Selection
from briefings.sought import sought

FLOOR = "select sum(words), sum(span_start), sum(exchange) from statement"
"""Whole columns of the statements added up: the least that a query over everything has to do."""
SLOW = 5.0
"""Seconds after which a panel is not asked again."""
Values = Mapping[str, object]


def first(cursor: duckdb.DuckDBPyConnection, sql: str) -> object:
    """The one value of a query."""
    return cursor.execute(sql).fetchall()[0][0]


def filters(cursor: duckdb.DuckDBPyConnection) -> dict[str, Values]:
    """One filter of each kind, with the values most frequent in the database."""
    year = first(cursor, "select year(median(day)) from briefing where standing = 'counted'")
    assert isinstance(year, int)
    most = "select {0} from {1} join exchange using ({1}) group by all order by count(*) desc limit 1"
    about = "select id from topic join exchange_topic using (topic) group by all order by count(*) desc limit 1"
    said = Selection(said="cooperation").scope(Known({}, {}, (), {}, None, None))
    return {
        "everything": {},
        "a year": {"since": date(year, 1, 1), "until_day": date(year, 12, 31)},
        "a month": {"since": date(year, 3, 1), "until_day": date(year, 3, 31)},
        "12 months": {"since": date(year, 3, 8), "until_day": date(year + 1, 3, 7)},
        "a speaker": {"spokespersons": [first(cursor, most.format("name", "speaker"))]},
        "a ministry": {"ministries": [first(cursor, most.format("id", "ministry"))]},
        "a topic": {"about": [first(cursor, about)]},
        "a word": {"saying": said["saying"]},
    }


def asked(cursor: duckdb.DuckDBPyConnection) -> dict[str, object]:
    """What the panels take besides the filter: their settings on a page just opened, a formulation, another year."""
    year = first(cursor, "select year(median(day)) + 1 from briefing where standing = 'counted'")
    assert isinstance(year, int)
    phrase = "select tokens from phrase where length > 2 order by spoken_uses desc limit 1"
    return {
        **{"whose": "spokesperson", "grain": "month", "least_words": 3, "names": False, "page_size": 50, "skipped": 0},
        **{"phrase": first(cursor, phrase), "queries": ["cooperation"], "sought": sought(["cooperation"])},
        **{"since_b": date(year, 1, 1), "until_day_b": date(year, 12, 31), "whose_b": "spokesperson"},
    }


def timed(cursor: duckdb.DuckDBPyConnection, panel: Panel | None, values: Values, times: int) -> list[float]:
    """Seconds of each run of a panel, or of the floor; fewer runs where one takes long."""
    taken: list[float] = []
    while len(taken) < times and (len(taken) < 2 or max(taken) < SLOW):
        began = time.perf_counter()
        if panel:
            panel.rows(cursor, values)
        else:
            cursor.execute(FLOOR).fetchall()
        taken.append(time.perf_counter() - began)
    return taken[1:] if len(taken) > 2 else taken


def late(taken: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]


def lines(cursor: duckdb.DuckDBPyConnection, only: Sequence[str], times: int) -> Iterator[str]:
    """The table, a line for every panel and filter."""
    floor = median(timed(cursor, None, {}, times))
    yield f"floor: {1000 * floor:.1f} ms; median and 95th percentile of {times} runs in ms, and over the floor"
    for name, panel in PANELS.items():
        if only and not any(name.startswith(part) for part in only):
            continue
        for kind, chosen in filters(cursor).items():
            taken = timed(cursor, panel, {**asked(cursor), **chosen}, times)
            middle, end = median(taken), late(taken)
            shown = f"{1000 * middle:>7.0f} {1000 * end:>7.0f} {middle / floor:>8.1f} {end / floor:>7.1f}"
            yield f"{name:28} {kind:12} {shown}"


def main(words: Sequence[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.panels", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("database", type=Path, metavar="DB")
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--only", nargs="*", default=(), metavar="NAME", help="panels whose names begin so")
    chosen = parser.parse_args(words)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{chosen.database}' as briefings (read_only)")
        connection.execute("use briefings")
        for line in lines(connection, chosen.only, chosen.times):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
