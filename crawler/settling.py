"""Decides what becomes of an answer: a page, an entry with its links, a redirect, nothing new, or a failure."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from crawler import spiders
from crawler.answers import is_html, next_attempt, reason_of_status
from crawler.article_parts import PART, ArticleParts
from crawler.came import Came
from crawler.entries import EntryLinks
from crawler.failures import DELETED
from crawler.guard import Allowed, refusal
from crawler.manners import back_off
from crawler.polling import interval_after, is_due
from crawler.reading import Site, role_page
from crawler.recorder import Recorder
from crawler.registry import Source
from crawler.urls import BadAddress, read_address, site_of
from crawler.walls import wall_of
from storage.archive import Archive
from storage.tasks import Address, Task

logger = logging.getLogger("netra.crawl")

REVISITED_AFTER_DAYS = (1, 7, 30)  # edits and deletions mostly come early; then only when the site says so
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
        self.entries = EntryLinks(self.frontier, self.sources)
        self.parts = ArticleParts(archive, run_id, self.sources)
        self.named: dict[str, int] = {}  # how much each entry that was read in this run named

    # ------------------------------------------------------------ the beginning

    def begin(self, now: datetime, *, due_only: bool = False) -> None:
        """Make the first entries of every source due; with `due_only` those whose turn has come."""
        with self.archive.atomic():
            for source in self.sources.values():
                for entry in spiders.first_entries(source):
                    address, shortest = read_address(entry.url), timedelta(minutes=source.schedule_minutes)
                    last = self.archive.polls.last(address.key)
                    interval = interval_after(last, shortest)
                    if due_only and last and not is_due(last, interval, shortest, now):
                        continue
                    self.frontier.ask_entry(address, source.id, entry.role, now)
                    self.archive.polls.begin(address.key, source.id, now, interval)

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
        last = self.archive.last_row(task.key)
        if task.role == PART and not (last and last["sha256"] == came.exchange.sha256):
            self.parts.before(task, came)
        recorded = self.recorder.record(task, came.exchange, came.content_type)
        if recorded.same:
            settled = self._unchanged(task, came, now)
        else:
            counts = {"changed": 1} if task.answered_at is not None else {"new": 1}
            self.archive.log.count(self.run_id, task.source_id, fetched=1, **counts)
            self._fetched(task, came, recorded.page_id, now)
            settled = Settled()
        if task.role == PART:
            return Settled(self.parts.came(task, came, now))
        return settled if recorded.same else Settled(self.parts.first_came(task, came, recorded.page_id, now))

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
        if task.kind == "page":
            return Settled()
        self.archive.polls.answered(task.key, news=False)
        return Settled(self.entries.ask_parts_again(task, now))

    # ------------------------------------------------------------ entries

    def _entry(self, task: Task, came: Came, now: datetime) -> Settled:
        source = self.sources[task.source_id]
        recorded = self.recorder.record(task, came.exchange, came.content_type)
        if recorded.same and came.exchange.status == 200 and task.answered_at is not None:
            return self._unchanged(task, came, now)
        reading = spiders.read(came.answer(), task.role, Site(ZoneInfo(source.timezone), source.article_pattern))
        if reading.problem:
            self._fail(task, reading.problem, reading.detail, now)
            return Settled(self.entries.ask(task, came.exchange.url, reading.entries, now, brought_new=True))
        links = list(self.entries.announcements(task, came.exchange.url, reading.links, now))
        announced = self.frontier.announce(
            task, links, now, complete=reading.complete, ordered_by_date=reading.ordered_by_date
        )
        logger.info(
            "%s: %s names %d pages: %d new, %d changed, %d vanished",
            task.source_id, task.url, len(links), announced.new, announced.changed, announced.vanished,
        )  # fmt: skip
        if links or reading.entries or spiders.address_to_ask(task) == task.url:
            # an interface that was asked for what is new may well name nothing
            self.named[task.url] = len(links) + len(reading.entries)
        self.archive.polls.answered(task.key, news=bool(announced.new or announced.changed or announced.vanished))
        self._fetched(task, came, recorded.page_id, now)
        hosts = self.entries.ask(task, came.exchange.url, reading.entries, now, brought_new=announced.new > 0)
        return Settled(hosts | announced.hosts)

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
        if site_of(target.host) not in self.entries.sites[source.id]:
            return self._fail(task, "off-site", f"redirects to {target.url}", now)
        if task.kind == "page" and target.key == read_address(source.homepage).key:
            return self._fail(task, "bad-redirect", "redirects to the front page", now)
        if task.role == PART and target.key != task.key:
            return self._fail(task, "bad-redirect", f"a further page of an article redirects to {target.url}", now)
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
