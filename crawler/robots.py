"""What a site's robots.txt allows us: kept for a day, and a site that fails to show it is not asked at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Self, cast
from urllib.parse import urlsplit, urlunsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

KEPT_FOR = timedelta(days=1)
RETRIED_AFTER = timedelta(hours=1)  # when it could not be had
LONGEST_ROBOTS_BYTES = 500 * 1024  # RFC 9309, 2.5: at least this much is read
MOST_REDIRECTS = 5  # RFC 9309, 2.3.1.2


class RobotsForbidden(IgnoreRequest):
    """The site's robots.txt forbids the address, or was never asked for."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one origin (scheme, host and port)."""

    fetched_at: datetime
    status: int | None  # None: no answer
    body: str
    agent: str
    unreachable: tuple[str, str] | None = None  # reason and detail, when nothing may be asked
    rules: Protego = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # RFC 9309, 2.3.1: 4xx means that there are no rules.
        answered = self.status is not None and 200 <= self.status < 300
        object.__setattr__(self, "rules", Protego.parse(self.body if answered else ""))

    def allows(self, url: str) -> bool:
        return self.unreachable is None and bool(self.rules.can_fetch(url, self.agent))

    def delay_seconds(self) -> float:
        """The longer of Crawl-delay and Request-rate, 0 when there is neither."""
        rate = self.rules.request_rate(self.agent)
        return max(
            float(self.rules.crawl_delay(self.agent) or 0),
            rate.seconds / rate.requests if rate and rate.requests else 0.0,
        )

    def fresh(self, now: datetime) -> bool:
        return now - self.fetched_at < (RETRIED_AFTER if self.unreachable else KEPT_FOR)


def read_policy(status: int, body: bytes, agent: str, now: datetime) -> Policy:
    """The policy that an answer to /robots.txt stands for."""
    if status >= 500 or status == 429:
        trouble = ("robots-unreachable", f"robots.txt answered {status}")
        return Policy(now, status, "", agent, unreachable=trouble)
    text = body[:LONGEST_ROBOTS_BYTES].decode("utf-8", errors="replace").removeprefix("\ufeff")
    if status < 300 and text.lstrip()[:1] == "<":
        text = ""  # an HTML page with status 200: the site has no robots.txt
    return Policy(now, status, text, agent)


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))


class RobotsMiddleware:
    """The last gate: a request passes only when its origin's rules are known and allow it."""

    def __init__(self, policies: dict[str, Policy]) -> None:
        self.policies = policies

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(cast(Any, crawler.spider).policies)

    def process_request(self, request: Request) -> None:
        if request.meta.get("robots_txt"):
            return
        policy = self.policies.get(origin_of(request.url))
        if policy is None or not policy.allows(request.url):
            raise RobotsForbidden(f"robots.txt of {origin_of(request.url)} forbids {urlsplit(request.url).path}")
