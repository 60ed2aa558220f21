"""The shared filters: one widget each in the sidebar, one selection for every page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from briefings.app import markdown
from briefings.search import mistake
from briefings.selection import DATES, WHOSE, Known, Selection, read

KEYS = {
    "ministries": "filter-ministry",
    "sources": "filter-source",
    "spokespersons": "filter-speaker",
    "topics": "filter-topic",
    "dates": "filter-dates",
    "since": "filter-from",
    "until": "filter-to",
    "said": "filter-said",
    "whose": "filter-whose",
    "together": "filter-together",
}


SAID = 'In one sentence, typed as on the Search page: words, "exact phrase", `beg*`, `A NEAR/5 B`, `-without`.'
WHO = "Spokespersons: only sentences by those who speak for the government. Everyone: questions and quotations too."
TOGETHER = "Reports of briefings whose ministry's own transcripts cover the time are left out unless you count both."


def start(linked: Mapping[str, list[str]] | None, known: Known) -> list[str]:
    """Gives every filter its state before its widget is drawn; tells what a link names that does not exist."""
    if linked is not None:
        selection, problems = read(linked, known)
        put(selection)
        return problems
    put(clamped(selected(), known))
    return []


def put(selection: Selection) -> None:
    """Saves a selection as the state of the widgets (saved again, or Streamlit forgets it on a page switch)."""
    for field, key in KEYS.items():
        value = getattr(selection, field)
        st.session_state[key] = list(value) if isinstance(value, tuple) else value


def selected() -> Selection:
    """The selection as the widgets stand."""
    values: dict[str, Any] = {field: kept(key) for field, key in KEYS.items() if key in st.session_state}
    return replace(Selection(), **values)


def kept(key: str) -> Any:
    """The state of a widget, lists as tuples."""
    value = st.session_state[key]
    return tuple(value) if isinstance(value, list) else value


def clamped(selection: Selection, known: Known) -> Selection:
    """The selection without what this database lacks: another release may have been loaded meanwhile."""
    values = selection.parameters()
    return read({name: value if isinstance(value, list) else [value] for name, value in values.items()}, known)[0]


def without(selection: Selection, field: str) -> Selection:
    """The selection with one filter taken back."""
    return replace(selection, **{field: getattr(Selection(), field)})


def lift(field: str) -> None:
    """Takes one filter back."""
    put(without(selected(), field))


def clear() -> None:
    """Takes every filter back."""
    put(Selection())


def draw(known: Known, echoes: bool) -> Selection:
    """The widgets, and the selection they stand at."""
    several("Ministry", "ministries", known.ministries, "Any ministry")
    if len(known.sources) > 1:
        several("Source", "sources", known.sources, "Any source")
    st.selectbox("Dates", list(DATES), key=KEYS["dates"], format_func=DATES.__getitem__)
    if st.session_state[KEYS["dates"]] == "custom":
        days(known)
    several("Spokesperson", "spokespersons", {name: name for name in known.spokespersons}, "Anyone")
    several("Topic", "topics", known.topics, "Any topic")
    st.text_input("Words said", key=KEYS["said"], placeholder='"exact phrase" or words', help=SAID)
    if wrong := mistake(st.session_state[KEYS["said"]]):
        st.warning(markdown.plain(f"{wrong} Until then this filter does nothing."))
    st.segmented_control(
        "Whose words", list(WHOSE), key=KEYS["whose"], format_func=WHOSE.__getitem__, required=True, help=WHO
    )
    if echoes:
        st.toggle("Count wire reports beside transcripts", key=KEYS["together"], help=TOGETHER)
    return selected()


def several(label: str, field: str, choices: Mapping[str, str], any_: str) -> None:
    """A filter of many values."""
    names = choices.__getitem__
    st.multiselect(label, list(choices), key=KEYS[field], format_func=names, placeholder=any_)


def days(known: Known) -> None:
    """First and last day."""
    # A link may name a day before the first briefing: it stands as it is, and the slice says what it holds.
    stated = [day for day in (known.first_day, known.last_day, *map(kept, (KEYS["since"], KEYS["until"]))) if day]
    left, right = st.columns(2)
    for column, label, field in ((left, "From", "since"), (right, "To", "until")):
        column.date_input(
            label,
            None,
            min_value=min(stated, default=None),
            max_value=max(stated, default=None),
            key=KEYS[field],
            format="YYYY-MM-DD",
        )
