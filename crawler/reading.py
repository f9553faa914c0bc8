"""What an engine reads out of a feed, sitemap, API answer or listing; the engines themselves are in crawler/spiders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from storage.records import PageHints

EMPTY_HINTS = PageHints()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered to an entry, free of Scrapy."""

    url: str
    status: int
    content_type: str
    headers: Mapping[str, str]  # names in small letters
    body: bytes  # content-decoded


@dataclass(frozen=True, slots=True)
class Site:
    """What reading needs to know of the source."""

    timezone: ZoneInfo
    article_pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A page that the entry names."""

    url: str  # may be relative to the entry
    mark: str | None = None  # changes when the page is said to have changed
    published_at: datetime | None = None  # with zone
    hints: PageHints = EMPTY_HINTS


@dataclass(frozen=True, slots=True)
class Entry:
    """An address that names pages, and how to read it."""

    url: str
    role: str  # "feed", "listing:2": engine and, where it has pages, the number of the page
    mark: str | None = None  # of a part of a sitemap index: when it changed last
    only_after_new: bool = False  # a further page of an entry: asked only if this one named unknown pages


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry says. With a `problem` it says nothing that can be used."""

    links: tuple[Link, ...] = ()
    entries: tuple[Entry, ...] = ()
    complete: bool = False  # it names every page: one that it drops has vanished
    ordered_by_date: bool = False  # it names the newest: one that it drops has vanished if older ones are left
    problem: str | None = None  # one of crawler.failures.REASONS
    detail: str = ""
    skipped: Mapping[str, int] = field(default_factory=dict)  # links that were left out, by why


def role_page(role: str) -> int:
    """ "listing:3" → 3; an entry's first page has no number."""
    return int(role.partition(":")[2] or 1)
