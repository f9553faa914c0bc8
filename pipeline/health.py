"""How every source does: what its crawls tell and what its articles tell, put together."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from storage.archive import Archive
from storage.corpus import Corpus, SourceHealth
from storage.crawl_health import CrawlFacts, crawl_facts
from storage.errors import ArchiveError, CorpusError


def check_health(data_folder: Path, now: datetime) -> tuple[SourceHealth, ...]:
    """Look at both databases, keep the findings in the corpus and return them. Raises CorpusError."""
    path = data_folder / "corpus.db"
    if not path.exists():
        raise CorpusError(f"{path}: there is no corpus yet. `python -m pipeline run` collects one.")
    with Corpus.open(path) as corpus:
        return corpus.check_sources(now, _crawled(data_folder))


def _crawled(data_folder: Path) -> tuple[CrawlFacts, ...]:
    """Nothing where there is no archive: a corpus can be moved alone."""
    with suppress(ArchiveError), Archive.open(data_folder, readonly=True) as archive:
        return crawl_facts(archive.db)
    return ()
