"""Texts shown as they are typed."""

from __future__ import annotations

import pytest

from briefings.app.literal import literal


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("agree* or trade_war", r"agree\* or trade\_war"),
        ("[a](b) <b> $x$ :red[y]", r"\[a\]\(b\) \<b\> \$x\$ \:red\[y\]"),
        ("\u201ctrade\u201d; -war.", r"“trade”; \-war."),
    ],
)
def test_signs_of_markdown_are_taken_literally(text: str, markdown: str) -> None:
    assert literal(text) == markdown
