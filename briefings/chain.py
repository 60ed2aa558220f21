"""The content words of a corpus as numbers, each linked to its neighbours by the function words between them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from briefings.frames import own
from briefings.release import data_folder
from briefings.stems import stem
from briefings.text import tokens

Array = np.ndarray[Any, np.dtype[Any]]

FUNCTIONS = 4096
"""More function words than there are."""

NONE = -1
"""The number of a neighbour that is not there: the statement ends, or a quotation mark stands between."""

# An apostrophe is a quotation mark only where it opens or closes a quotation that stands between spaces or brackets.
QUOTED = re.compile(r"[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a]|(?:(?<=[\s(\[\u2014-])|^)['\u2018](?=\w)")
CLOSING = re.compile(r"['\u2019](?=$|[^\w])")


@dataclass(frozen=True, slots=True)
class Chain:
    """The content words of the statements in order."""

    word: Array
    """Which word each is."""
    before: Array
    """Which word and function words stand to its left, as one number."""
    step: Array
    """Which function words and word follow the word before, as one number; one more than there are words."""
    close: Array
    """Whether no function word stands between the word before and it; one more than there are words."""
    statement: Array
    """The row of the statement that holds it."""
    token: Array
    """Its place among the statement's tokens."""
    ends: Array
    """Whether its sentence, or a quotation in it, ends with it."""
    framed: Array
    """Whether it belongs to the report around what somebody says."""
    stem: Array
    """For every word the number of its stem."""


@cache
def function_words() -> dict[str, str]:
    """The words of `data/lexicon/stopwords.toml`, each with its kind there."""
    groups = tomllib.loads((data_folder() / "lexicon" / "stopwords.toml").read_text(encoding="utf-8"))
    return {word: kind for kind, words in groups.items() for word in words}


def breaks(text: str) -> list[int]:
    """The numbers of the tokens before which a quotation mark stands."""
    marks = [match.start() for match in QUOTED.finditer(text)]
    opened = [mark for mark in marks if text[mark] in "'\u2018"]
    if opened:
        marks += [match.start() for match in CLOSING.finditer(text, opened[0] + 1)]
    ends = [end for _, _, end in tokens(text)]
    return sorted(set(np.searchsorted(ends, marks, side="right").tolist())) if marks else []


def linked(batches: Iterable[pa.RecordBatch]) -> Chain:
    """The chain of statements given as batches of (tokens, text, mode).

    Text stands only where it may hold a quotation mark or, which mode tells, words of a report around what is said.
    """
    numbers: dict[str, int] = {}
    parts = list(numbered(batches, numbers))
    kinds = (np.int32, np.int64, bool, bool)
    flat, lengths, cut, framed = (
        np.concatenate([np.zeros(0, kind), *(part[side] for part in parts)]) for side, kind in enumerate(kinds)
    )
    del parts
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    place = np.flatnonzero(flat >= 0)
    statement = np.repeat(np.arange(len(lengths), dtype=np.int32), np.diff(np.searchsorted(place, offsets)))
    held = joined(place, statement, cut)
    gaps = gap_numbers(flat, place, held)
    word = flat[place].astype(np.int64)
    token = (place - offsets[statement]).astype(np.int32)
    scale = np.int64(word.max() + 1 if len(word) else 1)
    before = np.where(held, gaps * scale + np.concatenate([[0], word[:-1]]), NONE) if len(word) else word
    step = np.concatenate([dense(np.where(held, gaps * scale + word, NONE)), [NONE]])
    close = np.concatenate([held & (gaps == 0), [False]])
    ends = np.concatenate([cut, [True]])[place + 1] | (place + 1 == offsets[statement + 1])
    return Chain(word, before, step, close, statement, token, ends, framed[place], stems(numbers))


def stems(numbers: Mapping[str, int]) -> Array:
    """The stem of each word as a number, those of inflected forms equal."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(stem(word), len(known)) for word in numbers], np.int64)


def numbered(batches: Iterable[pa.RecordBatch], numbers: dict[str, int]) -> Iterator[tuple[Array, Array, Array, Array]]:
    """Each batch as word numbers (content from 0 on, function words below 0), statement lengths, breaks and frames."""
    functions = {word: -number - 2 for number, word in enumerate(["", *sorted(function_words())])}
    for batch in batches:
        lists = pc.split_pattern(batch["tokens"], " ")
        encoded = lists.flatten().dictionary_encode()
        names = encoded.dictionary.to_pylist()
        known = [functions[name] if name in functions else numbers.setdefault(name, len(numbers)) for name in names]
        lengths = np.diff(lists.offsets.to_numpy())
        flat = np.array(known, np.int32)[encoded.indices.to_numpy()]
        yield flat, lengths, *cuts(batch["text"].to_pylist(), batch["mode"].to_pylist(), lengths)


def cuts(texts: list[str | None], modes: list[str | None], lengths: Array) -> tuple[Array, Array]:
    """For every token of the statements whether a run is broken before it, and whether it belongs to a report."""
    starts = np.concatenate([[0], np.cumsum(lengths)])
    cut, framed = np.zeros(starts[-1], bool), np.zeros(starts[-1], bool)
    for row, (text, mode) in enumerate(zip(texts, modes, strict=True)):
        if text is None:
            continue
        cut[[starts[row] + number for number in breaks(text) if number < lengths[row]]] = True
        if mode is not None:
            framed[starts[row] : starts[row + 1]] = around = ~np.array(own(text, mode), bool)
            cut[starts[row] + 1 : starts[row + 1]] |= around[1:] != around[:-1]
    return cut, framed


def joined(place: Array, statement: Array, cut: Array) -> Array:
    """For every content word whether it stands in one run with the content word before it."""
    held = np.zeros(len(place), bool)
    total = np.cumsum(cut, dtype=np.int32)
    held[1:] = (statement[1:] == statement[:-1]) & (total[place[1:]] == total[place[:-1]])
    return held


def gap_numbers(flat: Array, place: Array, held: Array) -> Array:
    """For every content word which run of function words stands before it: equal numbers for equal runs."""
    number = np.zeros(len(place), np.int64)
    rows = np.flatnonzero(held)
    start = place[rows - 1] + 1
    width = place[rows] - start
    done = known = 0
    while (longer := width > done).any():
        rows, start, width = rows[longer], start[longer], width[longer]
        number[rows] = 1 + known + dense(number[rows] * FUNCTIONS - flat[start + done])
        known, done = int(number[rows].max()), done + 1
    return number


def dense(keys: Array) -> Array:
    """The keys numbered from 0 in the order in which they first stand; NONE stays NONE."""
    codes = pa.array(keys).dictionary_encode()
    numbers: Array = codes.indices.to_numpy().astype(np.int64)
    numbers[keys == NONE] = NONE
    return numbers
