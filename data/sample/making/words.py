"""The word material: events, frames and names from `material/*.toml`, and sentences made from their templates."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

CHOICE = re.compile(r"\{([^{}]*)\}")
SLOT = re.compile(r"<(\w+)>")
ARTICLE = re.compile(r"\b([Aa])n? (?=(\w+))")
# Words that take "an" although no vowel letter says so, and the reverse.
AN = re.compile(r"(?:[aeiouAEIOU](?!uro|ne |niv|nit)|hour|honest|11\b|18\b|8\b|8[0-9]\b)")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"“])")


@dataclass(frozen=True, slots=True)
class Beat:
    """One stage of an event: how it is asked about and what is answered."""

    headline: str
    theme: str
    """The stage's own subject, where the event's would not fit; then the event's blame and praise would not either."""
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    follow_up: str
    reply: str
    background: str


@dataclass(frozen=True, slots=True)
class Event:
    """An invented occurrence that the briefings return to for a while."""

    id: str
    topics: tuple[str, ...]
    who: str
    first: date
    last: date
    heat: float
    about: str
    blame: str
    praise: str
    eu: bool
    beats: tuple[Beat, ...]

    def beat(self, day: date) -> Beat:
        """The stage the event has reached on a day."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.beats[min(len(self.beats) - 1, int(share * len(self.beats)))]


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the pages are made of."""

    events: tuple[Event, ...]
    frames: Mapping[str, Any]
    substance: Mapping[str, list[str]]
    world: Mapping[str, Any]
    plants: Mapping[str, Any]


def material(folder: Path) -> Material:
    """The material of a folder."""
    tables = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
    found = tuple(event(row) for table in tables.values() for row in table.get("event", ()))
    return Material(found, tables["frames"], tables["substance"], tables["world"], tables["plants"])


def event(row: Mapping[str, Any]) -> Event:
    """One event from its TOML table."""
    first, last = (date.fromisoformat(day) for day in row["on"])
    return Event(
        id=row["id"],
        topics=tuple(row["topics"]),
        who=row["who"],
        first=first,
        last=last,
        heat=float(row.get("heat", 1.0)),
        about=row["about"],
        blame=row.get("blame", ""),
        praise=row.get("praise", ""),
        eu=bool(row.get("eu", False)),
        beats=tuple(beats(row["beats"])),
    )


def beats(text: str) -> Iterator[Beat]:
    """The stages of an event, from blocks of lines that begin with a kind's letter."""
    for block in text.strip().split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip()]
        of = {kind: tuple(line[2:] for line in lines if line[0] == kind) for kind in "HTQAFRB"}
        yield Beat(of["H"][0], "".join(of["T"]), of["Q"], of["A"], *("".join(of[kind]) for kind in "FRB"))


def chosen(template: str, rng: Random) -> str:
    """The template with one alternative taken of every choice, innermost first."""
    while match := CHOICE.search(template):
        template = template[: match.start()] + rng.choice(match.group(1).split("|")) + template[match.end() :]
    return template


def filled(template: str, slots: Mapping[str, str]) -> str:
    """The template with every `<slot>` replaced."""
    while SLOT.search(template):
        template = SLOT.sub(lambda match: slots[match.group(1)], template)
    return template


def said(template: str, slots: Mapping[str, str], rng: Random) -> str:
    """A finished piece of English from a template: choices made, slots filled, articles and capitals right."""
    words = filled(chosen(template, rng), slots)
    words = re.sub(r" {2,}", " ", words).replace(" ,", ",")
    words = ARTICLE.sub(article, words)
    return words[0].upper() + words[1:]


def article(match: re.Match[str]) -> str:
    """`a` or `an`, as the next word's sound asks."""
    if match.group(1) == "A" and match.group(2).isupper() and len(match.group(2)) == 1:
        return match.group()
    return match.group(1) + ("n " if AN.match(match.group(2)) else " ")


def sentences(text: str) -> list[str]:
    """The sentences of generated English, where no abbreviation ends in a point."""
    return [piece.strip() for piece in SENTENCE_END.split(text) if piece.strip()]
