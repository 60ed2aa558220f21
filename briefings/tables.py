"""Table files read row by row: CSV, JSON lines, Parquet and Excel, every cell as text."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TextIO

import pyarrow
from pyarrow import parquet
from python_calamine import CalamineError, CalamineWorkbook

from briefings import encoding as encodings
from briefings.models import Refused

Cells = tuple[str | None, ...]
FORMATS = frozenset(["csv", "tsv", "jsonl", "ndjson", "parquet", "xlsx"])
# Tables write these where they know nothing.
NOTHING = frozenset(["", "-", "--", "n/a", "na", "nan", "none", "null", "missing", "unknown"])
SAMPLE = 1 << 20
KEYS_FROM = 2000
DAMAGED = "the file is damaged or not what its name says: save it again"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, its cells, and what is wrong with it, if anything."""

    number: int
    cells: Cells
    problem: str = ""


@contextmanager
def opened(path: Path, form: str) -> Iterator[tuple[list[str], Iterator[Row]]]:
    """The header of a table and its rows, one at a time.

    Raises:
        Refused: the file cannot be read, or has no header.
    """
    try:
        rows = {"parquet": parquet_rows, "xlsx": sheet_rows, "jsonl": json_rows, "ndjson": json_rows}.get(
            form, csv_rows
        )
        records = rows(path)
        header = next(records, None)
        if header is None:
            raise Refused("empty", "the table has no rows")
        yield [name or "" for name in header.cells], records
    except (csv.Error, pyarrow.ArrowException, CalamineError, UnicodeDecodeError) as error:
        cause = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise Refused("unreadable", f"{cause}: {DAMAGED}") from error


def cell(value: object) -> str | None:
    """A cell as text; null where it says nothing, whole numbers without their point, days in ISO form."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    words = "" if value is None else str(value).strip()
    return None if words.casefold() in NOTHING else words


def csv_rows(path: Path) -> Iterator[Row]:
    """The records of a CSV file, the header first, in whatever encoding and with whatever separator it has."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding=encoding(path), newline="") as stream:
        reader = csv.reader(stream, delimiter=separator(stream))
        header = next(reader, None)
        if header is None:
            return
        yield Row(1, tuple(name.strip().lstrip("\ufeff") for name in header))
        for number, values in enumerate(reader, 2):
            if not values:
                continue
            extra = len(values) - len(header)
            yield Row(number, tuple(map(cell, values)), f"{extra} cells more than the header" if extra > 0 else "")


def encoding(path: Path) -> str:
    """The encoding of a text file: UTF-8 if its beginning is, else the commonest that fits."""
    with path.open("rb") as stream:
        return encodings.encoding(stream.read(SAMPLE)) or "utf-8"


def separator(stream: TextIO) -> str:
    """What stands between the cells of the header."""
    header = stream.readline()
    stream.seek(0)
    return max(",;\t|", key=header.count)


def json_rows(path: Path) -> Iterator[Row]:
    """The records of a JSON lines file, their keys first; a line that is no record has its problem named."""
    with path.open(encoding=encoding(path)) as stream:
        keys = list(dict.fromkeys(key for line in islice(stream, KEYS_FROM) for key in record(line)))
        if not keys:
            return
        yield Row(0, tuple(keys))
        stream.seek(0)
        for number, line in enumerate(stream, 1):
            if line.strip():
                values = record(line)
                yield Row(number, tuple(cell(values.get(key)) for key in keys), "" if values else "not a JSON record")


def record(line: str) -> dict[str, object]:
    """The record on a line; empty where there is none."""
    try:
        found = json.loads(line)
    except json.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def parquet_rows(path: Path) -> Iterator[Row]:
    """The rows of a Parquet file, the header first, in batches that fit in memory."""
    with parquet.ParquetFile(path) as file:
        yield Row(0, tuple(file.schema_arrow.names))
        number = 0
        for batch in file.iter_batches(batch_size=1000):
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield Row(number, tuple(map(cell, values)))


def sheet_rows(path: Path) -> Iterator[Row]:
    """The rows of the first sheet of an Excel file that has any, the header first."""
    with CalamineWorkbook.from_path(str(path)) as book:
        for name in book.sheet_names:
            rows: Sequence[Sequence[object]] = book.get_sheet_by_name(name).to_python()
            if rows:
                yield Row(1, tuple(str(value).strip() for value in rows[0]))
                yield from (Row(number, tuple(map(cell, row))) for number, row in enumerate(rows[1:], 2) if any(row))
                return
