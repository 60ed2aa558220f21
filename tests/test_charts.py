"""The charts as figures: what is drawn, what is written, what a click carries.

Every name and number is invented.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
import pytest

from briefings.app import theme
from briefings.app.charts import labels, ticks, words
from briefings.app.charts.bars import bars
from briefings.app.charts.calendar import calendar
from briefings.app.charts.lines import HEIGHT, lines
from briefings.app.charts.look import Look
from briefings.app.charts.stacked import stacked
from briefings.app.charts.timeline import timeline
from briefings.release import ROOT

HOSTILE = '<a href="javascript:alert(1)">x</a> & $\\alpha$ \u202eabc'
LOOK = Look(
    title="Topics over time",
    subtitle="12 briefings",
    footer="Source: made up",
    counted="{hits:,} of {exchanges:,} exchanges",
    keys=("topic", "period"),
)


def series(title: str, shares: dict[str, float], incomplete: bool = False) -> pd.DataFrame:
    """A made-up result for one topic, by month."""
    periods = pd.to_datetime([f"{month}-01" for month in shares])
    rows = pd.DataFrame({"period": periods, "topic": title.lower(), "title": title, "share": list(shares.values())})
    rows["hits"], rows["exchanges"], rows["incomplete"] = (rows["share"] * 200).astype(int), 200, False
    rows.loc[rows.index[-1], "incomplete"] = incomplete
    return rows.assign(low=rows["share"] * 0.8, high=rows["share"] * 1.2)


def drawn(count: int) -> pd.DataFrame:
    """A made-up result for several topics that end near each other."""
    topics = (series(f"Topic {n}", {"2030-01": 0.1, "2030-02": 0.1 + n / 1000}) for n in range(count))
    return pd.concat(topics, ignore_index=True)


def points(figure: go.Figure) -> list[Any]:
    """The traces that carry points."""
    return [trace for trace in figure.data if trace.customdata is not None]


def written(part: Any) -> Iterator[str]:
    """Every text that plotly writes: all but what a click carries."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (
            text for name, inner in part.items() if name not in ("customdata", "template") for text in written(inner)
        )
    elif isinstance(part, (list, tuple)):
        yield from (text for inner in part for text in written(inner))


CHARTS = [
    (lines, drawn(3), LOOK),
    (lines, drawn(9), LOOK),
    (bars, drawn(3), LOOK),
    (timeline, drawn(3), LOOK),
    (stacked, drawn(3).assign(stance="opposed"), LOOK),
    (
        calendar,
        drawn(1).rename(columns={"period": "day"}),
        Look("Coverage", "12 briefings", "Source: made up", "hits", keys=("day",)),
    ),
]


@pytest.mark.parametrize(("draw", "frame", "look"), CHARTS)
@pytest.mark.parametrize("dark", [False, True])
def test_picture_says_what_it_shows(draw: Any, frame: pd.DataFrame, look: Look, dark: bool) -> None:
    look = Look(look.title, look.subtitle, look.footer, look.measure, counted=look.counted, keys=look.keys, dark=dark)
    figure = draw(frame, look)
    assert look.title in figure.layout.title.text
    assert figure.layout.title.subtitle.text == look.subtitle
    assert any(look.footer in note.text for note in figure.layout.annotations if note.name == "footer")
    assert figure.layout.template.layout.paper_bgcolor == theme.colours(dark).page
    assert 180 <= figure.layout.height <= 640


@pytest.mark.parametrize(("draw", "frame", "look"), CHARTS)
def test_every_point_carries_its_keys_in_order(draw: Any, frame: pd.DataFrame, look: Look) -> None:
    found = {tuple(cells) for trace in points(draw(frame, look)) for cells in trace.customdata if cells[0] is not None}
    expected = {tuple(words.keys(row, look.keys)) for row in frame.to_dict("records")}
    assert found == expected
    assert all(isinstance(cell, str) for cells in found for cell in cells)


@pytest.mark.parametrize(("draw", "frame", "look"), CHARTS)
def test_click_does_not_fade_the_rest_beyond_reading(draw: Any, frame: pd.DataFrame, look: Look) -> None:
    for trace in points(draw(frame, look)):
        assert trace.unselected.marker.opacity >= 0.5
        assert trace.selected.marker.opacity > trace.unselected.marker.opacity


@pytest.mark.parametrize(("draw", "frame", "look"), CHARTS)
def test_text_from_pages_is_shown_not_obeyed(draw: Any, frame: pd.DataFrame, look: Look) -> None:
    hostile = frame.assign(title=HOSTILE, stance=HOSTILE)
    figure = draw(hostile, Look(HOSTILE, HOSTILE, HOSTILE, look.measure, HOSTILE, keys=look.keys))
    texts = list(written(figure.to_dict()))
    assert sum("&lt;a href=" in text for text in texts) >= 4
    assert not [text for text in texts if re.search("<a|[$\u202e]", text)]


def test_last_point_of_an_open_period_is_hollow_and_named() -> None:
    figure = lines(series("Fishing", {"2030-01": 0.1, "2030-02": 0.2}, incomplete=True), LOOK)
    (line,) = points(figure)
    assert line.marker.color[-1] == theme.LIGHT.page != line.marker.color[0]
    assert "incomplete" in line.hovertext[-1] and "incomplete" not in line.hovertext[0]
    assert any("incomplete" in note.text for note in figure.layout.annotations if note.name == "footer")


@pytest.mark.parametrize(
    ("grain", "days", "gaps"),
    [
        ("month", ["2030-01-01", "2030-02-01", "2030-04-01"], 1),
        ("month", ["2029-12-01", "2030-01-01"], 0),
        ("day", ["2030-01-03", "2030-01-04", "2030-01-07"], 0),  # a weekend is no gap
        ("day", ["2030-01-04", "2030-01-08"], 1),
        ("day", ["2030-01-04", "2030-01-05", "2030-01-07"], 0),
        ("week", ["2029-12-31", "2030-01-07", "2030-01-21"], 1),
        ("quarter", ["2029-10-01", "2030-01-01", "2030-07-01"], 1),
        ("year", ["2028-01-01", "2029-01-01", "2031-01-01"], 1),
    ],
)
def test_line_and_band_break_where_periods_are_missing(grain: Any, days: list[str], gaps: int) -> None:
    frame = pd.DataFrame({"period": pd.to_datetime(days), "title": "Fishing", "share": 0.2, "low": 0.1, "high": 0.3})
    figure = lines(frame, Look("Fishing", grain=grain, counted="-", keys=("title",)))
    (line,) = points(figure)
    assert list(line.y).count(None) == gaps
    assert len(line.x) == len(line.customdata) == len(days) + gaps
    assert list(figure.data[0].x).count(None) == gaps + 1
    assert not line.connectgaps


def test_zero_is_drawn() -> None:
    (line,) = points(lines(series("Fishing", {"2030-01": 0.0, "2030-02": 0.0}), LOOK))
    assert list(line.y) == [0.0, 0.0]


def test_pointer_says_the_count_and_the_interval_in_words() -> None:
    (line,) = points(lines(series("Fishing", {"2030-07": 0.205}), LOOK))
    assert line.hovertext == ("<b>Fishing</b> · July 2030<br>41 of 200 exchanges<br>20.5% (95% interval 16.4–24.6%)",)


@pytest.mark.parametrize("count", [2, 5, 8])
def test_names_at_the_lines_ends_do_not_cover_each_other(count: int) -> None:
    figure = lines(drawn(count), LOOK)
    names = [note for note in figure.layout.annotations if note.name == "line end"]
    height = HEIGHT - figure.layout.margin.t - figure.layout.margin.b
    levels = sorted(note.y * height + note.yshift for note in names)
    assert len(names) == count
    assert all(above - below >= labels.GAP - 1e-6 for below, above in itertools.pairwise(levels))
    assert levels[0] >= -1e-6 and levels[-1] <= height + 1e-6


@pytest.mark.parametrize(
    ("targets", "expected"),
    [([50.0], [50.0]), ([10, 90], [10, 90]), ([50, 50], [45, 55]), ([0, 0], [0, 10]), ([100, 99], [100, 90]), ([], [])],
)
def test_labels_move_no_further_than_they_must(targets: list[float], expected: list[float]) -> None:
    assert labels.apart(targets, 0, 100, gap=10) == expected


def test_more_than_eight_groups_become_small_multiples_on_one_scale() -> None:
    figure = lines(drawn(9), LOOK)
    assert sum(note.name == "group" for note in figure.layout.annotations) == 9
    assert len({tuple(axis.range) for axis in figure.select_yaxes()}) == 1


def test_split_series_are_named_by_what_tells_them_apart() -> None:
    frame = pd.concat(
        [series("Fishing", {"2030-01": 0.1}).assign(series=name) for name in ("Ada Brandt", "Bela Corvin")]
    )
    names = [note.text for note in lines(frame, LOOK).layout.annotations if note.name == "line end"]
    assert names == ["<b>Ada Brandt</b> 10.0%", "<b>Bela Corvin</b> 10.0%"]


@pytest.mark.parametrize(
    ("first", "last", "grain", "dtick", "form"),
    [
        (date(2030, 1, 1), date(2030, 6, 1), "month", "M1", "%b<br>%Y"),
        (date(2018, 5, 1), date(2020, 3, 1), "month", "M3", "%b<br>%Y"),
        (date(2002, 1, 1), date(2025, 1, 1), "month", "M60", "%b<br>%Y"),
        (date(2030, 1, 1), date(2030, 1, 7), "day", ticks.DAY, "%-d %b<br>%Y"),
        (date(2030, 1, 7), date(2030, 2, 25), "week", 7 * ticks.DAY, "%-d %b<br>%Y"),
        (date(2018, 5, 7), date(2020, 3, 30), "week", "M3", "%b<br>%Y"),
        (date(2028, 1, 1), date(2031, 1, 1), "year", "M12", "%Y"),
    ],
)
def test_ticks_fit_the_grain_and_the_span(first: date, last: date, grain: str, dtick: object, form: str) -> None:
    axis = ticks.axis([first, last], grain)
    assert (axis["dtick"], axis["tickformat"]) == (dtick, form)


@pytest.mark.parametrize(("measure", "unit"), [("share", "Share of exchanges"), ("hits", "Exchanges")])
def test_value_axis_names_its_unit(measure: str, unit: str) -> None:
    axis = lines(drawn(2), Look("Topics", measure=measure, unit=unit, keys=("topic",))).layout.yaxis
    assert axis.title.text == unit
    assert axis.tickformat.endswith("%") == (measure == "share")
    assert axis.range[0] == 0


def test_month_without_briefings_is_marked() -> None:
    days = pd.to_datetime(["2030-01-01", "2030-02-01", "2030-05-01"])
    frame = pd.DataFrame({"day": days, "grain": "month", "briefings": [3, 4, 5]})
    _, crosses = calendar(frame, Look("Coverage", measure="briefings", unit="Briefings", keys=("day",))).data
    assert crosses.x == ("2030-03-01", "2030-04-01")


def test_weekday_without_a_briefing_is_an_outline_that_no_click_takes() -> None:
    days = pd.to_datetime(["2030-01-03", "2030-01-08"])
    outlines, squares = calendar(
        pd.DataFrame({"day": days, "hits": [1, 2]}), Look("Coverage", measure="hits", keys=("day",))
    ).data
    assert len(outlines.x) == 2 and outlines.hoverinfo == "skip"
    assert squares.customdata == (["2030-01-03"], ["2030-01-08"])


@pytest.mark.parametrize("c", [theme.LIGHT, theme.DARK])
def test_text_can_be_read_in_both_modes(c: theme.Colours) -> None:
    texts = [c.ink, c.quiet, *(theme.readable(colour, c.page) for colour in c.categories)]
    assert all(theme.contrast(text, ground) >= theme.READABLE - 0.01 for text in texts for ground in (c.page,))
    assert all(theme.contrast(text, c.paper) >= theme.READABLE for text in (c.ink, c.quiet))
    assert theme.contrast(c.ink, c.mark) >= theme.READABLE


@pytest.mark.parametrize(("mode", "c"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_streamlit_and_charts_share_their_colours(mode: str, c: theme.Colours) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())["theme"][mode]
    assert (config["backgroundColor"], config["textColor"], config["borderColor"]) == (c.page, c.ink, c.hairline)
    assert config["sidebar"]["backgroundColor"] == c.paper
    assert theme.contrast(config["primaryColor"], "#ffffff") >= 4


def test_templates_are_registered_only_when_asked() -> None:
    theme.register()
    assert pio.templates["briefings-dark"].layout.paper_bgcolor == theme.DARK.page
