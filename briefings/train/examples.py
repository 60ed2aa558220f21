"""What a network learns from: pairs in word pieces, with the label and the evidence it should give."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from briefings.marking import Marked, Pair, marked
from briefings.targets import Targets
from briefings.train.labels import LABELS, Labelled

Floats = NDArray[np.float32]
POOL = 16
"""Batches that are sorted by length together: little padding, yet no fixed order."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to read a pair, and how much each piece is evidence against (column 0) or for (column 1)."""

    row: Marked
    evidence: Floats


@dataclass(frozen=True, slots=True)
class Example:
    """The ways to read a pair, of which one is drawn each time, and the probabilities it should be given."""

    variants: tuple[Variant, ...]
    label: Floats
    weight: float


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, padded with zeros."""

    ids: Tensor
    target: Tensor
    said: Tensor
    """1 for the pieces of the sentence: only they can be evidence."""
    evidence: Tensor
    label: Tensor
    weight: Tensor


def of_labels(rows: Sequence[Labelled], targets: Targets, tokenizer: Tokenizer) -> list[Example]:
    """Labelled pairs, each with its names and with masks."""
    pairs = [row.pair for row in rows]
    named = marked(pairs, targets, tokenizer, [False] * len(pairs))
    masked = marked(pairs, targets, tokenizer, [True] * len(pairs))
    examples = []
    for row, ways in zip(rows, zip(named, masked, strict=True), strict=True):
        label = np.zeros(len(LABELS), np.float32)
        label[row.label] = 1
        variants = tuple(Variant(way, carried(row, way)) for way in ways)
        examples.append(Example(variants, label, row.weight))
    return examples


def carried(row: Labelled, way: Marked) -> Floats:
    """Which pieces lie in the evidence of a labelled pair."""
    evidence = np.zeros((len(way.ids), 2), np.float32)
    for place, (start, end) in enumerate(way.spans):
        if start < end and any(first < end and start < last for first, last in row.evidence):
            evidence[place, row.label // 2] = 1
    return evidence


def read(pairs: Sequence[Pair], targets: Targets, tokenizer: Tokenizer, seed: int) -> list[Marked]:
    """Unlabelled pairs, half of them with masks."""
    chosen = random.Random(seed)
    return marked(pairs, targets, tokenizer, [chosen.random() < 0.5 for _ in pairs])


def batches(examples: Sequence[Example], size: int, chosen: random.Random) -> Iterator[Batch]:
    """All examples once, in batches of about equal length, in an order of chance."""
    drawn = [(chosen.choice(example.variants), example) for example in examples]
    chosen.shuffle(drawn)
    found = []
    for start in range(0, len(drawn), size * POOL):
        pool = sorted(drawn[start : start + size * POOL], key=lambda pair: len(pair[0].row.ids))
        found += [pool[first : first + size] for first in range(0, len(pool), size)]
    chosen.shuffle(found)
    return (batch([variant for variant, _ in each], [example for _, example in each]) for each in found)


def batch(variants: Sequence[Variant], examples: Sequence[Example]) -> Batch:
    """Some examples as tensors."""
    ids, target, said = padded([variant.row for variant in variants])
    evidence = torch.zeros(*ids.shape, 2)
    for place, variant in enumerate(variants):
        evidence[place, : len(variant.evidence)] = torch.from_numpy(variant.evidence)
    label = torch.from_numpy(np.stack([example.label for example in examples]))
    weight = torch.tensor([example.weight for example in examples])
    return Batch(ids, target, said, evidence, label, weight)


def padded(rows: Sequence[Marked]) -> tuple[Tensor, Tensor, Tensor]:
    """The numbers of some rows, which pieces are the target's, and which the sentence's."""
    shape = (len(rows), max(len(row.ids) for row in rows))
    ids, target, said = torch.zeros(shape, dtype=torch.long), torch.zeros(shape), torch.zeros(shape)
    for place, row in enumerate(rows):
        length = len(row.ids)
        ids[place, :length] = torch.tensor(row.ids)
        target[place, :length] = torch.tensor(row.target, dtype=torch.float)
        said[place, :length] = torch.tensor([start < end for start, end in row.spans], dtype=torch.float)
    return ids, target, said
