"""Dates as pages write them: `June 13, 2018`, `Jan. 30`, `6 February 2020`, `2023-01-31`, `2018年5月31日`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMES = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

# The space between month and day is often forgotten (`June13, 2018`), the comma before the year as well.
MONTH_FIRST = re.compile(rf"\b{NAMES}\.?\s?{DAY}(?:\s?,?\s?{YEAR})?", re.I)
DAY_FIRST = re.compile(
    rf"(?<![\w.:,])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?{NAMES}\b\.?(?:,?[\s-]{YEAR})?", re.I
)
NUMBERS = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)")
CHINESE = re.compile(r"(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")
FORMS = (MONTH_FIRST, DAY_FIRST, NUMBERS, CHINESE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """One date where it stands in a text; the year is null where the text leaves it out."""

    start: int
    end: int
    month: int
    day: int
    year: int | None

    def on(self, year: int | None = None) -> date | None:
        """The day, by its own year or else the one given; null without a year or for a day no calendar has."""
        known = self.year or year
        if known is None:
            return None
        try:
            return date(known, self.month, self.day)
        except ValueError:
            return None


def written(text: str) -> Iterator[DateFound]:
    """Every date in the text, in order, the longer reading where two overlap."""
    matches = chain.from_iterable(form.finditer(text) for form in FORMS)
    end = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        found = dated(match)
        if match.start() >= end and 1 <= found.month <= 12 and 1 <= found.day <= 31:
            yield found
            end = match.end()


def first(text: str, year: int | None = None) -> date | None:
    """The first date of the text that is a day of the calendar; `year` completes one without its own."""
    return next((day for found in written(text) if (day := found.on(year))), None)


def dated(match: re.Match[str]) -> DateFound:
    """What one match of any form says."""
    year = match["year"]
    return DateFound(match.start(), match.end(), month(match["month"]), int(match["day"]), int(year) if year else None)


def month(name: str) -> int:
    """The number of a month, from its digits, its name or its abbreviation."""
    return int(name) if name.isdigit() else MONTHS.index(name[:3].casefold()) + 1
