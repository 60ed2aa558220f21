"""Pages to be loaded, as the parser sees them, and what became of those that were: text escaped throughout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from briefings.app.evidence import present
from briefings.ministries import Source
from briefings.preview import MOST_PAGES, Seen
from briefings.selection import counted, written

OPEN = 3
"""Pages whose sentences are shown before the reader asks."""
MOST_SAID = 400
"""Characters of a sentence that are shown."""
UNDERSTOOD = "Which pages are understood"
UNKNOWN = f"No known kind of briefing. \u201c{UNDERSTOOD}\u201d lists those that are."
"""Said instead of the remedy for a terminal."""
STANDING = {
    "duplicate": "a copy of a page already here",
    "revision": "an earlier wording; the later one counts",
    "echo": "a report of days with a transcript",
    "unanalysed": "kept, not counted: not in English",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file and the pages on it."""

    name: str
    """As the reader knows it."""
    pages: Sequence[Seen]
    more: bool
    """Whether it holds pages that are not shown."""


def pages(files: Sequence[File]) -> str:
    """Every page: the refused ones first, then the briefings, the first of them open."""
    every = [(file.name, page) for file in files for page in file.pages]
    bad = [refused(called(name, page), page.reason, page.message) for name, page in every if page.reason]
    good = [(name, page) for name, page in every if not page.reason]
    told = [briefing(called(name, page), page, number < OPEN) for number, (name, page) in enumerate(good)]
    heads = {
        f"{counted(len(bad), 'pages')} refused": bad,
        f"{counted(len(good), 'briefings')} read": told,
    }
    parts = (f"<h3>{head}</h3>{''.join(items)}" for head, items in heads.items() if items)
    cut = [escape(file.name) for file in files if file.more]
    rest = f"<p class='facts'>Of {', '.join(cut)} only the first {MOST_PAGES} pages are shown.</p>" if cut else ""
    return f'<div class="seen">{"".join(parts)}{rest}</div>'


def sources(known: Sequence[Source]) -> str:
    """The formats that the parser knows, each with its note."""
    items = (f"<li><strong>{escape(each.name)}</strong>: {escape(each.note)}</li>" for each in known)
    return f"<ul>{''.join(items)}</ul>"


def called(name: str, page: Seen) -> str:
    """A page by its file, and its place in it."""
    return f"{name} \u00b7 {page.record}" if page.record else name


def refused(name: str, reason: str, message: str) -> str:
    """A page that is no briefing, with the reason and the remedy."""
    remedy = UNKNOWN if reason == "no_source" else message
    return (
        f'<p class="note refused"><strong>{escape(name)}</strong> '
        f"({escape(reason.replace('_', ' '))})<br>{escape(remedy)}</p>"
    )


def briefing(name: str, page: Seen, open_: bool) -> str:
    """A page that is a briefing: its facts, and its first sentences on demand."""
    sentences = "".join(f'<blockquote class="said">{escape(clipped(text))}</blockquote>' for text in page.first)
    said = sentences or '<p class="facts">No sentence of an exchange was found on it.</p>'
    headline = f"<summary><strong>{escape(page.headline or 'No headline')}</strong></summary>"
    return (
        f'<details{" open" if open_ else ""}>{headline}<p class="facts">{escape(facts(name, page))}</p>{said}</details>'
    )


def facts(name: str, page: Seen) -> str:
    """A briefing in one line."""
    parts = (
        written(page.day) if page.day else "undated: kept, not in charts over time",
        page.ministry,
        page.source,
        ", ".join(page.speakers) or "no spokesperson named",
        counted(page.exchanges, "exchanges"),
        counted(page.statements, "statements"),
        "" if page.language == "en" else f"language {page.language}: kept, not counted",
        name,
    )
    return " \u00b7 ".join(part for part in parts if part)


def clipped(text: str) -> str:
    """A sentence, cut where it is very long."""
    return text if len(text) <= MOST_SAID else f"{text[:MOST_SAID].rstrip()}\u2026"


def outcome(rows: pd.DataFrame, address: Mapping[str, Any]) -> str:
    """What became of each page that was added: why it was refused, or the way to it in the Reader."""
    every = rows.to_dict("records")
    bad = [refused(placed(row), str(row["reason"]), str(row["message"])) for row in every if present(row["reason"])]
    good = [found(row, address) for row in every if present(row["briefing_id"])]
    head = "<h3>Quarantined, and why</h3>" if bad else ""
    return f'<div class="seen">{head}{"".join(bad)}<ul class="briefings">{"".join(good)}</ul></div>'


def placed(row: Mapping[Any, Any]) -> str:
    """A page by its file, and its place in it."""
    return " \u00b7 ".join(str(row[name]) for name in ("file", "record") if row[name])


def found(row: Mapping[Any, Any], address: Mapping[str, Any]) -> str:
    """A briefing that was loaded, linked to the Reader."""
    link = escape("reader?" + urlencode({**address, "briefing": row["briefing_id"]}, doseq=True))
    day = written(row["day"]) if present(row["day"]) else "undated"
    told = " \u00b7 ".join(filter(None, (day, STANDING.get(str(row["standing"]), ""), placed(row))))
    return f'<li><a href="{link}" target="_self">{escape(row["headline"])}</a><footer>{escape(told)}</footer></li>'
