"""The checks that end each crawl, by Spidermon, for each source; what is not passed is kept with the run and logged."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from spidermon import Monitor, MonitorSuite
from spidermon.runners import MonitorRunner

from crawler.registry import Source
from crawler.settling import Settler
from storage.crawl_health import SourceRun, note_failed_check, source_run

logger = logging.getLogger("netra.crawl")

MOST_FAILURES = 0.5  # of a run's addresses; more is a fault of the site or of ours, not of its pages
ENOUGH_ADDRESSES = 10  # fewer say nothing about a share
SHORTEST_SILENCE, LONGEST_SILENCE = timedelta(days=3), timedelta(days=7)  # weekends and holidays are no silence
MISSED_TURNS = 2  # a silence of twice the mean time between two promised articles


class Entries(Monitor):
    """A feed, sitemap or listing that answers must name something: an empty one is mostly a changed site."""

    def test_an_entry_that_answers_names_pages(self) -> None:
        empty = barren_entries(self.data.run, self.data.named)
        if empty:
            self.fail(" ".join(map(told_of_entry, empty)))


class Failures(Monitor):
    """Most of what was asked must answer."""

    def test_most_addresses_answer(self) -> None:
        run: SourceRun = self.data.run
        if run.addresses >= ENOUGH_ADDRESSES and run.failed > MOST_FAILURES * run.addresses:
            self.fail(f"{run.failed} of {run.addresses} addresses failed.")


class Promise(Monitor):
    """New pages must come where the source's file promises them; nothing new is then no success."""

    def test_new_pages_come_as_promised(self) -> None:
        run: SourceRun = self.data.run
        promised: int | None = self.data.source.at_least_articles_per_week
        if promised is None:
            return
        if run.last_new_at is None:
            self.fail(f"No page has come yet, though at least {promised} a week were promised.")
        if self.data.now - run.last_new_at > longest_silence(promised):
            self.fail(f"No new page since {run.last_new_at:%Y-%m-%d}, though at least {promised} a week were promised.")


class SourceChecks(MonitorSuite):
    monitors = (Entries, Failures, Promise)


def check_run(settlers: Iterable[Settler], now: datetime) -> bool:
    """Check every source of a run that has asked all it wanted; False where one did not pass."""
    passed = True
    for settler in settlers:
        db, run_id = settler.archive.db, settler.run_id
        for source in settler.sources.values():
            run = source_run(db, run_id, source.id)
            for name, told in failed_checks(source, run, settler.named, now).items():
                passed = False
                logger.warning("%s: %s", source.id, told)
                note_failed_check(db, run_id, source.id, name, told)
    return passed


def failed_checks(source: Source, run: SourceRun, named: Mapping[str, int], now: datetime) -> dict[str, str]:
    """The names of the monitors that a source did not pass, each with a sentence for the operator."""
    runner = MonitorRunner()
    runner.run(SourceChecks(), source=source, run=run, named=named, now=now)
    return {
        each.monitor.monitor_name: each.reason or each.error.strip().splitlines()[-1]
        for each in runner.result.monitors_failed_results
    }


def barren_entries(run: SourceRun, named: Mapping[str, int]) -> tuple[str, ...]:
    """Entries that answered and name nothing; one that is unchanged since it was found empty still is."""
    before = " ".join(run.failed_checks_before)
    return tuple(
        url
        for url, ever in run.entries.items()
        if (named[url] == 0 if url in named else not ever or told_of_entry(url) in before)
    )


def told_of_entry(url: str) -> str:
    return f"{url} answered and named no page."


def longest_silence(promised: int) -> timedelta:
    """How long a source of so many articles a week may bring nothing new."""
    return min(LONGEST_SILENCE, max(SHORTEST_SILENCE, MISSED_TURNS * timedelta(days=7) / promised))
