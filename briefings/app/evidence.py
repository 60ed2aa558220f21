"""The sentences behind a number, as quotations with the telling words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from briefings import search
from briefings.selection import counted, written


def quotations(rows: pd.DataFrame, address: Mapping[str, Any]) -> str:
    """The statements as HTML, one quotation each, linked to the reader with the filters kept."""
    return "".join(quotation(row, address) for row in rows.to_dict("records"))


def quotation(row: Mapping[Any, Any], address: Mapping[str, Any]) -> str:
    """One statement with its marks, who said it when, and a link to its place."""
    parts = [who(row), f"{row['day']:%-d %b %Y}" if present(row["day"]) else "undated", asked(row)]
    told = " · ".join(escape(part) for part in parts if part)
    link = f'<a href="{escape(place(row, address))}" target="_self">open in reader</a>'
    words = marked(row["text"], [*spans(row["marks"]), *sought(row)])
    return f'<blockquote class="said">{words}<footer>{told} · {link}</footer></blockquote>'


def place(row: Mapping[Any, Any], address: Mapping[str, Any]) -> str:
    """The address of a statement in the reader."""
    values = {**address, "briefing": row["briefing_id"], "statement": str(row["position"])}
    return "reader?" + urlencode(values, doseq=True)


def who(row: Mapping[Any, Any]) -> str:
    """Whose words."""
    if present(row["speaker"]):
        return str(row["speaker"])
    return "Reporter" if row["role"] == "reporter" else "Narration"


def asked(row: Mapping[Any, Any]) -> str:
    """Which outlet asked, where the page names it."""
    outlet = row.get("outlet")
    if not present(outlet):
        return ""
    return f"{'asked by' if row['role'] == 'reporter' else 'in answer to'} {outlet}"


def present(value: object) -> bool:
    """Whether a cell holds anything."""
    return value is not None and not pd.isna(value)  # type: ignore[call-overload]


def spans(marks: Iterable[Mapping[str, int]] | None) -> list[tuple[int, int]]:
    """The marks of a statement as offsets."""
    return [(mark["first"], mark["last"]) for mark in marks] if marks is not None else []


def sought(row: Mapping[Any, Any]) -> list[tuple[int, int]]:
    """Where the words of a search stand in a statement that it found."""
    return search.spans(row["text"], row["query"]) if present(row.get("query")) else []


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """The text escaped, the marked stretches in `<mark>`; overlapping ones become one."""
    pieces, at = [], 0
    for first, last in merged(marks):
        pieces += [escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>"]
        at = last
    return "".join([*pieces, escape(text[at:])])


def merged(marks: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The marks in order without overlaps."""
    current: tuple[int, int] | None = None
    for first, last in sorted(marks):
        if current and first <= current[1]:
            current = (current[0], max(current[1], last))
            continue
        if current:
            yield current
        current = (first, last)
    if current:
        yield current


def briefings(rows: pd.DataFrame, address: Mapping[str, Any]) -> str:
    """Briefings as a list, each linked to the reader."""
    return f'<ul class="briefings">{"".join(briefing(row, address) for row in rows.to_dict("records"))}</ul>'


def briefing(row: Mapping[Any, Any], address: Mapping[str, Any]) -> str:
    """One briefing: its day and headline as a link, who spoke, what about."""
    values = urlencode({**address, "briefing": row["briefing_id"]}, doseq=True)
    link = f'<a href="reader?{escape(values)}" target="_self">{escape(row["headline"])}</a>'
    about = ", ".join(row["topics"][:3])
    parts = (written(row["day"]), ", ".join(row["speakers"]), counted(int(row["exchanges"]), "exchanges"), about)
    told = escape(" \u00b7 ".join(part for part in parts if part))
    return f"<li>{link}<footer>{told}</footer></li>"
