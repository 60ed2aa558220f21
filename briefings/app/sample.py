"""The synthetic sample: loaded at the first start, when there is no database yet."""

from __future__ import annotations

import streamlit as st

from briefings import inputs, lexicon, store
from briefings.app import database
from briefings.release import ROOT, data_folder
from briefings.scratch import StoreError

PAGES = ROOT / "data" / "sample" / "pages"


def ensure() -> None:
    """Builds the sample's database if there is none, with a bar; stops the page where it cannot."""
    if database.path().exists():
        return
    bar = st.progress(0.0, "First start: reading the synthetic sample\u2026")
    files = tuple(inputs.expand([PAGES]))
    done = 0

    def progress(pages: int) -> None:
        nonlocal done
        done += pages
        bar.progress(
            min(done / len(files), 1.0),
            f"First start: reading the synthetic sample\u2026 {done:,} of {len(files):,} pages",
        )

    def judging(pairs: int, of: int) -> None:
        bar.progress(min(pairs / max(of, 1), 1.0), f"Judging stances\u2026 {pairs:,} of {of:,} pairs")

    wanted = store.Wanted(database.path(), files, lexicon.load(data_folder() / "lexicon"))
    try:
        store.load(wanted, progress, judging)
    except StoreError as error:
        st.info(f"{error}. Reload this page in a moment.")
        st.stop()
    bar.empty()
