"""The slice that a reader selects: from the address of a page, to SQL parameters, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from briefings.sought import clear, sought

DATES = {"all": "All dates", "12m": "Last 12 months", "year": "This year", "custom": "From \u2026 to \u2026"}
PARAMETERS = ("ministry", "source", "speaker", "topic", "dates", "from", "to", "said", "whose", "together")
"""What the filters are called in an address."""
WHOSE = {"spokesperson": "Spokespersons", "all": "Everyone"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a database has to select from: ids with names, and the span of its briefings."""

    ministries: Mapping[str, str]
    sources: Mapping[str, str]
    spokespersons: Sequence[str]
    topics: Mapping[str, str]
    first_day: date | None
    last_day: date | None
    targets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Selection:
    """One slice; the empty selection is everything that counts, in the spokespersons' words."""

    ministries: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    spokespersons: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    dates: str = "all"
    since: date | None = None
    until: date | None = None
    said: str = ""
    whose: str = "spokesperson"
    together: bool = False

    def scope(self, known: Known) -> dict[str, object]:
        """The parameters of the `scope` macro."""
        since, until = self.span(known)
        return {
            "since": since,
            "until_day": until,
            "ministries": list(self.ministries) or None,
            "sources": list(self.sources) or None,
            "spokespersons": list(self.spokespersons) or None,
            "about": list(self.topics) or None,
            "saying": sought([self.said]),
            "whose": None if self.whose == "all" else self.whose,
            "echoes": self.together or None,
        }

    def span(self, known: Known) -> tuple[date | None, date | None]:
        """First and last day, null where open; presets count back from the last briefing."""
        last = known.last_day
        if self.dates == "custom":
            return self.since, self.until
        if self.dates == "12m" and last:
            return last - timedelta(days=364), None
        if self.dates == "year" and last:
            return date(last.year, 1, 1), None
        return None, None

    def parameters(self) -> dict[str, str | list[str]]:
        """The selection as the parameters of an address, defaults left out."""
        custom = self.dates == "custom"
        values: dict[str, str | list[str]] = {
            "ministry": list(self.ministries),
            "source": list(self.sources),
            "speaker": list(self.spokespersons),
            "topic": list(self.topics),
            "dates": "" if self.dates == "all" else self.dates,
            "from": self.since.isoformat() if custom and self.since else "",
            "to": self.until.isoformat() if custom and self.until else "",
            "said": self.said,
            "whose": "" if self.whose == "spokesperson" else self.whose,
            "together": "yes" if self.together else "",
        }
        return {name: value for name, value in values.items() if value}

    def words(self, known: Known) -> Iterator[tuple[str, str]]:
        """Each filter that is set: (its field, what it says in words)."""
        since, until = self.span(known)
        if self.ministries:
            yield "ministries", "ministry " + listed(known.ministries[id_] for id_ in self.ministries)
        if self.sources:
            yield "sources", "source " + listed(known.sources[id_] for id_ in self.sources)
        if self.spokespersons:
            yield "spokespersons", "spokesperson " + listed(self.spokespersons)
        if self.topics:
            yield "topics", "topic " + listed(known.topics[id_] for id_ in self.topics)
        if since:
            yield "dates", f"from {written(since)}" + (f" to {written(until)}" if until else "")
        elif until:
            yield "dates", f"to {written(until)}"
        if clear(self.said):
            yield "said", f"words said: {self.said}"
        if self.whose == "all":
            yield "whose", "everyone\u2019s words"
        if self.together:
            yield "together", "reports counted beside transcripts"


def listed(names: Iterator[str] | Sequence[str]) -> str:
    """Names in a row: `A, B or C`."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def counted(number: int, name: str) -> str:
    """A number with its noun: `1 briefing`, `3,738 exchanges`."""
    return f"{number:,} {name.removesuffix('s') if number == 1 else name}"


def written(day: date) -> str:
    """A day as readers write it: 11 May 2018."""
    return f"{day.day} {day:%b %Y}"


def read(parameters: Mapping[str, Sequence[str]], known: Known) -> tuple[Selection, list[str]]:
    """The selection that an address asks for, and what it names that this database lacks."""
    problems: list[str] = []
    since, until = (day(parameters, name, problems) for name in ("from", "to"))
    dates = option(parameters, "dates", DATES, "custom" if since or until else "all", problems)
    said = first(parameters, "said")
    if dates != "custom" and (since or until):
        problems.append(f"from and to do not count beside dates \u201c{dates}\u201d")
    return (
        Selection(
            ministries=present(parameters, "ministry", known.ministries, problems),
            sources=present(parameters, "source", known.sources, problems),
            spokespersons=present(parameters, "speaker", known.spokespersons, problems),
            topics=present(parameters, "topic", known.topics, problems),
            dates=dates,
            since=since,
            until=until,
            said=said,
            whose=option(parameters, "whose", WHOSE, "spokesperson", problems),
            together=option(parameters, "together", ("yes", "no"), "no", problems) == "yes",
        ),
        problems,
    )


def first(parameters: Mapping[str, Sequence[str]], name: str) -> str:
    """The first value of a parameter, empty where there is none."""
    return next(iter(parameters.get(name, ())), "")


def present(
    parameters: Mapping[str, Sequence[str]], name: str, choices: Mapping[str, str] | Sequence[str], problems: list[str]
) -> tuple[str, ...]:
    """The values that exist; the others are told."""
    asked = tuple(dict.fromkeys(parameters.get(name, ())))
    problems.extend(f"{name} \u201c{value}\u201d is not in this database" for value in asked if value not in choices)
    return tuple(value for value in asked if value in choices)


def option(
    parameters: Mapping[str, Sequence[str]],
    name: str,
    choices: Mapping[str, str] | Sequence[str],
    default: str,
    problems: list[str],
) -> str:
    """One of a few fixed values, the default where none or an unknown one is given; the latter is told."""
    value = first(parameters, name) or default
    if value in choices:
        return value
    problems.append(f"{name} cannot be \u201c{value}\u201d: it is one of {', '.join(choices)}")
    return default


def day(parameters: Mapping[str, Sequence[str]], name: str, problems: list[str]) -> date | None:
    """A day in ISO form, null where none or no day is given; the latter is told."""
    value = first(parameters, name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        problems.append(f"{name} \u201c{value}\u201d is no date: write it as 2019-04-29")
        return None
