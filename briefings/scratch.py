"""The scratch folder beside a database, in which one load at a time builds the new file."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StoreError(Exception):
    """A database that cannot be opened or built, with the remedy."""


@contextmanager
def alone(database: Path) -> Iterator[Path]:
    """A scratch folder beside the database that no other load uses, gone afterwards.

    Raises:
        StoreError: no file can be written there, or another load of this database is at work.
    """
    scratch = database.with_name(f".{database.name}.load")
    try:
        scratch.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{database}: {error.strerror}: name another file with --db") from error
    if database.is_dir():
        scratch.rmdir()
        raise StoreError(f"{database}: is a folder: name a file with --db")
    with (scratch / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StoreError(f"{database}: another load is at work on it: wait until it ends") from None
        clear(scratch)  # a killed load leaves its files
        try:
            yield scratch
        finally:
            clear(scratch)
            (scratch / "lock").unlink()
            scratch.rmdir()


def clear(scratch: Path) -> None:
    """Empties the scratch folder, the lock apart."""
    for left in scratch.iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        elif left.name != "lock":
            left.unlink()
