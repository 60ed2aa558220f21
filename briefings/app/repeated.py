"""How new a briefing and its sentences are: the figure, and what was said before with the first time it was."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

from briefings.app import redline
from briefings.selection import counted, written

Row = Mapping[Any, Any]

ENOUGH, SENTENCES = 20, 10
"""So many briefings before it, and so many sentences in it, are needed to rank a briefing."""


def figure(row: Row) -> str:
    """How new the spokespersons' words of a briefing are, in two sentences.

    Args:
        row: of `reader/novelty`.
    """
    share = (
        f"{100 * row['share']:.1f}% of the spokespersons\u2019 runs of three words were never said before{rank(row)}."
    )
    parts = [f"{row['unsaid']:,} new"]
    parts += [f"{row['identical']:,} said before word for word"] if row["identical"] else []
    parts += [f"{row['nearly']:,} in nearly the same words"] if row["nearly"] else []
    return f"{share} Of their {counted(row['statements'], 'statements')}: {', '.join(parts)}."


def rank(row: Row) -> str:
    """Where the briefing stands among those before it; nothing where that would mean little."""
    if row["peers"] < ENOUGH or row["statements"] < SENTENCES:
        return ""
    before = f"the {counted(row['peers'], 'briefings')} before it"
    if row["less_new"] in (0, row["peers"]):
        return f", {'more' if row['less_new'] else 'not more'} than in any of {before}"
    return f", more than in {100 * row['less_new'] / row['peers']:.0f}% of {before}"


def sentence(row: Row, words: str, address: Mapping[str, Any]) -> str:
    """A sentence that was said before: its words or, where they changed, the change; then the first time.

    Args:
        row: of `reader/statements`.
        words: the sentence as HTML.
        address: the parameters that a link to the first time keeps.
    """
    values = {**address, "briefing": row["earlier_id"], "statement": str(row["earlier_position"])}
    target = escape("reader?" + urlencode(values, doseq=True))
    same = row["likeness"] == 1
    said = f'<span class="old">{words}</span>' if same else f'<span class="redline">{changed(row)}</span>'
    told = f"{'first said' if same else 'as changed since'} {written(row['earlier_day'])}"
    return f'{said} <a class="first" href="{target}" target="_self">{told}</a>'


def changed(row: Row) -> str:
    """The words dropped and added since the first time, all the others standing."""
    found = redline.paragraphs([row["earlier_text"]], [row["text"]])
    return " ".join(piece(each) for paragraph in found for each in paragraph)


def piece(found: redline.Piece) -> str:
    """Words in their element, or as they stand."""
    return escape(found.text) if found.kind == "same" else f"<{found.kind}>{escape(found.text)}</{found.kind}>"
