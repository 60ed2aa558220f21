"""Coverage: which days have briefings, as a calendar, or which months, with the gaps to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from briefings.app import theme
from briefings.app.charts import ticks, words
from briefings.app.charts.look import FOOT, HEAD, Look, axis, framed, point_styles

DAY = 15
SQUARE = 12
BETWEEN = 26
"""Room for the months' names above a year, in pixels."""
HEIGHT = 250
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def calendar(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A square per day, weeks across, weekdays down, a row per year; weekdays without a briefing are outlines.

    Takes the columns `day` and the measure; rows of months, as `grain` tells, become columns instead. Squares are
    points, so that a click on one can be told.
    """
    if "grain" in frame and (frame["grain"] == "month").any():
        return months(frame, look)
    years = sorted({day.year for day in frame["day"]})
    weekdays = 7 if (frame["day"].dt.day_of_week > 4).any() else 5
    inner = (weekdays * DAY + BETWEEN) * len(years) - BETWEEN
    figure = make_subplots(len(years), 1, vertical_spacing=BETWEEN / inner if len(years) > 1 else 0)
    for place, year in enumerate(years, start=1):
        rows = frame[frame["day"].dt.year == year].to_dict("records")
        figure.add_trace(empty(year, frame, look), row=place, col=1)
        figure.add_trace(squares(rows, look, float(frame[look.measure].max())), row=place, col=1)
        figure.update_yaxes(
            title={"text": str(year), "font": {"size": 12, "color": look.colours.ink}}, row=place, col=1
        )
        figure.update_xaxes(month_ticks(year), row=place, col=1)
    most = f"stronger colour: more {look.unit.lower()} (most: {frame[look.measure].max():,}); outlines: no briefing"
    framed(
        replace(look, footer=f"{look.footer} · {most}"), figure, inner + HEAD + BETWEEN + FOOT + 6, left=74, bottom=4
    )
    figure.update_layout(margin_t=HEAD + BETWEEN)
    week_axis = {"tickvals": [0, 2, 4], "ticktext": ["Mon", "Wed", "Fri"], "range": [weekdays - 0.5, -0.5]}
    figure.update_yaxes({**week_axis, "showgrid": False, "showline": False})
    figure.update_xaxes(range=[-0.8, 53.8], showline=False, ticks="", side="top")
    return figure


def squares(rows: Sequence[dict[Any, Any]], look: Look, top: float) -> go.Scatter:
    """The days that have briefings: the stronger the colour, the more."""
    c = look.colours
    pale = theme.mixed(c.accent, 0 if look.dark else 255, 0.72)
    marker = {
        "symbol": "square",
        "size": SQUARE,
        "color": [float(row[look.measure]) for row in rows],
        "colorscale": [[0, pale], [1, c.accent]],
        "cmin": 0,
        "cmax": top,
    }
    return go.Scatter(
        x=[week(row["day"].date()) for row in rows],
        y=[row["day"].weekday() for row in rows],
        mode="markers",
        marker=marker,
        customdata=[words.keys(row, look.keys) for row in rows],
        hovertext=[f"<b>{words.period(row['day'], 'day')}</b><br>{look.count(row)}" for row in rows],
        hoverinfo="text",
        **point_styles(),
    )


def empty(year: int, frame: pd.DataFrame, look: Look) -> go.Scatter:
    """The weekdays of a year, between the first and the last day held, that have no briefing; a click says nothing."""
    first = max(frame["day"].min(), pd.Timestamp(year, 1, 1))
    last = min(frame["day"].max(), pd.Timestamp(year, 12, 31))
    held = {day.date() for day in frame["day"]}
    days = [day.date() for day in pd.bdate_range(first, last) if day.date() not in held]
    return go.Scatter(
        x=[week(day) for day in days],
        y=[day.weekday() for day in days],
        mode="markers",
        marker={"symbol": "square-open", "size": SQUARE - 1, "color": look.colours.hairline, "line": {"width": 1}},
        hoverinfo="skip",
    )


def week(day: date) -> int:
    """The column of a day: whole weeks, Monday first, since the week of 1 January."""
    first = date(day.year, 1, 1)
    return (day.toordinal() - first.toordinal() + first.weekday()) // 7


def month_ticks(year: int) -> dict[str, Any]:
    """The months' names above the week in which they begin."""
    return {"tickvals": [week(date(year, month, 8)) for month in range(1, 13)], "ticktext": MONTHS, "showgrid": False}


def months(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A column per month; a month without a briefing is an empty place with a cross on the axis.

    Takes the columns `day` (the first of each month) and the measure.
    """
    rows = frame.to_dict("records")
    spanned = pd.date_range(frame["day"].min(), frame["day"].max(), freq="MS")
    gone = [day for day in spanned if day not in set(frame["day"])]
    bars = go.Bar(
        x=[f"{row['day']:%Y-%m-%d}" for row in rows],
        y=[words.key(row[look.measure]) for row in rows],
        marker={"color": look.colours.accent, "line": {"width": 0}},
        customdata=[words.keys(row, look.keys) for row in rows],
        hovertext=[f"<b>{words.period(row['day'], 'month')}</b><br>{look.count(row)}" for row in rows],
        hoverinfo="text",
        **point_styles(),
    )
    crosses = go.Scatter(
        x=[f"{day:%Y-%m-%d}" for day in gone],
        y=[0] * len(gone),
        mode="markers",
        cliponaxis=False,
        marker={"symbol": "x-thin", "size": 7, "line": {"width": 1.6, "color": look.colours.opposed}},
        hoverinfo="skip",
    )
    figure = go.Figure([bars, crosses])
    noted = replace(look, footer=f"{look.footer} · crosses: no briefing in the month") if gone else look
    framed(noted, figure, HEIGHT)
    figure.update_layout(bargap=0.2, xaxis=ticks.axis([day.date() for day in spanned], "month"))
    figure.update_yaxes(axis(look, 1.06 * float(frame[look.measure].max())))
    return figure
