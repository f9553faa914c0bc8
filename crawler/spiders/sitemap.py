"""The sitemap engine: URL sets, indexes, news sitemaps and plain lists of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from crawler.dates import read_moment
from crawler.decoding import TooLarge, Undecodable, gunzip
from crawler.reading import Answer, Entry, Link, Reading, Site
from crawler.settings import MOST_BYTES
from crawler.spiders.feed import declares_entities, plain_text
from storage.records import PageHints

# Parts of a sitemap index that list no articles.
OTHER_PARTS = re.compile(
    r"(?:^|[-_/.])(?:taxonom(?:y|ies)|categor(?:y|ies)|kategori|tags?|post_tag|authors?|users?|penulis|images?|videos?|"
    r"attachments?|media)(?:[-_.\d]|$)",
    re.IGNORECASE,
)


def read(answer: Answer, role: str, site: Site) -> Reading:
    """The pages of a URL set, or the parts of an index."""
    try:
        body = gunzip(answer.body, MOST_BYTES)
    except TooLarge as error:
        return Reading(problem="decompression-bomb", detail=str(error))
    except Undecodable as error:
        return Reading(problem="not-a-sitemap", detail=str(error))
    if declares_entities(body):
        return Reading(problem="not-a-sitemap", detail="it declares entities of its own, which only an attack needs")
    if re.match(rb"\s*https?://", body):
        lines = body.decode("utf-8", "replace").split()
        return Reading(links=tuple(Link(line) for line in lines), complete=True)
    root = _parse(body)
    kind = etree.QName(root).localname if root is not None else None
    if root is None or kind not in ("urlset", "sitemapindex"):
        return Reading(problem="not-a-sitemap", detail=f"its outermost element is {kind or 'missing'}")
    if kind == "sitemapindex":
        return Reading(entries=tuple(_parts(root)))
    links = tuple(_links(root, site))
    news = any(link.hints.published_at for link in links)  # a news sitemap names the last two days only
    return Reading(links=links, complete=not news, ordered_by_date=news)


def _parse(body: bytes) -> etree._Element | None:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(body.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _parts(root: etree._Element) -> Iterator[Entry]:
    for part in root:
        values = _values(part)
        url = values.get("loc")
        if url and not OTHER_PARTS.search(url.rpartition("/")[2]):
            yield Entry(url, "sitemap", mark=values.get("lastmod"))


def _links(root: etree._Element, site: Site) -> Iterator[Link]:
    for element in root:
        values = _values(element)
        if not values.get("loc"):
            continue
        published = read_moment(values.get("publication_date"), site.timezone)
        yield Link(
            url=values["loc"],
            mark=values.get("lastmod"),
            published_at=published,
            hints=PageHints(title=plain_text(values.get("title")), published_at=published),
        )


def _values(element: etree._Element) -> dict[str, str]:
    """The texts below an element by local name, at any depth; the first of each name counts."""
    values: dict[str, str] = {}
    for child in element.iter(etree.Element):
        name = etree.QName(child).localname
        # Pictures of a page have titles and addresses of their own.
        if child.getparent() is not None and etree.QName(child.getparent()).localname in ("image", "video"):
            continue
        if child.text and child.text.strip():
            values.setdefault(name, child.text.strip())
    return values
