"""How the rows of two files of the same question differ: added, removed, changed."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow.parquet as pq

Row = tuple[str, ...]
INTERNAL = ("statement", "exchange", "briefing")
"""Numbers that a load gives anew: beside `briefing_id` they name nothing that lasts."""
NAMED = ("briefing_id", "position", "topic", "term")
"""What names a row that stands in a briefing."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file's rows as texts."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def only(self, columns: Sequence[str]) -> Table:
        """The same rows with some of the columns."""
        places = [self.columns.index(name) for name in columns]
        return Table(tuple(columns), tuple(tuple(row[place] for place in places) for row in self.rows))


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the rows of the earlier file in the later one."""

    keys: tuple[str, ...]
    """The columns by which a changed row is known again."""
    columns: tuple[str, ...]
    lost: tuple[str, ...]
    """Columns that only the earlier file has."""
    gained: tuple[str, ...]
    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]
    """Earlier and later form of a row with the same keys."""

    @property
    def none(self) -> bool:
        """Whether the two hold the same rows."""
        return not (self.lost or self.gained or self.added or self.removed or self.changed)


def read(content: bytes, form: str) -> Table:
    """The rows of a file, every cell as text."""
    if form == "parquet":
        table = pq.read_table(io.BytesIO(content))
        cells = zip(*(column.to_pylist() for column in table.columns), strict=True)
        return Table(tuple(table.column_names), tuple(tuple(map(written, row)) for row in cells))
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return Table(tuple(header), tuple(map(tuple, rows)))


def written(value: object) -> str:
    """A value as text, nothing as an empty one."""
    return "" if value is None else str(value)


def between(earlier: Table, later: Table, keys: Sequence[str]) -> Difference:
    """The rows added, removed and changed, in the order of the files.

    Args:
        keys: columns by which a row is known again; without them a changed row is one removed and one added.
    """
    shared = lasting([name for name in earlier.columns if name in later.columns])
    known = tuple(name for name in NAMED if name in shared) if "briefing_id" in shared else tuple(keys)
    known = tuple(name for name in known if name in shared)
    one, other = earlier.only(shared), later.only(shared)
    removed, added = surplus(one.rows, other.rows), surplus(other.rows, one.rows)
    changed = tuple(pairs(removed, added, [shared.index(name) for name in known]) if known else ())
    gone, come = Counter(row for row, _ in changed), Counter(row for _, row in changed)
    return Difference(
        keys=known,
        columns=tuple(shared),
        lost=tuple(name for name in earlier.columns if name not in later.columns),
        gained=tuple(name for name in later.columns if name not in earlier.columns),
        added=tuple(without(added, come)),
        removed=tuple(without(removed, gone)),
        changed=changed,
    )


def lasting(columns: list[str]) -> list[str]:
    """The columns whose values last from load to load."""
    if not {"briefing_id", *INTERNAL} <= set(columns):
        return columns
    return [name for name in columns if name not in INTERNAL]


def surplus(rows: Iterable[Row], others: Iterable[Row]) -> list[Row]:
    """The rows that the others lack, as often as they lack them."""
    return list(without(rows, Counter(others)))


def without(rows: Iterable[Row], taken: Mapping[Row, int]) -> Iterator[Row]:
    """The rows after some of them, so many each, were taken away."""
    left = Counter(taken)
    for row in rows:
        if left[row] > 0:
            left[row] -= 1
        else:
            yield row


def pairs(removed: Iterable[Row], added: Iterable[Row], places: Sequence[int]) -> Iterator[tuple[Row, Row]]:
    """Removed and added rows that agree in their keys, in order."""
    waiting: dict[Row, list[Row]] = defaultdict(list)
    for row in added:
        waiting[tuple(row[place] for place in places)].append(row)
    for row in removed:
        if found := waiting[tuple(row[place] for place in places)]:
            yield row, found.pop(0)


def told(difference: Difference, most: int) -> Iterator[str]:
    """The difference in lines: the counts, then the first rows of each kind."""
    for label, names in (("only in the earlier file", difference.lost), ("only in the new file", difference.gained)):
        if names:
            yield f"columns {label}: {', '.join(names)}"
    numbers = (len(difference.added), len(difference.removed), len(difference.changed))
    yield "rows: {:,} added, {:,} removed, {:,} changed".format(*numbers)
    for sign, rows in (("+", difference.added), ("-", difference.removed)):
        yield from (f"{sign} {shown(difference.columns, row)}" for row in rows[:most])
        yield from more(sign, len(rows), most)
    for before, after in difference.changed[:most]:
        yield f"~ {cells(difference, before, after)}"
    yield from more("~", len(difference.changed), most)


def more(sign: str, number: int, most: int) -> Iterator[str]:
    """How many rows are not shown."""
    if number > most:
        yield f"{sign} \u2026 and {number - most:,} more"


def shown(columns: Sequence[str], row: Row) -> str:
    """The cells of a row that hold anything."""
    return ", ".join(f"{name} {clipped(cell)}" for name, cell in zip(columns, row, strict=True) if cell)


def cells(difference: Difference, before: Row, after: Row) -> str:
    """A changed row: its keys, then each cell that is another."""
    both = list(zip(difference.columns, before, after, strict=True))
    keys = ", ".join(f"{name} {clipped(old)}" for name, old, _ in both if name in difference.keys and old)
    return f"{keys}: " + ", ".join(f"{name} {clipped(old)} -> {clipped(new)}" for name, old, new in both if old != new)


def clipped(cell: str, limit: int = 60) -> str:
    """A cell on one line of a terminal: no sign that moves or colours it, not too long."""
    flat = "".join(each if each.isprintable() else " " for each in cell)
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}\u2026"
