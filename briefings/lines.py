"""Where a key or a value of a lexicon file stands: line numbers, which the TOML reader does not keep."""

from __future__ import annotations

import re

HEADER = re.compile(r"^\s*\[\[\s*topic\s*(\.\s*terms\s*)?\]\]")
KEY = re.compile(r"""^\s*(?:\[\[?\s*)?["']?([\w-]+)["']?\s*[=\]]""")


class Lines:
    """The line of each table header, key and quoted value in one file of `[[topic]]` tables."""

    def __init__(self, source: str) -> None:
        self._lines = source.splitlines()
        self._headers: dict[tuple[int, int | None], int] = {}
        topic, group = -1, -1
        for number, line in enumerate(self._lines, start=1):
            if not (header := HEADER.match(line)):
                continue
            topic, group = (topic, group + 1) if header.group(1) else (topic + 1, -1)
            self._headers[topic, group if header.group(1) else None] = number

    def top(self, key: str) -> int:
        """The line of a key or table outside every topic."""
        return self._first(key, 1, len(self._lines)) or 1

    def key(self, topic: int, group: int | None, key: str) -> int:
        """The line of a key in a table; the table's own line where the key is missing."""
        start = self._headers.get((topic, group), 1)
        return self._first(key, start, self._end(start)) or start

    def value(self, topic: int, group: int | None, key: str, value: str, skipped: int = 0) -> int:
        """The line of a quoted value in a list, searched from its key on; earlier ones skipped."""
        start = self.key(topic, group, key)
        for number in range(start, self._end(start) + 1):
            line = self._lines[number - 1]
            skipped -= line.count(f'"{value}"') + line.count(f"'{value}'")
            if skipped < 0:
                return number
        return start

    def _first(self, key: str, start: int, end: int) -> int | None:
        """The first line of a range that sets a key."""
        matches = ((number, KEY.match(self._lines[number - 1])) for number in range(start, end + 1))
        return next((number for number, match in matches if match and match.group(1) == key), None)

    def _end(self, start: int) -> int:
        """The last line before the next table."""
        later = [line for line in self._headers.values() if line > start]
        return min(later) - 1 if later else len(self._lines)
