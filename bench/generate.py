"""Briefings for scale: a database's sentences recombined with new words, repeating themselves as much as it does.

Run: python -m bench.generate OUT --briefings 10000 [--from DB] [--seed 1] [--share 0.5] [--check]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import groupby, islice
from pathlib import Path
from random import Random

import pyarrow as pa
from pyarrow import parquet
from tqdm import tqdm

from bench import corpus, tuning
from bench.checking import checked
from bench.corpus import Document
from bench.mutation import Rates, Speech
from briefings import inputs, lexicon, store
from briefings.release import ROOT, data_folder

FIRST, LAST = date(2002, 1, 1), date(2024, 12, 31)
# No real ministry is given words that it never said: these two are the sample's, their people are invented here.
CAST = {
    "va-mfa": "Adela Brandt|Bruno Castell|Clara Dorn|Dario Elling|Edda Farrow|Felix Garnier|Greta Holm|Hugo Ivers|"
    "Irma Jansky|Jonas Kessel",
    "os-mfa": "Karin Lund|Lorenz Mabry|Mira Norden|Nils Orban|Olga Pryce|Pavel Quill|Rosa Renner|Stefan Sorel|"
    "Tilda Ulmer|Viktor Wray",
}
OUTLETS = "Harbour Wire|Northern Post|Meridian TV|The Lantern|Daily Compass|Radio Estuary|Capital Ledger|Plain Dealer"
IN_OFFICE = 1.5
"""How many places a spokesperson's term reaches to either side of its middle: about three serve at a time."""
FIELDS = ("date", "ministry", "spokesperson", "outlet", "question", "answer", "url", "language")
SCHEMA = pa.schema([(name, pa.string()) for name in FIELDS])
GROUP = 256
"""Briefings written at a time."""

Row = tuple[str | None, ...]


def weekdays() -> list[date]:
    """Every day on which someone briefs."""
    days = (FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1))
    return [day for day in days if day.weekday() < 5]


def rows(document: Document, number: int, day: date, chance: Random) -> list[Row]:
    """The rows of one briefing, one per exchange."""
    ministry = chance.choice(list(CAST))
    people = CAST[ministry].split("|")
    middle = (day - FIRST) / (LAST - FIRST + timedelta(1)) * len(people)
    name = chance.choice([one for place, one in enumerate(people) if abs(place + 0.5 - middle) <= IN_OFFICE])
    address = f"https://synthetic.example/briefings/{number:06}"
    made: list[Row] = []
    for exchange in document:
        question, answer = exchange.cells
        outlet = chance.choice(OUTLETS.split("|")) if question else None
        if answer:
            made.append((day.isoformat(), ministry, name, outlet, question or None, answer, address, "en"))
    return made


def briefings(
    speech: Speech, rates: Rates, wanted: int, seed: int, share: float = 1
) -> Iterator[tuple[int, list[Row]]]:
    """So many briefings in the order of their days, each with its year, of a share of the source's exchanges."""
    days, chance = weekdays(), Random(f"briefings {seed}")
    for number in range(wanted):
        day = days[number * len(days) // wanted]
        said: list[Row] = []
        while not said:
            said = rows(speech.document(rates, chance, share), number, day, chance)
        yield day.year, said


def write(folder: Path, made: Iterator[tuple[int, list[Row]]]) -> None:
    """Writes a Parquet file for each year; no more than GROUP briefings are in memory."""
    for year, own in groupby(made, key=lambda each: each[0]):
        with parquet.ParquetWriter(folder / f"briefings-{year}.parquet", SCHEMA, compression="zstd") as file:
            while group := list(islice(own, GROUP)):
                columns = zip(*(row for _, said in group for row in said), strict=True)
                arrays = [pa.array(column, pa.string()) for column in columns]
                file.write_table(pa.Table.from_arrays(arrays, schema=SCHEMA))


@contextmanager
def database(given: Path | None) -> Iterator[Path]:
    """The database to recombine: the one given, else the real pages loaded for the occasion, else the sample."""
    if given:
        yield given
        return
    real = Path(os.environ.get("BRIEFINGS_SHARED", ROOT.parent / "shared"), "corpora", "mfa-cn-en")
    pages = real if real.is_dir() else ROOT / "data" / "sample" / "pages"
    with tempfile.TemporaryDirectory(prefix="briefings-bench-") as scratch:
        made = Path(scratch, "source.duckdb")
        print(f"loading {pages}", file=sys.stderr)
        words = lexicon.load(data_folder() / "lexicon")
        store.load(store.Wanted(made, tuple(inputs.expand([pages])), words, workers=os.cpu_count() or 1))
        yield made


def generate(source: Sequence[Document], folder: Path, wanted: int, seed: int, share: float = 1) -> Rates:
    """Writes so many briefings into a new folder; gives the rates that fit them to their source."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder}: holds files already: name a new folder")
    speech = Speech(source)
    rates = tuning.tuned(source, speech, seed)
    made = briefings(speech, rates, wanted, seed, share)
    write(folder, iter(tqdm(made, total=wanted, unit=" briefings", disable=None)))
    return rates


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """The command line's arguments."""
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("out", type=Path, metavar="OUT", help="a new folder; with --check alone, one made before")
    parser.add_argument("--briefings", type=int, metavar="N", help="how many to write, 1000 to 100000")
    parser.add_argument("--from", type=Path, metavar="DB", dest="source", help="the database to recombine")
    parser.add_argument("--seed", type=int, default=1, help="another number, other briefings (default: 1)")
    parser.add_argument("--share", type=float, default=1, help="of a briefing's exchanges: 0.5 for half the words")
    parser.add_argument("--check", action="store_true", help="compare the recurrence of n-grams with the source's")
    chosen = parser.parse_args(words)
    if not chosen.briefings and not chosen.check:
        parser.error("say how many: --briefings N, or --check for a folder made before")
    return chosen


def main(words: Sequence[str] | None = None) -> int:
    """Generates, checks, or both; 1 where the recurrence is too far from the source's."""
    chosen = arguments(words)
    with database(chosen.source) as source:
        documents = corpus.read(source)
    if chosen.briefings:
        rates = generate(documents, chosen.out, chosen.briefings, chosen.seed, chosen.share)
        kept = ", ".join(f"{share:.0%} of {width}" for width, share in rates.kept.items())
        print(f"{chosen.briefings:,} briefings in {chosen.out}: {rates.replaced:.0%} replaced, kept {kept}")
    return 0 if not chosen.check or checked(documents, chosen.out, chosen.seed) else 1


if __name__ == "__main__":
    raise SystemExit(main())
