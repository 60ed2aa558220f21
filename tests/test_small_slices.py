"""Slices with nothing to count: every part of the Phrases page says so. People and words are invented."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.tabled import days, loaded
from tests.test_pages import opened, words

PLEDGE = "the lantern pledge to the islands"
DAYS = days(6)
WEEKEND = ("2024-01-06", "2024-01-07")
ONE_WORD = 5
"""The briefing whose answer is one word."""
DATABASES = {
    "six": [f"Clerk{number} filed{number} {PLEDGE}." for number in range(ONE_WORD)] + ["Indeed."],
    "one briefing": ["The harbour office keeps the tide tables."],
    "one word": ["Indeed."],
}
PARTS: dict[str, dict[str, str]] = {
    "list": {},
    "looked for": {"looking": PLEDGE},
    "one formulation": {"part": "one", "phrase": PLEDGE},
    "none chosen": {"part": "one"},
    "compared with everything": {"part": "compare"},
    "compared with one word": {"part": "compare", "b_from": DAYS[ONE_WORD].isoformat()},
    "compared with one briefing": {
        "part": "compare",
        "b_from": DAYS[1].isoformat(),
        "b_to": DAYS[1].isoformat(),
    },
    "compared with nothing": {"part": "compare", "b_from": WEEKEND[0], "b_to": WEEKEND[1]},
}
SLICES: dict[str, dict[str, str]] = {
    "everything": {},
    "no briefing": {"from": WEEKEND[0], "to": WEEKEND[1]},
    "one briefing": {"from": DAYS[1].isoformat(), "to": DAYS[1].isoformat()},
    "one word": {"from": DAYS[ONE_WORD].isoformat()},
    "words that nobody says": {"said": "zyzzyva"},
}


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The databases, made by the real loader."""
    folder = tmp_path_factory.mktemp("small")
    return {name: loaded(folder / name, answers, bare=name != "six") for name, answers in DATABASES.items()}


def cells(app: AppTest) -> list[object]:
    """Every cell that a table of the page shows."""
    shown = []
    for table in app.dataframe:
        names = [name for name in table.proto.column_order if name in table.value] or list(table.value)
        shown += [cell for name in names for cell in table.value[name] if not isinstance(cell, list)]
    return [cell for cell in shown if not hasattr(cell, "__len__") or isinstance(cell, str)]


@pytest.mark.parametrize("slice_", SLICES)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", DATABASES)
def test_a_slice_without_phrases_is_told_and_shows_no_empty_number(
    databases: dict[str, Path], name: str, part: str, slice_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_DB", str(databases[name]))
    app = opened("pages/phrases.py", PARTS[part] | SLICES[slice_])
    assert not app.exception
    html = " ".join(str(each.proto.body) for each in app.get("html"))
    text = f"{words(app)} {html}".lower()
    assert not {"nan", "nat", "none", "inf", "<na>"} & set(text.replace("<", " <").split())
    assert not any(pd.isna(cell) for cell in cells(app))  # type: ignore[call-overload]
    assert app.info or app.dataframe or "no phrase recurs" in text or "no recurring phrase" in text


TOLD = [
    ("one briefing", "list", "everything", "No phrase recurs in this slice"),
    ("one word", "list", "everything", "No phrase recurs in this slice"),
    ("one word", "one formulation", "everything", "does not recur"),
    ("one word", "compared with everything", "everything", "Both slices are the same"),
    ("six", "list", "one word", "No phrase recurs in this slice"),
    ("six", "list", "no briefing", "Nothing is left with the filter"),
    ("six", "one formulation", "one word", "not used in this slice"),
    ("six", "compared with one word", "one briefing", "hardly any difference can be told from chance"),
    ("six", "compared with one word", "one word", "Both slices are the same"),
    ("six", "compared with one briefing", "one briefing", "Both slices are the same"),
    ("six", "compared with nothing", "everything", "Slice B is empty"),
]


@pytest.mark.parametrize(("name", "part", "slice_", "told"), TOLD)
def test_the_message_says_why(
    databases: dict[str, Path], name: str, part: str, slice_: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_DB", str(databases[name]))
    assert told in words(opened("pages/phrases.py", PARTS[part] | SLICES[slice_]))
