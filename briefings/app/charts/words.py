"""Numbers, periods and texts as charts write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from html import escape
from typing import Any

import pandas as pd

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def shown(text: object, limit: int = 60) -> str:
    """A text that plotly shows as it is: no markup, no formula, no reversed writing, not too long."""
    flat = " ".join(CONTROL.sub(" ", str(text)).split())
    if len(flat) > limit:
        flat = flat[: limit - 1].rstrip() + "…"
    # Between two dollar signs plotly reads a formula; as an entity the sign is only a sign.
    return escape(flat, quote=False).replace("$", "&#36;")


def value(number: float, percent: bool) -> str:
    """A number of the measure: `12.2%`, `1,234` or `2.8`."""
    if percent:
        return f"{number:.1%}"
    return f"{number:,.0f}" if float(number).is_integer() or abs(number) >= 100 else f"{number:,.2f}"


def signed(number: float) -> str:
    """A number between -1 and 1: `+0.62`, `\u22120.41`, `0.00`."""
    flat = f"{number:+.2f}"
    return "0.00" if flat in ("+0.00", "-0.00") else flat.replace("-", "\u2212")


def interval(low: float, high: float, percent: bool) -> str:
    """A 95% interval in words, empty where there is none."""
    if pd.isna(low) or pd.isna(high):
        return ""
    ends = f"{100 * low:.1f}–{100 * high:.1f}%" if percent else f"{value(low, False)}–{value(high, False)}"
    return f"95% interval {ends}"


def period(day: date, grain: str) -> str:
    """A period in words, by its first day: `July 2019`, `July–September 2019`, `week of 1 Jul 2019`."""
    last = day.replace(day=1) + timedelta(days=62)
    forms = {
        "year": f"{day.year}",
        "quarter": f"{day:%B}–{last:%B} {day.year}",
        "month": f"{day:%B %Y}",
        "week": f"week of {day.day} {day:%b %Y}",
    }
    return forms.get(grain, f"{day:%a} {day.day} {day:%b %Y}")


def between(day: date, first: date, last: date) -> str:
    """A day with those between which it lies: `12 May 2023 (9–20 May)`, `3 Jan 2020 (28 Dec 2019–5 Jan)`."""
    told = f"{day.day} {day:%b %Y}"
    if first == last:
        return told
    starts = f"{first.day}" if (first.year, first.month) == (last.year, last.month) else f"{first.day} {first:%b}"
    if first.year != day.year:
        starts = f"{first.day} {first:%b %Y}"
    ends = f"{last.day} {last:%b}" if last.year == day.year else f"{last.day} {last:%b %Y}"
    return f"{told} ({starts}–{ends})"


def key(cell: Any) -> Any:
    """A cell as `customdata` can carry it: a day in ISO form, a plain number or text, null for nothing."""
    if isinstance(cell, date):
        return None if pd.isna(cell) else cell.isoformat()[:10]
    if cell is None or (pd.api.types.is_scalar(cell) and pd.isna(cell)):
        return None
    return cell.item() if hasattr(cell, "item") else cell


def keys(row: Mapping[Any, Any], names: Iterable[str]) -> list[Any]:
    """The values by which a point is found again, in order."""
    return [key(row[name]) for name in names]
