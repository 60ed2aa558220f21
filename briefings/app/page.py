"""A page: its head, its menu and filters, what it draws, and the address that brings it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from briefings.app import address, database, filters, markdown, navigation, outdated, sample, theme
from briefings.release import code_version
from briefings.selection import Known, Selection, counted, option, written


@dataclass(frozen=True, slots=True)
class View:
    """What the parts of a page work with in one run."""

    title: str
    known: Known
    selection: Selection
    release: pd.Series
    linked: Mapping[str, list[str]] | None
    whole: Selection
    """The selection that the page's numbers are shares of."""
    held: pd.Series
    problems: list[str]
    choices: dict[str, object] = field(default_factory=dict)
    """Parameters that this page adds to the shared filter, such as the grain."""
    method: str = ""
    """The sentence that says what is counted."""

    @property
    def scope(self) -> dict[str, object]:
        """The parameters of the page's queries."""
        return {**self.selection.scope(self.known), **self.choices}

    @property
    def slice_line(self) -> str:
        """What the slice holds, in one line."""
        return slice_line(self.held)

    @property
    def in_words(self) -> str:
        """The slice by its filters and its size, for a picture that stands alone."""
        return self.numbering(int(self.held["exchanges"]), "exchanges")

    def numbering(self, number: int, units: str) -> str:
        """The slice by its filters and so many of what a picture counts."""
        filters_set = "; ".join(words for _, words in self.whole.words(self.known)) or "everything loaded"
        return f"{filters_set[0].upper()}{filters_set[1:]} \u00b7 n = {counted(number, units)}"

    def asked(self, name: str) -> str | None:
        """A parameter of a link just followed."""
        address.know([name])
        return (self.linked or {}).get(name, [None])[0]

    def choose(self, name: str, label: str, choices: Mapping[str, str], default: str) -> str:
        """One of a few ways to show a page: a row of buttons, kept in the address and given to the queries."""
        key = f"choice-{name}"
        if self.linked is not None:
            st.session_state[key] = option(self.linked, name, choices, default, self.problems)
        kept = st.session_state.get(key)
        st.session_state[key] = kept if kept in choices else default
        st.segmented_control(
            label, list(choices), key=key, format_func=choices.__getitem__, required=True, label_visibility="collapsed"
        )
        chosen = str(st.session_state[key])
        address.put({name: "" if chosen == default else chosen})
        self.choices[name] = chosen or None
        return chosen

    def switch(self, name: str, label: str, **toggle: Any) -> bool:
        """A way to show a page that is on or off, kept in the address."""
        key = f"switch-{name}"
        if self.linked is not None:
            st.session_state[key] = option(self.linked, name, ("yes", "no"), "no", self.problems) == "yes"
        st.session_state[key] = self.on(name)
        on = st.toggle(label, key=key, **toggle)
        address.put({name: "yes" if on else ""})
        return on

    def on(self, name: str) -> bool:
        """Whether a switch drawn further down stands on."""
        if self.linked is not None:
            return self.asked(name) == "yes"
        return bool(st.session_state.get(f"switch-{name}"))

    def select(self, name: str, label: str, choices: Sequence[str]) -> str:
        """One of many values, the first where none was chosen, kept in the address."""
        key = f"select-{name}"
        if self.linked is not None:
            st.session_state[key] = option(self.linked, name, choices, choices[0], self.problems)
        kept = st.session_state.get(key)
        st.session_state[key] = kept if kept in choices else choices[0]
        chosen = st.selectbox(label, choices, key=key)
        address.put({name: chosen})  # the first one may be another on the next release
        return chosen

    def turned(self, name: str, key: str, pages: int) -> int:
        """The page of a list whose pager has this key, kept in the address."""
        if self.linked is not None:
            st.session_state[key] = address.number(self.asked(name), pages, self.problems)
        number = min(int(st.session_state.get(key, 1)), pages)
        address.put({name: str(number) if number > 1 else ""})
        return number

    def text(self, name: str, label: str, **field: Any) -> str:
        """What a reader types, kept in the address and while the field is out of sight."""
        kept, key = f"kept-{name}", f"field-{name}"
        if self.linked is not None:
            st.session_state[kept] = self.asked(name) or ""
        st.session_state[key] = st.session_state.setdefault(kept, "")
        st.text_input(label, key=key, on_change=keep, args=(kept, key), **field)
        address.put({name: st.session_state[kept]})
        return str(st.session_state[kept]).strip()


def keep(kept: str, key: str) -> None:
    """Takes over what was typed in a field."""
    st.session_state[kept] = st.session_state[key]


ICON = str(Path(__file__).with_name("icon.png"))  # a Material icon would be fetched from outside
OUTDATED = "This database was made by another version of the program: load any page again to bring it up to date."


def page(
    title: str, method: str, *, filtered: bool = True, draws_topics: bool = False
) -> Callable[[Callable[[View], None]], None]:
    """Draws a page around the function below it.

    Args:
        method: one sentence that says what is counted.
        filtered: whether the page follows the filters.
        draws_topics: whether the topic filter picks what is drawn, and leaves the slice whole.
    """

    def draw(body: Callable[[View], None]) -> None:
        st.set_page_config(page_title=f"{title} \u00b7 Briefing room", page_icon=ICON, layout="wide")
        theme.apply()
        sample.ensure()
        outdated.stop_unreadable()
        release = database.release()
        known = database.known(release["row_hash"])
        linked = address.begin(title)
        problems = filters.start(linked, known)
        with st.sidebar:
            selection = navigation.draw(title, known, echoes=bool(release["echoes"]))
            place = st.container()
        navigation.head(title, method, release)
        notices = st.container()
        if release["code_version"] != code_version():
            notices.warning(OUTDATED, icon=":material/update:")
        whole = filters.without(selection, "topics") if draws_topics else selection
        held = database.frame("home/totals", whole.scope(known)).iloc[0]
        view = View(title, known, selection, release, linked, whole, held, problems, method=method)
        if filtered:
            st.caption(view.slice_line)
        if filtered and not held["exchanges"]:
            nothing(view)
        else:
            body(view)
            problems.extend(unmet(linked or {}))
        for problem in problems:
            notices.warning(f"This link does not fit: {markdown.plain(problem)}.", icon=":material/link_off:")
        if earlier := view.asked(address.RELEASE):
            another(notices, earlier, release)
        address.put({address.RELEASE: release["row_hash"][: address.SHORT]})
        address.finish()
        with place:
            navigation.copy_link()

    return draw


def unmet(linked: Mapping[str, list[str]]) -> Iterator[str]:
    """What a link asks for that the page, drawn to its end, does not have."""
    address.know([address.RELEASE])
    for name in address.unknown(linked):
        if name == "behind":
            yield f"nothing called \u201c{linked[name][0]}\u201d is drawn here to look behind"
        elif name != "row" or "behind" not in linked:
            yield f"there is no \u201c{name}\u201d on this page as it stands"


def another(notices: DeltaGenerator, asked: str, release: pd.Series) -> None:
    """Says that a link was made on another release, where it was."""
    if release["row_hash"].startswith(asked):
        return
    notices.caption(
        f":material/history: This link was made on release {markdown.plain(asked)}. You see release "
        f"{release['row_hash'][: address.SHORT]}, loaded on {written(release['loaded_at'])}: numbers may differ."
    )


def slice_line(held: pd.Series) -> str:
    """What a slice holds: `439 briefings · 3,738 exchanges · ... · 11 May 2018 – 31 Mar 2020`."""
    parts = [counted(int(held[name]), name) for name in ("briefings", "exchanges", "statements")]
    if not pd.isna(held["first_day"]):
        parts.append(f"{written(held['first_day'])} \u2013 {written(held['last_day'])}")
    if held["undated"]:
        parts.append(f"{held['undated']:,} undated")
    return " \u00b7 ".join(parts)


def nothing(view: View) -> None:
    """Says which filter emptied the slice, and offers to lift it."""
    culprits = list(emptying(view))
    if not culprits:
        told = " and ".join(words for _, words in view.selection.words(view.known))
        told = markdown.plain(told) or "the database holds no briefing that counts"
        st.info(f"Nothing was found under these filters together: {told}.")
        st.button("Clear all filters", on_click=filters.clear)
        return
    for field_, words in culprits:
        st.info(f"Nothing is left with the filter \u201c{markdown.plain(words)}\u201d. Without it there would be.")
        st.button(
            f"Lift \u201c{markdown.plain(words)}\u201d", on_click=filters.lift, args=(field_,), key=f"lift-{field_}"
        )


def emptying(view: View) -> Iterator[tuple[str, str]]:
    """The filters any of which alone, when lifted, leaves something."""
    for field_, words in view.selection.words(view.known):
        scope = filters.without(view.selection, field_).scope(view.known)
        if database.frame("home/totals", scope).iloc[0]["exchanges"]:
            yield field_, words
