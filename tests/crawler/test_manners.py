"""Hosts are asked one request at a time, spaced, in turn, and not while they are busy or want quiet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.manners import LONGEST_BACK_OFF, HostClock, back_off, is_quiet
from crawler.robots import Policy, read_policy

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_host_rests_after_each_answer_while_others_are_asked() -> None:
    clock = HostClock()
    clock.add(["a", "b"], NOW)
    assert clock.next_host(NOW) == "a"
    clock.begin("a")
    assert clock.next_host(NOW) == "b"
    clock.begin("b")
    assert clock.next_host(NOW) is None
    assert clock.seconds_to_wait(NOW) is None
    clock.end("a", NOW, 5 * SECOND)
    assert clock.next_host(NOW + 4 * SECOND) is None
    assert clock.seconds_to_wait(NOW + 4 * SECOND) == 1
    assert clock.next_host(NOW + 5 * SECOND) == "a"


def test_a_host_that_comes_back_has_not_forgotten_its_rest() -> None:
    clock = HostClock()
    clock.add(["a"], NOW)
    clock.begin("a")
    clock.end("a", NOW, 60 * SECOND)
    clock.drop("a")
    clock.add(["a"], NOW + SECOND)
    assert clock.next_host(NOW + 59 * SECOND) is None
    assert clock.next_host(NOW + 60 * SECOND) == "a"


@pytest.mark.parametrize(
    ("header", "times", "seconds"),
    [
        ("120", 0, 120),
        ("Sun, 22 Nov 2026 06:05:00 GMT", 0, 300),
        ("Sun, 22 Nov 2026 05:00:00 GMT", 0, 1),  # already past
        (None, 0, 60),
        (None, 3, 480),
        ("soon", 1, 120),
        ("99999999999", 0, LONGEST_BACK_OFF.total_seconds()),
        (None, 500, LONGEST_BACK_OFF.total_seconds()),
    ],
)
def test_a_busy_host_is_left_alone_as_long_as_it_asks(header: str | None, times: int, seconds: float) -> None:
    assert back_off(header, times, NOW) == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("hours", "utc_hour", "quiet"),
    [
        ("22:00-05:00", 16, True),
        ("22:00-05:00", 21, True),
        ("22:00-05:00", 22, False),
        ("22:00-05:00", 6, False),
        ("08:00-10:00", 1, True),
        ("08:00-10:00", 3, False),
        (None, 16, False),
    ],
)
def test_quiet_hours_are_by_the_clock_of_the_source(hours: str | None, utc_hour: int, quiet: bool) -> None:
    assert is_quiet(hours, "Asia/Jakarta", NOW.replace(hour=utc_hour)) is quiet


ROBOTS = b"""\
User-agent: *
Disallow: /

User-agent: Netra
Disallow: /rahasia/
Allow: /rahasia/umum
Crawl-delay: 7
Request-rate: 1/20
"""


def test_the_rules_for_us_count_and_the_longer_pause() -> None:
    policy = read_policy(200, ROBOTS, "Netra", NOW)
    assert policy.allows("https://contoh.example/berita")
    assert policy.allows("https://contoh.example/rahasia/umum")
    assert not policy.allows("https://contoh.example/rahasia/x")
    assert policy.delay_seconds() == 20


@pytest.mark.parametrize("status", [200, 301, 401, 403, 404, 410, 418])
def test_a_site_without_robots_allows_everything(status: int) -> None:
    assert read_policy(status, b"<html>User-agent: *\nDisallow: /</html>", "Netra", NOW).allows(
        "https://contoh.example/"
    )


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_site_whose_robots_fails_is_not_asked(status: int) -> None:
    policy = read_policy(status, b"", "Netra", NOW)
    assert not policy.allows("https://contoh.example/")
    assert policy.unreachable is not None


def test_rules_are_kept_for_a_day_and_a_failure_for_an_hour() -> None:
    rules = Policy(NOW, 200, "", "Netra")
    failed = Policy(NOW, None, "", "Netra", unreachable=("dns", "x"))
    assert rules.fresh(NOW + timedelta(hours=23)) and not rules.fresh(NOW + timedelta(hours=25))
    assert failed.fresh(NOW + timedelta(minutes=59)) and not failed.fresh(NOW + timedelta(minutes=61))


def test_bytes_that_are_no_text_do_not_stop_the_reading() -> None:
    policy = read_policy(200, b"\xef\xbb\xbfUser-agent: *\n\xff\xfe\0\nDisallow: /x\n" + b"#" * 600_000, "Netra", NOW)
    assert not policy.allows("https://contoh.example/x")
