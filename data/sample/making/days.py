"""Calendar of the sample: which weekdays have a briefing, and how dates are printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from random import Random

FIRST, LAST = date(2022, 1, 4), date(2024, 12, 20)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT = {name: name if len(name) < 6 else name[: 4 if name == "September" else 3] + "." for name in MONTHS}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def recess(day: date) -> bool:
    """Whether the ministries are on holiday: three weeks in August and the turn of the year."""
    return (day.month == 8 and day.day <= 21) or (day.month == 12 and day.day > 21) or (day.month == 1 and day.day < 4)


def weekdays() -> Iterator[date]:
    """Every day on which a briefing could be held."""
    day = FIRST
    while day <= LAST:
        if day.weekday() < 5 and not recess(day):
            yield day
        day += timedelta(days=1)


def briefing_days(count: int, anchors: Collection[date], rng: Random) -> list[date]:
    """So many days, spread evenly with some jitter; an anchor replaces its stretch's draw."""
    days = list(weekdays())
    edges = [round(index * len(days) / count) for index in range(count + 1)]
    stretches = [days[start:end] for start, end in zip(edges, edges[1:], strict=False)]
    return [next((day for day in stretch if day in anchors), rng.choice(stretch)) for stretch in stretches]


def long(day: date) -> str:
    """A date as in `March 4, 2022`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def short(day: date) -> str:
    """A date as a dateline prints it: `Sept. 4`."""
    return f"{SHORT[MONTHS[day.month - 1]]} {day.day}"


def span(day: date, rng: Random) -> str:
    """Some days soon after a day: `March 7 to 9`."""
    start = day + timedelta(days=rng.randint(2, 9))
    end = start + timedelta(days=rng.randint(1, 4))
    first = f"{MONTHS[start.month - 1]} {start.day}"
    return f"{first} to {end.day}" if start.month == end.month else f"{first} to {MONTHS[end.month - 1]} {end.day}"
