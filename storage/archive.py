"""The archive: every fetched page as it came (WARC files) and what is known about it (archive.db)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Self

from sqlite_utils import Database

from storage import warc
from storage.database import open_database, rows
from storage.errors import ArchiveError
from storage.frontier import Frontier, Task, hints_from_text, hints_text
from storage.migrations.archive import MIGRATIONS
from storage.moments import read_utc, utc_text
from storage.records import FetchFailure, Page

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


@dataclass(frozen=True, slots=True)
class GonePage:
    """A page that had been fetched and that the site has taken away since."""

    url: str
    source_id: str
    gone_at: datetime
    page_id: int  # what the archive holds of it: the answer that told of its absence


class Archive:
    """archive.db and the WARC files beside it."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db = db
        self.folder = folder  # of the WARC files
        self.frontier = Frontier(db)

    @classmethod
    def open(cls, data_dir: Path, readonly: bool = False) -> Self:
        """Open `data_dir`/archive.db; raises ArchiveError where a reader finds none."""
        path = data_dir / "archive.db"
        if readonly and not path.exists():
            raise ArchiveError(f"{path}: there is no archive yet. `python -m pipeline crawl` begins one.")
        return cls(open_database(path, MIGRATIONS, readonly=readonly, error=ArchiveError), data_dir / "archive")

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All or nothing: what is written inside is stored together."""
        with self.db.atomic():
            yield

    # ------------------------------------------------------------ for readers

    def page(self, page_id: int) -> Page:
        """One fetched page with its body; raises ArchiveError when it is unknown or its record is damaged."""
        found = rows(self.db, "SELECT * FROM pages WHERE id = ?", [page_id])
        if not found:
            raise ArchiveError(f"The archive has no page {page_id}.")
        row = found[0]
        body = warc.read_body(self.folder, row["warc_file"], row["warc_offset"])
        return _page(row, body)

    def page_ids(self, after: int = 0) -> list[int]:
        """The pages that may be articles, oldest first: answered 200, of newer ids than `after`."""
        found = rows(
            self.db, "SELECT id FROM pages WHERE id > ? AND kind = 'page' AND status = 200 ORDER BY id", [after]
        )
        return [row["id"] for row in found]

    def failures(self) -> tuple[FetchFailure, ...]:
        """Every address that gave no page when it was last asked."""
        found = rows(self.db, "SELECT * FROM fetch_failures ORDER BY failed_at, url")
        return tuple(FetchFailure(**{**row, "failed_at": read_utc(row["failed_at"])}) for row in found)

    def gone_pages(self) -> tuple[GonePage, ...]:
        """Pages that were there once and are not any more."""
        sql = "SELECT url, source_id, gone_at, page_id FROM frontier WHERE gone_at IS NOT NULL ORDER BY gone_at, seq"
        return tuple(GonePage(**{**row, "gone_at": read_utc(row["gone_at"])}) for row in rows(self.db, sql))

    def last_seen(self, url: str) -> datetime | None:
        """When the page last answered, changed or not."""
        sql = "SELECT f.answered_at FROM pages p JOIN frontier f ON f.key = p.key WHERE p.url = ? LIMIT 1"
        found = rows(self.db, sql, [url])
        return read_utc(found[0]["answered_at"]) if found and found[0]["answered_at"] else None

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

    # ------------------------------------------------------------ for the crawler

    def repair(self) -> tuple[str, ...]:
        """Bring the WARC files of a run that was killed back to what has rows; returns what was done."""
        return tuple(
            done
            for row in rows(self.db, "SELECT name, length FROM warc_files")
            if (done := self._repair_file(row["name"], row["length"]))
        ) + tuple(self._remove_unknown_files())

    def _repair_file(self, name: str, length: int) -> str | None:
        path = self.folder / name
        if not path.exists() or path.stat().st_size == length:
            return None
        if path.stat().st_size > length:  # written, but the rows were not: those pages are still due
            os.truncate(path, length)
            return f"{name}: cut back to {length} bytes; what followed had no row"
        whole = warc.last_whole_record(path)
        os.truncate(path, whole)
        with self.atomic():
            lost = rows(self.db, "SELECT id, key FROM pages WHERE warc_file = ? AND warc_offset >= ?", [name, whole])
            for row in lost:
                self.frontier.forget_page(row["id"])
                self.db.execute("DELETE FROM pages WHERE id = ?", [row["id"]])
            self.db.execute("UPDATE warc_files SET length = ? WHERE name = ?", [whole, name])
        return f"{name}: torn; cut back to {whole} bytes, {len(lost)} pages will be fetched again"

    def _remove_unknown_files(self) -> Iterator[str]:
        """Files that were begun by a run that died before anything in them had a row."""
        known = {row["name"] for row in rows(self.db, "SELECT name FROM warc_files")}
        for path in sorted(self.folder.glob("netra-*.warc.gz")):
            if path.name not in known:
                path.unlink()
                yield f"{path.name}: removed; nothing in it had a row"

    def silent_sources(self, run_id: int) -> tuple[str, ...]:
        """Sources of a run whose entries all failed, so that nothing can be said about news there."""
        sql = """SELECT s.source_id FROM run_sources s WHERE s.run_id = ? AND NOT EXISTS (
                SELECT 1 FROM frontier f JOIN crawl_runs r ON r.id = s.run_id
                WHERE f.source_id = s.source_id AND f.kind = 'entry' AND f.answered_at >= r.started_at)"""
        return tuple(row["source_id"] for row in rows(self.db, sql, [run_id]))

    def begin_run(self, source_ids: tuple[str, ...], now: datetime) -> int:
        """Note that a run began; runs that never said they ended were interrupted."""
        with self.atomic():
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
        """Add to a source's counts of a run."""
        unknown = set(numbers) - set(COUNTED)
        if unknown:
            raise ValueError(f"no such count: {unknown}")
        additions = ", ".join(f"{name} = {name} + ?" for name in numbers)
        self.db.execute(
            f"UPDATE run_sources SET {additions} WHERE run_id = ? AND source_id = ?",
            [*numbers.values(), run_id, source_id],
        )

    def count_failure(self, run_id: int, source_id: str, reason: str) -> None:
        self.count(run_id, source_id, failed=1)
        self.db.execute(
            """INSERT INTO run_failures (run_id, source_id, reason, count) VALUES (?, ?, ?, 1)
            ON CONFLICT (run_id, source_id, reason) DO UPDATE SET count = count + 1""",
            [run_id, source_id, reason],
        )

    def add_page(
        self, run_id: int, task: Task, exchange: warc.Exchange, content_type: str, position: warc.Position
    ) -> int:
        """Store the row of a page whose record was just written; returns its id."""
        self.note_file(position.file, run_id, position.end)
        values: dict[str, Any] = {
            "url": exchange.url,
            "key": task.key,
            "source_id": task.source_id,
            "kind": task.kind,
            "run_id": run_id,
            "fetched_at": utc_text(exchange.asked_at),
            "status": exchange.status,
            "content_type": content_type,
            "sha256": exchange.sha256,
            "bytes": len(exchange.body),
            "warc_file": position.file,
            "warc_offset": position.offset,
            "hints": hints_text(task.hints),
        }
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        sql = f"INSERT INTO pages ({columns}) VALUES ({marks}) RETURNING id"
        return int(self.db.execute(sql, list(values.values())).fetchone()[0])

    def note_file(self, name: str, run_id: int, length: int) -> None:
        """How long a WARC file is, as far as its records have rows."""
        self.db.execute(
            """INSERT INTO warc_files (name, run_id, length) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET length = excluded.length""",
            [name, run_id, length],
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

    def store_robots(self, origin: str, fetched_at: datetime, status: int | None, body: str) -> None:
        self.db.execute(
            """INSERT INTO robots (origin, fetched_at, status, body) VALUES (?, ?, ?, ?) ON CONFLICT (origin)
            DO UPDATE SET fetched_at = excluded.fetched_at, status = excluded.status, body = excluded.body""",
            [origin, utc_text(fetched_at), status, body],
        )

    def robots(self) -> dict[str, tuple[datetime, int | None, str]]:
        """What each origin's robots.txt said last: when it was asked, its status and its text."""
        return {
            row["origin"]: (read_utc(row["fetched_at"]), row["status"], row["body"])
            for row in rows(self.db, "SELECT * FROM robots")
        }

    def busy_hosts(self) -> dict[str, tuple[datetime, int]]:
        """Hosts that asked for a pause: until when, and how often in a row they did."""
        return {
            row["host"]: (read_utc(row["until"]), row["times"]) for row in rows(self.db, "SELECT * FROM busy_hosts")
        }

    def store_busy(self, host: str, until: datetime, times: int) -> None:
        self.db.execute(
            """INSERT INTO busy_hosts (host, until, times) VALUES (?, ?, ?)
            ON CONFLICT (host) DO UPDATE SET until = excluded.until, times = excluded.times""",
            [host, utc_text(until), times],
        )

    def clear_busy(self, host: str) -> None:
        self.db.execute("DELETE FROM busy_hosts WHERE host = ?", [host])

    def page_row(self, page_id: int) -> dict[str, Any]:
        """url, status, sha256 and fetched_at of a page, without its body."""
        found = rows(self.db, "SELECT url, status, sha256, fetched_at FROM pages WHERE id = ?", [page_id])
        return found[0]


def _page(row: dict[str, Any], body: bytes) -> Page:
    return Page(
        id=row["id"],
        url=row["url"],
        source_id=row["source_id"],
        fetched_at=read_utc(row["fetched_at"]),
        status=row["status"],
        content_type=row["content_type"],
        body=body,
        sha256=row["sha256"],
        warc_file=row["warc_file"],
        warc_offset=row["warc_offset"],
        hints=hints_from_text(row["hints"]),
    )
