"""Why a page gives no article: the closed list of reasons and what tells each."""

from __future__ import annotations

import re

from pipeline.extract.document import Document
from storage.records import Rejection

REJECTION_REASONS: dict[str, str] = {
    "http-status": "The server answered with an error (404, 500 …), so the page is not what the link promised.",
    "not-html": "The body is no HTML page: a PDF, an image, a feed, JSON or plain binary data.",
    "empty": "The page has no content at all: a body of no bytes, or of spaces.",
    "unreadable": "The markup is too large or too broken to be read in time, such as one of a million elements.",
    "no-text": "The page has no running text: only menus, pictures or a video.",
    "too-short": 'There is a title but less text than a picture\'s caption: "Simak infografis berikut".',
    "listing": "The page lists articles: a home page, an index, a tag, an author's page or search results.",
    "challenge": 'A protection service stands before the page ("Just a moment…", "Verifikasi bahwa Anda manusia").',
    "login-wall": 'The text is only for those who are logged in or have paid: "Berlangganan untuk membaca".',
    "parked": 'The domain is for sale, suspended or shows its host\'s default page: "Domain ini dijual".',
    "gambling-spam": 'The page advertises gambling, as hacked government sites do: "slot gacor maxwin".',
    "error-page": 'The page says "Halaman tidak ditemukan", although the server answered 200.',
}
MIN_CHARACTERS = 100
_MIN_WORDS = 16
_ENOUGH = 20_000  # characters that tell what a page is about

_CHALLENGE = re.compile(
    r"just a moment|attention required|checking your browser|verify(?:ing)? (?:you are|that you are) (?:a )?human|"
    r"verifikasi bahwa anda (?:adalah )?manusia|"
    r"enable javascript and cookies to continue|ddos protection by|ray id|cf-browser-verification|"
    r"please complete the security check|"
    r"access denied|anda diblokir|you have been blocked|request unsuccessful\. incapsula|sucuri website firewall|"
    r"pardon our interruption|are you a robot|"
    r"one moment, please|sedang memverifikasi|performing security verification|web application firewall|imunify360|"
    r"bot verification",
    re.I,
)
_LOGIN = re.compile(
    r"(?:silakan|silahkan|harap|mohon|anda harus|please) (?:login|log in|masuk|sign in|mendaftar|berlangganan|daftar)\b"
    r"(?!.{0,30}(?:komentar|comment|tanggapan|balasan|newsletter|buletin))|(?:khusus|hanya untuk|"
    r"eksklusif untuk) (?:pelanggan|member|anggota)|"
    r"konten (?:ini )?(?:premium|khusus pelanggan|berbayar)|berlangganan (?:sekarang )?untuk (?:membaca|"
    r"melanjutkan)|subscribe to (?:continue|read)|lupa (?:kata sandi|password)|forgot (?:your )?password|"
    r"sign in to continue|masuk untuk (?:membaca|melanjutkan)",
    re.I,
)
_PARKED = re.compile(
    r"domain (?:ini )?(?:is |may be |telah )?(?:for sale|dijual|parked|expired|kedaluwarsa|kadaluarsa|tersedia)|"
    r"buy this domain|this domain (?:name )?(?:has expired|is parked|is for sale)|account (?:has been )?suspended|"
    r"akun (?:ini )?(?:telah )?(?:ditangguhkan|disuspend)|"
    r"welcome to nginx|apache2? (?:debian|ubuntu)? ?default page|it works!|default web page|index of /|"
    r"site (?:is )?under (?:construction|maintenance)|situs (?:ini )?(?:sedang )?(?:dalam )?(?:perbaikan|"
    r"pemeliharaan)|coming soon|segera hadir|cpanel|plesk|website sedang dalam",
    re.I,
)
_GAMBLING = re.compile(
    r"\b(?:slot(?: gacor| online| deposit| pulsa| thailand| maxwin| dana| qris|88|777)?|gacor|maxwin|togel|"
    r"toto ?(?:macau|slot|4d|togel)|judi(?: online| bola)?|casino|kasino|rtp(?: live| slot)?|scatter(?: hitam)?|"
    r"bandar(?:q| togel| judi)|pragmatic(?: play)?|pg ?soft|zeus|sbobet|mahjong ways|joker123|deposit (?:pulsa|dana|"
    r"5000|10k|qris)|situs (?:slot|judi|toto|togel|gacor)|agen (?:slot|judi|togel|bola)|bonus new member|"
    r"link alternatif|taruhan|jackpot|akun pro|demo slot|live casino|anti ?rungka[dt]|bo slot)\b",
    re.I,
)
_JUDI_NEWS = re.compile(
    r"\b(?:polisi|polres|polda|bareskrim|tersangka|ditangkap|diringkus|kominfo|komdigi|pemblokiran|memblokir|"
    r"berantas|pemberantasan|larangan|dilarang|diretas|peretasan|ppatk|satgas|kata|ujar)\w*\b",
    re.I,
)
_NOT_FOUND = re.compile(
    r"(?:halaman|artikel|berita|page|laman|konten)\s+(?:yang (?:anda )?(?:cari|tuju|minta)\s+)?(?:ini )?(?:tidak|"
    r"tak|not)\s+(?:dapat |bisa )?(?:ditemukan|tersedia|found|ada)|\b404\b|page not found|not found|"
    r"tidak ada (?:hasil|artikel|berita)|nothing found|no results found|oops",
    re.I,
)


def reject_response(status: int, content_type: str, body: bytes) -> Rejection | None:
    """What can be refused before parsing."""
    if status >= 400 or 300 <= status < 400 or (status and status < 200):
        return Rejection("http-status", f"HTTP {status}")
    if not body.strip(b" \t\r\n\0"):
        return Rejection("empty", f"{len(body)} bytes, all blank")
    kind = content_type.split(";")[0].strip().lower()
    if kind and kind not in (
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/xml",
        "application/xml",
        "application/octet-stream",
    ):
        return Rejection("not-html", f"Content-Type {kind}")
    head = body[:2000].lstrip()
    for mark, name in (
        (b"%PDF", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"PK\x03\x04", "ZIP"),
        (b"\xd0\xcf\x11\xe0", "Office"),
        (b"\x1f\x8b", "gzip"),
        (b"RIFF", "RIFF"),
    ):
        if head.startswith(mark):
            return Rejection("not-html", f"the body is {name}")
    if re.match(
        rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?(?:<\?xml-stylesheet[^>]*>\s*)?<(?:rss|feed|urlset|sitemapindex|rdf:RDF|opml|svg)\b",
        head.lstrip(b"\xef\xbb\xbf"),
        re.I | re.S,
    ):
        return Rejection(
            "listing" if re.search(rb"<(?:rss|feed|rdf:RDF)\b", head, re.I) else "not-html", "an XML feed or sitemap"
        )
    if head[:1] in (b"{", b"[") and b"<" not in head[:200]:
        return Rejection("not-html", "the body is JSON")
    return None


def reject_page(document: Document, text_length: int, whole_text: str) -> Rejection | None:
    """Pages that are no article whatever they list: challenges, parked domains, gambling."""
    title = document.head_title
    if text_length < 1500:
        for reason, pattern in (
            ("challenge", _CHALLENGE),
            ("parked", _PARKED),
            ("error-page", _NOT_FOUND),
            ("login-wall", _LOGIN),
        ):
            found = pattern.search(title) or pattern.search(whole_text[:3000])
            if found and (pattern.search(title) or text_length < 500):
                return Rejection(reason, f"“{found.group()}”")
    elif found := _CHALLENGE.fullmatch(title.strip(" .…")):
        return Rejection("challenge", f"“{found.group()}”")
    return None


def reject_gambling(title: str, text: str) -> Rejection | None:
    """Advertisements for gambling; reports about gambling name police, ministries or speakers and are kept."""
    text = text[:_ENOUGH]
    words = max(1, len(text.split()))
    hits = _GAMBLING.findall(text)
    in_title = _GAMBLING.findall(title)
    reports = len(_JUDI_NEWS.findall(text))
    if (
        (len(in_title) >= 2 or len(hits) / words > 0.02)
        and len(hits) + 2 * len(in_title) >= 5
        and len(hits) > 2 * reports
    ):
        return Rejection(
            "gambling-spam", f"{len(hits)} gambling terms in {words} words, e.g. “{(hits or in_title)[0]}”"
        )
    return None


def reject_text(text: str) -> Rejection | None:
    if not text:
        return Rejection("no-text", "no running text was found")
    words = len(text.split())
    if len(text) < MIN_CHARACTERS or words < _MIN_WORDS:
        return Rejection("too-short", f"{words} words: “{text[:80]}”")
    return None
