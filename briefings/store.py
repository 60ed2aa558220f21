"""The database: built beside the live file from parsed pages, checked, then put in its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from briefings import answers, kept, loading, ministries, phrases, query, repetition, stances
from briefings.lexicon import Lexicon
from briefings.release import SHAPE, code_version, parser_digest
from briefings.scratch import StoreError, alone

if TYPE_CHECKING:
    from briefings.stance import Model

HASHED = (
    *("ministry", "source", "speaker", "outlet", "topic", "briefing"),
    *("exchange", "turn", "statement", "exchange_topic", "topic_hit"),
    *("function_word", "phrase", "phrase_within", "phrase_use", "phrase_tally", "posting", "speech", "said_before"),
    *("novelty", "answer", "answer_cue", "target", "stance", "topic_use", "printed", "page_words"),
    *("word", "facet", "day_begin", "occurrence"),
)
TOGETHER = 4
"""Batches put into the database at a time: each insert has a price of its own."""

STEPS = ("2_likeness", "2_versions", "3_keys", "4_tables", "5_facts", "5_sums", "5_swept", "6_occurrences")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a load is asked for."""

    database: Path
    files: tuple[Path, ...]
    lexicon: Lexicon
    columns: Mapping[str, str] = field(default_factory=dict)
    workers: int = 1
    """Processes; more than one only where the main module can be imported again, which a Streamlit script cannot."""
    rebuild: bool = False
    stance_model: Model | None = "encoder"
    """Which model judges stances; null for none."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a load did, in pages, and what the database holds now."""

    loaded: int
    replaced: int
    unchanged: int
    outdated: int
    """Pages kept from a load by an older parser."""
    quarantined: Mapping[str, int]
    """Pages refused in this load, by reason."""
    aside: Mapping[str, int]
    """Briefings that the database holds and does not count, by standing."""
    held: Mapping[str, int]
    row_hash: str
    stance_model: str | None
    """Which model judged stances; null for none."""
    stances: int


Progress = Callable[[int], None]


def load(
    wanted: Wanted,
    progress: Progress = lambda pages: None,
    judging: stances.Progress = lambda done, of: None,
) -> Report:
    """Brings the database up to date with the files; the live file changes at once or not at all.

    Args:
        progress: told, as pages get done, how many; a file that need not be read again counts as one.
        judging: told how many pairs of statement and target are judged, and of how many.

    Raises:
        StoreError: the old database cannot be read, another load is at work, a process died, or the new one fails
            its checks.
    """
    workers = loading.started(wanted.workers, wanted.lexicon)
    with alone(wanted.database) as scratch, workers as pool, opened(wanted, scratch) as connection:
        digests = {path: loading.reading_sha256(path, wanted.columns) for path in wanted.files}
        known = kept.files(connection, parser_digest())
        changed = [
            (path, digest)
            for path, digest in digests.items()
            if not loading.same_reading(known.get(str(path.resolve())), digest)
        ]
        unchanged = len(digests) - len(changed)
        progress(unchanged)
        by = stances.made(wanted.stance_model)
        known_words = kept.up_to_date(connection, code_version(), wanted.lexicon) and stances.same(connection, by)
        if not changed and known_words:
            return report(connection, unchanged, "old")
        try:
            build(connection, wanted, changed, pool, progress)
            stances.build(connection, by, judging)
            sign(connection, wanted.lexicon, by)
        except (loading.WorkerDied, stances.Unjudged) as died:
            raise StoreError(f"{wanted.database}: {died}; the old database stands") from died
        check(connection, wanted.database)
        told = report(connection, unchanged, "built")
        replace(connection, scratch, wanted.database)
    return told


@contextmanager
def opened(wanted: Wanted, scratch: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the old database, the staging file and the new database attached.

    Raises:
        StoreError: the old database is not one of ours, or of another shape.
    """
    connection = duckdb.connect()
    try:
        connection.execute("set enable_progress_bar = false")
        # Staged rows need not survive: in memory, spilled beside the new file where they are too many.
        connection.execute(f"set temp_directory = {quoted(scratch / 'spilled')}")
        connection.execute("attach ':memory:' as staged")
        connection.execute(f"attach {quoted(scratch / 'built')} as built")
        query.script(connection, "load/1_staged")
        connection.execute("use built")
        for name in SHAPE:
            query.script(connection, name)
        if wanted.database.exists() and not wanted.rebuild:
            attach_old(connection, wanted.database)
        else:
            connection.execute("attach ':memory:' as old")
            connection.execute("use old")
            query.script(connection, "schema")
            connection.execute("use built")
        yield connection
    finally:
        connection.close()


def attach_old(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Attaches the live database to read from."""
    remedy = "load with --rebuild, or name another file with --db"
    try:
        connection.execute(f"attach {quoted(database)} as old (read_only)")
    except duckdb.Error as error:
        raise StoreError(f"{database}: cannot be opened ({str(error).splitlines()[0]}): {remedy}") from error
    shape = "select table_name, column_name from duckdb_columns() where database_name = ? and not internal order by all"
    ours, theirs = (connection.execute(shape, [name]).fetchall() for name in ("built", "old"))
    if ours != theirs:
        raise StoreError(f"{database}: was made by another version of this program: {remedy}")


def build(
    connection: duckdb.DuckDBPyConnection,
    wanted: Wanted,
    changed: list[tuple[Path, str]],
    pool: Executor | None,
    progress: Progress,
) -> None:
    """Fills the new database from the changed files and what the old one keeps."""
    connection.execute("begin")  # one for all: a commit per batch would wait for the disk each time
    kept.stage_pages(connection, {str(path.resolve()) for path, _ in changed})
    batches = loading.batches(loading.jobs(changed, wanted.columns), wanted.lexicon, pool)
    while some := list(islice(batches, TOGETHER)):
        for name in some[0].tables:
            insert(connection, name, pa.concat_tables(batch.tables[name] for batch in some))
        progress(sum(batch.tables["page"].num_rows for batch in some))
    for tables in kept.briefings(connection, wanted.lexicon):
        for name, table in tables.items():
            insert(connection, name, table)
    reference(connection, wanted.lexicon)
    connection.execute("commit")
    for step in STEPS:
        query.script(connection, f"load/{step}")
    phrases.build(connection)
    repetition.build(connection)
    answers.build(connection)


def insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Adds Arrow rows to a staged table."""
    connection.register("rows_to_stage", rows)
    connection.execute(f"insert into staged.{name} select * from rows_to_stage")
    connection.unregister("rows_to_stage")


def reference(connection: duckdb.DuckDBPyConnection, lexicon: Lexicon) -> None:
    """Stages the names of ministries, sources and topics."""
    known = ministries.ministries()
    add(connection, "ministry", [(ministry.id, ministry.name, ministry.country) for ministry in known])
    add(connection, "source", [(source.id, source.name, source.kind) for source in ministries.sources()])
    add(connection, "topic", [(entry.topic, entry.title) for entry in lexicon.entries])


def add(connection: duckdb.DuckDBPyConnection, name: str, rows: list[tuple[str, ...]]) -> None:
    """Adds a few rows of texts to a staged table."""
    for row in rows:
        connection.execute(f"insert into staged.{name} values ({', '.join('?' * len(row))})", row)


def sign(connection: duckdb.DuckDBPyConnection, lexicon: Lexicon, by: stances.Made) -> None:
    """Writes the release: what the new database was made of and by, and the hash of its rows."""
    hashes = [connection.execute(f"select sum(hash(t)::hugeint) from built.{t} as t").fetchone() for t in HASHED]
    pages = connection.execute("select md5(string_agg(sha256, '' order by sha256, name)) from built.page").fetchone()
    row_hash = connection.execute("select md5(?)[:16]", [repr((hashes, pages))]).fetchone()
    values = {
        "loaded_at": datetime.now(UTC).replace(tzinfo=None),
        "code_version": code_version(),
        "parser_digest": parser_digest(),
        "lexicon_digest": lexicon.digest,
        "input_digest": pages[0] if pages else None,
        "row_hash": row_hash[0] if row_hash else None,
        **by.facts(),
    }
    query.script(connection, "load/8_release", values)


def check(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Raises where the new database breaks a rule; it is then thrown away."""
    broken = connection.execute(query.text("load/7_check")).fetchall()
    if broken:
        rules = "; ".join(f"{problem}: {rows}" for problem, rows in broken)
        raise StoreError(f"{database}: the new database fails its checks ({rules}): the old one stands; report this")


def report(connection: duckdb.DuckDBPyConnection, unchanged: int, database: str) -> Report:
    """What was done in this load, and what the `built` or `old` database holds."""
    row = connection.execute(
        f"select row_hash, pages, briefings, exchanges, statements, words from {database}.release"
    ).fetchone()
    counts = connection.execute(query.text("load/9_report"), [parser_digest()]).fetchall()
    aside = f"select standing, count(*) from {database}.briefing where standing <> 'counted' group by all order by all"
    fates = {(fate, reason): pages for fate, reason, pages in counts}
    judged = f"select stance_model, (select count(*) from {database}.stance) from {database}.release"
    stance_model, number = connection.execute(judged).fetchone() or (None, 0)
    row_hash, *held = row or ("", 0, 0, 0, 0, 0)
    return Report(
        loaded=fates.get(("loaded", None), 0),
        replaced=fates.get(("replaced", None), 0),
        unchanged=unchanged,
        outdated=fates.get(("outdated", None), 0),
        quarantined={reason: pages for (fate, reason), pages in fates.items() if fate == "quarantined"},
        aside=dict(connection.execute(aside).fetchall()),
        held=dict(zip(("pages", "briefings", "exchanges", "statements", "words"), held, strict=True)),
        row_hash=row_hash,
        stance_model=stance_model,
        stances=number,
    )


def replace(connection: duckdb.DuckDBPyConnection, scratch: Path, database: Path) -> None:
    """Puts the new database in the place of the old one, in one step, written to disk first."""
    connection.execute("use memory")
    connection.execute("detach built")
    with (scratch / "built").open("rb") as file:
        os.fsync(file.fileno())
    os.replace(scratch / "built", database)


def quoted(path: Path) -> str:
    """A path as an SQL string; `attach` takes no parameters."""
    return "'" + str(path).replace("'", "''") + "'"
