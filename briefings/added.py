"""Pages handed over in the browser: their names made safe, their bytes kept beside the database."""

from __future__ import annotations

import hashlib
import os
import re
import time
import unicodedata
from pathlib import Path

MOST_FILES = 200
"""Files taken at a time."""
MOST_MEGABYTES = 50
"""Of one file."""
LONGEST = 50
"""Characters of a file's name that are kept."""
WAITING = ".waiting"
"""Where files stand that were looked at and not loaded; hidden, so that a later load of the folder passes them by."""
A_DAY = 86_400


def readonly() -> bool:
    """Whether this server takes no pages: `BRIEFINGS_READONLY` is set to anything but 0, no or false."""
    return os.environ.get("BRIEFINGS_READONLY", "").strip().lower() not in ("", "0", "no", "false")


def folder(database: Path) -> Path:
    """Where the pages added to a database are kept, to be found by a later rebuild: `added/<its name>` beside it."""
    return database.absolute().parent / "added" / database.stem


def safe(name: str, content: bytes) -> str:
    """A file's name that leads nowhere, hides nothing and is its own: a digest of the bytes, and what was harmless."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    harmless = re.sub(r"[^\w.]+", "-", last)[-LONGEST:].strip("-.")
    return f"{hashlib.sha256(content).hexdigest()[:12]}-{harmless or 'page'}"


def waiting(database: Path, name: str, content: bytes) -> Path:
    """A file to look at, under its safe name; one that is already kept stays where it is.

    Raises:
        OSError: it cannot be written.
    """
    kept = folder(database) / safe(name, content)
    path = kept if kept.exists() else kept.parent / WAITING / kept.name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_suffix(f"{path.suffix}.{os.getpid()}")
        written.write_bytes(content)
        os.replace(written, path)
    return path


def keep(path: Path) -> Path:
    """A file that waited, taken out to be loaded.

    Raises:
        OSError: it cannot be moved.
    """
    if path.parent.name != WAITING:
        return path
    return path.rename(path.parent.parent / path.name)


def forget(database: Path, now: float | None = None) -> None:
    """Removes what has waited for longer than a day."""
    place = folder(database) / WAITING
    old = (now or time.time()) - A_DAY
    for path in place.iterdir() if place.is_dir() else ():
        if path.stat().st_mtime < old:
            path.unlink(missing_ok=True)
