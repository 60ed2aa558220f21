"""Pages of many reports: lists of headlines with summaries, which hold no report themselves."""

from __future__ import annotations

import re

from briefings.models import Document
from briefings.wire.chrome import ended, foreign
from briefings.wire.dateline import dateline
from briefings.wire.mentions import NAME

SAID = re.compile(
    rf"\b[Ss]pokes(?:person|man|woman)\s(?:{NAME})?[^.]{{0,60}}?\b(?:said|told|urged|announced|called|expressed|"
    rf"made|condemned|"
    r"welcomed|denied|thanked|rejected|stressed)\b|\b(?:said|told|announced|"
    r"according to)\b[^.]{0,80}\b[Ss]pokes(?:person|man|woman)\b"
)
ENTRIES = 3
NEXT = 3
"""Lines from one dateline of a list to the next: a summary, a headline, a date."""
LISTED = 0.25
"""Share of a page's lines that are a ministry's headlines where it is a list without summaries."""


def reports(body: str) -> bool:
    """Whether a text without a dateline begins as a report of a spokesperson's words."""
    return bool(SAID.search("\n".join(body.split("\n")[:3])))


def is_list(document: Document) -> bool:
    """Whether the page lists reports: summary after summary, or dateline after dateline, each under its headline."""
    rows = [words for line in document.lines if not foreign(words := document.words(line))]
    dated = [place for place, words in enumerate(rows) if dateline(words)]
    if dated or sum(map(asked, rows)) >= ENTRIES:
        # Reports follow one another at once where only their first paragraphs stand on the page.
        return len(dated) >= ENTRIES and dated[1] - dated[0] <= NEXT
    summaries = [place for place, words in enumerate(rows) if place and summary(words) and headed(rows[place - 1])]
    titled = [
        words
        for words in rows
        if headed(words) and re.search(r"\b(?:FM|spokes(?:person|man|woman)|[Mm]inistry)\b", words)
    ]
    return len(summaries) >= ENTRIES or len(titled) > max(ENTRIES, len(rows) * LISTED)


def summary(words: str) -> bool:
    """Whether a line is a summary of a spokesperson's words."""
    return bool(SAID.search(words)) and ended(words)


def asked(words: str) -> bool:
    """Whether a line is a question: a transcript has them, a list of headlines hardly."""
    return words.endswith(("?", '?"', "?”"))


def headed(words: str) -> bool:
    """Whether a line is a headline."""
    return 3 <= len(words.split()) <= 25 and not words.rstrip().endswith((".", '."', ".”"))
