"""The steps of withheld.db: what was hidden from readers, and why. Never served, never exported."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("withheld")

TABLES = (
    """CREATE TABLE withheld_articles (
    article_id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    withheld_at TEXT NOT NULL,
    article TEXT NOT NULL
) STRICT""",
    """CREATE TABLE withheld_urls (
    url TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES withheld_articles(article_id) ON DELETE CASCADE
) STRICT""",
    """CREATE TABLE withheld_findings (
    kind TEXT NOT NULL,
    finding_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    surface TEXT NOT NULL,
    detail TEXT NOT NULL,
    reason TEXT NOT NULL,
    withheld_at TEXT NOT NULL,
    finding TEXT NOT NULL,
    PRIMARY KEY (kind, finding_id)
) STRICT""",
    "CREATE INDEX withheld_findings_article ON withheld_findings(article_id)",
)


@MIGRATIONS()
def m001_withheld_articles_and_findings(db: Database) -> None:
    """Articles with all their addresses, and single findings."""
    for statement in TABLES:
        db.execute(statement)
