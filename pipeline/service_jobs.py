"""What the service does at each hour: one source from the web to the corpus, and the week's digest to two files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from crawler.registry import Source, load_sources
from pipeline import jobs
from pipeline.digest.render import write_digest
from pipeline.digest.select import select_digest, week_of
from pipeline.schedule import DIGEST_JOB
from pipeline.settings import Settings
from storage.archive import Archive


def collect_one(settings: Settings, source: Source, stopping: Callable[[], bool]) -> None:
    """Crawl one source, as often as it brings something new, and read what is pending."""
    jobs.crawl(settings, [source], settings.sources_folder, due_only=True, stopping=stopping)
    if not stopping():
        jobs.process(settings.data_folder, load_sources(settings.sources_folder), stopping=stopping)


def render_digest_of_the_week(settings: Settings, now: datetime) -> tuple[Path, Path]:
    """Write the digest of the week in which `now` falls, as HTML and text, into data/digest."""
    digest = select_digest(settings.data_folder / "corpus.db", week_of(now, settings.timezone))
    browse_url = f"http://{settings.serve_host}:{settings.serve_port}"
    return write_digest(digest, browse_url, settings.data_folder / "digest")


def last_runs(settings: Settings) -> dict[str, datetime]:
    """When each job last began, as far as its traces tell: crawl runs, and the newest digest's file."""
    began: dict[str, datetime] = {}
    if (settings.data_folder / "archive.db").exists():
        with Archive.open(settings.data_folder, readonly=True) as archive:
            began = archive.log.last_run_of_sources()
    digests = list((settings.data_folder / "digest").glob("*.html"))
    if digests:
        newest = max(path.stat().st_mtime for path in digests)
        began[DIGEST_JOB] = datetime.fromtimestamp(newest, UTC)
    return began
