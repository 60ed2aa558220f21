"""Pages added in a real browser: looked at, loaded, found, and seen by another reader at the next click."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_tour import POINTS, browser, served, settled, told  # noqa: F401 (a fixture)
from tests.handed import BAD, FIRST, SECOND


@pytest.fixture
def own(sample_database: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server on a copy of the sample, and the copy."""
    database = tmp_path / "b.duckdb"
    shutil.copyfile(sample_database, database)
    with served(database) as address:
        yield address, database


def test_pages_are_looked_at_loaded_found_and_seen_by_another_reader(
    browser: Browser,  # noqa: F811
    own: tuple[str, Path],
    tmp_path: Path,
) -> None:
    site, database = own
    files = {"one.html": FIRST, "two.html": SECOND, "bad.txt": BAD}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    contexts = [browser.new_context(viewport={"width": 1366, "height": 768}) for _ in range(2)]
    for context in contexts:
        context.set_default_timeout(45_000)
    page, other = (context.new_page() for context in contexts)

    other.goto(f"{site}/topics")
    settled(other)
    before = other.locator(".stMain [data-testid=stCaptionContainer]").first.inner_text()

    page.goto(f"{site}/add")
    settled(page)
    page.set_input_files("input[type=file]", [tmp_path / name for name in files])
    seen = page.locator(".seen")
    expect(seen).to_contain_text("1 page refused")
    expect(seen).to_contain_text("2 briefings read")
    expect(seen).to_contain_text("The minister will open the lighthouse museum of Lindhaven on Friday.")
    assert page.locator(".seen img").count() == 0
    page.get_by_role("button", name="Start your own database with 3 files").click()
    expect(page.locator(".stMain")).to_contain_text("2 loaded, 1 refused", timeout=60_000)
    expect(seen).to_contain_text("bad.txt")
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("select pages, briefings, synthetic from release").fetchall() == [(3, 2, False)]

    page.get_by_role("link", name="June 10, 2025").click()
    settled(page)
    expect(page.locator(".exchange").last).to_contain_text("zanderquay accord")
    page.goto(f"{site}/search?q=zanderquay")
    settled(page)
    page.locator(POINTS).first.wait_for()
    expect(page.locator(".kwic")).to_contain_text("zanderquay")

    other.get_by_role("radio", name="Year").or_(other.get_by_role("button", name="Year", exact=True)).first.click()
    told(other, "grain", "year")
    settled(other)
    after = other.locator(".stMain [data-testid=stCaptionContainer]").first.inner_text()
    assert after.startswith("2 briefings") and not before.startswith("2 briefings")
    assert other.locator("[data-testid=stException]").count() == 0
    for context in contexts:
        context.close()
