"""Labelled exchanges are read from files, and announcements from the pages that they name. All texts are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.evaluate import labelled
from tests.conftest import ROOT

LINE = {
    "id": "a",
    "question": "Is it late?",
    "answer": "Yes.",
    "labels": ["rail"],
    "optional": ["sea"],
    "date": "2024-05-01",
}


def written(folder: Path, *lines: object) -> Path:
    """A file of JSON lines."""
    path = folder / "gold.jsonl"
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines))
    return path


def test_a_line_is_an_exchange(tmp_path: Path) -> None:
    (row,) = labelled.labelled(written(tmp_path, LINE, ""))
    assert (row.id, row.question, row.answer, row.day) == ("a", "Is it late?", "Yes.", "2024-05-01")
    assert (row.labels, row.optional) == ({"rail"}, {"sea"})


def test_a_line_without_question_is_an_announcement(tmp_path: Path) -> None:
    (row,) = labelled.labelled(written(tmp_path, LINE | {"question": None}))
    assert row.question == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nonsense", "gold.jsonl:2: no labelled exchange (Expecting value"),
        ("[1]", "gold.jsonl:2: no labelled exchange (no JSON object)"),
        ({"id": "b", "answer": "No."}, "gold.jsonl:2: no labelled exchange ('labels')"),
        (LINE | {"labels": "rail"}, "gold.jsonl:2: no labelled exchange ('rail' is no list of topics)"),
        ({"id": "b", "page": "a.html", "md5": "0", "labels": []}, "gold.jsonl:2: names a page instead of its words"),
    ],
)
def test_a_line_that_is_none_is_told_with_its_number(tmp_path: Path, line: object, said: str) -> None:
    with pytest.raises(ValueError) as told:
        labelled.labelled(written(tmp_path, LINE, line))
    assert said in str(told.value)


@pytest.mark.parametrize("page", ["gone.html", "data.html"])
def test_a_page_without_the_announcement_is_told(tmp_path: Path, page: str) -> None:
    (tmp_path / "data.html").write_text("<p>Nothing of use</p>")
    with pytest.raises(ValueError, match=f"{page} holds no such announcement"):
        labelled.labelled(written(tmp_path, {"id": "b", "page": page, "md5": "0", "labels": []}), tmp_path)


def test_an_announcement_is_found_on_its_page_by_its_digest(tmp_path: Path) -> None:
    page = next(path for path in sorted((ROOT / "data" / "sample" / "pages").iterdir()) if labelled.announcements(path))
    said = labelled.announcements(page)[0]
    digest = labelled.hashlib.md5(said.encode()).hexdigest()
    line = {"id": "b", "page": page.name, "exchange": 0, "md5": digest, "labels": ["rail"]}
    (row,) = labelled.labelled(written(tmp_path, line), page.parent)
    assert (row.question, row.answer) == ("", said)


def test_the_shipped_announcements_hold_no_text() -> None:
    lines = (ROOT / "data" / "quality" / "announcements.jsonl").read_text().splitlines()
    assert {tuple(json.loads(line)) for line in lines} == {
        ("id", "page", "exchange", "md5", "date", "labels", "optional")
    }
