"""Decides what becomes of an answer: a page, an entry with its links, a redirect, nothing new, or a failure."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from crawler import spiders
from crawler.answers import is_html, next_attempt, reason_of_status
from crawler.came import Came
from crawler.failures import DELETED
from crawler.guard import Allowed, refusal
from crawler.manners import back_off
from crawler.reading import Entry, Link, Site, role_page
from crawler.recorder import Recorder
from crawler.registry import Source
from crawler.urls import BadAddress, host_of, looks_like_a_page, read_address, site_of
from crawler.walls import wall_of
from storage.archive import Archive
from storage.tasks import Address, Announcement, Task

logger = logging.getLogger("netra.crawl")

REVISITED_AFTER_DAYS = (1, 7, 30)  # edits and deletions mostly come early; then only when the site says so
SWEPT_AFTER = timedelta(days=30)
NEWEST_PARTS = 3  # of a sitemap index
MOST_HOPS = 10  # of a chain of redirects


@dataclass(frozen=True, slots=True)
class Settled:
    """What the spider has to know of it."""

    hosts: frozenset[str] = frozenset()  # with something newly due
    pause_until: datetime | None = None  # the host asked to be left alone


class Settler:
    """Settles the tasks of one run, each in one transaction."""

    def __init__(
        self, archive: Archive, recorder: Recorder, run_id: int, sources: Iterable[Source], allowed: Allowed
    ) -> None:
        self.archive, self.frontier = archive, archive.frontier
        self.recorder, self.run_id, self.allowed = recorder, run_id, allowed
        self.sources = {source.id: source for source in sources}
        self.sites = {source.id: _hosts_of(source) for source in self.sources.values()}

    # ------------------------------------------------------------ the beginning

    def begin(self, now: datetime) -> None:
        """Make the first entries of every source due."""
        with self.archive.atomic():
            for source in self.sources.values():
                for entry in spiders.first_entries(source):
                    self.frontier.ask_entry(read_address(entry.url), source.id, entry.role, now)

    # ------------------------------------------------------------ answers

    def came(self, task: Task, came: Came, now: datetime) -> Settled:
        """Store an answer and what follows from it."""
        with self.recorder.transaction():
            self._log(task, came)
            if came.exchange.status < 400:
                self.archive.hosts.clear_busy(task.host)
            return self._came(task, came, now)

    def _came(self, task: Task, came: Came, now: datetime) -> Settled:
        exchange = came.exchange
        if exchange.status == 304 and task.page_id is not None:
            self.recorder.record_not_modified(task, exchange)
            return self._unchanged(task, came, now)
        if exchange.status in (301, 302, 303, 307, 308) and "location" in came.headers:
            return self._moved(task, came, now)
        if task.kind == "entry" and (exchange.status == 200 or _engine_reads_failures(task)):
            return self._entry(task, came, now)
        if exchange.status != 200:
            return self._refused(task, came, now)
        if not exchange.body.strip():
            return self._fail(task, "empty", "the answer has no body", now)
        if not is_html(came.content_type, exchange.body):
            return self._fail(task, "not-html", came.content_type or "no content type", now)
        wall = wall_of(exchange.body)
        if wall:
            self.recorder.record_alone(exchange)
            return self._fail(task, *wall, now)
        return self._page(task, came, now)

    def _page(self, task: Task, came: Came, now: datetime) -> Settled:
        recorded = self.recorder.record(task, came.exchange, came.content_type)
        if recorded.same:
            return self._unchanged(task, came, now)
        seen_before = task.answered_at is not None
        counts = {"changed": 1} if seen_before else {"new": 1}
        self.archive.log.count(self.run_id, task.source_id, fetched=1, **counts)
        self._fetched(task, came, recorded.page_id, now)
        return Settled()

    def _fetched(self, task: Task, came: Came, page_id: int, now: datetime) -> None:
        self.frontier.settle_fetched(
            task,
            now,
            etag=came.headers.get("etag"),
            last_modified=came.headers.get("last-modified"),
            sha256=came.exchange.sha256,
            page_id=page_id,
            next_due=_next_visit(task, now),
        )

    def _unchanged(self, task: Task, came: Came, now: datetime) -> Settled:
        self.archive.log.count(self.run_id, task.source_id, unchanged=1)
        etag, modified = came.headers.get("etag"), came.headers.get("last-modified")
        self.frontier.settle_unchanged(task, now, etag=etag, last_modified=modified, next_due=_next_visit(task, now))
        return Settled(self._ask_parts_again(task, now)) if task.kind == "entry" else Settled()

    def _ask_parts_again(self, task: Task, now: datetime) -> frozenset[str]:
        """Parts of a sitemap index that may have changed although the index has not."""
        parts = {part.key: part for part in self.frontier.children(task.key) if part.role == "sitemap" == task.role}
        marks = {key: self.frontier.mark_of(task.key, key) for key in parts}
        chosen = [parts[key] for key in parts_to_ask(marks, marks)]
        for part in chosen:
            self.frontier.ask_entry(Address(part.key, part.url, part.host), task.source_id, part.role, now, task.key)
        return frozenset(part.host for part in chosen)

    # ------------------------------------------------------------ entries

    def _entry(self, task: Task, came: Came, now: datetime) -> Settled:
        source = self.sources[task.source_id]
        recorded = self.recorder.record(task, came.exchange, came.content_type)
        if recorded.same and came.exchange.status == 200 and task.answered_at is not None:
            return self._unchanged(task, came, now)
        reading = spiders.read(came.answer(), task.role, Site(ZoneInfo(source.timezone), source.article_pattern))
        if reading.problem:
            self._fail(task, reading.problem, reading.detail, now)
            return Settled(self._ask_entries(task, came.exchange.url, reading.entries, now, brought_new=True))
        links = list(self._announcements(task, came.exchange.url, reading.links, now))
        announced = self.frontier.announce(
            task, links, now, complete=reading.complete, ordered_by_date=reading.ordered_by_date
        )
        logger.info(
            "%s: %s names %d pages: %d new, %d changed, %d vanished",
            task.source_id, task.url, len(links), announced.new, announced.changed, announced.vanished,
        )  # fmt: skip
        self._fetched(task, came, recorded.page_id, now)
        hosts = self._ask_entries(task, came.exchange.url, reading.entries, now, brought_new=announced.new > 0)
        return Settled(hosts | announced.hosts)

    def _announcements(self, task: Task, base: str, links: Iterable[Link], now: datetime) -> Iterable[Announcement]:
        """The links that belong to the source; a feed or sitemap that names others is told so in a failure."""
        source = self.sources[task.source_id]
        told = not task.role.startswith("listing")
        for link in links:
            try:
                address = read_address(link.url, base, source.drop_parameters)
            except BadAddress as error:
                if told:
                    self.frontier.note_failure(link.url[:500], source.id, "bad-address", str(error), now)
                continue
            if site_of(address.host) not in self.sites[source.id]:
                if told:
                    detail = f"named by {task.url}; add its host to `hosts` if it belongs to the site"
                    self.frontier.note_failure(address.url, source.id, "off-site", detail, now)
                continue
            if address.key == read_address(source.homepage).key:
                continue
            if looks_like_a_page(address.url) and spiders.may_be_article(address.url, source):
                yield Announcement(address, link.mark, link.published_at, link.hints)

    def _ask_entries(
        self, task: Task, base: str, entries: Iterable[Entry], now: datetime, *, brought_new: bool
    ) -> frozenset[str]:
        """Make further pages of an entry due, and those parts of an index that may have changed."""
        found: dict[str, tuple[Address, Entry]] = {}
        for entry in entries:
            try:
                address = read_address(entry.url, base)
            except BadAddress as error:
                self.frontier.note_failure(entry.url[:500], task.source_id, "bad-address", str(error), now)
                continue
            if site_of(address.host) not in self.sites[task.source_id] or address.key == task.key:
                continue
            if brought_new or not entry.only_after_new or self._due_for_a_sweep(address.key, now):
                found[address.key] = (address, entry)
        before = {key: self.frontier.mark_of(task.key, key) for key in found}
        for key in parts_to_ask({key: entry.mark for key, (_, entry) in found.items()}, before):
            address, entry = found[key]
            self.frontier.ask_entry(address, task.source_id, entry.role, now, task.key)
            self.frontier.set_mark(task.key, key, entry.mark)
        return frozenset(address.host for address, _ in found.values())

    def _due_for_a_sweep(self, key: str, now: datetime) -> bool:
        """Further pages of an entry that brought nothing new are asked once a month, for what was published late."""
        known = self.frontier.task(key)
        return known is not None and known.answered_at is not None and now - known.answered_at > SWEPT_AFTER

    # ------------------------------------------------------------ redirects

    def _moved(self, task: Task, came: Came, now: datetime) -> Settled:
        location = came.headers["location"]
        self.recorder.record(task, came.exchange, came.content_type)
        source = self.sources[task.source_id]
        try:
            target = read_address(location, came.exchange.url, source.drop_parameters if task.kind == "page" else ())
        except BadAddress as error:
            return self._fail(task, "bad-redirect", str(error), now)
        refused = refusal(target.url, self.allowed)
        if refused:
            return self._fail(task, "private-address", f"redirects to {target.url}: {refused}", now)
        if site_of(target.host) not in self.sites[source.id]:
            return self._fail(task, "off-site", f"redirects to {target.url}", now)
        if task.kind == "page" and target.key == read_address(source.homepage).key:
            return self._fail(task, "bad-redirect", "redirects to the front page", now)
        path = self.frontier.redirects_from(target.key)
        if target.url == task.url or task.hops >= MOST_HOPS or (task.key in path and target.key != task.key):
            return self._loop(task, target, now)
        self.frontier.settle_moved(task, target, now)
        return Settled(frozenset({target.host}))

    def _loop(self, task: Task, target: Address, now: datetime) -> Settled:
        """The failure belongs to the address that was announced, not to the last one of the circle."""
        first = self.frontier.first_of_redirects(task)
        settled = self._fail(task, "redirect-loop", f"{task.url} → {target.url}", now)
        if first != task.url:
            self.frontier.clear_failure(task.url)
            self.frontier.note_failure(first, task.source_id, "redirect-loop", f"{task.url} → {target.url}", now)
        return settled

    # ------------------------------------------------------------ failures

    def _refused(self, task: Task, came: Came, now: datetime) -> Settled:
        status = came.exchange.status
        reason = reason_of_status(status)
        self.recorder.record(task, came.exchange, came.content_type)
        if reason != "busy":
            return self._fail(task, reason, f"status {status}", now)
        _, times = self.archive.hosts.busy_hosts().get(task.host, (now, 0))
        until = back_off(came.headers.get("retry-after"), times, now)
        self.archive.hosts.store_busy(task.host, until, times + 1)
        return self._fail(task, reason, f"status {status}, until {until:%Y-%m-%d %H:%M:%S} UTC", now, until)

    def failed(self, task: Task, reason: str, detail: str, now: datetime, asked_at: datetime | None = None) -> Settled:
        """Store that an address gave no answer; `asked_at` is None when it was never asked."""
        with self.archive.atomic():
            if asked_at is not None:
                self.archive.log.log_request(
                    self.run_id, task.source_id, task.host, task.url, task.why, asked_at,
                    status=None, reason=reason, size=0,
                )  # fmt: skip
            return self._fail(task, reason, detail, now)

    def _fail(
        self, task: Task, reason: str, detail: str, now: datetime, pause_until: datetime | None = None
    ) -> Settled:
        next_due = pause_until or next_attempt(task, reason, now)
        gone = task.answered_at is not None and reason in DELETED
        self.frontier.settle_failed(task, reason, detail, now, next_due=next_due, gone=gone)
        again = next_due is not None and next_due <= now
        if not again:
            self.archive.log.count_failure(self.run_id, task.source_id, reason)
            logger.info("%s: %s: %s (%s)", task.source_id, task.url, reason, detail)
        return Settled(frozenset({task.host}) if again else frozenset(), pause_until)

    def _log(self, task: Task, came: Came) -> None:
        exchange = came.exchange
        self.archive.log.log_request(
            self.run_id, task.source_id, task.host, task.url, task.why, exchange.asked_at,
            status=exchange.status, reason=None, size=came.size,
        )  # fmt: skip


def parts_to_ask(marks: Mapping[str, str | None], before: Mapping[str, str | None]) -> list[str]:
    """Of the parts of an index, those that may have changed: newly dated, without date, or among the newest.

    The newest are asked whatever their date says: many indexes keep a date that does not move when a page is edited.
    """
    newest = sorted((key for key in marks if marks[key]), key=lambda key: marks[key] or "", reverse=True)
    always = set(newest[:NEWEST_PARTS])
    return [key for key, mark in marks.items() if mark is None or mark != before.get(key) or key in always]


def _hosts_of(source: Source) -> frozenset[str]:
    """Every host whose pages belong to the source, without www. and the like."""
    stated = [host_of(url) for url in (source.homepage, *source.urls)]
    return frozenset(site_of(host) for host in (*stated, *source.hosts))


def next_visit(found_at: datetime, published_at: datetime | None, now: datetime) -> datetime | None:
    """When an article is looked at again for edits: 1, 7 and 30 days after it came out; old ones are not."""
    born = min(found_at, published_at) if published_at else found_at
    moments = (born + timedelta(days=days) for days in REVISITED_AFTER_DAYS)
    return next((moment for moment in moments if moment > now), None)


def _next_visit(task: Task, now: datetime) -> datetime | None:
    return next_visit(task.found_at, task.hints.published_at, now) if task.kind == "page" else None


def _engine_reads_failures(task: Task) -> bool:
    """WordPress answers 400 or 404 past the last page, and 404 where its interface is off."""
    return task.role.startswith("wordpress") or role_page(task.role) > 1
