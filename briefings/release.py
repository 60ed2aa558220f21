"""What a database was made with: digests of the code, the lexicon and the reference data."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from briefings import __version__

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent

SHAPE = (
    *("schema", "holding", "macros", "phrase_statistics", "phrase_forms", "phrase_slices", "phrase_lives"),
    *("stance_slice", "views"),
)
"""The queries that lay out a new database: tables, macros and views."""
MADE = (
    *("chain", "frames", "stems", "repeats", "life", "phrases", "tallies", "offices", "repetition"),
    *("novelty", "answers"),
)
"""The modules that fill tables of phrases, repeats and answers from the statements of any load."""

# These do not touch what a page parses to.
ASIDE = (
    *("app", "evaluate", "cli", "train", "query.py", "store.py", "loading.py", "release.py", "scratch.py"),
    *("changes.py", "dated.py", "additions.py"),
    *("search.py", "sought.py"),
    *("stance.py", "netting.py", "targets.py", "marking.py", "cues.py", "alignment.py", "variants.py"),
    *("stances.py", "corrected.py", "measured.py", "corrections.py", "panels.py", "catalogue.py"),
    *(f"{name}.py" for name in MADE),
    *(
        f"{name}.py"
        for name in ("export", "bound", "citation", "receipt", "replay", "difference", "added", "preview", "job")
    ),
)


def data_folder() -> Path:
    """Where people, sources and lexicons stand: `data/`, or `$BRIEFINGS_DATA`."""
    return Path(os.environ.get("BRIEFINGS_DATA", ROOT / "data"))


@cache
def parser_digest() -> str:
    """Digest of all that decides how a page is parsed: code, people, sources."""
    code = (file for file in PACKAGE.rglob("*.py") if file.relative_to(PACKAGE).parts[0] not in ASIDE)
    return digest([*code, data_folder() / "people.toml", data_folder() / "sources.toml"])


@cache
def code_version() -> str:
    """The program's version, with a digest of all that decides what a load makes of parsed pages."""
    shape = [ROOT / "queries" / f"{name}.sql" for name in SHAPE]
    steps = (ROOT / "queries" / "load").glob("*.sql")
    made = [PACKAGE / f"{name}.py" for name in MADE]
    words = [data_folder() / "lexicon" / f"{name}.toml" for name in ("stopwords", "offices", "answers")]
    return f"{__version__}+{digest([*shape, *steps, *made, *words])[:8]}"


def digest(files: Iterable[Path]) -> str:
    """Digest of the names and contents of files, whatever their order."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:16]
