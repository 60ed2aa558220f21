"""The parser's scores against gold pages: dates, names, turns, statements, chrome, refusals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefings import inputs, serial, sources
from briefings.evaluate import report, statements, turns
from briefings.evaluate.report import Check, Report
from briefings.evaluate.words import flat, same_name
from briefings.models import Page, Refused

Json = dict[str, Any]
DATES = {"briefing_date": "briefing date", "publication_date": "publication date"}
FACTS = {"headline": "headline", "language": "language", "city": "city", "agency": "agency"}


def run(gold: str, pages: str, as_json: bool) -> int:
    """The scores printed; 0 where every bar is met, 1 where one is missed."""
    result = scores(Path(gold), Path(pages))
    print(json.dumps(report.as_json(result), ensure_ascii=False, indent=1) if as_json else report.as_table(result))
    return 0 if result.met else 1


def scores(gold_dir: Path, pages_dir: Path) -> Report:
    """Every check of every gold file in the folder.

    Raises:
        NoInput: there is no gold, or a page it names is missing.
    """
    golds = sorted(gold_dir.rglob("*.json"))
    if not golds:
        raise inputs.NoInput(f"{gold_dir}: no gold files (*.json) in it")
    found: list[Check] = []
    for path in golds:
        gold = json.loads(path.read_text(encoding="utf-8"))
        found += checks(gold, parsed(located(gold["file"], path, pages_dir)))
    return Report(len(golds), tuple(found))


def located(file: str, gold: Path, pages_dir: Path) -> Path:
    """The page a gold file speaks of: under the folder of pages, else beside the gold."""
    for path in (pages_dir / file, gold.parent / file):
        if path.is_file():
            return path
    raise inputs.NoInput(f"{gold}: its page {file} is neither in {pages_dir} nor beside it")


def parsed(path: Path) -> Json:
    """What `parse --json` shows of a page."""
    try:
        return serial.as_json(sources.parse(page(path)))
    except Refused as refused:
        return serial.refused_as_json(refused)


def page(path: Path) -> Page:
    """The first page in a file.

    Raises:
        Refused: there is none.
    """
    first = next(inputs.pages_of(path))
    if isinstance(first, inputs.Unreadable):
        raise Refused(first.reason, first.message)
    return first


def checks(gold: Json, got: Json) -> Iterator[Check]:
    """Every comparison of one parsed page with its gold."""
    file = gold["file"]
    refusal = got.get("quarantine")
    if gold.get("expect") == "quarantine":
        yield refused(gold, refusal)
        return
    note = f"quarantined: {refusal['reason']}: {refusal['message']}" if refusal else ""
    yield Check("pages parsed", file, int(not refusal), 1, note)
    yield from facts(gold, {} if refusal else got)
    said = [turn for exchange in got["exchanges"] for turn in exchange["turns"]]
    if "turns" in gold:
        yield from turns.checks(gold, said, file)
    if "statements" in gold:
        yield from statements.checks(gold["statements"], spoken(said), file)
    if not refusal:
        yield from chrome(gold, said)


def refused(gold: Json, refusal: Json | None) -> Check:
    """Whether a bad input was refused with a reason that names what is wrong."""
    wanted = gold["reason_should_mention"]
    given = f"{refusal['reason'].replace('_', ' ')}: {refusal['message']}" if refusal else "accepted"
    good = refusal is not None and any(word.casefold() in given.casefold() for word in wanted)
    return Check("bad inputs", gold["file"], int(good), 1, "" if good else f"expected one of {wanted}, got {given!r}")


def facts(gold: Json, got: Json) -> Iterator[Check]:
    """Dates, names and the other facts about a page."""
    for field, measure in {**DATES, **FACTS}.items():
        if field in gold:
            good = accepted(gold, got, field) or honest(gold, got, field)
            note = "" if good else f"expected {gold[field]!r}, got {got.get(field)!r} ({got.get('date_source')})"
            yield Check(measure, gold["file"], int(good), 1, note)
    if "spokespersons" in gold:
        names = got.get("spokespersons", [])
        good = same_people(names, gold["spokespersons"]) or any_people(names, gold.get("spokespersons_accept", []))
        note = "" if good else f"expected {gold['spokespersons']}, got {names}"
        yield Check("spokespersons", gold["file"], int(good), 1, note)
    if any("foreign" not in body.casefold() for body in gold.get("spokesperson_orgs", {}).values()):
        other = got.get("ministry") not in (None, "cn-mfa")
        yield Check("other ministry", gold["file"], int(other), 1, "" if other else f"got {got.get('ministry')!r}")


def accepted(gold: Json, got: Json, field: str) -> bool:
    """Whether a fact is gold's, or among the others that gold accepts."""
    return any(same_name(got.get(field, ""), value) for value in [gold[field], *gold.get(f"{field}_accept", [])])


def honest(gold: Json, got: Json, field: str) -> bool:
    """Whether an unprinted year was left open and said so."""
    open_date = got.get(field, "") is None and got.get("date_source") == "unknown"
    return field == "briefing_date" and bool(gold.get("date_uncertain_ok")) and open_date


def same_people(names: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the same persons are named, in any order."""
    return sorted(name.casefold() for name in names) == sorted(name.casefold() for name in wanted)


def any_people(names: Sequence[str], accept: Sequence[str | list[str]]) -> bool:
    """Whether the names are one of the lists that gold accepts, or all among the names it accepts."""
    if any(isinstance(wanted, list) and same_people(names, wanted) for wanted in accept):
        return True
    single = [name for name in accept if isinstance(name, str)]
    return bool(names) and all(any(same_name(name, other) for other in single) for name in names)


def spoken(said: Sequence[Json]) -> list[Json]:
    """All statements of the turns."""
    return [statement for turn in said for statement in turn["statements"]]


def chrome(gold: Json, said: Sequence[Json]) -> Iterator[Check]:
    """Which strings of the page's furniture and of its editors stand in a turn."""
    words = flat("\n".join([turn["text"] for turn in said] + [statement["text"] for statement in spoken(said)]))
    for measure, field in (("chrome kept out", "must_not_contain"), ("editors kept out", "editorial_lines")):
        for string in gold.get(field, []):
            good = flat(string) not in words
            yield Check(measure, gold["file"], int(good), 1, "" if good else f"in a turn: {string!r}")
    if "must_not_end_with" in gold:
        end = gold["must_not_end_with"]
        good = not any(turn["text"].rstrip(" .").endswith(end) for turn in said)
        yield Check("chrome kept out", gold["file"], int(good), 1, "" if good else f"a turn ends with {end!r}")
