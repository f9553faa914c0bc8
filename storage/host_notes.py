"""What is known of each host's wishes: its robots.txt, and until when it asked to be left alone."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from storage.database import rows
from storage.moments import read_utc, utc_text


class HostNotes:
    """The tables of robots.txt files and busy hosts."""

    def __init__(self, db: Database) -> None:
        self.db = db

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
