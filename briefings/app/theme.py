"""The look of every page and picture: colours, fonts, the few lines of CSS, the chart template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import plotly.graph_objects as go
import plotly.io as pio
import streamlit as st

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
READABLE = 4.5
"""The contrast that small text needs (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One mode's colours, as `#rrggbb`."""

    page: str
    paper: str
    ink: str
    quiet: str
    """Text that stands back: units, notes, footers."""
    hairline: str
    accent: str
    mark: str
    """Behind words that made a hit."""
    categories: tuple[str, ...]
    """Okabe and Ito's set; eight lines at most are told apart by colour."""
    supportive: str
    opposed: str
    neutral: str


LIGHT = Colours(
    page="#ffffff",
    paper="#f5f4f0",
    ink="#1f2328",
    quiet="#59616b",
    hairline="#dddad2",
    accent="#1b5e7b",
    mark="#fdeeba",
    categories=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#1f2328", "#8a7d00"),
    supportive="#2166ac",
    opposed="#b35806",
    neutral="#8a8f96",
)
DARK = Colours(
    page="#16181b",
    paper="#1d2024",
    ink="#e6e4df",
    quiet="#a8abb0",
    hairline="#3a3e45",
    accent="#6fb3d2",
    mark="#5c4a12",
    categories=("#3d9bd9", "#f0812f", "#2fbf95", "#dd97bf", "#e69f00", "#7cc7f2", "#e6e4df", "#f0e442"),
    supportive="#67a9cf",
    opposed="#ef8a3c",
    neutral="#8a8f96",
)


def colours(dark: bool) -> Colours:
    """The colours of a mode."""
    return DARK if dark else LIGHT


def dark() -> bool:
    """Whether the reader looks at the dark theme."""
    return bool(st.context.theme.type == "dark")


def apply() -> None:
    """Puts the CSS on the page."""
    st.html(f"<style>{css(colours(dark()))}</style>")


def css(c: Colours) -> str:
    """The CSS that Streamlit's theme options cannot give."""
    return f"""{reading(c)}
html, .stApp {{ font-variant-numeric: tabular-nums; }}
.stMainBlockContainer {{ padding-top: 1.6rem; padding-bottom: 3rem; }}
[data-testid=stSidebarHeader] {{ height: 1.2rem; padding: 0; margin: 0; }}
[data-testid=stSidebarUserContent] [data-testid=stVerticalBlock] {{ gap: .55rem; }}
[data-testid=stSidebarUserContent] hr {{ margin: .4rem 0; }}
.brand {{ margin: 0; font-weight: 700; font-size: 1.05rem; }}
p.section {{ margin: .5rem 0 0; font-size: .75rem; letter-spacing: .06em; text-transform: uppercase; }}
p.section {{ color: {c.quiet}; }}
.banner {{ margin: 0; padding: .35rem .8rem; border: 1px solid {c.hairline}; border-left: 3px solid {c.opposed}; }}
.banner {{ background: {c.paper}; font-size: .85rem; border-radius: 4px; }}
.method {{ margin: -.6rem 0 0; }}
ul.briefings {{ list-style: none; margin: 0; padding: 0; }}
ul.briefings li {{ margin: 0; padding: .45rem 0; border-bottom: 1px solid {c.hairline}; line-height: 1.35; }}
ul.briefings footer {{ color: {c.quiet}; font-size: .85rem; }}
blockquote.said {{ margin: 0 0 .9rem; padding: .1rem 0 .1rem .8rem; color: {c.ink}; }}
blockquote.said {{ border-left: 3px solid {c.hairline}; }}
blockquote.said footer {{ margin-top: .15rem; color: {c.quiet}; font-size: .85rem; }}
mark {{ background: {c.mark}; color: inherit; border-radius: 2px; padding: 0 .1em; }}
u.cue {{ text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }}
u.cue {{ text-decoration-skip-ink: none; text-decoration-color: {c.neutral}; }}
u.cue.supportive {{ text-decoration-color: {c.supportive}; }}
u.cue.opposed {{ text-decoration-color: {c.opposed}; }}
u.cue.mixed {{ text-decoration-style: dashed; }}
blockquote.said.supportive {{ border-left-color: {c.supportive}; }}
blockquote.said.opposed {{ border-left-color: {c.opposed}; }}
.label.supportive {{ color: {readable(c.supportive, c.page)}; }}
.label.opposed {{ color: {readable(c.opposed, c.page)}; }}
.stHtml a {{ color: {c.accent}; }}
.chrome {{ color: {c.quiet}; opacity: .75; }}
.redline ins {{ background: {translucent(c.supportive, 0.18)}; }}
.redline ins {{ text-decoration: underline; text-decoration-thickness: 2px; }}
.old {{ color: {c.quiet}; }}
.exchange a.phrase {{ color: inherit; text-decoration: underline dotted {c.accent}; text-underline-offset: .2em; }}
a.first {{ font-size: .75rem; white-space: nowrap; }}
.redline del {{ color: {c.opposed}; }}
.numbers {{ display: flex; flex-wrap: wrap; gap: .4rem 2.2rem; }}
.numbers div {{ color: {c.quiet}; font-size: .85rem; }}
.numbers strong {{ display: block; color: {c.ink}; font-size: 1.3rem; font-weight: 600; }}
.kwic {{ width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .85rem; }}
.kwic td, .kwic th {{ border: 0; border-bottom: 1px solid {c.hairline}; padding: .25rem .4rem; vertical-align: top; }}
.kwic th {{ font-weight: 400; text-align: left; }}
.kwic th {{ color: {c.quiet}; font-size: .8rem; }}
.kwic .day {{ white-space: nowrap; }}
.kwic .left {{ text-align: right; }}
.kwic .match {{ text-align: center; font-weight: 600; }}
"""


def reading(c: Colours) -> str:
    """The CSS of the reader's page."""
    return f"""
.facts {{ color: {c.quiet}; font-size: .9rem; overflow-wrap: anywhere; }}
details summary {{ cursor: pointer; }}
.seen details {{ border-top: 1px solid {c.hairline}; padding: .5rem 0; max-width: 52rem; }}
.seen .facts {{ margin: .2rem 0 .5rem; }}
.note.refused {{ border-left-color: {c.opposed}; overflow-wrap: anywhere; max-width: 52rem; }}
.note {{ border-left: 3px solid {c.accent}; background: {c.paper}; padding: .4rem .8rem; }}
.exchange {{ border-top: 1px solid {c.hairline}; padding-top: .6rem; margin-bottom: 1rem; max-width: 46rem; }}
.exchange p {{ margin: 0 0 .5rem; }}
.exchange .who {{ margin: .5rem 0 .1rem; color: {c.quiet}; font-size: .85rem; font-weight: 600; }}
.tag {{ border: 1px solid {c.hairline}; border-radius: 1em; padding: 0 .6em; margin-right: .3em; }}
.tags {{ font-size: .8rem; color: {c.quiet}; }}
.turn.question {{ border-left: 3px solid {c.hairline}; padding-left: .8rem; }}
.here {{ background: {c.paper}; outline: 2px solid {c.accent}; outline-offset: 2px; border-radius: 2px; }}
.place {{ display: inline-block; width: 0; opacity: 0; font-size: .7em; line-height: 0; vertical-align: super; }}
.turn span:hover + .place, .place:hover, .place:focus-visible {{ opacity: 1; }}
.whole-page {{ white-space: pre-wrap; overflow-wrap: anywhere; font-size: .9rem; line-height: 1.5; }}
"""


@cache
def template(dark: bool) -> go.layout.Template:
    """The chart template of a mode."""
    c = colours(dark)
    axis = {"gridcolor": c.hairline, "linecolor": c.hairline, "tickcolor": c.hairline, "zerolinecolor": c.hairline}
    text = {
        "tickfont": {"color": c.quiet, "size": 11},
        "title": {"font": {"color": c.quiet, "size": 11}, "standoff": 8},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 12, "color": c.ink},
            "paper_bgcolor": c.page,
            "plot_bgcolor": c.page,
            "colorway": c.categories,
            "hoverlabel": {
                "bgcolor": c.page,
                "bordercolor": c.quiet,
                "font": {"color": c.ink, "size": 12, "family": FONT},
                "align": "left",
            },
            "hovermode": "closest",
            "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": c.quiet, "activecolor": c.accent},
            "showlegend": False,
            "xaxis": {**axis, **text, "showgrid": False, "zeroline": False, "ticks": "outside", "fixedrange": True},
            "yaxis": {**axis, **text, "zeroline": False, "ticks": "", "fixedrange": True, "rangemode": "tozero"},
        }
    )


def register() -> None:
    """Names the two templates for plotly: `briefings-light`, `briefings-dark`."""
    pio.templates["briefings-light"] = template(False)
    pio.templates["briefings-dark"] = template(True)


def readable(colour: str, background: str) -> str:
    """The colour moved towards black or white until small text in it can be read on the background."""
    towards = 0 if luminance(background) > 0.4 else 255
    for step in range(0, 101, 5):
        shade = mixed(colour, towards, step / 100)
        if contrast(shade, background) >= READABLE:
            return shade
    return mixed(colour, towards, 1)


def mixed(colour: str, towards: int, part: float) -> str:
    """The colour with a part of black (0) or white (255)."""
    return "#" + "".join(f"{round(channel + (towards - channel) * part):02x}" for channel in channels(colour))


def translucent(colour: str, opacity: float) -> str:
    """The colour as plotly writes it with an opacity."""
    red, green, blue = channels(colour)
    return f"rgba({red},{green},{blue},{opacity})"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
