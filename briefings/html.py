"""HTML pages as documents: what a reader sees, one paragraph per line, with titles, images and metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from briefings.models import Document, Page, Refused
from briefings.text import WHITE, decoded, laid_out, tidy

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "option", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
HIDDEN = frozenset((
    "script", "style", "noscript", "template", "head", "select", "textarea", "svg", "iframe", "object",
))
# fmt: on
BOLD = frozenset(("b", "strong"))
# Word processors leave `mso-bidi-font-weight` behind, which makes nothing bold.
HEAVY = re.compile(r"(?:^|[;\s])font-weight\s*:\s*(?:bold|[6-9]00)", re.I)


def document(page: Page) -> Document:
    """The visible text of an HTML page.

    Raises:
        Refused: `empty` where the page has no elements at all.
    """
    root = parsed(decoded(page))
    title = root.findtext(".//title") or ""
    facts = dict(said_of_itself(root))
    images = tuple(image.get("src") or "" for image in root.iter("img"))
    return laid_out(page, paragraphs(root), title=WHITE.sub(" ", title).strip(), meta=facts, images=images)


def said_of_itself(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The page's metadata: `<meta>` names and properties, and its canonical address as `canonical`."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield "canonical", (link.get("href") or "").strip()
    for meta in root.iter("meta"):
        if name := meta.get("name") or meta.get("property"):
            yield name.strip().lower(), tidy(meta.get("content") or "")


def parsed(markup: str) -> html.HtmlElement:
    """The element tree of any markup, broken or not."""
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        return html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except etree.ParserError:
        raise Refused("empty", "the page has no text: save it again from the site") from None


def paragraphs(root: html.HtmlElement) -> Iterator[tuple[str, str, int]]:
    """Each visible paragraph as (words, nearest block's tag, length of its bold beginning)."""
    pieces: list[tuple[str, bool]] = []
    tag = "body"
    for kind, value, bold in flow(root):
        if kind == "text":
            pieces.append((value, bold))
            continue
        if pieces:
            yield from gathered(pieces, tag)
            pieces = []
        tag = value
    yield from gathered(pieces, tag)


def gathered(pieces: list[tuple[str, bool]], tag: str) -> Iterator[tuple[str, str, int]]:
    """One paragraph from its pieces, nothing where they are blank."""
    whole = "".join([text for text, _ in pieces])
    if not whole.isspace() and (words := tidy(whole)):
        yield words, tag, len(tidy("".join(leading(pieces))))


def leading(pieces: list[tuple[str, bool]]) -> Iterator[str]:
    """The pieces up to the first one that is neither bold nor blank."""
    for text, bold in pieces:
        if not bold and text.strip():
            return
        yield text


def heavy(element: html.HtmlElement) -> bool:
    """Whether an element sets its words in bold, by its name or by its style."""
    style = element.get("style")
    return element.tag in BOLD or bool(style and HEAVY.search(style))


def flow(root: html.HtmlElement) -> Iterator[tuple[str, str, bool]]:
    """The page as ("text", words, bold) and ("block", tag, False) in reading order."""
    bold, depths = 0, [0]
    blocks = ["body"]
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = element.tag
        if event == "start":
            if name in HIDDEN:
                walk.skip_subtree()
                continue
            bold += heavy(element)
            depths.append(bold)
            if name in BLOCKS:
                if name != "br":
                    blocks.append(name)
                yield "block", blocks[-1], False
            if element.text:
                yield "text", element.text, bold > 0
            continue
        if event == "end" and name not in HIDDEN:
            depths.pop()
            bold = depths[-1]
            if name in BLOCKS and name != "br":
                blocks.pop()
                yield "block", blocks[-1], False
        if element.tail and element is not root:
            yield "text", element.tail, bold > 0
