"""Pages that are versions of one briefing: rewordings as redlines, copies, reports left out, other languages."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from briefings.app import database, redline
from briefings.app.evidence import present
from briefings.app.page import View
from briefings.selection import counted, written

COPIES = {"file": "File", "copy_of": "Copy of", "alike": "Same"}
MANY = 10
"""Copies beyond this many are scrolled."""
LEFT_OUT = {
    "day": st.column_config.DateColumn("Day", format="D MMM YYYY", width=90),
    "ministry": st.column_config.TextColumn("Ministry", width=200),
    "headline": st.column_config.TextColumn("Headline", width=320),
    "language": st.column_config.TextColumn("Language", width=75),
    "file": st.column_config.TextColumn("File", width=165),
    "read": st.column_config.LinkColumn("Reader", display_text="open", width=65),
}


def draw(view: View) -> None:
    """Every page that is kept and not counted, with the reason."""
    rows = database.frame("sources/versions", view.scope)
    of = {name: rows[rows["standing"] == name] for name in ("revision", "duplicate", "echo", "unanalysed")}
    revisions(of["revision"])
    duplicates(of["duplicate"])
    echoes(of["echo"])
    listed(of["unanalysed"], "Pages in other languages", "Kept with their text; only English is analysed.")


def revisions(rows: pd.DataFrame) -> None:
    """The briefings that were published again in other words."""
    st.subheader("Revisions", anchor=False)
    if rows.empty:
        st.caption("No briefing was published again in other words.")
        return
    st.caption("Published again in other words; the later wording counts. The shape of quotation marks is ignored.")
    for row in rows.to_dict("records"):
        compared(row)


def compared(row: Mapping[Any, Any]) -> None:
    """One pair of wordings: only the paragraphs that changed, and the beginnings of their neighbours."""
    found = redline.paragraphs(*wordings(int(row["briefing"]), int(row["current"])))
    added, dropped = redline.size(found)
    day = written(row["day"]) if present(row["day"]) else "undated"
    places = counted(sum(map(redline.changed, found)), "paragraphs")
    what = f"{places} changed, {added:,} words added, {dropped:,} dropped"
    with st.expander(f"{day} \u00b7 {row['ministry']} \u00b7 {what}"):
        earlier = f"Earlier: {link(row['briefing_id'], row['file'])}"
        st.html(f'<p class="facts">{earlier}<br>Later: {link(row["current_id"], row["current_file"])}</p>')
        if any(map(redline.changed, found)):
            st.html(redline.html(found))
        else:
            st.caption("The words are the same; who says them, or the date, is not.")


def wordings(earlier: int, later: int) -> tuple[list[str], list[str]]:
    """What both versions say, turn by turn."""
    turns = database.frame("sources/turns", {"earlier": earlier, "later": later})
    said = {key: list(group) for key, group in turns.groupby("briefing")["text"]}
    return said.get(earlier, []), said.get(later, [])


def link(id_: str, file: str) -> str:
    """A link to a version in the reader."""
    return f'<a href="{escape("reader?" + urlencode({"briefing": id_}))}" target="_self">{escape(file)}</a>'


def duplicates(rows: pd.DataFrame) -> None:
    """Which page is a copy of which."""
    st.subheader("Duplicates", anchor=False)
    same_words = rows[["file", "current_file"]].rename(columns={"current_file": "copy_of"}).assign(alike="words")
    same_bytes = database.frame("sources/copies")[["file", "copy_of"]].assign(alike="bytes")
    both = pd.concat([same_words, same_bytes], ignore_index=True)
    if both.empty:
        st.caption("No page repeats another.")
        return
    # A static table wraps its cells: names that differ only in their endings must be seen whole.
    with st.container(height="content" if len(both) <= MANY else 480):
        st.table(both.rename(columns=COPIES), hide_index=True, border="horizontal")


def echoes(rows: pd.DataFrame) -> None:
    """Reports left out because transcripts cover their time."""
    spans = database.frame("sources/echoes").to_dict("records")
    told = "; ".join(
        f"{counted(row['reports'], 'reports')} of the {row['ministry']}, whose transcripts run "
        f"from {written(row['first_day'])} to {written(row['last_day'])}"
        for row in spans
    )
    listed(rows, "Reports left out", f"The ministry\u2019s own transcripts cover their time: {told}.")


def listed(rows: pd.DataFrame, title: str, told: str) -> None:
    """A list of briefings, where there are any."""
    if rows.empty:
        return
    st.subheader(title, anchor=False)
    st.caption(told)
    rows = rows.assign(read="reader?briefing=" + rows["briefing_id"])
    columns = [name for name in LEFT_OUT if name != "language" or (rows["language"] != "en").any()]
    st.dataframe(rows, hide_index=True, column_config=LEFT_OUT, column_order=columns)
