"""What a reader types to find words, as runs of tokens to look for."""

from __future__ import annotations

import re

from briefings.text import tokens

PART = re.compile(r'["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]?|([^\s"\u201c\u201d]+)')


def needles(typed: str) -> list[str]:
    """Each "exact phrase" and each single word as a run of tokens with a space before and behind.

    A statement matches where its own run of tokens (`statement.tokens`) holds every one of them.
    """
    runs = (words(phrase or word) for phrase, word in PART.findall(typed))
    return [run for run in runs if run.strip()]


def words(text: str) -> str:
    """The tokens of a text, one space before and behind each."""
    return f" {' '.join(token for token, _, _ in tokens(text))} "


def spans(text: str, typed: str) -> list[tuple[int, int]]:
    """Where the words typed stand in a statement's text: (first, last) offsets, in order."""
    found = list(tokens(text))
    sought = [needle.split() for needle in needles(typed)]
    places = set()
    for run in sought:
        for at in range(len(found) - len(run) + 1):
            if all(found[at + offset][0] == word for offset, word in enumerate(run)):
                places.add((found[at][1], found[at + len(run) - 1][2]))
    return sorted(places)
