"""The Home page: how much there is, when, and what is new."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefings.app import database, evidence, news, show
from briefings.app.charts.calendar import calendar
from briefings.app.page import View
from briefings.selection import written

METHOD = "What the briefings hold, day by day, and what the latest of them brought that was not said before."


def draw(view: View) -> None:
    """The whole page below its head."""
    totals(view.held)
    show.chart(view, "home/coverage", calendar, "Exchanges per day", unit="Exchanges", measure="exchanges", grain="day")
    left, right = st.columns(2, gap="medium")
    with left:
        news.draw(view)
    with right:
        moved(view)
        stances(view)
        latest(view)


def totals(held: pd.Series) -> None:
    """The slice in numbers."""
    names = ("briefings", "exchanges", "statements", "words", "spokespersons")
    for column, name in zip(st.columns([1] * len(names) + [1.3]), (*names, "last_day"), strict=True):
        if name == "last_day":
            column.metric("Last briefing", "undated" if pd.isna(held[name]) else written(held[name]))
        else:
            column.metric(name.capitalize(), f"{int(held[name]):,}")


MOVED = {
    "title": st.column_config.TextColumn("Topic", width=130),
    "change": st.column_config.TextColumn("Change", width=116),
    "difference": st.column_config.NumberColumn("Points", format="%+.1f", width=54, help="Difference in points"),
    "share": st.column_config.NumberColumn("Last 30", format="%.1f%%", width=58, help="Share in the last 30 days"),
    "share_before": st.column_config.NumberColumn("Before", format="%.1f%%", width=58, help="In the 180 days before"),
}


def moved(view: View) -> None:
    """Topics whose share changed, first those whose change is more than chance."""
    st.subheader("Topics that moved", anchor=False)
    st.caption(
        "The last 30 days of the slice against the 180 before; a change counts only where its interval excludes 0."
    )
    show.table(view, "home/moved", columns=MOVED, empty="No previous span to compare with.")


STANCES = {
    "title": st.column_config.TextColumn("Target", width=130),
    "change": st.column_config.TextColumn("Change", width=116),
    "difference": st.column_config.NumberColumn("By", format="%+.2f", width=54, help="Difference in net stance"),
    "net": st.column_config.NumberColumn("Last 30", format="%+.2f", width=58, help="Net stance in the last 30 days"),
    "net_before": st.column_config.NumberColumn("Before", format="%+.2f", width=58, help="In the 180 days before"),
}


def stances(view: View) -> None:
    """Targets toward which the net stance changed, first those whose change is more than chance."""
    st.subheader("Stances that moved", anchor=False)
    if not isinstance(view.release["stance_model"], str):
        st.caption("No stances were judged in this database.")
        return
    st.caption("Net stance, corrected for the classifier\u2019s errors; the interval of a change covers them too.")
    show.table(view, "stance/moved", columns=STANCES, empty="No statement about a target in the last 30 days.")


def latest(view: View) -> None:
    """The last briefings, linked to the reader."""
    st.subheader("Latest briefings", anchor=False)
    rows = database.frame("home/latest", view.scope)
    st.html(evidence.briefings(rows, view.selection.parameters()))
