"""The encoding of bytes. Every sentence here is synthetic and invented for these tests."""

from __future__ import annotations

import codecs

import pytest

from briefings.encoding import encoding, is_binary
from briefings.models import Page
from briefings.text import decoded

PLAIN = "The pier stays open to every ship that pays no toll, and to every captain who keeps his distance. " * 20


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("“The pier”—she said—‘stays’…", "utf-8"),
        ("“The pier”—she said—‘stays’…", "cp1252"),
        ("\xa0", "cp1252"),
        ("André’s pier", "cp1252"),
        ("“码头”照常开放", "gb18030"),
        ("“The pier” – ‘stays’", "gb18030"),
        ("“码头”照常开放", "utf-16"),
        ("“The pier” stays", "utf-16-le"),
        ("Причал остаётся открытым для всех судов без пошлины. " * 40, "cp1251"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_was_written_in(words: str, name: str) -> None:
    text = words if len(words) > 1000 else PLAIN + words
    assert decoded(Page("page.txt", text.encode(name), "text/plain")) == text


@pytest.mark.parametrize(
    ("declared", "name"),
    [("iso-8859-1", "cp1252"), ("gb2312", "gb18030"), ("windows-1251", "cp1251"), ("nonsense", None)],
)
def test_a_declaration_stands_for_what_pages_mean_by_it(declared: str, name: str | None) -> None:
    words = "Причал открыт" if name == "cp1251" else "“” 码头" if name == "gb18030" else "“The pier” – André"
    assert encoding((PLAIN + words).encode(name or "cp1252"), declared) == (name or "cp1252")


def test_a_declaration_that_does_not_fit_is_passed_over() -> None:
    assert encoding(codecs.BOM_UTF8 + "“pier”".encode(), "gb2312") == "utf-8-sig"


def test_a_character_cut_at_the_end_changes_nothing() -> None:
    assert encoding((PLAIN + "“").encode()[:-1]) == "utf-8"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\nstream",
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0JFIF",
        b"GIF89a",
        b"text\x00\x01\x00text",
        b"pier \x01\x02\x03\x8f\xfe",
    ],
)
def test_what_is_no_text_is_told_by_its_first_bytes(content: bytes) -> None:
    assert is_binary(content)


def test_an_english_page_is_no_binary() -> None:
    assert not any(is_binary(PLAIN.encode(name)) for name in ("utf-8", "utf-16", "utf-16-be", "cp1252"))
