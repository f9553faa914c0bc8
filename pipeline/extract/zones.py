"""Which parts of a page are menus, shares, comments, captions and the like, told by tag, class, id and role.

The names stand in zones.toml; `boilerplate.py` and lines.toml hold the rules for what no name gives away.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from lxml.html import HtmlElement

_NAMES = tomllib.loads((Path(__file__).parent / "zones.toml").read_text(encoding="utf-8"))

# Never text of an article, whatever they hold.
SKIPPED_TAGS = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "button",
    "select", "option", "input", "textarea", "datalist", "meter", "progress", "audio", "video", "map", "area",
    "param", "source", "track", "head", "title", "link", "meta", "base", "amp-ad", "amp-embed", "amp-sidebar",
    "amp-analytics", "amp-consent", "amp-social-share", "amp-iframe", "amp-youtube", "amp-video", "amp-next-page",
    "amp-sticky-ad",
))  # fmt: skip

_ZONE = re.compile(
    "|".join(rf"(?P<{zone}>(?<![a-z0-9])(?:{'|'.join(words)})(?![a-z0-9]))" for zone, words in _NAMES["zones"].items())
)
_MISTAKEN = re.compile("|".join(rf"(?<![a-z0-9])(?:{name})(?![a-z0-9])" for name in _NAMES["mistaken"]["names"]))
_BODY = re.compile("|".join(_NAMES["bodies"]["names"]), re.I)
_ZONE_TAGS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "sidebar",
    "figcaption": "caption",
    "menu": "navigation",
    "dialog": "interface",
}
_ZONE_ROLES = {
    "navigation": "navigation",
    "contentinfo": "footer",
    "complementary": "sidebar",
    "search": "interface",
    "dialog": "interface",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NO_BODY_TAGS = frozenset(["html", "body", "a", "span", "h1", "h2", "h3", "ul", "li", "p", "img"])
_LONGEST_NAME = 400


def zone_of(element: HtmlElement) -> str | None:
    """The zone that an element opens, None for ordinary content."""
    get = element.get
    zone = _named_zone(element.tag, get("class") or "", get("id") or "", get("role") or "")
    if zone is None:
        style = get("style")
        if get("hidden") is not None or (style and _HIDDEN.search(style)):
            return "hidden"
    return zone


def is_body_container(element: HtmlElement) -> bool:
    """Whether an element is named as the one that holds the article's words."""
    if "articlebody" in (element.get("itemprop") or "").lower():
        return True
    return _named_body(element.tag, element.get("class") or "", element.get("id") or "")


@lru_cache(maxsize=20_000)
def _named_zone(tag: str, classes: str, identity: str, role: str) -> str | None:
    if tag in _ZONE_TAGS:
        return _ZONE_TAGS[tag]
    if tag in ("html", "body", "main"):
        return None
    if role in _ZONE_ROLES:
        return _ZONE_ROLES[role]
    if not classes and not identity:
        return None
    if _named_body(tag, classes, identity):
        return None
    names = _MISTAKEN.sub(" ", f"{classes} {identity}"[:_LONGEST_NAME].lower())
    found = _ZONE.search(names)
    return found.lastgroup if found else None


@lru_cache(maxsize=20_000)
def _named_body(tag: str, classes: str, identity: str) -> bool:
    if tag in _NO_BODY_TAGS:
        return False
    return any(_BODY.fullmatch(name) for name in f"{classes} {identity}"[:_LONGEST_NAME].split())
