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
    note: str
    """What its pages are, in a sentence."""


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
        rows = tomllib.load(file)["source"]
    return tuple(Source(row["id"], row["name"], row["kind"], row["note"]) for row in rows)


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
    pattern, known = nations()
    match = pattern.search(text)
    return known[plain(match.group())] if match else None


def named(text: str, city: str | None = None, lead: str = "") -> Ministry | None:
    """The ministry that the text names first; null where it names none, or one of several that nothing decides.

    Args:
        city: the dateline's, which decides between ministries that share a name.
        lead: a wider text, whose first country decides where the city does not.
    """
    sharing = next(mentions(text), ())
    if len(sharing) <= 1:
        return sharing[0] if sharing else None
    home = country_of(city)
    here = [entry for entry in sharing if entry.country == home]
    if not here and (country := country_named(lead)):
        here = [entry for entry in sharing if entry.country == country]
    return here[0] if here else None


def mentions(text: str) -> Iterator[tuple[Ministry, ...]]:
    """For every ministry's name in the text, in order, the ministries that go by it."""
    pattern, known = phrases()
    for match in pattern.finditer(text):
        yield known[plain(match.group())]


@cache
def phrases() -> tuple[re.Pattern[str], dict[str, tuple[Ministry, ...]]]:
    """One regex of every pattern, and the ministries behind each."""
    known: dict[str, tuple[Ministry, ...]] = {}
    for entry in ministries():
        for form in entry.patterns:
            known[plain(form)] = (*known.get(plain(form), ()), entry)
    return words({form for entry in ministries() for form in entry.patterns}), known


@cache
def nations() -> tuple[re.Pattern[str], dict[str, str]]:
    """One regex of the names by which the ministries' countries go, and the country behind each."""
    rows = [(form, entry.country) for entry in ministries() for form in (entry.country, *entry.demonyms)]
    known = {plain(form): country for form, country in rows}
    return words({form for form, _ in rows}), known


def plain(form: str) -> str:
    """A name as it is compared."""
    return form.replace("’", "'").casefold()


def words(forms: set[str]) -> re.Pattern[str]:
    """A regex of whole phrases, the longest first; capitals count only in those of up to three letters (`US`)."""
    rows = [(form, re.escape(form).replace("'", "['’]")) for form in sorted(forms, key=lambda form: (-len(form), form))]
    loose = "|".join(pattern if len(form) <= 3 else f"(?i:{pattern})" for form, pattern in rows)
    return re.compile(rf"(?<!\w)(?:{loose})(?!\w)")
