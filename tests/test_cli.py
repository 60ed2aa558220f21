"""The command line: its status, and one line for every mistake. Every name and sentence here is synthetic."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings import cli

TABLE = """Tag,Frage,Antwort
2022-01-03,Is the harbour open?,It is open. We thank the pilots.
"""
COLUMNS = "date=Tag,question=Frage,answer=Antwort,ministry==va-mfa"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table whose columns no name tells."""
    path = tmp_path / "Fragen #1 \u00fc.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def load(path: Path, database: Path, *more: str) -> int:
    """The status of a load with one process."""
    return cli.main(["load", str(path), "--db", str(database), "--jobs", "1", "--stance-model", "fast", *more])


def test_a_refused_table_loads_with_the_line_its_message_asks_for(table: Path, tmp_path: Path) -> None:
    database = tmp_path / "b.duckdb"
    assert load(table, database) == 3
    assert load(table, database, "--columns", COLUMNS) == 0
    assert cli.main(["quarantine", "--db", str(database)]) == 0


def test_a_table_read_with_columns_stays_so(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = tmp_path / "b.duckdb"
    load(table, database, "--columns", COLUMNS)
    held = capsys.readouterr().out.splitlines()[-1]
    for more in ([], ["--columns", COLUMNS]):
        assert load(table, database, *more) == 0
        said = capsys.readouterr().out
        assert "1 unchanged" in said and held in said


@pytest.mark.parametrize(("mistakes", "told"), [(0, "0 mistakes"), (1, "1 mistake"), (2, "2 mistakes")])
def test_mistakes_are_counted_in_words(
    mistakes: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "topics.toml").write_text("".join(f"[[wrong{number}]]\n" for number in range(mistakes)))
    cli.main(["check", "--lexicon", str(tmp_path), "--db", str(tmp_path / "none.duckdb")])
    assert told in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("command", ["quarantine", "check"])
def test_a_file_that_is_no_database_is_told_in_one_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b.duckdb").write_text("no database", encoding="utf-8")
    assert cli.main([command, "--db", str(tmp_path / "b.duckdb")]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert "b.duckdb: cannot be read" in line and "--rebuild" in line


def test_a_link_to_nothing_is_refused_beside_the_others(table: Path, tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert load(tmp_path, tmp_path / "db" / "b.duckdb", "--columns", COLUMNS) == 0


def test_a_folder_in_place_of_the_database_is_told(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load(table, tmp_path, "--rebuild") == 1
    assert "is a folder: name a file with --db" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["0", "-3", "many"])
def test_a_load_needs_a_process(jobs: str, table: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        load(table, tmp_path / "b.duckdb", "--jobs", jobs)


def test_a_path_to_nothing_is_a_mistake_of_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load(tmp_path / "nothing", tmp_path / "b.duckdb") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_folder_is_parsed_page_by_page(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (table.parent / "empty.txt").touch()
    assert cli.main(["parse", str(table.parent), "--json", "--columns", COLUMNS]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("command", [[name] for name in cli.COMMANDS] + [["evaluate", "parse"], ["evaluate", "topics"]])
def test_every_command_has_help_with_an_example(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main([*command, "--help"])
    assert f"Example: python -m briefings {' '.join(command)}" in " ".join(capsys.readouterr().out.split())
