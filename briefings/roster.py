"""The people file as data: persons with dated posts, labels that name a role, and what is wrong with them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from briefings.models import Role

NOT_LETTERS = re.compile(r"[^\w']+")
KNOWN_BY_ALIAS = frozenset({"head", "local", "legislator", "foreign"})
ALLOWED = {
    "person": frozenset(["id", "name", "gender", "aliases", "posts"]),
    "post": frozenset(["ministry", "kind", "title", "from", "to"]),
    "label": frozenset(["role", "host", "names"]),
    "file": frozenset(["family_first", "kind", "unknown", "label", "visitor", "person"]),
}


@dataclass(frozen=True, slots=True)
class Post:
    """What a person was, for whom, from the first day to the last."""

    ministry: str
    kind: str
    title: str
    first: date
    last: date

    def held(self, on: date | None) -> bool:
        """Whether the post was held on a day; without a day, whether ever."""
        return on is None or self.first <= on <= self.last


@dataclass(frozen=True, slots=True)
class Person:
    """One person with the names printed for them."""

    id: str
    name: str
    gender: str | None
    aliases: tuple[str, ...]
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class RoleLabel:
    """A label that names a role and no person."""

    name: str
    role: Role
    host: bool


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """All of people.toml, indexed by what is printed."""

    persons: tuple[Person, ...]
    speaks: Mapping[str, bool]
    unknown: Mapping[str, Role]
    labels: Mapping[str, RoleLabel]
    visitors: tuple[str, ...]
    names: Mapping[str, tuple[Person, ...]]
    stray: tuple[str, ...]
    """Keys of the file that mean nothing."""


def read() -> Roster:
    """The people file as data, read once; $BRIEFINGS_DATA names another folder."""
    return loaded(os.environ.get("BRIEFINGS_DATA"))


@cache
def loaded(folder: str | None) -> Roster:
    """The people file of a folder, or of the project's own `data`, indexed."""
    path = Path(folder) if folder else Path(__file__).resolve().parent.parent / "data"
    path /= "people.toml"
    facts = tomllib.loads(path.read_text(encoding="utf-8"))
    everybody = tuple(person(entry) for entry in facts.get("person", ()))
    family_first = frozenset(facts.get("family_first", ()))
    index: dict[str, tuple[Person, ...]] = {}
    for one in everybody:
        for key in sorted(keys(one, family_first)):
            index[key] = (*index.get(key, ()), one)
    labels = {normal(made.name): made for entry in facts.get("label", ()) for made in role_labels(entry)}
    visitors = tuple(normal(title) + " " for title in facts.get("visitor", {}).get("titles", ()))
    return Roster(everybody, facts["kind"], facts["unknown"], labels, visitors, index, tuple(strays(facts)))


def strays(facts: Mapping[str, Any]) -> Iterator[str]:
    """Keys of the file that mean nothing, each with its place."""
    tables: list[tuple[str, str, Mapping[str, object]]] = [("file", "the file", facts)]
    for entry in facts.get("person", ()):
        tables.append(("person", entry["id"], entry))
        tables += [("post", f"a post of {entry['id']}", one) for one in entry["posts"]]
    tables += [("label", "a label", entry) for entry in facts.get("label", ())]
    for table, place, entry in tables:
        for key in entry.keys() - ALLOWED[table]:
            yield f"{key} in {place}; known: {', '.join(sorted(ALLOWED[table]))}"


def person(entry: Mapping[str, object]) -> Person:
    """One person as written in the file."""
    posts = cast("list[dict[str, object]]", entry["posts"])
    return Person(
        str(entry["id"]),
        str(entry["name"]),
        cast("str | None", entry.get("gender")),
        tuple(cast("list[str]", entry.get("aliases", []))),
        tuple(post(one) for one in posts),
    )


def post(entry: Mapping[str, object]) -> Post:
    """One post as written in the file; without `to` it has no end."""
    first, last = cast("date", entry["from"]), cast("date", entry.get("to", date.max))
    return Post(str(entry["ministry"]), str(entry["kind"]), str(entry["title"]), first, last)


def role_labels(entry: Mapping[str, object]) -> Iterator[RoleLabel]:
    """The labels of one group, which share a role."""
    for name in cast("list[str]", entry["names"]):
        yield RoleLabel(name, cast("Role", entry["role"]), bool(entry.get("host")))


def keys(one: Person, family_first: frozenset[str]) -> set[str]:
    """Everything a person may be called, normalised."""
    called = {one.name, *one.aliases}
    if not any(post.ministry in family_first or post.kind in KNOWN_BY_ALIAS for post in one.posts):
        called.add(one.name.rsplit(maxsplit=1)[-1])
    return {normal(name) for name in called}


@cache
def normal(label: str) -> str:
    """A label as it is compared: small letters and single spaces, no points or hyphens."""
    return NOT_LETTERS.sub(" ", label.replace("’", "'").casefold()).strip()


def problems(known: Roster) -> Iterator[str]:
    """What is wrong in the people file, one sentence each."""
    yield from (f"people.toml: unknown key {stray}" for stray in known.stray)
    yield from faults(known)
    yield from clashes(known)


def faults(known: Roster) -> Iterator[str]:
    """Persons and roles that contradict themselves."""
    seen: set[str] = set()
    for one in known.persons:
        if one.id in seen:
            yield f"people.toml: the id {one.id} stands twice"
        seen.add(one.id)
        for post in one.posts:
            if post.first > post.last:
                yield f"people.toml: {one.id} leaves a post before entering it"
            if post.kind not in known.speaks:
                yield f"people.toml: {one.id} holds a post of unknown kind {post.kind}, not {', '.join(known.speaks)}"
        for before, after in zip(one.posts, one.posts[1:], strict=False):
            if before.ministry == after.ministry and after.first < before.first:
                yield f"people.toml: the posts of {one.id} are not in order of time"
    for role in [*known.unknown.values(), *(label.role for label in known.labels.values())]:
        if role not in get_args(Role):
            yield f"people.toml: {role} is no role; known: {', '.join(get_args(Role))}"


def clashes(known: Roster) -> Iterator[str]:
    """Names that two persons bear at one ministry at one time."""
    for name, bearers in known.names.items():
        posts = [(one.id, post) for one in bearers for post in one.posts]
        for index, (one, left) in enumerate(posts):
            for other, right in posts[index + 1 :]:
                if one != other and left.ministry == right.ministry and overlap(left, right):
                    yield f"people.toml: {name} means both {one} and {other} at {left.ministry}"


def overlap(left: Post, right: Post) -> bool:
    """Whether two posts share more than the day of a handover."""
    return left.first < right.last and right.first < left.last
