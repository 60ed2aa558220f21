"""The fast network: word vectors and three small convolutions, to be taught by the reader."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from briefings.train.network import LABELS, mean

VECTOR, CHANNELS = 64, 96
REACHES = (1, 2, 4)
"""How far apart the three words of each convolution stand."""


class Skimmer(nn.Module):
    """Token ids to (label logits, evidence logits per token), as the reader gives them, at a hundredth of its cost."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(vectors, freeze=False)
        self.enter = nn.Linear(VECTOR + 1, CHANNELS)
        self.convolutions = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, 3, padding=r, dilation=r) for r in REACHES)
        self.weigh = nn.Linear(CHANNELS, 1)
        self.hidden = nn.Linear(4 * CHANNELS, CHANNELS)
        self.label = nn.Linear(CHANNELS, LABELS)
        self.evidence = nn.Linear(CHANNELS, LABELS - 1)

    def forward(self, ids: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        mask = (ids != 0).to(target.dtype)
        states = torch.cat([self.words(ids), target[:, :, None]], -1)
        states = functional.dropout(states, 0.1, self.training)
        states = self.enter(states).transpose(1, 2) * mask[:, None]
        for convolution in self.convolutions:
            states = (states + torch.relu(convolution(states))) * mask[:, None]
        states = states.transpose(1, 2)
        attention = torch.softmax(self.weigh(states)[:, :, 0] - 10000.0 * (1 - mask), -1)
        highest = (states - 10000.0 * (1 - mask[:, :, None])).amax(1)
        attended = (states * attention[:, :, None]).sum(1)
        pooled = torch.cat([mean(states, mask), highest, attended, mean(states, target)], -1)
        hidden = functional.dropout(torch.relu(self.hidden(pooled)), 0.2, self.training)
        return self.label(hidden), self.evidence(states)


def shrunk(vectors: Tensor) -> Tensor:
    """Word vectors in fewer dimensions: their strongest directions, at about unit size."""
    centred = vectors - vectors.mean(0)
    _, _, directions = torch.linalg.svd(centred[torch.randperm(len(centred))[:8000]], full_matrices=False)
    short = centred @ directions[:VECTOR].T
    return short / short.std()
