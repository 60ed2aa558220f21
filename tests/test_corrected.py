"""Counted labels as net stances: by the rows' own counts, with what differs told only where it is more than chance."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from briefings import corrected, measured
from briefings.netting import net, tally


def sums(clusters: list[list[int]]) -> dict[str, float]:
    """A tally as a query gives it."""
    found = tally(np.array(clusters, float))
    return {name: getattr(found, name) for name in found.__slots__}


def rows(*tallies: dict[str, float] | None, **columns: object) -> pd.DataFrame:
    """Rows as a query gives them."""
    return pd.DataFrame(
        {"target": [f"t{n}" for n in range(len(tallies))], "tally": tallies, "model": "encoder", **columns}
    )


def test_a_row_has_the_net_stance_of_its_briefings() -> None:
    quality = measured.quality("encoder")
    clusters = [[1, 2, 0], [0, 1, 0], [3, 0, 1], [1, 1, 1]] * 3
    expected = net(clusters, quality.errors) if quality else None
    found = corrected.with_net(rows(sums(clusters), sums([[0, 0, 2]]))).iloc[0]
    assert expected is not None
    assert (found["raw"], found["net"]) == pytest.approx((expected.raw, expected.value))
    assert (found["low"], found["high"]) == pytest.approx((expected.low, expected.high), abs=0.05)
    assert found["effective_n"] < expected.statements == 33
    assert not {"tally", "model"} & set(found.index)


def test_without_measured_errors_there_is_no_net_stance() -> None:
    found = corrected.with_net(rows(sums([[1, 0, 0]])).assign(model=None))
    assert found[["raw", "net", "low", "high"]].isna().all(axis=None)
    assert corrected.with_net(rows()).empty and "net" in corrected.with_net(rows())


def test_only_what_is_more_than_chance_is_a_change() -> None:
    against, for_, few = sums([[3, 1, 0]] * 60), sums([[0, 1, 3]] * 60), sums([[0, 0, 1]])
    found = corrected.with_difference(
        rows(for_, against, for_, few, few, tally_before=[against, for_, for_, few, None])
    )
    told = dict(zip(found["target"], found["change"], strict=True))
    assert told == {
        **{"t0": "rose", "t1": "fell", "t2": "no clear change", "t3": "no clear change", "t4": "no previous span"}
    }
    assert found["q"].is_monotonic_increasing or found["q"].isna().any()
    first = found[found["target"] == "t0"].iloc[0]
    assert first["net"] > 0 > first["net_before"] and first["low"] > 0
    assert first["difference"] == pytest.approx(first["net"] - first["net_before"])


def test_q_is_benjamini_and_hochbergs() -> None:
    p = [0.8, 0.001, 0.04, 0.04, 0.03, 0.5]
    assert corrected.adjusted(p) == pytest.approx(stats.false_discovery_control(p))
    assert corrected.adjusted([]).size == 0
