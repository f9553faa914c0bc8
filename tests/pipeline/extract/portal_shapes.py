"""A fifth set of invented pages: portals, radio stations and site builders."""
# ruff: noqa: E501 (markup stands on one line, as pages send it)

from __future__ import annotations

import sys

shapes, network = sys.modules["extract_shapes"], sys.modules["extract_network_shapes"]
Shape, page, cards, para = shapes.Shape, shapes.page, shapes.cards, shapes.paragraphs
T, X, L4 = network.TITLE, network.TEXT, shapes.LINKS
PAGES = {}

PAGES["okezone"] = (
    page(
        f"<title>{T} : Okeberita Nasional</title>",
        f'<div class="title"><h1>{T}</h1></div><div class="reporter"><div class="namerep"><a>Riana Rizki</a> , Jurnalis · <b>Jum\'at 08 November 2024 12:01 WIB</b></div></div><div class="detads"></div><div id="article-box"><div id="contentx">{para(texts=X[:3])}<div class="box-gpr"><p>Follow Berita Okeberita di Google News</p></div><div class="dfp-ads">Dapatkan berita up to date dengan semua berita terkini dari Okeberita hanya dengan satu akun di ORION, daftar sekarang dengan klik disini dan nantikan kejutan menarik lainnya</div>{para(texts=X[3:])}<p>(aln)</p></div></div><div class="detail-tag"><ul><li>kades</li></ul></div>',
    ),
    "12:01",
    "Riana Rizki",
    X,
)
PAGES["idn"] = (
    page(
        f"<title>{T}</title>",
        f'<article><h1 data-testid="article-title">{T}</h1><p class="article-subtitle">Bawaslu punya waktu lima hari</p><div class="css-1"><div><img><span data-testid="author">Fadli Syah</span></div><time>08 Nov 2024, 20:15 WIB</time></div><figure><img><figcaption>Kades Sumberarum (IDN Contoh/Fadli)</figcaption></figure><div class="article-content"><div class="tldr"><h2>Intinya sih...</h2><ul><li>Kades diperiksa</li></ul></div>{para(texts=X[:3])}<h2>1. Kades membantah</h2>{para(texts=X[3:])}</div></article>{cards()}',
    ),
    "20:15",
    "Fadli Syah",
    ("Intinya sih...", "- Kades diperiksa", *X[:3], "1. Kades membantah", *X[3:]),
)
PAGES["rri"] = (
    page(
        f"<title>{T} - RRI</title>",
        f'<div class="mb-3"><h1 class="fw-bold">{T}</h1><div class="text-secondary small">Oleh: Yosefina - Editor: Heri Firmansyah - 08 Nov 2024 - 17:20 - Wanajaya</div></div><figure><img><figcaption>Kantor Bawaslu Wanajaya (Foto: RRI/Yosefina)</figcaption></figure><div class="content"><p><strong>KBRN, Wanajaya:</strong> {X[0]}</p>{para(texts=X[1:])}</div><div>Rekomendasi Berita</div>{cards()}',
    ),
    "17:20",
    "Yosefina",
    ("KBRN, Wanajaya: " + X[0], *X[1:]),
)
PAGES["kpu"] = (
    page(
        f"<title>{T} - KPU Kabupaten Wanajaya</title>",
        f'<div class="news-wrapper"><div class="title-news"><h4>{T}</h4></div><p class="text-muted">Berita Terkini &nbsp; <i class="fa fa-calendar"></i> Jumat, 8 November 2024 &nbsp; <i class="fa fa-eye"></i> 231</p><img><div class="news-text"><p style="text-align:justify">Wanajaya, kab-wanajaya.kpu.example - {X[0]}</p>{para(texts=X[1:])}<p>(hms/foto: dok kpu)</p></div></div><div class="share">Bagikan</div>',
    ),
    None,
    None,
    ("Wanajaya, kab-wanajaya.kpu.example - " + X[0], *X[1:]),
)
PAGES["swara"] = (
    page(
        "<title>Radio Wanajaya FM</title>",
        f'<center><h3><font color=red>{T}</font></h3></center><center>Ditulis oleh : Humas | Tanggal : 08-11-2024 | Jam : 09:14:00 WIB | Hits : 88</center><img align=left src=a.jpg><div align=justify>{"</div><div align=justify>".join(X)}</div><br><a href="/">[ Kembali ]</a> <a href="print">[ Cetak ]</a><br>Komentar (0)',
    ),
    "09:14",
    "Humas",
    X,
)
PAGES["divi"] = (
    page(
        f"<title>{T} | LSM Pantau</title>",
        f'<div id="et-main-area"><div class="et_pb_module et_pb_post_title"><div class="et_pb_title_container"><h1 class="entry-title">{T}</h1><p class="et_pb_title_meta_container">by <span class="author vcard"><a rel="author">Lia Ningsih</a></span> | <span class="published">Nov 8, 2024</span> | <a>Rilis</a></p></div></div><div class="et_pb_module et_pb_post_content">{para(texts=X)}</div><div class="et_pb_module et_pb_posts_nav"><a>← Sebelumnya</a></div><div class="et_social_inline">Bagikan</div></div>',
    ),
    None,
    "Lia Ningsih",
    X,
)
PAGES["wix"] = (
    page(
        f"<title>{T}</title>",
        f'<div data-hook="post-page"><ul><li><span data-hook="user-name">Tim Pantau</span></li><li><span data-hook="time-ago" title="8 Nov 2024">8 Nov 2024</span></li><li><span data-hook="time-to-read">2 menit membaca</span></li></ul><h1 data-hook="post-title">{T}</h1><div data-hook="post-description">{"".join(f"<p class=x><span>{o}</span></p>" for o in X)}</div></div>',
    ),
    None,
    "Tim Pantau",
    X,
)


def _make(name):
    html, time, author, text = PAGES[name]
    return lambda: Shape(html, "https://k.example/read/2911/kades-sumberarum", T, text, "2024-11-08", time, author)


SHAPES = {name: _make(name) for name in PAGES}
