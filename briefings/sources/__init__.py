"""Source formats: every module of this folder that has `recognises` and `parse` is one, no registry."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from briefings import html, markdown, text, unrecognised
from briefings.models import Briefing, Document, Page, Refused


class Source(Protocol):
    """What a source module offers."""

    ID: str
    """The source's id in `data/sources.toml`, such as `wire-report`."""

    def recognises(self, document: Document) -> bool:
        """Whether the page is in this format."""

    def parse(self, document: Document) -> Briefing:
        """The briefing on the page; raises Refused where there is none."""


READERS: dict[str, Callable[[Page], Document]] = {
    "text/html": html.document,
    "text/markdown": markdown.document,
    "text/plain": text.plain,
    "application/x-rows+json": text.raw,
}


@cache
def sources() -> tuple[Source, ...]:
    """Every source module, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(cast(Source, import_module(f"{__name__}.{name}")) for name in names)


def document(page: Page) -> Document:
    """The page made readable.

    Raises:
        Refused: the bytes are no text, or hold none.
    """
    readable = READERS[page.media](page)
    if not readable.text:
        raise Refused("empty", "the page has no visible text: save it again from the site")
    return readable


def parse(page: Page) -> Briefing:
    """The briefing on a page, by the first source that recognises it.

    Raises:
        Refused: no source recognises the page, or the one that does finds no briefing in it.
    """
    readable = document(page)
    for source in sources():
        if source.recognises(readable):
            return source.parse(readable)
    raise unrecognised.reason(readable)
