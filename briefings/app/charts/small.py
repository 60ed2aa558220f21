"""Small multiples: one little chart per group, all on the same axes."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from briefings.app.charts import ticks, words
from briefings.app.charts.look import FOOT, HEAD, Look, axis, framed
from briefings.app.charts.series import Group, band, last, line

COLUMNS = 3
ROW = 128
"""Height of one little chart with its name, in pixels."""
BOTTOM = 36


def multiples(drawn: Sequence[Group], look: Look, bottom: float, top: float) -> go.Figure:
    """A little chart per group, three in a row, in one colour, or in that of its side."""
    rows = -(-len(drawn) // COLUMNS)
    inner = ROW * rows
    figure = make_subplots(
        rows, COLUMNS, shared_xaxes="all", shared_yaxes="all", horizontal_spacing=0.03, vertical_spacing=34 / inner
    )
    for place, group in enumerate(drawn):
        same = group if look.signed else Group(group.name, look.colours.accent, group.rows)
        for trace in (band(same, look), line(same, look)):
            figure.add_trace(trace, row=place // COLUMNS + 1, col=place % COLUMNS + 1)
        entitle(figure, same, look, place)
    framed(look, figure, inner + HEAD + BOTTOM + FOOT + 22, bottom=BOTTOM)
    figure.update_layout(margin_t=HEAD + 22)
    time = ticks.axis([day for group in drawn for day in group.days], look.grain, most=4)
    figure.update_xaxes(time)
    figure.update_yaxes({**axis(look, top, bottom), "nticks": 3, "title": None})
    figure.update_yaxes(title=axis(look, top, bottom)["title"], row=(rows + 1) // 2, col=1)
    return figure


def entitle(figure: go.Figure, group: Group, look: Look, place: int) -> None:
    """Writes the group's name and last value above its chart."""
    number = "" if place == 0 else str(place + 1)
    figure.add_annotation(
        text=f"<b>{words.shown(group.name, 34)}</b> {look.shown(last(group, look))}",
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
