"""How often searches are met over time: a row of small columns for each."""

from __future__ import annotations

from itertools import cycle

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from briefings.app.charts import ticks, words
from briefings.app.charts.look import FOOT, HEAD, Look, axis, framed, point_styles
from briefings.app.charts.series import Group, groups, told

ROW = 76
NAME = 24
"""Room for a row's name above it, in pixels."""
BOTTOM = 36


def timeline(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Columns over the periods, a row for each title, all rows on one scale; a missing period stays empty."""
    drawn = groups(frame, look)
    inner = (ROW + NAME) * len(drawn)
    figure = make_subplots(len(drawn), 1, shared_xaxes=True, vertical_spacing=NAME / inner if len(drawn) > 1 else 0)
    for place, (group, colour) in enumerate(zip(drawn, cycle(look.colours.categories), strict=False), start=1):
        figure.add_trace(columns(group, look, colour), row=place, col=1)
        entitle(figure, group, look, place)
    framed(look, figure, inner + HEAD + BOTTOM + FOOT, bottom=BOTTOM)
    figure.update_layout(bargap=0.25, margin_t=HEAD + NAME)
    figure.update_xaxes(ticks.axis([day for group in drawn for day in group.days], look.grain))
    top = 1.08 * float(frame[look.measure].max() or (0.05 if look.percent else 1))
    figure.update_yaxes({**axis(look, top), "nticks": 3, "title": None})
    figure.update_yaxes(title=axis(look, top)["title"], row=(len(drawn) + 1) // 2, col=1)
    return figure


def columns(group: Group, look: Look, colour: str) -> go.Bar:
    """One search's columns."""
    rows = group.rows.to_dict("records")
    hollow = ["/" if row.get("incomplete") else "" for row in rows]
    return go.Bar(
        x=[f"{row['period']:%Y-%m-%d}" for row in rows],
        y=[words.key(row[look.measure]) for row in rows],
        name=words.shown(group.name),
        marker={"color": colour, "line": {"width": 0}, "pattern": {"shape": hollow, "fgcolor": look.colours.page}},
        customdata=[words.keys(row, look.keys) for row in rows],
        hovertext=[told(row, group.name, look) for row in rows],
        hoverinfo="text",
        **point_styles(),
    )


def entitle(figure: go.Figure, group: Group, look: Look, place: int) -> None:
    """Writes the search above its row, with what it sums to where sums mean something."""
    total = f" {group.rows['hits'].sum():,}" if "hits" in group.rows else ""
    number = "" if place == 1 else str(place)
    figure.add_annotation(
        text=f"<b>{words.shown(group.name, 80)}</b>{total}",
        name="search",
        x=0,
        xref=f"x{number} domain",
        xanchor="left",
        y=1,
        yref=f"y{number} domain",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12},
    )
