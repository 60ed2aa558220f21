"""Whose words a briefing carries: the ministries of `data/sources.toml` and which of them a text names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "data" / "sources.toml"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ministry:
    """One ministry, or another office that briefs the press."""

    id: str
    name: str
    short: str
    country: str
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher in one format."""

    id: str
    name: str
    kind: str
    """`transcript` or `report`."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place of a text that may name a ministry."""

    ministry: Ministry
    start: int
    end: int


@cache
def ministries(path: Path = SOURCES) -> tuple[Ministry, ...]:
    """Every ministry, in the file's order."""
    with path.open("rb") as file:
        rows = tomllib.load(file)["ministry"]
    return tuple(
        Ministry(
            *(row[key] for key in ("id", "name", "short", "country")),
            *(tuple(row[key]) for key in ("capitals", "demonyms", "patterns")),
        )
        for row in rows
    )


@cache
def sources(path: Path = SOURCES) -> tuple[Source, ...]:
    """Every source, in the file's order."""
    with path.open("rb") as file:
        return tuple(Source(row["id"], row["name"], row["kind"]) for row in tomllib.load(file)["source"])


def by_id(ministry: str) -> Ministry:
    """The ministry of an id, `other` where the file has none such."""
    known = {entry.id: entry for entry in ministries()}
    return known.get(ministry, known[OTHER])


def country_of(city: str | None) -> str | None:
    """The country whose capital the city is."""
    wanted = (city or "").casefold()
    return next((entry.country for entry in ministries() if wanted in map(str.casefold, entry.capitals)), None)


def country_named(text: str) -> str | None:
    """The country whose name or demonym the text holds first."""
    found = [(match.start(), entry.country) for entry in ministries() if (match := nation(entry.id).search(text))]
    return min(found)[1] if found else None


def named(text: str, city: str | None = None, lead: str = "") -> Ministry | None:
    """The ministry that the text names first.

    Args:
        city: the dateline's, which decides between ministries that share a name.
        lead: a wider text, whose first country decides where the city does not.
    """
    places = list(mentions(text))
    if not places:
        return None
    home, country = country_of(city), country_named(lead)
    best = min(
        places,
        # The nearest phrase to the beginning, the longest there; among equals the one at home.
        key=lambda place: (
            place.start,
            -place.end,
            place.ministry.country != home,
            place.ministry.country != country,
        ),
    )
    alone = sum(place.start == best.start and place.end == best.end for place in places) == 1
    return best.ministry if alone or best.ministry.country in (home, country) else None


def mentions(text: str) -> Iterator[Named]:
    """Every place that a pattern of a ministry fits."""
    for ministry in ministries():
        if ministry.patterns:
            for match in phrases(ministry.id).finditer(text):
                yield Named(ministry, match.start(), match.end())


@cache
def phrases(ministry: str) -> re.Pattern[str]:
    """One regex of a ministry's patterns, the longest first, with straight and curly apostrophes alike."""
    return words(by_id(ministry).patterns)


@cache
def nation(ministry: str) -> re.Pattern[str]:
    """One regex of the names by which a ministry's country goes."""
    entry = by_id(ministry)
    return words((entry.country, *entry.demonyms)) if entry.demonyms else re.compile(r"(?!)")


def words(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """A regex of whole phrases; capitals count only in those of up to three letters (`US` is not `us`)."""
    ordered = sorted(patterns, key=len, reverse=True)
    forms = [re.escape(form).replace("'", "['’]") for form in ordered]
    loose = "|".join(form if len(plain) <= 3 else f"(?i:{form})" for form, plain in zip(forms, ordered, strict=True))
    return re.compile(rf"(?<!\w)(?:{loose})(?!\w)")
