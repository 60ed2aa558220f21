"""What a briefing is and whether it counts, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from briefings.app.evidence import present
from briefings.selection import written

Row = Mapping[Any, Any]

LANGUAGES = {"zh": "Chinese", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "de": "German"}


def facts(shown: pd.Series) -> str:
    """Headline, date, who spoke, whose words, and where the page is from."""
    spoke = ", ".join(shown["spokespersons"]) or "no spokesperson named"
    words = f"{int(shown['words']):,} words" if shown["words"] else ""
    parts = (dated(shown), spoke, shown["ministry"], shown["source"], words)
    told = " \u00b7 ".join(escape(part) for part in parts if part)
    return f'<h2>{escape(shown["headline"])}</h2><p class="facts">{told}<br>{origin(shown)}</p>'


def dated(shown: pd.Series) -> str:
    """The day of the briefing, and of publication where that is another."""
    day, published = shown["day"], shown["publication_date"]
    told = written(day) if present(day) else "undated"
    return f"{told}, published {written(published)}" if present(published) and published != day else told


def origin(shown: pd.Series) -> str:
    """A link to the page where it gives its address, else its file and hash."""
    url = shown["url"]
    if present(url) and str(url).startswith(("https://", "http://")):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">Source page</a>'
    return f"File {escape(shown['file'])}, sha256 <code>{escape(shown['sha256'])}</code>"


def notes(shown: pd.Series, versions: pd.DataFrame, inside: bool, address: Mapping[str, Any]) -> Iterator[str]:
    """What a reader must know about this briefing, as HTML sentences."""
    others = versions.to_dict("records")
    yield from counting(str(shown["standing"]), others, shown["language"], address)
    if shown["standing"] == "counted":
        yield from replaced(others, address)
        if not present(shown["day"]):
            yield "The page gives no date: this briefing is counted, but left out of every chart over time."
        if not inside:
            yield "This briefing is outside the filters at the left."


def counting(standing: str, others: Sequence[Row], language: str, address: Mapping[str, Any]) -> Iterator[str]:
    """Why a briefing is in no number, with the version that is."""
    counted = ", ".join(linked(row, address) for row in others if row["standing"] == "counted")
    if standing == "revision":
        yield f"An earlier wording, replaced later and in no number. The version that counts: {counted}."
    if standing == "duplicate":
        yield f"The same words as another page, and in no number. The page that counts: {counted}."
    if standing == "echo":
        same_day = f"Transcript of the same day: {counted}." if counted else "There is no transcript of that day."
        yield f"A report from a time that the ministry\u2019s own transcripts cover: not counted by default. {same_day}"
    if standing == "unanalysed":
        named = escape(LANGUAGES.get(language, f"another language ({language})"))
        yield f"This page is in {named}. Its text is kept, but only English is analysed: it is in no number."


def replaced(others: Sequence[Row], address: Mapping[str, Any]) -> Iterator[str]:
    """The earlier wordings and copies of a briefing that counts."""
    earlier = [linked(row, address) for row in others if row["standing"] == "revision"]
    copies = [f"<code>{escape(row['file'])}</code>" for row in others if row["standing"] == "duplicate"]
    if earlier:
        yield f"This is the later wording; an earlier one is kept: {', '.join(earlier)}. Sources shows what changed."
    if copies:
        yield f"Published more than once; not counted again: {', '.join(copies)}."


def linked(row: Row, address: Mapping[str, Any]) -> str:
    """A link to another version, named by its day and file."""
    day = written(row["day"]) if present(row["day"]) else "undated"
    target = escape("reader?" + urlencode({**address, "briefing": row["id"]}, doseq=True))
    return f'<a href="{target}" target="_self">{day} ({escape(row["file"])})</a>'
