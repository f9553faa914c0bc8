"""What archive.db tells of the health of each source: when it was crawled, when it answered, which checks failed."""

from __future__ import annotations

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
