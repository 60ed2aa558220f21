"""Reader, Search, Data and Sources as a link opens them, on the synthetic sample."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from briefings.release import ROOT

Link = dict[str, str | list[str]]


@pytest.fixture(autouse=True)
def on_the_sample(sample_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dashboard shows the sample's database."""
    monkeypatch.setenv("BRIEFINGS_DB", str(sample_database))


def opened(page: str, link: Link) -> AppTest:
    """A page as a link opens it."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.switch_page(f"pages/{page}.py")
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """All of the page's own HTML."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def latest(cursor: duckdb.DuckDBPyConnection) -> tuple[str, str]:
    """Id and headline of the latest briefing."""
    order = "order by day desc nulls last, briefing desc limit 1"
    [(id_, headline)] = cursor.execute(
        f"select id, headline from briefing where standing = 'counted' {order}"
    ).fetchall()
    return id_, headline


@pytest.mark.parametrize(
    ("page", "link", "told"),
    [
        ("reader", {"briefing": "zz"}, "briefing \u201czz\u201d is not in this database"),
        ("reader", {"statement": "9999"}, "statement \u201c9999\u201d is not in this briefing"),
        ("search", {"q": "government", "page": "9999"}, "page \u201c9999\u201d does not exist"),
        ("search", {"q": "government", "sort": "length"}, "sort cannot be \u201clength\u201d"),
        ("search", {"q": "?; government"}, "\u201c?\u201d holds no word"),
        ("search", {"q": "a; b; c; d; e; f"}, "6 queries are more than one chart shows"),
        ("data", {"column": "colour"}, "no column \u201ccolour\u201d"),
        ("data", {"rows": "pages"}, "rows cannot be \u201cpages\u201d"),
        ("sources", {"part": "weather"}, "part cannot be \u201cweather\u201d"),
    ],
)
def test_what_a_link_names_and_does_not_exist_is_told(page: str, link: Link, told: str) -> None:
    assert told in " ".join(warning.value for warning in opened(page, link).warning)


def test_an_unknown_briefing_is_not_replaced_by_another() -> None:
    app = opened("reader", {"briefing": "zz"})
    assert "<h2>" not in html(app)
    assert "briefing" not in app.query_params


def test_the_reader_opens_the_latest_briefing(cursor: duckdb.DuckDBPyConnection) -> None:
    app = opened("reader", {})
    id_, headline = latest(cursor)
    assert app.query_params["briefing"] == id_
    assert headline.split("\u2019")[0].split("'")[0] in html(app)


def test_the_statement_of_a_link_is_set_apart(cursor: duckdb.DuckDBPyConnection) -> None:
    app = opened("reader", {"briefing": latest(cursor)[0], "statement": "2"})
    assert '<span id="statement-2" class="here"' in html(app)
    assert app.query_params["statement"] == "2"


def test_marks_and_the_whole_page_are_shown_where_the_link_asks_for_them(cursor: duckdb.DuckDBPyConnection) -> None:
    plain, full = (opened("reader", link) for link in ({}, {"marks": "yes", "full": "yes"}))
    assert 'class="whole-page"' not in html(plain) and "<mark" not in html(plain)
    assert 'class="whole-page"' in html(full) and '<mark title="' in html(full)


def test_a_lone_filter_leaves_the_open_briefing_and_says_that_it_is_outside(cursor: duckdb.DuckDBPyConnection) -> None:
    [(id_, ministry)] = cursor.execute(
        "select b.id, m.id from briefing as b join ministry as m using (ministry) where standing = 'counted' limit 1"
    ).fetchall()
    others = cursor.execute("select id from ministry where id <> ?", [ministry]).fetchall()
    assert "outside the filters" in html(opened("reader", {"briefing": id_, "ministry": others[0][0]}))
    assert "outside the filters" not in html(opened("reader", {"briefing": id_}))


def test_search_shows_what_can_be_typed_and_takes_an_example() -> None:
    app = opened("search", {})
    app.button[[button.label for button in app.button].index("cooperation")].click().run()
    assert app.query_params["q"] == "cooperation"


def test_the_total_of_a_search_is_exact(cursor: duckdb.DuckDBPyConnection) -> None:
    [(total,)] = cursor.execute(
        "select count(*) from statement "
        "where standing = 'counted' and role = 'spokesperson' and contains(tokens, ' government ')"
    ).fetchall()
    app = opened("search", {"q": "government"})
    assert any(caption.value.startswith(f"{total:,} statement") for caption in app.caption)
    assert html(app).count('<td class="match">') == min(total, 50)


@pytest.mark.parametrize("kind", ["briefings", "exchanges", "statements", "topic_hits"])
def test_data_shows_the_columns_chosen(kind: str) -> None:
    app = opened("data", {"rows": kind, "column": ["day", "ministry"]})
    assert list(app.dataframe[0].value.columns) == ["day", "ministry"]
    assert app.query_params["column"] == ["day", "ministry"]


@pytest.mark.parametrize("part", ["loaded", "days", "versions", "refused", "methods"])
def test_every_part_of_sources_draws_whatever_the_filters(part: str) -> None:
    plain, filtered = (opened("sources", {"part": part, **link}) for link in ({}, {"said": "zyzzyva", "dates": "year"}))
    assert [len(frame.value) for frame in plain.dataframe] == [len(frame.value) for frame in filtered.dataframe]
    assert [text.value for text in plain.subheader] == [text.value for text in filtered.subheader]
