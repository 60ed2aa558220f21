"""Whether generated briefings repeat themselves as much as their source, measured at equal size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from random import Random
from statistics import mean

from pyarrow import parquet

from bench import corpus, recurrence
from bench.corpus import Document
from bench.tuning import sample

DRAWS = 5
"""Samples whose counts are averaged: one alone varies by a tenth."""
SIZE = 1000

Cells = list[str]


def written(folder: Path) -> Iterator[tuple[str, Cells]]:
    """Every briefing of a generated folder: its address and its cells."""
    rows = (row for path in sorted(folder.glob("*.parquet")) for row in table_rows(path))
    for address, own in groupby(rows, key=lambda row: row[0]):
        yield address, [cell for _, *pair in own for cell in pair if cell]


def table_rows(path: Path) -> Iterator[tuple[str, str | None, str]]:
    """The address, question and answer of every row."""
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=["url", "question", "answer"]):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def addresses(folder: Path) -> list[str]:
    """The address of every briefing of a folder."""
    columns = (parquet.read_table(path, columns=["url"]).column(0) for path in sorted(folder.glob("*.parquet")))
    return [address for column in columns for address in column.unique().to_pylist()]


def checked(source: Sequence[Document], folder: Path, seed: int) -> bool:
    """Whether every count is within TOLERANCE of the source's; prints the counts and their ratios."""
    there = addresses(folder)
    size = min(len(source), len(there), SIZE)
    draws = [set(Random(f"check {seed} {number}").sample(there, size)) for number in range(DRAWS)]
    wanted = set().union(*draws)
    drawn = {address: cells for address, cells in written(folder) if address in wanted}
    ours = [recurrence.stream([drawn[address] for address in sorted(draw)]) for draw in draws]
    own = recurrence.stream(map(corpus.cells, sample(source, size, seed)))
    return compared(own, ours, size, len(there))


def compared(source: recurrence.Stream, ours: Sequence[recurrence.Stream], size: int, held: int) -> bool:
    """Prints the source's counts beside the mean of ours; true where they are alike."""
    print(f"{size:,} briefings of the source; {size:,} of {held:,} generated, mean of {len(ours)} samples")
    print(f"{'':<34}{'source':>11}{'generated':>11}{'ratio':>7}")
    words = mean(each.size for each in ours)
    print(f"{'words':<34}{source.size:>11,}{words:>11,.0f}{words / source.size:>7.2f}")
    goal, counts = recurrence.recurring(source), [recurrence.recurring(each) for each in ours]
    alike = True
    for width, wanted in goal.items():
        found = mean(count[width] for count in counts)
        ratio = found / max(wanted, 1)
        alike &= abs(ratio - 1) <= recurrence.TOLERANCE
        name = f"{width}-grams in {recurrence.OFTEN} briefings and more"
        print(f"{name:<34}{wanted:>11,}{found:>11,.0f}{ratio:>7.2f}")
    print("within" if alike else "NOT within", f"{recurrence.TOLERANCE:.0%} of the source")
    return alike
