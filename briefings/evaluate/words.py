"""Words as they are compared with gold: white space and the shape of quotation marks do not count."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

SHAPES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‛": "'"})
TOLERANCE = 0.03


def flat(text: str) -> str:
    """The text on one line, in NFC, with straight quotation marks."""
    return " ".join(unicodedata.normalize("NFC", text).translate(SHAPES).split())


def without(text: str, optional: Iterable[str]) -> str:
    """The flat text with every optional string cut out."""
    left = flat(text)
    for string in optional:
        left = left.replace(flat(string), " ")
    return flat(left)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are equal but for case, white space and a leading article."""
    return bare(one) == bare(other)


def bare(name: str | None) -> str | None:
    """A name as it is compared."""
    if name is None:
        return None
    words = flat(name).casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def same_text(words: Sequence[str], first: str, last: str, length: int, *, slack: int = 0) -> bool:
    """Whether the words begin and end as gold does and number as many within 3%, or within the slack."""
    start, end = flat(first).split(), flat(last).split()
    near = abs(len(words) - length) <= max(TOLERANCE * length, slack)
    return near and list(words[: len(start)]) == start and list(words[-len(end) :]) == end
