"""Wire reports. Every page, person and event here is synthetic and invented for these tests."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefings import html, sources, text
from briefings.models import Briefing, Page, Refused, Statement
from briefings.sources import wire_report

LEAD = "Valdorian Foreign Ministry Spokesperson Hedda Lunde said on Monday that the strait stays open."


def page(*paragraphs: str, stamp: str = "Source: Valdor Press | 2023-01-31", line: str = "") -> Page:
    """A text page with a headline, a source line and a dateline before the paragraphs."""
    first = line or "PORT AUREL, Jan. 30 (Valdor Press) -- "
    rows = ["SYNTHETIC SAMPLE", "Valdoria keeps strait open: FM spokesperson", stamp, "Share:", first + paragraphs[0]]
    return Page("page.txt", "\n\n".join((*rows, *paragraphs[1:])).encode(), "text/plain")


def parsed(*paragraphs: str, **rest: str) -> Briefing:
    """The briefing on such a page."""
    return sources.parse(page(*paragraphs, **rest))


def said(briefing: Briefing) -> list[Statement]:
    """Its statements."""
    return [found for exchange in briefing.exchanges for turn in exchange.turns for found in turn.statements]


def voice(sentence: str, *before: str) -> tuple[str | None, str, str]:
    """Speaker, role and mode of the last sentence of a report."""
    last = said(parsed(LEAD, *before, sentence))[-1]
    return last.speaker, last.role, last.mode


LUNDE = ("Hedda Lunde", "spokesperson")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lunde said the ferry would sail.", (*LUNDE, "reported")),
        ("She also noted that the ferry would sail.", (*LUNDE, "reported")),
        ("The ferry will sail, the spokesperson said.", (*LUNDE, "reported")),
        ("The ferry, she said, will sail.", (*LUNDE, "reported")),
        ("The ferry will sail, according to Lunde.", (*LUNDE, "reported")),
        ("Asked about what the crew had said, Lunde replied that the ferry would sail.", (*LUNDE, "reported")),
        ("Noting that the ferry is old, she called on the crew to be careful.", (*LUNDE, "reported")),
        ("Lunde thanked the crew.", (*LUNDE, "reported")),
        ('Lunde called the plan "a leak."', (*LUNDE, "reported")),
        ('"The ferry will sail," said Lunde, who smiled.', (*LUNDE, "direct_quote")),
        ('“The ferry will sail," she said, "and on time.”', (*LUNDE, "direct_quote")),
        ('Lunde said: "The ferry will sail."', (*LUNDE, "direct_quote")),
        ('"Will it sail?" Lunde asked.', (*LUNDE, "direct_quote")),
        ("The ferry was built in 1961.", (None, "narrator", "narration")),
        ("Lunde declined to comment on the crew.", (None, "narrator", "narration")),
        ("Lunde made the remarks when asked about a report that said ferries sink.", (None, "narrator", "narration")),
        ('The "Blue Heron" ferry was built in 1961.', (None, "narrator", "narration")),
        ("Forty tonnes of cargo were lost, according to port figures.", (None, "narrator", "narration")),
        ("Ostmerian Minister of Trade Pieter van der Holt said he agreed.",
         ("Pieter van der Holt", "third_party", "reported")),
        ("Ada Finch, a ferry captain, told reporters that she agreed.", ("Ada Finch", "third_party", "reported")),
        ("Kestrovia's transport minister, Pavel Dragan, said he agreed.", ("Pavel Dragan", "third_party", "reported")),
        ("Kestrovian Foreign Ministry spokesman Viktor Anzel said he agreed.",
         ("Viktor Anzel", "third_party", "reported")),
        ("The harbor commission confirmed the sailing.", ("harbor commission", "third_party", "reported")),
        ("Valdoria urges all sides to keep calm.", (*LUNDE, "reported")),
    ],
)  # fmt: skip
def test_a_sentence_is_attributed_to_who_says_it(sentence: str, expected: tuple[str | None, str, str]) -> None:
    assert voice(sentence) == expected


def test_a_pronoun_goes_back_to_whom_it_fits() -> None:
    visitor = "Ostmerian captain Peter Quell said the ferry was late."
    assert voice("He added that it was full.", visitor)[0] == "Peter Quell"
    assert voice("She added that it was full.", visitor)[0] == "Hedda Lunde"


def test_a_surname_that_looks_like_a_pronoun_is_the_spokesperson() -> None:
    lead = "The strait stays open, Foreign Ministry spokesperson He Wenlan said on Monday."
    found = said(parsed(lead, '"It is open," He said.', "He said it would stay so."))
    assert {statement.speaker for statement in found} == {"He Wenlan"}


def test_a_quotation_over_two_paragraphs_has_one_speaker() -> None:
    found = said(parsed(LEAD, '"The sea is wide. The road is long.', '"The harbor is near," she said.'))[1:]
    assert [(one.speaker, one.mode) for one in found] == [("Hedda Lunde", "direct_quote")] * 3


def test_every_sentence_of_a_quotation_is_a_statement() -> None:
    briefing = parsed(LEAD, '"We met on Sept. 6 in the U.S. twice. We agreed," Lunde said. "It helped."')
    words = [briefing.text[one.start : one.end] for one in said(briefing)[1:]]
    assert words == ['"We met on Sept. 6 in the U.S. twice.', 'We agreed," Lunde said.', '"It helped."']


def test_a_spokesperson_named_later_speaks_from_the_first_paragraph_on() -> None:
    briefing = parsed("A Foreign Ministry spokesman on Monday called for calm.", '"Be calm," spokesman Jo Ask said.')
    assert [one.speaker for one in said(briefing)] == ["Jo Ask", "Jo Ask"]


@pytest.mark.parametrize(
    ("lead", "ministry", "spokespersons"),
    [
        ("Foreign Ministry spokesperson Hedda Lunde said it is open.", "va-mfa", ("Hedda Lunde",)),
        ("Hedda Lunde, a spokeswoman for the Foreign Ministry, said it is open.", "va-mfa", ("Hedda Lunde",)),
        ("Ostmerian Foreign Ministry spokesperson Jo Ask said it is open.", "os-mfa", ("Jo Ask",)),
        ("Foreign Ministry spokesperson Hedda Lunde and Port Ministry spokesperson Jo Ask said it is open.",
         "va-mfa", ("Hedda Lunde", "Jo Ask")),
    ],
)  # fmt: skip
def test_the_ministry_is_whose_spokesperson_speaks(lead: str, ministry: str, spokespersons: tuple[str, ...]) -> None:
    briefing = parsed(lead)
    assert (briefing.ministry, briefing.spokespersons) == (ministry, spokespersons)


@pytest.mark.parametrize(
    ("lead", "ministry"),
    [
        ("Taiwan Affairs Office spokesperson Zhu An said so.", "cn-tao"),
        ("Ministry of National Defense spokesperson Zhu An said so.", "cn-mnd"),
        ("Commerce Ministry spokesperson Zhu An said so.", "cn-mofcom"),
        ("Foreign Ministry spokesperson Zhu An said so.", "cn-mfa"),
    ],
)
def test_another_ministry_of_the_capital_is_not_the_foreign_ministry(lead: str, ministry: str) -> None:
    assert parsed(lead, line="BEIJING, Jan. 30 (Valdor Press) -- ").ministry == ministry


@pytest.mark.parametrize(
    ("line", "stamp", "expected"),
    [
        ("PORT AUREL, Jan. 30 (Valdor Press) -- ", "Source: Valdor Press | 2023-01-31", (2023, 1, 30, "dateline")),
        ("PORT AUREL, Dec. 31 (Valdor Press) -- ", "Source: Valdor Press | 2024-01-01", (2023, 12, 31, "dateline")),
        ("PORT AUREL, Feb. 29 (Valdor Press) -- ", "2024-03-01 10:02 From: Wire", (2024, 2, 29, "dateline")),
        ("PORT AUREL, Jan. 2, 2019 (Valdor Press) — ", "Source: Valdor Press", (2019, 1, 2, "dateline")),
        ("PORT AUREL -- ", "Updated: 2023-02-01 07:12", (2023, 1, 30, "weekday")),
        ("PORT AUREL (AP) — ", "(AP) 08:15, January 30, 2023", (2023, 1, 30, "weekday")),
    ],
)
def test_the_day_comes_from_the_dateline_else_the_weekday(
    line: str, stamp: str, expected: tuple[int, int, int, str]
) -> None:
    briefing = parsed(LEAD, line=line, stamp=stamp)
    assert (briefing.briefing_date, briefing.date_source) == (date(*expected[:3]), expected[3])


def test_without_dateline_date_and_weekday_it_is_the_day_of_publication() -> None:
    briefing = parsed(LEAD.replace(" on Monday", ""), line="PORT AUREL -- ")
    assert (briefing.briefing_date, briefing.date_source) == (date(2023, 1, 31), "publication")


@pytest.mark.parametrize("tail", [" 8013945", "8013945", " Enditem", " E", " (Web editor: A, B)", " Enditem 8013945"])
def test_what_is_glued_to_the_last_line_is_no_statement(tail: str) -> None:
    briefing = parsed(LEAD, f"Lunde said the ferry would sail.{tail}")
    last = said(briefing)[-1]
    assert briefing.text[last.start : last.end] == "Lunde said the ferry would sail."


@pytest.mark.parametrize(
    "line",
    [
        "KEY WORDS: strait",
        "Related Stories",
        "Most Read",
        "[ Editor: XY ]",
        "Add your comment",
        "Related:",
        "© 2023 VP",
    ],
)
def test_what_closes_the_page_closes_the_report(line: str) -> None:
    assert len(said(parsed(LEAD, line, "Spokesperson Jo Ask said that this is another story."))) == 1


@pytest.mark.parametrize("line", ["Advertisement", "File photo shows the strait. (Valdor Press/Jo Ask)", "广告 广告"])
def test_chrome_between_paragraphs_is_left_out_and_the_report_goes_on(line: str) -> None:
    briefing = parsed(LEAD, line, "The strait is wide.")
    assert [briefing.text[one.start : one.end] for one in said(briefing)] == [LEAD, "The strait is wide."]


def test_a_page_in_another_language_is_kept_without_statements() -> None:
    line = "PORT AUREL, 30 ene (Valdor Press) -- "
    briefing = parsed("La portavoz de la cancillería dijo hoy que el estrecho seguirá abierto a todos.", line=line)
    assert (briefing.language, briefing.exchanges) == ("es", ())


@pytest.mark.parametrize(
    ("content", "reason", "word"),
    [
        (page(LEAD, stamp="Source: Valdor Press", line="PORT AUREL (Valdor Press) -- ").content, "no_date", "date"),
        (b"SYNTHETIC\n404 Not Found\nThe page does not exist.", "error_page", "404"),
        (b"SYNTHETIC\nFM spokesperson on ferries\nSource: Valdor Press | 2023-01-31\nShare:", "no_body", "no article"),
        (b"\x89PNG\x00\x00", "binary", "binary"),
        (
            b"SYNTHETIC\nA recipe for soup with turnips and a ham bone, which simmers for two hours.",
            "no_source",
            "format",
        ),
    ],
)
def test_a_page_without_a_report_is_refused_with_its_reason(content: bytes, reason: str, word: str) -> None:
    with pytest.raises(Refused, match=re.compile(word, re.I)) as refused:
        sources.parse(Page("page.txt", content, "text/plain"))
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "line", ["Q: What about the ferry?", "MS. LUNDE: The ferry will sail.", "A: It will sail, the spokesperson said."]
)
def test_a_transcript_is_not_a_report(line: str) -> None:
    assert not wire_report.recognises(text.plain(page(LEAD, line)))


def test_statements_are_the_words_of_the_page() -> None:
    briefing = parsed(LEAD, "The strait is wide. It is deep.")
    rest = briefing.text
    for statement in said(briefing):
        rest = rest.replace(briefing.text[statement.start : statement.end], "", 1)
    assert rest.split("Share:")[1].strip() == "PORT AUREL, Jan. 30 (Valdor Press) --"


def gold(shared: Path) -> list[dict[str, Any]]:
    """The labelled reports."""
    files = sorted((shared / "gold" / "parse" / "xinhua_dev").glob("*.json"))
    return [found for file in files if "statements" in (found := json.loads(file.read_text(encoding="utf-8")))]


def plain(words: str) -> str:
    """Words for comparison: straight quotation marks, single spaces."""
    return " ".join(words.translate(str.maketrans("“”‘’", "\"\"''")).split())


def test_the_labelled_reports_are_parsed_as_labelled(shared: Path) -> None:
    total = right = 0
    for report in gold(shared):
        path = shared / "gold" / "parse" / "xinhua_dev" / report["file"]
        media = "text/html" if path.suffix == ".html" else "text/plain"
        briefing = sources.parse(Page(path.name, path.read_bytes(), media))
        days = (str(briefing.briefing_date), str(briefing.publication_date), list(briefing.spokespersons))
        assert days == (report["briefing_date"], report["publication_date"], report["spokespersons"]), path.name
        found = {plain(briefing.text[one.start : one.end]): one for one in said(briefing)}
        for row in report["statements"]:
            one = found[plain(row["text"])]
            speakers = [row["speaker"], *row.get("speaker_accept", [])]
            modes = [row["mode"], *row.get("mode_accept", [])]
            total += 1
            right += one.speaker in speakers and one.mode in modes
    assert right / total >= 0.98


def test_no_page_of_another_source_is_taken_for_a_report(shared: Path) -> None:
    files = [
        *sorted((shared / "corpora" / "mfa-cn-en").glob("*"))[::9],
        *sorted((shared / "corpora" / "other-pages").glob("*.html")),
        *sorted((shared / "corpora" / "white-house-html").glob("*.html")),
    ]
    taken = [
        file.name for file in files if wire_report.recognises(html.document(Page("", file.read_bytes(), "text/html")))
    ]
    assert taken == []
