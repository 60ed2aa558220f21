"""Keyness: how sure a difference between two slices is, against how large it is."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from briefings.app import theme
from briefings.app.charts import labels, words
from briefings.app.charts.look import FOOT, HEAD, Look, framed, point_styles

HEIGHT = 440
BOTTOM = 44
NAMED = 9
"""Phrases named on each side."""
ROOM, LINE = HEIGHT - HEAD - BOTTOM - FOOT, 15
"""Pixels from the lowest point to the highest, and those that a name needs."""
MARKS = [step * 10**power for power in range(6) for step in (1, 3)]


def keyness(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A point per phrase: right where slice A uses it more, left where B does; the higher, the surer.

    Takes the columns `wording`, `log_ratio`, `g2`, `keyness`, `uses`, `uses_b`, `per_1000_words`, `per_1000_words_b`.
    """
    rows = frame.dropna(subset=["log_ratio", "g2"]).to_dict("records")
    c = look.colours
    sides = [side(row) for row in rows]
    colours = {1: c.accent, -1: c.opposed, 0: c.neutral}
    figure = go.Figure(
        go.Scatter(
            x=[row["log_ratio"] for row in rows],
            y=[max(abs(row["g2"]), 0.1) for row in rows],
            mode="markers",
            marker={
                "color": [colours[each] for each in sides],
                "symbol": [{1: "circle", -1: "diamond", 0: "circle-open"}[each] for each in sides],
                "size": 8,
                "opacity": 0.75,
            },
            customdata=[words.keys(row, look.keys) for row in rows],
            hovertext=[told(row) for row in rows],
            hoverinfo="text",
            **point_styles(0.75),
        )
    )
    framed(look, figure, HEIGHT, bottom=BOTTOM)
    ends = scales(figure, rows)
    for each in (1, -1):
        name(figure, [row for row in rows if side(row) == each], look, each, ends)
    return figure


def side(row: dict[Any, Any]) -> int:
    """Which slice uses a phrase more by a margin safe to claim: 1 the first, -1 the second, 0 neither."""
    number = row["keyness"]
    return 0 if pd.isna(number) or number == 0 else 1 if number > 0 else -1


def scales(figure: go.Figure, rows: list[dict[Any, Any]]) -> tuple[float, float]:
    """The two axes: doublings from side to side, evidence upwards in steps of ten; gives the latter’s ends."""
    widest = max((abs(row["log_ratio"]) for row in rows), default=1.0)
    reach = 2.15 * max(widest, 1.0)
    ticks = [n for n in range(-16, 17, 4 if widest > 6 else 2) if abs(n) <= widest + 1]
    figure.update_xaxes(
        title="Times as often in A (right) or in B (left), per 1,000 words",
        range=[-reach, reach],
        tickvals=ticks,
        ticktext=["equal" if not n else f"{2 ** abs(n):,}×" for n in ticks],
        zeroline=True,
    )
    heights = [height(row) for row in rows]
    low, high = min(heights, default=0.0) - 0.1, max(heights, default=1.0) + 0.1
    marks = [n for n in MARKS if low <= math.log10(n) <= high]
    figure.update_yaxes(
        title="Evidence (G², log-likelihood)",
        type="log",
        rangemode="normal",
        range=[low, high],
        tickvals=marks,
        ticktext=[f"{n:,}" for n in marks],
    )
    return low, high


def height(row: dict[Any, Any]) -> float:
    """Where a phrase stands on the axis of evidence."""
    return math.log10(max(abs(row["g2"]), 0.1))


def name(figure: go.Figure, rows: list[dict[Any, Any]], look: Look, direction: int, ends: tuple[float, float]) -> None:
    """Writes the names of the phrases that stand out on one side, none over another."""
    colour = theme.readable(look.colours.accent if direction > 0 else look.colours.opposed, look.colours.page)
    most = sorted(rows, key=lambda row: -abs(row["keyness"]))[:NAMED]
    edge = direction * (max((abs(row["log_ratio"]) for row in most), default=0) + 0.7)
    levels = [ROOM * (height(row) - ends[0]) / (ends[1] - ends[0]) for row in most]
    for row, level, place in zip(most, levels, labels.apart(levels, 0, ROOM, gap=LINE), strict=True):
        figure.add_annotation(
            text=words.shown(row["wording"], 34),
            name="extreme",
            hovertext=words.shown(row["wording"], 120),
            x=row["log_ratio"],
            y=height(row),
            axref="x",
            ax=edge,
            ay=level - place,
            showarrow=True,
            arrowhead=0,
            arrowwidth=0.6,
            arrowcolor=look.colours.quiet,
            standoff=5,
            xanchor="left" if direction > 0 else "right",
            font={"color": colour, "size": 11},
        )


def told(row: dict[Any, Any]) -> str:
    """A point in words, for the pointer."""
    rates = [words.value(row[name], False) for name in ("per_1000_words", "per_1000_words_b")]
    a, b = (f"{int(row[name]):,} uses" for name in ("uses", "uses_b"))
    margin = "" if side(row) else "<br>could be chance"
    return f"<b>{words.shown(row['wording'])}</b><br>A: {a}, {rates[0]} per 1,000 words<br>B: {b}, {rates[1]}{margin}"
