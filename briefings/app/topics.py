"""The Topics page: shares over time, the ranking, what goes together, who asks."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from briefings.app import changed, database, show, uncovered
from briefings.app.charts.lines import lines
from briefings.app.page import View
from briefings.catalogue import PANELS

METHOD = "Share of exchanges that are about a topic, with 95% intervals. Choose topics at the left to draw other lines."

CHANGE = "Percentage points against as many days before the chosen dates"
MEASURES = {
    "share_of_exchanges": "Share of exchanges",
    "share_of_briefings": "Share of briefings",
    "per_1000_words": "Per 1,000 words",
    "count": "Count",
}
GRAINS = {"day": "Day", "week": "Week", "month": "Month", "quarter": "Quarter", "year": "Year"}
SPLITS = {"": "All together", "ministry": "By ministry", "spokesperson": "By spokesperson"}
DRAWN = {
    "share_of_exchanges": ("share", "{hits:,} of {exchanges:,} exchanges"),
    "share_of_briefings": ("share", "{hits:,} of {briefings:,} briefings"),
    "per_1000_words": ("rate", "{hits:,} uses in {words:,} words"),
    "count": ("hits", "{hits:,} exchanges of {exchanges:,}"),
}
PER_CENT = "%.1f%%"
RANKING = {
    "title": st.column_config.TextColumn("Topic", width=160),
    "share": st.column_config.ProgressColumn("Share", format=PER_CENT, min_value=0, max_value=40, width=130),
    "low": st.column_config.NumberColumn("95% from", format=PER_CENT, width=76),
    "high": st.column_config.NumberColumn("to", format=PER_CENT, width=64),
    "exchanges": st.column_config.NumberColumn("Exchanges", format="localized", width=86),
    "trend": st.column_config.LineChartColumn("By month", y_min=0.0, width=104),
    "change": st.column_config.NumberColumn("Change", format="%+.1f", width=70, help=CHANGE),
    "first_day": st.column_config.DateColumn("First", format="D MMM YYYY", width=96),
    "last_day": st.column_config.DateColumn("Last", format="D MMM YYYY", width=96),
}
TOGETHER = {
    "title": st.column_config.TextColumn("Topic", width="medium"),
    "other_title": st.column_config.TextColumn("Spoken of with", width="medium"),
    "both": st.column_config.NumberColumn("Exchanges", format="localized", width="small"),
    "expected": st.column_config.NumberColumn(
        "By chance", format="%.1f", width="small", help="If topics were independent"
    ),
    "ratio": st.column_config.NumberColumn("Times chance", format="%.1f", width="small"),
}
OUTLETS = {
    "outlet": st.column_config.TextColumn("Outlet", width="medium"),
    "title": st.column_config.TextColumn("Topic", width="medium"),
    "exchanges": st.column_config.NumberColumn("Exchanges", format="localized", width="small"),
    "share": st.column_config.NumberColumn("Share of the topic", format=PER_CENT, width="small"),
    "share_of_asked": st.column_config.NumberColumn("Share of the outlet\u2019s", format=PER_CENT, width="small"),
}


def draw(view: View) -> None:
    """The whole page below its head."""
    with st.container(horizontal=True):
        measure = view.choose("measure", "Measure", MEASURES, "share_of_exchanges")
        grain = view.choose("grain", "Grain", GRAINS, "month")
        view.choose("split", "Split", SPLITS, "")
    column, counted = DRAWN[measure]
    look: dict[str, Any] = {"measure": column, "counted": counted, "unit": MEASURES[measure], "grain": grain}
    changes = PANELS[changed.NAME].rows(database.cursor(), view.scope)
    shown = changes if measure == "share_of_exchanges" else None
    show.chart(view, f"topics/{measure}", partial(lines, changes=shown), "Topics over time", **look)
    changed.draw(view, changes)
    st.subheader("Ranking", anchor=False)
    show.table(view, "topics/ranking", columns=RANKING)
    st.subheader("Spoken of together", anchor=False)
    show.table(view, "topics/together", columns=TOGETHER)
    st.subheader("Who asks", anchor=False)
    show.table(view, "topics/outlets", columns=OUTLETS, empty="No outlet is named on the pages of this slice.")
    uncovered.draw(view)
