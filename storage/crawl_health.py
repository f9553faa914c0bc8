"""What archive.db tells of the health of each source: when it was crawled, when it answered, which checks failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.database import rows
from storage.moments import read_utc


@dataclass(frozen=True, slots=True)
class CrawlFacts:
    """How the crawls of one source went."""

    source_id: str
    first_run_at: datetime
    last_run_at: datetime
    last_success_at: datetime | None  # when one of its entries last gave an answer that could be read
    failed_checks: tuple[str, ...] = ()  # of the newest run, a sentence each


def crawl_facts(db: Database) -> tuple[CrawlFacts, ...]:
    """Of every source that was ever crawled, interrupted runs included; `db` is archive.db."""
    failed: dict[str, list[str]] = {}
    for row in rows(
        db,
        """SELECT source_id, told FROM run_checks JOIN (
            SELECT source_id, max(run_id) AS run_id FROM run_sources GROUP BY source_id
        ) USING (source_id, run_id) ORDER BY source_id, name""",
    ):
        failed.setdefault(row["source_id"], []).append(row["told"])
    crawled = rows(
        db,
        """SELECT source_id, min(started_at) AS first, max(started_at) AS last, (
            SELECT max(answered_at) FROM frontier f WHERE f.source_id = s.source_id AND f.kind = 'entry'
        ) AS success FROM run_sources s JOIN crawl_runs r ON r.id = s.run_id GROUP BY source_id ORDER BY source_id""",
    )
    return tuple(
        CrawlFacts(
            source_id=row["source_id"],
            first_run_at=read_utc(row["first"]),
            last_run_at=read_utc(row["last"]),
            last_success_at=read_utc(row["success"]) if row["success"] else None,
            failed_checks=tuple(failed.get(row["source_id"], ())),
        )
        for row in crawled
    )


def note_failed_check(db: Database, run_id: int, source_id: str, name: str, told: str) -> None:
    """One check that a source did not pass at the end of a run; `told` is a sentence for the operator."""
    db.execute(
        "INSERT INTO run_checks (run_id, source_id, name, told) VALUES (?, ?, ?, ?)", [run_id, source_id, name, told]
    )


@dataclass(frozen=True, slots=True)
class SourceRun:
    """What one run did at one source, beside what the runs before it had brought."""

    source_id: str
    addresses: int  # that answered or failed in this run
    failed: int  # of these
    first_run_at: datetime
    last_new_at: datetime | None  # begin of the newest run that brought a new page
    failed_checks_before: tuple[str, ...]  # of the run before
    entries: Mapping[str, bool]  # those of the registry that answered in this run → whether they ever named something


def source_run(db: Database, run_id: int, source_id: str) -> SourceRun:
    """How a run went at a source; after its last page and before its checks are noted. `db` is archive.db."""
    values = {"run": run_id, "source": source_id}
    (row,) = rows(
        db,
        """SELECT s.fetched + s.unchanged + s.failed AS addresses, s.failed, min(r.started_at) AS first,
            max(r.started_at) FILTER (WHERE o.new > 0) AS last_new
        FROM run_sources s JOIN run_sources o ON o.source_id = s.source_id JOIN crawl_runs r ON r.id = o.run_id
        WHERE s.run_id = :run AND s.source_id = :source GROUP BY s.source_id""",
        values,
    )
    before = rows(
        db,
        """SELECT told FROM run_checks WHERE source_id = :source AND run_id = (
            SELECT max(run_id) FROM run_sources WHERE source_id = :source AND run_id < :run)""",
        values,
    )
    entries = rows(
        db,
        """SELECT f.url, EXISTS (SELECT 1 FROM announcements a WHERE a.entry_key = f.key) OR EXISTS (
                SELECT 1 FROM frontier c WHERE c.source_id = f.source_id AND c.kind = 'entry' AND c.found_in = f.key
            ) AS named
        FROM frontier f WHERE f.source_id = :source AND f.kind = 'entry'
            AND f.answered_at >= (SELECT started_at FROM crawl_runs WHERE id = :run)
            AND NOT EXISTS (SELECT 1 FROM frontier p WHERE p.key = f.found_in AND p.redirect_to IS NULL)
        ORDER BY f.seq""",
        values,
    )
    return SourceRun(
        source_id=source_id,
        addresses=row["addresses"],
        failed=row["failed"],
        first_run_at=read_utc(row["first"]),
        last_new_at=read_utc(row["last_new"]) if row["last_new"] else None,
        failed_checks_before=tuple(each["told"] for each in before),
        entries={each["url"]: bool(each["named"]) for each in entries},
    )
