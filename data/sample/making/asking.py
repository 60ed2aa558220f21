"""Exchanges: an event's question put by an outlet and the answer given to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from making.ledger import Ledger
from making.words import Beat, Event, Material, filled, said

# Topics on which a call for restraint and dialogue is natural.
CONFLICT = {
    "taiwan",
    "south-china-sea",
    "korean-peninsula",
    "iran-nuclear",
    "us-china-relations",
    "russia-ukraine",
    "middle-east",
    "military",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of an answer, and whether it is planted."""

    words: str
    planted: bool = False


@dataclass(slots=True)
class Asked:
    """One question with its answer, before it is laid out."""

    event: Event
    beat: Beat
    outlet: str
    question: str
    lead: Said
    about: str
    more: list[Said] = field(default_factory=list)
    opening: str = ""
    follow_up: str = ""
    reply: str = ""
    headline: str = ""
    background: str = ""


def slots(material: Material, ministry: str, event: Event, beat: Beat) -> dict[str, str]:
    """The words that stand for the slots of a stage's templates."""
    here, there = (material.world["ministry"][key] for key in (ministry, "os" if ministry == "va" else "va"))
    return {
        "M": here["country"],
        "A": here["adjective"],
        "O": there["country"],
        "OA": there["adjective"],
        "CAP": here["capital"],
        "about": beat.theme or event.about,
        "blame": event.blame,
        "praise": event.praise,
    }


def outlet(material: Material, event: Event, taken: list[str], rng: Random) -> str:
    """The outlet that asks: those that follow the topic ask four times as often."""
    rows = [row for row in material.world["outlet"] if row["name"] not in taken]
    weights = [row["weight"] * (4 if set(row["favours"]) & set(event.topics) else 1) for row in rows]
    return str(rng.choices(rows, weights)[0]["name"])


def asked(material: Material, ledger: Ledger, event: Event, ministry: str, beat: Beat, rng: Random) -> Asked | None:
    """The exchange about a stage of an event, or nothing where its words are worn out."""
    names = slots(material, ministry, event, beat)
    question = ledger.draw(rng.choice(beat.questions), names, rng)
    lead = question and ledger.draw(beat.answers[0], names, rng)
    # Only a report prints its headline: a transcript's must not wear it out.
    headline = lead and (ledger.draw if ministry == "os" else said)(beat.headline, names, rng)
    if not headline:
        return None
    ledger.uses[ministry, event.id] += 1
    made = Asked(event, beat, "", question, Said(lead), filled(names["about"], names), headline=headline)
    made.more = [Said(words) for words in drawn(material, ledger, made, names, rng)]
    if ministry == "va" and rng.random() < 0.3:
        made.opening = ledger.draw(rng.choice(material.frames["opening"]), names, rng)
    if beat.background and rng.random() < 0.7:
        made.background = ledger.draw(beat.background, names, rng)
    add_follow_up(material, ledger, made, names, rng)
    return made


def drawn(material: Material, ledger: Ledger, made: Asked, names: Mapping[str, str], rng: Random) -> Iterator[str]:
    """The rest of an answer, in order: the event's facts, a stance, a principle, a closing."""
    for template in templates(material, made, rng):
        words = ledger.draw(template, {**names, "agency": rng.choice(agencies(material, made.event))}, rng)
        if words:
            yield words


def templates(material: Material, made: Asked, rng: Random) -> Iterator[str]:
    """The templates of an answer after its first sentence."""
    frames, event = material.frames, made.event
    rest = list(made.beat.answers[1:])
    keep = set(rng.sample(range(len(rest)), min(len(rest), rng.choice((1, 2, 3, 3)))))
    yield from (template for index, template in enumerate(rest) if index in keep)
    for kind, share in (("blame", 0.5), ("praise", 0.45)):
        if getattr(event, kind) and not made.beat.theme and rng.random() < share:
            yield rng.choice(frames[kind])
    if rng.random() < 0.42:
        yield rng.choice(material.substance[principle(event, rng)])
    if event.topics[0] in CONFLICT and rng.random() < 0.4:
        yield rng.choice(frames["calm"])
    if rng.random() < 0.24:
        yield rng.choice(frames["closing"])


def principle(event: Event, rng: Random) -> str:
    """The key of the principles an answer may close on."""
    topic = rng.choice(event.topics)
    machines = topic == "technology" and not re.search("chip|semiconductor", event.about)
    return "machines" if machines else topic


def agencies(material: Material, event: Event) -> list[str]:
    """The offices that know more about an event."""
    found: dict[str, Any] = material.frames["agency"]
    return list(found[event.topics[0]])


def add_follow_up(material: Material, ledger: Ledger, made: Asked, names: Mapping[str, str], rng: Random) -> None:
    """A second question by the same outlet, sometimes."""
    pair = (made.beat.follow_up, made.beat.reply)
    if not all(pair) or rng.random() < 0.4:
        if rng.random() > 0.12:
            return
        # Only a contested matter is one on which a position could soften or a cabinet be divided.
        contested = made.event.blame and made.event.topics[0] not in ("public-health", "climate", "consular")
        index = rng.randrange(len(material.frames["followups"]) if contested else 2)
        pair = (material.frames["followups"][index], material.frames["replies"][index])
    question = ledger.draw(pair[0], names, rng)
    reply = question and ledger.draw(pair[1], names, rng)
    if reply:
        made.follow_up, made.reply = question, reply
