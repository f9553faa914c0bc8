"""Where a text comes from: its publisher, where it first appeared, the place and outlet of its dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

from pipeline.extract.document import Document, ld_text
from pipeline.extract.printed_dates import find_printed_dates

_APPEARED = re.compile(
    r"(?:telah|sudah|pernah|pertama kali|sebelumnya)?\s*(?:di)?(?:tayang|terbit|muat|publikasi|siar|"
    r"rilis)\w*\s+(?:\w+\s+)?(?:di|dalam|pada|oleh)\s+"
    r"(?:(?-i:laman|situs|media|harian|koran|surat kabar|majalah|portal|website|rubrik|kolom|"
    r"opini)\s+)?(?P<where>[^,;:()\n]{2,60}?)"
    r"(?=\s*(?:$|[,;:()\n]|\.(?:\s|$)|\s(?:tanggal|pada|edisi|dengan|hari|senin|selasa|rabu|kamis|jum'?at|sabtu|"
    r"minggu|\d|https?:|berjudul|link|klik)))",
    re.I,
)
_APPEARED_LINE = re.compile(
    r"^[(\[*\s]*(?:catatan\s*:\s*)?(?:artikel|berita|tulisan|opini|naskah|konten|kolom|esai)?\s*(?:ini)?\s*(?:telah|"
    r"sudah|pernah|pertama kali|sebelumnya|dimuat|diterbitkan)\b.{0,30}"
    r"\b(?:di)?(?:tayang|terbit|muat|publikasi|siar|rilis)",
    re.I,
)
_DATELINE = re.compile(
    r"^(?:(?P<outlet>[\w.&' -]{2,30}?)\s*[,|–—-]\s*)?(?P<place>[A-Z][A-Za-z.' ]{2,30}?)(?:,\s*[A-Z][A-Za-z. ]{1,30})?"
    r"(?:,\s*(?P<outlet2>[\w.]+\.(?:com|id|co\.id|net|go\.id|news)))?\s*(?:\([^)]{1,50}\)|"
    r",?\s*\d{1,2}\s\w+\s\d{4})?\s*(?:–|—|-|--|:|\|)\s+(?=\S)"
)
_HOME = re.compile(r"^(?:https?://[^/]+)?/?(?:index\.(?:php|html?))?$")


@dataclass(frozen=True, slots=True)
class FirstPublished:
    where: str
    when: date | None


def names_first_appearance(line: str) -> bool:
    """Whether a line says where the text was printed before."""
    return _APPEARED_LINE.match(line) is not None


def find_first_published(lines: list[str]) -> FirstPublished | None:
    """ "Artikel ini telah tayang di … tanggal …" among the lines of the body, cut or not."""
    for line in lines:
        if not names_first_appearance(line):
            continue
        found = _APPEARED.search(line)
        if found:
            when = next((one.value for one in find_printed_dates(line)), None)
            return FirstPublished(_outlet_name(found["where"]), when)
    return None


def find_publisher(document: Document, title: str | None) -> str | None:
    """The site's own name: of the metadata, of its feed, at the title element's end, in the header's home link."""
    name = document.first_meta("og:site_name")
    if name and not name.startswith("http"):
        return name
    for node in document.ld_nodes:
        published_by = ld_text(node.get("publisher"))
        if published_by:
            return published_by
    for feed in document.feed_titles:
        parts = re.split(r"\s+[»›>]\s+", feed)
        if len(parts) > 1 and parts[0].strip():
            return parts[0].strip()
    if title and document.head_title.lower().startswith(title.lower()):
        rest = re.sub(r"^\s*(?:[|–—»«•·~:-]+|::)\s*", "", document.head_title[len(title) :])
        if rest and rest != document.head_title[len(title) :].strip() and len(rest) <= 60:
            return re.split(r"\s+(?:[|»])\s+", rest)[-1].strip()
    return _header_name(document.root)


def find_dateline_place(text: str) -> str | None:
    """The place in "Garut, Kabar Garut – …" or "KABAR.ID, GARUT - …"; None without a dateline."""
    found = _DATELINE.match(text[:120].replace("\n", " "))
    if not found:
        return None
    place = found["place"].strip(" .")
    outlet = (found["outlet"] or "").strip()
    if (
        outlet
        and outlet.replace(" ", "").isalpha()
        and outlet[0].isupper()
        and "." not in outlet
        and place.isupper() is False
        and _is_outlet_word(place)
    ):
        return outlet
    if len(place.split()) > 4:
        return None
    return place.title() if place.isupper() else place


def _is_outlet_word(text: str) -> bool:
    return bool(re.search(r"humas|kabar|news|media|pos\b|tribun|antara|kominfo|\.", text, re.I))


def _outlet_name(printed: str) -> str:
    """ "SUARA MERDEKA" → "Suara Merdeka"; "RRI" and "Kompas.com" stay."""
    name = " ".join(printed.split()).strip(" .\"'“”*")
    if name.isupper() and (" " in name or len(name) > 5) and "." not in name:
        return name.title()
    return name


def _header_name(root: HtmlElement) -> str | None:
    """The text of the header's link to the home page."""
    for element in root.iter("header", "div", "p", "h1", "a"):
        names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
        if element.tag != "header" and not {
            "header",
            "site-title",
            "logo",
            "brand",
            "site-header",
            "masthead",
            "navbar-brand",
            "header1",
        } & set(names):
            continue
        for link in element.iter("a"):
            text = " ".join(link.text_content().split())
            if (
                _HOME.match((link.get("href") or "").strip())
                and 3 <= len(text) <= 60
                and text.lower() not in ("beranda", "home")
            ):
                return text
        if element.tag == "header":
            continue
    return None
