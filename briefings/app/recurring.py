"""The list of recurring phrases: ranked, searched, each with its trend and the sentences behind it."""

from __future__ import annotations

import streamlit as st

from briefings.app import show
from briefings.app.page import View
from briefings.search import words

RANKINGS = {"keyness": "Spokespersons\u2019 own", "briefings": "Briefings", "uses": "Uses", "newest": "Newest"}
LENGTHS = {"2": "2+ words", "3": "3+", "5": "5+"}
SIZES = {"50": "50 rows", "200": "200", "1000": "1,000"}
TOLD = {
    "keyness": "First what spokespersons say more than reporters by a margin safe to claim (keyness, in the CSV).",
    "briefings": "First what the most briefings hold.",
    "uses": "First what is used most often.",
    "newest": "First what was used for the first time most recently.",
}
FOUND = "Looked for among all recurring phrases: short ones, names and parts of longer ones too."
LOOK_FOR = "Every recurring phrase that holds these words in this order is shown."
NAMES = "Show phrases with the names of persons or offices too"
UNFOLD = "Show phrases that are nearly always part of one longer phrase (80% of their uses) too"
SPREAD = "How evenly the briefings use it: 0 evenly, 1 all in one briefing (DPnorm)"
STATUS = (
    "In everything loaded. New: first used in the newest 5% of briefings. Revived: used again after a silence so long "
    "that it seemed given up. Dormant: seems given up. Active: none of these. Rare: fewer than 5 uses."
)
COLUMNS = {
    "wording": st.column_config.TextColumn("Phrase", width=238),
    "words": st.column_config.NumberColumn("Words", width=54),
    "briefings": st.column_config.NumberColumn("Briefings", format="localized", width=72),
    "uses": st.column_config.NumberColumn("Uses", format="localized", width=54),
    "per_1000_words": st.column_config.NumberColumn("Per 1,000", format="%.2f", width=72, help="Uses per 1,000 words"),
    "dispersion": st.column_config.NumberColumn("Spread", format="%.2f", width=62, help=SPREAD),
    "trend": st.column_config.LineChartColumn("Over time", y_min=0.0, width=80, help="Uses per 1,000 words"),
    "first_day": st.column_config.DateColumn("First", format="D MMM YYYY", width=96),
    "last_day": st.column_config.DateColumn("Last", format="D MMM YYYY", width=96),
    "status": st.column_config.TextColumn("Status", width=74, help=STATUS),
}


def draw(view: View) -> None:
    """The ways to narrow the list, and the list."""
    with st.container(horizontal=True):
        ranking = view.choose("ranking", "Ranking", RANKINGS, "keyness")
        length = view.choose("length", "Length", LENGTHS, "3")
        size = view.choose("size", "How many", SIZES, "50")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        looking = view.text("looking", "Holding the words", placeholder="shared future", help=LOOK_FOR, width=320)
        names = view.switch("names", "Names and offices", help=NAMES)
        unfolded = view.switch("unfold", "Parts of longer phrases", help=UNFOLD)
    view.choices.update(least_words=int(length), page_size=int(size), skipped=0, names=names, unfolded=unfolded)
    sought = words(looking)
    if sought.strip():
        view.choices.update(looking=sought, least_words=2, least_briefings=1, names=True, unfolded=True)
    st.caption(f"{TOLD[ranking]} {FOUND if sought.strip() else ''}")
    show.table(view, "phrases/list", columns=COLUMNS, empty=nothing(looking), beside=offered)


def nothing(looking: str) -> str:
    """What an empty list says."""
    if looking:
        return f"No recurring phrase of this slice holds \u201c{looking}\u201d."
    return "No phrase recurs in this slice: it must stand in three briefings, or in every one where there are fewer."


def offered(row: show.Row) -> None:
    """The way from a phrase of a list to its own page."""
    label = "Open this formulation"
    st.button(label, key="open-phrase", on_click=opened, args=(str(row["phrase"]),), icon=":material/timeline:")


def opened(phrase: str) -> None:
    """Turns to the part of the page that shows one formulation."""
    st.session_state["choice-part"] = "one"
    st.session_state["kept-phrase"] = phrase
