"""The pictures of stances: sides by colour, shape and sign, every point carrying its keys. All names invented."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from briefings.app import theme
from briefings.app.charts import leaning, words
from briefings.app.charts.look import Look

COUNTED = "{statements:,} statements"
LOOK = Look(
    "Net stance", "n = 9", "Source: made up", "net", "Net stance", COUNTED, ("period", "target"), grain="quarter"
)
COUNTS = Look(
    "Counts", "n = 9", "Source: made up", "hits", "Statements", "", ("period", "target", "stance"), grain="quarter"
)
RANKED = Look("Ranking", "n = 9", "Source: made up", "net", "Net stance", COUNTED, ("target",))
EVIL = "<b>$x$</b>\u202e"


def rows(*values: float, title: str = "Ennor", width: float = 0.2, statements: int = 20) -> pd.DataFrame:
    """A target's net stance, quarter by quarter."""
    days = [pd.Timestamp(date(2030 + place // 4, 1 + 3 * (place % 4), 1)) for place in range(len(values))]
    net = np.array(values)
    return pd.DataFrame(
        {
            "period": days,
            "target": title.lower(),
            "title": title,
            "series": "",
            "net": net,
            "low": net - width,
            "high": net + width,
            "statements": statements,
            "incomplete": [False] * (len(values) - 1) + [True],
        }
    )


def counts(*titles: str) -> pd.DataFrame:
    """Counts of each stance toward some targets in two quarters."""
    cells = [
        {
            "period": pd.Timestamp(date(2030, month, 1)),
            "target": title,
            "title": title,
            "stance": stance,
            "hits": hits,
            "statements": 9,
        }
        for title in titles
        for month in (1, 4)
        for stance, hits in (("supportive", 2), ("neutral", 3), ("opposed", 4))
    ]
    return pd.DataFrame(cells)


def scatters(figure: Any) -> list[Any]:
    """The traces with points that carry keys."""
    return [trace for trace in figure.data if trace.customdata is not None]


CASES = [
    (leaning.net, rows(0.5, -0.5, 0.0), LOOK),
    (leaning.quarters, rows(0.5, -0.5, 0.0), LOOK),
    (leaning.counts, counts("Ennor", "Brannock"), COUNTS),
    (leaning.ranking, rows(0.5).drop(columns="period"), RANKED),
]


@pytest.mark.parametrize(("draw", "frame", "look"), CASES)
def test_every_point_carries_its_keys(draw: Any, frame: pd.DataFrame, look: Look) -> None:
    found = {
        tuple(cells) for trace in scatters(draw(frame, look)) for cells in trace.customdata if cells[0] is not None
    }
    assert found == {tuple(words.keys(row, look.keys)) for row in frame.to_dict("records")}


@pytest.mark.parametrize(("draw", "frame", "look"), CASES)
@pytest.mark.parametrize("dark", [False, True])
def test_a_picture_says_what_it_shows(draw: Any, frame: pd.DataFrame, look: Look, dark: bool) -> None:
    figure = draw(frame, Look(**{name: getattr(look, name) for name in look.__slots__ if name != "dark"}, dark=dark))
    assert look.title in figure.layout.title.text and figure.layout.title.subtitle.text == look.subtitle
    assert any(look.footer in note.text for note in figure.layout.annotations if note.name == "footer")
    assert figure.layout.template.layout.paper_bgcolor == theme.colours(dark).page


@pytest.mark.parametrize(("draw", "frame", "look"), CASES)
def test_hostile_names_stay_text(draw: Any, frame: pd.DataFrame, look: Look) -> None:
    drawn = draw(frame.assign(title=EVIL), look).to_json()
    assert "<b>$x$" not in drawn and "\\u202e" not in drawn and "\u202e" not in drawn


def test_a_point_has_the_shape_and_colour_of_the_side_on_which_its_interval_lies() -> None:
    figure = leaning.net(rows(0.5, -0.5, 0.1), LOOK)
    [line] = scatters(figure)
    assert list(line.marker.symbol) == ["triangle-up", "triangle-down", "circle"]
    c = theme.colours(False)
    assert list(line.marker.line.color) == [c.supportive, c.opposed, c.neutral]
    assert line.marker.color[-1] == c.page  # not over: hollow
    assert [note.text for note in figure.layout.annotations if note.name == "side"] == [
        *("more supportive \u2191", "more opposed \u2193")
    ]
    assert "+0.50 (95% interval +0.30 to +0.70)" in line.hovertext[0] and "\u22120.50" in line.hovertext[1]
    assert tuple(figure.layout.yaxis.range) == (-1.06, 1.06)


@pytest.mark.parametrize(
    ("values", "colour"), [((0.5, 0.4), "supportive"), ((-0.5, 0.1), "opposed"), ((0.9, -0.3, 0.9), "neutral")]
)
def test_a_line_has_the_colour_of_its_side_and_none_where_it_changes_sides(
    values: tuple[float, ...], colour: str
) -> None:
    [line] = scatters(leaning.net(rows(*values), LOOK))
    assert line.line.color == getattr(theme.colours(False), colour)


def test_more_than_four_lines_are_drawn_apart() -> None:
    frame = pd.concat([rows(0.5, 0.4, title=f"Target {number}") for number in range(5)])
    assert len([name for name in leaning.net(frame, LOOK).layout if name.startswith("xaxis")]) >= 5


def test_a_cell_of_few_statements_has_no_ground() -> None:
    frame = pd.concat([rows(0.5, title="Ennor"), rows(-0.9, title="Brannock", statements=leaning.FEW - 1)])
    ground, text = leaning.quarters(frame, LOOK).data
    assert list(ground.z) == [0.5, None] and list(text.text) == ["+0.50", "\u22120.90"]
    assert "fewer than 10 statements" in leaning.quarters(frame, LOOK).layout.annotations[0].text


def test_numbers_give_way_where_quarters_are_many() -> None:
    assert leaning.quarters(rows(*[0.1] * 20), LOOK).data[1].mode == "markers"


@pytest.mark.parametrize("value", [-1.0, -0.7, -0.3, 0.0, 0.4, 0.8, 1.0])
@pytest.mark.parametrize("dark", [False, True])
def test_numbers_can_be_read_on_their_ground(value: float, dark: bool) -> None:
    look = Look("t", dark=dark, measure="net")
    ground = leaning.shade(value, look)
    assert theme.contrast(leaning.ink({"net": value, "statements": 50}, look), ground) >= theme.READABLE


def test_counts_pile_up_and_opposed_is_hatched() -> None:
    figure = leaning.counts(counts("Ennor"), COUNTS)
    assert [(bar.name, list(bar.y), bar.marker.pattern.shape) for bar in figure.data] == [
        ("opposed", [4, 4], "/"),
        ("neutral", [3, 3], ""),
        ("supportive", [2, 2], ""),
    ]
    assert figure.layout.barmode == "stack"
    assert "4 of 9 statements opposed" in figure.data[0].hovertext[0]


def test_the_ranking_has_the_most_supportive_on_top_and_leaves_out_what_says_little() -> None:
    frame = pd.concat(
        [rows(-0.5, title="Low"), rows(0.5, title="High"), rows(0.9, title="Rare", statements=leaning.FEW - 1)]
    )
    figure = leaning.ranking(frame, RANKED)
    assert list(figure.layout.yaxis.ticktext) == ["High (20)", "Low (20)"]
    assert list(figure.data[0].marker.symbol) == ["triangle-up", "triangle-down"]


@pytest.mark.parametrize(
    ("number", "written"), [(0.624, "+0.62"), (-0.41, "\u22120.41"), (0.001, "0.00"), (-0.001, "0.00"), (1, "+1.00")]
)
def test_numbers_are_written_with_their_sign(number: float, written: str) -> None:
    assert words.signed(number) == written
