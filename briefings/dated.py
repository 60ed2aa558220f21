"""The change points of series as a table: the day of each and the shares before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt
from typing import Any

import numpy as np
import pandas as pd

from briefings.changes import Change, Days, changes

COUNTS = ("briefings", "hits", "exchanges", "squares", "products", "sizes")
COLUMNS = (
    *("topic", "title", "series", "change", "change_day", "earliest", "latest"),
    *("hits_before", "exchanges_before", "effective_n_before", "share_before", "before_from"),
    *("hits", "exchanges", "effective_n", "share", "low", "high", "from_day", "to_day", "gain", "dispersion"),
)
EPOCH = np.datetime64("1970-01-01")
Z = 1.959964


def table(series: pd.DataFrame) -> pd.DataFrame:
    """A row for each change of each series, in the order of the series and of time."""
    rows = [row for each in series.to_dict("records") for row in changed(each)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    days = ("change_day", "earliest", "latest", "before_from", "from_day", "to_day")
    return frame.astype(dict.fromkeys(days, "datetime64[s]"))


def changed(series: Mapping[Any, Any]) -> Iterator[dict[str, object]]:
    """The changes of one series as rows."""
    days = EPOCH + np.asarray(series["days"]).astype("timedelta64[D]")
    counts = Days(*(np.asarray(series[name], dtype=np.int64) for name in COUNTS))
    for change in changes(counts):
        before = side(counts, slice(change.start, change.at), change)
        after = side(counts, slice(change.at, change.stop), change)
        yield {
            **{name: series[name] for name in ("topic", "title", "series")},
            "change": "rose" if after["share"] > before["share"] else "fell",
            **{"change_day": days[change.at], "earliest": days[change.earliest], "latest": days[change.latest]},
            **{f"{name}_before": value for name, value in before.items()},
            **after,
            **dict(zip(("low", "high"), wilson(after["share"], after["effective_n"]), strict=True)),
            **{"before_from": days[change.start], "from_day": days[change.at], "to_day": days[change.stop - 1]},
            **{"gain": change.gain, "dispersion": change.dispersion},
        }


def side(counts: Days, stretch: slice, change: Change) -> dict[str, float]:
    """What is counted on one side of a change."""
    hits, exchanges = int(counts.hits[stretch].sum()), int(counts.exchanges[stretch].sum())
    share, worth = hits / exchanges, exchanges / change.dispersion
    return {"hits": hits, "exchanges": exchanges, "share": share, "effective_n": worth}


def wilson(share: float, n: float) -> tuple[float, float]:
    """Wilson's 95% interval of a share of n."""
    middle, half = share + Z * Z / 2 / n, Z * sqrt(share * (1 - share) / n + Z * Z / 4 / n / n)
    return (middle - half) / (1 + Z * Z / n), (middle + half) / (1 + Z * Z / n)
