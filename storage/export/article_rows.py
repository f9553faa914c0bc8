"""The rows of an export: an article, what was found in it, and the evidence that it stood on that page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from storage.database import rows

Row = dict[str, Any]

ARTICLE = [
    "id",
    "url",
    "title",
    "author",
    "author_office",
    "published",
    "published_at",
    "first_seen_at",
    "source_id",
    "source_name",
    "genre",
    "sponsored",
    "language",
    "publisher",
    "first_published_in",
    "first_published",
    "topic",
    "topic_score",
    "version",
    "gone_at",
]
FINDINGS = ["people", "regions", "regulations", "statements", "allegations"]
EVIDENCE = ["fetched_at", "sha256", "warc_file", "warc_offset"]
COLUMNS = (*ARTICLE, *FINDINGS, "text", *EVIDENCE)
INTEGERS = ("id", "sponsored", "version", "warc_offset")

BATCH = 200

ARTICLES_SQL = """
SELECT a.*, s.name AS source_name, c.fetched_at, c.sha256, c.warc_file, c.warc_offset
FROM articles a JOIN sources s ON s.id = a.source_id JOIN captures c ON c.id = a.capture_id WHERE a.id IN ({})"""
PEOPLE_SQL = """
SELECT x.article_id, x.name, x.kind, o.position, o.institution, o.region
FROM appearances x LEFT JOIN offices o ON o.id = (
    SELECT min(id) FROM offices WHERE article_id = x.article_id AND person_id = x.person_id
) WHERE x.article_id IN ({}) ORDER BY x.rowid"""
REGIONS_SQL = """
SELECT DISTINCT article_id, region AS code FROM mentions
WHERE type = 'region' AND region IS NOT NULL AND article_id IN ({}) ORDER BY region"""
REGULATIONS_SQL = """
SELECT article_id, instrument AS id, pasal, surface, outdated FROM citations WHERE article_id IN ({}) ORDER BY start"""
STATEMENTS_SQL = """
SELECT article_id, speaker, kind, quote, start, "end" FROM statements WHERE article_id IN ({}) ORDER BY start"""
ALLEGATIONS_SQL = """
SELECT article_id, who, act, region, status, start, "end" FROM allegations WHERE article_id IN ({}) ORDER BY start"""


def article_rows(db: Database, ids: Sequence[int]) -> Iterator[Row]:
    """One row with the keys COLUMNS for each article, in the order of `ids`; findings are lists."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        articles = {row["id"]: row for row in _select(db, ARTICLES_SQL, batch)}
        people = _grouped(db, PEOPLE_SQL, batch)
        regions = _grouped(db, REGIONS_SQL, batch)
        regulations = _grouped(db, REGULATIONS_SQL, batch)
        statements = _grouped(db, STATEMENTS_SQL, batch)
        allegations = _grouped(db, ALLEGATIONS_SQL, batch)
        for article_id in batch:
            if article_id not in articles:  # withheld since the search
                continue
            found = {
                "people": people.get(article_id, []),
                "regions": [region["code"] for region in regions.get(article_id, [])],
                "regulations": regulations.get(article_id, []),
                "statements": statements.get(article_id, []),
                "allegations": allegations.get(article_id, []),
            }
            row = articles[article_id] | found
            yield {column: row[column] for column in COLUMNS}


def flat_row(row: Row) -> Row:
    """The same row for a table: regions as `64; 64.71`, other findings as JSON."""
    findings = {
        name: "; ".join(row[name]) if name == "regions" else json.dumps(row[name], ensure_ascii=False)
        for name in FINDINGS
    }
    return row | findings


def _grouped(db: Database, sql: str, ids: Sequence[int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in _select(db, sql, ids):
        found.setdefault(row.pop("article_id"), []).append(row)
    return found


def _select(db: Database, sql: str, ids: Sequence[int]) -> list[Row]:
    return rows(db, sql.format(", ".join("?" for _ in ids)), ids)
