"""Wire reports: an agency's English report of a ministry's briefing, as text or HTML, whatever the dateline names."""

from __future__ import annotations

import re
from datetime import date, timedelta

import py3langid

from briefings import ministries, people
from briefings.models import Briefing, Document, Exchange, Refused, Statement, Turn
from briefings.wire import genders, listing
from briefings.wire.attribution import Scene
from briefings.wire.cast import Cast, cast
from briefings.wire.layout import Layout, layout
from briefings.wire.mentions import SPOKES
from briefings.wire.quotes import masked, quotes
from briefings.wire.statements import statements

ID = "wire-report"

ENOUGH = 1000
"""Characters that tell a report's language."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = re.compile(rf"(?<!next )(?<!last )(?<!since )(?<!until )(?<!before )(?<!from )\b({'|'.join(WEEKDAYS)})\b")
SAID_ON = re.compile(
    rf"\b(?:said|told|announced|urged|called|asked|made|answered)\b[^.,]{{0,70}}?\b({'|'.join(WEEKDAYS)})\b|"
    rf"\b({'|'.join(WEEKDAYS)})\s(?:said|urged|called|announced|denied|rejected|welcomed|expressed|condemned|voiced)\b"
)
TRANSCRIPT = re.compile(
    r"^(?:Q|A|Question|Answer)\s?[:：]|^(?:MR|MS|MRS|DR|THE PRESIDENT|SECRETARY)\b[^a-z]{0,30}:|^Q\s{1,4}[A-Z]"
)
OFFICIAL = re.compile(r"Regular Press Conference|(?:Press Briefing|Gaggle) by|\bRemarks on\b.*Q(?:uestion)?s? ")
FOREIGN_WIRE = re.compile(
    r"portavoz|porte-parole|portavoce|Sprecher|porta-voz|представител|发言人|報道官|대변인|المتحدث", re.I
)
LEAD = 3
"""Paragraphs that may say on which day the briefing was."""
# How far a dateline may lie after the publication: a page published in another time zone.
AHEAD = timedelta(days=2)


def recognises(document: Document) -> bool:
    """Whether the page is a report of a spokesperson's briefing and no transcript of one."""
    if document.page.media == "text/markdown" or OFFICIAL.search(document.title):
        return False
    if any(TRANSCRIPT.match(document.words(line)) for line in document.lines):
        return False
    found = layout(document)
    body = "\n".join(document.text[start:end] for start, end in found.body)
    if found.dateline:
        return bool(SPOKES.search(body) or FOREIGN_WIRE.search(document.text))
    return bool(found.body) and (listing.reports(body) or listing.is_list(document))


def parse(document: Document) -> Briefing:
    """The report on the page, one exchange of one turn.

    Raises:
        Refused: `list_page` for a list of reports, `no_body` without a paragraph, `no_date` without any date.
    """
    if listing.is_list(document):
        raise Refused("list_page", "a list of reports, no article: pass the pages that it links to")
    found = layout(document)
    language = spoken(document, found)
    if not found.body and language == "en":
        raise Refused("no_body", "no article body behind the headline: save the page again, with its text")
    filled = masked(document.text, quotes(document.text, found.body))
    body = "\n".join(filled[start:end] for start, end in found.body)
    day, source = briefing_day(found, body)
    company = cast(body, found.dateline.city if found.dateline else None, found.headline)
    ministry = company.ministry or ministries.by_id(ministries.OTHER)
    canonical(company, ministry.id, day)
    genders.learn(company, body)
    said = statements(document.text, found.body, Scene(company)) if language == "en" else ()
    return Briefing(
        source=ID,
        ministry=ministry.id,
        language=language,
        headline=found.headline or document.title or document.words(document.lines[0]),
        publication_date=found.published,
        briefing_date=day,
        date_source=source,
        city=found.dateline.city if found.dateline else None,
        agency=(found.dateline.agency if found.dateline else None) or found.byline,
        spokespersons=spokespersons(company),
        url=document.page.url,
        text=document.text,
        exchanges=(Exchange("report", (turn(company, said),)),) if said else (),
    )


def turn(company: Cast, said: tuple[Statement, ...]) -> Turn:
    """The report as the one turn of its spokesperson."""
    return Turn("report", company.main, "spokesperson" if company.main else "narrator", None, None, said)


def spoken(document: Document, found: Layout) -> str:
    """The language of the report's words."""
    words = " ".join(document.text[start:end] for start, end in found.body) or document.text
    code: str = py3langid.classify(words[:ENOUGH])[0]
    return code


def spokespersons(company: Cast) -> tuple[str, ...]:
    """The briefing's own spokespersons by name, the one who leads it first: with whom the report joins them only."""
    return (company.main, *company.joint) if company.main else ()


def canonical(company: Cast, ministry: str, day: date | None) -> None:
    """Gives a spokesperson whom the report calls by surname alone the full name that people.toml knows."""
    person = company.persons.get(company.main or "")
    if person is None or " " in person.name:
        return
    known = people.resolve(person.name, ministry, day)
    if known.name and known.role == "spokesperson":
        company.rename(person.name, known.name)


def briefing_day(found: Layout, body: str) -> tuple[date, str]:
    """The day of the briefing and where it stands.

    Raises:
        Refused: `no_date` where neither the dateline nor the page has a date that can be completed.
    """
    stated = found.dateline.day if found.dateline else None
    if stated and (day := stated.on() or completed(stated.month, stated.day, found.published)):
        return day, "dateline"
    if found.published is None:
        raise Refused("no_date", "no date on the page, neither a publication date nor a full date in the dateline")
    if (name := weekday(body)) is not None:
        back = (found.published.weekday() - WEEKDAYS.index(name)) % 7
        return found.published - timedelta(days=back), "weekday"
    return found.published, "publication"


def weekday(body: str) -> str | None:
    """The weekday on which the first paragraphs say that somebody spoke, else the first that they name."""
    lead = "\n".join(body.split("\n")[:LEAD])
    match = SAID_ON.search(lead) or WEEKDAY.search(lead)
    return next(filter(None, match.groups())) if match else None


def completed(month: int, day: int, published: date | None) -> date | None:
    """A dateline's day in the year of its publication, or the year before where that lies ahead of it."""
    if published is None:
        return None
    for year in (published.year + 1, published.year, published.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= published + AHEAD:
            return found
    return None
