"""Why a page that no source recognises is refused. Every page here is synthetic."""

from __future__ import annotations

import pytest

from briefings import html, text, unrecognised
from briefings.models import Page

LIST = "\n".join(
    f"Valdoria opens office number {n}: FM spokesperson\n"
    f"Valdorian Foreign Ministry spokesperson Hedda Lunde said on Tuesday that office number {n} would open soon."
    for n in range(4)
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("404 Not Found\nnginx", "error_page"),
        ("Error 503\nThe service is unavailable.", "error_page"),
        ("The page you are looking for does not exist.\nHome", "error_page"),
        (LIST, "list_page"),
        ("FM spokesperson on tea\nShare:", "no_body"),
        ("A recipe for soup with turnips and a ham bone, which simmers for two hours.", "no_source"),
    ],
)
def test_a_page_is_refused_with_the_reason_that_fits(words: str, expected: str) -> None:
    assert unrecognised.reason(text.plain(Page("page.txt", words.encode(), "text/plain"))).reason == expected


def test_an_article_about_an_error_is_no_error_page() -> None:
    words = "<p>The clerk wrote that the file was not found in the archive of the harbor.</p>" * 40
    page = Page("page.html", f"<title>Lost files</title>{words}".encode(), "text/html")
    assert unrecognised.reason(html.document(page)).reason == "no_source"
