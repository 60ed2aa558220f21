"""Counts over time, one category upon the other."""

from __future__ import annotations

from itertools import cycle

import pandas as pd
import plotly.graph_objects as go

from briefings.app.charts import ticks, words
from briefings.app.charts.look import Look, axis, framed, point_styles
from briefings.app.charts.series import told

HEIGHT = 300
BOTTOM = 36


def stacked(frame: pd.DataFrame, look: Look, category: str = "stance") -> go.Figure:
    """A column per period, piled up from the counts of each category in the order in which they first come."""
    figure = go.Figure()
    for (name, rows), colour in zip(frame.groupby(category, sort=False), colours(frame, look, category), strict=False):
        ordered = rows.sort_values("period").to_dict("records")
        figure.add_bar(
            x=[f"{row['period']:%Y-%m-%d}" for row in ordered],
            y=[words.key(row[look.measure]) for row in ordered],
            name=words.shown(name),
            marker={"color": colour, "line": {"width": 0.5, "color": look.colours.page}},
            customdata=[words.keys(row, look.keys) for row in ordered],
            hovertext=[told(row, str(name), look) for row in ordered],
            hoverinfo="text",
            **point_styles(),
        )
    framed(look, figure, HEIGHT, bottom=BOTTOM)
    top = float(frame.groupby("period")[look.measure].sum().max()) or 1.0
    key = {"orientation": "h", "x": 1, "xanchor": "right", "y": 1, "yanchor": "bottom", "traceorder": "normal"}
    figure.update_layout(barmode="stack", bargap=0.15, showlegend=True, legend=key)
    figure.update_layout(xaxis=ticks.axis([day.date() for day in frame["period"]], look.grain))
    figure.update_yaxes(axis(look, 1.06 * top))
    return figure


def colours(frame: pd.DataFrame, look: Look, category: str) -> list[str]:
    """A colour per category: the stance pair where the categories are stances, else the categorical set."""
    c = look.colours
    stances = {"supportive": c.supportive, "neutral": c.neutral, "opposed": c.opposed}
    return [
        stances.get(str(name), other)
        for name, other in zip(frame[category].unique(), cycle(c.categories), strict=False)
    ]
