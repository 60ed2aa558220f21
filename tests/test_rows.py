"""Table files become pages, one per briefing. All rows are invented, as are the countries and people in them."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pytest
from pyarrow import parquet

from briefings import inputs
from briefings.models import Page

HEADER = ["date", "question", "answer", "spokesperson"]
ROWS = [
    ["2021-05-03", "Will the ferry sail?", "It sails at nine.\nBring a coat.", "Ada Quill"],
    ["2021-05-03", "And the lighthouse?", "It is lit, “as ever”.", "Bram Osk"],
    ["2021-05-04", "Any news, or none?", "None.", "Ada Quill"],
    ["2021-05-03", "A second ferry?", "No.", "Ada Quill"],
]


def write_csv(path: Path, rows: list[list[str]], **options: Any) -> None:
    with path.open("w", newline="", encoding=options.pop("encoding", "utf-8")) as stream:
        csv.writer(stream, **options).writerows(rows)


def write(path: Path) -> Path:
    """The rows in the format of the file's name."""
    records = [dict(zip(HEADER, row, strict=True)) for row in ROWS]
    if path.suffix == ".jsonl":
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    elif path.suffix == ".parquet":
        parquet.write_table(
            pyarrow.Table.from_pylist([{**r, "date": date.fromisoformat(r["date"])} for r in records]), path
        )
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        sheet = book.create_sheet("rows")
        for row in [HEADER, *([datetime.fromisoformat(row[0]), *row[1:]] for row in ROWS)]:
            sheet.append(row)
        book.save(path)
    else:
        write_csv(path, [HEADER, *ROWS], delimiter="\t" if path.suffix == ".tsv" else ",")
    return path


def read(path: Path, chosen: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """The facts of every page, with its name's record."""
    pages = list(inputs.pages_of(path, chosen))
    assert all(isinstance(page, Page) and page.media == "application/x-rows+json" for page in pages), pages
    return [{"name": p.name.partition("#")[2], **json.loads(p.content)} for p in pages if isinstance(p, Page)]


@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "t.jsonl", "t.parquet", "t.xlsx"])
def test_rows_of_one_day_and_spokesperson_are_one_page_whatever_the_format(tmp_path: Path, name: str) -> None:
    pages = read(write(tmp_path / name))
    assert [page["name"] for page in pages] == ["2021-05-03 Ada Quill", "2021-05-03 Bram Osk", "2021-05-04 Ada Quill"]
    assert [row["question"] for row in pages[0]["rows"]] == ["Will the ferry sail?", "A second ferry?"]
    assert pages[0]["rows"][0]["answer"] == "It sails at nine.\nBring a coat."
    assert pages[1]["rows"][0]["answer"] == "It is lit, “as ever”."


def test_all_formats_give_the_same_bytes(tmp_path: Path) -> None:
    contents = [
        [page.content for page in inputs.pages_of(write(tmp_path / name)) if isinstance(page, Page)]
        for name in ("t.csv", "t.jsonl", "t.parquet", "t.xlsx")
    ]
    assert all(content == contents[0] for content in contents)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_csv_file_is_read_in_any_usual_encoding_and_with_any_usual_separator(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "t.csv"
    words = "Le café de l’hôtel a été fermé, et il sera rouvert en août. " * 20
    write_csv(path, [HEADER, ["2021-05-03", "Fermé?", words, "Zoé Mûre"]], encoding=encoding, delimiter=delimiter)
    (page,) = read(path)
    assert (page["spokesperson"], page["rows"][0]["answer"]) == ("Zoé Mûre", words.strip())


def test_bad_rows_make_a_page_that_names_them_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    bad = [
        ["", "Q?", "A.", "Ada Quill"],
        ["2021-05-04", "Q?", " ", "Ada Quill"],
        ["2021-05-04", "Q?", "A.", "Ada", "x"],
    ]
    write_csv(path, [HEADER, *ROWS, *bad])
    pages = read(path)
    refused = {tuple(row[:2]) for page in pages for row in page.get("refused", [])}
    assert refused == {(6, "no_date"), (7, "no_body"), (8, "unreadable")}
    assert sum(len(page.get("rows", [])) for page in pages) == len(ROWS)


def test_lines_that_are_no_json_records_are_named_by_number(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"date": "2021-05-03", "answer": "Yes."}\nnot json\n\n[1, 2]\n', encoding="utf-8")
    pages = read(path)
    assert [row[0] for page in pages for row in page.get("refused", [])] == [2, 4]
    assert [row for page in pages for row in page.get("rows", [])] == [{"answer": "Yes."}]


def test_a_row_with_a_whole_text_is_a_briefing_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_csv(
        path, [["date", "text", "title"], ["2021-05-03", "Q: Why?\nA: So.", "One"], ["2021-05-03", "Good day.", "Two"]]
    )
    pages = read(path)
    assert [(page["name"], page["headline"]) for page in pages] == [
        ("2021-05-03 row 2", "One"),
        ("2021-05-03 row 3", "Two"),
    ]


def test_a_title_that_changes_within_a_briefing_is_not_its_headline(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_csv(path, [["date", "answer", "title"], ["2021-05-03", "Yes.", "One"], ["2021-05-03", "No.", "Two"]])
    (page,) = read(path)
    assert "headline" not in page


def test_pages_of_two_addresses_on_one_day_are_two_briefings(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    urls = ["https://a.example/1#q1", "https://a.example/1#q2", "https://a.example/2"]
    write_csv(path, [["date", "answer", "url"], *(["2021-05-03", f"Answer {url}.", url] for url in urls)])
    assert [len(page["rows"]) for page in read(path)] == [2, 1]


def test_cells_that_say_nothing_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_csv(path, [HEADER, ["2021-05-03", "-", "It sails.", "missing"], ["", "", "", ""], []])
    (page,) = read(path)
    assert page["rows"] == [{"answer": "It sails."}]
    assert "spokesperson" not in page


def test_chosen_columns_are_used(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_csv(path, [["Datum", "Antwort"], ["2021-05-03", "It sails."]])
    (page,) = read(path, {"date": "Datum", "answer": "Antwort", "ministry": "=va-mfa"})
    assert (page["ministry"], page["rows"]) == ("va-mfa", [{"answer": "It sails."}])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("t.csv", b"", "empty"),
        ("t.csv", b"date,answer\n", "empty"),
        ("t.csv", b"Datum,Antwort\n2021-05-03,Ja\n", "no_columns"),
        ("t.jsonl", b"", "empty"),
        ("t.xlsx", b"no workbook", "unreadable"),
        ("t.parquet", b"PAR1 no table", "unreadable"),
    ],
)
def test_a_table_that_cannot_be_read_is_named_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (broken,) = inputs.pages_of(path)
    assert isinstance(broken, inputs.Unreadable)
    assert (broken.name, broken.reason) == (str(path), reason)
