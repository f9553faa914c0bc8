"""The jobs of a run: crawl in a process of its own, then read what came, one transaction per page."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from crawler.registry import Source
from nlp.analyse import Analyser, load_analyser
from pipeline.extract import extract_article
from pipeline.settings import Settings
from storage.archive import Archive
from storage.corpus import Corpus
from storage.crawl_health import crawl_facts
from storage.errors import ArchiveError, NetraError, SettingsError
from storage.records import Analysis, Article, ArticleText, Page, Rejection, SourceFacts, Topic

log = logging.getLogger("netra.jobs")
STOP_PATIENCE_SECONDS = 60
LOOK_SECONDS = 0.5
SOME_SOURCES_GAVE_NOTHING = 3  # exit status of crawler.run
READ_LANGUAGE = "id"
NOT_ANALYSED = Analysis(Topic(False, 0.0, ()), (), (), (), (), (), (), None, None)  # kept, in another language
ZONE = "Asia/Jakarta"  # of pages whose source is no longer registered
Clock = Callable[[], datetime]
Tick = Callable[[int, int], None]


class CrawlFailed(NetraError):
    """The crawler's process ended in a way that it does not know itself."""


@dataclass
class ProcessReport:
    """What became of the pages that were read; `broken` names the ones that a fault of ours left unread."""

    outcomes: dict[str, int] = field(default_factory=dict)  # new, changed, unchanged, withheld, rejected
    broken: list[str] = field(default_factory=list)

    def count(self, outcome: str) -> None:
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1


def crawl(
    settings: Settings,
    sources: Sequence[Source],
    sources_folder: Path,
    *,
    allow_hosts: Sequence[str] = (),
    due_only: bool = False,
    tick: Tick = lambda done, total: None,
    stopping: Callable[[], bool] = lambda: False,
) -> None:
    """Fetch what is new from the given sources into the archive. Raises SettingsError, CrawlFailed.

    With `due_only`, feeds and listings that rarely bring something are left out until their turn.

    A process of its own, since a reactor cannot be started twice; it is asked to stop when `stopping` turns true.
    """
    command = _crawl_command(settings, sources, sources_folder, allow_hosts)
    with subprocess.Popen([*command, "--due-only"] if due_only else command) as process:
        try:
            while process.poll() is None and not stopping():
                _tell_progress(settings.data_folder, sources, tick)
                with suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=LOOK_SECONDS)
        finally:  # also when this process is asked to end: no crawl goes on by itself
            if process.poll() is None:
                process.terminate()
                process.wait(timeout=STOP_PATIENCE_SECONDS)
    if process.returncode not in (0, SOME_SOURCES_GAVE_NOTHING) and not stopping():
        raise CrawlFailed("the crawl ended early; its message stands above. What was fetched is kept: run it again.")


def _crawl_command(
    settings: Settings, sources: Sequence[Source], sources_folder: Path, allow_hosts: Sequence[str]
) -> list[str]:
    allowed = [*settings.allow_hosts, *allow_hosts]
    if not settings.contact and not allowed:
        raise SettingsError(
            'contact is not set. Sites must be able to reach whoever crawls them: put contact = "you@example.org" '
            "into netra.toml, or set NETRA_CONTACT."
        )
    return [
        *(sys.executable, "-m", "crawler.run", "--quiet", "--data-dir", str(settings.data_folder)),
        *("--sources", str(sources_folder), "--delay-seconds", str(settings.download_delay_seconds)),
        *("--contact", settings.contact or "the sample newsroom of this machine"),
        *(part for host in allowed for part in ("--allow-host", host)),
        *(part for source in sources for part in ("--source", source.id)),
    ]


def _tell_progress(data_folder: Path, sources: Sequence[Source], tick: Tick) -> None:
    """How many addresses were asked in the running crawl, and how many are still due."""
    # the crawl may still be making its database
    with suppress(ArchiveError), Archive.open(data_folder, readonly=True) as archive:
        runs = archive.runs(newest=1)
        if runs and runs[0].finished_at is None:
            asked = sum(source.asked for source in runs[0].sources)
            due = archive.frontier.count_due([source.id for source in sources], datetime.now(UTC))
            tick(asked, asked + due)


def process(
    data_folder: Path,
    sources: Sequence[Source],
    *,
    clock: Clock = lambda: datetime.now(UTC),
    again: bool = False,
    tick: Tick = lambda done, total: None,
    stopping: Callable[[], bool] = lambda: False,
) -> ProcessReport:
    """Extract and analyse the pages that have no fate yet, or with `again` all of them."""
    with (
        Archive.open(data_folder, readonly=True) as archive,
        Corpus.open(data_folder / "corpus.db") as corpus,
    ):
        corpus.load_reference()
        corpus.store_sources(sources)
        page_ids = archive.page_ids()
        pending = page_ids if again else corpus.pending_page_ids(page_ids)
        report = ProcessReport()
        if pending:
            reader = _Reader(corpus, load_analyser(), {source.id: source.facts() for source in sources}, clock, report)
            for done, page_id in enumerate(pending, 1):
                if stopping():
                    break
                reader.read(archive.page(page_id))
                tick(done, len(pending))
        corpus.store_failures(archive.failures())
        for gone in archive.gone_pages():
            corpus.mark_gone(gone.url, gone.gone_at)
        corpus.check_sources(clock(), crawl_facts(archive.db))
    return report


@dataclass(frozen=True)
class _Reader:
    """Gives each page its fate in the corpus."""

    corpus: Corpus
    analyser: Analyser
    facts: dict[str, SourceFacts]
    clock: Clock
    report: ProcessReport

    def read(self, page: Page) -> None:
        """A fault of ours leaves the page pending, with its traceback in the log, and the rest goes on."""
        source = self.facts.get(page.source_id) or SourceFacts(page.source_id, page.source_id, "media", None, ZONE)
        try:
            article = extract_article(page, source)
            if isinstance(article, Rejection):
                self.corpus.store_rejection(page, article, now=self.clock())
                self.report.count("rejected")
                return
            readable = article.language in (None, READ_LANGUAGE)
            analysis = self.analyser.analyse(text_of(article, page, source)) if readable else NOT_ANALYSED
        except Exception:  # a page is data: whatever is wrong with our reading of it must not lose the others
            log.exception("page %d (%s) could not be read; it stays pending", page.id, page.url)
            self.report.broken.append(page.url)
            return
        self.report.count(self.corpus.store_article(page, article, analysis, now=self.clock()))


def text_of(article: Article, page: Page, source: SourceFacts) -> ArticleText:
    """What the analyser is given of an article."""
    return ArticleText(
        id=article.url,
        text=article.text,
        title=article.title,
        published=article.published,
        fetched=page.fetched_at.date(),
        source_region=source.region,
        sponsored=article.sponsored,
        genre=article.genre,
    )
