"""Pages that are no article, each with its reason; and articles that look like one of them and must not be lost."""
# ruff: noqa: E501 (markup stands on one line, as pages send it)

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import REJECTION_REASONS, extract_article
from storage.records import Article, Page, PageHints, Rejection, SourceFacts

SOURCE = SourceFacts("kabar", "Kabar", "media", None, "Asia/Jakarta")
MENU = '<nav><a href="/">Beranda</a> <a href="/berita">Berita</a></nav>'
SENTENCES = (
    "Pemerintah Kabupaten Sukamaju membuka kembali pasar induk setelah perbaikan selama empat bulan yang menelan anggaran daerah.",
    "Pedagang diminta menempati kios sesuai nomor undian dan tidak menyewakannya kepada pihak lain tanpa izin tertulis.",
    "“Kami akan mengevaluasi setiap pekan,” kata Kepala Dinas Perdagangan Wulan Kartika di sela pembukaan, Rabu.",
    "Warga berharap harga kebutuhan pokok segera turun menjelang hari raya yang tinggal beberapa pekan lagi.",
)
TITLES = [
    "Pasar Induk Sukamaju Dibuka Kembali Pekan Ini",
    "Jalan Lingkar Utara Mulai Dikerjakan Kontraktor",
    "Petani Karangasri Panen Raya di Tengah Kemarau",
    "Bawaslu Sukamaju Rekrut Pengawas Kecamatan",
    "Puskesmas Tegalrejo Tambah Layanan Malam Hari",
    "Wisata Curug Ditutup Sementara karena Longsor",
    "Kades Sukamaju Kembalikan Dana Studi Banding",
    "Sekolah Rakyat Dibuka untuk Anak Pesisir Utara",
]


def make_page(
    html: str | bytes,
    url: str = "https://kabar.example/berita/1-judul",
    content_type: str = "text/html",
    status: int = 200,
) -> Page:
    body = html.encode() if isinstance(html, str) else html
    return Page(1, url, "kabar", datetime(2026, 11, 22, tzinfo=UTC), status, content_type, body, "", "", 0, PageHints())


def teaser_list(with_dates: bool = True, level: str = "h3") -> str:
    date = "<span class='date'>2 September 2024</span>" if with_dates else ""
    return "".join(
        f"<article class='post'><{level} class='entry-title'><a href='/{n}'>{title}</a></{level}>{date}<p>{SENTENCES[n % 4]}</p></article>"
        for n, title in enumerate(TITLES)
    )


def whole_posts() -> str:
    posts = "".join(
        f"<div class='post hentry'><h2 class='entry-title'><a href='/{n}'>{title}</a></h2><div class='entry-content'>{''.join(f'<p>{one}</p>' for one in SENTENCES)}</div></div>"
        for n, title in enumerate(TITLES[:4])
    )
    return f"<main>{posts}</main>"


def html(body: str, title: str = "Kabar Sukamaju", head: str = "", attributes: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body {attributes}>{MENU}{body}</body></html>"
    )


LISTINGS = {
    "front page": (html(teaser_list()), "https://kabar.example/"),
    "front page under a path": (html(teaser_list()), "https://kabar.example/index.php"),
    "blog with whole posts": (html(whole_posts(), attributes="class='home blog'"), "https://kabar.example/beranda-blog"),
    "blogspot front page": (html(whole_posts(), "Catatan Desa"), "https://catatan.example/?m=1"),
    "category": (html("<h1>Kategori: Daerah</h1>" + teaser_list(level="h2"), attributes="class='archive category'"), "https://kabar.example/category/daerah/"),
    "tag without telling classes": (html("<h1>Pilkada</h1>" + teaser_list(False)), "https://kabar.example/tag/pilkada"),
    "search": (html("<h1>Hasil pencarian untuk: asn</h1>" + teaser_list()), "https://kabar.example/?s=asn"),
    "index by date": (html(f"<h1>Indeks Berita</h1><ul>{''.join(f'<li>02/09/2024 10:1{n} <a href=/b/{n}>{one}</a></li>' for n, one in enumerate(TITLES))}</ul>"), "https://kabar.example/indeks"),
    "list at an address that tells nothing": (html(teaser_list()), "https://kabar.example/x/9"),
    "links only": (html("".join(f"<div><a href='/{n}'>{one}</a></div>" for n, one in enumerate(TITLES * 2))), "https://kabar.example/x/9"),
    "home page with a greeting": (html(f"<h2>Selamat Datang</h2><p>{SENTENCES[0]} {SENTENCES[1]}</p>" + teaser_list()), "https://sukamaju.example/"),
    "second page of a category": (html(teaser_list()), "https://kabar.example/berita/page/2/"),
    "cards inside links": (html("".join(f"<a href='/{n}'><div><div>{one}</div><div>{SENTENCES[n % 4]}</div></div></a>" for n, one in enumerate(TITLES))), "https://kabar.example/x/9"),
    "excerpts with buttons": (html("".join(f"<div><h4>{one}</h4><p>{SENTENCES[n % 4]} {SENTENCES[0]}</p><a href='/{n}'>Selengkapnya</a></div>" for n, one in enumerate(TITLES))), "https://kabar.example/x/9"),
    "long excerpts": (html("".join(f"<div><h2><a href='/{n}'>{one}</a></h2><p>{SENTENCES[0]} {SENTENCES[1]} {SENTENCES[3]}</p></div>" for n, one in enumerate(TITLES[:5]))), "https://kabar.example/x/9"),
    "headline above a list": (html(f"<div><h1><a href='/0'>{TITLES[0]}</a></h1><p>{SENTENCES[0]} {SENTENCES[1]}</p></div>" + "".join(f"<div><h3><a href='/{n}'>{one}</a></h3></div>" for n, one in enumerate(TITLES))), "https://kabar.example/x/9"),
    "feed": ('<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title></channel></rss>', "https://kabar.example/feed"),
    "author's page": (html("<h1>Sinta Maharani</h1>" + teaser_list(), attributes="class='archive author'"), "https://kabar.example/author/sinta/"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(LISTINGS))
def test_listings_are_refused(name: str) -> None:
    markup, url = LISTINGS[name]
    result = extract_article(make_page(markup, url), SOURCE)
    assert isinstance(result, Rejection), result
    assert result.reason == "listing", result


TEXT = "".join(f"<p>{one}</p>" for one in SENTENCES)
LINKS = "".join(f"<li><a href='/{n}'>{one}</a></li>" for n, one in enumerate(TITLES))
ARTICLES = {
    "short text among many links": (html(f"<h1>{TITLES[0]}</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><h3>Lainnya</h3><ul>{LINKS}</ul>"), "https://kabar.example/b/1"),
    "below a category path": (html(f"<h1>{TITLES[0]}</h1>{TEXT}"), "https://kabar.example/kategori/daerah/pasar-induk-sukamaju-dibuka-kembali"),
    "title that begins like an index": (html(f"<h1>Indeks Pembangunan Manusia Sukamaju Naik</h1>{TEXT}", "Indeks Pembangunan Manusia Sukamaju Naik"), "https://kabar.example/b/2"),
    "plain WordPress permalink": (html(f"<article><h1>{TITLES[0]}</h1><div class='entry-content'>{TEXT}</div></article>"), "https://kabar.example/?p=812"),
    "og:type website": (html(f"<h1>{TITLES[0]}</h1>{TEXT}", TITLES[0], "<meta property='og:type' content='website'>"), "https://kabar.example/b/3"),
    "teasers in the sidebar": (html(f"<div><div><h1>{TITLES[0]}</h1>{TEXT}</div><div>{teaser_list()}</div></div>"), "https://kabar.example/b/4"),
    "report on gambling": (html(f"<h1>Polisi Tangkap Bandar Judi Online di Sukamaju</h1><p>Polisi menangkap tiga tersangka bandar judi online slot dan togel, kata Kapolres Sukamaju dalam jumpa pers.</p>{TEXT}"), "https://kabar.example/b/5"),
    "text that mentions logging in": (html(f"<h1>{TITLES[0]}</h1>{TEXT}<p>Pendaftar harus login ke laman resmi sebelum tenggat, silakan masuk dengan nomor induk.</p>"), "https://kabar.example/b/6"),
    "article of a database number": (html(f"<h1>{TITLES[0]}</h1>{TEXT}"), "https://kabar.example/index.php?page=berita&id=15"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_true_articles_are_not_lost(name: str) -> None:
    markup, url = ARTICLES[name]
    result = extract_article(make_page(markup, url), SOURCE)
    assert isinstance(result, Article), result
    assert "pasar induk" in result.text


SPAM = (
    "Slot gacor hari ini situs slot online terpercaya dengan RTP live tertinggi dan bonus new member 100 persen. Daftar togel "
    "online dan slot deposit pulsa tanpa potongan, maxwin setiap hari bersama agen slot pragmatic play dan mahjong ways."
)
REFUSED = {
    "challenge": (html("<h1>Checking your browser before accessing the site</h1><p>This process is automatic.</p>", "Just a moment..."), {}),
    "login-wall": (html("<h1>Berita Eksklusif</h1><p>Silakan login atau berlangganan untuk membaca artikel ini sampai selesai.</p>", "Masuk"), {}),
    "parked": (html("<h1>Domain ini dijual</h1><p>Hubungi penyedia untuk membeli nama domain ini sebelum diambil orang lain.</p>", "kabar.example"), {}),
    "gambling-spam": (html(f"<h1>Situs Slot Gacor Maxwin</h1><p>{SPAM}</p><p>{SPAM}</p>", "Slot Gacor Togel Online Maxwin"), {}),
    "error-page": (html("<h1>404</h1><p>Halaman yang Anda cari tidak ditemukan atau sudah dihapus oleh pengelola situs ini.</p>", "Halaman tidak ditemukan"), {}),
    "no-text": (html("<h1>Video Apel Pagi</h1><iframe src='https://video.example/1'></iframe>", "Video Apel Pagi"), {}),
    "too-short": (html("<h1>Apel Pagi</h1><p>Bupati memimpin apel pagi di halaman kantor bupati kemarin siang.</p>", "Apel Pagi"), {}),
    "empty": ("  \n\x00 ", {}),
    "http-status": (html(TEXT), {"status": 404}),
    "not-html": (b"%PDF-1.7 \xe2\xe3\xcf\xd3 1 0 obj", {"content_type": "text/html"}),
    "unreadable": ("<p>" + "<b>x</b> " * 130_000, {}),
}  # fmt: skip


@pytest.mark.parametrize("reason", sorted(REFUSED))
def test_each_reason_has_a_page(reason: str) -> None:
    markup, more = REFUSED[reason]
    result = extract_article(make_page(markup, **more), SOURCE)
    assert isinstance(result, Rejection), result
    assert result.reason == reason, result


def test_every_reason_is_documented_and_shown() -> None:
    assert set(REFUSED) | {"listing"} == set(REJECTION_REASONS)
    assert all(sentence.endswith(".") for sentence in REJECTION_REASONS.values())


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b'{"title": "x"}', "application/json"),
        (b"\x89PNG\r\n\x1a\n0000", ""),
        (b'{"title": "x"}', ""),
        (b"<?xml version='1.0'?><urlset><url/></urlset>", "text/xml"),
        (b"PK\x03\x04....", "text/html"),
    ],
)
def test_other_formats_are_no_html(body: bytes, content_type: str) -> None:
    result = extract_article(make_page(body, content_type=content_type), SOURCE)
    assert isinstance(result, Rejection)
    assert result.reason == "not-html"
