"""Tables become pages: rows of one day and spokesperson make one briefing, or each row is one."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow

from briefings import calendar, columns, tables
from briefings.columns import Columns
from briefings.models import Page
from briefings.tables import Row

MEDIA = "application/x-rows+json"
FACTS = ("spokesperson", "ministry", "headline", "agency", "city", "url", "language", "publication_date")
WORDS = ("question", "answer", "text", "outlet")
WRITTEN = ("date", "year", "month", "day")
FIELDS = (*WRITTEN, *FACTS, *WORDS)
BATCH = 1000

CREATE = f"create table line (number bigint, problem varchar, {', '.join(f'"{field}" varchar' for field in FIELDS)})"
WRITTEN_DAYS = 'select distinct "date", "year", "month", "day" from line'
# Rows of one briefing need not stand together: the sort brings them there, on disk where memory is short.
SORTED = """
select line.*, known.iso
from line
left join known on
    known."date" is not distinct from line."date" and known."year" is not distinct from line."year"
    and known."month" is not distinct from line."month" and known."day" is not distinct from line."day"
order by known.iso, line."date", line.spokesperson, line.ministry, split_part(line.url, '#', 1), line.number
"""

Record = dict[str, Any]


def pages(path: Path, form: str, chosen: Mapping[str, str]) -> Iterator[Page]:
    """One page per briefing of the table; rows that cannot be used make a page of their own, which says why.

    Args:
        chosen: Fields by column, as `columns.options` gives them.

    Raises:
        Refused: the file cannot be read, or its columns are not recognised.
    """
    with tempfile.TemporaryDirectory(prefix="briefings-") as folder, tables.opened(path, form) as (header, records):
        found = columns.found(header, chosen)
        with duckdb.connect(str(Path(folder, "rows.duckdb")), config={"memory_limit": "512MB", "threads": 1}) as shelf:
            shelved(shelf, found, records)
            for _, group in groupby(ordered(shelf), key=occasion):
                yield from briefing(path, list(group))


def shelved(shelf: duckdb.DuckDBPyConnection, found: Columns, records: Iterator[Row]) -> None:
    """Puts the rows on disk, only the columns that are used, with the day that each way of writing a date means."""
    shelf.execute(CREATE)
    while batch := [values(found, row) for row in islice(records, BATCH)]:
        filled = [each for each in batch if any(each[1:])]
        names = ("number", "problem", *FIELDS)
        kinds = [("number", pyarrow.int64()), *((name, pyarrow.string()) for name in names[1:])]
        lines = pyarrow.Table.from_pylist([dict(zip(names, each, strict=True)) for each in filled], pyarrow.schema(kinds))
        shelf.register("batch", lines)
        shelf.execute("insert into line select * from batch")
        shelf.unregister("batch")
    written = shelf.execute(WRITTEN_DAYS).fetchall()
    days = calendar.days(written)
    shelf.execute('create table known ("date" varchar, "year" varchar, "month" varchar, "day" varchar, iso varchar)')
    if days:
        shelf.executemany("insert into known values (?, ?, ?, ?, ?)", [(*key, day) for key, day in days.items()])


def values(found: Columns, row: Row) -> tuple[int | str | None, ...]:
    """A row's number, its problem, and what it says for every field; a constant alone does not fill a row."""
    cells = [found.value(row.cells, field) for field in FIELDS]
    if not row.problem and not any(found.places.get(f) is not None and c for f, c in zip(FIELDS, cells, strict=True)):
        return (row.number, None, *(None for _ in FIELDS))
    return (row.number, row.problem or None, *cells)


def ordered(shelf: duckdb.DuckDBPyConnection) -> Iterator[Record]:
    """The rows, those of one briefing together and in the order of the table."""
    result = shelf.execute(SORTED)
    names = [column[0] for column in result.description or ()]
    while batch := result.fetchmany(BATCH):
        for row in batch:
            yield dict(zip(names, row, strict=True))


def occasion(record: Record) -> tuple[object, ...]:
    """What tells one briefing from another: day, speaker, ministry and address, or the row itself if it is a whole text."""
    if record["text"] and not record["answer"]:
        return (record["number"],)
    where = (record["url"] or "").partition("#")[0]
    return (record["iso"] or record["date"], record["spokesperson"], record["ministry"], where)


def briefing(path: Path, group: Sequence[Record]) -> Iterator[Page]:
    """The page of a briefing's good rows, and one of its bad rows."""
    bad = {record["number"]: why for record in group if (why := wrong(record))}
    good = [record for record in group if record["number"] not in bad]
    if good:
        yield page(path, good, {"rows": [{field: record[field] for field in WORDS if record[field]} for record in good]})
    if bad:
        rows = [record for record in group if record["number"] in bad]
        yield page(path, rows, {"refused": [[number, *why] for number, why in bad.items()]})


def wrong(record: Record) -> tuple[str, str] | None:
    """Why a row cannot be used: reason code and cause; nothing where it can."""
    if record["problem"]:
        return "unreadable", record["problem"]
    if not record["iso"]:
        return "no_date", calendar.trouble(record)
    if not record["answer"] and not record["text"]:
        return "no_body", "the answer is empty"
    return None


def page(path: Path, group: Sequence[Record], content: Record) -> Page:
    """A page that holds the facts of a briefing and its rows, named by day and speaker."""
    first = group[0]
    facts = {field: first[field] for field in FACTS if first[field]}
    if len({record["headline"] for record in group}) > 1:
        # A title that changes from row to row is the exchange's, not the briefing's.
        facts.pop("headline", None)
    whole = {"date": first["iso"], **facts, **content}
    text = bool(first["text"] and not first["answer"])
    rows = ",".join(str(record["number"]) for record in group[:20]) if text or "refused" in content else ""
    name = " ".join(filter(None, [first["iso"], first["spokesperson"], first["url"], rows and f"row {rows}"]))
    encoded = json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()
    return Page(f"{path}#{name}", encoded, MEDIA, first["url"])
