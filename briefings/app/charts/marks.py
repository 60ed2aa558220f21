"""Change points on a chart over time: a dotted line on the day, its words above the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from briefings.app import theme
from briefings.app.charts import words
from briefings.app.charts.labels import CHARACTER
from briefings.app.charts.series import Group

MOST = 6
"""Changes drawn with words, those that gain the most likelihood."""
LANE = 15
"""Pixels from one row of words to the next."""
WIDTH = 660
"""Pixels that the plot is taken to be wide, to keep words apart: a figure does not know."""
SMALLER = 0.86
"""The words' size against that of a line's name."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One change as drawn."""

    day: date
    text: str
    colour: str
    gain: float


def marks(changes: pd.DataFrame | None, drawn: Sequence[Group]) -> list[Mark]:
    """The changes of the groups drawn, those that gain the most, in the order of time."""
    if changes is None or changes.empty:
        return []
    found = [mark(row, group, len(drawn)) for group in drawn for row in of(group, changes)]
    strongest = sorted(found, key=lambda each: -each.gain)[:MOST]
    return sorted(strongest, key=lambda each: each.day)


def of(group: Group, changes: pd.DataFrame) -> list[dict[Any, Any]]:
    """The changes of one group."""
    same = pd.Series(True, index=changes.index)
    for name in ("topic", "series"):
        same &= changes[name] == group.rows[name].iloc[0]
    return list(changes[same].to_dict("records"))


def mark(row: dict[Any, Any], group: Group, groups: int) -> Mark:
    """One change with its words: what changed is named where several lines are drawn."""
    when = words.between(*(row[name].date() for name in ("change_day", "earliest", "latest")))
    what = f"{words.shown(group.name, 30)} {row['change']}" if groups > 1 else "Change"
    return Mark(row["change_day"].date(), f"{what}: {when}", group.colour, float(row["gain"]))


def lanes(found: Sequence[Mark], first: date, last: date) -> list[int]:
    """The row of words that each mark goes to, so that none covers another; rows count from below."""
    per_day = WIDTH / max(1, (last - first).days)
    ends: list[float] = []
    placed = []
    for each in found:
        left, right = extent(each, first, per_day)
        lane = next((number for number, end in enumerate(ends) if end < left), len(ends))
        ends[lane : lane + 1] = [right]
        placed.append(lane)
    return placed


def extent(each: Mark, first: date, per_day: float) -> tuple[float, float]:
    """Where a mark's words begin and end, in pixels from the left edge of the plot."""
    at, length = (each.day - first).days * per_day, SMALLER * CHARACTER * len(each.text) + 12
    return (at - length, at) if turned(at) else (at, at + length)


def turned(at: float) -> bool:
    """Whether words go to the left of their line: in the right half of the plot."""
    return at > WIDTH / 2


def add(figure: go.Figure, found: Sequence[Mark], first: date, last: date, page: str) -> int:
    """Draws the marks; gives how many rows of words they take above the plot."""
    placed = lanes(found, first, last)
    for each, lane in zip(found, placed, strict=True):
        at = (each.day - first).days * WIDTH / max(1, (last - first).days)
        rule(figure, each, "x", "paper")
        figure.add_annotation(
            text=each.text,
            name="change",
            x=f"{each.day}",
            xanchor="right" if turned(at) else "left",
            xshift=-1 if turned(at) else 1,
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=LANE * lane,
            showarrow=False,
            font={"color": theme.readable(each.colour, page), "size": 11},
        )
    return max(placed, default=-1) + 1


def rule(figure: go.Figure, each: Mark, x: str, y: str) -> None:
    """Draws the dotted line of a mark over the height of a plot."""
    line = {"color": each.colour, "width": 1.4, "dash": "dot"}
    day = f"{each.day}"
    figure.add_shape(type="line", xref=x, yref=y, x0=day, x1=day, y0=0, y1=1, line=line, layer="below", name="change")
