"""Recurring phrases with document frequency and keyness from the same briefings, by this program and by others.

Run: python -m bench.phrases DB [--briefings 1000 10000]

Text in; out come phrases, the briefings that hold each, and the log-likelihood of the spokespersons' words against the
reporters'. scikit-learn counts 2 to 5 words (CountVectorizer), gensim joins pairs twice over (Phrases, up to 4 words);
ours gives every length, with every use. Needs besides: pip install scikit-learn gensim
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import psutil  # type: ignore[import-untyped]
import pyarrow as pa

from briefings.chain import linked
from briefings.life import Calendar, lives
from briefings.phrases import least
from briefings.repeats import Corpus, repeats
from briefings.text import words

BATCH = 4_000
Rows = list[tuple[str, int, bool]]
"""Statements: text, briefing, whether a spokesperson says it."""


def statements(database: Path, briefings: int) -> Rows:
    """The statements of the first so many briefings."""
    asked = """
        select text, dense_rank() over (order by briefing) - 1 as number, role = 'spokesperson'
        from statement where standing = 'counted' and role in ('spokesperson', 'reporter')
        qualify number < ? order by statement
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(asked, [briefings]).fetchall()


def likelihood(k: Any, n: float, j: Any, m: float) -> Any:
    """The log-likelihood of counts k of n words against j of m."""

    def cell(observed: Any, expected: Any) -> Any:
        return np.where(observed > 0, observed * np.log(np.maximum(observed, 1) / expected), 0)

    share = (k + j) / (n + m)
    return 2 * (cell(k, n * share) + cell(j, m * share) + cell(n - k, n * (1 - share)) + cell(m - j, m * (1 - share)))


def ours(rows: Rows) -> int:
    """Phrases of every length, as the loader finds them; gives how many."""
    chain = linked(batches(rows))
    briefing = np.array([row[1] for row in rows])
    spoken = np.array([row[2] for row in rows])
    everyone = np.ones(int(briefing.max()) + 1, bool)
    corpus = Corpus(chain, briefing, np.ones(len(rows), bool), least(len(everyone)))
    calendar = Calendar(np.zeros(len(everyone), np.int64), everyone, everyone)
    ranks, sizes = calendar.ranks(), np.bincount(spoken[chain.statement], minlength=2)
    total = 0
    for found in repeats(corpus):
        count = int(found.sequence[-1]) + 1 if len(found.sequence) else 0
        statement = chain.statement[found.first]
        lives(count, found.sequence, briefing[statement], calendar, ranks)
        said = np.bincount(found.sequence[spoken[statement]], minlength=count)
        likelihood(said, sizes[1], np.bincount(found.sequence, minlength=count) - said, sizes[0])
        total += count
    return total


def batches(rows: Rows) -> Any:
    """The statements as the loader hands them on: words, and the text where a quotation mark may stand in it."""
    for begin in range(0, len(rows), BATCH):
        texts = [row[0] for row in rows[begin : begin + BATCH]]
        quoted = [text if '"' in text or "\u201c" in text or " '" in text else None for text in texts]
        tokens = pa.array([" ".join(words(text)) for text in texts])
        modes = pa.nulls(len(texts), pa.string())  # transcripts: no report stands around what is said
        yield pa.record_batch({"tokens": tokens, "text": pa.array(quoted, pa.string()), "mode": modes})


def scikit(rows: Rows) -> int:
    """N-grams of 2 to 5 words; gives how many."""
    from sklearn.feature_extraction.text import CountVectorizer  # type: ignore[import-not-found,import-untyped]

    sides: dict[tuple[int, bool], list[str]] = {}
    for text, briefing, spoken in rows:
        sides.setdefault((briefing, spoken), []).append(text)
    documents = Counter(briefing for briefing, _ in sides)
    vectorizer = CountVectorizer(ngram_range=(2, 5), min_df=least(len(documents)))
    counts = vectorizer.fit_transform("\n".join(texts) for texts in sides.values()).tocsr()
    spoken = np.array([side for _, side in sides])
    briefing = np.array([number for number, _ in sides])
    frequency = np.zeros(counts.shape[1], np.int64)
    for half in (counts[spoken], counts[~spoken]):
        frequency += half.getnnz(axis=0)
    said, asked = (np.asarray(counts[side].sum(axis=0)).ravel() for side in (spoken, ~spoken))
    likelihood(said, said.sum(), asked, asked.sum())
    return int((frequency > 0).sum()) if len(briefing) else 0


def gensim(rows: Rows) -> int:
    """Pairs joined twice over, with their document frequency; gives how many."""
    from gensim.models.phrases import Phrases  # type: ignore[import-not-found,import-untyped]

    sentences = [list(words(text)) for text, _, _ in rows]
    pairs = Phrases(sentences, min_count=3, threshold=1)
    twice = Phrases(pairs[sentences], min_count=3, threshold=1)
    held: dict[str, set[int]] = {}
    said: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for sentence, (_, briefing, spoken) in zip(twice[pairs[sentences]], rows, strict=True):
        for phrase in (token for token in sentence if "_" in token):
            held.setdefault(phrase, set()).add(briefing)
            uses[phrase] += 1
            said[phrase] += spoken
    k = np.array([said[phrase] for phrase in held])
    likelihood(k, 1e6, np.array([uses[phrase] for phrase in held]) - k, 1e6)
    return sum(len(briefings) >= 3 for briefings in held.values())


CONTESTANTS: dict[str, Callable[[Rows], int]] = {"ours": ours, "scikit-learn": scikit, "gensim": gensim}


def alone(name: str, database: Path, briefings: int) -> None:
    """Runs one contestant in this process and prints seconds, memory above the input's, and phrases."""
    rows = statements(database, briefings)
    CONTESTANTS[name](rows[:2000])  # imports are not timed
    process, done = psutil.Process(), threading.Event()
    before = process.memory_info().rss
    peak = [before]

    def watch() -> None:
        while not done.wait(0.02):
            peak[0] = max(peak[0], process.memory_info().rss)

    watcher = threading.Thread(target=watch)
    watcher.start()
    began, worked = time.perf_counter(), time.process_time()
    found = CONTESTANTS[name](rows)
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    done.set()
    watcher.join()
    print(json.dumps({"seconds": seconds, "cpu": worked, "memory": (peak[0] - before) / 2**20, "phrases": found}))


def main(line: Sequence[str] | None = None) -> int:
    """Runs every contestant on each size and prints what each took; with --alone, one of them."""
    parser = argparse.ArgumentParser(prog="python -m bench.phrases", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("database", type=Path, metavar="DB", help="a database with that many briefings or more")
    parser.add_argument("--briefings", type=int, nargs="+", default=[1000, 10_000], metavar="N")
    parser.add_argument("--alone", choices=CONTESTANTS, help=argparse.SUPPRESS)
    chosen = parser.parse_args(line)
    if chosen.alone:
        alone(chosen.alone, chosen.database, chosen.briefings[0])
        return 0
    for briefings in chosen.briefings:
        first: dict[str, float] = {}
        for name in CONTESTANTS:
            command = [sys.executable, "-m", "bench.phrases", str(chosen.database), "--alone", name]
            told = json.loads(
                subprocess.run([*command, "--briefings", str(briefings)], check=True, capture_output=True).stdout
            )
            first = first or told
            slower, work, more = (told[measure] / first[measure] for measure in ("seconds", "cpu", "memory"))
            print(
                f"{briefings:7,} briefings  {name:13} {told['seconds']:6.1f} s ({slower:4.1f} x)"
                f" {told['cpu']:6.1f} s of work ({work:4.1f} x) {told['memory']:6,.0f} MiB ({more:3.1f} x)"
                f" {told['phrases']:10,} phrases",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
