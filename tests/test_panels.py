"""Every panel counts what its evidence shows, row by row, whatever the slice."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import duckdb
import pandas as pd
import pytest

from briefings.catalogue import PANELS
from briefings.panels import UNITS, Panel
from briefings.sought import sought

ROWS = 15
"""Rows tried of a panel and a slice; all of them where there are fewer."""

QUERIES = ["trade", '"European Union"', "govern* NEAR/9 trade", "cooperat* -trade"]
ASKED = {"phrase": "harrow accord", "queries": QUERIES, "sought": sought(QUERIES)}
EVERYTHING = {"whose": "spokesperson", "grain": "month", "split": None, **ASKED}
SLICES: dict[str, dict[str, Any]] = {
    "everything": {},
    "everyone's words": {"whose": None},
    "one ministry, by week": {"ministries": ["os-mfa"], "grain": "week"},
    "one year, split by spokesperson": {
        "since": date(2023, 1, 1),
        "until_day": date(2023, 12, 31),
        "split": "spokesperson",
        "grain": "quarter",
    },
    "two spokespersons": {"spokespersons": ["Ilen Marsk", "Anders Vole"], "whose": None, "split": "ministry"},
    "chosen topics": {"about": ["technology", "climate"], "grain": "year"},
    "words said": {"saying": sought(['government -"no comment"']), "echoes": True},
    "a ministry against another": {"ministries": ["os-mfa"], "ministries_b": ["va-mfa"], "whose_b": "spokesperson"},
    "reports beside transcripts": {"echoes": True, "sources": ["wire-report"], "grain": "day"},
}


def plain(value: object) -> object:
    """A cell as a link carries it."""
    return value.date() if isinstance(value, pd.Timestamp) else None if value is pd.NaT else value


def tried(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows to try, drawn with a fixed seed."""
    records = [{str(name): plain(cell) for name, cell in row.items()} for row in rows.to_dict("records")]
    return random.Random(7).sample(records, min(ROWS, len(records)))


def shown(panel: Panel, evidence: pd.DataFrame) -> int:
    """What the evidence counts."""
    if panel.unit == "use":
        return int(evidence["marks"].map(len).sum())
    return int(evidence[panel.unit].nunique())


@pytest.mark.parametrize("slice_", SLICES)
@pytest.mark.parametrize("name", PANELS)
def test_a_panel_counts_what_its_evidence_shows(cursor: duckdb.DuckDBPyConnection, name: str, slice_: str) -> None:
    panel, scope = PANELS[name], {**EVERYTHING, **SLICES[slice_]}
    rows = panel.rows(cursor, scope)
    keys = panel.keys(rows)
    wrong = [
        ({key: row[key] for key in keys}, row[panel.count], count)
        for row in tried(rows)
        if (count := shown(panel, panel.behind(cursor, scope, {key: row[key] for key in keys}))) != row[panel.count]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_has_rows_over_everything(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    rows = PANELS[name].rows(cursor, {**EVERYTHING, "topics": None})
    assert PANELS[name].count in rows and rows[PANELS[name].count].sum() > 0
    assert PANELS[name].unit in UNITS
