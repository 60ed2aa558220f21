"""Rows of a table: questions and answers in columns, or whole transcripts one to a row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from briefings import dialogue, labels, ministries, people, roster
from briefings.columns import EXAMPLE
from briefings.exchanges import exchanges, said
from briefings.models import Briefing, Document, Reason, Refused, Role, Turn, TurnKind
from briefings.text import laid_out, tidy

ID = "table"
MEDIA = "application/x-rows+json"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell as it is laid out: its paragraphs without their label, and what the label said."""

    kind: TurnKind
    paragraphs: tuple[str, ...]
    label: str | None = None
    outlet: str | None = None


def recognises(document: Document) -> bool:
    """Whether the page was made from rows."""
    return document.page.media == MEDIA


def parse(document: Document) -> Briefing:
    """The briefing in the rows.

    Raises:
        Refused: the rows have no date, no words, or no ministry.
    """
    facts: Json = json.loads(document.text)
    if "refused" in facts:
        raise refusal(facts["refused"])
    day = date.fromisoformat(facts["date"])
    names = spokespersons(facts.get("spokesperson"))
    ministry = ministry_of(facts.get("ministry"), names, day)
    speakers = tuple(speaker(name, ministry, day) for name in names)
    published = facts.get("publication_date")
    text, turns = read(document, facts["rows"], names, speakers)
    language = facts.get("language", "").casefold()[:2] or written_in(text)
    return Briefing(
        source=ID,
        ministry=ministry,
        language=language,
        headline=facts.get("headline") or headline(speakers, day),
        publication_date=people_day(published),
        briefing_date=day,
        date_source="date column",
        city=facts.get("city"),
        agency=facts.get("agency"),
        spokespersons=tuple(one.name for one in speakers if one.name),
        url=facts.get("url"),
        text=text,
        exchanges=exchanges(turns) if language == "en" else (),
    )
