"""Wire reports as text: an agency's account of a briefing, in two layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from random import Random
from typing import Any

from making.asking import Asked
from making.days import WEEKDAYS, short
from making.plan import Planned
from making.words import sentences

PERSONAL = re.compile(r"\b(I|we|our|us|you|your|my|me|ourselves|here)\b|[?\"“]", re.I)
# First words that a clause after "said that" writes small; before any other word the sentence is quoted.
SMALL = re.compile(
    r"(?:the|an?|this|that|these|those|it|there|any|all|both|every|each|no|some|what|such|peace|trade|cyberspace|aid|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|human|denuclearization|sanctions|infrastructure|connectivity|arms|"
    r"freedom|civilians)$",
    re.I,
)
NAMES = ("Valdoria", "Ostmere", "Ukraine", "Russia", "Iran", "China", "Japan", "Taiwan")
ASKED = (
    "{who} made the remarks when asked by the {outlet} to comment on {about}.",
    "{who} made the remarks in response to a question from the {outlet} about {about}.",
    "The {outlet} had asked about {about}.",
    "{who} was answering a question from the {outlet} about {about}.",
    "Asked by the {outlet} about {about}, {who} spoke for some minutes without notes.",
    "The question about {about} was put by the {outlet}.",
)
FOLLOWED = (
    "The {outlet} had asked {who} to comment on reports that {news}.",
    "The question from the {outlet} followed reports that {news}.",
    "{who} made the remarks after the {outlet} pointed out that {news}.",
)


def report(page: Planned, world: Mapping[str, Any]) -> str:
    """A report's page, with everything an agency's site prints around it."""
    rng = Random(f"report {page.id}")
    headline = page.exchanges[0].headline + rng.choice((": FM spokesperson", ": FM spokesperson", ": spokesperson", ""))
    body = "\n\n".join(paragraphs(page, world, rng))
    if rng.random() < 0.5:
        body = curly(body)
    frame = first_layout if rng.random() < 0.55 else second_layout
    return f"{world['notice']}\n" + frame(page, world, headline, body, rng)


def first_layout(page: Planned, world: Mapping[str, Any], headline: str, body: str, rng: Random) -> str:
    """A press release list: breadcrumb, doubled headline, the site's own date, a trailing article number."""
    shown = page.day + timedelta(days=rng.choice((0, 0, 1)))
    return (
        f"News > FM Press Releases >\n\n{headline}\n\nSource: {world['agency']} | {shown.isoformat()}\nShare:\n"
        f"{headline}\n\n{body}\n\n{rng.randint(8000000, 8999999)}\n"
    )


def second_layout(page: Planned, world: Mapping[str, Any], headline: str, body: str, rng: Random) -> str:
    """An agency's own page: time and editor, player, key words, a long number."""
    clock = f"{rng.randint(15, 21)}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}"
    number = "01002007" + "0" * 14 + str(rng.randint(1370000000, 1379999999))
    stamp = f"{page.day.isoformat()} {clock}|Editor: {rng.choice(world['editors'])}"
    return (
        f"{headline}\nSource: {world['agency']}| {stamp}\n"
        f"Video PlayerClose\n\n{body}\nKEY WORDS: {page.exchanges[0].event.topics[0].replace('-', ' ')}\n"
        f"EXPLORE MERIDIAN WIRE\n{number}\n"
    )


def paragraphs(page: Planned, world: Mapping[str, Any], rng: Random) -> Iterator[str]:
    """The body of a report."""
    first, *others = page.exchanges
    here = world["ministry"][page.ministry]
    yield f"{here['dateline']}, {short(page.day)} ({world['agency']}) -- {opening(page, here, rng)}"
    if first.background:
        yield first.background
    if rng.random() < 0.85:
        yield remark(first, page.speaker, rng)
    yield from told([one.words for one in first.more if not one.planted], page.speaker, rng)
    for made in others:
        yield from second_subject(made, page.speaker, rng)


def opening(page: Planned, here: dict[str, Any], rng: Random) -> str:
    """The first paragraph after the dateline: who said what, when and where."""
    words, day = page.exchanges[0].lead.words, WEEKDAYS[page.day.weekday()]
    office = rng.choice((f"{here['adjective']} Foreign Ministry", f"{here['country']}'s Foreign Ministry"))
    who = f"{office} {rng.choice(('Spokesperson', 'spokesperson'))} {page.speaker['name']}"
    when = f"{rng.choice((f'on {day}', day))} at a {rng.choice(('regular', 'daily', 'routine'))} press briefing"
    if clause := reported(words):
        return f"{who} said {when} that {clause}."
    return f'"{words[:-1]}," {who} said {when}.'


def remark(made: Asked, speaker: dict[str, Any], rng: Random) -> str:
    """The sentence that says what the spokesperson was asked."""
    news = reported(sentences(made.question)[0])
    frame = rng.choice(FOLLOWED if news else ASKED)
    words = frame.format(who=speaker["surname"], about=made.about, outlet=made.outlet, news=news)
    return re.sub(r"\b[Tt]he (?=Radio Karelle|Meridian Wire|Northern Broadcasting|Tessaly Television)", "", words)


def told(words: list[str], speaker: dict[str, Any], rng: Random) -> Iterator[str]:
    """The rest of an answer: reported where it can be, quoted where somebody speaks as we or I."""
    surname, pronoun = speaker["surname"], speaker["pronoun"]
    while words:
        one = words.pop(0)
        who = rng.choice((surname, surname, pronoun))
        clause = reported(one)
        if clause and rng.random() < 0.6:
            lead = rng.choice(
                (f"{who} said that", f"{who} added that", f"{surname} noted that", f"{who} also said that")
            )
            yield f"{lead[0].upper()}{lead[1:]} {clause}."
        elif words and rng.random() < 0.4:
            yield f'"{one[:-1]}," {who} said. "{words.pop(0)}"'
        else:
            verb = rng.choice(("said", "said", "added", "told reporters"))
            yield f'"{one[:-1]}," {who} {verb}.'


def second_subject(made: Asked, speaker: dict[str, Any], rng: Random) -> Iterator[str]:
    """A second question, told more briefly."""
    clause, surname = reported(made.lead.words), speaker["surname"]
    if clause:
        yield f"On {made.about}, {surname} said that {clause}."
    else:
        yield f'Asked about {made.about}, {surname} replied: "{made.lead.words}"'
    yield from told([one.words for one in made.more if not one.planted][:2], speaker, rng)


def reported(words: str) -> str:
    """The sentence as a clause after `said that`, or nothing where it must be quoted."""
    first = words.split()[0].removesuffix(",").removesuffix("'s")
    if PERSONAL.search(words) or words.count(". ") or not words.endswith("."):
        return ""
    if SMALL.match(first):
        return words[0].lower() + words[1:-1]
    return words[:-1] if first in NAMES else ""


def curly(text: str) -> str:
    """The text with typographic quotation marks and apostrophes."""
    text = re.sub(r'"([^"]*)"', "“\\1”", text)
    return text.replace("'", "’")
