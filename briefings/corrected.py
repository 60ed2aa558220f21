"""Rows of counted labels with the net stance they amount to: corrected, with its interval; and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from briefings import measured
from briefings.netting import Difference, Errors, Tally, differences, nets

LIKELY = 0.05
"""Least q (Benjamini & Hochberg 1995) of a difference that may be chance."""


def with_net(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with `raw`, `net`, `low`, `high` and `effective_n`, in place of the sums and the name of the model."""
    errors = of(rows)
    told = rows.drop(columns=["tally", "model"])
    if errors is None:
        return told.assign(**dict.fromkeys(("raw", "net", "low", "high", "effective_n"), np.nan))
    tallies = [tally(each) for each in rows["tally"]]
    found = nets(tallies, errors)
    return told.assign(
        raw=[each.raw for each in found],
        net=[each.value for each in found],
        low=[each.low for each in found],
        high=[each.high for each in found],
        effective_n=[each.statements / each.effect for each in tallies],
    )


MOVED = ("rose", "fell", "no clear change", "no previous span")
DIFFERS = ("more supportive", "more opposed", "no clear difference", "nobody to compare with")


def with_difference(rows: pd.DataFrame, told: tuple[str, str, str, str] = MOVED) -> pd.DataFrame:
    """The rows with `net`, `net_before`, their `difference`, its interval, `q` and, in words, `change`.

    Rows without a tally before are left out of what is compared.
    """
    errors = of(rows)
    bare = rows.drop(columns=["tally", "tally_before", "model"])
    columns = ("net", "net_before", "difference", "low", "high", "q")
    blank = bare.assign(**dict.fromkeys(columns, np.nan), change=told[3])
    compared = [number for number, each in enumerate(rows["tally_before"]) if isinstance(each, Mapping)]
    if errors is None or not compared:
        return blank
    now = [tally(rows["tally"].iloc[number]) for number in compared]
    before = [tally(rows["tally_before"].iloc[number]) for number in compared]
    found = differences(list(zip(now, before, strict=True)), errors)
    q = adjusted([each.p for each in found])
    values: dict[str, list[float] | list[str] | NDArray[np.float64]] = {
        "net": [each.value for each in nets(now, errors)],
        "net_before": [each.value for each in nets(before, errors)],
        **{name: [getattr(each, name) for each in found] for name in ("low", "high")},
        "difference": [each.value for each in found],
        "q": q,
        "change": [moved(each, one, told) for each, one in zip(found, q, strict=True)],
    }
    worked = bare.iloc[compared].assign(**values).sort_values("q", kind="stable")
    rest = blank.drop(index=worked.index)
    return pd.concat([worked, rest], ignore_index=True) if len(rest) else worked.reset_index(drop=True)


def of(rows: pd.DataFrame) -> Errors | None:
    """The errors of the model that labelled the rows, where they were measured."""
    model = rows["model"].iloc[0] if len(rows) else None
    quality = measured.quality(model if isinstance(model, str) else None)
    return quality.errors if quality else None


def tally(sums: Mapping[str, int]) -> Tally:
    """The sums of a row as a record."""
    return Tally(**sums)


def adjusted(p: Sequence[float]) -> NDArray[np.float64]:
    """The p of several tests as the false discovery rates they amount to."""
    values = np.asarray(p, dtype=float)
    order = np.argsort(-values, kind="stable")
    steps = values[order] * len(values) / np.arange(len(values), 0, -1)
    found = np.empty(len(values))
    found[order] = np.minimum(1, np.minimum.accumulate(steps))
    return found


def moved(found: Difference, q: float, told: tuple[str, str, str, str]) -> str:
    """A difference in words: only one whose interval excludes 0 and whose q holds is a change."""
    more, less, unclear, _ = told
    if q <= LIKELY and found.low > 0:
        return more
    return less if q <= LIKELY and found.high < 0 else unclear
