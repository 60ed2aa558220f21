"""One briefing to read: what it is, its exchanges, and its whole page beside them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from briefings.app import address, database, repeated, standing, transcript, whole_page
from briefings.app.evidence import present
from briefings.app.page import View
from briefings.selection import written

METHOD = "One briefing as it was said: who asked, who answered, and what each exchange is about."

OPEN, HERE, CHOSEN = "reader-open", "reader-statement", "reader-chosen"
NOTHING = ""
"""Open where a link names a briefing that does not exist: another one is not put in its place."""
NEAREST = 500
"""Briefings to choose from, the nearest to the open one: a longer list is slow to send to the browser."""

SCROLL = """<script>
const sentence = document.getElementById("statement-{position}");
if (sentence) setTimeout(() => sentence.scrollIntoView({{block: "center"}}), 150);
</script>"""


def draw(view: View) -> None:
    """The choice of a briefing, and the one chosen."""
    follow(view)
    shown = briefing(st.session_state.get(OPEN))
    if shown is None and st.session_state.get(OPEN):
        view.problems.append(f"briefing \u201c{st.session_state[OPEN]}\u201d is not in this database")
        st.session_state[OPEN] = NOTHING
    opened = None if shown is None else int(shown["briefing"])
    listed = database.frame("reader/briefings", {**view.scope, "opened": opened, "nearest": NEAREST})
    if shown is None and st.session_state.get(OPEN) is None:
        shown = briefing(listed["id"].iloc[0])
    choice(listed, shown)
    if shown is None:
        st.info("Choose a briefing above to read it.")
        return
    read(view, listed, shown)


def follow(view: View) -> None:
    """Opens what a link names; a link without a briefing opens the latest of the slice."""
    if view.linked is not None:
        st.session_state[OPEN] = view.asked("briefing")
        st.session_state[HERE] = view.asked("statement")


def briefing(id_: str | None) -> pd.Series | None:
    """The briefing of an id, null where there is none."""
    rows = database.frame("reader/briefing", {"briefing": id_}) if id_ else pd.DataFrame()
    return None if rows.empty else rows.iloc[0]


def choice(listed: pd.DataFrame, shown: pd.Series | None) -> None:
    """Earlier, any, later: which briefing to read."""
    keys = [int(key) for key in listed["briefing"]]
    names = dict(zip(keys, map(named, listed["day"], listed["headline"]), strict=True))
    ids = dict(zip(keys, listed["id"], strict=True))
    st.session_state[CHOSEN] = None if shown is None else int(shown["briefing"])
    place = keys.index(int(shown["briefing"])) if shown is not None and int(shown["briefing"]) in keys else None
    earlier, later = around(keys, place)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        step("Previous", ":material/chevron_left:", earlier, ids)
        st.selectbox(
            heading(listed),
            keys,
            key=CHOSEN,
            index=None if shown is None else 0,
            format_func=names.__getitem__,
            placeholder="Choose a briefing",
            on_change=lambda: turn_to(ids.get(st.session_state[CHOSEN])),
        )
        step("Next", ":material/chevron_right:", later, ids)


def heading(listed: pd.DataFrame) -> str:
    """What the list holds: `Briefing (439 in the slice, the latest first)`."""
    total = int(listed["in_slice"].iloc[0])
    nearest = f"; the {NEAREST:,} nearest listed" if len(listed) < total else ""
    return f"Briefing ({total:,} in the slice, the latest first{nearest})"


def around(keys: Sequence[int], place: int | None) -> tuple[int | None, int | None]:
    """The briefings before and after one, of a list that has the latest first."""
    if place is None:
        return None, None
    earlier = keys[place + 1] if place + 1 < len(keys) else None
    return earlier, keys[place - 1] if place else None


def named(day: pd.Timestamp, headline: str) -> str:
    """A briefing in a list: `29 Apr 2019 · Regular press conference`."""
    return f"{written(day) if present(day) else 'undated'} \u00b7 {headline}"


def step(label: str, icon: str, key: int | None, ids: dict[int, str]) -> None:
    """A button to a neighbour."""
    id_ = None if key is None else ids[key]
    st.button(label, icon=icon, disabled=key is None, on_click=turn_to, args=(id_,))


def turn_to(id_: str | None) -> None:
    """Opens another briefing."""
    st.session_state[OPEN], st.session_state[HERE] = id_, None


def read(view: View, listed: pd.DataFrame, shown: pd.Series) -> None:
    """The briefing: facts, standing, exchanges, page."""
    address.put({"briefing": shown["id"]})
    st.html(standing.facts(shown))
    inside = bool(listed.set_index("briefing")["inside"].get(shown["briefing"], False))
    versions = database.frame("reader/versions", {"briefing": shown["id"]})
    for note in standing.notes(shown, versions, inside, view.selection.parameters()):
        st.html(f'<p class="note">{note}</p>')
    rows = statements(shown)
    if rows.empty:
        st.html(f'<div class="whole-page">{escape(shown["text"])}</div>')
        return
    with st.container(horizontal=True):
        marks = toggle(view, "Mark topics", "marks")
        cues = toggle(view, "Mark stances", "stances")
        recurring = toggle(view, "Mark recurring phrases", "phrases")
        new = toggle(view, "Mark what was said before", "new")
        full = toggle(view, "Full page", "full")
    if new:
        novelty(shown)
    address_of = {**view.selection.parameters(), "briefing": shown["id"]}
    ways = transcript.Ways(marks, highlighted(view, rows), address_of, new, cues, phrases(shown) if recurring else {})
    said, beside = st.columns(2, gap="large") if full else (st.container(), None)
    with said:
        exchanges(shown, rows, ways)
    if beside:
        spans = zip(rows["span_start"], rows["span_end"], strict=True)
        beside.html(whole_page.html(shown["text"], spans))
    if ways.here is not None and view.linked is not None:
        st.html(SCROLL.format(position=ways.here), unsafe_allow_javascript=True)


def toggle(view: View, label: str, name: str) -> bool:
    """A switch kept in the address."""
    return view.switch(name, label)


def phrases(shown: pd.Series) -> dict[int, Sequence[dict[str, Any]]]:
    """The recurring phrases of a briefing, by the place of their statement."""
    rows = database.frame("reader/phrases", {"briefing_key": int(shown["briefing"])})
    return dict(zip(rows["position"].tolist(), rows["phrases"], strict=True))


def novelty(shown: pd.Series) -> None:
    """How new the briefing is, and how its old sentences look."""
    for row in database.frame("reader/novelty", {"briefing_key": int(shown["briefing"])}).to_dict("records"):
        told = "Grey sentences were said before; the link opens the first time. In others the changed words are marked."
        st.html(f'<p class="facts">{escape(repeated.figure(row))}<br>{told}</p>')


def statements(shown: pd.Series) -> pd.DataFrame:
    """The briefing's statements, each with the paragraph of the page that it stands in."""
    rows = database.frame("reader/statements", {"briefing_key": int(shown["briefing"])})
    return rows.assign(paragraph=whole_page.paragraph(shown["text"], rows["span_start"]))


def highlighted(view: View, rows: pd.DataFrame) -> int | None:
    """The statement that the link points to; one that does not exist is told."""
    asked = st.session_state.get(HERE)
    if not asked:
        return None
    if asked not in {str(position) for position in rows["position"]}:
        view.problems.append(f"statement \u201c{asked}\u201d is not in this briefing")
        st.session_state[HERE] = None
        return None
    address.put({"statement": asked})
    return int(asked)


def exchanges(shown: pd.Series, rows: pd.DataFrame, ways: transcript.Ways) -> None:
    """The exchanges in order."""
    topics = database.frame("reader/topics", {"briefing_key": int(shown["briefing"])})
    grouped = topics.groupby("exchange")["title"].agg(list)
    titles = dict(zip(grouped.index, grouped, strict=True))
    st.html(transcript.exchanges(rows.to_dict("records"), titles, ways))
