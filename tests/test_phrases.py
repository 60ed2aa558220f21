"""Recurring phrases: exactly those that brute force finds, with every use."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings import inputs, lexicon, phrases, store
from briefings.chain import breaks, linked
from briefings.frames import own
from briefings.release import ROOT
from briefings.repeats import Corpus, repeats
from tests import enumeration
from tests.enumeration import Run, Said, Use

REAL_PAGES = 300


@pytest.fixture(scope="module")
def real_database(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of real pages, made by the real loader."""
    database = tmp_path_factory.mktemp("real") / "real.duckdb"
    files = tuple(inputs.expand([shared / "corpora" / "mfa-cn-en"]))[:REAL_PAGES]
    store.load(store.Wanted(database, files, lexicon.load(ROOT / "data" / "lexicon")))
    return database


def statements(connection: duckdb.DuckDBPyConnection) -> dict[int, Said]:
    """The statements that can hold phrases, read anew from their text."""
    rows = connection.execute(
        "select statement, text, mode, briefing, standing = 'counted' from statement "
        "where standing in ('counted', 'echo')"
    )
    return {
        key: Said(enumeration.stretches(text, around(text, mode)), *facts)
        for key, text, mode, *facts in rows.fetchall()
    }


def around(text: str, mode: str) -> list[bool]:
    """For every word of a statement whether it belongs to the report around what is said."""
    return [not held for held in own(text, mode)] if mode in ("reported", "direct_quote") else []


def stored(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[Run, Use]]:
    """Every stored use with its words."""
    rows = connection.execute(f"select tokens, statement, start from {table} join phrase using (phrase)").fetchall()
    return [(tuple(words.split()), (statement, start)) for words, statement, start in rows]


def check(database: Path) -> None:
    """Fails unless the stored phrases are exactly those that brute force finds."""
    with duckdb.connect(str(database), read_only=True) as connection:
        said = statements(connection)
        counted = {one.briefing for one in said.values() if one.counted}
        expected = enumeration.recurring(said, phrases.least(len(counted)))
        uses = stored(connection, "phrase_use")
        assert Counter(uses) == Counter(stored(connection, "posting"))
        found = enumeration.within(uses)
        assert found.keys() == expected.keys()
        assert [run for run in expected if found[run] != set(expected[run])] == []
        kept = Counter(run for run, _ in uses)
        assert {run: len(expected[run]) for run in kept} == kept
        sums = connection.execute("select tokens, length, uses, briefings, spoken_uses, asked from phrase").fetchall()
        made = connection.execute("select statement, role, text, mode from statement").fetchall()
        roles = {key: (role, around(text, mode)) for key, role, text, mode in made}
        for tokens, *numbers in sums:
            run = tuple(tokens.split())
            counting = [use for use in expected[run] if said[use[0]].counted]
            voices = Counter("narrator" if any(roles[key][1][at : at + 1]) else roles[key][0] for key, at in counting)
            held = len({said[key].briefing for key, _ in counting})
            assert numbers == [len(run), len(counting), held, voices["spokesperson"], voices["reporter"]]


def test_phrases_of_the_sample_are_those_of_brute_force(sample_database: Path) -> None:
    check(sample_database)


def test_phrases_of_real_pages_are_those_of_brute_force(real_database: Path) -> None:
    check(real_database)


WORDS = st.sampled_from(["peace", "trade", "two", "of", "the", "'s", "harbour"])
STATEMENTS = st.lists(
    st.tuples(st.lists(st.lists(WORDS, max_size=6), min_size=1, max_size=2), st.integers(0, 4)), max_size=14
)


@settings(max_examples=300, deadline=None)
@given(STATEMENTS, st.sets(st.integers(0, 4)), st.integers(1, 50), st.integers(1, 3))
def test_phrases_of_any_corpus_are_those_of_brute_force(
    drawn: list[tuple[list[list[str]], int]], echoes: set[int], part: int, least: int
) -> None:
    drawn.sort(key=lambda one: one[1])
    said = {
        key: Said([tuple(run) for run in runs], briefing, briefing not in echoes)
        for key, (runs, briefing) in enumerate(drawn)
    }
    texts = [' " '.join(" ".join(run).replace(" 's", "'s") for run in one.stretches) for one in said.values()]
    tokens = [" ".join(word for run in one.stretches for word in run) for one in said.values()]
    batch = pa.record_batch({"tokens": pa.array(tokens, pa.string()), "text": pa.array(texts, pa.string())})
    batch = batch.append_column("mode", pa.nulls(len(tokens), pa.string()))
    chain = linked([batch])
    briefing = np.array([one.briefing for one in said.values()], np.int64)
    counted = np.array([one.counted for one in said.values()], bool)
    found: list[tuple[Run, Use]] = []
    for level in repeats(Corpus(chain, briefing, counted, least), part):
        for place in level.first:
            row, start = chain.statement[place], chain.token[place]
            length = chain.token[place + level.content - 1] - start + 1
            found.append((tuple(tokens[row].split()[start : start + length]), (int(row), int(start))))
    expected = enumeration.recurring(said, least)
    got = enumeration.within(found)
    assert {run: set(uses) for run, uses in expected.items()} == got


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The so-called "peace fleet" sailed.', [2, 4]),
        ("The \u2018peace fleet\u2019 of the workers\u2019 union sailed.", [1, 3, 6]),
        ("The workers\u2019 rights and the harbour's gates", []),
        ("\u201cPeace,\u201d he said, \u201cis near.\u201d", [0, 1, 3, 5]),
        ("No mark here.", []),
    ],
)
def test_quotation_marks_break_between_words(text: str, expected: list[int]) -> None:
    assert breaks(text) == expected


@pytest.mark.parametrize(("briefings", "expected"), [(0, 3), (30_000, 3), (30_001, 4), (100_000, 10)])
def test_the_threshold_grows_with_the_corpus(briefings: int, expected: int) -> None:
    assert phrases.least(briefings) == expected
