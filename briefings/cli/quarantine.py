"""List the pages that were refused, and why."""

from __future__ import annotations

import argparse

from briefings.cli import common

EXAMPLE = "python -m briefings quarantine"


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments."""
    common.database(command)


def run(chosen: argparse.Namespace) -> int:
    """Prints one line per refused page."""
    with common.reading(chosen.db) as connection:
        rows = connection.execute(
            "select name, url, reason, message from page where reason is not null order by name"
        ).fetchall()
    for name, url, reason, message in rows:
        print(f"{name}{f' ({url})' if url else ''}: {reason}: {message}")
    print(f"{len(rows):,} refused")
    return 0
