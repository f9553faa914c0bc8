"""One page, parsed once: its tree, its meta elements and its JSON-LD, shared by every question."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

MAX_ELEMENTS = 120_000  # a page with more is no article; walking it would take seconds
_MAX_LD_NODES = 400
_ARTICLE_TYPES = {
    "article", "newsarticle", "blogposting", "reportagenewsarticle", "socialmediaposting", "report",
    "opinionnewsarticle", "analysisnewsarticle", "liveblogposting", "advertisercontentarticle", "techarticle",
}  # fmt: skip
_LOOSE_LD = re.compile(r'"(datePublished|dateCreated|dateModified|headline)"\s*:\s*"([^"\n]{1,400})"')


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed page; only a source's `drop_xpath` takes anything out of its tree."""

    url: str
    root: HtmlElement
    head_title: str  # of the title element, "" when absent
    meta: dict[str, tuple[str, ...]]  # lower-case name, property or itemprop → contents in order
    links: dict[str, tuple[str, ...]]  # rel → href of link elements
    ld_nodes: tuple[dict[str, Any], ...]
    elements: int
    feed_titles: tuple[str, ...] = field(default=())

    def first_meta(self, *names: str) -> str | None:
        """The first content that is not empty, names in the given order."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content
        return None

    def ld_article(self) -> dict[str, Any] | None:
        """The JSON-LD node that describes the article, None where there is none."""
        for node in self.ld_nodes:
            if ld_types(node) & _ARTICLE_TYPES:
                return node
        return None


def parse_page(text: str, url: str) -> Document | None:
    """Parse decoded HTML; None where nothing can be parsed out of it."""
    if not text.strip():
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    meta: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    feed_titles: list[str] = []
    for element in root.iter("meta"):
        _collect_meta(element, meta)
    for element in root.iter("link"):
        rel = " ".join((element.get("rel") or "").lower().split())
        links.setdefault(rel, []).append((element.get("href") or "").strip())
        if rel == "alternate" and "xml" in (element.get("type") or "") and element.get("title"):
            feed_titles.append(element.get("title", ""))
    title = next(root.iter("title"), None)
    return Document(
        url=url,
        root=root,
        head_title=" ".join((title.text_content() if title is not None else "").split()),
        meta={name: tuple(values) for name, values in meta.items()},
        links={name: tuple(values) for name, values in links.items()},
        ld_nodes=tuple(_ld_nodes(root)),
        elements=int(root.xpath("count(//*)")),
        feed_titles=tuple(feed_titles),
    )


def ld_types(node: dict[str, Any]) -> set[str]:
    """The schema.org types of a JSON-LD node, lower case, without the address."""
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return {str(one).rsplit("/", 1)[-1].lower() for one in listed if one}


def ld_text(value: Any) -> str | None:
    """A text out of a JSON-LD value: itself, its name, or the first of a list."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if isinstance(value, str):
        text = " ".join(value.split())
        return text or None
    return None


def _collect_meta(element: HtmlElement, meta: dict[str, list[str]]) -> None:
    content = " ".join((element.get("content") or "").split())
    for attribute in ("name", "property", "itemprop", "http-equiv"):
        name = element.get(attribute)
        if name:
            meta.setdefault(name.strip().lower(), []).append(content)


def _ld_nodes(root: HtmlElement) -> Iterator[dict[str, Any]]:
    count = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _flatten(_read_json(script.text or "")):
            count += 1
            if count > _MAX_LD_NODES:
                return
            yield node


def _read_json(text: str) -> Any:
    """JSON-LD as sites write it: with comments around it, broken lines in it, or broken altogether."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        loose = dict(reversed(_LOOSE_LD.findall(text)))
        return {"@type": "NewsArticle", **loose} if loose and "Article" in text else None


def _flatten(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of a JSON-LD value, also inside lists, @graph and mainEntity."""
    waiting = [value]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one[:_MAX_LD_NODES])
        elif isinstance(one, dict):
            yield one
            waiting.extend(one[key] for key in ("@graph", "mainEntity") if isinstance(one.get(key), dict | list))
