"""Web archives: every HTML response of a WARC file is a page with its address and day of capture."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from briefings.models import Page, Refused
from briefings.text import DECLARED

HYPERTEXT = ("text/html", "application/xhtml+xml")
PACKED = b"\x1f\x8b"
GZIP = 31
"""Tells zlib to expect gzip's header."""
# The reader takes a header that breaks off for one without an address, and stumbles over that.
DAMAGE = (ArchiveLoadFailed, EOFError, zlib.error, ValueError, AttributeError)
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.I)


def pages(path: Path) -> Iterator[Page]:
    """The HTML pages that were served whole (status 200), in the order of the file.

    Raises:
        Refused: the archive breaks off or is damaged; the pages before the damage have been given.
    """
    number = 0
    try:
        for record in records(path):
            if is_page(record):
                found = page(path, record, body(record))
                number += 1
                yield found
    except DAMAGE as error:
        raise Refused("unreadable", trouble(error, number)) from error


def trouble(error: Exception, number: int) -> str:
    """What is wrong with an archive, and what to do."""
    if "non-chunked" in str(error):
        return "the archive is packed as one piece, not record by record: unpack it with gunzip and load that"
    cause = str(error) if isinstance(error, EOFError) else "no record begins where one should"
    return f"the archive is damaged after {number} pages ({cause}): fetch it again"


def records(path: Path) -> Iterator[Any]:
    """Every record of the archive.

    Raises:
        EOFError: the file ends inside a record; the reader itself would end without a word.
    """
    start = end = 0
    with path.open("rb") as stream:
        entries = ArchiveIterator(stream)
        for record in entries:
            yield record
            whole(record)
            start, end = entries.get_record_offset(), entries.get_record_offset() + entries.get_record_length()
    if end == 0 or cut(path, start, end):
        raise EOFError("it ends inside a record")


def whole(record: Any) -> None:
    """Looks whether all of a record could be read.

    Raises:
        EOFError: it could not.
    """
    record.raw_stream.read()
    if record.rec_headers.get_header("Content-Length") is None or getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("it ends inside a record")


def cut(path: Path, start: int, end: int) -> bool:
    """Whether the file goes on behind its last readable record, or a packed one stops inside it."""
    with path.open("rb") as stream:
        if stream.read(2) != PACKED:
            stream.seek(end)
            return bool(stream.read(1 << 16).strip())
        stream.seek(start)
        member = zlib.decompressobj(GZIP)
        while piece := stream.read(1 << 16):
            while piece:
                member = zlib.decompressobj(GZIP) if member.eof else member
                member.decompress(piece)
                piece = member.unused_data
    return not member.eof


def is_page(record: Any) -> bool:
    """Whether a record is an HTML page as served."""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in HYPERTEXT


def body(record: Any) -> bytes:
    """The bytes of a page, unpacked.

    Raises:
        EOFError: the file ends inside the record.
    """
    content: bytes = record.content_stream().read()
    whole(record)
    return content


def page(path: Path, record: Any, content: bytes) -> Page:
    """The page in a record."""
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI")
    identity = (headers.get_header("WARC-Record-ID") or url or "").strip("<>").removeprefix("urn:uuid:")
    fetched = date.fromisoformat(headers.get_header("WARC-Date")[:10])
    return Page(f"{path}#{identity}", readable(content, record), "text/html", url, fetched)


def readable(content: bytes, record: Any) -> bytes:
    """The content in UTF-8 where only the server's header names another encoding."""
    served = CHARSET.search(record.http_headers.get_header("Content-Type") or "")
    if served is None or DECLARED.search(content[:4096]):
        return content
    try:
        return content.decode(served.group(1)).encode()
    except (LookupError, UnicodeDecodeError):
        return content
