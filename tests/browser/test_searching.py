"""Search in a real browser, on the sample: type, turn the page, sort, take all lines along, follow the link."""

# ruff: noqa: F811 (the fixtures are those of the tour)

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Page, expect

from tests.browser.test_tour import browser, page, parameters, served, settled, site, told  # noqa: F401

QUERY = '"of the" -trade'


def lines(page: Page) -> list[str]:
    """The lines of the concordance as a reader sees them."""
    return [" ".join(text.split()) for text in page.locator("table.kwic tbody tr").all_inner_texts()]


def searched(page: Page, site: str, typed: str) -> None:
    """Opens Search and types a query, with the keyboard alone."""
    page.goto(f"{site}/search")
    settled(page)
    page.get_by_label("Words or phrase").focus()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    told(page, "q", typed)
    settled(page)


def total(page: Page) -> int:
    """How many statements the page says there are."""
    found = re.search(r"([\d,]+) statements? \u00b7 lines", page.locator(".stMain").inner_text())
    assert found
    return int(found[1].replace(",", ""))


def rows(download: Download) -> list[dict[str, str]]:
    """The rows of a CSV, alone or in a zip."""
    content = Path(download.path()).read_bytes()
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            [name] = [name for name in archive.namelist() if name.endswith(".csv")]
            content = archive.read(name)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_query_is_typed_paged_sorted_and_taken_along(
    browser: Browser,
    page: Page,
    site: str,
    sample_database: Path,
) -> None:
    searched(page, site, QUERY)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    count, first = total(page), lines(page)
    assert count > 50 and len(first) == 50
    assert set(page.locator("table.kwic td.match").all_inner_texts()) <= {"of the", "Of the"}

    page.get_by_role("button", name="Page 2", exact=True).click()
    told(page, "page", "2")
    settled(page)
    assert not set(lines(page)) & set(first)

    page.get_by_text("Right context", exact=True).first.click()
    told(page, "sort", "right")
    settled(page)
    assert "page" not in parameters(page)
    behind = [re.findall(r"\w[\w-]*", text.lower())[:1] for text in page.locator("td.right").all_inner_texts()]
    assert behind == sorted(behind, key=lambda words: (not words, words))

    with page.expect_download() as waiting:
        page.get_by_role("button", name="All lines as CSV").click()
    taken = rows(waiting.value)
    assert len(taken) == count
    assert all("of the" in row["text"].lower() and " trade " not in row["text"].lower() for row in taken)

    page.get_by_role("button", name="Page 2", exact=True).click()
    told(page, "page", "2")
    settled(page)
    address, seen = str(page.evaluate("location.pathname + location.search")), lines(page)
    with served(sample_database) as other:
        again = browser.new_page(viewport={"width": 1366, "height": 768})
        again.goto(other + address)
        settled(again)
        expect(again.locator("table.kwic")).to_be_visible()
        assert lines(again) == seen
        again.close()


def test_a_line_leads_to_its_sentence(page: Page, site: str) -> None:
    searched(page, site, "trade NEAR/9 agree*")
    line = page.locator("table.kwic tbody tr").first
    match = line.locator("td.match").inner_text()
    line.get_by_role("link").focus()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".here").first).to_contain_text(match)


@pytest.mark.parametrize("typed", ['"trade', "a*", "NEAR/5 trade", "-trade"])
def test_a_mistake_is_told_beside_the_field(page: Page, site: str, typed: str) -> None:
    searched(page, site, typed)
    expect(page.locator(".stMain [data-testid=stAlert]")).to_be_visible()
    assert not lines(page)
