"""Transcripts as HTML: questions and answers in the frame of a ministry's own site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from random import Random
from typing import Any

from making.asking import Asked
from making.days import long
from making.plan import Planned

FRAME = """<!-- {notice} -->
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="generator" content="briefings sample (synthetic)" />
<meta name="ministry" content="{ministry}" />
<title>{title}</title>
</head>
<body>
<div class="notice">{notice}</div>
<div class="header"><div class="lang"><a href="#">Français</a> <a href="#">Español</a></div></div>
<div class="nav"><ul><li><a href="#">Home</a></li><li><a href="#">The Ministry</a></li>\
<li><a href="#">Press and Media Service</a></li></ul></div>
<div class="container">
<div class="urhere"><a href="#">Home</a>&nbsp;&gt;&nbsp;<a href="#">Press and Media Service</a>&nbsp;&gt;&nbsp;\
<a href="#">Regular Press Conference</a></div>
<div class="content_mod">
<h2 class="title">{title}</h2>
<h2 id="News_Body_subitle"></h2>
<h2 id="News_Body_source"></h2>
<div class="date" id="News_Body_Time"></div>
<div class="content">
{content}
</div>
<div class="tool"><a href="#">Suggest to a friend</a> <a href="#">Print</a></div>
<div class="tool" id="id_RelNewsList">
<div>Related News:</div>
<div class="newsLst_mod"><ul>
{related}
</ul></div>
</div>
</div>
</div>
<div class="footer"><div class="copyright">Ministry of Foreign Affairs of Valdoria (invented)<br />\
Contact us Address: 1, Lantern Quay, Port Aurel</div></div>
</body>
</html>
"""


def title(page: Planned) -> str:
    """The headline of a transcript."""
    return f"Foreign Ministry Spokesperson {page.speaker['name']}'s Regular Press Conference on {long(page.day)}"


def transcript(page: Planned, earlier: Sequence[Planned], world: Mapping[str, Any]) -> str:
    """A briefing's page, with links to the ones before it."""
    related = (f'<li><a href="./{one.id}.html">{escape(title(one), quote=False)}</a></li>' for one in earlier)
    return FRAME.format(
        notice=world["notice"],
        ministry=world["ministry"][page.ministry]["id"],
        title=escape(title(page), quote=False),
        content="\n".join(content(page)),
        related="\n".join(related),
    )


def content(page: Planned) -> Iterator[str]:
    """The paragraphs of a transcript."""
    rng = Random(f"layout {page.id}")
    for words in page.announcements:
        yield paragraph(words)
    for made in page.exchanges:
        yield from exchange(made, page.speaker["name"], rng)


def exchange(made: Asked, speaker: str, rng: Random) -> Iterator[str]:
    """One question with its answer, and the follow-up if there is one."""
    yield paragraph(f"{made.outlet}: {made.question}", bold=True)
    first, *others = split([*filter(None, [made.opening]), made.lead.words, *(one.words for one in made.more)], rng)
    yield paragraph(f"{speaker}: {first}")
    yield from (paragraph(words) for words in others)
    if made.follow_up:
        yield paragraph(f"Follow-up: {made.follow_up}", bold=True)
        yield paragraph(f"{speaker}: {made.reply}")


def split(words: list[str], rng: Random) -> list[str]:
    """Sentences gathered into paragraphs of two to four."""
    paragraphs = []
    while words:
        size = len(words) if len(words) <= 3 else rng.choice((2, 2, 3))
        paragraphs.append(" ".join(words[:size]))
        words = words[size:]
    return paragraphs


def paragraph(words: str, *, bold: bool = False) -> str:
    """One paragraph of the page."""
    marked = escape(words, quote=False)
    return f"<p><strong>{marked}</strong></p>" if bold else f"<p>{marked}</p>"
