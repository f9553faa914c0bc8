"""What came in between two moments: the questions that the weekly digest asks of the corpus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.corpus.stored_form import utc_text
from storage.database import rows


@dataclass(frozen=True, slots=True)
class DigestStatement:
    speaker: str
    position: str | None
    institution: str | None
    kind: str  # direct, indirect
    quote: str


@dataclass(frozen=True, slots=True)
class DigestAllegation:
    who: str
    act: str
    status: str  # alleged, examined, established, sanctioned, cleared


@dataclass(frozen=True, slots=True)
class DigestArticle:
    """One article on topic, first seen in the week."""

    id: int
    url: str
    title: str
    source: str
    published: str | None  # ISO date
    sponsored: bool
    province: str | None  # of the first region that the text names
    regions: tuple[str, ...]
    instruments: tuple[str, ...]
    statements: tuple[DigestStatement, ...]
    allegations: tuple[DigestAllegation, ...]


@dataclass(frozen=True, slots=True)
class SilentSource:
    name: str
    state: str  # silent, below-promise, no-answer
    since: str  # ISO date, UTC
    note: str


def articles_first_seen(db: Database, since: datetime, until: datetime) -> tuple[DigestArticle, ...]:
    """Articles on topic first seen from `since` to before `until`, the newest first."""
    found = rows(
        db,
        "SELECT a.id, a.url, a.title, a.published, a.sponsored, s.name AS source FROM articles a "
        "JOIN sources s ON s.id = a.source_id WHERE a.topic = 'on' AND a.gone_at IS NULL "
        "AND a.first_seen_at >= ? AND a.first_seen_at < ? ORDER BY a.dated DESC, a.id DESC",
        [utc_text(since), utc_text(until)],
    )
    return tuple(_digest_article(db, row) for row in found)


def silent_sources(db: Database) -> tuple[SilentSource, ...]:
    """Sources whose last health check found them silent or below their promise, the longest silent first."""
    found = rows(
        db,
        "SELECT s.name, h.state, substr(h.silent_since, 1, 10) AS since, h.note FROM source_health h "
        "JOIN sources s ON s.id = h.source_id WHERE h.silent_since IS NOT NULL ORDER BY h.silent_since, s.name",
    )
    return tuple(SilentSource(**row) for row in found)


def _digest_article(db: Database, row: dict[str, Any]) -> DigestArticle:
    article = [row["id"]]
    places = rows(
        db,
        "SELECT r.name, p.name AS province FROM mentions m JOIN regions r ON r.code = m.region "
        "JOIN regions p ON p.code = substr(r.code, 1, 2) WHERE m.article_id = ? AND m.type = 'region' ORDER BY m.start",
        article,
    )
    statements = rows(
        db,
        "SELECT t.speaker, t.kind, t.quote, (SELECT o.position FROM offices o WHERE o.article_id = t.article_id "
        "AND o.person_id = t.person_id ORDER BY o.start LIMIT 1) AS position, (SELECT o.institution FROM offices o "
        "WHERE o.article_id = t.article_id AND o.person_id = t.person_id ORDER BY o.start LIMIT 1) AS institution "
        "FROM statements t WHERE t.article_id = ? ORDER BY t.start",
        article,
    )
    instruments = rows(db, "SELECT DISTINCT instrument FROM citations WHERE article_id = ? ORDER BY start", article)
    allegations = rows(db, "SELECT who, act, status FROM allegations WHERE article_id = ? ORDER BY start", article)
    return DigestArticle(
        **{**row, "sponsored": bool(row["sponsored"])},
        province=places[0]["province"] if places else None,
        regions=tuple(dict.fromkeys(place["name"] for place in places)),
        instruments=tuple(found["instrument"] for found in instruments),
        statements=tuple(DigestStatement(**found) for found in statements),
        allegations=tuple(DigestAllegation(**found) for found in allegations),
    )
