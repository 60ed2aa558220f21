"""A network fitted to examples, and what a fitted one makes of rows."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from briefings.marking import Marked
from briefings.train.examples import Batch, Example, Floats, batches, padded

Tell = Callable[[str], None]
WARM = 0.1
"""Share of the steps in which the rate rises."""
EVIDENCE = 0.5
"""What the evidence counts beside the label."""
NEW = 5.0
"""How much faster the new last layers learn."""
TOLD = 50


@dataclass(frozen=True, slots=True)
class Settings:
    """How long and how fast a network learns."""

    epochs: int
    rate: float
    size: int = 32
    decay: float = 0.01
    seed: int = 0


def fit(network: nn.Module, examples: Sequence[Example], settings: Settings, tell: Tell = print) -> nn.Module:
    """The network after learning from the examples: the same for the same seed."""
    torch.manual_seed(settings.seed)
    chosen = random.Random(settings.seed)
    optimiser = torch.optim.AdamW(groups(network, settings.rate), weight_decay=settings.decay, fused=True)
    total = settings.epochs * math.ceil(len(examples) / settings.size)
    network.train()
    step, lost = 0, 0.0
    for _ in range(settings.epochs):
        for batch in batches(examples, settings.size, chosen):
            for group in optimiser.param_groups:
                group["lr"] = group["highest"] * pace(step / total)
            loss = cost(network, batch)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step, lost = step + 1, lost + float(loss.detach())
            if step % TOLD == 0:
                tell(f"step {step} of {total}: loss {lost / TOLD:.3f}")
                lost = 0.0
    return network.eval()


def groups(network: nn.Module, rate: float) -> list[dict[str, object]]:
    """The parameters that learn: the new last layers faster."""
    parts: dict[bool, list[nn.Parameter]] = {True: [], False: []}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            parts[name.startswith(("label", "evidence"))].append(parameter)
    return [{"params": parts[new], "highest": rate * (NEW if new else 1.0)} for new in parts if parts[new]]


def pace(progress: float) -> float:
    """The share of the rate at a point of the run: up, then down to nothing."""
    return min(progress / WARM, (1 - progress) / (1 - WARM))


def cost(network: nn.Module, batch: Batch) -> Tensor:
    """How far the network is from what the examples say."""
    with torch.autocast("cpu", torch.bfloat16):
        labels, evidence = network(batch.ids, batch.target)
    wrong = functional.cross_entropy(labels.float(), batch.label, reduction="none") * batch.weight
    missed = functional.binary_cross_entropy_with_logits(evidence.float(), batch.evidence, reduction="none").sum(-1)
    missed = (missed * batch.said).sum(1) / batch.said.sum(1).clamp(min=1)
    return wrong.mean() + EVIDENCE * missed.mean()


def judged(network: nn.Module, rows: Sequence[Marked], size: int = 64) -> tuple[Floats, list[Floats]]:
    """The label probabilities of each row, and the evidence of each of its pieces."""
    labels = np.zeros((len(rows), 3), np.float32)
    evidence: dict[int, Floats] = {}
    order = sorted(range(len(rows)), key=lambda number: len(rows[number].ids))
    for start in range(0, len(order), size):
        numbers = order[start : start + size]
        ids, target, _ = padded([rows[number] for number in numbers])
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            given, words = network(ids, target)
        labels[numbers] = torch.softmax(given.float(), -1).numpy()
        for number, weights in zip(numbers, torch.sigmoid(words.float()).numpy(), strict=True):
            evidence[number] = weights[: len(rows[number].ids)]
    return labels, [evidence[number] for number in range(len(rows))]
