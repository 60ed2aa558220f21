"""The variants of a formulation: runs of words that share its core but differ, with the dates of each wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import duckdb

from briefings import query
from briefings.alignment import Change, likeness, redline, window
from briefings.chain import function_words
from briefings.text import tokens

LIKE = 0.6
"""Least likeness of a variant to the formulation."""
REACH = 3
"""Words that may have been put in at a place."""
FEW = 3
"""Content words of which hardly a pair is left where one word is replaced."""
MOST = 2000
"""Statements looked at: the limit in `phrases/cores`."""

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
    spelt: str = ""
    """The name as it is printed where first used."""
    cut: bool = False
    """Whether there were more statements than are looked at."""


def pairs(words: tuple[str, ...]) -> list[str]:
    """Neighbouring content words with what stands between them."""
    places = [place for place, word in enumerate(words) if word not in function_words()]
    return [" ".join(words[one : other + 1]) for one, other in zip(places, places[1:], strict=False)]


def family(cursor: duckdb.DuckDBPyConnection, phrase: str, scope: Mapping[str, object]) -> Family:
    """The family of a formulation within a slice; empty where nothing there is like it."""
    core = tuple(phrase.split())
    content = [word for word in core if word not in function_words()]
    few = {"words": content, "enough": 2} if 1 < len(set(content)) <= FEW else {"words": None, "enough": None}
    rows = query.load("phrases/cores").run(cursor, {**scope, "pairs": pairs(core), **few})
    return grouped(core, cast(list[Row], rows.to_dict("records"))) if len(rows) else Family(phrase, ())


def grouped(core: tuple[str, ...], rows: Sequence[Row]) -> Family:
    """The family from statements in the order of the calendar."""
    uses: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if (run := wording(core, tuple(str(row["tokens"]).split()))) is not None:
            uses[run].append(row)
    if not uses:
        return Family(" ".join(core), ())
    name = max(uses, key=lambda run: (len(uses[run]), run == core, run))
    printed = {run: as_printed(run, str(said[0]["text"])) for run, said in uses.items()}
    found = tuple(
        replace(each, changes=dressed(each.changes, printed[name], printed[run]))
        for run, said in uses.items()
        for each in [variant(name, run, said)]
    )
    return Family(" ".join(name), found, joined(printed[name]), len(rows) >= MOST)


def as_printed(run: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The words of a run as the text prints them, with the signs that stand between them."""
    found = list(tokens(text))
    places = range(len(found) - len(run) + 1)
    at = next(place for place in places if tuple(word for word, _, _ in found[place : place + len(run)]) == run)
    ends = [start for _, start, _ in found[at + 1 : at + len(run)]] + [found[at + len(run) - 1][2]]
    return tuple(text[start:end].rstrip() for (_, start, _), end in zip(found[at : at + len(run)], ends, strict=True))


def dressed(changes: Iterable[Change], before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """The changes in printed words: those of the name and those of the wording, in order."""
    old, new = iter(before), iter(after)
    return tuple(
        Change(each.kind, tuple(next(old) for _ in each.before), tuple(next(new) for _ in each.after))
        for each in changes
    )


def joined(words: Iterable[str]) -> str:
    """Printed words as a text: a possessive ending stands with its word."""
    text = " ".join(words)
    return text.replace(" '", "'").replace(" \u2019", "\u2019")


def wording(core: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The run of the words that is like the core, None where none is."""
    first, last = whole(core, words, *window(core, words))
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


def whole(core: tuple[str, ...], words: tuple[str, ...], first: int, last: int) -> tuple[int, int]:
    """The window, widened where words were put in before the core's last word or behind its first."""
    behind, before = words[last : last + REACH], words[max(0, first - REACH) : first][::-1]
    if core[-1] in behind and core[-1] not in words[first:last]:
        last += behind.index(core[-1]) + 1
    if core[0] in before and core[0] not in words[first:last]:
        first -= before.index(core[0]) + 1
    return first, last


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
