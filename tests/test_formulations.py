"""The sample's planted formulations are found with their exact dates, pauses and wordings."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import duckdb
import pytest

from briefings import query, variants
from briefings.alignment import Change
from briefings.chain import function_words
from briefings.release import ROOT
from briefings.search import words

FACTS = tomllib.loads((ROOT / "data" / "sample" / "facts.toml").read_text(encoding="utf-8"))
PLANTED = {plant["id"]: plant for plant in FACTS["formulation"]}
SPOKEN = {"whose": "spokesperson", "grain": "month"}


def core(plant: dict[str, Any]) -> str:
    """The planted words as a phrase: as they are compared, function words at the edges left out."""
    run = words(plant["phrase"]).split()
    while run[0] in function_words():
        run = run[1:]
    return " ".join(run)


def rows(cursor: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[dict[str, Any]]:
    """The rows of a query over everything the spokespersons say."""
    frame = query.load(f"phrases/{name}").run(cursor, {**SPOKEN, **values})
    return [{str(key): cell for key, cell in row.items()} for row in frame.to_dict("records")]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_formulation_is_used_on_its_pages(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    plant = PLANTED[name]
    [found] = rows(cursor, "summary", phrase=core(plant))
    assert found["briefings"] == len(plant["pages"])
    assert found["first_day"].date().isoformat() == plant["first"][0]
    assert found["last_day"].date().isoformat() == plant["last"][-1]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_formulation_is_listed(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    found = rows(cursor, "list", looking=f" {core(PLANTED[name])} ")
    assert core(PLANTED[name]) in [row["phrase"] for row in found]


def test_the_pause_is_the_one_dormant_silence(cursor: duckdb.DuckDBPyConnection) -> None:
    plant = PLANTED["pauses-and-returns"]
    silences = rows(cursor, "silences", phrase=core(plant))
    dormant = [(row["from_day"].date(), row["to_day"].date()) for row in silences if row["dormant"]]
    assert dormant == [(date.fromisoformat(plant["last"][0]), date.fromisoformat(plant["first"][1]))]
    [found] = rows(cursor, "summary", phrase=core(plant))
    assert found["status"] == "revived"


def test_a_formulation_that_ends_is_dormant(cursor: duckdb.DuckDBPyConnection) -> None:
    [found] = rows(cursor, "summary", phrase=core(PLANTED["lives-and-ends"]))
    assert found["status"] == "dormant"


def test_the_return_is_told_on_its_day(cursor: duckdb.DuckDBPyConnection) -> None:
    plant = PLANTED["pauses-and-returns"]
    back = query.load("home/came_back").run(cursor, {**SPOKEN, "until_day": date.fromisoformat(plant["first"][1])})
    assert core(plant) in list(back["phrase"])


def test_the_third_briefing_makes_a_formulation_recurring(cursor: duckdb.DuckDBPyConnection) -> None:
    plant = PLANTED["refrain-maps"]
    third = date.fromisoformat("-".join((plant["pages"][2][3:7], plant["pages"][2][7:9], plant["pages"][2][9:])))
    told = query.load("home/became_recurring").run(cursor, {**SPOKEN, "until_day": third})
    assert core(plant) in list(told["phrase"])


def test_the_change_of_wording_is_found_within_one_briefing(cursor: duckdb.DuckDBPyConnection) -> None:
    old, new = PLANTED["old-wording"], PLANTED["new-wording"]
    family = variants.family(cursor, core(old), SPOKEN)
    assert family.name == core(new)
    by_words = {variant.words: variant for variant in family.variants}
    before, after = by_words[core(old)], by_words[core(new)]
    assert (before.first_day, before.last_day) == (
        date.fromisoformat(old["first"][0]),
        date.fromisoformat(old["last"][0]),
    )
    assert (after.first_day, after.last_day) == (
        date.fromisoformat(new["first"][0]),
        date.fromisoformat(new["last"][0]),
    )
    assert [change for change in before.changes if change.kind != "kept"] == [
        Change("replaced", ("principles",), ("lines",))
    ]


@pytest.mark.parametrize(("whose", "column"), [("spokesperson", "spoken_status"), (None, "status")])
def test_the_stored_status_is_that_of_the_life(
    cursor: duckdb.DuckDBPyConnection, whose: str | None, column: str
) -> None:
    stored = cursor.execute(f"select tokens, {column} from phrase where {column} <> 'rare' order by phrase").fetchall()
    some = stored[:: max(1, len(stored) // 120)]
    found = [(tokens, rows(cursor, "summary", phrase=tokens, whose=whose)[0]["status"]) for tokens, _ in some]
    assert {status for _, status in found} == {"new", "revived", "dormant", "active"}
    assert found == some


def test_words_that_never_recur_have_no_life(cursor: duckdb.DuckDBPyConnection) -> None:
    assert rows(cursor, "summary", phrase="purple giraffes dancing") == []
    assert variants.family(cursor, "purple giraffes dancing", SPOKEN).variants == ()


SCOPES: dict[str, dict[str, object]] = {
    "empty": {"since": date(1990, 1, 1), "until_day": date(1990, 12, 31)},
    "one briefing": {"since": date(2024, 12, 20), "ministries": ["va-mfa"]},
    "nobody's words": {"spokespersons": ["Nobody At All"]},
}


@pytest.mark.parametrize("name", SCOPES)
@pytest.mark.parametrize("asked", ["list", "compare", "summary", "silences", "life", "who", "topics"])
def test_a_small_slice_gives_no_error(cursor: duckdb.DuckDBPyConnection, asked: str, name: str) -> None:
    other = {f"{key}_b": value for key, value in SCOPES[name].items()}
    found = rows(cursor, asked, phrase="harrow accord", page_size=50, skipped=0, **SCOPES[name], **other)
    assert name == "one briefing" or found == []


def test_a_slice_compared_with_itself_has_no_keyness(cursor: duckdb.DuckDBPyConnection) -> None:
    found = rows(cursor, "compare", page_size=50, skipped=0, whose_b="spokesperson")
    assert len(found) == 50
    assert {(row["keyness"], row["g2"], row["log_ratio"]) for row in found} == {(0.0, 0.0, 0.0)}


def test_no_phrase_stands_beside_the_longer_one_that_explains_it(cursor: duckdb.DuckDBPyConnection) -> None:
    found = rows(cursor, "list", least_words=3, since=date(2023, 1, 1))
    uses = {row["phrase"]: row["uses"] for row in found}
    explained = [
        (phrase, longer)
        for phrase in uses
        for longer in uses
        if phrase != longer and f" {phrase} " in f" {longer} " and uses[longer] >= 0.8 * uses[phrase]
    ]
    assert len(uses) > 50 and explained == []


TALLIED: dict[str, dict[str, object]] = {
    "everything": {},
    "everyone's words": {"whose": None},
    "a ministry": {"ministries": ["va-mfa"]},
    "a source": {"sources": ["ministry-qa"]},
    "a spokesperson": {"spokespersons": ["Ilen Marsk"]},
    "a year": {"since": date(2022, 1, 1), "until_day": date(2022, 12, 31)},
    "the last year": {"since": date(2024, 1, 1)},
    "a topic": {"about": ["technology"]},
    "a topic in everyone's words": {"about": ["technology"], "whose": None},
}


@pytest.mark.parametrize("name", TALLIED)
def test_a_tally_gives_what_counting_gives(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    page = {"ranking": "uses", "page_size": 200, "skipped": 0, **TALLIED[name]}
    tallied = query.load("phrases/list").run(cursor, {**SPOKEN, **page})
    counted = query.load("phrases/list").run(
        cursor, {**SPOKEN, **page, "echoes": False}
    )  # null and false are one slice
    assert len(tallied) > 50
    assert tallied.to_csv() == counted.to_csv()
