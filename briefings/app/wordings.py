"""How the wording of a formulation changed: its variants as redlines, in the order of their first use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from briefings.alignment import Change
from briefings.app import database, evidence
from briefings.app.page import View
from briefings.selection import counted, written
from briefings.variants import MOST as MOST_READ
from briefings.variants import Family, Variant, joined

MOST = 10
"""Wordings shown before the reader asks for more."""


def draw(view: View, family: Family) -> None:
    """The wordings of a formulation, those used most, by date."""
    st.subheader("How its wording changed", anchor=False)
    shown = chosen(family, every=view.on("all-wordings"))
    told = f"{len(family.variants):,} wordings share its core. Against the one used most, \u201c{family.spelt}\u201d: "
    most = f" Of the {MOST_READ:,} sentences that share most of its words." if family.cut else ""
    st.caption(f"{told}words added are underlined, words dropped struck through.{most}")
    st.html(f'<div class="redline">{"".join(listed(view, shown))}</div>')
    if len(family.variants) > MOST:
        view.switch("all-wordings", f"All {len(family.variants):,}")


def chosen(family: Family, every: bool) -> list[Variant]:
    """The wordings to show, in the order of their first use."""
    most = sorted(family.variants, key=lambda each: -each.uses)[: None if every else MOST]
    return [each for each in family.variants if each in most]


def listed(view: View, shown: Sequence[Variant]) -> list[str]:
    """Each wording with its dates and a link to its first use."""
    values = {"statements": [each.first_statement for each in shown]}
    rows = database.frame("phrases/places", values).to_dict("records")
    places = {row["statement"]: row for row in rows}
    return [wording(view, each, places[each.first_statement]) for each in shown]


def wording(view: View, variant: Variant, place: Mapping[Any, Any]) -> str:
    """One wording as a redline."""
    link = f'<a href="{escape(evidence.place(place, view.selection.parameters()))}" target="_self">first use</a>'
    told = (kind(variant), span(variant), counted(variant.uses, "sentences"), f"first by {evidence.who(place)}")
    foot = " \u00b7 ".join([*(escape(part) for part in told if part), link])
    return f'<blockquote class="said">{redline(variant.changes)}<footer>{foot}</footer></blockquote>'


def span(variant: Variant) -> str:
    """From when to when a wording was used."""
    if variant.first_day is None or variant.last_day is None:
        return "undated"
    if variant.first_day == variant.last_day:
        return written(variant.first_day)
    return f"{written(variant.first_day)} \u2013 {written(variant.last_day)}"


def redline(changes: Sequence[Change]) -> str:
    """The words with what was dropped and added."""
    return " ".join(piece for change in changes for piece in pieces(change))


def kind(variant: Variant) -> str:
    """How a wording differs: `words dropped`, `words added and replaced`; nothing where it is the one used most."""
    kinds = [name for name in ("added", "dropped", "replaced") if name in {each.kind for each in variant.changes}]
    return f"words {' and '.join(kinds)}" if kinds else ""


def pieces(change: Change) -> list[str]:
    """One stretch: as it stands, or what was dropped before what was added."""
    before, after = (escape(joined(words)) for words in (change.before, change.after))
    if change.kind == "kept":
        return [after]
    return [*([f"<del>{before}</del>"] if before else []), *([f"<ins>{after}</ins>"] if after else [])]
