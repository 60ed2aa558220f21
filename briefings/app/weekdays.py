"""Weekdays without a briefing, with the public holidays among them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import holidays

MOVED = re.compile(r" \((?:observed|substituted from [^)]*)\)")
OTHER_NAMES = {"turkiye": "turkey", "us": "united_states", "uk": "united_kingdom"}


@dataclass(frozen=True, slots=True)
class Gap:
    """Weekdays in a row without a briefing; weekends between them do not interrupt."""

    first: date
    last: date
    weekdays: int
    holidays: tuple[str, ...]
    """The names of the public holidays among them."""
    free: int
    """How many of the weekdays are public holidays."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One ministry's days from its first briefing to its last."""

    weekdays: int
    without: int
    free: int
    """Public holidays among the weekdays without a briefing."""
    weekend: int
    """Days with a briefing that fall on a weekend."""


def public_holidays(country: str | None, years: Collection[int]) -> Mapping[date, str] | None:
    """The public holidays of a country by day, null where none are known."""
    code = code_of(country or "")
    if code is None:
        return None
    calendar = holidays.country_holidays(code, years=years)
    if "en_US" in calendar.supported_languages:
        calendar = holidays.country_holidays(code, years=years, language="en_US")
    return {day: MOVED.sub("", name) for day, name in calendar.items() if day.year in years}


def code_of(country: str) -> str | None:
    """The ISO code of a country by its name or code, null where the calendar knows none."""
    plain = unicodedata.normalize("NFKD", country).encode("ascii", "ignore").decode().casefold()
    slug = plain.replace(" ", "_")
    known = holidays.registry.COUNTRIES
    names = known.get(OTHER_NAMES.get(slug, slug))
    codes = {entry[1] for entry in known.values()}
    return names[1] if names else country if country in codes else None


def weekdays(first: date, last: date) -> Iterator[date]:
    """The weekdays from a day to another, both included."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() < 5:
            yield day


def gaps(days: Collection[date], free: Mapping[date, str]) -> list[Gap]:
    """The runs of weekdays without a briefing between the first and the last, the latest first."""
    held, run, found = set(days), [], []
    for day in weekdays(min(held), max(held)):
        if day not in held:
            run.append(day)
        elif run:
            found.append(gap(run, free))
            run = []
    return found[::-1] if not run else [gap(run, free), *found[::-1]]


def gap(run: Sequence[date], free: Mapping[date, str]) -> Gap:
    """One run."""
    names = [free[day] for day in run if day in free]
    return Gap(run[0], run[-1], len(run), tuple(dict.fromkeys(names)), len(names))


def coverage(days: Collection[date], missing: Sequence[Gap]) -> Coverage:
    """The count of a ministry's weekdays, with and without a briefing."""
    held = set(days)
    return Coverage(
        weekdays=sum(1 for _ in weekdays(min(held), max(held))),
        without=sum(each.weekdays for each in missing),
        free=sum(each.free for each in missing),
        weekend=sum(day.weekday() >= 5 for day in held),
    )
