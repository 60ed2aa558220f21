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
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.I)


def pages(path: Path) -> Iterator[Page]:
    """The HTML pages that were served whole (status 200), in the order of the file.

    Raises:
        Refused: the archive breaks off or is damaged; the pages before the damage have been given.
    """
    number = 0
    with path.open("rb") as stream:
        records = ArchiveIterator(stream)
        while True:
            try:
                record = next(records, None)
                content = body(record) if record is not None and is_page(record) else None
            except (ArchiveLoadFailed, EOFError, zlib.error, ValueError) as error:
                raise broken(number, str(error)) from error
            if record is None:
                return
            if content is not None:
                number += 1
                yield page(path, record, content)


def broken(number: int, cause: str) -> Refused:
    """The refusal of the rest of an archive."""
    return Refused("unreadable", f"the archive is damaged after {number} pages ({cause}): fetch it again")


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
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("it ends inside a page")
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
