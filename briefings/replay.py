"""A receipt made good: the same file again from a database, and how it differs where it does."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from briefings import bound, export, query, receipt
from briefings.catalogue import PANELS
from briefings.export import Extract, File

CANNOT = "get the file again from the dashboard"


class NoReplay(Exception):
    """A receipt that cannot be made good, with the reason and the remedy."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as it was read, and the file that came with it where that is at hand."""

    paper: Mapping[str, Any]
    folder: Path
    """Where the receipt, or the zip that holds it, stands."""
    original: bytes | None

    @property
    def extract(self) -> Extract:
        """What the file holds."""
        asked = self.paper["query"]
        values = {name: receipt.untagged(value) for name, value in asked["values"].items()}
        return Extract(asked["name"], values, tuple(asked["columns"]), self.paper["file"]["form"])


@dataclass(frozen=True, slots=True)
class Again:
    """The file made again, and what is to be said of it."""

    file: File
    sha256: str
    row_hash: str
    """Of the database that it was made from."""
    other_sql: bool
    """Whether the query has been rewritten since."""


def known() -> list[str]:
    """The queries that a receipt may name: those whose rows can be downloaded."""
    names = ("data", "search", *{panel.query.partition("/")[0] for panel in PANELS.values()})
    files = (file for name in dict.fromkeys(names) for file in sorted((query.QUERIES / name).glob("*.sql")))
    return [file.relative_to(query.QUERIES).with_suffix("").as_posix() for file in files]


def read(path: Path) -> Receipt:
    """The receipt of a file: `receipt.json`, or the zip it came in.

    Raises:
        NoReplay: there is none, it was edited, or it is of a form this version does not know.
    """
    try:
        paper = json.loads(content(path, receipt.NAME))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise NoReplay(f"{path}: cannot be read as a receipt ({error}): name a receipt.json or its zip") from error
    checked(path, paper)
    return Receipt(paper, path.parent, original(path, Path(paper["file"]["name"]).name))


def content(path: Path, name: str) -> bytes:
    """What a path holds; of a zip the file of that name."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def original(path: Path, name: str) -> bytes | None:
    """The file that came with the receipt: in its zip or beside it."""
    try:
        return content(path if zipfile.is_zipfile(path) else path.with_name(name), name)
    except (OSError, KeyError):
        return None


def checked(path: Path, paper: Any) -> None:
    """Raises where a receipt is not as it was given out, or names what this version does not have."""
    if not isinstance(paper, dict) or "receipt" not in paper:
        raise NoReplay(f"{path}: is no receipt: name the receipt.json that came with a file, or its zip")
    if paper["receipt"] != receipt.VERSION:
        raise NoReplay(f"{path}: is a receipt of form {paper['receipt']}, this version reads {receipt.VERSION}")
    if paper.get(receipt.SEAL) != receipt.seal(paper):
        raise NoReplay(f"{path}: was edited since it was given out (its seal does not fit): {CANNOT}")
    name = paper["query"]["name"]
    if name not in known():
        raise NoReplay(f"{path}: names a query that this version does not have (\u201c{name}\u201d): {CANNOT}")
    if surplus := sorted(set(paper["query"]["values"]) - query.load(name).parameters):
        raise NoReplay(f"{path}: {name} takes no {', '.join(surplus)} any more: {CANNOT}")


def again(given: Receipt, cursor: duckdb.DuckDBPyConnection) -> Again:
    """The file, made by the query as it ships; the SQL in the receipt is compared, never run.

    Raises:
        NoReplay: the query has lost a column that the file has.
    """
    extract = given.extract
    [[row_hash]] = cursor.execute("select row_hash from release").fetchall()
    rows = Extract(extract.query, extract.values).rows(cursor)
    if lost := [name for name in extract.columns if name not in rows.column_names]:
        raise NoReplay(f"{extract.query} has no column {', '.join(lost)} any more: {CANNOT}")
    file = export.file(rows.select(list(extract.columns)) if extract.columns else rows, extract.form)
    return Again(
        file,
        hashlib.sha256(file.content).hexdigest(),
        str(row_hash),
        given.paper["query"]["sql"] != bound.sql(extract.asks, extract.values),
    )


def keys(given: Receipt) -> list[str]:
    """The columns that name a row of the receipt's file."""
    panel = PANELS.get(given.paper["query"]["name"])
    columns = given.paper["file"]["columns"]
    return [name for name in columns if name in panel.proof.parameters] if panel else []
