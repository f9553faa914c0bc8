"""How each source does: what it promised, what came, since when it is silent."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlite_utils import Database

from storage.corpus.stored_form import upsert, utc_text
from storage.crawl_health import CrawlFacts
from storage.database import rows
from storage.moments import read_utc

State = Literal["ok", "silent", "below-promise", "no-answer", "never-fetched", "paused"]
TROUBLED: tuple[State, ...] = ("silent", "below-promise", "no-answer")
WEEK = timedelta(days=7)
SEEN = "SELECT first_seen_at FROM articles WHERE source_id = ? ORDER BY first_seen_at"
DAY = "%Y-%m-%d"
PATIENCE = timedelta(hours=48)  # an outage of a night is no silence


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source does, as of `checked_at`; all moments are UTC text."""

    source_id: str
    checked_at: str
    state: State
    silent_since: str | None  # of a troubled source: since when
    note: str
    last_success_at: str | None
    last_fetched_at: str | None
    last_article_at: str | None
    articles: int
    articles_this_week: int
    promised: float | None  # articles a week
    without_date: float | None  # share of its articles, 0 to 1
    without_author: float | None
    rejected: int
    rejected_by_reason: Mapping[str, int]
    failed: int
    failed_by_reason: Mapping[str, int]
    failed_checks: tuple[str, ...]

    @property
    def troubled(self) -> bool:
        """A promise is broken, or the source is silent."""
        return self.state in TROUBLED


def source_health(db: Database, now: datetime, crawled: Mapping[str, CrawlFacts]) -> tuple[SourceHealth, ...]:
    """How each source does at `now`; `crawled` is what the archive tells."""
    rejected, failed = _by_reason(db, "rejections"), _by_reason(db, "fetch_failures")
    health = []
    for row in _measured(db):
        seen = [read_utc(text) for (text,) in db.execute(SEEN, [row["id"]]).fetchall()]
        facts = crawled.get(row["id"])
        verdict = _judge(row["status"], row["promised"], facts, _watched_from(facts, row["first_fetched"]), seen, now)
        health.append(
            SourceHealth(
                source_id=row["id"],
                checked_at=utc_text(now),
                state=verdict.state,
                silent_since=utc_text(verdict.since) if verdict.since else None,
                note=verdict.note,
                last_success_at=utc_text(facts.last_success_at) if facts and facts.last_success_at else None,
                last_fetched_at=row["last_fetched"],
                last_article_at=utc_text(seen[-1]) if seen else None,
                articles=len(seen),
                articles_this_week=sum(now - WEEK < moment <= now for moment in seen),
                promised=row["promised"],
                without_date=_share(row["undated"], len(seen)),
                without_author=_share(row["unsigned"], len(seen)),
                rejected=sum(rejected.get(row["id"], {}).values()),
                rejected_by_reason=rejected.get(row["id"], {}),
                failed=sum(failed.get(row["id"], {}).values()),
                failed_by_reason=failed.get(row["id"], {}),
                failed_checks=facts.failed_checks if facts else (),
            )
        )
    return tuple(health)


def missed_since(promised: float, seen: Sequence[datetime], watched_from: datetime, now: datetime) -> datetime | None:
    """Since when fewer than `promised` articles were new within the week before; None where the promise is kept.

    `seen` are the moments at which articles came, oldest first. A source has a week from the first look at it.
    """
    needed = math.ceil(promised)
    kept_until = watched_from + WEEK
    for first, last in zip(seen, seen[needed - 1 :], strict=False):
        if last <= now and last - first < WEEK:  # from `last` until `first` is a week old, as many came as promised
            kept_until = max(kept_until, first + WEEK)
    return kept_until if kept_until <= now else None


@dataclass(frozen=True, slots=True)
class _Verdict:
    state: State
    since: datetime | None
    note: str


def _judge(
    status: str,
    promised: float | None,
    facts: CrawlFacts | None,
    watched_from: datetime | None,
    seen: Sequence[datetime],
    now: datetime,
) -> _Verdict:
    if status in ("paused", "dead", "unregistered"):
        return _Verdict("paused", None, f"status {status}")
    if watched_from is None:
        return _Verdict("never-fetched", None, "it has not been crawled yet")
    missed = missed_since(promised, seen, watched_from, now) if promised else None
    unanswered = _unanswered_since(facts, now)
    if unanswered is not None:
        since = min(unanswered, missed or unanswered)
        last = facts.last_success_at if facts else None
        return _Verdict("no-answer", since, f"no entry has answered since {last:{DAY}}" if last else "no entry answers")
    recent = sum(now - WEEK < moment <= now for moment in seen)
    if missed is not None:
        note = f"{recent} articles in the last 7 days, promised at least {promised:g}"
        return _Verdict("below-promise" if recent else "silent", missed, note)
    if promised is None and not recent and now - (seen[-1] if seen else watched_from) >= WEEK:
        if seen:
            return _Verdict("silent", seen[-1], "no new article in the last 7 days")
        return _Verdict("silent", watched_from, "it is crawled and has not given an article")
    return _Verdict("ok", None, "")


def _unanswered_since(facts: CrawlFacts | None, now: datetime) -> datetime | None:
    """Since when the entries of a source that is crawled give nothing that can be read."""
    if facts is None:
        return None
    if facts.last_success_at is None:
        return facts.first_run_at
    asked_in_vain = facts.last_run_at > facts.last_success_at
    return facts.last_success_at if asked_in_vain and now - facts.last_success_at > PATIENCE else None


def _watched_from(facts: CrawlFacts | None, first_fetched: str | None) -> datetime | None:
    moments = [facts.first_run_at] if facts else []
    if first_fetched:
        moments.append(read_utc(first_fetched))
    return min(moments, default=None)


def _measured(db: Database) -> list[dict[str, Any]]:
    return rows(
        db,
        "SELECT s.id, s.status, s.at_least_articles_per_week AS promised, "
        "(SELECT min(fetched_at) FROM captures c WHERE c.source_id = s.id) AS first_fetched, "
        "(SELECT max(fetched_at) FROM captures c WHERE c.source_id = s.id) AS last_fetched, "
        "coalesce(sum(a.published IS NULL), 0) AS undated, "
        "coalesce(sum(coalesce(a.author, '') = ''), 0) AS unsigned "
        "FROM sources s LEFT JOIN articles a ON a.source_id = s.id GROUP BY s.id ORDER BY s.id",
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _by_reason(db: Database, table: Literal["rejections", "fetch_failures"]) -> dict[str, dict[str, int]]:
    sql = f"SELECT source_id, reason, count(*) AS pages FROM {table} GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2"  # noqa: S608
    found: dict[str, dict[str, int]] = {}
    for row in rows(db, sql):
        found.setdefault(row["source_id"], {})[row["reason"]] = row["pages"]
    return found


def store_source_health(db: Database, health: Sequence[SourceHealth]) -> None:
    """Write how the sources do, in place of the last check."""
    with db.atomic():
        for source in health:
            row = {name: getattr(source, name) for name in source.__slots__}
            for name in ("rejected_by_reason", "failed_by_reason"):
                row[name] = json.dumps(row[name])
            row["failed_checks"] = "\n".join(source.failed_checks)
            upsert(db, "source_health", row, key="source_id")
