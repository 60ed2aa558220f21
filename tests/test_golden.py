"""Every page in tests/corpus/<source> is parsed into exactly the JSON beside it; adding a pair adds a test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings import inputs, serial, sources
from briefings.models import Page, Refused

CORPUS = Path(__file__).parent / "corpus"
PAGES = sorted(path for path in CORPUS.glob("*/*") if path.suffix != ".json")
PROSE = [path for path in PAGES if path.suffix in (".html", ".shtml", ".md", ".txt")]


def ids(paths: list[Path]) -> list[str]:
    return [f"{path.parent.name}/{path.name}" for path in paths]


def seen(path: Path) -> object:
    """What the parser sees in a file: one briefing, or a list where the file holds several."""
    found = [parsed(page) for page in inputs.pages([path])]
    return found[0] if len(found) == 1 else found


def parsed(page: Page | inputs.Unreadable) -> dict[str, object]:
    """What the parser sees on a page."""
    assert isinstance(page, Page), page
    try:
        return serial.as_json(sources.parse(page))
    except Refused as refused:
        return serial.refused_as_json(refused)


@pytest.mark.parametrize("path", PAGES, ids=ids(PAGES))
def test_the_page_gives_the_json_beside_it(path: Path) -> None:
    golden = path.with_suffix(".json")
    assert golden.exists(), (
        f"{golden.name} is missing: review what `python -m briefings parse {path} --json` prints, keep it"
    )
    assert seen(path) == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", sources.sources(), ids=lambda source: source.ID)
def test_every_source_has_a_golden_pair(source: sources.Source) -> None:
    assert any((CORPUS / source.ID).glob("*.json")), f"put a page and its JSON in tests/corpus/{source.ID}"


@pytest.mark.parametrize("path", PROSE, ids=ids(PROSE))
def test_every_golden_page_says_that_it_is_synthetic(path: Path) -> None:
    assert b"SYNTHETIC" in path.read_bytes()[:400].upper()
