"""Counts for the run's summary and for the health report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.corpus.stored_form import upsert, utc_text


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """What became of a source's pages; `rejected` by reason, `failed` by reason."""

    source_id: str
    captures: int
    new: int
    changed: int
    unchanged: int
    rejected: Mapping[str, int]
    failed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CorpusCounts:
    """What the corpus holds in all."""

    sources: int
    articles: int
    on_topic: int
    versions: int
    people: int
    officials: int
    regions: int
    citations: int
    statements: int
    allegations: int
    rejections: int
    fetch_failures: int


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source does, as of `checked_at` (UTC)."""

    source_id: str
    checked_at: str
    last_fetched_at: str | None
    last_article_at: str | None
    articles: int
    articles_this_week: int
    rejected: int
    failed: int
    state: str  # ok, silent, below-promise, never-fetched, paused
    note: str


def corpus_counts(db: Database) -> CorpusCounts:
    """One figure for each kind of row; regions are the different ones that articles name."""
    queries = {
        "sources": "SELECT count(*) FROM sources",
        "articles": "SELECT count(*) FROM articles",
        "on_topic": "SELECT count(*) FROM articles WHERE topic = 'on'",
        "versions": "SELECT count(*) FROM article_versions",
        "people": "SELECT count(*) FROM people",
        "officials": "SELECT count(*) FROM people WHERE kind = 'official'",
        "regions": "SELECT count(DISTINCT region) FROM mentions WHERE type = 'region'",
        "citations": "SELECT count(*) FROM citations",
        "statements": "SELECT count(*) FROM statements",
        "allegations": "SELECT count(*) FROM allegations",
        "rejections": "SELECT count(*) FROM rejections",
        "fetch_failures": "SELECT count(*) FROM fetch_failures",
    }
    return CorpusCounts(**{name: int(db.execute(query).fetchone()[0]) for name, query in queries.items()})


def source_counts(db: Database, since: datetime | None = None) -> tuple[SourceCounts, ...]:
    """For each source, what became of the pages fetched from `since` on (UTC), or of all."""
    start = utc_text(since) if since else ""
    outcomes = _pairs(
        db,
        "SELECT c.source_id, CASE WHEN c.outcome = 'article' AND v.version > 1 THEN 'changed' ELSE c.outcome END, "
        "count(*) FROM captures c LEFT JOIN article_versions v ON v.capture_id = c.id "
        "WHERE c.fetched_at >= ? GROUP BY 1, 2",
        start,
    )
    rejected = _pairs(
        db,
        "SELECT r.source_id, r.reason, count(*) FROM rejections r JOIN captures c ON c.id = r.capture_id "
        "WHERE c.fetched_at >= ? GROUP BY 1, 2",
        start,
    )
    failed = _pairs(
        db, "SELECT source_id, reason, count(*) FROM fetch_failures WHERE failed_at >= ? GROUP BY 1, 2", start
    )
    return tuple(
        SourceCounts(
            source_id=source_id,
            captures=sum(outcomes.get(source_id, {}).values()),
            new=outcomes.get(source_id, {}).get("article", 0),
            changed=outcomes.get(source_id, {}).get("changed", 0),
            unchanged=outcomes.get(source_id, {}).get("unchanged", 0),
            rejected=rejected.get(source_id, {}),
            failed=failed.get(source_id, {}),
        )
        for (source_id,) in db.execute("SELECT id FROM sources ORDER BY id").fetchall()
    )


def source_health(db: Database, now: datetime) -> tuple[SourceHealth, ...]:
    """How each source does: silent where it gave articles before and none for a week, or less than it promises."""
    week_ago = utc_text(now - timedelta(days=7))
    found = db.execute(
        "SELECT s.id, s.status, s.at_least_articles_per_week, "
        "(SELECT max(fetched_at) FROM captures c WHERE c.source_id = s.id), "
        "(SELECT max(first_seen_at) FROM articles a WHERE a.source_id = s.id), "
        "(SELECT count(*) FROM articles a WHERE a.source_id = s.id), "
        "(SELECT count(*) FROM articles a WHERE a.source_id = s.id AND a.first_seen_at >= ?), "
        "(SELECT count(*) FROM rejections r WHERE r.source_id = s.id), "
        "(SELECT count(*) FROM fetch_failures f WHERE f.source_id = s.id) "
        "FROM sources s ORDER BY s.id",
        [week_ago],
    ).fetchall()
    health = []
    for source_id, status, promise, fetched, seen, articles, recent, rejected, failed in found:
        state, note = _state(status, promise, fetched, articles, recent)
        health.append(
            SourceHealth(source_id, utc_text(now), fetched, seen, articles, recent, rejected, failed, state, note)
        )
    return tuple(health)


def store_source_health(db: Database, health: tuple[SourceHealth, ...]) -> None:
    """Write how the sources do, in place of the last check."""
    with db.atomic():
        for source in health:
            row = {name: getattr(source, name) for name in source.__slots__}
            upsert(db, "source_health", row, key="source_id")


def _state(status: str, promise: float | None, fetched: str | None, articles: int, recent: int) -> tuple[str, str]:
    if status in ("paused", "dead"):
        return "paused", f"status {status}"
    if fetched is None:
        return "never-fetched", "no page has been fetched yet"
    if promise is not None and recent < promise:
        return "below-promise", f"{recent} articles in the last 7 days, promised at least {promise:g}"
    if articles and not recent:
        return "silent", "no new article in the last 7 days"
    return "ok", ""


def _pairs(db: Database, sql: str, start: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for source_id, name, count in db.execute(sql, [start]).fetchall():
        found.setdefault(source_id, {})[name] = count
    return found
