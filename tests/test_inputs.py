"""Paths become pages: what is found, what is left out, what is said of the unreadable. All fixtures are invented."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from briefings import inputs
from briefings.models import Page

HTML = b"<!DOCTYPE html><html><body><p>The ferry will sail on Monday.</p></body></html>"


def names(paths: list[Path], root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


def pages(path: Path) -> list[Page]:
    found = list(inputs.pages_of(path))
    assert all(isinstance(page, Page) for page in found), found
    return [page for page in found if isinstance(page, Page)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.html", "a.txt", "deep/er/c.md", "README.md", "LICENSE", ".hidden.html", ".git/d.html", "style.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(HTML)
    return tmp_path


def test_a_folder_is_searched_in_order_without_hidden_files_and_files_about_it(folder: Path) -> None:
    assert names(inputs.expand([folder]), folder) == ["a.txt", "b.html", "deep/er/c.md"]


def test_a_file_named_on_the_command_line_is_taken_whatever_it_is_called(folder: Path) -> None:
    assert names(inputs.expand([folder / "README.md", folder / "style.css"]), folder) == ["README.md", "style.css"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.html", ["b.html"]),
        ("**/*.md", ["README.md", "deep/er/c.md"]),
        ("dee*", ["deep/er/c.md"]),
        ("[ab].*", ["a.txt", "b.html"]),
    ],
)
def test_a_pattern_stands_for_the_files_it_matches(folder: Path, pattern: str, found: list[str]) -> None:
    assert names(inputs.expand([folder / pattern]), folder) == found


def test_a_file_reached_twice_is_listed_once(folder: Path) -> None:
    assert names(inputs.expand([folder / "a.txt", folder, folder / "*.txt"]), folder) == [
        "a.txt",
        "b.html",
        "deep/er/c.md",
    ]


@pytest.mark.parametrize("path", ["nowhere", "nowhere.html", "*.pdf", "empty"])
def test_a_path_that_leads_to_nothing_is_named(folder: Path, path: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(inputs.NoInput, match=path.replace("*", r"\*")):
        inputs.expand([folder / path])


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.html", b"no markup at all", "text/html"),
        ("a.SHTML", HTML, "text/html"),
        ("a.txt", b"The ferry will sail.", "text/plain"),
        ("a.txt", b"\xef\xbb\xbf\r\n" + HTML, "text/html"),
        ("a.txt", b"<!-- saved --><html lang=en>", "text/html"),
        ("a.txt", b"<htmlish> is no word", "text/plain"),
        ("a.md", HTML, "text/markdown"),
        ("index", b"<?xml version='1.0'?>\n" + HTML, "text/html"),
        ("index", b"---\ntitle: Ferry\n---\nIt sails.\n", "text/markdown"),
        ("index.php", b"It sails.", "text/plain"),
        ("page.123", b"\x89PNG\r\n\x1a\n\x00\x00", "text/plain"),
    ],
)
def test_a_page_is_what_its_name_and_its_beginning_say(tmp_path: Path, name: str, content: bytes, media: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (page,) = pages(path)
    assert (page.media, page.content, page.name, page.url, page.fetched) == (media, content, str(path), None, None)


def test_a_file_that_may_not_be_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").symlink_to(tmp_path / "gone.html")
    (tmp_path / "b.html").write_bytes(HTML)
    broken, page = inputs.pages([tmp_path])
    assert isinstance(broken, inputs.Unreadable)
    assert (broken.name, broken.reason) == (str(tmp_path / "a.html"), "unreadable")
    assert isinstance(page, Page)


def records() -> Iterator[tuple[str, str, str, bytes, dict[str, str]]]:
    """Records of an invented crawl: kind, address, status, body, further headers."""
    page = {"Content-Type": "text/html; charset=utf-8"}
    yield "response", "https://ferry.example/1", "200 OK", HTML, page
    yield "response", "https://ferry.example/gone", "404 Not Found", HTML, page
    yield "response", "https://ferry.example/logo.png", "200 OK", b"\x89PNG", {"Content-Type": "image/png"}
    yield "revisit", "https://ferry.example/1", "200 OK", b"", page
    packed = gzip.compress(HTML.replace(b"Monday", b"Sunday"))
    yield "response", "https://ferry.example/2", "200 OK", packed, {**page, "Content-Encoding": "gzip"}
    served = {"Content-Type": "text/html; charset=iso-8859-2"}
    yield "response", "https://ferry.example/3", "200 OK", "<html><p>Łódź".encode("iso-8859-2"), served


def archive(path: Path, *, packed: bool) -> Path:
    """A web archive of those records."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=packed)
        for kind, url, status, body, headers in records():
            fields = list(headers.items())
            served = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
            facts = {"WARC-Date": "2024-05-06T07:08:09Z"}
            record = writer.create_warc_record(url, kind, BytesIO(body), http_headers=served, warc_headers_dict=facts)
            writer.write_record(record)
    return path


@pytest.mark.parametrize(("name", "packed"), [("crawl.warc", False), ("crawl.warc.gz", True), ("renamed", True)])
def test_every_html_page_served_in_a_web_archive_is_a_page(tmp_path: Path, name: str, packed: bool) -> None:
    path = archive(tmp_path / name, packed=packed)
    found = pages(path)
    assert [page.url for page in found] == [f"https://ferry.example/{number}" for number in (1, 2, 3)]
    assert {page.fetched for page in found} == {date(2024, 5, 6)}
    assert {page.media for page in found} == {"text/html"}
    assert b"Monday" in found[0].content
    assert b"Sunday" in found[1].content
    assert "Łódź" in found[2].content.decode()


def test_pages_of_a_web_archive_have_names_of_their_own(tmp_path: Path) -> None:
    path = archive(tmp_path / "crawl.warc.gz", packed=True)
    found = [page.name for page in pages(path)]
    assert len(set(found)) == 3
    assert all(name.startswith(f"{path}#") for name in found)


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_that_breaks_off_gives_what_came_before_and_an_error(tmp_path: Path, packed: bool) -> None:
    path = archive(tmp_path / "crawl.warc", packed=packed)
    whole = path.read_bytes()
    # Cut inside the last record's body.
    path.write_bytes(whole[: len(whole) - (9 if not packed else 40)])
    *good, last = inputs.pages_of(path)
    assert [page.url for page in good if isinstance(page, Page)] == [
        "https://ferry.example/1",
        "https://ferry.example/2",
    ]
    assert isinstance(last, inputs.Unreadable)
    assert last.reason == "unreadable"
    assert "after 2 pages" in last.message


def test_a_file_that_is_no_web_archive_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"not packed at all\r\n\r\n")
    (broken,) = inputs.pages_of(path)
    assert isinstance(broken, inputs.Unreadable)
    assert "damaged after 0 pages" in broken.message


@pytest.mark.parametrize("packed", [True, False])
def test_no_cut_through_a_web_archive_goes_unnoticed(tmp_path: Path, packed: bool) -> None:
    path = archive(tmp_path / "crawl.warc", packed=packed)
    whole = path.read_bytes()
    # The last four bytes of an unpacked record are empty lines: nothing is lost with them.
    for length in range(1, len(whole) - (0 if packed else 4), 37):
        path.write_bytes(whole[:length])
        *_, last = inputs.pages_of(path)
        if not ends_a_record(whole, length, packed=packed):
            assert isinstance(last, inputs.Unreadable), length


def ends_a_record(whole: bytes, length: int, *, packed: bool) -> bool:
    """Whether a cut falls between two records."""
    following = whole[length:].lstrip(b"\r\n")
    return following.startswith(b"\x1f\x8b\x08" if packed else b"WARC/1.")


def test_a_web_archive_packed_as_one_piece_is_named_with_its_remedy(tmp_path: Path) -> None:
    plain = archive(tmp_path / "crawl.warc", packed=False).read_bytes()
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(plain))
    *_, last = inputs.pages_of(path)
    assert isinstance(last, inputs.Unreadable)
    assert "gunzip" in last.message
