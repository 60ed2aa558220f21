"""Made-up labelled statements: frames filled with the names of actors and issues, to practise who does what to whom."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefings.marking import Pair
from briefings.targets import Target, Targets
from briefings.train.labels import LABELS, Labelled

SLOTS = ("A", "B")
MARKS = {"*": "A", "~": "B"}
"""The sign around the words that carry the stance toward each slot."""
OTHERS = ("Norway", "Chile", "Kenya", "Ireland", "Portugal", "Jordan", "Ghana", "Estonia", "Uruguay", "Morocco")
"""Governments that speak beside those of the targets: no target has their name."""
ARTICLE = re.compile(r"(?:United|European|African|Philippines|Netherlands|World|Houthis|Taliban)\b")
"""How names begin that take an article inside a sentence."""
PIECE = re.compile(r"\{(\w+)\}|([*~])")
WEIGHT = 0.7


def read(path: Path, targets: Targets, times: int, seed: int) -> list[Labelled]:
    """Every frame of a file, each filled some times with names of chance, as labelled pairs."""
    chance = random.Random(seed)
    kinds = tomllib.loads(path.read_text("utf-8"))
    rows = []
    for kind, stances in kinds.items():
        for stance, frames in stances.items():
            for number, frame in enumerate(frames):
                for _ in range(times):
                    rows += filled(frame, stance.split("_"), kind, targets, chance, f"{kind}-{stance}-{number}")
    return rows


def filled(
    frame: str, stances: Sequence[str], kind: str, targets: Targets, chance: random.Random, doc: str
) -> list[Labelled]:
    """One frame with names of chance: a labelled pair for each of its slots."""
    names = drawn(kind, len(stances), targets, chance)
    countries = [entry.title for entry in targets.entries if entry.kind == "country" and entry not in names]
    government = chance.choice((*OTHERS, *countries))
    subject = "We" if chance.random() < 0.6 else government
    text, spans = written(frame, words(names, subject))
    return [
        Labelled(Pair(government, target, text), LABELS.index(stance), tuple(spans[slot]), doc, WEIGHT)
        for slot, stance, target in zip(SLOTS, stances, names, strict=False)
    ]


def drawn(kind: str, count: int, targets: Targets, chance: random.Random) -> list[Target]:
    """Different targets for the slots of a frame."""
    found: list[Target] = []
    while len(found) < count:
        target = chance.choice([entry for entry in targets.entries if entry.kind == kind])
        if target not in found:
            found.append(target)
    return found


def words(names: Sequence[Target], subject: str) -> dict[str, str]:
    """What stands for each name in braces."""
    verbs = ("", "are", "have", "our", "") if subject == "We" else ("s", "is", "has", "its", "es")
    found = dict(zip(("s", "are", "have", "our", "es"), verbs, strict=True))
    spoken = {slot: called(target) for slot, target in zip(SLOTS, names, strict=False)}
    return {**found, **spoken, "We": subject if subject == "We" else article(subject)}


def called(target: Target) -> str:
    """A name of the target as it stands inside a sentence."""
    return article(target.title.split(" (")[0] if target.kind != "issue" else target.names[0])


def article(name: str) -> str:
    """A name with its article, if it takes one."""
    return f"the {name}" if ARTICLE.match(name) else name


def written(frame: str, words: Mapping[str, str]) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """A frame in words, and where the words stand that its signs enclose, for each slot."""
    text, last = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {slot: [] for slot in SLOTS}
    for piece in PIECE.finditer(frame):
        text += frame[last : piece.start()]
        last = piece.end()
        if piece[1]:
            text += words[piece[1]]
        elif piece[2] in opened:
            spans[MARKS[piece[2]]].append((opened.pop(piece[2]), len(text)))
        else:
            opened[piece[2]] = len(text)
    text += frame[last:]
    return text[0].upper() + text[1:], spans
