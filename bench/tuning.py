"""Rates at which recombined briefings repeat themselves as much as their source does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log
from random import Random
from statistics import mean

from bench import recurrence
from bench.corpus import Document, cells
from bench.mutation import Rates, Speech

REPLACED = (0.5, 0.35, 0.2, 0.1)
"""Shares of replaced words to try; the first is high, so that what comes back does so for recurring in the source."""
GAIN = {3: 1.5, 5: 0.9, 8: 0.5}
"""How far the share kept of a level is moved where its count is e times too small."""
START = 0.6
CLOSE, GOOD = 0.03, 0.1
STEPS, TRIALS = 8, 2
SIZE = 500
"""Documents that a trial holds at most."""

Trial = Callable[[Rates, int], dict[int, float]]


def sample(documents: Sequence[Document], size: int, seed: int) -> list[Document]:
    """So many of the documents, drawn by chance; all of them where there are no more."""
    return list(documents) if len(documents) <= size else Random(seed).sample(documents, size)


def counts(documents: Sequence[Document]) -> dict[int, int]:
    """The recurring types of n-grams in documents, by width."""
    return recurrence.recurring(recurrence.stream(map(cells, documents)))


def tuned(source: Sequence[Document], speech: Speech, seed: int) -> Rates:
    """The rates at which the speech repeats itself as its source does."""
    measured = sample(source, SIZE, seed)
    goal = counts(measured)

    def trial(rates: Rates, step: int) -> dict[int, float]:
        chances = [Random(f"{seed} {step} {number}") for number in range(TRIALS)]
        runs = [counts([speech.document(rates, chance) for _ in measured]) for chance in chances]
        return {width: mean(run[width] for run in runs) for width in goal}

    return min(candidates(goal, trial), key=lambda found: found[0])[1]


def candidates(goal: Mapping[int, int], trial: Trial) -> Iterator[tuple[float, Rates]]:
    """Rates with how far they miss the goal; fewer words are replaced where too little recurs in any other way."""
    for replaced in REPLACED:
        rates = Rates(replaced, dict.fromkeys(goal, START))
        best = 1.0
        for step in range(STEPS):
            found = trial(rates, step)
            miss = furthest(found, goal)
            yield miss, rates
            best = min(best, miss)
            if miss < CLOSE:
                return
            rates = moved(rates, found, goal)
        if best < GOOD:
            return


def moved(rates: Rates, found: Mapping[int, float], goal: Mapping[int, int]) -> Rates:
    """The rates with each level's share kept moved by what its count lacks."""
    lack = {width: log(max(wanted, 1) / max(found[width], 1)) for width, wanted in goal.items()}
    kept = {width: min(max(rates.kept[width] + GAIN[width] * lack[width], 0.0), 1.0) for width in goal}
    return Rates(rates.replaced, kept)


def furthest(found: Mapping[int, float], goal: Mapping[int, int]) -> float:
    """How far the worst of the counts is from its goal, as a share of the goal."""
    return max(abs(found[width] - wanted) / max(wanted, 1) for width, wanted in goal.items())
