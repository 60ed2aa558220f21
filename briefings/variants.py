"""The variants of a formulation: runs of words that share its core but differ, with the dates of each wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

import duckdb

from briefings import query
from briefings.alignment import Change, likeness, redline, window
from briefings.chain import function_words

LIKE = 0.6
"""Least likeness of a variant to the formulation."""

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording: how it differs from the family's name, and when it was used."""

    words: str
    changes: tuple[Change, ...]
    uses: int
    briefings: int
    first_day: date | None
    last_day: date | None
    first_statement: int
    last_statement: int


@dataclass(frozen=True, slots=True)
class Family:
    """A formulation with its variants, named by the form most used."""

    name: str
    variants: tuple[Variant, ...]
    """The first use first; the name itself is one of them."""


def pairs(words: tuple[str, ...]) -> list[str]:
    """Neighbouring content words with what stands between them."""
    places = [place for place, word in enumerate(words) if word not in function_words()]
    return [" ".join(words[one : other + 1]) for one, other in zip(places, places[1:], strict=False)]


def family(cursor: duckdb.DuckDBPyConnection, phrase: str, scope: Mapping[str, object]) -> Family:
    """The family of a formulation within a slice; empty where nothing there is like it."""
    core = tuple(phrase.split())
    values = {**scope, "pairs": pairs(core)}
    rows = query.load("phrases/cores").run(cursor, values)
    return grouped(core, cast(list[Row], rows.to_dict("records"))) if len(rows) else Family(phrase, ())


def grouped(core: tuple[str, ...], rows: Iterable[Row]) -> Family:
    """The family from statements in the order of the calendar."""
    uses: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if (run := wording(core, tuple(str(row["tokens"]).split()))) is not None:
            uses[run].append(row)
    if not uses:
        return Family(" ".join(core), ())
    name = max(uses, key=lambda run: (len(uses[run]), run == core, run))
    return Family(" ".join(name), tuple(variant(name, run, said) for run, said in uses.items()))


def wording(core: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The run of the words that is like the core, None where none is."""
    first, last = window(core, words)
    while first < last and words[first] in function_words() and words[first] != core[0]:
        first += 1
    while first < last and words[last - 1] in function_words() and words[last - 1] != core[-1]:
        last -= 1
    # A word at an edge may have been replaced: then the core's neighbour there is in its place.
    if core[1:2] == words[first : first + 1] and first and words[first - 1] not in function_words():
        first -= 1
    if core[-2:-1] == words[last - 1 : last] and words[last : last + 1] and words[last] not in function_words():
        last += 1
    run = words[first:last]
    return run if likeness(core, run) >= LIKE else None


def variant(name: tuple[str, ...], run: tuple[str, ...], said: list[Row]) -> Variant:
    """One wording from the statements that use it, in the order of the calendar."""
    days = sorted(day for row in said if (day := calendar_day(row["day"])) is not None)
    return Variant(
        words=" ".join(run),
        changes=redline(name, run),
        uses=len(said),
        briefings=len({row["briefing"] for row in said}),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        first_statement=int(str(said[0]["statement"])),
        last_statement=int(str(said[-1]["statement"])),
    )


def calendar_day(value: object) -> date | None:
    """A day as DuckDB's frames give it, null as None."""
    day = value.date() if hasattr(value, "date") else value
    return day if isinstance(day, date) and day == day else None
