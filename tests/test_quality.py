"""Scores are kept set by set, with who labelled each."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings import quality

SETS = """
[[set]]
id = "first"
name = "The first"
labelled = "by two readers"

[[set]]
id = "second"
name = "The second"
labelled = "by one reader"

[[other]]
name = "Another method"
set = "first"
f1 = 0.5
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sets.toml").write_text(SETS)
    return tmp_path


def test_nothing_is_kept_at_first(folder: Path) -> None:
    assert quality.kept(folder) == {"sets": [], "others": []}


def test_a_set_is_kept_with_its_description_and_in_its_place(folder: Path) -> None:
    quality.keep("second", {"exchanges": 3}, folder)
    quality.keep("first", {"exchanges": 2}, folder)
    quality.keep("second", {"exchanges": 4}, folder)
    kept = quality.kept(folder)
    assert [(each["id"], each["labelled"], each["exchanges"]) for each in kept["sets"]] == [
        ("first", "by two readers", 2),
        ("second", "by one reader", 4),
    ]
    assert kept["others"] == [{"name": "Another method", "set": "first", "precision": None, "recall": None, "f1": 0.5}]


def test_a_set_that_nobody_described_is_not_kept(folder: Path) -> None:
    with pytest.raises(quality.Undescribed, match="does not say who labelled `third`"):
        quality.keep("third", {}, folder)
    assert not (folder / "topics.json").exists()


def test_the_shipped_scores_are_of_described_sets_and_name_the_tracker_beside() -> None:
    kept = quality.kept()
    assert [each["id"] for each in kept["sets"]] == ["dev", "announcements"]
    for each in kept["sets"]:
        assert {"name", "labelled", "measured", "exchanges", "lexicon", "scores"} <= set(each)
        assert [score["topic"] for score in each["scores"]][-2:] == ["micro", "macro"]
    assert (0.32, 0.93, 0.48) in {(each["precision"], each["recall"], each["f1"]) for each in kept["others"]}
