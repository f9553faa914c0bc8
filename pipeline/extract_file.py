"""One saved page on disk to one article: what `extract` prints."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.extract import extract_article
from storage.errors import InputFileError
from storage.records import Page, PageHints, Rejection, SourceFacts

MAX_BYTES = 64 * 1024 * 1024  # more than any page that a crawl keeps


def page_from_file(path: Path, url: str, now: datetime) -> Page:
    """A page as the archive would give it. Raises InputFileError where the file or the address cannot be used."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
        raise InputFileError(f'--url "{url}": not a web address; give the one that the page was saved from.')
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputFileError(f"{path}: larger than {MAX_BYTES // 2**20} MB; no page of an article is.")
        body = path.read_bytes()
    except OSError as error:
        raise InputFileError(f"{path}: cannot be read: {error.strerror}.") from None
    return Page(
        id=0,
        url=url,
        source_id="",
        fetched_at=now,
        status=200,
        content_type="",
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        warc_file="",
        warc_offset=0,
        hints=PageHints(),
    )


def source_of_a_file(url: str, timezone: str) -> SourceFacts:
    """What is known of a site that is not registered: its host alone."""
    return SourceFacts(id="", name=urlsplit(url).netloc, kind="media", region=None, timezone=timezone)


def article_fields(page: Page, source: SourceFacts) -> dict[str, object]:
    """The article's fields in the order that the documentation names them, or {"rejected": reason, "detail": …}."""
    result = extract_article(page, source)
    if isinstance(result, Rejection):
        return {"rejected": result.reason, "detail": result.detail}
    fields = dataclasses.asdict(result)
    first = (
        *("url", "title", "author", "published", "published_at", "text", "genre", "sponsored", "publisher"),
        *("language", "first_published_in", "first_published"),
    )
    return {name: fields[name] for name in first} | {k: v for k, v in fields.items() if k not in (*first, "removed")}
