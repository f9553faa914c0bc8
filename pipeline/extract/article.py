"""One fetched page → one article, or the reason why it gives none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC
from urllib.parse import urljoin
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml.etree import XPathError
from lxml.html import HtmlElement

from pipeline.extract.body import Body, find_body, is_prose
from pipeline.extract.boilerplate import Cleaned, clean_body
from pipeline.extract.byline import find_byline
from pipeline.extract.datelines import title_place
from pipeline.extract.dates import decide_date, find_dates
from pipeline.extract.decode import decode_body, mend_mojibake
from pipeline.extract.document import MAX_ELEMENTS, Document, ld_text, parse_page
from pipeline.extract.genre import decide_genre, is_sponsored
from pipeline.extract.language import identify_language
from pipeline.extract.listing import is_roundup, reject_listing
from pipeline.extract.notes import find_corrections, find_pages, rewriting_signs
from pipeline.extract.origin import find_dateline_place, find_first_published, find_publisher
from pipeline.extract.parts import PartText, join_parts
from pipeline.extract.rejection import MIN_CHARACTERS, reject_gambling, reject_page, reject_response, reject_text
from pipeline.extract.rescue import rescue_body
from pipeline.extract.title import find_title, site_names
from storage.records import Article, Page, PagePart, Rejection, SourceFacts

_ENOUGH_TO_JUDGE = 20_000
_ENOUGH_TEXT = 400  # characters from which a list of cards below a text is no sign of a listing


def extract_article(page: Page, source: SourceFacts) -> Article | Rejection:
    """Read one page with what continues it. Pure; bad input gives a Rejection, never an error."""
    article = _read_page(page, source)
    if isinstance(article, Rejection) or not page.parts:
        return article
    read = (_read_part(part, page, source) for part in page.parts)
    parts = [part for part in read if part is not None and part.paragraphs]
    return join_parts(article, parts) if parts else article


def _read_page(page: Page, source: SourceFacts) -> Article | Rejection:
    refused = reject_response(page.status, page.content_type, page.body)
    if refused is not None:
        return refused
    decoded = decode_body(page.body, page.content_type)
    document = parse_page(decoded.text, page.url)
    if document is None:
        return Rejection("empty", "no markup and no text")
    if document.elements > MAX_ELEMENTS:
        return Rejection("unreadable", f"{document.elements} elements")
    return _extract(document, page, source)


def _read_part(part: PagePart, page: Page, source: SourceFacts) -> PartText | None:
    """The words of a further page, however few; None where it has none of the site's own."""
    if reject_response(page.status, part.content_type, part.body) is not None:
        return None
    document = parse_page(decode_body(part.body, part.content_type).text, part.url)
    if document is None or document.elements > MAX_ELEMENTS:
        return None
    for unwanted in _at(document, source.drop_xpath):
        unwanted.drop_tree()
    body = find_body(document, next(iter(_at(document, source.body_xpath)), None))
    if body is None:
        return None
    title = find_title(document, body, page.hints)
    body = _below_title(body, title)
    cleaned = _without_title(clean_body(body), title)
    byline = find_byline(document, _up_to_last(body, cleaned), cleaned, page.hints, site_names(document))
    paragraphs = tuple(mend_mojibake(one.text)[0] for one in byline.paragraphs)
    if reject_gambling(f"{title or ''} {document.head_title}", "\n".join(paragraphs)) is not None:
        return None
    removed = cleaned.removed + byline.removed
    return PartText(title, paragraphs, byline.author, byline.office, removed, cleaned.captions)


def _extract(document: Document, page: Page, source: SourceFacts) -> Article | Rejection:
    for unwanted in _at(document, source.drop_xpath):
        unwanted.drop_tree()
    body = find_body(document, next(iter(_at(document, source.body_xpath)), None))
    title = find_title(document, body, page.hints)
    if body is None or _length(body) < MIN_CHARACTERS:
        whole = " ".join(document.root.text_content()[:_ENOUGH_TO_JUDGE].split())
        refused = (
            reject_page(document, 0, whole)
            or reject_gambling(document.head_title, whole)
            or reject_listing(document, body, title)
        )
        if refused is not None:
            return refused
        body = rescue_body(document, body) or body
    if body is None:
        return Rejection("no-text", "no running text was found")
    return _read(document, body, title, page, source)


def _read(document: Document, body: Body, title: str | None, page: Page, source: SourceFacts) -> Article | Rejection:
    body = _below_title(body, title)
    cleaned = _without_title(clean_body(body), title)
    text_only = _up_to_last(body, cleaned)
    text = "\n".join(one.text for one in cleaned.paragraphs)
    visible = "\n".join(block.text for block in body.blocks[:200])
    refused = (
        reject_page(document, len(text), visible)
        or reject_gambling(f"{title or ''} {document.head_title}", text)
        or reject_listing(document, text_only if len(text) >= _ENOUGH_TEXT else body, title)
    )
    if refused is not None:
        return refused
    return _compose(document, text_only, cleaned, title, page, source)


def _length(body: Body) -> int:
    return sum(block.own_length for block in body.inside if block.zone is None)


def _compose(
    document: Document, body: Body, cleaned: Cleaned, title: str | None, page: Page, source: SourceFacts
) -> Article | Rejection:
    sites = site_names(document)
    byline = find_byline(document, body, cleaned, page.hints, sites)
    text, mended = mend_mojibake("\n\n".join(one.text for one in byline.paragraphs))
    refused = reject_text(text)
    if refused is not None:
        return Rejection("listing", refused.detail) if is_roundup(body) else refused
    title = mend_mojibake(title)[0] if title else text.split(". ")[0][:120]
    zone = _zone(source.timezone)
    fetched_at = page.fetched_at if page.fetched_at.tzinfo else page.fetched_at.replace(tzinfo=UTC)
    published = decide_date(
        find_dates(document, body, title, page.hints, zone, next(iter(_at(document, source.date_xpath)), None)),
        fetched_at,
    )
    sections = _sections(document, body) + page.hints.categories
    removed = cleaned.removed + byline.removed
    pages = find_pages(page.url, (block.text for block in (*body.inside[-6:], *body.blocks[body.end : body.end + 12])))
    rewriting = rewriting_signs(text, removed)
    first = find_first_published(
        [one.partition(": ")[2] for one in removed]
        + [one.text for one in byline.paragraphs[:1] + byline.paragraphs[-2:]]
    )
    return Article(
        url=page.url,
        title=title,
        text=text,
        author=byline.author,
        author_office=byline.office,
        published=published.value,
        published_at=published.moment,
        published_from=published.found_in,
        date_conflict=published.conflict,
        date_candidates=published.candidates,
        genre=decide_genre(page.url, title, text, sections, byline.office, source.kind),
        sponsored=is_sponsored(page.url, title, text, sections, removed),
        publisher=find_publisher(document, title),
        language=identify_language(text),
        first_published_in=first.where if first else None,
        first_published=first.when if first else None,
        canonical_url=_canonical(document),
        dateline_place=find_dateline_place(text),
        removed=removed,
        captions=cleaned.captions,
        encoding_mended=mended,
        page_number=pages[0],
        page_count=pages[1],
        corrections=find_corrections(text.split("\n\n")),
        rewritten_score=rewriting.score,
        rewritten_signs=rewriting.signs,
    )


def _without_title(cleaned: Cleaned, title: str | None) -> Cleaned:
    """The title repeated as the text's first paragraph is no paragraph of it."""
    if not title:
        return cleaned
    wanted = _letters(title)
    paragraphs = list(cleaned.paragraphs)
    removed: list[str] = []
    for place in range(min(3, len(paragraphs)) - 1, -1, -1):
        if _letters(paragraphs[place].text) == wanted:
            removed.append(f"title: {paragraphs.pop(place).text}")
    return Cleaned(tuple(paragraphs), cleaned.removed + tuple(removed), cleaned.captions)


def _below_title(body: Body, title: str | None) -> Body:
    """Without what stands above the title in the same container: menus, breadcrumbs, kickers."""
    place = title_place(body, title) if title else None
    if place is None or not body.start <= place < body.end - 1:
        return body
    above = sum(block.own_length for block in body.blocks[body.start : place] if is_prose(block))
    below = sum(block.own_length for block in body.blocks[place : body.end] if is_prose(block))
    if above * 3 > below:
        return body
    return replace(body, start=place + 1)


def _up_to_last(body: Body, cleaned: Cleaned) -> Body:
    """The body up to its last paragraph: what was cut behind it (cards, credits) stands after the text."""
    if not cleaned.paragraphs:
        return body
    last = cleaned.paragraphs[-1].block
    end = next(place for place in range(body.end - 1, -1, -1) if body.blocks[place] is last)
    return replace(body, end=end + 1)


def _at(document: Document, xpath: str | None) -> list[HtmlElement]:
    """The elements at a source's own hint; none where it has none or it fits nothing (the loader checks its form)."""
    if not xpath:
        return []
    try:
        found = document.root.xpath(xpath)
    except XPathError:
        return []
    return [one for one in found if isinstance(one, HtmlElement)] if isinstance(found, list) else []


def _sections(document: Document, body: Body) -> tuple[str, ...]:
    """Categories and labels that the page gives the article."""
    found = [
        *document.meta.get("article:section", ()),
        *document.meta.get("articlesection", ()),
        *document.meta.get("category", ()),
    ]
    article = document.ld_article()
    if article is not None and (section := ld_text(article.get("articleSection"))):
        found.append(section)
    for block in (
        *body.blocks[max(0, body.start - 12) : body.start],
        *body.blocks[body.end : body.end + 8],
        *body.inside[-4:],
    ):
        label = re.match(
            r"(?:label|labels|kategori|category|rubrik|tags?|posted in|filed under)\s*:?\s*(.{2,120})", block.text, re.I
        )
        if label:
            found.append(label.group(1))
        elif block.zone in ("meta", "navigation") and len(block.text) < 100 and block.zone_element is not None:
            names = f"{block.zone_element.get('class') or ''} {block.zone_element.get('id') or ''}"
            if re.search(r"cat|kategori|rubrik|breadcrumb|section|kanal|label", names, re.I):
                found.append(block.text)
    return tuple(dict.fromkeys(one for one in found if one))


def _canonical(document: Document) -> str | None:
    for rel, addresses in document.links.items():
        if "canonical" in rel.split() and addresses and addresses[0]:
            try:
                return urljoin(document.url, addresses[0])
            except ValueError:
                return None
    return None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("Asia/Jakarta")


def _letters(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())
