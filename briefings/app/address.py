"""The address of a page as its state: read once, kept while pages are switched, written back at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

WRITTEN = "address-written"
PENDING = "address-pending"
PAGE = "address-page"
NAMES = "address-names"
RELEASE = "release"
SHORT = 8
"""Signs of a release's hash in a link."""


def begin(page: str) -> Mapping[str, list[str]] | None:
    """The parameters of a link just followed (or gone back to); null where the session's own state goes on."""
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    written, before = st.session_state.get(WRITTEN), st.session_state.get(PAGE)
    st.session_state[PENDING], st.session_state[NAMES], st.session_state[PAGE] = {}, set(), page
    # The menu opens a page without parameters: then the session's filters stay.
    switched = before not in (None, page) and not parameters
    return None if parameters == written or switched else parameters


def put(values: Mapping[str, str | list[str]]) -> None:
    """Adds parameters to the address that `finish` writes; empty ones are left out."""
    know(values)
    st.session_state[PENDING].update({name: value for name, value in values.items() if value})


def know(names: Iterable[str]) -> None:
    """Notes which parameters this page takes."""
    st.session_state[NAMES].update(names)


def unknown(linked: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The parameters of a link that the page, drawn to its end, does not take."""
    return (name for name in linked if name not in st.session_state[NAMES])


def number(asked: str | None, pages: int, problems: list[str]) -> int:
    """The number of a page in a list that a link asks for; one that does not exist is told."""
    if asked is None or (asked.isdecimal() and 1 <= int(asked) <= pages):
        return int(asked or 1)
    problems.append(f"page \u201c{asked}\u201d does not exist: there are {pages:,}")
    return 1


def finish() -> None:
    """Writes the address, if it is another one than before.

    A release alone is not written: each writing is a step in the browser's history, and the reader who goes one back
    would be sent forward again. It is in the copied link, and in the address with the first choice made.
    """
    wanted = {name: value if isinstance(value, list) else [value] for name, value in st.session_state[PENDING].items()}
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if without_release(wanted) == without_release(present):
        wanted = present
    else:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = wanted


def without_release(parameters: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The parameters that choose what is seen."""
    return {name: values for name, values in parameters.items() if name != RELEASE}


def current() -> dict[str, str | list[str]]:
    """The parameters put so far."""
    return dict(st.session_state[PENDING])


def link() -> str:
    """The whole address of the page as it stands."""
    return later()()


def later() -> Callable[[], str]:
    """Gives the whole address of the page as it stands when it is asked for, in whatever thread."""
    base, pending = (st.context.url or "").split("?")[0], st.session_state[PENDING]
    return lambda: f"{base}?{urlencode(pending, doseq=True)}" if pending else base
