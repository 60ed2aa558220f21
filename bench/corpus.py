"""The briefings of a loaded database as exchanges of sentences, ready to be recombined."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

READ = """
select
    statement.briefing,
    statement.exchange,
    coalesce((select min(topic) from exchange_topic where exchange_topic.exchange = statement.exchange), 0) as topic,
    turn.kind = 'question' as asks,
    statement.text
from statement
inner join turn using (turn)
where statement.standing = 'counted'
order by statement.statement
"""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The sentences of a question and its answer; an announcement or a report has no question."""

    topic: int
    question: tuple[str, ...]
    answer: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, str]:
        """The question and the answer as running text."""
        return " ".join(self.question), " ".join(self.answer)


Document = tuple[Exchange, ...]


def read(database: Path) -> list[Document]:
    """Every briefing of the database that counts and says something."""
    with duckdb.connect(str(database), read_only=True) as connection:
        rows = connection.execute(READ).fetchall()
    documents = []
    for _, briefing in groupby(rows, key=lambda row: row[0]):
        documents.append(tuple(exchange(list(said)) for _, said in groupby(briefing, key=lambda row: row[1])))
    return documents


def exchange(rows: list[tuple[int, int, int, bool, str]]) -> Exchange:
    """One exchange from its statements."""
    asked, answered = (tuple(row[4] for row in rows if row[3] is asks) for asks in (True, False))
    return Exchange(rows[0][2], asked, answered)


def cells(document: Document) -> list[str]:
    """The questions and answers of a briefing, in order."""
    return [cell for each in document for cell in each.cells if cell]
