"""A statement and its target as a model reads them: numbered word pieces, the target marked, own names masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tokenizers import Tokenizer

from briefings.targets import Mention, Target, Targets, mentions

START, END, OPEN, CLOSE, COLON = 101, 102, 1031, 1033, 1024
"""Numbers of `[CLS]`, `[SEP]`, `[`, `]` and `:` in BERT's word list."""
OWN, ACTOR, OTHER = 1, 2, 3
"""Unused numbers of that list: they stand for names of the government that speaks, of the target, of other actors."""
MASKED = ("country", "organisation", "group", "issue")
"""Kinds of target whose name says nothing of the stance; that of a dispute says what is disputed."""
LONGEST = 128
"""Word pieces that a model reads; of a longer statement those around the target."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement and a target to judge it toward, with the government that speaks."""

    government: str
    target: Target
    sentence: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A pair in word pieces: their numbers, which are the target's, and where each stands in the sentence."""

    ids: tuple[int, ...]
    target: tuple[bool, ...]
    spans: tuple[tuple[int, int], ...]
    """`sentence[start:end]` of each piece; empty spans for pieces that are not the sentence's."""


def marked(pairs: Sequence[Pair], targets: Targets, tokenizer: Tokenizer, masks: Sequence[bool]) -> list[Marked]:
    """Each pair as the models read it: with its names, or with masks for every actor and issue."""
    encodings = tokenizer.encode_batch([pair.sentence for pair in pairs], add_special_tokens=False)
    rows = []
    for pair, encoding, mask in zip(pairs, encodings, masks, strict=True):
        found = mentions(pair.sentence, targets)
        target = [(start, end) for name, start, end in found if name == pair.target.id] or written(pair)
        swaps = swapped(pair, targets, found, target) if mask else []
        rows.append(_row(heading(pair, tokenizer, mask), encoding.ids, encoding.offsets, target, swaps))
    return rows


def heading(pair: Pair, tokenizer: Tokenizer, mask: bool) -> tuple[int, ...]:
    """What stands before the sentence: who speaks on what, or a mask for the target."""
    if not mask:
        return titled(f"{pair.government} on {pair.target.title}", tokenizer)
    return (ACTOR,) if pair.target.kind in MASKED else titled(pair.target.title, tokenizer)


def swapped(
    pair: Pair, targets: Targets, found: Sequence[Mention], target: Sequence[tuple[int, int]]
) -> list[tuple[int, int, int]]:
    """Where a sentence names the target, the government that speaks, and others, with the mask for each."""
    own, kinds = _own(pair.government, targets), _kinds(targets)
    swaps = [(start, end, ACTOR) for start, end in target if pair.target.kind in MASKED]
    swaps += [(start, end, OWN) for name, start, end in found if name == own != pair.target.id]
    if own == pair.government:  # no target has this name: look for the name as it is written
        swaps += [(start, end, OWN) for start, end in literal(pair.sentence, pair.government)]
    shown = (own, pair.target.id)
    return swaps + [(start, end, OTHER) for name, start, end in found if name not in shown and kinds[name] in MASKED]


def written(pair: Pair) -> list[tuple[int, int]]:
    """Where a sentence spells the title of a target that has no entry of its own."""
    return literal(pair.sentence, pair.target.title)


def literal(sentence: str, words: str) -> list[tuple[int, int]]:
    """The first place of these words in a sentence, whatever their capitals."""
    start = sentence.casefold().find(words.casefold()) if words else -1
    return [(start, start + len(words))] if start >= 0 else []


@lru_cache(maxsize=1024)
def _own(government: str, targets: Targets) -> str:
    """The id of the target that this government is; its name if it is none."""
    entry = targets.named(government)
    return entry.id if entry else government


@lru_cache(maxsize=8)
def _kinds(targets: Targets) -> dict[str, str]:
    """The kind of every target."""
    return {entry.id: entry.kind for entry in targets.entries}


@lru_cache(maxsize=4096)
def titled(title: str, tokenizer: Tokenizer) -> tuple[int, ...]:
    """The word pieces of a target's title."""
    return tuple(tokenizer.encode(title, add_special_tokens=False).ids)


def _row(
    title: Sequence[int],
    ids: Sequence[int],
    spans: Sequence[tuple[int, int]],
    target: Sequence[tuple[int, int]],
    swaps: Sequence[tuple[int, int, int]],
) -> Marked:
    """The pieces of one pair: the title, a colon, the sentence with the target in brackets."""
    head = (START, *title, COLON)
    body: list[tuple[int, bool, tuple[int, int]]] = []
    inside = False
    for number, span in zip(ids, spans, strict=True):
        of_target = within(span, target)
        if of_target != inside:
            body.append((OPEN if of_target else CLOSE, False, (0, 0)))
        inside = of_target
        swap = next((by for start, end, by in swaps if start <= span[0] and span[1] <= end), 0)
        if swap:
            if body and body[-1][0] == swap:
                continue
            number = swap
        body.append((number, of_target, span))
    if inside:
        body.append((CLOSE, False, (0, 0)))
    body = window(body, LONGEST - len(head) - 1)
    flags = [flag for _, flag, _ in body]
    heads = [not any(flags)] * len(title)
    return Marked(
        (*head, *(number for number, _, _ in body), END),
        (False, *heads, False, *flags, False),
        (*((0, 0) for _ in head), *(span for _, _, span in body), (0, 0)),
    )


def within(span: tuple[int, int], places: Sequence[tuple[int, int]]) -> bool:
    """Whether a piece lies in one of these places."""
    return any(start <= span[0] and span[1] <= end for start, end in places)


def window(body: list[tuple[int, bool, tuple[int, int]]], length: int) -> list[tuple[int, bool, tuple[int, int]]]:
    """As many pieces as fit, around the first of the target's."""
    if len(body) <= length:
        return body
    first = next((place for place, (_, flag, _) in enumerate(body) if flag), 0)
    start = max(0, min(first - length // 2, len(body) - length))
    return body[start : start + length]
