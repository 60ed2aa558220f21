"""Who gives a briefing, however its report names them. Every person and place here is synthetic and invented."""

from __future__ import annotations

import pytest

from briefings.wire.mentions import at_home, nation_words
from tests.test_wire_report import parsed

HEDDA, BRO = "Hedda Lunde", "Bro Tarnow"


@pytest.mark.parametrize(
    ("paragraphs", "spokespersons"),
    [
        (("Ships may sail to Cape Orrin, a Valdorian Foreign Ministry spokesperson said on Monday.",), ()),
        (
            (
                "Ships may sail to Cape Orrin, a Valdorian Foreign Ministry spokesperson said on Monday.",
                "Hedda Lunde made the remarks at a regular press briefing.",
            ),
            (HEDDA,),
        ),
        (("Spokesperson of the Valdorian Foreign Ministry Hedda Lunde said on Monday that ships may sail.",), (HEDDA,)),
        (("Newly-appointed Foreign Ministry spokesperson Hedda Lunde said on Monday that ships may sail.",), (HEDDA,)),
        (
            ("Valdorian Foreign Ministry Spokesperson and Director of the Press Department Hedda Lunde said so.",),
            (HEDDA,),
        ),
        (
            ("Foreign Ministry spokespersons Hedda Lunde and Bro Tarnow said on Monday that ships may sail.",),
            (HEDDA, BRO),
        ),
        (
            (
                "Spokespersons for Valdoria's foreign and defense ministries said on Monday that ships may sail.",
                '"They may," Foreign Ministry spokesperson Hedda Lunde said.',
                '"They may," Defense Ministry spokesperson Bro Tarnow said.',
            ),
            (HEDDA, BRO),
        ),
        (
            (
                "Valdorian Foreign Ministry spokesperson Hedda Lunde said on Monday that ships may sail.",
                '"They may," Defense Ministry spokesperson Bro Tarnow said.',
            ),
            (HEDDA,),
        ),
    ],
)
def test_who_gives_the_briefing(paragraphs: tuple[str, ...], spokespersons: tuple[str, ...]) -> None:
    assert parsed(*paragraphs).spokespersons == spokespersons


@pytest.mark.parametrize(
    ("phrase", "home"),
    [
        ("National Ports and Reform Commission", True),
        ("European Commission", False),
        ("Kestrel and Georgia Affairs Office of the Council", True),
        ("Georgian Foreign Ministry", False),
    ],
)
def test_what_an_office_deals_with_is_not_whose_it_is(phrase: str, home: bool) -> None:
    assert at_home(phrase, nation_words("Valdoria")) is home
