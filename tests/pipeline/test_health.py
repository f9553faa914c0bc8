"""`health` as an operator meets it: one answer from both databases, and a status that a watchdog can use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.health import check_health
from storage.archive import Archive
from storage.corpus import Corpus
from storage.errors import CorpusError
from storage.tasks import Address
from tests.storage.records_for_tests import RegisteredSource, article, page

ROOT = Path(__file__).parents[2]
BEGAN = datetime(2024, 11, 18, 3, tzinfo=UTC)
ENTRY = Address("kota.contoh.id/feed", "https://kota.contoh.id/feed", "kota.contoh.id")


def netra(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NETRA_DATA_FOLDER": str(data)}
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One source that was crawled once, answered, and gave one article."""
    with Archive.open(tmp_path) as archive:
        run = archive.log.begin_run(("kota-contoh",), BEGAN)
        archive.frontier.ask_entry(ENTRY, "kota-contoh", "feed", BEGAN)
        task = archive.frontier.task(ENTRY.key)
        assert task
        archive.frontier.settle_unchanged(
            task, BEGAN + timedelta(minutes=1), etag=None, last_modified=None, next_due=None
        )
        archive.log.end_run(run, "finished", BEGAN + timedelta(minutes=2))
    with Corpus.open(tmp_path / "corpus.db") as corpus:
        corpus.load_reference()
        corpus.store_sources([RegisteredSource()])
        corpus.store_article(page(at=BEGAN), article(), None, now=BEGAN)
    return tmp_path


def test_what_the_archive_and_the_corpus_tell_stands_in_one_row(data):
    (found,) = check_health(data, BEGAN + timedelta(days=1))
    assert (found.state, found.last_success_at) == ("ok", "2024-11-18T03:01:00Z")
    (later,) = check_health(data, BEGAN + timedelta(days=9))
    assert (later.state, later.silent_since) == ("silent", "2024-11-18T03:00:00Z")


def test_a_corpus_without_its_archive_is_judged_by_its_articles(data):
    (data / "archive.db").unlink()
    (found,) = check_health(data, BEGAN + timedelta(days=1))
    assert (found.state, found.last_success_at, found.articles) == ("ok", None, 1)


def test_without_a_corpus_it_says_what_to_do(tmp_path):
    with pytest.raises(CorpusError, match="pipeline run"):
        check_health(tmp_path, BEGAN)


def test_a_silent_source_is_named_on_stderr_and_in_the_exit_status(data):
    result = netra(data, "health", "--json")
    assert result.returncode == 3
    (row,) = json.loads(result.stdout)
    assert (row["source_id"], row["state"]) == ("kota-contoh", "silent")
    assert result.stderr == ("kota-contoh: silent since 2024-11-18T03:00:00Z: no new article in the last 7 days\n")
    table = netra(data, "health")
    assert table.returncode == 3
    assert "kota-contoh" in table.stdout


def test_sources_that_nobody_has_crawled_are_counted_and_not_listed(data):
    with Corpus.open(data / "corpus.db") as corpus:
        corpus.store_sources([RegisteredSource(), RegisteredSource(id="nanti")])
    table = netra(data, "health")
    assert "not crawled yet: 1 more." in table.stdout
    assert "nanti" not in table.stdout + table.stderr
