"""Columns found by name or chosen."""

from __future__ import annotations

import pytest

from briefings import columns
from briefings.models import Refused

PRESSCON = [
    *("id", "day", "month", "year", "date", "question", "answer", "question_lem", "answer_lem"),
    *("q_loc", "q_per", "q_org", "q_misc", "a_loc", "a_per", "a_org", "a_misc", "q_sentiment", "a_sentiment"),
    "spokesperson",
]


@pytest.mark.parametrize(
    ("header", "field", "cell"),
    [
        (["Date", "Question", "Answer"], "answer", "c2"),
        (["briefing date", "Q", "A"], "question", "c1"),
        (["briefing-date", "Response "], "answer", "c1"),
        (["year", "month", "day", "full_text"], "text", "c3"),
        (["date", "answer", "Title", "Source URL"], "url", "c3"),
        (["date", "answer", "content", "answered_by"], "spokesperson", "c3"),
        (PRESSCON, "question", "c5"),
        (PRESSCON, "ministry", "cn-mfa"),
    ],
)
def test_a_field_is_found_under_its_usual_names(header: list[str], field: str, cell: str) -> None:
    row = [f"c{place}" for place in range(len(header))]
    assert columns.found(header, {}).value(row, field) == cell


def test_a_chosen_column_and_a_constant_go_before_what_the_names_say() -> None:
    chosen = columns.options("answer=Reply text, ministry==va-mfa")
    found = columns.found(["date", "answer", "ministry", "reply_text"], chosen)
    row = ["2020-01-02", "lemmas", "wrong", "words"]
    assert [found.value(row, field) for field in ("answer", "ministry", "date")] == ["words", "va-mfa", "2020-01-02"]


def test_a_short_row_says_nothing_for_its_missing_cells() -> None:
    assert columns.found(["date", "answer"], {}).value(["2020-01-02"], "answer") is None


@pytest.mark.parametrize(
    ("header", "chosen", "told"),
    [
        (["Datum", "Frage", "Antwort"], {}, "Datum, Frage, Antwort"),
        (["Datum", "Frage", "answer"], {}, "--columns date=?,question=?,answer=answer"),
        (["date", "question"], {}, "--columns date=date,question=question,answer=?"),
        (["year", "month", "answer"], {}, "date=?"),
        (["date", "answer"], {"question": "Frage"}, "'Frage'"),
        (["date", "answer"], {"reply": "answer"}, "no field reply"),
    ],
)
def test_missing_columns_are_told_with_the_header_and_the_line_to_use(
    header: list[str], chosen: dict[str, str], told: str
) -> None:
    with pytest.raises(Refused) as refused:
        columns.found(header, chosen)
    assert refused.value.reason == "no_columns"
    assert told in refused.value.message


@pytest.mark.parametrize(("line", "told"), [("answer", "answer"), ("answer=", "answer="), ("reply=A", "reply")])
def test_a_columns_line_that_cannot_be_read_is_named(line: str, told: str) -> None:
    with pytest.raises(columns.BadColumns, match=told):
        columns.options(line)
