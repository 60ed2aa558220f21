"""Files to take along: a button for each, with its receipt and citation in one zip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from briefings import receipt
from briefings.app import address, database, methods
from briefings.app.page import View
from briefings.export import Extract
from briefings.panels import UNITS, Panel
from briefings.receipt import Origin, Told

HELP = "A zip: the file, its receipt (filters, SQL, release, denominators, methods, link), and its citation."
EVERYTHING = "everything loaded"


def button(
    view: View, extract: Extract, title: str, *, counts: Mapping[str, str] | None = None, about: str = "", **look: Any
) -> None:
    """A button that makes the file, its receipt and its citation when it is pressed.

    Args:
        counts: the column of counts and its unit.
        about: what the file holds beyond the filters, in words.
        look: label, key and type of the button.
    """
    connection, link = database.connection(), address.later()
    told = Told(title, f"{extract.query.replace('/', '-')}-{view.release['row_hash']}", counts or {})

    # Runs in another thread, later than the page: its own cursor, and the address as it then stands.
    def made() -> bytes:
        file = extract.file(database.cursor(connection))
        return receipt.packed(extract, file, told, origin(view, extract, about, link()))

    st.download_button(
        data=made,
        file_name=f"{told.name}.zip",
        mime="application/zip",
        on_click="ignore",
        icon=":material/download:",
        help=HELP,
        **look,
    )


def panel(view: View, panel: Panel, *, about: str = "") -> None:
    """The button for the rows of a panel."""
    extract = Extract(panel.query, panel.values(view.scope))
    counts = {panel.count: UNITS[panel.unit]}
    button(view, extract, panel.asks.title, counts=counts, about=about, label="CSV", key=f"csv-{panel.query}")


def origin(view: View, extract: Extract, about: str, link: str) -> Origin:
    """What the files of a page are made from."""
    names = ("briefings", "exchanges", "statements", "words", "first_day", "last_day", "undated")
    return Origin(
        filters=filters(view, about),
        sources=", ".join(view.known.sources[id_] for id_ in view.selection.sources or view.known.sources),
        held={name: view.held[name] for name in names},
        held_in_words=view.slice_line,
        release={str(name): value for name, value in view.release.items()},
        methods=methods.of(view.method, extract.asks.note),
        permalink=link,
    )


def filters(view: View, about: str = "") -> str:
    """The filters in words, and what was chosen on the page."""
    told = [words for _, words in view.selection.words(view.known)] or [EVERYTHING]
    return "; ".join([*told, about] if about else told)
