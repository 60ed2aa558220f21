"""The second slice of a comparison: its fields, its place in the address, its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from briefings.app import address
from briefings.app.page import View
from briefings.selection import PARAMETERS, Selection, read

PREFIX = "b_"
KEPT = "slice-b"
FIELDS = {
    "ministries": "b-ministry",
    "spokespersons": "b-speaker",
    "topics": "b-topic",
    "since": "b-from",
    "until": "b-to",
}


def draw(view: View) -> Selection:
    """The fields, and the slice they stand at; whose words count is the same in both slices."""
    address.know(f"{PREFIX}{name}" for name in PARAMETERS)
    if view.linked is not None:
        start(view, view.linked)
    kept = st.session_state.setdefault(KEPT, Selection())
    for field, key in FIELDS.items():
        value = getattr(kept, field)
        st.session_state[key] = list(value) if isinstance(value, tuple) else value
    fields(view)
    other: Selection = st.session_state[KEPT]
    address.put({f"{PREFIX}{name}": value for name, value in other.parameters().items() if name != "dates"})
    return replace(other, whose=view.selection.whose, together=view.selection.together)


def start(view: View, linked: Mapping[str, list[str]]) -> None:
    """Takes over what a link says; what it names that does not exist is told."""
    own = {name.removeprefix(PREFIX): values for name, values in linked.items() if name.startswith(PREFIX)}
    st.session_state[KEPT], problems = read(own, view.known)
    view.problems.extend(f"in slice B, {problem}" for problem in problems)


def fields(view: View) -> None:
    """The widgets, in a row."""
    known = view.known
    kept = st.session_state[KEPT]
    days = [day for day in (known.first_day, known.last_day, kept.since, kept.until) if day]
    ministry, speaker, topic, since, until = st.columns(5, gap="small")
    several(ministry, "Ministry", "ministries", known.ministries, "Any")
    several(speaker, "Spokesperson", "spokespersons", {name: name for name in known.spokespersons}, "Anyone")
    several(topic, "Topic", "topics", known.topics, "Any")
    for column, label, field in ((since, "From", "since"), (until, "To", "until")):
        column.date_input(
            label,
            None,
            min_value=min(days, default=None),
            max_value=max(days, default=None),
            key=FIELDS[field],
            on_change=take,
            format="YYYY-MM-DD",
        )


def several(column: Any, label: str, field: str, choices: Mapping[str, str], any_: str) -> None:
    """A field of many values."""
    names = choices.__getitem__
    column.multiselect(label, list(choices), key=FIELDS[field], format_func=names, placeholder=any_, on_change=take)


def take() -> None:
    """Takes over what the fields say."""
    values: dict[str, Any] = {field: st.session_state[key] for field, key in FIELDS.items()}
    chosen: dict[str, Any] = {
        field: tuple(value) if isinstance(value, list) else value for field, value in values.items()
    }
    chosen["dates"] = "custom" if chosen["since"] or chosen["until"] else "all"
    st.session_state[KEPT] = replace(Selection(), **chosen)


def put(selection: Selection) -> None:
    """Sets slice B, as a button does."""
    st.session_state[KEPT] = selection
