"""Markdown becomes visible text, one paragraph per line. All prose here is invented."""

from __future__ import annotations

import pytest

from briefings import markdown
from briefings.models import Document, Page, Refused


def read(source: str) -> Document:
    """The document of a Markdown source."""
    return markdown.document(Page("page.md", source.encode(), "text/markdown"))


def test_front_matter_becomes_title_and_facts_and_stays_out_of_the_text() -> None:
    document = read("---\ndate: '2022-05-01'\nTags: [a, b]\ntitle: \"The Lamp\\_Tax,\\\n  \\ again\"\n---\n \nBody.\n")
    assert document.title == "The Lamp Tax, again"
    assert document.meta == {"date": "2022-05-01", "title": "The Lamp Tax, again"}
    assert document.text == "Body."


def test_front_matter_that_is_no_yaml_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read("---\ntitle: [open\n---\nBody.\n")
    assert refused.value.reason == "unreadable"


def test_a_page_without_front_matter_is_all_text() -> None:
    assert (read("One.\n\nTwo.").text, read("One.").meta) == ("One.\nTwo.", {})


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The lamps are\nlit at dusk.", "The lamps are lit at dusk."),
        ("One.\n\u00a0  \nTwo.", "One.\nTwo."),
        ("3:30 P.M.  \nMS. QUILL:  Yes.", "3:30 P.M.\nMS. QUILL: Yes."),
        ("The lamps have  \nbeen lit.", "The lamps have been lit."),
        ("See [the list](https://lamps.example/a_b) now.", "See the list now."),
        ("Write to <lamps@lamps.example>.", "Write to lamps@lamps.example."),
        ("![lamp](lamp.png) A lamp.", "A lamp."),
        ("\\[lamp keeper\\] and a\\_b", "[lamp keeper] and a_b"),
        ("*(Lamps go out.) *", "(Lamps go out.)"),
        ("**Lamps** and _oil_ in snake_case_names", "Lamps and oil in snake_case_names"),
        ("<s>Three</s> \\[four\\] lamps", "[four] lamps"),
        ("Oil &amp; wicks", "Oil & wicks"),
        ("# Lamps #", "Lamps"),
        ("-   Oil\n-   Wicks", "Oil\nWicks"),
        ("Above\n\n* * *\n\nBelow", "Above\nBelow"),
        ("cafe\u0301", "café"),
    ],
)
def test_marks_are_gone_and_paragraphs_stand_on_lines(source: str, text: str) -> None:
    assert read(source).text == text


def test_lines_know_their_tag_and_their_bold_beginning() -> None:
    document = read("## Lamps\n\n**Quill:** yes\n\n- Oil")
    assert [(line.tag, line.bold) for line in document.lines] == [("h2", 0), ("p", 6), ("li", 0)]
    assert [document.words(line) for line in document.lines] == ["Lamps", "Quill: yes", "Oil"]
