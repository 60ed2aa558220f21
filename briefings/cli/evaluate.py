"""Measure the parser or the lexicon against labelled sets."""

from __future__ import annotations

import argparse

from briefings.cli import USAGE, Failure
from briefings.evaluate import parse, topics
from briefings.inputs import NoInput

EXAMPLE = "python -m briefings evaluate parse ../shared/gold/parse/dev ../shared/corpora"
TOPICS = "python -m briefings evaluate topics ../shared/gold/topics/dev.jsonl"


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments: a command of their own for each measure."""
    measures = command.add_subparsers(dest="measure", required=True, metavar="WHAT")
    pages = measures.add_parser(
        "parse", help="dates, people, turns and statements against hand-checked pages", epilog=f"Example: {EXAMPLE}"
    )
    pages.add_argument("gold", metavar="GOLD_DIR", help="folder of answers, one JSON file a page")
    pages.add_argument("pages", metavar="PAGES_DIR", help="folder that holds the pages")
    pages.add_argument("--json", action="store_true", help="the scores as JSON")
    pages.set_defaults(measured=lambda chosen: parse.run(chosen.gold, chosen.pages, chosen.json))
    about = measures.add_parser("topics", help="topics of exchanges against labelled ones", epilog=f"Example: {TOPICS}")
    about.add_argument("gold", metavar="GOLD.jsonl", help="labelled exchanges, one a line")
    about.add_argument("--predictions", metavar="OUT.jsonl", help="also write what was predicted")
    about.add_argument("--json", action="store_true", help="the scores as JSON")
    about.set_defaults(measured=lambda chosen: topics.run(chosen.gold, chosen.predictions, chosen.json))


def run(chosen: argparse.Namespace) -> int:
    """Prints the scores."""
    try:
        status: int = chosen.measured(chosen)
    except NoInput as error:
        raise Failure(str(error), USAGE) from error
    return status
