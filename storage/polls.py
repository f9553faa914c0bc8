"""When each source's first entries were asked last, how long the next poll waits, and whether the last brought news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.database import rows
from storage.moments import read_utc, utc_text


@dataclass(frozen=True, slots=True)
class Poll:
    """The last time an entry was asked by the registry's wish."""

    polled_at: datetime
    interval: timedelta  # that was kept before it
    news: bool | None  # it or an entry below it named new, changed or vanished pages; None: nothing answered


class Polls:
    """The table of polls. Its methods run inside the caller's transaction where there is one."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def last(self, key: str) -> Poll | None:
        found = rows(self.db, "SELECT polled_at, interval_seconds, news FROM polls WHERE key = ?", [key])
        if not found:
            return None
        row = found[0]
        news = None if row["news"] is None else bool(row["news"])
        return Poll(read_utc(row["polled_at"]), timedelta(seconds=row["interval_seconds"]), news)

    def begin(self, key: str, source_id: str, now: datetime, interval: timedelta) -> None:
        """Note that an entry is asked now, `interval` after its last poll or later."""
        self.db.execute(
            """INSERT INTO polls (key, source_id, polled_at, interval_seconds) VALUES (?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET source_id = excluded.source_id, polled_at = excluded.polled_at,
                interval_seconds = excluded.interval_seconds, news = NULL""",
            [key, source_id, utc_text(now), round(interval.total_seconds())],
        )

    def answered(self, key: str, *, news: bool) -> None:
        """Note what an entry brought, for itself and for those through which it was found."""
        self.db.execute(
            """WITH RECURSIVE up(key) AS (
                SELECT ? UNION
                SELECT f.found_in FROM frontier f JOIN up ON f.key = up.key WHERE f.found_in IS NOT NULL)
            UPDATE polls SET news = max(coalesce(news, 0), ?) WHERE key IN (SELECT key FROM up)""",
            [key, int(news)],
        )
