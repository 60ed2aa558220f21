"""The stances of the shipped models, and the words that carry them. All sentences and people are made up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from briefings import stance
from briefings.marking import Marked, Pair
from briefings.release import data_folder
from briefings.stance import MODELS, Judge, Model, Stance, Unusable
from briefings.targets import Target

SENTENCE = "We strongly condemn the raid"
SPANS = ((0, 2), (3, 11), (12, 19), (20, 23), (24, 28))
ROW = Marked((101, 1, 2, 3, 4, 5, 102), (False,) * 7, ((0, 0), *SPANS, (0, 0)))
LIMIT = 30_000_000
"""Bytes that all model files may take in the repository."""


def words(weights: list[float]) -> list[str]:
    spans = stance.carrying(SENTENCE, ROW, np.array([0, *weights, 0], np.float32))
    return [SENTENCE[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([0.0, 0.9, 0.9, 0.0, 0.0], ["strongly condemn"]),
        ([0.0, 0.0, 0.9, 0.0, 0.9], ["condemn", "raid"]),
        ([0.9, 0.0, 0.9, 0.9, 0.9], ["condemn the raid"]),
        ([0.0, 0.05, 0.1, 0.0, 0.0], ["condemn"]),
        ([0.9, 0.0, 0.0, 0.9, 0.0], []),
        ([0.0, 0.0, 0.001, 0.0, 0.0], []),
    ],
)
def test_evidence_is_the_heavy_words_in_runs(weights: list[float], expected: list[str]) -> None:
    assert words(weights) == expected


def judged(labels: list[float], weight: float) -> Stance:
    evidence = np.zeros((7, 2), np.float32)
    evidence[3] = weight
    return stance.stance(SENTENCE, ROW, np.array(labels, np.float32), evidence)


def test_a_label_comes_with_its_words() -> None:
    assert judged([0.75, 0.125, 0.125], 0.5) == Stance("opposed", 0.75, ((12, 19),))


def test_no_words_no_label() -> None:
    assert judged([0.75, 0.125, 0.125], 0.0) == Stance("neutral", 0.125, ())


def test_neutral_has_no_words() -> None:
    assert judged([0.1, 0.8, 0.1], 0.9).evidence == ()


def test_a_model_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFINGS_DATA", str(tmp_path))
    stance.judge.cache_clear()
    with pytest.raises(Unusable, match="no stance model `fast`"):
        stance.judge("fast")
    stance.judge.cache_clear()


@pytest.fixture(params=MODELS)
def judge(request: pytest.FixtureRequest) -> Judge:
    model: Model = request.param
    return stance.judge(model)


@pytest.mark.parametrize(
    ("government", "target", "sentence", "label"),
    [
        ("China", "united-states", "We strongly condemn the US raid and urge it to stop this bullying.", "opposed"),
        (
            "China",
            "pakistan",
            "China highly appreciates Pakistan's firm support and stands ready to help.",
            "supportive",
        ),
        ("China", "japan", "The Japanese delegation will arrive on Tuesday at noon.", "neutral"),
        ("United States", "ukraine", "We will continue to support the brave people of Ukraine.", "supportive"),
        ("Valdoria", "european-union", "Valdoria warmly welcomes the good faith of the European Union.", "supportive"),
        ("Valdoria", "european-union", "Valdoria firmly opposes the bullying of the European Union.", "opposed"),
    ],
)
def test_plain_stances_are_seen(judge: Judge, government: str, target: str, sentence: str, label: str) -> None:
    entry = judge.targets.named(target)
    assert entry is not None
    found = judge.judged([Pair(government, entry, sentence)])[0]
    assert found.label == label
    assert bool(found.evidence) == (label != "neutral")
    assert all(0 <= start < end <= len(sentence) for start, end in found.evidence)


def test_a_pair_is_judged_alike_alone_and_among_others(judge: Judge) -> None:
    target = Target("lake-ennor", "Lake Ennor", "", ())
    pairs = [
        Pair("Brannock", target, f"We {verb} Lake Ennor." + " Good." * verb.count("e")) for verb in ("see", "love")
    ]
    together = judge.judged(pairs)
    for pair, found in zip(pairs, together, strict=True):
        alone = judge.judged([pair])[0]
        assert (alone.label, alone.evidence) == (found.label, found.evidence)
        assert alone.probability == pytest.approx(found.probability, abs=0.05)


def test_nothing_is_judged_of_nothing(judge: Judge) -> None:
    assert judge.judged([]) == []


def test_the_models_are_small_and_hold_no_paths() -> None:
    files = list((data_folder() / "models" / "stance").iterdir())
    assert sum(file.stat().st_size for file in files) <= LIMIT
    assert [file.name for file in files if b"/opt/" in file.read_bytes() or b"/work/" in file.read_bytes()] == []
