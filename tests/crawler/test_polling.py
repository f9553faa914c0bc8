"""Entries are asked as often as they bring something new, within the schedule and a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from crawler.polling import interval_after, is_due
from storage.archive import Archive
from storage.polls import Poll
from tests.crawler.loopback import Site, Workplace, article

HOUR = timedelta(hours=1)
THEN = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("interval", "news", "schedule", "expected"),
    [
        (6 * HOUR, False, 6 * HOUR, 9 * HOUR),
        (9 * HOUR, False, 6 * HOUR, 13.5 * HOUR),
        (20 * HOUR, False, 6 * HOUR, 24 * HOUR),  # once a day at least
        (24 * HOUR, True, 6 * HOUR, 12 * HOUR),
        (9 * HOUR, True, 6 * HOUR, 6 * HOUR),  # never more often than the source's file says
        (13.5 * HOUR, None, 6 * HOUR, 13.5 * HOUR),  # an answer that never came tells nothing
        (48 * HOUR, False, 48 * HOUR, 48 * HOUR),  # a file that asks for less than once a day is heeded
        (6 * HOUR, False, 12 * HOUR, 12 * HOUR),  # the file was changed
    ],
)
def test_the_interval_follows_what_the_poll_brought(
    interval: timedelta, news: bool | None, schedule: timedelta, expected: timedelta
) -> None:
    assert interval_after(Poll(THEN, interval, news), schedule) == expected
    assert interval_after(None, schedule) == schedule


@pytest.mark.parametrize(
    ("after", "due"),
    [(6 * HOUR, False), (8 * HOUR, True), (9 * HOUR, True)],  # 8 is the run that is nearest to 9
)
def test_an_entry_is_due_at_the_run_nearest_to_its_turn(after: timedelta, due: bool) -> None:
    assert is_due(Poll(THEN, 6 * HOUR, False), 9 * HOUR, 2 * HOUR, THEN + after) is due


def poll_was(workplace: Workplace, hours_ago: float) -> None:
    """As if the last run had been so long ago."""
    moment = (datetime.now(UTC) - hours_ago * HOUR).isoformat().replace("+00:00", "Z")
    with Archive.open(workplace.data) as archive:
        archive.db.execute("UPDATE polls SET polled_at = ?", [moment])


def test_a_quiet_feed_is_left_out_of_scheduled_runs_until_its_turn(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    site.answers = {"/feed": site.feed("/a"), "/a": article("A"), "/b": article("B")}
    workplace.source(site, urls=["/feed"], extra='schedule = "every 6 hours"')
    workplace.crawl("--due-only")
    assert site.paths() == ["/robots.txt", "/feed", "/a"]

    def asked(hours_later: float, *options: str) -> list[str]:
        poll_was(workplace, hours_later)
        site.asked.clear()
        crawl = workplace.crawl(*options)
        assert crawl.status == 0  # a run in which nothing had its turn is no failure
        return site.paths()

    assert asked(1, "--due-only") == []
    assert asked(6, "--due-only") == ["/feed"]  # nothing new: from now on every 9 hours
    assert asked(5.9, "--due-only") == []
    assert asked(0) == ["/feed"]  # a person who asks is always heeded
    assert asked(10, "--due-only") == []  # twice nothing new: 13.5 hours
    site.answers["/feed"] = site.feed("/b", "/a")
    assert asked(13.5, "--due-only") == ["/feed", "/b"]
    assert asked(3, "--due-only") == []
    assert asked(6, "--due-only") == ["/feed"]  # half of it


def test_what_a_part_of_an_index_brings_counts_for_the_index(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    index = f"<sitemapindex><sitemap><loc>{site.url}/part.xml</loc></sitemap></sitemapindex>"
    site.answers = {
        "/sitemap.xml": (200, {"Content-Type": "text/xml"}, index),
        "/part.xml": (200, {"Content-Type": "text/xml"}, f"<urlset><url><loc>{site.url}/a</loc></url></urlset>"),
        "/a": article("A"),
    }
    workplace.source(site, urls=["/sitemap.xml"], engine="sitemap")
    workplace.crawl("--due-only")
    with Archive.open(workplace.data, readonly=True) as archive:
        first = archive.polls.last(f"{site.host}/sitemap.xml")
    assert first is not None
    assert first.news is True

    workplace.crawl()
    with Archive.open(workplace.data, readonly=True) as archive:
        second = archive.polls.last(f"{site.host}/sitemap.xml")
    assert second is not None
    assert second.news is False


def test_an_entry_that_gave_no_answer_keeps_its_pace(open_site: Callable[[], Site], workplace: Workplace) -> None:
    site = open_site()
    site.answers = {"/feed": (404, {}, "tidak ada")}
    workplace.source(site, urls=["/feed"])
    assert workplace.crawl("--due-only").status == 3
    with Archive.open(workplace.data, readonly=True) as archive:
        poll = archive.polls.last(f"{site.host}/feed")
    assert poll is not None
    assert (poll.interval, poll.news) == (6 * HOUR, None)
