"""Add briefings: files are taken, what the parser saw is shown, and what is good is loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from briefings import added, inputs, ministries, preview, tables
from briefings.app import database, loads, markdown, previewed
from briefings.app.page import View
from briefings.columns import BadColumns, options
from briefings.release import parser_digest
from briefings.selection import counted

METHOD = "Take pages in, see what the parser makes of each, and load what is good: no terminal is needed."
OFF = (
    "Pages cannot be added on this server: whoever runs it has set `BRIEFINGS_READONLY`. "
    "Ask them to load yours, or run the dashboard on your own computer."
)
SAMPLE = (
    "**This is the synthetic sample.** Your pages are never mixed with it: they start a database of your own, which "
    "takes the sample\u2019s place here."
)
TYPES = ("html", "htm", "shtml", "xhtml", "txt", "text", "md", "markdown", "warc", "gz", *sorted(tables.FORMATS))
TAKEN = (
    f"Up to {added.MOST_FILES} files of {added.MOST_MEGABYTES} MB each: saved web pages, text, Markdown, web archives "
    "(WARC), or tables (CSV, TSV, JSON lines, Parquet, Excel)."
)
COLUMNS = "What the columns of a table hold, where their names do not say it: question=Q,answer=A,date=Day"
FOLDER_MOST = 10_000
"""Files of a folder that are counted; more are loaded all the same."""
ROUND, PATH, NAMING = "adding-round", "adding-path", "adding-columns"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be loaded."""

    paths: tuple[Path, ...]
    """Files, or one folder."""
    files: tuple[Path, ...]
    names: tuple[str, ...]
    """Of the files, as the reader knows them."""
    columns: str


def draw(view: View) -> None:
    """The files, what is on them, and the load."""
    if added.readonly():
        st.info(OFF, icon=":material/lock:")
        return
    loads.outcome(view)
    if view.release["synthetic"]:
        st.info(SAMPLE, icon=":material/science:")
    chosen = choice()
    if chosen is None:
        loads.watch()
        return
    looked = look(chosen)
    good = sum(not page.reason for file in looked for page in file.pages)
    load(view, chosen, good)
    loads.watch()
    st.html(previewed.pages(looked))


def choice() -> Choice | None:
    """The files that were handed over or named, null where there are none."""
    taken = uploaded()
    path = named() if local(st.context.headers, st.context.ip_address) and not taken else None
    if not taken and path is None:
        return None
    files, names = stored(taken) if path is None else listed(path)
    columns = naming(files)
    if not files or columns is None:
        return None
    paths = files if path is None else (Path(path),)
    return Choice(paths, files, names, columns)


def uploaded() -> list[UploadedFile]:
    """The files handed over, not more than are taken at a time."""
    key = f"adding-{st.session_state.setdefault(ROUND, 0)}"
    label = "Pages to add"
    files = st.file_uploader(label, TYPES, accept_multiple_files=True, key=key, max_upload_size=added.MOST_MEGABYTES)
    st.caption(TAKEN)
    understood()
    if len(files) > added.MOST_FILES:
        st.warning(f"{len(files):,} files are more than are taken at a time: the first {added.MOST_FILES} are read.")
    return list(files[: added.MOST_FILES])


def understood() -> None:
    """The formats that the parser knows."""
    with st.expander(previewed.UNDERSTOOD, icon=":material/checklist:"):
        st.html(previewed.sources(ministries.sources()))


def stored(files: Sequence[UploadedFile]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The files under safe names beside the database, each once, and their own names."""
    found: dict[Path, str] = {}
    try:
        added.forget(database.path())
        for file in files:
            found.setdefault(added.waiting(database.path(), file.name, file.getvalue()), file.name)
    except OSError as error:
        st.error(f"The files cannot be kept beside the database: {markdown.plain(str(error))}.")
        return (), ()
    return tuple(found), tuple(found.values())


def local(headers: Mapping[str, str], ip: str | None) -> bool:
    """Whether the reader sits at the computer that runs this: only then may a path of it be named."""
    forwarded = any(name.lower().startswith(("x-forwarded", "forwarded", "x-real-ip", "via")) for name in headers)
    host = urlsplit(f"//{headers.get('Host', '')}").hostname
    return ip in (None, "127.0.0.1", "::1") and host in ("localhost", "127.0.0.1", "::1") and not forwarded


def named() -> str | None:
    """The path of a folder or file that the reader names, null where none is named or nothing is there."""
    with st.expander("Or a folder on this computer", icon=":material/folder_open:"):
        path = st.text_input("Folder or file", key=PATH, placeholder="/home/me/briefings")
        st.caption("Its pages stay where they are. Files of any size are read.")
    typed = path.strip()
    if not typed:
        return None
    whole = str(Path(typed).expanduser().absolute())
    if next(iter(inputs.files_of(whole)), None) is None:
        st.warning(f"There is no such file or folder, or nothing in it to read: {markdown.plain(whole)}")
        return None
    return whole


def listed(path: str) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The files below a path, and their names in it."""
    files = tuple(islice(inputs.files_of(path), FOLDER_MOST))
    return files, tuple(file.name if str(file) == path else str(file.relative_to(path)) for file in files)


def naming(files: Sequence[Path]) -> str | None:
    """What the columns of tables hold, asked for where there is a table; null where it is no answer."""
    if not any(file.suffix.lower().lstrip(".") in tables.FORMATS for file in files):
        return ""
    typed = st.text_input("Columns", key=NAMING, help=COLUMNS, placeholder="question=Q,answer=A,date=Day").strip()
    try:
        options(typed)
    except BadColumns as error:
        st.warning(markdown.plain(str(error)))
        return None
    return typed


def look(chosen: Choice) -> list[previewed.File]:
    """What the parser sees on each file, the first two hundred of a folder."""
    some = list(zip(chosen.files, chosen.names, strict=True))[: added.MOST_FILES]
    with st.spinner("Reading the pages\u2026", show_time=True):
        found = [previewed.File(name, *seen(str(path), stamp(path), chosen.columns)) for path, name in some]
    if len(chosen.files) > len(some):
        more = "or more " if len(chosen.files) == FOLDER_MOST else ""
        st.caption(f"The first {len(some)} of {len(chosen.files):,} {more}files are shown; all of them are loaded.")
    return found


def stamp(path: Path) -> str:
    """What changes when a file, or the parser, does."""
    try:
        facts = path.stat()
    except OSError:
        return parser_digest()
    return f"{facts.st_mtime_ns}-{facts.st_size}-{parser_digest()}"


@st.cache_data(max_entries=1_000, show_spinner=False)
def seen(path: str, stamp: str, columns: str) -> tuple[list[preview.Seen], bool]:
    """What the parser sees on a file of this stamp."""
    return preview.seen(Path(path), options(columns))


def load(view: View, chosen: Choice, good: int) -> None:
    """The button that loads, and why it cannot be pressed."""
    own = bool(view.release["synthetic"])
    files = counted(len(chosen.files), "files")
    label = f"Start your own database with {files}" if own else f"Load {files}"
    if not good:
        st.warning("Nothing here can be loaded: no page was read as a briefing. The reasons stand below.")
    if st.button(label, type="primary", icon=":material/playlist_add:", disabled=not good or loads.at_work()):
        begin(chosen)


def begin(chosen: Choice) -> None:
    """Takes the files out of their waiting and begins the load."""
    try:
        paths = tuple(added.keep(path) for path in chosen.paths)
    except OSError as error:
        st.error(f"The files cannot be kept beside the database: {markdown.plain(str(error))}.")
        return
    files = paths if chosen.files == chosen.paths else chosen.files
    if loads.begin(paths, dict(zip(files, chosen.names, strict=True)), chosen.columns):
        st.session_state[ROUND] += 1  # a new field: the files are in good hands
        st.session_state.pop(PATH, None)
        st.rerun()
