"""What changed between two wordings: words added and dropped, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import Literal

Kind = Literal["same", "ins", "del"]
BREAK = "\n"
BRIDGE = 2
"""So few equal words between two changes belong to the change: a line of single words cannot be read."""
CONTEXT = 200
"""Characters of unchanged words shown beside a change."""
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
"""Quotation marks of another shape are no other wording."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have, or only the later (`ins`), or only the earlier (`del`)."""

    kind: Kind
    text: str


Paragraph = tuple[Piece, ...]


def paragraphs(earlier: Sequence[str], later: Sequence[str]) -> list[Paragraph]:
    """Both versions as one text; paragraphs that are equal are one piece each."""
    found: list[Paragraph] = []
    for kind, a, b, c, d in matched(earlier, later):
        if kind == "equal":
            found.extend((Piece("same", text),) for text in earlier[a:b])
        else:
            found.extend(reworded(earlier[a:b], later[c:d]))
    return found


def matched(earlier: Sequence[str], later: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The steps from one sequence to the other."""
    old, new = ([text.translate(STRAIGHT) for text in texts] for texts in (earlier, later))
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def reworded(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraphs that differ, compared word by word."""
    old, new = words(earlier), words(later)
    pieces: list[Piece] = []
    for kind, a, b, c, d in bridged(matched(old, new)):
        if kind == "equal":
            pieces.append(Piece("same", " ".join(old[a:b])))
            continue
        both = (Piece("del", " ".join(old[a:b])), Piece("ins", " ".join(new[c:d])))
        pieces.extend(piece for piece in both if piece.text)
    yield from broken(pieces)


def words(texts: Iterable[str]) -> list[str]:
    """The words of paragraphs, with a mark where one paragraph ends."""
    return BREAK.join(texts).replace(BREAK, f" {BREAK} ").split(" ")


def bridged(steps: Iterable[tuple[str, int, int, int, int]]) -> Iterator[tuple[str, int, int, int, int]]:
    """The steps, changes that hardly anything stands between made one."""
    steps = list(steps)
    current: tuple[str, int, int, int, int] | None = None
    for place, (kind, a, b, c, d) in enumerate(steps):
        inner = 0 < place < len(steps) - 1
        if kind == "equal" and not (inner and b - a <= BRIDGE):
            if current:
                yield current
            current = None
            yield kind, a, b, c, d
        else:
            current = ("replace", current[1], b, current[3], d) if current else ("replace", a, b, c, d)
    if current:
        yield current


def broken(pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """The pieces as paragraphs, cut where either version ends one."""
    paragraph: list[Piece] = []
    for piece in pieces:
        first, *others = (part.strip(" ") for part in piece.text.split(BREAK))
        paragraph.append(Piece(piece.kind, first))
        for part in others:
            yield tuple(each for each in paragraph if each.text)
            paragraph = [Piece(piece.kind, part)]
    yield tuple(each for each in paragraph if each.text)


def changed(paragraph: Paragraph) -> bool:
    """Whether the versions differ in a paragraph."""
    return any(piece.kind != "same" for piece in paragraph)


def html(found: Sequence[Paragraph]) -> str:
    """The changed paragraphs, each with the beginning of its unchanged neighbours."""
    differ = [number for number, paragraph in enumerate(found) if changed(paragraph)]
    near = {number + step for number in differ for step in (-1, 0, 1) if 0 <= number + step < len(found)}
    parts, before = [], -1
    for number in sorted(near):
        parts.append('<p class="chrome">\u2026</p>' if number > before + 1 else "")
        parts.append(shown(found[number]))
        before = number
    parts.append('<p class="chrome">\u2026</p>' if before < len(found) - 1 else "")
    return f'<div class="redline">{"".join(parts)}</div>'


def shown(paragraph: Paragraph) -> str:
    """One paragraph: around its changes, or its beginning where there are none."""
    if not changed(paragraph):
        text = " ".join(piece.text for piece in paragraph)
        return f'<p class="chrome">{escape(ends(text, 0, CONTEXT))}</p>'
    last = len(paragraph) - 1
    return f"<p>{' '.join(tagged(piece, place == 0, place == last) for place, piece in enumerate(paragraph))}</p>"


def tagged(piece: Piece, first: bool, last: bool) -> str:
    """One piece in its element; of unchanged words, what stands near a change."""
    if piece.kind == "same":
        return escape(ends(piece.text, 0 if last else CONTEXT, 0 if first else CONTEXT))
    return f"<{piece.kind}>{escape(piece.text)}</{piece.kind}>"


def ends(text: str, final: int, initial: int) -> str:
    """The first and the last characters of a text, cut at words, the middle left out."""
    if len(text) <= final + initial + CONTEXT // 2:
        return text
    head = text[:initial].rsplit(" ", 1)[0] + " " if initial else ""
    tail = " " + text[len(text) - final :].split(" ", 1)[-1] if final else ""
    return f"{head}\u2026{tail}"


def size(found: Iterable[Paragraph]) -> tuple[int, int]:
    """How many words were added and dropped."""
    pieces = [piece for paragraph in found for piece in paragraph]
    added, dropped = (sum(len(piece.text.split()) for piece in pieces if piece.kind == kind) for kind in ("ins", "del"))
    return added, dropped
