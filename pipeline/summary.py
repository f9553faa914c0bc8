"""What a run brought: per source what was asked and what became of it, and what the corpus holds now."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.commands.speak import print_table, say
from storage.archive import Archive
from storage.corpus import Corpus, CorpusCounts
from storage.crawl_health import crawl_facts


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """One source's part of a run; reasons count pages."""

    source_id: str
    fetched: int
    new: int
    changed: int
    unchanged: int
    rejected: dict[str, int]
    failed: dict[str, int]
    failed_checks: tuple[str, ...]  # of the end of the crawl, a sentence each

    @property
    def silent(self) -> bool:
        """Nothing that was asked gave an answer that can be read."""
        return bool(self.failed) and not self.fetched and not self.unchanged


@dataclass(frozen=True, slots=True)
class RunSummary:
    sources: tuple[SourceSummary, ...]
    totals: CorpusCounts

    @property
    def failed_sources(self) -> tuple[str, ...]:
        return tuple(source.source_id for source in self.sources if source.silent or source.failed_checks)

    def as_dict(self) -> dict[str, Any]:
        return dataclasses.asdict(self)


def summary_of(data_folder: Path, began: datetime) -> RunSummary:
    """Read both databases for what the run that began then (UTC) has brought."""
    with Archive.open(data_folder, readonly=True) as archive:
        run = archive.runs(newest=1)[0]
        checks = {facts.source_id: facts.failed_checks for facts in crawl_facts(archive.db)}
    with Corpus.open(data_folder / "corpus.db") as corpus:
        read = {counts.source_id: counts for counts in corpus.source_counts(began)}
        totals = corpus.counts()
    sources = []
    for crawled in run.sources:
        counts = read.get(crawled.source_id)
        sources.append(
            SourceSummary(
                source_id=crawled.source_id,
                fetched=crawled.fetched,
                new=counts.new if counts else 0,
                changed=counts.changed if counts else 0,
                unchanged=crawled.unchanged,
                rejected=dict(counts.rejected) if counts else {},
                failed=dict(crawled.failures),
                failed_checks=checks[crawled.source_id],
            )
        )
    return RunSummary(tuple(sources), totals)


def print_summary(summary: RunSummary) -> None:
    """Two tables for a person."""
    columns = ("source", "fetched", "new", "changed", "unchanged", "rejected", "not fetched")
    rows = [
        (s.source_id, s.fetched, s.new, s.changed, s.unchanged, _reasons(s.rejected), _reasons(s.failed))
        for s in summary.sources
    ]
    print_table("This run", columns, rows)
    for source in summary.sources:
        for told in source.failed_checks:
            say(f"{source.source_id}: {told}")
    totals = summary.totals
    say()
    say(f"In the corpus: {totals.articles} articles, {totals.on_topic} of them on topic, {totals.versions} versions.")
    say(
        f"Found in them: {totals.officials} officials, {totals.regions} regions, {totals.citations} citations of "
        f"regulations, {totals.statements} statements, {totals.allegations} allegations."
    )


def _reasons(counts: dict[str, int]) -> str:
    return ", ".join(
        f"{count} {reason}" for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
