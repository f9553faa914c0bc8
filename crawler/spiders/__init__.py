"""The engines: each turns one kind of entry (feed, sitemap, WordPress API, listing) into links; pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable

from crawler.reading import Answer, Entry, Reading, Site
from crawler.registry import Source
from crawler.spiders import feed, listing, sitemap, wordpress
from storage.tasks import Task

READERS: dict[str, Callable[[Answer, str, Site], Reading]] = {
    "feed": feed.read,
    "sitemap": sitemap.read,
    "wordpress": wordpress.read,
    "listing": listing.read,
}


def first_entries(source: Source) -> tuple[Entry, ...]:
    """Where a crawl of the source begins."""
    if source.engine == "wordpress":
        return tuple(wordpress.first_entry(url) for url in source.urls)
    return tuple(Entry(url, source.engine) for url in source.urls)


def read(answer: Answer, role: str, site: Site) -> Reading:
    """What an entry says, read as its role tells."""
    return READERS[role.partition(":")[0]](answer, role, site)


def may_be_article(url: str, source: Source) -> bool:
    """Whether the source's own pattern, where it has one, takes the address for an article's."""
    return source.article_pattern is None or bool(re.search(source.article_pattern, url))


def address_to_ask(task: Task) -> str:
    """The address by which an entry is asked: WordPress's interface answers what changed since the last time."""
    if task.role == "wordpress" and task.answered_at is not None and "wp/v2/posts" in task.url:
        return wordpress.since(task.url, task.answered_at)
    return task.url
