"""Names in noun phrases: the person behind titles and offices (`Ostmerian Minister of Trade Pieter van der Holt`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

NATIONS = Path(__file__).resolve().parents[2] / "data" / "nations.toml"
PARTICLE = "al|bin|bint|da|das|de|del|della|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|zu|y|ul"
PARTICLES = frozenset(PARTICLE.split("|"))
ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|another|one)\s+", re.I)
# An article before nothing but capitals is an organisation's: `the National Park Service`.
ORGANISATION = re.compile(r"[Tt]he(?:\s[A-Z][\w.'’-]*)+$")
PLACE = re.compile(r"\s(?:from|of|at|with|in|for)\s")
# A trade that begins a sentence has a capital: `Historian Jane Whitlock`.
OCCUPATION = re.compile(r"^[A-Z][a-z]{2,}(?:ist|er|or|ian|man|woman|eer|ant|ent)$")
STRANGER = re.compile(
    r"\b(?!\w+-[a-z])([A-Z][\w’'-]+) "
    r"(?:(?:Foreign|Defen[cs]e|Government|Ministry|Embassy|Presidential|Interior|Army|Navy|State)|"
    r"(?:[a-z]+ )?(?:government|ministry|embassy|army|navy))\b"
)
POSSESSIVE = re.compile(r"['’]s?$")


@cache
def words(group: str) -> frozenset[str]:
    """One of the word lists of `data/nations.toml`."""
    with NATIONS.open("rb") as file:
        return frozenset(tomllib.load(file)[group].split())


@cache
def offices() -> frozenset[str]:
    """Every capitalised word that is no part of a person's name."""
    return words("names") | words("demonyms") | words("titles") | words("organisations") | words("days")


def bare(token: str) -> str:
    """A word without its point, comma or possessive."""
    return POSSESSIVE.sub("", token.strip(",.;:()"))


def office(token: str) -> bool:
    """Whether a word belongs to titles, nations or organisations."""
    plain = token if token in offices() else bare(token)
    return plain in offices() or bool(plain) and all(part in offices() for part in plain.split("-"))


def name_word(token: str) -> bool:
    """Whether a word can be part of a person's name."""
    capital = token[:1].isupper() or token[:3] in ("al-", "el-")
    return capital and token not in ("The", "A", "An") and not office(token) and not bare(token).isdigit()


def person(phrase: str) -> str | None:
    """The person whom a noun phrase names, titles left out: at its end, else before `from Leeds`, `of the museum`."""
    if ORGANISATION.match(phrase):
        return None
    before = PLACE.split(phrase, maxsplit=1)[0]
    return last_name(phrase) or (last_name(before) if before != phrase else None)


def last_name(phrase: str) -> str | None:
    """The person's name at the end of a noun phrase."""
    tokens = phrase.split()
    first = len(tokens)
    while first and (name_word(tokens[first - 1]) or tokens[first - 1] in PARTICLES and first < len(tokens)):
        first -= 1
    first = first_name(tokens, first)
    if len(tokens) - first > 2 and OCCUPATION.search(tokens[first]) and gender(tokens[first]) is None:
        first += 1
    while first < len(tokens) and tokens[first] in PARTICLES:
        first += 1
    name = " ".join(
        bare(token) if place == len(tokens) else token for place, token in enumerate(tokens[first:], first + 1)
    )
    return name if name and named(tokens, first) else None


def first_name(tokens: list[str], first: int) -> int:
    """Where the name begins, after corrections: a given name like Jordan, the portfolio of an unlisted office."""
    if first == len(tokens) - 1 and first and tokens[first - 1] in words("names"):
        before = tokens[first - 2] if first > 1 else ""
        return first - 1 if not before or office(before) and not before.islower() else first
    if first and tokens[first - 1] in ("of", "to", "for") and len(tokens) - first > 2:
        return first + 1
    return first


def named(tokens: list[str], first: int) -> bool:
    """Whether the words from `first` on name a person: not an organisation with its article, nor one bare word."""
    before = tokens[first - 1] if first else ""
    if len(tokens) - first == 1:
        return bare(before) in words("honorifics") | words("titles")
    return not (before.lower() == "the" or tokens[first].isupper() and len(bare(tokens[first])) > 3)


def label(phrase: str) -> str:
    """A noun phrase as a speaker's label: as printed, without its article."""
    return ARTICLE.sub("", phrase).strip()


def nations_in(phrase: str) -> list[str]:
    """The country names and demonyms of a phrase, in order; an unlisted one is told by the office behind it."""
    known = words("names") | words("demonyms")
    found = [form for token in phrase.split() if (form := token if token in known else bare(token)) in known]
    return found or [bare(match[1]) for match in STRANGER.finditer(phrase) if name_word(match[1])][:1]


def gender(name: str) -> str | None:
    """`he` or `she` where the given name tells."""
    given = name.split()[0]
    if given in words("masculine"):
        return "he"
    return "she" if given in words("feminine") else None
