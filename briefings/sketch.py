"""Likeness of texts: the smallest hashes of their word shingles, and digests of their words."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

SIZE = 64
"""Hashes kept per text; the likeness of two texts is estimated within about 1 / sqrt(SIZE)."""

WIDTH = 3
"""Words in a shingle."""


@lru_cache(maxsize=262144)
def word_hash(word: str) -> int:
    """A 64-bit number of a word that is the same on every machine."""
    return zlib.crc32(word.encode()) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF


def shingles(words: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """The distinct hashes of every run of WIDTH words, sorted; one hash where the text is shorter."""
    numbers = np.fromiter(map(word_hash, words), dtype=np.uint64, count=len(words))
    width = min(WIDTH, len(numbers))
    mixed = np.zeros(max(len(numbers) - width + 1, 0), dtype=np.uint64)
    for place in range(width):
        mixed = mixed * np.uint64(0x100000001B3) + numbers[place : len(numbers) - width + 1 + place]
    return np.unique(scrambled(mixed))


def scrambled(numbers: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """The numbers spread evenly over 64 bits (the finalizer of MurmurHash3)."""
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(33))


def sketch(words: Sequence[str]) -> list[int]:
    """The SIZE smallest shingle hashes of a text, in order (bottom-k sketch, Broder 1997)."""
    return shingles(words)[:SIZE].tolist()  # type: ignore[no-any-return]


def digest(*parts: str) -> str:
    """A 64-digit fingerprint of the parts, in order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
