"""Pronouns of a report. Every sentence, person and country here is synthetic and invented for these tests."""

from __future__ import annotations

import pytest

from tests.test_wire_report import LEAD, parsed, said

GUEST = "Kestrovian Transport Minister Perrin Voss said on Sunday that the pier leans."
QUESTION = '"Nobody asked for a plumb line," she said.'
LATER = "Lunde thanked the captains for her copy of the chart."


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        # Nothing tells whose pronoun it is: who spoke last.
        ((LEAD, GUEST, QUESTION), "Perrin Voss"),
        # A later paragraph that names the spokesperson alone tells hers.
        ((LEAD, GUEST, QUESTION, LATER), "Hedda Lunde"),
        # A possessive tells his.
        ((LEAD, GUEST, QUESTION, "Voss had sent his engineers in May."), "Hedda Lunde"),
        # Both pronouns beside one name tell nothing.
        ((LEAD, GUEST, QUESTION, LATER, "Lunde said that he had a chart."), "Perrin Voss"),
    ],
)
def test_a_pronoun_goes_to_whom_the_report_uses_it_for(paragraphs: tuple[str, ...], speaker: str) -> None:
    rows = said(parsed(*paragraphs))
    assert rows[2].speaker == speaker


def test_a_comment_on_somebody_does_not_lend_them_the_pronoun_of_who_comments() -> None:
    rows = said(
        parsed(LEAD, "Commenting on words of Perrin Voss, she said that the pier is straight.", GUEST, QUESTION, LATER)
    )
    assert [row.speaker for row in rows[1:4]] == ["Hedda Lunde", "Perrin Voss", "Hedda Lunde"]
