"""A briefing, or a refused page, as the JSON that `parse --json` prints."""

from __future__ import annotations

from datetime import date
from typing import Any

from briefings.models import Briefing, Exchange, Refused, Statement, Turn


def as_json(briefing: Briefing) -> dict[str, Any]:
    """The briefing as plain values, dates in ISO form, every statement with its words and offsets."""
    return {
        "source": briefing.source,
        "ministry": briefing.ministry,
        "language": briefing.language,
        "headline": briefing.headline,
        "publication_date": iso(briefing.publication_date),
        "briefing_date": iso(briefing.briefing_date),
        "date_source": briefing.date_source,
        "city": briefing.city,
        "agency": briefing.agency,
        "spokespersons": list(briefing.spokespersons),
        "url": briefing.url,
        "text": briefing.text,
        "exchanges": [exchange_as_json(exchange, briefing.text) for exchange in briefing.exchanges],
        "quarantine": None,
    }


def refused_as_json(refused: Refused) -> dict[str, Any]:
    """A refused page in the same shape as a briefing: nothing known but why."""
    facts = ("source", "ministry", "language", "headline", "publication_date", "briefing_date", "date_source")
    unknown = dict.fromkeys((*facts, "city", "agency"))
    quarantine = {"reason": refused.reason, "message": refused.message}
    return {**unknown, "spokespersons": [], "url": None, "text": None, "exchanges": [], "quarantine": quarantine}


def exchange_as_json(exchange: Exchange, text: str) -> dict[str, Any]:
    """One exchange with its turns."""
    return {"kind": exchange.kind, "turns": [turn_as_json(turn, text) for turn in exchange.turns]}


def turn_as_json(turn: Turn, text: str) -> dict[str, Any]:
    """One turn; its text is its statements, joined by one space."""
    return {
        "role": turn.kind,
        "speaker": turn.speaker,
        "outlet": turn.outlet,
        "text": " ".join(text[said.start : said.end] for said in turn.statements),
        "start": turn.start,
        "end": turn.end,
        "statements": [statement_as_json(said, text) for said in turn.statements],
    }


def statement_as_json(said: Statement, text: str) -> dict[str, Any]:
    """One statement with its words."""
    return {
        "text": text[said.start : said.end],
        "start": said.start,
        "end": said.end,
        "speaker": said.speaker,
        "role": said.role,
        "mode": said.mode,
    }


def iso(day: date | None) -> str | None:
    """The day as YYYY-MM-DD."""
    return day.isoformat() if day else None
