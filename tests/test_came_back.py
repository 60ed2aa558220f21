"""Formulations that come back: planted in a small corpus, told on Home and in the list. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from briefings import query
from tests.tabled import days, loaded
from tests.test_pages import opened

DAYS = days(60)
PLEDGE, TABLES, LEDGER = "a lantern pledge to the islands", "the tide tables of the harbour", "a ledger of lost gulls"
BEFORE = range(0, 16, 2)
"""Briefings that use the pledge before its silence."""
SPOKEN = {"whose": "spokesperson", "grain": "month"}
CORE = "lantern pledge to the islands"


def answer(number: int) -> str:
    """What is said in a briefing: the tables always, the pledge at the beginning and the end, the ledger at first."""
    held = {TABLES: True, PLEDGE: number in BEFORE or number == len(DAYS) - 1, LEDGER: number in BEFORE}
    return " ".join(f"Clerk{number} filed{number} {words}." for words, used in held.items() if used)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the databases lie."""
    return tmp_path_factory.mktemp("came-back")


@pytest.fixture(scope="module")
def database(folder: Path) -> Path:
    """Every briefing, the one with the return last."""
    return loaded(folder, [answer(number) for number in range(len(DAYS))])


@pytest.fixture
def back(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to it."""
    with duckdb.connect(str(database), read_only=True) as connection:
        yield connection


def test_home_tells_what_came_back_since_when_and_after_how_many_briefings(back: duckdb.DuckDBPyConnection) -> None:
    [row] = query.load("home/came_back").run(back, SPOKEN).to_dict("records")
    assert row["phrase"] == CORE
    assert row["last_used"].date() == DAYS[BEFORE[-1]] and row["day"].date() == DAYS[-1]
    assert row["silence"] == len(DAYS) - 1 - BEFORE[-1] - 1
    # Solow (1993): eight sightings from the first briefing on, four silences tried.
    assert row["p"] == pytest.approx(4 * (14 / 59) ** 7)
    assert PLEDGE in row["text"]


def test_the_list_shows_it_as_revived_and_no_other(back: duckdb.DuckDBPyConnection) -> None:
    rows = query.load("phrases/list").run(back, {**SPOKEN, "least_words": 3, "ranking": "uses"})
    assert dict(zip(rows["phrase"], rows["status"], strict=True)) == {
        "tide tables of the harbour": "active",
        CORE: "revived",
        "ledger of lost gulls": "dormant",
    }
    [told] = query.load("phrases/list").run(back, {**SPOKEN, "status": "revived"})["phrase"]
    assert told == CORE
    assert query.load("phrases/summary").run(back, {**SPOKEN, "phrase": CORE})["status"].tolist() == ["revived"]


def test_the_page_home_shows_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_DB", str(database))
    app = opened("dashboard.py", {})
    assert not app.exception
    html = " ".join(str(each.proto.body) for each in app.get("html"))
    assert "a <mark>lantern pledge to the islands</mark>" in html
    assert "last used 19 Jan 2024, silent for 44 briefings" in html
    assert [each.value for each in app.caption if "seemed given up" in each.value] == [
        f"Used again on {DAYS[-1].day} {DAYS[-1]:%b %Y} after a silence so long that they seemed given up."
    ]


def test_the_phrases_page_shows_its_return(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_DB", str(database))
    app = opened("pages/phrases.py", {"part": "one", "phrase": PLEDGE})
    assert not app.exception
    html = " ".join(str(each.proto.body) for each in app.get("html"))
    assert "Revived: used again after a silence" in html


def test_nothing_came_back_before_its_return(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = loaded(folder, [answer(number) for number in range(len(DAYS) - 1)])
    with duckdb.connect(str(earlier), read_only=True) as connection:
        assert query.load("home/came_back").run(connection, SPOKEN).empty
        assert query.load("phrases/summary").run(connection, {**SPOKEN, "phrase": CORE})["status"][0] == "dormant"
    monkeypatch.setenv("BRIEFINGS_DB", str(earlier))
    assert "No formulation that seemed given up was used again" in " ".join(
        each.value for each in opened("dashboard.py", {}).caption
    )
