"""Scores of the topics: precision, recall and F1 of the exchanges of a labelled file, with intervals."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from briefings import lexicon, topics
from briefings.models import Briefing, Exchange, Role, Statement, Turn, TurnKind
from briefings.release import data_folder
from briefings.text import sentences

ENOUGH = 5
"""Gold positives from which a topic counts in the macro average."""
DRAWS, SEED = 2000, 20240229


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled exchange."""

    id: str
    question: str
    answer: str
    labels: frozenset[str]
    optional: frozenset[str]


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


def run(gold: str, predictions: str | None, as_json: bool, folder: Path | None = None) -> int:
    """Prints the scores of the lexicon, or of a file of predictions, on a labelled file; 0 if it could be read."""
    try:
        rows = labelled(Path(gold))
        found = predicted(Path(predictions), rows) if predictions else annotated(rows, folder)
    except (OSError, ValueError, lexicon.LexiconError) as error:
        print(f"evaluate topics: {error}", file=sys.stderr)
        return 2
    scored = scores(rows, found)
    print(as_text(scored) if as_json else table(scored, len(rows)))
    return 0


def labelled(path: Path) -> list[Row]:
    """The exchanges of a labelled file, one JSON object per line.

    Raises:
        ValueError: with the line that is no labelled exchange.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            item = json.loads(line)
            labels, optional = frozenset(item["labels"]), frozenset(item.get("optional", ()))
            rows.append(Row(str(item["id"]), item.get("question", ""), item.get("answer", ""), labels, optional))
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(
                f"{path}:{number}: no labelled exchange ({error}): needs id, question, answer, labels"
            ) from error
    return rows


def predicted(path: Path, rows: Sequence[Row]) -> list[frozenset[str]]:
    """The topics that a file gives for each exchange: one JSON object per line with `id` and `topics` or `labels`."""
    given = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            item = json.loads(line)
            given[str(item["id"])] = frozenset(item["topics"] if "topics" in item else item["labels"])
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise ValueError(f"{path}:{number}: no prediction ({error}): needs id and topics") from error
    if missing := [row.id for row in rows if row.id not in given]:
        raise ValueError(f"{path}: no prediction for {missing[0]} and {len(missing) - 1} others: give every id a line")
    return [given[row.id] for row in rows]


def annotated(rows: Iterable[Row], folder: Path | None) -> list[frozenset[str]]:
    """The topics that the lexicon gives each exchange."""
    words = lexicon.load(folder or data_folder() / "lexicon")
    return [frozenset(topics.annotated(briefing(row), words)[0].topics) for row in rows]


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
    fields = ("positives", "precision", "recall", "f1", "low", "high")
    return json.dumps({each.name: {name: getattr(each, name) for name in fields} for each in scored}, indent=2)
