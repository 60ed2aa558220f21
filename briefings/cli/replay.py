"""Make a downloaded file again from its receipt, and tell how it differs."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb

from briefings import difference, replay
from briefings.cli import Failure, common
from briefings.replay import Again, Receipt

EXAMPLE = "python -m briefings replay receipt.json"
DIFFERENT = 3


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments."""
    command.add_argument("receipt", type=Path, metavar="RECEIPT", help="receipt.json, or the zip that it came in")
    common.database(command)
    command.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="where to write the file (default: beside the receipt, nothing is lost)",
    )
    command.add_argument("--first", type=int, default=5, metavar="N", help="differing rows to show of each kind")


def run(chosen: argparse.Namespace) -> int:
    """Writes the file and says whether it is the same, byte for byte: 0 if it is, 3 if not."""
    try:
        given = replay.read(chosen.receipt)
        with common.reading(chosen.db) as connection:
            made = replay.again(given, connection)
    except (replay.NoReplay, duckdb.ConversionException, ValueError) as error:
        raise Failure(str(error)) from error
    same = made.sha256 == given.paper["file"]["sha256"]
    print(f"{placed(given, made, chosen.out)}: {made.file.rows:,} rows, SHA-256 {made.sha256}")
    print("\n".join(verdict(given, made, same, chosen.first)))
    return 0 if same else DIFFERENT


def placed(given: Receipt, made: Again, out: Path | None) -> Path:
    """Where the file was written: another file of that name is kept.

    Raises:
        Failure: it cannot be written there.
    """
    name = Path(given.paper["file"]["name"])
    path = out or given.folder / name.name
    if out is None and path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != made.sha256:
        path = given.folder / f"{name.stem}.replayed{name.suffix}"
    try:
        path.write_bytes(made.file.content)
    except OSError as error:
        raise Failure(f"{path}: {error.strerror}: name another file with --out") from error
    return path


def verdict(given: Receipt, made: Again, same: bool, most: int) -> Iterator[str]:
    """Whether the file is the same, and what differs."""
    release = given.paper["release"]["row_hash"]
    if made.other_sql:
        yield "the query has been rewritten since: its SQL is not the one in the receipt"
    if made.row_hash != release:
        yield f"another release: the receipt is of {release}, the database is {made.row_hash}"
    if same:
        yield "the same file, byte for byte"
        return
    yield "not the same file" if made.row_hash != release else "not the same file, though the release is the same"
    yield from rows(given, made, most)


def rows(given: Receipt, made: Again, most: int) -> Iterator[str]:
    """How the rows differ, where the file of the receipt is at hand."""
    file = given.paper["file"]
    if given.original is None or hashlib.sha256(given.original).hexdigest() != file["sha256"]:
        yield f"rows: {file['rows']:,} in the receipt, {made.file.rows:,} now"
        yield f"to see which rows differ, put {file['name']} as it was downloaded beside the receipt"
        return
    before, now = (difference.read(content, file["form"]) for content in (given.original, made.file.content))
    found = difference.between(before, now, replay.keys(given))
    yield from difference.told(found, most)
    if found.none:
        yield "the same rows in another order or form"
