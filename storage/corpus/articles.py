"""Writes what became of each captured page: an article, a new version of one, nothing new, or a rejection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Literal

from sqlite_utils import Database

from storage.corpus.findings import clear_findings, replace_findings
from storage.corpus.people import forget_unmentioned_people
from storage.corpus.sources import ensure_source
from storage.corpus.stored_form import (
    Row,
    insert,
    iso_or_none,
    storable,
    update,
    upsert,
    utc_text,
    zoned_text_or_none,
)
from storage.corpus.withholding import Withheld, masked_url
from storage.database import rows
from storage.records import Analysis, Article, ArticleText, Page, Rejection

Outcome = Literal["new", "changed", "unchanged", "withheld"]

# What a later capture may lack because the feed has dropped the article; the earlier value stays then.
KEPT_WHERE_MISSING = ("author", "author_office", "published", "published_at", "published_from", "first_published")


def store_article(
    db: Database, withheld: Withheld, page: Page, article: Article, analysis: Analysis | None, now: datetime
) -> Outcome:
    """Write one article and all that was found in it in one transaction.

    A changed title or text is the next version of the same article and replaces its findings; the same text adds
    nothing. The page that an article rests on may be given again, after a rule has changed: then it is overwritten.
    """
    with db.atomic():
        ensure_source(db, page.source_id)
        hidden_id = withheld.article_of(article.url, page.url)
        if hidden_id is not None:
            _store_capture(db, page, "withheld", url=masked_url(hidden_id))
            return "withheld"
        outcome, article_id = _write(db, page, article)
        if article_id is not None and analysis is not None:
            _store_analysis(db, withheld, article_id, analysis, now)
        db.execute("DELETE FROM rejections WHERE capture_id = ?", [page.id])
    return outcome


def store_rejection(db: Database, withheld: Withheld, page: Page, rejection: Rejection, now: datetime) -> None:
    """Write why a page gave no article; an article that rested on this page alone goes, since a rule has changed."""
    with db.atomic():
        ensure_source(db, page.source_id)
        hidden_id = withheld.article_of(page.url)
        if hidden_id is not None:
            _store_capture(db, page, "withheld", url=masked_url(hidden_id))
            return
        _store_capture(db, page, "rejected")
        _take_back_version(db, page.id)
        row = {
            "capture_id": page.id,
            "url": page.url,
            "source_id": page.source_id,
            "reason": rejection.reason,
            "detail": rejection.detail,
            "rejected_at": utc_text(now),
        }
        upsert(db, "rejections", row, key="capture_id")


def store_analysis(db: Database, withheld: Withheld, article_id: int, analysis: Analysis, now: datetime) -> None:
    """Replace the findings of an article, in one transaction."""
    with db.atomic():
        _store_analysis(db, withheld, article_id, analysis, now)


def mark_gone(db: Database, url: str, when: datetime) -> bool:
    """Note that an article's page is no longer there; True where an article has this address."""
    with db.atomic():
        cursor = db.execute(
            "UPDATE articles SET gone_at = ? WHERE gone_at IS NULL AND (url = ? OR id IN ("
            "SELECT article_id FROM article_versions JOIN captures ON captures.id = capture_id "
            "WHERE captures.url = ?))",
            [utc_text(when), url, url],
        )
        return bool(cursor.rowcount)


def articles_to_analyse(db: Database, *, again: bool = False) -> Iterator[ArticleText]:
    """The articles without findings, or with `again` all; reading goes on while findings are written."""
    pending = "SELECT id FROM articles WHERE analysed_at IS NULL ORDER BY id"
    ids = [row[0] for row in db.execute("SELECT id FROM articles ORDER BY id" if again else pending)]
    for article_id in ids:
        found = rows(
            db,
            "SELECT a.*, c.fetched_at, s.region FROM articles a JOIN captures c ON c.id = a.capture_id "
            "JOIN sources s ON s.id = a.source_id WHERE a.id = ?",
            [article_id],
        )
        if found:
            yield _article_text(found[0])


def _article_text(row: Row) -> ArticleText:
    return ArticleText(
        id=str(row["id"]),
        text=row["text"],
        title=row["title"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        fetched=date.fromisoformat(row["fetched_at"][:10]),
        source_region=row["region"],
        sponsored=bool(row["sponsored"]),
        genre=row["genre"],
    )


def _write(db: Database, page: Page, article: Article) -> tuple[Outcome, int | None]:
    """The outcome, and the id of the article where findings of this page belong to it."""
    values = _article_row(article)
    existing = _existing(db, page, article)
    if existing is None:
        _store_capture(db, page, "article")
        first = {"source_id": page.source_id, "capture_id": page.id, "first_seen_at": utc_text(page.fetched_at)}
        article_id = insert(db, "articles", {"url": article.url, **first, **values})
        _store_version(db, article_id, 1, page, values, changed="")
        return "new", article_id
    article_id = int(existing["id"])
    same_text = (existing["title"], existing["text"]) == (values["title"], values["text"])
    if existing["capture_id"] == page.id:
        return _overwrite(db, page, existing, {**values, "url": article.url}, same_text=same_text)
    current = db.execute("SELECT fetched_at FROM captures WHERE id = ?", [existing["capture_id"]]).fetchone()[0]
    if utc_text(page.fetched_at) < current:
        return _overwrite_earlier(db, page, article_id, values)
    if same_text:
        _store_capture(db, page, "unchanged")
        update(db, "articles", article_id, {"gone_at": None})
        return "unchanged", None
    _store_capture(db, page, "article")
    kept = {column: values[column] or existing[column] for column in KEPT_WHERE_MISSING}
    version = int(existing["version"]) + 1
    moved = {"capture_id": page.id, "version": version, "gone_at": None}
    clear_findings(db, article_id)
    update(db, "articles", article_id, {**values, **kept, **moved})
    changed = ", ".join(name for name in ("title", "text") if existing[name] != values[name])
    _store_version(db, article_id, version, page, values, changed=changed)
    return "changed", article_id


def _existing(db: Database, page: Page, article: Article) -> Row | None:
    for condition, value in (("url = ?", article.url), ("capture_id = ?", page.id)):
        found = rows(db, f"SELECT * FROM articles WHERE {condition}", [value])  # noqa: S608 - fixed conditions
        if found:
            return found[0]
    return None


def _overwrite(db: Database, page: Page, existing: Row, values: Row, *, same_text: bool) -> tuple[Outcome, int]:
    """The same page read again: the article takes what the rules say now, without a new version."""
    _store_capture(db, page, "article")
    article_id = int(existing["id"])
    if not same_text:
        clear_findings(db, article_id)
    update(db, "articles", article_id, values)
    db.execute(
        "UPDATE article_versions SET title = ?, text = ? WHERE article_id = ? AND capture_id = ?",
        [values["title"], values["text"], article_id, page.id],
    )
    return ("unchanged" if same_text else "changed"), article_id


def _overwrite_earlier(db: Database, page: Page, article_id: int, values: Row) -> tuple[Outcome, None]:
    """An earlier page read again: at most the text of its own version changes."""
    cursor = db.execute(
        "UPDATE article_versions SET title = ?, text = ? WHERE article_id = ? AND capture_id = ?",
        [values["title"], values["text"], article_id, page.id],
    )
    _store_capture(db, page, "article" if cursor.rowcount else "unchanged")
    return "unchanged", None


def _take_back_version(db: Database, capture_id: int) -> None:
    for article in rows(db, "SELECT id FROM articles WHERE capture_id = ?", [capture_id]):
        article_id = article["id"]
        db.execute("DELETE FROM article_versions WHERE article_id = ? AND capture_id = ?", [article_id, capture_id])
        earlier = rows(
            db,
            "SELECT capture_id, version, title, text FROM article_versions WHERE article_id = ? ORDER BY version DESC",
            [article_id],
        )
        if earlier:
            clear_findings(db, article_id)
            update(db, "articles", article_id, earlier[0])
        else:
            db.execute("DELETE FROM articles WHERE id = ?", [article_id])
    forget_unmentioned_people(db)
    db.execute("DELETE FROM article_versions WHERE capture_id = ?", [capture_id])


def _store_capture(db: Database, page: Page, outcome: str, url: str | None = None) -> None:
    row = {
        "id": page.id,
        "url": url or page.url,
        "source_id": page.source_id,
        "fetched_at": utc_text(page.fetched_at),
        "status": page.status,
        "sha256": page.sha256,
        "warc_file": page.warc_file,
        "warc_offset": page.warc_offset,
        "bytes": len(page.body),
        "outcome": outcome,
    }
    upsert(db, "captures", row, key="id")


def _store_version(db: Database, article_id: int, version: int, page: Page, values: Row, *, changed: str) -> None:
    row = {
        "article_id": article_id,
        "version": version,
        "capture_id": page.id,
        "title": values["title"],
        "text": values["text"],
        "seen_at": utc_text(page.fetched_at),
        "changed": changed,
    }
    insert(db, "article_versions", row)


def _store_analysis(db: Database, withheld: Withheld, article_id: int, analysis: Analysis, now: datetime) -> None:
    row = db.execute("SELECT dated FROM articles WHERE id = ?", [article_id]).fetchone()
    if row is not None:  # withheld since it was read: nothing to write
        hidden = withheld.findings(article_id)
        replace_findings(db, article_id, analysis, said_on=row[0], now=now, hidden=hidden)


def _article_row(article: Article) -> dict[str, Any]:
    return {
        "title": storable(article.title),
        "text": storable(article.text),
        "author": article.author,
        "author_office": article.author_office,
        "published": iso_or_none(article.published),
        "published_at": zoned_text_or_none(article.published_at),
        "published_from": article.published_from,
        "date_conflict": article.date_conflict,
        "word_count": len(article.text.split()),
        "language": article.language,
        "genre": article.genre,
        "sponsored": int(article.sponsored),
        "publisher": article.publisher,
        "first_published": iso_or_none(article.first_published),
        "first_published_in": article.first_published_in,
        "dateline_place": article.dateline_place,
        "captions": "\n".join(article.captions) or None,
        "corrections": "\n".join(article.corrections) or None,
        "rewritten_score": article.rewritten_score,
        "rewritten_signs": "\n".join(article.rewritten_signs) or None,
        "encoding_mended": int(article.encoding_mended),
        "page_number": article.page_number,
        "page_count": article.page_count,
    }
