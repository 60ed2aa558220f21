"""How fast pages load and how much memory that takes, beside the least that any loader has to do.

Run: python -m bench.load [PATH] [--times 3]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil  # type: ignore[import-untyped]
from lxml import html

from briefings import inputs
from briefings.release import ROOT

JOBS = (1, 2)
PAUSE = 0.02
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """One load: how long by the clock, how long the processors worked, and the most memory at one time."""

    seconds: float
    processor: float
    peak: int


def pages() -> Path:
    """The real pages where they are, else the sample's."""
    real = Path(os.environ.get("BRIEFINGS_SHARED", ROOT.parent / "shared"), "corpora", "mfa-cn-en")
    return real if real.is_dir() else ROOT / "data" / "sample" / "pages"


def resident(top: psutil.Process) -> int:
    """Bytes in memory of a process and its children, shared pages counted in each."""
    total = 0
    for process in (top, *top.children(recursive=True)):
        try:
            total += process.memory_info().rss
        except psutil.NoSuchProcess:
            continue  # it ended while we looked
    return total


def load(path: Path, jobs: int) -> Run:
    """Loads into a fresh database in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="briefings-bench-") as folder:
        command = [sys.executable, "-m", "briefings", "load", str(path), "--db", f"{folder}/fresh.duckdb"]
        start, before = time.perf_counter(), os.times()
        with subprocess.Popen([*command, "--jobs", str(jobs)], cwd=ROOT, stdout=subprocess.PIPE) as running:
            peak = 0
            while running.poll() is None:
                try:
                    peak = max(peak, resident(psutil.Process(running.pid)))
                except psutil.NoSuchProcess:
                    break
                time.sleep(PAUSE)
            running.wait()
        if running.returncode:
            raise SystemExit(f"{path}: the load failed: see above")
        after, end = os.times(), time.perf_counter()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(end - start, worked, peak)


def floor(files: Sequence[Path]) -> float:
    """Seconds to read every page and, where it is HTML, to parse it with lxml, in one process."""
    start = time.perf_counter()
    for file in files:
        content = file.read_bytes()
        if b"<html" in content[:4096].lower():
            html.document_fromstring(content)
    return time.perf_counter() - start


def main(words: Sequence[str] | None = None) -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path", type=Path, nargs="?", default=pages(), help="pages to load (default: the real ones)")
    parser.add_argument("--times", type=int, default=3, help="loads of each kind (default: 3)")
    chosen = parser.parse_args(words)
    files = inputs.expand([chosen.path])
    least = min(floor(files) for _ in range(chosen.times))
    print(f"{len(files):,} files of {chosen.path}; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"floor (read, lxml): {least:.2f} s, {len(files) / least:,.0f} files/s")
    print("jobs  best s  files/s  median s  processor s  peak MiB  times the floor")
    for jobs in JOBS:
        runs = [load(chosen.path.resolve(), jobs) for _ in range(chosen.times)]
        best, usual = min(run.seconds for run in runs), median(run.seconds for run in runs)
        worked, peak = min(run.processor for run in runs), max(run.peak for run in runs) >> 20
        shown = f"{jobs:>4}  {best:>6.2f}  {len(files) / best:>7.0f}  {usual:>8.2f}  {worked:>11.2f}  {peak:>8,}"
        print(f"{shown}  {best / least:>15.1f}")


if __name__ == "__main__":
    main()
