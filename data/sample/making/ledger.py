"""What has been said so far: the guard that keeps unplanted sentences from coming back too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from random import Random

from making.words import said, sentences

# A page's sentences can come back in its revision or duplicate: five here stay within six of three hundred.
PAGES = 5
TRIES = 24


class Ledger:
    """Counts of pages by sentence, and of uses by stage of an event."""

    def __init__(self) -> None:
        self.pages: Counter[str] = Counter()
        self.uses: Counter[tuple[str, str]] = Counter()
        self.page: set[str] = set()

    def open(self) -> None:
        """Begin a page."""
        self.page = set()

    def take(self, words: str) -> bool:
        """Whether the words may be said on this page; if so they count as said."""
        pieces = sentences(words)
        if any(piece in self.page or self.pages[piece] >= PAGES for piece in pieces):
            return False
        self.page.update(pieces)
        self.pages.update(set(pieces))
        return True

    def draw(self, template: str, slots: Mapping[str, str], rng: Random) -> str:
        """A wording of the template that is not worn out, or nothing."""
        for _ in range(TRIES):
            words = said(template, slots, rng)
            if self.take(words):
                return words
        return ""
