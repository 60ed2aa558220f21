"""Show what the parser sees on a page."""

from __future__ import annotations

import argparse
import json
from typing import Any

from briefings import inputs, serial, sources
from briefings.cli import common
from briefings.models import Page, Refused

EXAMPLE = "python -m briefings parse pages/2023-01-30.txt --json"


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments."""
    command.add_argument("path", metavar="PATH", help="a file, folder, web archive or table")
    common.columns(command)
    command.add_argument("--json", action="store_true", help="everything, as JSON; one object a line for several pages")


def run(chosen: argparse.Namespace) -> int:
    """Prints every page of the file or folder."""
    files, columns = common.files([chosen.path]), common.mapping(chosen.columns)
    pages = [seen(page) for path in files for page in inputs.pages_of(path, columns)]
    for page in pages:
        indent = 1 if len(pages) == 1 else None
        print(json.dumps(page, ensure_ascii=False, indent=indent) if chosen.json else told(page))
    return 0


def seen(page: Page | inputs.Unreadable) -> dict[str, Any]:
    """The page as plain values, or why there is no briefing on it."""
    if isinstance(page, inputs.Unreadable):
        return serial.refused_as_json(Refused(page.reason, page.message))
    try:
        return serial.as_json(sources.parse(page))
    except Refused as refused:
        return serial.refused_as_json(refused)


def told(page: dict[str, Any]) -> str:
    """The page as text: its facts, then its turns."""
    if refused := page["quarantine"]:
        return f"refused ({refused['reason']}): {refused['message']}"
    facts = ("headline", "source", "ministry", "language", "briefing_date", "date_source", "publication_date")
    lines = [f"{name.replace('_', ' '):>17}  {page[name]}" for name in facts]
    lines.append(f"{'spokespersons':>17}  {', '.join(page['spokespersons'])}")
    for exchange in page["exchanges"]:
        lines.append("")
        for turn in exchange["turns"]:
            who = turn["outlet"] or turn["speaker"] or "\u2013"
            lines.append(f"[{turn['role']}] {who}: {turn['text']}")
    return "\n".join(lines)
