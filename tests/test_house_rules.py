"""The house rules that a machine can hold: lengths, who imports what, the headers of queries, the README's commands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings import query
from briefings.cli import COMMANDS
from tests import tiny

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(path for top in ("briefings", "bench") for path in (ROOT / top).rglob("*.py"))
SCREEN = ROOT / "briefings" / "app"
QUERIES = sorted(
    path.relative_to(query.QUERIES).with_suffix("").as_posix()
    for path in query.QUERIES.glob("*/*.sql")
    if path.parent.name != "load"
)


def of(path: Path) -> str:
    """The name of a test case."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function of a file, with its lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def imported(path: Path) -> set[str]:
    """The packages that a file imports anywhere in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("path", CODE, ids=of)
def test_a_file_has_300_lines_at_most(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", CODE, ids=of)
def test_a_function_has_50_lines_at_most(path: Path) -> None:
    assert [(name, lines) for name, lines in functions(path) if lines > 50] == []


@pytest.mark.parametrize("path", CODE, ids=of)
def test_only_the_app_imports_the_screen(path: Path) -> None:
    assert path.is_relative_to(SCREEN) or not imported(path) & {"streamlit", "plotly"}


def test_the_queries_are_found() -> None:
    assert "topics/share_of_exchanges" in QUERIES


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_says_what_it_gives_and_is_short(name: str) -> None:
    found = query.load(name)
    assert all([found.title, found.grain, found.note])
    assert len(found.sql.splitlines()) <= 80


def test_no_parameter_of_scope_is_a_column_of_the_tables_it_reads() -> None:
    """Where both exist SQL takes the column, and the filter would compare it with itself."""
    with tiny.built([]) as connection:
        [(parameters, body)] = connection.execute(
            "select parameters, macro_definition from duckdb_functions() where function_name = 'scope'"
        ).fetchall()
        read = set(re.findall(r"(?:from|join)\W+(\w+)", body, re.I))
        columns = connection.execute(
            "select table_name, column_name from duckdb_columns() where not internal"
        ).fetchall()
    assert {"exchange", "statement", "speaker"} <= read
    assert set(parameters) & {column for table, column in columns if table in read} == set()


def test_the_readme_lists_every_command() -> None:
    rows = re.findall(r"^\| `(\w+)\b", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    assert set(COMMANDS) <= set(rows)
