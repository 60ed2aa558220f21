"""Days as tables write them: in words, in three columns, in ISO form, or in figures whose order the column tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefings import dates

Written = tuple[str | None, str | None, str | None, str | None]
"""The cells of date, year, month and day."""

FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")


def known(written: Sequence[Written]) -> dict[Written, str]:
    """The day in ISO form that each way of writing it means; those that mean none, or could mean two, are left out."""
    first_is_day = order([cells[0] or "" for cells in written])
    found = ((cells, day(cells, first_is_day)) for cells in written)
    return {cells: meant.isoformat() for cells, meant in found if meant}


def day(cells: Written, first_is_day: bool | None) -> date | None:
    """One day, from its three columns where they are filled, else from its date."""
    whole, year, month, number = cells
    if year and month and number and (meant := counted(year, month, number)):
        return meant
    if not whole:
        return None
    if figures := FIGURES.match(whole):
        one, two, year = figures.groups()
        sure = order([whole]) if first_is_day is None else first_is_day
        if sure is None and one != two:
            return None
        return counted(year, two, one) if sure else counted(year, one, two)
    if compact := COMPACT.fullmatch(whole):
        return counted(*compact.groups())
    return dates.first(whole)


def order(column: Sequence[str]) -> bool | None:
    """Whether days stand before months in figures such as 3/4/2020; null where nothing, or both, can be shown."""
    pairs = [(int(match[1]), int(match[2])) for cell in column if (match := FIGURES.match(cell))]
    day_first, month_first = any(one > 12 for one, _ in pairs), any(two > 12 for _, two in pairs)
    return day_first if day_first != month_first else None


def counted(year: str, month: str, number: str) -> date | None:
    """The day of a year, a month (in figures or by name) and a number."""
    try:
        return date(int(float(year)), month_number(month), int(float(number)))
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of a month.

    Raises:
        ValueError: it is none.
    """
    return dates.month(name) if name.isalpha() else int(float(name))


def trouble(whole: str | None) -> str:
    """Why a date is no day, and what to write instead."""
    if not whole:
        return "the date is empty"
    if FIGURES.match(whole):
        return f"the date {whole!r} can be read in two ways: write it as 2020-01-31"
    return f"the date {whole!r} is no day: write it as 2020-01-31"
