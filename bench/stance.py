"""Pairs per second of the stance models on made-up statements: `python -m bench.stance`."""

from __future__ import annotations

import random
import time

from briefings.marking import Pair
from briefings.stance import MODELS, judge

SEED = 20240229
PAIRS = {"encoder": 2000, "fast": 20000}
WORDS = (
    "the a of to in on and for its with by government side leaders talks trade security regional stability joint "
    "statement cooperation concern progress peace borders visit support measures decision agreement position "
    "principle developing countries people exchange firmly welcomes opposes urges supports condemns notes hopes"
)


def statements(count: int) -> list[Pair]:
    """Made-up statements of the length that real ones have, each with a target."""
    chance = random.Random(SEED)
    entries = judge("fast").targets.entries
    made = []
    for _ in range(count):
        entry = chance.choice(entries)
        words = chance.choices(WORDS.split(), k=chance.randint(8, 46))
        words.insert(chance.randrange(len(words)), entry.names[0])
        made.append(Pair(chance.choice(("China", "United States", "Brannock")), entry, " ".join(words) + "."))
    return made


def main() -> None:
    """Prints a line for each model."""
    for model in MODELS:
        judging, pairs = judge(model), statements(PAIRS[model])
        judging.judged(pairs[:256])
        started = time.perf_counter()
        judging.judged(pairs)
        print(f"{model}: {len(pairs) / (time.perf_counter() - started):,.0f} pairs/s of {len(pairs):,}")


if __name__ == "__main__":
    main()
