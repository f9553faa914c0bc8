"""How a real crawl behaves towards its hosts: pauses, rules, busy times, caps and quiet hours."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from storage.archive import Archive
from storage.verification import requests_to
from tests.crawler.loopback import Site, Workplace, article

PAUSE_SECONDS = 0.3


def with_pages(site: Site, *names: str, robots: str | None = None) -> Site:
    site.answers = {f"/{name}": article(name) for name in names} | {"/feed": site.feed(*(f"/{name}" for name in names))}
    if robots is not None:
        site.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, robots)
    return site


def gaps(site: Site) -> list[float]:
    return [later.at - earlier.at for earlier, later in itertools.pairwise(site.asked)]


def test_each_host_is_spaced_as_it_asks_while_the_others_go_on(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    slow = with_pages(open_site(), "a", "b", robots=f"User-agent: *\nCrawl-delay: {PAUSE_SECONDS}\n")
    rated = with_pages(open_site(), "a", "b", robots="User-agent: Netra\nRequest-rate: 3/1\n")
    own = with_pages(open_site(), "a", "b")
    quick = with_pages(open_site(), *"abcdefgh")
    for name, site, extra in [
        ("slow", slow, ""),
        ("rated", rated, ""),
        ("own", own, f"delay_seconds = {PAUSE_SECONDS}"),
    ]:
        workplace.source(site, urls=["/feed"], id=name, extra=extra)
    workplace.source(quick, urls=["/feed"], id="quick")
    crawl = workplace.crawl()
    assert len(crawl.pages) == 14
    for site in (slow, rated, own):
        assert site.paths() == ["/robots.txt", "/feed", "/a", "/b"]
        assert min(gaps(site)) > PAUSE_SECONDS - 0.02
    assert quick.asked[-1].at < slow.asked[-1].at


def test_rules_are_asked_once_a_day(open_site: Callable[[], Site], workplace: Workplace) -> None:
    site = with_pages(open_site(), "a", "b", robots="User-agent: *\nDisallow: /b\n")
    workplace.source(site, urls=["/feed"])
    workplace.crawl()
    site.answers["/feed"] = site.feed("/a", "/b", "/c")
    site.answers["/c"] = article("c")
    site.asked.clear()
    crawl = workplace.crawl()
    assert site.paths() == ["/feed", "/c"]
    assert crawl.reasons() == {site.url + "/b": "robots-forbidden"}


def test_a_site_whose_rules_fail_is_not_asked_anything_else(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    broken, moved = with_pages(open_site(), "a"), with_pages(open_site(), "a")
    broken.answers["/robots.txt"] = (500, {}, "")
    moved.answers["/robots.txt"] = (301, {"Location": "/aturan.txt"}, "")
    moved.answers["/aturan.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /a\n")
    workplace.source(broken, urls=["/feed"], id="broken")
    workplace.source(moved, urls=["/feed"], id="moved")
    crawl = workplace.crawl()
    assert broken.paths() == ["/robots.txt"]
    assert moved.paths() == ["/robots.txt", "/aturan.txt", "/feed"]
    assert crawl.reasons() == {broken.url + "/feed": "robots-unreachable", moved.url + "/a": "robots-forbidden"}
    assert crawl.status == 3


def test_a_busy_host_is_left_alone_until_it_said_even_by_the_next_run(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = with_pages(open_site(), "a", "b", "c")
    site.answers["/a"] = (503, {"Retry-After": "3600"}, "sibuk")
    workplace.source(site, urls=["/feed"])
    first = workplace.crawl()
    assert site.paths() == ["/robots.txt", "/feed", "/a"]
    assert first.reasons() == {site.url + "/a": "busy"}
    site.asked.clear()
    workplace.crawl()
    assert site.paths() == []

    site.answers["/a"] = article("a")
    with Archive.open(workplace.data) as archive:
        archive.hosts.store_busy(site.host, datetime.now(UTC) - timedelta(seconds=1), 1)
        archive.db.execute("UPDATE frontier SET due_at = found_at WHERE key LIKE '%/a'")
    later = workplace.crawl()
    assert len(later.pages) == 3
    assert later.reasons() == {}


def test_a_short_pause_is_waited_for(open_site: Callable[[], Site], workplace: Workplace) -> None:
    site = with_pages(open_site(), "a", "b")
    answers = iter([(429, {"Retry-After": "1"}, ""), article("a")])

    def once_busy(handler: object) -> None:
        answer = next(answers)
        status, headers, body = answer if isinstance(answer, tuple) else (200, {}, answer)
        handler.send_answer(status, headers, body.encode())  # type: ignore[attr-defined]

    site.answers["/a"] = once_busy
    workplace.source(site, urls=["/feed"])
    crawl = workplace.crawl()
    assert (len(crawl.pages), crawl.reasons()) == (2, {})
    assert max(gaps(site)) > 0.9


def test_the_daily_cap_holds_over_runs_and_leaves_the_rest_for_tomorrow(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = with_pages(open_site(), *"abcdef")
    workplace.source(site, urls=["/feed"], extra="pages_per_day = 4")
    first = workplace.crawl()
    assert site.paths() == ["/robots.txt", "/feed", "/a", "/b"]
    assert first.due == 4
    workplace.crawl()
    assert len(site.asked) == 4


def test_nothing_is_asked_in_quiet_hours(open_site: Callable[[], Site], workplace: Workplace) -> None:
    site = with_pages(open_site(), "a")
    workplace.source(site, urls=["/feed"], extra='quiet_hours = "00:00-23:59:59.999999"')
    crawl = workplace.crawl()
    assert site.paths() == []
    assert crawl.run.outcome == "finished"


def test_every_request_stands_in_the_log_with_its_reason(open_site: Callable[[], Site], workplace: Workplace) -> None:
    site = with_pages(open_site(), "a")
    workplace.source(site, urls=["/feed"])
    workplace.crawl()
    with Archive.open(workplace.data, readonly=True) as archive:
        lines = requests_to(archive, site.host)
    assert [(line.url.removeprefix(site.url), line.why, line.status) for line in lines] == [
        ("/robots.txt", "robots.txt", 404),
        ("/feed", "entry", 200),
        ("/a", "new", 200),
    ]
    assert sum(line.bytes for line in lines) > 100


def test_a_host_that_wants_hours_between_requests_gets_one_a_run(
    open_site: Callable[..., Site], workplace: Workplace
) -> None:
    site = with_pages(open_site(), "a", robots="User-agent: *\nCrawl-delay: 3600\n")
    workplace.source(site, urls=["/feed"])
    assert workplace.crawl().run.outcome == "finished"
    workplace.crawl()
    assert site.paths() == ["/robots.txt"]
    with Archive.open(workplace.data) as archive:
        archive.hosts.store_busy(site.host, datetime.now(UTC) - timedelta(seconds=1), 0)
    workplace.crawl()
    assert site.paths() == ["/robots.txt", "/feed"]
