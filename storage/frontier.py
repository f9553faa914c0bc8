"""What is to be asked next, kept in archive.db so that a killed crawl goes on where it was.

An address is due when `due_at` has passed. Every answer settles its row in the transaction that stores the answer,
so a crawl that dies leaves the row due and the same address is asked again, once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.database import rows
from storage.moments import read_utc, utc_text
from storage.tasks import Address, Announced, Announcement, Task, hints_from_text, hints_text

RANKS = {"entry": 0, "new": 1, "part": 1, "changed": 1, "vanished": 1, "redirect": 1, "again": 2, "revisit": 3}
FEWEST_OF_A_LIE = 10  # pages; fewer may well be edited at once
TASK = """SELECT key, url, host, source_id, kind, role, why, found_at, found_in, hints, hops, attempts, answered_at,
    etag, last_modified, sha256, page_id, visits, gone_at FROM frontier"""


class Frontier:
    """The table of addresses. Its methods run inside the caller's transaction where there is one."""

    def __init__(self, db: Database) -> None:
        self.db = db

    # ------------------------------------------------------------ what is due

    def hosts_due(self, source_ids: Sequence[str], now: datetime) -> list[str]:
        """Every host that has something due, in the order in which it was found."""
        sql = """SELECT host, min(seq) AS first FROM frontier WHERE due_at <= ?
            AND source_id IN (SELECT value FROM json_each(?)) GROUP BY host ORDER BY first"""
        return [row["host"] for row in rows(self.db, sql, [utc_text(now), json.dumps(source_ids)])]

    def next_due(self, host: str, source_ids: Sequence[str], now: datetime) -> Task | None:
        """What to ask the host next: entries first, then new and changed pages, then the rest."""
        condition = """ WHERE host = ? AND rank = ? AND due_at <= ?
            AND source_id IN (SELECT value FROM json_each(?)) ORDER BY due_at, seq LIMIT 1"""
        for rank in sorted(set(RANKS.values())):
            found = rows(self.db, TASK + condition, [host, rank, utc_text(now), json.dumps(source_ids)])
            if found:
                return _task(found[0])
        return None

    def task(self, key: str) -> Task | None:
        """What is known of an address, due or not."""
        return next((_task(row) for row in rows(self.db, TASK + " WHERE key = ?", [key])), None)

    def count_due(self, source_ids: Sequence[str], now: datetime) -> int:
        """How many addresses wait to be asked."""
        sql = """SELECT count(*) AS due FROM frontier WHERE due_at <= ?
            AND source_id IN (SELECT value FROM json_each(?))"""
        return int(rows(self.db, sql, [utc_text(now), json.dumps(source_ids)])[0]["due"])

    # ------------------------------------------------------------ what is found

    def ask_entry(
        self, address: Address, source_id: str, role: str, now: datetime, found_in: str | None = None
    ) -> None:
        """Make a feed, sitemap, API page or listing due now."""
        self.db.execute(
            """INSERT INTO frontier (key, url, host, source_id, kind, role, rank, why, due_at, found_at, found_in)
            VALUES (?, ?, ?, ?, 'entry', ?, 0, 'entry', ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, url = excluded.url, host = excluded.host,
                kind = 'entry', role = excluded.role, rank = 0, why = 'entry', hops = 0,
                source_id = excluded.source_id""",
            [address.key, address.url, address.host, source_id, role, utc_text(now), utc_text(now), found_in],
        )

    def announce(
        self, entry: Task, links: Iterable[Announcement], now: datetime, *, complete: bool, ordered_by_date: bool
    ) -> Announced:
        """Make new pages due, and known ones of which the entry says that they changed or no longer names.

        `complete`: the entry names every page that it ever will (a sitemap), so a page that it dropped has vanished.
        `ordered_by_date`: it names the newest (a feed), so one that it dropped has vanished if older ones are left.
        """
        sql = "SELECT page_key, mark, published_at FROM announcements WHERE entry_key = ?"
        before = {row["page_key"]: row for row in rows(self.db, sql, [entry.key])}
        had = len(before)
        new: list[str] = []
        moved: list[str] = []
        oldest: str | None = None
        for link in links:
            known = before.pop(link.address.key, None)
            if link.published_at:
                oldest = min(oldest or "9", utc_text(link.published_at))
            if self._announce_one(entry, link, now):
                new.append(link.address.host)
            elif known and link.mark and known["mark"] and known["mark"] != link.mark:
                moved.append(link.address.key)
        if len(moved) >= FEWEST_OF_A_LIE and len(moved) > had / 2:
            moved = []  # marks that move all at once are the site's clock or a new theme, not edits
        changed = [host for key in moved for host in self.ask_again(key, "changed", now)]
        vanished: list[str] = []
        for key, row in before.items():
            if complete or (ordered_by_date and oldest and (row["published_at"] or "") > oldest):
                vanished += self.ask_again(key, "vanished", now)
                self.db.execute("DELETE FROM announcements WHERE entry_key = ? AND page_key = ?", [entry.key, key])
        return Announced(len(new), len(changed), len(vanished), frozenset({*new, *changed, *vanished}))

    def _announce_one(self, entry: Task, link: Announcement, now: datetime) -> bool:
        """Store one link; True when its page was unknown."""
        values = {
            "key": link.address.key,
            "url": link.address.url,
            "host": link.address.host,
            "source": entry.source_id,
            "rank": RANKS["new"],
            "now": utc_text(now),
            "entry": entry.key,
            "hints": hints_text(link.hints),
            "mark": link.mark,
            "published": link.published_at and utc_text(link.published_at),
        }
        added = self.db.execute(
            """INSERT INTO frontier
                (key, url, host, source_id, kind, role, rank, why, due_at, found_at, found_in, hints)
            VALUES (:key, :url, :host, :source, 'page', '', :rank, 'new', :now, :now, :entry, :hints)
            ON CONFLICT (key) DO NOTHING""",
            values,
        ).rowcount
        if not added and values["hints"] != "{}":
            sql = "UPDATE frontier SET hints = json_patch(hints, :hints) WHERE key = :key AND kind = 'page'"
            self.db.execute(sql, values)
        self.db.execute(
            """INSERT INTO announcements (entry_key, page_key, mark, published_at)
            VALUES (:entry, :key, :mark, :published) ON CONFLICT (entry_key, page_key)
            DO UPDATE SET mark = excluded.mark, published_at = excluded.published_at""",
            values,
        )
        return bool(added)

    def ask_again(self, key: str, why: str, now: datetime) -> list[str]:
        """Ask a page again that has answered before and is not known to be gone; its host, when it is so."""
        sql = """UPDATE frontier SET due_at = ?, rank = ?, why = ?, hops = 0, attempts = 0
            WHERE key = ? AND kind = 'page' AND gone_at IS NULL
                AND (answered_at IS NOT NULL OR redirect_to IS NOT NULL) RETURNING host"""
        return [row["host"] for row in rows(self.db, sql, [utc_text(now), RANKS[why], why, key])]

    def children(self, entry_key: str) -> list[Task]:
        """The entries that were found in an entry: parts of a sitemap index."""
        condition = " WHERE found_in = ? AND kind = 'entry' ORDER BY seq"
        return [_task(row) for row in rows(self.db, TASK + condition, [entry_key])]

    def mark_of(self, entry_key: str, key: str) -> str | None:
        """What an entry said last of something that it names."""
        sql = "SELECT mark FROM announcements WHERE entry_key = ? AND page_key = ?"
        found = rows(self.db, sql, [entry_key, key])
        return found[0]["mark"] if found else None

    def set_mark(self, entry_key: str, key: str, mark: str | None) -> None:
        self.db.execute(
            """INSERT INTO announcements (entry_key, page_key, mark) VALUES (?, ?, ?)
            ON CONFLICT (entry_key, page_key) DO UPDATE SET mark = excluded.mark""",
            [entry_key, key, mark],
        )

    # ------------------------------------------------------------ what was answered

    def settle_fetched(
        self,
        task: Task,
        now: datetime,
        *,
        etag: str | None,
        last_modified: str | None,
        sha256: str,
        page_id: int,
        next_due: datetime | None,
    ) -> None:
        """The address gave a payload that it had not given before."""
        self.db.execute(
            """UPDATE frontier SET due_at = :due, rank = :rank, why = 'revisit', attempts = 0, hops = 0,
                redirect_to = NULL, answered_at = :now, etag = :etag, last_modified = :modified, sha256 = :sha256,
                page_id = :page, visits = visits + 1, gone_at = NULL
            WHERE key = :key""",
            {
                "due": next_due and utc_text(next_due),
                "rank": RANKS["revisit"],
                "now": utc_text(now),
                "etag": etag,
                "modified": last_modified,
                "sha256": sha256,
                "page": page_id,
                "key": task.key,
            },
        )
        self.clear_failure(task.url)

    def settle_unchanged(
        self, task: Task, now: datetime, *, etag: str | None, last_modified: str | None, next_due: datetime | None
    ) -> None:
        """The address said 304, or gave the payload that it gave last time."""
        self.db.execute(
            """UPDATE frontier SET due_at = ?, rank = ?, why = 'revisit', attempts = 0, hops = 0, answered_at = ?,
                etag = coalesce(?, etag), last_modified = coalesce(?, last_modified), visits = visits + 1,
                gone_at = NULL
            WHERE key = ?""",
            [next_due and utc_text(next_due), RANKS["revisit"], utc_text(now), etag, last_modified, task.key],
        )
        self.clear_failure(task.url)

    def settle_moved(self, task: Task, target: Address, now: datetime) -> None:
        """The address redirects: ask the target, as the same row if it is only another spelling, else as its own."""
        if target.key == task.key:
            self.db.execute(
                "UPDATE frontier SET url = ?, host = ?, hops = hops + 1, due_at = ? WHERE key = ?",
                [target.url, target.host, utc_text(now), task.key],
            )
            return
        self.db.execute(
            "UPDATE frontier SET due_at = NULL, redirect_to = ?, attempts = 0 WHERE key = ?", [target.key, task.key]
        )
        self.clear_failure(task.url)
        values = {
            "key": target.key,
            "url": target.url,
            "host": target.host,
            "source": task.source_id,
            "kind": task.kind,
            "role": task.role,
            "rank": RANKS["redirect"],
            "now": utc_text(now),
            "from": task.key,
            "hints": hints_text(task.hints),
            "hops": task.hops + 1,
            "why": task.why,
        }
        self.db.execute(
            """INSERT INTO frontier
                (key, url, host, source_id, kind, role, rank, why, due_at, found_at, found_in, hints, hops)
            VALUES (:key, :url, :host, :source, :kind, :role, :rank, 'redirect', :now, :now, :from, :hints, :hops)
            ON CONFLICT (key) DO NOTHING""",
            values,
        )
        if task.kind == "entry" or task.why in ("changed", "vanished", "revisit"):
            self.db.execute(
                """UPDATE frontier SET due_at = :now, rank = :rank, why = :why
                WHERE key = :key AND redirect_to IS NULL AND gone_at IS NULL""",
                values,
            )

    def settle_failed(
        self, task: Task, reason: str, detail: str, now: datetime, *, next_due: datetime | None, gone: bool
    ) -> None:
        """The address gave no page; it stays known, with the reason in its own table."""
        self.db.execute(
            """UPDATE frontier SET due_at = ?, rank = ?, why = 'again', attempts = attempts + 1,
                gone_at = CASE WHEN ? THEN coalesce(gone_at, ?) ELSE gone_at END
            WHERE key = ?""",
            [next_due and utc_text(next_due), RANKS["again"], gone, utc_text(now), task.key],
        )
        self.note_failure(task.url, task.source_id, reason, detail, now)

    def note_failure(self, url: str, source_id: str, reason: str, detail: str, now: datetime) -> None:
        """One row per address: the last reason, and how often it failed since it last answered."""
        self.db.execute(
            """INSERT INTO fetch_failures (url, source_id, reason, detail, failed_at, attempts)
            VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (url) DO UPDATE SET source_id = excluded.source_id,
                reason = excluded.reason, detail = excluded.detail, failed_at = excluded.failed_at,
                attempts = attempts + 1""",
            [url, source_id, reason, detail, utc_text(now)],
        )

    def clear_failure(self, url: str) -> None:
        self.db.execute("DELETE FROM fetch_failures WHERE url = ?", [url])

    def forget_page(self, page_id: int) -> None:
        """The page's record was lost: ask for it again, without saying that we have it."""
        self.db.execute(
            """UPDATE frontier SET page_id = NULL, sha256 = NULL, etag = NULL, last_modified = NULL, answered_at = NULL,
                visits = 0, attempts = 0, rank = ?, why = 'again', due_at = found_at WHERE page_id = ?""",
            [RANKS["again"], page_id],
        )

    def redirects_from(self, key: str) -> list[str]:
        """The keys through which redirects lead on from `key`, itself first; a circle ends where it closes."""
        path = [key]
        while True:
            found = rows(self.db, "SELECT redirect_to FROM frontier WHERE key = ?", [path[-1]])
            following = found[0]["redirect_to"] if found else None
            if following is None or following in path:
                return path
            path.append(following)

    def first_of_redirects(self, task: Task) -> str:
        """The address that was announced, of a chain of redirects that led to this task."""
        url, key, seen = task.url, task.found_in, {task.key}
        while key and key not in seen:
            seen.add(key)
            found = rows(self.db, "SELECT url, found_in, redirect_to FROM frontier WHERE key = ?", [key])
            if not found or found[0]["redirect_to"] is None:
                break
            url, key = found[0]["url"], found[0]["found_in"]
        return url


def _task(row: dict[str, Any]) -> Task:
    moments = {name: read_utc(row[name]) if row[name] else None for name in ("answered_at", "gone_at")}
    moments["found_at"] = read_utc(row["found_at"])
    return Task(**{**row, **moments, "hints": hints_from_text(row["hints"])})
