"""Writes the synthetic sample: `python data/sample/generate.py [--out FOLDER]` gives the same bytes every time."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from making.facts import facts
from making.plan import Planned, plans
from making.report import report
from making.transcript import transcript
from making.words import Material, material

HERE = Path(__file__).resolve().parent
# The half-year in which the agency also reported some of Valdoria's briefings, and how many of them.
OVERLAP, OVERLAPPING = (date(2024, 1, 4), date(2024, 6, 28)), 25


def main() -> None:
    """Write pages, bad pages and facts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write pages/, bad/ and facts.toml into")
    out = parser.parse_args().out
    source = material(HERE / "material")
    for folder in ("pages", "bad"):
        shutil.rmtree(out / folder, ignore_errors=True)
        (out / folder).mkdir(parents=True)
    transcripts, reports = plans(source)
    files = dict(pages(source, transcripts, reports))
    extra: dict[str, dict[str, Any]] = {}
    files |= dict(published_twice(source, transcripts, files, extra))
    covered = [page for page in transcripts if OVERLAP[0] <= page.day <= OVERLAP[1]][:OVERLAPPING]
    extra["overlap"] = {"transcripts": [page.id for page in covered], "reports": [wire(page).id for page in covered]}
    extra["corpus"] = {"transcripts": len(transcripts), "reports": len(reports) + len(covered), "pages": len(files)}
    for name, text in files.items():
        (out / "pages" / name).write_text(text, "utf-8", newline="\n")
    for name, text in bad(source.world):
        (out / "bad" / name).write_text(text, "utf-8", newline="\n")
    (out / "facts.toml").write_text(facts(source, transcripts, reports, extra), "utf-8", newline="\n")


def pages(source: Material, transcripts: Sequence[Planned], reports: Sequence[Planned]) -> Iterator[tuple[str, str]]:
    """Every page but the second publications, as (file name, text)."""
    for index, page in enumerate(transcripts):
        yield f"{page.id}.html", transcript(page, transcripts[max(0, index - 4) : index][::-1], source.world)
    for page in reports:
        yield f"{page.id}.txt", report(page, source.world)
    for page in [page for page in transcripts if OVERLAP[0] <= page.day <= OVERLAP[1]][:OVERLAPPING]:
        yield f"{wire(page).id}.txt", report(wire(page), source.world)


def wire(page: Planned) -> Planned:
    """A transcript's briefing as the agency covers it: the first two questions only."""
    return replace(page, id=page.id.replace("va-", "va-wire-"), exchanges=page.exchanges[:2])


def published_twice(
    source: Material, transcripts: Sequence[Planned], files: dict[str, str], extra: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    """An exact copy of one page and a revised version of another; a later version's name ends in `b`."""
    copied = nearest(transcripts, source.plants["duplicate"]["near"])
    extra["duplicate"] = {"page": copied.id, "copy": f"{copied.id}b"}
    yield f"{copied.id}b.html", files[f"{copied.id}.html"]
    revised = nearest(transcripts, source.plants["revision"]["near"])
    before = [made.lead.words for made in revised.exchanges[:2]]
    after = [f"{words[:-1]}, as it has said before." for words in before]
    added = source.plants["revision"]["added"]
    text = files[f"{revised.id}.html"]
    for old, new in zip(before, after, strict=True):
        text = text.replace(old, new)
    last = revised.exchanges[2].more[-1].words
    text = text.replace(f"{last}</p>", f"{last} {added}</p>", 1)
    extra["revision"] = {
        "page": revised.id,
        "later": f"{revised.id}b",
        "before": before,
        "after": after,
        "added": added,
    }
    yield f"{revised.id}b.html", text


def nearest(pages: Sequence[Planned], day: str) -> Planned:
    """The briefing nearest to a day."""
    return min(pages, key=lambda page: abs((page.day - date.fromisoformat(day)).days))


def bad(world: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Two pages that no load can use: an error page, and a report without any date."""
    notice = world["notice"]
    yield (
        "not-found.html",
        f'<!-- {notice} -->\n<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8" />'
        '<meta name="generator" content="briefings sample (synthetic)" /><title>404 Not Found</title></head>\n'
        f'<body><div class="notice">{notice}</div><h1>404 Not Found</h1>'
        "<p>The page you asked for has moved to another shelf of the harbour archive.</p></body></html>\n",
    )
    yield (
        "undated-report.txt",
        f"{notice}\nNews > FM Press Releases >\n\nOstmere to repair three lighthouses: FM spokesperson\n\nShare:\n\n"
        "LINDHAVEN (Meridian Wire) -- Ostmeran Foreign Ministry Spokesperson Anders Vole said at a regular press "
        "briefing that three lighthouses would be repaired before the herring return.\n\n"
        '"The lamps are old and the rocks have not moved," he said.\n',
    )


if __name__ == "__main__":
    main()
