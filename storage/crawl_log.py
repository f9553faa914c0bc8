"""What each crawl run did: its counts per source, and every request that it made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlite_utils import Database

from storage.database import rows
from storage.errors import ArchiveError
from storage.moments import read_utc, utc_text

RunOutcome = Literal["running", "finished", "interrupted", "stopped", "disk-full"]
COUNTED = ("asked", "fetched", "new", "changed", "unchanged", "failed", "bytes")


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """What one run did at one source."""

    source_id: str
    asked: int  # requests, robots.txt included
    fetched: int  # pages that answered with a body
    new: int  # of these: seen for the first time
    changed: int  # of these: with another body than last time
    unchanged: int  # pages and entries that answered 304 or with the same body
    failed: int  # addresses that gave no page
    bytes: int  # of bodies, as they travelled
    failures: dict[str, int] = field(default_factory=dict)  # reason → addresses


@dataclass(frozen=True, slots=True)
class CrawlRun:
    id: int
    started_at: datetime
    finished_at: datetime | None
    outcome: RunOutcome
    sources: tuple[SourceCounts, ...]


class CrawlLog:
    """The tables of runs and requests. Its methods run inside the caller's transaction where there is one."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def begin_run(self, source_ids: tuple[str, ...], now: datetime) -> int:
        """Note that a run began; runs that never said they ended were interrupted."""
        with self.db.atomic():
            self.db.execute("UPDATE crawl_runs SET outcome = 'interrupted' WHERE outcome = 'running'")
            run_id = self.db.execute(
                "INSERT INTO crawl_runs (started_at, outcome) VALUES (?, 'running') RETURNING id", [utc_text(now)]
            ).fetchone()[0]
            for source_id in source_ids:
                self.db.execute("INSERT INTO run_sources (run_id, source_id) VALUES (?, ?)", [run_id, source_id])
        return int(run_id)

    def end_run(self, run_id: int, outcome: RunOutcome, now: datetime) -> None:
        self.db.execute(
            "UPDATE crawl_runs SET outcome = ?, finished_at = ? WHERE id = ?", [outcome, utc_text(now), run_id]
        )

    def count(self, run_id: int, source_id: str, **numbers: int) -> None:
        """Add to a source's counts of a run: any of `COUNTED`."""
        self.db.execute(
            """UPDATE run_sources SET asked = asked + :asked, fetched = fetched + :fetched, new = new + :new,
                changed = changed + :changed, unchanged = unchanged + :unchanged, failed = failed + :failed,
                bytes = bytes + :bytes
            WHERE run_id = :run_id AND source_id = :source_id""",
            {**dict.fromkeys(COUNTED, 0), **numbers, "run_id": run_id, "source_id": source_id},
        )

    def count_failure(self, run_id: int, source_id: str, reason: str) -> None:
        self.count(run_id, source_id, failed=1)
        self.db.execute(
            """INSERT INTO run_failures (run_id, source_id, reason, count) VALUES (?, ?, ?, 1)
            ON CONFLICT (run_id, source_id, reason) DO UPDATE SET count = count + 1""",
            [run_id, source_id, reason],
        )

    def log_request(
        self,
        run_id: int,
        source_id: str,
        host: str,
        url: str,
        why: str,
        asked_at: datetime,
        *,
        status: int | None,
        reason: str | None,
        size: int,
    ) -> None:
        """One line of the log that can be shown to a site's administrator; `size` in bytes as they travelled."""
        self.db.execute(
            """INSERT INTO requests (run_id, source_id, host, url, why, asked_at, status, reason, bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [run_id, source_id, host, url, why, utc_text(asked_at), status, reason, size],
        )
        self.count(run_id, source_id, asked=1, bytes=size)

    def asked_since(self, source_id: str, since: datetime) -> int:
        """How many requests a source got since then."""
        sql = "SELECT count(*) AS asked FROM requests WHERE source_id = ? AND asked_at >= ?"
        return int(rows(self.db, sql, [source_id, utc_text(since)])[0]["asked"])

    def silent_sources(self, run_id: int) -> tuple[str, ...]:
        """Sources of a run whose polls all failed, so that nothing can be said about news there."""
        sql = """SELECT s.source_id FROM run_sources s JOIN crawl_runs r ON r.id = s.run_id WHERE s.run_id = ?
            AND EXISTS (SELECT 1 FROM polls p WHERE p.source_id = s.source_id AND p.polled_at >= r.started_at)
            AND NOT EXISTS (SELECT 1 FROM frontier f
                WHERE f.source_id = s.source_id AND f.kind = 'entry' AND f.answered_at >= r.started_at)"""
        return tuple(row["source_id"] for row in rows(self.db, sql, [run_id]))

    def runs(self, newest: int = 20) -> tuple[CrawlRun, ...]:
        """The newest crawl runs, newest first."""
        found = rows(self.db, "SELECT id FROM crawl_runs ORDER BY id DESC LIMIT ?", [newest])
        return tuple(self.run(row["id"]) for row in found)

    def run(self, run_id: int) -> CrawlRun:
        """What one crawl run did so far, per source."""
        found = rows(self.db, "SELECT * FROM crawl_runs WHERE id = ?", [run_id])
        if not found:
            raise ArchiveError(f"The archive has no crawl run {run_id}.")
        failures: dict[str, dict[str, int]] = {}
        for row in rows(self.db, "SELECT * FROM run_failures WHERE run_id = ? ORDER BY count DESC, reason", [run_id]):
            failures.setdefault(row["source_id"], {})[row["reason"]] = row["count"]
        counts = tuple(
            SourceCounts(
                source_id=row["source_id"],
                failures=failures.get(row["source_id"], {}),
                **{name: row[name] for name in COUNTED},
            )
            for row in rows(self.db, "SELECT * FROM run_sources WHERE run_id = ? ORDER BY source_id", [run_id])
        )
        run = found[0]
        finished = run["finished_at"] and read_utc(run["finished_at"])
        return CrawlRun(run_id, read_utc(run["started_at"]), finished or None, run["outcome"], counts)

    def last_run_of_sources(self) -> dict[str, datetime]:
        """When each source was last crawled: the start of its newest run, interrupted or not."""
        sql = "SELECT source_id, max(started_at) AS began FROM run_sources JOIN crawl_runs ON id = run_id GROUP BY 1"
        return {row["source_id"]: read_utc(row["began"]) for row in rows(self.db, sql)}
