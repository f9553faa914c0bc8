"""The feed engine: RSS, Atom and RDF, as broken as they come."""

from __future__ import annotations

import hashlib
import html
import re
from typing import Any

import feedparser

from crawler.dates import read_moment
from crawler.reading import Answer, Entry, Link, Reading, Site, role_page
from storage.records import PageHints

MOST_PAGES = 200  # of a feed that can be paged, on a first visit
TAGS = re.compile(r"<[^>]*>")


def read(answer: Answer, role: str, site: Site) -> Reading:
    """The items of a feed; a page without any is a problem only where it is no feed."""
    page = role_page(role)
    if page > 1 and answer.status in (400, 404):
        return Reading()  # WordPress says so past the last page
    if declares_entities(answer.body):
        return Reading(problem="not-a-feed", detail="it declares entities of its own, which only an attack needs")
    parsed = feedparser.parse(
        answer.body,
        response_headers={"content-type": answer.content_type or "application/xml", "content-location": answer.url},
    )
    if not parsed.get("version") and not parsed.entries:
        return Reading(problem="not-a-feed", detail=_what_it_is(answer))
    links = tuple(link for item in parsed.entries if (link := _link(item, site)))
    return Reading(links=links, entries=_next_page(parsed, answer, page), ordered_by_date=True)


def declares_entities(body: bytes) -> bool:
    """Whether XML declares entities of its own: no feed or sitemap needs them, entity bombs do."""
    return b"<!ENTITY" in body


def _link(item: Any, site: Site) -> Link | None:
    url = item.get("feedburner_origlink") or item.get("link")
    if not url or url.lower().startswith("javascript:"):
        return None
    published = read_moment(_raw(item, "published") or _raw(item, "date"), site.timezone)
    updated = read_moment(_raw(item, "updated"), site.timezone)
    title = plain_text(item.get("title"))
    return Link(
        url=url,
        mark=updated.isoformat() if updated else _digest(item),
        published_at=published or updated,
        hints=PageHints(
            title=title,
            published_at=published,
            author=plain_text(item.get("author")),
            categories=tuple(word for tag in item.get("tags", ()) if (word := plain_text(tag.get("term")))),
        ),
    )


def _raw(item: Any, name: str) -> str | None:
    # feedparser answers "published" when it is asked for an absent "updated"; a plain dict does not.
    value = dict.get(item, name)
    return value if isinstance(value, str) else None


def _digest(item: Any) -> str:
    """Changes with what the feed says of the item, for feeds that name no date of change."""
    parts = [
        item.get("title", ""),
        item.get("summary", ""),
        *(part.get("value", "") for part in item.get("content", ())),
    ]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def plain_text(value: object) -> str | None:
    """Words without tags, entities and double spaces; None where none are left."""
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(TAGS.sub(" ", value)).split()) or None


def _next_page(parsed: Any, answer: Answer, page: int) -> tuple[Entry, ...]:
    """RFC 5005's "next" link, or WordPress's own way of paging."""
    if page >= MOST_PAGES or not parsed.entries:
        return ()
    role = f"feed:{page + 1}"
    for link in parsed.feed.get("links", ()):
        if link.get("rel") == "next" and link.get("href"):
            return (Entry(link["href"], role, only_after_new=True),)
    if "wordpress.org" in parsed.feed.get("generator", ""):
        base = re.sub(r"[?&]paged=\d+", "", answer.url)
        return (Entry(f"{base}{'&' if '?' in base else '?'}paged={page + 1}", role, only_after_new=True),)
    return ()


def _what_it_is(answer: Answer) -> str:
    start = answer.body[:2000].lower()
    if b"<html" in start or b"<!doctype html" in start:
        return "it is an HTML page"
    return f"it begins with {answer.body[:60]!r}" if answer.body else "it is empty"
