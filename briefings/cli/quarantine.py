"""List the pages that were refused, and why."""

from __future__ import annotations

import argparse

import duckdb

from briefings.cli import Failure, common

EXAMPLE = "python -m briefings quarantine"


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments."""
    common.database(command)


def run(chosen: argparse.Namespace) -> int:
    """Prints one line per refused page."""
    if not chosen.db.exists():
        raise Failure(f"{chosen.db}: no such database: load pages first with `python -m briefings load PATH`")
    with duckdb.connect(str(chosen.db), read_only=True) as connection:
        rows = connection.execute("select name, reason, message from quarantine").fetchall()
    for name, reason, message in rows:
        print(f"{name}: {reason}: {message}")
    print(f"{len(rows):,} refused")
    return 0
