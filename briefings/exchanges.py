"""Turns become exchanges: each question with its answers, each announcement, each report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefings.models import Exchange, ExchangeKind, Mode, Role, Statement, Turn, TurnKind
from briefings.text import sentences

KINDS: dict[TurnKind, ExchangeKind] = {"announcement": "announcement", "report": "report"}


def exchanges(turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """The turns in order, grouped: a question opens an exchange unless it follows another question."""
    return tuple(Exchange(KINDS.get(group[0].kind, "qa"), tuple(group)) for group in groups(turns))


def groups(turns: Sequence[Turn]) -> Iterator[list[Turn]]:
    """Runs of turns that belong together."""
    group: list[Turn] = []
    for turn in turns:
        if group and opens(group[-1], turn):
            yield group
            group = []
        group.append(turn)
    if group:
        yield group


def opens(before: Turn, turn: Turn) -> bool:
    """Whether a turn begins a new exchange after the turn before it."""
    if turn.kind == "answer":
        return before.kind in KINDS
    return turn.kind in KINDS or before.kind != "question"


def said(
    text: str,
    spans: Iterable[tuple[int, int]],
    *,
    speaker: str | None,
    role: Role,
    mode: Mode = "transcript",
) -> tuple[Statement, ...]:
    """The statements of one speaker: every sentence of the spans, in order."""
    return tuple(
        Statement(first, last, speaker, role, mode)
        for start, end in spans
        for first, last in sentences(text, start, end)
    )
