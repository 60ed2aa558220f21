"""The recurring phrases of a database: found from its statements, written with every use of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import duckdb
import numpy as np
import pyarrow as pa

from briefings import offices, query
from briefings.chain import Array, function_words, linked
from briefings.life import Calendar, lives
from briefings.repeats import Corpus, Repeats, repeats
from briefings.tallies import Uses, slices, tallies

LEAST = 3
"""Briefings that must hold a phrase; one in PER briefings where there are more."""
PER = 10_000
ROWS = 4_000_000
"""Uses written at a time."""
ROLES = ("spokesperson", "reporter", "third_party", "narrator")
"""The type `voice` of the schema."""
VOICES = {"": None, "spoken_": ROLES.index("spokesperson")}
"""Whose uses are summed up: a prefix of columns, and the role."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the statements that can hold phrases, row by row, and of the briefings."""

    keys: dict[str, Array]
    """Of each statement: its key, those of its exchange and its briefing."""
    briefing: Array
    """The number of its briefing, without gaps."""
    voice: Array
    calendar: Calendar
    ranks: Array


TOGETHER = 64
"""Slices whose tallies are written at a time: each insert has a price of its own."""


def least(briefings: int) -> int:
    """In how many briefings a phrase must stand to recur, of so many that count."""
    return max(LEAST, -(-briefings // PER))


def build(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes the phrases of the `built` database, from its statements alone."""
    facts = known_facts(connection)
    chain = linked(connection.sql(query.text("load/6_words")).to_arrow_reader(500_000))
    counted = facts.calendar.counted
    corpus = Corpus(chain, facts.briefing, counted[facts.briefing], least(int(counted.sum())))
    over, known = slices(connection), 0
    for found in repeats(corpus):
        if len(found.first):
            for rows in uses(corpus, facts, found, known):
                stage(connection, "built.posting", rows)
            phrases = summed(corpus, facts, found, known)
            stage(connection, "staged.phrase", phrases)
            row, voice = chain.statement[found.first], voices(corpus, facts, found.first)
            spoken, asked = (voice == ROLES.index(role) for role in ("spokesperson", "reporter"))
            told = tallies(over, Uses(found.sequence, row, spoken, asked), known)
            while some := list(islice(told, TOGETHER)):
                stage(connection, "staged.phrase_tally", pa.concat_tables(some))
            known += phrases.num_rows
    del corpus, chain
    stage(connection, "built.function_word", function_word_table())
    query.script(connection, "load/6_phrase_uses")
    stage(connection, "staged.phrase_named", names(connection))
    query.script(connection, "load/6_phrases")


def function_word_table() -> pa.Table:
    """The function words with their kinds."""
    words, kinds = zip(*sorted(function_words().items()), strict=True)
    return pa.table({"word": words, "kind": kinds})


def stage(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Adds rows to a table."""
    connection.register("rows_to_stage", rows)
    connection.execute(f"insert into {name} by name select * from rows_to_stage")
    connection.unregister("rows_to_stage")


def known_facts(connection: duckdb.DuckDBPyConnection) -> Facts:
    """What the database knows of its statements and briefings; briefings are numbered without gaps."""
    said = connection.sql(query.text("load/6_statements")).to_arrow_table()
    held = connection.sql(query.text("load/6_briefings")).to_arrow_table()
    source, counted, placed = (held[name].to_numpy() for name in ("source", "counted", "placed"))
    calendar = Calendar(source.astype(np.int64), counted, placed)
    keys = {name: said[name].to_numpy() for name in ("statement", "exchange", "briefing")}
    return Facts(keys, said["number"].to_numpy(), said["voice"].to_numpy(), calendar, calendar.ranks())


def names(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """For every phrase, by its key, whether it names a person or an office."""
    tokens = connection.sql("select phrase, tokens from staged.phrase_text order by phrase").to_arrow_table()
    speakers = [name for (name,) in connection.execute("select name from built.speaker").fetchall()]
    texts = [text for (text,) in connection.execute(query.text("load/6_texts")).fetchall()]
    named = offices.named(tokens["tokens"].to_pylist(), speakers, texts)
    return pa.table({"phrase": tokens["phrase"], "named": pa.array(named, pa.bool_())})


def uses(corpus: Corpus, facts: Facts, found: Repeats, known: int) -> Iterator[pa.Table]:
    """The uses of some sequences as rows, their phrases numbered on from those known."""
    for begin in range(0, len(found.first), ROWS):
        first = found.first[begin : begin + ROWS]
        row = corpus.chain.statement[first]
        voice = pa.DictionaryArray.from_arrays(voices(corpus, facts, first).astype(np.int8), ROLES)
        columns = {
            "phrase": (found.sequence[begin : begin + ROWS] + known).astype(np.uint32),
            "start": corpus.chain.token[first].astype(np.uint16),
            "role": voice,
        }
        yield pa.table(columns | {name: column[row] for name, column in facts.keys.items()})


def voices(corpus: Corpus, facts: Facts, first: Array) -> Array:
    """Whose each use is: who makes the statement, or the narrator where a report's own words stand around that."""
    voice: Array = facts.voice[corpus.chain.statement[first]]
    return np.where(corpus.chain.framed[first], ROLES.index("narrator"), voice)


def cores(corpus: Corpus, found: Repeats, example: Array) -> pa.ListArray:
    """For every sequence the stems of its content words."""
    words = corpus.chain.stem[corpus.chain.word[example[:, None] + np.arange(found.content)]]
    offsets = np.arange(len(example) + 1, dtype=np.int32) * found.content
    return pa.ListArray.from_arrays(offsets, words.astype(np.uint32).ravel())


def summed(corpus: Corpus, facts: Facts, found: Repeats, known: int) -> pa.Table:
    """One row per sequence: its first use, how often it is used, and the life of those uses."""
    chain, phrases = corpus.chain, int(found.sequence[-1]) + 1
    example = found.first[np.searchsorted(found.sequence, np.arange(phrases))]
    row = chain.statement[found.first]
    counts = corpus.counted[row]
    voice = voices(corpus, facts, found.first)
    close = counts & chain.close[found.first + found.content]
    ends = counts & chain.ends[found.first + found.content - 1]
    columns = {
        "phrase": np.arange(known, known + phrases),
        "statement": facts.keys["statement"][chain.statement[example]],
        "start": chain.token[example],
        "length": chain.token[example + found.content - 1] - chain.token[example] + 1,
        "runs_on": np.bincount(found.sequence[close], minlength=phrases),
        "ends": np.bincount(found.sequence[ends], minlength=phrases),
        "core": cores(corpus, found, example),
        "asked": np.bincount(found.sequence[counts & (voice == ROLES.index("reporter"))], minlength=phrases),
    }
    for prefix, role in VOICES.items():
        chosen = counts if role is None else counts & (voice == role)
        life = lives(phrases, found.sequence[chosen], facts.briefing[row[chosen]], facts.calendar, facts.ranks)
        columns |= {f"{prefix}{name}": getattr(life, name) for name in life.__slots__}
    return pa.table(columns)
