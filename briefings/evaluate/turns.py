"""Turns against gold turns: aligned in order, then compared by role, text, outlet and speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefings.evaluate.report import PRECISION, RECALL, Check
from briefings.evaluate.words import flat, same_name, same_text, without

Json = dict[str, Any]
LONGEST_RUN = 40


@dataclass(frozen=True, slots=True)
class Pair:
    """Gold turns `gold[a:b]` matched by parsed turns `said[c:d]`; more than one where gold allows a split or merge."""

    gold: tuple[int, int]
    said: tuple[int, int]


def checks(gold: Json, said: Sequence[Json], file: str) -> Iterator[Check]:
    """Every comparison of one page's turns."""
    turns = gold["turns"]
    pairs = aligned(turns, said)
    counted = said
    if gold.get("turns_total", len(turns)) > len(turns):
        # Gold stops early: what the parser found behind the last gold turn is neither right nor wrong.
        counted = said[: pairs[-1].said[1] if pairs else len(turns)]
    yield from found(turns, counted, pairs, file)
    for pair in pairs:
        yield from compared(turns, said, pair, file)
    yield from counts(gold, said, file)


def found(turns: Sequence[Json], said: Sequence[Json], pairs: Sequence[Pair], file: str) -> Iterator[Check]:
    """Which gold turns were found, and which parsed turns are gold turns."""
    matched = {i for pair in pairs for i in range(*pair.gold)}
    right = {j for pair in pairs for j in range(*pair.said)}
    for i, turn in enumerate(turns):
        note = "" if i in matched else f"turn {i + 1} not found: {shown(turn)}"
        yield Check(RECALL, file, int(i in matched), 1, note)
        if turn.get("hard"):
            yield Check("hard turns found", file, int(i in matched), 1, note)
    for j, turn in enumerate(said):
        note = "" if j in right else f"turn {j + 1} is no gold turn: {shown(turn)}"
        yield Check(PRECISION, file, int(j in right), 1, note)


def shown(turn: Json) -> str:
    """A turn in a few words: role, length, beginning and end."""
    if "text" not in turn:
        return f"{turn['role']}, {turn['n_words']} words, {turn['first']!r} ... {turn['last']!r}"
    words = flat(turn["text"]).split()
    return f"{turn['role']}, {len(words)} words, {' '.join(words[:8])!r} ... {' '.join(words[-8:])!r}"


def aligned(gold: Sequence[Json], said: Sequence[Json]) -> list[Pair]:
    """The pairs, in order, that match the most turns."""
    best = [[0] * (len(said) + 1) for _ in range(len(gold) + 1)]
    step: dict[tuple[int, int], Pair] = {}
    for i in range(len(gold) - 1, -1, -1):
        for j in range(len(said) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            for pair in matches(gold, said, i, j):
                worth = pair.gold[1] - i + pair.said[1] - j + best[pair.gold[1]][pair.said[1]]
                if worth > best[i][j]:
                    best[i][j], step[i, j] = worth, pair
    return list(walked(best, step))


def walked(best: list[list[int]], step: dict[tuple[int, int], Pair]) -> Iterator[Pair]:
    """The best pairs from the table."""
    i = j = 0
    while i < len(best) - 1 and j < len(best[0]) - 1:
        if (i, j) in step:
            yield step[i, j]
            i, j = step[i, j].gold[1], step[i, j].said[1]
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def matches(gold: Sequence[Json], said: Sequence[Json], i: int, j: int) -> Iterator[Pair]:
    """The pairs that begin at gold turn i and parsed turn j."""
    for end in gold_ends(gold, i):
        run = gold[i:end]
        for stop in said_ends(run, said, j):
            if same(run, said[j:stop]):
                yield Pair((i, end), (j, stop))


def gold_ends(gold: Sequence[Json], i: int) -> Iterator[int]:
    """Where a run of gold turns that may be given as one may end."""
    yield i + 1
    for end in range(i + 2, len(gold) + 1):
        if not (gold[end - 1].get("merge_ok") == "previous" or all(turn.get("split_ok") for turn in gold[i:end])):
            return
        yield end


def said_ends(run: Sequence[Json], said: Sequence[Json], j: int) -> Iterator[int]:
    """Where a run of parsed turns that may stand for the gold run may end."""
    yield j + 1
    if not all(turn.get("split_ok") for turn in run):
        return
    for stop in range(j + 2, min(len(said), j + LONGEST_RUN) + 1):
        if any(turn["role"] != "announcement" for turn in said[j:stop]):
            return
        yield stop


def same(run: Sequence[Json], said: Sequence[Json]) -> bool:
    """Whether the parsed turns have the gold turns' role and text."""
    if any(turn["role"] not in [run[0]["role"], *run[0].get("role_accept", [])] for turn in said):
        return False
    optional = [string for turn in run for string in turn.get("optional", [])]
    words = without(" ".join(turn["text"] for turn in said), optional).split()
    struck = sum(len(flat(string).split()) for turn in run for string in turn.get("struck_optional", []))
    length = sum(turn["n_words"] for turn in run)
    return same_text(words, run[0]["first"], run[-1]["last"], length, slack=struck)


def compared(gold: Sequence[Json], said: Sequence[Json], pair: Pair, file: str) -> Iterator[Check]:
    """Outlet and speaker of matched turns, wherever gold or the parser names one."""
    for i in range(*pair.gold):
        for name in ("outlet", "speaker"):
            right = [gold[i].get(name), *gold[i].get(f"{name}_accept", [])]
            got = [turn[name] for turn in said[slice(*pair.said)]]
            if gold[i].get(name) is None and all(value is None for value in got):
                continue
            good = all(any(same_name(value, accepted) for accepted in right) for value in got)
            note = "" if good else f"turn {i + 1} ({shown(gold[i])}): expected {right[0]!r}, got {got!r}"
            yield Check(f"{name}s", file, int(good), 1, note)


def counts(gold: Json, said: Sequence[Json], file: str) -> Iterator[Check]:
    """How many questions and answers the whole page has; announcements may be split, so only their presence counts."""
    roles = [turn["role"] for turn in said]
    got = {role: roles.count(role) for role in ("announcement", "question", "answer")}
    got["spokesperson"] = got["announcement"] + got["answer"]
    tolerance = gold.get("turn_counts_tolerance", 0)
    for role, number in gold.get("turn_counts", {}).items():
        near = abs(got[role] - number) <= tolerance
        good = bool(got[role]) == bool(number) if role == "announcement" else near
        yield Check("turn counts", file, int(good), 1, "" if good else f"{role}: expected {number}, got {got[role]}")
