"""The topic lexicon: what the TOML files of a lexicon folder say, as records."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefings import faults, learned

THRESHOLD = 7.5
"""A term of weight 3 in a question of usual length reaches it with a second mention in the answer."""


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that count alike: their weight, the context they need, the sentences that prove them."""

    terms: tuple[str, ...]
    weight: float
    required: tuple[str, ...] = ()
    """`with`: one of these must stand in the same exchange."""
    excluded: tuple[str, ...] = ()
    """`without`: none of these may stand in the same statement."""
    examples: tuple[str, ...] = ()
    counterexample: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One topic: its groups of terms and the score from which an exchange is about it."""

    topic: str
    title: str
    groups: tuple[Group, ...]
    threshold: float = THRESHOLD
    yields_to: tuple[str, ...] = ()
    """Topics beside which this one is dropped where they weigh more."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every topic, in the order of the files. Two lexicons are equal when their files are."""

    digest: str
    entries: tuple[Entry, ...] = field(compare=False)
    learned: learned.Learned | None = field(default=None, compare=False)
    """What single words say where the terms are silent."""

    @property
    def topics(self) -> tuple[str, ...]:
        """The topic ids, in order."""
        return tuple(entry.topic for entry in self.entries)


class LexiconError(Exception):
    """A lexicon that cannot be used: every mistake, one per line."""


def load(folder: Path) -> Lexicon:
    """The lexicon of a folder: `topics.toml`, every file under `topics/`, and the words learned beside them.

    Raises:
        LexiconError: where `problems` finds any.
    """
    if mistakes := problems(folder):
        raise LexiconError("\n".join(mistakes))
    digest = hashlib.sha256()
    entries: list[Entry] = []
    for path in files(folder):
        content = path.read_bytes()
        digest.update(content)
        entries.extend(entry(table) for table in tomllib.loads(content.decode()).get("topic", []))
    words = folder / learned.FILE
    if not words.exists():
        return Lexicon(digest.hexdigest(), tuple(entries))
    digest.update(words.read_bytes())
    return Lexicon(digest.hexdigest(), tuple(entries), learned.read(words))


def files(folder: Path) -> list[Path]:
    """The lexicon's files in a fixed order."""
    return sorted([*folder.glob("topics.toml"), *folder.glob("topics/*.toml")])


def problems(folder: Path) -> list[str]:
    """Every mistake in a lexicon folder as `file:line: what is wrong and what would be right`."""
    if not folder.is_dir():
        return [f"{folder}: no such folder: name the folder that holds topics.toml or topics/"]
    mistakes = faults.found(files(folder))
    try:
        if (words := folder / learned.FILE).exists():
            learned.read(words)
    except ValueError as error:
        mistakes.append(str(error))
    return mistakes


def entry(table: Mapping[str, object]) -> Entry:
    """One `[[topic]]` table as a record."""
    groups = tuple(group(each) for each in tables(table.get("terms", [])))
    threshold = float(str(table.get("threshold", THRESHOLD)))
    return Entry(str(table["id"]), str(table["title"]), groups, threshold, texts(table.get("yields_to", [])))


def group(table: Mapping[str, object]) -> Group:
    """One `[[topic.terms]]` table as a record."""
    return Group(
        terms=texts(table["any"]),
        weight=float(str(table["weight"])),
        required=texts(table.get("with", [])),
        excluded=texts(table.get("without", [])),
        examples=texts(table["examples"]),
        counterexample=str(table["counterexample"]),
    )


def tables(value: object) -> Iterator[Mapping[str, object]]:
    """The tables of a TOML array of tables."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))


def texts(value: object) -> tuple[str, ...]:
    """A TOML list of strings as a tuple."""
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
