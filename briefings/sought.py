"""Queries as the links that the index is asked for: two words that follow each other, or one word alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.search import Clause, Element, Run, mistake, parsed

Link = list[str | None]
"""One link in the order of `holding`'s columns."""
PAIR, WORD = 1, 2
"""`occurrence.fresh` of the first use of a pair in its statement, of a word in its statement."""


def sought(queries: Sequence[str]) -> list[Link] | None:
    """The links of queries, numbered from 0, as `holding` takes them; null where nothing can be looked for."""
    links = [link for number, typed in enumerate(queries) if clear(typed) for link in links_of(number, parsed(typed))]
    return links or None


def clear(typed: str) -> bool:
    """Whether a query can be looked for."""
    return bool(typed.strip()) and mistake(typed) is None


def links_of(number: int, clauses: Sequence[Clause]) -> Iterator[Link]:
    """The links of one query."""
    wanted = sum(1 << place for place, clause in enumerate(clauses) if not clause.excluded)
    alone = whole(clauses)
    for place, clause in enumerate(clauses):
        for side, run in enumerate(clause.runs):
            pairs = list(covered(run))
            for at, one, other in pairs:
                query = (number, 1 << place, wanted, alone, first_use(clause, len(pairs)), clause.distance)
                facts = (*query, side, at, len(run), len(pairs))
                yield [*(None if fact is None else str(fact).lower() for fact in facts), text(one), text(other)]


def covered(run: Run) -> Iterator[tuple[int, Element, Element | None]]:
    """The fewest pairs that hold every word of a run, each with its place in it; a single word by itself."""
    if len(run) == 1:
        yield 0, run[0], None
        return
    for at in [*range(0, len(run) - 1, 2), *([len(run) - 2] if len(run) % 2 else [])]:
        yield at, run[at], run[at + 1]


def text(word: Element | None) -> str | None:
    """A word as `holding` takes it."""
    if word is None:
        return None
    return f"{word.token}*" if word.cut else word.token


def first_use(clause: Clause, links: int) -> int:
    """The least `fresh` of the uses that tell: of a run of one link the first, of others every one."""
    if clause.distance is not None or links > 1:
        return 0
    return WORD if len(clause.runs[0]) == 1 else PAIR


def whole(clauses: Sequence[Clause]) -> bool:
    """Whether a query is one exact word or pair: its first use in a statement is then all it takes."""
    runs = [run for clause in clauses for run in clause.runs]
    return len(runs) == 1 and len(runs[0]) <= 2 and not any(element.cut for element in runs[0])
