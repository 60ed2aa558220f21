"""A load in a process of its own: begun, watched, refused, stopped. Every name and sentence is invented."""

from __future__ import annotations

import json
import time
from pathlib import Path

import duckdb
import pytest

from briefings import cli, job, store
from briefings.job import Job, State
from tests.handed import BAD, FIRST, SECOND


@pytest.fixture
def pages(tmp_path: Path) -> dict[Path, str]:
    """Three pages, one of them none."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, content in {"one.html": FIRST, "two.html": SECOND, "bad.txt": BAD}.items():
        (folder / name).write_bytes(content)
    return {folder / name: name.upper() for name in ("one.html", "two.html", "bad.txt")}


def ended(begun: Job) -> State:
    """How a load ended."""
    for _ in range(600):
        if not (now := job.state(begun)).running:
            return now
        time.sleep(0.1)
    job.stop(begun)
    pytest.fail("the load does not end")


def test_a_load_ends_with_its_report_and_names_its_files(pages: dict[Path, str], tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    begun = job.begin(database, list(pages), pages)
    now = ended(begun)
    assert now.failure == "" and now.report is not None
    assert (now.report["loaded"], now.report["quarantined"]) == (2, {"no_source": 1})
    assert (now.done, now.of) == (3, 3)
    with duckdb.connect(str(database), read_only=True) as connection:
        paths = {path for (path,) in connection.execute("select path from page").fetchall()}
    assert paths == set(begun.names) and set(begun.names.values()) == set(pages.values())


def test_a_rebuild_leaves_nothing_of_what_was_there(pages: dict[Path, str], tmp_path: Path) -> None:
    database, (first, second, _) = tmp_path / "b.duckdb", pages
    ended(job.begin(database, [first], {first: "1"}))
    now = ended(job.begin(database, [second], {second: "2"}, rebuild=True))
    assert now.report and now.report["held"]["briefings"] == 1


def test_a_load_beside_another_is_refused_with_the_reason(pages: dict[Path, str], tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    with store.alone(database):
        now = ended(job.begin(database, list(pages), pages))
    assert now.report is None and "another load is at work" in now.failure
    assert not database.exists()


def test_a_stopped_load_leaves_the_database_as_it_was(pages: dict[Path, str], tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    begun = job.begin(database, list(pages), pages)
    job.stop(begun)
    assert ended(begun).failure == "The load was stopped." and not database.exists()
    assert ended(job.begin(database, list(pages), pages)).report


def test_progress_is_told_a_line_of_json_at_a_time(
    pages: dict[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["load", *map(str, pages), "--db", str(tmp_path / "b.duckdb"), "--jobs", "1", "--progress", "json"]
    assert cli.main(words) == 0
    *progress, report = map(json.loads, capsys.readouterr().out.splitlines())
    assert {"done": 3, "of": 3} in progress and set(progress[-1]) in ({"judged", "pairs"}, {"done", "of"})
    assert report["report"]["loaded"] == 2
