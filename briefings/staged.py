"""Parsed pages as rows: one Arrow table per staged table, named and ordered as in `queries/load/1_staged.sql`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from briefings.annotate import Annotated, turns
from briefings.models import Page, Quarantined

Row = tuple[Any, ...]

TEXTS, NUMBERS = pa.list_(pa.string()), pa.list_(pa.uint64())
SCHEMAS: dict[str, pa.Schema] = {
    "page": pa.schema(
        [(name, pa.string()) for name in ("path", "record", "name", "sha256", "input_sha256")]
        + [("size", pa.uint64()), ("url", pa.string()), ("fetched", pa.date32())]
        + [(name, pa.string()) for name in ("parser_digest", "reason", "message", "excerpt")]
    ),
    "briefing": pa.schema(
        [(name, pa.string()) for name in ("sha256", "source", "ministry")]
        + [("day", pa.date32()), ("publication_date", pa.date32())]
        + [(name, pa.string()) for name in ("date_source", "language", "headline", "city", "agency")]
        + [("spokespersons", TEXTS), ("body", pa.string()), ("words", pa.uint32()), ("sketch", NUMBERS)]
        + [("text", pa.string())]
    ),
    "exchange": pa.schema(
        [("sha256", pa.string()), ("position", pa.uint16()), ("kind", pa.string()), ("topics", TEXTS)]
    ),
    "turn": pa.schema(
        [("sha256", pa.string()), ("position", pa.uint16()), ("exchange", pa.uint16())]
        + [(name, pa.string()) for name in ("kind", "role", "speaker", "outlet", "label")]
    ),
    "statement": pa.schema(
        [("sha256", pa.string()), ("position", pa.uint16()), ("turn", pa.uint16()), ("exchange", pa.uint16())]
        + [(name, pa.string()) for name in ("speaker", "role", "mode")]
        + [("span_start", pa.uint32()), ("span_end", pa.uint32()), ("words", pa.uint16())]
        + [("text", pa.string()), ("tokens", pa.string())]
    ),
    "topic_hit": pa.schema(
        [("sha256", pa.string()), ("statement", pa.uint16()), ("exchange", pa.uint16())]
        + [("topic", pa.string()), ("term", pa.string()), ("span_start", pa.uint32()), ("span_end", pa.uint32())]
    ),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: where it stands, and the briefing on it or why there is none."""

    page: Page
    path: str
    record: str
    sha256: str
    input_sha256: str
    result: Annotated | Quarantined


@dataclass(frozen=True, slots=True)
class Parsed:
    """One annotated briefing and the sha256 of the page it was read from."""

    sha256: str
    annotated: Annotated


def page_row(outcome: Outcome, parser_digest: str) -> Row:
    """The row of a page."""
    page, result = outcome.page, outcome.result
    name = outcome.path.rsplit("/", 1)[-1] + (f"#{outcome.record}" if outcome.record else "")
    place = (outcome.path, outcome.record, name, outcome.sha256, outcome.input_sha256, len(page.content))
    if isinstance(result, Quarantined):
        return (*place, page.url, page.fetched, parser_digest, result.reason, result.message, result.excerpt)
    return (*place, result.briefing.url or page.url, page.fetched, parser_digest, None, None, None)


def briefing_rows(parsed: Parsed) -> Iterator[Row]:
    """The row of a briefing."""
    annotated = parsed.annotated
    it = annotated.briefing
    words = sum(said.words for said in annotated.said)
    yield (
        *(parsed.sha256, it.source, it.ministry, it.briefing_date, it.publication_date, it.date_source, it.language),
        *(it.headline, it.city, it.agency, list(it.spokespersons), annotated.body, words, annotated.sketch, it.text),
    )


def exchange_rows(parsed: Parsed) -> Iterator[Row]:
    """The rows of a briefing's exchanges."""
    for position, exchange in enumerate(parsed.annotated.briefing.exchanges):
        yield parsed.sha256, position, exchange.kind, sorted(parsed.annotated.topics[position].topics)


def turn_rows(parsed: Parsed) -> Iterator[Row]:
    """The rows of a briefing's turns."""
    for position, (exchange, turn) in enumerate(turns(parsed.annotated.briefing.exchanges)):
        yield parsed.sha256, position, exchange, turn.kind, turn.role, turn.speaker, turn.outlet, turn.label


def statement_rows(parsed: Parsed) -> Iterator[Row]:
    """The rows of a briefing's statements."""
    text = parsed.annotated.briefing.text
    for said in parsed.annotated.said:
        it = said.statement
        words = f" {' '.join(said.tokens)} "
        yield (
            *(parsed.sha256, said.position, said.turn, said.exchange, it.speaker, it.role, it.mode),
            *(it.start, it.end, said.words, text[it.start : it.end], words),
        )


def topic_hit_rows(parsed: Parsed) -> Iterator[Row]:
    """The rows of a briefing's topic hits, each in the statement that holds it."""
    said = parsed.annotated.said
    starts = [each.statement.start for each in said]
    for exchange, about in enumerate(parsed.annotated.topics):
        for hit in about.hits:
            statement = bisect_right(starts, hit.start) - 1
            yield parsed.sha256, statement, exchange, hit.topic, hit.term, hit.start, hit.end


ROWS: dict[str, Callable[[Parsed], Iterator[Row]]] = {
    "briefing": briefing_rows,
    "exchange": exchange_rows,
    "turn": turn_rows,
    "statement": statement_rows,
    "topic_hit": topic_hit_rows,
}


def tables(parsed: Iterable[Parsed]) -> dict[str, pa.Table]:
    """The briefings as Arrow tables, by staged table."""
    briefings = list(parsed)
    return {name: table(name, (row for each in briefings for row in rows(each))) for name, rows in ROWS.items()}


def table(name: str, rows: Iterable[Row]) -> pa.Table:
    """Rows as the Arrow table of a staged table."""
    schema = SCHEMAS[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
