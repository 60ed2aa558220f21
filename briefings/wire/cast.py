"""The persons of a report: its spokesperson, other governments' spokespersons, and everybody else it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefings import ministries
from briefings.ministries import Ministry
from briefings.wire import names
from briefings.wire.mentions import NAME, UNLISTED, Mention, at_home, homeland, mentions, ministry_of, same

NAMES = re.compile(NAME)
# A name behind a long title: `Valdorian Deputy Prime Minister for Trade ...`.
TITLED = re.compile(NAME.replace("{0,4}", "{0,8}"))
NEAR = 80
"""Characters before a name in which its title stands."""
BRIEFING = re.compile(r"\b(?:briefing|conference|briefings|conferences)\b")
SPOKE = re.compile(
    r"(?:,\s[^,]{3,80},)?\s(?:said|told|added|announced|noted|made|answered|replied|responded)\b(?P<rest>[^.]*)"
)
PLURAL = re.compile(r"[Ss]pokes(?:people|men|women|\w+s\b)")
JOINS = re.compile(r"^[^,.;:\n]{0,80}\sand\s(?:his|her|the|a)?[^,.;:\n]{0,80}$")
APPOSED = re.compile(r",\s(?:an?\s|the\s|[\w.]+['’]s?\s)?[^,.;:\n]{3,60}(?=,)")
RANK = re.compile(r"\b(?:Senior Colonel|Colonel|Captain|Major General|Rear Admiral)\s$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a report."""

    name: str
    spokes: bool = False
    home: bool = False
    gender: str | None = None
    title: str = ""
    """The words about a person beside the name: `Valdorian Minister of Trade`, `a farmer in the valley`."""


@dataclass(slots=True)
class Cast:
    """Everybody a report names; learns a person's pronoun as the report goes on."""

    ministry: Ministry | None
    home: frozenset[str]
    mentions: tuple[Mention, ...]
    persons: dict[str, Person] = field(default_factory=dict)
    main: str | None = None
    joint: tuple[str, ...] = ()
    """Who gives the briefing together with `main`."""

    def called(self, mention: str) -> Person | None:
        """The person whose full name, or a part of it in sequence, the words are."""
        wanted = mention.split()
        ranked = sorted(self.persons.values(), key=lambda person: (person.name != self.main, not person.spokes))
        for person in ranked:
            parts = person.name.split()
            if any(parts[place : place + len(wanted)] == wanted for place in range(len(parts))):
                return person
        return None

    def first_in(self, sentence: str) -> Person | None:
        """The person whom a sentence names first, not in a possessive: whom it is about."""
        found = [
            (match.start(), -len(part), person)
            for person in self.persons.values()
            for part in (person.name, *person.name.split())
            if len(part) > 2 and (match := re.search(rf"\b{re.escape(part)}\b(?!['’]s)", sentence))
        ]
        return min(found, key=lambda row: row[:2])[2] if found else None

    def learn(self, person: Person) -> Person:
        """The person, from now on known under this name."""
        self.persons[person.name] = person
        return person

    def rename(self, name: str, full: str) -> None:
        """Gives a person the full name."""
        self.persons = {
            full if key == name else key: replace(one, name=full) if key == name else one
            for key, one in self.persons.items()
        }
        self.main = full if self.main == name else self.main

    def pronoun(self, name: str, said: str) -> None:
        """Remembers which pronoun goes with a person."""
        if (person := self.persons.get(name)) and person.gender is None:
            self.persons[name] = replace(person, gender=said)

    def at_home(self, phrase: str) -> bool:
        """Whether an office is one of the country whose briefing it is."""
        return at_home(phrase, self.home)

    def other_office(self, phrase: str) -> bool:
        """Whether an office is another one of the home country than the briefing's."""
        if self.ministry is None:
            return False
        listed = [entry for sharing in ministries.mentions(phrase) for entry in sharing]
        return self.ministry not in listed if listed else UNLISTED.search(phrase) is not None


def cast(text: str, city: str | None, headline: str) -> Cast:
    """The persons of a report's text, its quotations filled."""
    home = homeland(text, city, headline)
    found = tuple(mentions(text, home))
    first = next((mention for mention in found if mention.home), found[0] if found else None)
    offices = [mention.office for mention in found if mention.home] or [first.office if first else headline]
    ministry = ministry_of([*offices, text, headline], city, home, f"{headline}\n{text}")
    company = Cast(ministry, home, found)
    for mention in found:
        if mention.name and mention.name not in company.persons and not company.called(mention.name):
            gender = mention.gender or names.gender(mention.name)
            company.learn(Person(mention.name, True, mention.home, gender, mention.office))
    company.main = leading(company, text)
    company.joint = tuple(joined(company, text))
    for name in sorted(set(introduced(text)), key=text.find):
        if not company.called(name):
            company.learn(Person(name, gender=names.gender(name), title=beside(text, name)))
    return company


def leading(company: Cast, text: str) -> str | None:
    """The spokesperson whose briefing it is: the first of the home ministry who is named."""
    own = [mention for mention in company.mentions if mention.home]
    for mention in own:
        place = ministries.named(mention.office) or company.ministry
        if mention.name and (
            company.ministry is None or place is None or same(place, company.ministry, mention.office)
        ):
            person = company.called(mention.name)
            return person.name if person else None
    if own and (name := unlabelled(text)):
        return company.learn(Person(name, True, True, own[0].gender or names.gender(name))).name
    return next((person.name for person in company.persons.values() if person.home), None)


def joined(company: Cast, text: str) -> Iterator[str]:
    """Who gives the briefing with the spokesperson: in one breath, or where the lead speaks of `spokespersons`."""
    own = [mention for mention in company.mentions if mention.home]
    if own and PLURAL.match(text, own[0].start):
        others = [mention.name for mention in own if mention.name and mention.name != company.main]
        yield from dict.fromkeys(name for name in others if name in company.persons)
        return
    for one, other in pairwise(company.mentions):
        both = {one.name, other.name}
        between = text[one.start : other.start]
        if company.main in both and None not in both and one.home and other.home and JOINS.search(between):
            yield next(str(name) for name in (one.name, other.name) if name != company.main)


def unlabelled(text: str) -> str | None:
    """The name of a spokesperson whom the report calls so only without it: who speaks at the briefing, or by rank."""
    for line in text.split("\n")[:4]:
        for match in NAMES.finditer(line):
            name = names.person(match.group())
            said = SPOKE.match(line, match.end())
            ranked = RANK.search(line[: match.start()]) or RANK.search(f"{match.group().removesuffix(name or '')}")
            if name and " " in name and said and (ranked or BRIEFING.search(said["rest"])):
                return name
    return None


def beside(text: str, name: str) -> str:
    """The words before a name in its clause, and the apposition behind it."""
    place = text.find(name)
    before = re.split(r"[,.;:\n]\s?", text[max(0, place - NEAR) : place])[-1]
    behind = APPOSED.match(text, place + len(name))
    return f"{before}{behind.group() if behind else ''}"


def introduced(text: str) -> Iterator[str]:
    """Every full name in the text."""
    for match in TITLED.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        before = text[max(start, match.start() - NEAR) : match.start()].split()[-4:]
        name = names.person(" ".join((*before, match.group())))
        if name and len(name.split()) > 1 and name in match.group():
            yield name
