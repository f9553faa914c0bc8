"""The corpus: articles, what was found in them, and what readers may see of it. All writing goes through `Corpus`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from storage.corpus import articles, counts, health, sources, withholding
from storage.corpus.articles import Outcome
from storage.corpus.counts import CorpusCounts, SourceCounts
from storage.corpus.health import SourceHealth
from storage.corpus.sources import RegisteredSource
from storage.corpus.stored_form import insert, utc_text
from storage.crawl_health import CrawlFacts
from storage.database import open_corpus
from storage.records import Analysis, Article, ArticleText, FetchFailure, Page, Rejection

__all__ = ["Corpus", "CorpusCounts", "Outcome", "RegisteredSource", "SourceCounts", "SourceHealth"]


class Corpus:
    """The one writer of corpus.db; each method is one transaction, times are UTC.

    `with Corpus.open(path) as corpus:` – withheld.db stands beside the file and is opened with it.
    """

    def __init__(self, db: Database, withheld: withholding.Withheld) -> None:
        self.db = db
        self._withheld = withheld

    @classmethod
    def open(cls, path: Path) -> Corpus:
        """Open for writing; makes both files where they are absent. Raises CorpusError."""
        db = open_corpus(path)
        withheld = withholding.Withheld(path.with_name("withheld.db"))
        withholding.finish_withholding(db, withheld)
        return cls(db, withheld)

    def close(self) -> None:
        self.db.close()
        self._withheld.db.close()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def load_reference(self) -> None:
        """Bring regions, institutions and regulations to the state of storage/reference; before any article."""
        sources.load_reference(self.db)

    def store_sources(self, registered: Iterable[RegisteredSource]) -> None:
        """Write the registered sources."""
        sources.store_sources(self.db, registered)

    def store_article(self, page: Page, article: Article, analysis: Analysis | None, *, now: datetime) -> Outcome:
        """Write one article with its findings; without an analysis it waits in `articles_to_analyse`."""
        return articles.store_article(self.db, self._withheld, page, article, analysis, now)

    def store_rejection(self, page: Page, rejection: Rejection, *, now: datetime) -> None:
        """Write why a page gave no article."""
        articles.store_rejection(self.db, self._withheld, page, rejection, now)

    def store_failures(self, failures: Iterable[FetchFailure]) -> None:
        """Write the URLs that gave no page, in place of the ones written before."""
        hidden = self._withheld.urls()
        with self.db.atomic():
            self.db.execute("DELETE FROM fetch_failures")
            for failure in failures:
                if failure.url in hidden:
                    continue
                sources.ensure_source(self.db, failure.source_id)
                row = {
                    "url": failure.url,
                    "source_id": failure.source_id,
                    "reason": failure.reason,
                    "detail": failure.detail,
                    "failed_at": utc_text(failure.failed_at),
                    "attempts": failure.attempts,
                }
                insert(self.db, "fetch_failures", row, conflict="ON CONFLICT DO NOTHING")

    def mark_gone(self, url: str, when: datetime) -> bool:
        """Note that the page is no longer there; True where an article has this address."""
        return articles.mark_gone(self.db, url, when)

    def captured_page_ids(self) -> frozenset[int]:
        """The archive pages whose fate stands in the corpus."""
        return frozenset(row[0] for row in self.db.execute("SELECT id FROM captures"))

    def pending_page_ids(self, archive_page_ids: Iterable[int]) -> tuple[int, ...]:
        """Those of the archive's pages that have no fate yet, in the order given."""
        captured = self.captured_page_ids()
        return tuple(page_id for page_id in archive_page_ids if page_id not in captured)

    def articles_to_analyse(self, *, again: bool = False) -> Iterator[ArticleText]:
        """Articles without findings, or all; `int(article.id)` is the id for `store_analysis`."""
        return articles.articles_to_analyse(self.db, again=again)

    def store_analysis(self, article_id: int, analysis: Analysis, *, now: datetime) -> None:
        """Replace the findings of an article."""
        articles.store_analysis(self.db, self._withheld, article_id, analysis, now)

    def withhold(self, kind: str, row_id: int, *, reason: str, at: datetime) -> None:
        """Hide an article or a finding from every reader. Raises CorpusError."""
        withholding.withhold(self.db, self._withheld, kind, row_id, reason=reason, at=at)

    def counts(self) -> CorpusCounts:
        """What the corpus holds in all."""
        return counts.corpus_counts(self.db)

    def source_counts(self, since: datetime | None = None) -> tuple[SourceCounts, ...]:
        """Per source, what became of the pages fetched from `since` on."""
        return counts.source_counts(self.db, since)

    def check_sources(self, now: datetime, crawled: Iterable[CrawlFacts] = ()) -> tuple[SourceHealth, ...]:
        """How each source does at `now`, with what the archive tells of its crawls; written to source_health."""
        found = health.source_health(self.db, now, {facts.source_id: facts for facts in crawled})
        health.store_source_health(self.db, found)
        return found
