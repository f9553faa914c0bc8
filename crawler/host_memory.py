"""What a run remembers of its hosts beyond itself: their rules, their pauses, how often they were asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from crawler.came import Came
from crawler.guard import Allowed
from crawler.recorder import Recorder
from crawler.robots import Policy, origin_of
from crawler.settings import AGENT
from storage.archive import Archive
from storage.tasks import Task


class HostMemory:
    """Reads and writes what archive.db knows of hosts."""

    def __init__(self, archive: Archive, recorder: Recorder, run_id: int, allowed: Allowed) -> None:
        self.archive, self.recorder, self.run_id, self.allowed = archive, recorder, run_id, allowed

    def policies(self, now: datetime) -> dict[str, Policy]:
        """The robots.txt of each origin, as far as it was asked within a day and answered."""
        found = {
            origin: Policy(fetched_at, status, body, AGENT)
            for origin, (fetched_at, status, body) in self.archive.hosts.robots().items()
        }
        return {origin: policy for origin, policy in found.items() if policy.fresh(now)}

    def busy_hosts(self, now: datetime) -> set[str]:
        """Hosts that asked to be left alone until later."""
        return {host for host, (until, _) in self.archive.hosts.busy_hosts().items() if until > now}

    def asked_since(self, source_ids: Iterable[str], since: datetime) -> dict[str, int]:
        """How many requests each source got."""
        return {source_id: self.archive.log.asked_since(source_id, since) for source_id in source_ids}

    def is_own(self, host: str) -> bool:
        """Whether the operator allowed the host by name: then it is theirs, and needs no rest."""
        parts = urlsplit(f"http://{host}")
        return self.allowed.has(parts.hostname or "", parts.port or 80)

    def learned(self, task: Task, url: str, policy: Policy, came: Came | None, asked_at: datetime) -> None:
        """Store a site's robots.txt, if it was answered at all."""
        with self.recorder.transaction():
            self.archive.log.log_request(
                self.run_id, task.source_id, task.host, url, "robots.txt", asked_at,
                status=policy.status, reason=policy.unreachable and policy.unreachable[0],
                size=came.size if came else 0,
            )  # fmt: skip
            if came:
                self.recorder.record_alone(came.exchange)
            if not policy.unreachable:
                self.archive.hosts.store_robots(origin_of(task.url), policy.fetched_at, policy.status, policy.body)

    def rest(self, host: str, until: datetime) -> None:
        """Remember that the host wants a pause longer than a run waits."""
        with self.archive.atomic():
            _, times = self.archive.hosts.busy_hosts().get(host, (until, 0))
            self.archive.hosts.store_busy(host, until, times)
