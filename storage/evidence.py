"""What the archive can show for an address: each time it was fetched, and where the bytes lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.database import rows
from storage.errors import ArchiveError
from storage.moments import read_utc, utc_text


@dataclass(frozen=True, slots=True)
class Capture:
    """One archived answer."""

    page_id: int
    url: str
    source_id: str
    fetched_at: datetime  # UTC
    status: int
    bytes: int
    sha256: str
    warc_file: str  # relative to the archive folder
    warc_offset: int


SELECT = "SELECT id AS page_id, url, source_id, fetched_at, status, bytes, sha256, warc_file, warc_offset FROM pages"


def captures(
    db: Database, *, source_id: str | None = None, url: str | None = None, limit: int = 50
) -> tuple[Capture, ...]:
    """The newest answers that are archived, of one source or one address where these are given."""
    sql = f"{SELECT} WHERE (? IS NULL OR source_id = ?) AND (? IS NULL OR url = ?) ORDER BY id DESC LIMIT ?"
    return tuple(_capture(row) for row in rows(db, sql, [source_id, source_id, url, url, limit]))


def capture_at(db: Database, url: str, at: datetime | None) -> Capture:
    """The newest answer of an address, or the one that stood at a moment (with zone). Raises ArchiveError."""
    sql = f"{SELECT} WHERE url = ? AND (? IS NULL OR fetched_at <= ?) ORDER BY fetched_at DESC, id DESC LIMIT 1"
    moment = None if at is None else utc_text(at)
    found = rows(db, sql, [url, moment, moment])
    if found:
        return _capture(found[0])
    first = rows(db, "SELECT min(fetched_at) AS first FROM pages WHERE url = ?", [url])[0]["first"]
    if first is None:
        raise ArchiveError(f"{url} is not in the archive. `archive list` names what is.")
    raise ArchiveError(f"{url} was not in the archive then; it was first fetched at {first}.")


def _capture(row: dict[str, Any]) -> Capture:
    return Capture(**{**row, "fetched_at": read_utc(row["fetched_at"])})
