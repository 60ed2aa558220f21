"""The Stance page: net stance over time, counts, quarters, the ranking, who differs, the classifier's quality."""

from __future__ import annotations

from typing import Any

import streamlit as st

from briefings import stances
from briefings.app import address, classifier, database, show
from briefings.app.charts import leaning
from briefings.app.page import View
from briefings.app.topics import GRAINS, SPLITS
from briefings.selection import counted

METHOD = (
    "Net stance is the share of supportive minus opposed statements about a target, corrected for the classifier"
    "\u2019s measured errors. Bands are 95% intervals and include those errors."
)
TARGETS = "stance-targets"
NONE = (
    "No stances: this database was loaded with `--stance-model none`, or without the models in `data/models/stance`. "
    "Load any page again with `python -m briefings load PATH` to have them judged."
)
STALE = (
    "These stances were judged by another version of the models than the one whose quality is told below: load any "
    "page again to bring them up to date."
)
COUNTED = "{statements:,} statements: {supportive:,} supportive, {neutral:,} neutral, {opposed:,} opposed"
SIGNED = "%+.2f"
NUMBERS = {
    "statements": st.column_config.NumberColumn("Statements", format="localized", width=80),
    "supportive": st.column_config.NumberColumn("Supportive", format="localized", width=82),
    "neutral": st.column_config.NumberColumn("Neutral", format="localized", width=66),
    "opposed": st.column_config.NumberColumn("Opposed", format="localized", width=72),
}
RANKING = {
    "title": st.column_config.TextColumn("Target", width=190),
    "net": st.column_config.NumberColumn(
        "Net", format=SIGNED, width=62, help="Corrected for the classifier\u2019s errors"
    ),
    "low": st.column_config.NumberColumn("95% from", format=SIGNED, width=76),
    "high": st.column_config.NumberColumn("to", format=SIGNED, width=62),
    **NUMBERS,
    "raw": st.column_config.NumberColumn("As counted", format=SIGNED, width=86, help="Not corrected"),
    "briefings": st.column_config.NumberColumn("Briefings", format="localized", width=72),
}
DIFFERS = {
    "title": st.column_config.TextColumn("Target", width=140),
    "spokesperson": st.column_config.TextColumn("Spokesperson", width=115),
    "change": st.column_config.TextColumn("Against the others", width=136),
    "net": st.column_config.NumberColumn("Net", format=SIGNED, width=62),
    "net_before": st.column_config.NumberColumn("Others\u2019", format=SIGNED, width=66),
    "difference": st.column_config.NumberColumn("Difference", format=SIGNED, width=74),
    "low": st.column_config.NumberColumn("95% from", format=SIGNED, width=76),
    "high": st.column_config.NumberColumn("to", format=SIGNED, width=62),
    "statements": st.column_config.NumberColumn("Statements", format="localized", width=80),
    "statements_before": st.column_config.NumberColumn("Others\u2019", format="localized", width=66),
}


def draw(view: View) -> None:
    """The whole page below its head."""
    made = view.release["stance_model"]
    if not isinstance(made, str):
        st.info(NONE)
        return
    if view.release["stance_digest"] != stances.made(made).stance_digest:
        st.warning(STALE, icon=":material/update:")
    held = database.frame("stance/totals", view.scope).iloc[0]
    st.caption(
        f"{counted(int(held['statements']), 'statements')} of these speak of "
        f"{counted(int(held['targets']), 'targets')}, together {int(held['pairs']):,} times"
    )
    chosen(view)
    with st.container(horizontal=True):
        grain = view.choose("grain", "Grain", GRAINS, "quarter")
        view.choose("split", "Split", SPLITS, "")
    shared = {"subtitle": view.numbering(int(held["pairs"]), "statements about a target")}
    look: dict[str, Any] = {**shared, "measure": "net", "counted": COUNTED, "unit": "Net stance", "grain": grain}
    show.chart(view, "stance/over_time", leaning.net, "Net stance over time", **look)
    counts: dict[str, Any] = {**shared, "measure": "hits", "unit": "Statements", "grain": grain}
    show.chart(view, "stance/counts", leaning.counts, "Statements by stance", **counts)
    show.chart(view, "stance/quarters", leaning.quarters, "Targets by quarter", **{**look, "grain": "quarter"})
    show.chart(view, "stance/ranking", leaning.ranking, "Targets by net stance", columns=RANKING, **look)
    st.subheader("Who differs from whom", anchor=False)
    st.caption(
        "Each spokesperson against the same ministry\u2019s others, where both have ten statements about a target."
    )
    show.table(view, "stance/who_differs", columns=DIFFERS, empty="Nobody has enough statements to be compared.")
    classifier.draw(made)


def chosen(view: View) -> None:
    """The targets to draw, kept in the address; the three spoken of most where none is chosen."""
    known = view.known.targets
    if view.linked is not None:
        asked = view.linked.get("target", [])
        view.problems.extend(f"target \u201c{id_}\u201d is not in this database" for id_ in asked if id_ not in known)
        st.session_state[TARGETS] = [id_ for id_ in asked if id_ in known]
    kept = st.session_state.get(TARGETS, [])
    st.session_state[TARGETS] = [id_ for id_ in kept if id_ in known]
    st.multiselect(
        "Targets", list(known), key=TARGETS, format_func=known.__getitem__, placeholder="The three spoken of most"
    )
    address.put({"target": st.session_state[TARGETS]})
    view.choices["targets"] = st.session_state[TARGETS] or None
