"""The database: atomic, repeatable, and the same whatever the order of the pages."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from briefings import lexicon, store
from briefings.release import ROOT

PAGES = sorted(
    path
    for folder in ("mfa-cn-en", "wire-report", "white-house")
    for path in (ROOT / "tests" / "corpus" / folder).iterdir()
    if path.suffix != ".json"
)
LEXICON = lexicon.load(ROOT / "data" / "lexicon")


def load(database: Path, *paths: Path, **options: object) -> store.Report:
    """Loads files with one process and the quick stance model."""
    wanted: dict[str, object] = {"stance_model": "fast", **options}
    return store.load(store.Wanted(database, tuple(paths), LEXICON, **wanted))  # type: ignore[arg-type]


def ask(database: Path, sql: str) -> list[tuple[object, ...]]:
    """The rows of a query on a database."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of every synthetic page of the corpus."""
    database = tmp_path_factory.mktemp("whole") / "b.duckdb"
    load(database, *PAGES)
    return database


def row_hash(database: Path) -> str:
    """The hash of every row."""
    return str(ask(database, "select row_hash from release")[0][0])


def test_loading_the_same_pages_twice_changes_nothing(tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    first = load(database, *PAGES)
    inode = database.stat().st_ino
    second = load(database, *PAGES)
    assert first.loaded > 5
    assert (second.loaded, second.replaced, second.unchanged) == (0, 0, len(PAGES))
    assert second.row_hash == first.row_hash and database.stat().st_ino == inode


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_and_any_steps_give_the_same_rows(tmp_path: Path, whole: Path, seed: int) -> None:
    database, shuffled = tmp_path / "b.duckdb", list(PAGES)
    random.Random(seed).shuffle(shuffled)
    while shuffled:
        step = random.Random(seed).randint(1, 4)
        load(database, *shuffled[:step])
        del shuffled[:step]
    assert row_hash(database) == row_hash(whole)


def test_several_processes_give_the_same_rows(tmp_path: Path, whole: Path) -> None:
    command = [sys.executable, "-m", "briefings", "load", *map(str, PAGES), "--db", str(tmp_path / "b.duckdb")]
    subprocess.run([*command, "--jobs", "3", "--stance-model", "fast"], cwd=ROOT, check=True, capture_output=True)
    assert row_hash(tmp_path / "b.duckdb") == row_hash(whole)


def test_a_page_with_new_content_replaces_the_old_one(tmp_path: Path, whole: Path) -> None:
    page = tmp_path / PAGES[0].name
    page.write_bytes(PAGES[1].read_bytes())
    load(tmp_path / "b.duckdb", page, *PAGES[1:])
    page.write_bytes(PAGES[0].read_bytes())
    report = load(tmp_path / "b.duckdb", page)
    assert report.replaced == 1
    assert row_hash(tmp_path / "b.duckdb") == row_hash(whole)


ONE_TOPIC = """
[[topic]]
id = "talk"
title = "Talk"
threshold = 1.0

[[topic.terms]]
any = ["question", "reporter", "today"]
weight = 3.0
examples = ["The question was put.", "A reporter asked."]
counterexample = "Nothing was said."
"""


def test_another_lexicon_annotates_the_old_pages_again(tmp_path: Path, whole: Path) -> None:
    few = tmp_path / "lexicon" / "topics.toml"
    few.parent.mkdir()
    few.write_text(ONE_TOPIC, encoding="utf-8")
    database, fresh = tmp_path / "b.duckdb", tmp_path / "fresh.duckdb"
    shutil.copy(whole, database)
    wanted = {"files": (PAGES[0],), "lexicon": lexicon.load(few.parent)}
    store.load(store.Wanted(database, **wanted))  # type: ignore[arg-type]
    store.load(store.Wanted(fresh, **{**wanted, "files": tuple(PAGES)}))  # type: ignore[arg-type]
    assert row_hash(database) == row_hash(fresh) != row_hash(whole)


def test_a_bad_page_is_named_and_the_others_load(tmp_path: Path) -> None:
    bad = tmp_path / "picture.html"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    good = [page for page in PAGES if page.parent.name == "white-house"]
    report = load(tmp_path / "b.duckdb", bad, *good)
    assert report.loaded == len(good) > 1 and dict(report.quarantined) == {"binary": 1}
    [(name, reason, message)] = ask(tmp_path / "b.duckdb", "select name, reason, message from quarantine")
    assert (name, reason) == ("picture.html", "binary") and "HTML or plain text" in str(message)


QUESTIONS = {
    "harbour": "Will the ferry to Cape Noll sail again before the autumn storms close the harbour?",
    "orchard": "What became of the talks on the cider duty that growers in the Ambry valley asked for?",
    "archive": "When will the border archive be opened to the families of the missing surveyors?",
}
ANSWERS = {
    "harbour": "The ferry will sail on Thursday. Engineers from both shores checked the hull and the two boilers "
    "last night, found them sound, and the pilots have been told which channel to take past the wreck.",
    "orchard": "We listened to the growers with patience. The duty will fall by a third when the new weighing rules "
    "take hold, and the two customs houses will share one ledger, so that no barrel is counted twice on its way.",
    "archive": "The archive opens in stages. Families who wrote to the registrar before June will be received first, "
    "each with an interpreter, and the maps drawn by the surveyors will be shown beside their letters.",
}


def transcript(day: str, topics: list[str], changed: str = "") -> str:
    """A synthetic page of the Chinese ministry's frame: invented words of an invented spokesperson."""
    turns = "".join(f"<p><b>Q: {QUESTIONS[topic]}</b></p><p>A: {ANSWERS[topic]}{changed}</p>" for topic in topics)
    title = f"Foreign Ministry Spokesperson Ona Pell's Regular Press Conference on {day}"
    frame = "Copyright, Ministry of Foreign Affairs, the People's Republic of China"
    return f"<html><head><title>{title}</title></head><body><h2>{title}</h2>{turns}<div>{frame}</div></body></html>"


def standings(database: Path) -> dict[str, str]:
    """What each page counts as."""
    return dict(ask(database, "select name, standing::varchar from briefing"))  # type: ignore[arg-type]


def test_copies_and_revisions_of_one_occasion_are_told_from_other_briefings_of_the_day(tmp_path: Path) -> None:
    pages = {
        "t1.html": transcript("May 6, 2019", ["harbour", "orchard", "archive"]),
        "t2.html": transcript("May 6, 2019", ["harbour", "orchard", "archive"]) + "<!-- a copy -->",
        "t3.html": transcript("May 6, 2019", ["harbour", "orchard", "archive"], " So it stands."),
        "t4.html": transcript("May 6, 2019", ["archive"]),
        "t5.html": transcript("June 6, 2019", ["harbour", "orchard", "archive"]),
    }
    for name, page in pages.items():
        (tmp_path / name).write_text(page, encoding="utf-8")
    load(tmp_path / "b.duckdb", *(tmp_path / name for name in pages))
    assert standings(tmp_path / "b.duckdb") == {
        "t1.html": "revision",
        "t2.html": "duplicate",
        "t3.html": "counted",
        "t4.html": "counted",
        "t5.html": "counted",
    }
    current = "select r.name, c.name from briefing as r join briefing as c on r.current = c.briefing order by r.name"
    assert ask(tmp_path / "b.duckdb", current) == [("t1.html", "t3.html"), ("t2.html", "t3.html")]


def test_every_statement_stands_where_its_offsets_say(whole: Path) -> None:
    rows = ask(
        whole, "select b.text, s.span_start, s.span_end, s.text from statement s join briefing b using (briefing)"
    )
    assert len(rows) > 100
    assert [text for page, start, end, text in rows if str(page)[start:end] != text] == []  # type: ignore[misc]


def test_every_topic_hit_lies_in_its_statement(whole: Path) -> None:
    astray = """select count(*), count(*) filter (h.span_start < s.span_start or h.span_end > s.span_end)
        from topic_hit as h join statement as s using (statement)"""
    [(hits, wrong)] = ask(whole, astray)
    assert hits > 20 and wrong == 0  # type: ignore[operator]


def test_a_second_load_at_the_same_time_is_refused(tmp_path: Path) -> None:
    with store.alone(tmp_path / "b.duckdb"), pytest.raises(store.StoreError, match="another load"):
        load(tmp_path / "b.duckdb", *PAGES[:1])


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    database.write_text("not a database", encoding="utf-8")
    with pytest.raises(store.StoreError, match="--rebuild"):
        load(database, *PAGES[:1])
    assert database.read_text(encoding="utf-8") == "not a database"


@pytest.fixture
def loading(tmp_path: Path, whole: Path) -> Iterator[tuple[Path, list[str]]]:
    """A database of three pages, and the command that loads all the others into it."""
    database = tmp_path / "b.duckdb"
    load(database, *PAGES[:3])
    command = [sys.executable, "-m", "briefings", "load", *map(str, PAGES), "--db", str(database), "--jobs", "1"]
    command += ["--stance-model", "fast"]
    yield database, command


def test_a_load_killed_at_any_moment_leaves_the_old_database_or_the_new_one(
    loading: tuple[Path, list[str]], whole: Path
) -> None:
    database, command = loading
    before = database.read_bytes()
    hashes = {row_hash(database), row_hash(whole)}
    start = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    takes = time.monotonic() - start
    chance, seen = random.Random(20), set()
    for _ in range(20):
        database.write_bytes(before)
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 1.05) * takes)
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen.add(row_hash(database))
        assert seen <= hashes
    assert row_hash(database) in hashes
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=dict(os.environ))
    assert row_hash(database) == row_hash(whole)
    assert not [left for left in database.parent.iterdir() if left.name.startswith(".")]
