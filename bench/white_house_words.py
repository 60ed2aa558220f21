"""How many words of White House pages stand inside turns, and what the other words are, by kind.

Run: python bench/white_house_words.py ../shared/corpora/white-house
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from briefings import inputs, sources
from briefings.models import Briefing, Page, Refused
from briefings.sources import white_house
from briefings.text import tokens

KINDS = {
    "label": re.compile(r"Q|[^a-z]*[A-Z][^a-z]+:|(?:Mr|Ms|Dr)\. [A-Z’-]+:"),
    "time": white_house.TIME,
    "END": white_house.END,
    "date": white_house.DAY_LINE,
    "aside": white_house.ASIDE,
    "correction": re.compile(r"\*.*"),
    "slides": re.compile(r".*\b(?:slides|pdf)\b.*", re.I),
    "place": re.compile(r"(?:Aboard|En Route|Via|James S\. Brady).*|(?:[A-Z][\w.’-]*,? ?(?:of |de )?)+"),
}


def outside(briefing: Briefing) -> Iterator[str]:
    """The stretches of a page that no statement covers, line by line."""
    said = sorted(
        (said.start, said.end) for exchange in briefing.exchanges for turn in exchange.turns for said in turn.statements
    )
    edges = [(0, 0), *said, (len(briefing.text), len(briefing.text))]
    for (_, end), (start, _) in pairwise(edges):
        yield from (line.strip() for line in briefing.text[end:start].splitlines() if line.strip())


def kind(line: str) -> str:
    """What a stretch outside the turns is."""
    return next((name for name, form in KINDS.items() if form.fullmatch(line)), "other")


def count(words: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in tokens(words))


def main(paths: list[str]) -> None:
    """The table, and every page without turns by name."""
    total, rest, other = 0, Counter[str](), Counter[str]()
    for page in inputs.pages(paths):
        try:
            briefing = sources.parse(page) if isinstance(page, Page) else None
        except Refused as refused:
            print(f"{page.name}: no turns ({refused.reason}: {refused.message})")
            continue
        if briefing is None:
            continue
        total += count(briefing.text)
        for line in outside(briefing):
            rest[kind(line)] += count(line)
            if kind(line) == "other" and count(line):
                other[line] += 1
    inside = total - rest.total()
    print(
        f"{total:,} words, {inside / total:.2%} in statements, {(inside + rest['label']) / total:.2%} with their labels"
    )
    for name, words in rest.most_common():
        print(f"{words:>8,}  {name}")
    for line, times in other.most_common():
        print(f"   other, {times}: {line[:100]}")


if __name__ == "__main__":
    main(sys.argv[1:])
