"""A reader's way through the dashboard in a real browser, on the synthetic sample."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from briefings import panels
from briefings.catalogue import PANELS
from briefings.release import ROOT
from tests.browser.chromium import OPTIONS, fetched

POINTS = ".js-plotly-plot .scatterlayer .points path"
TOPICS = "topics/share_of_exchanges"
PATHS = [
    "",
    "topics",
    "phrases",
    "phrases?part=one&phrase=open door and a level table",
    "phrases?part=compare&from=2023-07-01&b_to=2023-06-30",
    "stance?target=european-union&split=ministry",
    "search?q=semiconductor",
    "reader",
    "data",
    "sources",
    "add",
]


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(database: Path) -> Iterator[str]:
    """A fresh server on a database; gives its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    environment = {**os.environ, "BRIEFINGS_DB": str(database)}
    with subprocess.Popen(
        [*command, "--server.address", "127.0.0.1", "--server.fileWatcherType", "none"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Returns when the server answers; fails where it ends or does not in a minute."""
    for _ in range(240):
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail("the server does not answer")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless browser."""
    path = fetched()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(sample_database: Path) -> Iterator[str]:
    """A server on the sample."""
    with served(sample_database) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window of a laptop."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
    context.set_default_timeout(45_000)
    yield context.new_page()
    context.close()


def settled(page: Page) -> None:
    """Returns when the page has been drawn to its end."""
    expect(page.locator("h1")).to_be_visible(timeout=60_000)
    expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(400)


def parameters(page: Page) -> dict[str, list[str]]:
    """The parameters of the address."""
    return parse_qs(urlsplit(str(page.evaluate("location.href"))).query, keep_blank_values=True)


def told(page: Page, name: str, value: str) -> None:
    """Returns when the address holds a parameter."""
    script = "([name, value]) => new URLSearchParams(location.search).get(name) === value"
    page.wait_for_function(script, arg=[name, value])


def point(page: Page, number: int) -> None:
    """Clicks a point of the first chart."""
    box = page.locator(POINTS).nth(number).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("heading", name="Behind")).to_be_visible()
    told(page, "behind", TOPICS)
    settled(page)


def copied(page: Page) -> str:
    """The link that the sidebar offers."""
    page.get_by_role("button", name="Copy link").click()
    code = page.get_by_test_id("stPopoverBody").locator("code")
    link = code.inner_text()
    page.keyboard.press("Escape")
    return link


def view(page: Page) -> dict[str, list[str]]:
    """What a reader sees: the lines' ends, the heading of the evidence, the sentences, the buttons pressed."""
    seen = {
        "lines": ".js-plotly-plot .annotation-text",
        "heading": ".stMain h3",
        "sentences": "blockquote.said",
        "slice": ".stMain [data-testid=stCaptionContainer]",
        "filters": "[data-testid=stSidebar] [data-tag-key], [data-testid=stSidebar] [data-baseweb=tag]",
    }
    return {name: page.locator(selector).all_inner_texts() for name, selector in seen.items()}


def downloaded(page: Page, button: str) -> list[dict[str, str]]:
    """The rows of a CSV that a button gives, in a zip with its receipt."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).first.click()
    with zipfile.ZipFile(download.value.path()) as archive:
        paper = json.loads(archive.read("receipt.json"))
        content = archive.read(paper["file"]["name"])
    assert paper["file"]["sha256"] == hashlib.sha256(content).hexdigest()
    assert paper["permalink"] == page.evaluate("location.href")
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def from_database(database: Path, panel: panels.Panel, scope: dict[str, object]) -> list[tuple[str, ...]]:
    """The rows of a panel straight from the database."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{database}' as briefings (read_only)")
        connection.execute("use briefings")
        rows = panel.rows(connection, scope)
    return [(str(row.period)[:10], row.topic, str(row.hits), str(row.exchanges)) for row in rows.itertuples()]


def test_a_reader_filters_clicks_reads_and_downloads(page: Page, site: str, sample_database: Path) -> None:
    page.goto(site)
    settled(page)
    page.get_by_role("link", name="Topics").click()
    expect(page.get_by_role("heading", name="Topics", exact=True)).to_be_visible()
    settled(page)
    field = page.locator(".st-key-filter-topic input")
    field.click()
    field.press_sequentially("Technology")
    page.keyboard.press("Enter")
    told(page, "topic", "technology")
    page.keyboard.press("Escape")
    settled(page)
    page.locator(POINTS).first.wait_for()
    point(page, 20)
    quotation = page.locator("blockquote.said").first
    assert quotation.inner_text().strip()

    rows = downloaded(page, "CSV")
    scope = {"whose": "spokesperson", "about": ["technology"], "grain": "month"}
    wanted = from_database(sample_database, PANELS[TOPICS], scope)
    assert [(row["period"], row["topic"], row["hits"], row["exchanges"]) for row in rows] == wanted

    sentence = quotation.evaluate("node => node.childNodes[0].parentNode.innerText.split('\\n')[0]")
    quotation.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    settled(page)
    assert urlsplit(page.url).path.endswith("/reader")
    assert parameters(page)["topic"] == ["technology"]
    expect(page.locator(".stMain")).to_contain_text(str(sentence)[:60])


def test_a_link_opened_first_on_a_fresh_server_shows_the_same_view(browser: Browser, sample_database: Path) -> None:
    link = "/topics?ministry=va-mfa&topic=technology&topic=trade&grain=quarter"
    with served(sample_database) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        page.goto(address + link)
        settled(page)
        page.locator(POINTS).first.wait_for()
        point(page, 3)
        full, seen = urlsplit(copied(page)), view(page)
        assert full.geturl() == page.evaluate("location.href")
        context.close()
    with served(sample_database) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        page.goto(f"{address}{full.path}?{full.query}")
        settled(page)
        page.locator(POINTS).first.wait_for()
        expect(page.get_by_role("heading", name="Behind")).to_be_visible()
        assert view(page) == seen
        expect(page.get_by_test_id("stSidebar")).to_contain_text("Valdoria")
        context.close()


def test_the_back_button_restores_the_earlier_view(page: Page, site: str, sample_database: Path) -> None:
    with duckdb.connect(str(sample_database), read_only=True) as connection:
        [[release]] = connection.execute("select row_hash[:8] from release").fetchall()
    page.goto(f"{site}/topics?topic=technology&grain=quarter")
    settled(page)
    page.get_by_role("radio", name="Year").or_(page.get_by_role("button", name="Year", exact=True)).first.click()
    told(page, "grain", "year")
    assert parameters(page)["release"] == [release]
    settled(page)
    page.go_back()
    told(page, "grain", "quarter")
    settled(page)
    assert parameters(page) == {"topic": ["technology"], "grain": ["quarter"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_no_page_shows_an_error_or_reaches_out(browser: Browser, site: str, path: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, color_scheme=scheme)  # type: ignore[arg-type]
    page, outside = context.new_page(), []
    page.on("request", lambda request: outside.append(request.url) if site not in request.url else None)
    page.goto(f"{site}/{path}")
    settled(page)
    assert page.locator("[data-testid=stException]").count() == 0
    assert [url for url in outside if url.startswith("http")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()
