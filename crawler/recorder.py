"""Keeps what came: the WARC records, the row of the page and the counts of the run, all or nothing."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from crawler.settings import AGENT, VERSION
from storage.archive import Archive
from storage.moments import read_utc
from storage.tasks import Task
from storage.warc import Earlier, Exchange, WarcFiles


class DiskFull(Exception):
    """There is no room left for the archive; what was begun was taken back."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of an answer."""

    page_id: int  # of its row, or of the row that already holds the same payload
    same: bool  # the payload is the one that the address gave last time


class Recorder:
    """The one writer of a run's pages."""

    def __init__(self, archive: Archive, run_id: int, files: WarcFiles) -> None:
        self.archive, self.run_id, self.files = archive, run_id, files

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Rows and records are stored together; if the rows cannot be, the records are cut off again."""
        name, length = self.files.name, self.files.length
        try:
            with self.archive.atomic():
                yield
        except BaseException as error:
            self.files.take_back(name, length)
            if _is_disk_full(error):
                raise DiskFull(str(error)) from error
            raise

    def record(self, task: Task, exchange: Exchange, content_type: str) -> Recorded:
        """Write the records of an answer, and its row unless the address gave the same payload last time."""
        last = self.archive.last_row(task.key)
        if last and (last["sha256"], last["status"]) == (exchange.sha256, exchange.status):
            position = self.files.write(exchange, Earlier(last["url"], read_utc(last["fetched_at"])))
            self.archive.note_file(position.file, self.run_id, position.end)
            return Recorded(last["id"], same=True)
        position = self.files.write(exchange)
        return Recorded(self.archive.add_page(self.run_id, task, exchange, content_type, position), same=False)

    def record_not_modified(self, task: Task, exchange: Exchange) -> None:
        """Write the revisit record of an answer 304."""
        last = self.archive.page_row(task.page_id) if task.page_id is not None else None
        earlier = Earlier(last["url"], read_utc(last["fetched_at"])) if last else None
        position = self.files.write(exchange, earlier)
        self.archive.note_file(position.file, self.run_id, position.end)

    def record_alone(self, exchange: Exchange) -> None:
        """Write records that need no row: robots.txt."""
        position = self.files.write(exchange)
        self.archive.note_file(position.file, self.run_id, position.end)


def open_files(archive: Archive, run_id: int, started_at: datetime, agent: str) -> WarcFiles:
    """The WARC files of one run."""
    info = {
        "software": f"{AGENT}/{VERSION}",
        "format": "WARC file version 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "obey",
        "http-header-user-agent": agent,
        "description": "Public pages about the neutrality of civil servants; bodies are stored content-decoded.",
    }
    return WarcFiles(archive.folder, f"netra-{started_at:%Y%m%dT%H%M%SZ}-{run_id:06}", info)


def _is_disk_full(error: BaseException) -> bool:
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    return "database or disk is full" in str(error)
