"""The synthetic sample: reproducible, marked, rich enough, and every planted fact stands in its pages."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
PAGES = SAMPLE / "pages"
NOTICE = "SYNTHETIC SAMPLE - invented ministries and people; not any government's words"
FACTS: dict[str, Any] = tomllib.loads((SAMPLE / "facts.toml").read_text("utf-8"))
FORMULATIONS: list[dict[str, Any]] = FACTS["formulation"]
CONTENT = re.compile(r'<div class="content">\n(.*?)\n</div>', re.S)
PARAGRAPH = re.compile(r"<p>(?:<strong>)?(.*?)(?:</strong>)?</p>")
LABEL = re.compile(r"^(?:[A-Z][\w-]+(?: [A-Z][\w-]+){1,2}|Follow-up): ")
SENTENCE_END = re.compile(r"(?<=[.?!])[\"”]?\s+(?=[\"“A-Z])")
CHROME = re.compile(r"^(?:Source: |Share:|News > |Video Player|KEY WORDS|EXPLORE |\d+$)")
WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")


@cache
def text(page: str) -> str:
    """The raw page of an id."""
    return next(PAGES.glob(f"{page}.*")).read_text("utf-8")


@cache
def paragraphs(page: str) -> tuple[str, ...]:
    """The body's paragraphs, labels included."""
    raw = text(page)
    if found := CONTENT.search(raw):
        return tuple(html.unescape(words) for words in PARAGRAPH.findall(found.group(1)))
    return tuple(line for line in raw.splitlines()[1:] if line and not CHROME.match(line))


def sentences(page: str) -> list[str]:
    """The body's sentences, labels off."""
    return [one for words in paragraphs(page) for one in SENTENCE_END.split(LABEL.sub("", words))]


def ids() -> list[str]:
    """Every page's id."""
    return sorted(path.stem for path in PAGES.iterdir())


def transcripts() -> list[str]:
    """The ids of the transcripts, second publications left out."""
    return sorted(path.stem for path in PAGES.glob("va-*.html") if not path.stem.endswith("b"))


def day(page: str) -> date:
    """The day of a briefing, by its id."""
    return date.fromisoformat(re.sub(r"\D", "", page))


def holders(phrase: str) -> list[str]:
    """The transcripts that contain a phrase."""
    return [page for page in transcripts() if any(phrase in words for words in paragraphs(page))]


def questions(since: date, until: date) -> Iterator[str]:
    """Every question of the transcripts, each with the answer to it."""
    for page in transcripts():
        if since <= day(page) < until:
            body = CONTENT.search(text(page))
            assert body
            for exchange in body.group(1).split("<p><strong>")[1:]:
                yield html.unescape(exchange)


def test_generator_reproduces_the_committed_files_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SAMPLE / "generate.py"), "--out", str(tmp_path)], check=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept = [*PAGES.iterdir(), *(SAMPLE / "bad").iterdir(), SAMPLE / "facts.toml"]
    assert made == {path.relative_to(SAMPLE): path.read_bytes() for path in kept}


def test_every_page_says_that_it_is_synthetic_in_its_first_line_and_visibly() -> None:
    for path in [*PAGES.iterdir(), *(SAMPLE / "bad").iterdir()]:
        raw = path.read_text("utf-8")
        assert NOTICE in raw.splitlines()[0], path.name
        assert path.suffix == ".txt" or f'<div class="notice">{NOTICE}</div>' in raw, path.name


def test_sample_holds_as_many_pages_as_it_says_over_three_years() -> None:
    kinds = Counter(path.suffix for path in PAGES.iterdir())
    corpus = FACTS["corpus"]
    assert kinds == {".html": corpus["transcripts"] + 2, ".txt": corpus["reports"]}
    assert sum(kinds.values()) == corpus["pages"]
    days = [day(page) for page in ids()]
    assert (min(days).year, max(days)) == (2022, date(2024, 12, 20))
    assert all(one.weekday() < 5 and not (one.month == 8 and one.day <= 21) for one in days)


def test_sample_uses_at_least_four_thousand_different_words() -> None:
    words = {word for page in ids() for words in paragraphs(page) for word in WORD.findall(words.lower())}
    assert len(words) >= 4000


def test_no_unplanted_sentence_stands_on_more_than_two_percent_of_the_pages() -> None:
    pages = defaultdict(set)
    for page in ids():
        for one in sentences(page):
            pages[one].add(page)
    planted = tuple(row["phrase"] for row in FORMULATIONS)
    often = {one: len(on) for one, on in pages.items() if len(on) > 0.02 * len(ids())}
    assert {one: count for one, count in often.items() if not any(phrase in one for phrase in planted)} == {}


@pytest.mark.parametrize("row", FORMULATIONS, ids=[row["id"] for row in FORMULATIONS])
def test_formulation_is_said_on_exactly_its_pages(row: dict[str, Any]) -> None:
    assert holders(row["phrase"]) == row["pages"]
    assert len(row["pages"]) >= 8
    days = [day(page).isoformat() for page in row["pages"]]
    assert (days[0], days[-1]) == (row["first"][0], row["last"][-1])


def test_one_formulation_pauses_for_more_than_a_year_and_returns() -> None:
    row = next(row for row in FORMULATIONS if row["id"] == "pauses-and-returns")
    silence = date.fromisoformat(row["first"][1]) - date.fromisoformat(row["last"][0])
    assert silence.days > 365
    assert not any(row["last"][0] < day(page).isoformat() < row["first"][1] for page in row["pages"])


def test_one_formulation_changes_its_wording_between_two_briefings() -> None:
    old, new = (next(row for row in FORMULATIONS if row["id"] == name) for name in ("old-wording", "new-wording"))
    assert max(map(day, old["pages"])) < date(2023, 4, 3) <= min(map(day, new["pages"]))
    assert set(old["phrase"].split()) ^ set(new["phrase"].split()) == {"lines", "principles"}


@pytest.mark.parametrize(
    ("side", "span", "share"),
    [("before", (date.min, date(2023, 5, 15)), 0.04), ("after", (date(2023, 5, 15), date.max), 0.22)],
)
def test_topic_jumps_on_its_day(side: str, span: tuple[date, date], share: float) -> None:
    jump = FACTS["jump"]
    about = re.compile(r"\b(?:" + "|".join(map(re.escape, jump["words"])) + r")\b", re.I)
    asked = list(questions(*span))
    hits = sum(bool(about.search(one)) for one in asked)
    assert (len(asked), hits) == (jump[f"questions_{side}"], jump[f"about_{side}"])
    assert abs(hits / len(asked) - share) < 0.015
    assert jump["day"] == date(2023, 5, 15) and "va-20230515" in transcripts()


@pytest.mark.parametrize("kind", ["supportive", "opposed"])
def test_stance_toward_the_target_turns(kind: str) -> None:
    row = FACTS["stance"]
    cue = re.compile(r"\b(?:" + "|".join(row[f"{kind}_cues"]) + r")\b")
    found = [
        (page, one)
        for page in transcripts()
        for one in sentences(page)
        if row["target"] in one and one.startswith("Valdoria ") and cue.search(one)
    ]
    assert len(found) == row[f"{kind}_sentences"] >= 20
    assert sorted({page for page, _ in found}) == row[f"{kind}_pages"]
    assert (day(found[0][0]), day(found[-1][0])) == (row[f"{kind}_first"], row[f"{kind}_last"])
    assert row["supportive_last"] <= date(2023, 9, 30) < row["opposed_first"]


def test_latest_briefing_has_sentences_never_said_and_sentences_said_before() -> None:
    latest = FACTS["latest"]
    assert latest["page"] == transcripts()[-1]
    for one in latest["never_said"]:
        assert [page for page in ids() if one in text(page)] == [latest["page"]]
    for one in latest["said_before"]:
        assert len(holders(one)) >= 8 and one in text(latest["page"])


def test_one_page_is_there_twice_and_one_in_two_wordings() -> None:
    copy, revision = FACTS["duplicate"], FACTS["revision"]
    assert text(copy["page"]) == text(copy["copy"])
    assert text(revision["page"]) != text(revision["later"])
    for old, new in zip(revision["before"], revision["after"], strict=True):
        assert old in paragraphs_of(revision["page"]) and new in paragraphs_of(revision["later"])
    assert revision["added"] in text(revision["later"]) and revision["added"] not in text(revision["page"])


def paragraphs_of(page: str) -> str:
    """The body as one string."""
    return "\n".join(paragraphs(page))


def test_reports_of_one_half_year_cover_the_days_of_transcripts() -> None:
    overlap = FACTS["overlap"]
    assert len(overlap["reports"]) == 25
    for report, transcript in zip(overlap["reports"], overlap["transcripts"], strict=True):
        assert day(report) == day(transcript) and date(2024, 1, 1) <= day(report) <= date(2024, 6, 30)
        assert "(Meridian Wire) -- " in text(report) and "Valdoria" in text(report)


def test_every_question_names_its_outlet_and_there_are_twelve() -> None:
    outlets = Counter(
        words.split(":")[0]
        for page in transcripts()
        for words in re.findall(r"<p><strong>(.*?)</strong>", text(page))
        if not words.startswith("Follow-up:")
    )
    assert len(outlets) == 12 and min(outlets.values()) >= 10


def test_bad_pages_carry_no_date() -> None:
    bad = [path.read_text("utf-8") for path in (SAMPLE / "bad").iterdir()]
    assert len(bad) == 2
    assert not any(re.search(r"\b20\d\d\b|\b[A-Z][a-z]+\.? \d{1,2}\b", raw.replace("404 Not", "")) for raw in bad)


def test_sample_stays_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < 6_000_000
