"""Data: what to take along, its first rows, and the whole of it as CSV or Parquet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import duckdb
import streamlit as st

from briefings import bound, query
from briefings.app import address, database, receipts
from briefings.app.page import View
from briefings.export import Extract
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
    first = Extract(asked.name, {**values, "page_size": FIRST_ROWS}).rows(database.cursor())
    columns = chosen(view, kind, first.column_names)
    st.caption(asked.note)
    total = count(database.cursor(), asked, values)
    st.markdown(f"**{total:,} rows**, one per {asked.grain}. The first {min(total, FIRST_ROWS)}:")
    st.dataframe(first.select(columns).to_pandas(), hide_index=True)
    extract = Extract(asked.name, values, tuple(columns))
    files(view, extract)
    receipt(view, extract, columns, total)


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


def count(cursor: duckdb.DuckDBPyConnection, asked: Query, values: Mapping[str, object]) -> int:
    """How many rows there are in all."""
    relation = cursor.sql(asked.sql, params={name: values.get(name) for name in asked.parameters})
    return int(relation.aggregate("count(*)").fetchall()[0][0])


def files(view: View, extract: Extract) -> None:
    """The two buttons; the file is made when one is pressed."""
    with st.container(horizontal=True):
        for form, label in {"csv": "CSV", "parquet": "Parquet"}.items():
            receipts.button(view, replace(extract, form=form), extract.asks.title, label=label, type="primary")
    st.caption(
        "In a zip with its receipt and citation. CSV: UTF-8 with a byte-order mark, comma-separated (RFC 4180); lists "
        "are joined with semicolons, and a text that a spreadsheet would run as a formula begins with an apostrophe. "
        "Parquet keeps days, lists and texts."
    )


def receipt(view: View, extract: Extract, columns: Sequence[str], total: int) -> None:
    """What the file holds and how to make it again."""
    with st.expander("How this file is made", icon=":material/receipt_long:"):
        st.table(
            {
                "Filters": receipts.filters(view),
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
        st.caption(
            "The same release gives the same file, byte for byte: `python -m briefings replay receipt.json` makes it "
            "again from the receipt and shows the rows that differ on another release. This address brings the choice "
            "back. The query, with its values:"
        )
        st.code(bound.sql(extract.asks, extract.values), language="sql")
