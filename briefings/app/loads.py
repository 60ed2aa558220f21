"""The load at work, shared by everybody who looks at this dashboard: one at a time, watched, told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock

import streamlit as st

from briefings import job
from briefings.app import database, markdown, previewed
from briefings.app.page import View
from briefings.job import Job, State
from briefings.selection import counted

MINE = "load-mine"
BUSY = "A load is already at work: wait until it has ended, then press again. Nothing of yours is lost."
TURN = Lock()
"""Held while a load is begun, so that two readers who press at once do not both begin one."""


@st.cache_resource(show_spinner=False)
def jobs() -> dict[str, Job]:
    """The last load of each database, whoever began it."""
    return {}


def here() -> Job | None:
    """The last load of the database that is shown."""
    return jobs().get(str(database.path().absolute()))


def at_work() -> bool:
    """Whether a load is at work here."""
    found = here()
    return found is not None and job.state(found).running


def begin(paths: Sequence[Path], names: Mapping[Path, str], columns: str) -> bool:
    """Begins a load unless one is at work; says so where it is. In the place of the sample a database is begun anew."""
    with TURN:
        if at_work():
            st.warning(BUSY, icon=":material/hourglass_top:")
            return False
        sample = bool(database.release()["synthetic"])
        begun = job.begin(database.path(), paths, names, sample, columns)
        jobs()[str(database.path().absolute())] = begun
    st.session_state[MINE] = begun
    return True


def watch() -> None:
    """How far the load is, for as long as one is at work."""
    if at_work():
        bar()


@st.fragment(run_every=0.7)
def bar() -> None:
    """The bar; when the load has ended the whole page is drawn anew, from the new database."""
    found = here()
    now = job.state(found) if found else None
    if found is None or now is None or not now.running:
        st.rerun()
        return
    st.progress(min(now.done / max(now.of, 1), 1.0), told(now))
    if st.session_state.get(MINE) is found:
        st.button("Stop", on_click=job.stop, args=(found,), icon=":material/stop:")


def told(now: State) -> str:
    """How far it is in words: pages, rate, time left."""
    if not now.done:
        return f"Starting\u2026 {counted(now.of, 'files')}"
    if 0 < now.judged < now.pairs:
        return f"{counted(now.done, 'pages')} read. Judging stances: {now.judged:,} of {now.pairs:,}"
    if now.done >= now.of:
        return f"{counted(now.done, 'pages')} read. Counting phrases and checking the new database\u2026"
    rate = now.done / max(now.seconds, 0.1)
    left = (now.of - now.done) / rate
    return f"{now.done:,} of {now.of:,} pages \u00b7 {rate:,.0f} a second \u00b7 about {lasting(left)} left"


def lasting(seconds: float) -> str:
    """A time in words."""
    return f"{max(seconds, 1):.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def outcome(view: View) -> None:
    """What became of the load that this reader began."""
    mine: Job | None = st.session_state.get(MINE)
    now = job.state(mine) if mine else None
    if mine is None or now is None or now.running:
        return
    if now.report is None:
        st.error(f"Nothing was loaded, the database stands as it was. {markdown.plain(now.failure)}")
        return
    rows = database.frame("sources/added", {"paths": list(mine.names)})
    refused = sum(now.report["quarantined"].values())
    done = ", ".join(f"{now.report[name]:,} {name}" for name in ("loaded", "replaced", "unchanged") if now.report[name])
    parts = [done or "nothing loaded", f"{refused:,} refused" if refused else ""]
    st.success(
        f"Pages: {', '.join(filter(None, parts))}. The dashboard now shows release {view.release['row_hash'][:8]}.",
        icon=":material/check_circle:",
    )
    st.html(previewed.outcome(rows.assign(file=rows["path"].map(mine.names)), view.selection.parameters()))
    st.button("Done", on_click=lambda: st.session_state.pop(MINE, None))
