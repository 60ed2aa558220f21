"""A database of another version: read where it can be, the sample's built again, else told with the remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from briefings.app import outdated
from briefings.release import code_version
from tests.test_pages import PAGES, opened, words


@pytest.fixture
def copied(sample_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample's database that the dashboard shows."""
    copy = tmp_path / "copied.duckdb"
    shutil.copy(sample_database, copy)
    monkeypatch.setenv("BRIEFINGS_DB", str(copy))
    return copy


def changed(database: Path, *statements: str) -> None:
    """Changes a database as if another version had made it."""
    with duckdb.connect(str(database)) as connection:
        for statement in ("update release set code_version = '0.0.1+old'", *statements):
            connection.execute(statement)


OURS = "update release set synthetic = false"
OLDER = {
    "a column is missing": "alter table phrase drop column ends",
    "a macro does something else": "create or replace macro moved(low, high, q) as 'rose'",
    "a table is missing": "drop table function_word",
    "there is no release": "drop table release",
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", OLDER)
def test_a_database_that_cannot_be_read_is_told_with_the_remedy(copied: Path, name: str, page: str) -> None:
    changed(copied, OURS, OLDER[name])
    app = opened(page, {})
    assert not app.exception
    [told] = app.error
    assert "another version" in told.value and "copied.duckdb" in told.value
    assert [each.value for each in app.code] == [f"python -m briefings load PATH... --rebuild --db {copied}"]


def test_a_database_of_the_same_shape_is_read_with_a_notice(copied: Path) -> None:
    changed(copied, OURS)
    app = opened("pages/phrases.py", {})
    assert not app.exception and not app.error
    assert "load any page again" in words(app)


def test_a_file_that_is_no_database_of_ours_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strange = tmp_path / "strange.duckdb"
    with duckdb.connect(str(strange)) as connection:
        connection.execute("create table fish (name varchar)")
    monkeypatch.setenv("BRIEFINGS_DB", str(strange))
    app = opened("dashboard.py", {})
    assert not app.exception and len(app.error) == 1


def test_the_sample_is_built_again(copied: Path) -> None:
    changed(copied, "alter table phrase drop column ends")
    app = opened("pages/phrases.py", {})
    assert not app.exception and not app.error and not app.warning
    with duckdb.connect(str(copied), read_only=True) as connection:
        assert connection.execute("select code_version from release").fetchall() == [(code_version(),)]


def test_the_shape_of_a_new_database_names_tables_and_macros() -> None:
    columns, macros = outdated.shape()
    assert ("phrase", "ends") in columns and "scope" in dict(macros)
