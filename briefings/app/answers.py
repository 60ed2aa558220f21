"""The Q and A page: which outlets ask about what, how long the answers are, and which form they take."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from briefings.app import show
from briefings.app.charts.bars import bars
from briefings.app.charts.lines import lines
from briefings.app.page import View
from briefings.evaluate import answers as scores
from briefings.selection import written

METHOD = "How questions are answered: in substance, or sent elsewhere, without information, declined, said before."
FORMS = """
An answer takes the form of its cue words where the sentences that hold them make up three tenths of it, or where one of
them says that it speaks of just what was asked. **Referred elsewhere**: sent to another office. **No information**: not
aware, nothing to share, later. **Declined**: no comment, hypothetical. **Repeated position**: points to an earlier
answer, or four fifths of its words were said before. Under eight words tell too little. All others are substantive.
"""
LIMITS = """
A published transcript is not the briefing: ministries drop questions and revise answers, so \u201cnot asked\u201d
cannot be read from it. The Chinese foreign ministry\u2019s English pages name outlets only since 24 March 2020.
"""
GRAINS = {"month": "Month", "quarter": "Quarter", "year": "Year"}
SPLITS = {"": "All together", "ministry": "By ministry", "spokesperson": "By spokesperson"}
PER_CENT = "%.1f%%"
NAMES = {
    "referral": "Referred elsewhere",
    "no-information": "No information",
    "declined": "Declined",
    "repeated": "Repeated position",
    "substantive": "Substantive",
}


def share(label: str) -> Any:
    """A column of per cent."""
    return st.column_config.NumberColumn(label, format=PER_CENT, width=74)


SHARES = {
    "share_referral": share("Referred"),
    "share_no_information": share("No info"),
    "share_declined": share("Declined"),
    "share_repeated": share("Repeated"),
    "median_words": st.column_config.NumberColumn(
        "Words", format="localized", width=58, help="Median length of an answer"
    ),
}
TOPICS = {
    "title": st.column_config.TextColumn("Topic", width=150),
    "answers": st.column_config.NumberColumn("Answers", format="localized", width=68),
    "share": st.column_config.ProgressColumn("Not in substance", format=PER_CENT, min_value=0, max_value=60, width=132),
    "low": st.column_config.NumberColumn("95% from", format=PER_CENT, width=68),
    "high": st.column_config.NumberColumn("to", format=PER_CENT, width=58),
    **SHARES,
}
OUTLETS = {
    "outlet": st.column_config.TextColumn("Outlet", width=130),
    "answers": st.column_config.NumberColumn("Answered", format="localized", width=72),
    "topics": st.column_config.ListColumn("Asks most about", width=225),
    "share": share("Substance"),
    **SHARES,
}


def draw(view: View) -> None:
    """The whole page below its head."""
    with st.container(horizontal=True):
        grain = view.choose("grain", "Grain", GRAINS, "quarter")
        view.choose("split", "Split", SPLITS, "")
    look: dict[str, Any] = {
        "measure": "share",
        "counted": "{hits:,} of {answers:,} answers",
        "unit": "Share of answers",
    }
    show.chart(view, "answers/forms", lines, "Answers without substance", grain=grain, **look)
    with st.expander("How the forms are told apart, and how well", icon=":material/info:"):
        st.markdown(f"{FORMS}\n{LIMITS}")
        quality()
    st.subheader("By topic", anchor=False)
    show.table(view, "answers/topics", columns=TOPICS, empty="No answered question of this slice is about a topic.")
    st.subheader("Who asks, and how they are answered", anchor=False)
    show.table(view, "answers/outlets", columns=OUTLETS, empty="No outlet is named on the pages of this slice.")
    st.subheader("How long answers are", anchor=False)
    length: dict[str, Any] = {"measure": "answers", "counted": "{answers:,} answers, {substantive:,} substantive"}
    show.chart(view, "answers/length", bars, "Words per answer", unit="Answers", **length)


def quality() -> None:
    """The measured quality of the forms, with who labelled what and when."""
    file = scores.kept()
    if not file.exists():
        return
    told = json.loads(file.read_text("utf-8"))
    measured = written(date.fromisoformat(told["measured"]))
    st.markdown(f"Measured on {told['answers']} answers on {measured}, labelled {told['labelled']}.")
    rows = [
        [form(row["form"]), row["labelled"], *map(percent, (row["precision"], row["recall"]))] for row in told["scores"]
    ]
    columns = ["Form", "Labelled", "Of those found, right", "Of those there, found"]
    st.table(pd.DataFrame(rows, columns=columns), hide_index=True, border="horizontal")


def form(name: str) -> str:
    """A form as the page calls it."""
    return NAMES.get(name, name)


def percent(rate: list[float] | None) -> str:
    """A rate with its interval."""
    return "" if rate is None else f"{100 * rate[0]:.0f}% ({100 * rate[1]:.0f}\u2013{100 * rate[2]:.0f}%)"
