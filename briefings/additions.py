"""Terms that an analyst adds to a lexicon folder: checked as the whole folder would be, then written."""

from __future__ import annotations

import json
import os
import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from briefings import lexicon
from briefings.matching import Matcher

TOPIC = re.compile(r"\s*\[\[\s*topic\s*\]\]")


@dataclass(frozen=True, slots=True)
class Addition:
    """One group of terms for a topic, which is a new one where it has a title."""

    topic: str
    terms: tuple[str, ...]
    weight: float
    examples: tuple[str, ...]
    counterexample: str
    title: str = ""


def id_of(title: str) -> str:
    """The id of a topic with this title: `Fisheries and ports` is `fisheries-and-ports`."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))


def term_of(phrase: str) -> str:
    """A word or phrase as it was counted, in the spelling of the lexicon."""
    return phrase.replace(" 's", "'s")


def as_toml(addition: Addition) -> str:
    """The lines of a lexicon file that say it."""
    head = ["[[topic]]", f"id = {quoted(addition.topic)}", f"title = {quoted(addition.title)}", ""]
    lines = [
        "[[topic.terms]]",
        f"weight = {addition.weight:g}",
        f"any = [{', '.join(quoted(term) for term in addition.terms)}]",
        "examples = [",
        *(f"    {quoted(' '.join(example.split()))}," for example in addition.examples),
        "]",
        f"counterexample = {quoted(' '.join(addition.counterexample.split()))}",
    ]
    return "\n".join([*(head if addition.title else []), *lines]) + "\n"


def quoted(text: str) -> str:
    """A text as a TOML string, which reads the escapes of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def problems(folder: Path, addition: Addition) -> list[str]:
    """Why it cannot be added; empty where the lexicon with it has no mistake and its sentences prove it."""
    with TemporaryDirectory() as scratch:
        trial = Path(scratch) / folder.name
        for path in lexicon.files(folder):
            place = trial / path.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
        trial.mkdir(exist_ok=True)
        try:
            path, source = changed(trial, addition)
        except lexicon.LexiconError as error:
            return [str(error)]
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, encoding="utf-8")
        mistakes = lexicon.problems(trial)
    if mistakes:
        return [mistake.removeprefix(f"{scratch}/") for mistake in mistakes]
    return [*there(folder, addition), *unproved(addition)]


def there(folder: Path, addition: Addition) -> Iterator[str]:
    """The terms that the topic has already."""
    for entry in lexicon.load(folder).entries:
        had = {term for group in entry.groups for term in group.terms if entry.topic == addition.topic}
        yield from (f"`{addition.topic}` has the term `{term}` already" for term in addition.terms if term in had)


def unproved(addition: Addition) -> Iterator[str]:
    """What its sentences fail to show."""
    matcher = Matcher(addition.terms)
    for example in addition.examples:
        if not matcher.found(example):
            yield f"no term stands in the example: {example}"
    found = {each.term for example in addition.examples for each in matcher.found(example)}
    for number, term in enumerate(matcher.terms):
        if number not in found:
            yield f"no example holds the term `{term}`"
    if matcher.found(addition.counterexample):
        yield "a term stands in the counterexample: it must be a sentence that does not match"


def changed(folder: Path, addition: Addition) -> tuple[Path, str]:
    """The file that the terms go to, and its text with them: behind the other terms of the topic, or a file of its own.

    Raises:
        LexiconError: the folder has no such topic, or has one that should be new.
    """
    home = next(((path, place) for path in lexicon.files(folder) for place in places(path, addition.topic)), None)
    if addition.title:
        if addition.topic != id_of(addition.topic):
            raise lexicon.LexiconError(f"`id` is `{addition.topic}`: use small letters, digits and hyphens")
        path = folder / "topics" / f"{addition.topic}.toml"
        if home or path.exists():
            raise lexicon.LexiconError(f"there is a topic `{addition.topic}` already: add to that one")
        return path, as_toml(addition)
    if home is None:
        raise lexicon.LexiconError(f"{folder} has no topic `{addition.topic}`")
    path, place = home
    lines = path.read_text(encoding="utf-8").splitlines()
    end = block_end(lines, place)
    rest = lines[end:]
    gap = [""] if rest and rest[0].strip() else []
    return path, "\n".join([*lines[:end], "", *as_toml(addition).splitlines(), *gap, *rest]) + "\n"


def places(path: Path, topic: str) -> Iterator[int]:
    """Which of a file's topics, from 0, is this one."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")).get("topic", [])
    yield from (number for number, table in enumerate(tables) if table.get("id") == topic)


def block_end(lines: list[str], place: int) -> int:
    """The line behind the last one of a file's topic; blank lines and comments before the next are the next's."""
    heads = [number for number, line in enumerate(lines) if TOPIC.match(line)]
    end = heads[place + 1] if place + 1 < len(heads) else len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def add(folder: Path, addition: Addition) -> Path:
    """Writes it into the folder; gives the file.

    Raises:
        LexiconError: where `problems` finds any.
    """
    if mistakes := problems(folder, addition):
        raise lexicon.LexiconError("\n".join(mistakes))
    path, source = changed(folder, addition)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(source, encoding="utf-8")
    os.replace(beside, path)
    return path
