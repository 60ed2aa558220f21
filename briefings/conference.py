"""A ministry's press conference as a page of questions and answers: headline, date, and what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import takewhile

from briefings import dates, people
from briefings.dialogue import turns
from briefings.exchanges import exchanges
from briefings.labels import Cast
from briefings.models import Briefing, Document, Line, Refused
from briefings.people import Speaker

SPOKESPERSON = re.compile(r"\bSpokes(?:person|man|woman)s?\b(?:['’]s?)?", re.I)
OCCASION = re.compile(r"\b(?:Press Conference|Briefing|Remarks?|Comments?|Statement|Answers?|Response)\b", re.I)
PERSON = r"(?!Regular|Press|Daily|Online|Remarks?|Comments?)[A-Z][\w-]+ (?!(?:on|at|in|and|to|of|for)\b)[\w-]+"
PERSONS = re.compile(rf"\s+(?P<names>{PERSON}(?:(?:, | and |, and ){PERSON})*)")
SITE = re.compile(r"\s*[_|—–-]+\s*(?:Ministry of Foreign Affairs|MFA|FMPRC)\b.*$")

# What stands between the headline and the first words spoken, and what the page's foot begins with.
FURNITURE = re.compile(
    r"(?:Home\s*>.*|(?:Updated|Source|Time|Date|From)\s*[:：].*|"
    r"\W?(?:Font size|Large|Medium|Small|Print|Share|Suggest)\b.{0,60}|"
    r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?(?:\s+\d\d?:\d\d(?::\d\d)?)?.{0,20}|"
    r"\w+\.? ?\d\d?, (?:19|20)\d\d(?:\s+\d\d?:\d\d)?)"
)
FOOT = re.compile(
    r"(?:Appendix|Related News|Suggest to a [Ff]riend|Print|Share|Back to [Tt]op|Contact [Uu]s|Links?|Site [Mm]ap|"
    r"Close|Top|Home|More)\s*[:：]?(?:\s+(?:Print|Share|Close|E-?mail))*|(?:Copyright|©|<<<).*|"
    r"(?:Suggest to a [Ff]riend|Contact [Uu]s|Related News)\s*[:：]?\s.*|(?:Previous|Next|Address)\s?[:：].*"
)
TAKEN = re.compile(r"\bW0((?:19|20)\d\d)(\d\d)(\d\d)\d{6,}")
NEAR = 31


def briefing(document: Document, source: str, ministry: str, city: str | None) -> Briefing:
    """The briefing on the page.

    Raises:
        Refused: `no_body` where the page's frame holds no words.
    """
    title = headline(document)
    published = publication(document, title)
    day, stands = occasion(document, title, published)
    hosts = spokespersons(title)
    said = turns(
        document, body(document, title), cast(hosts, ministry), lambda label: voice(label, hosts, ministry, day)
    )
    if not said:
        raise Refused("no_body", f"has the headline “{title}” and no text under it: save the page again from the site")
    spoken = (turn.speaker for turn in said if turn.kind != "question" and turn.role == "spokesperson")
    named = (voice(name, hosts, ministry, day).name for name in hosts)
    return Briefing(
        source=source,
        ministry=ministry,
        language="en",
        headline=title,
        publication_date=published,
        briefing_date=day,
        date_source=stands,
        city=city,
        agency="Ministry of Foreign Affairs",
        spokespersons=tuple(dict.fromkeys(filter(None, (*named, *spoken)))),
        url=address(document),
        text=document.text,
        exchanges=exchanges(said),
    )


def headline(document: Document) -> str:
    """The page's headline, where it names a spokesperson's press conference or remarks; else nothing."""
    tops = (document.words(line) for line in document.lines if line.tag in ("h1", "h2"))
    for title in (document.title, document.meta.get("articletitle", ""), document.meta.get("og:title", ""), *tops):
        bare = SITE.sub("", title).strip()
        if announces(bare):
            return bare
    return ""


def announces(title: str) -> bool:
    """Whether a headline is that of one occasion, not of the site's list of them."""
    return bool(SPOKESPERSON.search(title) and OCCASION.search(title) and (spokespersons(title) or " on " in title))


def spokespersons(title: str) -> tuple[str, ...]:
    """Whom the headline names, in its order."""
    office = SPOKESPERSON.search(title)
    match = PERSONS.match(title, office.end()) if office else None
    return tuple(re.findall(PERSON, match["names"])) if match else ()


def cast(hosts: tuple[str, ...], ministry: str) -> Cast:
    """Whose names answer on the page: its own spokespersons', then any the ministry has had."""
    return Cast(hosts, colleagues(ministry))


@cache
def colleagues(ministry: str) -> tuple[str, ...]:
    """Every name people.toml gives for somebody who has spoken for the ministry."""
    spoke = (person.name for person in people.persons() if any(post.ministry == ministry for post in person.posts))
    return tuple(name for name in spoke if people.resolve(name, ministry, None).role == "spokesperson")


def voice(label: str | None, hosts: tuple[str, ...], ministry: str, day: date | None) -> Speaker:
    """Who speaks under a label; without one, the spokesperson of the headline."""
    name = label or next(iter(hosts), None)
    if name is None:
        return Speaker(None, "spokesperson")
    found = people.resolve(name, ministry, day)
    # The headline calls them spokespersons, whether people.toml knows them or not.
    return Speaker(found.name or name, "spokesperson") if name in hosts else found


def occasion(document: Document, title: str, published: date | None) -> tuple[date | None, str]:
    """The day of the briefing and where it stands."""
    found = next(dates.written(title), None)
    if found is None:
        return (published, "publication") if published else (None, "unknown")
    if found.year:
        return found.on(), "title"
    for day, stands in ((next(photographed(document), None), "images"), (published, "publication")):
        if day and (near := nearest(found, day)):
            return near, stands
    return None, "unknown"


def nearest(found: dates.DateFound, known: date) -> date | None:
    """The day of a year-less date that lies within a month of a known day, over the turn of the year too."""
    days = filter(None, map(found.on, (known.year - 1, known.year, known.year + 1)))
    return next((day for day in days if abs((day - known).days) <= NEAR), None)


def photographed(document: Document) -> Iterator[date]:
    """The days that the names of the body's own pictures carry; the template's pictures have other names."""
    for image in document.images:
        match = TAKEN.search(image)
        if match and (day := dates.first("-".join(match.groups()))):
            yield day


def publication(document: Document, title: str) -> date | None:
    """The day the page says it was published: in its metadata, or in a line of its own under the headline."""
    for name in ("pubdate", "publishdate", "article:published_time"):
        if day := dates.first(document.meta.get(name, "")):
            return day
    under = takewhile(lambda line: FURNITURE.fullmatch(document.words(line)), below(document, title))
    return next((day for line in under if (day := dates.first(document.words(line)))), None)


def body(document: Document, title: str) -> tuple[Line, ...]:
    """The paragraphs between the headline and the page's foot."""
    lines = list(below(document, title))
    while lines and FURNITURE.fullmatch(document.words(lines[0])):
        lines.pop(0)
    return tuple(takewhile(lambda line: not FOOT.fullmatch(document.words(line)), lines))


def below(document: Document, title: str) -> tuple[Line, ...]:
    """The lines under the headline; under the breadcrumb where the headline is not repeated in the page."""
    heads = [at for at, line in enumerate(document.lines) if repeats(document, line, title)]
    crumbs = [at for at, line in enumerate(document.lines) if document.words(line).startswith("Home >")]
    at = heads[:1] or crumbs[-1:]
    return document.lines[at[0] + 1 :] if at else document.lines


def repeats(document: Document, line: Line, title: str) -> bool:
    """Whether a line is the headline, in the `<title>`'s words or in a heading's own."""
    words = document.words(line)
    return words == title or (line.tag in ("h1", "h2") and announces(words))


def address(document: Document) -> str | None:
    """The page's address, if it is known or the page gives it."""
    return document.page.url or next(filter(None, map(document.meta.get, ("canonical", "og:url", "url"))), None)
