"""What opens a paragraph of a transcript: `Q:`, `A:`, an outlet, a name, an editorial line, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

COLON = r"\s?[:：]\s*"
# `Q;` and `Q.` are slips of the hand.
BEHIND = rf"(?:{COLON}|\s?[;.]\s*(?=[A-Z\"“]))"
QUESTION = re.compile(rf"(?:Q(?:uestion)?(?:\s?\d+)?|Follow[- ]?ups?(?: question)?){BEHIND}", re.I)
ANSWER = re.compile(rf"A(?:nswer)?(?:\s?\d+)?{BEHIND}")
# `Journalist:`, `The journalist clarified:`, `Another reporter:` are questions of nobody in particular.
ANONYMOUS = re.compile(
    rf"(?i:(?:an?|another|the|one|foreign) )?(?:[Jj]ournalist|[Rr]eporter|[Cc]orrespondent|Media)s?"
    rf"(?: [a-z]+){{0,3}}{COLON}"
)
EDITORIAL = re.compile(
    r"(?=[^:：]{0,70}\b(?:asked|raised|posed|put|received|replied to)\b)"
    r"(?=[^:：]{0,110}\bquestions?\b)"
    r"(?=[^:：]{0,130}\b(?:after|before|following|later|afterwards|press conference|journalist|reporter|media)\b)"
    rf"[^:：.?!]{{15,150}}{COLON}",
    re.I,
)
# A full stop ends a label, save behind an initial or a title; a colon within a time or an address is none.
NAMED = re.compile(
    r"(?P<name>[^\W\d_](?:[^:：.?!;\n]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St|FM))\.|(?<=\bMrs)\.){0,58}?)\s?[:：](?!\d|//)\s*"
)
SEPARATOR = re.compile(r"[\W_]+")

SMALL = re.compile(r"a|al|an|and|at|by|da|de|del|der|des|di|do|du|el|en|et|for|from|in|la|le|of|on|the|to|und|von|y|&")
# Capitalised words that begin a sentence and may stand before a colon, but name no one.
ORDINARY = re.compile(
    r"(?:again|also|and|as|background|besides|but|conclusion|facts?|falsehood|finally|first|firstly|fourth|fourthly|fifth|"
    r"fifthly|furthermore|here|however|in|lastly|lie|moreover|my|no|note|now|our|reality|remarks|second|secondly|"
    r"summary|then|therefore|third|thirdly|this|today|tomorrow|truth|we|yes|yesterday|january|february|march|april|"
    r"may|june|july|august|september|october|november|december)\b",
    re.I,
)
PRESS = re.compile(
    r"\b(?:TV|tele\w+|news\w*|daily|times|post|radio|press|agenc[ey]|agence|broadcast\w*|journal|review|networks?|media|"
    r"weekly|magazine|herald|paper|tribune|globe|guardian|observer|telegraph|economist|standard|mail|gazette|chronicle|today|"
    r"reuters|bloomberg|sputnik|novosti|kyodo|yonhap|xinhua|nikkei|asahi|yomiuri|mainichi|sankei|jiji|hankyoreh|chosun|"
    r"spiegel|zeitung|figaro|monde|pa[ií]s|mundo|folha|globo|anadolu|jazeera|arabiya|antara|bernama|geo|dawn|hindu|"
    r"caixin|caijing|takungpao|guancha|commercial|channel|politico|axios|wire|online|digital)\b",
    re.I,
)
ACRONYM = re.compile(r"(?:[A-Z]{2,6}\d?|[A-Z]{2,4}-[A-Z]{2,4})(?: (?:[A-Z]{2,6}|[A-Z][\w-]+))?")
OFFICIAL = re.compile(
    r"(?:(?:Vice|Deputy|Assistant|First|Acting|State|Prime|Foreign|Special|Director|Executive|Secretary|Permanent) )*"
    r"(?:Minister|Director(?:[- ]General)?|Ambassador|Councilor|Premier|President|Secretary(?:[- ]General)?|Envoy|"
    r"Representative|Consul(?:[- ]General)?|Governor|Mayor|Chairman|Commissioner|General|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\b"
)
SPOKESPERSON = re.compile(
    r"(?:(?:The |Chinese |China's )?(?:Foreign Ministry |MFA |FM )?(?:Deputy )?spokes(?:person|man|woman)|"
    r"M(?:r|s|rs)\.?)(?:\s|$)",
    re.I,
)
OF_OUTLET = re.compile(
    r"(?:An? |The )?(?:journalist|reporter|correspondent)s? (?:from|of|with|for) (?:the )?(?P<outlet>.+)|"
    r"(?P<before>.+?)(?:'s|’s)?,? (?:journalist|reporter|correspondent|\(?follow[- ]?up(?: question)?\)?)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a paragraph."""

    kind: Literal["question", "answer"]
    printed: str
    """As the page prints it, without the colon."""
    length: int
    """How many characters it takes with its colon and the space behind."""
    outlet: str | None = None
    speaker: str | None = None
    """Who answers, as printed; null for the page's own spokesperson."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Whose names may stand as labels of an answer."""

    hosts: tuple[str, ...]
    """The page's spokespersons, from its headline."""
    others: tuple[str, ...] = ()
    """Others who speak for the ministry."""


def label(paragraph: str, bold: int, cast: Cast, *, marked: bool, asked: bool, opening: bool) -> Label | None:
    """The label that opens the paragraph, if one does.

    Args:
        bold: How many leading characters are bold.
        marked: The page sets its questions in bold.
        asked: The words before are a question, so a name is likelier to answer than to ask.
        opening: Nothing was said before.
    """
    if plain := fixed(paragraph, asked=asked):
        return plain
    match = NAMED.match(paragraph)
    if match is None:
        return None
    name, length = match["name"], match.end()
    if own := host(name, cast):
        return Label("answer", name, length, speaker=own)
    if outlet := of_outlet(name):
        return Label("question", name, length, outlet=outlet)
    if not titled(name):
        return None
    told = not bold or "?" not in paragraph
    if OFFICIAL.match(name) or (personal(name) and (asked and told or opening and marked and not bold)):
        return Label("answer", name, length, speaker=name)
    return Label("question", name, length, outlet=name) if asks(name, paragraph, bold, marked=marked) else None


def fixed(paragraph: str, *, asked: bool) -> Label | None:
    """A label that names no one: `Q`, `A`, `Follow-up`, `Journalist`, `The following question was raised ...`."""
    answer = ANSWER.match(paragraph)
    if answer and (asked or answer.group().rstrip()[-1] in ":："):
        return Label("answer", printed(answer), answer.end())
    for form in (QUESTION, EDITORIAL, ANONYMOUS):
        if match := form.match(paragraph):
            return Label("question", printed(match), match.end())
    return None


def printed(match: re.Match[str]) -> str:
    """A label without its colon."""
    return match.group().rstrip(" :：;.")


def host(name: str, cast: Cast) -> str | None:
    """The spokesperson a label means, misspelt or not, by surname or by office alone."""
    bare = SPOKESPERSON.sub("", name).strip()
    if not bare:
        return cast.hosts[0] if cast.hosts else name
    for known in cast.hosts:
        if bare == known.split()[0] or alike(bare, known):
            return known
    return next((known for known in cast.others if alike(bare, known)), None)


def alike(name: str, known: str) -> bool:
    """Whether two spellings mean one person: case, spaces and a slip of the hand do not matter."""
    one, other = name.casefold().replace(" ", ""), known.casefold().replace(" ", "")
    if one == other:
        return True
    return abs(len(one) - len(other)) <= 2 and SequenceMatcher(None, one, other).ratio() >= 0.85


def titled(name: str) -> bool:
    """Whether every word that matters is capitalised, as in a name, and the first is no ordinary opening."""
    words = name.split()
    if len(words) > 8 or not words[0][0].isupper() or ORDINARY.match(name):
        return False
    return all(word[0].isupper() or not word[0].isalpha() or SMALL.fullmatch(word) for word in words)


def of_outlet(name: str) -> str | None:
    """The outlet in `Wire reporter` or `Journalist from the Wire`."""
    match = OF_OUTLET.fullmatch(name)
    outlet = match and (match["outlet"] or match["before"])
    return outlet if outlet and titled(outlet) else None


def asks(name: str, paragraph: str, bold: int, *, marked: bool) -> bool:
    """Whether a name unknown to the page asks: it is bold as the questions are, or a paper's, or asks aloud."""
    if bold >= 0.9 * len(paragraph):
        return True
    if marked:
        return "?" in paragraph and (bold >= len(name) or presslike(name))
    return presslike(name) or "?" in paragraph


def presslike(name: str) -> bool:
    """Whether a name is that of a newspaper, station or agency."""
    return bool(PRESS.search(name) or ACRONYM.fullmatch(name))


def personal(name: str) -> bool:
    """Whether a name could be a person's: two to four words, none of them a newspaper's."""
    return 2 <= len(name.split()) <= 4 and not presslike(name)


def separator(paragraph: str) -> bool:
    """Whether a line is only asterisks, reference marks or dashes."""
    return bool(SEPARATOR.fullmatch(paragraph))
