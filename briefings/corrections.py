"""Corrected stance labels: kept beside the database in the labelled sets' format, ready for training."""

from __future__ import annotations

import csv
import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefings.export import defused, restored

LABELS = ("opposed", "neutral", "supportive")
COLUMNS = (
    *("id", "source", "government", "doc", "date", "speaker", "target", "target_label", "sentence", "before"),
    *("question", "label", "confidence", "evidence", "annotators", "given", "corrected_by", "corrected_at"),
)


class NotKept(Exception):
    """A correction that could not be written, with the reason."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The right label of a stance, the words that carry it if they were named, and who says so when."""

    pair: Mapping[str, str]
    """The statement and its target, by the columns of `stance/labelled`."""
    label: str
    evidence: str
    by: str
    at: str
    """Day and time, UTC, in ISO form."""

    def row(self) -> dict[str, str]:
        """As a line of the file."""
        facts = {name: str(self.pair.get(name) or "") for name in COLUMNS}
        said = {"label": self.label, "evidence": self.evidence, "corrected_by": self.by, "corrected_at": self.at}
        return {**facts, "confidence": "3", "annotators": "1", **said}


def beside(database: Path) -> Path:
    """Where the corrections of a database are kept."""
    return database.with_suffix(".corrections.csv")


def wanted() -> bool:
    """Whether corrections are collected: not where `$BRIEFINGS_CORRECTIONS` is `off`, as on a server for many."""
    return os.environ.get("BRIEFINGS_CORRECTIONS", "on").strip().casefold() not in ("off", "no", "0", "false")


def keep(path: Path, correction: Correction) -> None:
    """Adds a correction, in place of an earlier one of the same statement and target.

    Raises:
        NotKept: the label is none, the evidence is not in the statement, or the file cannot be written.
    """
    row = correction.row()
    if row["label"] not in LABELS:
        raise NotKept(f"label \u201c{row['label']}\u201d must be one of {', '.join(LABELS)}")
    if row["evidence"].casefold() not in row["sentence"].casefold():
        raise NotKept("the words that carry the label must stand in the sentence as you typed them")
    try:
        with locked(path):
            rows = [each for each in read(path) if each["id"] != row["id"]]
            write(path, [*rows, row])
    except OSError as error:
        raise NotKept(f"{path}: cannot be written ({error.strerror})") from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One writer at a time."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def read(path: Path) -> list[dict[str, str]]:
    """The corrections kept so far, in the words that were corrected."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return [{name: restored(row.get(name) or "") for name in COLUMNS} for row in csv.DictReader(lines)]


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Writes the whole file at once; a text that a spreadsheet would run as a formula begins with an apostrophe."""
    beside_it = path.with_suffix(".part")
    with beside_it.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS)
        writer.writeheader()
        writer.writerows({name: defused(cell) for name, cell in row.items()} for row in rows)
    os.replace(beside_it, path)
