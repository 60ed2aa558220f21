"""A receipt: what a file holds, how it was made, how to make it again and how to cite it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from briefings import bound, citation, export
from briefings.citation import Cited
from briefings.export import Extract, File

VERSION = 1
NAME = "receipt.json"
SEAL = "seal"
DENOMINATORS = ("exchanges", "briefings", "words", "statements", "of", "words_a", "words_b", "expected")
"""Columns that other columns of a table are shares or rates of."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file was made from and where: the same for all files of a page."""

    filters: str
    """In words; `everything loaded` where none is set."""
    sources: str
    """The names of the sources."""
    held: Mapping[str, Any]
    """The slice in numbers: briefings, exchanges, statements, words, first and last day, undated."""
    held_in_words: str
    release: Mapping[str, Any]
    methods: str
    permalink: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one file is: its title, its name, and what its counts count."""

    title: str
    name: str
    """Of the file, without its ending."""
    counts: Mapping[str, str] = field(default_factory=dict)
    """The column of counts and the unit it counts."""


def packed(extract: Extract, file: File, told: Told, origin: Origin) -> bytes:
    """The file, its receipt and its citations in one zip; the same contents give the same bytes."""
    paper = made(extract, file, told, origin)
    contents = {
        str(paper["file"]["name"]): file.content,
        NAME: text(paper).encode(),
        "citation.txt": f"{paper['citation']['plain']}\n".encode(),
        "citation.bib": str(paper["citation"]["bibtex"]).encode(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(entry(name), content)
    return buffer.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """A place in a zip that says nothing of the time and the machine."""
    place = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    place.compress_type, place.create_system, place.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
    return place


def made(extract: Extract, file: File, told: Told, origin: Origin) -> dict[str, Any]:
    """The receipt, sealed."""
    digest = hashlib.sha256(file.content).hexdigest()
    cited = citable(told, origin, digest)
    paper = {
        "receipt": VERSION,
        "title": told.title,
        "file": described(extract, file, told, digest),
        "filters": origin.filters,
        "sources": origin.sources,
        "denominators": denominators(file, told, origin),
        "query": asked(extract),
        "release": {name: plain(value) for name, value in origin.release.items()},
        "defused": defused(extract, file),
        "methods": origin.methods,
        "citation": {"plain": citation.plain(cited), "bibtex": citation.bibtex(cited)},
        "permalink": origin.permalink,
        "again": f"python -m briefings replay {NAME}",
    }
    return {**paper, SEAL: seal(paper)}


def described(extract: Extract, file: File, told: Told, digest: str) -> dict[str, Any]:
    """The file: its name, size and digest, its rows and columns."""
    return {
        "name": f"{told.name}.{extract.form}",
        "form": extract.form,
        "sha256": digest,
        "bytes": len(file.content),
        "rows": file.rows,
        "one_row_per": extract.asks.grain,
        "columns": list(file.columns),
    }


def denominators(file: File, told: Told, origin: Origin) -> dict[str, Any]:
    """What the numbers are shares of: the slice, and the columns that hold each row's own."""
    return {
        "slice": {name: plain(value) for name, value in origin.held.items()},
        "counts": dict(told.counts),
        "columns": [name for name in DENOMINATORS if name in file.columns and name not in told.counts],
    }


def asked(extract: Extract) -> dict[str, Any]:
    """The query: its name, its values, and its SQL with the values written in."""
    return {
        "name": extract.query,
        "note": extract.asks.note,
        "values": {name: tagged(value) for name, value in extract.bound.items()},
        "columns": list(extract.columns),
        "sql": bound.sql(extract.asks, extract.values),
    }


def defused(extract: Extract, file: File) -> dict[str, Any]:
    """How many cells were defused, where, and by which rule."""
    rule = export.RULE if extract.form == "csv" else "None: this form keeps values, and nothing runs them."
    return {"cells": sum(file.defused.values()), "columns": dict(file.defused), "rule": rule}


def citable(told: Told, origin: Origin, digest: str) -> Cited:
    """What the citation names."""
    release = origin.release
    return Cited(
        title=told.title,
        filters=origin.filters,
        sources=origin.sources,
        held=origin.held_in_words,
        release=str(release["row_hash"]),
        loaded=str(plain(release["loaded_at"]))[:10],
        program=str(release["code_version"]),
        synthetic=bool(release["synthetic"]),
        sha256=digest,
        permalink=origin.permalink,
    )


def seal(paper: Mapping[str, Any]) -> str:
    """A digest of the receipt without its seal: it tells an edited one, not a forged one."""
    bare = {name: value for name, value in paper.items() if name != SEAL}
    return hashlib.sha256(json.dumps(bare, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def text(paper: Mapping[str, Any]) -> str:
    """The receipt as a file."""
    return json.dumps(paper, ensure_ascii=False, indent=1) + "\n"


def tagged(value: Any) -> Any:
    """A value of a query as JSON; days are marked as days."""
    if isinstance(value, date):
        return {"day": value.isoformat()[:10]}
    return [tagged(each) for each in value] if isinstance(value, list | tuple) else value


def untagged(value: Any) -> Any:
    """A value of a query from JSON.

    Raises:
        ValueError: a day is none.
    """
    if isinstance(value, dict):
        return date.fromisoformat(str(value.get("day")))
    return [untagged(each) for each in value] if isinstance(value, list) else value


def plain(value: Any) -> Any:
    """A cell as JSON can hold it."""
    if isinstance(value, date):  # a missing time is one too, and has no form
        return None if value != value else value.isoformat().removesuffix("T00:00:00")
    return value.item() if hasattr(value, "item") else value
