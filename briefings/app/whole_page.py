"""A page's whole text with what no statement covers set apart: the chrome, labels, headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape


def segments(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """The text in pieces that together give it whole: (words, whether a statement covers them)."""
    at = 0
    for first, last in sorted(spans):
        if at < first:
            yield text[at:first], False
        if max(at, first) < last:
            yield text[max(at, first) : last], True
        at = max(at, last)
    if at < len(text):
        yield text[at:], False


def html(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The page as HTML, the chrome greyed; white space between statements is no chrome."""
    pieces = (
        escape(words) if said or not words.strip() else f'<span class="chrome">{escape(words)}</span>'
        for words, said in segments(text, spans)
    )
    return f'<div class="whole-page">{"".join(pieces)}</div>'


def paragraph(text: str, starts: Iterable[int]) -> list[int]:
    """On which line of the text each offset stands, from 0."""
    lines, at, found = 0, 0, []
    for start in starts:
        lines += text.count("\n", at, start)
        at = start
        found.append(lines)
    return found
