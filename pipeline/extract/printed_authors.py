"""The writer whom a page shows near its title without a label: by an element's name, an icon, or beside the date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.extract.blocks import Block
from pipeline.extract.names import bare_name, tidy_name
from pipeline.extract.printed_dates import find_printed_dates

_MOST_ELEMENTS = 40  # within one line
_LONGEST = 60
_NAMING = ("class", "rel", "itemprop", "data-testid", "data-hook", "data-qa-id")
_CALLED_AUTHOR = re.compile(
    r"(?<![a-z])(?:author|fn|vcard|user-?name|penulis|pewarta|reporter|jurnalis|wartawan|writer|nama[-_](?:redaksi|wartawan)|"
    r"nama[-_]penulis)(?![a-z])"
)
_USER_ICON = re.compile(r"(?<![a-z])(?:user|person|pencil|author|account)(?![a-z])")
_LABEL = re.compile(r"^\W*(?:by|oleh|author|penulis|posted by|diposting oleh)\b[\s:]*", re.I)
_CLOCK_WORDS = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day|pukul|jam|at|on|"
    r"pada|oleh|by|wib|wita|wit|jurnalis|reporter|wartawan|kontributor)\b",
    re.I,
)
_NO_WRITER = re.compile(
    r"(?:share|bagikan|facebook|twitter|whatsapp|telegram|instagram|login|log in|masuk|daftar|akun|account|profile?|"
    r"edit|register|komentar|comments?|follow|ikuti|pengunjung|users?|penulis|author|reporter|editor|artikel|berita|"
    r"ditulis)\b",
    re.I,
)
# Sections and places stand beside dates too.
_SECTION = re.compile(
    r"\b(?:berita|kabar|news|daerah|nasional|politik|hukum|kriminal|ekonomi|bisnis|olahraga|pendidikan|kesehatan|"
    r"peristiwa|pemerintahan?|opini|regional|metro|internasional|budaya|wisata|teknologi|headline|utama|terkini|umum|"
    r"desa|jawa|sumatera|kalimantan|sulawesi|papua|jakarta|bali|radar|pos|tribun|harian|redaksi|media|online|tim)\b",
    re.I,
)


def shown_author(blocks: Sequence[Block]) -> str | None:
    """The first name among these blocks, those near the title, in reading order; None where none is shown."""
    read = (_called_author, _beside_icon, _beside_date)
    return next((name for find in read for block in blocks if (name := find(block))), None)


def _called_author(block: Block) -> str | None:
    if _is_called_author(block.element) and (name := _name(block.text)):
        return name
    for element in _elements(block):
        if not _is_called_author(element) or any(_is_called_author(one) for one in element.iterdescendants()):
            continue
        if name := _name(element.text_content()):
            return name
    return None


def _is_called_author(element: HtmlElement) -> bool:
    names = " ".join(element.get(one) or "" for one in _NAMING).lower()
    return _CALLED_AUTHOR.search(names) is not None or element.get("data-write") is not None


def _beside_icon(block: Block) -> str | None:
    """<i class="fa fa-user"></i> Admin"""
    for element in _elements(block):
        if element.tag in ("i", "svg", "span") and _USER_ICON.search((element.get("class") or "").lower()):
            after = element.tail or ""
            following = element.getnext()
            if not after.strip() and following is not None:
                after = following.text_content()
            if name := _name(after):
                return name
    return None


def _beside_date(block: Block) -> str | None:
    """ "Rina Putri - Senin, 2 September 2024 | 10.20 WIB" """
    if len(block.text) > 2 * _LONGEST:
        return None
    date = next(find_printed_dates(block.text), None)
    if date is None:
        return None
    rest = block.text[: date.start] + block.text[date.start :].replace(date.printed, " ", 1)
    rest = " ".join(_CLOCK_WORDS.sub(" ", rest).split()).strip(" ,|/•·–—-()")
    return bare_name(rest) if not _SECTION.search(rest) else None


def _elements(block: Block) -> Iterator[HtmlElement]:
    root = block.zone_element if block.zone_element is not None else block.element
    return (one for one in islice(root.iter(), _MOST_ELEMENTS) if isinstance(one.tag, str))


def _name(text: str) -> str | None:
    text = _LABEL.sub("", " ".join(text.split())).split("|")[0].strip()
    if not 2 < len(text) <= _LONGEST or ":" in text or re.search(r"\d{3}", text):
        return None
    if _NO_WRITER.match(text) or next(find_printed_dates(text), None) is not None:
        return None
    return tidy_name(text)
