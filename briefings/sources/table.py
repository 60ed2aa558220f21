"""Rows of a table: questions and answers in columns, or whole transcripts one to a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

import py3langid

from briefings import dates, dialogue, labels, ministries, people, roster
from briefings.exchanges import exchanges, said
from briefings.labels import Cast
from briefings.models import Briefing, Document, Refused, Role, Turn, TurnKind
from briefings.people import Speaker
from briefings.text import laid_out, tidy

ID = "table"
MEDIA = "application/x-rows+json"
ENOUGH = 400
CODE = re.compile(r"([a-z]{2})(?:[-_]\w+)?")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell: its paragraphs without the label that opens them, and what the label says."""

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
    names = spokespersons(facts.get("spokesperson") or "")
    ministry = ministry_of(facts.get("ministry"), names, day)
    speakers = [speaker(name, ministry, day) for name in names]
    whole = "text" in facts["rows"][0]
    text, turns = (transcript if whole else columned)(document, facts["rows"], names, speakers)
    language = code(facts.get("language", "")) or written_in(text)
    return Briefing(
        source=ID,
        ministry=ministry,
        language=language,
        headline=facts.get("headline") or headline(speakers, day),
        publication_date=dates.first(facts.get("publication_date") or ""),
        briefing_date=day,
        date_source="date column",
        city=facts.get("city"),
        agency=facts.get("agency"),
        spokespersons=tuple(one.name for one in speakers if one.name),
        url=facts.get("url"),
        text=text,
        exchanges=exchanges(turns) if language == "en" else (),
    )


def refusal(bad: Sequence[tuple[int, Any, str]]) -> Refused:
    """The refusal of rows that cannot be used, each with its number."""
    rows = "; ".join(f"row {number}: {cause}" for number, _, cause in bad[:10])
    more = f"; and {len(bad) - 10} more rows" if len(bad) > 10 else ""
    return Refused(bad[0][1], f"{rows}{more}; rows without a fault are loaded: correct these and load again")


def spokespersons(cell: str) -> tuple[str, ...]:
    """The names in a cell: one, or several with semicolons between."""
    return tuple(filter(None, map(tidy, cell.split(";"))))


def ministry_of(cell: str | None, names: Sequence[str], day: date) -> str:
    """The ministry's id: as the table gives it, by a name of it, or the one that the spokesperson spoke for that day.

    Raises:
        Refused: `no_columns` where none of these is known.
    """
    known = {ministry.id for ministry in ministries.ministries()}
    if cell:
        named = cell if cell in known else getattr(ministries.named(cell, lead=cell), "id", None)
        if named is None:
            raise Refused("no_columns", f"no ministry {cell!r}: write one of {', '.join(sorted(known))}")
        return named
    posts = {ministry for name in names for ministry in employers(name, day)}
    if len(posts) == 1:
        return posts.pop()
    raise Refused(
        "no_columns",
        "the table does not say whose words these are: name the ministry, as in --columns ministry==cn-mfa",
    )


def employers(name: str, day: date) -> Iterator[str]:
    """The ministries that a person spoke for on a day."""
    known = roster.read()
    for person in known.names.get(roster.normal(name), ()):
        yield from (post.ministry for post in person.posts if known.speaks[post.kind] and post.held(day))


def speaker(name: str, ministry: str, day: date) -> Speaker:
    """Who a name in the spokesperson column is: whoever stands there speaks for the government."""
    return Speaker(people.resolve(name, ministry, day).name or name, "spokesperson")


def columned(
    document: Document, rows: Sequence[Json], names: Sequence[str], speakers: Sequence[Speaker]
) -> tuple[str, list[Turn]]:
    """The text laid out from questions and answers, and its turns."""
    # With two spokespersons in one cell nothing tells who gave which answer.
    answering = speakers[0].name if len(speakers) == 1 else None
    cast = Cast(tuple(names))
    found = [piece for row in rows for piece in pieces(row, cast)]
    text = "\n".join(paragraph for piece in found for paragraph in piece.paragraphs)
    lengths = (sum(len(paragraph) + 1 for paragraph in piece.paragraphs) for piece in found)
    starts = accumulate(lengths, initial=0)
    spoken = (turn(text, piece, start, answering) for piece, start in zip(found, starts, strict=False))
    return text, [each for each in spoken if each.statements]


def pieces(row: Json, cast: Cast) -> Iterator[Piece]:
    """The question and the answer of a row; an answer to nothing is an announcement."""
    asked = paragraphs(row.get("question", ""))
    if asked:
        found = labels.label(asked[0], 0, cast, marked=False, asked=False, opening=False)
        opens = found if found and found.kind == "question" else None
        outlet = row.get("outlet") or (opens.outlet if opens else None)
        yield Piece("question", bare(asked, opens), opens.printed if opens else None, outlet)
    answered = paragraphs(row["answer"])
    if answered:
        found = labels.label(answered[0], 0, cast, marked=False, asked=True, opening=False)
        own = found if found and found.kind == "answer" and found.speaker in (None, *cast.hosts) else None
        yield Piece("answer" if asked else "announcement", bare(answered, own), own.printed if own else None)


def paragraphs(cell: str) -> tuple[str, ...]:
    """The paragraphs of a cell."""
    return tuple(filter(None, map(tidy, cell.splitlines())))


def bare(paragraphs: tuple[str, ...], label: labels.Label | None) -> tuple[str, ...]:
    """The paragraphs without the label that opens them."""
    if label is None:
        return paragraphs
    first = paragraphs[0][label.length :]
    return (first, *paragraphs[1:]) if first else paragraphs[1:]


def turn(text: str, piece: Piece, start: int, answering: str | None) -> Turn:
    """A piece as a turn, its sentences found in the text from `start` on."""
    spans = []
    for paragraph in piece.paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    asks = piece.kind == "question"
    role: Role = "reporter" if asks else "spokesperson"
    name = None if asks else answering
    return Turn(piece.kind, name, role, piece.outlet, piece.label, said(text, spans, speaker=name, role=role))


def transcript(
    document: Document, rows: Sequence[Json], names: Sequence[str], speakers: Sequence[Speaker]
) -> tuple[str, list[Turn]]:
    """The text of a whole briefing in one cell, and the turns that its labels open."""
    page = laid_out(document.page, ((words, "", 0) for words in paragraphs(rows[0]["text"])))
    own = dict(zip(names, speakers, strict=True))
    first = speakers[0].name if speakers else None

    def voice(label: str | None) -> Speaker:
        known = own.get(label or "")
        name = known.name if known else label or first
        return Speaker(name, "spokesperson" if label is None or known else "third_party")

    return page.text, list(dialogue.turns(page, page.lines, Cast(tuple(names)), voice))


def code(cell: str) -> str | None:
    """The language's two letters, from a cell such as `en` or `en-GB`; null for a name in words."""
    match = CODE.fullmatch(cell.casefold())
    return match[1] if match else None


def written_in(text: str) -> str:
    """The language of the words; a few in Latin letters are taken for English, since they cannot be told for sure."""
    beginning = text[:4000]
    letters = [letter for letter in beginning if letter.isalpha()]
    latin = sum(letter < "\u0250" for letter in letters) * 2 >= len(letters)
    if latin and len(text) < ENOUGH:
        return "en"
    told: str = py3langid.classify(beginning)[0]
    return told


def headline(speakers: Sequence[Speaker], day: date) -> str:
    """A headline for rows that have none."""
    names = " and ".join(one.name for one in speakers if one.name)
    return f"Press briefing{' by ' + names if names else ''}, {day.day} {day:%B %Y}"
