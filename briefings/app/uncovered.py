"""Words that no topic covers: those that rose among exchanges without one, and the lines that add them to a lexicon."""

from __future__ import annotations

import os
import shlex
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from briefings import additions, lexicon
from briefings.additions import Addition
from briefings.app import database, show
from briefings.app.page import View
from briefings.catalogue import PANELS
from briefings.chain import function_words
from briefings.selection import counted, written

NAME = "topics/uncovered"
ADDED = "added-to-lexicon"
NEW = "+"
"""The choice of a new topic: no id of one."""
NONE = "No word or phrase rose among the exchanges without a topic."
WEIGHTS = {
    3: "Names it",
    2: "Likely",
    1: "Hint",
}
WEIGHT = "A word of weight 3 in a question is enough with a second one in the answer; weight 1 only tips the balance."
TERMS = "A comma between two. Whole words; * stands for the rest of a word. A capital letter must be one in the text."
COUNTER = "A sentence that is not about it, and in which none of the terms stands."
COLUMNS = {
    "term": st.column_config.TextColumn("Word or phrase", width=210),
    "exchanges": st.column_config.NumberColumn("Exchanges", format="localized", width=84, help="Without a topic, now"),
    "briefings": st.column_config.NumberColumn("Briefings", format="localized", width=76),
    "share": st.column_config.NumberColumn("Share", format="%.1f%%", width=66, help="Of those without a topic, now"),
    "exchanges_before": st.column_config.NumberColumn("Before", format="localized", width=66, help="Exchanges, before"),
    "share_before": st.column_config.NumberColumn("Share before", format="%.1f%%", width=96),
    "keyness": st.column_config.NumberColumn(
        "Keyness", format="%.2f", width=72, help="Log ratio that is safe to claim"
    ),
    "g2": st.column_config.NumberColumn("G\u00b2", format="%.1f", width=66),
}


def draw(view: View) -> None:
    """The switch, and the words where it is on."""
    st.subheader("Words no topic covers", anchor=False)
    if not view.switch("uncovered", "Look for them"):
        st.caption("What rose of late among the exchanges that are about none of the topics: candidates for new terms.")
        return
    view.choices["function_words"] = sorted(function_words())
    rows = PANELS[NAME].rows(database.cursor(), view.scope)
    if not rows.empty:
        st.caption(told(rows.iloc[0]))
    show.table(view, NAME, columns=COLUMNS, rows=rows, empty=NONE, beside=partial(adding, view))


def told(row: pd.Series) -> str:
    """What is compared with what."""
    now, before = counted(int(row["of"]), "exchanges"), counted(int(row["of_before"]), "exchanges")
    return (
        f"{now} without a topic since {written(row['from_day'])}, against {before} in the two years before. "
        "A keyness of 0 may be chance. Choose a word for its sentences and to add it to the lexicon."
    )


def folder() -> Path | None:
    """The lexicon folder that this server may write to: `$BRIEFINGS_LEXICON`; none without it or with
    `$BRIEFINGS_READONLY`, as on a server for several people."""
    named = os.environ.get("BRIEFINGS_LEXICON")
    return Path(named) if named and not os.environ.get("BRIEFINGS_READONLY") else None


def adding(view: View, row: show.Row) -> None:
    """A button that opens the lines for a word."""
    with st.popover("Add to the lexicon", icon=":material/playlist_add:", width="content"):
        addition = asked(view, row)
        st.code(additions.as_toml(addition), language="toml", wrap_lines=True)
        into = folder()
        if into is None:
            st.caption(
                f"Copy these lines to the end of `topics/{addition.topic or 'NAME'}.toml` in your lexicon folder, then "
                "load any page again. A server started with `BRIEFINGS_LEXICON=DIR` writes them there itself."
            )
            return
        write(into, addition, term=str(row["term"]))


def asked(view: View, row: show.Row) -> Addition:
    """The fields, and what they say."""
    term = str(row["term"])
    topics = {**titles(view), NEW: "A new topic \u2026"}
    left, right = st.columns(2)
    topic = left.selectbox("Topic", list(topics), format_func=topics.__getitem__, key=f"add-topic-{term}")
    weight = right.segmented_control(
        "Weight", list(WEIGHTS), default=3, format_func=WEIGHTS.__getitem__, key=f"add-weight-{term}", help=WEIGHT
    )
    title = st.text_input("Its name", key=f"add-title-{term}").strip() if topic == NEW else ""
    terms = st.text_input("Terms", additions.term_of(term), key=f"add-terms-{term}", help=TERMS)
    examples = st.text_area(
        "Examples, one on a line", "\n".join(sentences(view, row)), key=f"add-examples-{term}", height=72
    )
    counterexample = st.text_input("Counterexample", key=f"add-counter-{term}", help=COUNTER)
    return Addition(
        additions.id_of(title) if topic == NEW else topic,
        tuple(part.strip() for part in terms.split(",") if part.strip()),
        float(weight or 3),
        tuple(line.strip() for line in examples.splitlines() if line.strip()),
        counterexample.strip(),
        title,
    )


def titles(view: View) -> dict[str, str]:
    """The topics of the folder, or of the database where none may be written to."""
    into = folder()
    try:
        return {entry.topic: entry.title for entry in lexicon.load(into).entries} if into else dict(view.known.topics)
    except lexicon.LexiconError:
        return {}


def sentences(view: View, row: show.Row) -> list[str]:
    """Two sentences that hold the word."""
    panel = PANELS[NAME]
    found = panel.proof.run(database.cursor(), {**panel.values(view.scope), **row, "page_size": 20, "skipped": 0})
    shortest = sorted(found["text"].drop_duplicates(), key=len)
    return [" ".join(text.split()) for text in shortest[:2]]


def write(into: Path, addition: Addition, term: str) -> None:
    """A button that writes the lines where the lexicon stays whole with them; what is wrong with them otherwise."""
    mistakes = additions.problems(into, addition) if into.is_dir() else lexicon.problems(into)
    st.button(
        f"Write into {into}",
        disabled=bool(mistakes),
        on_click=add,
        args=(into, addition, term),
        icon=":material/save:",
        key="add-write",
    )
    of, done = st.session_state.get(ADDED, ("", ""))
    if of == term:
        st.success(done, icon=":material/check:")
    elif mistakes:
        st.caption("Still to mend: " + "; ".join(mistakes[:3]))


def add(into: Path, addition: Addition, term: str) -> None:
    """Writes the lines, and says how they come to count."""
    path = additions.add(into, addition)
    page = database.frame("topics/any_page")["path"].iloc[0]
    words = ["python", "-m", "briefings", "load", page, "--lexicon", str(into), "--db", str(database.path())]
    told = f"Written to {path}. The lines count once every briefing is labelled again:\n\n`{shlex.join(words)}`"
    st.session_state[ADDED] = (term, told)
