"""Rankings: a horizontal bar per row, its interval, its value at its end."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from briefings.app import theme
from briefings.app.charts import labels, words
from briefings.app.charts.look import FOOT, HEAD, Look, axis, framed, point_styles
from briefings.app.charts.series import limits

ROW = 24
BOTTOM = 36
LONGEST = 34


def bars(frame: pd.DataFrame, look: Look, label: str = "title") -> go.Figure:
    """A bar per row, the first on top, named by the column `label`; with `low` and `high` an interval on each.

    Args:
        label: the column of names; for pairs, name both in one column first.
    """
    rows = frame.to_dict("records")
    names = [words.shown(row[label], LONGEST) for row in rows]
    # Bars stand at numbers, not names: two rows may be named alike.
    places = list(range(len(rows)))
    values = [words.key(row[look.measure]) for row in rows]
    figure = go.Figure(
        go.Bar(
            x=values,
            y=places,
            orientation="h",
            width=0.62,
            marker={"color": theme.mixed(look.colours.accent, 0 if look.dark else 255, 0.35), "line": {"width": 0}},
            error_x=whiskers(frame, look),
            customdata=[words.keys(row, look.keys) for row in rows],
            hovertext=[told(row, str(row[label]), look) for row in rows],
            hoverinfo="text",
            **point_styles(),
        )
    )
    left = labels.room([str(row[label])[:LONGEST] for row in rows], 260)
    framed(look, figure, HEAD + ROW * max(len(rows), 2) + BOTTOM + FOOT, right=70, left=left, bottom=BOTTOM)
    bottom, top = limits(frame, look)
    figure.update_xaxes({**axis(look, top, bottom), "showgrid": True, "ticks": "", "title_standoff": 4})
    figure.update_yaxes(
        tickvals=places,
        ticktext=names,
        range=[max(len(rows), 2) - 0.5, -0.5],
        showgrid=False,
        tickfont={"color": look.colours.ink, "size": 12},
        ticklabelstandoff=6,
    )
    name_values(figure, frame, look)
    return figure


def whiskers(frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The intervals as error bars; none where the frame has none."""
    if "low" not in frame:
        return {"visible": False}
    value = frame[look.measure]
    return {
        "type": "data",
        "array": (frame["high"] - value).fillna(0).tolist(),
        "arrayminus": (value - frame["low"]).fillna(0).tolist(),
        "color": look.colours.ink,
        "thickness": 1.2,
        "width": 3,
    }


def name_values(figure: go.Figure, frame: pd.DataFrame, look: Look) -> None:
    """Writes each value in a column at the right edge, where no bar or interval reaches."""
    for place, value in enumerate(frame[look.measure].tolist()):
        figure.add_annotation(
            text="–" if pd.isna(value) else words.value(value, look.percent),
            name="value",
            x=1,
            xref="paper",
            xanchor="right",
            xshift=58,
            y=place,
            showarrow=False,
            font={"size": 12},
        )


def told(row: dict[Any, Any], name: str, look: Look) -> str:
    """A bar in words, for the pointer."""
    count = look.count(row)
    value = words.value(row[look.measure], look.percent) if not pd.isna(row[look.measure]) else "not defined"
    ends = words.interval(row.get("low", float("nan")), row.get("high", float("nan")), look.percent)
    return "<br>".join([f"<b>{words.shown(name)}</b>", count, f"{value} ({ends})" if ends else value])
