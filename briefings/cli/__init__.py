"""The command line: `python -m briefings COMMAND`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = ("load", "parse", "evaluate", "check", "quarantine", "replay", "topics", "train")
USAGE = 2


class Failure(Exception):
    """An error to show in one line: what, why, and what to do; with the exit status."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def parser() -> argparse.ArgumentParser:
    """The parser of every command, each with its help and an example."""
    top = argparse.ArgumentParser(
        prog="python -m briefings", description="Official press briefings, parsed and counted."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = import_module(f"briefings.cli.{name}")
        does = (module.__doc__ or "").strip()
        command = commands.add_parser(name, help=does, description=does, epilog=f"Example: {module.EXAMPLE}")
        module.arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; gives its exit status."""
    try:
        chosen = parser().parse_args(words)
        status: int = chosen.run(chosen)
    except Failure as failure:
        print(f"briefings: {failure}", file=sys.stderr)
        return failure.status
    except KeyboardInterrupt:
        print("briefings: stopped; nothing was changed", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output has left, as in `| head`
        sys.stderr.close()
        return 141
    return status
