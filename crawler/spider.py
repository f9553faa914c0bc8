"""The spider: asks what the frontier says is due, one request per host at a time, and hands every answer on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Self
from urllib.parse import urljoin

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, StopDownload
from scrapy.http import Headers, Response
from twisted.python.failure import Failure

from crawler import manners, spiders
from crawler.answers import exchange_of, headers_of, never_html, reason_of_exception
from crawler.came import Came
from crawler.decoding import ACCEPTED, TooLarge, Undecodable, unpack
from crawler.guard import refusal
from crawler.host_memory import HostMemory
from crawler.recorder import DiskFull
from crawler.robots import MOST_REDIRECTS, Policy, origin_of, read_policy
from crawler.settings import AGENT, MOST_BYTES
from crawler.settling import Settled, Settler
from storage.tasks import Task

logger = logging.getLogger("netra.crawl")
MOST_HOSTS_AT_ONCE = 48  # below CONCURRENT_REQUESTS, so that Scrapy never holds a request back


class SourcesSpider(scrapy.Spider):
    """Crawls several sources in one process. Its callbacks yield nothing: pages go straight to the archive."""

    name = "netra"

    def __init__(
        self,
        settler: Settler,
        memory: HostMemory,
        now: Callable[[], datetime],
        delay_seconds: float,
        pages_per_day: int,
        due_only: bool = False,
    ) -> None:
        super().__init__()
        self.settler, self.memory, self.now = settler, memory, now
        self.sources = settler.sources
        self.ids = tuple(self.sources)
        self.default_delay_seconds = delay_seconds
        self.clock = manners.HostClock()
        self.policies: dict[str, Policy] = {}
        self.pauses: dict[str, datetime] = {}  # hosts that just asked to be left alone
        self.asked_today: dict[str, int] = {}
        self.pages_per_day = pages_per_day
        self.due_only = due_only
        self.wake = asyncio.Event()
        self.outcome = "finished"

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.on_headers, signals.headers_received)
        return spider

    # ------------------------------------------------------------ what to ask

    async def start(self) -> AsyncIterator[Any]:
        """Yield requests as hosts become ready, until nothing is due any more."""
        now = self.now()
        self.policies.update(self.memory.policies(now))
        for host in self.memory.busy_hosts(now):
            self.clock.close(host)
        self.asked_today = self.memory.asked_since(self.ids, now - timedelta(days=1))
        self.settler.begin(now, due_only=self.due_only)
        self.clock.add(self.settler.frontier.hosts_due(self.ids, now), now)
        while True:
            self.wake.clear()
            request = self._next_request() if len(self.clock.asked) < MOST_HOSTS_AT_ONCE else None
            if request is not None:
                yield request
                continue
            seconds = self.clock.seconds_to_wait(self.now())
            if seconds is None and not self.clock.asked:
                return
            try:
                await asyncio.wait_for(self.wake.wait(), timeout=seconds)
            except TimeoutError:
                continue

    def _next_request(self) -> Request | None:
        """The next request that manners allow; tasks that need none are settled on the way."""
        while (host := self.clock.next_host(self.now())) is not None:
            now = self.now()
            task = self.settler.frontier.next_due(host, self.ids, now)
            if task is None or self._must_wait(task, now):
                self.clock.drop(host)
                continue
            refused = refusal(task.url, self.memory.allowed)
            if refused:
                self._take(host, self.settler.failed(task, "private-address", refused, now))
                continue
            policy = self.policies.get(origin_of(task.url))
            if policy is None or not policy.fresh(now):
                return self._robots_request(task, urljoin(task.url, "/robots.txt"))
            if policy.unreachable:
                self._take(host, self.settler.failed(task, *policy.unreachable, now))
                if task.kind == "page":
                    self.clock.close(host)  # its other pages stay due for a later run
                continue
            if not policy.allows(task.url):
                self._take(
                    host, self.settler.failed(task, "robots-forbidden", origin_of(task.url) + "/robots.txt", now)
                )
                continue
            return self._request(task)
        return None

    def _must_wait(self, task: Task, now: datetime) -> bool:
        """Whether the source wants quiet now, or has been asked enough for today."""
        source = self.sources[task.source_id]
        if manners.is_quiet(source.quiet_hours, source.timezone, now):
            return True
        return self.asked_today[source.id] >= (source.pages_per_day or self.pages_per_day)

    def _request(self, task: Task) -> Request:
        url, headers = spiders.address_to_ask(task), {"Accept-Encoding": ACCEPTED}
        if task.etag:
            headers["If-None-Match"] = task.etag
        if task.last_modified:
            headers["If-Modified-Since"] = task.last_modified
        return self._asked(task, Request(url, headers=headers, callback=self.on_answer, errback=self.on_failure))

    def _robots_request(self, task: Task, url: str, hops: int = 0) -> Request:
        headers = {"Accept-Encoding": ACCEPTED}
        request = Request(url, headers=headers, callback=self.on_robots, errback=self.on_robots_failure)
        request.meta.update(robots_txt=True, hops=hops, origin=origin_of(task.url))
        return self._asked(task, request)

    def _asked(self, task: Task, request: Request) -> Request:
        self.clock.begin(task.host)
        self.asked_today[task.source_id] += 1
        request.meta.update(task=task, asked_at=self.now(), download_slot=task.host)
        return request.replace(dont_filter=True)

    # ------------------------------------------------------------ what came back

    def on_headers(self, headers: Headers, request: Request) -> None:
        """Stop the download of a page that its headers say is none."""
        task = request.meta.get("task")
        if task and task.kind == "page" and not request.meta.get("robots_txt") and never_html(headers):
            raise StopDownload

    def on_answer(self, response: Response) -> None:
        task: Task = response.meta["task"]
        with self._settling(task):
            try:
                came = _came(response)
            except TooLarge as error:
                self._take(task.host, self._failed(response.meta, "decompression-bomb", str(error)))
            except Undecodable as error:
                self._take(task.host, self._failed(response.meta, "undecodable", str(error)))
            else:
                self._take(task.host, self.settler.came(task, came, self.now()))

    def on_failure(self, failure: Failure) -> None:
        meta = failure.request.meta  # type: ignore[attr-defined]
        with self._settling(meta["task"]):
            settled = self._failed(meta, reason_of_exception(failure.value), _told(failure.value))
            self._take(meta["task"].host, settled)

    def on_robots(self, response: Response) -> Request | None:
        """Learn the rules; the task that waited for them is still due."""
        meta, task = response.meta, response.meta["task"]
        location = response.headers.get("Location")
        if 300 <= response.status < 400 and location and meta["hops"] < MOST_REDIRECTS:
            target = urljoin(response.url, location.decode("latin-1"))
            if refusal(target, self.memory.allowed) is None:
                return self._robots_request(task, target, meta["hops"] + 1)
        with self._settling(task):
            try:
                came = _came(response)
            except (TooLarge, Undecodable):
                came = None  # rules that cannot be read are none
            policy = read_policy(response.status, came.exchange.body if came else b"", AGENT, self.now())
            self.policies[origin_of(task.url)] = policy
            self.memory.learned(task, response.url, policy, came, meta["asked_at"])
        return None

    def on_robots_failure(self, failure: Failure) -> None:
        meta = failure.request.meta  # type: ignore[attr-defined]
        task = meta["task"]
        with self._settling(task):
            trouble = (reason_of_exception(failure.value), f"robots.txt: {_told(failure.value)}")
            policy = Policy(self.now(), None, "", AGENT, unreachable=trouble)
            self.policies[origin_of(task.url)] = policy
            self.memory.learned(task, failure.request.url, policy, None, meta["asked_at"])  # type: ignore[attr-defined]

    def closed(self, reason: str) -> None:
        if reason != "finished":
            self.outcome = "disk-full" if reason == "disk-full" else "stopped"

    # ------------------------------------------------------------ between the two

    @contextmanager
    def _settling(self, task: Task) -> Iterator[None]:
        """Let the host rest afterwards, whatever happens; a stumble of ours is a failure of the page, and logged."""
        try:
            yield
        except DiskFull as error:
            logger.error("The disk is full: %s. The crawl stops; run it again when there is room.", error)
            raise CloseSpider("disk-full") from error
        except Exception as error:
            logger.exception("%s could not be settled", task.url)
            self._take(task.host, self.settler.failed(task, "crawler-error", repr(error)[:500], self.now()))
        finally:
            pause = self._pause(task)
            self.clock.end(task.host, self.now(), pause)
            if pause > manners.LONGEST_PAUSE:
                self.memory.rest(task.host, self.now() + pause)
                self.clock.close(task.host)
            self.wake.set()

    def _failed(self, meta: dict[str, Any], reason: str, detail: str) -> Settled:
        return self.settler.failed(meta["task"], reason, detail, self.now(), meta["asked_at"])

    def _take(self, host: str, settled: Settled) -> None:
        now = self.now()
        self.clock.add(settled.hosts, now)
        if settled.pause_until is not None:
            self.pauses[host] = settled.pause_until
            if settled.pause_until - now > manners.WAITED_FOR:
                self.clock.close(host)

    def _pause(self, task: Task) -> timedelta:
        """How long the host rests after this answer."""
        source = self.sources[task.source_id]
        own = source.delay_seconds
        if own is None:
            own = 0.0 if self.memory.is_own(task.host) else self.default_delay_seconds
        policy = self.policies.get(origin_of(task.url))
        pause = timedelta(seconds=max(own, policy.delay_seconds() if policy else 0.0))
        busy_until = self.pauses.pop(task.host, None)
        return max(pause, busy_until - self.now()) if busy_until else pause


def _came(response: Response) -> Came:
    """The answer as the archive keeps it; raises TooLarge or Undecodable."""
    headers = headers_of(response)
    body = unpack(response.body, headers.get("content-encoding", ""), MOST_BYTES)
    assert response.request is not None  # noqa: S101 - Scrapy ties every answer to its request
    exchange = exchange_of(response.request, response, response.meta["asked_at"], body)
    return Came(exchange, headers, size=len(response.body))


def _told(error: BaseException | None) -> str:
    return " ".join(str(error).split())[:500] or type(error).__name__
