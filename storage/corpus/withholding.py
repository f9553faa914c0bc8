"""Moves what readers may no longer see out of corpus.db into withheld.db, which nothing serves.

A flag beside the row would not do: readers may write their own SQL over corpus.db. The page itself stays in the
archive; a later capture or a new analysis does not bring back what was withheld.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

from sqlite_utils import Database

from storage.corpus.people import forget_unmentioned_people
from storage.corpus.stored_form import insert, utc_text
from storage.database import open_database, rows
from storage.errors import CorpusError
from storage.migrations.withheld import MIGRATIONS

WithholdKind = Literal["article", "mention", "office", "citation", "statement", "allegation"]
KINDS: tuple[str, ...] = get_args(WithholdKind)
FINDING_TABLE = {kind: f"{kind}s" for kind in KINDS if kind != "article"}

LARGEST_ID = 2**63 - 1

FindingKey = tuple[str, str, str]  # table, printed form, what tells two findings of one place apart


def finding_key(table: str, row: Mapping[str, Any]) -> FindingKey:
    """By what a finding is known again after a new analysis, which gives it another id and perhaps another place."""
    detail = next((row[column] for column in ("who", "quote", "instrument", "position") if row.get(column)), "")
    return table, row["surface"], detail


class Withheld:
    """The list of what is hidden, in its own file beside corpus.db that only the operator may read."""

    def __init__(self, path: Path) -> None:
        self.db = open_database(path, MIGRATIONS, readonly=False, error=CorpusError)
        path.chmod(0o600)

    def article_of(self, *urls: str) -> int | None:
        """The withheld article that has one of these addresses."""
        for url in urls:
            row = self.db.execute("SELECT article_id FROM withheld_urls WHERE url = ?", [url]).fetchone()
            if row:
                return int(row[0])
        return None

    def findings(self, article_id: int) -> frozenset[FindingKey]:
        """The withheld findings of an article that is shown."""
        found = self.db.execute(
            "SELECT kind, surface, detail FROM withheld_findings WHERE article_id = ?", [article_id]
        ).fetchall()
        return frozenset((FINDING_TABLE[kind], surface, detail) for kind, surface, detail in found)

    def article_ids(self) -> list[int]:
        return [row[0] for row in self.db.execute("SELECT article_id FROM withheld_articles")]

    def urls(self) -> frozenset[str]:
        return frozenset(row[0] for row in self.db.execute("SELECT url FROM withheld_urls"))


def withhold(db: Database, withheld: Withheld, kind: str, row_id: int, *, reason: str, at: datetime) -> None:
    """Hide an article or a finding from every reader. Raises CorpusError where there is no such row."""
    if kind not in KINDS:
        raise CorpusError(f"{kind!r} cannot be withheld. What can: {', '.join(KINDS)}.")
    if not reason.strip():
        raise CorpusError("Withholding needs a reason: a correction, a court's order, a person's right of reply.")
    table = FINDING_TABLE.get(kind, "articles")
    known = 0 < row_id <= LARGEST_ID
    found = rows(db, f'SELECT * FROM "{table}" WHERE id = ?', [row_id]) if known else []  # noqa: S608 - a fixed name
    if not found:
        raise CorpusError(f"There is no {kind} {row_id} that readers see. `python -m pipeline search` shows the ids.")
    if kind == "article":
        _note_article(db, withheld, found[0], reason, at)
        remove_article(db, withheld, row_id)
    else:
        _note_finding(withheld, kind, found[0], reason, at)
        with db.atomic():
            db.execute(f'DELETE FROM "{table}" WHERE id = ?', [row_id])  # noqa: S608 - a fixed name
            _mark(db, kind, row_id, utc_text(at))


def remove_article(db: Database, withheld: Withheld, article_id: int) -> None:
    """Delete every trace of a noted article from corpus.db, its address too: addresses often spell the headline."""
    at = withheld.db.execute("SELECT withheld_at FROM withheld_articles WHERE article_id = ?", [article_id]).fetchone()
    urls = [row[0] for row in withheld.db.execute("SELECT url FROM withheld_urls WHERE article_id = ?", [article_id])]
    with db.atomic():
        db.execute("DELETE FROM articles WHERE id = ?", [article_id])
        forget_unmentioned_people(db)
        for url in urls:
            db.execute("DELETE FROM fetch_failures WHERE url = ?", [url])
            db.execute("DELETE FROM rejections WHERE url = ?", [url])
            db.execute("UPDATE captures SET url = ?, outcome = 'withheld' WHERE url = ?", [masked_url(article_id), url])
        _mark(db, "article", article_id, at[0])
    # A deleted row leaves its words in the index until its segments are merged.
    db.execute("INSERT INTO articles_fts(articles_fts) VALUES ('optimize')")
    db.commit()


def masked_url(article_id: int) -> str:
    """What stands in the captures table in place of a withheld article's address."""
    return f"withheld:{article_id}"


def finish_withholding(db: Database, withheld: Withheld) -> None:
    """Remove what was noted but, since the program was stopped between two files, still stands in corpus.db."""
    for article_id in withheld.article_ids():
        if db.execute("SELECT 1 FROM articles WHERE id = ?", [article_id]).fetchone():
            remove_article(db, withheld, article_id)


def _note_article(db: Database, withheld: Withheld, article: dict[str, Any], reason: str, at: datetime) -> None:
    captured = db.execute(
        "SELECT DISTINCT url FROM captures WHERE id IN (SELECT capture_id FROM article_versions WHERE article_id = ?)",
        [article["id"]],
    ).fetchall()
    with withheld.db.atomic():
        note = {
            "article_id": article["id"],
            "reason": reason,
            "withheld_at": utc_text(at),
            "article": json.dumps(article, ensure_ascii=False),
        }
        insert(withheld.db, "withheld_articles", note)
        for url in {article["url"], *(row[0] for row in captured)}:
            insert(withheld.db, "withheld_urls", {"url": url, "article_id": article["id"]})


def _note_finding(withheld: Withheld, kind: str, finding: dict[str, Any], reason: str, at: datetime) -> None:
    _, surface, detail = finding_key(FINDING_TABLE[kind], finding)
    note = {
        "kind": kind,
        "finding_id": finding["id"],
        "article_id": finding["article_id"],
        "surface": surface,
        "detail": detail,
        "reason": reason,
        "withheld_at": utc_text(at),
        "finding": json.dumps(finding, ensure_ascii=False),
    }
    with withheld.db.atomic():
        insert(withheld.db, "withheld_findings", note, conflict="ON CONFLICT DO NOTHING")


def _mark(db: Database, kind: str, row_id: int, at: str) -> None:
    insert(db, "withheld", {"kind": kind, "id": row_id, "withheld_at": at}, conflict="ON CONFLICT DO NOTHING")
