"""Bylines, initials and sign-offs among an article's paragraphs: bare ones are cut, a sign-off with office stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.body import Body
from pipeline.extract.boilerplate import Paragraph
from pipeline.extract.names import bare_name, labelled_name, names_editor, not_a_name, tidy_name
from pipeline.extract.printed_dates import find_printed_dates

_LONGEST_CREDIT = 120
_SOURCE_LINE = re.compile(r"^[\s(\[*|–—-]*(?:sumber|source)\b", re.I)
# "(ant/red)", "(fyk/ash)", "[dar]", "***(kg)", "(kilogram)": lower-case words or initials; "(ADV)" marks paid content.
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


def cut_bylines(paragraphs: Sequence[Paragraph], body: Body) -> tuple[list[Paragraph], list[str], str | None]:
    """(what stays, "rule: text" of what was cut, the writer whom the cut lines name)."""
    kept = list(paragraphs)
    removed: list[str] = []
    author = _cut_from_end(kept, removed)
    if kept:
        _cut_signs(kept, removed)
    return kept, removed, _cut_from_start(kept, removed, body) or author


def _cut_from_end(kept: list[Paragraph], removed: list[str]) -> str | None:
    """ "(ant/red)", "Editor: …", "Rina Putri" as last paragraphs."""
    author: str | None = None
    while kept:
        rule, name = _credit(kept)
        if rule is None:
            break
        author = author or name
        removed.append(f"{rule}: {kept.pop().text}")
    return author


def _credit(paragraphs: list[Paragraph]) -> tuple[str | None, str | None]:
    """(rule, writer) where the last paragraph is no text but a credit."""
    last = paragraphs[-1].text
    alone = len(paragraphs) == 1
    if len(last) > _LONGEST_CREDIT:
        return None, None
    if names_editor(last) and (not _SOURCE_LINE.match(last) or _is_credit_line(paragraphs[-2:-1])):
        return "byline", None
    if name := labelled_name(last):
        return "byline", name
    if _INITIALS.fullmatch(last):
        return "initials", None
    if _BRACKETED_CREDIT.fullmatch(last):
        return "credit", None
    if not alone and not re.search(r"\w", last):
        return "signs", None
    if not alone and _AGENCY.fullmatch(last):
        return "agency", None
    is_name = (
        not alone
        and paragraphs[-1].block.kind in ("p", "heading")
        and sum(1 for one in paragraphs if one.text == last) == 1
    )
    if is_name and (name := bare_name(last)):
        return "byline", name
    return None, None


def _cut_signs(kept: list[Paragraph], removed: list[str]) -> None:
    """ "***" and "(fyk/ash)" behind the last sentence."""
    last = kept[-1]
    for rule, pattern in (("signs", _STARS), ("initials", _INITIALS_AFTER_SENTENCE), ("signs", _STARS)):
        found = pattern.search(last.text, max(0, len(last.text) - _LONGEST_INITIALS))
        if found is not None and found.start() > 20:
            removed.append(f"{rule}: {found.group().strip()}")
            last = Paragraph(last.text[: found.start()].rstrip(), last.block)
    kept[-1] = last


def _cut_from_start(kept: list[Paragraph], removed: list[str], body: Body) -> str | None:
    """ "Oleh: …" as first paragraphs, or a name beside the date."""
    author: str | None = None
    while len(kept) > 1 and len(kept[0].text) < _LONGEST_CREDIT:
        first = kept[0].text
        name = labelled_name(first) or (bare_name(first) if _is_beside_date(kept[0], body) else None)
        if name is None and not names_editor(first):
            break
        author = author or name
        removed.append(f"byline: {first}")
        kept.pop(0)
    return author


def _is_beside_date(paragraph: Paragraph, body: Body) -> bool:
    """Whether the line above or below prints a date."""
    place = next(at for at in range(len(body.blocks)) if body.blocks[at] is paragraph.block)
    beside = (*body.blocks[max(0, place - 1) : place], *body.blocks[place + 1 : place + 2])
    return any(len(one.text) < 80 and next(find_printed_dates(one.text), None) is not None for one in beside)


def _is_credit_line(paragraphs: Sequence[Paragraph]) -> bool:
    return any(names_editor(one.text) or labelled_name(one.text) for one in paragraphs)


def find_sign_off(paragraphs: Sequence[Paragraph]) -> tuple[str | None, str | None]:
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
        name = tidy_name(printed)
        if name and 2 <= len(name.split()) <= 5 and _capitalised(printed) and not not_a_name(name):
            return name, text[office.start() :].strip(" .*)")
    return None, None


def _capitalised(name: str) -> bool:
    return all(word[:1].isupper() for word in re.findall(r"[\w’'`-]{3,}", name))
