"""Where a report speaks of a spokesperson: whose it is, from which country and ministry, and by what name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefings import ministries
from briefings.ministries import Ministry
from briefings.wire import names

SPOKES = re.compile(
    r"\b(?:[Ss]pokes(?P<kind>person|man|woman)s?|[Pp]ress [Ss]ecretary)\b(?!['’]s?\s+(?:office|system))"
)
# Days and pronouns open sentences and follow names: "spokesperson Hedda Lund Thursday urged".
NO_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:It|They|We|January|February|March|April)\b"
TOKEN = rf"(?!{NO_NAME})[^\W\d_a-z][\w'’.-]*"
NAME = rf"{TOKEN}(?:\s(?:(?:{names.PARTICLE})\s)*{TOKEN}){{0,4}}"
NAME_BEHIND = re.compile(rf"[\s,:]*(?P<of>(?:of|for|with|from|at|to)\s(?:the\s)?[^,.;:]{{3,70}}?,\s)?(?P<name>{NAME})")
NAME_BEFORE = re.compile(rf"(?P<name>{NAME}),\s(?P<office>(?:(?:who is|who serves as)\s)?[^,.;:]{{0,80}})$")
OFFICE_BREAK = re.compile(r"[,.;:—–](?:\s|$)|--|\ue000|\b(?:said|told|by|that|when|while|and|as|with)\b", re.I)
OFFICE_BEHIND = re.compile(
    r"\s(?:of|for|with|from|at)\s(?:the\s)?([A-Z][^,.;:\ue000]{2,60}?)(?=,|\.|$|\s(?:said|told|urged|on|has|also)\b)"
)
UNLISTED = re.compile(r"\b[A-Z]\w+ (?:Ministry|Office|Department|Commission|Bureau)\b|\bMinistry of [A-Z]")
LONGEST_OFFICE = 120
FOREIGN = re.compile(
    r"\b(?:State Department|White House|Pentagon|Kremlin|Downing Street|External Affairs|Elys[ée]e|"
    r"NATO|EU|European|UN|U\.N\.|"
    r"United Nations|"
    r"WHO|WTO|IAEA|ASEAN|African Union|Commission|UNHCR|UNICEF|Secretary-General|company|Corporation)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the report speaks of a spokesperson: with an office, with a name, or with both."""

    start: int
    office: str
    name: str | None
    home: bool
    gender: str | None


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
    return True


def ministry_of(offices: list[str], city: str | None, home: frozenset[str], lead: str) -> Ministry | None:
    """The first ministry of the home country that one of the texts names."""
    for phrase in offices:
        place = ministries.named(phrase, city, lead)
        if place and (place.country in home or not home):
            return place
        if UNLISTED.search(phrase) and len(phrase) < LONGEST_OFFICE:
            # An office of the country that sources.toml does not list: not to be taken for another that it names.
            return None
    return None


def same(place: Ministry, ministry: Ministry, phrase: str) -> bool:
    """Whether an office is the ministry: by id, or by a phrase the ministry goes by too."""
    return place.id == ministry.id or any(ministry in sharing for sharing in ministries.mentions(phrase))
