"""Quotations and sentences of a report: which stretches stand in quotation marks, and where each sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.text import sentences

MARK = re.compile(r"[“”„‟\"«»＂]|``|''")
OPENING, CLOSING = "“„«", "”»"
FILLER = "\ue000"
ATTRIBUTED = re.compile(
    r"[\s,]*(?:(?:the|a|an)\s)?[\w.'’-]+(?:\s[\w.'’-]+){0,6}?\s(?:asked|said|says|told|wondered|replied|added|answered|"
    r"wrote|continued|exclaimed)\b(?:\.|,|\s(?:at|on|in|when|during|after|a|an|the|reporters|\w+day)\b|$)"
)
# `"The strait stays open." Lund said.`: a point where the comma should be.
ONLY_ATTRIBUTED = re.compile(
    r"(?:[\w.’'-]+\s){1,3}(?:said|added|noted|stressed|asked|replied)(?:\s\w+day|\s(?:at|in|on|when)\s[^,.]{2,60})?\.?"
)
LOST = re.compile(
    r"[,?!](?=\s(?:he|she|the\sspokes\w+|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)\s(?:said|added|noted|stressed|told|"
    r"asked|replied)\b)"
)
# The splitter takes these for ends: "5 p.m. Monday", "No. 4", "Gov. Lindqvist" where what follows is capitalised.
UNFINISHED = re.compile(r"(?:\b[ap]\.m\.|\b(?:Gov|Sen|Rep|Adm|Brig|Maj|Capt|Cmdr|Amb|Hon|Rev|Messrs|vs|approx)\.)$")
CLOCK_NEXT = re.compile(
    r"(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|[A-Z][a-z]{2,8}\.? (?:time|\d)|local|GMT|EST|UTC|\()"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """One saying in quotation marks, the marks included, over as many paragraphs as it runs."""

    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Behind its last mark."""
        return self.spans[-1][1]


def quotes(text: str, body: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
    """Every quotation of the body in order; one that a paragraph leaves open goes on if the next opens with a mark."""
    found: list[list[tuple[int, int]]] = []
    going = False
    for number, (start, end) in enumerate(body):
        stretches = list(marked(text, start, end))
        for place, (first, last, _) in enumerate(stretches):
            if going and place == 0 and first == start:
                found[-1].append((first, last))
            else:
                found.append([(first, last)])
        following = body[number + 1][0] if number + 1 < len(body) else end
        unclosed = bool(stretches) and not stretches[-1][2]
        going = unclosed and bool(MARK.match(text, following))
        if unclosed and not going:
            found[-1][-1] = (found[-1][-1][0], speech_end(text, *found[-1][-1]))
    return tuple(Quote(tuple(spans)) for spans in found)


def speech_end(text: str, start: int, end: int) -> int:
    """Where a quotation ends whose closing mark was lost: before the first `, she said`, else with its paragraph."""
    match = LOST.search(text, start, end)
    return match.start() + 1 if match else end


def marked(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The quoted stretches of a paragraph as (start, end, whether a mark closes it)."""
    opened: int | None = None
    for number, match in enumerate(MARK.finditer(text, start, end)):
        opens = opening(text, match, start, end, opened is not None)
        if opens and opened is None:
            opened = match.start()
        elif not opens and (opened is not None or number == 0 and text[match.start() - 1] in ",.?!"):
            # A first mark that closes what nothing opened: the opening one was lost at the paragraph's beginning.
            yield start if opened is None else opened, match.end(), True
            opened = None
    if opened is not None:
        yield opened, end, False


def opening(text: str, match: re.Match[str], start: int, end: int, inside: bool) -> bool:
    """Whether a mark opens a quotation: by its place between the words first: wires mix curly and straight."""
    before = match.start() == start or text[match.start() - 1] in " \u00a0([-—–:/‘'"
    after = match.end() < end and not text[match.end()].isspace()
    if before and after and not inside:
        return True
    if not before and (inside or not after):
        return False
    mark = match.group()
    if mark in OPENING or mark in CLOSING:
        return mark in OPENING
    return not inside


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one paragraph; a quotation of several sentences is split, its marks kept with their words."""
    blank = MARK.sub(lambda mark: " " * len(mark.group()), text[start:end])
    bounds = [first for first, _ in sentences(blank, 0, len(blank))]
    starts = [0, *(opened(text, start, start + first) - start for first in bounds[1:])]
    spans: list[tuple[int, int]] = []
    for first, last in zip(starts, [*starts[1:], end - start], strict=True):
        span = stripped(text, start + first, start + last)
        if spans and (span[0] >= span[1] or continues(text[slice(*spans[-1])], text[slice(*span)])):
            spans[-1] = (spans[-1][0], max(span[1], spans[-1][1]))
        else:
            spans.append(span)
    return spans


def opened(text: str, start: int, first: int) -> int:
    """A sentence's first character, its opening mark included."""
    while first > start and not text[first - 1].isspace():
        first -= 1
    return first


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its edges."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def continues(before: str, after: str) -> bool:
    """Whether what the splitter cut is one sentence: a quoted question and who asked it, or an abbreviation."""
    if UNFINISHED.search(before):
        return not re.search(r"[ap]\.m\.$", before) or bool(CLOCK_NEXT.match(after))
    if after[:1].islower():
        return True
    if re.search(r"\.[\"”]$", before):
        return bool(ONLY_ATTRIBUTED.fullmatch(after))
    return bool(re.search(r"[!?…][\"”]$", before) and ATTRIBUTED.match(after))


def masked(text: str, found: Sequence[Quote]) -> str:
    """The text with every quotation filled with one character, so that its words are no report's words."""
    characters = list(text)
    for quote in found:
        for start, end in quote.spans:
            characters[start:end] = FILLER * (end - start)
    return "".join(characters)
