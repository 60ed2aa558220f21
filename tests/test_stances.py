"""The stances of a database: which pairs there are, and that parts give what the whole gives. All words invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from briefings import lexicon, release, stances, store
from briefings.release import ROOT
from briefings.stance import Judge
from tests.test_store import transcript

LEXICON = lexicon.load(ROOT / "data" / "lexicon")
SAID = {
    "one.html": "We firmly oppose what the US did to the ferry. China thanks Pakistan. Russia sent a boat.",
    "two.html": "We appreciate the help of Japan. We firmly oppose what the US did to the ferry.",
    "three.html": "The US will send a delegation to Geneva on Monday.",
}
DAYS = {"one.html": "May 6, 2019", "two.html": "June 6, 2019", "three.html": "July 8, 2019"}


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Three briefings that speak of targets."""
    for name, words in SAID.items():
        (tmp_path / name).write_text(transcript(DAYS[name], ["orchard"], f" {words}"), "utf-8")
    return [tmp_path / name for name in SAID]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many pairs a model is asked for, each time."""
    numbers: list[int] = []
    judged = Judge.judged

    def counting(judge: Judge, pairs: list[object]) -> object:
        numbers.append(len(pairs))
        return judged(judge, pairs)  # type: ignore[arg-type]

    monkeypatch.setattr(Judge, "judged", counting)
    yield numbers


def load(database: Path, *paths: Path, model: str | None = "fast") -> store.Report:
    """Loads pages with one process."""
    return store.load(store.Wanted(database, tuple(paths), LEXICON, stance_model=model))  # type: ignore[arg-type]


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    """The rows of a query on a database."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_each_target_that_a_spokesperson_names_has_a_stance_and_the_own_country_none(
    tmp_path: Path, pages: list[Path]
) -> None:
    load(tmp_path / "b.duckdb", *pages)
    found = rows(tmp_path / "b.duckdb", "select target, stance, statement from stances order by day, position, target")
    assert [target for target, _, _ in found] == [
        *("united-states", "pakistan", "russia", "japan", "united-states", "united-states")
    ]
    assert found[0][1] == found[4][1] == "opposed" and found[5][1] == "neutral"


def test_the_words_of_a_label_lie_in_its_statement_and_neutral_has_none(sample_database: Path) -> None:
    astray = """select count(*) filter (len(cues) = 0 and label <> 'neutral' or len(cues) > 0 and label = 'neutral'),
            count(*) filter (list_bool_or([x."first" < s.span_start or x."last" > s.span_end for x in cues || names])),
            count(*) filter (len(names) = 0 or s.role <> 'spokesperson'), count(*)
        from stance join statement as s using (statement)"""
    assert rows(sample_database, astray)[0][:3] == (0, 0, 0)
    assert int(str(rows(sample_database, astray)[0][3])) > 1500


def test_loading_in_parts_gives_the_rows_of_one_load_and_asks_for_each_pair_once(
    tmp_path: Path, pages: list[Path], asked: list[int]
) -> None:
    whole = load(tmp_path / "whole.duckdb", *pages)
    assert sum(asked) == 5  # one wording stands in two briefings
    asked.clear()
    for number in range(len(pages)):
        parts = load(tmp_path / "parts.duckdb", *pages[: number + 1])
    assert (parts.row_hash, parts.stances) == (whole.row_hash, 6)
    assert asked == [3, 1, 1]


def test_another_model_judges_again_and_none_leaves_none(tmp_path: Path, pages: list[Path], asked: list[int]) -> None:
    database = tmp_path / "b.duckdb"
    load(database, *pages)
    asked.clear()
    assert load(database, *pages).stances == 6 and asked == []
    assert load(database, *pages, model="encoder").stance_model == "encoder" and asked == [5]
    none = load(database, *pages, model=None)
    assert (none.stances, none.stance_model) == (0, None)
    assert rows(database, "select stance_model, stance_digest, targets_digest from release") == [(None, None, None)]


def test_without_models_there_are_no_stances(
    tmp_path: Path, pages: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    stances.made.cache_clear()
    monkeypatch.setattr(stances, "data_folder", lambda: tmp_path)
    assert (load(tmp_path / "b.duckdb", *pages).stances, stances.made("fast")) == (0, stances.Made())
    stances.made.cache_clear()


def test_other_targets_are_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stances.made("fast")
    for folder in ("models/stance", "lexicon"):
        (tmp_path / folder).mkdir(parents=True)
        for file in (release.data_folder() / folder).glob("*.*"):
            (tmp_path / folder / file.name).symlink_to(file)
    (tmp_path / "lexicon" / "targets.toml").unlink()
    (tmp_path / "lexicon" / "targets.toml").write_text("# none", "utf-8")
    stances.made.cache_clear()
    monkeypatch.setattr(stances, "data_folder", lambda: tmp_path)
    after = stances.made("fast")
    stances.made.cache_clear()
    assert after.stance_digest == before.stance_digest and after.targets_digest != before.targets_digest


def test_progress_is_told_to_the_end(tmp_path: Path, pages: list[Path]) -> None:
    told: list[tuple[int, int]] = []
    wanted = store.Wanted(tmp_path / "b.duckdb", tuple(pages), LEXICON, stance_model="fast")
    store.load(wanted, judging=lambda done, of: told.append((done, of)))
    assert told == [(0, 5), (5, 5)]


def test_the_planted_turn_is_found_in_its_month(sample_database: Path) -> None:
    turned = """select date_trunc('month', day)::date::varchar as month from stances
        where target = 'european-union' and ministry = 'Foreign Ministry of Valdoria' and standing = 'counted'
        group by month having count(*) filter (stance = 'opposed') > count(*) filter (stance = 'supportive')
        order by month limit 1"""
    assert rows(sample_database, turned) == [("2023-10-01",)]
