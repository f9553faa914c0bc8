"""The archive: every fetched page as it came (WARC files) and what is known about it (archive.db)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self, cast

from sqlite_utils import Database

from storage import warc
from storage.crawl_log import CrawlLog, CrawlRun
from storage.database import open_database, rows
from storage.errors import ArchiveError
from storage.frontier import Frontier
from storage.host_notes import HostNotes
from storage.migrations.archive import MIGRATIONS
from storage.moments import read_utc, utc_text
from storage.parts import Parts
from storage.polls import Polls
from storage.records import FetchFailure, Page, PagePart
from storage.tasks import Task, hints_from_text, hints_text


@dataclass(frozen=True, slots=True)
class GonePage:
    """A page that had been fetched and that the site has taken away since."""

    url: str
    source_id: str
    gone_at: datetime
    page_id: int  # its last answer while it was there


class Archive:
    """archive.db and the WARC files beside it."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db = db
        self.folder = folder  # of the WARC files
        self.frontier = Frontier(db)
        self.log = CrawlLog(db)
        self.hosts = HostNotes(db)
        self.polls = Polls(db)
        self.parts = Parts(db)

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
        """One fetched page with its body and its further pages; raises ArchiveError when unknown or damaged."""
        row = self._row(page_id)
        further = self.parts.rows_of(row)
        parts = tuple(PagePart(part["url"], part["content_type"], self._body(part)) for part in further)
        newest = max(read_utc(each["fetched_at"]) for each in (row, *further))
        return replace(_page(row, self._body(row)), parts=parts, fetched_at=newest)

    def page_alone(self, page_id: int) -> Page:
        """One fetched page without its further pages."""
        row = self._row(page_id)
        return _page(row, self._body(row))

    def _row(self, page_id: int) -> dict[str, Any]:
        found = rows(self.db, "SELECT * FROM pages WHERE id = ?", [page_id])
        if not found:
            raise ArchiveError(f"The archive has no page {page_id}.")
        return found[0]

    def _body(self, row: dict[str, Any]) -> bytes:
        body = warc.read_body(self.folder, row["warc_file"], row["warc_offset"])
        if hashlib.sha256(body).hexdigest() != row["sha256"]:
            place = f"{self.folder / row['warc_file']}, offset {row['warc_offset']}"
            raise ArchiveError(f"{place}: the record is damaged: it holds another body than was stored.")
        return body

    def page_ids(self, after: int = 0) -> list[int]:
        """The pages that may be articles, oldest first: answered 200, of newer ids than `after`."""
        sql = """SELECT id FROM pages WHERE id > ? AND kind = 'page' AND status = 200
            AND key NOT IN (SELECT part_key FROM article_parts) ORDER BY id"""
        found = rows(self.db, sql, [after])
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
        return self.log.runs(newest)

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
        return cast(int, self.db.table("pages").insert(values).last_pk)

    def renew_page(self, page_id: int, run_id: int) -> None:
        """Give a page that an earlier run fetched a new row, of the same record: what continues it has changed."""
        renewed = rows(
            self.db,
            """INSERT INTO pages (url, key, source_id, kind, run_id, fetched_at, status, content_type, sha256, bytes,
                warc_file, warc_offset, hints)
            SELECT url, key, source_id, kind, ?, fetched_at, status, content_type, sha256, bytes, warc_file,
                warc_offset, hints FROM pages WHERE id = ? AND run_id <> ? RETURNING id""",
            [run_id, page_id, run_id],
        )
        for row in renewed:
            self.db.execute("UPDATE frontier SET page_id = ? WHERE page_id = ?", [row["id"], page_id])

    def note_file(self, name: str, run_id: int, length: int) -> None:
        """How long a WARC file is, as far as its records have rows."""
        self.db.execute(
            """INSERT INTO warc_files (name, run_id, length) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET length = excluded.length""",
            [name, run_id, length],
        )

    def page_row(self, page_id: int) -> dict[str, Any]:
        """url, status, sha256 and fetched_at of a page, without its body."""
        return rows(self.db, "SELECT url, status, sha256, fetched_at FROM pages WHERE id = ?", [page_id])[0]

    def last_row(self, key: str) -> dict[str, Any] | None:
        """id, url, status, sha256 and fetched_at of what an address gave last, of any status."""
        sql = "SELECT id, url, status, sha256, fetched_at FROM pages WHERE key = ? ORDER BY id DESC LIMIT 1"
        return next(iter(rows(self.db, sql, [key])), None)


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
