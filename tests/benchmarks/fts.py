"""Latency of the search on a synthetic corpus: `python -m tests.benchmarks.fts [ARTICLES]`."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from sqlite_utils import Database

from storage.corpus import Corpus
from storage.database import open_corpus
from storage.search import Filters, search

ARTICLES = 100_000
WORDS_PER_ARTICLE = (120, 420)
VOCABULARY = 40_000
COMMON = ("netralitas", "pegawai", "negeri", "pilkada", "bupati", "bawaslu", "kampanye", "daerah")
RUNS = 15
SEED = 20241127

QUERIES: tuple[tuple[str, str, Filters], ...] = (
    ("a common word", "netralitas", Filters()),
    ("two common words", "netralitas bupati", Filters()),
    ("a rare word", "kata39990", Filters()),
    ("a phrase", '"netralitas pegawai"', Filters()),
    ("a prefix", "netral*", Filters()),
    ("one without another", "netralitas -bupati", Filters()),
    ("a common word in a province", "netralitas", Filters(region="33")),
    ("a common word in one week", "netralitas", Filters(since=date(2024, 3, 1), until=date(2024, 3, 7))),
    ("no word: one city, the newest", "", Filters(region="64.71")),
    ("no word: one regulation", "", Filters(regulation="UU 20/2023")),
)


def main(_reference: Path | None = None, articles: int = ARTICLES) -> None:
    """Build the corpus in a temporary folder, ask each query RUNS times, print p50 and p95 in milliseconds.

    Needs nothing from the reference folder, which every benchmark is given.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        began = time.perf_counter()
        fill(path, articles)
        size = path.stat().st_size / 1e6
        print(f"{articles:,} synthetic articles, {size:,.0f} MB, built in {time.perf_counter() - began:.0f} s")  # noqa: T201
        with open_corpus(path, readonly=True) as db:
            for name, typed, filters in QUERIES:
                total, p50, p95 = latency(lambda: search(db, typed, filters).total)  # noqa: B023 - called at once
                print(f"{name:32}  {total:>8,} hits  p50 {p50:7.1f} ms  p95 {p95:7.1f} ms")  # noqa: T201


def latency(ask: Callable[[], int]) -> tuple[int, float, float]:
    """(result, median, 95th percentile) in milliseconds, after one call that warms the cache."""
    total = ask()
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    return total, statistics.median(times), statistics.quantiles(times, n=20)[-1]


def fill(path: Path, articles: int) -> None:
    """Write articles of random words with Zipf's frequencies, each with two regions and perhaps a citation."""
    with Corpus.open(path) as corpus:
        corpus.load_reference()
        db = corpus.db
        db.execute("INSERT INTO sources (id, name, status) VALUES ('sintetis', 'Sintetis', 'active')")
        codes = [row[0] for row in db.execute("SELECT code FROM regions ORDER BY code")]
        with db.atomic():
            for number, (title, text, day) in enumerate(texts(articles), start=1):
                _insert(db, number, title, text, day, codes)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def texts(articles: int) -> Iterator[tuple[str, str, date]]:
    """(title, text, day); words such as kata123, and the common words of the field in most articles."""
    chance = random.Random(SEED)  # noqa: S311 - the same corpus every time
    words = [*COMMON, *(f"kata{number}" for number in range(VOCABULARY))]
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for _ in range(articles):
        body = chance.choices(words, cum_weights=weights, k=chance.randint(*WORDS_PER_ARTICLE))
        yield " ".join(body[:9]), " ".join(body), date(2022, 1, 1) + timedelta(days=chance.randrange(1000))


def _insert(db: Database, number: int, title: str, text: str, day: date, codes: list[str]) -> None:
    url = f"https://sintetis.invalid/{number}"
    moment = f"{day}T00:00:00Z"
    db.conn.execute(
        "INSERT INTO captures VALUES (?, ?, 'sintetis', ?, 200, '', 'a.warc.gz', 0, 0, 'article')",
        (number, url, moment),
    )
    db.conn.execute(
        "INSERT INTO articles (id, url, source_id, capture_id, title, published, first_seen_at, text, word_count, "
        "genre, sponsored, topic) VALUES (?, ?, 'sintetis', ?, ?, ?, ?, ?, ?, 'news', 0, 'on')",
        (number, url, number, title, day.isoformat(), moment, text, len(text.split())),
    )
    for place in (codes[number % len(codes)], codes[number * 7 % len(codes)]):
        db.conn.execute(
            'INSERT INTO mentions (article_id, start, "end", surface, rule, confidence, type, name, region) '
            "VALUES (?, 0, 1, 'x', 'synthetic', 1.0, 'region', 'x', ?)",
            (number, place),
        )
    if number % 5 == 0:
        db.conn.execute(
            'INSERT INTO citations (article_id, start, "end", surface, rule, confidence, instrument, outdated) '
            "VALUES (?, 0, 1, 'x', 'synthetic', 1.0, 'UU 20/2023', 0)",
            (number,),
        )


if __name__ == "__main__":
    main(articles=int(sys.argv[1]) if sys.argv[1:] else ARTICLES)
