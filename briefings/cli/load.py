"""Parse pages into the database, which changes at once or not at all."""

from __future__ import annotations

import argparse
import json
import os
import shlex
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from briefings import store
from briefings.cli import Failure, common
from briefings.scratch import StoreError

EXAMPLE = "python -m briefings load pages/ crawl.warc.gz 'reports/2023-*.txt'"
ALL_REFUSED = 3
ASIDE = {
    "echo": "reports of days with a transcript",
    "revision": "earlier wordings",
    "duplicate": "copies",
    "unanalysed": "in another language than English",
}


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments."""
    command.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, patterns, web archives, tables")
    common.database(command)
    common.columns(command)
    command.add_argument("--rebuild", action="store_true", help="start afresh: forget what the database holds")
    command.add_argument(
        "--jobs", type=positive, default=os.cpu_count() or 1, metavar="N", help="processes (default: one per core)"
    )
    command.add_argument(
        "--progress", choices=("bar", "json"), default="bar", help="a bar, or a JSON object a line for other programs"
    )
    command.add_argument(
        "--stance-model",
        choices=("encoder", "fast", "none"),
        default="encoder",
        help="which model judges stances: the better one (default), the one for large corpora, or none",
    )
    command.add_argument("--lexicon", type=Path, metavar="DIR", help="another folder of lexicons than data/lexicon")


def positive(word: str) -> int:
    """A whole number from 1 on."""
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number of processes: give 1 or more")
    return int(word)


def run(chosen: argparse.Namespace) -> int:
    """Loads, and reports on one screen; 0 if anything was loaded or already here, 3 if every page was refused."""
    files = common.files(chosen.paths)
    wanted = store.Wanted(
        chosen.db,
        tuple(files),
        common.words_of(chosen.lexicon),
        common.mapping(chosen.columns),
        chosen.jobs,
        chosen.rebuild,
        None if chosen.stance_model == "none" else chosen.stance_model,
    )
    try:
        report = loaded(wanted, as_json=chosen.progress == "json")
    except StoreError as error:
        raise Failure(str(error)) from error
    print(json.dumps({"report": asdict(report)}) if chosen.progress == "json" else told(report, chosen.db))
    good = report.loaded + report.replaced + report.unchanged
    return ALL_REFUSED if report.quarantined and not good else 0


def loaded(wanted: store.Wanted, as_json: bool) -> store.Report:
    """What a load did; tells meanwhile how far it is."""
    if as_json:
        return said(wanted)
    with (
        tqdm(total=len(wanted.files), unit=" pages", disable=None, leave=False) as bar,
        tqdm(desc="stances", unit=" pairs", disable=None, leave=False, delay=1) as judged,
    ):
        return store.load(wanted, lambda pages: advance(bar, pages), lambda done, of: reach(judged, done, of))


def said(wanted: store.Wanted) -> store.Report:
    """What a load did; says meanwhile how far it is, in a JSON object a line."""
    total, done = len(wanted.files), 0

    def read(pages: int) -> None:
        nonlocal done
        done += pages
        print(json.dumps({"done": done, "of": max(done, total)}), flush=True)

    return store.load(wanted, read, lambda pairs, of: print(json.dumps({"judged": pairs, "pairs": of}), flush=True))


def advance(bar: tqdm[NoReturn], pages: int) -> None:
    """Moves the bar; a file of many pages makes it longer."""
    if bar.total is not None and bar.n + pages > bar.total:
        bar.total = bar.n + pages
    bar.update(pages)


def reach(bar: tqdm[NoReturn], done: int, of: int) -> None:
    """Moves a bar to a place."""
    bar.total = of
    bar.update(done - bar.n)


def told(report: store.Report, database: Path) -> str:
    """The report as a few lines of text."""
    where = "" if database == common.DATABASE else f" --db {shlex.quote(str(database))}"
    refused = sum(report.quarantined.values())
    lines = [
        f"{report.loaded:>9,} loaded",
        f"{report.replaced:>9,} replaced (same file, new content)",
        f"{report.unchanged:>9,} unchanged",
        f"{refused:>9,} quarantined" + (f": see `python -m briefings quarantine{where}`" if refused else ""),
        *(f"{pages:>13,} {reason}" for reason, pages in sorted(report.quarantined.items())),
    ]
    if report.outdated:
        lines.append(
            f"{report.outdated:>9,} kept from an older version of the parser: load those files again to refresh them"
        )
    if report.aside:
        lines.append("not counted: " + ", ".join(f"{pages:,} {ASIDE[name]}" for name, pages in report.aside.items()))
    lines.append(
        f"{report.stances:>9,} stances, judged by the model `{report.stance_model}`"
        if report.stance_model
        else "no stances: none were asked for, or data/models/stance lacks the model"
    )
    held = " \u00b7 ".join(f"{number:,} {name}" for name, number in report.held.items())
    return "\n".join([*lines, f"{database}: {held}", f"row hash {report.row_hash}"])
