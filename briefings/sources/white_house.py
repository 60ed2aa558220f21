"""White House transcripts: Markdown of 2021-2023 and the site's own HTML of 2020, every turn under its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from urllib.parse import urlsplit

from briefings import dates, exchanges, people
from briefings.models import Briefing, Document, Line, Refused, Role, Statement, Turn, TurnKind

ID = "white-house"
MINISTRY = "us-white-house"
AGENCY = "White House"
SITES = ("whitehouse.gov", "bidenwhitehouse.archives.gov", "trumpwhitehouse.archives.gov")

# Labels stand at the start of a paragraph, in capitals before a colon (`MS. PSAKI:`, `Mr. KIRBY:`, `SLAVITT :`).
LABEL = re.compile(r"(?P<label>[^\W\d_a-z][^:a-z\n(“]{1,60}?|(?:Mr|Mrs|Ms|Dr)\.? [A-Z][A-Z’'-]+)\s?:(?!\d)\s*")
# A point or dash where the colon should be: `DR. WALENSKY. Thank you`.
NO_COLON = re.compile(r"(?P<label>(?:MR|MRS|MS|DR)\.? [A-Z][A-Z’'-]{2,})(?:\.|(?= —))\s+")
QUESTION = re.compile(r"(?P<label>Q)(?:[:.`]+\s*|\s+|(?=[–—])|$)(?:Q\s+)*")
# What slipped before another label: `QMS. PSAKI:`, `MR: ZIENTS:`.
SLIPPED = re.compile(r"(?:Q|(?:M[RS]S?|DR):)\s*(?=(?:(?:M[RS]S?|DR)\.? )?[A-Z][A-Z’'-]+:)")
# Labels that lost their paragraph. A single word in capitals before a colon is the speaker's own (`NATO:`).
WITHIN = re.compile(
    r"(?<=\s)(?P<label>(?:MR|MRS|MS|DR)\.? [A-Z][A-Z’'-]+|SENIOR ADMINISTRATION OFFICIAL|MODERATOR|THE PRESIDENT):\s+"
    r"|(?<=[.?!”)—…:]\s)(?:(?P<q>Q) (?![A-Z]{2})(?=[A-Z(“—\[])|(?P<office>[A-Z][A-Z-]+(?: [A-Z][A-Z.’'-]+)+):\s+)"
)

CLOCK = r"\d{1,2}:\d\d\s?[AP]\.?\s?M\b\.?(?:\s[A-Z]{2,4}\b)?(?:\s\(?[Ll]ocal(?: [Tt]ime)?\)?)?"
TIME = re.compile(rf"{CLOCK}\.?")
END = re.compile(rf"END(?:\s*{CLOCK})?\.?|-\s?END\s?-")
LAST_CLOCK = re.compile(rf"\s(?:END\s+)?{CLOCK}$")
# The transcriber's own paragraphs: `(Cross-talk.)`, `###`, and the `M` that slipped off a label.
ASIDE = re.compile(r"\([^()]*\)\.?(?:\s\([^()]*\)\.?)*|\W+|M[RS]?\.?")
ISSUED = re.compile(r"Issued on:\s*(.*)")
A_QUESTION = 12
"""Words below which what ends in a question mark may be the answerer's own `You all right?`."""
DAY_LINE = re.compile(r"\(?\s*(?:\w+day,\s)?[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\s*\)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph under a label, or going on under the one before it."""

    start: int
    end: int
    label: str | None
    """As printed; null where the paragraph has none, empty for a reporter whose label is missing."""


@dataclass(frozen=True, slots=True)
class When:
    """The days of a briefing and where the first of them stands."""

    briefing: date | None
    source: str
    published: date | None


def recognises(document: Document) -> bool:
    """Whether the page was published by the White House."""
    address = address_of(document)
    host = (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
    return host in SITES or document.meta.get("og:site_name") == "The White House"


def parse(document: Document) -> Briefing:
    """The briefing on a White House page.

    Raises:
        Refused: `no_body` where nobody speaks under a label, as in a statement or a fact sheet.
    """
    lines = body(document)
    when = days(document)
    said = list(turns(document, lines, when.briefing))
    if not said:
        raise Refused("no_body", "no speaker's label on the page: a statement, not the transcript of a briefing")
    return Briefing(
        source=ID,
        ministry=MINISTRY,
        language="en",
        headline=headline(document),
        publication_date=when.published,
        briefing_date=when.briefing,
        date_source=when.source,
        city=None,
        agency=AGENCY,
        spokespersons=spokespersons(said),
        url=address_of(document),
        text=document.text,
        exchanges=exchanges.exchanges(said),
    )


def address_of(document: Document) -> str | None:
    """Where the page was published, by its own word."""
    return document.meta.get("source_url") or document.meta.get("og:url") or document.page.url


def headline(document: Document) -> str:
    """The title without the site's name."""
    return document.title.removesuffix(" | The White House").strip()


def days(document: Document) -> When:
    """The day of the briefing, the page's own words before the title, the address and the day of publication."""
    published, published_by = publication(document)
    opening = [document.words(line) for line in body(document)[:8]]
    stated = next((day for words in opening if DAY_LINE.fullmatch(words) and (day := dates.first(words))), None)
    slug = urlsplit(address_of(document) or "").path.rstrip("/").rsplit("/", 1)[-1].replace("-", " ")
    for day, source in ((dates.first(headline(document)), "title"), (stated, "body"), (dates.first(slug), "address")):
        if day:
            return When(day, source, published or day)
    return When(published, published_by, published)


def publication(document: Document) -> tuple[date | None, str]:
    """The day of publication and where it stands."""
    for line in document.lines:
        if (issued := ISSUED.fullmatch(document.words(line))) and (day := dates.first(issued[1])):
            return day, "issued"
    for key in ("date", "published_time", "article:published_time"):
        if day := dates.first(document.meta.get(key, "")[:10]):
            return day, "front matter"
    return dates.first(urlsplit(address_of(document) or "").path[-80:].replace("/", "-")), "address"


def body(document: Document) -> Sequence[Line]:
    """The paragraphs between a page's head and its foot; a Markdown file has neither."""
    if document.page.media != "text/html":
        return document.lines
    heads = [n for n, line in enumerate(document.lines) if line.tag == "h1" or ISSUED.match(document.words(line))]
    spoken = [n for n, line in enumerate(document.lines) if line.tag == "p"]
    return document.lines[heads[-1] + 1 if heads else 0 : spoken[-1] + 1 if spoken else 0]


def turns(document: Document, lines: Sequence[Line], on: date | None) -> Iterator[Turn]:
    """Every turn in page order; what is spoken before the first question is an announcement."""
    asked = False
    for pieces in mended(document.text, list(under_labels(document, lines)), on):
        label = pieces[0].label
        speaker = people.resolve(label or "Q", MINISTRY, on)
        asked = asked or speaker.role == "reporter"
        statements = spoken(document.text, pieces, speaker)
        if statements:
            yield Turn(kind(speaker.role, asked), speaker.name, speaker.role, None, label or None, statements)


def kind(role: Role, asked: bool) -> TurnKind:
    """What a turn is, by who speaks and whether anybody has asked yet."""
    if role == "reporter":
        return "question"
    return "answer" if asked else "announcement"


def spoken(text: str, pieces: Sequence[Piece], speaker: people.Speaker) -> tuple[Statement, ...]:
    """The sentences of a turn; the transcriber's `(Laughter.)` only where nothing else is there."""
    spans = [(piece.start, piece.end) for piece in pieces]
    found = exchanges.said(text, spans, speaker=speaker.name, role=speaker.role)
    words = tuple(said for said in found if not ASIDE.fullmatch(text[said.start : said.end]))
    return words or found


def mended(text: str, groups: Sequence[list[Piece]], on: date | None) -> Iterator[list[Piece]]:
    """The turns, a question printed under the answerer's own label taken out of it and left without a label."""
    before: list[Piece] = []
    for group, after in zip_longest(groups, groups[1:]):
        cut = asked_from(text, group) if after and both_of_one(group, after, on) else len(group)
        if cut < len(group) and before and both_of_one(before, group, on):
            cut = 0
        if cut:
            yield group[:cut]
        if group[cut:]:
            yield [replace(group[cut], label=""), *group[cut + 1 :]]
        before = group


def both_of_one(group: Sequence[Piece], after: Sequence[Piece], on: date | None) -> bool:
    """Whether one person known by name is printed twice in a row. Of officials without a name there may be several."""
    label = group[0].label or ""
    name = people.resolve(label, MINISTRY, on).name
    return label == after[0].label and name is not None and name.casefold() != label.casefold()


def asked_from(text: str, group: Sequence[Piece]) -> int:
    """The first of the paragraphs at the end of a turn that ask, all of them; none where they are but a few words."""
    cut = len(group)
    while cut and text[group[cut - 1].start : group[cut - 1].end].rstrip().endswith("?"):
        cut -= 1
    words = sum(len(text[piece.start : piece.end].split()) for piece in group[cut:])
    return cut if words >= A_QUESTION else len(group)


def under_labels(document: Document, lines: Sequence[Line]) -> Iterator[list[Piece]]:
    """The pieces of each turn: a label opens it, the next label or the end of the transcript closes it."""
    turn: list[Piece] = []
    for line in lines:
        words = document.words(line)
        if TIME.fullmatch(words) or END.fullmatch(words):
            if turn:
                yield turn
            turn = []
            continue
        for piece in labelled(words, line.start):
            if piece.label and turn:
                yield turn
                turn = []
            if turn or piece.label:
                turn.append(piece)
    if turn:
        yield turn


def labelled(words: str, offset: int) -> Iterator[Piece]:
    """One paragraph cut at its labels, the labels left out; an aside gives nothing."""
    if ASIDE.fullmatch(words):
        return
    end = len(words) - len(found[0]) if (found := LAST_CLOCK.search(words)) else len(words)
    label, start = opening(words)
    for match in WITHIN.finditer(words, start):
        yield Piece(offset + start, offset + match.start(), label)
        label, start = match["label"] or match["q"] or match["office"], match.end()
    yield Piece(offset + start, offset + end, label)


def opening(words: str) -> tuple[str | None, int]:
    """The label at the start of a paragraph, if there is one, and where the speech begins."""
    clock = TIME.match(words)
    start = len(words) - len(words[clock.end() :].lstrip()) if clock else 0
    if slipped := SLIPPED.match(words, start):
        start = slipped.end()
    for form in (QUESTION, LABEL, NO_COLON):
        found = form.match(words, start)
        if found and (form is not LABEL or is_label(found["label"])):
            return found["label"], found.end()
    return None, start


def is_label(words: str) -> bool:
    """Whether words before a colon are a label: two or more without a number, or such as name a person or a role."""
    letters = not re.search(r"\d", words)
    return (letters and len(words.split()) > 1) or people.known(words, MINISTRY)


def spokespersons(turns: Sequence[Turn]) -> tuple[str, ...]:
    """Who speaks for the government, in order; those who only run the line where nobody else does."""
    speaking: dict[str, str] = {}
    for turn in turns:
        if turn.role == "spokesperson" and turn.speaker:
            speaking.setdefault(turn.speaker, turn.label or "")
    return tuple(name for name in speaking if not people.hosts(speaking[name])) or tuple(speaking)
