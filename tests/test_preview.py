"""What the parser sees on a page before it is loaded. Every name and sentence is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefings import preview
from tests.handed import BAD, FIRST


def test_a_briefing_is_seen_with_its_facts_and_first_sentences(tmp_path: Path) -> None:
    path = tmp_path / "one.html"
    path.write_bytes(FIRST)
    [seen], more = preview.seen(path, {})
    assert not more and not seen.reason and seen.record == ""
    assert (seen.day, seen.ministry, seen.speakers) == (
        date(2025, 6, 3),
        "Foreign Ministry of Ostmere",
        ("Anders Vole",),
    )
    assert (seen.exchanges, seen.statements) == (2, 3)
    assert seen.first[0] == "The minister will open the lighthouse museum of Lindhaven on Friday."


@pytest.mark.parametrize(
    ("content", "reason"), [(BAD, "no_source"), (b"", "empty"), (bytes(range(256)) * 40, "binary")]
)
def test_a_page_that_is_none_is_seen_with_the_reason_and_the_remedy(
    content: bytes, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    [seen], _ = preview.seen(path, {})
    assert seen.reason == reason and seen.message and not seen.first


def test_of_a_table_every_page_is_seen_and_of_a_long_one_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rows.csv"
    rows = [f"2022-01-0{day},Is it open?,It is open. We thank the pilots." for day in range(1, 6)]
    path.write_text("date,question,answer\n" + "\n".join(rows), encoding="utf-8")
    seen, more = preview.seen(path, {"ministry": "=va-mfa"})
    assert len(seen) == 5 and not more and len({page.record for page in seen}) == 5
    monkeypatch.setattr(preview, "MOST_PAGES", 2)
    assert [len(preview.seen(path, {})[0]), preview.seen(path, {})[1]] == [2, True]
