"""Which pages are the further pages of an article that is split over several; they never become articles themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.database import rows
from storage.frontier import RANKS
from storage.moments import utc_text
from storage.tasks import Address, Task, hints_text

NEWER_THAN_ALL = 2**62


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part belongs."""

    first_key: str  # of the article's first page
    number: int  # 2 for the second page


class Parts:
    """The table of parts. Its methods run inside the caller's transaction where there is one."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def place(self, key: str) -> Place | None:
        """Where a page belongs now, if it continues an article."""
        sql = "SELECT first_key, number FROM article_parts WHERE part_key = ? AND until_page IS NULL"
        found = rows(self.db, sql, [key])
        return Place(**found[0]) if found else None

    def ask(self, address: Address, first: Task, role: str, now: datetime) -> None:
        """Make the next page of an article due now."""
        self.db.execute(
            """INSERT INTO frontier
                (key, url, host, source_id, kind, role, rank, why, due_at, found_at, found_in, hints)
            VALUES (:key, :url, :host, :source, 'page', :role, :rank, 'part', :now, :now, :first, :hints)
            ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, role = excluded.role, rank = excluded.rank,
                why = 'part', hops = 0, attempts = 0 WHERE kind = 'page'""",
            {
                "key": address.key,
                "url": address.url,
                "host": address.host,
                "source": first.source_id,
                "role": role,
                "rank": RANKS["part"],
                "now": utc_text(now),
                "first": first.key,
                "hints": hints_text(first.hints),
            },
        )

    def named(self, first_key: str, number: int, key: str) -> None:
        """Note that the article has this further page."""
        self.db.execute(
            """INSERT INTO article_parts (first_key, number, part_key) VALUES (?, ?, ?)
            ON CONFLICT (part_key) DO UPDATE SET first_key = excluded.first_key, number = excluded.number,
                until_page = NULL""",
            [first_key, number, key],
        )

    def end_after(self, first_key: str, number: int, page_id: int) -> None:
        """Note that from the first page's row `page_id` on, the article has no page after `number`."""
        self.db.execute(
            """UPDATE article_parts SET until_page = ? WHERE first_key = ? AND number > ? AND until_page IS NULL""",
            [page_id, first_key, number],
        )

    def keys(self, first_key: str) -> list[str]:
        """The further pages that the article has now."""
        sql = "SELECT part_key FROM article_parts WHERE first_key = ? AND until_page IS NULL ORDER BY number"
        return [row["part_key"] for row in rows(self.db, sql, [first_key])]

    def rows_of(self, page: dict[str, Any]) -> list[dict[str, Any]]:
        """The rows of an article's further pages in order, as they stood until its first page got its next row."""
        sql = "SELECT min(id) AS id FROM pages WHERE key = ? AND id > ? AND status = 200"
        following = rows(self.db, sql, [page["key"], page["id"]])[0]["id"] or NEWER_THAN_ALL
        return rows(
            self.db,
            """SELECT p.* FROM article_parts a JOIN pages p ON p.id = (
                SELECT max(id) FROM pages WHERE key = a.part_key AND status = 200 AND id < ?)
            WHERE a.first_key = ? AND (a.until_page IS NULL OR a.until_page > ?) ORDER BY a.number""",
            [following, page["key"], page["id"]],
        )
