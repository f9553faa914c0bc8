"""The words that readers see for the corpus's codes, and how dates and numbers are written in Indonesian."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

LABELS: Mapping[str, Mapping[str, str]] = {
    "allegation": {
        "alleged": "Dugaan, belum terbukti",
        "examined": "Dugaan, sedang diproses",
        "established": "Dinyatakan terbukti",
        "sanctioned": "Dijatuhi sanksi",
        "cleared": "Dinyatakan tidak terbukti",
    },
    "person": {"official": "Pejabat atau aparatur", "candidate": "Calon atau politisi", "other": "Bukan pejabat"},
    "statement": {"direct": "Kutipan langsung", "indirect": "Kutipan tidak langsung"},
    "genre": {
        "news": "Berita",
        "press_release": "Siaran pers",
        "opinion": "Opini",
        "explainer": "Penjelasan",
        "announcement": "Pengumuman",
    },
    "topic": {"on": "Tentang netralitas", "off": "Topik lain"},
    "source": {
        "ministry": "Kementerian atau lembaga",
        "election-body": "Penyelenggara pemilu",
        "province": "Pemerintah provinsi",
        "regency": "Pemerintah kabupaten",
        "city": "Pemerintah kota",
        "media": "Media",
        "blog": "Blog",
    },
    "source_status": {
        "active": "Aktif",
        "paused": "Dijeda",
        "dead": "Mati",
        "unverified": "Belum diperiksa",
        "unregistered": "Tidak lagi terdaftar",
    },
    "health": {
        "ok": "Baik",
        "silent": "Diam",
        "below-promise": "Kurang dari biasanya",
        "no-answer": "Tidak menjawab",
        "never-fetched": "Belum pernah diambil",
        "paused": "Dijeda",
    },
    "region": {"province": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota"},
    "decided_by": {
        "printed-type": "tertulis Kota atau Kabupaten",
        "institution-cue": "lembaga yang disebut",
        "article-cue": "petunjuk lain dalam artikel",
        "source-region": "wilayah sumber berita",
        "default-kota": "tanpa petunjuk, dianggap kota",
        "default-province": "tanpa petunjuk, dianggap provinsi",
        "list": "urutan dalam daftar",
        "only-one": "hanya satu wilayah bernama demikian",
    },
    "date_basis": {
        "published": "tanggal terbit",
        "in-text": "tanggal dalam teks",
        "fetched": "tanggal diambil",
    },
    "rejection": {
        "http-status": "jawaban galat",
        "not-html": "bukan halaman HTML",
        "empty": "kosong",
        "unreadable": "tidak terbaca",
        "no-text": "tanpa teks",
        "too-short": "terlalu pendek",
        "listing": "daftar artikel",
        "challenge": "dijaga layanan pelindung",
        "login-wall": "harus masuk atau berlangganan",
        "parked": "domain tidak dipakai",
        "gambling-spam": "spam judi",
        "error-page": "halaman galat",
    },
    "changed": {"title": "judul", "text": "teks"},
    # Datasette's words for what a filter compares
    "lookup": {
        "contains": "memuat",
        "does not contain": "tidak memuat",
        "ends with": "berakhir dengan",
        "starts with": "berawal dengan",
        "like": "seperti (%)",
        "not like": "tidak seperti (%)",
        "in": "salah satu dari",
        "not in": "bukan salah satu dari",
        "array contains": "daftar memuat",
        "array does not contain": "daftar tidak memuat",
        "date": "pada tanggal",
        "is null": "kosong",
        "is not null": "tidak kosong",
        "is blank": "kosong atau tanpa huruf",
        "is not blank": "berisi",
    },
}


def label(kind: str, code: str | None) -> str:
    """The reader's word for a code; the code itself where there is none."""
    return LABELS[kind].get(code or "", code or "")


def lookup_label(lookup: str) -> str:
    """Datasette's name of a comparison, in Indonesian; signs such as `=` stay."""
    return label("lookup", lookup)


def day(value: str | None) -> str:
    """`2024-11-18` or a UTC time → `18 November 2024`; "" for None."""
    if not value:
        return ""
    try:
        found = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def moment(value: str | None) -> str:
    """`2024-11-18T03:01:00Z` → `18 November 2024 pukul 03.01 UTC`."""
    if not value:
        return ""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{day(value)} pukul {found:%H.%M} UTC"


def month(value: str) -> str:
    """`2024-11` → `November 2024`."""
    return day(f"{value}-01").partition(" ")[2]


def last_day(value: str) -> str:
    """The last day of a month: `2024-11` → `2024-11-30`."""
    year, number_of_month = (int(part) for part in value.split("-"))
    return f"{value}-{monthrange(year, number_of_month)[1]}"


def number(value: int) -> str:
    """1234 → `1.234`."""
    return f"{value:,}".replace(",", ".")
