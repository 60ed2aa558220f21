"""Train the stance models, or the words of the topics, on labelled examples."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

from briefings.cli import USAGE, Failure
from briefings.learned import FILE
from briefings.lexicon import LexiconError
from briefings.release import data_folder

EXAMPLE = "python -m briefings train stance labels.csv --unlabelled data/briefings.duckdb"


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments: what to train, and from what."""
    kinds = command.add_subparsers(dest="kind", required=True, metavar="WHAT")
    stance = kinds.add_parser("stance", help="both stance models, from files in the gold format")
    stance.add_argument("labels", metavar="LABELS.csv", nargs="+", type=Path)
    stance.add_argument(
        "--unlabelled", metavar="DB", action="append", type=Path, default=[], help="database to widen it"
    )
    stance.add_argument("--out", type=Path, help="folder to write to (default: the shipped models' own)")
    stance.add_argument("--pairs", type=int, default=24000, help="unlabelled pairs to take")
    stance.add_argument("--seed", type=int, default=0)
    stance.set_defaults(trained=stances)
    words = kinds.add_parser("topics", help="the learned words of the topics, from labelled exchanges")
    words.add_argument("labels", metavar="LABELS.jsonl", nargs="+", type=Path)
    words.add_argument("--out", type=Path, help="file to write to (default: data/lexicon/learned.json)")
    words.set_defaults(unlabelled=[], trained=words_of_topics)


def run(chosen: argparse.Namespace) -> int:
    """Trains and writes what was asked for."""
    if missing := [path for path in (*chosen.labels, *chosen.unlabelled) if not path.is_file()]:
        raise Failure(f"no such file: {missing[0]}", USAGE)
    try:
        chosen.trained(chosen)
    except ModuleNotFoundError as error:
        raise Failure(f"training needs `{error.name}`: pip install -r requirements-train.txt", USAGE) from error
    except (ValueError, LexiconError) as error:
        raise Failure(str(error), USAGE) from error
    return 0


def stances(chosen: argparse.Namespace) -> None:
    """Trains the stance models (needs requirements-train.txt)."""
    # Only here: nothing else of the program needs what training needs.
    train = import_module("briefings.train.stance")
    out = chosen.out or data_folder() / "models" / "stance"
    train.run(train.Plan(tuple(chosen.labels), tuple(chosen.unlabelled), out, chosen.pairs, chosen.seed))


def words_of_topics(chosen: argparse.Namespace) -> None:
    """Learns which words speak for a topic, and says how many."""
    train = import_module("briefings.train.topics")
    print(train.run(chosen.labels, chosen.out or data_folder() / "lexicon" / FILE))
