"""Search: words over time, and every statement that holds them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from briefings import query
from briefings.app import address, database, kwic, markdown, receipts, show
from briefings.app.charts.lines import lines as over_time
from briefings.app.page import View
from briefings.app.topics import GRAINS, SPLITS
from briefings.export import Extract
from briefings.search import mistake
from briefings.selection import WHOSE, counted
from briefings.sought import sought

METHOD = (
    "Every sentence that holds the words, with the match in the middle. "
    "The chart shows the share of exchanges in which they are said, with 95% intervals."
)

TYPED, FIELD, PAGER, ASKED = "search-typed", "search-field", "search-pager", "search-asked"
MOST = 5
"""Queries in one chart, at most."""
PER_PAGE = 50
LAST_PAGE = 1_000_000
SORTS = {"date": "Date", "left": "Left context", "right": "Right context", "speaker": "Speaker"}
EXAMPLES = {
    "cooperation": "a word, in any sentence",
    '"mutual respect"': "an exact phrase",
    "cooperat*": "words that begin so",
    "trade NEAR/5 agreement": "two words with five others between them at most, in either order",
    "security -national": "a word in sentences without another",
    'trade; "climate change"; security': "up to five queries, drawn in one chart",
}
LANGUAGE = """
| You type | You find sentences with |
|---|---|
| `trade agreement` | both words, anywhere in the sentence |
| `"trade agreement"` | the words in a row |
| `agree*` | a word that begins so: two letters or more before the star |
| `"trade agree*"` | a phrase with such a word |
| `trade NEAR/5 agree*` | both with five other words between them at most, in either order; each may be a phrase |
| `trade -war` | the first without the second; a phrase can be left out, too |
| `trade; climate` | the one, the other: up to five queries are compared in the chart |

Large and small letters are alike, except that `US`, `U.S.` and `USA` are the country and `us` is the pronoun. A
hyphenated word is one word; the ending \u2019s is a word of its own, so `China` finds China\u2019s.
"""


def draw(view: View) -> None:
    """The field, the chart above, the lines below."""
    queries = typed(view)
    if not queries:
        examples()
        return
    view.choices.update(queries=queries, sought=sought(queries))
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
    st.text_input("Words or phrase", key=FIELD, placeholder='trade; "mutual respect"', on_change=keep)
    with st.expander("What can be typed", icon=":material/help:"):
        st.markdown(LANGUAGE)
    address.put({"q": st.session_state[TYPED]})
    queries, problems = split(st.session_state[TYPED])
    for problem in problems:
        st.warning(markdown.plain(problem), icon=":material/search_off:")
    return queries


def split(text: str) -> tuple[list[str], list[str]]:
    """The queries of what was typed, at most five, and what is wrong with the others."""
    parts = list(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
    told = {part: mistake(part) for part in parts}
    queries = [part for part, wrong in told.items() if wrong is None]
    problems = [f"{part}: {wrong}" if len(parts) > 1 else wrong for part, wrong in told.items() if wrong]
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
    values = {**view.scope, "sought": sought([shown])}
    number = asked_number(view, values)
    rows = lines(values, number)
    if rows.empty and number > 1:
        rows, number = lines(values, 1), missing(view, number)
    if rows.empty:
        st.info(f"No sentence of this slice holds {markdown.plain(shown)}{elsewhere(view)}")
        return
    total = int(rows["total"].iloc[0])
    pages = -(-total // PER_PAGE)
    address.put({"page": str(number) if number > 1 else ""})
    st.caption(told(total, number))
    st.html(kwic.table(rows, shown, view.selection.parameters()))
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if pages > 1:
            st.pagination(pages, default=st.session_state[PAGER][1], key=pager_key())
        download(view, values, shown, tuple(name for name in rows.columns if name != "total"))


def lines(values: Mapping[str, object], number: int) -> pd.DataFrame:
    """One page of lines, and in `total` how many there are in all."""
    window = {"page_size": PER_PAGE, "skipped": (number - 1) * PER_PAGE}
    return query.load("search/lines").run(database.cursor(), {**values, **window})


def elsewhere(view: View) -> str:
    """Where else the words may stand."""
    if view.selection.whose == "all":
        return "."
    return f" in the spokespersons\u2019 own words. Choose \u201c{WHOSE['all']}\u201d at the left to look further."


def told(total: int, number: int) -> str:
    """How many lines there are, and which are shown."""
    first, last = (number - 1) * PER_PAGE + 1, min(number * PER_PAGE, total)
    return f"{counted(total, 'statements')} \u00b7 lines {first:,} to {last:,}"


def asked_number(view: View, values: Mapping[str, object]) -> int:
    """The page of lines to show: the first of a new search, the link's, or the one turned to."""
    if view.linked is not None or st.session_state.get(ASKED) != values:
        turn_to(number(view.asked("page"), view.problems))
    st.session_state[ASKED] = dict(values)
    return int(st.session_state.get(pager_key(), st.session_state[PAGER][1]))


def turn_to(page: int) -> None:
    """Begins with a page of lines, in a new pager: one that stands would go on showing its own page."""
    st.session_state[PAGER] = (st.session_state.get(PAGER, (0, 1))[0] + 1, page)


def pager_key() -> str:
    """The key of the pager of this search."""
    return f"search-page-{st.session_state[PAGER][0]}"


def number(asked: str | None, problems: list[str]) -> int:
    """The page that a link asks for; what is no number is told."""
    if asked is None or (asked.isdecimal() and 1 <= int(asked) <= LAST_PAGE):
        return int(asked or 1)
    problems.append(f"page \u201c{asked}\u201d does not exist")
    return 1


def missing(view: View, number: int) -> int:
    """The first page instead of one behind the last, which is told."""
    view.problems.append(f"page \u201c{number}\u201d does not exist")
    turn_to(1)
    return 1


def download(view: View, values: Mapping[str, object], shown: str, columns: tuple[str, ...]) -> None:
    """Every line as CSV, in the order shown."""
    extract = Extract("search/lines", values, columns)
    receipts.button(view, extract, "Concordance", about=f"words looked for: {shown}", label="All lines as CSV")
