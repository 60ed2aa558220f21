"""How often a phrase in steady use is called dormant, or revived, by chance.

Run: python -m bench.dormancy [--times 20000]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa

from briefings import query
from briefings.life import Calendar, lives

BRIEFINGS = 2000
USES = (5, 10, 50, 200)
ALLOWED = 0.02

STATUS = """
select
    count(*) filter (status = 'dormant') / count(*) as dormant,
    count(*) filter (status = 'revived') / count(*) as revived,
from (select life_status(uses, briefings, first_place, last_place, held, 0.0, return_p) as status from simulated)
"""


def simulated(uses: int, times: int, seed: int) -> pa.Table:
    """The lives of so many phrases, each used in so many briefings drawn evenly."""
    chance = np.random.default_rng(seed)
    drawn = [np.sort(chance.choice(BRIEFINGS, uses, replace=False)) for _ in range(times)]
    everyone = np.ones(BRIEFINGS, bool)
    calendar = Calendar(np.zeros(BRIEFINGS, np.int64), everyone, everyone)
    life = lives(times, np.repeat(np.arange(times), uses), np.concatenate(drawn), calendar, calendar.ranks())
    return pa.table({name: getattr(life, name) for name in life.__slots__})


def rates(uses: int, times: int, seed: int = 1) -> tuple[float, float]:
    """The shares of steady phrases that are called dormant and revived."""
    with duckdb.connect() as connection:
        for name in ("schema", "macros"):
            query.script(connection, name)
        connection.register("simulated", simulated(uses, times, seed))
        dormant, revived = connection.execute(STATUS).fetchall()[0]
    return float(dormant), float(revived)


def main(words: Sequence[str] | None = None) -> int:
    """Prints the rates; 1 where one is above what is allowed."""
    parser = argparse.ArgumentParser(prog="python -m bench.dormancy", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=20_000, help="phrases simulated (default: 20,000)")
    times = parser.parse_args(words).times
    worst = 0.0
    for uses in USES:
        dormant, revived = rates(uses, times)
        worst = max(worst, dormant, revived)
        print(f"{uses:4} uses in {BRIEFINGS:,} briefings: dormant {dormant:.2%}, revived {revived:.2%} of {times:,}")
    return int(worst > ALLOWED)


if __name__ == "__main__":
    raise SystemExit(main())
