"""What goes into one week's digest: the articles on topic by province, and which sources were silent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from storage.database import open_corpus
from storage.weekly import DigestArticle, SilentSource, articles_first_seen, silent_sources

NATIONAL = "Nasional"


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week in one zone; `until` is the Monday after it."""

    year: int
    number: int
    since: datetime
    until: datetime

    @property
    def name(self) -> str:
        """2024-W38"""
        return f"{self.year}-W{self.number:02}"


@dataclass(frozen=True, slots=True)
class Digest:
    week: Week
    sections: tuple[tuple[str, tuple[DigestArticle, ...]], ...]  # province → its articles, national news first
    silent: tuple[SilentSource, ...]

    @property
    def articles(self) -> int:
        return sum(len(articles) for _, articles in self.sections)


def week_of(now: datetime, timezone: str) -> Week:
    """The week in which `now` falls."""
    zone = ZoneInfo(timezone)
    year, number, _ = now.astimezone(zone).isocalendar()
    monday = datetime.combine(date.fromisocalendar(year, number, 1), time(), zone)
    return Week(year, number, monday, monday + timedelta(days=7))


def select_digest(corpus: Path, week: Week) -> Digest:
    """Read the week's articles. Raises CorpusError where there is no corpus."""
    db = open_corpus(corpus, readonly=True)
    try:
        articles = articles_first_seen(db, week.since, week.until)
        silent = silent_sources(db)
    finally:
        db.close()
    by_province: defaultdict[str, list[DigestArticle]] = defaultdict(list)
    for article in articles:
        by_province[article.province or NATIONAL].append(article)
    names = sorted(by_province, key=lambda name: (name != NATIONAL, name))
    return Digest(week, tuple((name, tuple(by_province[name])) for name in names), silent)
