"""The service: one crawl-and-process job per source by its own schedule, and the weekly digest, on APScheduler."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from crawler.registry import Source
from pipeline.settings import Settings
from storage.errors import NetraError

DIGEST_JOB = "digest"
log = logging.getLogger("netra.schedule")


@dataclass(frozen=True, slots=True)
class Job:
    """One thing that the service does again and again."""

    id: str
    trigger: BaseTrigger
    run: Callable[[], object]  # what it returns is of no matter


def source_job(source: Source, run: Callable[[str], None]) -> Job:
    """The crawl-and-process job of one source."""
    trigger = IntervalTrigger(minutes=source.schedule_minutes, timezone=ZoneInfo(source.timezone))
    return Job(source.id, trigger, lambda: run(source.id))


def digest_job(settings: Settings, run: Callable[[], object]) -> Job:
    """The weekly rendering. Weekdays by name: APScheduler counts them from Monday, crontab from Sunday."""
    zone = ZoneInfo(settings.timezone)
    trigger = CronTrigger(day_of_week=settings.digest_weekday, hour=settings.digest_hour, minute=0, timezone=zone)
    return Job(DIGEST_JOB, trigger, run)


def first_fire(trigger: BaseTrigger, last_run: datetime | None, now: datetime) -> datetime | None:
    """When a job fires first after a start: at once when it never ran or a run was missed, however many were."""
    if last_run is None:
        return now
    if isinstance(trigger, IntervalTrigger):
        following = last_run + trigger.interval
    else:
        following = trigger.get_next_fire_time(None, last_run + timedelta(microseconds=1))
    return None if following is None else max(following, now)


class Service:
    """Runs jobs one after another, never two at a time, until it is stopped."""

    def __init__(self, timezone: str) -> None:
        self._stopped = threading.Event()
        self._scheduler = BackgroundScheduler(
            timezone=ZoneInfo(timezone),
            executors={"default": ThreadPoolExecutor(max_workers=1)},
            # one run stands for all that were missed, and none is too late to be caught up
            job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
        )

    def start(self, jobs: Iterable[Job], last_runs: Mapping[str, datetime], now: datetime) -> None:
        """Begin; `last_runs` says when each job last began, `now` has a zone."""
        for job in jobs:
            due = first_fire(job.trigger, last_runs.get(job.id), now)
            self._scheduler.add_job(self._guarded(job), job.trigger, id=job.id, next_run_time=due)
            log.info("%s: next at %s", job.id, due.isoformat(timespec="minutes") if due else "never")
        self._scheduler.start()

    def wake(self) -> None:
        """Look at the clock now."""
        self._scheduler.wakeup()

    def stopping(self) -> bool:
        """True once `stop` was called; long jobs ask between two pieces of work."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask for the end: no job begins any more. Safe in a signal handler."""
        self._stopped.set()

    def wait(self) -> None:
        """Block until `stop`, then until the running job has ended."""
        self._stopped.wait()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)

    def _guarded(self, job: Job) -> Callable[[], None]:
        def run() -> None:
            if self.stopping():
                return
            log.info("%s: begins", job.id)
            try:
                job.run()
            except NetraError as error:  # the service goes on; the next run may find it mended
                log.error("%s: %s", job.id, error)
            else:
                log.info("%s: done", job.id)

        return run
