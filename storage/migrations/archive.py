"""The steps of archive.db: what was fetched, what is to be asked next, and how each run went."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("archive")

FETCHED = (
    """CREATE TABLE crawl_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('running', 'finished', 'interrupted', 'stopped', 'disk-full'))
) STRICT""",
    """CREATE TABLE run_sources (
    run_id INTEGER NOT NULL REFERENCES crawl_runs(id),
    source_id TEXT NOT NULL,
    asked INTEGER NOT NULL DEFAULT 0,
    fetched INTEGER NOT NULL DEFAULT 0,
    new INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, source_id)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE run_failures (
    run_id INTEGER NOT NULL REFERENCES crawl_runs(id),
    source_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (run_id, source_id, reason)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE warc_files (
    name TEXT PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES crawl_runs(id),
    length INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE pages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    key TEXT NOT NULL,
    source_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('entry', 'page')),
    run_id INTEGER NOT NULL REFERENCES crawl_runs(id),
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    warc_file TEXT NOT NULL REFERENCES warc_files(name),
    warc_offset INTEGER NOT NULL,
    hints TEXT NOT NULL
) STRICT""",
    "CREATE INDEX pages_key ON pages(key, id)",
    "CREATE INDEX pages_warc ON pages(warc_file, warc_offset)",
    "CREATE INDEX pages_source ON pages(source_id, kind, id)",
)

TO_ASK = (
    """CREATE TABLE frontier (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    host TEXT NOT NULL,
    source_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('entry', 'page')),
    role TEXT NOT NULL,
    rank INTEGER NOT NULL,
    why TEXT NOT NULL,
    due_at TEXT,
    found_at TEXT NOT NULL,
    found_in TEXT,
    hints TEXT NOT NULL DEFAULT '{}',
    hops INTEGER NOT NULL DEFAULT 0,
    redirect_to TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    answered_at TEXT,
    etag TEXT,
    last_modified TEXT,
    sha256 TEXT,
    page_id INTEGER REFERENCES pages(id),
    visits INTEGER NOT NULL DEFAULT 0,
    gone_at TEXT
) STRICT""",
    "CREATE INDEX frontier_due ON frontier(host, rank, due_at, seq) WHERE due_at IS NOT NULL",
    "CREATE INDEX frontier_source ON frontier(source_id, kind)",
    "CREATE INDEX frontier_gone ON frontier(gone_at) WHERE gone_at IS NOT NULL",
    """CREATE TABLE announcements (
    entry_key TEXT NOT NULL,
    page_key TEXT NOT NULL,
    mark TEXT,
    published_at TEXT,
    PRIMARY KEY (entry_key, page_key)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX announcements_page ON announcements(page_key)",
    """CREATE TABLE fetch_failures (
    url TEXT PRIMARY KEY,
    source_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    failed_at TEXT NOT NULL,
    attempts INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
)

MANNERS = (
    """CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    fetched_at TEXT NOT NULL,
    status INTEGER,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE busy_hosts (
    host TEXT PRIMARY KEY,
    until TEXT NOT NULL,
    times INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES crawl_runs(id),
    source_id TEXT NOT NULL,
    host TEXT NOT NULL,
    url TEXT NOT NULL,
    why TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    status INTEGER,
    reason TEXT,
    bytes INTEGER NOT NULL
) STRICT""",
    "CREATE INDEX requests_host ON requests(host, asked_at)",
    "CREATE INDEX requests_source ON requests(source_id, asked_at)",
)

POLLS = """CREATE TABLE polls (
    key TEXT PRIMARY KEY,
    source_id TEXT NOT NULL,
    polled_at TEXT NOT NULL,
    interval_seconds INTEGER NOT NULL,
    news INTEGER
) STRICT, WITHOUT ROWID"""

CHECKS = """CREATE TABLE run_checks (
    run_id INTEGER NOT NULL REFERENCES crawl_runs(id),
    source_id TEXT NOT NULL,
    name TEXT NOT NULL,
    told TEXT NOT NULL,
    PRIMARY KEY (run_id, source_id, name)
) STRICT, WITHOUT ROWID"""

PARTS = (
    """CREATE TABLE article_parts (
    part_key TEXT PRIMARY KEY,
    first_key TEXT NOT NULL,
    number INTEGER NOT NULL,
    until_page INTEGER
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX article_parts_first ON article_parts(first_key, number)",
)


@MIGRATIONS()
def m001_pages_frontier_and_runs(db: Database) -> None:
    """Fetched pages, the frontier, what each run did, and what is known of each host's wishes."""
    for statement in (*FETCHED, *TO_ASK, *MANNERS):
        db.execute(statement)


@MIGRATIONS()
def m002_polls(db: Database) -> None:
    """How often each entry brings something new."""
    db.execute(POLLS)


@MIGRATIONS()
def m003_checks(db: Database) -> None:
    """What the checks at the end of each run found wrong."""
    db.execute(CHECKS)


@MIGRATIONS()
def m004_parts(db: Database) -> None:
    """Which pages are further pages of an article."""
    for statement in PARTS:
        db.execute(statement)
