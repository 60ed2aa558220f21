"""One group's values over time as traces: its line, its interval, its words for the pointer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from briefings.app import theme
from briefings.app.charts import ticks, words
from briefings.app.charts.look import Look, point_styles

LEANS = 0.1
"""A line that lies nearer to 0 on the whole leans to no side."""


@dataclass(frozen=True, slots=True)
class Group:
    """One line: its name, its colour, its rows in the order of time."""

    name: str
    colour: str
    rows: pd.DataFrame

    @property
    def days(self) -> list[date]:
        """The first days of its periods."""
        return [day.date() for day in self.rows["period"]]


def groups(frame: pd.DataFrame, look: Look) -> list[Group]:
    """The rows of each title and series, in the order in which they first come, each with its colour."""
    parts = [name for name in ("title", "series") if name in frame and frame[name].nunique() > 1] or ["title"]
    names = frame[parts].astype(str).agg(": ".join, axis=1)
    colours = cycle(look.colours.categories)
    return [
        Group(str(name), leaning(rows, look) or next(colours), rows.sort_values("period"))
        for name, rows in frame.groupby(names, sort=False, observed=True)
    ]


def leaning(rows: pd.DataFrame, look: Look) -> str | None:
    """The colour of the side on which a signed measure lies, grey where it was on both; none where it has no sides."""
    if not look.signed:
        return None
    if (rows["low"] > 0).any() and (rows["high"] < 0).any():
        return look.colours.neutral
    mean = float((rows[look.measure] * rows["statements"]).sum() / rows["statements"].sum())
    c = look.colours
    return c.neutral if abs(mean) < LEANS else c.supportive if mean > 0 else c.opposed


def limits(frame: pd.DataFrame, look: Look) -> tuple[float, float]:
    """Bottom and top of the value axis; an interval that dwarfs every point is cut off rather than flattening them."""
    if look.signed:
        return -1.06, 1.06
    values = frame[look.measure].dropna()
    highest, lowest = float(values.max() or 0), min(0.0, float(values.min()))
    if "high" in frame:
        highest = (
            max(highest, min(float(frame["high"].max()), 2.2 * highest)) if highest else float(frame["high"].max())
        )
    if "low" in frame:
        lowest = min(lowest, float(frame["low"].min()))
    if not highest > 0:
        highest = 0.05 if look.percent else 1.0
    top = highest + 0.06 * (highest - lowest)
    return (1.06 * lowest, min(top, 1.02) if look.percent else top)


def band(group: Group, look: Look) -> go.Scatter:
    """The interval around a line: one area for each stretch without a gap."""
    days: list[str | None] = []
    ends: list[float | None] = []
    if "low" in group.rows:
        known = group.rows.dropna(subset=["low", "high"])
        iso = [f"{day:%Y-%m-%d}" for day in known["period"]]
        low, high = known["low"].tolist(), known["high"].tolist()
        for run in ticks.runs([day.date() for day in known["period"]], look.grain):
            days += [*iso[run], *reversed(iso[run]), iso[run.start], None]
            ends += [*high[run], *reversed(low[run]), high[run.start], None]
    return go.Scatter(
        x=days,
        y=ends,
        name=f"{words.shown(group.name)}: 95% interval",
        mode="lines",
        fill="toself",
        fillcolor=theme.translucent(group.colour, 0.14),
        # A period between two gaps has an area without width: its outline shows as an upright.
        line={"width": 1, "color": theme.translucent(group.colour, 0.14)},
        hoverinfo="skip",
    )


def line(group: Group, look: Look) -> go.Scatter:
    """The line with its points, broken at gaps, hollow where a period is not over."""
    rows, colour = group.rows.to_dict("records"), group.colour
    incomplete = [bool(row.get("incomplete", False)) for row in rows]
    points = [sided(row, look, colour) for row in rows]
    fill = [look.colours.page if open_ else point[0] for open_, point in zip(incomplete, points, strict=True)]
    columns: dict[str, list[Any]] = {
        "x": [f"{row['period']:%Y-%m-%d}" for row in rows],
        "y": [words.key(row[look.measure]) for row in rows],
        "customdata": [words.keys(row, look.keys) for row in rows],
        "hovertext": [told(row, group.name, look) for row in rows],
        "fill": fill,
        "edge": [point[0] for point in points],
        "symbol": [point[1] for point in points],
    }
    gap = {"x": None, "y": None, "customdata": [None] * len(look.keys), "hovertext": ""}
    gap |= {"fill": colour, "edge": colour, "symbol": "circle"}
    broken = {name: spread(cells, group.days, look.grain, gap[name]) for name, cells in columns.items()}
    marker = {"size": size(len(rows)), "color": broken.pop("fill"), "symbol": broken.pop("symbol"), "opacity": 1}
    marker["line"] = {"color": broken.pop("edge"), "width": 1.6}
    return go.Scatter(
        **broken,
        name=words.shown(group.name),
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        hoverinfo="text",
        line={"color": colour, "width": 2},
        marker=marker,
        **point_styles(),
    )


def sided(row: Mapping[Any, Any], look: Look, colour: str) -> tuple[str, str]:
    """The colour and the shape of a point: of a signed measure by the side on which its whole interval lies."""
    if not look.signed:
        return colour, "circle"
    if row["low"] > 0:
        return look.colours.supportive, "triangle-up"
    return (look.colours.opposed, "triangle-down") if row["high"] < 0 else (look.colours.neutral, "circle")


def size(points: int) -> float:
    """The diameter of a point: smaller where there are many."""
    return 7 if points <= 40 else 5 if points <= 150 else 3.5


def spread(cells: Sequence[Any], days: Sequence[date], grain: str, gap: Any) -> list[Any]:
    """The cells with an empty one wherever periods are missing."""
    whole: list[Any] = []
    for run in ticks.runs(days, grain):
        whole += [*cells[run], gap]
    return whole[:-1]


def told(row: dict[Any, Any], name: str, look: Look) -> str:
    """A point in words, for the pointer: what, when, the count behind it, the measure with its interval."""
    head = f"<b>{words.shown(name)}</b> · {words.period(row['period'], look.grain)}"
    count = look.count(row)
    share = look.shown(row[look.measure]) if not pd.isna(row[look.measure]) else "not defined"
    ends = look.interval(row)
    parts = [head, count] if look.measure == "hits" else [head, count, f"{share} ({ends})" if ends else share]
    return "<br>".join([*parts, *(["not over: incomplete"] if row.get("incomplete") else [])])


def last(group: Group, look: Look) -> float:
    """The last value of a line."""
    values = group.rows[look.measure].dropna()
    return float(values.iloc[-1]) if len(values) else 0.0
