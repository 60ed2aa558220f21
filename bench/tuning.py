"""Rates at which recombined briefings repeat themselves as much as their source does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from bench import recurrence
from bench.corpus import Document, cells
from bench.mutation import Rates, Speech

REPLACED = (0.5, 0.35, 0.2, 0.1)
"""Shares of replaced words to try: the first is high, so that what comes back does so because it recurs in the source."""
CLOSE, GOOD = 0.03, 0.08
STEPS, ROUNDS = 6, 2
SIZE = 600
"""Documents that a trial holds at most."""

Trial = Callable[[Rates], dict[int, int]]


def sample(documents: Sequence[Document], size: int, seed: int) -> list[Document]:
    """So many of the documents, drawn by chance; all of them where there are no more."""
    return list(documents) if len(documents) <= size else Random(seed).sample(documents, size)


def counts(documents: Sequence[Document]) -> dict[int, int]:
    """The recurring types of n-grams in documents, by width."""
    return recurrence.recurring(recurrence.stream([cells(document) for document in documents]))


def tuned(source: Sequence[Document], speech: Speech, seed: int) -> Rates:
    """The rates at which the speech repeats itself as its source does."""
    measured = sample(source, SIZE, seed)
    goal = counts(measured)

    def trial(rates: Rates) -> dict[int, int]:
        return counts([speech.document(rates, Random(f"{seed} {number}")) for number in range(len(measured))])

    best = min(candidates(goal, trial), key=lambda found: found[0])
    return best[1]


def candidates(goal: Mapping[int, int], trial: Trial) -> Iterator[tuple[float, Rates]]:
    """Rates with how far they miss the goal: fewer words are replaced until all that recurs can be reached."""
    for replaced in REPLACED:
        rates = Rates(replaced, dict.fromkeys(goal, 0.5))
        for _ in range(ROUNDS):
            for width in sorted(goal, reverse=True):  # what is kept of the longest runs also counts for the shorter
                rates = fitted(rates, width, goal[width], trial)
            miss = furthest(trial(rates), goal)
            yield miss, rates
            if miss < GOOD:
                return


def fitted(rates: Rates, width: int, wanted: int, trial: Trial) -> Rates:
    """The rates with the share kept of one level such that its n-grams recur as wanted, found by bisection."""
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        found = trial(rates)[width]
        if abs(found - wanted) <= CLOSE * wanted:
            break
        low, high = (rates.kept[width], high) if found < wanted else (low, rates.kept[width])
        rates = replace(rates, kept={**rates.kept, width: (low + high) / 2})
    return rates


def furthest(found: Mapping[int, int], goal: Mapping[int, int]) -> float:
    """How far the worst of the counts is from its goal, as a share of the goal."""
    return max(abs(found[width] - wanted) / max(wanted, 1) for width, wanted in goal.items())
