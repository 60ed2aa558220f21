"""Quotations with their stance, and beside each the way to correct it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from briefings import corrections
from briefings.app import cued, database
from briefings.app.evidence import present
from briefings.corrections import Correction, NotKept

ASKED = "The right label, and the words in the sentence that carry it."
NAMES = {"supportive": "\u25b2 supportive", "neutral": "\u25cf neutral", "opposed": "\u25bc opposed"}
WHO = "correcting-who"


def quotations(rows: pd.DataFrame, address: Mapping[str, Any]) -> None:
    """The statements, one below the other, each with a way to correct its label."""
    collects = corrections.wanted()
    for row in rows.to_dict("records"):
        if not collects:
            st.html(cued.quotation(row, address))
            continue
        said, beside = st.columns([6, 1], vertical_alignment="bottom")
        said.html(cued.quotation(row, address))
        with beside:
            offer(row)


def offer(row: Mapping[Any, Any]) -> None:
    """The button beside a statement, with the form behind it."""
    key = f"{row['statement']}-{row['target']}"
    with st.popover("Wrong label?", type="tertiary", key=f"wrong-{key}"), st.form(f"correct-{key}", border=False):
        st.caption(f"Toward {row['title']} this is labelled {row['label']}. {ASKED}")
        others = [label for label in NAMES if label != row["label"]]
        label = st.radio("Right label", others, format_func=NAMES.__getitem__, key=f"right-{key}", horizontal=True)
        words = st.text_input("Words that carry it (optional)", key=f"words-{key}")
        by = st.text_input("Your name (optional)", value=st.session_state.get(WHO, ""), key=f"by-{key}")
        if st.form_submit_button("Keep the correction", type="primary"):
            st.session_state[WHO] = by
            keep(row, str(label), words.strip(), by.strip())
        st.caption(f"Kept in `{corrections.beside(database.path())}`, for `python -m briefings train stance`.")


def keep(row: Mapping[Any, Any], label: str, words: str, by: str) -> None:
    """Writes a correction, and says whether it was written."""
    asked = {"statement": int(row["statement"]), "target": row["target"]}
    pair = database.frame("stance/labelled", asked).iloc[0]
    facts = {str(name): told(value) for name, value in pair.items()}
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        corrections.keep(corrections.beside(database.path()), Correction(facts, label, words, by, now))
    except NotKept as error:
        st.error(str(error))
        return
    st.success("Kept. It changes nothing here until a model is trained with it.")


def told(value: object) -> str:
    """A cell as text, empty where it holds nothing."""
    if not present(value):
        return ""
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value)
