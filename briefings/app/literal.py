"""Texts as Markdown that shows them as they are."""

from __future__ import annotations

import re

SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+$~|:-])")


def literal(text: str) -> str:
    """A text with every sign that Markdown would take for its own behind a backslash."""
    return SIGNS.sub(r"\\\1", text)
