"""The Chinese foreign ministry's English question-and-answer pages: regular press conferences and remarks."""

from __future__ import annotations

import re

from briefings import conference
from briefings.models import Briefing, Document

ID = "mfa-cn-en"
MINISTRY = "cn-mfa"
OWNER = re.compile(
    r"Ministry of Foreign Affairs,?(?: of)? the People['’]s Republic of China|\b(?:fmprc|mfa)\.gov\.cn\b"
)


def recognises(document: Document) -> bool:
    """Whether the page is one of the ministry's English pages with a spokesperson's words."""
    if document.page.media != "text/html" or not conference.headline(document):
        return False
    facts = (document.page.url or "", *document.meta.values(), *document.images, document.title, document.text)
    return any(OWNER.search(fact) for fact in facts)


def parse(document: Document) -> Briefing:
    """The briefing on the page; raises Refused where its frame holds no words."""
    return conference.briefing(document, ID, MINISTRY, "Beijing")
