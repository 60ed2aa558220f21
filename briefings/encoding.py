"""The encoding of bytes: the one place that decides how a page or a table is read as characters."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder, lookup

from charset_normalizer import from_bytes

COMMON = "cp1252"
"""What an English text is in whose bytes fit several encodings."""
ENOUGH = 1 << 16
"""Bytes that tell an encoding."""
# What a page declares, and what browsers take it for: the wider set that real pages use under the narrower name.
WIDER = {"iso8859-1": COMMON, "ascii": COMMON, "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
RARE, SOME = 0.02, 0.1
"""Shares of bytes beyond ASCII in an English page: some marks and names, and a line or two in Chinese."""
HIGH = bytes(range(0x80, 0x100))
CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32)))
MULTIBYTE = frozenset(
    ["gb18030", "gbk", "gb2312", "big5", "big5hkscs", "cp932", "shift_jis", "euc_jp", "cp949", "euc_kr"]
)
# Chinese in pairs of high bytes and nothing else: Western quotation marks (0x91-0x94) never look like it.
CHINESE = re.compile(rb"(?:[\x00-\x7f]+|[\xa1-\xf7][\xa1-\xfe]|\xa8[\x43-\x45])*+[\xa1-\xf7]?\Z")
MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"Rar!", b"\xd0\xcf\x11\xe0")


def is_binary(content: bytes) -> bool:
    """Whether bytes are an image, an archive or the like: by their first ones, or by controls that no text holds."""
    head = content[:4096]
    controls = len(head) - len(head.translate(None, CONTROLS))
    return content.startswith(MAGIC) or wide(content) is None and (b"\x00" in head or controls > RARE * len(head))


def wide(content: bytes) -> str | None:
    """Which UTF-16 bytes are in, by their mark or by zeros in every other place."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    head = content[:4096]
    first, second = head[::2], head[1::2]
    if 2 * second.count(0) > len(second) and not first.count(0):
        return "utf-16-le"
    return "utf-16-be" if 2 * first.count(0) > len(first) and not second.count(0) else None


def encoding(content: bytes, declared: str | None = None) -> str | None:
    """The encoding of bytes, or of the beginning of a longer text: UTF-8 if they are, what is declared if it fits.

    Else the commonest that fits; null where none does.
    """
    if form := wide(content):
        return form
    if fits(content, "utf-8"):
        return "utf-8-sig" if content.startswith(BOM_UTF8) else "utf-8"
    if declared and (known := named(declared)) and fits(content, known):
        return known
    high = len(content) - len(content.translate(None, HIGH))
    if high < SOME * len(content) and CHINESE.match(content):
        return "gb18030"
    # Too few to detect anything by.
    return COMMON if high < RARE * len(content) and fits(content, COMMON) else detected(content)


def named(declared: str) -> str | None:
    """The encoding that a page's declaration stands for; null for a word that names none."""
    try:
        name = lookup(declared).name
    except LookupError:
        return None
    return WIDER.get(name, name)


def fits(content: bytes, name: str) -> bool:
    """Whether the bytes are text in an encoding; a character may be cut at their end."""
    try:
        getincrementaldecoder(name)().decode(content)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def detected(content: bytes) -> str | None:
    """The encoding that detection gives, the commonest where it is among those that fit an alphabet's text."""
    fitting = [name for guess in from_bytes(content[:ENOUGH]) for name in guess.could_be_from_charset]
    if not fitting or fitting[0] in MULTIBYTE:
        return next(iter(fitting), None)
    return COMMON if COMMON in fitting else fitting[0]
