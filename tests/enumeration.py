"""Recurring phrases by brute force: every run of words of every statement, counted one by one. Slow, and made apart."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefings.release import ROOT
from briefings.text import tokens

QUOTATION_MARKS = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a'

Run = tuple[str, ...]
Use = tuple[int, int]
"""A statement and the first token of a run."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: its words in stretches that no quotation mark breaks, and its briefing."""

    stretches: Sequence[Run]
    briefing: int
    counted: bool = True


def function_words() -> set[str]:
    """The words that may not stand at an edge."""
    with (ROOT / "data" / "lexicon" / "stopwords.toml").open("rb") as file:
        return {word for group in tomllib.load(file).values() for word in group}


def stretches(text: str, around: Sequence[bool] = ()) -> list[Run]:
    """The words of a text, parted wherever a quotation mark stands between two of them, or another voice takes over.

    Args:
        around: for every word whether a report says it around what somebody says.
    """
    found, behind, single = [[]], 0, False
    for number, (word, start, end) in enumerate(tokens(text)):
        parted = bool(number) and bool(around) and around[number] != around[number - 1]
        for place in range(behind, start):
            opens = (
                text[place] in "'\u2018"
                and (place == 0 or text[place - 1] in " ([\u2014-")
                and text[place + 1].isalnum()
            )
            closes = single and text[place] in "'\u2019" and not text[place + 1].isalnum()
            parted |= text[place] in QUOTATION_MARKS or opens or closes
            single |= opens
        if parted:
            found.append([])
        found[-1].append(word)
        behind = end
    return [tuple(run) for run in found]


def runs(said: Said, functions: set[str], content: int) -> Iterator[tuple[Run, int]]:
    """Every run that begins and ends with a content word and has so many of them, with its first token."""
    offset = 0
    for words in said.stretches:
        places = [place for place, word in enumerate(words) if word not in functions]
        for first, last in zip(places, places[content - 1 :], strict=False):
            yield words[first : last + 1], offset + first
        offset += len(words)


def recurring(statements: Mapping[int, Said], least: int) -> dict[Run, list[Use]]:
    """Every run of two words and more that stands in enough briefings that count, with all its uses."""
    functions, found, content = function_words(), {}, 2
    while True:
        uses: dict[Run, list[Use]] = defaultdict(list)
        briefings: dict[Run, set[int]] = defaultdict(set)
        for key, said in statements.items():
            for run, start in runs(said, functions, content):
                uses[run].append((key, start))
                if said.counted:
                    briefings[run].add(said.briefing)
        enough = {run: uses[run] for run, held in briefings.items() if len(held) >= least}
        if not enough:
            return found
        found |= enough
        content += 1


def within(stored: Iterable[tuple[Run, Use]]) -> dict[Run, set[Use]]:
    """Every run that lies in a use of a stored one, with the places where it does."""
    functions, found = function_words(), defaultdict(set)
    for words, (key, start) in stored:
        places = [place for place, word in enumerate(words) if word not in functions]
        for number, first in enumerate(places):
            for last in places[number + 1 :]:
                found[words[first : last + 1]].add((key, start + first))
    return found
