"""Small databases made by the real loader from a table of answers, one briefing a weekday."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from briefings import lexicon, store
from briefings.release import ROOT
from tests.tiny import weekdays

FIRST = date(2024, 1, 1)


def days(count: int) -> list[date]:
    """The days of so many briefings."""
    return weekdays(FIRST, count)


def loaded(folder: Path, answers: Sequence[str], *, bare: bool = False) -> Path:
    """A database of briefings with these answers, each with words of its own so that none is taken for a copy.

    Args:
        bare: whether answers stay as they are; one of a single word always does.
    """
    folder.mkdir(exist_ok=True)
    table, database = folder / f"{len(answers)}.csv", folder / f"{len(answers)}.duckdb"
    with table.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["date", "question", "answer", "spokesperson", "ministry"])
        for number, (day, answer) in enumerate(zip(days(len(answers)), answers, strict=True)):
            own = "" if bare or " " not in answer else " ".join(f"matter{number}x{part}" for part in range(80)) + ". "
            asked = f"What does the ministry say about the matter of the day, number {number}?"
            rows.writerow([day, asked, own + answer, "Ada Quill", "va-mfa"])
    store.load(store.Wanted(database, (table,), lexicon.load(ROOT / "data" / "lexicon")))
    return database
