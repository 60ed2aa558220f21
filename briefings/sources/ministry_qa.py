"""Question-and-answer pages that name their ministry in a meta element, as those of the synthetic sample do."""

from __future__ import annotations

from briefings import conference, ministries
from briefings.models import Briefing, Document

ID = "ministry-qa"


def recognises(document: Document) -> bool:
    """Whether the page names a ministry of data/sources.toml and is headed like a press conference."""
    named = document.meta.get("ministry")
    known = {ministry.id for ministry in ministries.ministries()}
    return document.page.media == "text/html" and named in known and bool(conference.headline(document))


def parse(document: Document) -> Briefing:
    """The briefing on the page; raises Refused where its frame holds no words."""
    ministry = ministries.by_id(document.meta["ministry"])
    return conference.briefing(document, ID, ministry.id, next(iter(ministry.capitals), None))
