"""The checks that end each crawl: each alone, and all in real runs, where they are silent on what is well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from crawler.monitors import failed_checks, longest_silence
from crawler.registry import Source
from storage.archive import Archive
from storage.crawl_health import SourceRun, crawl_facts
from tests.crawler.loopback import Site, Workplace, article

NOW = datetime(2026, 5, 20, 6, tzinfo=UTC)
DAY = timedelta(days=1)
FEED = "https://contoh.example/feed"
SOURCE = Source("contoh", "Contoh", "media", "https://contoh.example/", "feed", (FEED,), "active", date(2026, 5, 1))
RUN = SourceRun("contoh", 20, 0, NOW - 30 * DAY, NOW, (), {FEED: True})
EMPTY = f"{FEED} answered and named no page."


def checked(run: SourceRun, promised: int | None = None, **named: int) -> dict[str, str]:
    source = replace(SOURCE, at_least_articles_per_week=promised)
    return failed_checks(source, run, {FEED: named["feed"]} if named else {}, NOW)


def test_a_run_that_went_well_passes():
    assert checked(RUN, promised=5, feed=3) == {}


@pytest.mark.parametrize(
    ("addresses", "failed", "fails"), [(20, 10, False), (20, 11, True), (9, 9, False), (10, 10, True), (0, 0, False)]
)
def test_most_addresses_must_answer(addresses, failed, fails):
    found = checked(replace(RUN, addresses=addresses, failed=failed))
    assert found == ({"Failures": f"{failed} of {addresses} addresses failed."} if fails else {})


@pytest.mark.parametrize(
    ("ever", "before", "named", "fails"),
    [
        (True, (), 3, False),
        (True, (), 0, True),  # a feed that was emptied
        (False, (), None, True),  # unchanged, and never named anything
        (True, (), None, False),  # unchanged since it named pages
        (True, (EMPTY,), None, True),  # unchanged since it was found empty
        (True, (EMPTY,), 2, False),  # mended
    ],
)
def test_an_entry_that_answers_must_name_pages(ever, before, named, fails):
    run = replace(RUN, entries={FEED: ever}, failed_checks_before=before)
    found = checked(run) if named is None else checked(run, feed=named)
    assert found == ({"Entries": EMPTY} if fails else {})


@pytest.mark.parametrize(
    ("promised", "days", "fails"), [(None, 90, False), (50, 3, False), (50, 4, True), (1, 7, False), (1, 8, True)]
)
def test_nothing_new_where_a_promise_says_otherwise_is_a_failure(promised, days, fails):
    found = checked(replace(RUN, last_new_at=NOW - days * DAY), promised=promised)
    assert list(found) == (["Promise"] if fails else [])


def test_a_source_that_promises_and_never_brought_a_page_fails_at_once():
    found = checked(replace(RUN, first_run_at=NOW, last_new_at=None), promised=2)
    assert found == {"Promise": "No page has come yet, though at least 2 a week were promised."}


def test_how_long_a_source_may_be_silent():
    assert [longest_silence(promised) / DAY for promised in (1, 2, 4, 7, 100)] == [7, 7, 3.5, 3, 3]


# ------------------------------------------------------------ in real runs


def test_a_real_run_notes_what_is_wrong_and_is_silent_on_what_is_well(
    open_site: Callable[..., Site], workplace: Workplace
) -> None:
    well, empty, emptied = open_site(), open_site(), open_site()
    for site in (well, emptied):
        site.answers |= {"/feed": site.feed("/a", "/b"), "/a": article("Satu"), "/b": article("Dua")}
    empty.answers |= {"/feed": empty.feed()}
    workplace.source(well, urls=["/feed"], id="well", extra="at_least_articles_per_week = 1")
    workplace.source(empty, urls=["/feed"], id="empty", extra="at_least_articles_per_week = 1")
    workplace.source(emptied, urls=["/feed"], id="emptied")
    first = workplace.crawl("--quiet")
    assert first.status == 3
    lines = [line.partition("WARNING: ")[2] for line in first.stderr.splitlines()]
    never = "empty: No page has come yet, though at least 1 a week were promised."
    assert lines == [f"empty: {empty.url}/feed answered and named no page.", never]

    emptied.answers["/feed"] = emptied.feed()
    for _ in range(2):  # the second time the feed is unchanged, and still empty
        workplace.crawl("--quiet")
        told = {facts.source_id: facts.failed_checks for facts in facts_of(workplace)}
        assert told["emptied"] == (f"{emptied.url}/feed answered and named no page.",)
        assert told["well"] == ()


def test_a_run_in_which_all_is_well_says_nothing(open_site: Callable[..., Site], workplace: Workplace) -> None:
    site = open_site()
    site.answers |= {"/feed": site.feed("/a"), "/a": article("Satu")}
    workplace.source(site, urls=["/feed"])
    crawl = workplace.crawl("--quiet")
    assert (crawl.status, crawl.stderr) == (0, "")


def facts_of(workplace: Workplace):
    with Archive.open(workplace.data, readonly=True) as archive:
        return crawl_facts(archive.db)
