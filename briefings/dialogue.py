"""The turns of a transcript whose paragraphs open with labels: announcements, questions, answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefings.exchanges import said
from briefings.labels import NAMED, Cast, Label, host, label, separator
from briefings.models import Document, Line, Turn, TurnKind
from briefings.people import Speaker

# A label that was glued to the end of the paragraph before it.
INNER = re.compile(r"(?<=[.?!\"”’)])\s+(?=(?P<name>[QA]|Follow-up|Journalist|[A-Z][a-z]+ [A-Z]?[a-z]+)\s?[:：])")
FIXED = frozenset({"Q", "A", "Follow-up", "Journalist"})
ANOTHER = re.compile(
    r"(?:At the (?:joint )?invitation|(?:Invited|As agreed|Entrusted|Designated) by|As agreed between|"
    r"The Foreign Ministry and |(?:[IVX]{1,4}|[1-9])\.\s)"
)
# The notices that close a press conference: when the next one is, or what the ministry will host.
NOTICE = re.compile(
    r"(?:The )?(?:Foreign Ministry|Ministry of Foreign Affairs|MFA) and the [^.]{5,90} will (?:jointly )?ho(?:ld|st) |"
    r"(?=[^.]*\b(?:press conferences?|press briefings?|briefing)\b)(?:[^.]|\.(?=\w|\s?m\b))*?\b"
    r"(?:(?:will|to) (?:also |again )?"
    r"(?:be (?:\w+ )?(?:held|adjourned|resumed|suspended|cancell?ed|postponed|in recess|moved)|"
    r"adjourn|recess|resume|start|begin|take a)|there will be no|will not be|is adjourned)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or what follows a label glued into one."""

    start: int
    end: int
    bold: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A turn whose sentences are not yet told apart."""

    kind: TurnKind
    label: Label | None
    bold: bool
    """All of it so far is bold."""
    spans: tuple[tuple[int, int], ...] = ()


def turns(
    document: Document, lines: Sequence[Line], cast: Cast, voice: Callable[[str | None], Speaker]
) -> tuple[Turn, ...]:
    """The turns of the page's body; `voice` gives the speaker for a label, or for none: the page's spokesperson."""
    text = document.text
    spoken = (finished(draft, text, voice) for draft in closed(drafts(text, lines, cast), text))
    return tuple(turn for turn in spoken if turn.statements)


def finished(draft: Draft, text: str, voice: Callable[[str | None], Speaker]) -> Turn:
    """A turn with its speaker and its sentences."""
    read = draft.label
    asks = draft.kind == "question"
    who = Speaker(None, "reporter") if asks else voice(read.speaker if read else None)
    statements = said(text, draft.spans, speaker=who.name, role=who.role)
    outlet, printed = (read.outlet, read.printed) if read else (None, None)
    return Turn(draft.kind, who.name, who.role, outlet, printed, statements)


def drafts(text: str, lines: Sequence[Line], cast: Cast) -> list[Draft]:
    """The body cut at its labels, its separators and where bold gives way to plain."""
    found: list[Draft] = []
    marked = questions_are_bold(text, lines, cast)
    fresh = True
    for part in parts(text, lines, cast):
        words = text[part.start : part.end]
        if separator(words):
            fresh = True
            continue
        current = None if fresh else found[-1]
        asked = current is not None and current.kind == "question"
        read = label(words, part.bold, cast, marked=marked, asked=asked, opening=not found)
        bold = part.bold >= 0.9 * len(words)
        kind: TurnKind | None
        if read:
            kind = labelled(read, found, fresh=fresh)
        else:
            kind = unlabelled(words, current, bold=bold and marked, first=not found)
        if kind or current is None:
            found.append(Draft(kind or "announcement", read, bold))
        found[-1] = extended(found[-1], part, read.length if read else 0, bold=bold)
        fresh = False
    return found


def extended(draft: Draft, part: Part, skip: int, *, bold: bool) -> Draft:
    """A draft with one more paragraph, less its label."""
    start = part.start + skip
    if start >= part.end:
        return draft
    return replace(draft, spans=(*draft.spans, (start, part.end)), bold=draft.bold and bold)


def labelled(read: Label, found: list[Draft], *, fresh: bool) -> TurnKind:
    """The kind of turn a label opens: a spokesperson named where nobody has asked announces something."""
    unasked = not found or found[-1].kind == "announcement" or (fresh and found[-1].kind == "answer")
    return "announcement" if unasked and read.speaker else read.kind


def unlabelled(words: str, current: Draft | None, *, bold: bool, first: bool) -> TurnKind | None:
    """The kind of turn an unlabelled paragraph opens; null where it goes on with the one before."""
    if current is None:
        return "question" if bold and not first else "announcement"
    if current.kind == "question":
        return "answer" if current.bold and current.spans and not bold else None
    if bold:
        return "question"
    return "announcement" if current.kind == "announcement" and ANOTHER.match(words) else None


def questions_are_bold(text: str, lines: Sequence[Line], cast: Cast) -> bool:
    """Whether the page sets whole questions in bold, so that bold alone tells who speaks."""
    labels = ((line, NAMED.match(text, line.start, line.end)) for line in lines)
    asking = [line for line, match in labels if line.bold or (match and match["name"] == "Q")]
    whole = sum(line.bold >= 0.9 * (line.end - line.start) for line in asking)
    answers = sum(bool(answered(text, line, cast)) for line in asking)
    return whole > len(asking) - whole - answers


def answered(text: str, line: Line, cast: Cast) -> bool:
    """Whether a paragraph opens with the name of a spokesperson."""
    match = NAMED.match(text, line.start, line.end)
    return match is not None and host(match["name"], cast) is not None


def parts(text: str, lines: Sequence[Line], cast: Cast) -> Iterator[Part]:
    """The paragraphs, cut once more where a label is glued into one."""
    for line in lines:
        glued = INNER.finditer(text, line.start, line.end)
        cuts = [match.end() for match in glued if match["name"] in FIXED or host(match["name"], cast)]
        for start, end in zip((line.start, *cuts), (*cuts, line.end), strict=True):
            yield Part(start, end, max(0, min(line.bold - (start - line.start), end - start)))


def closed(found: list[Draft], text: str) -> list[Draft]:
    """The drafts, with a notice of the next press conference at the end of the last answer set apart."""
    if not found or found[-1].kind != "answer":
        return found
    last = found[-1]
    cut = next((at for at, span in enumerate(last.spans) if at and NOTICE.match(text, *span)), None)
    if cut is None:
        return found
    notice = Draft("announcement", None, False, last.spans[cut:])
    return [*found[:-1], replace(last, spans=last.spans[:cut]), notice]
