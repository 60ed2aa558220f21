"""Measured quality as shown: ours beside the others', the sets described, the lexicons compared.

Every number and name is invented.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from briefings import lexicon
from briefings.app import topic_quality
from briefings.release import ROOT


def score(topic: str, positives: int, f1: float) -> dict[str, Any]:
    """A row of scores."""
    return {"topic": topic, "positives": positives, "precision": 0.8, "recall": 0.9, "f1": f1, "low": 0.5, "high": 1.0}


FIGURES: dict[str, Any] = {
    "sets": [
        {
            "id": "dev",
            "name": "Exchanges labelled to measure",
            "labelled": "twice, by two annotators",
            "note": "Nobody peeked.",
            "measured": "2030-02-03",
            "exchanges": 160,
            "first": "2028-01-02",
            "last": "2029-08-30",
            "lexicon": "abcdefabcdef",
            "scores": [
                score("trade", 5, 0.7),
                score("visas", 9, 0.6),
                score("micro", 14, 0.85),
                score("macro", 14, 0.6),
            ],
        }
    ],
    "others": [
        {"name": "Substrings", "set": "dev", "precision": 0.1, "recall": 0.2, "f1": 0.13},
        {"name": "Regression", "set": "unseen", "precision": None, "recall": None, "f1": 0.61},
    ],
}


def test_our_scores_stand_beside_those_of_others_on_the_same_set() -> None:
    rows = list(topic_quality.methods(FIGURES))
    assert [(row["set"], row["name"], row["f1"]) for row in rows] == [
        ("Exchanges labelled to measure", "This lexicon", 0.85),
        ("Exchanges labelled to measure", "Substrings", 0.13),
        (topic_quality.UNSEEN, "Regression", 0.61),
    ]
    assert rows[2]["precision"] is None


def test_topics_come_after_the_averages_those_labelled_most_first() -> None:
    rows = topic_quality.by_topic(FIGURES["sets"][0]["scores"], {"trade": "Trade"})
    assert [row["title"] for row in rows] == [
        "All decisions together",
        "Mean over topics with 5 or more",
        "visas",
        "Trade",
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "160 exchanges from 2 Jan 2028 to 30 Aug 2029, labelled twice, by two annotators."),
        ({"first": None}, "160 exchanges, labelled twice"),
        ({}, "Measured on 3 Feb 2030 with lexicon abcdefabcdef. Nobody peeked."),
    ],
)
def test_a_set_says_who_labelled_it_and_when_it_was_measured(changes: dict[str, Any], told: str) -> None:
    assert told in topic_quality.described({**FIGURES["sets"][0], **changes})


def test_versions_name_the_lexicon_of_these_numbers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFINGS_LEXICON", str(tmp_path))
    (tmp_path / "topics.toml").write_text("nonsense")
    shipped = lexicon.load(ROOT / "data" / "lexicon")
    rows = list(topic_quality.versions(shipped.digest, FIGURES))
    assert [row["same"] for row in rows] == ["yes", "yes", "no", "no"]
    assert rows[1]["topics"] == str(len(shipped.entries))
    assert "cannot be used" in str(rows[2]["digest"])


@pytest.mark.parametrize("figures", [FIGURES, None])
def test_the_page_shows_what_was_measured_and_says_where_nothing_was(
    sample_database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, figures: dict[str, Any] | None
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("*.duckdb*", "models", "quality"))
    (tmp_path / "data" / "quality").mkdir()
    if figures:
        (tmp_path / "data" / "quality" / "topics.json").write_text(json.dumps(figures))
    monkeypatch.setenv("BRIEFINGS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("BRIEFINGS_DB", str(sample_database))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page("pages/sources.py")
    app.query_params["part"] = "labelled"
    app.run()
    assert not app.exception
    sets = [each.label for each in app.expander if each.label.endswith("topic by topic")]
    assert sets == (["Exchanges labelled to measure: topic by topic"] if figures else [])
    assert (topic_quality.UNKNOWN in [info.value for info in app.info]) == (figures is None)
