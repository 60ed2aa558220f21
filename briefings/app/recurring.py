"""The list of recurring phrases: ranked, searched, each with its trend and the sentences behind it."""

from __future__ import annotations

from functools import partial
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from briefings.app import database, methods, show
from briefings.app.page import View
from briefings.search import words
from briefings.selection import WHOSE

RANKINGS = {"keyness": "Spokespersons\u2019 own", "briefings": "Briefings", "uses": "Uses", "newest": "Newest"}
LENGTHS = {"2": "2+ words", "3": "3+", "5": "5+"}
SIZES = {"50": "50 rows", "200": "200", "1000": "1,000"}
TOLD = {
    "keyness": "First what spokespersons say more than reporters by a margin safe to claim (keyness, in the CSV).",
    "briefings": "First what the most briefings hold.",
    "uses": "First what is used most often.",
    "newest": "First what was used for the first time most recently.",
}
MOST_FORMS = 8
FOUND = "Looked for among all recurring phrases: short ones, names and parts of longer ones too."
NOTHING = "No phrase recurs in this slice: one must stand in three briefings of the database, and in one of these."
LOOK_FOR = "Every recurring phrase that holds these words in this order is shown."
NAMES = "Show phrases with the names of persons or offices too"
UNFOLD = "Show parts of longer phrases, fragments, and other forms of a phrase above too: see the rules below the list"
FORMS = "Other forms of it that the list leaves out: choose the row to see them"
SPREAD = "How evenly the briefings use it: 0 evenly, 1 all in one briefing (DPnorm)"
STATUS = (
    "In everything loaded. New: first used in the newest 5% of briefings. Revived: used again after a silence so long "
    "that it seemed given up. Dormant: seems given up. Active: none of these. Rare: fewer than 5 uses."
)
COLUMNS = {
    "wording": st.column_config.TextColumn("Phrase", width=244),
    "others": st.column_config.NumberColumn("Forms", width=54, help=FORMS),
    "briefings": st.column_config.NumberColumn("Briefings", format="localized", width=70),
    "uses": st.column_config.NumberColumn("Uses", format="localized", width=52),
    "per_1000_words": st.column_config.NumberColumn("Per 1,000", format="%.2f", width=76, help="Uses per 1,000 words"),
    "dispersion": st.column_config.NumberColumn("Spread", format="%.2f", width=62, help=SPREAD),
    "trend": st.column_config.LineChartColumn("Over time", y_min=0.0, width=82, help="Uses per 1,000 words"),
    "first_day": st.column_config.DateColumn("First", format="MMM YYYY", width=80),
    "last_day": st.column_config.DateColumn("Last", format="MMM YYYY", width=80),
    "status": st.column_config.TextColumn("Status", width=78, help=STATUS),
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
        unfolded = view.switch("unfold", "Parts and other forms", help=UNFOLD)
    view.choices.update(least_words=int(length), page_size=int(size), skipped=0, names=names, unfolded=unfolded)
    sought = words(looking)
    if sought.strip():
        view.choices.update(looking=sought, least_words=2, least_briefings=1, names=True, unfolded=True)
    st.caption(f"{TOLD[ranking]} {FOUND if sought.strip() else ''}")
    show.table(
        view,
        "phrases/list",
        columns=COLUMNS,
        empty=nothing(view, looking),
        beside=offered,
        below=partial(forms_of, view),
    )
    with st.expander("What a phrase is, and which ones the list leaves out", icon=":material/rule:"):
        st.markdown(methods.LEFT_OUT + methods.PHRASES)


def nothing(view: View, looking: str) -> str:
    """What an empty list says."""
    if not looking:
        return NOTHING
    told = f"No recurring phrase of this slice holds \u201c{looking}\u201d"
    everyone = database.frame("phrases/list", {**view.scope, "whose": None, "page_size": 1})
    if everyone.empty or view.selection.whose == "all":
        return f"{told}."
    return f"{told} as spokespersons\u2019 words. Others say it: choose \u201c{WHOSE['all']}\u201d at the left."


def offered(row: show.Row) -> None:
    """The way from a phrase of a list to its own page."""
    label = "Open this formulation"
    st.button(label, key="open-phrase", on_click=opened, args=(str(row["phrase"]),), icon=":material/timeline:")


def forms_of(view: View, row: show.Row) -> None:
    """Other forms of the phrase of a row."""
    forms(view, str(row["phrase"]))


def forms(view: View, phrase: str) -> None:
    """Other forms of a phrase, each linked to its own page."""
    rows = database.frame("phrases/forms", {**view.scope, "phrase": phrase, "page_size": MOST_FORMS})
    if rows.empty:
        return
    linked(view, "Other forms:", rows)


def linked(view: View, told: str, rows: pd.DataFrame) -> None:
    """Phrases in a row behind a few words, each linked to its own page."""
    forms = (form(view, str(row["phrase"]), str(row["wording"]), int(row["uses"])) for row in rows.to_dict("records"))
    listed = " \u00b7 ".join(forms)
    st.html(f'<p class="facts">{told} {listed}</p>')


def form(view: View, phrase: str, wording: str, uses: int) -> str:
    """One phrase with its uses, linked to its own page."""
    link = "phrases?" + urlencode({**view.selection.parameters(), "part": "one", "phrase": phrase}, doseq=True)
    return f'<a href="{escape(link)}" target="_self">{escape(wording)}</a> ({uses:,})'


def opened(phrase: str) -> None:
    """Turns to the part of the page that shows one formulation."""
    st.session_state["choice-part"] = "one"
    st.session_state["kept-phrase"] = phrase
