"""Data: what to take along, its first rows, and the whole of it as CSV or Parquet."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import streamlit as st

from briefings import export, query
from briefings.app import address, database
from briefings.app.page import View
from briefings.query import Query

METHOD = "The rows of the slice as a file: choose what a row is and which columns to take along."

KINDS = {
    **{"briefings": "Briefings", "exchanges": "Exchanges", "statements": "Statements"},
    **{"topic_hits": "Topic hits", "stances": "Stances"},
}
COLUMNS = "data-columns"
FIRST_ROWS = 20


def draw(view: View) -> None:
    """The choice, the first rows, the files, and how they were made."""
    kind = view.choose("rows", "One row per", KINDS, "statements")
    asked = query.load(f"data/{kind}")
    values = {**view.scope, "skipped": 0}
    first = rows(database.cursor(), asked, {**values, "page_size": FIRST_ROWS})
    columns = chosen(view, kind, first.column_names)
    st.caption(asked.note)
    total = count(database.cursor(), asked, values)
    st.markdown(f"**{total:,} rows**, one per {asked.grain}. The first {min(total, FIRST_ROWS)}:")
    st.dataframe(first.select(columns).to_pandas(), hide_index=True)
    files(view, asked, values, columns)
    receipt(view, asked, columns, total)


def chosen(view: View, kind: str, known: Sequence[str]) -> list[str]:
    """The columns to take along, all of them where none is chosen; a link's unknown ones are told."""
    key = f"{COLUMNS}-{kind}"
    if view.linked is not None:
        asked = view.linked.get("column", [])
        view.problems.extend(f"there is no column \u201c{name}\u201d here" for name in asked if name not in known)
        st.session_state[key] = [name for name in known if name in asked]
    st.session_state[key] = st.session_state.get(key, [])
    st.multiselect("Columns", known, key=key, placeholder=f"All {len(known)} columns")
    address.put({"column": st.session_state[key]})
    return [name for name in known if name in st.session_state[key]] or list(known)


def rows(cursor: duckdb.DuckDBPyConnection, asked: Query, values: Mapping[str, object]) -> pa.Table:
    """The rows as Arrow, which keeps days, lists and empty cells apart from texts."""
    taken = {name: values.get(name) for name in asked.parameters}
    return cursor.sql(asked.sql, params=taken).to_arrow_table()


def count(cursor: duckdb.DuckDBPyConnection, asked: Query, values: Mapping[str, object]) -> int:
    """How many rows there are in all."""
    relation = cursor.sql(asked.sql, params={name: values.get(name) for name in asked.parameters})
    return int(relation.aggregate("count(*)").fetchall()[0][0])


def csv(table: pa.Table) -> bytes:
    """The rows as CSV for spreadsheets."""
    return export.csv(table.to_pandas())


def parquet(table: pa.Table) -> bytes:
    """The rows as Parquet; the same rows give the same bytes."""
    buffer = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(None), buffer, compression="zstd")
    return buffer.getvalue()


def files(view: View, asked: Query, values: Mapping[str, object], columns: list[str]) -> None:
    """The two buttons; the file is made when one is pressed."""
    connection = database.connection()
    name = f"{asked.name.split('/')[1]}-{view.release['row_hash']}"

    def whole() -> pa.Table:
        return rows(database.cursor(connection), asked, values).select(columns)

    with st.container(horizontal=True):
        button("CSV", lambda: csv(whole()), f"{name}.csv", "text/csv")
        button("Parquet", lambda: parquet(whole()), f"{name}.parquet", "application/vnd.apache.parquet")
    st.caption(
        "CSV: UTF-8 with a byte-order mark, comma-separated (RFC 4180); lists are joined with semicolons, and a text "
        "that a spreadsheet would run as a formula begins with an apostrophe. Parquet keeps days, lists and texts."
    )


def button(label: str, made: Callable[[], bytes], name: str, mime: str) -> None:
    """A button for one kind of file."""
    icon = ":material/download:"
    st.download_button(label, data=made, file_name=name, mime=mime, on_click="ignore", icon=icon, type="primary")


def receipt(view: View, asked: Query, columns: Sequence[str], total: int) -> None:
    """What the file holds and how to make it again."""
    filters = "; ".join(words for _, words in view.selection.words(view.known)) or "none"
    with st.expander("How this file is made", icon=":material/receipt_long:"):
        st.table(
            {
                "Filters": filters,
                "Slice": view.slice_line,
                "Rows": f"{total:,}",
                "Columns": ", ".join(columns),
                "Release": view.release["row_hash"],
                "Program": view.release["code_version"],
                "Lexicon": view.release["lexicon_digest"],
                "Stance": f"{view.release['stance_model']} {view.release['stance_digest']}",
            },
            border="horizontal",
        )
        st.caption("The same release gives the same file, byte for byte. This address brings the choice back.")
        st.code(asked.sql, language="sql")
