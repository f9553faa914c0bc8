"""What kind of text an article is, and whether it was paid for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storage.records import Genre

_OPINION_SECTIONS = re.compile(
    r"(?<![a-z])(?:opini|opinion|kolom|kolumnis|column|artikel-opini|editorial|tajuk|tajuk-rencana|esai|essay|"
    r"gagasan|perspektif|pojok|surat-pembaca|refleksi)(?![a-z])",
    re.I,
)
_ANNOUNCEMENT = re.compile(
    r"^(?:pengumuman|undangan|lowongan|jadwal|hasil seleksi|seleksi (?:terbuka|administrasi)|surat edaran|"
    r"pendaftaran|rekrutmen|lelang|tender|himbauan kepada|informasi (?:layanan|pelayanan)|perpanjangan pendaftaran|"
    r"daftar nama)\b",
    re.I,
)
_EXPLAINER_TITLE = re.compile(
    r"^(?:mengapa|kenapa|(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) (?:hal|fakta|cara|larangan|aturan|"
    r"alasan|jenis|bentuk|pertanyaan|langkah|tips|poin)|apa (?:itu|saja|yang|arti|makna|beda)|bagaimana|siapa saja|"
    r"kapan|cara|begini cara|ini (?:dia )?\d+|\d+ (?:hal|fakta|cara|larangan|aturan|alasan|jenis|bentuk)|mengenal|"
    r"kenali|memahami|pentingnya|penjelasan|panduan|tips|sejarah|pengertian|infografis|daftar|urgensi|peran|makna|"
    r"perbedaan|tanya jawab|faq|bolehkah|apakah|why|how|what)\b",
    re.I,
)
_QUOTES = re.compile(r"[“\"][^“”\"]{20,}[”\"]")
_SAYING = re.compile(
    r"\b(?:kata|ujar|tutur|ucap|jelas|tegas|papar|ungkap|imbuh|tambah|terang|sebut|pesan|tandas)(?:nya)?\b|"
    r"\b(?:mengatakan|menyatakan|menjelaskan|menegaskan|mengungkapkan|menyampaikan|mengimbau|menyebut|menambahkan|"
    r"menuturkan)\b",
    re.I,
)
_FIRST_PERSON = re.compile(
    r"\b(?:menurut (?:hemat )?(?:saya|penulis)|saya|hemat saya|sejatinya|kita semua|mari kita|semoga)\b", re.I
)
_OWN_VIEW = re.compile(r"\b(?:saya|aku|kita|kami)\b", re.I)  # a title in the first person
_PAID_MARK = re.compile(
    r"\(\s*(?:adv|advertorial|advetorial|iklan|pariwara|inforial|sponsored)\b[^)]{0,60}\)|\[\s*(?:adv|"
    r"advertorial)\s*\]|(?:^|\n)\s*(?:adv(?:ertorial)?|pariwara|inforial)\s*[:.*/-]?\s*(?:$|\n)|/\s*adv\s*\)|"
    r"\badv\s*/",
    re.I,
)
_PAID_WORDS = re.compile(
    r"(?:artikel|konten|berita|tulisan|publikasi|halaman) (?:ini )?(?:merupakan |adalah |hasil |"
    r"bagian dari ){0,2}(?:kerja ?sama|advertorial|berbayar|bersponsor|sponsor|iklan)\b|"
    r"\(\s*kerja ?sama\b[^)]{0,80}\)|^kerja ?sama (?:redaksi|publikasi|media|pemberitaan|advertorial)\b|"
    r"\b(?:atas )?kerja ?sama (?:antara )?redaksi\b",
    re.I | re.M,
)
_PAID_SECTION = re.compile(
    r"(?:^|[/_\s-])(?:adv|advertorial|advetorial|pariwara|inforial|sponsored|brandcontent|kerja-?sama)(?:$|[/_\s-])",
    re.I,
)
_AGENCY_HOST = re.compile(r"https?://[^/:]+\.go\.id(?:[:/]|$)", re.I)  # open to Indonesian state bodies alone
_AGENCY_KINDS = {"ministry", "election-body", "province", "regency", "city"}


def is_sponsored(url: str, title: str, text: str, sections: Iterable[str], removed: Iterable[str]) -> bool:
    """Whether the page says that the text was paid for: a mark, a sentence, its section or its address."""
    path = re.sub(r"^https?://[^/]+", "", url)
    if _PAID_SECTION.search(path.split("?")[0]) or any(_PAID_SECTION.search(one) for one in sections):
        return True
    if _PAID_MARK.search(f"{title}\n{text[:200]}\n{text[-400:]}") or _PAID_WORDS.search(text[-600:]):
        return True
    return any(
        _PAID_MARK.search(one.partition(": ")[2]) or _PAID_WORDS.search(one)
        for one in removed
        if not one.startswith(
            ("zone advertisement", "advertisement", "zone navigation", "zone sidebar", "zone related")
        )
    )


def decide_genre(
    url: str, title: str, text: str, sections: Iterable[str], author_office: str | None, source_kind: str
) -> Genre:
    """News unless something speaks for another kind; an agency's own news is a press release."""
    path = re.sub(r"^https?://[^/]+", "", url)
    opinion_section = any(_OPINION_SECTIONS.search(one) for one in (*path.split("/")[:-1], *sections))
    reported = len(_QUOTES.findall(text)) + len(_SAYING.findall(text))
    if _ANNOUNCEMENT.match(title):
        return "announcement"
    if opinion_section or (author_office is not None and reported < 4):
        return "opinion"
    own_view = source_kind == "blog" and _OWN_VIEW.search(title)
    if _EXPLAINER_TITLE.match(title) and reported <= 3 and not own_view:
        return "explainer"
    if source_kind == "blog" and (reported <= 1 or _OWN_VIEW.search(_QUOTES.sub("", text))):
        return "opinion"  # a blog that does not report others gives its writer's own words
    if reported <= 1 and len(_FIRST_PERSON.findall(text)) >= 3:
        return "opinion"
    return "press_release" if source_kind in _AGENCY_KINDS or _AGENCY_HOST.match(url) else "news"
