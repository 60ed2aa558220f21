"""The targets a text names: actors and issues that stance is taken toward, each with its place."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from briefings.lexicon import LexiconError, tables, texts
from briefings.matching import Matcher

KINDS = ("country", "organisation", "group", "issue", "dispute")
KEYS = ("id", "title", "kind", "any", "except", "examples", "counterexamples")
NEEDED = ("id", "title", "kind", "any", "examples", "counterexamples")


@dataclass(frozen=True, slots=True)
class Target:
    """One actor or issue: the names it goes by, the words that hide a name, the sentences that prove them."""

    id: str
    title: str
    kind: str
    names: tuple[str, ...]
    hidden_by: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Targets:
    """Every target, in the order of the file. Two are equal when their files are."""

    digest: str
    entries: tuple[Target, ...] = field(compare=False)

    def named(self, name: str) -> Target | None:
        """The target with this id, title or name, whatever its capitals; none if there is none."""
        wanted = name.casefold().strip()
        spellings = ((entry, (entry.id, entry.title, *entry.names)) for entry in self.entries)
        return next((entry for entry, names in spellings if wanted in {each.casefold() for each in names}), None)


class Mention(NamedTuple):
    """A target where a text names it: `text[start:end]`."""

    target: str
    start: int
    end: int


def load(path: Path) -> Targets:
    """The targets of a TOML file.

    Raises:
        LexiconError: with every mistake, one per line.
    """
    if mistakes := problems(path):
        raise LexiconError("\n".join(mistakes))
    content = path.read_bytes()
    entries = tuple(_target(table) for table in tables(tomllib.loads(content.decode())["target"]))
    return Targets(hashlib.sha256(content).hexdigest(), entries)


def problems(path: Path) -> list[str]:
    """Every mistake in a file of targets, with what would be right."""
    try:
        found = list(tables(tomllib.loads(path.read_bytes().decode()).get("target")))
    except OSError as error:
        return [f"{path}: cannot be read ({error.strerror}): name the file that holds the [[target]] tables"]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [f"{path}: not TOML: {error}"]
    if not found:
        return [f"{path}: no [[target]] table: write one for each actor or issue"]
    mistakes = [fault for number, table in enumerate(found, start=1) for fault in _faults(number, table)]
    names = [str(table.get("id")) for table in found]
    mistakes += [f"target `{name}` is defined twice: merge the two" for name in set(names) if names.count(name) > 1]
    return [f"{path}: {mistake}" for mistake in mistakes]


def disproved(path: Path) -> list[str]:
    """The examples that do not name their target, and the counterexamples that do, of a file without mistakes."""
    known = load(path)
    wrong = []
    for entry in known.entries:
        for text, wanted in (
            *((each, True) for each in entry.examples),
            *((each, False) for each in entry.counterexamples),
        ):
            if (entry.id in {mention.target for mention in mentions(text, known)}) != wanted:
                told = "example does not name" if wanted else "counterexample names"
                wrong.append(f"{path}: target `{entry.id}`: the {told} it: {text}")
    return wrong


def _faults(number: int, table: Mapping[str, object]) -> list[str]:
    """The mistakes of one table."""
    name = f"target `{table.get('id', f'number {number}')}`"
    faults = [f"{name} lacks `{key}`" for key in NEEDED if not table.get(key)]
    faults += [f"{name}: unknown key `{key}`: valid are {', '.join(KEYS)}" for key in table if key not in KEYS]
    if table.get("kind") and table["kind"] not in KINDS:
        faults.append(f"{name}: kind `{table['kind']}` must be one of {', '.join(KINDS)}")
    listed = ("any", "except", "examples", "counterexamples")
    faults += [f"{name}: `{key}` must be a list of texts" for key in listed if not isinstance(table.get(key, []), list)]
    return faults


def _target(table: Mapping[str, object]) -> Target:
    """One table as a record."""
    names, hidden = texts(table["any"]), texts(table.get("except", []))
    examples, counterexamples = texts(table["examples"]), texts(table["counterexamples"])
    return Target(str(table["id"]), str(table["title"]), str(table["kind"]), names, hidden, examples, counterexamples)


def mentions(text: str, targets: Targets) -> list[Mention]:
    """Every target that a text names, in reading order; of one target's overlapping names the longest."""
    matcher, serving = _plan(targets)
    found = matcher.found(text)
    hidden = {(entry, each.start, each.end) for each in found for entry, hides in serving[each.term] if hides}
    seen = {(entry, each.start, each.end) for each in found for entry, hides in serving[each.term] if not hides}
    covers = hidden | seen
    kept = [each for each in seen if not any(_inside(each, cover) for cover in covers)]
    return [Mention(targets.entries[entry].id, start, end) for entry, start, end in sorted(kept, key=lambda k: k[1:])]


def _inside(each: tuple[int, int, int], cover: tuple[int, int, int]) -> bool:
    """Whether one find lies inside another, longer one of the same target."""
    longer = cover[2] - cover[1] > each[2] - each[1]
    return longer and cover[0] == each[0] and cover[1] <= each[1] and each[2] <= cover[2]


@lru_cache(maxsize=8)
def _plan(targets: Targets) -> tuple[Matcher, Sequence[Sequence[tuple[int, bool]]]]:
    """The automaton, and for each of its terms the targets that it names or hides."""
    uses = [
        (term, number, hides)
        for number, entry in enumerate(targets.entries)
        for terms, hides in ((entry.names, False), (entry.hidden_by, True))
        for term in terms
    ]
    matcher = Matcher(term for term, _, _ in uses)
    numbers = {term: place for place, term in enumerate(matcher.terms)}
    serving: list[list[tuple[int, bool]]] = [[] for _ in matcher.terms]
    for term, entry, hides in uses:
        serving[numbers[term]].append((entry, hides))
    return matcher, serving
