"""Names at the lines' ends, moved apart so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence

GAP = 17
"""Pixels from one label's middle to the next."""
CHARACTER = 6.9
"""Pixels that a character of a label takes, on average."""


def apart(targets: Sequence[float], low: float, high: float, gap: float = GAP) -> list[float]:
    """Where the labels go: as near their targets as the gap allows, in their order, between low and high if they fit.

    Each label starts on its target; neighbours that are too near become one block around the middle of their targets.
    """
    order = sorted(range(len(targets)), key=lambda i: targets[i])
    blocks: list[list[int]] = []
    for label in order:
        blocks.append([label])
        while (
            len(blocks) > 1
            and start(blocks[-1], targets, low, high, gap) < end(blocks[-2], targets, low, high, gap) + gap
        ):
            last = blocks.pop()
            blocks[-1] += last
    placed = [0.0] * len(targets)
    for block in blocks:
        first = start(block, targets, low, high, gap)
        for place, label in enumerate(block):
            placed[label] = first + gap * place
    return placed


def start(block: Sequence[int], targets: Sequence[float], low: float, high: float, gap: float) -> float:
    """Where the lowest label of a block goes."""
    length = gap * (len(block) - 1)
    middle = sum(targets[label] for label in block) / len(block)
    return max(low, min(middle - length / 2, high - length))


def end(block: Sequence[int], targets: Sequence[float], low: float, high: float, gap: float) -> float:
    """Where the highest label of a block goes."""
    return start(block, targets, low, high, gap) + gap * (len(block) - 1)


def room(texts: Sequence[str], widest: int = 240) -> int:
    """The pixels that the longest text needs."""
    return min(widest, 24 + round(CHARACTER * max((len(text) for text in texts), default=0)))
