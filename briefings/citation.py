"""How a file made here is cited: in plain words, and for BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass

NAME = "Briefing room"
SPECIAL = re.compile(r"[\\{}$&#%_~^]")
SPELT = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation names."""

    title: str
    filters: str
    """The filters in words."""
    sources: str
    """Their names."""
    held: str
    """The slice in numbers: `439 briefings · ... · 11 May 2018 – 31 Mar 2020`."""
    release: str
    """The hash of the release's rows."""
    loaded: str
    """The day on which the release was loaded, in ISO form."""
    program: str
    synthetic: bool
    sha256: str
    permalink: str


def plain(cited: Cited) -> str:
    """The citation in one paragraph."""
    made_up = " Synthetic sample: invented, not any government\u2019s words." if cited.synthetic else ""
    return (
        f"{NAME}: \u201c{cited.title}\u201d ({cited.filters}; {cited.held}). Source: {cited.sources}. "
        f"Release {cited.release}, loaded {cited.loaded}, program {cited.program}.{made_up} {cited.permalink} "
        f"(SHA-256 of the file {cited.sha256})."
    )


def bibtex(cited: Cited) -> str:
    """The citation as an entry of a BibTeX file."""
    made_up = "synthetic sample, not any government's words; " if cited.synthetic else ""
    made = f"source: {cited.sources}; release {cited.release}, program {cited.program}"
    note = f"{made_up}{cited.filters}; {cited.held}; {made}"
    fields = {
        "author": f"{{{NAME}}}",
        "title": f"{{{escaped(cited.title)}}}",
        "year": cited.loaded[:4],
        "note": escaped(f"{note}; SHA-256 {cited.sha256}"),
        "howpublished": f"\\url{{{address(cited.permalink)}}}",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{briefings-{cited.release[:8]}-{cited.sha256[:8]},\n{lines}}}\n"


def escaped(text: str) -> str:
    """A text as BibTeX and LaTeX take it: on one line, with no sign that commands."""
    return SPECIAL.sub(lambda found: SPELT.get(found[0], f"\\{found[0]}"), " ".join(text.split()))


def address(link: str) -> str:
    """A link that ends neither the field nor the command it stands in."""
    return link.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")
