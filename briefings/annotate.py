"""A briefing with everything that depends only on its text: tokens, topics with their hits, a sketch of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefings import sketch, topics
from briefings.lexicon import Lexicon
from briefings.models import Briefing, Exchange, Statement, Turn
from briefings.text import words


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in its place, with its words as they are compared."""

    position: int
    turn: int
    exchange: int
    statement: Statement
    tokens: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words it has; a possessive ending is none."""
        return len(self.tokens) - self.tokens.count("'s")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A briefing, its statements in order, and what each exchange is about."""

    briefing: Briefing
    said: tuple[Said, ...]
    topics: tuple[topics.ExchangeTopics, ...]
    body: str
    """Digest of the words said: equal for two copies of one briefing."""
    sketch: list[int]


def annotated(briefing: Briefing, lexicon: Lexicon) -> Annotated:
    """The briefing with its tokens, topics, digest and sketch."""
    said = tuple(statements(briefing))
    spoken = [token for each in said for token in each.tokens]
    body = sketch.digest(briefing.source, briefing.ministry, " ".join(spoken) if spoken else briefing.text)
    return Annotated(briefing, said, topics.annotated(briefing, lexicon), body, sketch.sketch(spoken))


def statements(briefing: Briefing) -> Iterator[Said]:
    """Every statement of the briefing with its place and its tokens."""
    position = 0
    for turn_number, (exchange_number, turn) in enumerate(turns(briefing.exchanges)):
        for statement in turn.statements:
            said = words(briefing.text[statement.start : statement.end])
            yield Said(position, turn_number, exchange_number, statement, said)
            position += 1


def turns(exchanges: tuple[Exchange, ...]) -> Iterator[tuple[int, Turn]]:
    """Every turn with the number of its exchange."""
    for number, exchange in enumerate(exchanges):
        for turn in exchange.turns:
            yield number, turn
