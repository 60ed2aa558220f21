"""Whose words stand in a sentence of a report: those of who is reported, and the report's own around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefings.text import tokens
from briefings.wire.quotes import masked, quotes
from briefings.wire.speech import chosen, clauses

Span = tuple[int, int]

# What is reported begins behind `said`, or behind a `that` which only the place and the day part from it.
THAT = re.compile(r"[^,;:]{0,120}?\bthat\b")


def own(text: str, mode: str) -> list[bool]:
    """For every word of a sentence of a report whether it belongs to who is reported, not to the report."""
    spans = quoted(text) if mode == "direct_quote" else reported(text)
    starts = [start for start, _ in spans]
    held = []
    for _, start, _ in tokens(text):
        place = bisect_right(starts, start) - 1
        held.append(place >= 0 and start < spans[place][1])
    return held


def quoted(text: str) -> Sequence[Span]:
    """What stands in quotation marks; all of a sentence that has none, since it lies inside a longer quotation."""
    return sorted(span for quote in quotes(text, [(0, len(text))]) for span in quote.spans) or [(0, len(text))]


def reported(text: str) -> Sequence[Span]:
    """What stands behind the clause of saying, or before one that ends the sentence."""
    found = list(clauses(masked(text, quotes(text, [(0, len(text))]))))
    opening = next((clause for clause in found if THAT.match(text, clause.end)), None)
    clause = opening or chosen(text, found)
    if clause is None:
        return [(0, len(text))]
    if clause.final and clause.after_comma and not opening:
        return [(0, clause.start)]
    that = THAT.match(text, clause.end)
    return [(that.end() if that else clause.end, len(text))]
