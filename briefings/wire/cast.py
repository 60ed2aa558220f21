"""The persons of a report: its spokesperson, other governments' spokespersons, and everybody else it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefings import ministries
from briefings.ministries import Ministry
from briefings.wire import names

SPOKES = re.compile(r"\b(?:[Ss]pokes(?P<kind>person|man|woman)s?|[Pp]ress [Ss]ecretary)\b(?!['’]s?\s+(?:office|system))")
TOKEN = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|It\b|They\b|We\b|January\b|February\b|March\b|April\b)[^\W\d_a-z][\w'’.-]*"
NAME = rf"{TOKEN}(?:\s(?:(?:{'|'.join(sorted(names.PARTICLES))})\s)*{TOKEN}){{0,4}}"
NAME_BEHIND = re.compile(rf"[\s,:]*(?P<of>(?:of|for|with|from|at|to)\s(?:the\s)?[^,.;:]{{3,70}}?,\s)?(?P<name>{NAME})")
NAME_FIRST = re.compile(NAME)
NAME_BEFORE = re.compile(rf"(?P<name>{NAME}),\s(?P<office>(?:(?:who is|who serves as)\s)?[^,.;:]{{0,80}})$")
OFFICE_BREAK = re.compile(r"[,.;:—–](?:\s|$)|--|\ue000|\b(?:said|told|by|that|when|while|and|as|with)\b", re.I)
OFFICE_BEHIND = re.compile(r"\s(?:of|for|with|from|at)\s(?:the\s)?([A-Z][^,.;:\ue000]{2,60}?)(?=,|\.|$|\s(?:said|told|urged|on|has|also)\b)")
FOREIGN = re.compile(
    r"\b(?:State Department|White House|Pentagon|Kremlin|Downing Street|Elys[ée]e|NATO|EU|European|UN|U\.N\.|United Nations|"
    r"WHO|WTO|IAEA|ASEAN|African Union|Commission|UNHCR|UNICEF|Secretary-General|company|Corporation)\b"
)
BRIEFING = re.compile(r"\b(?:briefing|conference|briefings|conferences)\b")
JOINS = re.compile(r"^[^,.;:\n]{0,80}\sand\s(?:his|her|the|a)?[^,.;:\n]{0,80}$")
RANK = re.compile(r"\b(?:Senior Colonel|Colonel|Captain|Major General|Rear Admiral)\s$")
HE, SHE = re.compile(r"\bhe\b", re.I), re.compile(r"\bshe\b", re.I)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the report speaks of a spokesperson: with an office, with a name, or with both."""

    start: int
    office: str
    name: str | None
    home: bool
    gender: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a report."""

    name: str
    spokes: bool = False
    home: bool = False
    gender: str | None = None


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

    def learn(self, person: Person) -> Person:
        """The person, from now on known under this name."""
        self.persons[person.name] = person
        return person

    def rename(self, name: str, full: str) -> None:
        """Gives a person the full name."""
        self.persons = {full if key == name else key: replace(one, name=full) if key == name else one for key, one in self.persons.items()}
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
        place = ministries.named(phrase)
        return place is not None and self.ministry is not None and not same(place, self.ministry, phrase)


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
            company.learn(Person(mention.name, True, mention.home, gender))
    company.main = leading(company, text)
    company.joint = tuple(joined(company, text))
    for name in sorted(set(introduced(text)), key=text.find):
        if not company.called(name):
            company.learn(Person(name, gender=names.gender(name)))
    return company


def ministry_of(offices: list[str], city: str | None, home: frozenset[str], lead: str) -> Ministry | None:
    """The first ministry of the home country that one of the texts names."""
    found = [place for phrase in offices if (place := ministries.named(phrase, city, lead))]
    return next((place for place in found if place.country in home), found[0] if found and not home else None)


def homeland(text: str, city: str | None, headline: str) -> frozenset[str]:
    """The names of the country whose briefing it is: the dateline's, unless every spokesperson named is another's."""
    offices = [office(text, match) for match in SPOKES.finditer(text)]
    own = nation_words(ministries.country_of(city))
    if own and (not offices or any(at_home(phrase, own) for phrase in offices)):
        return own
    for phrase in (*offices, headline, text[:400]):
        place = ministries.named(phrase)
        country = place.country if place else ministries.country_named(phrase)
        if country:
            return nation_words(country)
        if found := names.nations_in(phrase):
            return frozenset(found[:1])
    return own


def nation_words(country: str | None) -> frozenset[str]:
    """Every name a country goes by here."""
    entries = [entry for entry in ministries.ministries() if entry.country == country]
    return frozenset(form for entry in entries for form in (entry.country, *entry.demonyms, *entry.capitals))


def at_home(phrase: str, home: frozenset[str]) -> bool:
    """Whether an office's phrase names no country but the home one, and no foreign institution."""
    found = names.nations_in(phrase)
    if found:
        return found[0] in home
    if FOREIGN.search(phrase):
        place = ministries.named(phrase)
        return place is not None and place.country in home
    place = ministries.named(phrase)
    return place is None or place.country in home or not home or len(set(ministries.mentions(phrase))) > 1


def mentions(text: str, home: frozenset[str]) -> Iterator[Mention]:
    """Every mention of a spokesperson, in order."""
    for match in SPOKES.finditer(text):
        phrase = office(text, match)
        name = name_behind(text, match.end()) or name_before(text, match.start())
        gender = {"man": "he", "woman": "she"}.get(match["kind"] or "")
        yield Mention(match.start(), phrase, name, at_home(phrase, home), gender)


def office(text: str, match: re.Match[str]) -> str:
    """The words around `spokesperson` that say whose it is."""
    start = text.rfind("\n", 0, match.start()) + 1
    before = text[start : match.start()]
    for cut in OFFICE_BREAK.finditer(before):
        # "Ministry of Industry and Commerce": a conjunction between capitals joins one office's name.
        if cut.group().lower() != "and" or not re.match(r"\s[A-Z]", before[cut.end() :]):
            start = match.start() - len(before) + cut.end()
    behind = OFFICE_BEHIND.match(text, match.end())
    return f"{text[start : match.start()]} {behind[1] if behind else ''}".strip()


def name_behind(text: str, start: int) -> str | None:
    """The name that follows `spokesperson`, directly or behind its office."""
    match = NAME_BEHIND.match(text, start)
    if not match or "\n" in match.group():
        return None
    return proper(match["name"], text[match.end() : match.end() + 2])


def name_before(text: str, end: int) -> str | None:
    """The name before an apposition: `Hedda Lund, a spokeswoman for ...`."""
    start = text.rfind("\n", 0, end) + 1
    match = NAME_BEFORE.search(text[start:end])
    if not match or re.search(r"\b(?:said|told|that)\b", match["office"]):
        return None
    found = names.person(match["name"])
    return found if found and " " in found else None


def proper(name: str, behind: str) -> str | None:
    """A run of capitalised words as a name, the words of an office left out."""
    tokens = name.split()
    while tokens and names.office(tokens[0]) and tokens[0] not in names.words("names"):
        tokens.pop(0)
    while tokens and (names.office(tokens[-1]) or tokens[-1] in names.PARTICLES):
        tokens.pop()
    if not tokens:
        return None
    tokens[-1] = names.bare(tokens[-1])
    return " ".join(tokens)


def leading(company: Cast, text: str) -> str | None:
    """The spokesperson whose briefing it is: the first of the home ministry who is named, by office or at the briefing."""
    own = [mention for mention in company.mentions if mention.home]
    for mention in own:
        place = ministries.named(mention.office) or company.ministry
        if mention.name and (company.ministry is None or place is None or same(place, company.ministry, mention.office)):
            person = company.called(mention.name)
            return person.name if person else None
    if own and (name := unlabelled(text)):
        return company.learn(Person(name, True, True, own[0].gender or names.gender(name))).name
    return next((person.name for person in company.persons.values() if person.home), None)


def joined(company: Cast, text: str) -> Iterator[str]:
    """Who is introduced in one breath with the spokesperson: `spokesperson A and Commerce Ministry spokesperson B`."""
    for one, other in pairwise(company.mentions):
        both = {one.name, other.name}
        between = text[one.start : other.start]
        if company.main in both and None not in both and one.home and other.home and JOINS.search(between):
            yield next(str(name) for name in (one.name, other.name) if name != company.main)


def same(place: Ministry, ministry: Ministry, phrase: str) -> bool:
    """Whether an office is the ministry: by id, or by a phrase the ministry goes by too."""
    return place.id == ministry.id or any(found.ministry.id == ministry.id for found in ministries.mentions(phrase))


def unlabelled(text: str) -> str | None:
    """The name of a spokesperson whom the report calls so only without it: who speaks at the briefing, or by rank."""
    for line in text.split("\n")[:4]:
        for match in NAME_FIRST.finditer(line):
            name = names.person(match.group())
            said = re.match(r"\s(?:said|told|added|announced|noted)\b(?P<rest>[^.]*)", line[match.end() :])
            ranked = RANK.search(line[: match.start()]) or RANK.search(f"{match.group().removesuffix(name or '')}")
            if name and " " in name and said and (ranked or BRIEFING.search(said["rest"])):
                return name
    return None


def introduced(text: str) -> Iterator[str]:
    """Every full name in the text."""
    for match in NAME_FIRST.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        before = text[start : match.start()].split()[-4:]
        name = names.person(" ".join((*before, match.group())))
        if name and len(name.split()) > 1 and name in match.group():
            yield name
