"""A statement and its target as a model reads them: numbered word pieces, the target marked, own names masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tokenizers import Tokenizer

from briefings.targets import Target, Targets, mentions

START, END, OPEN, CLOSE, COLON = 101, 102, 1031, 1033, 1024
"""Numbers of `[CLS]`, `[SEP]`, `[`, `]` and `:` in BERT's word list."""
OWN = 1
"""The first unused number of that list: stands for every name of the government that speaks."""
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


def marked(pairs: Sequence[Pair], targets: Targets, tokenizer: Tokenizer) -> list[Marked]:
    """Each pair as the models read it."""
    encodings = tokenizer.encode_batch([pair.sentence for pair in pairs], add_special_tokens=False)
    rows = []
    for pair, encoding in zip(pairs, encodings, strict=True):
        names = named(pair, targets)
        title = titled(pair.target.title, tokenizer)
        rows.append(_row(title, encoding.ids, encoding.offsets, *names))
    return rows


def named(pair: Pair, targets: Targets) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where a sentence names the target, and where the government that speaks."""
    own = _own(pair.government, targets)
    found = mentions(pair.sentence, targets)
    target = [(start, end) for name, start, end in found if name == pair.target.id]
    selves = [(start, end) for name, start, end in found if name == own and name != pair.target.id]
    return target or written(pair), selves or literal(pair.sentence, pair.government)


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


@lru_cache(maxsize=4096)
def titled(title: str, tokenizer: Tokenizer) -> tuple[int, ...]:
    """The word pieces of a target's title."""
    return tuple(tokenizer.encode(title, add_special_tokens=False).ids)


def _row(
    title: Sequence[int],
    ids: Sequence[int],
    spans: Sequence[tuple[int, int]],
    target: Sequence[tuple[int, int]],
    own: Sequence[tuple[int, int]],
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
        if not of_target and within(span, own):
            if body and body[-1][0] == OWN:
                continue
            number = OWN
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


def window(
    body: list[tuple[int, bool, tuple[int, int]]], length: int
) -> list[tuple[int, bool, tuple[int, int]]]:
    """As many pieces as fit, around the first of the target's."""
    if len(body) <= length:
        return body
    first = next((place for place, (_, flag, _) in enumerate(body) if flag), 0)
    start = max(0, min(first - length // 2, len(body) - length))
    return body[start : start + length]
