"""The topic lexicon: what the TOML files under `data/lexicon` say, checked and ready to match."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from briefings.lines import Lines

WEIGHTS = (0.25, 10.0)
THRESHOLD = 7.5
TOPIC_KEYS = ("id", "title", "threshold", "yields_to", "terms")
GROUP_KEYS = ("any", "weight", "with", "without", "examples", "counterexample", "note")
KEYS_REQUIRED_OF_GROUPS = ("any", "weight")


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

    @property
    def topics(self) -> tuple[str, ...]:
        """The topic ids, in order."""
        return tuple(entry.topic for entry in self.entries)


class LexiconError(Exception):
    """A lexicon that cannot be used: every mistake, one per line."""


def load(folder: Path) -> Lexicon:
    """The lexicon of a folder: `topics.toml` and every file under `topics/`.

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
    return Lexicon(digest.hexdigest(), tuple(entries))


def files(folder: Path) -> list[Path]:
    """The lexicon's files in a fixed order."""
    return sorted([*folder.glob("topics.toml"), *folder.glob("topics/*.toml")])


def entry(table: Mapping[str, object]) -> Entry:
    """One `[[topic]]` table as a record."""
    tables: Sequence[Mapping[str, object]] = table.get("terms", [])  # type: ignore[assignment]
    threshold = float(str(table.get("threshold", THRESHOLD)))
    return Entry(str(table["id"]), str(table["title"]), tuple(group(t) for t in tables), threshold, texts(table.get("yields_to", [])))


def group(table: Mapping[str, object]) -> Group:
    """One `[[topic.terms]]` table as a record."""
    return Group(
        terms=texts(table["any"]),
        weight=float(str(table["weight"])),
        required=texts(table.get("with", [])),
        excluded=texts(table.get("without", [])),
        examples=texts(table.get("examples", [])),
        counterexample=str(table.get("counterexample", "")),
    )


def texts(value: object) -> tuple[str, ...]:
    """A TOML list of strings as a tuple."""
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def problems(folder: Path) -> list[str]:
    """Every mistake in a lexicon folder as `file:line: what is wrong and what would be right`."""
    if not folder.is_dir():
        return [f"{folder}: no such folder: name the folder that holds topics.toml or topics/"]
    found: list[str] = []
    seen: dict[str, str] = {}
    for path in files(folder):
        found.extend(file_problems(path, seen))
    return found


def file_problems(path: Path, seen: dict[str, str]) -> Iterator[str]:
    """The mistakes of one file; `seen` collects where each topic id was first defined."""
    try:
        source = path.read_bytes().decode()
        data = tomllib.loads(source)
    except UnicodeDecodeError as error:
        yield f"{path}: not UTF-8 at byte {error.start}: save the file as UTF-8"
        return
    except tomllib.TOMLDecodeError as error:
        yield f"{path}: not TOML: {error}"
        return
    lines = Lines(source)
    found = [(lines.key(0, None, key), unknown(key, ("topic",))) for key in data if key != "topic"]
    tables = data.get("topic", [])
    if not isinstance(tables, list):
        found.append((1, "`topic` must be written as [[topic]]"))
        tables = []
    for number, table in enumerate(tables):
        found.extend(topic_problems(table, lines, number))
        found.extend(twice(table, path, lines.key(number, None, "id"), seen))
    yield from (f"{path}:{line}: {what}" for line, what in sorted(found))


def twice(table: Mapping[str, object], path: Path, line: int, seen: dict[str, str]) -> Iterator[tuple[int, str]]:
    """A complaint if this topic id was defined before."""
    name = str(table.get("id", ""))
    if name and name in seen:
        yield line, f"topic `{name}` is defined twice, first at {seen[name]}: merge the two or rename one"
    seen.setdefault(name, f"{path}:{line}")


def topic_problems(table: Mapping[str, object], lines: Lines, number: int) -> Iterator[tuple[int, str]]:
    """The mistakes of one `[[topic]]` table."""
    for key in table:
        if key not in TOPIC_KEYS:
            yield lines.key(number, None, key), unknown(key, TOPIC_KEYS)
    for key in ("id", "title"):
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            yield lines.key(number, None, key), f"a topic needs `{key}`, a text in quotes"
    name = table.get("id")
    if isinstance(name, str) and not name.replace("-", "").isalnum():
        yield lines.key(number, None, "id"), f"`id` is `{name}`: use small letters, digits and hyphens"
    if "threshold" in table and not within(table["threshold"], 0.1, 100):
        yield lines.key(number, None, "threshold"), "`threshold` must be a number from 0.1 to 100"
    groups = table.get("terms", [])
    if not isinstance(groups, list):
        yield lines.key(number, None, "terms"), "`terms` must be written as [[topic.terms]]"
        return
    for index, item in enumerate(groups):
        yield from group_problems(item, lines, number, index)


def group_problems(
    table: Mapping[str, object], lines: Lines, number: int, index: int
) -> Iterator[tuple[int, str]]:
    """The mistakes of one `[[topic.terms]]` table."""
    for key in table:
        if key not in GROUP_KEYS:
            yield lines.key(number, index, key), unknown(key, GROUP_KEYS)
    for key in KEYS_REQUIRED_OF_GROUPS:
        if key not in table:
            yield lines.key(number, index, key), f"this term group lacks `{key}`"
    if "weight" in table and not within(table["weight"], *WEIGHTS):
        yield lines.key(number, index, "weight"), f"`weight` must be a number from {WEIGHTS[0]:g} to {WEIGHTS[1]:g}"
    if "examples" in table and len(texts(table.get("examples", []))) < 2:
        yield lines.key(number, index, "examples"), "`examples` must be a list of two sentences or more"
    if not str(table.get("counterexample", "x")).strip():
        yield lines.key(number, index, "counterexample"), "`counterexample` is empty: write a sentence that must not match"
    for key in ("any", "with", "without"):
        if key in table:
            yield from term_problems(table[key], lines, number, index, key)


def term_problems(value: object, lines: Lines, number: int, index: int, key: str) -> Iterator[tuple[int, str]]:
    """The mistakes in one list of terms."""
    place = lines.key(number, index, key)
    if not isinstance(value, list) or not value:
        yield place, f'`{key}` must be a list of terms, such as {key} = ["tariff*", "trade war"]'
        return
    seen: set[str] = set()
    for term in value:
        if not isinstance(term, str):
            yield place, f"`{key}` holds {term!r}: put every term in quotes"
            continue
        line = lines.value(number, index, key, term)
        if fault := term_fault(term):
            yield line, f"term `{term}` in `{key}`: {fault}"
        elif term in seen:
            yield line, f"term `{term}` stands twice in `{key}`"
        seen.add(term)


def term_fault(term: str) -> str:
    """Why a term cannot be matched; empty where it can."""
    if term != " ".join(term.split()):
        return "has blanks at an edge or in a row: write single blanks between words"
    for word in term.split():
        stem = word.removesuffix("*")
        if "*" in stem:
            return "`*` may stand only at the end of a word"
        if word != stem and sum(c.isalnum() for c in stem) < 3:
            return "`*` needs three letters or more before it"
        if any(c in stem for c in "[]{}|\\^$?") or stem.endswith("."):
            if word != stem or not stem.endswith("."):
                return "is no plain word or phrase: regular expressions are not read here, write each form out"
    if not any(c.isalnum() for c in term):
        return "holds no letter or digit"
    return ""


def within(value: object, low: float, high: float) -> bool:
    """Whether a TOML value is a number in a range."""
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def unknown(key: str, known: Sequence[str]) -> str:
    """A complaint about a key, with the nearest valid one."""
    near = get_close_matches(key, known, 1, 0.4)
    return f"unknown key `{key}`: " + (f"did you mean `{near[0]}`?" if near else f"valid are {', '.join(known)}")
