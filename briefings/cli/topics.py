"""Show what a sentence is about, and which terms say so."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefings import topics
from briefings.cli import common

EXAMPLE = 'python -m briefings topics "The two sides spoke of tariffs on steel."'


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments."""
    command.add_argument("text", help="any sentence or paragraph")
    command.add_argument("--lexicon", type=Path, metavar="DIR", help="another folder of lexicons than data/lexicon")


def run(chosen: argparse.Namespace) -> int:
    """Prints each topic that the text touches, its score against the threshold, and the words that made it."""
    explained = topics.explain(chosen.text, common.words_of(chosen.lexicon))
    for each in explained:
        verdict = "about" if each.about else "touched"
        print(f"{verdict:>7}  {each.title} ({each.topic}): {each.score:.1f} of {each.threshold:.1f}")
        for term, words, weight in each.matches:
            print(f"{weight:>15.1f}  {words} (term: {term})")
    if not explained:
        print("no term of the lexicon occurs in it")
    return 0
