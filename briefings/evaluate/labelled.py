"""Labelled exchanges: read from a file that holds their words, or from one that names the pages where they stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefings import inputs, sources
from briefings.models import Briefing, Page, Refused

NEEDED = "needs id, question, answer, labels"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled exchange."""

    id: str
    question: str
    answer: str
    labels: frozenset[str]
    optional: frozenset[str]
    """Topics that count neither way."""
    day: str = ""


def labelled(path: Path, pages: Path | None = None) -> list[Row]:
    """The exchanges of a labelled file, one JSON object per line.

    Raises:
        ValueError: with the line that is no labelled exchange, or whose page cannot be found.
    """
    rows = [row(item, f"{path}:{number}", pages) for number, item in objects(path)]
    if not rows:
        raise ValueError(f"{path}: no exchanges: put one JSON object on each line ({NEEDED})")
    return rows


def objects(path: Path, what: str = "labelled exchange", needs: str = NEEDED) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of a file with their lines; empty lines do not count.

    Raises:
        ValueError: with the line that is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8 at byte {error.start}: save the file as UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"{path}:{number}: no {what} ({error}): {needs}") from error
        if not isinstance(item, dict):
            raise ValueError(f"{path}:{number}: no {what} (no JSON object): {needs}")
        yield number, item


def row(item: Mapping[str, Any], place: str, pages: Path | None) -> Row:
    """One line of a labelled file."""
    try:
        labels, optional = named(item["labels"]), named(item.get("optional", ()))
        found = words(item, place, pages) if "page" in item else item
        question, answer = found.get("question") or "", found.get("answer") or ""
        return Row(str(item["id"]), str(question), str(answer), labels, optional, str(item.get("date", "")))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{place}: no labelled exchange ({error}): {NEEDED}") from error


def named(topics: object) -> frozenset[str]:
    """The topics of a list."""
    if not isinstance(topics, list | tuple):
        raise TypeError(f"{topics!r} is no list of topics")
    return frozenset(map(str, topics))


def words(item: Mapping[str, Any], place: str, pages: Path | None) -> dict[str, str]:
    """What an announcement says that is named by its page, its number there and the digest of its text.

    Raises:
        ValueError: the page is not there, or says something else by now.
    """
    if pages is None:
        raise ValueError(f"{place}: names a page instead of its words: say with --pages which folder holds the pages")
    for said in announcements(pages / str(item["page"])):
        if hashlib.md5(said.encode(), usedforsecurity=False).hexdigest() == item["md5"]:
            return {"answer": said}
    raise ValueError(f"{place}: {pages / str(item['page'])} holds no such announcement: is --pages the right folder?")


@lru_cache(maxsize=8)
def announcements(path: Path) -> tuple[str, ...]:
    """The announcements on a page, one statement a line; none where there is no such page."""
    found: list[str] = []
    for page in inputs.pages_of(path, {}) if path.is_file() else ():
        try:
            briefing = sources.parse(page) if isinstance(page, Page) else None
        except Refused:
            continue
        found.extend(announced(briefing) if briefing else ())
    return tuple(found)


def announced(briefing: Briefing) -> Iterator[str]:
    """What each announcement of a briefing says."""
    for exchange in briefing.exchanges:
        if exchange.kind == "announcement":
            statements = (statement for turn in exchange.turns for statement in turn.statements)
            yield "\n".join(briefing.text[statement.start : statement.end] for statement in statements)
