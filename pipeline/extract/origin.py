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
_DATELINE_END = re.compile(
    r"\s*(?:\u2013|\u2014|--|(?<=\s)-|:|\|)\s+(?=\S)|(?<=\w)\s?[\u2013\u2014]\s*$|(?<=\w)\s-\s*$"
)
_LONGEST_DATELINE = 80
# A part of a dateline that names the outlet: a domain, "KabarOtomotif", "metrokota", "Humas BKN".
_OUTLET_PART = re.compile(
    r"\.|\d|\b(?:humas|kabar|news|media|pos|tribun|antara|kominfo|kbrn|rri|tv|online|radar|harian|suara)\b", re.I
)
_CAMEL = re.compile(r"[a-z][A-Z]|^[a-z]")
_NO_NAMES = (
    "beranda",
    "home",
    "e-paper",
    "epaper",
    "login",
    "masuk",
    "menu",
    "index",
    "indeks",
    "english",
    "indonesia",
)
_HOME = re.compile(r"^(?:https?://(?P<host>[^/]+))?/?(?:index\.(?:php|html?))?$")


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
    return _header_name(document)


def find_dateline_place(text: str) -> str | None:
    """The place in "Garut, Kabar Garut – …" or "KABAR.ID, GARUT - …"; None without a dateline."""
    head = text[:_LONGEST_DATELINE].split("\n")[0]
    end = _DATELINE_END.search(head)
    if end is None or (":" in end.group() and "," not in head[: end.start()]):
        return None
    parts = [part.strip(" .") for part in re.sub(r"\([^)]*\)", "", head[: end.start()]).split(",")]
    for part in parts:
        if (
            part
            and not _is_outlet_part(part)
            and len(part.split()) <= 3
            and all(word[0].isupper() for word in part.split())
        ):
            return part.title() if part.isupper() else part
    return None


def _is_outlet_part(part: str) -> bool:
    return _CAMEL.search(part) is not None or _OUTLET_PART.search(part) is not None


def _outlet_name(printed: str) -> str:
    """ "SUARA MERDEKA" → "Suara Merdeka"; "RRI" and "Kompas.com" stay."""
    name = " ".join(printed.split()).strip(" .\"'“”*")
    if name.isupper() and (" " in name or len(name) > 5) and "." not in name:
        return name.title()
    return name


def _header_name(document: Document) -> str | None:
    """The text of the header's link to the home page."""
    host = document.url.split("/")[2] if document.url.count("/") > 2 else ""
    for element in document.root.iter("header", "div", "p", "h1", "a"):
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
            if _is_home(link, host) and 3 <= len(text) <= 60 and text.lower() not in _NO_NAMES:
                return text
        if element.tag == "header":
            continue
    return None


def _is_home(link: HtmlElement, host: str) -> bool:
    found = _HOME.match((link.get("href") or "").strip())
    return found is not None and (found["host"] is None or found["host"] == host)
