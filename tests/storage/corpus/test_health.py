"""How a source's health is judged: kept and broken promises, silences, and the figures beside them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from storage.corpus import Corpus
from storage.corpus.health import SourceHealth, missed_since
from storage.crawl_health import CrawlFacts
from storage.database import rows
from storage.records import FetchFailure, Rejection
from storage.weekly import silent_sources
from tests.storage.records_for_tests import RegisteredSource, analysis, article, page

START = datetime(2026, 5, 1, 6, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def daily(days: int, first: datetime = START) -> list[datetime]:
    return [first + number * DAY for number in range(days)]


def give(corpus: Corpus, moments: list[datetime], **changes: object) -> None:
    for number, moment in enumerate(moments, 1):
        url = f"https://kota.contoh.id/{number}"
        corpus.store_article(page(number, url=url, at=moment), article(url, **changes), None, now=moment)


def crawled(success: datetime | None, last: datetime, **changes: object) -> CrawlFacts:
    return replace(CrawlFacts("kota-contoh", START, last, success), **changes)  # type: ignore[arg-type]


def health(corpus: Corpus, now: datetime, *facts: CrawlFacts) -> SourceHealth:
    (found,) = corpus.check_sources(now, facts)
    return found


# ------------------------------------------------------------ the moment at which a promise is missed


def test_a_promise_is_missed_when_the_trailing_week_falls_below_it():
    seen = daily(10)  # the last on 10 May; three a week are kept until the third last is a week old
    for hours in range(24 * 40):
        now = START + hours * HOUR
        missed = missed_since(3, seen, START, now)
        kept = sum(now - timedelta(days=7) < moment <= now for moment in seen) >= 3
        assert (missed is None) == (kept or now < START + timedelta(days=7)), now
        assert missed in (None, seen[7] + timedelta(days=7))


@pytest.mark.parametrize(
    ("promised", "seen", "days", "missed"),
    [
        (1, [], 6, None),  # a source has a week from the first look
        (1, [], 7, 7),
        (5, [0, 1], 8, 7),  # never kept
        (2, [0, 3, 20, 21], 26, None),  # broken once and mended
        (2, [0, 3, 20, 21], 30, 27),  # and broken again
        (0.5, [0], 9, 7),  # half an article a week cannot be told from one
    ],
)
def test_when_a_promise_is_missed(promised, seen, days, missed):
    moments = [START + day * DAY for day in seen]
    expected = None if missed is None else START + missed * DAY
    assert missed_since(promised, moments, START, START + days * DAY) == expected


# ------------------------------------------------------------ what is said of a source


def test_a_source_that_stops_is_named_within_two_days_of_the_first_missed_promise(corpus):
    corpus.store_sources([RegisteredSource(at_least_articles_per_week=5)])
    give(corpus, daily(10))
    first_missed = START + 5 * DAY + timedelta(days=7)
    before = health(corpus, first_missed - HOUR, crawled(first_missed, first_missed))
    assert (before.state, before.silent_since) == ("ok", None)
    after = health(corpus, first_missed + 47 * HOUR, crawled(first_missed + DAY, first_missed + DAY))
    assert (after.state, after.silent_since, after.troubled) == ("below-promise", "2026-05-13T06:00:00Z", True)
    later = health(corpus, first_missed + 20 * DAY, crawled(first_missed + 20 * DAY, first_missed + 20 * DAY))
    assert (later.state, later.silent_since) == ("silent", "2026-05-13T06:00:00Z")
    assert later.note == "0 articles in the last 7 days, promised at least 5"
    assert [(s.name, s.state, s.since) for s in silent_sources(corpus.db)] == [("Kota Contoh", "silent", "2026-05-13")]


@pytest.mark.parametrize(
    ("seen", "facts", "days", "state", "since"),
    [
        (3, crawled(START + 8 * DAY, START + 8 * DAY), 8, "ok", None),
        (3, crawled(START + 12 * DAY, START + 12 * DAY), 12, "silent", "2026-05-03"),
        (0, crawled(START + 3 * DAY, START + 3 * DAY), 3, "ok", None),
        (0, crawled(START + 8 * DAY, START + 8 * DAY), 8, "silent", "2026-05-01"),
        (0, crawled(None, START), 0, "no-answer", "2026-05-01"),
        (3, crawled(START + 2 * DAY, START + 3 * DAY), 3, "ok", None),  # one night of failures
        (3, crawled(START + 2 * DAY, START + 5 * DAY), 5, "no-answer", "2026-05-03"),
        (3, crawled(START + 2 * DAY, START + 1 * DAY), 5, "ok", None),  # nobody has crawled since
    ],
)
def test_the_state_of_a_source_without_a_promise(corpus, seen, facts, days, state, since):
    corpus.store_sources([RegisteredSource()])
    give(corpus, daily(seen))
    found = health(corpus, START + days * DAY, facts)
    assert (found.state, found.silent_since and found.silent_since[:10]) == (state, since)


@pytest.mark.parametrize(("status", "state"), [("active", "never-fetched"), ("paused", "paused"), ("dead", "paused")])
def test_who_is_not_asked_is_not_blamed(corpus, status, state):
    corpus.store_sources([RegisteredSource(status=status, at_least_articles_per_week=5)])
    found = health(corpus, START + 30 * DAY)
    assert (found.state, found.troubled) == (state, False)


def test_a_site_that_does_not_answer_is_silent_from_its_first_broken_promise(corpus):
    corpus.store_sources([RegisteredSource(at_least_articles_per_week=1)])
    give(corpus, daily(1))
    found = health(corpus, START + 30 * DAY, crawled(START + 20 * DAY, START + 29 * DAY))
    assert (found.state, found.silent_since) == ("no-answer", "2026-05-08T06:00:00Z")
    assert found.note == "no entry has answered since 2026-05-21"


def test_shares_and_reasons_stand_in_the_table(corpus):
    corpus.store_sources([RegisteredSource()])
    give(corpus, daily(3), author=None)
    other = "https://kota.contoh.id/tanpa"
    undated = article(other, author="Wulan Prameswari", published=None, published_at=None)
    corpus.store_article(page(4, url=other, at=START), undated, analysis(), now=START)
    for number in (5, 6):
        reject = page(number, url=f"https://kota.contoh.id/daftar/{number}", at=START)
        corpus.store_rejection(reject, Rejection("listing", "9 links"), now=START)
    corpus.store_failures([FetchFailure("https://kota.contoh.id/x", "kota-contoh", "timeout", "", START)])
    found = health(corpus, START + DAY, crawled(START, START, failed_checks=("Most pages failed.",)))
    assert (found.without_date, found.without_author) == (0.25, 0.75)
    assert (found.rejected_by_reason, found.failed_by_reason) == ({"listing": 2}, {"timeout": 1})
    (row,) = rows(corpus.db, "SELECT * FROM source_health")
    assert json.loads(row["rejected_by_reason"]) == {"listing": 2}
    assert (row["failed_checks"], row["without_author"]) == ("Most pages failed.", 0.75)
