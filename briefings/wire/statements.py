"""A report's body as statements: every sentence with its speaker, role and mode."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.models import Mode, Statement
from briefings.wire.attribution import OWN_PRESENT, OWN_STANCE, REMARKS, Scene, Voice, attribution
from briefings.wire.quotes import FILLER, Quote, masked, quotes, sentence_spans
from briefings.wire.speech import INTRO, VERB

# Shorter quoted stretches inside a sentence are words taken over (`a "quarry for quarrels"`), not a saying.
SAYING_WORDS = 10
CLAUSE_WORDS = 5
NEAR = 300
"""Characters before a quotation in which its verb of saying stands."""
ENDS_SAYING = re.compile(r"(?:[,.?!…;—-]|--)['’]?(?:[“”„‟\"«»＂]|''|``)?$")
# The remarks are told of, and then what they say: `made the remarks on Monday, saying that ...`.
SAYING = re.compile(
    r"^(?:(?!\b(?:after|when|following|came|followed)\b).)*,\s(?:saying|adding|noting|stressing|urging)\b"
)
# The attribution inside reported speech: `the strait, she added, "stays open."`
INSERTED = re.compile(r"^[^\ue000]{8,},\s[\w\s.'’]{2,40}\s\w+,\s*$")
INTRODUCES = re.compile(r"[,:]\s*$")
COLON = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body, in which paragraph, and its words with quotations filled."""

    start: int
    end: int
    paragraph: int
    words: str
    quoted: bool
    """Whether it stands in quotation marks from end to end."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with who says it, as far as known."""

    sentence: Sentence
    mode: Mode
    voice: Voice | None


def statements(text: str, body: Sequence[tuple[int, int]], scene: Scene) -> tuple[Statement, ...]:
    """Every sentence of the body as a statement."""
    found = quotes(text, body)
    filled = masked(text, found)
    rows = [
        Sentence(start, end, paragraph, filled[start:end], unspoken(filled[start:end]))
        for paragraph, (first, last) in enumerate(body)
        for start, end in sentence_spans(text, first, last)
    ]
    told: list[Told] = []
    for sentence in rows:
        told.append(heard(text, sentence, found, scene, told))
    return tuple(map(statement, carried(told, found, scene.main())))


def unspoken(words: str) -> bool:
    """Whether nothing of a sentence stands outside its quotation marks."""
    return not words.replace(FILLER, "").strip(" .,;:-—'’")


def heard(text: str, sentence: Sentence, found: Sequence[Quote], scene: Scene, before: Sequence[Told]) -> Told:
    """A sentence as its own words tell it; a quotation without a speaker waits for `carried`."""
    mode = direct(text, sentence, found)
    voice = None if sentence.quoted else attribution(sentence.words, scene, sentence.paragraph)
    if mode:
        return Told(sentence, "direct_quote", voice)
    own = scene.main() if stance(sentence, scene, first=not before) else None
    if own and (voice is None or voice.role != "spokesperson"):
        # `China on Tuesday urged Ostmere to ... after its minister said ...`: the country speaks, not the minister.
        return Told(sentence, "reported", scene.heard(own, sentence.paragraph))
    if REMARKS.search(sentence.words) and not SAYING.search(sentence.words):
        return Told(sentence, "narration", None)
    if voice:
        return Told(sentence, "reported", voice)
    scene.seen(sentence.words, sentence.paragraph)
    return Told(sentence, "narration", None)


def stance(sentence: Sentence, scene: Scene, *, first: bool) -> bool:
    """Whether the country itself speaks: `China on Tuesday urged ...` in the lead, `China hopes ...` anywhere."""
    match = OWN_STANCE.match(sentence.words)
    if not match or match["who"].removesuffix(" side").removesuffix(" government") not in scene.company.home:
        return False
    return first or sentence.paragraph == 0 or OWN_PRESENT.match(match["verb"]) is not None


def direct(text: str, sentence: Sentence, found: Sequence[Quote]) -> bool:
    """Whether a sentence quotes a clause, not only words."""
    return any(
        saying(text, sentence, max(start, sentence.start), min(end, sentence.end))
        for quote in found
        for start, end in quote.spans
        if start < sentence.end and end > sentence.start
    )


def saying(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a quoted stretch of a sentence is a saying of its own."""
    if sentence.quoted:
        return True
    stretch, before = text[start:end], text[max(sentence.start, start - NEAR) : start]
    words = len(stretch.split())
    behind = text[end : sentence.end].lstrip()
    capital = stretch.lstrip("“”\"„«‘'")[:1].isupper()
    if not before.strip():
        return bool(ENDS_SAYING.search(stretch)) or behind[:1] in (",", "-", "—", "–") and words > 2
    if COLON.search(before) and VERB.search(before):
        return words >= CLAUSE_WORDS or capital and words > 1
    inserted = INSERTED.match(sentence.words[: start - sentence.start]) and not INTRO.match(before)
    if inserted and not capital and words < SAYING_WORDS:
        return False
    if INTRODUCES.search(before) and (VERB.search(before[-60:]) or FILLER in sentence.words[: start - sentence.start]):
        return words > 2 and (ENDS_SAYING.search(stretch) is not None or words >= SAYING_WORDS)
    if capital and words >= CLAUSE_WORDS and ENDS_SAYING.search(stretch) and VERB.search(before):
        return True
    share = words / len(text[sentence.start : sentence.end].split())
    return words >= SAYING_WORDS and share > 0.5


def carried(told: Sequence[Told], found: Sequence[Quote], main: Voice | None) -> list[Told]:
    """The sentences, quotations without a speaker given the one of their quotation, their paragraph, or before."""
    rows = list(told)
    for place, row in enumerate(rows):
        if row.mode == "direct_quote" and row.voice is None:
            voice = same_quote(told, row, found) or neighbour(rows, place) or main
            rows[place] = replace(row, voice=voice)
    return rows


def same_quote(told: Sequence[Told], row: Told, found: Sequence[Quote]) -> Voice | None:
    """Who is named in another sentence that shares the quotation."""
    for quote in found:
        if quote.start < row.sentence.end and quote.end > row.sentence.start:
            sharing = [other for other in told if touches(quote, other.sentence) and other.mode == "direct_quote"]
            # Who is named behind a quotation speaks it sooner than who is named before it.
            for other in sorted(sharing, key=lambda other: other.sentence.start < row.sentence.start):
                if other.voice:
                    return other.voice
    return None


def touches(quote: Quote, sentence: Sentence) -> bool:
    """Whether a quotation and a sentence overlap."""
    return any(start < sentence.end and end > sentence.start for start, end in quote.spans)


def neighbour(rows: Sequence[Told], place: int) -> Voice | None:
    """Who speaks before the sentence in its paragraph, behind it there, or last in the report."""
    paragraph = rows[place].sentence.paragraph
    before = [row.voice for row in rows[:place] if row.voice and row.voice.person]
    inside = [row.voice for row in rows[:place] if row.voice and row.sentence.paragraph == paragraph]
    behind = [row.voice for row in rows[place:] if row.voice and row.sentence.paragraph == paragraph]
    return next(iter((*inside[::-1], *behind, *before[::-1])), None)


def statement(told: Told) -> Statement:
    """The record of a sentence."""
    sentence, voice = told.sentence, told.voice
    return Statement(
        sentence.start,
        sentence.end,
        voice.name if voice else None,
        voice.role if voice else "narrator",
        told.mode,
    )
