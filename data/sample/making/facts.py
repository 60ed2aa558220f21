"""The planted facts, written from the plan: what stands on which page, for tests to find again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from making.asking import Asked
from making.plan import Planned
from making.words import Material

HEAD = "# SYNTHETIC: written by generate.py from its plan. Tests look these up in the pages; do not edit by hand.\n"


def table(name: str, row: dict[str, Any], *, many: bool = False) -> str:
    """A TOML table of plain values, lists and strings."""
    head = f"[[{name}]]" if many else f"[{name}]"
    return "\n".join([head, *(f"{key} = {value(item)}" for key, item in row.items())]) + "\n"


def value(item: Any) -> str:
    """A TOML value; JSON writes strings, numbers, booleans and lists of them the same way."""
    return item.isoformat() if isinstance(item, date) else json.dumps(item, ensure_ascii=False)


def facts(
    material: Material, transcripts: Sequence[Planned], reports: Sequence[Planned], extra: dict[str, dict[str, Any]]
) -> str:
    """The whole file of facts."""
    pieces = [table(name, row) for name, row in extra.items()]
    pieces += [table("formulation", formulation(row, transcripts), many=True) for row in material.plants["formulation"]]
    pieces.append(table("jump", jump(material, transcripts, reports)))
    pieces.append(table("stance", stance(material, transcripts)))
    pieces.append(table("latest", latest(material, transcripts)))
    return HEAD + "\n" + "\n".join(pieces)


def planted(page: Planned) -> Iterator[str]:
    """The planted sentences of a page."""
    return (one.words for made in page.exchanges for one in made.more if one.planted)


def formulation(row: dict[str, Any], pages: Sequence[Planned]) -> dict[str, Any]:
    """Where a planted formulation is said, with its first and last day in every span."""
    phrase = row["phrase"]
    holders = [page for page in pages if any(phrase in words for words in planted(page))]
    spans = [[page for page in holders if first <= page.day.isoformat() <= last] for first, last in row["on"]]
    return {
        "id": row["id"],
        "phrase": phrase,
        "ministry": "va-mfa",
        "first": [span[0].day.isoformat() for span in spans],
        "last": [span[-1].day.isoformat() for span in spans],
        "pages": [page.id for page in holders],
    }


def jump(material: Material, transcripts: Sequence[Planned], reports: Sequence[Planned]) -> dict[str, Any]:
    """Questions of the transcripts about the topic that jumps, before and from the day; reports by first subject."""
    row = material.plants["jump"]
    day = date.fromisoformat(row["day"])
    facts: dict[str, Any] = {"topic": row["topic"], "day": day, "words": row["words"]}
    for name, side in (("before", False), ("after", True)):
        pages = [page for page in transcripts if (page.day >= day) == side]
        turns = [made for page in pages for made in page.exchanges for _ in range(1 + bool(made.follow_up))]
        first = [page.exchanges[0] for page in reports if (page.day >= day) == side]
        facts[f"questions_{name}"] = len(turns)
        facts[f"about_{name}"] = count(turns, row["topic"])
        facts[f"reports_{name}"] = len(first)
        facts[f"reports_about_{name}"] = count(first, row["topic"])
    return facts


def count(exchanges: Iterable[Asked], topic: str) -> int:
    """How many exchanges are about a topic."""
    return sum(topic in made.event.topics for made in exchanges)


def stance(material: Material, pages: Sequence[Planned]) -> dict[str, Any]:
    """Where the target that turns is praised and where it is blamed."""
    row = material.plants["stance"]
    facts = {"target": row["target"], "supportive_cues": row["supportive_cues"], "opposed_cues": row["opposed_cues"]}
    for kind in ("supportive", "opposed"):
        found = [
            (page, words)
            for page in pages
            for words in planted(page)
            if row["target"] in words and any(cue in words for cue in row[f"{kind}_cues"])
        ]
        facts[f"{kind}_first"], facts[f"{kind}_last"] = found[0][0].day, found[-1][0].day
        facts[f"{kind}_sentences"] = len(found)
        facts[f"{kind}_pages"] = sorted({page.id for page, _ in found})
    return facts


def latest(material: Material, pages: Sequence[Planned]) -> dict[str, Any]:
    """The latest briefing's sentences that were never said before, and those that were."""
    refrains = [row["phrase"] + "." for row in material.plants["formulation"] if row["id"].startswith("refrain")]
    return {
        "page": pages[-1].id,
        "day": pages[-1].day,
        "never_said": material.plants["latest"]["never_said"],
        "said_before": refrains,
    }
