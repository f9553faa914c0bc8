"""The whole way on the sample newsroom, twice: what a person gets from `make run`, held page by page.

The commands run as a user runs them; the first run meets the newsroom's first edition, the second its second.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from pipeline.sample import SITE_IDS, expected_findings, expected_rejections
from storage.archive import Archive
from storage.database import open_corpus, rows
from tests.findings_score import words

ROOT = Path(__file__).parents[2]
TABLES = ("articles", "article_versions", "rejections", "captures", "people", "mentions", "citations", "statements")


@dataclass(frozen=True)
class Runs:
    data: Path
    bases: dict[str, str]  # site → http://127.0.0.1:port
    summaries: tuple[dict[str, Any], dict[str, Any]]
    before_second: dict[str, Any]  # the corpus as the first run left it

    def url(self, row: dict[str, Any]) -> str:
        return self.bases[row["site"]] + row["path"]


def free_ports(count: int) -> int:
    """The first of `count` ports in a row that nobody listens on."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            first = probe.getsockname()[1]
        with ExitStack() as stack:
            try:
                for port in range(first, first + count):
                    stack.enter_context(closing(socket.socket())).bind(("127.0.0.1", port))
            except (OSError, OverflowError):
                continue
            return int(first)


def netra(data: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NETRA_DATA_FOLDER": str(data)} | settings
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300)


def snapshot(data: Path) -> dict[str, Any]:
    with closing(open_corpus(data / "corpus.db", readonly=True)) as db:
        counts = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
        articles = {row["url"]: row for row in rows(db, "SELECT * FROM articles")}
        refused = {row["url"]: row["reason"] for row in rows(db, "SELECT url, reason FROM rejections")}
        refused |= {row["url"]: row["reason"] for row in rows(db, "SELECT url, reason FROM fetch_failures")}
    return {"counts": counts, "articles": articles, "refused": refused}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    data = tmp_path_factory.mktemp("whole-way") / "data"
    port = free_ports(len(SITE_IDS))
    summaries = []
    first_state: dict[str, Any] = {}
    for edition in (1, 2):
        result = netra(data, "run", "--sample", "--json", NETRA_SAMPLE_FIRST_PORT=str(port))
        assert result.returncode == 0, f"edition {edition}: {result.stderr}"
        assert "Traceback" not in result.stderr
        summaries.append(json.loads(result.stdout))
        first_state = first_state or snapshot(data)
    bases = {site: f"http://127.0.0.1:{port + offset}" for offset, site in enumerate(SITE_IDS)}
    yield Runs(data, bases, (summaries[0], summaries[1]), first_state)


def test_every_address_has_exactly_one_fate(runs: Runs):
    articles = {runs.url(row) for row in expected_findings(1)}
    refused = {runs.url(row): row["reason"] for row in expected_rejections(1)}
    assert set(runs.before_second["articles"]) == articles
    assert runs.before_second["refused"] == refused


def test_title_author_and_date_of_every_article(runs: Runs):
    wrong = []
    for row in expected_findings(1):
        article = runs.before_second["articles"][runs.url(row)]
        wrong += [
            f"{row['id']}: {name} should be {row[name]!r}, is {article[name]!r}"
            for name in ("title", "author", "published", "genre", "first_published", "first_published_in")
            if article[name] != row[name]
        ]
        if bool(article["sponsored"]) != row["sponsored"]:
            wrong.append(f"{row['id']}: sponsored is {article['sponsored']}")
    assert not wrong, "\n".join(wrong)


def test_the_body_is_the_article_alone(runs: Runs):
    wrong = [
        row["id"]
        for row in expected_findings(1)
        if words(runs.before_second["articles"][runs.url(row)]["text"]) != words(row["text"])
    ]
    assert not wrong


def test_a_second_run_adds_no_row_for_what_has_not_changed(runs: Runs):
    second = snapshot(runs.data)
    new = {runs.url(row) for row in expected_findings(2)} - {runs.url(row) for row in expected_findings(1)}
    assert set(second["articles"]) == set(runs.before_second["articles"]) | new
    grown = {name: second["counts"][name] - runs.before_second["counts"][name] for name in ("captures", "articles")}
    assert grown["articles"] == len(new)
    assert grown["captures"] == len(new) + 1  # and the page that was edited


def test_the_edited_page_is_a_new_version_of_the_same_article(runs: Runs):
    first = {runs.url(row): row["text"] for row in expected_findings(1)}
    edited = [row for row in expected_findings(2) if first.get(runs.url(row), row["text"]) != row["text"]]
    assert len(edited) == 1
    before = runs.before_second["articles"][runs.url(edited[0])]
    after = snapshot(runs.data)["articles"][runs.url(edited[0])]
    assert (after["id"], after["version"]) == (before["id"], 2)
    assert after["text"].split() == edited[0]["text"].split()
    with closing(open_corpus(runs.data / "corpus.db", readonly=True)) as db:
        versions = rows(db, "SELECT version, text FROM article_versions WHERE article_id = ?", [after["id"]])
    assert [version["version"] for version in versions] == [1, 2]
    assert versions[0]["text"] == before["text"]


def test_the_deleted_page_stays_and_is_marked_as_gone(runs: Runs):
    kept = {runs.url(row) for row in expected_findings(2)}
    deleted = [runs.url(row) for row in expected_findings(1) if runs.url(row) not in kept]
    second = snapshot(runs.data)["articles"]
    assert len(deleted) == 1
    assert [url for url, article in second.items() if article["gone_at"]] == deleted


def test_a_second_crawl_asks_again_only_what_may_have_changed(runs: Runs):
    with Archive.open(runs.data, readonly=True) as archive:
        second, first = archive.runs(newest=2)
    asked = [sum(source.asked for source in run.sources) for run in (first, second)]
    moved = [sum(source.bytes for source in run.sources) for run in (first, second)]
    assert asked[1] < asked[0] / 2
    assert moved[1] < moved[0] / 4


def test_the_archive_holds_every_page_with_its_digest(runs: Runs):
    with Archive.open(runs.data, readonly=True) as archive:
        ids = archive.page_ids()
        assert len(ids) >= len(expected_findings(1))
        for page_id in ids:
            page = archive.page(page_id)
            assert page.body
            assert (runs.data / "archive" / page.warc_file).is_file()


def test_the_summary_counts_what_the_corpus_holds(runs: Runs):
    totals = runs.summaries[0]["totals"]
    assert totals["articles"] == runs.before_second["counts"]["articles"]
    assert totals["on_topic"] == sum(a["topic"] == "on" for a in runs.before_second["articles"].values())
    assert all(totals[name] > 0 for name in ("officials", "regions", "citations", "statements", "allegations"))


def test_the_digest_of_the_week_is_written(runs: Runs):
    for path in runs.summaries[1]["digest"]:
        assert "artikel" in (ROOT / path).read_text(encoding="utf-8")


def test_reading_everything_again_changes_nothing(runs: Runs):
    before = snapshot(runs.data)
    result = netra(runs.data, "process", "--again")
    assert result.returncode == 0, result.stderr
    after = snapshot(runs.data)
    assert after["counts"] == before["counts"]
    assert {url: a["text"] for url, a in after["articles"].items()} == {
        url: a["text"] for url, a in before["articles"].items()
    }


def test_search_finds_with_filters_and_speaks_json_alone(runs: Runs):
    result = netra(runs.data, "search", "netralitas", "--regulation", "UU 20/2023", "--json")
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["total"] > 0
    assert all("UU 20/2023" in hit["instruments"] for hit in found["hits"])


def test_serve_opens_the_corpus_for_readers(runs: Runs):
    port = free_ports(1)
    environment = os.environ | {"NETRA_DATA_FOLDER": str(runs.data), "NETRA_SERVE_PORT": str(port)}
    command = [sys.executable, "-m", "pipeline", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            started = any("Uvicorn running" in line for line in server.stderr)
            assert started
            with urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
                assert "Netra" in answer.read().decode()
        finally:
            server.terminate()


def test_real_sources_never_join_the_sample(runs: Runs):
    result = netra(runs.data, "run", NETRA_CONTACT="test@netra.example")
    assert result.returncode == 1
    assert "invented" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("search", "--since", "kemarin"), 1, "write it as 2024-09-17"),
        (("search", "--region", "99"), 1, "99"),
        (("search", '"'), 0, "0 articles"),
        (("search", "--colour"), 2, "No such option"),
        (("export", "out.docx"), 1, ".csv"),
        (("extract", "absent.html", "--url", "https://kota.contoh.id/a"), 1, "cannot be read"),
        (("extract", "README.md", "--url", "kota"), 1, "not a web address"),
        (("analyse", "absent.jsonl", "out.jsonl"), 1, "cannot be read"),
        (("corpus", "withhold", "twelve", "--reason", "x"), 1, "no number"),
        (("crawl", "nowhere"), 1, "sample newsroom"),
        (("health", "--json"), 0, ""),
        (("sources", "list", "--json"), 0, ""),
    ],
)
def test_wrong_input_gets_a_message_and_a_status(runs: Runs, arguments: tuple[str, ...], status: int, said: str):
    result = netra(runs.data, *arguments)
    assert result.returncode == status, result.stderr
    assert said in result.stderr + result.stdout
    assert "Traceback" not in result.stderr
