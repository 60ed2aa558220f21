"""The menu, the filters below it, and the head of a page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from briefings import added
from briefings.app import address, filters
from briefings.selection import PARAMETERS, Known, Selection

ADD = "Add briefings"
MENU = {
    "Explore": (
        ("dashboard.py", "Home", ":material/home:"),
        ("pages/topics.py", "Topics", ":material/stacked_line_chart:"),
        ("pages/phrases.py", "Phrases", ":material/format_quote:"),
        ("pages/stance.py", "Stance", ":material/balance:"),
        ("pages/answers.py", "Q and A", ":material/question_answer:"),
    ),
    "Read": (
        ("pages/search.py", "Search", ":material/search:"),
        ("pages/reader.py", "Reader", ":material/article:"),
    ),
    "Data": (
        ("pages/data.py", "Data", ":material/download:"),
        ("pages/sources.py", "Sources", ":material/inventory_2:"),
        ("pages/add.py", ADD, ":material/note_add:"),
    ),
}


OWN = '<a href="add" target="_self">Add your own pages</a> to start a database of your own.'


def draw(title: str, known: Known, echoes: bool) -> Selection:
    """The sidebar: brand, menu, filters; gives the selection."""
    st.html('<p class="brand">Briefing room</p>')
    for section, entries in MENU.items():
        st.html(f'<p class="section">{section}</p>')
        for script, label, icon in entries:
            if label == ADD and added.readonly():
                continue
            st.page_link(script, label=label, icon=icon, width="stretch")
    st.divider()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.html('<p class="section">Filters</p>')
        st.button("Clear all", on_click=filters.clear, type="tertiary", disabled=filters.selected() == Selection())
    selection = filters.draw(known, echoes)
    address.know(PARAMETERS)
    address.put(selection.parameters())
    return selection


def copy_link() -> None:
    """The address of the page as it stands, to take along; drawn when all of the page has had its say."""
    with st.popover("Copy link", icon=":material/link:", width="stretch"):
        st.caption("This address brings back what you see: filters, choices, what was clicked, and the release.")
        st.code(address.link(), language=None, wrap_lines=True)


def head(title: str, method: str, release: pd.Series) -> None:
    """The banner of the sample, the title, and the sentence that says what is counted."""
    if release["synthetic"]:
        st.html(
            '<p class="banner"><strong>Synthetic sample.</strong> Invented ministries and people; not any '
            f"government\u2019s words. {'' if added.readonly() else OWN}</p>"
        )
    st.title(title, anchor=False)
    st.html(f'<p class="method">{method}</p>')
