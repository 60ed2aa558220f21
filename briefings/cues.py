"""Speech acts that leave no doubt: the verb of opposition, if any, whose object is a target."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from briefings.lexicon import texts
from briefings.matching import Matcher
from briefings.release import data_folder

REACH = 70
"""Characters between a verb and the target that it governs."""
BREAK = re.compile(r"[,;:]|\b(?:and|but|that|which|who)\b", re.IGNORECASE)
"""What ends a verb's object."""
TURNING = 26
"""Characters before a verb in which a word can turn it around."""

LISTS = ("opposed", "turning")
"""What a file of cues holds."""

Span = tuple[int, int]


def opposing(sentence: str, target: Sequence[Span], others: Sequence[Span]) -> Span | None:
    """The verb of opposition that governs the first mention of the target, with nobody else named between."""
    if not target:
        return None
    first = target[0][0]
    verbs, turning = _matchers()
    turns = [found.end for found in turning.found(sentence)]
    for _, start, end in sorted(verbs.found(sentence), key=lambda found: -found.start):
        between = sentence[end:first]
        if end > first or len(between) > REACH or BREAK.search(between):
            continue
        if any(end <= other and last <= first for other, last in others):
            continue
        if not any(start - TURNING <= turn <= start for turn in turns):
            return start, end
    return None


def problems(path: Path) -> list[str]:
    """Every mistake in a file of cues, with what would be right."""
    try:
        words = tomllib.loads(path.read_bytes().decode())
    except OSError as error:
        return [f"{path}: cannot be read ({error.strerror}): name the file that holds the lists {', '.join(LISTS)}"]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [f"{path}: not TOML: {error}"]
    lacking = [f"lacks the list `{name}`: write one of texts" for name in LISTS if not texts(words.get(name))]
    unknown = [f"unknown key `{name}`: valid are {', '.join(LISTS)}" for name in words if name not in LISTS]
    return [f"{path}: {fault}" for fault in (*lacking, *unknown)]


@lru_cache(maxsize=1)
def _matchers() -> tuple[Matcher, Matcher]:
    """The verbs, and the words that turn them around, made ready once."""
    words = tomllib.loads((data_folder() / "lexicon" / "cues.toml").read_text("utf-8"))
    return Matcher(texts(words["opposed"])), Matcher(texts(words["turning"]))
