"""The changes of the Topics page: when a topic's share jumped, and the sentences on either side."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd
import streamlit as st

from briefings.app import show
from briefings.app.page import View

NAME = "topics/changes"
TOLD = (
    "Days on which a topic\u2019s share of exchanges jumped to a level that lasted ten days with briefings or more. "
    "The jump lies between the days named, in 95 of 100 cases. Choose a row for the sentences after it."
)
NONE = "No share in this slice jumps by more than chance would have it."
PER_CENT, DATE = "%.1f%%", "D MMM YYYY"
COLUMNS = {
    "title": st.column_config.TextColumn("Topic", width=150),
    "series": st.column_config.TextColumn("Whose", width=190),
    "change": st.column_config.TextColumn("Change", width=64),
    "change_day": st.column_config.DateColumn("On", format=DATE, width=96),
    "earliest": st.column_config.DateColumn("Between", format=DATE, width=96, help="95% interval of the day"),
    "latest": st.column_config.DateColumn("and", format=DATE, width=96),
    "share_before": st.column_config.NumberColumn("Before", format=PER_CENT, width=66),
    "share": st.column_config.NumberColumn("After", format=PER_CENT, width=66),
    "low": st.column_config.NumberColumn("95% from", format=PER_CENT, width=76),
    "high": st.column_config.NumberColumn("to", format=PER_CENT, width=64),
    "hits": st.column_config.NumberColumn("Exchanges", format="localized", width=84, help="About the topic, after it"),
}


def draw(view: View, rows: pd.DataFrame) -> None:
    """The table of changes, with the sentences after or before the one that is chosen."""
    st.subheader("Changes", anchor=False)
    if not rows.empty:
        st.caption(TOLD)
    left_out = ("low", "high") if view.choices.get("split") else ("series",)  # there is no room for all
    columns = {name: column for name, column in COLUMNS.items() if name not in left_out}

    def beside(row: show.Row) -> None:
        other_side(row, rows)

    show.table(view, NAME, columns=columns, rows=rows, empty=NONE, beside=beside, reached=before(rows))


def before(rows: pd.DataFrame) -> pd.DataFrame:
    """The stretches before the changes, as rows."""
    eves = pd.to_datetime(rows["from_day"]) - pd.Timedelta(days=1)
    return rows.assign(from_day=pd.to_datetime(rows["before_from"]), to_day=eves)


def other_side(row: show.Row, rows: pd.DataFrame) -> None:
    """Buttons that go from the sentences on one side of a change to those on the other."""
    same = rows[(rows["topic"] == row.get("topic")) & (rows["series"] == (row.get("series") or ""))]
    for change in same.to_dict("records"):
        before, after = (f"{change[name]:%Y-%m-%d}" for name in ("before_from", "from_day"))
        eve, last = f"{change['from_day'] - timedelta(days=1):%Y-%m-%d}", f"{change['to_day']:%Y-%m-%d}"
        if row.get("from_day") == after:
            turn("Stretch before", {**row, "from_day": before, "to_day": eve})
        elif row.get("to_day") == eve:
            turn("Stretch after", {**row, "from_day": after, "to_day": last})


def turn(label: str, row: show.Row) -> None:
    """A button that shows the sentences of another row."""
    key = f"turn-{row['from_day']}-{row['to_day']}"
    st.button(label, key=key, on_click=show.pick, args=(NAME, row), type="tertiary", icon=":material/swap_horiz:")
