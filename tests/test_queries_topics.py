"""The statistics of Topics against independent implementations, on databases made by hand.

Every name and sentence is invented.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from tests.brute import BOTH, FISH, QUIET, brute_design_effect, counts, run
from tests.tiny import Held, Said, built, weekdays

SHARE = "topics/share_of_exchanges"
MEASURES = [SHARE, "topics/share_of_briefings", "topics/per_1000_words", "topics/count"]


def clustered(seed: int = 7, days: int = 60) -> list[Held]:
    """Briefings whose exchanges are alike: each has its own leaning towards a topic."""
    random = np.random.default_rng(seed)
    held = []
    for day in weekdays(date(2030, 1, 1), days):
        leaning = random.beta(0.4, 1.2)
        size = int(random.integers(1, 12))
        talk = [
            Said(("fishing",) if random.random() < leaning else (), words=int(random.integers(5, 90)))
            for _ in range(size)
        ]
        held.append(Held(day, talk))
    return held


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_effective_n_is_exchanges_over_the_brute_force_design_effect(seed: int) -> None:
    held = clustered(seed)
    rows = run(built(held), SHARE, topics=["fishing"])
    for row, (_, month) in zip(rows.itertuples(), counts(held).groupby("month"), strict=True):
        k, n = month["k"].to_numpy(), month["n"].to_numpy()
        assert (row.hits, row.exchanges, row.briefings) == (k.sum(), n.sum(), len(n))
        assert row.effective_n == pytest.approx(n.sum() / brute_design_effect(k, n))
    assert (rows["effective_n"] < 0.9 * rows["exchanges"]).any()


@pytest.mark.parametrize("name", [SHARE, "topics/share_of_briefings"])
def test_share_interval_is_wilsons_where_n_is_whole(name: str) -> None:
    held = [
        Held(day, [FISH if number % 3 == 0 else QUIET]) for number, day in enumerate(weekdays(date(2030, 1, 1), 40))
    ]
    for row in run(built(held), name, topics=["fishing", "visas"]).itertuples():
        wilson = stats.binomtest(row.hits, round(row.effective_n)).proportion_ci(method="wilson")
        assert row.effective_n == pytest.approx(round(row.effective_n))
        assert (row.low, row.high) == pytest.approx((wilson.low, wilson.high), abs=1e-6)


def test_rate_interval_agrees_with_a_bootstrap_of_another_kind() -> None:
    random = np.random.default_rng(5)
    talk = [(int(random.poisson(3)), int(random.integers(40, 400))) for _ in range(60)]
    days = weekdays(date(2030, 1, 1), 60)
    held = [Held(day, [Said(("fishing",), {"fishing": k}, words=n)]) for day, (k, n) in zip(days, talk, strict=True)]
    row = run(built(held), "topics/per_1000_words", grain="year", whose="spokesperson", topics=["fishing"]).iloc[0]
    k, n = np.array(talk).T
    assert (row["hits"], row["words"]) == (k.sum(), n.sum())
    assert row["rate"] == pytest.approx(1000 * k.sum() / n.sum())
    drawn = random.integers(0, 60, (5000, 60))
    low, high = np.quantile(1000 * k[drawn].sum(axis=1) / n[drawn].sum(axis=1), [0.025, 0.975])
    assert (row["low"], row["high"]) == pytest.approx((low, high), rel=0.1)


@pytest.mark.parametrize("units", [2, 4, 7, 12, 40, 200])
def test_rate_interval_is_that_of_a_bootstrap_of_very_many_replicates(units: int) -> None:
    random = np.random.default_rng(units)
    n = random.integers(300, 2500, units)
    k = random.negative_binomial(0.7, 0.7 / (0.7 + 4 * n / 1000)) + (np.arange(units) < 2)
    days = weekdays(date(2030, 1, 1), units)
    held = [
        Held(day, [Said(("fishing",) if uses else (), {"fishing": int(uses)} if uses else {}, words=int(words))])
        for day, uses, words in zip(days, k, n, strict=True)
    ]
    row = run(built(held), "topics/per_1000_words", grain="year", whose="spokesperson", topics=["fishing"]).iloc[0]
    weights = random.poisson(1, (40_000, units))
    weights = weights[weights.sum(axis=1) > 0]
    low, high = np.quantile(1000 * (weights @ k) / (weights @ n), [0.025, 0.975])
    assert (row["low"], row["high"]) == pytest.approx((low, high), abs=0.12 * (high - low))


def test_rate_has_no_interval_where_one_briefing_or_no_use_is_all_there_is() -> None:
    held = [Held(date(2030, 1, 7), [FISH]), Held(date(2030, 2, 4), [QUIET]), Held(date(2030, 2, 5), [QUIET])]
    rows = run(built(held), "topics/per_1000_words", topics=["fishing"])
    assert rows["hits"].tolist() == [1, 0]
    assert rows[["low", "high"]].isna().all(axis=None)


@pytest.mark.parametrize("name", MEASURES)
def test_period_without_briefings_is_a_gap_and_one_without_hits_a_zero(name: str) -> None:
    held = [Held(date(2030, 1, 7), [FISH]), Held(date(2030, 2, 4), [QUIET]), Held(date(2030, 4, 1), [FISH])]
    rows = run(built(held), name, topics=["fishing", "visas"])
    fishing = rows[rows["topic"] == "fishing"]
    assert [f"{day:%m}" for day in fishing["period"]] == ["01", "02", "04"]
    assert fishing["hits"].tolist() == [1, 0, 1]
    assert rows.loc[rows["topic"] == "visas", "hits"].tolist() == [0, 0, 0]


@pytest.mark.parametrize("name", MEASURES)
def test_undated_and_echoed_briefings_stay_out_of_time_charts(name: str) -> None:
    held = [Held(date(2030, 1, 7), [FISH]), Held(None, [FISH]), Held(date(2030, 1, 8), [FISH], standing="echo")]
    assert run(built(held), name, topics=["fishing"])["hits"].tolist() == [1]


@pytest.mark.parametrize(
    ("last", "grain", "values", "incomplete"),
    [
        (date(2030, 3, 29), "month", {}, [False, False]),  # the last weekday: 30 and 31 March 2030 are a weekend
        (date(2030, 3, 28), "month", {}, [False, True]),
        (date(2030, 3, 28), "day", {}, [False, False]),
        (date(2030, 3, 29), "week", {}, [False, False]),
        (date(2030, 3, 29), "quarter", {}, [False]),
        (date(2030, 3, 29), "year", {}, [True]),
        (date(2030, 3, 29), "month", {"until_day": date(2030, 3, 28)}, [False, True]),
        (date(2030, 3, 29), "month", {"since": date(2030, 2, 4)}, [True, False]),
        (date(2030, 3, 29), "month", {"since": date(2030, 2, 1)}, [False, False]),
    ],
)
def test_period_that_is_not_over_is_incomplete(
    last: date, grain: str, values: dict[str, object], incomplete: list[bool]
) -> None:
    held = [Held(date(2030, 2, 5), [FISH]), Held(date(2030, 3, 4), [FISH]), Held(last, [QUIET])]
    rows = run(built(held), SHARE, grain=grain, topics=["fishing"], **values)
    assert rows["incomplete"].tolist()[-len(incomplete) :] == incomplete


def test_period_is_judged_by_the_last_day_of_the_source_not_of_the_slice() -> None:
    held = [Held(date(2030, 3, 4), [Said(("fishing",), speaker=1)]), Held(date(2030, 3, 29), [QUIET])]
    rows = run(built(held), SHARE, topics=["fishing"], spokespersons=["Bela Corvin"])
    assert rows["incomplete"].tolist() == [False]


def test_most_frequent_topics_are_drawn_where_none_is_chosen() -> None:
    rows = run(built([Held(date(2030, 1, 7), [BOTH, FISH, QUIET])]), SHARE)
    assert rows["topic"].tolist() == ["fishing", "railways"]
    assert run(built([Held(date(2030, 1, 7), [BOTH])]), SHARE, topics=[]).empty


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize(
    ("split", "series"),
    [
        (None, [""]),
        ("ministry", ["Foreign Ministry of Ostmere", "Foreign Ministry of Valdoria"]),
        ("spokesperson", ["Ada Brandt"]),
    ],
)
def test_split_gives_a_series_for_each(name: str, split: str | None, series: list[str]) -> None:
    held = [Held(date(2030, 1, 7), [FISH, QUIET]), Held(date(2030, 1, 8), [FISH], ministry=1)]
    rows = run(built(held), name, topics=["fishing"], split=split)
    assert sorted(rows["series"]) == series
    assert rows["hits"].sum() == 2


def test_ranking_counts_undated_briefings_and_gives_months_only_to_dated_ones() -> None:
    held = [Held(date(2030, 1, 7), [FISH, QUIET]), Held(date(2030, 3, 4), [QUIET]), Held(None, [FISH])]
    row = run(built(held), "topics/ranking").iloc[0]
    assert (row["topic"], row["exchanges"], row["of"]) == ("fishing", 2, 4)
    assert row["trend"].tolist() == [0.5, 0.0]
    assert (row["first_day"], row["last_day"]) == (pd.Timestamp(2030, 1, 7), pd.Timestamp(2030, 1, 7))


@pytest.mark.parametrize(
    ("values", "change", "note"),
    [
        ({"since": date(2030, 2, 1), "until_day": date(2030, 2, 28)}, 75.0, ""),
        ({"since": date(2030, 1, 7)}, None, "no previous span"),
        ({}, None, "no dates chosen"),
    ],
)
def test_change_is_against_as_many_days_before(values: dict[str, object], change: float | None, note: str) -> None:
    early = [Held(day, [FISH, QUIET, QUIET, QUIET]) for day in weekdays(date(2030, 1, 4), 20)]
    late = [Held(day, [FISH]) for day in weekdays(date(2030, 2, 1), 20)]
    row = run(built([*early, *late]), "topics/ranking", **values).iloc[0]
    assert row["note"] == note
    assert pd.isna(row["change"]) if change is None else row["change"] == pytest.approx(change)


def test_together_compares_with_independence() -> None:
    held = [Held(date(2030, 1, 7), [BOTH, BOTH, FISH, QUIET, Said(("railways",)), QUIET, QUIET, QUIET])]
    row = run(built(held), "topics/together").iloc[0]
    assert (row["topic"], row["other"], row["both"]) == ("fishing", "railways", 2)
    assert (row["expected"], row["ratio"]) == pytest.approx((3 * 3 / 8, 2 * 8 / 9))
    chosen = run(built(held), "topics/together", topics=["railways"]).iloc[0]
    assert (chosen["topic"], chosen["other"]) == ("railways", "fishing")


def test_outlets_are_counted_where_named() -> None:
    talk = [
        Said(("fishing",), outlet=0),
        Said(("fishing",), outlet=0),
        Said(("fishing",), outlet=1),
        FISH,
        Said(outlet=1),
    ]
    rows = run(built([Held(date(2030, 1, 7), talk)]), "topics/outlets")
    assert rows[["outlet", "exchanges", "of", "asked"]].to_numpy().tolist() == [
        ["Harbour Post", 2, 3, 2],
        ["Valley Times", 1, 3, 2],
    ]
