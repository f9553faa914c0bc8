"""Text for pages on which no element holds any: from the page's JSON-LD, or by trafilatura."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice

import trafilatura
from lxml.html import HtmlElement

from pipeline.extract.blocks import Block
from pipeline.extract.body import Body
from pipeline.extract.document import Document

_ENOUGH = 250  # characters; less is a description, not an article
_MOST_ELEMENTS, _DEEPEST = 20_000, 200  # trafilatura takes many seconds on broken pages beyond
_MOST_SCRIPTS, _MOST_NODES = 60, 5_000
_TITLE_KEYS = frozenset(("title", "judul", "headline", "name", "post_title"))
_TEXT_KEYS = frozenset(
    (
        "content",
        "body",
        "articlebody",
        "article_body",
        "isi",
        "isi_berita",
        "konten",
        "text",
        "post_content",
        "description",
        "deskripsi",
        "html",
    )
)
_TAGS = re.compile(r"<[^>]{1,300}>")
_BREAKS = re.compile(r"</p>|<br\s*/?>|</div>|</li>", re.I)


def rescue_body(document: Document, body: Body | None) -> Body | None:
    """A body made of the text that the page keeps for search engines, or that trafilatura finds; else None."""
    text = _from_json_ld(document)
    found_by = "json-ld"
    if len(text) < _ENOUGH:
        text, found_by = _from_script_data(document), "script data"
    if len(text) < _ENOUGH and not _is_broken(document):
        text = trafilatura.extract(document.root, include_comments=False, favor_precision=True, fast=True) or ""
        found_by = "trafilatura"
    if len(text) < _ENOUGH:
        return None
    root = document.root.find("body")
    element = root if root is not None else document.root
    before = body.blocks if body is not None else ()
    lines = [" ".join(line.split()) for line in text.split("\n")]
    made = tuple(Block(element, "p", line, None, None, False) for line in lines if line)
    return Body(element, (*before, *made), len(before), len(before) + len(made), found_by, 0)


def _is_broken(document: Document) -> bool:
    """Whether the tree is larger or deeper than any page that somebody wrote."""
    if document.elements > _MOST_ELEMENTS:
        return True
    depths: dict[HtmlElement, int] = {document.root: 0}
    for element in document.root.iterdescendants():
        depths[element] = depths[element.getparent()] + 1
    return max(depths.values()) > _DEEPEST


def _from_json_ld(document: Document) -> str:
    article = document.ld_article() or {}
    text = article.get("articleBody")
    if not isinstance(text, str):
        return ""
    return _plain_text(text)


def _plain_text(markup: str) -> str:
    return _TAGS.sub(" ", _BREAKS.sub("\n", html.unescape(markup)))


def _from_script_data(document: Document) -> str:
    """The text in the data that a page's script renders (Next.js and the like): beside the page's own title."""
    wanted = {_letters(one) for one in (document.first_meta("og:title"), document.head_title) if one}
    for script in islice(document.root.iter("script"), _MOST_SCRIPTS):
        if "json" not in (script.get("type") or "") or "ld+json" in (script.get("type") or "") or not script.text:
            continue
        try:
            data = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            values = [(key.lower(), one) for key, one in node.items() if isinstance(one, str)]
            if not any(
                key in _TITLE_KEYS and one and any(_letters(one) in name for name in wanted) for key, one in values
            ):
                continue
            texts = [_plain_text(one) for key, one in values if key in _TEXT_KEYS]
            if texts and len(longest := max(texts, key=len)) >= _ENOUGH:
                return longest
    return ""


def _nodes(data: object) -> Iterator[dict[str, object]]:
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(value for value in one.values() if isinstance(value, dict | list))
        elif isinstance(one, list):
            waiting.extend(value for value in one[:_MOST_NODES] if isinstance(value, dict | list))


def _letters(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())
