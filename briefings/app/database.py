"""The live database, read-only: a cursor per call, and the newest file at the next click."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd
import streamlit as st

from briefings import query
from briefings.release import ROOT
from briefings.selection import Known


def path() -> Path:
    """The database that the dashboard shows: `$BRIEFINGS_DB`, else `data/briefings.duckdb`."""
    return Path(os.environ.get("BRIEFINGS_DB", ROOT / "data" / "briefings.duckdb"))


@st.cache_resource(max_entries=2, show_spinner=False)
def attached(file: str, version: int) -> duckdb.DuckDBPyConnection:
    """A connection to one version of the file; nothing else can be reached through it."""
    connection = duckdb.connect()
    connection.execute("set enable_progress_bar = false")
    connection.execute("attach '" + file.replace("'", "''") + "' as briefings (read_only)")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def connection() -> duckdb.DuckDBPyConnection:
    """The connection to the newest version of the file; never query it, take a cursor."""
    file = path()
    return attached(str(file), file.stat().st_mtime_ns)


def cursor(of: duckdb.DuckDBPyConnection | None = None) -> duckdb.DuckDBPyConnection:
    """A cursor of its own for one call: a handle shared by threads gives wrong rows."""
    cursor = (of or connection()).cursor()
    cursor.execute("use briefings")
    return cursor


def frame(name: str, values: Mapping[str, object] | None = None) -> pd.DataFrame:
    """The rows of a query."""
    return query.load(name).run(cursor(), values or {})


def release() -> pd.Series:
    """What the database was made of."""
    return frame("filters/release").iloc[0]


@st.cache_data(max_entries=4, show_spinner=False)
def known(row_hash: str) -> Known:
    """What this release has to select from."""
    choices = frame("filters/choices")
    span = release()

    def of(kind: str) -> dict[str, str]:
        rows = choices[choices["kind"] == kind]
        return dict(zip(rows["id"], rows["name"], strict=True))

    first, last = (None if pd.isna(span[name]) else span[name].date() for name in ("first_day", "last_day"))
    return Known(of("ministry"), of("source"), tuple(of("spokesperson")), of("topic"), first, last, of("target"))
