"""One formulation: its life, who uses it, with which topics, how its wording changed, all its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from briefings import search, variants
from briefings.app import database, evidence, recurring, show, wordings
from briefings.app.charts import life
from briefings.app.page import View
from briefings.app.topics import GRAINS, PER_CENT, SPLITS
from briefings.catalogue import PANELS
from briefings.chain import function_words
from briefings.search import words
from briefings.selection import WHOSE, counted, written

PANEL = "phrases/summary"
EXAMPLES = 6
HELP = "Type it as it is said: two words or more."
MEASURES = {"uses": "Uses", "per_1000_words": "Per 1,000 words"}
UNIT = {"uses": "Uses", "per_1000_words": "Uses per 1,000 words"}
STATUS = {
    "new": "first used in the newest 5% of briefings",
    "revived": "used again after a silence so long that it seemed given up",
    "dormant": "unused for so long that it seems given up",
    "active": "in use",
    "rare": "fewer than five uses",
}
WHO = {
    "who": st.column_config.TextColumn("Who", width=122),
    "uses": st.column_config.NumberColumn("Uses", format="localized", width=52),
    "briefings": st.column_config.NumberColumn("Briefings", format="localized", width=70),
    "per_1000_words": st.column_config.NumberColumn("Per 1,000", format="%.2f", width=72, help="Of their own words"),
    "first_day": st.column_config.DateColumn("First", format="D MMM YYYY", width=92),
}
RATIO = "How many times its share in all exchanges of the slice: above 1 more often than by chance"
TOPICS = {
    "title": st.column_config.TextColumn("Topic", width=154),
    "exchanges": st.column_config.NumberColumn("Exchanges", format="localized", width=82),
    "share": st.column_config.NumberColumn("Share", format=PER_CENT, width=62, help="Of the exchanges that use it"),
    "ratio": st.column_config.NumberColumn("Times chance", format="%.1f", width=92, help=RATIO),
}


def draw(view: View) -> None:
    """The field for the formulation, and what is known of it."""
    typed = view.text("phrase", "Formulation", placeholder="win-win cooperation", help=HELP, width=520)
    phrase = " ".join(trimmed(words(typed).split()))
    if not phrase:
        st.info("Type a formulation, or choose one in the list of recurring phrases.")
        examples(view)
        return
    view.choices["phrase"] = phrase
    rows = database.frame(PANEL, view.scope)
    if rows.empty:
        unknown(view, phrase)
        return
    told = rows.iloc[0]
    name = spelt(told, phrase)
    st.subheader(f"\u201c{name}\u201d", anchor=False)
    numbers(told)
    recurring.forms(view, phrase)
    st.html(first(view, told))
    over_time(view, name)
    company(view, phrase)
    statements(view, phrase)


def examples(view: View) -> None:
    """The first formulations of the list, as links."""
    asked = {"least_words": 3, "names": False, "page_size": EXAMPLES, "skipped": 0}
    rows = database.frame("phrases/list", {**view.selection.scope(view.known), **asked})
    if not rows.empty:
        recurring.linked(view, "For example:", rows)


def trimmed(run: list[str]) -> list[str]:
    """A run of words as phrases are kept: no function word at either end."""
    content = [place for place, word in enumerate(run) if word not in function_words()]
    return run[content[0] : content[-1] + 1] if content else []


def company(view: View, phrase: str) -> None:
    """How its wording changed, who says it and with what; side by side, no half left empty."""
    family = variants.family(database.cursor(), phrase, view.scope)
    left, right = st.columns(2, gap="medium")
    changed = len(family.variants) > 1
    with left:
        if changed:
            wordings.draw(view, family)
    with right if changed else left:
        st.subheader("Who says it", anchor=False)
        show.table(view, "phrases/who", columns=WHO)
    with right:
        st.subheader("Spoken of with", anchor=False)
        show.table(view, "phrases/topics", columns=TOPICS, empty="No exchange that uses it is about a topic.")
    if not changed:
        st.caption("It is always said in these words: no other wording shares its core.")


def unknown(view: View, phrase: str) -> None:
    """Says why there is nothing to show, and where to look."""
    st.info(" ".join(reasons(view, phrase)), icon=":material/search_off:")
    search_for = "search?" + urlencode({**view.selection.parameters(), "q": f'"{phrase}"'}, doseq=True)
    st.html(f'<a href="{escape(search_for)}" target="_self">Search for \u201c{escape(phrase)}\u201d</a>')
    near = {**view.selection.scope(view.known), "looking": words(phrase), "least_briefings": 1, "page_size": 6}
    longer = database.frame("phrases/list", {**near, "skipped": 0})
    for found in longer["phrase"]:
        st.button(found, key=f"near-{found}", on_click=recurring.opened, args=(found,), type="tertiary")


def reasons(view: View, phrase: str) -> Iterator[str]:
    """What is known of a formulation that the slice does not use."""
    everyone = database.frame(PANEL, {"phrase": phrase})
    if everyone.empty:
        yield f"\u201c{phrase}\u201d does not recur: no three briefings hold it."
        return
    uses, days = int(everyone["uses"].iloc[0]), everyone.iloc[0]
    yield f"\u201c{phrase}\u201d is not used in this slice."
    yield f"In everything loaded it has {counted(uses, 'uses')}{span(days)}."
    if view.selection.whose != "all":
        yield f"\u201c{WHOSE['all']}\u201d at the left shows the uses by reporters and others too."


def span(told: pd.Series) -> str:
    """From when to when, where it is known."""
    if pd.isna(told["first_day"]):
        return ""
    return f", from {written(told['first_day'])} to {written(told['last_day'])}"


def spelt(told: pd.Series, phrase: str) -> str:
    """The formulation as it was spelt when first used."""
    places = search.spans(str(told["first_text"]), f'"{phrase}"')
    return str(told["first_text"])[slice(*places[0])] if places else phrase


def numbers(told: pd.Series) -> None:
    """The formulation in numbers."""
    first_use = "First use (at or before)" if told["first_before"] else "First use"
    values = {
        "Uses": f"{int(told['uses']):,}",
        "Briefings": f"{int(told['briefings']):,} of {int(told['of']):,}",
        first_use: day(told["first_day"]),
        "Last use": day(told["last_day"]),
        "Longest silence": counted(int(max(told["silence"], told["unused_for"])), "briefings"),
        "Status": str(told["status"]),
    }
    pairs = (f"<div><strong>{escape(value)}</strong>{label}</div>" for label, value in values.items())
    st.html(f'<div class="numbers">{"".join(pairs)}</div>')


def day(value: pd.Timestamp) -> str:
    """A day as readers write it."""
    return "undated" if pd.isna(value) else written(value)


def first(view: View, told: pd.Series) -> str:
    """Who used it first, in which sentence, and how it stands now."""
    row = {**told, "speaker": told["first_speaker"], "role": told["first_role"], "text": told["first_text"]}
    link = f'<a href="{escape(evidence.place(row, view.selection.parameters()))}" target="_self">open in reader</a>'
    when = f"on {written(told['first_day'])}" if not pd.isna(told["first_day"]) else "on an unknown day"
    who = f"First by {evidence.who(row)} ({told['first_ministry']}) {when}"
    since = f"not used in the last {counted(int(told['unused_for']), 'briefings')}"
    now = "used in the last briefing" if not told["unused_for"] else since
    status = f"{str(told['status']).capitalize()}: {STATUS[str(told['status'])]}; {now}."
    marked = evidence.marked(str(told["first_text"]), evidence.sought({**row, "query": f'"{told["phrase"]}"'}))
    foot = f"<footer>{escape(who)} \u00b7 {link}</footer>"
    return f'<blockquote class="said">{marked}{foot}</blockquote><p class="facts">{escape(status)}</p>'


def over_time(view: View, name: str) -> None:
    """Its uses over time, the silences shaded."""
    with st.container(horizontal=True):
        measure = view.choose("measure", "Measure", MEASURES, "uses")
        grain = view.choose("grain", "Grain", GRAINS, "month")
        view.choose("split", "Split", SPLITS, "")
    silences = database.frame("phrases/silences", view.scope)
    look: dict[str, Any] = {
        "measure": measure,
        "unit": UNIT[measure],
        "counted": "{uses:,} uses in {words:,} words",
        "grain": grain,
    }
    show.chart(view, "phrases/life", partial(life.life, silences=silences), f"\u201c{name}\u201d over time", **look)
    told = list(quiet(silences))
    if told:
        st.caption(f"Longest silences: {'; '.join(told)}.")


def quiet(silences: pd.DataFrame) -> Iterator[str]:
    """The three longest silences in words."""
    for row in silences.head(3).to_dict("records"):
        until = "until now" if row["lasts"] else f"to {day(row['to_day'])}"
        yield f"{counted(int(row['briefings']), 'briefings')} from {day(row['from_day'])} {until}"


def statements(view: View, phrase: str) -> None:
    """All sentences that use it, the last first."""
    panel = PANELS[PANEL]
    values = panel.values(view.scope) | {"period": None, "series": None}
    totals = panel.proof.counts(database.cursor(), values)
    st.subheader("All its sentences", anchor=False)
    st.caption(" \u00b7 ".join(counted(totals[unit], f"{unit}s") for unit in ("statement", "exchange", "briefing")))
    show.quoted(
        view,
        panel,
        values,
        totals["statement"],
        f"all sentences with \u201c{phrase}\u201d",
        place=f"sentences-{phrase}",
    )
