"""Two slices set against each other: the phrases that one uses more than the other, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

import pandas as pd
import streamlit as st

from briefings.app import database, filters, other_slice, recurring, show
from briefings.app.charts.keyness import keyness
from briefings.app.page import View, slice_line
from briefings.selection import Selection, counted, written

TINY = 2_000
"""Words below which hardly any difference can be told from chance."""
SHOWN = 200
METHOD = (
    "Each phrase stands where its frequency puts it: to the right slice A uses it more often, to the left slice B; the "
    "higher, the less it can be chance (G\u00b2). Coloured: a difference safe to claim with so many phrases compared."
)
CAREFUL = "Log Ratio at the careful end of its interval (LRC): above 0 more in A, below 0 more in B, 0 could be chance"
COLUMNS = {
    "wording": st.column_config.TextColumn("Phrase", width=250),
    "uses": st.column_config.NumberColumn("Uses A", format="localized", width=64),
    "uses_b": st.column_config.NumberColumn("Uses B", format="localized", width=64),
    "per_1000_words": st.column_config.NumberColumn("Per 1,000 A", format="%.2f", width=88),
    "per_1000_words_b": st.column_config.NumberColumn("Per 1,000 B", format="%.2f", width=88),
    "briefings": st.column_config.NumberColumn("Briefings A", format="localized", width=84),
    "briefings_b": st.column_config.NumberColumn("Briefings B", format="localized", width=84),
    "keyness": st.column_config.NumberColumn("Keyness", format="%+.1f", width=68, help=CAREFUL),
    "log_ratio": st.column_config.NumberColumn("Log Ratio", format="%+.1f", width=74, help="Doublings"),
    "g2": st.column_config.NumberColumn("G\u00b2", format="%+.0f", width=56, help="Log-likelihood (Dunning 1993)"),
}


def draw(view: View) -> None:
    """The second slice, and the comparison with the first."""
    st.markdown("**Slice A** is chosen at the left, **slice B** here.")
    other = other_slice.draw(view)
    held = database.frame("home/totals", other.scope(view.known)).iloc[0]
    st.caption(f"A: {line(view, view.selection, view.held)}  \nB: {line(view, other, held)}")
    told = hindrance(view, other, held)
    if told:
        st.info(told)
        examples(view)
        return
    for caution in cautions(view, held):
        st.warning(caution)
    with st.container(horizontal=True, vertical_alignment="center"):
        length = view.choose("length", "Length", recurring.LENGTHS, "3")
        names = view.switch("names", "Names and offices", help=recurring.NAMES)
    against = {f"{name}_b": value for name, value in other.scope(view.known).items()}
    view.choices.update(against, least_words=int(length), names=names, page_size=SHOWN, skipped=0)
    compared(view, brief(view, view.selection, view.held), brief(view, other, held))


def compared(view: View, a: str, b: str) -> None:
    """The plot and the table; both slices in words."""
    rows = database.frame("phrases/compare", view.scope)
    if rows.empty:
        st.info("No phrase stands in three briefings of either slice: there is nothing to compare.")
        return
    if (rows["uses"] == rows["uses_b"]).all() and (rows["words_a"] == rows["words_b"]).all():
        st.info("The two slices hold the same words: no phrase differs.")
        return
    if not rows["keyness"].fillna(0).any():
        st.info("No phrase differs by more than chance would make: the numbers below show no difference safe to claim.")
    st.caption(METHOD)
    show.chart(
        view,
        "phrases/compare",
        keyness,
        "Slice A against slice B",
        columns=COLUMNS,
        beside=recurring.offered,
        sides={"phrases/compare": f"**Slice A:** {a}", "phrases/compare_b": f"**Slice B:** {b}"},
        subtitle=f"A: {a} \u00b7 B: {b}",
    )


def line(view: View, selection: Selection, held: pd.Series) -> str:
    """A slice by its filters and its size."""
    return f"{named(view, selection)} \u00b7 {slice_line(held)} \u00b7 {counted(int(held['words']), 'words')}"


def brief(view: View, selection: Selection, held: pd.Series) -> str:
    """A slice by its filters and its words."""
    return f"{named(view, selection)} ({counted(int(held['words']), 'words')})"


def named(view: View, selection: Selection) -> str:
    """A slice by its filters."""
    return "; ".join(words for _, words in selection.words(view.known)) or "everything loaded"


def hindrance(view: View, other: Selection, held: pd.Series) -> str | None:
    """Why the slices cannot be compared."""
    if view.selection.scope(view.known) == other.scope(view.known):
        return "Both slices are the same: choose another span, spokesperson, ministry or topic for one of them."
    for name, size in (("A", view.held), ("B", held)):
        if not size["exchanges"]:
            return f"Slice {name} is empty: nothing was found under its filters together."
        if not size["words"]:
            return f"Slice {name} holds no words of those who are counted: there is nothing to compare."
    return None


def cautions(view: View, held: pd.Series) -> Iterator[str]:
    """What makes the comparison weak."""
    for name, size in (("A", view.held), ("B", held)):
        if size["words"] < TINY:
            yield (
                f"Slice {name} holds only {counted(int(size['words']), 'words')} in "
                f"{counted(int(size['briefings']), 'briefings')}: hardly any difference can be told from chance."
            )


def examples(view: View) -> None:
    """Comparisons to begin with, as buttons."""
    st.caption("For example:")
    for label, (first, second) in ways(view).items():
        st.button(label, key=f"compare-{label}", on_click=take, args=(first, second))


def ways(view: View) -> Mapping[str, tuple[Selection, Selection]]:
    """Two spans, two spokespersons, two ministries, where the database has them."""
    known, found = view.known, {}
    if known.first_day and known.last_day and known.first_day < known.last_day:
        middle = known.first_day + (known.last_day - known.first_day) / 2
        since = middle + timedelta(days=1)
        spans = (replace(Selection(), dates="custom", since=since), replace(Selection(), dates="custom", until=middle))
        found[f"The time since {written(since)} against the time before"] = spans
    if len(known.spokespersons) > 1:
        a, b = known.spokespersons[:2]
        found[f"{a} against {b}"] = (Selection(spokespersons=(a,)), Selection(spokespersons=(b,)))
    if len(known.ministries) > 1:
        (a, one), (b, two) = list(known.ministries.items())[:2]
        found[f"{one} against {two}"] = (Selection(ministries=(a,)), Selection(ministries=(b,)))
    return found


def take(first: Selection, second: Selection) -> None:
    """Sets both slices."""
    filters.put(first)
    other_slice.put(second)
