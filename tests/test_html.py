"""HTML becomes what a reader sees: whole words, one paragraph per line, bold beginnings, facts from the head."""

from __future__ import annotations

import pytest

from briefings import html
from briefings.models import Document, Page, Refused


def document(body: str, head: str = "") -> Document:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    return html.document(Page("page.html", markup.encode(), "text/html"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>the vi<span>s</span><span>it</span> began</p>", "the visit began"),
        ("<p>one<br>two</p><p>three</p>", "one\ntwo\nthree"),
        ("<p>one&nbsp; two\n three</p>", "one two three"),
        ("<p>seen</p><script>hidden()</script><style>p {}</style><!-- hidden --><noscript>hidden</noscript>", "seen"),
        ("<div>around <p>inside</p> after</div>", "around\ninside\nafter"),
        ("<p>cafe&#x301;</p>", "café"),
        ("<p>never closed<p>nor this<b>", "never closed\nnor this"),
    ],
)
def test_visible_words_are_laid_out_one_paragraph_per_line(body: str, text: str) -> None:
    assert document(body).text == text


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        ("<p><b>Q: Is it?</b></p>", 9),
        ("<p><strong>Q:</strong> Is it?</p>", 2),
        ("<p><span style='FONT-WEIGHT: bold'>Q: Is it?</span></p>", 9),
        ("<p><span style='font-size: 9pt;font-weight:700'>Q:</span> Is it?</p>", 2),
        ("<p><span style='mso-bidi-font-weight: bold'>Q: Is it?</span></p>", 0),
        ("<p>Q: <b>Is it?</b></p>", 0),
    ],
)
def test_a_bold_beginning_is_measured(body: str, bold: int) -> None:
    assert document(body).lines[0].bold == bold


def test_the_head_gives_metadata_and_the_canonical_address() -> None:
    head = (
        "<title>A \n page</title><meta charset='utf-8'><meta name='PubDate' content='2023-01-03'>"
        "<meta property='og:url' content='https://a.example/2'><link rel='canonical' href='https://a.example/1'>"
    )
    found = document("<img src='one.png'><p>seen</p>", head)
    assert found.title == "A page"
    assert found.meta == {"pubdate": "2023-01-03", "og:url": "https://a.example/2", "canonical": "https://a.example/1"}
    assert found.images == ("one.png",)


def test_markup_without_elements_is_refused_as_empty() -> None:
    with pytest.raises(Refused) as refused:
        html.document(Page("page.html", b"", "text/html"))
    assert refused.value.reason == "empty"
