"""Measure the parser, the lexicon or the stance models against labelled sets."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

from briefings.cli import USAGE, Failure
from briefings.evaluate import answers, parse, topics
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
    of_topics(measures.add_parser("topics", help="topics of exchanges", epilog=f"Example: {TOPICS}"))
    replies = measures.add_parser("answers", help="forms of answers against labelled ones")
    replies.add_argument("labels", metavar="LABELS.csv", help="such as data/quality/answers.csv")
    replies.add_argument("databases", metavar="DB", nargs="+", help="databases that hold the labelled answers")
    replies.add_argument("--keep", action="store_true", help="also write the scores where the dashboard shows them")
    replies.add_argument("--json", action="store_true", help="the scores as JSON")
    replies.set_defaults(measured=lambda chosen: answers.run(chosen.labels, chosen.databases, chosen.keep, chosen.json))
    toward = measures.add_parser("stance", help="stances of statements toward targets against labelled ones")
    toward.add_argument("gold", metavar="GOLD.csv")
    toward.add_argument("--stance-model", choices=("encoder", "fast"), default="encoder")
    toward.add_argument("--predictions", metavar="OUT.csv", help="also write what was predicted")
    toward.add_argument("--json", action="store_true")
    toward.set_defaults(measured=stances)


def of_topics(about: argparse.ArgumentParser) -> None:
    """The arguments of `evaluate topics`."""
    about.add_argument("gold", metavar="GOLD.jsonl", type=Path, help="labelled exchanges, one a line")
    about.add_argument("--lexicon", metavar="DIR", type=Path, help="another folder of lexicons than data/lexicon")
    about.add_argument("--predictions", metavar="OUT.jsonl", type=Path, help="also write what was predicted")
    about.add_argument("--given", metavar="FILE.jsonl", type=Path, help="score these predictions, not the lexicon's")
    about.add_argument("--pages", metavar="DIR", type=Path, help="where the pages are that the labelled file names")
    about.add_argument("--keep", action="store_true", help="also keep the scores for the page on sources")
    about.add_argument("--json", action="store_true", help="the scores as JSON")
    about.set_defaults(measured=about_topics)


def about_topics(chosen: argparse.Namespace) -> int:
    """Prints the scores of the topics."""
    return topics.run(
        topics.Plan(
            gold=chosen.gold,
            folder=chosen.lexicon,
            pages=chosen.pages,
            out=chosen.predictions,
            given=chosen.given,
            as_json=chosen.json,
            keep=chosen.keep,
        )
    )


def stances(chosen: argparse.Namespace) -> int:
    """Prints the scores of a stance model; opens what runs it only now, as no other measure needs it."""
    measure = import_module("briefings.evaluate.stance")
    status: int = measure.run(chosen.gold, chosen.stance_model, chosen.predictions, chosen.json)
    return status


def run(chosen: argparse.Namespace) -> int:
    """Prints the scores."""
    try:
        status: int = chosen.measured(chosen)
    except NoInput as error:
        raise Failure(str(error), USAGE) from error
    return status
