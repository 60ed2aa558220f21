"""The corrected net stance: right where the truth is known, and its interval as wide as it must be."""

from __future__ import annotations

import numpy as np
import pytest

from briefings import netting
from briefings.netting import Errors, net

TARGETS, EACH = 25, 35
MATRIX = np.array([[0.8, 0.15, 0.05], [0.07, 0.83, 0.1], [0.03, 0.17, 0.8]])
LIKE = 25.0
"""How alike the targets' own matrices are."""


def clustered(chance: np.random.Generator, shares: np.ndarray, matrix: np.ndarray, statements: int) -> list[list[int]]:
    """Given labels of statements in briefings that each lean their own way."""
    briefings, left = [], statements
    while left:
        size = min(left, int(chance.integers(1, 7)))
        left -= size
        own = chance.dirichlet(4 * shares + 1e-6)
        true = chance.multinomial(size, own / own.sum())
        briefings.append(sum(chance.multinomial(true[label], matrix[label]) for label in range(3)).tolist())
    return briefings


def errors(chance: np.random.Generator) -> Errors:
    """Errors on known targets whose matrices lie around the common one."""
    counts = np.zeros((TARGETS, 3, 3), int)
    for target in range(TARGETS):
        true = chance.multinomial(EACH, chance.dirichlet([1, 2, 1.2]))
        for label in range(3):
            counts[target, label] = chance.multinomial(true[label], chance.dirichlet(LIKE * MATRIX[label]))
    return Errors(counts)


@pytest.mark.parametrize("statements", [20, 100, 1000])
def test_the_interval_covers_the_truth_of_a_target_it_has_not_seen(statements: int) -> None:
    chance = np.random.default_rng(statements)
    covered = 0
    for _ in range(60):
        known, matrix = errors(chance), np.array([chance.dirichlet(LIKE * row) for row in MATRIX])
        shares = chance.dirichlet([1, 2, 1.2])
        found = net(clustered(chance, shares, matrix, statements), known)
        assert found is not None and found.statements == statements
        covered += found.low <= shares[2] - shares[0] <= found.high
    assert 0.88 <= covered / 60 <= 1


def exact(size: int) -> Errors:
    return Errors(np.array([np.eye(3, dtype=int) * size] * 10))


def test_a_model_without_errors_needs_no_correction() -> None:
    found = net([[1, 2, 7]] * 10, exact(1000))
    assert found is not None
    assert found.raw == pytest.approx(0.6) and found.value == pytest.approx(0.6, abs=0.01)


def test_errors_that_fall_one_way_are_turned_back() -> None:
    seen = np.array([0.2, 0.3, 0.5]) @ MATRIX
    counts = np.array([np.round(MATRIX * 1000).astype(int)] * 5)
    found = net([np.round(seen * 1000).astype(int).tolist()] * 2, Errors(counts))
    assert found is not None
    assert found.value == pytest.approx(0.3, abs=0.02) and abs(found.raw - 0.3) > 0.03


@pytest.mark.parametrize("clusters", [[], [[0, 0, 0]]])
def test_nothing_has_no_net_stance(clusters: list[list[int]]) -> None:
    assert net(clusters, exact(10)) is None


@pytest.mark.parametrize("clusters", [[[0, 0, 5]], [[5, 0, 0]], [[0, 1, 0]], [[1, 0, 1]]])
def test_bounds_stay_within_what_is_possible(clusters: list[list[int]]) -> None:
    found = net(clusters, exact(10))
    assert found is not None
    assert -1 <= found.low <= found.value <= found.high <= 1


def test_more_statements_make_it_narrower_and_clusters_wider() -> None:
    few, many = net([[1, 1, 1]] * 5, exact(100)), net([[1, 1, 1]] * 500, exact(100))
    apart, together = net([[1, 0, 0], [0, 0, 1]] * 60, exact(100)), net([[10, 0, 0], [0, 0, 10]] * 6, exact(100))
    assert few and many and apart and together
    assert many.high - many.low < few.high - few.low
    assert apart.high - apart.low < together.high - together.low


def test_the_same_slice_gives_the_same_interval() -> None:
    assert net([[1, 2, 3]], exact(10)) == net([[1, 2, 3]], exact(10))


def test_statements_of_one_briefing_that_agree_count_less() -> None:
    alike = np.array([[6.0, 0, 0], [0, 0, 6.0]] * 10)
    assert netting.design_effect(alike) > 4
    assert netting.design_effect(np.array([[1.0, 0, 0], [0, 0, 1.0]] * 10)) == pytest.approx(1.12, abs=0.05)
