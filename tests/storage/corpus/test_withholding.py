"""What is withheld cannot be reached by any reader, and does not come back."""

from __future__ import annotations

import sqlite3 as any_sqlite
from pathlib import Path

import pytest

from storage.corpus import Corpus
from storage.database import rows
from storage.errors import CorpusError
from storage.records import FetchFailure, Rejection
from tests.storage.records_for_tests import NOW, TEXT, analysis, article, page


def withhold(corpus: Corpus, kind: str = "article", row_id: int = 1) -> None:
    corpus.withhold(kind, row_id, reason="hak jawab", at=NOW)


def bytes_of(corpus: Corpus) -> bytes:
    corpus.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(corpus.db.execute("PRAGMA database_list").fetchone()[2]).read_bytes()


def test_a_withheld_article_leaves_no_trace_in_the_file(filled):
    assert b"Wiranto" in bytes_of(filled)
    withhold(filled)
    left = bytes_of(filled)
    for word in (b"Wiranto", b"wiranto", b"menjaga", b"kota.contoh.id/a", b"hak jawab"):
        assert word not in left, word
    assert rows(filled.db, "SELECT kind, id FROM withheld") == [{"kind": "article", "id": 1}]


def test_the_full_text_index_no_longer_finds_it(filled):
    withhold(filled)
    found = rows(filled.db, "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'kampanye'")
    assert found == []


def test_the_row_and_the_reason_stay_with_the_operator(filled, tmp_path):
    withhold(filled)
    note = any_sqlite.connect(tmp_path / "withheld.db").execute("SELECT reason, article FROM withheld_articles")
    reason, row = note.fetchone()
    note.connection.close()
    assert reason == "hak jawab"
    assert "Wiranto" in row
    assert (tmp_path / "withheld.db").stat().st_mode & 0o077 == 0


def test_a_later_capture_does_not_bring_it_back(filled):
    withhold(filled)
    assert filled.store_article(page(2), article(text=TEXT + " Baru."), analysis(), now=NOW) == "withheld"
    filled.store_rejection(page(3), Rejection("too-short", "kampanye"), now=NOW)
    filled.store_failures([FetchFailure("https://kota.contoh.id/a", "kota-contoh", "http-404", "", NOW)])
    assert b"kota.contoh.id/a" not in bytes_of(filled)
    assert filled.db["articles"].count == filled.db["rejections"].count == filled.db["fetch_failures"].count == 0
    assert filled.pending_page_ids([1, 2, 3]) == ()


def test_its_number_is_not_given_to_another_article(filled):
    withhold(filled)
    url = "https://kota.contoh.id/b"
    filled.store_article(page(2, url=url), article(url), analysis(), now=NOW)
    assert rows(filled.db, "SELECT id FROM articles") == [{"id": 2}]


def test_a_person_named_elsewhere_too_stays(filled):
    url = "https://kota.contoh.id/b"
    filled.store_article(page(2, url=url), article(url), analysis(), now=NOW)
    withhold(filled)
    assert filled.db["people"].count == 1


@pytest.mark.parametrize("kind", ["mention", "office", "citation", "statement", "allegation"])
def test_a_withheld_finding_does_not_come_back_with_a_new_analysis(filled, kind):
    before = filled.db[f"{kind}s"].count
    withhold(filled, kind)
    filled.store_analysis(1, analysis(), now=NOW)
    assert filled.db[f"{kind}s"].count == before - 1
    assert filled.db["articles"].count == 1


def test_withholding_that_was_interrupted_is_finished_at_the_next_start(filled, tmp_path, monkeypatch):
    monkeypatch.setattr("storage.corpus.withholding.remove_article", lambda *_: None)
    withhold(filled)
    monkeypatch.undo()
    assert filled.db["articles"].count == 1
    with Corpus.open(tmp_path / "corpus.db") as again:
        assert again.db["articles"].count == 0


@pytest.mark.parametrize(
    ("kind", "row_id", "reason", "message"),
    [
        ("article", 99, "koreksi", "no article 99"),
        ("article", 10**30, "koreksi", "no article 1000"),
        ("person", 1, "koreksi", "cannot be withheld"),
        ("article", 1, "  ", "needs a reason"),
    ],
)
def test_what_cannot_be_withheld_gives_a_message(filled, kind, row_id, reason, message):
    with pytest.raises(CorpusError, match=message):
        filled.withhold(kind, row_id, reason=reason, at=NOW)
