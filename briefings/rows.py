"""Tables become pages: rows of one day and spokesperson make one briefing, a row with a whole text is one."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow

from briefings import columns, days, tables
from briefings.columns import Columns
from briefings.models import Page, Refused
from briefings.tables import Row

MEDIA = "application/x-rows+json"
FACTS = ("spokesperson", "ministry", "headline", "agency", "city", "url", "language", "publication_date")
WORDS = ("question", "answer", "text", "outlet")
FIELDS = ("date", "year", "month", "day", *FACTS, *WORDS)
SCHEMA = pyarrow.schema(
    [("number", pyarrow.int64()), ("problem", pyarrow.string()), *((field, pyarrow.string()) for field in FIELDS)]
)
DAYS = pyarrow.schema([(name, pyarrow.string()) for name in ("date", "year", "month", "day", "iso")])
BATCH = 1000

WRITTEN = 'select distinct "date", "year", "month", "day" from line'
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
        Refused: the file cannot be read, its columns are not recognised, or it has no rows.
    """
    with tempfile.TemporaryDirectory(prefix="briefings-") as folder, tables.opened(path, form) as (header, records):
        found = columns.found(header, chosen)
        with duckdb.connect(str(Path(folder, "rows.duckdb")), config={"memory_limit": "512MB", "threads": 1}) as shelf:
            if not shelve(shelf, found, records):
                raise Refused("empty", "the table has a header and no rows under it")
            for _, group in groupby(ordered(shelf), key=occasion):
                yield from briefing(path, list(group))


def shelve(shelf: duckdb.DuckDBPyConnection, found: Columns, records: Iterator[Row]) -> bool:
    """Puts the columns that are used on disk, with the day that each written date means; false without rows."""
    put(shelf, "create table line as select * from batch", SCHEMA.empty_table())
    while batch := list(islice(records, BATCH)):
        lines = [line(found, row) for row in batch if row.problem or filled(found, row)]
        put(shelf, "insert into line select * from batch", pyarrow.Table.from_pylist(lines, SCHEMA))
    written = shelf.execute(WRITTEN).fetchall()
    meant = [(*cells, iso) for cells, iso in days.known(written).items()]
    parts = [dict(zip(DAYS.names, each, strict=True)) for each in meant]
    put(shelf, "create table known as select * from batch", pyarrow.Table.from_pylist(parts, DAYS))
    return bool(written)


def put(shelf: duckdb.DuckDBPyConnection, statement: str, lines: pyarrow.Table) -> None:
    """Runs a statement on the lines, which it calls `batch`."""
    shelf.register("batch", lines)
    shelf.execute(statement)
    shelf.unregister("batch")


def filled(found: Columns, row: Row) -> bool:
    """Whether a row says anything in a column that is used."""
    return any(place < len(row.cells) and row.cells[place] for place in found.places.values())


def line(found: Columns, row: Row) -> Record:
    """What a row says for every field."""
    return {"number": row.number, "problem": row.problem, **{field: found.value(row.cells, field) for field in FIELDS}}


def ordered(shelf: duckdb.DuckDBPyConnection) -> Iterator[Record]:
    """The rows, those of one briefing together and in the order of the table."""
    result = shelf.execute(SORTED)
    names = [column[0] for column in result.description or ()]
    while batch := result.fetchmany(BATCH):
        for cells in batch:
            yield dict(zip(names, cells, strict=True))


def occasion(record: Record) -> tuple[object, ...]:
    """What tells one briefing from another: day, speaker, ministry and address; a whole text is one by itself."""
    alone = record["number"] if whole(record) else None
    where = (record["url"] or "").partition("#")[0]
    return (record["iso"] or record["date"], record["spokesperson"], record["ministry"], where, alone)


def whole(record: Record) -> bool:
    """Whether a row holds a whole briefing, not one exchange."""
    return bool(record["text"] and not record["answer"])


def briefing(path: Path, group: Sequence[Record]) -> Iterator[Page]:
    """The page of a briefing's good rows, and one of its bad rows."""
    bad = {record["number"]: why for record in group if (why := wrong(record))}
    good = [record for record in group if record["number"] not in bad]
    if good:
        said = [{field: record[field] for field in WORDS if record[field]} for record in good]
        yield page(path, good, {"rows": said}, numbered=whole(good[0]))
    if bad:
        rows = [record for record in group if record["number"] in bad]
        yield page(path, rows, {"refused": [[number, *why] for number, why in bad.items()]}, numbered=True)


def wrong(record: Record) -> tuple[str, str] | None:
    """Why a row cannot be used, as reason and cause; null where it can."""
    if record["problem"]:
        return "unreadable", record["problem"]
    if not record["iso"]:
        return "no_date", days.trouble(record["date"])
    if not record["answer"] and not record["text"]:
        return "no_body", "the answer is empty"
    return None


def page(path: Path, group: Sequence[Record], content: Record, *, numbered: bool) -> Page:
    """A page of a briefing's facts and rows, named by day, speaker and address, or by the numbers of its rows."""
    first = group[0]
    facts = {field: first[field] for field in FACTS if first[field]}
    if len({record["headline"] for record in group}) > 1:
        # A title that changes from row to row is the exchange's, not the briefing's.
        facts.pop("headline", None)
    numbers = "row " + ",".join(str(record["number"]) for record in group[:20]) if numbered else ""
    name = " ".join(filter(None, (first["iso"], first["spokesperson"], first["url"], numbers)))
    encoded = json.dumps({"date": first["iso"], **facts, **content}, ensure_ascii=False, sort_keys=True).encode()
    return Page(f"{path}#{name}", encoded, MEDIA, first["url"])
