"""Panels on a page: the chart, its table, its CSV, and the sentences behind what is clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from briefings.app import address, database, evidence, markdown, receipts, theme, wrong
from briefings.app.charts.look import Look
from briefings.app.clicked import Row as Row  # pages take it from here
from briefings.app.clicked import among, plain, slug, told
from briefings.app.page import View
from briefings.catalogue import PANELS
from briefings.export import Extract
from briefings.panels import UNITS, Panel
from briefings.selection import counted

BEHIND = "behind"
PER_PAGE = 6
Columns = Mapping[str, Any]
Chart = Callable[[pd.DataFrame, Look], go.Figure]
Sides = Mapping[str, str]
Beside = Callable[[Row], None]
"""Draws what a reader can do with a row that was clicked."""


def chart(
    view: View,
    name: str,
    draw: Chart,
    title: str,
    *,
    columns: Columns | None = None,
    beside: Beside | None = None,
    sides: Sides | None = None,
    **look: Any,
) -> None:
    """A panel as a chart: clicking a point shows the sentences behind it.

    Args:
        columns: of the table below, which then stands open.
        beside: what a reader can do with the row of the point.
        sides: the panels whose sentences are shown, side by side under their names, where there are several.
    """
    panel = PANELS[name]
    rows = panel.rows(database.cursor(), view.scope)
    if rows.empty:
        st.info(f"{title}: nothing to draw in this slice.")
        return
    keys = panel.keys(rows)
    looks = Look(
        title=title, footer=footer(view), keys=tuple(keys), dark=theme.dark(), **{"subtitle": view.in_words, **look}
    )
    key = f"chart-{name}"
    form = st.session_state.get(f"picture-{name}", "PNG")
    st.plotly_chart(
        draw(rows, looks),
        key=key,
        theme=None,
        on_select=lambda: pick(name, point(key, keys)),
        selection_mode="points",
        config=picture(title, form),
        alt=f"{title}. The table below holds the same numbers.",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        receipts.panel(view, panel, about=look.get("subtitle", ""))
        picture_choice(name)
        st.caption("Click a point for the sentences behind it; the camera saves the picture.")
    with st.expander("Numbers as a table", icon=":material/table:", expanded=columns is not None):
        grid(name, rows, columns)
    behind(view, name, rows, beside, sides)


def table(
    view: View,
    name: str,
    *,
    columns: Columns,
    empty: str = "Nothing in this slice.",
    beside: Beside | None = None,
    rows: pd.DataFrame | None = None,
    below: Beside | None = None,
    reached: pd.DataFrame | None = None,
) -> None:
    """A panel as a table: choosing a row shows the sentences behind it.

    Args:
        beside: what a reader can do with the row.
        below: what else is told of it, before its sentences.
        rows: of the panel, where the page has them already.
        reached: rows that only a row's buttons lead to, which a link may name too.
    """
    rows = PANELS[name].rows(database.cursor(), view.scope) if rows is None else rows
    if rows.empty:
        st.caption(empty)
        return
    grid(name, rows, columns)
    receipts.panel(view, PANELS[name])
    behind(view, name, rows if reached is None else pd.concat([rows, reached]), beside, below=below)


def grid(name: str, rows: pd.DataFrame, columns: Columns | None = None) -> None:
    """Rows that can be chosen."""
    keys = PANELS[name].keys(rows)
    values = [dict(zip(keys, row, strict=True)) for row in rows[keys].itertuples(index=False)]
    key = f"table-{name}"
    st.dataframe(
        percent(rows),
        key=key,
        height=min(35 * (len(rows) + 1) + 3, 396),
        hide_index=True,
        column_config=columns,
        column_order=[column for column in columns if rows[column].notna().any()] if columns else None,
        on_select=lambda: pick(name, chosen(key, values)),
        selection_mode="single-row",
    )


def percent(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with shares of 1 as per cent, as tables show them."""
    if "share" not in rows:
        return rows
    shares = [name for name in rows.columns if name.startswith("share") or name in ("low", "high")]
    return rows.assign(**{name: 100 * rows[name] for name in shares})


def point(key: str, keys: list[str]) -> Row | None:
    """The row of the point just clicked, by the values it carries."""
    points = st.session_state[key]["selection"]["points"]
    return dict(zip(keys, points[0]["customdata"], strict=False)) if points else None


def chosen(key: str, values: list[dict[str, object]]) -> Row | None:
    """The row just chosen in a table."""
    rows = st.session_state[key]["selection"]["rows"]
    return values[rows[0]] if rows else None


def pick(name: str, row: Row | None) -> None:
    """Remembers what was clicked last on the page."""
    st.session_state[BEHIND] = (name, {key: plain(value) for key, value in row.items()}) if row else None
    for key in [key for key in st.session_state if str(key).startswith(BEHIND) and str(key).endswith("-page")]:
        del st.session_state[key]


def behind(
    view: View,
    name: str,
    rows: pd.DataFrame,
    beside: Beside | None = None,
    sides: Sides | None = None,
    below: Beside | None = None,
) -> None:
    """The sentences behind what was clicked in a panel, below it, in the same form for every panel."""
    picked = restored(view)
    if picked is None or picked[0] != name:
        return
    row = picked[1]
    address.know(("behind", "row"))
    if view.linked is not None and not among(rows, PANELS[name].keys(rows), row):
        view.problems.append(f"there is no row \u201c{urlencode(row)}\u201d in what is drawn")
        forget()
        return
    address.put({"behind": name, "row": urlencode({key: value for key, value in row.items() if value is not None})})
    with st.container(border=True, key=f"behind-{name.replace('/', '-')}"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            about = printed(view, sides or [name], row) or told(row, view)
            st.subheader(f"Behind {markdown.plain(about)}", anchor=False)
            if beside:
                beside(row)
            st.button("Close", key=f"close-{name}", on_click=forget, type="tertiary", icon=":material/close:")
        if below:
            below(row)
        if not sides:
            sentences(view, PANELS[name], row, about)
            return
        for column, (side, label) in zip(st.columns(len(sides), gap="medium"), sides.items(), strict=True):
            with column:
                st.markdown(label)
                sentences(view, PANELS[side], row, f"{about}; {label.replace('**', '')}", place=f"{BEHIND}-{side}")


def printed(view: View, sides: Iterable[str], row: Row) -> str:
    """The phrase that a row is of, as a sentence behind it prints it; empty where a row is of more than a phrase."""
    if list(row) != ["phrase"]:
        return ""
    for side in sides:
        values = {**PANELS[side].told(view.scope, row), "page_size": 1, "skipped": 0}
        for found in PANELS[side].proof.run(database.cursor(), values).to_dict("records"):
            return f"\u201c{found['text'][slice(*evidence.spans(found['marks'])[0])]}\u201d"
    return ""


def sentences(view: View, panel: Panel, row: Row, about: str, place: str = BEHIND) -> None:
    """How many sentences there are behind a row, and the first of them."""
    values = {**panel.told(view.scope, row), **dict.fromkeys(("page_size", "skipped"))}
    totals = panel.proof.counts(database.cursor(), values)
    st.caption(" \u00b7 ".join(counted(totals[unit], UNITS[unit]) for unit in ("exchange", "statement")))
    if totals["statement"]:
        quoted(view, panel, values, totals["statement"], f"behind {about}", place)


def forget() -> None:
    """Takes back what was clicked."""
    st.session_state[BEHIND] = None


def quoted(view: View, panel: Panel, values: Mapping[str, object], total: int, about: str, place: str = BEHIND) -> None:
    """One page of quotations, the pager, and all of them as CSV.

    Args:
        about: what they are the statements of.
        place: where on the page: every place has its own pager.
    """
    pages = -(-total // PER_PAGE)
    number = view.turned(f"{slug(place)}_page", f"{place}-page", pages)
    window = {"page_size": PER_PAGE, "skipped": max(number - 1, 0) * PER_PAGE}
    rows = panel.proof.run(database.cursor(), {**values, **window})
    if "cues" in rows:
        wrong.quotations(rows, view.selection.parameters())
    else:
        st.html(evidence.quotations(rows, view.selection.parameters()))
    if pages > 1:
        st.pagination(pages, key=f"{place}-page", max_visible_pages=5)
    receipts.button(
        view,
        Extract(panel.proof.name, values),
        f"{panel.proof.title}: {panel.asks.title}",
        about=about,
        label="Sentences as CSV",
        key=f"{place}-csv",
    )


def restored(view: View) -> tuple[str, dict[str, object]] | None:
    """What was clicked last, or what a link says was."""
    if view.linked is not None:
        name, row = (view.linked.get(each, [""])[0] for each in (BEHIND, "row"))
        st.session_state[BEHIND] = (name, dict(parse_qsl(row, keep_blank_values=True))) if name in PANELS else None
    picked: tuple[str, dict[str, object]] | None = st.session_state.get(BEHIND)
    return picked


def footer(view: View) -> str:
    """Where the numbers come from, for the picture."""
    sources = view.selection.sources or tuple(view.known.sources)
    return f"Source: {', '.join(view.known.sources[id_] for id_ in sources)} \u00b7 release {view.release['row_hash']}"


def picture(title: str, form: str) -> dict[str, Any]:
    """The chart's own buttons: only the camera, which draws the picture in the form chosen."""
    options = {"format": form.lower(), "scale": 2, "filename": title.lower().replace(" ", "-")}
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": options,
    }


def picture_choice(name: str) -> None:
    """Which file the camera above makes."""
    key = f"picture-{name}"
    st.session_state[key] = st.session_state.get(key, "PNG")
    st.segmented_control("Picture as", ["PNG", "SVG"], key=key, required=True, label_visibility="collapsed")
