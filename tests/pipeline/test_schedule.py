"""The service: schedules, catching up, no overlap, a clean stop. The clock is moved, never waited for."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from apscheduler.triggers.interval import IntervalTrigger

from pipeline.schedule import Job, Service, digest_job, first_fire
from pipeline.settings import Settings
from storage.errors import NetraError

NOW = datetime(2024, 9, 17, 3, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Jakarta
HOURLY = IntervalTrigger(minutes=60, timezone=UTC)
PATIENCE_SECONDS = 10


class Work:
    """A job that says when it ran, and can be held in the middle."""

    def __init__(self) -> None:
        self.began = threading.Semaphore(0)
        self.may_end = threading.Event()
        self.may_end.set()
        self.runs = 0
        self.at_once = 0
        self.most_at_once = 0

    def __call__(self) -> None:
        self.runs += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.began.release()
        assert self.may_end.wait(PATIENCE_SECONDS)
        self.at_once -= 1

    def wait_for_run(self) -> None:
        assert self.began.acquire(timeout=PATIENCE_SECONDS), "the job did not run"


def run_an_interval_later(service: Service, clock: Any, work: Work) -> None:
    """Move the clock by an hour, and again where the run before had not yet quite ended: that hour is left out."""
    for _ in range(20):
        clock.shift(timedelta(hours=1))
        service.wake()
        if work.began.acquire(timeout=PATIENCE_SECONDS / 20):
            return
    pytest.fail("the job did not run again")


@pytest.fixture
def service():
    service = Service("Asia/Jakarta")
    yield service
    service.stop()
    service.wait()


@pytest.mark.parametrize(
    ("last_run", "expected"),
    [
        (None, NOW),  # never ran: at once
        (NOW - timedelta(minutes=20), NOW + timedelta(minutes=40)),  # not yet due
        (NOW - timedelta(minutes=60), NOW),  # just due
        (NOW - timedelta(days=3), NOW),  # 72 runs were missed: one, now
    ],
)
def test_first_fire_of_an_hourly_job(last_run, expected):
    assert first_fire(HOURLY, last_run, NOW) == expected


def test_the_digest_fires_on_monday_morning_in_jakarta():
    job = digest_job(Settings(digest_weekday="mon", digest_hour=6), lambda: None)
    due = first_fire(job.trigger, NOW, NOW)
    assert due == datetime(2024, 9, 23, 6, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


def test_a_digest_missed_while_the_machine_was_off_is_caught_up_once():
    job = digest_job(Settings(), lambda: None)
    assert first_fire(job.trigger, NOW - timedelta(days=30), NOW) == NOW


def test_a_job_runs_at_its_time_and_again_an_interval_later(service):
    work = Work()
    with time_machine.travel(NOW, tick=False) as clock:
        service.start([Job("a", HOURLY, work)], {"a": NOW - timedelta(minutes=59)}, NOW)
        clock.shift(timedelta(minutes=1))
        service.wake()
        work.wait_for_run()
        run_an_interval_later(service, clock, work)
    assert work.runs == 2


def test_runs_missed_while_the_service_slept_are_one_run(service):
    work = Work()
    with time_machine.travel(NOW, tick=False) as clock:
        service.start([Job("a", HOURLY, work)], {"a": NOW}, NOW)
        clock.shift(timedelta(hours=9))
        service.wake()
        work.wait_for_run()
        service.stop()
        service.wait()
    assert work.runs == 1


def test_jobs_never_overlap(service):
    work = Work()
    work.may_end.clear()
    with time_machine.travel(NOW, tick=False) as clock:
        service.start([Job("a", HOURLY, work), Job("b", HOURLY, work)], {}, NOW)
        work.wait_for_run()
        clock.shift(timedelta(hours=1))
        service.wake()
        work.may_end.set()
        work.wait_for_run()
        service.stop()
        service.wait()
    assert work.most_at_once == 1


def test_stop_lets_the_running_job_end_and_begins_no_other(service):
    work = Work()
    work.may_end.clear()
    with time_machine.travel(NOW, tick=False):
        service.start([Job("a", HOURLY, work), Job("b", HOURLY, work)], {}, NOW)
        work.wait_for_run()
        service.stop()
        work.may_end.set()
        service.wait()
    assert (work.runs, work.at_once) == (1, 0)


def test_a_job_that_fails_does_not_end_the_service(service):
    work = Work()

    def fail() -> None:
        work()
        raise NetraError("the disk is full")

    with time_machine.travel(NOW, tick=False) as clock:
        service.start([Job("a", HOURLY, fail)], {}, NOW)
        work.wait_for_run()
        run_an_interval_later(service, clock, work)
    assert work.runs == 2
