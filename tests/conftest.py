"""What the tests share: where the real corpora are, if they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from briefings import inputs, lexicon, store

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real corpora and labelled sets; the test is skipped by name where it is absent."""
    folder = Path(os.environ.get("BRIEFINGS_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the real corpora are not here (../shared or $BRIEFINGS_SHARED)")
    return folder


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the synthetic sample, made by the real loader."""
    database = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    files = tuple(inputs.expand([ROOT / "data" / "sample" / "pages"]))
    store.load(store.Wanted(database, files, lexicon.load(ROOT / "data" / "lexicon")))
    return database


@pytest.fixture
def cursor(sample_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on the sample's database, as the dashboard has one."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{sample_database}' as briefings (read_only)")
        cursor = connection.cursor()
        cursor.execute("use briefings")
        yield cursor
