"""Scores of the stances: accuracy, F1, sign flips and calibration on labelled statements, with intervals."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefings.evaluate import report
from briefings.export import restored
from briefings.lexicon import LexiconError
from briefings.marking import Pair
from briefings.stance import LABELS, Judge, Model, Stance, Unusable, judge
from briefings.targets import Target, Targets

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

NEEDED = ("id", "government", "target", "sentence")
OVERALL = "all"
DRAWS, SEED = 2000, 20240229
BINS = 10
"""Ranges of probability over which calibration is compared."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement to judge, with what the file says of it."""

    id: str
    pair: Pair
    source: str
    label: str
    """Empty where the file has none."""


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over the statements of a source, or over all, with its 95% interval."""

    source: str
    measure: str
    statements: int
    value: float
    low: float
    high: float


def run(gold: str, model: Model, predictions: str | None, as_json: bool) -> int:
    """Prints the scores of a model on a labelled file, and writes what it said if asked; 0 if it could be read."""
    try:
        judging = judge(model)
        rows = read(Path(gold), judging.targets)
        found = judged(rows, judging)
        if predictions:
            write(Path(predictions), rows, found)
    except (OSError, ValueError, LexiconError, Unusable) as error:
        print(f"evaluate stance: {report.unread(error)}", file=sys.stderr)
        return 2
    scored = scores(rows, found)
    print(as_text(scored, model) if as_json else table(scored, model))
    return 0


def read(path: Path, targets: Targets) -> list[Row]:
    """The statements of a file in the gold format.

    Raises:
        ValueError: with the column that is missing, or the line that cannot be used.
    """
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        columns = reader.fieldnames or ()
        if missing := [name for name in NEEDED if name not in columns]:
            has = ", ".join(columns) or "none"
            raise ValueError(f"{path}: lacks the column `{missing[0]}`; it has {has}; needs {', '.join(NEEDED)}")
        rows = [row_of(each, targets, f"{path}:{reader.line_num}") for each in reader]
    if not rows:
        raise ValueError(f"{path}: no statements: put one on each line below the column names")
    return rows


def row_of(cells: Mapping[str, str | None], targets: Targets, place: str) -> Row:
    """One line of a file; a target without an entry goes by its `target_label`."""
    values = {name: value or "" for name, value in cells.items() if isinstance(name, str)}
    if "corrected_at" in values:  # collected by the dashboard, and kept safe for spreadsheets
        values = {name: restored(value) for name, value in values.items()}
    if not values["sentence"].strip() or not values["target"].strip():
        raise ValueError(f"{place}: needs a sentence and a target")
    label = values.get("label", "")
    if label and label not in LABELS:
        raise ValueError(f"{place}: label `{label}` must be one of {', '.join(LABELS)}")
    name = values.get("target_label") or values["target"]
    target = targets.named(values["target"]) or targets.named(name) or Target(values["target"], name, "", ())
    return Row(values["id"], Pair(values["government"], target, values["sentence"]), values.get("source", ""), label)


def judged(rows: Sequence[Row], judging: Judge) -> list[Stance]:
    """What a model says of each row."""
    return judging.judged([row.pair for row in rows])


def write(path: Path, rows: Sequence[Row], found: Sequence[Stance]) -> None:
    """Writes what a model said: id, label, probability, and the words that carry it."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(("id", "label", "probability", "evidence"))
        for row, stance in zip(rows, found, strict=True):
            words = "; ".join(row.pair.sentence[start:end] for start, end in stance.evidence)
            writer.writerow((row.id, stance.label, f"{stance.probability:.4f}", words))


def scores(rows: Sequence[Row], found: Sequence[Stance]) -> list[Score]:
    """Every measure over all labelled rows, then over those of each source."""
    known = [number for number, row in enumerate(rows) if row.label]
    sources = sorted({rows[number].source for number in known})
    parts = [(OVERALL, known)]
    if len(sources) > 1:
        parts += [(source, [number for number in known if rows[number].source == source]) for source in sources]
    scored: list[Score] = []
    for source, numbers in parts:
        if numbers:
            scored += of_part(source, [rows[number] for number in numbers], [found[number] for number in numbers])
    return scored


def of_part(source: str, rows: Sequence[Row], found: Sequence[Stance]) -> list[Score]:
    """Every measure over some rows, with intervals by drawing the rows again."""
    gold = np.array([LABELS.index(row.label) for row in rows if row.label in LABELS])
    given = np.array([LABELS.index(stance.label) for stance in found])
    sure = np.array([stance.probability for stance in found])
    drawn = np.random.default_rng(SEED).integers(0, len(gold), (DRAWS, len(gold)))
    point = measures(gold, given, sure)
    again = [measures(gold[draw], given[draw], sure[draw]) for draw in drawn]
    scored = []
    for name, value in point.items():
        low, high = (float(bound) for bound in np.quantile([each[name] for each in again], (0.025, 0.975)))
        scored.append(Score(source, name, len(gold), value, low, high))
    return scored


def measures(gold: Ints, given: Ints, sure: Floats) -> dict[str, float]:
    """Every measure of some labels against the right ones."""
    cells = np.bincount(gold * 3 + given, minlength=9).reshape(3, 3)
    right, wanted, named = np.diag(cells), cells.sum(axis=1), cells.sum(axis=0)
    f1 = 2 * right / np.maximum(wanted + named, 1)
    found = {"accuracy": float(right.sum() / len(gold)), "macro-F1": float(f1.mean())}
    for place, label in enumerate(LABELS):
        found[f"{label} precision"] = float(right[place] / max(named[place], 1))
        found[f"{label} recall"] = float(right[place] / max(wanted[place], 1))
    found["sign flips"] = float((cells[0, 2] + cells[2, 0]) / len(gold))
    found["calibration error"] = calibration(gold == given, sure)
    return found


def calibration(right: NDArray[np.bool_], sure: Floats) -> float:
    """How far probabilities are from the share that is right, on average over ranges of probability."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, right, BINS) - np.bincount(bins, sure, BINS)
    return float(np.abs(gaps).sum() / len(right))


def table(scored: Iterable[Score], model: Model) -> str:
    """The scores as lines of text."""
    lines = [f"{'source':<14} {'measure':<22} {'n':>5} {'value':>7}  95%"]
    lines += [
        f"{each.source:<14} {each.measure:<22} {each.statements:>5} {each.value:>7.3f}  {each.low:.3f}-{each.high:.3f}"
        for each in scored
    ]
    if len(lines) == 1:
        return f"model {model}: the file has no labels to compare with"
    return "\n".join([*lines, f"model {model}; {DRAWS} bootstrap draws of statements"])


def as_text(scored: Iterable[Score], model: Model) -> str:
    """The scores as JSON: by source, then by measure."""
    parts: dict[str, dict[str, object]] = {}
    for each in scored:
        values = {"n": each.statements, "value": each.value, "low": each.low, "high": each.high}
        parts.setdefault(each.source, {})[each.measure] = values
    return json.dumps({"model": model, "scores": parts}, indent=2)
