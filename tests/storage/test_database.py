"""Opening the files: versions, readers that cannot write, messages that say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.database import open_corpus, sqlite3
from storage.errors import CorpusError

SCHEMA = Path(__file__).parent / "corpus_schema.sql"


def test_a_new_corpus_has_the_pragmas(tmp_path):
    with open_corpus(tmp_path / "corpus.db") as db:
        assert db.execute("PRAGMA page_size").fetchone()[0] == 16384
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_the_schema_is_the_one_on_record(tmp_path):
    with open_corpus(tmp_path / "corpus.db") as db:
        schema = db.schema.strip() + "\n"
    assert schema == SCHEMA.read_text(encoding="utf-8"), (
        "The migrations give another schema than tests/storage/corpus_schema.sql. A released step must not change; "
        "after adding one, write the new schema to that file."
    )


def test_opening_again_changes_nothing(tmp_path):
    path = tmp_path / "corpus.db"
    open_corpus(path).close()
    with open_corpus(path) as db:
        assert db["_sqlite_migrations"].count == 1


def test_a_reader_cannot_write(tmp_path):
    open_corpus(tmp_path / "corpus.db").close()
    with open_corpus(tmp_path / "corpus.db", readonly=True) as db, pytest.raises(sqlite3.OperationalError):
        db.execute("DELETE FROM articles")


def test_a_reader_of_an_absent_corpus_is_told_how_to_make_one(tmp_path):
    with pytest.raises(CorpusError, match="python -m pipeline run"):
        open_corpus(tmp_path / "corpus.db", readonly=True)


def test_a_corpus_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "corpus.db"
    with open_corpus(path) as db:
        db["_sqlite_migrations"].insert({"migration_set": "corpus", "name": "m999_later", "applied_at": "2030"})
    with pytest.raises(CorpusError, match="newer version"):
        open_corpus(path)


def test_an_unmigrated_corpus_is_refused_to_readers(tmp_path):
    path = tmp_path / "corpus.db"
    Database(path).close()
    sqlite3.connect(path).execute("CREATE TABLE _x (a)").connection.close()
    with pytest.raises(CorpusError, match="python -m pipeline run"):
        open_corpus(path, readonly=True)


def test_a_database_of_something_else_is_left_alone(tmp_path):
    path = tmp_path / "corpus.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE letters (a)")
    connection.close()
    with pytest.raises(CorpusError, match="something else"):
        open_corpus(path)


@pytest.mark.parametrize("readonly", [True, False])
def test_a_file_that_is_no_database_gives_a_message(tmp_path, readonly):
    path = tmp_path / "corpus.db"
    path.write_text("no database at all, but long enough to be read as one " * 40, encoding="utf-8")
    with pytest.raises(CorpusError):
        open_corpus(path, readonly=readonly)
