"""White House transcripts: labels, turns and days. All prose is invented; only the names in labels are real."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefings import inputs, sources
from briefings.models import Briefing, Page, Refused
from briefings.sources import white_house

ADDRESS = "https://www.whitehouse.gov/briefing-room/press-briefings/2021/03/02/lamps/"


def page(body: str, title: str = "Press Briefing", address: str = ADDRESS) -> Page:
    """A Markdown page as the site's archive keeps it."""
    front = f"---\ndate: '2021-03-02'\nsource_url: {address}\ntitle: {title}\n---\n\n"
    return Page("page.md", (front + body).encode(), "text/markdown")


def parsed(body: str, title: str = "Press Briefing", address: str = ADDRESS) -> Briefing:
    """The briefing on such a page."""
    return sources.parse(page(body, title, address))


def said(briefing: Briefing) -> list[tuple[str, str | None, str]]:
    """Every turn as (kind, speaker, words)."""
    return [
        (turn.kind, turn.speaker, " ".join(briefing.text[one.start : one.end] for one in turn.statements))
        for exchange in briefing.exchanges
        for turn in exchange.turns
    ]


P, D = "Jen Psaki", "Brian Deese"


@pytest.mark.parametrize(
    ("body", "turns"),
    [
        ("MS. PSAKI:  Hi.\n\nMore.\n\nQ    Why?", [("announcement", P, "Hi. More."), ("question", None, "Why?")]),
        ("Q    Why?\n\nMS. PSAKI:  So.", [("question", None, "Why?"), ("answer", P, "So.")]),
        ("Q    Why?\n\nQ    How?", [("question", None, "Why?"), ("question", None, "How?")]),
        ("Q: Why?\n\nQ– how?", [("question", None, "Why?"), ("question", None, "– how?")]),
        ("M\n\nS. PSAKI:  So.", [("announcement", P, "So.")]),
        ("QMS. PSAKI:  So.", [("announcement", P, "So.")]),
        ("MR: DEESE:  So.", [("announcement", D, "So.")]),
        ("MS. PSAKI:  Q    Why?", [("question", None, "Why?")]),
        ("MR. DEESE. So it is.", [("announcement", D, "So it is.")]),
        ("MS. PSAKI:  Yes. MR. DEESE:  No.", [("announcement", P, "Yes."), ("announcement", D, "No.")]),
        ("MS. PSAKI:  Yes.  Q    Why?", [("announcement", P, "Yes."), ("question", None, "Why?")]),
        ("MS. PSAKI:  Q LAMPS opens. In Q LAMPS", [("announcement", P, "Q LAMPS opens. In Q LAMPS")]),
        ("MS. PSAKI:  Yes.\n\nNATO: a word.", [("announcement", P, "Yes. NATO: a word.")]),
        ("MS. PSAKI:  Yes.\n\n(Cross-talk.)\n\nNo.", [("announcement", P, "Yes. No.")]),
        ("MS. PSAKI:  Yes. (Laughter.)", [("announcement", P, "Yes.")]),
        ("Q    (Inaudible.)", [("question", None, "(Inaudible.)")]),
        ("MS. PSAKI:  Bye. 2:05 P.M. EST", [("announcement", P, "Bye.")]),
        ("MS. PSAKI:  Bye.\n\nEND 2:05 P.M. EST\n\nSlides are here.", [("announcement", P, "Bye.")]),
        ("Via Teleconference\n\n5:19 P.M. EDT MS. PSAKI:  Hi.", [("announcement", P, "Hi.")]),
    ],
)
def test_a_body_gives_these_turns(body: str, turns: list[tuple[str, str | None, str]]) -> None:
    assert said(parsed(body)) == turns


ASKED = "Thank you, Jen. Could you tell us how many of the lamps are lit tonight?"


@pytest.mark.parametrize(
    ("body", "question"),
    [
        (f"MS. PSAKI:  Go ahead.\n\nMS. PSAKI:  {ASKED}\n\nMS. PSAKI:  Forty.", ASKED),
        (f"MS. PSAKI:  They are.\n\n{ASKED}\n\nMS. PSAKI:  Forty.", ASKED),
    ],
)
def test_a_question_under_the_answerers_label_goes_back_to_a_reporter(body: str, question: str) -> None:
    assert [words for kind, _, words in said(parsed(body)) if kind == "question"] == [question]


def test_a_short_question_or_one_of_many_officials_stays_with_its_label() -> None:
    for label in ("MS. PSAKI", "SENIOR ADMINISTRATION OFFICIAL"):
        asks = "You all right?" if label == "MS. PSAKI" else ASKED
        assert {kind for kind, _, _ in said(parsed(f"{label}:  {asks}\n\n{label}:  Go on."))} == {"announcement"}


@pytest.mark.parametrize(
    ("title", "opening", "address", "day", "source"),
    [
        ("Press Briefing", "", ADDRESS, date(2021, 3, 2), "front matter"),
        ("Press Briefing, March 1, 2021", "", ADDRESS, date(2021, 3, 1), "title"),
        ("Press Call", "(March 1, 2021)\n\n", ADDRESS, date(2021, 3, 1), "body"),
        ("Press Briefing", "", ADDRESS.replace("lamps", "lamps-march-1-2021"), date(2021, 3, 1), "address"),
    ],
)
def test_the_day_is_the_one_the_page_gives_to_the_briefing(
    title: str, opening: str, address: str, day: date, source: str
) -> None:
    briefing = parsed(f"{opening}MS. PSAKI:  Hi.", f'"{title}"', address)
    assert (briefing.briefing_date, briefing.date_source) == (day, source)
    assert briefing.publication_date == date(2021, 3, 2)


def test_hosts_are_no_spokespersons_where_others_speak() -> None:
    both = parsed("MODERATOR:  Hi.\n\nMR. DEESE:  Hello.\n\nMS. PSAKI:  Hello.\n\nMR. DEESE:  Bye.")
    assert both.spokespersons == (D, P)
    assert parsed("MODERATOR:  Hi.").spokespersons == ("Moderator",)


def test_a_statement_without_labels_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        parsed("The lamps are lit.\n\nThey stay lit.")
    assert refused.value.reason == "no_body"


def test_a_page_of_another_site_is_not_recognised() -> None:
    other = page("MS. PSAKI:  Hi.", address="https://lamps.example/whitehouse.gov/")
    assert not white_house.recognises(sources.document(other))


def test_every_real_page_is_a_dated_briefing_but_the_one_that_is_a_statement(shared: Path) -> None:
    refused = []
    for one in inputs.pages([shared / "corpora/white-house", shared / "corpora/white-house-html"]):
        assert isinstance(one, Page)
        try:
            assert white_house.parse(sources.document(one)).briefing_date
        except Refused as error:
            refused.append((Path(one.name).name[:10], error.reason))
    assert refused == [("2021-02-10", "no_body")]
