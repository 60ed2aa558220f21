"""Check people, sources, lexicons, targets and cues for mistakes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from briefings import answers, cues, lexicon, ministries, people, query, targets
from briefings.cli import common
from briefings.release import data_folder

EXAMPLE = "python -m briefings check"


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments."""
    common.database(command)
    command.add_argument("--lexicon", type=Path, metavar="DIR", help="another folder of lexicons than data/lexicon")


def run(chosen: argparse.Namespace) -> int:
    """Prints every mistake; 1 if there is any. Labels that nobody in people.toml answers to are told, not counted."""
    words = data_folder() / "lexicon"
    mistakes = [*people.problems(), *lexicon.problems(chosen.lexicon or words)]
    mistakes += answers.problems(answers.forms(answers.path()))
    mistakes += targets.problems(words / "targets.toml") or targets.disproved(words / "targets.toml")
    mistakes += cues.problems(words / "cues.toml")
    print("\n".join([*mistakes, "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"]))
    print("formats known: " + ", ".join(f"{source.id} ({source.name})" for source in ministries.sources()))
    if chosen.db.exists():
        print("\n".join(unresolved(chosen.db)))
    return 1 if mistakes else 0


def unresolved(database: Path) -> Iterator[str]:
    """The labels of a database that stayed as printed, with how often they speak."""
    with common.reading(database) as connection:
        rows = connection.execute(query.text("labels/printed")).fetchall()
    known = {person.name for person in people.persons()}
    for label, ministry, turns in rows:
        if label not in known:
            yield f"{turns:>7,} turns as printed: {label} ({ministry})"
