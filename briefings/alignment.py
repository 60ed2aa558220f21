"""Two runs of words laid side by side: what is kept, added, dropped and replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Kind = Literal["kept", "added", "dropped", "replaced"]
Path = list[tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a redline: the words as they were and as they are."""

    kind: Kind
    before: tuple[str, ...]
    after: tuple[str, ...]


def window(core: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """Where in the words the run most like the core begins and ends: words before and behind it cost nothing."""
    table = distances(core, words, free=True)
    end = min(range(len(words) + 1), key=lambda place: (table[-1][place], place))
    path = traced(table, core, words, end, free=True)
    places = [place for _, place in path if place is not None]
    return (places[0], places[-1] + 1) if places else (end, end)


def distances(core: Sequence[str], words: Sequence[str], *, free: bool) -> list[list[int]]:
    """Edits between every beginning of both; where free, of the core and any run that ends at each word."""
    rows = [[0] * (len(words) + 1) if free else list(range(len(words) + 1))]
    for number, word in enumerate(core, 1):
        above, row = rows[-1], [number]
        for place, other in enumerate(words, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (word != other)))
        rows.append(row)
    return rows


def traced(table: list[list[int]], core: Sequence[str], words: Sequence[str], end: int, *, free: bool) -> Path:
    """The cheapest way through the table, as pairs of places; None where one side has no word."""
    path: Path = []
    row, place = len(core), end
    while row or (place and not free):
        cost = table[row][place]
        if row and place and cost == table[row - 1][place - 1] + (core[row - 1] != words[place - 1]):
            row, place = row - 1, place - 1
            path.append((row, place))
        elif row and cost == table[row - 1][place] + 1:
            row -= 1
            path.append((row, None))
        else:
            place -= 1
            path.append((None, place))
    return path[::-1]


def redline(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """The stretches of words that two runs share, and those that were added, dropped or replaced, in order."""
    path = traced(distances(before, after, free=False), before, after, len(after), free=False)
    same = [one is not None and other is not None and before[one] == after[other] for one, other in path]
    changes = []
    for kept, steps in groupby(zip(same, path, strict=True), key=lambda step: step[0]):
        pairs = [pair for _, pair in steps]
        old = tuple(before[one] for one, _ in pairs if one is not None)
        new = tuple(after[other] for _, other in pairs if other is not None)
        kind: Kind = "kept" if kept else "added" if not old else "dropped" if not new else "replaced"
        changes.append(Change(kind, old, new))
    return tuple(changes)


def likeness(core: Sequence[str], words: Sequence[str]) -> float:
    """Share of the words of the longer run that need no edit, between 0 and 1."""
    longer = max(len(core), len(words))
    return 1 - distances(core, words, free=False)[-1][-1] / longer if longer else 1.0
