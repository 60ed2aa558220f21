"""Net stance of a slice, corrected for the errors of the model that labelled it; its interval includes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DRAWS, SEED = 600, 20240229
HALVINGS = 16
"""Of the range in which a share of labels lies: what is left of it is nothing that is shown."""
LEAST = 1e-12
"""Least share of a label that is taken as possible, so that none is divided by nothing."""
PRIOR = 1 / 3
"""Added to every count of labels before shares are drawn: one statement in all."""
LEAST_APART = 0.05
"""Error rates of targets are taken to differ at least this much, as 25 targets may look alike by chance."""
FEW = 1.3
"""Over the briefings less one, added to the design effect: few briefings tell little of it, as in Student's t."""
SLIGHT = 0.1
"""Added to every cell of the matrix before it is drawn: a cell may be empty by chance."""


@dataclass(frozen=True, slots=True, eq=False)
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
class Tally:
    """The labels given in some briefings, and sums over these that tell how alike the statements of one are."""

    opposed: int
    neutral: int
    supportive: int
    briefings: int
    scores_squared: float
    """A briefing's score is its supportive statements less its opposed ones."""
    scores_sizes: float
    sizes_squared: float

    @property
    def counts(self) -> Floats:
        """The labels in order."""
        return np.array([self.opposed, self.neutral, self.supportive], dtype=float)

    @property
    def statements(self) -> int:
        """How many statements were labelled."""
        return self.opposed + self.neutral + self.supportive

    @property
    def raw(self) -> float:
        """The net stance as counted."""
        return (self.supportive - self.opposed) / self.statements

    @property
    def effect(self) -> float:
        """How much wider statements of the same briefing make an interval than as many from different ones."""
        apart = (self.supportive + self.opposed) / self.statements - self.raw**2
        if self.briefings < 2 or apart <= 0:
            return 1.0 + FEW
        residuals = self.scores_squared - 2 * self.raw * self.scores_sizes + self.raw**2 * self.sizes_squared
        spread = self.briefings / (self.briefings - 1) * residuals / self.statements
        return max(1.0, spread / apart) * (1 + FEW / (self.briefings - 1))


@dataclass(frozen=True, slots=True)
class Net:
    """(supportive - opposed) / statements: as counted, corrected, and between which bounds it lies with 95%."""

    statements: int
    raw: float
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One net stance less another of the same target, both corrected, its 95% interval, and the p of no difference."""

    value: float
    low: float
    high: float
    p: float


def net(clusters: Sequence[Sequence[int]], errors: Errors) -> Net | None:
    """The net stance of some briefings, each given as its counts of (opposed, neutral, supportive); none of nothing."""
    counts = np.array([cluster for cluster in clusters if sum(cluster)], dtype=float)
    return nets([tally(counts)], errors)[0] if len(counts) else None


def tally(counts: Floats) -> Tally:
    """The sums over briefings, given the counts of (opposed, neutral, supportive) of each."""
    sizes, score = counts.sum(axis=1), counts[:, 2] - counts[:, 0]
    opposed, neutral, supportive = (int(number) for number in counts.sum(axis=0))
    sums = (float((score**2).sum()), float((score * sizes).sum()), float((sizes**2).sum()))
    return Tally(opposed, neutral, supportive, len(counts), *sums)


def nets(tallies: Sequence[Tally], errors: Errors) -> list[Net]:
    """The net stance of each tally, none of which is empty."""
    found = []
    for each, draws in zip(tallies, drawn(tallies, errors), strict=True):
        low, high = np.quantile(draws, (0.025, 0.975))
        value = corrected(each, errors)
        found.append(Net(each.statements, each.raw, value, min(float(low), value), max(float(high), value)))
    return found


def differences(pairs: Sequence[tuple[Tally, Tally]], errors: Errors) -> list[Difference]:
    """Each first net stance less the second; what the model errs in a target, it errs in both."""
    ones, others = (drawn([pair[side] for pair in pairs], errors, side) for side in (0, 1))
    found = []
    for (one, other), draws in zip(pairs, ones - others, strict=True):
        value = corrected(one, errors) - corrected(other, errors)
        low, high = np.quantile(draws, (0.025, 0.975))
        spread = float(draws.std())
        p = erfc(abs(float(draws.mean())) / spread / sqrt(2)) if spread else 1.0
        found.append(Difference(value, min(float(low), value), max(float(high), value), p))
    return found


def corrected(each: Tally, errors: Errors) -> float:
    """The likeliest net stance."""
    shares = true_shares((each.counts / each.statements)[None], errors.shares[None])[0]
    return float(shares[2] - shares[0])


def drawn(tallies: Sequence[Tally], errors: Errors, stream: int = 0) -> Floats:
    """Net stances that each tally may come from: a row of draws for each, all with the same matrices in their order."""
    chance = np.random.default_rng((SEED, stream))
    seen = [chance.dirichlet(each.counts / each.effect + PRIOR, DRAWS) for each in tallies]
    if not seen:
        return np.zeros((0, DRAWS))
    matrix = np.tile(matrices(errors), (len(seen), 1, 1))
    shares = true_shares(np.concatenate(seen), matrix)
    return np.asarray((shares[:, 2] - shares[:, 0]).reshape(len(seen), DRAWS))


def design_effect(counts: Floats) -> float:
    """How much wider statements of the same briefing make an interval than as many from different ones; at least 1."""
    return tally(counts).effect


@lru_cache(maxsize=8)
def matrices(errors: Errors) -> Floats:
    """Matrices that the slice's own target may have: around a mean of known targets, as far as those lie apart."""
    chance = np.random.default_rng(SEED)
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
    # Where the matrix can be turned around within the simplex, that is the likeliest; elsewhere it lies on the border.
    turned = np.abs(np.linalg.det(matrix)) > LEAST
    shares = np.full_like(seen, -1.0)
    shares[turned] = np.linalg.solve(np.swapaxes(matrix[turned], 1, 2), seen[turned][:, :, None])[:, :, 0]
    border = (shares < 0).any(axis=1)
    shares[border] = on_border(seen[border], matrix[border])
    return shares


def on_border(seen: Floats, matrix: Floats) -> Floats:
    """The likeliest shares of two labels where the third has none: of the three such pairs the likeliest."""
    one, other = matrix[:, (0, 0, 1)], matrix[:, (1, 2, 2)]
    apart, counts = one - other, seen[:, None, :]
    low, high = np.zeros(one.shape[:2]), np.ones(one.shape[:2])
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        rises = (counts * apart / np.maximum(other + middle[:, :, None] * apart, LEAST)).sum(axis=2) > 0
        low, high = np.where(rises, middle, low), np.where(rises, high, middle)
    part = (low + high) / 2
    likely = (counts * np.log(np.maximum(other + part[:, :, None] * apart, LEAST))).sum(axis=2)
    best = likely.argmax(axis=1)
    rows = np.arange(len(seen))
    shares = np.zeros_like(seen)
    shares[rows, np.array((0, 0, 1))[best]] = part[rows, best]
    shares[rows, np.array((1, 2, 2))[best]] = 1 - part[rows, best]
    return shares
