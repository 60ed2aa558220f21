"""Dates are read in every form the pages use, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date

import pytest

from briefings import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on February 6, 2020", date(2020, 2, 6)),
        ("Conference on June13, 2018", date(2018, 6, 13)),
        ("Conference on June 13 2018", date(2018, 6, 13)),
        ("MARHALT, Jan. 30, 2023 (Wire) --", date(2023, 1, 30)),
        ("Sept. 3, 2021", date(2021, 9, 3)),
        ("6 February 2020", date(2020, 2, 6)),
        ("the 6th of February, 2020", date(2020, 2, 6)),
        ("May 3rd, 2019", date(2019, 5, 3)),
        ("Source: Wire | 2023-01-31", date(2023, 1, 31)),
        ("2023/1/31 18:10:22", date(2023, 1, 31)),
        ("2018年5月31日", date(2018, 5, 31)),
        ("on February 30, 2020, then on March 1, 2020", date(2020, 3, 1)),
        ("no date: 24:00, 20 percent, the May 4th Movement", None),
        ("may 10.5 percent be right in 2019?", None),
        ("in September 2018", None),
    ],
)
def test_the_first_complete_date_is_read(text: str, expected: date | None) -> None:
    assert dates.first(text) == expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("Regular Press Conference on September 10", 2018, date(2018, 9, 10)),
        ("MARHALT, Dec. 31 (Wire) --", 2022, date(2022, 12, 31)),
        ("on 5 March", 2021, date(2021, 3, 5)),
        ("5月31日", 2018, date(2018, 5, 31)),
        ("on September 10", None, None),
        ("on September 10, 2017", 2018, date(2017, 9, 10)),
        ("on February 29", 2019, None),
    ],
)
def test_a_year_less_date_takes_the_year_given(text: str, year: int | None, expected: date | None) -> None:
    assert dates.first(text, year) == expected


def test_every_date_is_found_where_it_stands() -> None:
    text = "From July 26 to 28 July 2019, then 2019-08-01."
    assert [(text[found.start : found.end], found.year) for found in dates.written(text)] == [
        ("July 26", None),
        ("28 July 2019", 2019),
        ("2019-08-01", 2019),
    ]
