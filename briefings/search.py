"""The language of Search: what a reader types becomes clauses, and where a text holds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefings.text import tokens

MOST_CLAUSES, MOST_WORDS = 30, 100
FARTHEST = 99
LEAST_LETTERS = 2
"""Letters before a star: fewer would stand for a good part of the dictionary."""

QUOTES = '"\u201c\u201d\u201e'
ITEM = re.compile(
    rf"""(?P<minus>(?<!\S)[-\u2212\u2013](?=[^\s{QUOTES}-]|[{QUOTES}]))?
    (?:[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]
    |(?P<near>NEAR|(?i:near)/\d*)(?!\S)
    |(?P<word>[^\s{QUOTES}]+))""",
    re.X,
)
# However a reader writes the initials; the pronoun stays what it is.
UNITED_STATES = re.compile(r"(?<![^\W_])(?:u\.s\.(?:a\.)?|usa)(?![^\W_])", re.I)

# A possessive ending is a word of its own, and stands apart in lists of phrases.
TORN = re.compile(r"(?<=[^\W_])\s+(?=['\u2019]s(?!\w))", re.I)
ENDING = re.compile(r"['\u2019]s", re.I)


class Unclear(Exception):
    """What was typed cannot be looked for; the message says why, and what to write."""


@dataclass(frozen=True, slots=True)
class Element:
    """One word, or the beginning of one."""

    token: str
    cut: bool = False


Run = tuple[Element, ...]
"""Words that follow each other."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What one sentence must hold, or must not."""

    runs: tuple[Run, ...]
    """One run; of a NEAR two."""
    distance: int | None = None
    """How many words may lie between the two."""
    excluded: bool = False


@lru_cache(maxsize=256)
def parsed(typed: str) -> tuple[Clause, ...]:
    """The clauses of a query, each once.

    Raises:
        Unclear: a quotation mark, NEAR, star or minus stands where it means nothing, or there is no word.
    """
    text = UNITED_STATES.sub("US", unicodedata.normalize("NFC", typed))
    if sum(text.count(mark) for mark in QUOTES) % 2:
        raise Unclear("A quotation mark is missing: write \u201cexact phrase\u201d between two.")
    clauses = tuple(dict.fromkeys(joined(list(ITEM.finditer(text)))))
    if not clauses:
        raise Unclear(f"\u201c{typed.strip()}\u201d holds no word to look for.")
    if all(clause.excluded for clause in clauses):
        raise Unclear("A minus only leaves sentences out: add a word to look for.")
    size = sum(len(run) for clause in clauses for run in clause.runs)
    if len(clauses) > MOST_CLAUSES or size > MOST_WORDS:
        raise Unclear(f"Too long: {MOST_CLAUSES} words and phrases of {MOST_WORDS} words in all are the most.")
    return clauses


def joined(items: Sequence[re.Match[str]]) -> Iterator[Clause]:
    """The clauses that the items of a query make."""
    place = 0
    while place < len(items):
        behind = items[place + 1] if place + 1 < len(items) else None
        if items[place]["near"] or (behind and behind["near"]):
            yield near(items[place : place + 4])
            place += 3
            continue
        if words_of := run(items[place]):
            yield Clause((words_of,), excluded=bool(items[place]["minus"]))
        place += 1


def near(items: Sequence[re.Match[str]]) -> Clause:
    """The clause of `A NEAR/5 B`."""
    operator = items[0] if items[0]["near"] else items[1]
    number = operator["near"].partition("/")[2]
    if not number:
        raise Unclear(
            "NEAR needs a number, the most words between the two: A NEAR/5 B. The word itself: \u201cnear\u201d."
        )
    if int(number) > FARTHEST:
        raise Unclear(f"NEAR/{number} is too far: {FARTHEST} words at most.")
    if operator is items[0] or len(items) < 3 or items[2]["near"]:
        raise Unclear(f"NEAR/{number} needs a word or phrase on both sides.")
    if len(items) > 3 and items[3]["near"]:
        raise Unclear("NEAR joins two words or phrases: for three write A NEAR/5 B B NEAR/5 C.")
    if operator["minus"] or items[0]["minus"] or items[2]["minus"]:
        raise Unclear("A minus leaves out a word or a phrase, not a NEAR.")
    runs = run(items[0]), run(items[2])
    if not all(runs):
        raise Unclear(f"NEAR/{number} needs a word or phrase on both sides.")
    return Clause(runs, int(number))


def run(item: re.Match[str]) -> Run:
    """The words of an item in a row; none where it is a sign."""
    given = item["phrase"] if item["phrase"] is not None else item["word"]
    return tuple(element for piece in given.split() for element in elements(piece))


def elements(piece: str) -> Iterator[Element]:
    """The words of a piece without spaces, the last one cut where a star stands behind it."""
    body, star, rest = piece.partition("*")
    found = ["'s"] if ENDING.fullmatch(body) else [token for token, _, _ in tokens(body)]
    if not star:
        yield from map(Element, found)
        return
    if not found or any(tokens(rest)) or "*" in rest:
        raise Unclear(f"\u201c{piece}\u201d: a star stands behind the beginning of a word: cooperat*")
    beginning = found[-1] + ("-" if body[-1] in "-\u2010\u2011" else "")
    if len(beginning) < LEAST_LETTERS:
        raise Unclear(f"\u201c{piece}\u201d: at least {LEAST_LETTERS} letters stand before a star.")
    yield from map(Element, found[:-1])
    yield Element(beginning, cut=True)


def mistake(typed: str) -> str | None:
    """Why a query cannot be looked for; null where it can, or nothing is typed."""
    try:
        return None if not typed.strip() or parsed(typed) else None
    except Unclear as unclear:
        return str(unclear)


def words(text: str) -> str:
    """The tokens of a text, one space before and behind each."""
    return f" {' '.join(token for token, _, _ in tokens(TORN.sub('', text)))} "


def spans(text: str, typed: str) -> list[tuple[int, int]]:
    """Where a query's words stand in a statement's text: (first, last) offsets, in order.

    Raises:
        Unclear: see `parsed`.
    """
    found = list(tokens(text))
    said = [token for token, _, _ in found]
    wanted = (clause for clause in parsed(typed) if not clause.excluded)
    places = {place for clause in wanted for place in hits(said, clause)}
    return sorted((found[first][1], found[last - 1][2]) for first, last in places)


def hits(said: Sequence[str], clause: Clause) -> Iterator[tuple[int, int]]:
    """Where a clause's words stand among those said: first word, one behind the last."""
    if clause.distance is None:
        yield from places(said, clause.runs[0])
        return
    ones, others = (list(places(said, run)) for run in clause.runs)
    for one in ones:
        for other in others:
            if 0 <= max(one[0], other[0]) - min(one[1], other[1]) <= clause.distance:
                yield from (one, other)


def places(said: Sequence[str], run: Run) -> Iterator[tuple[int, int]]:
    """Where a run of words stands."""
    for first in range(len(said) - len(run) + 1):
        pairs = zip(run, said[first:], strict=False)
        if all(said_.startswith(word.token) if word.cut else said_ == word.token for word, said_ in pairs):
            yield first, first + len(run)
