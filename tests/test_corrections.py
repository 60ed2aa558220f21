"""Corrected labels: kept in the labelled sets' format, read back by training and measuring. All words invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from briefings import corrections, targets
from briefings.corrections import Correction, NotKept
from briefings.evaluate import stance as evaluate
from briefings.release import data_folder
from briefings.train import labels

SHIPPED = targets.load(data_folder() / "lexicon" / "targets.toml")
HOSTILE = [
    '=cmd|"/c calc"!A1 Japan',
    "-Japan, thank you",
    "'=quoted Japan",
    'a "b", <i>Japan</i>;\nnext line',
    "+1 Japan",
]


def correction(sentence: str, label: str = "supportive", evidence: str = "Japan", number: int = 0) -> Correction:
    """One correction of a made-up statement."""
    pair = {
        "id": f"b1-{number}-japan",
        "source": "made-up",
        "government": "Valdoria",
        "doc": "page.html",
        "date": "2030-03-04",
        "speaker": "Ada Brandt",
        "target": "japan",
        "target_label": "Japan",
        "sentence": sentence,
        "before": "",
        "question": "=1+1?",
        "given": "neutral",
    }
    return Correction(pair, label, evidence, "@Bela", "2030-03-05T10:00:00Z")


def test_they_are_kept_beside_the_database() -> None:
    assert corrections.beside(Path("data/briefings.duckdb")) == Path("data/briefings.corrections.csv")


@pytest.mark.parametrize("sentence", HOSTILE)
def test_training_and_measuring_read_the_words_that_were_corrected(tmp_path: Path, sentence: str) -> None:
    file = tmp_path / "b.corrections.csv"
    corrections.keep(file, correction(sentence))
    [row] = labels.read([file], SHIPPED)
    assert (row.pair.sentence, row.pair.government, row.pair.target.id) == (sentence, "Valdoria", "japan")
    assert labels.LABELS[row.label] == "supportive" and row.doc == "page.html"
    assert [sentence[start:end] for start, end in row.evidence] == ["Japan"]
    [measured] = evaluate.read(file, SHIPPED)
    assert (measured.pair.sentence, measured.label) == (sentence, "supportive")


@pytest.mark.parametrize("sentence", HOSTILE)
def test_no_cell_is_a_formula_to_a_spreadsheet(tmp_path: Path, sentence: str) -> None:
    file = tmp_path / "b.corrections.csv"
    corrections.keep(file, correction(sentence))
    with file.open(encoding="utf-8-sig", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    assert len(cells) == 2 * len(corrections.COLUMNS)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_last_correction_of_a_pair_counts_and_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "b.corrections.csv"
    corrections.keep(file, correction("-Japan"))
    corrections.keep(file, correction("Japan again", number=1))
    corrections.keep(file, correction("-Japan", "opposed"))
    found = [(row["id"], row["sentence"], row["label"], row["corrected_by"]) for row in corrections.read(file)]
    assert found == [
        ("b1-1-japan", "Japan again", "supportive", "@Bela"),
        ("b1-0-japan", "-Japan", "opposed", "@Bela"),
    ]
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".csv"] == [file.name]


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (correction("Japan", "angry"), "must be one of"),
        (correction("Japan", evidence="Fiji"), "must stand in the sentence"),
    ],
)
def test_what_training_could_not_use_is_not_kept(tmp_path: Path, wrong: Correction, complaint: str) -> None:
    with pytest.raises(NotKept, match=complaint):
        corrections.keep(tmp_path / "b.corrections.csv", wrong)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotKept, match="cannot be written"):
        corrections.keep(tmp_path / "nowhere" / "b.corrections.csv", correction("Japan"))


@pytest.mark.parametrize(("value", "wanted"), [("", True), ("on", True), ("off", False), ("OFF", False), ("0", False)])
def test_a_server_can_turn_them_off(monkeypatch: pytest.MonkeyPatch, value: str, wanted: bool) -> None:
    monkeypatch.setenv("BRIEFINGS_CORRECTIONS", value)
    assert corrections.wanted() is wanted
