"""The further pages of an article that is split: where the next is, and whether it brings text."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

import lxml.html

from crawler.spiders.listing import NEXT_WORDS, OTHER_PATHS, absolute, base_of, parse_html
from crawler.urls import site_of

MOST_PAGES = 20  # of one article
LEAST_PROSE = 300  # characters in one element; listings have their excerpts in many
REPEATED = 0.6  # of the first page's prose: then only a list beside the article turned its page
PAGE_PARAMETERS = frozenset({"page", "halaman", "hal", "laman", "pg"})
# An article's address, below which "/2" is its second page: words joined by hyphens, or a file.
ARTICLE_PATH = re.compile(r"/[^/]*[a-z0-9]+-[a-z0-9]+-[a-z0-9][^/]*/?$|\.(?:html?|php|aspx?)$", re.IGNORECASE)
MAY_LINK = rb"""(?:page|halaman|hal|laman|pg)=%d\b|/%d/?["'\s>?#]"""
PAGE_WORDS = r"^\W*(?:halaman|hal|laman|page)?\W*{}\W*$"


def next_page(body: bytes, content_type: str, first_url: str, number: int) -> str | None:
    """The address of page `number` + 1 of the article at `first_url`, as page `number` links it; else None."""
    if number >= MOST_PAGES or OTHER_PATHS.search(urlsplit(first_url).path):
        return None
    if not re.search(MAY_LINK % (number + 1, number + 1), body, re.IGNORECASE):
        return None  # most pages, which need not be parsed
    root = parse_html(body, content_type)
    if root is None or sum(map(len, prose(root))) < (LEAST_PROSE if number == 1 else 1):
        return None
    base = base_of(root, first_url)
    for link in root.xpath("//link[@rel='next'][@href] | //a[@href]"):
        url = absolute(base, link.get("href"))
        if url and is_page_of(first_url, url, number + 1) and (link.tag == "link" or _leads_on(link, number + 1)):
            return url
    return None


def is_page_of(first_url: str, url: str, number: int) -> bool:
    """Whether an address is the first one's with a page number: ?page=2, ?halaman=2 or /2. WordPress pages its
    listings with /page/2 and its articles with /2."""
    first, other = urlsplit(first_url), urlsplit(url)
    if site_of(first.netloc.lower()) != site_of(other.netloc.lower()) or other.scheme not in ("http", "https"):
        return False
    had, has = parse_qsl(first.query, keep_blank_values=True), parse_qsl(other.query, keep_blank_values=True)
    path, other_path = first.path.rstrip("/"), other.path.rstrip("/")
    if path == other_path:
        numbers = [value for name, value in has if name.lower() in PAGE_PARAMETERS]
        rest = [(name, value) for name, value in has if name.lower() not in PAGE_PARAMETERS]
        return numbers == [str(number)] and rest == had
    return other_path == f"{path}/{number}" and has == had and bool(ARTICLE_PATH.search(first.path))


def repeats(first: bytes, first_type: str, other: bytes, other_type: str) -> bool:
    """Whether another page gives the first one's text again."""
    root, again = parse_html(first, first_type), parse_html(other, other_type)
    if root is None or again is None:
        return again is None
    lines, text = prose(root), _squeezed(again.text_content())
    same = sum(len(line) for line in lines if _squeezed(line) in text)
    return same >= REPEATED * sum(map(len, lines))


def prose(root: lxml.html.HtmlElement) -> list[str]:
    """The texts outside links in the element that has most of them, paragraphs counting for what they stand in."""
    texts: dict[lxml.html.HtmlElement, list[str]] = {}
    for element in root.iter(lxml.html.etree.Element):
        if element.tag in ("script", "style", "noscript", "a", "title", "option", "textarea"):
            continue
        pieces = [element.text, *(child.tail for child in element)]
        found = [text for piece in pieces if piece and len(text := piece.strip()) > 1]
        holder = element
        while holder.tag in ("p", "strong", "em", "b", "i", "span") and holder.getparent() is not None:
            holder = holder.getparent()
        if found:
            texts.setdefault(holder, []).extend(found)
    return max(texts.values(), key=lambda lines: sum(map(len, lines)), default=[])


def _leads_on(anchor: lxml.html.HtmlElement, number: int) -> bool:
    if "next" in (anchor.get("rel") or "").split():
        return True
    words = " ".join((anchor.text_content() or anchor.get("title") or anchor.get("aria-label") or "").split())
    return bool(NEXT_WORDS.match(words) or re.match(PAGE_WORDS.format(number), words, re.IGNORECASE))


def _squeezed(text: str) -> str:
    return "".join(text.split())
