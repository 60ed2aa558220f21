"""The time axis: ticks that fit the grain and the span, and where a series has a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np

DAY = 86_400_000
"""A day in plotly's milliseconds."""
MONTHS = (1, 3, 6, 12, 24, 60, 120)
DAYS = (1, 2, 7, 14)
MOST = 9
LENGTHS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


def axis(days: Sequence[date], grain: str, most: int = MOST) -> dict[str, Any]:
    """A time axis from the first to the last period with at most so many ticks: `%b` over `%Y`, days where they fit."""
    first, last = min(days), max(days)
    pad = timedelta(days=max(0.4 * LENGTHS[grain], 0.015 * (last - first).days))
    return {
        "type": "date",
        "range": [(first - pad).isoformat(), (last + pad).isoformat()],
        **steps(first, last, grain, most),
    }


def steps(first: date, last: date, grain: str, most: int) -> dict[str, Any]:
    """How far the ticks stand apart and how they read."""
    span = (last - first).days + 1
    if grain in ("day", "week"):
        smallest = LENGTHS[grain]
        for days in (number for number in DAYS if number >= smallest):
            if span / days <= most:
                # 2018-01-01 was a Monday, so that weekly ticks stand where weeks begin.
                return {"dtick": days * DAY, "tick0": "2018-01-01", "tickformat": "%-d %b<br>%Y"}
    smallest = {"quarter": 3, "year": 12}.get(grain, 1)
    months = next((n for n in MONTHS if n >= smallest and span / 30.4 / n <= most), MONTHS[-1])
    form = "%Y" if months >= 12 and grain == "year" else "%b<br>%Y"
    return {"dtick": f"M{months}", "tick0": "2000-01-01", "tickformat": form}


def ordinal(day: date, grain: str) -> int:
    """The number of a period; the next one, weekends aside, has the next number."""
    if grain == "day":
        return int(np.busday_count("2000-01-03", day.isoformat()[:10]))
    if grain == "week":
        return day.toordinal() // 7
    return (day.year * 12 + day.month - 1) // {"month": 1, "quarter": 3, "year": 12}[grain]


def runs(days: Sequence[date], grain: str) -> list[slice]:
    """The stretches of neighbouring periods; between two of them is a gap."""
    numbers = [ordinal(day, grain) for day in days]
    breaks = [i for i in range(1, len(numbers)) if numbers[i] - numbers[i - 1] > 1]
    return [slice(a, b) for a, b in zip([0, *breaks], [*breaks, len(numbers)], strict=True)]
