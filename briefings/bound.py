"""A query as SQL with its values written in: to be read and compared, never to be run from a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from briefings.query import Query

# What a parameter may hide in (comments, strings, quoted names) comes first, so that it is passed over.
PARAMETER = re.compile(
    r"""--[^\n]* | /\*.*?\*/ | '(?:[^']|'')*' | "(?:[^"]|"")*" | \$(?P<name>[a-z_]\w*)""", re.X | re.S | re.I
)


def sql(query: Query, values: Mapping[str, object]) -> str:
    """The SQL of a query with these values; a parameter without one is null."""

    def written(found: re.Match[str]) -> str:
        name = found["name"]
        return found[0] if name is None else literal(values.get(name))

    return PARAMETER.sub(written, query.sql)


def literal(value: object) -> str:
    """A value as SQL."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return f"date '{value.isoformat()[:10]}'"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(literal, value))}]"
    return "'" + str(value).replace("'", "''") + "'"
