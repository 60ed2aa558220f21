"""What on a wire report's page is not the report: navigation, captions, editors, ids, lists of other stories."""

from __future__ import annotations

import re

from briefings.models import Document, Line

# A line that closes the report wherever it stands, however it goes on.
CLOSING = re.compile(
    r"(?:key\s?words?\b\s*[:：]|explore\s+\w+net|\W*(?:web\s+)?editor(?:s|ial staff)?\s*[:：]|endit(?:em)?\b|"
    r"item ends?\b|"
    r"\(?for the latest|add your comments?|copyright\b|©|all rights reserved|licen[sc]e no|related\s+\w+\s*:?$|"
    r"source\s*[:：]|tags?\s*[:：]|\d{6,}$|友情链接|责任编辑|编辑[:：]|中文$|follow us|"
    r"scan the qr|\(?contact (?:us|the writers?)\b|\W*about us\b|-\s?30\s?-$|#{3,}$|\W*the end\W*$)",
    re.I,
)
# A line that closes it only where it is no sentence: these words begin sentences too.
HEADING = re.compile(
    r"(?:related|most\s+(?:read|viewed|popular|shared|discussed)|hot\s|top\s+(?:stories|news|headlines)|"
    r"latest|we recommend|recommended|read (?:more|also|next)|more\s|you may|also\s+(?:read|in)|special|editor|popular|"
    r"trending|don['’]t miss|back(?:\s+to)?\b|previous|next|comments?|subscribe|download|links?|sign up|"
    r"newsletter|site\s?map|terms of|privacy|what['’]s)",
    re.I,
)
# Chrome between the paragraphs of a report; the report goes on behind it.
CAPTION = re.compile(
    r"^(?:file\s+|screenshot|a\s+)?(?:photo|image|picture)s?\b(?=.*(?:taken|shows?|by\b|courtesy|combo|:))|"
    r"[(\[](?:photo|xinhua|source|image|file|ap|afp|reuters)?\s?(?:photo)?[/:][^()\[\]]{1,60}[)\]]\s*$|"
    r"^video\s?player|^\(?(?:xinhua|with)?\s?\w* ?(?:reporters?|correspondents?)\b.*contributed\b|^advertisement$|"
    r"^synthetic\b|^\W*(?:scroll|click|tap|swipe)\b",
    re.I,
)
# What is glued to the end of a report's last paragraph.
TAIL = re.compile(
    r"(?:(?<=[.!?\"”'’)…\]])\s*(?:\d{5,}|E)|\s*\(?\b(?:Enditem|Endit|Item ends?|END)\b\)?\.?\s*\d*|\s*#{3,}|\s*■|"
    r"\s*[\[(]\s*(?:Web\s+)?[Ee]ditors?\s*[:：][^\])]*[\])]?|(?<=[.!?\"”])\s*\((?:Xinhua|[A-Z]{2,5}|"
    r"[A-Z]\w+ Press)\)|中文)\s*$"
)
ENDED = re.compile(r"[.!?…:;—-]['\"”’)\]]*$|[\"”]$")
INSIDE = re.compile(r"[a-z][.!?][\"”]?\s+[A-Z\"“]")
LETTERS = re.compile(r"[^\W\d_]")
FOREIGN = re.compile(
    r"[\u0370-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)

ENOUGH_WORDS = 18
FEW_WORDS = 8
LABEL_WORDS = 4


def foreign(words: str) -> bool:
    """Whether a line is written, even partly, in another script than Latin: no English report's paragraph is."""
    if words.isascii():
        return False
    letters = len(LETTERS.findall(words))
    return letters > 0 and len(FOREIGN.findall(words)) > 0.1 * letters


def ended(words: str) -> bool:
    """Whether a line ends as a sentence does, or is too long for a headline."""
    length = len(words.split())
    return bool(ENDED.search(words)) or length >= ENOUGH_WORDS or length >= FEW_WORDS and bool(INSIDE.search(words))


def closing(words: str) -> bool:
    """Whether a line closes the report: all that follows it is chrome."""
    short = words.endswith(":") and len(words.split()) <= LABEL_WORDS
    return bool(CLOSING.match(words)) or bool(HEADING.match(words) and (short or not ended(words)))


def between(words: str) -> bool:
    """Whether a line is chrome that may stand between the paragraphs of a report."""
    return foreign(words) or not ended(words) or bool(CAPTION.search(words))


def trimmed(document: Document, line: Line, start: int) -> tuple[int, int]:
    """The line from `start` on, without what is glued to its end."""
    end = line.end
    while match := TAIL.search(document.text, start, end):
        end = match.start()
    while end > start and document.text[end - 1].isspace():
        end -= 1
    return start, end
