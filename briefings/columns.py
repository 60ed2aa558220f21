"""Which column of a table holds what: found by name, or as `--columns` says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings.models import Refused

# The first name is the field's own; the others are what tables call it. Compared in lower case, signs as underscores.
NAMES: dict[str, tuple[str, ...]] = {
    "question": ("question", "questions", "q", "question_text", "question_en"),
    "answer": ("answer", "answers", "a", "response", "reply", "answer_text", "answer_en"),
    "text": ("text", "body", "content", "transcript", "full_text", "article", "article_text"),
    "date": ("date", "briefing_date", "conference_date", "press_conference_date", "datetime"),
    "day": ("day",),
    "month": ("month",),
    "year": ("year",),
    "publication_date": ("publication_date", "published", "published_at", "pub_date", "date_published"),
    "spokesperson": ("spokesperson", "spokesman", "spokeswoman", "speaker", "spokesperson_name", "answered_by"),
    "outlet": ("outlet", "media", "media_outlet", "news_outlet", "asked_by"),
    "headline": ("headline", "title"),
    "ministry": ("ministry", "ministry_id", "department", "institution"),
    "agency": ("agency", "publisher", "source"),
    "city": ("city", "place", "location"),
    "url": ("url", "link", "source_url", "href"),
    "language": ("language", "lang"),
}
EXAMPLE = "--columns question=Q,answer=A,date=Day,ministry==cn-mfa"

# The published CMFA PressCon corpus names no ministry; no other table has these lemmatised and entity columns.
PRESSCON = frozenset(["question", "answer", "question_lem", "answer_lem", "spokesperson"])
PRESSCON_MINISTRY = "cn-mfa"


class BadColumns(Exception):
    """A `--columns` line that cannot be read, said in one line."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field of a table stands, and the fields that are the same in every row."""

    places: Mapping[str, int]
    constants: Mapping[str, str]

    def value(self, row: Sequence[str | None], field: str) -> str | None:
        """What a row says for a field; null where the table is silent."""
        if field in self.constants:
            return self.constants[field]
        place = self.places.get(field)
        return None if place is None or place >= len(row) else row[place]

    def has(self, *fields: str) -> bool:
        """Whether the table says something for all of the fields."""
        return all(field in self.places or field in self.constants for field in fields)


def options(line: str) -> dict[str, str]:
    """The fields of a `--columns` line: `field=column`, or `field==value` for one value in every row.

    Raises:
        BadColumns: a part has no equals sign, or names a field that does not exist.
    """
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in line.split(","))):
        field, sign, column = part.partition("=")
        if not sign or not column.strip("= "):
            raise BadColumns(f"--columns {part!r}: write field=column or field==value, as in {EXAMPLE}")
        if field.strip() not in NAMES:
            raise BadColumns(f"--columns {field.strip()!r}: no such field; the fields are {', '.join(NAMES)}")
        found[field.strip()] = column.strip()
    return found


def found(header: Sequence[str], chosen: Mapping[str, str]) -> Columns:
    """The columns of a table, those chosen before those found by name.

    Raises:
        Refused: `no_columns` where the date or the words are missing; the message shows the header and what to write.
    """
    if strange := set(chosen) - set(NAMES):
        raise Refused(
            "no_columns", f"no field {', '.join(sorted(strange))} in a table; the fields are {', '.join(NAMES)}"
        )
    constants = {field: column[1:].strip() for field, column in chosen.items() if column.startswith("=")}
    keys = [plain(name) for name in header]
    if set(keys) >= PRESSCON and "ministry" not in chosen:
        constants["ministry"] = PRESSCON_MINISTRY
    places = {field: keys.index(name) for field, names in NAMES.items() if (name := first(names, keys)) is not None}
    for field, column in chosen.items():
        if field not in constants:
            places[field] = place(column, keys, header)
    columns = Columns(places, constants)
    dated = columns.has("date") or columns.has("year", "month", "day")
    if not dated or not (columns.has("answer") or columns.has("text")):
        raise unnamed(header, columns)
    return columns


def first(names: Sequence[str], keys: Sequence[str]) -> str | None:
    """The first of a field's names that the header has."""
    return next((name for name in names if name in keys), None)


def place(column: str, keys: Sequence[str], header: Sequence[str]) -> int:
    """The position of a column that was chosen by name.

    Raises:
        Refused: `no_columns` where the header has no such column.
    """
    if plain(column) not in keys:
        raise Refused("no_columns", f"no column {column!r}; the header is {shown(header)}: correct --columns")
    return keys.index(plain(column))


def plain(name: str) -> str:
    """A column name as it is compared."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def unnamed(header: Sequence[str], columns: Columns) -> Refused:
    """The refusal of a table whose columns are not recognised, with the line to use."""
    known = {field: header[index] for field, index in columns.places.items() if field in ("date", "question", "answer")}
    line = ",".join(f"{field}={known.get(field, '?')}" for field in ("date", "question", "answer"))
    needs = "a table needs a date and either an answer (with its question) or a text"
    return Refused("no_columns", f"{needs}; the header is {shown(header)}: say which is which with --columns {line}")


def shown(header: Sequence[str]) -> str:
    """The header for a message, very long ones cut."""
    return ", ".join(header[:40]) + (", ..." if len(header) > 40 else "")
