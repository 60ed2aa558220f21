"""Search against a reference that looks through every statement word by word: the same hits in the same order."""

from __future__ import annotations

import random
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

import duckdb
import pytest

from briefings import query
from briefings.search import spans
from briefings.sought import sought
from briefings.text import tokens

QUERIES = 1000
SORTS = ("date", "left", "right", "speaker")


@dataclass(frozen=True)
class Stated:
    """A statement as the reference reads it."""

    key: int
    day: date | None
    speaker: str | None
    role: str
    text: str
    said: tuple[tuple[str, int, int], ...]
    words: tuple[str, ...]
    held: frozenset[str]


@dataclass(frozen=True)
class Asked:
    """A query: as a reader types it, and as the reference understands it."""

    typed: str
    parts: tuple[tuple[str, tuple[tuple[str, ...], ...], int], ...]
    """Kind (`+`, `-` or `near`), its one or two runs (a star behind a beginning), and the distance."""


def statements(cursor: duckdb.DuckDBPyConnection) -> list[Stated]:
    """Every statement that counts."""
    rows = cursor.execute(
        "select s.statement, s.day, p.name, s.role, s.text from statement as s left join speaker as p using (speaker) "
        "where s.standing = 'counted' order by s.statement"
    ).fetchall()
    told = ((row, tuple(tokens(row[-1]))) for row in rows)
    split = ((row, found, tuple(word for word, _, _ in found)) for row, found in told)
    return [Stated(*row, found, words, frozenset(words)) for row, found, words in split]


def asked(chance: random.Random, said: list[Stated]) -> Asked:
    """A query from the words of a sentence, some of them changed, so that most find something."""
    words = list(chance.choice(said).words)
    typed, parts = [], []
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
        kind = chance.choice("+++++n-") if parts else chance.choice("++++n")
        if kind == "n":
            one, other, far = some(chance, words), some(chance, words), chance.randint(0, 9)
            typed.append(f"{written(chance, one)} NEAR/{far} {written(chance, other)}")
            parts.append(("near", (one, other), far))
        else:
            found = some(chance, words if kind == "+" else list(chance.choice(said).words))
            typed.append(("-" if kind == "-" else "") + written(chance, found))
            parts.append((kind, (found,), 0))
    return Asked(" ".join(typed), tuple(parts))


def some(chance: random.Random, words: list[str]) -> tuple[str, ...]:
    """A word, a phrase, or one with a beginning."""
    first = chance.randrange(len(words))
    run = words[first : first + chance.choice((1, 1, 1, 2, 2, 3, 4, 6))]
    if chance.random() < 0.05:
        chance.shuffle(run)
    for place, word in enumerate(run):
        if len(word) > 3 and chance.random() < 0.2:
            run[place] = word[: chance.randint(2, len(word))] + "*"
    return tuple(run)


def written(chance: random.Random, run: tuple[str, ...]) -> str:
    """A run as a reader may type it: in any case, the United States by their initials."""
    words = [chance.choice(("US", "U.S.", "u.s.", "USA")) if word == "US" else cased(chance, word) for word in run]
    return words[0] if len(words) == 1 and chance.random() < 0.7 else f'"{" ".join(words)}"'


def cased(chance: random.Random, word: str) -> str:
    """A word in some case; in capitals `us` would be another word."""
    if "US" in word or word.startswith("us") or re.search(r"\W", word.rstrip("*")):
        return word
    return chance.choice((word, word, word.upper(), word.title()))


def fits(run: tuple[str, ...], words: tuple[str, ...], first: int) -> bool:
    """Whether a run stands at a place."""
    if first + len(run) > len(words):
        return False
    for wanted, word in zip(run, words[first:], strict=False):
        if not (word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted):
            return False
    return True


def stands(run: tuple[str, ...], stated: Stated) -> list[tuple[int, int]]:
    """Every place of a run."""
    if not run[0].endswith("*") and run[0] not in stated.held:
        return []
    firsts = range(len(stated.words))
    return [(first, first + len(run)) for first in firsts if fits(run, stated.words, first)]


def found(one: Asked, stated: Stated) -> list[tuple[int, int]]:
    """The hits in a statement, by their words; none where it does not hold the query."""
    hits: set[tuple[int, int]] = set()
    for kind, runs, far in one.parts:
        places = [stands(run, stated) for run in runs]
        if kind == "-":
            if places[0]:
                return []
            continue
        if kind == "near":
            pairs = [
                (a, b)
                for a in places[0]
                for b in places[1]
                if (a[1] <= b[0] <= a[1] + far) or (b[1] <= a[0] <= b[1] + far)
            ]
            places = [[place for pair in pairs for place in pair]]
        if not places[0]:
            return []
        hits.update(places[0])
    return sorted(hits, key=lambda hit: (hit[0], -hit[1]))


def key(sort: str, stated: Stated, hit: tuple[int, int]) -> tuple[object, ...]:
    """What a line is sorted by, in turn; nothing comes last."""
    words = [word.lower() for word in stated.words]
    context = {"left": words[: hit[0]][::-1], "right": words[hit[1] :], "speaker": stated.speaker}.get(sort)
    day = (stated.day is None, -stated.day.toordinal() if stated.day else 0)
    return (not context, context or ""), day, stated.key


def reference(one: Asked, said: list[Stated], sort: str) -> list[int]:
    """The statements that hold a query, in order."""
    exact = {word for kind, runs, _ in one.parts if kind != "-" for run in runs for word in run if word[-1] != "*"}
    lines = [(each, hits[0]) for each in said if exact <= each.held and (hits := found(one, each))]
    lines.sort(key=lambda line: key(sort, *line))
    return [stated.key for stated, _ in lines]


@pytest.fixture
def said(cursor: duckdb.DuckDBPyConnection) -> list[Stated]:
    """Every statement of the sample that counts."""
    return statements(cursor)


def looked_up(cursor: duckdb.DuckDBPyConnection, typed: str, sort: str) -> list[int]:
    """The statements that Search finds, in order."""
    own = cursor.cursor()
    own.execute("use briefings")
    values = {"whose": "spokesperson", "sort": sort, "sought": sought([typed])}
    return [int(key) for key in query.load("search/lines").run(own, values)["statement"]]


def test_a_thousand_queries_find_what_the_reference_finds(
    cursor: duckdb.DuckDBPyConnection, said: list[Stated]
) -> None:
    chance, finding = random.Random(11), 0
    spoken = [stated for stated in said if stated.role == "spokesperson"]
    cases = [(asked(chance, said), SORTS[number % len(SORTS)]) for number in range(QUERIES)]
    with ThreadPoolExecutor(2) as pool:  # most of the time goes into planning, which takes one core
        answers = pool.map(lambda case: looked_up(cursor, case[0].typed, case[1]), cases)
        for (one, sort), answer in zip(cases, answers, strict=True):
            expected = reference(one, spoken, sort)
            assert answer == expected, (one.typed, sort)
            finding += bool(expected)
    assert finding > QUERIES / 2


def test_the_marks_are_the_words_that_were_found(said: list[Stated]) -> None:
    chance, marks = random.Random(12), 0
    for _ in range(QUERIES):
        one = asked(chance, said)
        for stated in said[:: len(said) // 40]:
            if expected := found(one, stated):
                own = [(stated.said[a][1], stated.said[b - 1][2]) for a, b in expected]
                assert spans(stated.text, one.typed) == sorted(own), (one.typed, stated.text)
                marks += len(own)
    assert marks > QUERIES


def test_marks_are_offsets_into_the_briefing(cursor: duckdb.DuckDBPyConnection) -> None:
    """Every operator, on real lines: what is marked in the page is one of the words typed."""
    for typed in ("trade NEAR/9 agree*", 'agree* "the trade*"', "the govern* -trade"):
        lines = query.load("search/lines").run(cursor, {"whose": None, "sought": sought([typed]), "page_size": 40})
        assert len(lines) > 4
        for row in lines.to_dict("records"):
            [(start, whole)] = cursor.execute(
                "select span_start, b.text from statement join briefing as b using (briefing) where statement = ?",
                [row["statement"]],
            ).fetchall()
            for first, last in spans(row["text"], typed):
                marked = whole[start + first : start + last].lower()
                assert re.fullmatch(r"trade|agree.*|the|govern.*|the trade.*", marked), marked


def test_the_filter_words_said_finds_what_search_finds(cursor: duckdb.DuckDBPyConnection, said: list[Stated]) -> None:
    chance, finding = random.Random(13), 0
    for whose in ("spokesperson", None):
        for _ in range(20):
            links = sought([asked(chance, said).typed])
            lines = query.load("search/lines").run(cursor, {"whose": whose, "sought": links})
            kept = cursor.execute(
                "select exchange from scope(null, null, null, null, null, null, $links, $whose, null)",
                {"links": links, "whose": whose},
            ).fetchall()
            assert {exchange for (exchange,) in kept} == set(lines["exchange"])
            finding += len(kept)
    assert finding > 100


def test_phrases_are_found_where_they_are_counted(cursor: duckdb.DuckDBPyConnection) -> None:
    phrases = cursor.execute("select phrase, tokens, briefings from phrase order by phrase").fetchall()
    for phrase, words, briefings in random.Random(14).sample(phrases, 40):
        lines = query.load("search/lines").run(cursor, {"whose": None, "sought": sought([f'"{words}"'])})
        counted = cursor.execute(
            "select distinct statement from posting join statement using (statement) "
            "where phrase = ? and standing = 'counted'",
            [phrase],
        ).fetchall()
        assert (set(lines["statement"]), lines["briefing"].nunique()) == ({key for (key,) in counted}, briefings), words
