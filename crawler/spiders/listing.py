"""The listing engine: pages that only link to articles, followed from one to the next."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

import lxml.html
from lxml import etree
from w3lib.encoding import html_to_unicode

from crawler.reading import Answer, Entry, Link, Reading, Site, role_page
from crawler.urls import looks_like_a_page
from storage.records import PageHints

DEEPEST_PAGE = 50  # of one listing; calendars and counters go on for ever
NEXT_WORDS = re.compile(
    r"^\W*(?:halaman |laman |pos |postingan )?"
    r"(?:berikut(?:nya)?|selanjutnya|lebih lama|lama|next(?: page)?|older(?: posts| entries)?|»|›|→|>|>>)\W*$",
    re.IGNORECASE,
)
# First or only parts of paths that lead to something else than one article.
OTHER_PATHS = re.compile(
    r"/(?:tags?|topik|topics?|label|kategori|category|categories|author|penulis|search|cari|page|halaman|login|masuk|"
    r"daftar|register|wp-admin|wp-login\.php|wp-content|wp-json|feed|rss|sitemap|kontak|contact|tentang|tentang-kami|about|"
    r"redaksi|privacy|privacy-policy|disclaimer|indeks|index|arsip|archives?|galeri|gallery|video|foto|unduh|download)"
    r"(?:[-_]\w*)?(?:/|$|\?)",
    re.IGNORECASE,
)
# How an article's address looks: words joined by hyphens, a number, or a file.
ARTICLE_LIKE = re.compile(r"[a-z0-9]+-[a-z0-9]+-[a-z0-9]|\d{3,}|\.(?:html?|php|aspx?)$", re.IGNORECASE)
# Of JSON: fields that hold an article's address, and fields that hold the address of the next page.
URL_FIELDS = frozenset({"url", "link", "href", "permalink", "slug_url", "full_url", "canonical", "share_url"})
NEXT_FIELDS = frozenset({"next", "next_page_url", "next_url", "nextpage", "next_page", "load_more_url"})
PAGE_NUMBER = r"\b(?:page|paged|halaman|hal|laman|pg|p)[=/_-]?{}(?!\d)"
ARTICLE_PARAMETERS = frozenset({"id", "p", "news_id", "berita", "nid", "aid", "sid", "baca", "slug"})


def read(answer: Answer, role: str, site: Site) -> Reading:
    """The links to articles, and the listing's next page; also of the JSON that fills a page that scrolls for ever."""
    data = _json(answer)
    if data is not None:
        return _read_json(data, answer.url, role_page(role), site)
    root = parse_html(answer.body, answer.content_type)
    if root is None:
        return Reading(problem="no-links", detail="it is no HTML page")
    base = base_of(root, answer.url)
    page = role_page(role)
    links: dict[str, Link] = {}
    for anchor, url in _anchors(root, base):
        if is_article_link(url, base, site.article_pattern) and url not in links:
            title = " ".join(anchor.text_content().split())
            links[url] = Link(url, hints=PageHints(title=None if len(title) < 15 else title[:300]))
    following = _next_page(root, base, page) if page < DEEPEST_PAGE else None
    if not links and page == 1:
        return Reading(problem="no-links", detail="none of its links looks like an article's")
    entries = (Entry(following, f"listing:{page + 1}", only_after_new=True),) if following else ()
    return Reading(links=tuple(links.values()), entries=entries)


def _json(answer: Answer) -> object | None:
    """The data of a JSON answer; None where it is none."""
    if answer.body.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        data: object = json.loads(answer.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return data


def _read_json(data: object, url: str, page: int, site: Site) -> Reading:
    """Every address of an article that stands in the data, alone or as the link of a piece of HTML."""
    links: dict[str, Link] = {}
    following: str | None = None
    for name, text in _strings("", data):
        if name in NEXT_FIELDS and text:
            following = following or absolute(url, text)
            continue
        hrefs = re.findall(r"""href=["']([^"']+)""", text) if "<" in text else [text] if name in URL_FIELDS else []
        for href in hrefs:
            found = absolute(url, html.unescape(href))
            if found and is_article_link(found, url, site.article_pattern):
                links.setdefault(found, Link(found))
    if not links and page == 1:
        return Reading(problem="no-links", detail="the JSON names no address that looks like an article's")
    entries = (
        (Entry(following, f"listing:{page + 1}", only_after_new=True),) if following and page < DEEPEST_PAGE else ()
    )
    return Reading(links=tuple(links.values()), entries=entries)


def _strings(name: str, data: object) -> Iterator[tuple[str, str]]:
    """Every string of the data with the name of its field."""
    if isinstance(data, str):
        yield name.lower(), data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(str(key), value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(name, value)


def is_article_link(url: str, base: str, pattern: str | None) -> bool:
    """Whether a link may lead to an article: by the source's own pattern, else by how such addresses look."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not looks_like_a_page(url):
        return False
    if pattern:
        return bool(re.search(pattern, url))
    if parts.path.rstrip("/") == urlsplit(base).path.rstrip("/") and parts.query == urlsplit(base).query:
        return False
    names = {name.lower() for name, _ in parse_qsl(parts.query)}
    if OTHER_PATHS.search(parts.path) or names & {"page", "halaman", "paged", "s", "q", "cat", "tag"}:
        return False
    return bool(names & ARTICLE_PARAMETERS) or bool(ARTICLE_LIKE.search(parts.path))


def parse_html(body: bytes, content_type: str) -> lxml.html.HtmlElement | None:
    """The tree of a page; None where there is none."""
    _, text = html_to_unicode(content_type, body)
    if not text.strip():
        return None
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def base_of(root: lxml.html.HtmlElement, url: str) -> str:
    """What the relative links of a page are relative to."""
    stated = root.xpath("//base/@href")
    return urljoin(url, stated[0]) if stated else url


def _anchors(root: lxml.html.HtmlElement, base: str) -> Iterator[tuple[lxml.html.HtmlElement, str]]:
    """Every link outside menus and footers, absolute and without fragment."""
    for anchor in root.xpath("//a[@href][not(ancestor::nav or ancestor::footer)]"):
        url = absolute(base, anchor.get("href"))
        if url:
            yield anchor, url


def absolute(base: str, href: str) -> str | None:
    """A link's address without fragment; None where it is none."""
    try:
        return urljoin(base, href.strip()).split("#", 1)[0]
    except ValueError:
        return None


def _next_page(root: lxml.html.HtmlElement, base: str, page: int) -> str | None:
    """The address of the next page: marked as such, called so, or the number after this one's."""
    for href in root.xpath("//link[@rel='next']/@href | //a[contains(concat(' ', @rel, ' '), ' next ')]/@href"):
        return absolute(base, href)
    numbered: str | None = None
    for anchor in root.xpath("//a[@href]"):
        words = " ".join((anchor.text_content() or anchor.get("title") or anchor.get("aria-label") or "").split())
        url = absolute(base, anchor.get("href"))
        if not url or urlsplit(url).scheme not in ("http", "https"):
            continue
        if NEXT_WORDS.match(words) or "next" in anchor.get("class", "").split():
            return url
        if words == str(page + 1) and _is_page_number(url, base, page + 1):
            numbered = numbered or url
    return numbered


def _is_page_number(url: str, base: str, page: int) -> bool:
    """Whether the number in the address counts pages; a calendar's days look much the same."""
    return bool(re.search(PAGE_NUMBER.format(page), url, re.IGNORECASE)) or url == f"{base.rstrip('/')}/{page}"
