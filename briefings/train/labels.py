"""Labelled pairs read from files in the gold format, and their division into groups that share no document."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefings.export import restored
from briefings.marking import Pair
from briefings.targets import Target, Targets

LABELS = ("opposed", "neutral", "supportive")
NEEDED = ("government", "target", "sentence", "label")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair with its label, the words that carry it, its document, and how sure the annotator was."""

    pair: Pair
    label: int
    evidence: tuple[tuple[int, int], ...]
    doc: str
    weight: float
    id: str = ""
    source: str = ""


def read(paths: Sequence[Path], targets: Targets) -> list[Labelled]:
    """Every labelled pair of some files.

    Raises:
        ValueError: with the file and line that is no labelled pair.
    """
    rows: list[Labelled] = []
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if missing := [name for name in NEEDED if name not in (reader.fieldnames or ())]:
                raise ValueError(f"{path}: lacks the column `{missing[0]}`: needs {', '.join(NEEDED)}")
            for number, row in enumerate(reader, start=2):
                if row["label"] not in LABELS:
                    raise ValueError(f"{path}:{number}: label `{row['label']}` must be one of {', '.join(LABELS)}")
                rows.append(labelled(corrected(row), targets))
    return rows


def corrected(row: dict[str, str]) -> dict[str, str]:
    """A row as it was meant: corrections collected by the dashboard are kept safe for spreadsheets."""
    return {name: restored(cell or "") for name, cell in row.items() if name} if "corrected_at" in row else row


def labelled(row: dict[str, str], targets: Targets) -> Labelled:
    """One row of a file."""
    target = targets.named(row["target"]) or Target(row["target"], row.get("target_label") or row["target"], "", ())
    sentence = row["sentence"]
    pair = Pair(row["government"], target, sentence)
    weight = {"1": 0.7}.get(row.get("confidence", ""), 1.0)
    spans = evidence(sentence, row.get("evidence", ""))
    identity = (row.get("doc") or sentence, weight, row.get("id", ""), row.get("source", ""))
    return Labelled(pair, LABELS.index(row["label"]), spans, *identity)


def evidence(sentence: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the words copied as evidence stand, piece by piece."""
    spans = []
    for piece in words.split(";"):
        start = sentence.casefold().find(piece.strip().casefold()) if piece.strip() else -1
        if start >= 0:
            spans.append((start, start + len(piece.strip())))
    return tuple(spans)


def folds(rows: Sequence[Labelled], count: int, seed: int) -> list[int]:
    """The fold of each row: rows of one document share it."""
    docs = sorted({row.doc for row in rows})
    random.Random(seed).shuffle(docs)
    fold = {doc: place % count for place, doc in enumerate(docs)}
    return [fold[row.doc] for row in rows]
