"""A served corpus: in this process for quick tests, as a real server for the browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from datasette.app import Datasette

from storage.browse import FOLDER, SETTINGS
from tests.storage.browse import sample_corpus


@pytest.fixture(scope="session")
def corpus_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browse") / "corpus.db"
    sample_corpus.build(path)
    return path


@pytest.fixture(scope="session")
def get(corpus_file: Path) -> Callable[[str], httpx.Response]:
    """Fetch a path from the served corpus, without a network."""
    flags = {"on": 1, "off": 0}
    datasette = Datasette(
        [str(corpus_file)],
        plugins_dir=str(FOLDER / "plugins"),
        template_dir=str(FOLDER / "templates"),
        static_mounts=[("netra", str(FOLDER / "static"))],
        settings={name: flags.get(value) if value in flags else int(value) for name, value in SETTINGS.items()},
    )
    return lambda path: asyncio.run(datasette.client.get(path))
