"""A row that was clicked: as an address holds it, found again among what is drawn, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from briefings.app.charts import words
from briefings.app.page import View
from briefings.selection import written

UNTOLD = ("query", "period", "grain", "measure", "day", "from_day", "to_day")
Row = Mapping[str, object]


def plain(value: object) -> object:
    """A cell as text or number, as an address can hold it."""
    if value is None or value is pd.NaT or value != value:
        return None
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def among(rows: pd.DataFrame, keys: list[str], row: Row) -> bool:
    """Whether a row that a link names is one of the rows; a whole number may have come back without its point."""
    asked = [whole(row.get(key)) for key in keys]
    cells = ([whole(plain(cell)) for cell in each] for each in rows[keys].itertuples(index=False))
    return set(row) <= set(keys) and asked in cells


def whole(text: object) -> object:
    """A cell as an address holds it, a whole number without its point."""
    return None if text is None else str(text).removesuffix(".0")


def told(row: Row, view: View) -> str:
    """A row in words: `Hong Kong, July 2019`."""
    names = {**view.known.topics, **view.known.ministries, **view.known.sources, **view.known.targets}
    as_typed = [str(row["query"])] if row.get("query") else []
    named = [names.get(str(value), str(value)) for key, value in row.items() if value and key not in UNTOLD]
    return ", ".join([*as_typed, *named, *when(row, view)]) or "all"


def when(row: Row, view: View) -> Iterator[str]:
    """The time that a row is of, in words."""
    if start := row.get("period") or row.get("day"):
        yield words.period(date.fromisoformat(str(start)[:10]), str(row.get("grain") or "day"))
    elif row.get("from_day"):
        yield " to ".join(written(date.fromisoformat(str(row[name])[:10])) for name in ("from_day", "to_day"))


def slug(place: str) -> str:
    """A place in an address: `behind`, `behind-phrases-compare`, `sentences` of whatever phrase."""
    return "sentences" if place.startswith("sentences-") else place.replace("/", "-")
