"""Lines of a concordance: the match in the middle, its context on both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from briefings.app.evidence import marked, place, present, who
from briefings.search import spans
from briefings.selection import written

WIDTH = 40
"""Characters of context on each side, at most."""

HEAD = (
    ("Left context", "left", "31%"),
    ("Match", "match", "12.7%"),
    ("Right context", "right", "32.5%"),
    ("Speaker", "who", "13.5%"),
    ("Date", "day", "10.3%"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One match in its context, as HTML."""

    left: str
    match: str
    right: str


def line(text: str, found: Sequence[tuple[int, int]], width: int = WIDTH) -> Line:
    """A statement around its first match; further matches in the context are marked, too."""
    first, last = min(found, key=lambda span: (span[0], -span[1]))
    start, end = cut(text, first, -width), cut(text, last, width)
    before = [(a - start, b - start) for a, b in found if a >= start and b <= first]
    behind = [(a - last, b - last) for a, b in found if a >= last and b <= end]
    left = ("\u2026" if start else "") + marked(text[start:first], before)
    right = marked(text[last:end], behind) + ("\u2026" if end < len(text) else "")
    return Line(left, f"<mark>{escape(text[first:last])}</mark>", right)


def cut(text: str, at: int, width: int) -> int:
    """Where the context ends that begins at an offset: the last space within the width (negative: to the left)."""
    if width < 0:
        return len(text) - cut(text[::-1], len(text) - at, -width)
    if len(text) - at <= width:
        return len(text)
    space = text.rfind(" ", at + 1, at + width + 1)
    return space if space > at else at + width


def table(rows: pd.DataFrame, typed: str, address: Mapping[str, Any]) -> str:
    """The lines as an HTML table, each linked to its sentence in the reader."""
    head = "".join(f'<th scope="col" class="{name}" style="width:{width}">{title}</th>' for title, name, width in HEAD)
    body = "".join(row(values, typed, address) for values in rows.to_dict("records"))
    return f'<table class="kwic"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def row(values: Mapping[Any, Any], typed: str, address: Mapping[str, Any]) -> str:
    """One line of the table."""
    parts = line(values["text"], spans(values["text"], typed))
    day = written(values["day"]) if present(values["day"]) else "undated"
    link = f'<a href="{escape(place(values, address))}" target="_self" title="{escape(values["headline"])}">{day}</a>'
    cells = (parts.left, parts.match, parts.right, escape(who(values)), link)
    return f"<tr>{''.join(cell(html, name) for html, (_, name, _) in zip(cells, HEAD, strict=True))}</tr>"


def cell(html: str, name: str) -> str:
    """One cell of the table."""
    return f'<td class="{name}">{html}</td>'
