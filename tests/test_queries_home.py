"""Home's queries against scipy and by hand, on databases made by hand.

Every name and sentence is invented.
"""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from tests.brute import BOTH, FISH, QUIET, brute_design_effect, counts, run
from tests.tiny import Held, Said, built, weekdays


def fisher_by_scipy(k: int, n: int, j: int, m: int) -> float:
    """Fisher's exact p, the hits as they are counted half."""
    p = stats.fisher_exact([[k, n - k], [j, m - j]]).pvalue
    return float(p - stats.hypergeom.pmf(k, n + m, k + j, n) / 2)


def moved_by_hand(held: list[Held]) -> pd.DataFrame:
    """Difference and p of each topic, from the definition: score test with the design effect of both spans together,
    Fisher's where few hits are expected."""
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
        p = 2 * stats.norm.sf(abs(z))
        if min(n1, n0) * pooled < 5:
            p = max(p, fisher_by_scipy(int(k1), int(n1), int(k0), int(n0)))
        rows.append((topic, 100 * (k1 / n1 - k0 / n0), p))
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


@pytest.mark.parametrize("until", [date(2023, 6, 30), date(2023, 12, 31), date(2024, 12, 20)])
def test_moved_allows_for_every_topic_compared(cursor: duckdb.DuckDBPyConnection, until: date) -> None:
    rows = run(cursor, "home/moved", until_day=until, whose="spokesperson")
    assert len(rows) == 33
    assert rows["q"].to_numpy() == pytest.approx(stats.false_discovery_control(rows["p"]))
    changed = rows[rows["change"].isin(["rose", "fell"])]
    assert (changed["q"] <= 0.05).all() and (changed["low"] * changed["high"] > 0).all()
    assert (np.sign(changed["difference"]) == np.where(changed["change"] == "rose", 1, -1)).all()


def test_technology_is_told_to_have_risen_soon_after_its_planted_jump(cursor: duckdb.DuckDBPyConnection) -> None:
    rows = run(cursor, "home/moved", until_day=date(2023, 6, 8), whose="spokesperson").set_index("topic")
    assert rows.loc["technology", "change"] == "rose"
    assert set(rows.drop("technology")["change"]) == {"no clear change"}


def test_moved_says_where_there_is_no_previous_span() -> None:
    rows = run(built([Held(date(2030, 1, 7), [FISH])]), "home/moved")
    assert set(rows["change"]) == {"no previous span"}


@pytest.mark.parametrize("z", [0.0, 0.5, -1.96, 3.3, 6.0])
def test_normal_tail_agrees_with_scipy(z: float) -> None:
    (found,) = built([]).execute("select two_sided_p($z)", {"z": z}).fetchone() or (None,)
    assert found == pytest.approx(2 * stats.norm.sf(abs(z)), rel=3e-7)


@pytest.mark.parametrize(
    ("k", "n", "j", "m"),
    [(2, 33, 0, 180), (0, 33, 3, 180), (1, 5, 1, 5), (4, 20, 1, 400), (3, 3, 0, 3), (0, 10, 0, 90), (30, 300, 4, 700)],
)
def test_exact_p_of_few_hits_agrees_with_scipy(k: int, n: int, j: int, m: int) -> None:
    (found,) = built([]).execute("select fisher_p($k, $n, $j, $m)", {"k": k, "n": n, "j": j, "m": m}).fetchone() or (0,)
    assert found == pytest.approx(fisher_by_scipy(k, n, j, m), rel=1e-9)


def test_few_hits_are_judged_by_the_exact_test() -> None:
    before, after = weekdays(date(2029, 8, 1), 60), weekdays(date(2029, 12, 3), 10)
    held = [*(Held(day, [QUIET] * 3) for day in before), *(Held(day, [QUIET] * 3) for day in after[:-2])]
    rows = run(built([*held, *(Held(day, [FISH, QUIET]) for day in after[-2:])]), "home/moved").set_index("topic")
    assert rows.loc["fishing", "p"] == pytest.approx(fisher_by_scipy(2, 28, 0, 180))


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
