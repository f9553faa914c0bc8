"""Who wrote an article: names in the metadata, bylines around and within the text, sign-offs, reporters' initials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.extract.blocks import Block
from pipeline.extract.body import Body
from pipeline.extract.boilerplate import Cleaned, Paragraph
from pipeline.extract.document import Document, ld_text
from pipeline.extract.printed_dates import find_printed_dates
from storage.records import PageHints

_WRITER_LABEL = r"(?:oleh|penulis|ditulis oleh|reporter|pewarta|wartawan|jurnalis|laporan(?: wartawan| reporter)?|kontributor|by|written by|author|posted by|diposting oleh|dipublikasikan oleh|diterbitkan oleh|publisher|pengirim|diunggah oleh)"
_EDITOR_LABEL = r"(?:editor|redaktur|penyunting|uploader|copyright|sumber|source|foto|fotografer|videografer|penerjemah|translator|admin)"
_NAME = r"[A-Z][\w.'’`-]*(?:\s+(?:[A-Z][\w.'’`-]*|bin|binti|van|de|al|el)){0,5}"
_LABELLED = re.compile(
    rf"^[\s(\[*|–—-]*{_WRITER_LABEL}\s*(?:[:;|]|\s)\s*(?P<name>[^|/:\n]{{2,80}}?)\s*(?=$|[|/\n)\]]|"
    rf"\s{_EDITOR_LABEL}\b|\s*[–—-]\s|,\s*{_EDITOR_LABEL}\b|\s*,?\s(?:di|pada|on|at|tanggal)\s|\s*,\s*\w+,?\s\d)",
    re.I,
)
_DESK = re.compile(r"admin\w*|humas|redaksi|operator|super ?user|tim\b.*", re.I)  # accounts that stand for a writer
_WRITER_WITHIN = re.compile(rf"\b{_WRITER_LABEL}\b", re.I)
_EDITOR_LINE = re.compile(rf"^[\s(\[*|–—-]*{_EDITOR_LABEL}\s*[:|]\s*\S.{{0,80}}$", re.I)
_SOURCE_LINE = re.compile(
    r"^[\s(\[*|–—-]*(?:sumber|source)\b", re.I
)  # a text's source stays, unless it ends a list of credits
# "(ant/red)", "(fyk/ash)", "[dar]", "***(kg)", "(kilogram)": lower-case words or initials; "(ADV)" marks paid content and stays.
_INITIALS = re.compile(
    r"\s*(?:\*{2,3}\s*)?[(\[{]\s*(?!adv\b|advertorial\b|iklan\b|bersambung|tamat|habis|selesai|sic\b|ADV)"
    r"(?:[a-z]{2,12}\d?|[A-Z]{2,3}|[A-Z][a-z]{1,3}|[a-z]{1,3}\d{1,2}|-)"
    r"(?:\s*[/,&|;-]\s*(?:[a-z]{1,12}\d?|[A-Z]{1,4}|[A-Z][a-z]{1,8}|\d{1,3}))*\s*[)\]}]\s*[.*]{0,3}\s*$"
)  # fmt: skip
# At the end of the last paragraph only after its sentence: "… katanya. (fyk/ash)", not "… Komisi Pemilihan Umum (KPU)."
_STARS = re.compile(r"(?<=[.!?”\"'’)])\s*\*{1,4}\s*$")
_LONGEST_INITIALS = 60
_INITIALS_AFTER_SENTENCE = re.compile(r"(?<=[.!?”\"'’*])" + _INITIALS.pattern)
# "(kabarcontoh.id/Rina Putri)", "(Laporan Rina)", "(*/rls)": a credit in brackets on a line of its own.
_BRACKETED_CREDIT = re.compile(
    r"[(\[]\s*(?:\S{2,40}\.(?:com|id|net|news|tv|org|info|example)\b|[\w*]{1,15}\s*/|laporan|kontributor|reporter|"
    r"rep|red|rls|rilis|humas)[^()]{0,60}[)\]]\.?",
    re.I,
)
# "ANTARA", "TIM", "REUTERS | AFP": the credit of an agency as last line.
_AGENCY = re.compile(r"[-–(\s*]*[A-Z]{3,12}(?:\s*[|/,]\s*[A-Z]{2,12}){0,3}[\s)*.]*")
_BARE_NAME = re.compile(rf"^[\s(\[–—*-]*(?P<name>{_NAME})[\s)\]*–—-]*$")
_DEGREE = re.compile(
    r",?\s*\b(?:S|M|Dr|Drs|Dra|Ir|Prof|H|Hj|KH|A|Lc|Ph|SE|SH|ST|MM|MH|MSi|MPd|SPd|SSos|SIP|STP|"
    r"MAP)\.?(?:[A-Z][A-Za-z]{0,4}\.?)*(?=[\s,.]|$)"
)
_TITLES_BEFORE = re.compile(
    r"^(?:(?:Prof|Dr|Drs|Dra|Ir|H|Hj|KH|K\.H|R|Tgk|Ust|Pdt|dr|drg|apt)\b\.?(?:\s*\([^)]*\))?\s*)+"
)
_OFFICE_WORDS = (
    r"(?:staf|kepala|ketua|anggota|dosen|guru|pengurus|pegawai|direktur|sekretaris|bupati|wali ?kota|gubernur|"
    r"menteri|camat|lurah|"
    r"kabid|kasi|kasubag|kabag|pengamat|peneliti|mahasiswa|alumni|alumnus|wakil|koordinator|pemerhati|analis|"
    r"pranata|penyuluh|"
    r"widyaiswara|komisioner|aktivis|penulis|praktisi|advokat|rektor|dekan|jurnalis|wartawan|pustakawan|auditor|"
    r"perencana|"
    r"asisten|inspektur|kepala dinas|pelaksana|penata|pembina|tenaga|founder|pendiri|presiden|pj|plt|asn|pns|"
    r"manajer|manager)"
)  # fmt: skip
_OFFICE = re.compile(rf"\b{_OFFICE_WORDS}\b", re.I)
# Verbs and connectives of a sentence; a sign-off has none ("Budi Santoso, dosen Universitas Contoh").
_REPORTING = re.compile(
    r"\b(?:me(?!nteri|dia\b|dan\b|tro|sin|ntal|dis)[a-z]{4,}|di(?!nas|rektur|rektorat|visi|gital|ploma|rjen|klat|"
    r"sdik|skom)[a-z]{4,}|"
    r"ber(?!ita|sama|kala|nama|au\b|as\b)[a-z]{3,}|akan|telah|sudah|juga|untuk|ini|itu|saat|hadir|kata|ujar)\b"
)
_LONGEST_SIGN_OFF = 280
_SIGN_OFF_LABEL = re.compile(r"^[\s*)(–—-]*(?:(?:penulis|oleh)\s*[:,]?\s+)?", re.I)
_NOT_NAMES = re.compile(
    r"\b(?:kesimpulan|penutup|pendahuluan|selesai|sekian|tamat|terima kasih|wassalam\w*|salam|aamiin|amin|"
    r"bersambung|daftar|sumber|foto|video|"
    r"advertorial|dokumentasi|load|more|read|next|share|humas|diskominfo|kominfo|redaksi|indonesia|kabupaten|kota|"
    r"provinsi|pemilu|pilkada|asn|netralitas|tantangan|rekomendasi|"
    r"latar|belakang|hasil|pembahasan|saran|lampiran|catatan|profil|biodata|jadwal|agenda)\b",
    re.I,
)
_AUTHOR_CLASS = re.compile(
    r"(?<![a-z])(?:author|byline|penulis|reporter|pewarta|jurnalis|writer|fn|vcard|posted-by|post-author|"
    r"creator)(?![a-z])",
    re.I,
)
_PICTURE = re.compile(r"photo|image|img|foto|figure|caption|gambar|media|picture", re.I)
_URL = re.compile(r"^(?:https?:)?//|^www\.|^@|facebook\.com", re.I)
_OUTLETS = re.compile(r"(?:cyber media|developer|\.com\b|\.co\.id\b|\.id\b|\.co\b|\.go\.id\b|redaksi online)", re.I)


@dataclass(frozen=True, slots=True)
class Byline:
    author: str | None
    office: str | None
    paragraphs: tuple[Paragraph, ...]  # without the bylines that were cut
    removed: tuple[str, ...]


def find_byline(document: Document, body: Body, cleaned: Cleaned, hints: PageHints, sites: Sequence[str]) -> Byline:
    """Author and office; bare bylines and initials are cut from the text, a sign-off with office stays in it."""
    kept, removed, printed = _cut_bylines(list(cleaned.paragraphs), body)
    signed, office = _sign_off(kept)
    author = (
        signed or printed or _labelled_around(body) or _in_info_lines(cleaned) or _named_author(document, body, sites)
    )
    if author is None and hints.author and not _is_outlet(hints.author, sites):
        author = _tidy_name(hints.author)
    return Byline(author, office, tuple(kept), tuple(removed))


def _cut_bylines(paragraphs: list[Paragraph], body: Body) -> tuple[list[Paragraph], list[str], str | None]:
    removed: list[str] = []
    author: str | None = None
    while paragraphs:  # from the end: "(ant/red)", "Editor: …", "Agnia Putri"
        last = paragraphs[-1].text
        if _EDITOR_LINE.match(last) and (not _SOURCE_LINE.match(last) or _is_credit_line(paragraphs[-2:-1])):
            removed.append(f"byline: {last}")
        elif (name := labelled_name(last)) and len(last) < 120:
            author = author or name
            removed.append(f"byline: {last}")
        elif _INITIALS.fullmatch(last):
            removed.append(f"initials: {last}")
        elif _BRACKETED_CREDIT.fullmatch(last):
            removed.append(f"credit: {last}")
        elif len(paragraphs) > 1 and not re.search(r"\w", last):
            removed.append(f"signs: {last}")
        elif _AGENCY.fullmatch(last) and len(paragraphs) > 1:
            removed.append(f"agency: {last}")
        elif (name := _bare_name(paragraphs)) is not None:
            author = author or name
            removed.append(f"byline: {last}")
        else:
            break
        paragraphs.pop()
    if paragraphs:
        last_text = paragraphs[-1].text
        if (stars := _STARS.search(last_text)) is not None:
            last_text = last_text[: stars.start()]
            removed.append(f"signs: {stars.group().strip()}")
            paragraphs[-1] = Paragraph(last_text, paragraphs[-1].block)
        initials = _INITIALS_AFTER_SENTENCE.search(last_text, max(0, len(last_text) - _LONGEST_INITIALS))
        if initials is not None and initials.start() > 20:
            removed.append(f"initials: {initials.group().strip()}")
            paragraphs[-1] = Paragraph(last_text[: initials.start()].rstrip(), paragraphs[-1].block)
    while len(paragraphs) > 1 and len(paragraphs[0].text) < 120:  # from the start: "Oleh: …"
        first = paragraphs[0].text
        name = labelled_name(first) or _name_beside_date(body, paragraphs)
        if name is None and not _EDITOR_LINE.match(first):
            break
        author = author or name
        removed.append(f"byline: {first}")
        paragraphs.pop(0)
    return paragraphs, removed, author


def _name_beside_date(body: Body, paragraphs: list[Paragraph]) -> str | None:
    """A first paragraph that is nothing but a name, right above or below the article's date."""
    found = _BARE_NAME.match(paragraphs[0].text)
    if not found or not 2 <= len(found["name"].split()) <= 4 or _NOT_NAMES.search(found["name"]):
        return None
    place = next(at for at in range(len(body.blocks)) if body.blocks[at] is paragraphs[0].block)
    beside = body.blocks[max(0, place - 1) : place + 2]
    dated = any(
        one is not paragraphs[0].block and len(one.text) < 80 and next(find_printed_dates(one.text), None)
        for one in beside
    )
    return _tidy_name(found["name"]) if dated else None


def _is_credit_line(paragraphs: Sequence[Paragraph]) -> bool:
    return any(_EDITOR_LINE.match(one.text) or labelled_name(one.text) for one in paragraphs)


def labelled_name(line: str) -> str | None:
    """The writer's name in a line such as "Penulis: Rina Putri | Editor: Adi"; None in any other line."""
    found = _LABELLED.match(line)
    if not found:
        return None
    printed = found["name"]
    separator = line[found.start() : found.start("name")].rstrip()
    name = _tidy_name(printed)
    if name is None or len(name.split()) > 6:
        return None
    if not separator.endswith((":", "|", ";")) and (
        not (re.fullmatch(_NAME, name) or _DESK.fullmatch(name)) or len(line) > 80
    ):
        return None
    return name


def _bare_name(paragraphs: list[Paragraph]) -> str | None:
    """A last paragraph that is nothing but a person's name."""
    last = paragraphs[-1]
    if len(paragraphs) < 2 or len(last.text) > 45 or last.block.kind not in ("p", "heading"):
        return None
    found = _BARE_NAME.match(last.text)
    if not found or _NOT_NAMES.search(last.text) or (last.text.isupper() and len(last.text.split()) > 3):
        return None
    words = found["name"].split()
    if not 2 <= len(words) <= 4 or any(len(word.strip(".")) < 2 for word in words[:1]):
        return None
    if sum(1 for one in paragraphs if one.text == last.text) > 1:
        return None
    return _tidy_name(found["name"])


def _sign_off(paragraphs: Sequence[Paragraph]) -> tuple[str | None, str | None]:
    """ "Drs. Budi Santoso, M.Si. Kepala Dinas …" as one of the last two paragraphs."""
    for paragraph in reversed(paragraphs[-2:]):
        if len(paragraph.text) > _LONGEST_SIGN_OFF:
            continue
        text = paragraph.text[_SIGN_OFF_LABEL.match(paragraph.text).end() :]  # type: ignore[union-attr]
        office = _OFFICE.search(text)
        labelled = text != paragraph.text
        if office is None or office.start() < 4 or '"' in text or "“" in text:
            continue
        if not labelled and _REPORTING.search(text):
            continue
        printed = re.sub(r"\s+(?:adalah|merupakan)\s*$", "", text[: office.start()].rstrip(" .,(–—:|-"))
        name = _tidy_name(printed)
        if name and 2 <= len(name.split()) <= 5 and _capitalised(printed) and not _NOT_NAMES.search(name):
            return name, text[office.start() :].strip(" .*)")
    return None, None


def _capitalised(name: str) -> bool:
    return all(word[:1].isupper() for word in re.findall(r"[\w’'`-]{3,}", name))


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
        one.text.partition(":")[2].strip() for one in body.blocks if len(one.text) < 80 and _EDITOR_LINE.match(one.text)
    }
    return shown if shown.startswith(stated) or stated in editors else stated


def _from_metadata(document: Document, sites: Sequence[str]) -> str | None:
    article = document.ld_article()
    names: list[str | None] = [
        document.first_meta("content_author", "dtk:author", "dable:author", "sailthru.author", "parsely-author")
    ]
    if article is not None:
        author = article.get("author")
        one = author[0] if isinstance(author, list) and author else author
        if not (isinstance(one, dict) and str(one.get("@type", "")).lower() == "organization"):
            names.append(ld_text(author))
    names += [
        document.first_meta(
            "content_author",
            "dtk:author",
            "dable:author",
            "sailthru.author",
            "parsely-author",
            "author",
            "article:author",
            "dc.creator",
            "twitter:data1",
        )
    ]
    for name in names:
        if name and not _is_outlet(name, sites) and (tidied := _tidy_name(name)):
            return tidied
    return None


def _from_classes(body: Body, sites: Sequence[str]) -> str | None:
    for block in _around(body, before=10, after=8):
        if block.zone not in ("meta", "footer") or len(block.text) > 80 or _EDITOR_LINE.match(block.text):
            continue
        element = block.zone_element if block.zone_element is not None else block.element
        names = " ".join(
            f"{one.get('class') or ''} {one.get('rel') or ''} {one.get('itemprop') or ''}" for one in element.iter()
        )
        if not _AUTHOR_CLASS.search(names) or _credits_a_picture(element):
            continue
        name = labelled_name(block.text) or next(
            (
                _tidy_name(one.text_content())
                for one in element.iter("a")
                if "author" in f"{one.get('rel')} {one.get('href')} {one.get('class')}"
            ),
            None,
        )
        if (
            name is None
            and block.zone_element is not None
            and _AUTHOR_CLASS.search(block.zone_element.get("class") or "")
            and not re.search(r"\d|:", block.text)
        ):
            name = _tidy_name(block.text)
        if name and not _is_outlet(name, sites) and not re.search(r"\d{2}", name):
            return name
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


def _tidy_name(printed: str) -> str | None:
    """A name without titles, degrees, brackets and labels; None where nothing of a name is left."""
    name = " ".join(printed.split()).strip(' .,;:|*-–—()[]"“”')
    name = re.sub(r"\s*[(\[].*$|\s+[-–—|]\s+\S.*$", "", name)
    titles = _TITLES_BEFORE.match(name)
    if titles and titles.end() < len(name):
        name = name[titles.end() :]
    name = re.split(r",\s*(?=[A-Z]\.?[A-Za-z]*\.)", name)[0]
    name = _DEGREE.sub("", name) if "," in name else name
    name = name.strip(" .,;:|*-–—")
    if not 2 <= len(name) <= 60 or not re.search(r"[^\W\d_]", name) or _URL.search(name):
        return None
    return name
