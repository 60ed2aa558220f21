"""Search: words over time, and every statement that holds them."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from briefings import query
from briefings.app import address, database, kwic, markdown, receipts, show
from briefings.app.charts.lines import lines as over_time
from briefings.app.page import View
from briefings.app.topics import GRAINS, SPLITS
from briefings.export import Extract
from briefings.search import needles
from briefings.selection import WHOSE, counted

METHOD = (
    "Every sentence that holds the words, with the match in the middle. "
    "The chart shows the share of exchanges in which they are said, with 95% intervals."
)

TYPED, FIELD, PAGER, ASKED = "search-typed", "search-field", "search-pager", "search-asked"
MOST = 5
"""Queries in one chart, at most."""
PER_PAGE = 50
SORTS = {"date": "Date", "left": "Left context", "right": "Right context", "speaker": "Speaker"}
HELP = "All words must stand in one sentence. Quotation marks: the exact phrase. A semicolon begins another query."
EXAMPLES = {
    "cooperation": "a word, in any sentence",
    '"mutual respect"': "an exact phrase",
    'trade; "climate change"; security': "up to five queries, drawn in one chart",
}


def draw(view: View) -> None:
    """The field, the chart above, the lines below."""
    queries = typed(view)
    if not queries:
        examples()
        return
    view.choices.update(queries=queries, needles=[needles(each) for each in queries])
    with st.container(horizontal=True):
        grain = view.choose("grain", "Grain", GRAINS, "month")
        view.choose("split", "Split", SPLITS, "")
    counts = "{hits:,} of {exchanges:,} exchanges"
    show.chart(view, "search/frequency", over_time, "How often it is said", grain=grain, counted=counts)
    st.subheader("Concordance", anchor=False)
    shown = queries[0]
    with st.container(horizontal=True):
        if len(queries) > 1:
            names = {str(number): each for number, each in enumerate(queries, 1)}
            shown = names[view.choose("of", "Lines of", names, "1")]
        view.choose("sort", "Sort by", SORTS, "date")
    concordance(view, shown)


def typed(view: View) -> list[str]:
    """The queries in the field; what cannot be looked for is told."""
    if view.linked is not None:
        st.session_state[TYPED] = view.asked("q") or ""
    st.session_state[FIELD] = st.session_state.setdefault(TYPED, "")
    st.text_input("Words or phrase", key=FIELD, placeholder='trade; "win-win"', help=HELP, on_change=keep)
    address.put({"q": st.session_state[TYPED]})
    queries, problems = split(st.session_state[TYPED])
    for problem in problems:
        st.warning(markdown.plain(problem), icon=":material/search_off:")
    return queries


def split(text: str) -> tuple[list[str], list[str]]:
    """The queries of what was typed, at most five, and what is wrong with the others."""
    parts = list(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
    queries = [part for part in parts if needles(part)]
    problems = [f"\u201c{part}\u201d holds no word to look for." for part in parts if not needles(part)]
    if len(queries) > MOST:
        problems.append(f"{len(queries)} queries are more than one chart shows: the first {MOST} are looked for.")
    return queries[:MOST], problems


def keep() -> None:
    """Takes over what was typed."""
    st.session_state[TYPED] = st.session_state[FIELD]


def examples() -> None:
    """What can be typed."""
    st.write("Type words to see every sentence that holds them, and how often they are said. For example:")
    for text, told in EXAMPLES.items():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(text, on_click=take, args=(text,))
            st.caption(told)


def take(text: str) -> None:
    """Types an example."""
    st.session_state[TYPED] = text


def concordance(view: View, shown: str) -> None:
    """One page of lines, the pager, and all of them as CSV."""
    values = {**view.scope, "needles": needles(shown)}
    found = query.load("search/lines")
    totals = found.counts(database.cursor(), values)
    if not totals["statement"]:
        st.info(f"No sentence of this slice holds {markdown.plain(shown)}{elsewhere(view)}")
        return
    pages = -(-totals["statement"] // PER_PAGE)
    number = page_number(view, pages, values)
    rows = found.run(database.cursor(), {**values, "page_size": PER_PAGE, "skipped": (number - 1) * PER_PAGE})
    st.caption(told(totals, number))
    st.html(kwic.table(rows, shown, view.selection.parameters()))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if pages > 1:
            st.pagination(pages, default=st.session_state[PAGER][1], key=pager_key())
        download(view, values, shown)


def elsewhere(view: View) -> str:
    """Where else the words may stand."""
    if view.selection.whose == "all":
        return "."
    return f" in the spokespersons\u2019 own words. Choose \u201c{WHOSE['all']}\u201d at the left to look further."


def told(totals: Mapping[str, int], number: int) -> str:
    """How many lines there are, and which are shown."""
    first, last = (number - 1) * PER_PAGE + 1, min(number * PER_PAGE, totals["statement"])
    counts = [counted(totals[unit], f"{unit}s") for unit in ("statement", "exchange", "briefing")]
    return " \u00b7 ".join([*counts, f"lines {first:,} to {last:,}"])


def page_number(view: View, pages: int, values: Mapping[str, object]) -> int:
    """The page of lines to show: the first of a new search, the link's, or the one turned to."""
    if view.linked is not None or st.session_state.get(ASKED) != values:
        first = address.number(view.asked("page"), pages, view.problems)
        # A new pager for every search: one that stands would go on showing its own page.
        st.session_state[PAGER] = (st.session_state.get(PAGER, (0, 1))[0] + 1, first)
    st.session_state[ASKED] = dict(values)
    first = st.session_state[PAGER][1]
    shown = min(int(st.session_state.get(pager_key(), first)), pages)
    address.put({"page": str(shown) if shown > 1 else ""})
    return shown


def pager_key() -> str:
    """The key of the pager of this search."""
    return f"search-page-{st.session_state[PAGER][0]}"


def download(view: View, values: Mapping[str, object], shown: str) -> None:
    """Every line as CSV, in the order shown."""
    extract = Extract("search/lines", values)
    receipts.button(view, extract, "Concordance", about=f"words looked for: {shown}", label="All lines as CSV")
