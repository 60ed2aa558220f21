"""A tiny database made by hand: the real schema, macros and views, and as many rows as a test names.

The people, ministries and sentences are invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import duckdb

from briefings import query
from briefings.release import SHAPE

MINISTRIES = {"va-mfa": "Foreign Ministry of Valdoria", "os-mfa": "Foreign Ministry of Ostmere"}
SPEAKERS = ("Ada Brandt", "Bela Corvin")
SAID_BEFORE = """
insert into said_before
select s.statement, min(e.statement), 1
from statement as s join statement as e on e.tokens = s.tokens and e.day < s.day
where e.standing = 'counted' group by s.statement
"""
OUTLETS = ("Harbour Post", "Valley Times")
TOPICS = {"fishing": "Fishing", "railways": "Railways", "visas": "Visas"}


@dataclass(frozen=True, slots=True)
class Said:
    """One exchange: a question and an answer, and the topics that they are about."""

    topics: tuple[str, ...] = ()
    hits: Mapping[str, int] = field(default_factory=dict)
    """Uses of a topic's term in the answer; topics without an entry have one in the question."""
    speaker: int = 0
    outlet: int | None = None
    words: int = 10
    """Words of the answer; the question has five."""
    answer: str = ""
    """The answer's words, in place of made-up ones."""


@dataclass(frozen=True, slots=True)
class Held:
    """One briefing."""

    day: date | None
    exchanges: Sequence[Said]
    ministry: int = 0
    standing: str = "counted"


def built(briefings: Iterable[Held]) -> duckdb.DuckDBPyConnection:
    """A database in memory that holds these briefings, undated ones last, as the loader keeps them."""
    connection = duckdb.connect()
    for name in SHAPE:
        query.script(connection, name)
    names(connection)
    keys = {"briefing": 0, "exchange": 0, "statement": 0}
    for held in sorted(briefings, key=lambda one: one.day or date.max):
        briefing(connection, held, keys)
    connection.execute(SAID_BEFORE)
    summed(connection)
    query.script(connection, "load/6_occurrences")
    return connection


def summed(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills the tables of sums as the load does, again where a test has changed what is summed."""
    for table in ("topic_use", "printed", "page_words"):
        connection.execute(f"delete from {table}")
    query.script(connection, "load/5_sums")


def names(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills the tables of names."""
    rows = {
        "ministry": [(number, id_, name, None) for number, (id_, name) in enumerate(MINISTRIES.items())],
        "source": [(0, "made-up", "Made up", "transcript"), (1, "wired", "Wired", "report")],
        "speaker": list(enumerate(SPEAKERS)),
        "outlet": list(enumerate(OUTLETS)),
        "topic": [(number, id_, title) for number, (id_, title) in enumerate(TOPICS.items())],
    }
    for table, lines in rows.items():
        for line in lines:
            insert(connection, table, line)


def insert(connection: duckdb.DuckDBPyConnection, table: str, row: Sequence[object], columns: str = "") -> None:
    """Adds one row."""
    connection.execute(f"insert into {table} {columns} values ({', '.join('?' * len(row))})", list(row))


def briefing(connection: duckdb.DuckDBPyConnection, held: Held, keys: dict[str, int]) -> None:
    """Adds a briefing with its exchanges, statements and hits."""
    number = keys["briefing"]
    keys["briefing"] += 1
    row = (number, f"b{number}", held.standing, 0, held.ministry, held.day, f"Briefing {number}", [SPEAKERS[0]])
    columns = "(briefing, id, standing, source, ministry, day, headline, spokespersons)"
    insert(connection, "briefing", row, columns)
    for position, said in enumerate(held.exchanges):
        exchange(connection, held, said, (number, position), keys)


def exchange(
    connection: duckdb.DuckDBPyConnection, held: Held, said: Said, place: tuple[int, int], keys: dict[str, int]
) -> None:
    """Adds an exchange of two statements."""
    number = keys["exchange"]
    keys["exchange"] += 1
    common = (held.day, held.ministry, 0, said.speaker)
    head = (number, *place, *common, said.outlet, held.standing, "qa")
    insert(connection, "exchange", (*head, 2, 1, said.words + 5, said.words))
    topics = list(TOPICS)
    for id_ in said.topics:
        insert(connection, "exchange_topic", (topics.index(id_), number, place[0], *common, held.standing))
    answer = said.answer or f"Made-up answer {number}."
    for turn, (role, speaker, words, text) in enumerate(
        (("reporter", None, 5, f"Made-up question {number}?"), ("spokesperson", said.speaker, said.words, answer))
    ):
        statement = keys["statement"]
        keys["statement"] += 1
        span = (100 * statement, 100 * statement + 50)
        facts = (held.day, held.ministry, 0, speaker, held.standing, role, "transcript", *span, words, text)
        where = (statement, statement, number, place[0], 2 * place[1] + turn)
        insert(connection, "statement", (*where, *facts, f" {text.lower()} "))
        for id_, uses in hits(said, role).items():
            for use in range(uses):
                start = 100 * statement + 6 * use
                insert(connection, "topic_hit", (topics.index(id_), number, statement, place[0], id_, start, start + 4))


def hits(said: Said, role: str) -> dict[str, int]:
    """How often each topic's term stands in a statement."""
    if role == "spokesperson":
        return dict(said.hits)
    return {id_: 1 for id_ in said.topics if id_ not in said.hits}


def weekdays(first: date, count: int) -> list[date]:
    """So many weekdays from a day on."""
    days = (first + timedelta(days=n) for n in range(2 * count + 4))
    return [day for day in days if day.weekday() < 5][:count]
