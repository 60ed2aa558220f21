"""The page that adds briefings: off by one setting, a path only for who sits at the computer, one load at a time."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from briefings import added, job
from briefings.app import adding, loads
from briefings.release import ROOT
from tests.handed import BAD, FIRST, SECOND
from tests.test_pages import words

HANDED = [("one.html", FIRST, "text/html"), ("two.html", SECOND, "text/html"), ("<bad>.txt", BAD, "text/plain")]


@pytest.fixture
def database(sample_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample's database, shown by the dashboard."""
    path = tmp_path / "b.duckdb"
    shutil.copyfile(sample_database, path)
    monkeypatch.setenv("BRIEFINGS_DB", str(path))
    return path


def opened() -> AppTest:
    """The page."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page("pages/add.py")
    return app.run()


def drawn(app: AppTest) -> str:
    """The HTML of the page."""
    return "".join(str(html.proto.body) for html in app.get("html"))


def test_a_setting_takes_it_away(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_READONLY", "1")
    app = opened()
    assert "cannot be added on this server" in words(app) and not app.file_uploader
    assert 'add" target' not in drawn(app)


@pytest.mark.parametrize(
    ("headers", "ip", "here"),
    [
        ({"Host": "localhost:8501"}, None, True),
        ({"Host": "127.0.0.1:8501"}, "127.0.0.1", True),
        ({"Host": "[::1]:8501"}, "::1", True),
        ({"Host": "briefings.example"}, None, False),
        ({"Host": "localhost:8501"}, "203.0.113.9", False),
        ({"Host": "localhost:8501", "X-Forwarded-For": "203.0.113.9"}, None, False),
        ({"Host": "localhost", "Forwarded": "for=203.0.113.9"}, "127.0.0.1", False),
        ({"Host": "localhost.evil.example"}, None, False),
        ({}, None, False),
    ],
)
def test_a_path_may_be_named_only_at_the_computer_itself(headers: dict[str, str], ip: str | None, here: bool) -> None:
    assert adding.local(headers, ip) is here


def test_what_is_handed_over_is_looked_at_and_nothing_is_loaded(database: Path) -> None:
    before = database.read_bytes()
    app = opened()
    app.file_uploader[0].set_value(HANDED).run()
    assert not app.exception
    html = drawn(app)
    assert "1 page refused" in html and "2 briefings read" in html and "&lt;bad&gt;.txt" in html
    assert [button.label for button in app.button if "files" in button.label] == [
        "Start your own database with 3 files"
    ]
    assert database.read_bytes() == before
    assert not [path for path in added.folder(database).iterdir() if path.name != added.WAITING]


def test_files_of_which_none_is_good_cannot_be_loaded(database: Path) -> None:
    app = opened()
    app.file_uploader[0].set_value(HANDED[2:]).run()
    [button] = [button for button in app.button if "1 file" in button.label]
    assert button.disabled and any("Nothing here can be loaded" in each.value for each in app.warning)


def test_more_files_than_are_taken_are_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(added, "MOST_FILES", 1)
    app = opened()
    app.file_uploader[0].set_value(HANDED).run()
    assert any("3 files are more than are taken" in each.value for each in app.warning)
    assert "1 briefing read" in drawn(app) and "page refused" not in drawn(app)


def test_own_pages_take_the_place_of_the_sample_and_more_are_added_to_them(database: Path) -> None:
    app = opened()
    app.file_uploader[0].set_value([HANDED[0], HANDED[2]]).run()
    pressed(app, "Start your own database")
    assert "1 loaded, 1 refused" in app.success[0].value
    assert "Quarantined, and why" in drawn(app) and "June 3, 2025" in drawn(app)
    assert "Synthetic sample" not in drawn(app)
    app.file_uploader[0].set_value([HANDED[1]]).run()
    pressed(app, "Load 1 file")
    home = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert [metric.value for metric in home.metric][:1] == ["2"]
    assert len([path for path in added.folder(database).iterdir() if path.is_file()]) == 3


def pressed(app: AppTest, label: str) -> None:
    """Presses a button and waits until the load has ended."""
    next(button for button in app.button if button.label.startswith(label)).click().run()
    begun = loads.here()
    assert begun is not None
    for _ in range(600):
        if not job.state(begun).running:
            break
        time.sleep(0.1)
    app.run()
    assert not app.exception


def test_while_a_load_is_at_work_no_other_is_begun(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened()
    app.file_uploader[0].set_value(HANDED[:1]).run()
    monkeypatch.setattr(loads, "at_work", lambda: True)
    monkeypatch.setattr(loads, "bar", lambda: None)
    app.run()
    [button] = [button for button in app.button if "1 file" in button.label]
    assert button.disabled
    assert loads.begin([], {}, "") is False


@pytest.mark.parametrize(
    ("done", "of", "seconds", "said"),
    [
        (0, 9, 1.0, "Starting\u2026 9 files"),
        (100, 400, 10.0, "100 of 400 pages \u00b7 10 a second \u00b7 about 30 s left"),
        (100, 20_000, 1.0, "100 of 20,000 pages \u00b7 100 a second \u00b7 about 3 min left"),
        (9, 9, 1.0, "9 pages read. Counting phrases and checking the new database\u2026"),
    ],
)
def test_progress_is_told_with_its_rate_and_the_time_left(done: int, of: int, seconds: float, said: str) -> None:
    assert loads.told(job.State(True, done, of, seconds)) == said


def test_stances_are_told_after_the_pages() -> None:
    now = job.State(True, 9, 9, 1.0, judged=1_200, pairs=4_000)
    assert loads.told(now) == "9 pages read. Judging stances: 1,200 of 4,000"
