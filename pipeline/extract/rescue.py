"""Text for pages on which no element holds any: from the page's JSON-LD, or by trafilatura."""

from __future__ import annotations

import html
import re

import trafilatura
from lxml.html import HtmlElement

from pipeline.extract.blocks import Block
from pipeline.extract.body import Body
from pipeline.extract.document import Document

_ENOUGH = 250  # characters; less is a description, not an article
_MOST_ELEMENTS, _DEEPEST = 20_000, 200  # trafilatura takes many seconds on broken pages beyond
_TAGS = re.compile(r"<[^>]{1,300}>")
_BREAKS = re.compile(r"</p>|<br\s*/?>|</div>|</li>", re.I)


def rescue_body(document: Document, body: Body | None) -> Body | None:
    """A body made of the text that the page keeps for search engines, or that trafilatura finds; else None."""
    text = _from_json_ld(document)
    found_by = "json-ld"
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
    return _TAGS.sub(" ", _BREAKS.sub("\n", html.unescape(text)))
