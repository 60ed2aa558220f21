"""Pages that a reader hands over in the tests: an invented ministry's, and one that is none."""

from __future__ import annotations

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="ministry" content="os-mfa">
<title>{headline}</title></head><body><h2>{headline}</h2><div class="content">
<p>The minister will open the lighthouse museum of Lindhaven on Friday.</p>
<p><strong>Kestrel Daily: {question}</strong></p>
<p>Anders Vole: {answer}</p></div></body></html>"""
HEADLINE = "Foreign Ministry Spokesperson Anders Vole's Regular Press Conference on {day}"


def page(day: str, question: str, answer: str) -> bytes:
    """A press conference with an announcement and one exchange."""
    return PAGE.format(headline=HEADLINE.format(day=day), question=question, answer=answer).encode()


FIRST = page("June 3, 2025", "Will the trade talks on herring resume?", "They will, and tariffs stand on the agenda.")
SECOND = page(
    "June 10, 2025", "How did the trade talks end?", "With a zanderquay accord on tariffs, to be signed soon."
)
BAD = b"Shopping list: bread, milk, <img src=x onerror=alert(1)> and lamp oil."
