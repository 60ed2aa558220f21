"""The stances of a database: every statement made for a government judged toward each target it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from briefings import query, targets
from briefings.lexicon import LexiconError
from briefings.release import PACKAGE, data_folder, digest
from briefings.targets import Targets

if TYPE_CHECKING:  # what runs the networks is opened only where stances are made
    from briefings.stance import Judge, Model, Span, Stance

Progress = Callable[[int, int], None]
"""Told how many pairs are judged, and of how many."""

AT_ONCE = 2048
"""Pairs judged between two signs of progress."""
ROWS = 20_000
READING = ("stance", "marking", "cues", "targets", "matching")
"""The modules that make a label of a model's numbers."""
SPANS = pa.list_(pa.struct([("first", pa.uint32()), ("last", pa.uint32())]))
NAMING = pa.schema([("statement", pa.uint32()), ("target", pa.string()), ("names", SPANS)])
JUDGED = pa.schema(
    [
        ("statement", pa.uint32()),
        ("target", pa.string()),
        ("label", pa.string()),
        ("probability", pa.float32()),
        ("cues", SPANS),
    ]
)


class Unjudged(Exception):
    """Stances that cannot be made, with the remedy."""


@dataclass(frozen=True, slots=True)
class Made:
    """What stances are made by: a model with its digest, and the digest of the targets; nulls where by nothing."""

    model: Model | None = None
    stance_digest: str | None = None
    targets_digest: str | None = None

    def facts(self) -> dict[str, object]:
        """As columns of the release."""
        names = ("stance_model", "stance_digest", "targets_digest")
        return dict(zip(names, (self.model, self.stance_digest, self.targets_digest), strict=True))


@cache
def made(model: Model | None) -> Made:
    """What the stances of a model would be made by now; by nothing where its files are missing."""
    folder, words = data_folder() / "models" / "stance", data_folder() / "lexicon"
    if model is None:
        return Made()
    networks = import_module("briefings.stance").NETWORKS[model]
    files = [folder / name for name in ("tokenizer.json", "models.json", *(f"{name}.onnx" for name in networks))]
    if not all(file.is_file() for file in files):
        return Made()
    code = [PACKAGE / f"{name}.py" for name in READING]
    judging = digest(files)[:8] + digest(code)[:8]  # each by itself: the data may stand elsewhere
    return Made(model, judging, digest([words / "targets.toml", words / "cues.toml"]))


def build(connection: duckdb.DuckDBPyConnection, by: Made, progress: Progress) -> None:
    """Writes the stances of the `built` database; those of the old one stay where the same made them.

    Raises:
        Unjudged: the targets have mistakes, or the model cannot be opened.
    """
    if by.model is None:
        return
    judge = opened(by.model)
    names = [(entry.id, entry.title[:1].upper() + entry.title[1:], entry.kind) for entry in judge.targets.entries]
    connection.executemany("insert into staged.target values (?, ?, ?)", names)
    for rows in named(connection, judge.targets):
        stage(connection, "naming", rows)
    if same(connection, by):
        query.script(connection, "load/6_stances_kept")
    fresh = connection.sql(query.text("load/6_stances_new")).to_arrow_table()
    for rows in judged(judge, fresh, progress):
        stage(connection, "judged", rows)
    query.script(connection, "load/6_stances")


def opened(model: Model) -> Judge:
    """The shipped model of this name.

    Raises:
        Unjudged: it cannot be opened, or its targets have mistakes.
    """
    engine = import_module("briefings.stance")
    try:
        judge: Judge = engine.judge(model)
    except engine.Unusable as error:
        raise Unjudged(str(error)) from error
    except LexiconError as error:
        first = str(error).splitlines()[0]
        raise Unjudged(f"{first}: mend it; `python -m briefings check` lists every mistake") from error
    return judge


def same(connection: duckdb.DuckDBPyConnection, by: Made) -> bool:
    """Whether the old database's stances were made by this."""
    found = connection.execute("select stance_model, stance_digest, targets_digest from old.release").fetchall()
    return found == [tuple(by.facts().values())]


def stage(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Adds rows to a staged table."""
    connection.register("rows_to_stage", rows)
    connection.execute(f"insert into staged.{name} by name select * from rows_to_stage")
    connection.unregister("rows_to_stage")


def named(connection: duckdb.DuckDBPyConnection, known: Targets) -> Iterator[pa.Table]:
    """Which targets each wording names, and where; the government that speaks is none of its own."""
    own: dict[str, str | None] = {}
    spoken = connection.cursor().sql(query.text("load/6_spoken")).to_arrow_reader(ROWS)
    for batch in spoken:
        rows: list[tuple[int, str, list[dict[str, int]]]] = []
        for row in batch.to_pylist():
            government = row["government"]
            if government not in own:
                entry = known.named(government)
                own[government] = entry.id if entry else None
            rows += ((row["statement"], *each) for each in places(row["text"], known) if each[0] != own[government])
        yield table(rows, NAMING)


def places(text: str, known: Targets) -> Iterator[tuple[str, list[dict[str, int]]]]:
    """Each target that a text names, with its places."""
    found = sorted(targets.mentions(text, known))
    for target, group in groupby(found, key=lambda mention: mention.target):
        yield target, spans([(mention.start, mention.end) for mention in group])


def judged(judge: Judge, fresh: pa.Table, progress: Progress) -> Iterator[pa.Table]:
    """The stance of every pair, some at a time."""
    marking = import_module("briefings.marking")
    entries = {entry.id: entry for entry in judge.targets.entries}
    progress(0, fresh.num_rows)
    for begin in range(0, fresh.num_rows, AT_ONCE):
        rows = fresh.slice(begin, AT_ONCE).to_pylist()
        found = judge.judged([marking.Pair(row["government"], entries[row["target"]], row["text"]) for row in rows])
        yield table([told(row, each) for row, each in zip(rows, found, strict=True)], JUDGED)
        progress(begin + len(rows), fresh.num_rows)


def told(row: Mapping[str, object], found: Stance) -> tuple[object, ...]:
    """A judged pair as a row. Two digits of the probability: the third differs between processors."""
    return (row["statement"], row["target"], found.label, round(found.probability, 2), spans(found.evidence))


def spans(places: Sequence[Span]) -> list[dict[str, int]]:
    """Places in a text as the database keeps them."""
    return [{"first": start, "last": end} for start, end in places]


def table(rows: Sequence[tuple[object, ...]], schema: pa.Schema) -> pa.Table:
    """Rows as an Arrow table."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema)
