"""What training learns from and how it is measured, without PyTorch. All sentences are made up."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pytest

from briefings import targets
from briefings.cli import Failure, main
from briefings.cli import train as command
from briefings.marking import Pair
from briefings.release import data_folder
from briefings.train import labels, practice, quality, unlabelled

SHIPPED = targets.load(data_folder() / "lexicon" / "targets.toml")
HEAD = "government,target,sentence,doc,label,evidence,confidence"
ROWS = (
    'Canada,japan,"We thank Japan, and thank it warmly.",p1,supportive,thank Japan; warmly,3',
    "Canada,russia,We condemn Russia.,p1,opposed,condemn,1",
    "Canada,lake-ennor,We saw Lake Ennor.,p2,neutral,,2",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "labels.csv"
    path.write_text("\n".join((HEAD, *ROWS)), "utf-8")
    return path


def test_labels_keep_evidence_documents_and_doubt(file: Path) -> None:
    thanked, condemned, seen = labels.read([file], SHIPPED)
    sentence = thanked.pair.sentence
    assert [sentence[start:end] for start, end in thanked.evidence] == ["thank Japan", "warmly"]
    assert [labels.LABELS[row.label] for row in (thanked, condemned, seen)] == ["supportive", "opposed", "neutral"]
    assert condemned.weight < thanked.weight and condemned.doc == thanked.doc != seen.doc
    assert seen.pair.target.id == "lake-ennor" and seen.evidence == ()


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [("target,", "topic,", "lacks the column `target`"), (",opposed,", ",against,", "labels.csv:3: label `against`")],
)
def test_a_wrong_file_is_refused(file: Path, old: str, new: str, complaint: str) -> None:
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ValueError, match=complaint):
        labels.read([file], SHIPPED)


def test_folds_keep_documents_together_and_repeat(file: Path) -> None:
    rows = labels.read([file], SHIPPED)
    dealt = labels.folds(rows, 2, 7)
    assert dealt[0] == dealt[1] != dealt[2] and dealt == labels.folds(rows, 2, 7)


@pytest.mark.parametrize(
    ("sizes", "count", "share"), [([10, 10], 8, 5), ([1, 10, 10], 11, 6), ([1, 2], 9, 2), ([], 5, 0)]
)
def test_piles_are_taken_from_evenly(sizes: list[int], count: int, share: int) -> None:
    assert unlabelled.most(sizes, count) == share


def test_unlabelled_pairs_name_others_and_leave_documents_out(sample_database: Path) -> None:
    found = unlabelled.read([sample_database], SHIPPED, 200, 0)
    assert 0 < len(found) <= 200 and all(pair.target.title != pair.government for pair in found)
    assert found == unlabelled.read([sample_database], SHIPPED, 200, 0)


def test_quality_counts_errors_by_document_and_target(file: Path) -> None:
    rows = labels.read([file], SHIPPED)
    found = quality.quality(np.array([2, 2, 1]), np.array([0.8, 0.9, 0.92], np.float32), rows)
    assert found["given by true"] == [[0, 0, 1], [0, 1, 0], [0, 0, 1]]
    assert found["sign flips"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["errors"] == [[0, "japan", 2, 2], [0, "russia", 0, 2], [1, "lake-ennor", 1, 1]]
    assert found["calibration"] == [(1, 0.8, 1.0), (2, 0.91, 0.5)]


FRAMES = """
[country]
opposed_supportive = ["{We} *condemn{s}* {A} and *~stand{s}~* by {B}."]
[issue]
neutral = ["{We} {have} nothing new on {A}."]
"""


def test_practice_fills_frames_and_keeps_the_words_that_carry_each_stance(tmp_path: Path) -> None:
    frames = tmp_path / "frames.toml"
    frames.write_text(FRAMES, "utf-8")
    rows = practice.read(frames, SHIPPED, 8, 0)
    assert rows == practice.read(frames, SHIPPED, 8, 0) and len(rows) == 24
    against, by = rows[0], rows[1]
    assert against.pair.sentence == by.pair.sentence and against.pair.target != by.pair.target
    assert [labels.LABELS[row.label] for row in (against, by, rows[-1])] == ["opposed", "supportive", "neutral"]
    carried = [[row.pair.sentence[start:end].rstrip("s") for start, end in row.evidence] for row in (against, by)]
    assert carried == [["condemn", "stand"], ["stand"]] and rows[-1].evidence == ()
    assert {row.pair.target.kind for row in rows} == {"country", "issue"}


def test_the_shipped_practice_carries_every_stance_in_its_words_and_marks_its_targets() -> None:
    rows = practice.read(data_folder() / "training" / "stance.toml", SHIPPED, 1, 0)
    assert all(bool(row.evidence) == (row.label != labels.LABELS.index("neutral")) for row in rows)
    unnamed = [row.pair.sentence for row in rows if not named(row.pair)]
    assert not unnamed and not [row.pair.sentence for row in rows if {"{", "*", "~"} & set(row.pair.sentence)]


def named(pair: Pair) -> bool:
    """Whether a sentence names its target."""
    return pair.target.id in {mention.target for mention in targets.mentions(pair.sentence, SHIPPED)}


def test_a_model_too_sure_of_itself_is_cooled(file: Path) -> None:
    rows = labels.read([file], SHIPPED)
    sure = np.full((3, 3), 0.001, np.float32)
    sure[:, 2] = 0.998
    assert quality.temperature(sure, rows) > 2


def test_training_on_no_file_is_told() -> None:
    assert main(["train", "stance", "none.csv"]) == 2


def test_training_without_its_packages_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError("no torch", name="torch")

    monkeypatch.setattr(command, "import_module", missing)
    chosen = argparse.Namespace(labels=[file], unlabelled=[], out=None, pairs=1, seed=0, trained=command.stances)
    with pytest.raises(Failure, match="requirements-train.txt"):
        command.run(chosen)
