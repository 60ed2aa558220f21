"""Labels are told from words that only look like them. All names, outlets and sentences are invented."""

from __future__ import annotations

import pytest

from briefings.labels import Cast, Label, label, separator

CAST = Cast(("Lin Meiyu",), ("Gao Wenshan",))


def read(
    paragraph: str, bold: int = 0, *, marked: bool = True, asked: bool = False, opening: bool = False
) -> Label | None:
    return label(paragraph, bold, CAST, marked=marked, asked=asked, opening=opening)


@pytest.mark.parametrize(
    ("paragraph", "kind", "printed", "rest"),
    [
        ("Q: Is it ice?", "question", "Q", "Is it ice?"),
        ("Q：Is it ice?", "question", "Q", "Is it ice?"),
        ("Q2: Is it ice?", "question", "Q2", "Is it ice?"),
        ("Q. Is it ice?", "question", "Q", "Is it ice?"),
        ("A:I think so.", "answer", "A", "I think so."),
        ("A : I think so.", "answer", "A", "I think so."),
        ("Follow-up: Why?", "question", "Follow-up", "Why?"),
        ("Journalist: Yes.", "question", "Journalist", "Yes."),
        ("The journalist clarified: yes.", "question", "The journalist clarified", "yes."),
        (
            "The following question was raised after the press conference: Is it ice?",
            "question",
            "The following question was raised after the press conference",
            "Is it ice?",
        ),
        (
            "A journalist posed the following question afterwards:",
            "question",
            "A journalist posed the following question afterwards",
            "",
        ),
    ],
)
def test_fixed_labels_open_a_turn(paragraph: str, kind: str, printed: str, rest: str) -> None:
    found = read(paragraph)
    assert found is not None
    assert (found.kind, found.printed, paragraph[found.length :]) == (kind, printed, rest)


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("Lin Meiyu: It is ice.", "Lin Meiyu"),
        ("Lin meiyu : It is ice.", "Lin Meiyu"),
        ("Lin Meiyyu: It is ice.", "Lin Meiyu"),
        ("Lin: It is ice.", "Lin Meiyu"),
        ("Ms. Lin: It is ice.", "Lin Meiyu"),
        ("Spokesperson: It is ice.", "Lin Meiyu"),
        ("Foreign Ministry Spokesperson Lin Meiyu: It is ice.", "Lin Meiyu"),
        ("Gao Wenshan: It is ice.", "Gao Wenshan"),
        ("Vice Minister Orsolo: It is ice.", "Vice Minister Orsolo"),
    ],
)
def test_names_of_those_who_answer_open_an_answer(paragraph: str, speaker: str) -> None:
    found = read(paragraph)
    assert found is not None
    assert (found.kind, found.speaker, found.outlet) == ("answer", speaker, None)


@pytest.mark.parametrize(
    ("paragraph", "outlet"),
    [
        ("Harbour Daily: Is it ice?", "Harbour Daily"),
        ("Agence Marhalt-Presse: Is it ice?", "Agence Marhalt-Presse"),
        ("The Paper of Ister: Is it ice?", "The Paper of Ister"),
        ("VNN: Is it ice?", "VNN"),
        ("El Faro: Is it ice?", "El Faro"),
        ("Journalist from the Harbour Daily: Is it ice?", "Harbour Daily"),
        ("Harbour Daily reporter: Is it ice?", "Harbour Daily"),
        ("Harbour Daily follow-up: Is it ice?", "Harbour Daily"),
    ],
)
@pytest.mark.parametrize("marked", [True, False])
def test_outlets_open_a_question_however_the_page_sets_them(paragraph: str, outlet: str, marked: bool) -> None:
    found = read(paragraph, len(paragraph) if marked else 0, marked=marked)
    assert found is not None
    assert (found.kind, found.outlet) == ("question", outlet)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Our position is very clear: ice is ice.",
        "A word of advice: stay at home.",
        "As of 24:00 February 6, the ferry stood still.",
        "Between 00:00 and 24:00, nothing moved.",
        "First: it is cold. Second: it is dark.",
        "See https://port.example/pier for the plan.",
        "In this video: a seal.",
        "The harbour is closed. Note: it opens in May.",
        "I asked a question on this after the press conference yesterday, and the answer was no.",
        "A consular official went there.",
        "Q&A sessions are held on Mondays.",
        "Amber Canal: thirty miles of it were dredged.",
    ],
)
def test_words_before_a_colon_are_not_labels_by_themselves(paragraph: str) -> None:
    assert read(paragraph) is None


def test_a_stranger_answers_where_a_question_was_asked() -> None:
    asked, unasked = read("Odo Brandt: It is ice.", asked=True), read("Odo Brandt: It is ice.")
    assert asked is not None and (asked.kind, asked.speaker) == ("answer", "Odo Brandt")
    assert unasked is None


@pytest.mark.parametrize(("line", "expected"), [("****", True), ("※※※", True), ("- - -", True), ("* one", False)])
def test_separators_hold_no_letters(line: str, expected: bool) -> None:
    assert separator(line) is expected
