"""`sources check` and `sources add` on sites that are really there: what is said, what is written, what is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crawler.registry import load_source
from pipeline.sample import Newsroom, serve_newsroom, write_sources

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with serve_newsroom() as running:
        yield running


def netra(newsroom: Newsroom, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    hosts = " ".join(urlsplit(base).netloc for base in newsroom.sites.values())
    settings = {"DATA_FOLDER": str(folder / "data"), "SOURCES_FOLDER": str(folder / "sources"), "ALLOW_HOSTS": hosts}
    environment = os.environ | {f"NETRA_{name}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "pipeline", "sources", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)


def test_check_says_what_a_source_would_give_and_stores_nothing(newsroom, tmp_path):
    write_sources(newsroom, tmp_path / "sources")
    result = netra(newsroom, tmp_path, "check", "kota-pekalongan", "--json")
    assert result.returncode == 0, result.stderr
    (look,) = json.loads(result.stdout)
    assert look["chosen"]["engine"] == "feed"
    assert [sample["problem"] for sample in look["samples"]].count(None) >= 1
    assert not (tmp_path / "data").exists()


def test_add_writes_a_file_that_can_be_crawled(newsroom, tmp_path):
    (tmp_path / "sources").mkdir()
    result = netra(newsroom, tmp_path, "add", newsroom.sites["blog"] + "/")
    assert result.returncode == 0, result.stderr
    (path,) = (tmp_path / "sources").rglob("*.toml")
    source = load_source(path)
    assert (source.engine, source.urls) == ("feed", (newsroom.sites["blog"] + "/feeds/posts/default",))
    again = netra(newsroom, tmp_path, "add", newsroom.sites["blog"] + "/")
    assert again.returncode == 1
    assert "registered already" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "http://127.0.0.1:9/"), "nothing was written"),
        (("add", "http://kota.contoh.invalid/", "--region", "99"), "no Kemendagri code"),
        (("check", "nobody"), 'no source "nobody"'),
    ],
)
def test_what_cannot_be_done_is_said(newsroom, tmp_path, arguments, said):
    (tmp_path / "sources").mkdir()
    result = netra(newsroom, tmp_path, *arguments)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert not list((tmp_path / "sources").rglob("*.toml"))
