"""Words that no topic covers: what the query finds, and the way from a word to the lexicon and back into the numbers.

Every sentence is invented.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import duckdb
import pytest
from scipy import stats
from streamlit.testing.v1 import AppTest

from briefings.catalogue import PANELS
from briefings.release import ROOT
from tests.tiny import Held, Said, built, weekdays

PANEL = PANELS["topics/uncovered"]
EARLY, LATE = weekdays(date(2030, 1, 1), 40), weekdays(date(2030, 9, 2), 40)


def said(answer: str, topic: str = "") -> Said:
    """An exchange with this answer."""
    return Said((topic,) if topic else (), answer=answer)


def lanterns() -> duckdb.DuckDBPyConnection:
    """Lanterns come up late where no topic is, and come up early and late where one is."""
    early = [Held(day, [said("the harbour sleeps"), said("the lantern glows", "fishing")]) for day in EARLY]
    late = [
        Held(day, [said("the lantern glows" if place % 2 else "the harbour sleeps"), said("the kettle sings", "visas")])
        for place, day in enumerate(LATE)
    ]
    return built([*early, *late])


def found(connection: duckdb.DuckDBPyConnection, **values: object) -> dict[str, dict[str, object]]:
    """The rows by their word."""
    rows = PANEL.rows(connection, {"whose": "spokesperson", "function_words": ["the"], **values})
    return {str(row["term"]): {str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")}


def test_a_word_that_rose_where_no_topic_is_is_found_with_both_counts() -> None:
    rows = found(lanterns())
    assert set(rows) == {"lantern", "glows"}
    lantern = rows["lantern"]
    assert (lantern["exchanges"], lantern["of"], lantern["exchanges_before"], lantern["of_before"]) == (20, 40, 0, 40)
    g2 = stats.chi2_contingency([[20, 20], [0, 40]], lambda_="log-likelihood", correction=False).statistic
    assert lantern["g2"] == pytest.approx(g2)
    assert isinstance(lantern["keyness"], float) and lantern["keyness"] > 0


def test_a_word_of_exchanges_with_a_topic_is_not() -> None:
    assert "kettle" not in found(lanterns())


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"since": LATE[0]}, {"lantern", "glows"}),
        ({"since": EARLY[0]}, set()),
        ({"until_day": EARLY[-1]}, set()),
        ({"function_words": ["the", "glows"]}, {"lantern"}),
        ({"whose": None, "function_words": ["the", "question"]}, {"lantern", "glows"}),
    ],
)
def test_the_slice_is_set_against_what_was_before_it(values: Mapping[str, object], words: set[str]) -> None:
    assert set(found(lanterns(), **values)) == words


def test_a_term_of_the_lexicon_is_no_candidate() -> None:
    connection = lanterns()
    assert "glows" in found(connection)
    connection.execute(
        "insert into topic_hit select 0, exchange, statement, briefing, 'Glows', 0, 1 from statement limit 1"
    )
    assert "glows" not in found(connection)


def opened(database: Path, monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> AppTest:
    """The Topics page with a word chosen among those no topic covers."""
    monkeypatch.setenv("BRIEFINGS_DB", str(database))
    if folder:
        monkeypatch.setenv("BRIEFINGS_LEXICON", str(folder))
    else:
        monkeypatch.delenv("BRIEFINGS_LEXICON", raising=False)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page("pages/topics.py")
    row = {"term": "global minimum tax", "from_day": "2023-06-01", "to_day": "2023-12-21"}
    link = {"uncovered": "yes", "behind": PANEL.query, "row": urlencode(row)}
    link |= {"dates": "custom", "from": "2023-06-01", "to": "2023-12-30", "whose": "all"}
    for name, value in link.items():
        app.query_params[name] = value
    return app.run()


def test_without_the_setting_the_lines_are_only_shown(sample_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(sample_database, monkeypatch, None)
    assert not app.exception
    assert any('any = ["global minimum tax"]' in code.value for code in app.code)
    assert not [button for button in app.button if button.label.startswith("Write")]
    assert any("Copy these lines" in caption.value for caption in app.caption)


def test_a_word_becomes_a_topic_in_the_numbers(
    sample_database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    database, folder = tmp_path / "sample.duckdb", tmp_path / "words"
    shutil.copyfile(sample_database, database)
    shutil.copytree(ROOT / "data" / "lexicon" / "topics", folder / "topics")
    app = opened(database, monkeypatch, folder)
    app.selectbox(key="add-topic-global minimum tax").select("+").run()
    app.text_input(key="add-title-global minimum tax").input("Taxes").run()
    assert app.button(key="add-write").disabled
    app.text_input(key="add-counter-global minimum tax").input("The road is long.").run()
    app.button(key="add-write").click().run()
    assert not app.exception
    assert 'id = "taxes"' in (folder / "topics" / "taxes.toml").read_text()
    [told] = [success.value for success in app.success]
    command = shlex.split(told.split("`")[1])
    subprocess.run([sys.executable, *command[1:], "--jobs", "1"], cwd=ROOT, check=True, capture_output=True)
    with duckdb.connect(str(database), read_only=True) as connection:
        sql = "select count(distinct exchange) from exchange_topic join topic using (topic) where id = 'taxes'"
        assert connection.execute(sql).fetchall()[0][0] >= 5
