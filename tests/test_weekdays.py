"""Weekdays without a briefing, on days chosen by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.app import weekdays

MONDAY = date(2030, 9, 2)


def days(*numbers: int) -> list[date]:
    """Days counted from a Monday."""
    return [MONDAY + timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (days(0), []),
        (days(0, 1, 2, 3, 4), []),
        (days(0, 2), [(1, 1, 1)]),
        (days(0, 4, 7), [(1, 3, 3)]),
        # A weekend does not interrupt a gap, and is not part of its count.
        (days(3, 8), [(4, 7, 2)]),
        (days(0, 2, 4), [(3, 3, 1), (1, 1, 1)]),
        # The first and the last briefing may fall on a weekend.
        (days(5, 8), [(7, 7, 1)]),
        (days(0, 6), [(1, 4, 4)]),
    ],
)
def test_gaps_are_runs_of_weekdays_the_latest_first(held: list[date], expected: list[tuple[int, int, int]]) -> None:
    found = [((gap.first - MONDAY).days, (gap.last - MONDAY).days, gap.weekdays) for gap in weekdays.gaps(held, {})]
    assert found == expected


def test_public_holidays_in_a_gap_are_counted_and_named_once() -> None:
    free = {MONDAY + timedelta(days=1): "Boat Festival", MONDAY + timedelta(days=2): "Boat Festival"}
    [gap] = weekdays.gaps(days(0, 4), free)
    assert (gap.weekdays, gap.free, gap.holidays) == (3, 2, ("Boat Festival",))


@given(st.sets(st.integers(0, 400), min_size=1))
def test_every_weekday_is_held_or_in_one_gap(numbers: set[int]) -> None:
    held = days(*numbers)
    found = weekdays.gaps(held, {})
    count = weekdays.coverage(held, found)
    assert count.weekdays == count.without + sum(day.weekday() < 5 for day in held)
    assert count.weekend == sum(day.weekday() >= 5 for day in held)


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("China", date(2019, 10, 1), "National Day"),
        ("CN", date(2019, 2, 5), "Chinese New Year (Spring Festival)"),
        ("United States", date(2022, 7, 4), "Independence Day"),
    ],
)
def test_public_holidays_are_known_by_a_country_s_name_or_code(country: str, day: date, name: str) -> None:
    calendar = weekdays.public_holidays(country, [day.year])
    assert calendar is not None and calendar[day] == name


@pytest.mark.parametrize("country", ["Valdoria", "not known", "", None])
def test_a_country_without_a_calendar_has_none_rather_than_no_holidays(country: str | None) -> None:
    assert weekdays.public_holidays(country, [2030]) is None


@pytest.mark.parametrize(
    ("name", "code"), [("T\u00fcrkiye", "TR"), ("South Korea", "KR"), ("Russia", "RU"), ("GB", "GB")]
)
def test_names_of_countries_lead_to_their_codes(name: str, code: str) -> None:
    assert weekdays.code_of(name) == code
