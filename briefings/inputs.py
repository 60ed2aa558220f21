"""Paths become pages: files, folders, globs, web archives and tables."""

from __future__ import annotations

import glob
import gzip
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from briefings import archive, rows, tables
from briefings.models import Page, Reason, Refused

MEDIA = {
    ".html": "text/html",
    ".htm": "text/html",
    ".shtml": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
# What browsers and crawlers save beside a page; named on the command line such a file is read like any other.
ASSETS = frozenset(
    [".css", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".map", ".mp3", ".mp4", ".png", ".svg", ".ttf", ".webp", ".woff"]
)
ABOUT = re.compile(r"(?:readme|licen[cs]e|copying|notice|changelog|makefile)(?:\.(?:md|txt|rst))?", re.I)
MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+)?html\b", re.I | re.S
)
HEAD = 8192


class NoInput(Exception):
    """A path that leads to nothing, said in one line."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or the rest of one, that gives no page."""

    name: str
    reason: Reason
    message: str


def expand(paths: Iterable[str | Path]) -> list[Path]:
    """The files that the paths stand for, each once, folders searched in the order of their names.

    Raises:
        NoInput: a path does not exist, or a pattern or folder holds no file.
    """
    files: dict[Path, None] = {}
    for path in paths:
        found = list(files_of(str(path)))
        if not found:
            raise NoInput(f"{path}: no such file or folder, or nothing in it to read: check the path")
        files.update(dict.fromkeys(found))
    return list(files)


def files_of(path: str) -> Iterator[Path]:
    """The files of one path: itself, those in the folder, or those a pattern matches."""
    if os.path.isdir(path):
        yield from within(path)
    elif os.path.exists(path):
        yield Path(path)
    elif glob.has_magic(path):
        for match in sorted(glob.glob(path, recursive=True)):
            yield from within(match) if os.path.isdir(match) else [Path(match)]


def within(folder: str) -> Iterator[Path]:
    """The readable files below a folder, hidden ones and those about the folder left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and not ABOUT.fullmatch(name) and path.suffix.lower() not in ASSETS:
                yield path


def pages(paths: Iterable[str | Path], columns: Mapping[str, str] | None = None) -> Iterator[Page | Unreadable]:
    """Every page of every path, in order.

    Raises:
        NoInput: a path leads to nothing.
    """
    return chain.from_iterable(pages_of(path, columns) for path in expand(paths))


def pages_of(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[Page | Unreadable]:
    """The pages in one file: one, or as many as an archive or table holds; what cannot be read is named."""
    try:
        yield from opened(path, columns or {})
    except Refused as refused:
        yield Unreadable(str(path), refused.reason, refused.message)
    except OSError as error:
        yield Unreadable(str(path), "unreadable", f"{error.strerror or error}: check the file and its permissions")


def opened(path: Path, columns: Mapping[str, str]) -> Iterator[Page]:
    """The pages in one file, by what it is.

    Raises:
        Refused: the file, or the rest of it, cannot be read.
    """
    media = kind(path)
    if media == "warc":
        yield from archive.pages(path)
    elif media in tables.FORMATS:
        yield from rows.pages(path, media, columns)
    else:
        yield Page(str(path), path.read_bytes(), media)


def kind(path: Path) -> str:
    """What a file is: a media type, `warc`, or a table format."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    name = path.name.lower()
    if name.endswith((".warc", ".warc.gz")) or is_archive(path, head):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    named = path.suffix.lower().lstrip(".")
    if named in tables.FORMATS:
        return named
    return sniffed(head, MEDIA.get(path.suffix.lower()))


def is_archive(path: Path, head: bytes) -> bool:
    """Whether a file begins like a web archive, packed or not."""
    if head.startswith(b"\x1f\x8b"):
        try:
            with gzip.open(path) as packed:
                head = packed.read(5)
        except (OSError, EOFError):
            return False
    return head.startswith(b"WARC/")


def sniffed(head: bytes, named: str | None) -> str:
    """The media type of a page by its beginning, where its name says nothing or says `text` of an HTML page."""
    if named in ("text/html", "text/markdown"):
        return named
    if MARKUP.match(head):
        return "text/html"
    if named is None and re.match(rb"(?:\xef\xbb\xbf)?---\r?\n.*?\n---\r?\n", head, re.S):
        return "text/markdown"
    return "text/plain"
