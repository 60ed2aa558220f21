"""Rows become briefings. Countries, people and words are invented; only the public corpus' column names are real."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefings import inputs, sources
from briefings.models import Briefing, Page, Refused

HEADER = (
    "id,day,month,year,date,question,answer,question_lem,answer_lem,q_loc,q_per,q_org,q_misc,"
    "a_loc,a_per,a_org,a_misc,q_sentiment,a_sentiment,spokesperson"
)


def parsed(**facts: Any) -> Briefing:
    """The briefing of one page of rows."""
    content = {"date": "2021-05-03", "ministry": "va-mfa", "spokesperson": "Ada Quill", **facts}
    return sources.parse(Page("t.csv#1", json.dumps(content).encode(), "application/x-rows+json"))


def shape(briefing: Briefing) -> list[list[tuple[str, str | None, str | None, str | None, list[str]]]]:
    """Every turn of every exchange: kind, speaker, outlet, label, sentences."""
    return [
        [
            (t.kind, t.speaker, t.outlet, t.label, [briefing.text[s.start : s.end] for s in t.statements])
            for t in e.turns
        ]
        for e in briefing.exchanges
    ]


def test_a_question_and_its_answer_are_an_exchange_laid_out_paragraph_by_paragraph() -> None:
    briefing = parsed(rows=[{"question": "Will it sail? When?", "answer": "It sails.\n\nBring  a coat."}])
    assert briefing.text == "Will it sail? When?\nIt sails.\nBring a coat."
    assert shape(briefing) == [
        [
            ("question", None, None, None, ["Will it sail?", "When?"]),
            ("answer", "Ada Quill", None, None, ["It sails.", "Bring a coat."]),
        ]
    ]
    assert {s.role for e in briefing.exchanges for s in e.turns[0].statements} == {"reporter"}
    assert {s.role for e in briefing.exchanges for s in e.turns[1].statements} == {"spokesperson"}


def test_an_answer_to_nothing_is_an_announcement() -> None:
    briefing = parsed(rows=[{"answer": "The harbour opens."}, {"question": "When?", "answer": "Soon."}])
    assert [exchange.kind for exchange in briefing.exchanges] == ["announcement", "qa"]


@pytest.mark.parametrize(
    ("row", "asked", "answered"),
    [
        ({"question": "Q: Why?", "answer": "A: So."}, ("Why?", None, "Q"), ("So.", "A")),
        (
            {"question": "Gull TV: Why?", "answer": "Ada Quill: So."},
            ("Why?", "Gull TV", "Gull TV"),
            ("So.", "Ada Quill"),
        ),
        ({"question": "Why?", "answer": "So.", "outlet": "Gull TV"}, ("Why?", "Gull TV", None), ("So.", None)),
        ({"question": "Why?", "answer": "It is clear: so."}, ("Why?", None, None), ("It is clear: so.", None)),
    ],
)
def test_labels_inside_cells_are_read_and_left_out_of_the_text(
    row: dict[str, str], asked: tuple[str, str | None, str | None], answered: tuple[str, str | None]
) -> None:
    question, answer = parsed(rows=[row]).exchanges[0].turns
    text = parsed(rows=[row]).text
    assert (text[question.start : question.end], question.outlet, question.label) == asked
    assert (text[answer.start : answer.end], answer.label) == answered
    assert text == f"{asked[0]}\n{answered[0]}"


def test_a_whole_text_is_cut_at_its_labels() -> None:
    text = "Good morning.\nQ: Will it sail?\nA: It will.\nAt nine."
    assert [[turn[0] for turn in turns] for turns in shape(parsed(rows=[{"text": text}]))] == [
        ["announcement"],
        ["question", "answer"],
    ]


def test_the_facts_of_the_columns_are_the_briefings() -> None:
    url = "https://a.example/1"
    facts = {
        "headline": "Ferries",
        "city": "Port Aurel",
        "agency": "Gull News",
        "url": url,
        "publication_date": "2021-05-04",
    }
    briefing = parsed(rows=[{"answer": "It sails."}], **facts)
    got = (briefing.headline, briefing.city, briefing.agency, briefing.url, str(briefing.publication_date))
    assert got == ("Ferries", "Port Aurel", "Gull News", url, "2021-05-04")
    assert (str(briefing.briefing_date), briefing.date_source, briefing.source) == (
        "2021-05-03",
        "date column",
        "table",
    )


def test_rows_without_a_headline_get_one_from_their_speaker_and_day() -> None:
    assert parsed(rows=[{"answer": "It sails."}]).headline == "Press briefing by Ada Quill, 3 May 2021"


def test_of_two_spokespersons_in_one_cell_neither_is_given_the_answer() -> None:
    briefing = parsed(rows=[{"answer": "It sails."}], spokesperson="Ada Quill; Bram Osk")
    assert briefing.spokespersons == ("Ada Quill", "Bram Osk")
    assert briefing.exchanges[0].turns[0].speaker is None


@pytest.mark.parametrize(
    ("given", "ministry"),
    [
        ({"ministry": "os-mfa"}, "os-mfa"),
        ({"ministry": "Ministry of Foreign Affairs of Valdoria"}, "va-mfa"),
        ({"ministry": None, "spokesperson": "Hua Chunying", "date": "2016-05-03"}, "cn-mfa"),
    ],
)
def test_the_ministry_is_the_tables_or_the_spokespersons(given: dict[str, str], ministry: str) -> None:
    assert parsed(rows=[{"answer": "It sails."}], **given).ministry == ministry


@pytest.mark.parametrize(
    ("given", "reason", "told"),
    [
        ({"ministry": None}, "no_columns", "ministry=="),
        ({"ministry": "Board of Gulls"}, "no_columns", "Board of Gulls"),
        ({"refused": [[7, "no_date", "the date is empty"]], "date": None}, "no_date", "row 7: the date is empty"),
        ({"refused": [[7, "no_body", "the answer is empty"], [9, "no_body", "x"]]}, "no_body", "row 9: x"),
    ],
)
def test_rows_that_cannot_be_used_are_refused_with_number_and_cause(
    given: dict[str, Any], reason: str, told: str
) -> None:
    with pytest.raises(Refused) as refused:
        parsed(rows=[{"answer": "It sails."}], **given)
    assert refused.value.reason == reason
    assert told in refused.value.message


def test_a_table_in_another_language_is_kept_without_exchanges() -> None:
    briefing = parsed(rows=[{"question": "渡轮今天会开航吗？", "answer": "渡轮九点开航。"}])
    assert (briefing.language, briefing.exchanges) == ("zh", ())
    assert briefing.text == "渡轮今天会开航吗？\n渡轮九点开航。"


@pytest.mark.parametrize(
    ("cell", "language"), [("en", "en"), ("en-GB", "en"), ("English", "en"), ("FR", "fr"), ("", "en")]
)
def test_the_language_column_goes_before_a_guess(cell: str, language: str) -> None:
    assert parsed(rows=[{"answer": "It sails."}], language=cell).language == language


def test_the_public_corpus_loads_without_options(tmp_path: Path) -> None:
    path = tmp_path / "PressCon.csv"
    row = '1,3,5,2016,5/3/2016,"Will it sail, today?","It sails.",will it sail,it sail,-,-,-,-,-,-,-,-,2.5,3.1,'
    path.write_text(f"{HEADER}\n{row}Hua Chunying\n{row}missing\n", encoding="utf-8")
    found = [sources.parse(page) for page in inputs.pages_of(path) if isinstance(page, Page)]
    assert [(b.ministry, str(b.briefing_date), b.spokespersons) for b in found] == [
        ("cn-mfa", "2016-05-03", ("Hua Chunying",)),
        ("cn-mfa", "2016-05-03", ()),
    ]
    assert found[0].text == "Will it sail, today?\nIt sails."
