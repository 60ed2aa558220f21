"""The statistics of Topics and Home against independent implementations, on databases made by hand.

Every name and sentence is invented.
"""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from briefings import query
from tests.tiny import Held, Said, built, weekdays

SHARE = "topics/share_of_exchanges"
MEASURES = [SHARE, "topics/share_of_briefings", "topics/per_1000_words", "topics/count"]
QUIET, FISH, BOTH = Said(), Said(("fishing",)), Said(("fishing", "railways"))


def run(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> pd.DataFrame:
    """The rows of a query, by month unless said otherwise."""
    return query.load(name).run(connection, {"grain": "month", **values})


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


def counts(held: list[Held], topic: str = "fishing") -> pd.DataFrame:
    """Hits and exchanges of each briefing."""
    rows = [(one.day, sum(topic in said.topics for said in one.exchanges), len(one.exchanges)) for one in held]
    return pd.DataFrame(rows, columns=["day", "k", "n"]).assign(
        month=lambda f: pd.to_datetime(f["day"]).dt.to_period("M")
    )


def brute_design_effect(k: np.ndarray, n: np.ndarray) -> float:
    """The variance of a ratio of cluster totals over that of a simple sample, never below 1."""
    share, clusters = k.sum() / n.sum(), len(n)
    if clusters < 2 or share in (0, 1):
        return 1.0
    ratio_variance = (
        clusters / (clusters - 1) * sum((a - share * b) ** 2 for a, b in zip(k, n, strict=True)) / n.sum() ** 2
    )
    return max(1.0, ratio_variance / (share * (1 - share) / (n.sum() - 1)))


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


def test_bootstrap_weights_are_poisson_and_fixed() -> None:
    connection = built([])
    sql = (
        "select bootstrap_weight(unit::uinteger, replicate) as w from range(500) as u(unit), range(200) as r(replicate)"
    )
    weights = connection.sql(sql).df()["w"].to_numpy()
    expected = stats.poisson.pmf(range(5), 1)
    assert np.bincount(weights)[:5] / len(weights) == pytest.approx(expected, abs=0.004)
    by_unit = weights.reshape(500, 200) if len(weights) == 100_000 else weights
    assert abs(np.corrcoef(by_unit[0], by_unit[1])[0, 1]) < 0.25
    assert weights.tolist() == connection.sql(sql).df()["w"].tolist()


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


PROVED = [
    (SHARE, "hits", "exchange"),
    ("topics/share_of_briefings", "hits", "briefing"),
    ("topics/count", "hits", "exchange"),
    ("topics/per_1000_words", "statements", "statement"),
    ("topics/ranking", "exchanges", "exchange"),
    ("topics/together", "both", "exchange"),
    ("topics/outlets", "exchanges", "exchange"),
    ("home/coverage", "exchanges", "exchange"),
    ("home/coverage", "briefings", "briefing"),
    ("home/latest", "exchanges", "exchange"),
    ("home/moved", "hits", "exchange"),
    ("home/new_statements", "statements", "statement"),
]


@pytest.mark.parametrize("whose", [None, "spokesperson"])
@pytest.mark.parametrize("split", [None, "spokesperson"])
@pytest.mark.parametrize(("name", "count", "unit"), PROVED)
def test_evidence_proves_the_count_of_every_row(
    name: str, count: str, unit: str, split: str | None, whose: str | None
) -> None:
    talk = [BOTH, FISH, QUIET, Said(("visas",), {"visas": 3}, outlet=1, speaker=1), Said((), {"fishing": 2}, outlet=0)]
    held = [Held(day, talk[: 1 + number % 5]) for number, day in enumerate(weekdays(date(2029, 6, 1), 200))]
    connection = built([*held, Held(None, talk)])
    scope = {"grain": "month", "split": split, "whose": whose}
    rows = query.load(name).run(connection, scope)
    evidence = query.load(f"{name.split('/')[0]}/evidence")
    assert len(rows)
    keys = [column for column in rows if column in evidence.parameters]
    for row in rows.to_dict("records"):
        behind = evidence.run(connection, {**scope, **{key: row[key] for key in keys}})
        assert behind[unit].nunique() == row[count], row


def test_evidence_marks_the_uses_that_a_rate_counts() -> None:
    connection = built([Held(date(2030, 1, 7), [Said((), {"fishing": 3}), FISH, QUIET])])
    row = run(connection, "topics/per_1000_words", topics=["fishing"]).iloc[0]
    behind = run(connection, "topics/evidence", topic="fishing", measure=row["measure"])
    assert behind["marks"].map(len).sum() == row["hits"] == 4
    assert behind["marks"].iloc[0].tolist()[0] == {"first": 0, "last": 4}


def test_evidence_shows_the_first_statement_where_the_voice_has_no_hit() -> None:
    behind = run(built([Held(date(2030, 1, 7), [FISH])]), "topics/evidence", topic="fishing", whose="spokesperson")
    assert behind["text"].tolist() == ["Made-up answer 0."]
    assert behind["marks"].map(len).tolist() == [0]


def moved_by_hand(held: list[Held]) -> pd.DataFrame:
    """Difference and p of each topic, from the definition: score test with the design effect of both spans together."""
    to_day = max(one.day for one in held if one.day)
    start = to_day - timedelta(days=29)
    rows = []
    for topic in ("fishing", "railways", "visas"):
        table = counts([one for one in held if one.day and one.day >= start - timedelta(days=180)], topic)
        recent = table["day"] >= start
        (k1, n1), (k0, n0) = ((table.loc[side, "k"].sum(), table.loc[side, "n"].sum()) for side in (recent, ~recent))
        pooled = (k1 + k0) / (n1 + n0)
        deff = brute_design_effect(table["k"].to_numpy(), table["n"].to_numpy())
        z = (k1 / n1 - k0 / n0) / np.sqrt(pooled * (1 - pooled) * deff * (1 / n1 + 1 / n0)) if 0 < pooled < 1 else 0
        rows.append((topic, 100 * (k1 / n1 - k0 / n0), 2 * stats.norm.sf(abs(z))))
    table = pd.DataFrame(rows, columns=["topic", "difference", "p"]).set_index("topic")
    return table.assign(q=stats.false_discovery_control(table["p"]))


def leaning(day: date, number: int) -> list[Said]:
    """A briefing's talk: fishing jumps in December, railways drift, visas never come."""
    often = 2 if day >= date(2029, 12, 1) else 10
    return [
        Said((*(("fishing",) if (number + i) % often == 0 else ()), *(("railways",) if (number * i) % 7 == 3 else ())))
        for i in range(6)
    ]


def test_moved_agrees_with_scipy() -> None:
    held = [Held(day, leaning(day, number)) for number, day in enumerate(weekdays(date(2029, 4, 2), 195))]
    rows = run(built([*held, Held(None, [FISH])]), "home/moved").set_index("topic")
    expected = moved_by_hand(held)
    for column in ("difference", "p", "q"):
        assert rows[column].to_dict() == pytest.approx(expected[column].to_dict(), rel=1e-5), column
    assert rows["change"].to_dict() == {"fishing": "rose", "railways": "no clear change", "visas": "no clear change"}
    fishing = rows.loc["fishing"]
    assert fishing["low"] < fishing["difference"] < fishing["high"]


def test_moved_says_where_there_is_no_previous_span() -> None:
    rows = run(built([Held(date(2030, 1, 7), [FISH])]), "home/moved")
    assert set(rows["change"]) == {"no previous span"}


@pytest.mark.parametrize("z", [0.0, 0.5, -1.96, 3.3, 6.0])
def test_normal_tail_agrees_with_scipy(z: float) -> None:
    (found,) = built([]).execute("select two_sided_p($z)", {"z": z}).fetchone() or (None,)
    assert found == pytest.approx(2 * stats.norm.sf(abs(z)), rel=3e-7)


def test_totals_count_the_undated_and_name_the_echoes_left_out() -> None:
    held = [Held(date(2030, 1, 7), [FISH, QUIET]), Held(None, [FISH]), Held(date(2030, 1, 8), [FISH], standing="echo")]
    row = run(built(held), "home/totals").iloc[0]
    assert row[["briefings", "exchanges", "statements", "undated", "echoes_left_out"]].tolist() == [2, 3, 6, 1, 1]
    together = run(built(held), "home/totals", echoes=True).iloc[0]
    assert together[["briefings", "echoes_left_out"]].tolist() == [3, 0]


def test_coverage_turns_to_months_beyond_four_years() -> None:
    held = [Held(date(year, 1, day), [FISH]) for year in range(2026, 2032) for day in (2, 5)]
    assert run(built(held), "home/coverage")["grain"].unique().tolist() == ["month"]
    assert run(built(held[:4]), "home/coverage")["grain"].unique().tolist() == ["day"]


def test_statement_is_new_where_nobody_said_its_words_before() -> None:
    old, new = Said(answer="We shall see."), Said(answer="Nobody foresaw this.")
    connection = built([Held(date(2030, 1, 7), [old]), Held(date(2030, 1, 8), [old, new, new])])
    rows = run(connection, "home/new_statements", whose="spokesperson")
    assert rows["text"].tolist() == ["Nobody foresaw this."]


def test_latest_briefings_come_last_first_with_their_topics() -> None:
    held = [Held(day, [BOTH, FISH]) for day in weekdays(date(2030, 1, 1), 12)]
    rows = run(built([*held, Held(None, [FISH])]), "home/latest")
    assert len(rows) == 10
    assert rows["day"].is_monotonic_decreasing
    assert rows["topics"].iloc[0].tolist() == ["Fishing", "Railways"]
