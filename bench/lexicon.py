"""Speed of the lexicon: tokens a second on one core, as a ratio to `str.split` in the same run.

    python bench/lexicon.py [FOLDER ...]

Reads real pages where `../shared` (or $BRIEFINGS_SHARED) is there, else the synthetic sample.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefings import inputs, lexicon, sources, topics  # noqa: E402
from briefings.matching import Matcher  # noqa: E402
from briefings.models import Briefing, Page, Refused  # noqa: E402

BAR = 5.0
"""Million tokens a second that the matching must reach."""
TOKENS = 1_500_000
"""About how many tokens a run reads; a small corpus is read several times."""


def folders() -> list[Path]:
    """What is read without arguments: real pages, else the sample."""
    corpora = Path(os.environ.get("BRIEFINGS_SHARED", ROOT.parent / "shared")) / "corpora"
    real = [corpora / "mfa-cn-en", corpora / "white-house"]
    return [each for each in real if each.is_dir()] or [ROOT / "data" / "sample"]


def briefings(paths: Sequence[Path]) -> list[Briefing]:
    """The briefings of the pages that a source recognises."""
    found = []
    for page in inputs.pages(sorted(file for path in paths for file in path.rglob("*") if file.is_file())):
        if not isinstance(page, Page):
            continue
        try:
            found.append(sources.parse(page))
        except Refused:
            continue
    return found


def best(action: Callable[[], object], rounds: int = 5) -> float:
    """Seconds of processor time of the fastest of some rounds: other work on the machine does not count."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def main(arguments: Sequence[str]) -> int:
    """Prints the speeds; 1 where the matching is below its bar."""
    read = briefings([Path(each) for each in arguments] or folders())
    tokens = sum(len(each.text.split()) for each in read)
    read *= max(1, TOKENS // max(tokens, 1))
    tokens = sum(len(each.text.split()) for each in read)
    words = lexicon.load(ROOT / "data" / "lexicon")
    matcher = Matcher(term for entry in words.entries for group in entry.groups for term in group.terms)
    topics.annotated(read[0], words)
    split = best(lambda: [each.text.split() for each in read])
    match = best(lambda: [matcher.found(each.text) for each in read])
    about = best(lambda: [topics.annotated(each, words) for each in read], 3)
    print(f"{len(matcher.terms)} terms, {len(read)} briefings, {tokens / 1e6:.2f} M tokens")
    for name, seconds in (("str.split", split), ("matching", match), ("topics of exchanges", about)):
        print(f"{name:<20} {tokens / seconds / 1e6:6.2f} M tokens/s  {seconds / split:5.1f} x str.split")
    return 0 if tokens / match / 1e6 >= BAR else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
