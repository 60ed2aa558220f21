"""Datelines, `PORT AUREL, Jan. 30 (Valdor Press) --`: the city, the day and the agency of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.dates import DateFound, written

UPPER = r"[A-ZÀ-ÖØ-ÞČĐĞİŁŒŚŞŠŽА-Я'’.]"
CAPITALS = rf"{UPPER}{{2,}}(?:[ -]{UPPER}{{2,}}){{0,3}}"
WORDS = r"[A-Z][\w.'’-]+(?:[ -][A-Z][\w.'’-]+){0,3}"
DASH = r"(?:--+|[—–―]|-(?=\s|$))"

# With an agency in brackets anything short may stand between it and the city: a region, a date in any spelling.
AGENCY = re.compile(
    rf"^\W{{0,3}}(?P<city>{CAPITALS}|{WORDS})(?P<between>[^()（）\"“”]{{0,45}}?)\s*"
    rf"[(（](?P<agency>[^()（）]{{2,40}})[)）]\s*(?:{DASH}\s*|:\s+)?"
)
SLASH = re.compile(
    rf"^(?P<city>{CAPITALS})(?P<between>,[^/]{{0,30}})\.?\s*/(?P<agency>[A-Z][\w ]{{2,20}})/\.?\s*(?:{DASH}\s*)?"
)
DATED = re.compile(
    rf"^(?P<city>{CAPITALS}|{WORDS})(?P<between>(?:,\s?[A-Z][\w. ]{{1,25}}?)?,\s?[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}"
    rf"(?:,\s?\d{{4}})?)(?P<agency>)\s*{DASH}\s*"
)
BARE = re.compile(rf"^(?P<city>{CAPITALS})(?P<between>(?:,\s[A-Z][A-Za-z.]+){{0,2}})(?P<agency>)\s*{DASH}\s*(?=\S)")
FORMS = (AGENCY, SLASH, DATED, BARE)
CHINESE = re.compile(
    r"^[ \u3000]*(?:新华社|中新社)(?P<city>[\u4e00-\u9fff]{2,6}?)(?P<between>\d{1,2}月\d{1,2}日)(?P<agency>)"
    r"[^\s]{0,3}电"
)

NO_CITY = re.compile(
    r"^(?:SYNTHETIC|KEY\s?WORDS|EXPLORE|VIDEO|UPDATED?|PHOTOS?|FEATURE|NEWS|LIVE|BREAKING|Q|A|SOURCE)\b", re.I
)
LOWER_BEHIND = re.compile(r"^[A-Z][\w.'’-]+\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `end` is where the report's first words begin in its line."""

    city: str
    agency: str | None
    day: DateFound | None
    end: int


def dateline(words: str) -> Dateline | None:
    """The dateline at the beginning of a line, if there is one."""
    for form in (*FORMS, CHINESE):
        match = form.match(words)
        if match and plausible(match, words):
            agency = match["agency"].split("/")[0].strip() or None
            day = next(written(match["between"]), None)
            return Dateline(city_name(match["city"]), agency, day, match.end())
    return None


def plausible(match: re.Match[str], words: str) -> bool:
    """Whether a match is a dateline and not a caption, a heading or a sentence with brackets."""
    if NO_CITY.match(words) or re.search(r"[.!?]\s", match["between"].replace(". ", " ", 1)):
        return False
    if match.re is AGENCY and not match["city"].isupper():
        # A city in small letters is one only with a date behind it: `Smith, a member of the council (EC)` is prose.
        return next(written(match["between"]), None) is not None and bool(re.search(r"[-—–:]\s*$", match.group()))
    return (
        match.re is not AGENCY or match.group().rstrip()[-1] in "-—–―:)）" and not LOWER_BEHIND.match(match["between"])
    )


def city_name(city: str) -> str:
    """A city as it is written in prose: `XI'AN` is Xi'an, `PORT AUREL` is Port Aurel."""
    if not city.isupper() or not city.isascii() and not city.isalpha():
        return city
    return re.sub(r"[^\W\d_][\w'’]*", lambda word: word.group().capitalize(), city.rstrip(".,"))
