"""Which pronoun goes with whom in a report, as far as its unambiguous paragraphs and people.toml tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings import people
from briefings.wire.cast import Cast

PRONOUN = re.compile(r"\b(?:(?P<he>[Hh]e|[Hh]is|him)|(?P<she>[Ss]he|[Hh]er))\b")
SUBJECT = re.compile(r"\b(?:he|she)\b", re.I)
KNOWN = {"m": "he", "f": "she"}


def learn(company: Cast, text: str) -> None:
    """Gives the persons of a report, its quotations filled, the pronouns that it uses for them alone."""
    main = company.main
    if main:
        known = next((one.gender for one in people.persons() if one.name == main), None)
        if known in KNOWN:
            company.pronoun(main, KNOWN[known])
    found: dict[str, set[str]] = {}
    for name, said in (*of_main(company, text), *of_others(company, text)):
        found.setdefault(name, set()).add(said)
    for name, genders in found.items():
        if len(genders) == 1:
            company.pronoun(name, *genders)


def of_main(company: Cast, text: str) -> Iterator[tuple[str, str]]:
    """The pronouns of the paragraphs that name the spokesperson alone, and of those behind them that name nobody."""
    main = company.main
    # A surname like a pronoun tells nothing.
    if main is None or PRONOUN.match(main):
        return
    alone = False
    for paragraph in text.split("\n"):
        named = set(mentioned(company, paragraph))
        alone = named == {main} or alone and not named
        if alone:
            yield from ((main, said) for said in pronouns(paragraph))


def of_others(company: Cast, text: str) -> Iterator[tuple[str, str]]:
    """The possessives of the paragraphs that name one other person and have no pronoun as their subject."""
    for paragraph in text.split("\n"):
        named = set(mentioned(company, paragraph))
        if len(named) == 1 and named != {company.main} and not SUBJECT.search(paragraph):
            yield from ((name, said) for name in named for said in pronouns(paragraph))


def mentioned(company: Cast, paragraph: str) -> Iterator[str]:
    """Whom a paragraph names, by a part of their name."""
    for person in company.persons.values():
        parts = (part for part in person.name.split() if len(part) > 1)
        if any(re.search(rf"\b{re.escape(part)}\b", paragraph) for part in parts):
            yield person.name


def pronouns(paragraph: str) -> Iterator[str]:
    """`he` and `she` for every pronoun of a paragraph."""
    return (str(match.lastgroup) for match in PRONOUN.finditer(paragraph))
