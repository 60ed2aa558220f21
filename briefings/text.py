"""Visible text: a page's bytes become a document of paragraphs, paragraphs become sentences and tokens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import sentencex

from briefings.encoding import encoding, is_binary
from briefings.models import Document, Line, Page, Refused

WHITE = re.compile(r"\s+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u2060\ufeff]")
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)""", re.I)

# A word keeps its inner hyphens, a number its separators, initials their points (win-win, 3.5, U.S.); the possessive
# ending is a token of its own, so that whoever looks for China finds China's.
UNIT = r"(?:(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+)"
TOKEN = re.compile(rf"{UNIT}(?:[-\u2010\u2011]{UNIT}|['\u2019](?!s\b|S\b)[^\W_]+)*|(?<=[^\W_])['\u2019][sS]\b")
UNITED_STATES = re.compile(r"(?<![^\W_])U\.?S\.?(?:A\.?)?(?![^\W_])")


# Where the splitter cuts though no sentence ends: behind a title (not `Hun Sen.`), a time of day, a number that counts
# paragraphs off, within initials, and before a small letter.
TITLE = re.compile(r"(?<!\bHun )\b(?:Mr|Ms|Mrs|Dr|Gov|Sen|Rep|Adm|Brig|Maj|Capt|Cmdr|Amb|Hon|Rev|Messrs|vs|approx)\.$")
COUNTED = re.compile(r"(?:[IVX]{1,4}|\d{1,2})\.")
CLOCK = re.compile(r"\d ?[ap]\.m\.$")
DAY = re.compile(
    r"\s*(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|[A-Z][a-z]{2,8}\.? (?:time|\d)|local|GMT|E[SD]T|UTC|\()"
)


def tidy(text: str) -> str:
    """The text in NFC with white space folded to single spaces and control characters gone."""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():  # control characters are not, and most texts hold none
        composed = CONTROL.sub("", composed)
    return " ".join(composed.split())


def decoded(page: Page) -> str:
    """The page's characters, by its declared encoding where that fits, else by detection.

    Raises:
        Refused: `binary` where the bytes are no text, `unreadable` where no encoding fits.
    """
    content = page.content
    if is_binary(content):
        raise Refused("binary", "holds binary data, not text: pass the page as HTML or plain text")
    declared = DECLARED.search(content[:4096])
    name = encoding(content, declared.group(1).decode("ascii") if declared else None)
    if name is None:
        raise Refused("unreadable", "no known encoding fits the bytes: save the page again as UTF-8")
    # A page may be cut within its last character, or hold a byte beyond what was detected by.
    return content.decode(name, errors="replace")


def laid_out(page: Page, paragraphs: Iterator[tuple[str, str, int]], **facts: object) -> Document:
    """A document of (words, tag, bold length) paragraphs, one per line of its text."""
    lines, words, start = [], [], 0
    for text, tag, bold in paragraphs:
        lines.append(Line(start, start + len(text), tag, bold))
        words.append(text)
        start += len(text) + 1
    return Document(page, "\n".join(words), tuple(lines), **facts)  # type: ignore[arg-type]


def plain(page: Page) -> Document:
    """A plain text page: every line that is not blank is a paragraph."""
    rows = (tidy(row) for row in decoded(page).splitlines())
    return laid_out(page, ((row, "", 0) for row in rows if row))


class Compared(dict[str, str]):
    """Words as they are compared, by how they are written; each is worked out once, and long runs begin afresh."""

    MOST = 262_144

    def __missing__(self, word: str) -> str:
        if len(self) >= self.MOST:
            self.clear()
        made = self[word] = compared(word)
        return made


def compared(word: str) -> str:
    """A word as it is compared: case folded, the United States spelt `US` in capitals, never like the pronoun."""
    parts = UNITED_STATES.sub("\0", word).replace("\u2019", "'").replace("\u2011", "-").replace("\u2010", "-")
    return parts.casefold().replace("\0", "US")


# A look into a dictionary takes half the time of a cached call, and every word of every page passes here.
token = Compared().__getitem__


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word with its offsets: (token, start, end). `US`, `U.S.` and `USA` are one token, `US`."""
    for match in TOKEN.finditer(text):
        yield token(match.group()), match.start(), match.end()


def words(text: str) -> tuple[str, ...]:
    """Every word of the text as it is compared, where no offsets are needed."""
    return tuple(map(token, TOKEN.findall(text)))


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of `text[start:end]`, white space at their edges left out."""
    begun: int | None = None
    for first, last in cuts(text, start, end):
        begun = first if begun is None else begun
        if last == end or not unfinished(text, begun, last):
            yield begun, last
            begun = None
    if begun is not None:
        yield begun, last


def cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences as the splitter sees them."""
    for bound in sentencex.get_sentence_boundaries("en", text[start:end]):
        piece = bound["text"]
        first = start + bound["start_index"] + len(piece) - len(piece.lstrip())
        last = start + bound["end_index"] - (len(piece) - len(piece.rstrip()))
        if first < last:
            yield first, last


def unfinished(text: str, first: int, last: int) -> bool:
    """Whether a sentence goes on behind the place where the splitter cut it."""
    ending, following = text[max(first, last - 12) : last], text[last : last + 16]
    if following[:1].isupper() and ending[-2:-1].isupper() and following[1:2] == ".":
        return True
    if TITLE.search(ending) or following.lstrip()[:1].islower() or COUNTED.fullmatch(text, first, last):
        return True
    return bool(CLOCK.search(ending) and DAY.match(following))


def raw(page: Page) -> Document:
    """The page's characters untouched, as one paragraph: for sources that lay out their own text."""
    characters = decoded(page)
    return Document(page, characters, (Line(0, len(characters)),))
