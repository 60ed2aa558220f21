"""Measures over time: a line per group, its interval, its name at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from briefings.app import theme
from briefings.app.charts import labels, marks, small, ticks, words
from briefings.app.charts.look import FOOT, HEAD, Look, axis, framed
from briefings.app.charts.series import Group, band, groups, last, limits, line

HEIGHT = 384
MOST_LINES, MOST_SIDED = 8, 4
BOTTOM = 36
LONGEST = 26
"""Characters of a name at a line's end."""


def lines(frame: pd.DataFrame, look: Look, changes: pd.DataFrame | None = None) -> go.Figure:
    """A line per group over the periods, small multiples where there are more than eight.

    Takes the columns `period`, `title`, the measure, `incomplete`, and where they are there `series`, `low` and `high`.

    Args:
        changes: the change points of the lines, as `dated.table` gives them.
    """
    drawn = groups(frame, look)
    bottom, top = limits(frame, look)
    if len(drawn) > most(look):
        return small.multiples(drawn, noted(look, frame), bottom, top, changes)
    figure = go.Figure([*(band(group, look) for group in drawn), *(line(group, look) for group in drawn)])
    ends = [f"{group.name[:LONGEST]} {look.shown(last(group, look))}" for group in drawn]
    framed(noted(look, frame), figure, HEIGHT, right=labels.room(ends, 236), bottom=BOTTOM)
    found = marks.marks(changes, drawn)
    days = [*(day for group in drawn for day in group.days), *(each.day for each in found)]
    figure.update_layout(xaxis=ticks.axis(days, look.grain))
    figure.update_yaxes(axis(look, top, bottom))
    name_ends(figure, drawn, look, bottom, top)
    if found:
        room = marks.LANE * marks.add(figure, found, min(days), max(days), look.colours.page)
        figure.update_layout(height=HEIGHT + room, margin_t=HEAD + room)
    return figure


def most(look: Look) -> int:
    """How many lines one chart holds: fewer where colours tell sides and not lines."""
    return MOST_SIDED if look.signed else MOST_LINES


def noted(look: Look, frame: pd.DataFrame) -> Look:
    """The look, its footer saying what a hollow point is where there is one."""
    if "incomplete" in frame and frame["incomplete"].any():
        return replace(look, footer=f"{look.footer} · hollow: {look.grain} incomplete")
    return look


def name_ends(figure: go.Figure, drawn: Sequence[Group], look: Look, bottom: float, top: float) -> None:
    """Writes each line's name and last value at its end."""
    height = HEIGHT - HEAD - BOTTOM - FOOT
    levels = [(last(group, look) - bottom) / (top - bottom) * height for group in drawn]
    for group, level, place in zip(drawn, levels, labels.apart(levels, 0, height), strict=True):
        figure.add_annotation(
            text=f"<b>{words.shown(group.name, LONGEST)}</b> {look.shown(last(group, look))}",
            name="line end",
            hovertext=words.shown(group.name, 120),
            x=1,
            xref="paper",
            xanchor="left",
            xshift=2,
            y=(level / height if height else 0),
            yref="paper",
            yanchor="middle",
            yshift=place - level,
            showarrow=False,
            font={"color": theme.readable(group.colour, look.colours.page), "size": 12},
        )
