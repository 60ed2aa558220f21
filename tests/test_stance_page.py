"""What the Stance page says where there are no stances, other models, unknown targets, or no corrections wanted."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.test_pages import opened, words

BEHIND = {"behind": "stance/ranking", "row": "target=european-union"}


@pytest.fixture
def database(sample_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample's database, shown by the dashboard."""
    copy = tmp_path / "b.duckdb"
    shutil.copy(sample_database, copy)
    monkeypatch.setenv("BRIEFINGS_DB", str(copy))
    return copy


def change(database: Path, sql: str) -> None:
    """Changes the copy."""
    with duckdb.connect(str(database)) as connection:
        connection.execute(sql)


def html(app: AppTest) -> str:
    """The HTML on the page."""
    return " ".join(element.proto.body for element in app.get("html"))


def test_without_stances_the_pages_say_so(database: Path) -> None:
    change(
        database, "delete from stance; update release set stance_model = null, stance_digest = null, row_hash = 'bare'"
    )
    assert "`--stance-model none`" in words(opened("pages/stance.py", {}))
    home = opened("dashboard.py", {})
    assert not home.exception and "No stances were judged in this database." in words(home)
    sources = opened("pages/sources.py", {"part": "labelled"})
    assert not sources.exception and "No stances were judged in this database." in words(sources)


def test_stances_of_an_older_model_are_told(database: Path) -> None:
    change(database, "update release set stance_digest = 'older'")
    assert "another version of the models" in words(opened("pages/stance.py", {}))


def test_an_unknown_target_is_told(database: Path) -> None:
    app = opened("pages/stance.py", {"target": ["european-union", "atlantis"]})
    assert "target \u201catlantis\u201d is not in this database" in words(app)
    assert app.session_state["stance-targets"] == ["european-union"]


def test_the_measured_quality_stands_on_the_page(database: Path) -> None:
    told = " ".join(element.value for element in opened("pages/stance.py", {}).markdown)
    for words_ in ("macro-F1", "sign flips", "language-model annotators", "labelled pairs", "documents"):
        assert words_ in told


def test_evidence_offers_a_correction_and_says_where_it_is_kept(database: Path) -> None:
    app = opened("pages/stance.py", BEHIND)
    assert not app.exception and 'u class="cue' in html(app)
    assert f"{database.with_suffix('.corrections.csv')}" in words(app)


def test_a_server_that_wants_no_corrections_offers_none(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_CORRECTIONS", "off")
    app = opened("pages/stance.py", BEHIND)
    assert 'u class="cue' in html(app) and "corrections.csv" not in words(app)


def test_hostile_sentences_stay_text(database: Path) -> None:
    evil = "<img src=x onerror=alert(1)> the European Union"
    change(database, f"update statement set text = '{evil}', span_end = span_start + {len(evil)}")
    app = opened("pages/stance.py", BEHIND)
    assert not app.exception and "<img" not in html(app) and "&lt;img" in html(app)
