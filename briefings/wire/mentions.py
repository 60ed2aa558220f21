"""Where a report speaks of a spokesperson: whose it is, from which country and ministry, and by what name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefings import ministries
from briefings.ministries import Ministry
from briefings.wire import names

SPOKES = re.compile(
    r"\b(?:[Ss]pokes(?P<kind>people|person|man|woman|men|women)s?|[Pp]ress [Ss]ecretary)\b"
    r"(?!['’]s?\s+(?:office|system))"
)
# Days and pronouns open sentences and follow names: "spokesperson Hedda Lund Thursday urged".
NO_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:It|They|We|January|February|March|April)\b"
TOKEN = rf"(?!{NO_NAME})[^\W\d_a-z][\w'’.-]*"
NAME = rf"{TOKEN}(?:\s(?:(?:{names.PARTICLE})\s)*{TOKEN}){{0,4}}"
NAME_BEHIND = re.compile(rf"[\s,:]*(?P<of>(?:of|for|with|from|at|to)\s(?:the\s)?[^,.;:]{{3,70}}?,\s)?(?P<name>{NAME})")
# The name at the end of a long office: `spokesperson of the Ministry of Trade Hedda Lund said`.
OFFICE_NAMED = re.compile(
    r"\s(?:of|for|with|and)\s(?P<phrase>[^,.;:\n\ue000]{3,120}?)(?=\s(?:said|told|announced|urged|made|has|also|added|"
    r"expressed|(?:on\s)?\w+day)\b)"
)
BODY_WORD = re.compile(
    r"(?:Affairs|Ministry|Office|Department|Council|Commission|Command|Administration|Embassy|Defen[cs]e|Commerce)$"
)
# A spokesperson who says something stands in no apposition.
SAYS = re.compile(
    r"[^,.;:\n\ue000]*?\b(?:said|says|told|announced|noted|added|stressed|confirmed|stated|urged|warned|reiterated|"
    r"made|tweeted|wrote)\b"
)
AND_NAME = re.compile(rf"(?:,\s|,?\sand\s)(?P<name>{NAME})")
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
    r"WHO|WTO|IAEA|ASEAN|African Union|UNHCR|UNICEF|Secretary-General|company|Corporation)\b|"
    r"(?<!National )(?<!Reform )(?<!Health )(?<!Regulatory )(?<!Military )\bCommission\b"
)
# What an office deals with is not whose it is: `Hong Kong and Macao Affairs Office`.
MATTER = re.compile(r"(?:(?:[A-Z]\w+\s){1,2}and\s)?[A-Z]\w+ Affairs Office\b")


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
        name = name_behind(text, match.end()) or name_before(text, match)
        gender = {"man": "he", "woman": "she"}.get(match["kind"] or "")
        home_one = at_home(phrase, home)
        yield Mention(match.start(), phrase, name, home_one, gender)
        for other in further(text, match, name):
            yield Mention(match.start(), phrase, other, home_one, gender)


def further(text: str, match: re.Match[str], name: str | None) -> Iterator[str]:
    """The other names behind a plural: `spokespersons A, B and C`."""
    place = text.find(name, match.end()) + len(name) if name else -1
    while place > 0 and match.group().endswith(("s", "people", "men")) and (also := AND_NAME.match(text, place)):
        if other := proper(also["name"]):
            yield other
        place = also.end()


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
    if match and "\n" not in match.group():
        return proper(match["name"])
    named = OFFICE_NAMED.match(text, start)
    name = names.person(names.label(named["phrase"])) if named else None
    if not named or not name or " " not in name:
        return None
    return name if BODY_WORD.search(named["phrase"].removesuffix(name).rstrip()) else None


def name_before(text: str, spokes: re.Match[str]) -> str | None:
    """The name before an apposition: `Hedda Lund, a spokeswoman for ...`; not `in Port Aurel, she said`."""
    start = text.rfind("\n", 0, spokes.start()) + 1
    before = NAME_BEFORE.search(text[start : spokes.start()])
    if not before or re.search(r"\b(?:said|told|that)\b", before["office"]) or SAYS.match(text, spokes.end()):
        return None
    found = names.person(before["name"])
    return found if found and " " in found else None


def proper(name: str) -> str | None:
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
    found = names.nations_in(MATTER.sub("", phrase))
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
