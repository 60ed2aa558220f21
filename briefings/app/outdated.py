"""Whether this program can read the database: one of another version may lack what the pages ask for."""

from __future__ import annotations

import duckdb
import streamlit as st

from briefings import query
from briefings.app import database
from briefings.release import SHAPE, code_version

Shape = list[tuple[str, str]]
SHAPED = (
    "select table_name, column_name from duckdb_columns() where database_name = ? and not internal order by all",
    "select function_name, macro_definition from duckdb_functions() where database_name = ? order by all",
)
OURS = "briefings"


def current() -> bool:
    """Whether the database was made by this version of the program."""
    try:
        made = database.cursor().execute("select code_version from release").fetchall()
    except duckdb.Error:
        return False  # no release, or none that this version knows
    return made == [(code_version(),)]


def synthetic() -> bool:
    """Whether the database holds the made-up sample and nothing else."""
    try:
        return database.cursor().execute("select synthetic from release").fetchall() == [(True,)]
    except duckdb.Error:
        return False


@st.cache_data(max_entries=4, show_spinner=False)
def readable(file: str, version: int) -> bool:
    """Whether the database has the tables, the columns and the macros that the pages ask for."""
    found = database.attached(file, version).cursor()
    return [found.execute(asked, [OURS]).fetchall() for asked in SHAPED] == shape()


def shape() -> list[Shape]:
    """The tables with their columns, and the macros with what they do, of a new database."""
    connection = duckdb.connect()
    connection.execute(f"attach ':memory:' as {OURS}; use {OURS}")
    for name in SHAPE:
        query.script(connection, name)
    return [connection.execute(asked, [OURS]).fetchall() for asked in SHAPED]


def stop_unreadable() -> None:
    """Stops the page where the database cannot be read, and says what to do."""
    file = database.path()
    if current() or readable(str(file), file.stat().st_mtime_ns):
        return
    st.error(
        f"The database {file.name} was made by another version of this program, which this one cannot read. "
        "Load its pages again from the beginning:",
        icon=":material/update:",
    )
    st.code(f"python -m briefings load PATH... --rebuild --db {file}", language="shell")
    st.stop()
