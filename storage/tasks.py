"""The records of the frontier: an address, what is announced of it, and the task of asking it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from storage.records import PageHints

Kind = Literal["entry", "page"]


@dataclass(frozen=True, slots=True)
class Address:
    """A web address and the key under which its spellings are one."""

    key: str
    url: str
    host: str  # with the port where it is not the scheme's own


@dataclass(frozen=True, slots=True)
class Announcement:
    """A page that a feed, sitemap, API or listing names."""

    address: Address
    mark: str | None = None  # changes when the page is said to have changed
    published_at: datetime | None = None
    hints: PageHints = field(default_factory=PageHints)


@dataclass(frozen=True, slots=True)
class Announced:
    """What an entry's reading brought: numbers of pages, and the hosts of those that are due now."""

    new: int
    changed: int
    vanished: int
    hosts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Task:
    """An address that is due, with all that is known of its last answer."""

    key: str
    url: str
    host: str
    source_id: str
    kind: Kind
    role: str  # of an entry: how to read it; of a page: ""
    why: str
    found_at: datetime
    found_in: str | None
    hints: PageHints
    hops: int
    attempts: int
    answered_at: datetime | None
    etag: str | None
    last_modified: str | None
    sha256: str | None
    page_id: int | None
    visits: int
    gone_at: datetime | None


def hints_from_text(text: str) -> PageHints:
    values: dict[str, Any] = json.loads(text)
    published = values.get("published_at")
    return PageHints(
        title=values.get("title"),
        published_at=datetime.fromisoformat(published) if published else None,
        author=values.get("author"),
        categories=tuple(values.get("categories", ())),
    )


def hints_text(hints: PageHints) -> str:
    values = {
        "title": hints.title,
        "published_at": hints.published_at and hints.published_at.isoformat(),
        "author": hints.author,
        "categories": list(hints.categories) or None,
    }
    return json.dumps({name: value for name, value in values.items() if value is not None}, ensure_ascii=False)
