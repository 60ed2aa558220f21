"""Files: whole numbers stay whole, spreadsheets run nothing, and what was changed is counted."""

from __future__ import annotations

import csv
import io

import pyarrow as pa
import pytest

from briefings import export


def cells(content: bytes) -> list[list[str]]:
    """The cells of a CSV below its header."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-cmd", "'-cmd"),
        ("@sum", "'@sum"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("a=b", "a=b"),
        (" =x", " =x"),
        ("", ""),
        ("\u2013 no", "\u2013 no"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str, written: str) -> None:
    made = export.file(pa.table({"text": [text, "plain"]}), "csv")
    assert cells(made.content)[0] == [written]
    assert made.defused == ({"text": 1} if text != written else {})


def test_defused_cells_are_counted_by_column_and_numbers_are_left_alone() -> None:
    table = pa.table({"who": ["@a", "b"], "said": [["=x", "y"], ["z"]], "change": [-1, 2], "share": [-0.5, None]})
    made = export.file(table, "csv")
    assert made.defused == {"who": 1, "said": 1}
    assert cells(made.content) == [["'@a", "'=x; y", "-1", "-0.5"], ["b", "z", "2", ""]]


def test_whole_numbers_stay_whole_beside_an_empty_cell() -> None:
    made = export.file(pa.table({"n": pa.array([1, None], pa.int32()), "yes": pa.array([True, None])}), "csv")
    assert cells(made.content) == [["1", "True"], ["", ""]]


def test_spans_are_written_as_spans() -> None:
    made = export.file(pa.table({"marks": [[{"first": 3, "last": 8}, {"first": 10, "last": 12}]]}), "csv")
    assert cells(made.content) == [["3-8; 10-12"]]


def test_parquet_is_left_as_it_is() -> None:
    assert export.file(pa.table({"text": ["=1+1"]}), "parquet").defused == {}
