"""How new briefings are, against slow counts of the same. Every sentence here is invented."""

from __future__ import annotations

import random
from collections import Counter

import duckdb
import numpy as np

from briefings import novelty, query
from briefings.text import words


def runs(tokens: str) -> list[str]:
    """The runs of three words of a statement."""
    words = tokens.split()
    return [" ".join(words[place : place + 3]) for place in range(len(words) - 2)]


def test_a_shingle_is_fresh_only_in_the_first_text_that_has_it() -> None:
    chance = random.Random(5)
    texts = [[chance.randrange(40) for _ in range(chance.randrange(12))] for _ in range(60)]
    seen: set[int] = set()
    expected = []
    for text in texts:
        expected.append(len(set(text) - seen))
        seen |= set(text)
    hashes = np.array([each for text in texts for each in text], np.uint64)
    sizes = np.array([len(text) for text in texts])
    assert novelty.fresh(hashes, sizes).tolist() == expected


def test_every_briefing_of_the_sample_is_as_new_as_a_slow_count_says(cursor: duckdb.DuckDBPyConnection) -> None:
    rows = cursor.execute(
        "select briefing, tokens, role from statement where standing = 'counted' and words >= 3 order by statement"
    ).fetchall()
    seen: set[str] = set()
    total: Counter[int] = Counter()
    new: Counter[int] = Counter()
    for briefing, tokens, role in rows:
        if role == "spokesperson":
            total[briefing] += len(runs(tokens))
            new[briefing] += len(set(runs(tokens)) - seen)
        seen |= set(runs(tokens))
    counted = "join briefing as b using (briefing) where b.standing = 'counted'"
    found = cursor.execute(f"select briefing, runs, new_runs from novelty {counted}").fetchall()
    assert {briefing: (all_, fresh) for briefing, all_, fresh in found} == {
        briefing: (count, new[briefing]) for briefing, count in total.items()
    }


def test_sentences_said_before_are_counted_by_how_alike_they_are(cursor: duckdb.DuckDBPyConnection) -> None:
    said = cursor.execute(
        "select s.briefing, s.statement, b.likeness from statement as s left join said_before as b using (statement) "
        "where s.role = 'spokesperson' and s.words >= 3 and s.standing in ('counted', 'echo')"
    ).fetchall()
    identical = Counter(briefing for briefing, _, likeness in said if likeness == 1)
    nearly = Counter(briefing for briefing, _, likeness in said if likeness is not None and likeness < 1)
    held = Counter(briefing for briefing, *_ in said)
    found = cursor.execute("select briefing, statements, identical, nearly from novelty").fetchall()
    assert found
    assert sorted(found) == sorted((each, held[each], identical[each], nearly[each]) for each in held)


def test_a_briefing_is_ranked_among_those_of_its_source_before_it(cursor: duckdb.DuckDBPyConnection) -> None:
    measured = cursor.execute(
        "select briefing, source, b.standing = 'counted', n.statements, n.new_runs / n.runs from novelty as n "
        "join briefing as b using (briefing) where runs > 0 order by briefing"
    ).fetchall()
    for this in measured[:: len(measured) // 12]:
        before = [row for row in measured if row[0] < this[0] and row[1] == this[1] and row[2] and row[3] >= 10][-200:]
        row = query.load("reader/novelty").run(cursor, {"briefing_key": this[0]}).to_dict("records")[0]
        assert (row["peers"], row["less_new"]) == (len(before), sum(each[4] < this[4] for each in before))


def test_a_briefing_shows_its_longest_phrases_where_they_stand(cursor: duckdb.DuckDBPyConnection) -> None:
    briefing = cursor.execute(
        "select briefing from phrase_use where length >= 4 order by briefing desc limit 1"
    ).fetchone()
    assert briefing is not None
    rows = query.load("reader/phrases").run(cursor, {"briefing_key": briefing[0]})
    texts = dict(cursor.execute("select position, text from statement where briefing = ?", [briefing[0]]).fetchall())
    marked = [
        (found["phrase"], texts[row.position][found["span"]["first"] : found["span"]["last"]])
        for row in rows.itertuples()
        for found in row.phrases
    ]
    assert marked
    assert all(" ".join(words(text)).casefold() == phrase.casefold() for phrase, text in marked)
    assert all(len(phrase.split()) >= 3 for phrase, _ in marked)
