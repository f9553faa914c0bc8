"""The service as an operator runs it: it collects at once, SIGTERM ends it cleanly, a restart knows its past."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pipeline.sample import serve_newsroom, write_sources
from pipeline.service_jobs import last_runs
from pipeline.settings import Settings
from storage.archive import Archive
from storage.corpus import Corpus

ROOT = Path(__file__).parents[2]
SOURCE = "tepi-kali-sambong"


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    with serve_newsroom() as newsroom:
        folder = tmp_path / "sources"
        for path in write_sources(newsroom, folder):
            if path.stem != SOURCE:
                path.unlink()
        hosts = " ".join(urlsplit(base).netloc for base in newsroom.sites.values())
        settings = {"DATA_FOLDER": str(tmp_path / "data"), "SOURCES_FOLDER": str(folder), "ALLOW_HOSTS": hosts}
        settings |= {"CONTACT": "test@netra.example", "DOWNLOAD_DELAY_SECONDS": "0"}
        yield os.environ | {f"NETRA_{name}": value for name, value in settings.items()}


@contextmanager
def service(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "pipeline", "schedule"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def lines_until(process: subprocess.Popen[str], ending: str) -> list[str]:
    lines = []
    assert process.stderr is not None
    for line in process.stderr:
        lines.append(line)
        if line.rstrip().endswith(ending):
            return lines
    pytest.fail(f"the service ended before it said {ending!r}: {''.join(lines)}")


def test_it_collects_stops_on_sigterm_and_does_not_start_again_what_was_just_done(environment, tmp_path):
    with service(environment) as process:
        said = "".join(lines_until(process, f"{SOURCE}: done"))
        process.send_signal(signal.SIGTERM)
        said += process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert "Traceback" not in said
    assert "nothing was left half done" in said
    data = tmp_path / "data"
    with Corpus.open(data / "corpus.db") as corpus:
        assert corpus.counts().articles > 0
    with Archive.open(data, readonly=True) as archive:
        runs = archive.runs()
    assert [run.outcome for run in runs] == ["finished"]

    with service(environment) as process:  # a day's schedule: the next run is tomorrow, not now
        first = process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        process.stderr.read()
        assert process.wait(timeout=60) == 0
    due = datetime.fromisoformat(first.strip().rsplit("next at ", 1)[1])
    assert due - runs[0].started_at > timedelta(hours=23)


def test_the_last_run_of_each_job_is_known_from_its_traces(tmp_path):
    settings = Settings(data_folder=tmp_path)
    assert last_runs(settings) == {}
    began = datetime(2024, 9, 17, 3, 0, tzinfo=UTC)
    with Archive.open(tmp_path) as archive:
        archive.log.begin_run(("a", "b"), began)
        archive.log.begin_run(("b",), began + timedelta(hours=2))
    (tmp_path / "digest").mkdir()
    rendered = tmp_path / "digest" / "2024-W38.html"
    rendered.touch()
    os.utime(rendered, (began.timestamp(), began.timestamp()))
    assert last_runs(settings) == {"a": began, "b": began + timedelta(hours=2), "digest": began}
