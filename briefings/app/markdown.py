"""Text from pages and links where Streamlit reads Markdown: shown as it is, and nothing in it is run or fetched."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.I)
"""Inside what Streamlit would turn into a link."""
JOINER = "\u2060"
"""Unseen, and nothing may be broken at it."""
COMMANDS = re.compile(r"([\\`*_{}\[\]()#!|<>~:$&])")


def plain(text: str) -> str:
    """The text on one line, every sign that could command behind a backslash."""
    return COMMANDS.sub(r"\\\1", ADDRESS.sub(JOINER, " ".join(text.split())))
