"""Markdown files with YAML front matter as documents, hard-wrapped paragraphs joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import yaml

from briefings.models import Document, Page, Refused
from briefings.text import decoded, laid_out, tidy

FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(.*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.S)
BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
# Two spaces or a backslash at the end of a line break it; a no-break space there is only spacing between sentences.
HARD_BREAK = re.compile(r"(?: {2,}|\\)\n|\n(?=[-*+•]\s+\S)")
BULLET = re.compile(r"[-*+•]\s+(?=\S)")
HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#*)?$")
RULE = re.compile(r"(?:[-*_#]\s*){3,}$|=+$")
LABEL = re.compile(r"[*_]*(?:Q\b|[A-Z][A-Z.’' -]+:)")
ENDING = (".", "?", "!", ":", "—", "”", '"', ")", "*")
LONG = 60
"""Characters of a line that would hardly be left unfinished as a line of its own."""
BOLD = re.compile(r"\*\*(?=\S)(.+?)\*\*")
QUOTED = re.compile(r"(?:>\s?)+")

# Struck words were withdrawn by the publisher, the correction stands beside them in brackets.
STRUCK = re.compile(r"<(s|del|strike)>.*?</\1>|~~[^~\n]{1,500}?~~", re.S | re.I)
COMMENT = re.compile(r"<!--.*?-->", re.S)
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(\s*<?[^)\s>]*>?(?:\s+\"[^\"]*\")?\s*\)")
ADDRESS = re.compile(r"<((?:https?://|mailto:)?[^\s<>]+[@:./][^\s<>]+)>")
TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
STARS = re.compile(r"(?<!\\)\*+")
UNDERLINES = re.compile(r"(?<![\w\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?!\w)")
ESCAPE = re.compile(r"\\(\s|[!-/:-@\[-`{-~])")


def document(page: Page) -> Document:
    """The visible text of a Markdown file, its front matter apart as title and facts.

    Raises:
        Refused: `unreadable` where the front matter is no YAML.
    """
    source = decoded(page).replace("\r\n", "\n")
    facts: dict[str, str] = {}
    if front := FRONT_MATTER.match(source):
        facts = front_matter(front[1] or "")
        source = source[front.end() :]
    return laid_out(page, paragraphs(source), title=facts.get("title", ""), meta=facts)


def front_matter(source: str) -> dict[str, str]:
    """The facts of the front matter, keys in small letters, every value as it is written.

    Raises:
        Refused: `unreadable` where it is no YAML.
    """
    try:
        facts = yaml.load(source, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        where = str(error).splitlines()[0]
        raise Refused("unreadable", f"the front matter is no YAML ({where}): correct it or take it out") from None
    if not isinstance(facts, dict):
        return {}
    return {str(key).lower(): tidy(value) for key, value in facts.items() if isinstance(value, str)}


def paragraphs(source: str) -> Iterator[tuple[str, str, int]]:
    """Each paragraph as (visible words, tag, length of its bold beginning)."""
    for block in BLANK.split(COMMENT.sub("", STRUCK.sub("", source))):
        for line in whole_lines(HARD_BREAK.split(block)):
            words, tag = unmarked(tidy(line))
            if shown := visible(words):
                strong = BOLD.match(words)
                yield shown, tag, len(visible(strong[1])) if strong else 0


def whole_lines(lines: list[str]) -> Iterator[str]:
    """The lines of a block, those joined again that a break cut within a sentence."""
    whole = ""
    for line in lines:
        if runs_on(whole.rstrip(), line.lstrip()):
            whole = f"{whole} {line}"
            continue
        yield whole
        whole = line
    yield whole


def runs_on(before: str, after: str) -> bool:
    """Whether a sentence goes on after a break: it does not end before it, and what follows is no label."""
    if not before or not after or before.endswith(ENDING) or BULLET.match(after):
        return False
    return after[0].islower() or (len(before) > LONG and not LABEL.match(after))


def unmarked(line: str) -> tuple[str, str]:
    """A line without the mark that says what it is, and what it is."""
    line = QUOTED.sub("", line, count=1) if line.startswith(">") else line
    if RULE.match(line):
        return "", "hr"
    if heading := HEADING.match(line):
        return heading[2], f"h{len(heading[1])}"
    if bullet := BULLET.match(line):
        return line[bullet.end() :], "li"
    return line, "p"


def visible(words: str) -> str:
    """The words as a reader sees them: no links, emphasis, tags or escapes."""
    words = LINK.sub(r"\1", IMAGE.sub("", words))
    words = TAG.sub("", ADDRESS.sub(r"\1", words))
    words = UNDERLINES.sub("", STARS.sub("", words))
    return tidy(unescape(ESCAPE.sub(r"\1", words)))
