"""Statements said before are found, word for word or nearly, and no others. Every sentence here is invented."""

from __future__ import annotations

import random

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from briefings import repetition
from briefings.release import ROOT
from tests.test_formulations import FACTS

LONG = (
    "the harbour council will open the northern gate to every ship that flies the flag of the old league "
    "before the snow"
)


def jaccard(one: str, other: str) -> float:
    """The reference: the Jaccard likeness of the sets of word 3-shingles."""
    first, second = ({tuple(words[n : n + 3]) for n in range(len(words) - 2)} for words in (one.split(), other.split()))
    return len(first & second) / len(first | second)


def alike(texts: list[str]) -> dict[tuple[int, int], float]:
    """The pairs found, with their likeness."""
    one, other, likeness = repetition.alike([repetition.shingles(pa.array(texts))])
    return {(int(a), int(b)): float(c) for a, b, c in zip(one, other, likeness, strict=True)}


@pytest.mark.parametrize(("edits", "found"), [(0, True), (1, True), (4, False)])
def test_a_sentence_nearly_said_before_is_found(edits: int, found: bool) -> None:
    words = LONG.split()
    for number in range(edits):
        words[5 * number] = f"other{number}"
    later = " ".join(words)
    assert (jaccard(LONG, later) >= repetition.LIKE) == found
    assert alike([LONG, "a wholly different sentence about the price of bread", later]) == (
        {(0, 2): pytest.approx(jaccard(LONG, later))} if found else {}
    )


def test_near_repeats_are_those_of_brute_force() -> None:
    chance = random.Random(3)
    texts = []
    for _ in range(200):
        base = [
            chance.choice(["north", "south", "ship", "flag", "gate", "snow", "old", "new", "open", "shut"])
            for _ in range(40)
        ]
        for _ in range(3):
            copy = list(base)
            copy[chance.randrange(40)] = "changed"
            texts.append(" ".join(copy))
    expected = {
        (one, other): jaccard(texts[one], texts[other])
        for one in range(len(texts))
        for other in range(one + 1, len(texts))
        if jaccard(texts[one], texts[other]) >= repetition.LIKE
    }
    found = alike(texts)
    assert {pair: pytest.approx(expected[pair]) for pair in found} == found
    assert len(found) >= 0.98 * len(expected) > 20


def test_repeated_words_count_once() -> None:
    text = "row row row row row the boat the boat the boat home again"
    assert alike([text, text + " row"])[0, 1] == pytest.approx(jaccard(text, text + " row"))


def test_bands_hold_every_hash() -> None:
    digest = repetition.digests(np.arange(9, dtype=np.uint64), np.array([4, 5]))
    assert digest.shape == (2, repetition.HASHES) and repetition.HASHES % repetition.BANDS == 0


@pytest.mark.parametrize(("key", "before"), [("never_said", False), ("said_before", True)])
def test_the_latest_briefing_repeats_what_it_repeats(cursor: duckdb.DuckDBPyConnection, key: str, before: bool) -> None:
    for text in FACTS["latest"][key]:
        found = cursor.execute(
            "select s.statement in (select statement from said_before) from statement as s where text = ? and day = ?",
            [text, FACTS["latest"]["day"]],
        ).fetchall()
        assert found == [(before,)]


def test_what_was_said_before_was_said_on_an_earlier_day(cursor: duckdb.DuckDBPyConnection) -> None:
    wrong = """
        select count(*) from said_before as b join statement as s using (statement)
        join statement as e on e.statement = b.earlier
        where not (e.day < s.day) or e.standing <> 'counted'
            or (b.likeness = 1 and s.tokens <> e.tokens and s.words > 9)
    """
    assert cursor.execute(wrong).fetchall() == [(0,)]
    assert ROOT.is_dir()
