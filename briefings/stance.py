"""Stances: what a government expresses toward a target in a statement, with the words that carry it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from briefings import cues, targets
from briefings.marking import Marked, Pair, marked, written
from briefings.release import data_folder
from briefings.targets import Targets, mentions
from briefings.text import tokens

Model = Literal["encoder", "fast"]
Label = Literal["opposed", "neutral", "supportive"]
Span = tuple[int, int]
Floats = NDArray[np.float32]

MODELS: tuple[Model, ...] = ("encoder", "fast")
LABELS: tuple[Label, ...] = ("opposed", "neutral", "supportive")
NETWORKS: dict[Model, tuple[Model, ...]] = {"encoder": ("encoder", "fast"), "fast": ("fast",)}
"""The networks whose mean a model is: the fast one costs the encoder little and errs elsewhere."""
NEUTRAL = 1
CERTAIN = 0.89
"""How often a target that a verb of opposition governs is opposed: 24 of 27 labelled pairs."""
SURE, LEAST = 0.35, 0.02
"""A word is evidence from `SURE` on; where none is, the strongest words are, if they reach `LEAST`."""
NEAR_BEST = 0.6
"""Share of the strongest word's weight that the others need where none is sure."""
EMPTY = re.compile(
    "(?:an?|the|and|or|but|of|in|on|at|to|for|from|by|with|as|is|are|was|were|be|been|has|have|had|will|would|its?|"
    "this|that|these|those|we|our|us|they|their|them|he|his|she|her|you|your|i|my|not|no|do|does|did|so|very|'s)",
    re.IGNORECASE,
)
"""Words that carry no stance alone."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A label with its probability, and `sentence[start:end]` of the words that carry it; neutral has none."""

    label: Label
    probability: float
    evidence: tuple[Span, ...]


class Unusable(Exception):
    """A model that cannot be opened, with the remedy."""


class Judge:
    """One model, opened once: gives the stance of any number of pairs."""

    def __init__(self, model: Model, names: Targets, folder: Path) -> None:
        self.model, self.targets = model, names
        self._tokenizer = opened(folder / "tokenizer.json")
        self._learnt = frozenset(json.loads((folder / "models.json").read_text("utf-8"))["governments"])
        options = SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # pairs are judged side by side instead
        files = [str(folder / f"{name}.onnx") for name in NETWORKS[model]]
        self._sessions = [InferenceSession(file, options, providers=["CPUExecutionProvider"]) for file in files]

    def judged(self, pairs: Sequence[Pair]) -> list[Stance]:
        """The stance of each pair, in order.

        Of a government that the model has not learnt from, names would mislead: its pairs are read with masks.
        """
        masks = [pair.government not in self._learnt for pair in pairs]
        rows = marked(pairs, self.targets, self._tokenizer, masks)
        answers = self._answers(rows)
        found = [stance(pair.sentence, row, *answer) for pair, row, answer in zip(pairs, rows, answers, strict=True)]
        return [self._checked(pair, each) for pair, each in zip(pairs, found, strict=True)]

    def _checked(self, pair: Pair, found: Stance) -> Stance:
        """The stance, turned where it is supportive although a verb of opposition governs the target."""
        if found.label != "supportive":
            return found
        named = mentions(pair.sentence, self.targets)
        target = [(start, end) for name, start, end in named if name == pair.target.id] or written(pair)
        own = self.targets.named(pair.government)
        shown = (pair.target.id, own.id if own else "")
        others = [(start, end) for name, start, end in named if name not in shown]
        verb = cues.opposing(pair.sentence, target, others)
        return Stance("opposed", CERTAIN, (verb,)) if verb else found

    def _answers(self, rows: Sequence[Marked]) -> list[tuple[Floats, Floats]]:
        """The label probabilities of each row, and the evidence of its pieces.

        One row at a time: the networks compute in eight bits over all they are given, so that the answer to a row
        would depend on its neighbours, and a database loaded in parts would differ from one loaded at once.
        """
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            return list(threads.map(self._answer, rows))

    def _answer(self, row: Marked) -> tuple[Floats, Floats]:
        """The mean of what the networks say of one row."""
        given = inputs([row])
        answers = [session.run(None, given) for session in self._sessions]
        labels, evidence = (np.mean(each, axis=0)[0] for each in zip(*answers, strict=True))
        return labels, evidence


@lru_cache(maxsize=2)
def judge(model: Model = "encoder") -> Judge:
    """The shipped model of this name.

    Raises:
        Unusable: where its files are missing.
    """
    folder = data_folder() / "models" / "stance"
    if not all((folder / f"{name}.onnx").is_file() for name in NETWORKS[model]):
        known = ", ".join(MODELS)
        raise Unusable(f"no stance model `{model}` in {folder}: use one of {known}, or run `briefings train stance`")
    return Judge(model, targets.load(data_folder() / "lexicon" / "targets.toml"), folder)


def opened(path: Path) -> Tokenizer:
    """A tokenizer that neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def inputs(rows: Sequence[Marked]) -> dict[str, NDArray[np.generic]]:
    """What a model reads of some rows: word pieces, and 1 where they are the target's."""
    length = max(len(row.ids) for row in rows)
    ids = np.zeros((len(rows), length), np.int64)
    target = np.zeros((len(rows), length), np.float32)
    for place, row in enumerate(rows):
        ids[place, : len(row.ids)] = row.ids
        target[place, : len(row.ids)] = row.target
    return {"ids": ids, "target": target}


def stance(sentence: str, row: Marked, labels: Floats, evidence: Floats) -> Stance:
    """The stance that a model's numbers give; neutral where no word carries it."""
    best = int(labels.argmax())
    if best == NEUTRAL:
        return Stance("neutral", float(labels[best]), ())
    words = carrying(sentence, row, evidence[: len(row.ids), best // 2])
    if not words:
        return Stance("neutral", float(labels[NEUTRAL]), ())
    return Stance(LABELS[best], float(labels[best]), words)


def carrying(sentence: str, row: Marked, weights: Floats) -> tuple[Span, ...]:
    """The words whose weight is enough, neighbours joined, runs without a telling word dropped."""
    words = weighed(sentence, row, weights)
    telling = [weight for (start, end), weight in words if not EMPTY.fullmatch(sentence, start, end)]
    if not telling or max(telling) < LEAST:
        return ()
    enough = min(SURE, NEAR_BEST * max(telling))
    runs: list[tuple[int, int, bool]] = []
    last = -2
    for place, ((start, end), weight) in enumerate(words):
        if weight < enough:
            continue
        tells = not EMPTY.fullmatch(sentence, start, end)
        if place == last + 1 and runs:
            first, _, told = runs.pop()
            runs.append((first, end, told or tells))
        else:
            runs.append((start, end, tells))
        last = place
    return tuple((start, end) for start, end, tells in runs if tells)


def weighed(sentence: str, row: Marked, weights: Floats) -> list[tuple[Span, float]]:
    """Each word of the sentence with the weight of its heaviest piece."""
    words = [(start, end) for _, start, end in tokens(sentence)]
    heaviest = [0.0] * len(words)
    place = 0
    for (start, end), weight in zip(row.spans, weights, strict=True):
        if end <= start:
            continue
        while place < len(words) and words[place][1] <= start:
            place += 1
        if place < len(words) and words[place][0] < end:
            heaviest[place] = max(heaviest[place], float(weight))
    return list(zip(words, heaviest, strict=True))
