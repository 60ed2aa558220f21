"""What a load keeps of the old database: pages that did not change, their briefings as rows or as records again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import duckdb
import pyarrow as pa

from briefings import annotate, query, staged
from briefings.lexicon import Lexicon
from briefings.models import Briefing, Exchange, Statement, Turn
from briefings.staged import Parsed

CHUNK = 64
"""Briefings annotated again at a time."""


def files(connection: duckdb.DuckDBPyConnection, parser_digest: str) -> dict[str, str]:
    """The files that the old database holds as this parser reads them, each with its sha256."""
    found = connection.execute(
        "select path, any_value(input_sha256) from old.page group by path having bool_and(parser_digest = ?)",
        [parser_digest],
    )
    return dict(found.fetchall())


def up_to_date(connection: duckdb.DuckDBPyConnection, version: str, lexicon: Lexicon) -> bool:
    """Whether the old database has the shape and the topics that it would get now."""
    same_shape = connection.execute("select code_version from old.release").fetchall() == [(version,)]
    return same_shape and same_lexicon(connection, lexicon)


def same_lexicon(connection: duckdb.DuckDBPyConnection, lexicon: Lexicon) -> bool:
    """Whether the old database was annotated with this lexicon."""
    return connection.execute("select lexicon_digest from old.release").fetchall() == [(lexicon.digest,)]


def stage_pages(connection: duckdb.DuckDBPyConnection, changed: set[str]) -> None:
    """Stages the old pages of files that did not change."""
    connection.execute(
        "insert into staged.page select * from old.page where path not in (select unnest(?))", [list(changed)]
    )


def briefings(connection: duckdb.DuckDBPyConnection, lexicon: Lexicon) -> Iterator[dict[str, pa.Table]]:
    """Stages the briefings of the pages that stay; annotated again, as tables, where the lexicon changed."""
    query.script(connection, "load/0_kept_pages")
    if same_lexicon(connection, lexicon):
        query.script(connection, "load/0_kept_rows")
        return
    chunk: list[Parsed] = []
    for sha256, briefing in restored(connection):
        chunk.append(Parsed(sha256, annotate.annotated(briefing, lexicon)))
        if len(chunk) == CHUNK:
            yield staged.tables(chunk)
            chunk = []
    yield staged.tables(chunk)


def restored(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, Briefing]]:
    """Every kept briefing as it was parsed, with the sha256 of its page."""
    for row in connection.execute(query.text("load/0_kept_briefings")).fetchall():
        sha256, *facts, spokespersons, url, text, key = row
        rows = connection.execute(query.text("load/0_kept_statements"), [key]).fetchall()
        yield sha256, Briefing(*facts, tuple(spokespersons), url, text, tuple(exchanges(rows)))  # type: ignore[call-arg]


def exchanges(rows: list[tuple[object, ...]]) -> Iterator[Exchange]:
    """Exchanges from statement rows in order."""
    for (_, kind), group in groupby(rows, itemgetter(0, 1)):
        yield Exchange(kind, tuple(turns(list(group))))


def turns(rows: list[tuple[object, ...]]) -> Iterator[Turn]:
    """Turns from the statement rows of one exchange."""
    for (_, kind, role, speaker, outlet, label), group in groupby(rows, itemgetter(2, 3, 4, 5, 6, 7)):
        said = tuple(Statement(*row[8:]) for row in group)  # type: ignore[arg-type]
        yield Turn(kind, speaker, role, outlet, label, said)
