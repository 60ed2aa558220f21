"""Lists of reports. Every headline, person and place here is synthetic and invented for these tests."""

from __future__ import annotations

import pytest

from briefings import sources
from briefings.models import Page, Refused

ENTRY = """Valdoria opposes toll {day}: FM spokesperson
PORT AUREL, Jan. {day} (Valdor Press) -- Foreign Ministry spokesperson Hedda Lunde said that toll {day} is bad...
2023-01-{day}
"""
ENTRIES = [ENTRY.format(day=day) for day in range(10, 14)]


def parsed(*blocks: str) -> int:
    """The number of statements on a page of these blocks."""
    briefing = sources.parse(Page("page.txt", "\n".join(blocks).encode(), "text/plain"))
    return sum(len(turn.statements) for exchange in briefing.exchanges for turn in exchange.turns)


def test_a_page_of_first_paragraphs_with_datelines_is_a_list() -> None:
    with pytest.raises(Refused) as refused:
        parsed("FM Press Releases", *ENTRIES)
    assert refused.value.reason == "list_page"


def test_a_report_with_such_a_list_below_it_is_a_report() -> None:
    more = ['"The pier stays open," Lunde said.', "She thanked the pilots.", "The pier is old.", "Related Stories"]
    assert parsed(ENTRIES[0], *more, *ENTRIES[1:]) == 4
