"""Rows of two files: what was added, removed and changed. Every name is invented."""

from __future__ import annotations

import pytest

from briefings import difference, export
from briefings.difference import Table, between

EARLIER = Table(("topic", "hits"), (("fishing", "1"), ("visas", "2"), ("trade", "3")))


def test_the_same_rows_do_not_differ() -> None:
    found = between(EARLIER, Table(EARLIER.columns, EARLIER.rows[::-1]), ["topic"])
    assert found.none


def test_rows_are_added_removed_and_changed_by_their_keys() -> None:
    later = Table(("topic", "hits"), (("fishing", "1"), ("visas", "5"), ("railways", "9")))
    found = between(EARLIER, later, ["topic"])
    assert found.added == (("railways", "9"),)
    assert found.removed == (("trade", "3"),)
    assert found.changed == ((("visas", "2"), ("visas", "5")),)
    assert list(difference.told(found, 5)) == [
        "rows: 1 added, 1 removed, 1 changed",
        "+ topic railways, hits 9",
        "- topic trade, hits 3",
        "~ topic visas: hits 2 -> 5",
    ]


def test_without_keys_a_changed_row_is_one_removed_and_one_added() -> None:
    found = between(EARLIER, Table(EARLIER.columns, (("fishing", "7"), *EARLIER.rows[1:])), [])
    assert (found.added, found.removed, found.changed) == ((("fishing", "7"),), (("fishing", "1"),), ())


def test_a_row_that_stands_twice_is_missed_once() -> None:
    twice = Table(EARLIER.columns, (*EARLIER.rows, EARLIER.rows[0]))
    assert between(twice, EARLIER, ["topic"]).removed == (EARLIER.rows[0],)


def test_a_column_of_one_file_only_is_named_and_not_compared() -> None:
    later = Table(("topic", "hits", "share"), tuple((*row, "0.5") for row in EARLIER.rows))
    found = between(EARLIER, later, ["topic"])
    assert (found.gained, found.lost, found.added, found.none) == (("share",), (), (), False)


def test_numbers_that_a_load_gives_anew_are_not_compared() -> None:
    columns = ("statement", "exchange", "briefing", "briefing_id", "position", "text")
    one = Table(columns, (("1", "1", "1", "ab", "0", "Yes."),))
    other = Table(columns, (("9", "4", "2", "ab", "0", "Yes."),))
    assert between(one, other, []).none


def test_many_rows_are_told_by_the_first_of_them() -> None:
    found = between(Table(("n",), ()), Table(("n",), tuple((str(n),) for n in range(9))), [])
    assert list(difference.told(found, 2))[1:] == ["+ n 0", "+ n 1", "+ \u2026 and 7 more"]


def test_a_cell_cannot_command_the_terminal() -> None:
    assert "\x1b" not in difference.clipped("\x1b[2Jgone") and len(difference.clipped("x" * 500)) == 60


@pytest.mark.parametrize("form", export.FORMS)
def test_a_file_is_read_back_as_texts(form: str) -> None:
    import pyarrow as pa

    made = export.file(pa.table({"topic": ["visas", None], "hits": [2, 3]}), form)
    assert difference.read(made.content, form) == Table(("topic", "hits"), (("visas", "2"), ("", "3")))
