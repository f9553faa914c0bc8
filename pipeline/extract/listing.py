"""Is a page an article or a list of articles: home page, index, tag, author's page, search results?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from pipeline.extract.blocks import Block
from pipeline.extract.body import Body, is_prose
from pipeline.extract.datelines import title_place
from pipeline.extract.document import Document, ld_types
from pipeline.extract.printed_dates import find_printed_dates
from pipeline.extract.structure import is_link_line
from storage.records import Rejection

_MANY_TITLES = 8  # linked titles on a page without running text
_ROUNDUP_TEASERS = 5
_READ_MORE = re.compile(r"(?:…|\.\.\.|\[…\])\W*(?:baca |lihat )?(?:selengkapnya|selanjutnya|read more|more)\W*$", re.I)
_MANY_HEADINGS = 5
_MANY_FILES = 4
_INTRODUCTION = 450  # characters
_FILE_LINK = re.compile(r"\b(?:unduh|download|lihat|detail|pdf|preview|buka)(?: file| pdf)?\W*$", re.I)
_TEASER_PARAGRAPHS = 2
_TEASER = 280  # characters of text for each linked title up to which the text is teasers

_BODY_CLASSES = re.compile(
    r"(?<![\w-])(?:home|blog|archive|category|tag|search|search-results|author|date|paged|post-type-archive|tax-\w+|"
    r"is-home|homepage|page-home|view-category|view-featured|layout-blog)(?![\w-])"
)
_SINGLE_CLASSES = re.compile(
    r"(?<![\w-])(?:single|single-post|single-format-\w+|postid-\d+|page-id-\d+|singular|item-view|view-article|"
    r"node-type-\w+|page-node-\d+)(?![\w-])"
)
_LISTING_PATH = re.compile(
    r"/(?:tags?|label|labels|topik|topic|topics|category|categories|kategori|kanal|rubrik|author|penulis|indeks?|"
    r"index|archives?|arsip)(?:/[^/]*){0,2}/?$|"
    r"/(?:search|pencarian|cari|hasil-pencarian)(?:/|$)|/page/\d+/?$|/(?:19|20)\d\d(?:/\d\d){0,2}/?$|"
    r"/(?:semua-?berita|berita-?terkini|berita-?terbaru|list-?berita|news-?list)/?$",
    re.I,
)
_HOME_PATH = re.compile(r"/?(?:index\.(?:php|html?|aspx)|home|beranda|[a-z]{2}/?)?", re.I)
_SEARCH_QUERY = frozenset(("s", "q", "search", "cari", "keyword", "keywords", "katakunci"))
_HARMLESS_QUERY = frozenset(("m", "amp", "ref", "fbclid", "gclid", "utm_source", "utm_medium", "utm_campaign", "lang"))
_LISTING_QUERY = frozenset(("tag", "cat", "kategori", "category", "page", "halaman", "paged", "author", "label"))
_SLUG = re.compile(r"[^/]*(?:[^/]+-){3,}[^/]+/?$|[^/]*\d{3,}[^/]*$")  # "bupati-lantik-camat-baru", "read-2043"
_TITLE = re.compile(
    r"(?:indeks|index|arsip|archives?|kumpulan|daftar)(?: (?:artikel|berita|news|posts?|terkini|terbaru|"
    r"hari ini))*(?:\s*[|:»–-].*)?|"
    r"(?:kategori|category|tag|label|topik|rubrik|author|penulis)\s*[:|»“\"-].*|(?:hasil|results)\s(?:pencarian|"
    r"penelusuran|for).*|search results.*|pencarian.*|you searched for.*|anda mencari.*|"
    r"berita (?:terbaru|terkini|hari ini)(?:\W.*)?|(?:halaman depan|beranda|home|homepage|semua berita|berita|"
    r"artikel|blog|news)(?:\s*[|–-].*)?|(?:kumpulan|daftar) (?:artikel|berita).*|.{0,40}archives?",
    re.I,
)  # fmt: skip

_BUTTON = re.compile(
    r"\W*(?:baca |lihat )?(?:selengkapnya|lanjutkan|detail|read more|more|lanjut membaca|baca lagi)\W*", re.I
)


@dataclass(frozen=True, slots=True)
class _Evidence:
    weight: int
    what: str


def reject_listing(document: Document, body: Body | None, title: str | None) -> Rejection | None:
    """Weigh what speaks for a list against what speaks for one article; a tie is an article, so that none is lost."""
    signs = _address_signs(document.url) + _page_signs(document, title)
    if body is None:
        titles = sum(1 for element in document.root.iter("a") if len((element.text_content() or "").strip()) > 30)
        if titles >= _MANY_TITLES:
            signs.append(_Evidence(3, f"{titles} linked titles and no running text"))
        return Rejection("listing", _told(signs)) if sum(one.weight for one in signs) >= 2 else None
    signs += _text_signs(body)
    if (files := _file_rows(body)) >= _MANY_FILES:
        signs.append(_Evidence(4, f"{files} rows that offer a file"))
    if _address_signs(document.url) and _short_introduction(body) and (teasers := _teasers(body.blocks)) >= 5:
        signs.append(_Evidence(3, f"a short introduction to {teasers} linked titles"))
    if (headings := _headline_only(document, body)) >= _MANY_HEADINGS:
        signs.append(_Evidence(3, f"a linked headline among {headings} linked headings"))
    against = _article_weight(document, body, title)
    if sum(one.weight for one in signs) > max(1, against):
        return Rejection("listing", _told(signs))
    return None


def is_roundup(body: Body) -> bool:
    """A page whose little text introduces a row of linked titles, each with a teaser."""
    return _teasers(body.blocks) >= _ROUNDUP_TEASERS


def _told(signs: list[_Evidence]) -> str:
    return "; ".join(one.what for one in signs)


def _address_signs(url: str) -> list[_Evidence]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return []
    if not parts.scheme.startswith("http"):
        return []
    query = {name.lower() for name in parse_qs(parts.query)} - _HARMLESS_QUERY
    if query & _SEARCH_QUERY and not query & {"id", "p"}:
        return [_Evidence(4, f"address ?{parts.query[:60]}")]
    if _HOME_PATH.fullmatch(parts.path or "/"):
        if not query or query <= _LISTING_QUERY:
            return [_Evidence(5, f"address {parts.path or '/'}{'?' + parts.query[:60] if query else ''}")]
        return []
    if _LISTING_PATH.search(parts.path) and not _SLUG.search(
        re.sub(r"/page/\d+/?$|[/-](?:19|20)\d\d(?:/\d\d)*/?$", "", parts.path)
    ):
        return [_Evidence(3, f"address {parts.path}")]
    return []


def _page_signs(document: Document, title: str | None) -> list[_Evidence]:
    signs: list[_Evidence] = []
    page = document.root.find("body")
    classes = (page.get("class") or "") if page is not None else ""
    if (found := _BODY_CLASSES.search(classes)) and not _SINGLE_CLASSES.search(classes):
        signs.append(_Evidence(3, f"body class {found.group()}"))
    types = {one for node in document.ld_nodes for one in ld_types(node)}
    if types & {"collectionpage", "searchresultspage", "itemlist", "profilepage"} and document.ld_article() is None:
        signs.append(_Evidence(2, "JSON-LD CollectionPage"))
    if any(_TITLE.fullmatch(name) and len(name) < 70 for name in (title, document.head_title) if name):
        signs.append(_Evidence(2, f"title “{(title or document.head_title)[:60]}”"))
    if document.first_meta("og:type") in ("website", "blog") and document.ld_article() is None:
        signs.append(_Evidence(1, "og:type website"))
    return signs


def _text_signs(body: Body) -> list[_Evidence]:
    signs: list[_Evidence] = []
    inside = tuple(block for block in body.inside if block.zone is None)
    length = sum(block.own_length for block in inside if is_prose(block))
    teasers = _teasers(inside)
    if body.rivals >= 2 and teasers >= 2:
        signs.append(_Evidence(3, f"{body.rivals + 1} containers with whole posts"))
    if teasers >= 3 and length < _TEASER * (teasers + 1):
        signs.append(_Evidence(4, f"{teasers} linked titles among {length} characters of text"))
    titles = [block for block in inside if is_link_line(block)]
    if len(titles) >= 5 and sum(len(block.text) for block in titles) > 1.5 * length:
        signs.append(_Evidence(4, f"{len(titles)} linked titles"))
    cut_short = sum(1 for block in body.inside if _READ_MORE.search(block.text[-40:]))
    if cut_short >= 3:
        signs.append(_Evidence(6, f"{cut_short} teasers that end in “selengkapnya”"))
    buttons = sum(1 for block in body.inside if _BUTTON.fullmatch(block.text) and block.link_length)
    if buttons >= 3:
        signs.append(_Evidence(5, f"{buttons} links that say “selengkapnya”"))
    if (introduced := _introduced_texts(inside)) >= 3:
        signs.append(_Evidence(4, f"{introduced} linked headings, each with its own short text"))
    dated = sum(1 for block in inside if len(block.text) < 70 and next(find_printed_dates(block.text), None))
    if dated >= 4:
        signs.append(_Evidence(3, f"{dated} dated lines"))
    return signs


def _article_weight(document: Document, body: Body, title: str | None) -> int:
    weight = 0
    if document.ld_article() is not None:
        weight += 2
    if document.first_meta("article:published_time", "datepublished", "pubdate"):
        weight += 1
    if document.first_meta("og:type") == "article":
        weight += 1
    if body.rivals < 2:
        run = _longest_run(body.inside)
        weight += 2 if run > 1200 else 1 if run > 500 else 0
        weight += 1 if body.found_by == "named container" and run > 300 else 0
        place = title_place(body, title) if title else None
        weight += 1 if place is not None and body.blocks[place].link_length == 0 and body.start - place < 30 else 0
    return weight


def _file_rows(body: Body) -> int:
    """Rows of a table that end in a link to a file, on a page without other text; else 0."""
    if any(is_prose(block) and block.kind != "row" for block in body.inside):
        return 0
    return sum(1 for block in body.inside if block.kind == "row" and _FILE_LINK.search(block.text))


def _short_introduction(body: Body) -> bool:
    return sum(block.own_length for block in body.inside if is_prose(block)) < _INTRODUCTION


def _introduced_texts(blocks: tuple[Block, ...]) -> int:
    """Linked headings before each of which the text ends after a paragraph or two; 0 where any text goes on longer."""
    headings = [place for place, block in enumerate(blocks) if block.kind == "heading" and _is_title(block)]
    if not headings or any(is_prose(block) for block in blocks[: headings[0]]):
        return 0
    longest = max(
        sum(1 for block in blocks[start:end] if is_prose(block)) for start, end in pairwise((*headings, len(blocks)))
    )
    return len(headings) if longest <= _TEASER_PARAGRAPHS else 0


def _headline_only(document: Document, body: Body) -> int:
    """Linked headings on a page whose text, too, stands under one: a headline above its list; else 0."""
    above = [block for block in body.blocks[max(0, body.start - 3) : body.start + 1] if block.kind == "heading"]
    if not above or not _is_title(above[-1]) or above[-1].text[:60].lower() in document.head_title.lower():
        return 0  # many themes link an article's own title
    return sum(1 for block in body.blocks if block.kind == "heading" and block.zone is None and _is_title(block))


def _teasers(blocks: tuple[Block, ...]) -> int:
    """Linked titles that are followed by text: each introduces another article."""
    titles = [_is_title(block) for block in blocks]
    return sum(1 for here, after in pairwise(titles) if here and not after)


def _is_title(block: Block) -> bool:
    return is_link_line(block) or (
        block.kind == "heading" and block.link_length > 15 and block.link_length > 0.8 * len(block.text)
    )


def _longest_run(blocks: tuple[Block, ...]) -> int:
    """Characters of the longest stretch of running text that no linked title interrupts."""
    best = run = 0
    for block in blocks:
        if _is_title(block) and block.zone is None and block.kind == "heading":
            run = 0
        elif is_prose(block):
            run += block.own_length
            best = max(best, run)
    return best
