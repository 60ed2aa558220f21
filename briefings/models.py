"""The records that pass between the steps: pages in, briefings out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Role = Literal["spokesperson", "reporter", "third_party", "narrator"]
Mode = Literal["direct_quote", "reported", "transcript", "narration"]
TurnKind = Literal["announcement", "question", "answer", "report"]
ExchangeKind = Literal["qa", "announcement", "report"]
Reason = Literal[
    "binary",
    "empty",
    "error_page",
    "list_page",
    "no_body",
    "no_columns",
    "no_date",
    "no_source",
    "unreadable",
]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it arrived: bytes, where from, and what they claim to be."""

    name: str
    """Path as given; a record inside a container is named `container#id`."""
    content: bytes
    media: str
    """`text/html`, `text/plain`, `text/markdown`, `application/x-rows+json`."""
    url: str | None = None
    fetched: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a document's visible text."""

    start: int
    end: int
    tag: str = ""
    """The nearest block element (`p`, `h1`, `li`, `td`, ...); empty for plain text."""
    bold: int = 0
    """How many leading characters of the paragraph are set in bold."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page made readable: its visible text in NFC, one paragraph per line."""

    page: Page
    text: str
    lines: tuple[Line, ...]
    title: str = ""
    """The `<title>` element, or the front matter's title."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """`<meta>` names and properties, or front matter keys, lower-cased."""
    images: tuple[str, ...] = ()
    """The `src` of every image, in page order."""

    def words(self, line: Line) -> str:
        """The text of one paragraph."""
        return self.text[line.start : line.end]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a turn: `text[start:end]` of its briefing."""

    start: int
    end: int
    speaker: str | None
    role: Role
    mode: Mode


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's continuous words."""

    kind: TurnKind
    speaker: str | None
    """The person's full name where known, else the label as printed; null for an unnamed reporter."""
    role: Role
    outlet: str | None
    label: str | None
    """The label as printed on the page, without its colon."""
    statements: tuple[Statement, ...]

    @property
    def start(self) -> int:
        """Offset of the first character of the first statement."""
        return self.statements[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character of the last statement."""
        return self.statements[-1].end


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, an opening announcement, or a whole report."""

    kind: ExchangeKind
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """One page or transcript of one occasion."""

    source: str
    ministry: str
    language: str
    """ISO 639-1. Only `en` is analysed; others carry no exchanges."""
    headline: str
    publication_date: date | None
    briefing_date: date | None
    date_source: str
    """Where the briefing date stands: `title`, `dateline`, `images`, `front matter`, ..., `unknown`."""
    city: str | None
    agency: str | None
    spokespersons: tuple[str, ...]
    url: str | None
    text: str
    exchanges: tuple[Exchange, ...]


class Refused(Exception):
    """A page that cannot become a briefing, with the reason and the remedy."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason: Reason = reason
        self.message = message


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A refused page, as stored: reason code, message, first 200 characters."""

    reason: Reason
    message: str
    excerpt: str
