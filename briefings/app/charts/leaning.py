"""Stances as pictures: net over time, counts, targets by quarter, the ranking; sides by colour, shape and sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from briefings.app import theme
from briefings.app.charts import labels, ticks, words
from briefings.app.charts.lines import lines, most
from briefings.app.charts.look import FOOT, HEAD, Look, axis, framed, point_styles
from briefings.app.charts.series import groups, sided, told

FEW = 10
"""Statements below which a cell or a row is drawn hollow: its interval says next to nothing."""
MOST = 24
"""Rows of the ranking: the targets spoken of most."""
CELL = 30
WIDE = 14
"""Quarters up to which a cell of the table has room for its number."""
ROW = 24
HEIGHT = 250
BOTTOM = 36
PATTERNS = {"supportive": "", "neutral": "", "opposed": "/"}


def net(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A line per target between -1 and 1; triangles point to the side on which a whole interval lies."""
    figure = lines(frame, look)
    if len(groups(frame, look)) > most(look):
        return figure
    for text, level, anchor in (("more supportive \u2191", 1, "top"), ("more opposed \u2193", -1, "bottom")):
        figure.add_annotation(
            text=text,
            name="side",
            x=0,
            xref="paper",
            xanchor="left",
            xshift=4,
            y=level,
            yanchor=anchor,
            showarrow=False,
            font={"size": 11, "color": look.colours.quiet},
        )
    return figure


def counts(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Columns per period and target, three targets side by side: opposed below, neutral, supportive on top."""
    parts = list(frame.groupby("title", sort=False))
    across = min(3, len(parts))
    figure = make_subplots(-(-len(parts) // across), across, horizontal_spacing=0.06, vertical_spacing=0.16)
    for place, (title, rows) in enumerate(parts):
        for stance in ("opposed", "neutral", "supportive"):
            column(figure, rows[rows["stance"] == stance], look, stance, place, across)
        entitle(figure, str(title), place)
    high = (HEIGHT - HEAD) * -(-len(parts) // across)
    framed(look, figure, high + HEAD + BOTTOM + FOOT + 18, bottom=BOTTOM)
    key = {"orientation": "h", "x": 0.95, "xanchor": "right", "y": 1, "yref": "container", "yanchor": "top"}
    figure.update_layout(barmode="stack", bargap=0.15, showlegend=True, legend={**key, "traceorder": "normal"})
    figure.update_layout(margin_t=HEAD + 18)
    figure.update_xaxes(ticks.axis([day.date() for day in frame["period"]], look.grain, most=12 // across))
    figure.update_yaxes(tickformat=",.0f", nticks=5, rangemode="tozero")
    figure.update_yaxes(title={"text": "Statements"}, col=1)
    return figure


def column(figure: go.Figure, rows: pd.DataFrame, look: Look, stance: str, place: int, across: int) -> None:
    """The columns of one stance toward one target."""
    c = look.colours
    colour = {"supportive": c.supportive, "neutral": theme.translucent(c.neutral, 0.45), "opposed": c.opposed}[stance]
    records = rows.to_dict("records")
    bar = go.Bar(
        x=[f"{row['period']:%Y-%m-%d}" for row in records],
        y=[words.key(row["hits"]) for row in records],
        name=stance,
        legendgroup=stance,
        showlegend=place == 0,
        marker={
            "color": colour,
            "line": {"width": 0},
            "pattern": {"shape": PATTERNS[stance], "size": 6, "solidity": 0.2, "fgcolor": c.page, "bgcolor": colour},
        },
        customdata=[words.keys(row, look.keys) for row in records],
        hovertext=[counted(row, look) for row in records],
        hoverinfo="text",
        **point_styles(),
    )
    figure.add_trace(bar, row=place // across + 1, col=place % across + 1)


def counted(row: Mapping[Any, Any], look: Look) -> str:
    """One column in words."""
    head = f"<b>{words.shown(row['title'])}</b> \u00b7 {words.period(row['period'], look.grain)}"
    return f"{head}<br>{row['hits']:,} of {row['statements']:,} statements {row['stance']}"


def entitle(figure: go.Figure, title: str, place: int) -> None:
    """Writes the target's name above its columns."""
    number = "" if place == 0 else str(place + 1)
    figure.add_annotation(
        text=f"<b>{words.shown(title, 34)}</b>",
        name="group",
        x=0,
        xref=f"x{number} domain",
        xanchor="left",
        y=1,
        yref=f"y{number} domain",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12},
    )


def quarters(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A square per target and quarter, with its net stance as colour and number; no ground where statements are few."""
    names = list(dict.fromkeys(frame["title"]))
    days = sorted(frame["period"].unique())
    rows = frame.to_dict("records")
    known = [row for row in rows if not pd.isna(row["net"])]
    across = {day: place for place, day in enumerate(days)}
    places = [(across[row["period"]], names.index(row["title"])) for row in known]
    text = go.Scatter(
        x=[column for column, _ in places],
        y=[line for _, line in places],
        mode="markers+text" if len(days) <= WIDE else "markers",
        text=[words.signed(row["net"]) for row in known],
        textfont={"size": 11, "color": [ink(row, look) for row in known]},
        marker=outlines(known, look, len(days)),
        customdata=[words.keys(row, look.keys) for row in known],
        hovertext=[told(row, str(row["title"]), look) for row in known],
        hoverinfo="text",
    )
    figure = go.Figure([cells(known, places, look), text])
    figure.update_layout(hoverdistance=60)
    bare = "hollow" if len(days) > WIDE else "bare numbers"
    noted = f"{look.footer} \u00b7 {bare}: fewer than {FEW} statements"
    left = labels.room([name[:30] for name in names], 230)
    framed(
        replace(look, footer=noted), figure, HEAD + CELL * max(len(names), 2) + BOTTOM + FOOT, left=left, bottom=BOTTOM
    )
    step = max(1, -(-len(days) // 16))
    shown = days[::step]
    when = [f"Q{(day.month - 1) // 3 + 1}<br>{day.year}" for day in map(pd.Timestamp, shown)]
    figure.update_xaxes(tickvals=[across[day] for day in shown], ticktext=when, range=[-0.6, len(days) - 0.4], ticks="")
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[words.shown(name, 30) for name in names],
        range=[max(len(names), 2) - 0.5, -0.5],
        showgrid=False,
        tickfont={"color": look.colours.ink, "size": 12},
        ticklabelstandoff=6,
    )
    return figure


def cells(rows: list[dict[Any, Any]], places: list[tuple[int, int]], look: Look) -> go.Heatmap:
    """The colours behind the numbers, where there are enough statements."""
    grounds = [-1.0 + 0.25 * step for step in range(9)]
    return go.Heatmap(
        x=[column for column, _ in places],
        y=[line for _, line in places],
        z=[row["net"] if row["statements"] >= FEW else None for row in rows],
        zmin=-1,
        zmax=1,
        colorscale=[[(ground + 1) / 2, shade(ground, look)] for ground in grounds],
        showscale=False,
        xgap=3,
        ygap=3,
        hoverinfo="skip",
    )


def outlines(rows: list[dict[Any, Any]], look: Look, periods: int) -> dict[str, Any]:
    """The points to click: seen only where there is no room for numbers and statements are few."""
    hollow = [periods > WIDE and row["statements"] < FEW for row in rows]
    seen = [shade(row["net"], look) if each else "rgba(0,0,0,0)" for row, each in zip(rows, hollow, strict=True)]
    return {"symbol": "square-open", "size": 10 if periods > WIDE else CELL - 6, "color": seen, "line": {"width": 1.4}}


def shade(value: float, look: Look) -> str:
    """The stance pair from one end to the other, the page's paper between."""
    c = look.colours
    end = theme.channels(c.supportive if value > 0 else c.opposed)
    middle = theme.channels(theme.mixed(c.neutral, 0 if look.dark else 255, 0.65))
    part = min(1.0, abs(value))
    return "#" + "".join(f"{round(m + (e - m) * part):02x}" for m, e in zip(middle, end, strict=True))


def ink(row: Mapping[Any, Any], look: Look) -> str:
    """The colour of the number in a cell, readable on what is behind it."""
    c = look.colours
    if row["statements"] < FEW:
        return c.quiet
    behind = shade(row["net"], look)
    return max(("#ffffff", "#000000"), key=lambda colour: theme.contrast(colour, behind))


def ranking(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A point per target with its interval, the most supportive on top; only targets with some statements."""
    shown = frame[(frame["statements"] >= FEW) & frame["net"].notna()].head(MOST).sort_values("net", ascending=False)
    rows = shown.to_dict("records")
    styles = [sided(row, look, look.colours.neutral) for row in rows]
    figure = go.Figure(
        go.Scatter(
            x=[row["net"] for row in rows],
            y=list(range(len(rows))),
            mode="markers",
            marker={"size": 9, "color": [style[0] for style in styles], "symbol": [style[1] for style in styles]},
            error_x={
                "type": "data",
                "array": (shown["high"] - shown["net"]).tolist(),
                "arrayminus": (shown["net"] - shown["low"]).tolist(),
                "color": look.colours.quiet,
                "thickness": 1.2,
                "width": 0,
            },
            customdata=[words.keys(row, look.keys) for row in rows],
            hovertext=[ranked(row, look) for row in rows],
            hoverinfo="text",
            **point_styles(),
        )
    )
    left = labels.room([str(row["title"])[:30] for row in rows], 250)
    framed(look, figure, HEAD + ROW * max(len(rows), 2) + BOTTOM + FOOT, left=left, bottom=BOTTOM)
    figure.update_xaxes({**axis(look, 1.04, -1.04), "showgrid": True, "title_standoff": 4})
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[f"{words.shown(row['title'], 30)} ({row['statements']:,})" for row in rows],
        range=[max(len(rows), 2) - 0.5, -0.5],
        showgrid=False,
        tickfont={"color": look.colours.ink, "size": 12},
        ticklabelstandoff=6,
    )
    return figure


def ranked(row: Mapping[Any, Any], look: Look) -> str:
    """One row of the ranking in words."""
    value = f"net {words.signed(row['net'])} ({look.interval(row)})"
    return f"<b>{words.shown(row['title'])}</b><br>{look.count(row)}<br>{value}"
