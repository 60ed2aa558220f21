"""Terms found in text: every word and phrase of a lexicon in one pass, with its span."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

ABBREVIATION = re.compile(r"(?<![\w.])[A-Z]{2,4}(?![\w.])")


def _folding() -> bytes:
    """Latin-1 to what is compared: small letters without accents, a blank for all that is no letter or digit."""
    table = bytearray(b" " * 256)
    for code in range(256):
        letter = unicodedata.normalize("NFD", chr(code).lower())[0]
        if letter.isalnum() and ord(letter) < 256:
            table[code] = ord(letter)
    return bytes(table)


FOLDING = _folding()


def folded(text: str) -> str:
    """The text as it is compared, every character at its old place: `U.S.-China’s` becomes `u s  china s`."""
    return text.encode("latin-1", "replace").translate(FOLDING).decode("latin-1")


class Found(NamedTuple):
    """A term where it stands: its number in the matcher's list, and its span."""

    term: int
    start: int
    end: int


class _Form(NamedTuple):
    """One spelling of a term: what to check where its letters were found."""

    term: int
    written: str
    """The fixed letters as the term spells them; empty where any letter may be small."""
    open: bool
    """Ends with `*`: runs on to the end of the word."""
    rest: re.Pattern[str] | None
    """The whole pattern, where a `*` stands inside a phrase."""


class Matcher:
    """All terms of a lexicon as one automaton; built once, asked for every text.

    A term matches whole words. Capitals in a term must be capitals in the text (`US` is never `us`, `Turkey` may be
    `TURKEY`); small letters match either. Hyphens count as blanks, accents do not count, an abbreviation also
    matches with points (`US` finds `U.S.`). `*` stands for the rest of a word.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = tuple(dict.fromkeys(terms))
        self._forms: dict[str, list[_Form]] = {}
        for number, term in enumerate(self.terms):
            pointed = ABBREVIATION.sub(lambda match: ".".join(match.group()) + ".", term)
            for spelling in dict.fromkeys((term, pointed)):
                self._add(number, spelling)
        self._patterns = tuple(self._forms.values())

    def _add(self, number: int, spelling: str) -> None:
        """Files one spelling of a term under the fixed letters that the automaton looks for."""
        head, star, tail = spelling.partition("*")
        letters = folded(head)
        key = " " + (letters if star else letters.rstrip() + " ")
        inside = bool(tail.strip())
        written = head if any(letter.isupper() for letter in head) else ""
        form = _Form(number, written, bool(star) and not inside, _gapped(spelling) if inside else None)
        self._forms.setdefault(key, []).append(form)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._forms), implementation=Implementation.ContiguousNFA)

    def found(self, text: str) -> list[Found]:
        """Every term in the text, overlapping ones too, in the order in which they end."""
        finds: list[Found] = []
        if not self._patterns:
            return finds
        comparable = f" {folded(text)} "
        # Found(...) goes through a function of Python's: a third of the time of all that is done here.
        made = tuple.__new__
        for pattern, start, end in self._automaton.find_matches_as_indexes(comparable, overlapping=True):
            # `start` is the blank before the word, and one blank was put before the text: the offsets agree.
            for term, written, runs_on, rest in self._patterns[pattern]:
                if written and not text.startswith(written, start) and not _capitals_agree(written, text, start):
                    continue
                if runs_on:
                    finds.append(made(Found, (term, start, comparable.index(" ", end) - 1)))
                elif rest is None:
                    finds.append(made(Found, (term, start, end - 2)))
                elif match := rest.match(comparable, start + 1):
                    finds.append(made(Found, (term, start, match.end() - 1)))
        return finds


def _capitals_agree(written: str, text: str, start: int) -> bool:
    """Whether every capital of a term is a capital in the words found."""
    words = text[start : start + len(written)]
    return all(there.isupper() for letter, there in zip(written, words, strict=False) if letter.isupper())


def _gapped(spelling: str) -> re.Pattern[str]:
    """A phrase with `*` inside it. Runs of letters only, so it reads every character once: it cannot explode."""
    pieces = (re.escape(folded(piece)) for piece in spelling.split("*"))
    return re.compile("[^ ]*".join(pieces) + "(?= )")
