"""Statements with their stance: the words that carry it underlined, the names of the target on yellow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from briefings.app import evidence

LABELS = ("supportive", "neutral", "opposed")


class Mark(NamedTuple):
    """A stretch of a text on yellow, with what it says."""

    first: int
    last: int
    title: str = ""


class Cue(NamedTuple):
    """A stretch that carries a stance, with its label and what it says."""

    first: int
    last: int
    label: str
    title: str


class Phrase(NamedTuple):
    """A stretch that is a recurring phrase, with the address of its life and what it says."""

    first: int
    last: int
    address: str
    title: str


def layered(text: str, marks: Sequence[Mark], cues: Sequence[Cue], phrases: Sequence[Phrase] = ()) -> str:
    """The text escaped, marks in `<mark>`, cues in `<u>`, phrases in `<a>`; all where they lie upon one another."""
    layers: list[Mark | Cue | Phrase] = [*marks, *cues, *phrases]
    edges = {edge for each in layers for edge in (each.first, each.last) if 0 <= edge <= len(text)}
    bounds = sorted({0, len(text), *edges})
    return "".join(
        linked(piece(text, first, last, marks, cues), first, last, phrases)
        for first, last in zip(bounds, bounds[1:], strict=False)
    )


def linked(words: str, first: int, last: int, phrases: Iterable[Phrase]) -> str:
    """A stretch as HTML, linked to the life of the first phrase that it belongs to."""
    over = [phrase for phrase in phrases if phrase.first <= first and last <= phrase.last]
    if not over:
        return words
    title = told(phrase.title for phrase in over)
    return f'<a class="phrase" href="{escape(over[0].address)}" target="_self" title="{title}">{words}</a>'


def piece(text: str, first: int, last: int, marks: Iterable[Mark], cues: Iterable[Cue]) -> str:
    """A stretch on which nothing begins or ends."""
    words = escape(text[first:last])
    over = [cue for cue in cues if cue.first <= first and last <= cue.last]
    if over:
        label = over[0].label if all(cue.label == over[0].label for cue in over) else "mixed"
        words = f'<u class="cue {label}" title="{told(cue.title for cue in over)}">{words}</u>'
    on = [mark for mark in marks if mark.first <= first and last <= mark.last]
    if on:
        title = told(mark.title for mark in on)
        words = f'<mark title="{title}">{words}</mark>' if title else f"<mark>{words}</mark>"
    return words


def told(titles: Iterable[str]) -> str:
    """What several stretches say, once each, for a tooltip."""
    return escape("; ".join(dict.fromkeys(title for title in titles if title)))


def stance(title: str, label: str, probability: float) -> str:
    """A stance in words: `United States: opposed, 0.97`."""
    return f"{title}: {label}, {probability:.2f}"


def quotation(row: Mapping[Any, Any], address: Mapping[str, Any]) -> str:
    """One statement with its stance toward one target, who said it when, and a link to its place."""
    label = row["label"] if row["label"] in LABELS else "neutral"
    title = stance(row["title"], label, row["probability"])
    cues = [Cue(first, last, label, title) for first, last in evidence.spans(row["cues"])]
    words = layered(row["text"], [Mark(*span) for span in evidence.spans(row["marks"])], cues)
    day = f"{row['day']:%-d %b %Y}" if evidence.present(row["day"]) else "undated"
    parts = [str(row["title"]), evidence.who(row), day, evidence.asked(row)]
    rest = " \u00b7 ".join(escape(part) for part in parts if part)
    link = f'<a href="{escape(evidence.place(row, {**address, "stances": "yes"}))}" target="_self">open in reader</a>'
    sure = f'<span class="label {label}">{SIGNS[label]} {label} {row["probability"]:.2f}</span>'
    return f'<blockquote class="said {label}">{words}<footer>{sure} \u00b7 {rest} \u00b7 {link}</footer></blockquote>'


SIGNS = {"supportive": "\u25b2", "neutral": "\u25cf", "opposed": "\u25bc"}
"""The shapes of the charts."""
