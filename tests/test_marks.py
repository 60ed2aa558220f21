"""Change points as drawn: their words, their places, their lines.

Every name and number is invented.
"""

from __future__ import annotations

import itertools
from datetime import date

import pandas as pd
import pytest

from briefings.app.charts import marks, words
from briefings.app.charts.lines import lines
from briefings.app.charts.look import Look
from briefings.app.charts.series import groups

LOOK = Look(title="Topics over time", counted="-", keys=("topic",))
MONTHS = pd.date_range("2029-01-01", "2031-12-01", freq="MS")


def shares(topics: int = 1) -> pd.DataFrame:
    """Made-up shares by month."""
    parts = [
        pd.DataFrame({"period": MONTHS, "topic": f"t{n}", "title": f"Topic {n}", "series": "", "share": 0.1 + n / 100})
        for n in range(topics)
    ]
    return pd.concat(parts, ignore_index=True)


def change(topic: int, day: str, gain: float = 20.0, way: str = "rose") -> dict[str, object]:
    """A made-up change of a topic, that may lie three days earlier or later."""
    on, days = pd.Timestamp(day), pd.Timedelta(days=3)
    when = {"change_day": on, "earliest": on - days, "latest": on + days}
    return {"topic": f"t{topic}", "series": "", "change": way, **when, "gain": gain}


def texts(frame: pd.DataFrame, *changes: dict[str, object]) -> list[str]:
    """The words of the changes on a chart."""
    figure = lines(frame, LOOK, pd.DataFrame(changes))
    return [note.text for note in figure.layout.annotations if note.name == "change"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2030, 5, 9), date(2030, 5, 20), "12 May 2030 (9–20 May)"),
        (date(2030, 4, 28), date(2030, 5, 20), "12 May 2030 (28 Apr–20 May)"),
        (date(2029, 12, 28), date(2030, 5, 20), "12 May 2030 (28 Dec 2029–20 May)"),
        (date(2030, 5, 9), date(2031, 1, 2), "12 May 2030 (9 May–2 Jan 2031)"),
        (date(2029, 5, 9), date(2029, 5, 20), "12 May 2030 (9 May 2029–20 May 2029)"),
        (date(2030, 5, 12), date(2030, 5, 12), "12 May 2030"),
    ],
)
def test_a_day_is_written_with_those_between_which_it_lies(first: date, last: date, told: str) -> None:
    assert words.between(date(2030, 5, 12), first, last) == told


def test_the_only_line_has_its_change_in_words_with_the_date() -> None:
    assert texts(shares(), change(0, "2030-05-12")) == ["Change: 12 May 2030 (9–15 May)"]


def test_several_lines_are_named_with_what_they_did() -> None:
    told = texts(shares(2), change(0, "2030-05-12"), change(1, "2029-09-20", way="fell"))
    assert told == ["Topic 1 fell: 20 Sep 2029 (17–23 Sep)", "Topic 0 rose: 12 May 2030 (9–15 May)"]


def test_a_dotted_line_stands_on_the_day_in_the_colour_of_its_topic() -> None:
    figure = lines(shares(2), LOOK, pd.DataFrame([change(1, "2030-05-12")]))
    [rule] = figure.layout.shapes
    assert (rule.x0, rule.x1, rule.line.dash) == ("2030-05-12", "2030-05-12", "dot")
    assert rule.line.color == groups(shares(2), LOOK)[1].colour


def test_changes_of_topics_that_are_not_drawn_are_left_out() -> None:
    assert texts(shares(), change(7, "2030-05-12")) == []


def test_only_the_clearest_changes_have_words() -> None:
    many = [change(0, f"2030-{month:02}-10", gain=month) for month in range(1, 13)]
    told = texts(shares(), *many)
    assert len(told) == marks.MOST
    assert all(any(f"10 {name} 2030" in text for text in told) for name in ("Jul", "Aug", "Dec"))


def test_words_do_not_cover_each_other() -> None:
    days = [f"20{year}-{month:02}-10" for year in (29, 30, 31) for month in (1, 2, 7, 12)]
    found = [marks.Mark(date.fromisoformat(day), f"Topic rose: {day} and so on", "#000000", 1.0) for day in days]
    first, last = date(2029, 1, 1), date(2031, 12, 1)
    placed = marks.lanes(found, first, last)
    per_day = marks.WIDTH / (last - first).days
    extents = [marks.extent(each, first, per_day) for each in found]
    for (one, lane), (two, other) in itertools.combinations(zip(extents, placed, strict=True), 2):
        assert lane != other or one[1] <= two[0] or two[1] <= one[0]


def test_the_plot_keeps_its_height_under_the_words() -> None:
    plain, marked = lines(shares(), LOOK), lines(shares(), LOOK, pd.DataFrame([change(0, "2030-05-12")]))
    heights = [each.layout.height - each.layout.margin.t - each.layout.margin.b for each in (plain, marked)]
    assert heights[0] == heights[1]


def test_a_change_after_the_last_point_is_inside_the_axis() -> None:
    figure = lines(shares(), LOOK, pd.DataFrame([change(0, "2031-12-29")]))
    assert str(figure.layout.xaxis.range[1])[:10] > "2031-12-29"


def test_small_multiples_show_their_changes_without_words() -> None:
    figure = lines(shares(9), LOOK, pd.DataFrame([change(4, "2030-05-12")]))
    [rule] = figure.layout.shapes
    assert (rule.xref, rule.yref) == ("x5", "y5 domain")
    assert not [note for note in figure.layout.annotations if note.name == "change"]


def test_the_lowest_little_chart_of_every_column_has_ticks() -> None:
    axes = list(lines(shares(10), LOOK).select_xaxes())[:10]
    assert [place for place, axis in enumerate(axes) if axis.showticklabels is not False] == [7, 8, 9]


def test_a_long_name_above_a_little_chart_keeps_its_end() -> None:
    frame = shares(9).assign(title=lambda rows: rows["title"] + ": Foreign Ministry of Far Valdoria")
    names = [note.text for note in lines(frame, LOOK).layout.annotations if note.name == "group"]
    assert all(name.startswith("<b>Topic ") and "Far Valdoria</b>" in name for name in names)


def test_a_hostile_name_is_shown_not_obeyed() -> None:
    frame = shares(2).assign(title=lambda rows: rows["title"] + "<a href=x>$x$")
    assert all("<a" not in text and "$" not in text for text in texts(frame, change(0, "2030-05-12")))
