"""What stands behind the counts of Topics and Home: every row's evidence, on databases made by hand.

Every name and sentence is invented.
"""

from __future__ import annotations

from datetime import date

import pytest

from briefings import query
from briefings.catalogue import PANELS
from tests.brute import BOTH, FISH, QUIET, run
from tests.tiny import Held, Said, built, weekdays

PROVED = [
    ("topics/share_of_exchanges", "hits", "exchange"),
    ("topics/share_of_briefings", "hits", "briefing"),
    ("topics/count", "hits", "exchange"),
    ("topics/per_1000_words", "statements", "statement"),
    ("topics/ranking", "exchanges", "exchange"),
    ("topics/together", "both", "exchange"),
    ("topics/outlets", "exchanges", "exchange"),
    ("home/coverage", "exchanges", "exchange"),
    ("home/coverage", "briefings", "briefing"),
    ("home/latest", "exchanges", "exchange"),
    ("home/moved", "hits", "exchange"),
    ("home/new_statements", "statements", "statement"),
]


@pytest.mark.parametrize("whose", [None, "spokesperson"])
@pytest.mark.parametrize("split", [None, "spokesperson"])
@pytest.mark.parametrize(("name", "count", "unit"), PROVED)
def test_evidence_proves_the_count_of_every_row(
    name: str, count: str, unit: str, split: str | None, whose: str | None
) -> None:
    talk = [BOTH, FISH, QUIET, Said(("visas",), {"visas": 3}, outlet=1, speaker=1), Said((), {"fishing": 2}, outlet=0)]
    held = [Held(day, talk[: 1 + number % 5]) for number, day in enumerate(weekdays(date(2029, 6, 1), 200))]
    connection = built([*held, Held(None, talk)])
    scope = {"grain": "month", "split": split, "whose": whose}
    rows = query.load(name).run(connection, scope)
    evidence = PANELS[name].proof if name in PANELS else query.load(f"{name.split('/')[0]}/evidence")
    assert len(rows)
    keys = [column for column in rows if column in evidence.parameters]
    for row in rows.to_dict("records"):
        behind = evidence.run(connection, {**scope, **{key: row[key] for key in keys}})
        assert behind[unit].nunique() == row[count], row


def test_evidence_marks_the_uses_that_a_rate_counts() -> None:
    connection = built([Held(date(2030, 1, 7), [Said((), {"fishing": 3}), FISH, QUIET])])
    row = run(connection, "topics/per_1000_words", topics=["fishing"]).iloc[0]
    behind = run(connection, "topics/evidence", topic="fishing", measure=row["measure"])
    assert behind["marks"].map(len).sum() == row["hits"] == 4
    assert behind["marks"].iloc[0].tolist()[0] == {"first": 0, "last": 4}


def test_evidence_shows_the_first_statement_where_the_voice_has_no_hit() -> None:
    behind = run(built([Held(date(2030, 1, 7), [FISH])]), "topics/evidence", topic="fishing", whose="spokesperson")
    assert behind["text"].tolist() == ["Made-up answer 0."]
    assert behind["marks"].map(len).tolist() == [0]
