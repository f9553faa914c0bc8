CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE regions (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('province', 'kabupaten', 'kota')),
    parent_code TEXT REFERENCES regions(code),
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    timezone TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE TABLE institutions (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    abbreviation TEXT,
    kind TEXT NOT NULL,
    regional INTEGER NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE TABLE regulations (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    number TEXT NOT NULL,
    year INTEGER NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT,
    status TEXT,
    in_force_from TEXT,
    in_force_until TEXT,
    replaced_by TEXT REFERENCES regulations(id) DEFERRABLE INITIALLY DEFERRED,
    key_articles TEXT,
    source TEXT NOT NULL
) STRICT;
CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT,
    region TEXT REFERENCES regions(code),
    homepage TEXT,
    engine TEXT,
    timezone TEXT,
    status TEXT NOT NULL,
    at_least_articles_per_week REAL
) STRICT;
CREATE TABLE captures (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources(id),
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    warc_file TEXT NOT NULL,
    warc_offset INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('article', 'unchanged', 'rejected', 'withheld'))
) STRICT;
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    source_id TEXT NOT NULL REFERENCES sources(id),
    capture_id INTEGER NOT NULL REFERENCES captures(id),
    title TEXT NOT NULL,
    author TEXT,
    author_office TEXT,
    published TEXT,
    published_at TEXT,
    published_from TEXT,
    date_conflict TEXT,
    first_seen_at TEXT NOT NULL,
    dated TEXT NOT NULL GENERATED ALWAYS AS (coalesce(published, substr(first_seen_at, 1, 10))) VIRTUAL,
    text TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    language TEXT,
    genre TEXT NOT NULL,
    sponsored INTEGER NOT NULL,
    publisher TEXT,
    first_published TEXT,
    first_published_in TEXT,
    dateline_place TEXT,
    captions TEXT,
    corrections TEXT,
    rewritten_score REAL,
    rewritten_signs TEXT,
    encoding_mended INTEGER,
    page_number INTEGER,
    page_count INTEGER,
    topic TEXT CHECK (topic IN ('on', 'off')),
    topic_score REAL,
    version INTEGER NOT NULL DEFAULT 1,
    gone_at TEXT,
    reference_date TEXT,
    reference_date_basis TEXT,
    analysed_at TEXT
) STRICT;
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE article_versions (
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    capture_id INTEGER NOT NULL REFERENCES captures(id),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY (article_id, version)
) STRICT;
CREATE TABLE rejections (
    capture_id INTEGER PRIMARY KEY REFERENCES captures(id),
    url TEXT NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources(id),
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    rejected_at TEXT NOT NULL
) STRICT;
CREATE TABLE fetch_failures (
    url TEXT PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES sources(id),
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    failed_at TEXT NOT NULL,
    attempts INTEGER NOT NULL
) STRICT;
CREATE TABLE withheld (
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    withheld_at TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT;
CREATE TABLE source_health (
    source_id TEXT PRIMARY KEY REFERENCES sources(id),
    checked_at TEXT NOT NULL,
    state TEXT NOT NULL,
    silent_since TEXT,
    note TEXT NOT NULL,
    last_success_at TEXT,
    last_fetched_at TEXT,
    last_article_at TEXT,
    articles INTEGER NOT NULL,
    articles_this_week INTEGER NOT NULL,
    promised REAL,
    without_date REAL,
    without_author REAL,
    rejected INTEGER NOT NULL,
    rejected_by_reason TEXT NOT NULL,
    failed INTEGER NOT NULL,
    failed_by_reason TEXT NOT NULL,
    failed_checks TEXT NOT NULL
) STRICT;
CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    identity TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('official', 'candidate', 'other')),
    position TEXT,
    institution TEXT,
    region TEXT REFERENCES regions(code)
) STRICT;
CREATE TABLE appearances (
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people(id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    aliases TEXT NOT NULL,
    titles TEXT NOT NULL,
    known_as TEXT,
    known_as_confidence REAL,
    PRIMARY KEY (article_id, person_id, name)
) STRICT;
CREATE TABLE offices (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    surface TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people(id),
    position TEXT,
    institution TEXT,
    institution_id TEXT REFERENCES institutions(id),
    region TEXT REFERENCES regions(code),
    said_on TEXT NOT NULL
) STRICT;
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    surface TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('person', 'institution', 'region')),
    name TEXT NOT NULL,
    person_id INTEGER REFERENCES people(id),
    institution_id TEXT REFERENCES institutions(id),
    region TEXT REFERENCES regions(code),
    candidates TEXT,
    decided_by TEXT
) STRICT;
CREATE TABLE citations (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    surface TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    instrument TEXT NOT NULL,
    regulation_id TEXT REFERENCES regulations(id),
    pasal TEXT,
    outdated INTEGER NOT NULL,
    replaced_by TEXT,
    date_used TEXT,
    date_basis TEXT
) STRICT;
CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    surface TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect')),
    speaker TEXT NOT NULL,
    speaker_kind TEXT NOT NULL CHECK (speaker_kind IN ('person', 'institution', 'unnamed')),
    person_id INTEGER REFERENCES people(id),
    institution_id TEXT REFERENCES institutions(id),
    quote TEXT NOT NULL,
    verb TEXT,
    attribution_start INTEGER,
    attribution_end INTEGER
) STRICT;
CREATE TABLE allegations (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    surface TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    who TEXT NOT NULL,
    person_id INTEGER REFERENCES people(id),
    act TEXT NOT NULL,
    act_kind TEXT NOT NULL,
    region TEXT REFERENCES regions(code),
    status TEXT NOT NULL CHECK (status IN ('alleged', 'examined', 'established', 'sanctioned', 'cleared'))
) STRICT;
CREATE TABLE topic_reasons (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    surface TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    weight REAL NOT NULL
) STRICT;
CREATE INDEX captures_url ON captures(url);
CREATE INDEX captures_source ON captures(source_id, outcome);
CREATE INDEX articles_dated ON articles(dated);
CREATE INDEX articles_source ON articles(source_id, first_seen_at);
CREATE INDEX articles_topic ON articles(topic, dated);
CREATE INDEX articles_counted ON articles(source_id, dated, topic, genre);
CREATE INDEX articles_capture ON articles(capture_id);
CREATE INDEX articles_to_analyse ON articles(id) WHERE analysed_at IS NULL;
CREATE INDEX article_versions_capture ON article_versions(capture_id);
CREATE INDEX rejections_source ON rejections(source_id, reason);
CREATE INDEX people_name ON people(name COLLATE NOCASE);
CREATE INDEX people_region ON people(region);
CREATE INDEX appearances_person ON appearances(person_id);
CREATE INDEX offices_article ON offices(article_id);
CREATE INDEX offices_person ON offices(person_id);
CREATE INDEX offices_region ON offices(region);
CREATE INDEX mentions_article ON mentions(article_id);
CREATE INDEX mentions_person ON mentions(person_id);
CREATE INDEX mentions_region ON mentions(region, article_id, type);
CREATE INDEX mentions_institution ON mentions(institution_id);
CREATE INDEX citations_article ON citations(article_id);
CREATE INDEX citations_instrument ON citations(instrument, article_id);
CREATE INDEX citations_regulation ON citations(regulation_id);
CREATE INDEX statements_article ON statements(article_id);
CREATE INDEX statements_person ON statements(person_id);
CREATE INDEX allegations_article ON allegations(article_id);
CREATE INDEX allegations_person ON allegations(person_id);
CREATE INDEX allegations_region ON allegations(region);
CREATE INDEX topic_reasons_article ON topic_reasons(article_id);
CREATE VIRTUAL TABLE articles_fts USING fts5(
    title, text, content="articles", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE TABLE 'articles_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'articles_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE 'articles_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'articles_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts(rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts(articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO articles_fts(articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO articles_fts(rowid, title, text) VALUES (new.id, new.title, new.text);
END;
