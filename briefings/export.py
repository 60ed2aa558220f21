"""Results as files: CSV that Excel opens right, and Parquet; the same rows give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from briefings import query
from briefings.query import Query

FORMS = ("csv", "parquet")
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
RULE = (
    "A text that begins with =, +, -, @, a tab or a carriage return would be run as a formula by a spreadsheet: "
    "an apostrophe stands before it, and before one that begins so behind apostrophes of its own. Take the first "
    "apostrophe off to have the text as it was said."
)
WHOLE = {pa.int8(): pd.Int8Dtype(), pa.int16(): pd.Int16Dtype(), pa.int32(): pd.Int32Dtype()}
WHOLE |= {pa.int64(): pd.Int64Dtype(), pa.uint8(): pd.UInt8Dtype(), pa.uint16(): pd.UInt16Dtype()}
WHOLE |= {pa.uint32(): pd.UInt32Dtype(), pa.uint64(): pd.UInt64Dtype(), pa.bool_(): pd.BooleanDtype()}
"""Columns that keep whole numbers whole beside an empty cell."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a file holds: a query with its values, the columns taken along, and the form."""

    query: str
    values: Mapping[str, object]
    columns: tuple[str, ...] = ()
    """All of them where none is named."""
    form: str = "csv"

    @property
    def asks(self) -> Query:
        """The query."""
        return query.load(self.query)

    @property
    def bound(self) -> dict[str, object]:
        """The values that the query takes; one it names and that is missing here is null."""
        given = {name: self.values.get(name) for name in sorted(self.asks.parameters)}
        return {name: value for name, value in given.items() if value is not None}

    def rows(self, cursor: duckdb.DuckDBPyConnection) -> pa.Table:
        """The rows as Arrow, which keeps days, lists and empty cells apart from texts."""
        taken = {name: self.values.get(name) for name in self.asks.parameters}
        table = cursor.sql(self.asks.sql, params=taken).to_arrow_table()
        return table.select(list(self.columns)) if self.columns else table

    def file(self, cursor: duckdb.DuckDBPyConnection) -> File:
        """The file."""
        return file(self.rows(cursor), self.form)


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file, and what was done to them."""

    content: bytes
    rows: int
    columns: tuple[str, ...]
    defused: Mapping[str, int] = field(default_factory=dict)
    """Cells behind an apostrophe, by column."""


def file(table: pa.Table, form: str) -> File:
    """The rows in a form."""
    columns = tuple(table.column_names)
    if form == "parquet":
        return File(parquet(table), table.num_rows, columns)
    frame = table.to_pandas(types_mapper=WHOLE.get)
    content, cells = counted(frame)
    return File(content, table.num_rows, columns, cells)


def csv(frame: pd.DataFrame) -> bytes:
    """The frame as CSV (RFC 4180, UTF-8 with a byte-order mark); text that a spreadsheet would run is defused."""
    return counted(frame)[0]


def counted(frame: pd.DataFrame) -> tuple[bytes, dict[str, int]]:
    """The frame as CSV, and how many cells of each column were defused."""
    plain = {name: frame[name].map(joined) for name in frame.columns if frame[name].dtype.kind not in "biufMm"}
    texts = {name: cells.map(defused) for name, cells in plain.items()}
    changed = {str(name): sum(map(runs, cells)) for name, cells in plain.items()}
    written = frame.assign(**texts).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
    return written, {name: number for name, number in changed.items() if number}


def joined(value: object) -> object:
    """A cell that is a list as one text, its items between semicolons."""
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        return value
    return "; ".join(item_text(item) for item in value)


def item_text(item: object) -> str:
    """An item of a list: a span as `12-18`, others as they are."""
    return "-".join(map(str, item.values())) if isinstance(item, Mapping) else str(item)


def runs(value: object) -> bool:
    """Whether a spreadsheet would run the cell, or it begins like one that was defused: so each can be told back."""
    return isinstance(value, str) and value.lstrip("'").startswith(RUN_BY_SPREADSHEETS)


def defused(value: object) -> object:
    """A text that a spreadsheet would take for a formula, behind an apostrophe."""
    return f"'{value}" if runs(value) else value


def restored(text: str) -> str:
    """A text as it was before it was defused."""
    return text[1:] if text.startswith("'") and runs(text) else text


def parquet(table: pa.Table) -> bytes:
    """The rows as a Parquet file."""
    buffer = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(None), buffer, compression="zstd")
    return buffer.getvalue()
