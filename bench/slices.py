"""How long the lists and lives of phrases take: median, slowest, and processor time over all threads.

Run: python -m bench.slices DB [--times 9]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median

import duckdb

from briefings import query

PAGE = {"whose": "spokesperson", "least_words": 3, "names": False, "page_size": 50, "skipped": 0, "grain": "month"}
Values = dict[str, object]


def asked(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, Values]]:
    """What is timed: a name, a query, and its values, taken from what the database holds."""

    def first(sql: str) -> str:
        return str(cursor.execute(sql).fetchall()[0][0])

    year = cursor.execute("select year(median(day)) from briefing where standing = 'counted'").fetchall()[0][0]
    span: Values = {"since": date(year, 1, 1), "until_day": date(year, 12, 31)}
    after: Values = {"since_b": date(year + 1, 1, 1), "until_day_b": date(year + 1, 12, 31), "whose_b": "spokesperson"}
    speaker = first(
        "select name from speaker join exchange using (speaker) group by name order by count(*) desc limit 1"
    )
    yield "everything", "phrases/list", {}
    yield "a year", "phrases/list", span
    yield "a month", "phrases/list", {**span, "until_day": date(year, 1, 31)}
    yield "a ministry", "phrases/list", {"ministries": [first("select id from ministry order by ministry limit 1")]}
    yield "a spokesperson", "phrases/list", {"spokespersons": [speaker]}
    yield (
        "a topic",
        "phrases/list",
        {"about": [first("select id from topic join exchange_topic using (topic) limit 1")]},
    )
    phrase = first("select tokens from phrase where length > 2 order by spoken_uses desc limit 1")
    for name in ("summary", "life", "who", "topics", "silences"):
        yield f"one formulation's {name}", f"phrases/{name}", {"phrase": phrase}
    yield "two years compared", "phrases/compare", {**span, **after}


def main(words: Sequence[str] | None = None) -> int:
    """Prints what each query took."""
    parser = argparse.ArgumentParser(prog="python -m bench.slices", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("database", type=Path, metavar="DB")
    parser.add_argument("--times", type=int, default=9)
    chosen = parser.parse_args(words)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{chosen.database}' as briefings (read_only)")
        connection.execute("use briefings")
        for name, sql, values in asked(connection):
            taken, worked = [], []
            for _ in range(chosen.times):
                began, work = time.perf_counter(), time.process_time()
                query.load(sql).run(connection, {**PAGE, **values})
                taken.append(1000 * (time.perf_counter() - began))
                worked.append(1000 * (time.process_time() - work))
            print(f"{name:28} {median(taken):6.0f} ms, slowest {max(taken):6.0f}, work {median(worked):6.0f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
