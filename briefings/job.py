"""A load at work in a process of its own: begun, watched, ended.

A pool of processes inside Streamlit would run its script again in each of them.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from briefings.release import ROOT

FEW = 500
"""Files that one process reads sooner than a pool is up."""
TAIL = 1 << 16


@dataclass(frozen=True, slots=True)
class Job:
    """A load that was begun."""

    process: subprocess.Popen[bytes]
    told: IO[bytes]
    """What it says of its progress, a JSON object a line."""
    failed: IO[bytes]
    names: Mapping[str, str]
    """What it loads: whole paths, and what the reader calls each file."""
    begun: float


@dataclass(frozen=True, slots=True)
class State:
    """How far a load is."""

    running: bool
    done: int
    of: int
    seconds: float
    report: Mapping[str, Any] | None = None
    """What it did; null where it is not at its end, or failed."""
    failure: str = ""
    judged: int = 0
    """Pairs of a statement and a target whose stance is judged, after the pages are read."""
    pairs: int = 0


def begin(
    database: Path, paths: Sequence[Path], names: Mapping[Path, str], rebuild: bool = False, columns: str = ""
) -> Job:
    """A load of the paths, which hold the files named, into the database."""
    words = [sys.executable, "-m", "briefings", "load", "--db", str(database.absolute()), "--progress", "json"]
    words += ["--rebuild"] * rebuild + ["--jobs", "1"] * (len(names) <= FEW) + [f"--columns={columns}"] * bool(columns)
    told, failed = (tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115 (they last as long as the job)
    # A session of its own: it ends its work even where the dashboard is stopped.
    process = subprocess.Popen(
        [*words, "--", *(str(path.absolute()) for path in paths)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=told,
        stderr=failed,
        start_new_session=True,
    )
    return Job(process, told, failed, {str(file.resolve()): name for file, name in names.items()}, time.time())


def state(job: Job) -> State:
    """How far it is now."""
    ended = job.process.poll() is not None
    lines = [json.loads(line) for line in tail(job.told).splitlines() if line.startswith("{") and line.endswith("}")]
    progress, stances, last = (last_of(lines, name) for name in ("done", "judged", "report"))
    report = last.get("report")
    return State(
        running=not ended,
        done=int(progress.get("done", 0)),
        of=int(progress.get("of", len(job.names))),
        seconds=time.time() - job.begun,
        report=report if ended else None,
        failure=failure(job) if ended and report is None else "",
        judged=int(stances.get("judged", 0)),
        pairs=int(stances.get("pairs", 0)),
    )


def last_of(lines: Sequence[Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    """The last line that tells a thing; empty where none does."""
    return next((line for line in reversed(lines) if name in line), {})


def failure(job: Job) -> str:
    """Why it failed, in its own last line."""
    lines = tail(job.failed).strip().splitlines()
    if job.process.returncode == -signal.SIGTERM:
        return "The load was stopped."
    return lines[-1].removeprefix("briefings: ") if lines else f"The load ended with status {job.process.returncode}."


def tail(file: IO[bytes]) -> str:
    """The end of a file that another process writes; the place where that one writes is not moved."""
    size = os.fstat(file.fileno()).st_size
    return os.pread(file.fileno(), TAIL, max(0, size - TAIL)).decode("utf-8", "replace")


def stop(job: Job) -> None:
    """Ends it with all its processes; the database stands as it was."""
    if job.process.poll() is None:
        os.killpg(job.process.pid, signal.SIGTERM)
        job.process.wait()
