"""Arguments and errors that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from briefings import inputs, lexicon
from briefings.cli import USAGE, Failure
from briefings.columns import BadColumns, options
from briefings.release import ROOT, data_folder

DATABASE = ROOT / "data" / "briefings.duckdb"


def database(command: argparse.ArgumentParser) -> None:
    """Adds `--db`."""
    command.add_argument(
        "--db", type=Path, default=DATABASE, metavar="FILE", help="the database (default: data/briefings.duckdb)"
    )


@contextmanager
def reading(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database, to read from.

    Raises:
        Failure: there is none, or it is not one of ours.
    """
    if not database.exists():
        raise Failure(f"{database}: no such database: load pages first with `python -m briefings load PATH`")
    try:
        with duckdb.connect(str(database), read_only=True) as connection:
            yield connection
    except duckdb.Error as error:
        remedy = "make it anew with `python -m briefings load PATH --rebuild`, or name another file with --db"
        raise Failure(f"{database}: cannot be read ({str(error).splitlines()[0]}): {remedy}") from error


def columns(command: argparse.ArgumentParser) -> None:
    """Adds `--columns`."""
    command.add_argument(
        "--columns",
        default="",
        metavar="NAME=COLUMN,...",
        help="what the columns of a table hold, as question=Q,answer=A,date=Day; NAME==VALUE gives all rows one value",
    )


def mapping(text: str) -> dict[str, str]:
    """`question=Q,answer=A` as a dictionary.

    Raises:
        Failure: a part is not FIELD=COLUMN, or its field is unknown.
    """
    try:
        return dict(options(text))
    except BadColumns as error:
        raise Failure(str(error), USAGE) from error


def files(paths: Iterable[str]) -> list[Path]:
    """The files that the paths stand for.

    Raises:
        Failure: one of them leads to nothing.
    """
    try:
        return inputs.expand(paths)
    except inputs.NoInput as error:
        raise Failure(str(error), USAGE) from error


def words_of(folder: Path | None) -> lexicon.Lexicon:
    """The lexicon of a folder, by default the one that ships.

    Raises:
        Failure: it has mistakes.
    """
    try:
        return lexicon.load(folder or data_folder() / "lexicon")
    except lexicon.LexiconError as error:
        first, *more = str(error).splitlines()
        rest = f" (and {len(more)} more)" if more else ""
        raise Failure(f"{first}{rest}: mend it; `python -m briefings check` lists every mistake") from error
