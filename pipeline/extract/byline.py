"""Who wrote an article: names in the text's own credits, in lines around it, in the metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.extract.blocks import Block
from pipeline.extract.body import Body
from pipeline.extract.boilerplate import Cleaned, Paragraph
from pipeline.extract.credits import cut_bylines, find_sign_off
from pipeline.extract.document import Document, ld_text
from pipeline.extract.names import WRITER_LABEL, labelled_name, names_editor, tidy_name
from pipeline.extract.printed_authors import shown_author
from storage.records import PageHints

_WRITER_WITHIN = re.compile(rf"\b{WRITER_LABEL}\b", re.I)
_HOUSE_NAMES = ("content_author", "dtk:author", "dable:author", "sailthru.author", "parsely-author")
_META_NAMES = ("author", "article:author", "dc.creator")
_AUTHOR_CLASS = re.compile(
    r"(?<![a-z])(?:author|byline|penulis|reporter|pewarta|jurnalis|writer|fn|vcard|posted-by|post-author|"
    r"creator)(?![a-z])",
    re.I,
)
_PICTURE = re.compile(r"photo|image|img|foto|figure|caption|gambar|media|picture", re.I)
_URL = re.compile(r"^(?:https?:)?//|^www\.|^@|facebook\.com", re.I)
_OUTLETS = re.compile(r"(?:cyber media|developer|\.com\b|\.co\.id\b|\.id\b|\.co\b|\.go\.id\b|redaksi online)", re.I)


_LONGEST_NEAR = 160
_MOST_NEAR = 12


@dataclass(frozen=True, slots=True)
class Byline:
    author: str | None
    office: str | None
    paragraphs: tuple[Paragraph, ...]  # without the bylines that were cut
    removed: tuple[str, ...]


def find_byline(document: Document, body: Body, cleaned: Cleaned, hints: PageHints, sites: Sequence[str]) -> Byline:
    """Author and office; bare bylines and initials are cut from the text, a sign-off with office stays in it."""
    kept, removed, printed = cut_bylines(cleaned.paragraphs, body)
    signed, office = find_sign_off(kept)
    labelled = _labelled_around(body)
    if printed and printed.isupper() and labelled and labelled.upper() == printed:
        printed = labelled  # "Reporter Rina Putri" above, "RINA PUTRI" below
    author = signed or printed or labelled or _in_info_lines(cleaned) or _named_author(document, body, sites)
    if author is None:
        author = _shown_near_title(body, sites)
    if author is None and hints.author and not _is_outlet(hints.author, sites):
        author = tidy_name(hints.author)
    return Byline(author, office, tuple(kept), tuple(removed))


def _shown_near_title(body: Body, sites: Sequence[str]) -> str | None:
    """A name without a label between the title and the text."""
    near = [
        block
        for block in _around(body, before=6, after=0)
        if block.zone in (None, "meta", "footer")
        and len(block.text) < _LONGEST_NEAR
        and block.kind != "heading"
        and not _credits_a_picture(block.element)
    ]
    name = shown_author(near[:_MOST_NEAR])
    return name if name and not _is_outlet(name, sites) else None


def _labelled_around(body: Body) -> str | None:
    """ "Penulis: …" near the text but outside it."""
    for block in _around(body, before=12, after=10):
        if block.zone in ("comments", "related", "navigation", "sidebar") or len(block.text) > 160:
            continue
        for line in block.text.split("\n"):
            name = labelled_name(line)
            if name and not re.search(r"\d", name):
                return name
    return None


def _in_info_lines(cleaned: Cleaned) -> str | None:
    """ "Ditulis oleh Humas pada 2 September 2024", "Diposting: 02-09-2024 oleh admin": cut lines that name a writer."""
    for one in cleaned.removed:
        rule, _, line = one.partition(": ")
        if rule in ("info-line", "date-line"):
            label = _WRITER_WITHIN.search(line)
            if label and (name := labelled_name(line[label.start() :])):
                return name
    return None


def _around(body: Body, before: int, after: int) -> list[Block]:
    """The blocks above the text, the zones within its first and last blocks, and the blocks below it, in that order."""
    inside = body.inside if body.end - body.start <= 40 else (*body.inside[:20], *body.inside[-20:])
    zones = [block for block in inside if block.zone is not None]
    return [*body.blocks[max(0, body.start - before) : body.start], *zones, *body.blocks[body.end : body.end + after]]


def _named_author(document: Document, body: Body, sites: Sequence[str]) -> str | None:
    """The author of the metadata; the printed one where the metadata shorten it or give the editor instead."""
    stated = _from_metadata(document, sites)
    shown = _from_classes(body, sites)
    if stated is None or shown is None or stated == shown:
        return stated or shown
    editors = {
        one.text.partition(":")[2].strip() for one in body.blocks if len(one.text) < 80 and names_editor(one.text)
    }
    return shown if shown.startswith(stated) or stated in editors else stated


def _from_metadata(document: Document, sites: Sequence[str]) -> str | None:
    names = [document.first_meta(*_HOUSE_NAMES)]
    author = (document.ld_article() or {}).get("author")
    first = author[0] if isinstance(author, list) and author else author
    if not (isinstance(first, dict) and str(first.get("@type", "")).lower() == "organization"):
        names.append(ld_text(author))
    names += [document.first_meta(name) for name in _META_NAMES]
    for name in names:
        if name and not _is_outlet(name, sites) and (tidied := tidy_name(name)):
            return tidied
    return None


def _from_classes(body: Body, sites: Sequence[str]) -> str | None:
    """The name in an element that is called author, byline or the like."""
    for block in _around(body, before=10, after=8):
        if block.zone not in ("meta", "footer") or len(block.text) > 80 or names_editor(block.text):
            continue
        element = block.zone_element if block.zone_element is not None else block.element
        called = " ".join(
            f"{one.get('class') or ''} {one.get('rel') or ''} {one.get('itemprop') or ''}" for one in element.iter()
        )
        if not _AUTHOR_CLASS.search(called) or _credits_a_picture(element):
            continue
        name = labelled_name(block.text) or _linked_author(element)
        if name is None and _AUTHOR_CLASS.search(element.get("class") or "") and not re.search(r"\d|:", block.text):
            name = tidy_name(block.text)
        if name and not _is_outlet(name, sites) and not re.search(r"\d{3}|\d\W\d", name):
            return name
    return None


def _linked_author(element: HtmlElement) -> str | None:
    """The text of a link to an author's page."""
    for link in element.iter("a"):
        if "author" in f"{link.get('rel')} {link.get('href')} {link.get('class')}":
            return tidy_name(link.text_content())
    return None


def _credits_a_picture(element: HtmlElement) -> bool:
    """Whether an element stands in a picture's container, so that its "author" is the photographer."""
    parent = element.getparent()
    if element.tag in ("figcaption", "figure") or parent is None:
        return True
    names = f"{parent.tag} {parent.get('class') or ''} {parent.get('id') or ''}"
    return _PICTURE.search(names) is not None and next(parent.iter("img", "picture"), None) is not None


def _is_outlet(name: str, sites: Sequence[str]) -> bool:
    plain = "".join(name.lower().split())
    return bool(_URL.search(name) or _OUTLETS.search(name)) or any(
        plain == "".join(site.lower().split()) for site in sites
    )
