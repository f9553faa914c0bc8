"""A corpus with reference tables, and one with an article in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.corpus import Corpus
from tests.storage.records_for_tests import NOW, analysis, article, page


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "corpus.db") as opened:
        opened.load_reference()
        yield opened


@pytest.fixture
def filled(corpus: Corpus) -> Corpus:
    corpus.store_article(page(), article(), analysis(), now=NOW)
    return corpus
