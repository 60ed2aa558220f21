"""The life of a formulation: a bar per period, the long silences shaded; lines where it is split."""

from __future__ import annotations

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from briefings.app.charts import ticks, words
from briefings.app.charts.lines import lines, noted
from briefings.app.charts.look import Look, axis, framed, point_styles
from briefings.app.charts.series import limits, told

HEIGHT = 300
BOTTOM = 36
FEW = 6
"""Uses up to which each has its own tick."""
LONG = 0.08
"""A silence is shaded where it is at least this part of the time drawn."""


def life(frame: pd.DataFrame, look: Look, silences: pd.DataFrame) -> go.Figure:
    """The measure over time.

    Args:
        silences: rows of `phrases/silences`.
    """
    if frame["series"].nunique() > 1:
        return whole_numbers(lines(frame.assign(title=frame["phrase"]), look), frame, look)
    rows = frame.sort_values("period").to_dict("records")
    accent = look.colours.accent
    figure = go.Figure(
        go.Bar(
            x=[f"{row['period']:%Y-%m-%d}" for row in rows],
            y=[words.key(row[look.measure]) for row in rows],
            marker={
                "color": [look.colours.page if row["incomplete"] else accent for row in rows],
                "line": {"width": 1.4, "color": accent},
            },
            customdata=[words.keys(row, look.keys) for row in rows],
            hovertext=[told(row, str(row["phrase"]), look) for row in rows],
            hoverinfo="text",
            **point_styles(),
        )
    )
    framed(noted(look, frame), figure, HEIGHT, bottom=BOTTOM)
    days = [row["period"].date() for row in rows]
    figure.update_layout(xaxis=ticks.axis(days, look.grain), bargap=0.25)
    figure.update_yaxes(axis(look, *reversed(limits(frame, look))))
    shade(figure, silences, look, (min(days), max(days)))
    return whole_numbers(figure, frame, look)


def whole_numbers(figure: go.Figure, frame: pd.DataFrame, look: Look) -> go.Figure:
    """The figure with no fractions of a use on its axis."""
    if look.measure == "uses" and frame["uses"].max() <= FEW:
        figure.update_yaxes(dtick=1, tickformat=",.0f")
    return figure


def shade(figure: go.Figure, silences: pd.DataFrame, look: Look, span: tuple[date, date]) -> None:
    """Marks the silences that seemed final and are long enough to see."""
    for row in silences[silences["dormant"] & silences["from_day"].notna()].to_dict("records"):
        first, last = row["from_day"].date(), span[1] if pd.isna(row["to_day"]) else row["to_day"].date()
        if (last - first).days < LONG * (span[1] - span[0]).days:
            continue
        figure.add_vrect(
            x0=first.isoformat(),
            x1=last.isoformat(),
            fillcolor=look.colours.paper,
            line={"width": 0},
            layer="below",
            annotation={
                "text": f"silent for {int(row['briefings']):,} briefings",
                "font": {"color": look.colours.quiet, "size": 11},
                "bgcolor": look.colours.paper,
            },
            annotation_position="top",
        )
