"""Who speaks: labels as printed resolve by ministry and day to a person, or to a role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from briefings import roster
from briefings.models import Role
from briefings.roster import Person, Post, RoleLabel, Roster, normal

# What stands before a surname in a label. Visitors' titles are data: they say that the government is not speaking.
TITLE = re.compile(
    r"(?:(?:mr|ms|mrs|miss|m|s|dr|professor|secretary|acting|deputy|assistant|administrator|administration|"
    r"ambassador|director|advisor|adviser|surgeon|general|chair|chairman|admiral|vice|president|"
    r"commissioner|under|press|spokesperson|spokesman|spokeswoman|minister|foreign|coordinator|envoy) )+"
)
CLOSE = 0.85
SHORT = 5
"""Letters below which a misspelling of a name cannot be told from another name."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a label stands for: a full name where known, and whether the government speaks."""

    name: str | None
    role: Role


def resolve(label: str, ministry: str, on: date | None) -> Speaker:
    """The person a printed label stands for on a day, else its role; an unknown name is kept as printed."""
    return resolved(roster.read(), label.strip(), ministry, on)


def known(label: str, ministry: str) -> bool:
    """Whether a label names a person who ever held a post at the ministry, or a role."""
    key, listed = normal(label), roster.read()
    return bool(role_label(listed, key) or holder(listed, key, ministry, None) or nearest(listed, key, ministry, None))


def hosts(label: str) -> bool:
    """Whether a label is of somebody who runs the line (a moderator, an operator) rather than speaks on it."""
    found = role_label(roster.read(), normal(label))
    return found is not None and found.host


def persons() -> tuple[Person, ...]:
    """Everybody in people.toml."""
    return roster.read().persons


@cache
def resolved(known: Roster, label: str, ministry: str, on: date | None) -> Speaker:
    """The answer of `resolve` from one roster, the surest reading first.

    A label in capitals whose title is misspelt (`ADMINSITRATOR CRISWELL`) still ends with the surname.
    """
    key = normal(label)
    if found := holder(known, key, ministry, on):
        return found
    if named := role_label(known, key):
        return Speaker(None if named.role == "reporter" else named.name, named.role)
    if any(key.startswith(title) for title in known.visitors):
        return Speaker(label, "third_party")
    bare = TITLE.sub("", key, count=1) if TITLE.match(key) else key
    return (
        holder(known, bare, ministry, on)
        or nearest(known, bare, ministry, on)
        or (label.isupper() and holder(known, key.rsplit(" ", 1)[-1], ministry, on))
        or stranger(known, label, ministry)
    )


def holder(known: Roster, key: str, ministry: str, on: date | None) -> Speaker | None:
    """The one person of that name with a post at the ministry on the day."""
    found = [(held, one) for one in known.names.get(key, ()) if (held := held_post(one, ministry, on))]
    # On the day of a handover two persons hold the office: the one who takes it over is meant.
    latest = max((held.first for held, _ in found), default=date.min)
    found = [(held, one) for held, one in found if on is None or held.first == latest]
    if len(found) != 1:
        return None
    ((held, one),) = found
    return Speaker(one.name, "spokesperson" if known.speaks[held.kind] else "third_party")


def held_post(one: Person, ministry: str, on: date | None) -> Post | None:
    """A post of the person at the ministry on the day, the first that fits."""
    return next((post for post in one.posts if post.ministry == ministry and post.held(on)), None)


def role_label(known: Roster, key: str) -> RoleLabel | None:
    """The role's label, allowing for a misspelling where it is long enough to be sure."""
    if key in known.labels or len(key) <= SHORT:
        return known.labels.get(key)
    score, name = max((likeness(key, name), name) for name in known.labels)
    return known.labels[name] if score >= 0.85 else None


def nearest(known: Roster, key: str, ministry: str, on: date | None) -> Speaker | None:
    """The person whose name is spelt most like the label, if it is like enough and only theirs."""
    letters = key.replace(" ", "")
    if len(letters) < (SHORT if " " not in key else SHORT + 2):
        return None
    scores = {name: likeness(key, name) for name in known.names}
    for name in sorted(scores, key=lambda name: (-scores[name], name)):
        if scores[name] < CLOSE:
            break
        if found := holder(known, name, ministry, on):
            return found
    return None


def likeness(one: str, other: str) -> float:
    """How alike two names are spelt, 0 to 1."""
    if abs(len(one) - len(other)) > 3:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def stranger(known: Roster, label: str, ministry: str) -> Speaker:
    """A name nobody here bears, as printed, in the role its ministry gives to strangers."""
    return Speaker(label, known.unknown.get(ministry, "third_party"))


def problems() -> list[str]:
    """What is wrong in people.toml, one sentence each; nothing when all is well."""
    return list(roster.problems(roster.read()))
