"""The WordPress engine: the posts of /wp-json, page by page; the feed where the interface is switched off."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from crawler.dates import read_moment
from crawler.reading import Answer, Entry, Link, Reading, Site, role_page
from crawler.spiders.feed import plain_text
from storage.records import PageHints

POSTS_PER_PAGE = 50
MOST_PAGES = 2000
CHANGED_AFTER = "modified_after"
OVERLAP = timedelta(days=1)  # clocks differ, and old versions take the moment for local time
FIELDS = "link,status,date,date_gmt,modified_gmt,title,content.protected,_links,_embedded"
POSTS = f"wp/v2/posts?per_page={POSTS_PER_PAGE}&_embed=author,wp:term&_fields={FIELDS}"


def first_entry(url: str) -> Entry:
    """The list of posts of a site, of which the root or the interface itself is given."""
    if "wp-json" in url or "rest_route=" in url:
        return Entry(url, "wordpress")
    return Entry(f"{url.rstrip('/')}/wp-json/{POSTS}", "wordpress")


def since(url: str, moment: datetime) -> str:
    """The same list, of the posts that were changed after a moment; versions before 5.7 give it whole."""
    after = (moment - OVERLAP).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{url}{'&' if '?' in url else '?'}{CHANGED_AFTER}={after}"


def read(answer: Answer, role: str, site: Site) -> Reading:
    """Published posts without password; where the interface is off, the feed is asked instead."""
    page = role_page(role)
    if answer.status == 400 and page > 1:
        return Reading()  # past the last page
    posts = _json(answer) if answer.status == 200 else None
    if not isinstance(posts, list):
        detail = f"status {answer.status}, {answer.content_type or 'no content type'}; the feed is asked instead"
        return Reading(entries=(Entry(_feed(answer.url), "feed"),), problem="not-an-api", detail=detail)
    links = tuple(link for post in posts if isinstance(post, dict) and (link := _link(post, site)))
    more = _has_more(answer, len(posts), page)
    following = (Entry(_page_url(answer.url, page + 1), f"wordpress:{page + 1}", only_after_new=True),) if more else ()
    return Reading(links=links, entries=following, ordered_by_date=CHANGED_AFTER not in answer.url)


def _link(post: dict[str, Any], site: Site) -> Link | None:
    url = post.get("link")
    content = post.get("content")
    if not isinstance(url, str) or post.get("status", "publish") != "publish":
        return None
    if isinstance(content, dict) and content.get("protected"):
        return None
    published = read_moment(_text(post.get("date_gmt")), UTC) or read_moment(_text(post.get("date")), site.timezone)
    modified = read_moment(_text(post.get("modified_gmt")), UTC)
    stated = post.get("_embedded")
    embedded: dict[str, Any] = stated if isinstance(stated, dict) else {}
    return Link(
        url=url,
        mark=modified.isoformat() if modified else None,
        published_at=published,
        hints=PageHints(
            title=plain_text(_text(post.get("title"))),
            published_at=published,
            author=next(iter(_names(embedded.get("author"))), None),
            categories=tuple(_names(embedded.get("wp:term"))),
        ),
    )


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("rendered")
    return value if isinstance(value, str) else None


def _names(value: object) -> list[str]:
    """The names in a list of authors, or in a list of lists of terms."""
    if isinstance(value, dict):
        name = plain_text(value.get("name"))
        return [name] if name else []
    return [name for item in value for name in _names(item)] if isinstance(value, list) else []


def _json(answer: Answer) -> object:
    try:
        return json.loads(answer.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _has_more(answer: Answer, posts: int, page: int) -> bool:
    total = answer.headers.get("x-wp-totalpages", "")
    if page >= MOST_PAGES:
        return False
    return page < int(total) if total.isdigit() else posts >= POSTS_PER_PAGE


def _page_url(url: str, page: int) -> str:
    base = re.sub(r"([?&])page=\d+&?", r"\1", url).rstrip("?&")
    return f"{base}{'&' if '?' in base else '?'}page={page}"


def _feed(url: str) -> str:
    """The feed beside the interface: https://site/blog/wp-json/… → https://site/blog/feed/."""
    root = re.split(r"/wp-json\b|/?(?:index\.php)?\?rest_route=", url, maxsplit=1)[0]
    parts = urlsplit(root)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/feed/"
