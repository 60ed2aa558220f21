"""Statements of a report against gold: speaker and mode, by word and by statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from briefings.evaluate.report import Check
from briefings.evaluate.words import TOLERANCE, flat, same_name, same_text

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    """One word with what may be said of it."""

    word: str
    speakers: tuple[str | None, ...]
    modes: tuple[str, ...]


def checks(gold: Sequence[Json], said: Sequence[Json], file: str) -> Iterator[Check]:
    """Every comparison of one report's statements."""
    expected = [list(gold_words(statement)) for statement in gold]
    got = [word for statement in said for word in said_words(statement)]
    yield body([word.word for words in expected for word in words], [word.word for word in got], file)
    right = hits([word for words in expected for word in words], got)
    start = 0
    for number, (statement, words) in enumerate(zip(gold, expected, strict=True), 1):
        good = right[start : start + len(words)]
        start += len(words)
        yield Check("report words", file, sum(good), len(good))
        whole = sum(good) >= (1 - TOLERANCE) * len(good)
        note = "" if whole else f"statement {number} expected {spoken(statement)}, got {heard(statement, said)}"
        yield Check("report statements", file, int(whole), 1, note)
    yield from boundaries(gold, said, file)


def body(expected: Sequence[str], got: Sequence[str], file: str) -> Check:
    """Whether the report as a whole has gold's text within 3%."""
    good = same_text(got, " ".join(expected[:8]), " ".join(expected[-8:]), len(expected))
    note = f"expected {len(expected)} words, got {len(got)}: {' '.join(got[:8])!r} ... {' '.join(got[-8:])!r}"
    return Check("report text", file, int(good), 1, "" if good else note)


def gold_words(statement: Json) -> Iterator[Word]:
    """The words of a gold statement; those beside its quoted parts may also be reported or narration."""
    speakers = (statement["speaker"], *statement.get("speaker_accept", []))
    modes = (statement["mode"], *statement.get("mode_accept", []))
    parts = statement.get("parts", [])
    quoted = inside(flat(statement["text"]), [flat(part["text"]) for part in parts])
    beside = (*modes, "reported", "narration") if parts else modes
    names = (*speakers, *(part["speaker"] for part in parts))
    for word, within in quoted:
        yield Word(word, speakers if within or not parts else (*names, None), modes if within else beside)


def inside(text: str, parts: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each word of the text and whether it touches one of the parts."""
    spans = [(text.find(part), text.find(part) + len(part)) for part in parts]
    start = 0
    for word in text.split():
        yield word, any(first < start + len(word) and start < last for first, last in spans)
        start += len(word) + 1


def said_words(statement: Json) -> Iterator[Word]:
    """The words of a parsed statement."""
    for word in flat(statement["text"]).split():
        yield Word(word, (statement["speaker"],), (statement["mode"],))


def hits(expected: Sequence[Word], got: Sequence[Word]) -> list[bool]:
    """For each gold word, whether the parser has it with a right speaker and a right mode."""
    right = [False] * len(expected)
    matcher = SequenceMatcher(None, [word.word for word in expected], [word.word for word in got], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            right[block.a + step] = agrees(expected[block.a + step], got[block.b + step])
    return right


def agrees(gold: Word, got: Word) -> bool:
    """Whether speaker and mode are both among the right ones."""
    return got.modes[0] in gold.modes and any(same_name(got.speakers[0], speaker) for speaker in gold.speakers)


def boundaries(gold: Sequence[Json], said: Sequence[Json], file: str) -> Iterator[Check]:
    """Whether each gold sentence is one parsed statement."""
    texts = {flat(statement["text"]) for statement in said}
    for number, statement in enumerate(gold, 1):
        good = flat(statement["text"]) in texts
        note = f"statement {number} is not one statement: {brief(statement['text'])}"
        yield Check("report sentences", file, int(good), 1, "" if good else note)


def spoken(statement: Json) -> str:
    """Speaker, mode and beginning of a statement."""
    return f"({statement['speaker']}, {statement['mode']}) {brief(statement['text'])}"


def heard(statement: Json, said: Sequence[Json]) -> str:
    """What the parser made of a gold statement: the parsed ones that share the most words with it."""
    words = set(flat(statement["text"]).split())
    near = max(said, key=lambda other: len(words & set(flat(other["text"]).split())), default=None)
    return spoken(near) if near else "nothing"


def brief(text: str) -> str:
    """The first words of a text."""
    return repr(" ".join(flat(text).split()[:12]))
