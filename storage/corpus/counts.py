"""Counts for the run's summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.corpus.stored_form import utc_text


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


def _pairs(db: Database, sql: str, start: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for source_id, name, count in db.execute(sql, [start]).fetchall():
        found.setdefault(source_id, {})[name] = count
    return found
