"""Which phrases name a person or an office."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from briefings.people import persons
from briefings.release import data_folder
from briefings.search import words

LOWER = re.compile(r"\b[^\W\d_A-Z][^\W\d_]+")
NAME = r"((?:[A-Z][\w\u2019'-]+\.?(?: (?:al|bin|ben|de|da|der|el|van|von))? ?){1,4})"
PAIR = re.compile(r"\b([A-Z][a-z]+) (?=([A-Z][a-z]+)\b)")
CALLED = re.compile(r"^(?:[\w'\u2019-]+,? ){0,3}[\w'\u2019-]+, ([A-Z][a-z]+)[.?!]?$")
CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
CALLS = 0.2
"""Least share of a word's places in which somebody is called by it, for a name."""
ENDING = re.compile(r"(?:['\u2019]s?|[ .])+$")
TWICE = 2
"""Times a name must follow an office to be believed."""


@cache
def listed() -> dict[str, list[str]]:
    """The words of `data/lexicon/offices.toml`."""
    return tomllib.loads((data_folder() / "lexicon" / "offices.toml").read_text(encoding="utf-8"))


def printed(texts: Sequence[str]) -> Counter[str]:
    """How often each run of characters between spaces stands in the texts."""
    return Counter(" ".join(texts).split())


def small(runs: Iterable[str]) -> set[str]:
    """Words that stand in small letters."""
    return set(LOWER.findall(" ".join(runs)))


def learnt(texts: Sequence[str], lower: Container[str] | None = None) -> set[str]:
    """Names that follow an office in the texts, with no word that stands there in small letters or in other names."""
    lower = small(printed(texts)) if lower is None else lower
    offices = set(listed()["before"])
    after = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, offices), key=len, reverse=True))})\.? {NAME}")
    whole = "\n".join(texts)
    names = Counter(ENDING.sub("", match.group(1)) for match in after.finditer(whole))
    pairs = Counter(PAIR.findall(whole))
    parts = {last for (first, last), count in pairs.items() if first not in offices and count > names[last]}
    often = (name for name, count in names.items() if count >= TWICE and name.split()[-1].casefold() not in lower)
    return {name for name in often if name not in parts}


def called(texts: Iterable[str], runs: Mapping[str, int], lower: Container[str]) -> set[str]:
    """Names by which people are called in sentences of a few words: `Go ahead, Nora.`"""
    calls = Counter(match.group(1) for text in texts if (match := CALLED.match(text)))
    stands: Counter[str] = Counter()
    for run, count in runs.items():
        stands.update({word: count for word in CAPITAL.findall(run) if word in calls})
    often = (name for name, count in calls.items() if count >= max(TWICE, CALLS * stands[name]))
    return {name for name in often if name.casefold() not in lower}


def named(phrases: Sequence[str], speakers: Iterable[str], texts: Sequence[str]) -> list[bool]:
    """For every phrase, its words with one space between, whether it names someone or an office."""
    people = [name for person in persons() for name in (person.name, *person.aliases)]
    whole = {name for name in (*people, *speakers) if " " in name}
    runs = printed(texts)
    lower = small(runs)
    known = {words(name) for name in (*whole, *learnt(texts, lower), *called(texts, runs, lower), *listed()["words"])}
    found = AhoCorasick(sorted(run for run in known if run.strip()))
    return [bool(found.find_matches_as_indexes(f" {phrase} ")) for phrase in phrases]
