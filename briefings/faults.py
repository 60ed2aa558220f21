"""The mistakes in lexicon files, each with its file and line and what would be right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from briefings.lines import Lines

WEIGHTS = (0.1, 10.0)
THRESHOLDS = (0.1, 100.0)
TOPIC_KEYS = ("id", "title", "threshold", "yields_to", "terms")
GROUP_KEYS = ("any", "weight", "with", "without", "examples", "counterexample")
NEEDED = ("any", "weight", "examples", "counterexample")
PATTERN = "[]{}|\\^$?"
"""Signs of a regular expression."""

Table = Mapping[str, object]
Fault = tuple[int, str]
Defined = dict[str, str]


def found(paths: Sequence[Path]) -> list[str]:
    """Every mistake in the files, in order."""
    defined: Defined = {}
    mistakes: list[str] = []
    yields: list[tuple[str, str]] = []
    for path in paths:
        mistakes.extend(of_file(path, defined, yields))
    known = tuple(defined)
    mistakes.extend(
        f"{place}: `yields_to` names {unknown('topic', name, known)}" for place, name in yields if name not in defined
    )
    return mistakes


def of_file(path: Path, defined: Defined, yields: list[tuple[str, str]]) -> Iterator[str]:
    """The mistakes of one file; collects where each topic is defined and which topics are yielded to."""
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
    faults = [(lines.top(key), unknown("key", key, ("topic",))) for key in data if key != "topic"]
    topics = data.get("topic", [])
    if not isinstance(topics, list):
        faults.append((lines.top("topic"), "`topic` must be written as [[topic]]"))
        topics = []
    for number, table in enumerate(topics):
        line = lines.key(number, None, "id")
        faults.extend(of_topic(table, lines, number))
        faults.extend(twice(table, f"{path}:{line}", line, defined))
        place = f"{path}:{lines.key(number, None, 'yields_to')}"
        yields.extend((place, str(name)) for name in listed(table.get("yields_to")))
    yield from (f"{path}:{line}: {what}" for line, what in sorted(faults))


def twice(table: Table, place: str, line: int, defined: Defined) -> Iterator[Fault]:
    """A complaint if this topic id was defined before."""
    name = str(table.get("id", ""))
    if name and name in defined:
        yield line, f"topic `{name}` is defined twice, first at {defined[name]}: merge the two or rename one"
    defined.setdefault(name, place)


def of_topic(table: Table, lines: Lines, number: int) -> Iterator[Fault]:
    """The mistakes of one `[[topic]]` table."""
    for key in table:
        if key not in TOPIC_KEYS:
            yield lines.key(number, None, key), unknown("key", key, TOPIC_KEYS)
    for key in ("id", "title"):
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            yield lines.key(number, None, key), f"a topic needs `{key}`, a text in quotes"
    name = table.get("id")
    if isinstance(name, str) and name.strip() and not name.replace("-", "").isalnum():
        yield lines.key(number, None, "id"), f"`id` is `{name}`: use small letters, digits and hyphens"
    if "threshold" in table and not within(table["threshold"], THRESHOLDS):
        yield lines.key(number, None, "threshold"), f"`threshold` must be {span(THRESHOLDS)}"
    if not isinstance(table.get("yields_to", []), list):
        yield lines.key(number, None, "yields_to"), '`yields_to` must be a list of topic ids, such as ["taiwan"]'
    groups = table.get("terms", [])
    if not isinstance(groups, list):
        yield lines.key(number, None, "terms"), "`terms` must be written as [[topic.terms]]"
        return
    for index, item in enumerate(groups):
        yield from of_group(item, lines, number, index)


def of_group(table: Table, lines: Lines, number: int, index: int) -> Iterator[Fault]:
    """The mistakes of one `[[topic.terms]]` table."""
    for key in table:
        if key not in GROUP_KEYS:
            yield lines.key(number, index, key), unknown("key", key, GROUP_KEYS)
    for key in NEEDED:
        if key not in table:
            yield lines.key(number, index, key), f"this term group lacks `{key}`"
    if "weight" in table and not within(table["weight"], WEIGHTS):
        yield lines.key(number, index, "weight"), f"`weight` must be {span(WEIGHTS)}"
    if "examples" in table and len(listed(table["examples"])) < 2:
        yield lines.key(number, index, "examples"), "`examples` must be a list of two sentences or more"
    if not str(table.get("counterexample", "-")).strip():
        yield lines.key(number, index, "counterexample"), "`counterexample` must be a sentence that does not match"
    for key in ("any", "with", "without"):
        if key in table:
            yield from of_terms(table[key], lines, number, index, key)


def of_terms(value: object, lines: Lines, number: int, index: int, key: str) -> Iterator[Fault]:
    """The mistakes in one list of terms."""
    if not isinstance(value, list) or not value:
        yield lines.key(number, index, key), f'`{key}` must be a list of terms: {key} = ["tariff*", "trade war"]'
        return
    seen: dict[str, int] = {}
    for term in value:
        if not isinstance(term, str):
            yield lines.key(number, index, key), f"`{key}` holds {term!r}: put every term in quotes"
            continue
        line = lines.value(number, index, key, term, seen.get(term, 0))
        if fault := of_term(term):
            yield line, f"term `{term}` in `{key}`: {fault}"
        elif term in seen:
            yield line, f"term `{term}` stands twice in `{key}`"
        seen[term] = seen.get(term, 0) + 1


def of_term(term: str) -> str:
    """Why a term cannot be matched; empty where it can."""
    if not term.strip():
        return "is empty"
    if term != " ".join(term.split()):
        return "has blanks at an edge or in a row: write single blanks between words"
    if any(sign in term for sign in PATTERN) or ".*" in term:
        return "is no plain word or phrase: regular expressions are not read here, write each form out"
    if not term[0].isalnum():
        return "must begin with a letter or a digit"
    return next((fault for word in term.split() if (fault := of_star(word))), "")


def of_star(word: str) -> str:
    """Why a word's `*` cannot stand; empty where it can."""
    stem = word.removesuffix("*")
    if "*" in stem:
        return "`*` may stand only at the end of a word"
    if word != stem and sum(letter.isalnum() for letter in stem) < 3:
        return "`*` needs three letters or more before it"
    return ""


def listed(value: object) -> list[object]:
    """The items of a list; none of anything else."""
    return value if isinstance(value, list) else []


def within(value: object, bounds: tuple[float, float]) -> bool:
    """Whether a TOML value is a number in a range."""
    return isinstance(value, int | float) and not isinstance(value, bool) and bounds[0] <= value <= bounds[1]


def span(bounds: tuple[float, float]) -> str:
    """A range in words."""
    return f"a number from {bounds[0]:g} to {bounds[1]:g}"


def unknown(kind: str, name: str, known: Sequence[str]) -> str:
    """A complaint about a name, with the nearest valid one."""
    near = get_close_matches(name, known, 1, 0.4)
    return f"unknown {kind} `{name}`: " + (f"did you mean `{near[0]}`?" if near else f"valid are {', '.join(known)}")
