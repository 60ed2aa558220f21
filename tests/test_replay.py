"""Receipts: the same file again, byte for byte; what differs on another release; what is refused."""

from __future__ import annotations

import hashlib
import json
import random
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from briefings import cli, inputs, lexicon, query, receipt, replay, store
from briefings.catalogue import PANELS
from briefings.cli.replay import DIFFERENT
from briefings.export import Extract
from briefings.receipt import Origin, Told
from briefings.sought import sought
from tests.conftest import ROOT
from tests.test_panels import EVERYTHING, SLICES, plain

RECEIPTS = 20
KINDS = ("data/briefings", "data/exchanges", "data/statements", "data/topic_hits", "search/lines")


def origin(connection: duckdb.DuckDBPyConnection) -> Origin:
    """Where the files of the tests are made from."""
    release = query.load("filters/release").run(connection, {}).iloc[0]
    return Origin(
        filters="everything loaded",
        sources="Made up",
        held={"briefings": 3, "first_day": date(2023, 1, 2), "last_day": pd.NaT},
        held_in_words="3 briefings",
        release=dict(release.items()),
        methods="Counted.",
        permalink="http://localhost/topics?release=1",
    )


def zipped(folder: Path, connection: duckdb.DuckDBPyConnection, extract: Extract) -> Path:
    """A file with its receipt, as the dashboard gives it."""
    path = folder / "taken.zip"
    told = Told(extract.asks.title, f"{extract.query.replace('/', '-')}-abc")
    path.write_bytes(receipt.packed(extract, extract.file(connection), told, origin(connection)))
    return path


def unzipped(path: Path) -> dict[str, bytes]:
    """What is in a zip."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def drawn(connection: duckdb.DuckDBPyConnection) -> Iterator[Extract]:
    """Random files over all panels, kinds of rows and filters: tables, the sentences behind a row, both forms."""
    dice = random.Random(20261125)
    names = dice.sample([*PANELS, *KINDS], RECEIPTS)
    for number, name in enumerate(names):
        scope = {**EVERYTHING, **dice.choice(list(SLICES.values())), "page_size": dice.choice([None, 40])}
        form = "parquet" if number % 4 == 3 else "csv"
        if name in KINDS:
            yield Extract(
                name, {**scope, "sought": sought(["trade"]), "sort": dice.choice(["left", "date"])}, form=form
            )
            continue
        panel = PANELS[name]
        values = panel.values(scope)
        rows = panel.rows(connection, scope)
        if number % 3 or rows.empty:
            yield Extract(panel.query, values, form=form)
            continue
        row = rows.iloc[dice.randrange(len(rows))]
        clicked = {key: str(plain(row[key])) for key in panel.keys(rows) if not pd.isna(row[key])}
        yield Extract(panel.proof.name, {**panel.told(scope, clicked), "page_size": None}, form=form)


def test_twenty_random_receipts_make_the_same_files_byte_for_byte(
    cursor: duckdb.DuckDBPyConnection, sample_database: Path, tmp_path: Path
) -> None:
    held = 0
    for number, extract in enumerate(drawn(cursor)):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = zipped(folder, cursor, extract)
        assert cli.main(["replay", str(path), "--db", str(sample_database)]) == 0, extract
        paper = json.loads(unzipped(path)[receipt.NAME])
        [made] = [file for file in folder.iterdir() if file != path]
        assert made.read_bytes() == unzipped(path)[made.name]
        assert hashlib.sha256(made.read_bytes()).hexdigest() == paper["file"]["sha256"]
        held += paper["file"]["rows"]
    assert number == RECEIPTS - 1 and held > 500


def test_a_zip_is_the_same_bytes_each_time(cursor: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    extract = Extract("data/exchanges", {"whose": "spokesperson"})
    first, second = (zipped(tmp_path, cursor, extract).read_bytes() for _ in range(2))
    assert first == second


def test_a_receipt_tells_what_the_file_is_made_of(cursor: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    extract = Extract("data/statements", {"since": date(2023, 1, 1), "ministries": ["va-mfa"]}, ("day", "text"))
    contents = unzipped(zipped(tmp_path, cursor, extract))
    assert list(contents) == ["data-statements-abc.csv", receipt.NAME, "citation.txt", "citation.bib"]
    paper = json.loads(contents[receipt.NAME])
    [rows] = cursor.execute(paper["query"]["sql"]).df().shape[:1]
    assert paper["file"]["rows"] == rows and paper["file"]["columns"] == ["day", "text"]
    assert paper["query"]["values"] == {"since": {"day": "2023-01-01"}, "ministries": ["va-mfa"]}
    assert paper["denominators"]["slice"] == {"briefings": 3, "first_day": "2023-01-02", "last_day": None}
    assert paper["citation"]["plain"] == contents["citation.txt"].decode().strip()
    assert paper["citation"]["bibtex"] == contents["citation.bib"].decode()
    assert {"row_hash", "code_version", "lexicon_digest"} <= set(paper["release"])
    assert paper["defused"]["cells"] == sum(paper["defused"]["columns"].values())


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two releases: the second holds pages that the first does not."""
    folder = tmp_path_factory.mktemp("releases")
    files = tuple(inputs.expand([ROOT / "data" / "sample" / "pages"]))[:24]
    words = lexicon.load(ROOT / "data" / "lexicon")
    for name, some in (("first", files[:20]), ("second", files)):
        store.load(store.Wanted(folder / f"{name}.duckdb", some, words))
    return folder / "first.duckdb", folder / "second.duckdb"


def test_another_release_gives_a_diff_of_rows(
    releases: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = releases
    with duckdb.connect(str(first), read_only=True) as connection:
        path = zipped(tmp_path, connection, Extract("data/briefings", {}))
        before = connection.execute("select count(*) from briefing where standing = 'counted'").fetchall()[0][0]
    with duckdb.connect(str(second), read_only=True) as connection:
        after = connection.execute("select count(*) from briefing where standing = 'counted'").fetchall()[0][0]
    assert after > before
    assert cli.main(["replay", str(path), "--db", str(second)]) == DIFFERENT
    said = capsys.readouterr().out
    assert "another release" in said and f"rows: {after - before} added, 0 removed, 0 changed" in said
    assert "\n+ day 20" in said


def test_the_file_of_the_receipt_is_never_overwritten(releases: tuple[Path, Path], tmp_path: Path) -> None:
    with duckdb.connect(str(releases[0]), read_only=True) as connection:
        contents = unzipped(zipped(tmp_path, connection, Extract("data/briefings", {})))
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    assert cli.main(["replay", str(tmp_path / receipt.NAME), "--db", str(releases[1])]) == DIFFERENT
    assert (tmp_path / "data-briefings-abc.csv").read_bytes() == contents["data-briefings-abc.csv"]
    assert (tmp_path / "data-briefings-abc.replayed.csv").exists()


def test_without_the_file_the_rows_are_counted_and_the_way_to_a_diff_is_told(
    releases: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with duckdb.connect(str(releases[0]), read_only=True) as connection:
        contents = unzipped(zipped(tmp_path, connection, Extract("data/briefings", {})))
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "r.json").write_bytes(contents[receipt.NAME])
    assert cli.main(["replay", str(alone / "r.json"), "--db", str(releases[1])]) == DIFFERENT
    assert "put data-briefings-abc.csv as it was downloaded beside the receipt" in capsys.readouterr().out


def edited(paper: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The receipt with another query, sealed anew as a forger would."""
    forged = {**paper, "query": {**paper["query"], **changes}}
    return {**forged, receipt.SEAL: receipt.seal(forged)}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda paper: {**paper, "filters": "ministry of nothing"}, "was edited"),
        (lambda paper: {**paper, "receipt": 9}, "form 9"),
        (lambda paper: {"a": 1}, "is no receipt"),
        (lambda paper: [1], "is no receipt"),
        (lambda paper: edited(paper, name="load/4_tables"), "does not have"),
        (lambda paper: edited(paper, name="../queries/data/briefings"), "does not have"),
        (lambda paper: edited(paper, name="data/nothing"), "does not have"),
        (lambda paper: edited(paper, values={"sql": "drop table briefing"}), "takes no sql"),
        (lambda paper: edited(paper, values={"since": {"day": "someday"}}), "someday"),
        (lambda paper: edited(paper, columns=["day", "colour"]), "no column colour"),
    ],
)
def test_a_receipt_that_cannot_be_made_good_is_refused_with_the_reason(
    cursor: duckdb.DuckDBPyConnection,
    sample_database: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Any,
    said: str,
) -> None:
    contents = unzipped(zipped(tmp_path, cursor, Extract("data/briefings", {})))
    path = tmp_path / receipt.NAME
    path.write_text(json.dumps(change(json.loads(contents[receipt.NAME]))), encoding="utf-8")
    assert cli.main(["replay", str(path), "--db", str(sample_database)]) == 1
    assert said in capsys.readouterr().err


def test_what_is_no_receipt_at_all_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "r.json").write_text("{", encoding="utf-8")
    for path in (tmp_path / "r.json", tmp_path / "missing.json"):
        assert cli.main(["replay", str(path)]) == 1
        assert "cannot be read as a receipt" in capsys.readouterr().err


def test_sql_in_a_receipt_is_compared_and_never_run(
    cursor: duckdb.DuckDBPyConnection, sample_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contents = unzipped(zipped(tmp_path, cursor, Extract("data/briefings", {})))
    path = tmp_path / receipt.NAME
    path.write_text(json.dumps(edited(json.loads(contents[receipt.NAME]), sql="drop table briefing")), encoding="utf-8")
    assert cli.main(["replay", str(path), "--db", str(sample_database)]) == 0
    said = capsys.readouterr().out
    assert "rewritten since" in said and "byte for byte" in said


def test_a_receipt_may_name_every_query_that_can_be_downloaded() -> None:
    names = {*(panel.query for panel in PANELS.values()), *(panel.proof.name for panel in PANELS.values()), *KINDS}
    assert names <= set(replay.known())
    assert not [name for name in replay.known() if name.startswith("load/")]


def test_times_and_empty_cells_become_json() -> None:
    values = (datetime(2030, 1, 2, 3, 4, 5), pd.Timestamp(2030, 1, 2), pd.NaT, date(2030, 1, 2))
    assert [receipt.plain(value) for value in values] == ["2030-01-02T03:04:05", "2030-01-02", None, "2030-01-02"]
