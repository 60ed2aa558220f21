"""Change points against brute force, on made-up counts and on the jump planted in the sample."""

from __future__ import annotations

import itertools
import tomllib
from datetime import date

import duckdb
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from briefings import dated
from briefings.catalogue import PANELS
from briefings.changes import COST, COST_PER_LOG_DAY, LEAST, Counts, Days, Sums, changes, dispersion, summed
from briefings.release import ROOT


def days(hits: Counts, exchanges: Counts) -> Days:
    """A series of one briefing a day."""
    ones = np.ones(len(hits), dtype=np.int64)
    return Days(ones, hits, exchanges, hits * hits, hits * exchanges, exchanges * exchanges)


def drawn(seed: int, *stretches: tuple[int, float], alike: float = 0.0) -> Days:
    """Random counts: so many days at each share; `alike` spreads the shares of briefings around it."""
    random = np.random.default_rng(seed)
    shares = np.concatenate([np.full(length, share) for length, share in stretches])
    exchanges = random.integers(1, 16, len(shares))
    if alike:
        size = 1 / alike - 1
        shares = random.beta(shares * size, (1 - shares) * size)
    return days(random.binomial(exchanges, shares), exchanges)


def likelihood(series: Days, cuts: tuple[int, ...]) -> float:
    """The binomial log-likelihood of a series cut there, day by day."""
    total = 0.0
    for start, stop in itertools.pairwise([0, *cuts, len(series.hits)]):
        hits, exchanges = series.hits[start:stop], series.exchanges[start:stop]
        total += float(stats.binom.logpmf(hits, exchanges, hits.sum() / exchanges.sum()).sum())
    return total


@pytest.mark.parametrize("seed", range(4))
def test_gain_is_twice_the_likelihood_ratio_of_binomial_counts(seed: int) -> None:
    series = drawn(seed, (30, 0.1), (30, 0.2))
    sums = Sums(summed(series.hits), summed(series.exchanges))
    for cut in (1, 10, 31, 59):
        brute = 2 * (likelihood(series, (cut,)) - likelihood(series, ()))
        assert float(sums.gain(0, cut, 60)) == pytest.approx(brute, abs=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_one_change_is_where_the_likelihood_is_highest_of_all_days(seed: int) -> None:
    series = drawn(seed, (50, 0.05), (40, 0.3))
    best = max(range(LEAST, 90 - LEAST + 1), key=lambda cut: likelihood(series, (cut,)))
    assert [change.at for change in changes(series)] == [best]


@pytest.mark.parametrize("seed", range(3))
def test_two_changes_are_the_best_pair_of_all(seed: int) -> None:
    series = drawn(seed, (25, 0.05), (20, 0.4), (25, 0.05))
    pairs = [(a, b) for a in range(LEAST, 50) for b in range(a + LEAST, 70 - LEAST + 1)]
    best = max(pairs, key=lambda pair: likelihood(series, pair))
    assert tuple(change.at for change in changes(series)) == best


@pytest.mark.parametrize(
    "series",
    [
        drawn(1, (400, 0.1)),
        drawn(2, (400, 0.1), alike=0.3),
        drawn(3, (200, 0.0)),
        drawn(4, (200, 1.0)),
        drawn(5, (2 * LEAST - 1, 0.5)),
        days(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)),
    ],
)
def test_no_change_is_found_where_there_is_none(series: Days) -> None:
    assert changes(series) == []


def test_exchanges_that_are_alike_count_for_less() -> None:
    independent, alike = drawn(7, (100, 0.1), (100, 0.16)), drawn(7, (100, 0.1), (100, 0.16), alike=0.5)
    assert dispersion(independent, []) < 1.3 < 2.5 < dispersion(alike, [])
    assert changes(alike) == []


@pytest.mark.parametrize("cuts", [[], [40], [20, 60]])
def test_dispersion_is_pearsons_over_the_degrees_of_freedom(cuts: list[int]) -> None:
    series = drawn(11, (80, 0.3), alike=0.3)
    chi, exchanges = 0.0, 0
    for start, stop in itertools.pairwise([0, *cuts, 80]):
        hits, sizes = series.hits[start:stop], series.exchanges[start:stop]
        share = hits.sum() / sizes.sum()
        chi += ((hits - share * sizes) ** 2).sum() / (share * (1 - share))
        exchanges += sizes.sum()
    assert dispersion(series, cuts) == pytest.approx(chi / exchanges * 80 / (80 - len(cuts) - 1))


def test_briefings_of_one_day_are_summed_before_the_search() -> None:
    apart = drawn(3, (60, 0.05), (60, 0.3))
    joined = {name: getattr(apart, name).reshape(60, 2).sum(axis=1) for name in Days.__slots__}
    assert [change.at for change in changes(Days(**joined))] == [-(-change.at // 2) for change in changes(apart)]


def test_interval_holds_the_day_and_is_wider_where_the_jump_is_smaller() -> None:
    [large], [small] = changes(drawn(1, (150, 0.05), (150, 0.5))), changes(drawn(1, (150, 0.05), (150, 0.14)))
    for change in (large, small):
        assert change.earliest <= change.at <= change.latest and change.earliest <= 150 <= change.latest
    assert large.latest - large.earliest < 6 < small.latest - small.earliest


def test_every_change_gains_what_it_must() -> None:
    found = changes(drawn(2, (100, 0.05), (100, 0.4), (15, 0.05), (100, 0.3)))
    assert len(found) == 3
    assert all(change.gain > COST + COST_PER_LOG_DAY * np.log(315) for change in found)
    assert [(one.at, one.stop) for one in found[:-1]] == [(two.start, two.at) for two in found[1:]]


def listed(series: Days, first: date = date(2030, 1, 1)) -> pd.DataFrame:
    """The series as the query gives it."""
    numbers = list(range((first - date(1970, 1, 1)).days, (first - date(1970, 1, 1)).days + len(series.hits)))
    counts = {name: list(getattr(series, name)) for name in Days.__slots__}
    return pd.DataFrame([{"topic": "fishing", "title": "Fishing", "series": "", "days": numbers, **counts}])


def test_table_gives_the_shares_on_both_sides_with_wilsons_interval() -> None:
    series = drawn(1, (50, 0.05), (40, 0.3))
    [change] = changes(series)
    [row] = dated.table(listed(series)).to_dict("records")
    assert row["change"] == "rose"
    assert row["change_day"] == row["from_day"] == pd.Timestamp(2030, 1, 1) + pd.Timedelta(days=change.at)
    assert row["to_day"] == pd.Timestamp(2030, 1, 1) + pd.Timedelta(days=89)
    assert (row["hits"], row["hits_before"]) == (series.hits[change.at :].sum(), series.hits[: change.at].sum())
    assert row["share"] == row["hits"] / row["exchanges"]
    assert row["effective_n"] == row["exchanges"] / change.dispersion
    assert dated.wilson(0.25, 40) == pytest.approx(tuple(stats.binomtest(10, 40).proportion_ci(method="wilson")))


def test_table_of_nothing_keeps_its_columns() -> None:
    rows = dated.table(listed(drawn(1, (60, 0.1))))
    assert list(rows.columns) == list(dated.COLUMNS) and rows.empty


def test_planted_jump_of_the_sample_is_dated_within_three_briefings(cursor: duckdb.DuckDBPyConnection) -> None:
    jump = tomllib.loads((ROOT / "data" / "sample" / "facts.toml").read_text())["jump"]
    rows = PANELS["topics/changes"].rows(cursor, {"about": [jump["topic"]], "whose": "spokesperson"})
    assert rows["change"].tolist() == ["rose"]
    sql = "select count(*) from briefing where standing = 'counted' and day between least(?, ?) and greatest(?, ?)"
    found = rows["change_day"].iloc[0].date()
    between = cursor.execute(sql, [found, jump["day"]] * 2).fetchall()[0][0]
    assert between - 1 <= 3
    assert rows["earliest"].iloc[0].date() <= jump["day"] <= rows["latest"].iloc[0].date()


def test_shares_of_a_database_are_cut_like_those_of_its_briefings(cursor: duckdb.DuckDBPyConnection) -> None:
    """The query's sums by day are those that the exchanges themselves give."""
    [row] = PANELS["topics/changes"].asks.run(cursor, {"topics": ["technology"], "whose": None}).to_dict("records")
    sql = """
        select day, count(*) as n, count(*) filter (exists (
            select 1 from exchange_topic as e join topic as t using (topic)
            where t.id = 'technology' and e.exchange = x.exchange
        )) as k
        from exchange as x where standing = 'counted' and day is not null group by day, briefing
    """
    briefings = cursor.execute(sql).df()
    by_day = briefings.assign(kk=briefings["k"] ** 2, kn=briefings["k"] * briefings["n"], nn=briefings["n"] ** 2)
    by_day = by_day.assign(one=1).groupby("day").sum()
    columns = ("one", "k", "n", "kk", "kn", "nn")
    for name, column in zip(dated.COUNTS, columns, strict=True):
        assert list(row[name]) == by_day[column].tolist(), name
