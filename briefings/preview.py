"""What the parser sees on pages that are not loaded yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from briefings import inputs, ministries, sources
from briefings.models import Briefing, Page, Refused

SENTENCES = 3
"""Of a page, shown first."""
MOST_PAGES = 200
"""Of one file: an archive may hold thousands."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One page: a briefing, or the reason why it is none."""

    record: str
    """Which page of an archive or a table; empty where the file is one page."""
    headline: str = ""
    day: date | None = None
    source: str = ""
    ministry: str = ""
    language: str = ""
    speakers: tuple[str, ...] = ()
    exchanges: int = 0
    statements: int = 0
    first: tuple[str, ...] = ()
    """Its first sentences."""
    reason: str = ""
    """Why it was refused; empty for a briefing."""
    message: str = ""
    """The same in words, with the remedy."""


def seen(path: Path, columns: Mapping[str, str]) -> tuple[list[Seen], bool]:
    """The pages of a file, and whether it holds more than are shown."""
    pages = inputs.pages_of(path, columns)
    found = [of_page(path, page) for page in islice(pages, MOST_PAGES)]
    return found, next(pages, None) is not None


def of_page(path: Path, page: Page | inputs.Unreadable) -> Seen:
    """What one page gives."""
    record = page.name.removeprefix(str(path)).removeprefix("#")
    if isinstance(page, inputs.Unreadable):
        return Seen(record, reason=page.reason, message=page.message)
    try:
        return of_briefing(record, sources.parse(page))
    except Refused as refused:
        return Seen(record, reason=refused.reason, message=refused.message)


def of_briefing(record: str, briefing: Briefing) -> Seen:
    """What a briefing holds."""
    names = {source.id: source.name for source in ministries.sources()}
    names |= {ministry.id: ministry.name for ministry in ministries.ministries()}
    said = list(sentences(briefing))
    return Seen(
        record=record,
        headline=briefing.headline,
        day=briefing.briefing_date,
        source=names.get(briefing.source, briefing.source),
        ministry=names.get(briefing.ministry, briefing.ministry),
        language=briefing.language,
        speakers=briefing.spokespersons,
        exchanges=len(briefing.exchanges),
        statements=len(said),
        first=tuple(said[:SENTENCES]),
    )


def sentences(briefing: Briefing) -> Iterator[str]:
    """The sentences of a briefing in order."""
    for exchange in briefing.exchanges:
        for turn in exchange.turns:
            yield from (briefing.text[said.start : said.end] for said in turn.statements)
