"""How questions are answered: the words that refer a question, know nothing, decline, or point to an earlier answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb
import pyarrow as pa

from briefings import query
from briefings.lexicon import tables, texts
from briefings.matching import Matcher
from briefings.release import data_folder

ROWS = 100_000
ASKED = "asked"
NUMBERS = [(name, pa.uint32()) for name in ("statement", "span_start", "span_end")]
SCHEMA = pa.schema([("form", pa.string()), *NUMBERS, ("asked", pa.bool_())])


@dataclass(frozen=True, slots=True)
class Form:
    """One form of answer: its words, and the sentences that prove them."""

    id: str
    terms: tuple[str, ...]
    examples: tuple[str, ...]
    counterexample: str


@dataclass(frozen=True, slots=True)
class AnswerCue:
    """Words that give an answer its form, where they stand in a sentence."""

    form: str
    start: int
    end: int
    asked: bool
    """Whether the sentence says that it speaks of just what was asked."""


def build(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes the form of every answer of the `built` database, with the words that give it."""
    reader = connection.cursor().sql(query.text("load/6_answer_statements")).to_arrow_reader(ROWS)
    for batch in reader:
        columns = (batch[name].to_pylist() for name in ("statement", "span_start", "text"))
        rows = [
            (cue.form, statement, start + cue.start, start + cue.end, cue.asked)
            for statement, start, text in zip(*columns, strict=True)
            for cue in cues(text)
        ]
        connection.register("cues_to_stage", pa.Table.from_arrays(arrays(rows), schema=SCHEMA))
        connection.execute("insert into staged.answer_cue by name select * from cues_to_stage")
        connection.unregister("cues_to_stage")
    query.script(connection, "load/6_answers")


def arrays(rows: list[tuple[str, int, int, int, bool]]) -> list[pa.Array]:
    """The rows as columns of the staged table."""
    columns = list(zip(*rows, strict=True)) or [()] * len(SCHEMA)
    return [pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)]


def cues(sentence: str) -> list[AnswerCue]:
    """The words of a sentence that give an answer a form other than a plain one, each form's first."""
    matcher, form_of = _matcher()
    found = sorted(matcher.found(sentence), key=lambda each: (each.start, -each.end))
    told = [(form_of[matcher.terms[each.term]], each) for each in found]
    asked = any(form == ASKED for form, _ in told)
    firsts: dict[str, AnswerCue] = {}
    for form, each in told:
        if form != ASKED:
            firsts.setdefault(form, AnswerCue(form, each.start, each.end, asked))
    return list(firsts.values())


def forms(path: Path) -> tuple[Form, ...]:
    """The forms of a file, in its order."""
    return tuple(
        Form(
            str(table["id"]),
            texts(table["terms"]),
            texts(table["examples"]),
            str(table["counterexample"]),
        )
        for table in tables(tomllib.loads(path.read_text("utf-8"))["form"])
    )


def path() -> Path:
    """The file of the forms."""
    return data_folder() / "lexicon" / "answers.toml"


@lru_cache(maxsize=1)
def _matcher() -> tuple[Matcher, dict[str, str]]:
    """Every term, made ready once, and the form that each speaks for."""
    asked = texts(tomllib.loads(path().read_text("utf-8"))[ASKED])
    pairs = [(term, form.id) for form in forms(path()) for term in form.terms] + [(term, ASKED) for term in asked]
    return Matcher(term for term, _ in pairs), dict(pairs)


def problems(found: Sequence[Form]) -> Iterator[str]:
    """What is wrong with the forms: terms of two forms, examples that do not prove them."""
    owner: dict[str, str] = {}
    for form in found:
        for term in form.terms:
            if owner.setdefault(term, form.id) != form.id:
                yield f"answers.toml: \u201c{term}\u201d stands in {owner[term]} and {form.id}: keep it in one"
        for example in form.examples:
            if {cue.form for cue in cues(example)} != {form.id}:
                yield f"answers.toml: {form.id}: the example \u201c{example}\u201d must hold words of this form alone"
        if cues(form.counterexample):
            yield f"answers.toml: {form.id}: the counterexample \u201c{form.counterexample}\u201d holds words of a form"
