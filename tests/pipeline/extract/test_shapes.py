"""Whole pages of invented sites: exact text, title, date, author of each shape."""

from __future__ import annotations

import importlib.util
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.extract import extract_article
from storage.records import Article, Page, PageHints, Rejection, SourceFacts


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"extract_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


shapes = _load("shapes")
SHAPES = {
    name: make
    for module in (shapes, *map(_load, ("more_shapes", "cms_shapes", "network_shapes", "portal_shapes")))
    for name, make in module.SHAPES.items()
}
LISTS = _load("list_shapes").LISTS


def make_page(
    html: str | bytes,
    url: str = "https://kabar.example/berita/1-judul",
    content_type: str = "text/html",
    status: int = 200,
) -> Page:
    body = html.encode() if isinstance(html, str) else html
    return Page(1, url, "kabar", datetime(2026, 11, 22, tzinfo=UTC), status, content_type, body, "", "", 0, PageHints())


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_shape(name: str) -> None:
    shape = SHAPES[name]()
    more = dict(shape.more)
    source = SourceFacts("kabar", "Kabar", shape.kind, None, str(more.pop("timezone", "Asia/Jakarta")))
    article = extract_article(make_page(shape.html, shape.url), source)
    assert isinstance(article, Article), article
    assert article.text.split("\n\n") == list(shape.text)
    assert article.title == shape.title
    assert (article.published.isoformat() if article.published else None) == shape.published
    assert (article.published_at.strftime("%H:%M") if article.published_at else None) == shape.time
    assert article.author == shape.author
    for field, expected in more.items():
        value = getattr(article, field)
        assert (value.isoformat() if hasattr(value, "isoformat") else value) == expected, field


@pytest.mark.parametrize("name", sorted(LISTS))
def test_list_is_refused(name: str) -> None:
    html, url = LISTS[name]
    refused = extract_article(make_page(html, url), SourceFacts("kabar", "Kabar", "media", None, "Asia/Jakarta"))
    assert isinstance(refused, Rejection)
    assert refused.reason in ("listing", "no-text")
