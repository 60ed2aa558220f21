"""The counts of stances against a count of another kind, on the sample; and what the check of targets and cues says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from briefings import cues, query, targets
from briefings.catalogue import PANELS
from briefings.netting import tally
from briefings.release import data_folder

SCOPE: dict[str, Any] = {"whose": "spokesperson", "grain": "quarter"}
ROWS = """
select k.*, t.id as target_id, b.id as briefing_id, m.name as ministry_name, p.name as who
from stance as k join target as t using (target) join briefing as b using (briefing)
join ministry as m on m.ministry = k.ministry left join speaker as p on p.speaker = k.speaker
where k.standing = 'counted'
"""


@pytest.fixture
def rows(cursor: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Every stance of the briefings that count."""
    found = cursor.execute(ROWS).df()
    return found.assign(quarter=found["day"].dt.to_period("Q").dt.start_time)


def clusters(rows: pd.DataFrame) -> Any:
    """Counts of the labels, briefing by briefing."""
    labels = ["opposed", "neutral", "supportive"]
    return rows.groupby("briefing")["label"].value_counts().unstack().reindex(columns=labels).fillna(0).to_numpy(float)


def test_a_period_counts_its_statements_by_briefing(cursor: duckdb.DuckDBPyConnection, rows: pd.DataFrame) -> None:
    found = query.load("stance/over_time").run(cursor, SCOPE)
    assert len(found) > 20 and found["target"].nunique() == 3
    for row in found.itertuples():
        own = rows[(rows["target_id"] == row.target) & (rows["quarter"] == row.period)]
        expected = tally(clusters(own))
        assert row.tally == {name: getattr(expected, name) for name in expected.__slots__}
        assert (row.statements, row.briefings) == (len(own), own["briefing"].nunique())


def test_the_split_by_spokesperson_is_by_who_speaks(cursor: duckdb.DuckDBPyConnection, rows: pd.DataFrame) -> None:
    found = query.load("stance/over_time").run(cursor, {**SCOPE, "split": "spokesperson"})
    for (target, who), part in found.groupby(["target", "series"]):
        own = rows[(rows["target_id"] == target) & (rows["who"].fillna("no spokesperson") == who)]
        assert part["statements"].sum() == len(own)


def test_everyone_else_of_the_ministry_is_who_one_is_compared_with(
    cursor: duckdb.DuckDBPyConnection, rows: pd.DataFrame
) -> None:
    found = query.load("stance/who_differs").run(cursor, SCOPE)
    assert len(found) > 5
    for row in found.itertuples():
        same = rows[(rows["target_id"] == row.target) & (rows["ministry_name"] == row.ministry)]
        own = same["who"].fillna("no spokesperson") == row.spokesperson
        assert (row.statements, row.statements_before) == (own.sum(), (~own).sum())
        assert row.tally_before["briefings"] == same[~own]["briefing"].nunique()


@pytest.mark.parametrize("until_day", [None, date(2023, 11, 30)])
def test_moved_takes_30_days_against_the_180_before(
    cursor: duckdb.DuckDBPyConnection, rows: pd.DataFrame, until_day: date | None
) -> None:
    found = query.load("stance/moved").run(cursor, {**SCOPE, "until_day": until_day})
    last = pd.Timestamp(found["to_day"].iloc[0])
    age = (last - rows["day"]).dt.days
    for row in found.itertuples():
        own = rows["target_id"] == row.target
        assert row.statements == (own & age.between(0, 29)).sum()
        before = (own & age.between(30, 209)).sum()
        assert before == (0 if pd.isna(row.statements_before) else row.statements_before)


def test_the_planted_turn_is_a_move(cursor: duckdb.DuckDBPyConnection) -> None:
    scope = {**SCOPE, "until_day": date(2023, 12, 31), "ministries": ["va-mfa"]}
    found = PANELS["stance/over_time"].rows(cursor, {**scope, "targets": ["european-union"], "grain": "year"})
    later = PANELS["stance/over_time"].rows(cursor, {**SCOPE, "ministries": ["va-mfa"], "targets": ["european-union"]})
    after = later[later["period"] >= "2024-01-01"]
    assert found["low"].iloc[0] > 0 and (after["net"] < 0).all()


def test_a_correction_has_the_columns_of_the_labelled_sets(cursor: duckdb.DuckDBPyConnection) -> None:
    [(statement, target)] = cursor.execute(
        "select k.statement, t.id from stance as k join target as t using (target) "
        "join statement as s using (statement) join turn as u using (turn) where u.kind = 'answer' "
        "order by s.position desc, k.statement limit 1"
    ).fetchall()
    row = query.load("stance/labelled").run(cursor, {"statement": statement, "target": target}).iloc[0]
    assert row["id"].endswith(f"-{target}") and row["question"].strip() and row["sentence"].strip()
    assert row["government"] in ("Valdoria", "Ostmere") and row["sentence"] not in row["before"]


def test_the_shipped_targets_and_cues_have_no_mistake() -> None:
    words = data_folder() / "lexicon"
    assert targets.disproved(words / "targets.toml") == [] and cues.problems(words / "cues.toml") == []


def test_examples_that_prove_nothing_are_told(tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    file.write_text(
        '[[target]]\nid = "ennor"\ntitle = "Ennor"\nkind = "country"\nany = ["Ennor"]\n'
        'examples = ["Brannock is here."]\ncounterexamples = ["Ennor is here."]\n',
        "utf-8",
    )
    assert [mistake.split("the ")[1] for mistake in targets.disproved(file)] == [
        "example does not name it: Brannock is here.",
        "counterexample names it: Ennor is here.",
    ]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('opposed = ["deplore"]', "lacks the list `turning`"),
        ('opposed = ["deplore"]\nturning = ["not"]\nagainst = []', "unknown key `against`"),
        ("opposed = [", "not TOML"),
    ],
)
def test_mistakes_in_cues_are_told(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "cues.toml").write_text(content, "utf-8")
    assert complaint in cues.problems(tmp_path / "cues.toml")[0]
    assert "cannot be read" in cues.problems(tmp_path / "none.toml")[0]
