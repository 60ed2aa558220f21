"""Pages added in the browser: names that lead nowhere, files that a rebuild finds, waiting ones that it does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefings import added, inputs


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "..\\..\\boot.ini",
        "/abs/olute.html",
        ".hidden",
        "README.md",
        "style.css",
        "a b\n<script>.html",
        "\u0645\u0624\u062a\u0645\u0631.html",
        "x" * 400 + ".html",
        "\u65e5" * 400 + ".html",
        "",
        "con",
        "-rf",
        "*?.txt",
    ],
)
def test_a_safe_name_is_one_file_in_its_folder_that_can_be_loaded(name: str, tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    path = added.keep(added.waiting(database, name, b"text"))
    assert path.parent == added.folder(database) == tmp_path / "added" / "b"
    assert path.read_bytes() == b"text" and path.name[:12].isalnum()
    assert not set(path.name) & set("/\\<>*? \n")


@pytest.mark.parametrize(
    ("name", "end"), [("crawl.warc.gz", "-crawl.warc.gz"), ("Q and A (2).html", "-Q-and-A-2-.html"), ("", "-page")]
)
def test_a_safe_name_keeps_what_is_harmless_and_the_ending(name: str, end: str) -> None:
    assert added.safe(name, b"").endswith(end)


def test_the_same_name_with_other_bytes_is_another_file() -> None:
    assert added.safe("a.html", b"one") != added.safe("a.html", b"two")


def test_a_later_load_of_the_folder_finds_what_was_kept_and_not_what_waits(tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    kept = added.keep(added.waiting(database, "one.html", b"1"))
    added.waiting(database, "two.html", b"2")
    assert inputs.expand([added.folder(database)]) == [kept]


def test_a_page_that_is_kept_does_not_wait_again(tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    kept = added.keep(added.waiting(database, "one.html", b"1"))
    assert added.waiting(database, "one.html", b"1") == kept == added.keep(kept)


def test_what_waited_for_a_day_is_forgotten(tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    path = added.waiting(database, "one.html", b"1")
    added.forget(database)
    assert path.exists()
    added.forget(database, now=os.stat(path).st_mtime + added.A_DAY + 1)
    assert not path.exists()
    added.forget(tmp_path / "none.duckdb")


@pytest.mark.parametrize(
    ("value", "off"), [(None, False), ("", False), ("0", False), ("no", False), ("1", True), ("yes", True)]
)
def test_one_setting_takes_the_page_away(value: str | None, off: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFINGS_READONLY", raising=False)
    if value is not None:
        monkeypatch.setenv("BRIEFINGS_READONLY", value)
    assert added.readonly() is off
