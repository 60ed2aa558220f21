"""What is new on the last day of the slice: formulations and sentences, each with its words."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from briefings.app import database, evidence
from briefings.app.page import View
from briefings.selection import counted, written

NEW = 5
"""Rows shown before the reader asks for more."""


def draw(view: View) -> None:
    """Formulations that became recurring or came back, sentences never said before."""
    became_recurring(view)
    came_back(view)
    new_statements(view)


def became_recurring(view: View) -> None:
    """Formulations that the last day made recurring."""
    rows = database.frame("home/became_recurring", view.scope)
    st.subheader("Became recurring", anchor=False)
    if rows.empty:
        st.caption("No formulation reached its third briefing on the last day.")
        return
    number = counted(len(rows), "formulations")
    st.caption(f"{number} reached three briefings on {written(rows['day'].iloc[0])}, the longest first.")
    told = [f"{counted(int(row['uses']), 'uses')} since {day(row['first_day'])}" for row in rows.to_dict("records")]
    listed(view, rows.assign(told=told), "all-recurring")


def came_back(view: View) -> None:
    """Formulations that the last day brought back."""
    rows = database.frame("home/came_back", view.scope)
    st.subheader("Came back", anchor=False)
    if rows.empty:
        st.caption("No formulation that seemed given up was used again on the last day.")
        return
    st.caption(f"Used again on {written(rows['day'].iloc[0])} after a silence so long that they seemed given up.")
    told = [
        f"last used {day(row['last_used'])}, silent for {counted(int(row['silence']), 'briefings')}"
        for row in rows.to_dict("records")
    ]
    listed(view, rows.assign(told=told), "all-back")


def listed(view: View, rows: pd.DataFrame, key: str) -> None:
    """Formulations, each with its sentence; the first of them where there are many."""
    shown = rows if view.on(key) else rows.head(NEW)
    address = view.selection.parameters()
    st.html("".join(formulation(row, address) for row in shown.to_dict("records")))
    if len(rows) > NEW:
        view.switch(key, f"All {len(rows):,}")


def formulation(row: Mapping[Any, Any], address: Mapping[str, Any]) -> str:
    """One formulation in its sentence: marked there, linked to its life and to the reader."""
    link = "phrases?" + urlencode({**address, "part": "one", "phrase": row["phrase"]}, doseq=True)
    text = evidence.marked(row["text"], evidence.sought({**row, "query": f'"{row["phrase"]}"'}))
    life = f'<a href="{escape(link)}" target="_self">its life</a>'
    reader = f'<a href="{escape(evidence.place(row, address))}" target="_self">open in reader</a>'
    told = escape(f"{row['told']} \u00b7 {evidence.who(row)}")
    return f'<blockquote class="said">{text}<footer>{told} \u00b7 {life} \u00b7 {reader}</footer></blockquote>'


def day(value: pd.Timestamp) -> str:
    """A day as readers write it."""
    return "an unknown day" if pd.isna(value) else written(value)


def new_statements(view: View) -> None:
    """Sentences of the last day that nobody said before."""
    rows = database.frame("home/new_statements", view.scope)
    st.subheader("Said for the first time", anchor=False)
    if rows.empty:
        st.caption("Every sentence of the latest briefing has been said before.")
        return
    number, when = counted(len(rows), "sentences"), written(rows["day"].iloc[0])
    st.caption(f"{number} of {when} stand in no earlier briefing in the same or nearly the same words.")
    shown = rows if view.on("all-new") else rows.head(NEW)
    st.html(evidence.quotations(shown.assign(marks=None, outlet=None), view.selection.parameters()))
    if len(rows) > NEW:
        view.switch("all-new", f"All {len(rows):,}")
