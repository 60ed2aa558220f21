"""Where a wire report stands on its page: headline, dates, dateline, and the paragraphs of its body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefings.dates import written
from briefings.models import Document, Line
from briefings.wire.chrome import CAPTION, between, closing, ended, foreign, trimmed
from briefings.wire.dateline import Dateline, dateline

STAMP_WORDS = 14
BODY_WORDS = 8
STAMP = re.compile(
    r"\d{1,2}:\d\d|source|updated|published|posted|modified|xinhua|\bfrom\b|\bdate\b|press\b|\bby\b|[|｜]", re.I
)
BYLINE = re.compile(
    r"(?:^|\b(?i:source|from|by)\s*[:：]?\s*|(?=\())\(?\s*(?P<agency>(?!(?:By|From|Source)\b)(?:Xinhua|AP|AFP|Reuters|TASS|"
    r"(?:[A-Z][\w'’]+ ){1,3}(?:Press|News|Agency|App|Daily|Times|Wire|Newswire)))"
    r"(?=\s*\)|\s*[|｜,]|\s*$|\s+(?:\d|[Uu]pdated|[Pp]ublished|[A-Z][a-z]{2,8}\.?\s\d))",
)
SOURCED = re.compile(r"\W*(?:source|from|by)\b", re.I)
MENU = re.compile(
    r"[>»›|•·]|^(?:home|news|share|print|english|date|source|updated|published|synthetic|tools|adjust|save|by)\b", re.I
)
META_DATES = (
    "publishdate", "pubdate", "article:published_time", "publish_time", "date", "dc.date", "datepublished",
    "og:published_time", "firstpublishedtime", "parsely-pub-date", "og:release_date",
)  # fmt: skip
ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/]?(\d\d)[-/](\d\d)(?!\d)|(?<!\d)((?:19|20)\d\d)/(\d\d)(\d\d)(?!\d)")
SITE = re.compile(r"\s+[-–|_]\s+[^-–|_]{3,60}$")


@dataclass(frozen=True, slots=True)
class Layout:
    """A report's page, taken apart. `body` are spans of the document's text without the dateline."""

    headline: str
    published: date | None
    dateline: Dateline | None
    byline: str | None
    body: tuple[tuple[int, int], ...]


def layout(document: Document) -> Layout:
    """The page taken apart, with an empty body where no report stands on it."""
    place, found = located(document)
    head = document.lines[:place]
    body = tuple(paragraphs(document, place, found)) if place < len(document.lines) else ()
    rows = [document.words(line) for line in document.lines]
    agency = byline(rows[:place]) or byline([words for words in rows[place:] if not prose(words)])
    return Layout(headline(document, head), published(document, place), found, agency, body)


def located(document: Document) -> tuple[int, Dateline | None]:
    """The line in which the report begins and its dateline; the number of lines where none begins."""
    for place, line in enumerate(document.lines):
        if found := dateline(document.words(line)):
            return place, found
    return next(
        (place for place, line in enumerate(document.lines) if prose(document.words(line))), len(document.lines)
    ), None


def prose(words: str) -> bool:
    """Whether a line is a paragraph of a report rather than a heading, a caption or a menu."""
    return len(words.split()) >= BODY_WORDS and not between(words) and not closing(words) and not stamp(words)


def paragraphs(document: Document, place: int, found: Dateline | None) -> Iterator[tuple[int, int]]:
    """The spans of the body, up to the line that closes it."""
    for number, line in enumerate(document.lines[place:]):
        start = line.start + (found.end if found and number == 0 else 0)
        words = document.text[start : line.end]
        if number and closing(words):
            return
        span = trimmed(document, line, start)
        if span[0] < span[1] and not between(document.text[slice(*span)]):
            yield span


def headline(document: Document, head: tuple[Line, ...]) -> str:
    """The headline: what the title repeats, what stands twice, or what stands nearest before the source and date."""
    rows = [document.words(line) for line in head]
    likely = [words for words in rows if heading(words)]
    title = document.title
    for words in likely:
        if title.startswith(words) and len(words.split()) > 2:
            return words
    for line, words in zip(head, rows, strict=True):
        if line.tag == "h1" and heading(words):
            return words
    twice = [words for words, count in Counter(likely).items() if count > 1]
    if twice:
        return twice[0]
    return nearest(rows) or (SITE.sub("", title) if title else "")


def nearest(rows: list[str]) -> str:
    """The last heading before the line with source and date, else the first heading there is."""
    marked = next((place for place, words in enumerate(rows) if place and stamp(words)), len(rows))
    before = [words for words in rows[:marked] if heading(words)]
    if marked < len(rows) and before:
        return before[-1]
    return next((words for words in rows if heading(words)), "")


def heading(words: str) -> bool:
    """Whether a line before the report can be its headline."""
    short = 3 <= len(words.split()) <= 30
    return short and not (
        foreign(words) or stamp(words) or MENU.search(words) or CAPTION.search(words) or pull_quote(words)
    )


def pull_quote(words: str) -> bool:
    """Whether a line is a saying with its speaker behind a dash, or a sentence: shown above some reports."""
    return bool(re.search(r"[.!?][\"”]?\s*(?:--|—|–)\s*\S+", words)) or words.endswith((".", '."', ".”"))


def stamp(words: str) -> bool:
    """Whether a line says where and when the report was published."""
    return len(words.split()) <= STAMP_WORDS and bool(STAMP.search(words)) and any(day.year for day in written(words))


def published(document: Document, place: int) -> date | None:
    """The day of publication: as printed above the report, in the page's metadata, its address, or below the report."""
    rows = [document.words(line) for line in document.lines]
    above, below = rows[:place], [words for words in rows[place:] if not prose(words)]
    meta = [document.meta.get(name, "") for name in META_DATES]
    return printed(above) or next(filter(None, map(day_of, meta)), None) or addressed(document) or printed(below)


def printed(rows: list[str]) -> date | None:
    """The date of the first line that looks like a source line, else of the first short line with a full date."""
    short = [words for words in rows if len(words.split()) <= STAMP_WORDS and not CAPTION.search(words)]
    return next(filter(None, (day_of(words) for words in (*filter(stamp, short), *short))), None)


def day_of(words: str) -> date | None:
    """The first full date of a line."""
    return next((day for found in written(words) if found.year and (day := found.on())), None)


def addressed(document: Document) -> date | None:
    """The date in the page's address, as many sites file their reports by day."""
    for address in (document.page.url, document.meta.get("og:url"), document.meta.get("canonical")):
        for match in ADDRESS.finditer(address or ""):
            year, month, day = (int(part) for part in match.groups() if part)
            try:
                return date(year, month, day)
            except ValueError:
                continue
    return None


def byline(rows: list[str]) -> str | None:
    """The agency named in the first short line that names one, a line with a date before a menu (`Sports News`)."""
    for words in (*filter(stamp, rows), *filter(SOURCED.match, rows), *rows):
        if len(words.split()) <= STAMP_WORDS and (match := BYLINE.search(words)):
            return match["agency"]
    return None


__all__ = ["Layout", "ended", "layout", "prose"]
