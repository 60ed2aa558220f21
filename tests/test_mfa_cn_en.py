"""The ministry's English pages: headline, dates, frame and address. All events and spokespersons are invented."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from briefings import conference, html
from briefings.models import Briefing, Page, Refused
from briefings.sources import mfa_cn_en, mfa_cn_zh

CHROME = "Copyright©1998-2014, Ministry of Foreign Affairs, the People's Republic of China"
TALK = "<p><b>Q: Is it ice?</b></p><p>A: It is.</p>"


def page(title: str, body: str = TALK, head: str = "", foot: str = CHROME, url: str | None = None) -> Page:
    markup = (
        f"<html><head><title>{title}</title>{head}</head><body><div>Home &gt; Regular Press Conference</div>"
        f"<h2>{title}</h2>{body}<div>Related News:</div><ul><li>Spokesperson's Remarks on May 4, 2017</li></ul>"
        f"<img src='P020180901587211901157.png'><div>{foot}</div></body></html>"
    )
    return Page("page.html", markup.encode(), "text/html", url)


def parsed(title: str, body: str = TALK, head: str = "", url: str | None = None) -> Briefing:
    return mfa_cn_en.parse(html.document(page(title, body, head, url=url)))


def words(briefing: Briefing) -> list[tuple[str, str | None, str]]:
    return [
        (turn.kind, turn.speaker, briefing.text[turn.start : turn.end])
        for exchange in briefing.exchanges
        for turn in exchange.turns
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Foreign Ministry Spokesperson Lin Meiyu's Regular Press Conference on May 3, 2019", True),
        ("Foreign Ministry Spokesperson Lin Meiyu’s Daily Briefing Online on May 3, 2019", True),
        ("Foreign Ministry Spokesperson's Remarks on the Amber Canal", True),
        ("Spokesperson's Remarks", False),
        ("Regular Press Conference", False),
        ("Foreign Minister Orsolo Meets the Harbour League", False),
    ],
)
def test_pages_of_one_occasion_are_recognised(title: str, expected: bool) -> None:
    assert mfa_cn_en.recognises(html.document(page(title))) is expected


def test_a_page_of_another_publisher_is_not_recognised() -> None:
    title = "Foreign Ministry Spokesperson Lin Meiyu's Regular Press Conference on May 3, 2019"
    assert not mfa_cn_en.recognises(html.document(page(title, foot="Copyright of the Harbour Daily")))


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Foreign Ministry Spokesperson Lin Meiyu's Remarks on May 3, 2019", ("Lin Meiyu",)),
        ("Foreign Ministry Spokesperson Lin Meiyu’s Regular Press Conference", ("Lin Meiyu",)),
        (
            "Foreign Ministry Spokespersons Lin Meiyu and Gao Wenshan Hold Press Conference",
            ("Lin Meiyu", "Gao Wenshan"),
        ),
        ("Remarks by Foreign Ministry Spokesperson Lin Meiyu on the Amber Canal", ("Lin Meiyu",)),
        ("Foreign Ministry Spokesperson's Remarks on the Amber Canal", ()),
    ],
)
def test_the_headline_names_the_spokespersons(title: str, names: tuple[str, ...]) -> None:
    assert conference.spokespersons(title) == names


@pytest.mark.parametrize(
    ("when", "body", "head", "expected"),
    [
        ("on June13, 2018", TALK, "", (date(2018, 6, 13), "title")),
        ("on May 3, 2019", "<img src='W020180910808183162908.jpg'>" + TALK, "", (date(2019, 5, 3), "title")),
        ("on September 10", "<img src='./W020180912808183162908.jpg'>" + TALK, "", (date(2018, 9, 10), "images")),
        ("on December 31", "<img src='./W020190101808183162908.jpg'>" + TALK, "", (date(2018, 12, 31), "images")),
        ("on September 10", "<img src='./W020180110808183162908.jpg'>" + TALK, "", (None, "unknown")),
        ("on September 10", TALK, "", (None, "unknown")),
        (
            "on September 10",
            TALK,
            "<meta name='PubDate' content='2021-09-10 20:01'>",
            (date(2021, 9, 10), "publication"),
        ),
        ("on the Amber Canal", TALK, "", (None, "unknown")),
        ("on the Amber Canal", "<p>2021-09-10 20:01</p>" + TALK, "", (date(2021, 9, 10), "publication")),
    ],
)
def test_the_day_comes_from_the_headline_and_its_year_from_nothing_weaker_than_the_pictures(
    when: str, body: str, head: str, expected: tuple[date | None, str]
) -> None:
    found = parsed(f"Foreign Ministry Spokesperson Lin Meiyu's Remarks {when}", body, head)
    assert (found.briefing_date, found.date_source) == expected


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ("<link rel='canonical' href='https://a.example/1'>", None, "https://a.example/1"),
        ("<meta property='og:url' content='https://a.example/2'>", None, "https://a.example/2"),
        ("<link rel='canonical' href='https://a.example/1'>", "https://a.example/3", "https://a.example/3"),
        ("", None, None),
    ],
)
def test_the_address_is_given_never_guessed(head: str, url: str | None, expected: str | None) -> None:
    title = "Foreign Ministry Spokesperson Lin Meiyu's Remarks on May 3, 2019"
    assert parsed(title, head=head, url=url).url == expected


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        parsed("Foreign Ministry Spokesperson Lin Meiyu's Remarks on May 3, 2019", "<p>***</p>")
    assert refused.value.reason == "no_body"


def test_a_plain_paragraph_behind_a_bold_question_answers_it() -> None:
    body = TALK + "<p><b>Journalist: Thick ice?</b></p><p>Our view is clear: as thick as last year.</p>"
    assert words(parsed("Foreign Ministry Spokesperson Lin Meiyu's Remarks on May 3, 2019", body))[2:] == [
        ("question", None, "Thick ice?"),
        ("answer", "Lin Meiyu", "Our view is clear: as thick as last year."),
    ]


def test_a_spokesperson_named_before_any_question_announces() -> None:
    body = "<p>Lin Meiyu: The pier is open.</p>" + TALK + "<p>※※※</p><p>Lin Meiyu: We close early tomorrow.</p>"
    kinds = [
        kind for kind, _, _ in words(parsed("Foreign Ministry Spokesperson Lin Meiyu's Remarks on May 3, 2019", body))
    ]
    assert kinds == ["announcement", "question", "answer", "announcement"]


def test_every_real_page_is_a_briefing_whose_statements_stand_where_they_say(shared: Path) -> None:
    kinds: Counter[str] = Counter()
    undated = []
    for path in sorted((shared / "corpora" / "mfa-cn-en").iterdir()):
        document = html.document(Page(path.name, path.read_bytes(), "text/html"))
        assert mfa_cn_en.recognises(document) and not mfa_cn_zh.recognises(document), path.name
        found = mfa_cn_en.parse(document)
        undated += [path.name] if found.briefing_date is None else []
        for exchange in found.exchanges:
            for turn in exchange.turns:
                kinds[turn.kind] += 1
                said = [found.text[statement.start : statement.end] for statement in turn.statements]
                assert all(piece and piece == piece.strip() and "\n" not in piece for piece in said), path.name
                assert "Related News" not in "".join(said) and "Copyright" not in "".join(said), path.name
    assert len(undated) == 2
    assert kinds["question"] == kinds["answer"] > 3_900


def test_every_real_page_in_chinese_is_kept_and_dated(shared: Path) -> None:
    for path in sorted((shared / "corpora" / "mfa-cn-zh").iterdir()):
        document = html.document(Page(path.name, path.read_bytes(), "text/html"))
        assert mfa_cn_zh.recognises(document) and not mfa_cn_en.recognises(document), path.name
        found = mfa_cn_zh.parse(document)
        assert (found.language, found.exchanges, found.url) == ("zh", (), None)
        assert found.briefing_date and found.spokespersons, path.name
