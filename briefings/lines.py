"""Where a key or a value of a lexicon file stands: line numbers, which the TOML reader does not keep."""

from __future__ import annotations

import re

HEADER = re.compile(r"^\s*\[\[\s*topic\s*(\.\s*terms\s*)?\]\]")
KEY = re.compile(r"""^\s*["']?([\w-]+)["']?\s*=""")


class Lines:
    """The line of each table header, key and quoted value in one file of `[[topic]]` tables."""

    def __init__(self, source: str) -> None:
        self._lines = source.splitlines()
        self._headers: dict[tuple[int, int | None], int] = {}
        topic, group = -1, -1
        for number, line in enumerate(self._lines, start=1):
            if not (header := HEADER.match(line)):
                continue
            if header.group(1):
                group += 1
                self._headers[topic, group] = number
            else:
                topic, group = topic + 1, -1
                self._headers[topic, None] = number

    def key(self, topic: int, group: int | None, key: str) -> int:
        """The line of a key in a table; the table's own line where the key is missing."""
        start = self._headers.get((topic, group), 1)
        for number in range(start, self._end(start) + 1):
            found = KEY.match(self._lines[number - 1]) if number <= len(self._lines) else None
            if found and found.group(1) == key:
                return number
        return start

    def value(self, topic: int, group: int | None, key: str, value: str) -> int:
        """The line of a quoted value in a list, searched from its key on."""
        start = self.key(topic, group, key)
        quoted = (f'"{value}"', f"'{value}'")
        for number in range(start, self._end(start) + 1):
            if any(quote in self._lines[number - 1] for quote in quoted):
                return number
        return start

    def _end(self, start: int) -> int:
        """The last line before the next table."""
        later = [line for line in self._headers.values() if line > start]
        return min(later) - 1 if later else len(self._lines)
