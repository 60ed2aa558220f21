"""Scores of the forms of answers: precision and recall of each on answers labelled by reading."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import sqrt
from pathlib import Path

import duckdb

from briefings import query
from briefings.release import data_folder

Key = tuple[str, int]
"""A briefing's id and the place of an exchange in it."""
WHO = "once, by the developers of this project, by reading; part of them drawn for words that speak for a form"
Z2 = 1.959964**2


def run(labels: str, databases: Sequence[str], keep: bool, as_json: bool) -> int:
    """Prints the scores of the answers of some databases that are labelled; 0 if all of them were there.

    Args:
        labels: a CSV with `briefing_id`, `position`, `part`, `chosen`, `label`.
        keep: also writes the scores where the dashboard shows them.
    """
    try:
        rows = list(csv.DictReader(Path(labels).read_text("utf-8").splitlines()))
        found = {key: form for path in databases for key, form in forms(Path(path))}
    except (OSError, duckdb.Error) as error:
        print(f"evaluate answers: {error}", file=sys.stderr)
        return 2
    pairs = [(row["label"], found.get((row["briefing_id"], int(row["position"])))) for row in rows]
    known = [(label, form) for label, form in pairs if form is not None]
    told = summary(known, len(pairs) - len(known))
    if keep:
        kept().write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    print(json.dumps(told) if as_json else table(told))
    return 0 if len(known) == len(pairs) else 1


def kept() -> Path:
    """The file of the scores that the dashboard shows."""
    return data_folder() / "quality" / "answers.json"


def forms(database: Path) -> list[tuple[Key, str]]:
    """The form of every answer of a database."""
    with duckdb.connect(str(database), read_only=True) as connection:
        rows = connection.execute(query.text("labels/answers")).fetchall()
    return [((id_, position), form) for id_, position, form in rows]


def summary(pairs: Sequence[tuple[str, str]], missing: int) -> dict[str, object]:
    """What was measured, when, on how many, and the scores of every form."""
    facts = {"labelled": WHO, "measured": date.today().isoformat(), "answers": len(pairs), "missing": missing}
    return {**facts, "scores": [score(form, pairs) for form in sorted({label for label, _ in pairs})]}


def score(form: str, pairs: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Precision and recall of a form, each with Wilson's 95% interval."""
    counts = Counter((label == form, found == form) for label, found in pairs)
    right, found, there = counts[True, True], counts[False, True], counts[True, False]
    precision, recall = wilson(right, right + found), wilson(right, right + there)
    return {"form": form, "labelled": right + there, "found": right + found, "precision": precision, "recall": recall}


def wilson(hits: int, n: int) -> list[float] | None:
    """A share with the ends of its 95% interval (Wilson 1927); null where there is nothing to share."""
    if not n:
        return None
    share = hits / n
    middle, half = share + Z2 / (2 * n), sqrt(Z2 * (share * (1 - share) / n + Z2 / (4 * n * n)))
    ends = ((middle - half) / (1 + Z2 / n), (middle + half) / (1 + Z2 / n))
    return [round(value, 3) for value in (share, *ends)]


def table(told: Mapping[str, object]) -> str:
    """The scores as lines of text."""
    rows = told["scores"]
    lines = [f"{told['answers']} labelled answers, {told['missing']} not in the databases"]
    for row in rows if isinstance(rows, list) else []:
        shares = ", ".join(f"{name} {row[name]}" for name in ("precision", "recall"))
        lines.append(f"{row['form']:<16} labelled {row['labelled']:>3}, found {row['found']:>3}, {shares}")
    return "\n".join(lines)
