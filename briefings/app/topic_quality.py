"""Measured quality of the topics, for the Sources page: how right they are on labelled sets, with which lexicon."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from briefings import lexicon
from briefings.app import uncovered
from briefings.app.page import View
from briefings.release import data_folder
from briefings.selection import counted, written

Figures = Mapping[str, Any]

UNKNOWN = "No measured quality is kept here. Measure it: `python -m briefings evaluate topics GOLD.jsonl --keep`."
UNSEEN = "130 exchanges of later years, not to be had here"
DIGITS = 12
SCORE = "%.2f"
INTERVAL = {
    "low": st.column_config.NumberColumn("F1 from", format=SCORE, width=80, help="95% interval by bootstrap"),
    "high": st.column_config.NumberColumn("to", format=SCORE, width=64),
}
SCORES = {
    "precision": st.column_config.NumberColumn("Precision", format=SCORE, width=80),
    "recall": st.column_config.NumberColumn("Recall", format=SCORE, width=70),
    "f1": st.column_config.ProgressColumn("F1", format=SCORE, min_value=0.0, max_value=1.0, width=130),
    **INTERVAL,
}
METHODS = {
    "set": st.column_config.TextColumn("Labelled set", width=240),
    "name": st.column_config.TextColumn("Method", width=280),
    **SCORES,
}
TOPICS = {
    "title": st.column_config.TextColumn("Topic", width=190),
    "positives": st.column_config.NumberColumn("Labelled", format="localized", width=80, help="Exchanges about it"),
    **SCORES,
}
VERSIONS = {
    "where": st.column_config.TextColumn("Lexicon", width=330),
    "digest": st.column_config.TextColumn("Version", width=120),
    "topics": st.column_config.TextColumn("Topics", width=70),
    "terms": st.column_config.TextColumn("Terms", width=70),
    "same": st.column_config.TextColumn("In these numbers", width=130),
}


def draw(view: View) -> None:
    """Our scores beside other methods', each set topic by topic, and the versions of the lexicon."""
    st.subheader("How right the topics are", anchor=False)
    figures = kept()
    if figures["sets"]:
        st.caption(
            "Against labelled exchanges: how many of the topics given are right, how many of the right are given."
        )
        st.dataframe(pd.DataFrame(methods(figures)), hide_index=True, column_config=METHODS, column_order=list(METHODS))
        for each in figures["sets"]:
            labelled(each, view.known.topics)
    else:
        st.info(UNKNOWN)
    st.subheader("Versions of the lexicon", anchor=False)
    rows = pd.DataFrame(versions(str(view.release["lexicon_digest"]), figures), columns=list(VERSIONS)).fillna("")
    st.dataframe(rows, hide_index=True, column_config=VERSIONS)
    if (rows["same"] == "no").any():
        st.caption("Another version than that of these numbers counts once any page is loaded with it.")


def kept() -> Figures:
    """The figures in `data/quality/topics.json`; none where the file is missing."""
    path = data_folder() / "quality" / "topics.json"
    found: Figures = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"sets": [], "others": []}
    return found


def methods(figures: Figures) -> Iterator[dict[str, object]]:
    """The scores of every method on every set: ours first, then those quoted."""
    names = {each["id"]: each["name"] for each in figures["sets"]} | {"unseen": UNSEEN}
    sets = [*(each["id"] for each in figures["sets"]), "unseen"]
    for id_ in sets:
        for each in figures["sets"]:
            if each["id"] == id_:
                yield {"set": names[id_], "name": "This lexicon", **scores_of(each, "micro")}
        for other in figures["others"]:
            if other["set"] == id_:
                yield {"set": names[id_], **{name: other.get(name) for name in ("name", "precision", "recall", "f1")}}


def scores_of(each: Figures, topic: str) -> dict[str, object]:
    """One row of a set's scores."""
    row = next(row for row in each["scores"] if row["topic"] == topic)
    return {name: row[name] for name in ("precision", "recall", "f1", "low", "high")}


def labelled(each: Figures, titles: Mapping[str, str]) -> None:
    """One set: who labelled it, when it was measured, and its scores by topic."""
    with st.expander(f"{each['name']}: topic by topic", icon=":material/checklist:"):
        st.caption(described(each))
        rows = pd.DataFrame(by_topic(each["scores"], titles))
        st.dataframe(rows, hide_index=True, column_config=TOPICS, column_order=list(TOPICS))


def described(each: Figures) -> str:
    """What a set is, in a sentence or two."""
    span = ""
    if each.get("first") and each.get("last"):
        span = f" from {written(date.fromisoformat(each['first']))} to {written(date.fromisoformat(each['last']))}"
    told = f"{counted(each['exchanges'], 'exchanges')}{span}, labelled {each['labelled']}."
    when = f"Measured on {written(date.fromisoformat(each['measured']))} with lexicon {each['lexicon'][:DIGITS]}."
    return " ".join(part for part in (told, when, each.get("note", "")) if part)


def by_topic(scores: Sequence[Figures], titles: Mapping[str, str]) -> list[dict[str, object]]:
    """The averages, then the topics, those labelled most first."""
    averages = {"micro": "All decisions together", "macro": "Mean over topics with 5 or more"}
    means = [{**row, "title": averages[row["topic"]]} for row in scores if row["topic"] in averages]
    topics = [
        {**row, "title": titles.get(row["topic"], row["topic"])} for row in scores if row["topic"] not in averages
    ]
    return [*means, *sorted(topics, key=lambda row: (-row["positives"], row["title"]))]


def versions(loaded: str, figures: Figures) -> Iterator[dict[str, object]]:
    """Each lexicon there is or was measured, and whether it is the one that these numbers were made with."""
    shown = loaded[:DIGITS]
    yield {"where": "This database", "digest": shown, "same": "yes"}
    own = uncovered.folder()
    for where, folder in (("Shipped: data/lexicon", data_folder() / "lexicon"), (f"Yours: {own}", own)):
        if folder:
            yield on_disk(where, folder, shown)
    for each in figures["sets"]:
        digest = each["lexicon"][:DIGITS]
        yield {"where": f"Measured: {each['name']}", "digest": digest, "same": same(digest, shown)}


def on_disk(where: str, folder: Path, shown: str) -> dict[str, object]:
    """The version of a folder."""
    try:
        words = lexicon.load(folder)
    except lexicon.LexiconError as error:
        return {"where": where, "digest": f"cannot be used: {str(error).splitlines()[0]}", "same": "no"}
    terms = sum(len(group.terms) for entry in words.entries for group in entry.groups)
    digest = words.digest[:DIGITS]
    held = {"topics": f"{len(words.entries):,}", "terms": f"{terms:,}"}
    return {"where": where, "digest": digest, **held, "same": same(digest, shown)}


def same(digest: str, shown: str) -> str:
    """Whether two versions are one."""
    return "yes" if digest == shown else "no"
