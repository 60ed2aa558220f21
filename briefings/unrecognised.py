"""Why a page that no source recognises is refused: an error page, a list, a page without an article, or unknown."""

from __future__ import annotations

import re

from briefings.models import Document, Refused
from briefings.wire import listing
from briefings.wire.chrome import foreign
from briefings.wire.dateline import dateline
from briefings.wire.layout import prose

ERROR = re.compile(
    r"\b(?:40[0134]|410|50[0234])\b\W*(?:error|not found|forbidden|bad request|gone|unauthori[sz]ed|service|"
    r"internal|bad gateway|"
    r"gateway|page)|\berror\W{1,3}(?:40\d|410|50\d)\b|\b(?:page|file|article|document|content|"
    r"url)\s(?:\w+\s){0,5}?(?:not\sfound|"
    r"not\sbe\sfound|does\s(?:not|n.t)\sexist|no\slonger\s(?:exists|available|here))|\bnot found\b|access denied|"
    r"(?:internal server|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)|"
    r"页面不存在|无法访问|未找到",
    re.I,
)
# An article may speak of an error; a page that is one is short, or says so in its title.
SHORT = 1500
FIRST_LINES = 6
NEWS = re.compile(r"\b(?:spokes(?:person|man|woman)|FM|[Ff]oreign [Mm]inistry|Xinhua)\b")


def reason(document: Document) -> Refused:
    """The refusal that names the true reason and the remedy."""
    if said := error(document):
        return Refused(
            "error_page",
            f'an error page, "{said}", saved in place of an article: no body to read; fetch the page again',
        )
    if listing.is_list(document):
        return Refused("list_page", "a list of reports, no article: pass the pages that it links to")
    if NEWS.search(document.text) and not any(prose(document.words(line)) for line in document.lines):
        return Refused("no_body", "no article body behind the headline: save the page again, with its text")
    return Refused("no_source", f"{what(document)}: see `python -m briefings check` for the formats it knows")


def what(document: Document) -> str:
    """What the page seems to be instead of a briefing in a known format."""
    if any(dateline(document.words(line)) for line in document.lines):
        return "a news report, but of no spokesperson's briefing: no known briefing format"
    if foreign(document.text):
        return "no known briefing format, and the language is not English"
    return "no known briefing format"


def error(document: Document) -> str | None:
    """The words by which the page says that it is an error, null where it says nothing of the kind."""
    first = [document.words(line) for line in document.lines[:FIRST_LINES]] if len(document.text) < SHORT else []
    match = next((match for words in (document.title, *first) if (match := ERROR.search(words))), None)
    return match.group().strip() if match else None
