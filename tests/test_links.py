"""Links: every parameter brings its view back, what does not exist is named, and another release is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from briefings.app import markdown
from briefings.catalogue import PANELS
from tests.test_pages import opened, words
from tests.test_panels import EVERYTHING

Link = dict[str, str | list[str]]
WORD = "cooperation"
PHRASE = "open door and a level table"
BRIEFING = "select id from briefing where standing = 'counted' order by day desc limit 1"
TAKEN: dict[str, tuple[str, Link]] = {
    "ministry": ("pages/topics.py", {"ministry": ["va-mfa", "os-mfa"]}),
    "source": ("pages/topics.py", {"source": "ministry-qa"}),
    "speaker": ("pages/topics.py", {"speaker": "Ilen Marsk"}),
    "topic": ("pages/topics.py", {"topic": ["trade", "climate"]}),
    "dates": ("pages/topics.py", {"dates": "12m"}),
    "from and to": ("pages/topics.py", {"dates": "custom", "from": "2023-01-01", "to": "2023-12-31"}),
    "a day before the first briefing": ("pages/topics.py", {"dates": "custom", "from": "1999-01-01"}),
    "said": ("pages/topics.py", {"said": '"the European Union"'}),
    "whose": ("pages/topics.py", {"whose": "all"}),
    "together": ("pages/topics.py", {"together": "yes"}),
    "measure": ("pages/topics.py", {"measure": "count"}),
    "grain": ("pages/topics.py", {"grain": "week"}),
    "split": ("pages/topics.py", {"split": "ministry"}),
    "all new sentences": ("dashboard.py", {"all-new": "yes"}),
    "part of Phrases": ("pages/phrases.py", {"part": "compare", "b_to": "2023-06-30"}),
    "the second slice": ("pages/phrases.py", {"part": "compare", "b_ministry": "va-mfa", "b_topic": "trade"}),
    "ranking, length, size": ("pages/phrases.py", {"ranking": "uses", "length": "2", "size": "200"}),
    "names and parts": ("pages/phrases.py", {"names": "yes", "unfold": "yes"}),
    "looking": ("pages/phrases.py", {"looking": "level table"}),
    "phrase": ("pages/phrases.py", {"part": "one", "phrase": PHRASE, "grain": "year"}),
    "a page of its sentences": ("pages/phrases.py", {"part": "one", "phrase": PHRASE, "sentences_page": "2"}),
    "q": ("pages/search.py", {"q": f"{WORD}; trade", "of": "2"}),
    "sort": ("pages/search.py", {"q": WORD, "sort": "left"}),
    "page": ("pages/search.py", {"q": "the", "page": "3"}),
    "rows": ("pages/data.py", {"rows": "exchanges", "column": ["day", "kind"]}),
    "part of Sources": ("pages/sources.py", {"part": "days", "days_of": "Foreign Ministry of Valdoria"}),
    "full": ("pages/reader.py", {"full": "yes", "marks": "yes"}),
}


@pytest.fixture(autouse=True)
def on_the_sample(sample_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dashboard shows the sample's database."""
    monkeypatch.setenv("BRIEFINGS_DB", str(sample_database))


def written(app: AppTest) -> Link:
    """The address that the page wrote."""
    return single(dict(app.query_params))


def single(parameters: Mapping[str, str | list[str]]) -> Link:
    """Parameters as the tests write them: a list only where there are several values."""
    return {name: values[0] if len(values) == 1 else values for name, values in parameters.items()}


def release(database: Path) -> str:
    """The hash of a database's rows."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return str(connection.execute("select row_hash from release").fetchall()[0][0])


def problems(app: AppTest) -> str:
    """What the page says does not fit."""
    return " ".join(notice.value.replace("\\", "") for notice in app.warning)


def copied(app: AppTest) -> Link:
    """The parameters of the link that the sidebar offers."""
    return single(parse_qs(urlsplit(str(app.sidebar.code[0].value)).query, keep_blank_values=True))


@pytest.mark.parametrize("name", TAKEN)
def test_a_parameter_is_taken_and_written_back(name: str, sample_database: Path) -> None:
    page, link = TAKEN[name]
    app = opened(page, dict(link))
    assert not app.exception and problems(app) == ""
    shown = {each: value for each, value in written(app).items() if each not in ("briefing", "release")}
    assert shown == link
    assert copied(app)["release"] == release(sample_database)[:8]


@pytest.mark.parametrize("name", TAKEN)
def test_the_copied_link_holds_what_the_address_holds(name: str) -> None:
    page, link = TAKEN[name]
    app = opened(page, dict(link))
    assert {**copied(app), "release": ""} == {**written(app), "release": ""}


def test_a_choice_made_on_the_page_is_in_the_copied_link(sample_database: Path) -> None:
    app = opened("pages/topics.py", {})
    app.button_group(key="choice-grain").set_value("year").run()
    assert copied(app) == written(app)
    assert written(app) == {"grain": "year", "release": release(sample_database)[:8]}


def test_a_release_alone_makes_no_step_in_the_history_of_the_browser(sample_database: Path) -> None:
    for link in ({}, {"topic": "trade"}, {"topic": "trade", "release": "0badcafe"}):
        app = opened("pages/topics.py", dict(link))
        assert written(app) == link == written(app.run())


def test_a_clicked_row_and_the_page_of_its_sentences_come_back(cursor: duckdb.DuckDBPyConnection) -> None:
    panel = PANELS["topics/ranking"]
    rows = panel.rows(cursor, EVERYTHING)
    row = urlencode({"topic": rows["topic"].iloc[0]})
    link = {"behind": "topics/ranking", "row": row, "behind_page": "2"}
    app = opened("pages/topics.py", dict(link))
    assert problems(app) == ""
    assert [each.value for each in app.subheader if each.value == f"Behind {rows['title'].iloc[0]}"]
    assert {name: written(app)[name] for name in link} == link


@pytest.mark.parametrize(
    ("page", "link", "said"),
    [
        ("pages/topics.py", {"behind": "topics/ranking", "row": "topic=unicorns"}, "no row “topic=unicorns”"),
        ("pages/topics.py", {"behind": "topics/share_of_exchanges", "row": "period=someday"}, "in what is drawn"),
        ("pages/topics.py", {"behind": "topics/ranking", "row": "sql=x"}, "in what is drawn"),
        ("pages/topics.py", {"behind": "topics/nothing", "row": "topic=trade"}, "nothing called “topics/nothing”"),
        ("pages/topics.py", {"behind": "phrases/list", "row": "phrase=x"}, "nothing called “phrases/list”"),
        ("pages/topics.py", {"grian": "week"}, "there is no “grian”"),
        ("pages/topics.py", {"measure": "weight"}, "weight"),
        ("pages/topics.py", {"split": "mood"}, "mood"),
        ("pages/topics.py", {"speaker": "Nobody Atall"}, "Nobody Atall"),
        ("pages/topics.py", {"source": "rumour"}, "rumour"),
        ("pages/topics.py", {"dates": "soon"}, "soon"),
        ("pages/topics.py", {"dates": "12m", "from": "2023-01-01"}, "do not count"),
        ("pages/topics.py", {"said": "?!"}, "holds no word"),
        ("pages/topics.py", {"together": "perhaps"}, "perhaps"),
        ("pages/search.py", {"q": WORD, "page": "9999"}, "9999"),
        ("pages/search.py", {"q": WORD, "sort": "taste"}, "taste"),
        ("pages/phrases.py", {"part": "three"}, "three"),
        ("pages/phrases.py", {"names": "some"}, "some"),
        ("pages/phrases.py", {"part": "compare", "b_ministry": "zz-mfa"}, "zz-mfa"),
        ("pages/phrases.py", {"part": "one", "phrase": PHRASE, "sentences_page": "77"}, "77"),
        ("pages/data.py", {"column": "colour"}, "colour"),
        ("pages/data.py", {"rows": "pages"}, "pages"),
        ("pages/sources.py", {"part": "days", "days_of": "Nowhere"}, "Nowhere"),
        ("pages/reader.py", {"briefing": "ffffffffffff"}, "ffffffffffff"),
        ("pages/reader.py", {"marks": "maybe"}, "maybe"),
        ("dashboard.py", {"grain": "week"}, "there is no “grain”"),
    ],
)
def test_what_does_not_exist_is_named(page: str, link: Link, said: str) -> None:
    app = opened(page, dict(link))
    assert not app.exception
    assert said in problems(app)


def test_a_value_given_twice_is_taken_once() -> None:
    app = opened("pages/topics.py", {"topic": ["trade", "trade"]})
    assert not app.exception and written(app)["topic"] == "trade"


def test_a_statement_is_found_by_its_link(sample_database: Path) -> None:
    with duckdb.connect(str(sample_database), read_only=True) as connection:
        id_ = connection.execute(BRIEFING).fetchall()[0][0]
    link = {"briefing": id_, "statement": "2"}
    app = opened("pages/reader.py", dict(link))
    assert problems(app) == "" and {name: written(app)[name] for name in link} == link
    assert "no-such" in problems(opened("pages/reader.py", {"briefing": id_, "statement": "no-such"}))


def test_a_link_of_this_release_says_nothing_and_one_of_another_says_so_quietly(sample_database: Path) -> None:
    now = release(sample_database)[:8]
    said = "This link was made on release"
    assert said not in words(opened("pages/topics.py", {"release": now}))
    assert said not in words(opened("pages/topics.py", {}))
    app = opened("pages/topics.py", {"release": "0badcafe", "topic": "trade"})
    assert not app.warning and f"{said} 0badcafe. You see release {now}" in words(app)
    assert copied(app) == {"topic": "trade", "release": now}
    assert said not in words(app.run())


HOSTILE = "![x](http://evil.example/x.png) <img src=x> :red[a] `b` $c$ **d**"
SOUGHT = f"zyzzyva {HOSTILE.removesuffix(' **d**')}"
"""A star behind nothing would be a mistake of the query."""


@pytest.mark.parametrize(
    "link",
    [{"topic": HOSTILE}, {"release": HOSTILE}, {HOSTILE: "x"}, {"behind": HOSTILE}, {"said": SOUGHT}],
)
def test_what_a_link_says_is_never_markdown(link: Link) -> None:
    app = opened("pages/topics.py", dict(link))
    assert not app.exception
    told = [element.value for kind in (app.warning, app.info, app.caption) for element in kind]
    labels = [button.label for button in app.button]
    assert "evil" in " ".join(told)
    assert not [
        each for each in [*told, *labels] if "![" in each or "](" in each or " :red[" in each or "http://" in each
    ]


def test_plain_text_keeps_its_words() -> None:
    assert markdown.plain("a *b* [c](d)\n# e") == r"a \*b\* \[c\]\(d\) \# e"


def test_an_address_in_plain_text_reads_the_same_and_is_no_link() -> None:
    told = markdown.plain("see http://evil.example, www.evil.example or a@evil.example")
    assert not any(each in told for each in ("http://", "www.", "@evil"))
    assert (
        told.replace(markdown.JOINER, "").replace("\\", "")
        == "see http://evil.example, www.evil.example or a@evil.example"
    )
