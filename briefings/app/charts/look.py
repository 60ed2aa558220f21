"""What a chart needs to know besides its numbers, and the frame that every picture has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from briefings.app import theme
from briefings.app.charts import words

Grain = Literal["day", "week", "month", "quarter", "year"]
HEAD = 58
FOOT = 30
LEFT = 62


@dataclass(frozen=True, slots=True)
class Look:
    """One chart's words and ways."""

    title: str
    subtitle: str = ""
    """The slice, in a line."""
    footer: str = ""
    """Source, n, release."""
    measure: str = "share"
    """The column drawn; one whose name begins with `share` is drawn as per cent."""
    unit: str = "Share of exchanges"
    """The measure in words, for the axis."""
    counted: str = ""
    """The count behind a point in words, as a format string over the row's columns; empty: the measure and its unit."""
    keys: tuple[str, ...] = ()
    """The columns that a point carries as `customdata`, in this order."""
    dark: bool = False
    grain: Grain = "month"

    @property
    def colours(self) -> theme.Colours:
        """The colours of the mode."""
        return theme.colours(self.dark)

    @property
    def percent(self) -> bool:
        """Whether the measure is a share of 1."""
        return self.measure.startswith("share")

    @property
    def signed(self) -> bool:
        """Whether the measure lies between -1 and 1 and is written with its sign."""
        return self.measure == "net"

    def shown(self, number: float) -> str:
        """A number of the measure."""
        return words.signed(number) if self.signed else words.value(number, self.percent)

    def interval(self, row: Mapping[Any, Any]) -> str:
        """The 95% interval of a point in words, empty where it has none."""
        low, high = row.get("low", float("nan")), row.get("high", float("nan"))
        if self.signed and not pd.isna(low) and not pd.isna(high):
            return f"95% interval {words.signed(low)} to {words.signed(high)}"
        return words.interval(low, high, self.percent)

    def count(self, row: Mapping[Any, Any]) -> str:
        """The count behind a point, in words."""
        if self.counted:
            return words.shown(self.counted.format_map(row))
        number = row[self.measure]
        return words.shown(f"{words.value(number, self.percent)} {self.unit[:1].lower()}{self.unit[1:]}")


def framed(
    look: Look, figure: go.Figure, height: int, right: int = 16, left: int = LEFT, bottom: int = 36
) -> go.Figure:
    """The figure with title, slice and source written into it, so that a picture of it says what it shows.

    Args:
        height: of the whole picture, in pixels.
        bottom: room for the ticks below the plot; the footer comes below that.
    """
    quiet = {"size": 11, "color": look.colours.quiet}
    figure.update_layout(
        template=theme.template(look.dark),
        height=height,
        margin={"l": left, "r": right, "t": HEAD, "b": bottom + FOOT, "pad": 0},
        title={
            "text": f"<b>{words.shown(look.title, 90)}</b>",
            "subtitle": {"text": words.shown(look.subtitle, 160), "font": quiet},
            "font": {"size": 15},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 6, "l": 2},
        },
    )
    figure.add_annotation(
        text=words.shown(look.footer, 170),
        name="footer",
        x=0,
        xref="paper",
        xanchor="left",
        xshift=2 - left,
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-bottom - 8,
        showarrow=False,
        align="left",
        font=quiet,
    )
    return figure


def axis(look: Look, top: float, bottom: float = 0) -> dict[str, Any]:
    """The value axis: unit in words, per cent or numbers, from `bottom` to `top`."""
    if look.signed:
        names = ["\u22121", "\u22120.5", "0", "+0.5", "+1"]
        ends = {"tickvals": [-1, -0.5, 0, 0.5, 1], "ticktext": names, "zeroline": True, "zerolinewidth": 1.5}
        return {"title": {"text": words.shown(look.unit, 60)}, "range": [bottom, top], **ends}
    if look.percent:
        form = ".0%" if top - bottom > 0.06 else ".1%"
    else:
        form = ",.0f" if top - bottom > 6 or look.measure == "hits" else ",.1f"
    return {"title": {"text": words.shown(look.unit, 60)}, "tickformat": form, "range": [bottom, top], "nticks": 6}


def point_styles(opacity: float = 1) -> dict[str, Any]:
    """How chosen and other points look: a click must not fade the rest beyond reading."""
    return {"selected": {"marker": {"opacity": opacity}}, "unselected": {"marker": {"opacity": 0.6 * opacity}}}
