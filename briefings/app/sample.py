"""The synthetic sample: loaded at the first start, and again where another version of the program loaded it."""

from __future__ import annotations

import streamlit as st

from briefings import inputs, lexicon, store
from briefings.app import database, outdated
from briefings.release import ROOT, data_folder
from briefings.scratch import StoreError

PAGES = ROOT / "data" / "sample" / "pages"


def ensure() -> None:
    """Builds the sample's database if there is none, or one of another version; stops the page where it cannot."""
    exists = database.path().exists()
    if exists and (outdated.current() or not outdated.synthetic()):
        return
    told = f"{'Another version' if exists else 'First start'}: reading the synthetic sample\u2026"
    bar = st.progress(0.0, told)
    files = tuple(inputs.expand([PAGES]))
    done = 0

    def progress(pages: int) -> None:
        nonlocal done
        done += pages
        bar.progress(
            min(done / len(files), 1.0),
            f"{told} {done:,} of {len(files):,} pages",
        )

    def judging(pairs: int, of: int) -> None:
        bar.progress(min(pairs / max(of, 1), 1.0), f"Judging stances\u2026 {pairs:,} of {of:,} pairs")

    wanted = store.Wanted(database.path(), files, lexicon.load(data_folder() / "lexicon"), rebuild=exists)
    try:
        store.load(wanted, progress, judging)
    except StoreError as error:
        if exists and outdated.readable(str(database.path()), database.path().stat().st_mtime_ns):
            bar.empty()
            return
        st.info(f"{error}. Reload this page in a moment.")
        st.stop()
    bar.empty()
