"""Small multiples: one little chart per group, all on the same axes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from briefings.app.charts import marks, ticks, words
from briefings.app.charts.look import FOOT, HEAD, Look, axis, framed
from briefings.app.charts.series import Group, band, last, line

COLUMNS = 3
ROW = 128
"""Height of one little chart with its name, in pixels."""
BOTTOM = 36
LONGEST = 34
"""Characters of a name that fit above a little chart."""


def multiples(
    drawn: Sequence[Group], look: Look, bottom: float, top: float, changes: pd.DataFrame | None = None
) -> go.Figure:
    """A little chart per group, three in a row, in one colour or in that of its side; changes as dotted lines."""
    rows = -(-len(drawn) // COLUMNS)
    inner = ROW * rows
    figure = make_subplots(
        rows, COLUMNS, shared_xaxes="all", shared_yaxes="all", horizontal_spacing=0.03, vertical_spacing=34 / inner
    )
    days: list[date] = []
    for place, group in enumerate(drawn):
        same = group if look.signed else Group(group.name, look.colours.accent, group.rows)
        for trace in (band(same, look), line(same, look)):
            figure.add_trace(trace, row=place // COLUMNS + 1, col=place % COLUMNS + 1)
        entitle(figure, same, look, place)
        found = marks.marks(changes, [same])
        days += [*group.days, *(each.day for each in found)]
        number = "" if place == 0 else str(place + 1)
        for each in found:
            marks.rule(figure, each, f"x{number}", f"y{number} domain")
    framed(look, figure, inner + HEAD + BOTTOM + FOOT + 22, bottom=BOTTOM)
    figure.update_layout(margin_t=HEAD + 22)
    figure.update_xaxes(ticks.axis(days, look.grain, most=4))
    for place in range(max(0, len(drawn) - COLUMNS), len(drawn)):  # the lowest of each column
        figure.update_xaxes(showticklabels=True, row=place // COLUMNS + 1, col=place % COLUMNS + 1)
    figure.update_yaxes({**axis(look, top, bottom), "nticks": 3, "title": None})
    figure.update_yaxes(title=axis(look, top, bottom)["title"], row=(rows + 1) // 2, col=1)
    return figure


def entitle(figure: go.Figure, group: Group, look: Look, place: int) -> None:
    """Writes the group's name and last value above its chart."""
    number = "" if place == 0 else str(place + 1)
    figure.add_annotation(
        text=f"<b>{words.shown(shortened(group.name), LONGEST)}</b> {look.shown(last(group, look))}",
        name="group",
        hovertext=words.shown(group.name, 120),
        x=0,
        xref=f"x{number} domain",
        xanchor="left",
        y=1,
        yref=f"y{number} domain",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12},
    )


def shortened(name: str) -> str:
    """A name with its middle left out where it is long: what tells ministries apart often comes last."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST // 2]}\u2026{name[1 - LONGEST // 2 :]}"
