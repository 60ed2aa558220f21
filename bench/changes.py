"""How often chance alone gives a change point, how near planted ones are dated, and how long the search takes.

False alarms: the briefings of every topic of a database, shuffled over its days, so that no change is left but the
likeness of the exchanges of one briefing is. Dates: jumps planted in random counts. `python -m bench.changes DATABASE`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import duckdb
import numpy as np

from briefings.changes import Counts, Days, changes

SEED = 20190610
SHUFFLES = 200
RUNS = 1000
JUMPS = ((0.04, 0.22), (0.05, 0.12), (0.02, 0.06), (0.2, 0.1))
READ = """
with size as (
    select briefing, any_value(day) as day, count(*) as n
    from exchange where standing = 'counted' and day is not null and spoken > 0 group by briefing
),
part as (
    select topic, exchange.briefing, count(*) as k
    from exchange_topic join exchange using (exchange) where exchange.spoken > 0 group by all
)
select id, list((day - date '1970-01-01')::integer order by day, briefing), list(n order by day, briefing),
    list(coalesce(k, 0) order by day, briefing)
from size cross join topic left join part using (topic, briefing)
group by id having sum(k) > 0 order by id
"""


def read(database: Path) -> Iterator[tuple[str, Counts, Counts, Counts]]:
    """Each topic with the day, the exchanges and the hits of every briefing."""
    with duckdb.connect(str(database), read_only=True) as connection:
        for topic, *columns in connection.execute(READ).fetchall():
            day, exchanges, hits = (np.array(column, dtype=np.int64) for column in columns)
            yield topic, day, exchanges, hits


def by_day(day: Counts, exchanges: Counts, hits: Counts) -> Days:
    """Briefings summed by day."""
    starts = np.flatnonzero(np.diff(day, prepend=day[0] - 1))
    columns = (np.ones_like(hits), hits, exchanges, hits * hits, hits * exchanges, exchanges * exchanges)
    return Days(*(np.add.reduceat(column, starts) for column in columns))


def false_alarms(database: Path) -> None:
    """Prints the changes found in shuffled series, by series-year, beside those found in the order of time."""
    random = np.random.default_rng(SEED)
    alarms, with_any, series, years, real, worst = 0, 0, 0, 0.0, 0, ("", 0.0)
    for topic, day, exchanges, hits in read(database):
        real += len(changes(by_day(day, exchanges, hits)))
        here = 0
        for _ in range(SHUFFLES):
            order = random.permutation(len(hits))
            found = len(changes(by_day(day, exchanges[order], hits[order])))
            here, with_any = here + found, with_any + bool(found)
        span = float(day[-1] - day[0] + 1) / 365.25 * SHUFFLES
        alarms, series, years = alarms + here, series + SHUFFLES, years + span
        worst = max(worst, (topic, here / span), key=lambda each: each[1])
    print(f"{database.name}: {real} changes in the order of time; shuffled {SHUFFLES} times over {series:,} series:")
    print(f"  {alarms} false alarms in {years:,.0f} series-years: {alarms / years:.4f} a series-year (bar: 0.1)")
    print(f"  {with_any / series:.2%} of series with any; most in {worst[0]}: {worst[1]:.4f} a series-year")


def planted() -> None:
    """Prints how near planted jumps are dated, and how often their interval holds the day."""
    random = np.random.default_rng(SEED)
    for before, after in JUMPS:
        for alike in (0.0, 0.15):
            missed, errors, held, wide = 0, [], 0, []
            for _ in range(RUNS):
                series, at = jump(random, before, after, alike)
                found = changes(series)
                if not found:
                    missed += 1
                    continue
                nearest = min(found, key=lambda change: abs(change.at - at))
                errors.append(abs(nearest.at - at))
                held += nearest.earliest <= at <= nearest.latest
                wide.append(nearest.latest - nearest.earliest)
            told = f"{before:.0%} to {after:.0%}, likeness {alike:.2f}: {RUNS - missed} of {RUNS} found"
            if errors:
                near = np.mean(np.array(errors) <= 3)
                told += f", median {np.median(errors):.0f} briefings off, {near:.0%} within 3"
                told += f", interval holds it in {held / len(errors):.1%}, median width {np.median(wide):.0f}"
            print(told)


def jump(random: np.random.Generator, before: float, after: float, alike: float) -> tuple[Days, int]:
    """A series of 400 briefings with a jump somewhere, and its place.

    Args:
        alike: the correlation of the exchanges of one briefing.
    """
    at = int(random.integers(60, 340))
    shares = np.where(np.arange(400) < at, before, after)
    if alike:
        size = 1 / alike - 1
        shares = random.beta(shares * size, (1 - shares) * size)
    exchanges = random.integers(4, 15, 400)
    hits = random.binomial(exchanges, shares)
    return by_day(np.arange(400), exchanges, hits), at


def speed(briefings: int = 6000, topics: int = 8) -> None:
    """Prints how long the search of several series takes."""
    random = np.random.default_rng(SEED)
    exchanges = random.integers(1, 20, briefings)
    shares = [np.repeat(random.uniform(0.01, 0.3, 12), -(-briefings // 12))[:briefings] for _ in range(topics)]
    series = [by_day(np.arange(briefings), exchanges, random.binomial(exchanges, share)) for share in shares]
    times = []
    for _ in range(7):
        started = perf_counter()
        found = sum(len(changes(each)) for each in series)
        times.append(perf_counter() - started)
    print(
        f"{topics} series of {briefings:,} briefings: {1000 * np.median(times):.0f} ms, {found} changes (bar: 100 ms)"
    )


def main() -> None:
    """Prints all three."""
    command = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    command.add_argument("database", type=Path, nargs="*", help="loaded databases whose briefings are shuffled")
    for database in command.parse_args().database:
        false_alarms(database)
    planted()
    speed()


if __name__ == "__main__":
    main()
