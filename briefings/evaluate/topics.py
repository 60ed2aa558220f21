"""Scores of the topics: precision, recall and F1 of the exchanges of a labelled file, with intervals."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from briefings import lexicon, quality, topics
from briefings.evaluate import report
from briefings.evaluate.labelled import Row, labelled, named, objects
from briefings.models import Briefing, Exchange, Role, Statement, Turn, TurnKind
from briefings.release import data_folder
from briefings.text import sentences

ENOUGH = 5
"""Gold positives from which a topic counts in the macro average."""
DRAWS, SEED = 2000, 20240229


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 over some decisions, F1 with its 95% interval."""

    name: str
    positives: int
    precision: float
    recall: float
    f1: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure, and what to do with it."""

    gold: Path
    folder: Path | None = None
    """Of another lexicon."""
    pages: Path | None = None
    """Where the pages stand that the gold file names."""
    out: Path | None = None
    """Where predictions go."""
    given: Path | None = None
    """Predictions to score instead of the lexicon's."""
    as_json: bool = False
    keep: bool = False


def run(plan: Plan) -> int:
    """Prints the scores of the lexicon, or of a file of predictions, on a labelled file; 0 if it could be read."""
    try:
        rows = labelled(plan.gold, plan.pages)
        words = lexicon.load(plan.folder or data_folder() / "lexicon")
        found = predicted(plan.given, rows) if plan.given else annotated(rows, words)
        scored = scores(rows, [each.topics for each in found])
        if plan.out:
            write(plan.out, rows, found)
        if plan.keep:
            quality.keep(plan.gold.stem, measured(rows, scored, words))
    except (OSError, ValueError, lexicon.LexiconError, quality.Undescribed) as error:
        print(f"evaluate topics: {report.unread(error)}", file=sys.stderr)
        return 2
    print(as_text(scored) if plan.as_json else table(scored, len(rows)))
    return 0


@dataclass(frozen=True, slots=True)
class Prediction:
    """The topics of an exchange, and the words that each was found by."""

    topics: frozenset[str]
    words: Mapping[str, Sequence[str]]


def predicted(path: Path, rows: Sequence[Row]) -> list[Prediction]:
    """The topics that a file gives for each exchange: one JSON object per line with `id` and `topics` or `labels`."""
    given = {}
    for number, item in objects(path, "prediction", "needs id and topics"):
        try:
            given[str(item["id"])] = Prediction(named(item["topics"] if "topics" in item else item["labels"]), {})
        except (KeyError, TypeError) as error:
            raise ValueError(f"{path}:{number}: no prediction ({error}): needs id and topics") from error
    if missing := [row.id for row in rows if row.id not in given]:
        raise ValueError(f"{path}: no prediction for {missing[0]} and {len(missing) - 1} others: give every id a line")
    return [given[row.id] for row in rows]


def annotated(rows: Iterable[Row], words: lexicon.Lexicon) -> list[Prediction]:
    """The topics that a lexicon gives each exchange."""
    return [prediction(row, words) for row in rows]


def prediction(row: Row, words: lexicon.Lexicon) -> Prediction:
    """The topics that a lexicon gives one exchange."""
    text = briefing(row)
    (found,) = topics.annotated(text, words)
    said: dict[str, list[str]] = {topic: [] for topic in found.topics}
    for hit in found.hits:
        if hit.topic in said:
            said[hit.topic].append(text.text[hit.start : hit.end])
    return Prediction(frozenset(found.topics), said)


def write(path: Path, rows: Sequence[Row], found: Sequence[Prediction]) -> None:
    """Writes what was predicted, one JSON object per line; `labels` as the gold file calls it, `words` to say why."""
    with path.open("w", encoding="utf-8") as lines:
        for row, each in zip(rows, found, strict=True):
            given = sorted(each.topics)
            line = {"id": row.id, "topics": given, "labels": given, "words": dict(each.words)}
            lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def briefing(row: Row) -> Briefing:
    """A briefing that holds one labelled exchange: its question if it has one, and its answer."""
    text = f"{row.question}\n{row.answer}"
    start = len(row.question) + 1
    question = turn("question", "reporter", text, 0, len(row.question))
    answer = turn("answer" if question else "announcement", "spokesperson", text, start, len(text))
    exchange = Exchange("qa" if question else "announcement", (*question, *answer))
    return Briefing("gold", "gold", "en", "", None, None, "unknown", None, None, (), None, text, (exchange,))


def turn(kind: TurnKind, role: Role, text: str, start: int, end: int) -> tuple[Turn, ...]:
    """The turn that a stretch of text makes, paragraph by paragraph; none where it holds no sentence."""
    statements: list[Statement] = []
    for paragraph in text[start:end].split("\n"):
        spans = sentences(text, start, start + len(paragraph))
        statements.extend(Statement(first, last, None, role, "transcript") for first, last in spans)
        start += len(paragraph) + 1
    return (Turn(kind, None, role, None, None, tuple(statements)),) if statements else ()


def scores(rows: Sequence[Row], found: Sequence[frozenset[str]]) -> list[Score]:
    """Each topic's scores by name, then `micro` over all and `macro` over topics with enough positives."""
    names = sorted({topic for row in rows for topic in row.labels} | {topic for each in found for topic in each})
    cells = np.array([[outcome(name, row, each) for name in names] for row, each in zip(rows, found, strict=True)])
    cells = cells.reshape(len(rows), len(names), 3)
    draws = np.random.default_rng(SEED).multinomial(len(rows), [1 / len(rows)] * len(rows), DRAWS)
    totals, drawn = cells.sum(axis=0), np.einsum("dr,rnk->dnk", draws, cells)
    enough = totals[:, 0] + totals[:, 2] >= ENOUGH
    listed = [score(name, totals[place], drawn[:, place]) for place, name in enumerate(names)]
    return [*listed, score("micro", totals.sum(axis=0), drawn.sum(axis=1)), macro(totals[enough], drawn[:, enough])]


def outcome(topic: str, row: Row, found: frozenset[str]) -> tuple[int, int, int]:
    """(right, wrong, missed) for one topic of one exchange; an optional topic is none of them."""
    if topic in row.optional and topic not in row.labels:
        return 0, 0, 0
    gold, given = topic in row.labels, topic in found
    return int(gold and given), int(given and not gold), int(gold and not given)


def score(name: str, total: np.ndarray, drawn: np.ndarray) -> Score:
    """The scores of summed outcomes, the interval from drawn ones."""
    precision, recall, f1 = (float(value) for value in rates(total))
    low, high = (float(value) for value in np.quantile(rates(drawn)[2], (0.025, 0.975)))
    return Score(name, int(total[0] + total[2]), precision, recall, f1, low, high)


def macro(totals: np.ndarray, drawn: np.ndarray) -> Score:
    """The unweighted mean over topics."""
    if not len(totals):
        return Score("macro", 0, 0.0, 0.0, 0.0, 0.0, 0.0)
    precision, recall, f1 = (float(value.mean()) for value in rates(totals))
    low, high = (float(value) for value in np.quantile(rates(drawn)[2].mean(axis=1), (0.025, 0.975)))
    return Score("macro", int(totals[:, 0].sum() + totals[:, 2].sum()), precision, recall, f1, low, high)


def rates(outcomes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Precision, recall and F1 of (right, wrong, missed) in the last axis; 0 where undefined."""
    right, wrong, missed = (outcomes[..., place].astype(float) for place in range(3))
    precision = right / np.maximum(right + wrong, 1)
    recall = right / np.maximum(right + missed, 1)
    return precision, recall, 2 * right / np.maximum(2 * right + wrong + missed, 1)


def table(scored: Sequence[Score], exchanges: int) -> str:
    """The scores as lines of text."""
    lines = [f"{'topic':<22} {'gold':>5} {'prec.':>6} {'recall':>6} {'F1':>6}  95% of F1"]
    lines += [
        f"{each.name:<22} {each.positives:>5} {each.precision:>6.2f} {each.recall:>6.2f} {each.f1:>6.2f}"
        f"  {each.low:.2f}-{each.high:.2f}"
        for each in scored
    ]
    lines.append(
        f"{exchanges} exchanges; macro over topics with at least {ENOUGH} gold exchanges; {DRAWS} bootstrap draws"
    )
    return "\n".join(lines)


def as_text(scored: Sequence[Score]) -> str:
    """The scores as JSON: one object per topic, `micro` and `macro` among them."""
    return json.dumps({each.name: figures(each) for each in scored}, indent=2)


def figures(score: Score) -> dict[str, float]:
    """The numbers of a score by name."""
    return {name: getattr(score, name) for name in ("positives", "precision", "recall", "f1", "low", "high")}


def measured(rows: Sequence[Row], scored: Sequence[Score], words: lexicon.Lexicon) -> dict[str, object]:
    """What is kept of a measurement: when, on how much, with which lexicon, and every score."""
    days = sorted(row.day for row in rows if row.day)
    rounded = [{name: round(value, 3) for name, value in figures(each).items()} for each in scored]
    return {
        "measured": date.today().isoformat(),
        "exchanges": len(rows),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "lexicon": words.digest[:12],
        "scores": [{"topic": each.name} | numbers for each, numbers in zip(scored, rounded, strict=True)],
    }
