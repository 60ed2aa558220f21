"""The Chinese foreign ministry's Chinese pages: kept with their date and language, not analysed."""

from __future__ import annotations

import re
from datetime import date

from briefings import dates, people
from briefings.models import Briefing, Document

ID = "mfa-cn-zh"
MINISTRY = "cn-mfa"

OWNER = "中华人民共和国外交部"
HEADLINE = re.compile(r"发言人.*(?:记者会|答记者问|答问|表态|谈话|评论|讲话|吹风会)")
NAME = re.compile(r"发言人(?P<name>[\u4e00-\u9fff]{2,3}?)(?=主持|就|答|举行|在|对|回应|谈|发表|的|[\d（(：:]|$)")
SITE = re.compile(r"\s*[_|—–-]+\s*中华人民共和国外交部.*$")
STAMP = re.compile(r"(?:来源|时间|发布|更新|日期)[^\n]{0,40}")


def recognises(document: Document) -> bool:
    """Whether the page is one of the ministry's Chinese pages with a spokesperson's words."""
    return document.page.media == "text/html" and bool(headline(document)) and OWNER in document.title + document.text


def parse(document: Document) -> Briefing:
    """The briefing on the page: its day, its headline and its text, in Chinese."""
    title = headline(document)
    published = publication(document)
    said = dates.first(title, published.year if published else None)
    day = said or published
    named = NAME.search(title)
    return Briefing(
        source=ID,
        ministry=MINISTRY,
        language="zh",
        headline=title,
        publication_date=published,
        briefing_date=day,
        date_source="title" if said else "publication" if published else "unknown",
        city="Beijing",
        agency="Ministry of Foreign Affairs",
        spokespersons=(people.resolve(named["name"], MINISTRY, day).name or named["name"],) if named else (),
        url=None,
        text=document.text,
        exchanges=(),
    )


def headline(document: Document) -> str:
    """The page's headline, where it names a spokesperson's words; else nothing."""
    tops = (document.words(line) for line in document.lines if line.tag in ("h1", "h2"))
    bare = (SITE.sub("", title).strip() for title in (document.title, *tops))
    return next(filter(HEADLINE.search, bare), "")


def publication(document: Document) -> date | None:
    """The day the page says it was published, in its metadata or in a line that gives the source."""
    if day := dates.first(document.meta.get("pubdate", "")):
        return day
    stamps = (words for line in document.lines if STAMP.match(words := document.words(line)))
    return next((day for words in stamps if (day := dates.first(words))), None)
