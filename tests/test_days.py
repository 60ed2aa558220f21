"""Days as tables write them."""

from __future__ import annotations

import pytest

from briefings import days


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (("2020-03-04", None, None, None), "2020-03-04"),
        (("2020-03-04T10:00:00Z", None, None, None), "2020-03-04"),
        (("4 March 2020", None, None, None), "2020-03-04"),
        (("March 4, 2020", None, None, None), "2020-03-04"),
        (("20200304", None, None, None), "2020-03-04"),
        (("31/3/2020", None, None, None), "2020-03-31"),
        (("3/31/2020", None, None, None), "2020-03-31"),
        (("3/3/2020", None, None, None), "2020-03-03"),
        (("3/4/2020", "2020", "3", "4"), "2020-03-04"),
        ((None, "2020.0", "3.0", "4.0"), "2020-03-04"),
        ((None, "2020", "March", "4"), "2020-03-04"),
        (("2020-03-04", "2020", None, "4"), "2020-03-04"),
    ],
)
def test_a_written_day_is_found(cells: days.Written, day: str) -> None:
    assert days.known([cells]) == {cells: day}


@pytest.mark.parametrize(
    "cells",
    [
        ("3/4/2020", None, None, None),
        ("2020-02-30", None, None, None),
        ("soon", None, None, None),
        (None, None, None, None),
        (None, "2020", "13", "4"),
    ],
)
def test_what_is_no_day_or_could_be_two_is_left_out(cells: days.Written) -> None:
    assert days.known([cells]) == {}


@pytest.mark.parametrize(("other", "day"), [("25/4/2020", "2020-04-03"), ("4/25/2020", "2020-03-04")])
def test_one_sure_date_in_figures_settles_the_order_of_the_whole_column(other: str, day: str) -> None:
    cells = ("3/4/2020", None, None, None)
    assert days.known([cells, (other, None, None, None)])[cells] == day


def test_a_column_that_contradicts_itself_settles_only_the_sure_dates() -> None:
    column: list[days.Written] = [(cell, None, None, None) for cell in ("25/4/2020", "4/25/2020", "3/4/2020")]
    assert sorted(days.known(column).values()) == ["2020-04-25", "2020-04-25"]


@pytest.mark.parametrize(("cell", "cause"), [(None, "empty"), ("3/4/2020", "two ways"), ("soon", "no day")])
def test_the_trouble_with_a_date_is_named(cell: str | None, cause: str) -> None:
    assert cause in days.trouble(cell)
