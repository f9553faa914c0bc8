"""Opens the SQLite files: one page size, WAL, foreign keys, waiting writers, readers that cannot write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

# Every module takes sqlite from here: two sqlite libraries on one file corrupt it.
from sqlite_utils.utils import sqlite3 as sqlite3  # type: ignore[attr-defined]

from storage.errors import CorpusError, NetraError
from storage.migrations.corpus import MIGRATIONS as CORPUS_MIGRATIONS

PAGE_SIZE_BYTES = 16384  # long texts: 4096 nearly doubles the file
BUSY_TIMEOUT_SECONDS = 30.0


def open_corpus(path: Path, readonly: bool = False) -> Database:
    """Open corpus.db. A writer makes the file and brings it to the newest version; a reader changes nothing.

    Raises CorpusError where the file is absent (reader), no corpus, damaged, or of another version of Netra.
    """
    if readonly and not path.exists():
        raise CorpusError(f"{path}: there is no corpus yet. `python -m pipeline run` collects one.")
    return open_database(path, CORPUS_MIGRATIONS, readonly=readonly, error=CorpusError)


def open_database(path: Path, migrations: Migrations, *, readonly: bool, error: type[NetraError]) -> Database:
    """Open a file that `migrations` describes; whatever is wrong with it is raised as `error` with what to do."""
    try:
        db = _connect(path, readonly=readonly)
    except (sqlite3.Error, OSError) as problem:
        raise error(f"{path}: cannot be opened ({problem}). Check the path and who may write there.") from problem
    try:
        _check_version(db, path, migrations, readonly=readonly, error=error)
    except sqlite3.Error as problem:
        db.close()
        raise error(
            f"{path}: cannot be used ({problem}). If it is damaged, move it away: the archive holds all pages."
        ) from problem
    except BaseException:
        db.close()
        raise
    return db


def rows(db: Database, sql: str, parameters: Any = ()) -> list[dict[str, Any]]:
    """All rows of a query as dictionaries."""
    cursor = db.execute(sql, parameters)
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _connect(path: Path, *, readonly: bool) -> Database:
    if readonly:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_SECONDS)
        db = Database(connection)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = Database(sqlite3.connect(path, timeout=BUSY_TIMEOUT_SECONDS))
        db.execute(f"PRAGMA page_size = {PAGE_SIZE_BYTES}")  # heeded only before the first table
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA secure_delete = ON")  # what is withheld must not stay in free pages
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _check_version(
    db: Database, path: Path, migrations: Migrations, *, readonly: bool, error: type[NetraError]
) -> None:
    known = {migration.name for migration in migrations._migrations}
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - known:
        raise error(f"{path}: was made by a newer version of Netra. Update Netra, or use another data folder.")
    if applied == known:
        return
    if readonly:
        raise error(f"{path}: was made by an older version of Netra, if at all. `python -m pipeline run` updates it.")
    if not applied and any(name for name in db.table_names() if not name.startswith("_")):
        raise error(f"{path}: holds tables of something else. Name another data folder, or move the file away.")
    db.execute("BEGIN IMMEDIATE")  # of two programs that start at once, the second waits and finds it done
    try:
        migrations.apply(db)
    except BaseException:
        db.rollback()
        raise
    db.commit()
