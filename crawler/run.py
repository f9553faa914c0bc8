"""One crawl run as a process of its own: `python -m crawler.run --data-dir data --source ID …`.

A reactor runs once in a process, so whoever wants to crawl starts this as a subprocess and reads the counts from
archive.db. Exit status: 0 done; 1 something that the operator can mend, told on stderr; 2 wrong usage;
3 the run ended, but none of the entries of a source could be read, or a source did not pass its checks.
"""

from __future__ import annotations

import argparse
import fcntl
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler import settings as scrapy_settings
from crawler.guard import Allowed
from crawler.host_memory import HostMemory
from crawler.monitors import check_run
from crawler.recorder import Recorder, open_files
from crawler.registry import SOURCES_FOLDER, Source, choose_sources, load_sources
from crawler.settling import Settler
from crawler.spider import SourcesSpider
from storage.archive import Archive
from storage.crawl_log import RunOutcome
from storage.errors import ArchiveError, NetraError, SettingsError


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m crawler.run", description="Crawl sources once into the archive.")
    parser.add_argument("--data-dir", type=Path, required=True, help="folder of archive.db and archive/")
    parser.add_argument("--sources", type=Path, default=SOURCES_FOLDER, help="folder of the sources' TOML files")
    parser.add_argument("--source", action="append", default=[], metavar="ID", help="crawl only this one; repeatable")
    parser.add_argument(
        "--allow-host", action="append", default=[], metavar="HOST:PORT",
        help="a private host (or network, 10.0.0.0/8) that may be asked; repeatable",
    )  # fmt: skip
    parser.add_argument("--contact", help="address at which a site's administrator reaches the operator")
    parser.add_argument("--delay-seconds", type=float, default=scrapy_settings.NETRA_DELAY_SECONDS)
    parser.add_argument("--timeout-seconds", type=float, default=scrapy_settings.DOWNLOAD_TIMEOUT)
    parser.add_argument("--pages-per-day", type=int, default=scrapy_settings.NETRA_PAGES_PER_DAY)
    parser.add_argument(
        "--due-only", action="store_true", help="leave out feeds and listings that have been quiet, until their turn"
    )
    parser.add_argument("--quiet", action="store_true", help="log warnings only")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Crawl; returns the exit status."""
    options = read_arguments(arguments)
    try:
        sources = choose_sources(load_sources(options.sources), options.source)
        if not sources:
            raise SettingsError(f"{options.sources}: no source is active. Add one, or name one with --source.")
        allowed = _allowed(options.allow_host)
        with _only_one(options.data_dir), Archive.open(options.data_dir) as archive:
            return crawl(archive, sources, allowed, options)
    except NetraError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def crawl(archive: Archive, sources: tuple[Source, ...], allowed: Allowed, options: argparse.Namespace) -> int:
    """One run over the sources; blocks until it has ended.

    Scrapy verifies all certificates of a crawler or none: sources whose file accepts a wrong one get their own.
    """
    settings = _settings(options)
    started_at = datetime.now(UTC)
    repaired = archive.repair()
    run_id = archive.log.begin_run(tuple(source.id for source in sources), started_at)
    files = open_files(archive, run_id, started_at, settings["USER_AGENT"])
    recorder = Recorder(archive, run_id, files)
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(logging.ERROR)  # what it warns of has a row with its reason
    for what in repaired:
        logging.getLogger("netra.crawl").warning("after an interrupted run: %s", what)
    crawlers, settlers = [], []
    for verified in (True, False):
        group = tuple(source for source in sources if (source.bad_certificate_note is None) is verified)
        if not group:
            continue
        own = settings.copy()
        own.set("DOWNLOAD_VERIFY_CERTIFICATES", verified, priority="cmdline")
        crawlers.append(Crawler(SourcesSpider, own))
        settlers.append(Settler(archive, recorder, run_id, group, allowed))
        process.crawl(
            crawlers[-1],
            settler=settlers[-1],
            memory=HostMemory(archive, recorder, run_id, allowed),
            now=lambda: datetime.now(UTC),
            delay_seconds=options.delay_seconds,
            pages_per_day=options.pages_per_day,
            due_only=options.due_only,
        )
    process.start()
    files.close()
    outcomes = {getattr(crawler.spider, "outcome", "stopped") for crawler in crawlers}
    outcome: RunOutcome = next(worst for worst in ("disk-full", "stopped", "finished") if worst in outcomes)
    passed = outcome != "finished" or check_run(settlers, datetime.now(UTC))
    try:
        archive.log.end_run(run_id, outcome, datetime.now(UTC))
    except Exception:
        if outcome != "disk-full":  # on a full disk not even this fits; the next run notes it
            raise
    if outcome == "disk-full":
        sys.stderr.write("The disk is full. Make room and run the same command again: it goes on where it stopped.\n")
        return 1
    return 3 if archive.log.silent_sources(run_id) or not passed else 0


def _settings(options: argparse.Namespace) -> Settings:
    settings = Settings()
    settings.setmodule(scrapy_settings, priority="project")
    settings.set("NETRA_ALLOW_HOSTS", options.allow_host, priority="cmdline")
    settings.set("USER_AGENT", scrapy_settings.user_agent(options.contact), priority="cmdline")
    settings.set("DOWNLOAD_TIMEOUT", options.timeout_seconds, priority="cmdline")
    settings.set("LOG_LEVEL", "WARNING" if options.quiet else "INFO", priority="cmdline")
    return settings


def _allowed(names: list[str]) -> Allowed:
    try:
        return Allowed(names)
    except ValueError as error:
        raise SettingsError(f"--allow-host: {error}.") from error


@contextmanager
def _only_one(data_dir: Path) -> Iterator[None]:
    """Hold the data folder: two crawls at once would ask every site twice as often."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "crawl.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ArchiveError(f"{data_dir}: another crawl is running there. Wait for it, or stop it.") from error
        yield


if __name__ == "__main__":
    sys.exit(main())
