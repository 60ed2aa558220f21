"""How often a net stance's interval holds the truth of a target that its errors lack: `python -m bench.coverage`.

Briefings hold one to six statements of a target and lean their own way. A left-out target's own error rates are drawn
from what the model made of it, and from the other targets' mean as far as its statements are few.
"""

from __future__ import annotations

import json

import numpy as np
from numpy.typing import NDArray

from briefings.netting import Errors, likeness, net
from briefings.release import data_folder
from briefings.stance import MODELS

Floats = NDArray[np.float64]
SEED, RUNS = 20240229, 1000
SIZES = (20, 100, 1000)
LEANING = 4.0
"""How alike the shares of briefings are: as a Dirichlet's sum."""
SHARES = (1.0, 2.0, 1.2)
"""Of opposed, neutral, supportive: what the true shares of a target are drawn from."""


def by_target(model: str) -> Errors:
    """What the model made of its held-out pairs, by target."""
    rows = json.loads((data_folder() / "models" / "stance" / "quality.json").read_text("utf-8"))[model]["errors"]
    places = {name: place for place, name in enumerate(sorted({target for _, target, _, _ in rows}))}
    counts = np.zeros((len(places), 3, 3), dtype=np.int64)
    for _, target, true, given in rows:
        counts[places[target], true, given] += 1
    return Errors(counts)


def slice_of(chance: np.random.Generator, shares: Floats, matrix: Floats, statements: int) -> list[list[int]]:
    """The labels that a model gives to statements in briefings."""
    briefings, left = [], statements
    while left:
        size = min(left, int(chance.integers(1, 7)))
        left -= size
        own = chance.dirichlet(LEANING * shares + 1e-6)
        true = chance.multinomial(size, own / own.sum())
        briefings.append([int(n) for n in sum(chance.multinomial(true[k], matrix[k]) for k in range(3))])
    return briefings


def covered(errors: Errors, statements: int) -> tuple[float, float]:
    """The share of runs whose interval holds the truth, and the mean width."""
    chance = np.random.default_rng(SEED + statements)
    held, width = 0, 0.0
    for _ in range(RUNS):
        target = int(chance.integers(len(errors.counts)))
        others = Errors(np.delete(errors.counts, target, axis=0))
        tendency = errors.counts[target] + likeness(others) * others.shares
        matrix = np.array([chance.dirichlet(row + 1e-3) for row in tendency])
        shares = chance.dirichlet(SHARES)
        found = net(slice_of(chance, shares, matrix, statements), others)
        if found is not None:
            held += found.low <= shares[2] - shares[0] <= found.high
            width += found.high - found.low
    return held / RUNS, width / RUNS


def main() -> None:
    """Prints a line for each model and size."""
    for model in MODELS:
        errors = by_target(model)
        for statements in SIZES:
            share, width = covered(errors, statements)
            print(f"{model}: {statements} statements: covers {share:.1%}, mean width {width:.2f}")


if __name__ == "__main__":
    main()
