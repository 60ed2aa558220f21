"""The statistics of phrases equal those of scipy, and of references written out by hand."""

from __future__ import annotations

import math
from collections.abc import Iterator

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, chi2_contingency

from briefings import query


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database with the macros."""
    with duckdb.connect() as made:
        for name in ("schema", "macros"):
            query.script(made, name)
        yield made


def ask(connection: duckdb.DuckDBPyConnection, expression: str, *values: object) -> object:
    """What an SQL expression gives."""
    return connection.execute(f"select {expression}", list(values)).fetchall()[0][0]


COUNTS = [
    (10, 1000, 5, 2000),
    (0, 1000, 7, 500),
    (12, 300, 0, 9000),
    (3, 50, 3, 50),
    (409, 563802, 7, 174978),
    (1, 2, 1, 9),
]


@pytest.mark.parametrize(("k", "n", "j", "m"), COUNTS)
def test_log_likelihood_is_that_of_the_contingency_table(
    connection: duckdb.DuckDBPyConnection, k: int, n: int, j: int, m: int
) -> None:
    expected = chi2_contingency([[k, n - k], [j, m - j]], correction=False, lambda_="log-likelihood")[0]
    found = ask(connection, "log_likelihood(?, ?, ?, ?)", k, n, j, m)
    assert found == pytest.approx(math.copysign(expected, k / n - j / m), abs=1e-8)


# Dunning (1993): both words, the first alone, the second alone, neither; and his -2 log lambda.
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ((110, 2442, 111, 29114), 270.72),
        ((29, 13, 123, 31612), 263.90),
        ((31, 23, 139, 31584), 256.84),
        ((10, 0, 3, 31764), 167.23),
        ((76, 2476, 104, 29121), 157.21),
        ((16, 16, 51, 31694), 157.03),
    ],
)
def test_log_likelihood_is_that_of_the_literature(
    connection: duckdb.DuckDBPyConnection, table: tuple[int, int, int, int], expected: float
) -> None:
    both, first, second, neither = table
    found = ask(connection, "log_likelihood(?, ?, ?, ?)", both, both + first, second, second + neither)
    assert found == pytest.approx(expected, abs=0.006)


@pytest.mark.parametrize(
    ("k", "n", "j", "m", "expected"),
    [(8, 100, 4, 100, 1.0), (8, 100, 0, 100, 4.0), (0, 100, 8, 100, -4.0), (3, 100, 6, 200, 0.0), (4, 0, 4, 9, None)],
)
def test_log_ratio_puts_half_for_nothing(
    connection: duckdb.DuckDBPyConnection, k: int, n: int, j: int, m: int, expected: float | None
) -> None:
    assert ask(connection, "log_ratio(?, ?, ?, ?)", k, n, j, m) == (
        expected if expected is None else pytest.approx(expected)
    )


def conservative(k: int, n: int, j: int, m: int, family: int) -> float:
    """The reference: the exact interval of the rate ratio, given k + j, after Evert (2022)."""
    tail = 0.05 / family / 2
    if k / n >= j / m:
        low = beta.ppf(tail, k, j + 1)
        return max(0.0, math.log2(m / n * low / (1 - low)))
    high = beta.ppf(1 - tail, k + 1, j) if tail > 1e-12 else 1 - beta.ppf(tail, j, k + 1)
    return min(0.0, math.log2(m / n * high / (1 - high)))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(1, 2_000_000), st.integers(5000, 9_000_000))
def test_conservative_log_ratio_is_the_exact_bound(
    connection: duckdb.DuckDBPyConnection, k: int, j: int, family: int, m: int
) -> None:
    if k + j == 0:
        return
    n = 1_000_000
    expected = conservative(k, n, j, m, family)
    found = ask(connection, "conservative_log_ratio(?, ?, ?, ?, ?)", k, n, j, m, family)
    assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("k", "n", "j", "m"), [(0, 10, 0, 10), (3, 0, 3, 10), (3, 10, 3, 0)])
def test_keyness_of_nothing_is_null(connection: duckdb.DuckDBPyConnection, k: int, n: int, j: int, m: int) -> None:
    assert ask(connection, "conservative_log_ratio(?, ?, ?, ?, 5)", k, n, j, m) is None


def test_keyness_of_equal_slices_is_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    assert ask(connection, "[log_likelihood(7, 90, 7, 90), log_ratio(7, 90, 7, 90)]") == [0, 0]
    assert ask(connection, "conservative_log_ratio(7, 90, 7, 90, 3)") == 0


def dp_norm(uses: list[int], words: list[int]) -> float:
    """The reference: Gries's DP over its greatest value (Lijffijt & Gries 2012)."""
    v, s = np.array(uses) / sum(uses), np.array(words) / sum(words)
    return float(np.abs(v - s).sum() / 2 / (1 - s.min()))


SPREAD = """
select dispersion(
    sum(abs(u / all_u - w / all_w)) filter (u > 0), sum(w / all_w) filter (u > 0), min(w / any_w), count(*)
)
from (select u, w, sum(u) over () as all_u, sum(w) over () as all_w, sum(w) over () as any_w
    from (select unnest(?::integer[]) as u, unnest(?::integer[]) as w))
"""


@pytest.mark.parametrize(
    ("uses", "words"),
    [([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]), ([0, 0, 9], [100, 50, 25]), ([3, 3, 3], [10, 10, 10]), ([0, 7], [1, 99])],
)
def test_dispersion_is_gries_dp_norm(connection: duckdb.DuckDBPyConnection, uses: list[int], words: list[int]) -> None:
    assert connection.execute(SPREAD, [uses, words]).fetchall()[0][0] == pytest.approx(dp_norm(uses, words))


def test_dispersion_of_one_briefing_is_null(connection: duckdb.DuckDBPyConnection) -> None:
    assert connection.execute(SPREAD, [[4], [100]]).fetchall() == [(None,)]


# uses, sightings, first place, last place, held, newness, return p.
@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ((3, 3, 98, 100, 100, 0.98, math.inf), "new"),
        ((3, 3, 90, 100, 100, 0.90, math.inf), "rare"),
        ((30, 20, 95, 100, 100, 0.95, 0.001), "new"),
        ((10, 10, 1, 100, 100, 0.01, 0.009), "revived"),
        ((10, 10, 1, 30, 100, 0.01, 0.009), "revived"),
        ((10, 10, 1, 30, 100, 0.01, 0.02), "dormant"),
        ((5, 5, 1, 32, 100, 0.01, math.inf), "dormant"),
        ((5, 5, 1, 33, 100, 0.01, math.inf), "active"),
        ((9, 4, 1, 20, 100, 0.01, math.inf), "dormant"),
        ((4, 4, 1, 2, 100, 0.01, math.inf), "rare"),
        ((6, 0, 0, 0, 0, None, math.inf), "active"),
    ],
)
def test_status_follows_the_table(
    connection: duckdb.DuckDBPyConnection, life: tuple[object, ...], expected: str
) -> None:
    assert ask(connection, "life_status(?, ?, ?, ?, ?, ?, ?)", *life) == expected
