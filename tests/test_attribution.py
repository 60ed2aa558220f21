"""Who says a sentence of a report. Every sentence, person and country here is synthetic, invented for these tests."""

from __future__ import annotations

import pytest

from tests.test_wire_report import LEAD, parsed, said, voice

LUNDE = ("Hedda Lunde", "spokesperson", "reported")
ROURKE = ("Dana Rourke", "third_party", "reported")
NOBODY = (None, "narrator", "narration")
ARRIVED = "Kestrovian Transport Minister Dana Rourke arrived in Port Aurel on Sunday."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lunde ruled out a second toll.", LUNDE),
        ("Lunde gave a brief account of the talks.", LUNDE),
        ("Lunde drew attention to the age of the pier.", LUNDE),
        ("She lashed out at the toll as a tax on the wind.", LUNDE),
        ("The spokesperson affirmed that the pier is safe.", LUNDE),
        ("Lunde reminded the captains that the pier is narrow.", LUNDE),
        ("Lunde declined to name the captain but said that he had been warned.", LUNDE),
        ("Lunde declined to name the captain.", NOBODY),
        ("Kestrovian Transport Minister Dana Rourke was reported as saying that the pier leans.", ROURKE),
        ("The Kestrovian Department of Trade added 12 ships to its black list on Friday.", NOBODY),
        ("Lunde added 12 captains had been warned.", LUNDE),
        ('The pier will stay open, she added, "in all weathers."', LUNDE),
        ('The pier will stay open, she added: "We have promised it to every captain."', (*LUNDE[:2], "direct_quote")),
    ],
)
def test_what_is_said_in_other_words_than_said(sentence: str, expected: tuple[str | None, str, str]) -> None:
    assert voice(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The minister said that the pier leans.", ROURKE),
        ("The Kestrovian minister told reporters that the pier leans.", ROURKE),
        ("The mayor said that the pier leans.", ("mayor", "third_party", "reported")),
        ("The diplomat said that the pier leans.", ROURKE),
    ],
)
def test_a_title_alone_is_whom_the_report_introduced_with_it(sentence: str, expected: tuple[str, str, str]) -> None:
    assert voice(sentence, ARRIVED) == expected


def test_a_person_behind_a_long_title_is_known_by_the_surname() -> None:
    arrived = "The talks followed a visit by Kestrovian Deputy Prime Minister Dana Rourke, who left on Sunday."
    assert voice("Rourke told reporters that the pier leans.", arrived) == ROURKE


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "The neighboring country's Ministry of Ports said that the pier leans.",
            "neighboring country's Ministry of Ports",
        ),
        ("The Valdorian Ministry of Ports said that the pier leans.", "Valdorian Ministry of Ports"),
        ("The Foreign Ministry said that the pier leans.", "Hedda Lunde"),
        ("The ministry said that the pier leans.", "Hedda Lunde"),
    ],
)
def test_another_ministry_is_not_the_spokesperson(sentence: str, speaker: str) -> None:
    assert voice(sentence)[0] == speaker


def test_a_point_where_the_comma_should_be_does_not_part_a_saying_from_its_speaker() -> None:
    last = said(parsed(LEAD, '"The pier will stay open." Lunde said.'))[-1]
    assert (last.speaker, last.mode) == ("Hedda Lunde", "direct_quote")


def test_a_sentence_behind_a_quoted_word_stays_a_sentence() -> None:
    rows = said(parsed(LEAD, 'Lunde called the plan "a leak." She added that the pier will stay open.'))
    assert [row.mode for row in rows[-2:]] == ["reported", "reported"]


def test_the_country_speaks_though_somebody_else_has_spoken_before_it() -> None:
    lead = "Valdoria on Monday asked Kestrovia to explain itself after its Port Minister Dana Rourke called piers toys."
    first = said(parsed(lead, "Foreign Ministry spokesperson Hedda Lunde said that piers are no toys."))[0]
    assert (first.speaker, first.role, first.mode) == LUNDE


def test_a_ministry_of_a_country_that_no_list_knows_is_not_the_home_one() -> None:
    assert voice("The Gardomian health ministry confirmed that piers are safe.")[0] == "Gardomian health ministry"
