"""Pages read, parsed and annotated on every core, in chunks that fit in memory."""

from __future__ import annotations

import gc
import hashlib
import pickle
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, resource_tracker
from pathlib import Path
from tempfile import NamedTemporaryFile

import pyarrow as pa

from briefings import annotate, inputs, sources, staged, tables
from briefings.lexicon import Lexicon
from briefings.models import Page, Quarantined, Refused
from briefings.release import parser_digest
from briefings.staged import Outcome, Parsed

CHUNK = 16
"""Pages a worker takes at a time."""

AHEAD = 6
"""Chunks handed out before the first is awaited."""

EXCERPT = 200


class WorkerDied(Exception):
    """A process of the pool is gone, with what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """One page to parse, and whether another page with the same bytes has been taken already."""

    page: Page | inputs.Unreadable
    given: str
    """The file's path as given, with which the page's name begins."""
    path: str
    input_sha256: str
    again: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """What a chunk of pages gave, ready to be stored."""

    tables: dict[str, pa.Table]
    """Rows by the staged table they belong to."""


def sha256(content: bytes) -> str:
    """The sha256 of some bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def file_sha256(path: Path) -> str:
    """The sha256 of a file, read in pieces; empty where it cannot be read, which its page will tell."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def reading_sha256(path: Path, columns: Mapping[str, str]) -> str:
    """The sha256 of a file; behind a table's, that of the `--columns` it is read with."""
    digest = file_sha256(path)
    if not digest or not columns or inputs.kind(path) not in tables.FORMATS:
        return digest
    return f"{digest}+{sha256(repr(sorted(columns.items())).encode())}"


def same_reading(known: str | None, digest: str) -> bool:
    """Whether a file was read as it would be now; one without `--columns` stays as it was read with them."""
    return known is not None and digest in (known, known.partition("+")[0])


def jobs(files: Iterable[tuple[Path, str]], columns: Mapping[str, str]) -> Iterator[Job]:
    """The pages of the files, each with its file's sha256; repeated pages are marked."""
    seen: set[str] = set()
    for path, digest in files:
        for page in inputs.pages_of(path, columns):
            key = sha256(page.content) if isinstance(page, Page) else ""
            yield Job(page, str(path), str(path.resolve()), digest, key in seen)
            seen.add(key)


def batch(lexicon: Lexicon, chunk: list[Job]) -> Batch:
    """The chunk's pages, parsed and annotated, as Arrow tables."""
    outcomes = [outcome(job, lexicon) for job in chunk]
    digest = parser_digest()
    pages = staged.table("page", (staged.page_row(each, digest) for each in outcomes))
    fresh = (
        Parsed(each.sha256, each.result)
        for each, job in zip(outcomes, chunk, strict=True)
        if not job.again and not isinstance(each.result, Quarantined)
    )
    return Batch({"page": pages, **staged.tables(fresh)})


def outcome(job: Job, lexicon: Lexicon) -> Outcome:
    """The briefing on a page, or why there is none."""
    page = job.page
    if isinstance(page, inputs.Unreadable):
        blank = Page(page.name, b"", "")
        return Outcome(blank, job.path, record(job), "", job.input_sha256, Quarantined(page.reason, page.message, ""))
    result: annotate.Annotated | Quarantined
    try:
        result = annotate.annotated(sources.parse(page), lexicon)
    except Refused as refused:
        result = Quarantined(refused.reason, refused.message, excerpt(page))
    return Outcome(page, job.path, record(job), sha256(page.content), job.input_sha256, result)


def record(job: Job) -> str:
    """Which record of its file a page is; empty where the file is one page."""
    return job.page.name.removeprefix(job.given).removeprefix("#")


def excerpt(page: Page) -> str:
    """The first 200 characters of what a reader would have seen of a refused page."""
    try:
        words = sources.document(page).text
    except Refused:
        words = page.content[: 4 * EXCERPT].decode("utf-8", "replace")
    return words[:EXCERPT]


@contextmanager
def started(workers: int, lexicon: Lexicon) -> Iterator[ProcessPoolExecutor | None]:
    """Processes that boot while the caller goes on; null where one process does it all."""
    if workers <= 1:
        yield None
        return
    with sent(lexicon) as file, ProcessPoolExecutor(workers, get_context("spawn"), ready, (file,)) as pool:
        with deaf():
            for _ in range(workers):
                pool.submit(awake)
        yield pool


@contextmanager
def deaf() -> Iterator[None]:
    """Processes started meanwhile do not hear Ctrl-C, not even before `ready`; the parent hears it afterwards."""
    resource_tracker.ensure_running()  # begun with the first process, it would end the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def batches(work: Iterable[Job], lexicon: Lexicon, pool: Executor | None) -> Iterator[Batch]:
    """The work done in chunks and in order, by the processes of the pool or, without one, here.

    Raises:
        WorkerDied: a process of the pool is gone.
    """
    source = iter(work)
    chunks = iter(lambda: list(islice(source, CHUNK)), [])
    if pool is None:
        yield from (batch(lexicon, chunk) for chunk in chunks)
        return
    pending: deque[Future[Batch]] = deque()
    try:
        for chunk in chunks:
            pending.append(pool.submit(with_lexicon, chunk))
            if len(pending) > AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    except BrokenProcessPool:
        raise WorkerDied("a process that parsed pages was ended from outside: load again, with --jobs 1") from None
    finally:
        for future in pending:
            future.cancel()


@contextmanager
def sent(lexicon: Lexicon) -> Iterator[str]:
    """The path of a file that holds the lexicon: what is handed to a new process itself must fit into a pipe."""
    with NamedTemporaryFile(suffix=".lexicon") as file:
        file.write(pickle.dumps(lexicon))
        file.flush()
        yield file.name


WORKER: list[Lexicon] = []
"""The lexicon of a worker process, sent once."""


def ready(file: str) -> None:
    """Makes a worker ready: Ctrl-C is the parent's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    WORKER.append(pickle.loads(Path(file).read_bytes()))
    # A page makes thousands of small records and no cycles: looking for some less often saves a twentieth of the time.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def awake() -> None:
    """Nothing: a first task, for which a process is started."""


def with_lexicon(chunk: list[Job]) -> Batch:
    """A chunk done in a worker."""
    return batch(WORKER[0], chunk)
