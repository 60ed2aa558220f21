"""The exchanges of a briefing as HTML: who speaks, the sentences, their marks and their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from briefings.app import cued, repeated
from briefings.app.cued import Cue, Mark, Phrase
from briefings.app.evidence import present

Row = Mapping[Any, Any]
MODES = {"direct_quote": "quoted", "reported": "reported", "narration": "narration", "transcript": ""}
KINDS = {"qa": "Question and answer", "announcement": "Announcement", "report": "Report"}


@dataclass(frozen=True, slots=True)
class Ways:
    """How a briefing is shown."""

    marks: bool
    """Whether words that speak for a topic are marked."""
    here: int | None
    """The statement that a link points to."""
    address: Mapping[str, Any]
    """The parameters of the page's own address."""
    new: bool = False
    """Whether sentences said before are told from new ones."""
    stances: bool = False
    """Whether words that carry a stance are marked."""
    phrases: Mapping[int, Sequence[Row]] = field(default_factory=dict)
    """The recurring phrases to mark, by the place of their statement."""


def exchanges(rows: Iterable[Row], topics: Mapping[int, Sequence[str]], ways: Ways) -> str:
    """Every exchange in order, with its topics as tags and its turns.

    Args:
        rows: the statements of one briefing in order, as `reader/statements` gives them.
        topics: the titles of each exchange's topics.
    """
    return "".join(
        exchange(number, list(group), topics.get(number, ()), ways)
        for number, group in groupby(rows, key=lambda row: int(row["exchange"]))
    )


def exchange(number: int, rows: Sequence[Row], topics: Sequence[str], ways: Ways) -> str:
    """One exchange."""
    tags = "".join(f'<span class="tag">{escape(topic)}</span>' for topic in topics)
    turns = "".join(turn(list(group), ways) for _, group in groupby(rows, key=lambda row: row["turn"]))
    kind = KINDS.get(rows[0]["kind"], "Exchange")
    name = f"{kind}, exchange {number + 1}"
    return f'<section class="exchange" aria-label="{name}"><p class="tags">{tags}</p>{turns}</section>'


def turn(rows: Sequence[Row], ways: Ways) -> str:
    """One speaker's words, a report's with who is quoted above each paragraph."""
    parts, before = [], ""
    for group in paragraphs(rows):
        who = quoted(group) if rows[0]["turn_kind"] == "report" else speaker(rows[0])
        parts.append(f'<p class="who">{escape(who)}</p>' if who != before else "")
        parts.append(f"<p>{' '.join(sentence(row, ways) for row in group)}</p>")
        before = who
    return f'<div class="turn {escape(rows[0]["turn_kind"])}">{"".join(parts)}</div>'


def paragraphs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The sentences of a turn by the paragraphs of the page."""
    for _, group in groupby(rows, key=lambda row: row["paragraph"]):
        yield list(group)


def speaker(row: Row) -> str:
    """Who speaks in a turn of a transcript, with the outlet where the page names it."""
    named = row["turn_speaker"] if present(row["turn_speaker"]) else None
    name = named or ("Reporter" if row["turn_role"] == "reporter" else "Unnamed speaker")
    outlet = row["outlet"] if present(row["outlet"]) and row["turn_role"] == "reporter" else None
    return f"{name} \u00b7 {outlet}" if outlet else str(name)


def quoted(rows: Iterable[Row]) -> str:
    """Whose words a paragraph of a report holds, and how: `Mara Lindqvist, quoted; narration`."""
    return "; ".join(dict.fromkeys(attribution(row) for row in rows))


def attribution(row: Row) -> str:
    """Whose words a statement of a report is, and how they are given."""
    mode = MODES.get(row["mode"], row["mode"])
    return f"{row['speaker']}, {mode}" if present(row["speaker"]) else str(mode).capitalize()


def sentence(row: Row, ways: Ways) -> str:
    """One statement with its address."""
    position = int(row["position"])
    here = ' class="here"' if position == ways.here else ""
    told = f' title="{escape(attribution(row))}"' if row["turn_kind"] == "report" else ""
    told_by = (marks(row) if ways.marks else [], cues(row) if ways.stances else [], phrases(position, ways))
    words = cued.layered(row["text"], *told_by)
    if ways.new and present(row["likeness"]):
        words = repeated.sentence(row, words, ways.address)
    address = escape("reader?" + urlencode({**ways.address, "statement": position}, doseq=True))
    link = f'<a class="place" href="{address}" target="_self" aria-label="Link to sentence {position + 1}">#</a>'
    return f'<span id="statement-{position}"{here}{told}>{words}</span>{link}'


def marks(row: Row) -> list[Mark]:
    """The topic words of a statement."""
    return [Mark(mark["first"], mark["last"], mark["title"]) for mark in listed(row["marks"])]


def cues(row: Row) -> list[Cue]:
    """The words of a statement that carry stances."""
    return [
        Cue(each["first"], each["last"], each["label"], cued.stance(each["title"], each["label"], each["probability"]))
        for each in listed(row.get("cues"))
    ]


def phrases(position: int, ways: Ways) -> list[Phrase]:
    """The recurring phrases of a statement, each linked to its life."""
    kept = {name: value for name, value in ways.address.items() if name != "briefing"}
    return [
        Phrase(
            each["span"]["first"],
            each["span"]["last"],
            "phrases?" + urlencode({**kept, "part": "one", "phrase": each["phrase"]}, doseq=True),
            f"in {each['briefings']:,} briefings",
        )
        for each in ways.phrases.get(position, ())
    ]


def listed(cell: object) -> Iterable[Row]:
    """A cell that holds a list, or nothing."""
    return cell if isinstance(cell, Iterable) else ()
