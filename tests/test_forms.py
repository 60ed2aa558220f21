"""Which phrases stand in a list for which: fragments, parts and other forms, and how a phrase is printed."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from briefings import query
from briefings.stems import stem
from tests.tiny import built

SPOKEN = {"whose": "spokesperson", "least_words": 3, "page_size": 50, "skipped": 0, "names": False}

# Number in the list, content words, uses; and the number of the one that stands for it.
LISTED: dict[str, list[tuple[int, str, int, int | None]]] = {
    "number and tense": [(1, "exchanges cooperation", 90, None), (2, "exchange cooperation", 80, 1)],
    "order": [(1, "prosperity stability", 90, None), (2, "stability prosperity", 10, 1)],
    "a longer form": [(1, "shared future", 90, None), (2, "shared future harbours", 30, 1)],
    "one with as many words of its own": [(1, "shared future", 90, None), (2, "two shared future harbours", 30, None)],
    "a shorter form that the longer explains": [(1, "old lantern road", 50, None), (2, "lantern road", 100, 1)],
    "a shorter form that it does not": [(1, "old lantern road", 49, None), (2, "lantern road", 100, None)],
    "a form of a form": [
        (1, "lantern road", 90, None),
        (2, "old lantern road", 50, 1),
        (3, "build old lantern road", 40, 1),
    ],
    "one shared word": [(1, "lantern road", 90, None), (2, "lantern tax", 80, None)],
}


@pytest.fixture(scope="module")
def macros() -> duckdb.DuckDBPyConnection:
    """An empty database with the macros."""
    return built([])


@pytest.mark.parametrize("name", LISTED)
def test_other_forms_are_those_of_the_one_above(macros: duckdb.DuckDBPyConnection, name: str) -> None:
    known: dict[str, int] = {}
    cores = {
        number: sorted({known.setdefault(stem(word), len(known)) for word in words.split()})
        for number, words, _, _ in LISTED[name]
    }
    rows = ", ".join(f"({number}, {cores[number]}, {uses}, {number})" for number, _, uses, _ in LISTED[name])
    found = macros.execute(
        f"with listed(phrase, core, uses, number) as (values {rows}) from phrases_akin('listed') order by phrase"
    ).fetchall()
    assert found == [(number, head) for number, _, _, head in LISTED[name] if head]


@pytest.mark.parametrize(
    ("runs_on", "ends", "uses", "expected"),
    [
        (0, 3, 40, False),
        (0, 2, 40, False),
        (0, 1, 40, True),
        (0, 0, 7, False),
        (0, 0, 8, True),
        (0, 1, 8, False),
        (30, 10, 40, True),
        (29, 10, 40, False),
    ],
)
def test_a_fragment_runs_on_or_ends_hardly_a_sentence(
    macros: duckdb.DuckDBPyConnection, runs_on: int, ends: int, uses: int, expected: bool
) -> None:
    assert macros.execute("select fragment(?, ?, ?)", [runs_on, ends, uses]).fetchall() == [(expected,)]


def listed(cursor: duckdb.DuckDBPyConnection, **values: Any) -> list[dict[str, Any]]:
    """The rows of the list."""
    frame = query.load("phrases/list").run(cursor, {**SPOKEN, **values})
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


@pytest.mark.parametrize("ranking", ["keyness", "uses", "briefings", "newest"])
def test_no_row_is_a_fragment_or_a_form_of_one_above(cursor: duckdb.DuckDBPyConnection, ranking: str) -> None:
    rows = listed(cursor, ranking=ranking)
    facts = "select tokens, core, runs_on, ends, uses from phrase"
    known = {tokens: rest for tokens, *rest in cursor.execute(facts).fetchall()}
    cores = [set(known[row["phrase"]][0]) for row in rows]
    assert len(rows) == 50
    assert all(
        4 * runs_on < 3 * uses and (uses < 8 or 20 * ends >= uses)
        for _, runs_on, ends, uses in map(known.get, uses_of(rows))
    )
    same = [
        (rows[above]["phrase"], rows[below]["phrase"])
        for below in range(len(rows))
        for above in range(below)
        if cores[above] <= cores[below] and 2 * len(cores[above]) > len(cores[below])
    ]
    assert same == []


def uses_of(rows: list[dict[str, Any]]) -> list[str]:
    """The phrases of some rows."""
    return [row["phrase"] for row in rows]


def test_what_is_left_out_is_unfolded_and_found(cursor: duckdb.DuckDBPyConnection) -> None:
    every = {row["phrase"] for row in listed(cursor, unfolded=True, page_size=20_000, names=True)}
    spoken = "select tokens from phrase join (select distinct phrase from phrase_use join exchange using (exchange) "
    spoken += "where role = 'spokesperson' and standing = 'counted') using (phrase) where length >= 3"
    assert every == {tokens for (tokens,) in cursor.execute(spoken).fetchall()}
    few = {row["phrase"] for row in listed(cursor, page_size=20_000, names=True)}
    assert few < every
    for phrase in sorted(every - few)[::60]:
        found = listed(cursor, looking=f" {phrase} ", least_words=2, names=True, unfolded=True, page_size=1000)
        assert phrase in uses_of(found)


def test_the_forms_counted_beside_a_row_are_not_rows(cursor: duckdb.DuckDBPyConnection) -> None:
    rows = listed(cursor, ranking="uses", page_size=200)
    [first, *_] = [row for row in rows if row["others"] > 1]
    forms = query.load("phrases/forms").run(cursor, {"phrase": first["phrase"], "whose": "spokesperson"})
    assert len(forms) >= first["others"] - 1
    assert set(forms["phrase"]).isdisjoint(uses_of(rows))


def test_a_phrase_is_printed_with_the_small_words_before_it(cursor: duckdb.DuckDBPyConnection) -> None:
    printed = {row["phrase"]: row["wording"] for row in listed(cursor, ranking="uses", page_size=400)}
    assert printed["long road of patient diplomacy"] == "the long road of patient diplomacy"
    assert printed["open door and a level table"] == "an open door and a level table"
    assert printed["sea divides maps not neighbours"] == "The sea divides maps, not neighbours"
    assert not any(wording.lower().startswith(("and ", "of ", "is ", "has ")) for wording in printed.values())


def test_every_form_of_a_formulation_is_offered(cursor: duckdb.DuckDBPyConnection) -> None:
    rows = query.load("phrases/forms").run(cursor, {"phrase": "harrow accord", "whose": "spokesperson"})
    assert len(rows) > 1 and (rows["uses"].diff().dropna() <= 0).all()
    assert rows["phrase"].str.contains("harrow accord").all()
