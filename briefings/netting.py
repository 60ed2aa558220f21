"""Net stance of a slice, corrected for the errors of the model that labelled it; its interval includes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DRAWS, SEED = 600, 20240229
ROUNDS = 200
"""Steps towards the likeliest true shares; each is cheap, and the last ones move nothing that is shown."""
PRIOR = 1 / 3
"""Added to every count of labels before shares are drawn: one statement in all."""
LEAST_APART = 0.05
"""Error rates of targets are taken to differ at least this much, as 25 targets may look alike by chance."""
FEW = 1.3
"""Over the briefings less one, added to the design effect: few briefings tell little of it, as in Student's t."""
SLIGHT = 0.1
"""Added to every cell of the matrix before it is drawn: a cell may be empty by chance."""


@dataclass(frozen=True, slots=True)
class Errors:
    """What a model made of statements whose label is known: counts by (target, true label, given label)."""

    counts: Ints
    """Shape (targets, 3, 3)."""

    @property
    def shares(self) -> Floats:
        """P(given | true) over all targets."""
        total = self.counts.sum(axis=0) + SLIGHT
        return np.asarray(total / total.sum(axis=1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Net:
    """(supportive - opposed) / statements: as counted, corrected, and between which bounds it lies with 95%."""

    statements: int
    raw: float
    value: float
    low: float
    high: float


def net(clusters: Sequence[Sequence[int]], errors: Errors) -> Net | None:
    """The net stance of some briefings, each given as its counts of (opposed, neutral, supportive); none of nothing."""
    counts = np.array([cluster for cluster in clusters if sum(cluster)], dtype=float)
    if not len(counts):
        return None
    total = counts.sum(axis=0)
    statements = total.sum()
    chance = np.random.default_rng(SEED)
    seen = chance.dirichlet(total / design_effect(counts) + PRIOR, DRAWS)
    drawn = true_shares(seen, matrices(errors, chance))
    low, high = np.quantile(drawn[:, 2] - drawn[:, 0], (0.025, 0.975))
    best = true_shares((total / statements)[None], errors.shares[None])[0]
    value = float(best[2] - best[0])
    raw = float((total[2] - total[0]) / statements)
    return Net(int(statements), raw, value, min(float(low), value), max(float(high), value))


def design_effect(counts: Floats) -> float:
    """How much wider statements of the same briefing make an interval than as many from different ones; at least 1."""
    sizes, score = counts.sum(axis=1), counts[:, 2] - counts[:, 0]
    statements, briefings = sizes.sum(), len(counts)
    mean = score.sum() / statements
    apart = (counts[:, 2] + counts[:, 0]).sum() / statements - mean**2
    if briefings < 2 or apart <= 0:
        return 1.0 + FEW
    spread = briefings / (briefings - 1) * ((score - mean * sizes) ** 2).sum() / statements
    return float(max(1.0, spread / apart) * (1 + FEW / (briefings - 1)))


def matrices(errors: Errors, chance: np.random.Generator) -> Floats:
    """Matrices that the slice's own target may have: around a mean of known targets, as far as those lie apart."""
    known = len(errors.counts)
    times = chance.multinomial(known, np.full(known, 1 / known), DRAWS)
    means = np.einsum("dt,tij->dij", times, errors.counts) + SLIGHT
    means /= means.sum(axis=2, keepdims=True)
    # A Dirichlet draw is a draw of gammas over their sum; numpy's own takes one mean only.
    drawn = chance.standard_gamma(likeness(errors) * means + SLIGHT / 3)
    return np.asarray(drawn / drawn.sum(axis=2, keepdims=True))


def likeness(errors: Errors) -> float:
    """How alike the targets' error rates are: the sum of the Dirichlet that fits their spread, by second moments."""
    extra = [apart(errors.counts[:, true].astype(float), errors.shares[true]) for true in range(3)]
    return 1 / max(float(np.mean(extra)), LEAST_APART) - 1


def apart(counts: Floats, mean: Floats) -> float:
    """The part of the targets' spread that their few statements do not explain, as a share of the largest possible."""
    sizes = counts.sum(axis=1)
    sizes, counts = sizes[sizes > 1], counts[sizes > 1]
    if len(sizes) < 2:
        return LEAST_APART
    seen = (sizes[:, None] * (counts / sizes[:, None] - mean) ** 2).sum() / len(sizes)
    possible = (mean * (1 - mean)).sum()
    return float((seen / possible - 1) / (sizes.mean() - 1))


def true_shares(seen: Floats, matrix: Floats) -> Floats:
    """The shares of true labels, never below 0, under which the seen shares are likeliest; one row for each draw."""
    shares = np.full_like(seen, 1 / 3)
    for _ in range(ROUNDS):
        expected = np.einsum("di,dij->dj", shares, matrix)
        shares = shares * np.einsum("dj,dij->di", seen / np.maximum(expected, 1e-12), matrix)
        shares /= shares.sum(axis=1, keepdims=True)
    return shares
