"""Change points and uncovered words in a real browser: a row leads to its sentences, and the address keeps it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from briefings.release import ROOT
from tests.browser.test_tour import browser, page, parameters, served, settled, site, told  # noqa: F401 (fixtures)

SINCE = "dates=custom&from=2023-06-01&to=2023-12-30&whose=all"


def row(page: Page, panel: str, number: int) -> None:  # noqa: F811
    """Chooses a row of a panel's table: it is drawn on a canvas, its rows 35 pixels high."""
    table = page.locator(f".st-key-table-{panel.replace('/', '-')} canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 15, box["y"] + 35 * (number + 1) + 17)
    told(page, "behind", panel)
    settled(page)


def test_a_change_is_drawn_with_its_date_and_leads_to_the_sentences_on_both_sides(page: Page, site: str) -> None:  # noqa: F811
    page.goto(f"{site}/topics?topic=technology")
    settled(page)
    page.locator(".js-plotly-plot .annotation-text", has_text="Change: 15 May 2023").wait_for()
    row(page, "topics/changes", 0)
    expect(page.get_by_role("heading", name="Behind Technology, 15 May 2023 to 20 Dec 2024")).to_be_visible()
    after = page.locator("blockquote.said").first.inner_text()
    expect(page.locator("blockquote.said mark").first).to_be_visible()
    page.get_by_role("button", name="Stretch before").click()
    page.get_by_role("heading", name="Behind Technology, 4 Jan 2022 to").wait_for()
    settled(page)
    assert page.locator("blockquote.said").first.inner_text() != after
    page.wait_for_function("location.search.includes('2022-01-04')")
    page.reload()
    settled(page)
    page.get_by_role("heading", name="Behind Technology, 4 Jan 2022 to").wait_for()


def test_a_word_is_added_to_the_lexicon_in_the_browser(
    browser: Browser,  # noqa: F811
    sample_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(ROOT / "data" / "lexicon" / "topics", tmp_path / "topics")
    monkeypatch.setitem(os.environ, "BRIEFINGS_LEXICON", str(tmp_path))
    with served(sample_database) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()  # noqa: F811
        page.goto(f"{address}/topics?uncovered=yes&{SINCE}")
        settled(page)
        row(page, "topics/uncovered", 0)
        expect(page.locator("blockquote.said mark").first).to_be_visible()
        page.get_by_role("button", name="Add to the lexicon").click()
        page.get_by_role("textbox", name="Counterexample").fill("The road is long.")
        page.keyboard.press("Tab")
        page.get_by_role("button", name="Write into").click()
        page.get_by_text("The lines count once every briefing is labelled again").wait_for()
        context.close()
    changed = [path.name for path in (tmp_path / "topics").iterdir() if "The road is long." in path.read_text()]
    assert changed == ["africa.toml"]
