"""The title as the article's readers see it, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.extract.blocks import tidy
from pipeline.extract.body import Body, is_prose
from pipeline.extract.document import Document, ld_text
from storage.records import PageHints

_LONGEST = 400  # characters of a title
_WORDS = (4, 30)  # of a title that is no heading
_LARGE = ("3", "4", "5", "6", "7", "+1", "+2", "+3")
_SEPARATORS = re.compile(r"\s+(?:[|–—»«•·~-]|::|&raquo;|/)\s+|\s*(?:\||::|»)\s*")
_TITLE_CLASSES = re.compile(
    r"(?<![a-z])(?:(?:entry|post|article|news|single|detail|page|content|read|story|berita|artikel)[-_]{0,2}title|"
    r"title[-_](?:post|news|detail|article)|"
    r"judul(?:[-_]\w+)?|read__title|headline|jdl|tdb-title-text|jeg_post_title)(?![a-z])",
    re.I,
)
_GENERIC = re.compile(
    r"(?:berita|news|artikel|home|beranda|detail(?: berita| artikel)?|blog|opini|pengumuman|untitled|index|indeks|"
    r"halaman utama|read|berita (?:terkini|terbaru|utama|daerah)|post)",
    re.I,
)
# A title element that names an office or a site on every page.
_OFFICE_SITE = re.compile(
    r"(?:pemerintah|pemkab|pemkot|pemprov|dinas|badan|kantor|kementerian|kecamatan|sekretariat|portal|website|situs|"
    r"web|laman|selamat datang|"
    r"official|berita (?:terkini|terbaru|utama)|bawaslu|kpu|dprd|polres|polda|kejaksaan|pengadilan|rumah sakit|"
    r"rsud)\b(?:(?!\b(?:me|di|ber)[a-z]{4,}).)*$",
    re.I,
)


def find_title(document: Document, body: Body | None, hints: PageHints) -> str | None:
    """The printed title; the page's metadata says which heading it is, and stands in where no heading agrees."""
    named = [clean for one in _metadata_titles(document, hints) if (clean := _clean(one))]
    sites = site_names(document)
    headings = sorted(_headings(document, body), key=lambda one: -one.score)
    stated_letters = {_plain(one) for one in named} | {_plain(without_site(one, sites)) for one in named}
    same = next((one for one in headings if _plain(one.text) in stated_letters), None)
    agreeing = same or next((one for one in headings if any(_agrees(one.text, title) for title in named)), None)
    if agreeing is not None:
        return agreeing.text
    if body is not None and (printed := _title_block(body, named, sites)):
        return printed
    stated = next(
        (short for one in named if (short := without_site(one, sites)) and not _GENERIC.fullmatch(short)), None
    )
    above = next((one for one in headings if one.above_text), None)
    if above is not None and (
        stated is None or above.score >= 3 or _is_site_wide(stated, sites) or _shares_words(above.text, stated)
    ):
        return above.text
    if body is not None and (stated is None or _is_site_wide(stated, sites)) and (bold := _bold_line(body)):
        return bold
    return stated or (headings[0].text if headings else None)


def _bold_line(body: Body) -> str | None:
    """The last line in bold or large letters above the text, on pages that know no headings."""
    first_prose = next((at for at in range(body.start, body.end) if is_prose(body.blocks[at])), body.start)
    for block in reversed(body.blocks[max(0, first_prose - 4) : first_prose]):
        if block.zone is None and not block.link_length and _WORDS[0] <= len(block.text.split()) <= _WORDS[1]:
            for element in block.element.iter("b", "strong", "font"):
                bold = element.tag != "font" or (element.get("size") or "") in _LARGE
                if bold and _plain(element.text_content()) == _plain(block.text):
                    return " ".join(block.text.split())
    return None


def _is_site_wide(stated: str, sites: tuple[str, ...]) -> bool:
    """Whether a title element names the site, not the article: "Pemerintah Kabupaten …", "Dinas Kominfo"."""
    return len(stated.split()) < 4 or _is_site(stated, sites) or _OFFICE_SITE.match(stated) is not None


def _shares_words(heading: str, stated: str) -> bool:
    words = {word.lower() for word in re.findall(r"\w{4,}", heading)}
    return len(words & {word.lower() for word in re.findall(r"\w{4,}", stated)}) * 2 >= len(words) > 0


def site_names(document: Document) -> tuple[str, ...]:
    """What the site calls itself."""
    names = [document.first_meta("og:site_name", "application-name", "twitter:app:name:iphone")]
    for node in document.ld_nodes:
        kind = str(node.get("@type", "")).lower()
        if "website" in kind or "organization" in kind:
            names.append(ld_text(node.get("name")))
        if node.get("publisher"):
            names.append(ld_text(node.get("publisher")))
    names += [re.split(r"\s+[»›>]\s+", title)[0] for title in document.feed_titles]
    host = re.sub(r"^https?://(?:www\.)?|[:/].*$", "", document.url)
    return tuple(dict.fromkeys(" ".join(name.split()) for name in (*names, host) if name))


def without_site(title: str, sites: tuple[str, ...]) -> str:
    """A title element's text without the site's name and section behind (or before) it."""
    parts = [(found.start(), found.end()) for found in _SEPARATORS.finditer(title)]
    for start, end in parts:
        rest = title[end:]
        if len(title[:start]) >= 15 and (
            _is_site(rest, sites)
            or (len(rest) <= 40 and len(rest) < len(title[:start]) * 0.7 and _looks_like_name(rest))
        ):
            return title[:start].strip()
    for _, end in parts[:1]:
        before = title[: parts[0][0]]
        if _is_site(before, sites) and len(title[end:]) >= 10:
            return title[end:].strip()
    for site in sites:
        if title.lower().startswith(site.lower() + ": ") and len(title) > len(site) + 12:
            return title[len(site) + 2 :].strip()
    return title.strip()


def _looks_like_name(text: str) -> bool:
    """Every word of the rest is capitalised or a domain: a site's or section's name, not the half of a sentence."""
    words = text.split()
    return 0 < len(words) <= 6 and all(
        word[:1].isupper() or word[:1].isdigit() or "." in word or word in ("dan", "di", "of", "&", "|", "-", "::", "–")
        for word in words
    )


def _is_site(text: str, sites: tuple[str, ...]) -> bool:
    plain = _plain(text)
    return bool(plain) and any(
        plain == _plain(site)
        or (len(plain) > 4 and (plain in _plain(site) or _plain(site) in plain) and len(_plain(site)) > 4)
        for site in sites
    )


def _metadata_titles(document: Document, hints: PageHints) -> Iterator[str]:
    article = document.ld_article()
    for one in (
        ld_text(article.get("headline")) if article else None,
        document.first_meta("og:title"),
        document.first_meta("twitter:title"),
        document.first_meta("title", "dc.title", "headline"),
        document.head_title,
        hints.title,
    ):
        if one:
            yield one[:_LONGEST]


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    score: float  # how much it looks like the article's own title
    above_text: bool  # stands right above the text, or opens it, and leads nowhere


def _headings(document: Document, body: Body | None) -> Iterator[_Heading]:
    if body is None:
        return
    first_prose = next((at for at in range(body.start, body.end) if is_prose(body.blocks[at])), body.start + 2)
    for place, block in enumerate(body.blocks[: body.end]):
        element = block.element
        classes = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        named = _TITLE_CLASSES.search(classes) is not None or (element.get("itemprop") or "") in ("headline", "name")
        if block.kind != "heading" and not named:
            continue
        if block.zone in ("navigation", "related", "sidebar", "comments", "footer") or not 8 <= len(block.text) <= 300:
            continue
        if _GENERIC.fullmatch(block.text):
            continue  # "Detail Berita"
        score = {"h1": 3.0, "h2": 2.0, "h3": 1.5}.get(element.tag, 1.0) + (2.0 if named else 0.0)
        score -= 1.0 if place >= body.start + 2 else 0.0
        score -= 1.5 if block.link_length > 0.9 * len(block.text) and place < body.start - 10 else 0.0
        above = first_prose - 10 <= place < first_prose and block.link_length == 0
        yield _Heading(" ".join(block.text.split()), score, above)


def _title_block(body: Body, named: list[str], sites: tuple[str, ...]) -> str | None:
    """A block that is no heading element but equals a metadata title without its site."""
    wanted = {_plain(without_site(one, sites)) for one in named if len(one) > 12}
    for block in body.blocks[: body.start + 3]:
        if (
            block.zone not in ("navigation", "related", "sidebar")
            and 12 <= len(block.text) <= 300
            and _plain(block.text) in wanted
        ):
            return " ".join(block.text.split())
    return None


def _agrees(heading: str, metadata: str) -> bool:
    """Whether a heading is the metadata's title, give or take a site's name around it or lost punctuation."""
    one, other = _plain(heading), _plain(metadata)
    if not one or not other or _GENERIC.fullmatch(heading):
        return False
    if one == other or (len(one) >= 12 and one in other and len(one) > 0.35 * len(other)):
        return True
    return len(one) > 20 and fuzz.ratio(one, other) > 90


def _clean(text: str) -> str:
    return " ".join(tidy(text).split())


def _plain(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())
