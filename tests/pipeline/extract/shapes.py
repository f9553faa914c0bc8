"""Invented articles in the shapes that Indonesian sites give them: what `test_shapes.py` reads and expects."""
# ruff: noqa: E501 (markup stands on one line, as pages send it)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

TITLE = "Bupati Sukamaju Ingatkan ASN Jaga Jarak dari Tim Kampanye"
TEXT = (
    "Sukamaju – Bupati Sukamaju Darmawan Prakoso meminta seluruh pegawai di lingkungan pemerintah kabupaten menjaga jarak "
    "dari tim kampanye mana pun selama tahapan pemilihan berlangsung.",
    "“Silakan punya pilihan, tetapi simpan sampai di bilik suara,” kata Darmawan saat memimpin apel di halaman kantor, "
    "Senin (2/9/2024).",
    "Ia menyebut sudah ada tiga laporan dari kecamatan yang sedang ditelaah inspektorat. Pelapor diminta menyertakan bukti "
    "berupa foto atau tangkapan layar.",
    "Kepala Badan Kepegawaian Ratna Wulandari menambahkan, pegawai yang terbukti melanggar akan diperiksa sesuai Peraturan "
    "Pemerintah Nomor 94 Tahun 2021.",
    "Menurut Ratna, sosialisasi dilanjutkan pekan depan di lima puskesmas dan dua puluh sekolah negeri.",
)
LINKS = (
    "Pasar Sukamaju Direnovasi Mulai Oktober Mendatang",
    "Warga Desa Karangasri Keluhkan Jalan Berlubang",
    "Dinas Pendidikan Buka Pendaftaran Beasiswa Daerah",
    "Festival Sungai Sukamaju Digelar Tiga Hari Penuh",
)


@dataclass(frozen=True)
class Shape:
    """One page and what must come out of it."""

    html: str
    url: str = "https://kabarsukamaju.example/berita/bupati-sukamaju-ingatkan-asn"
    title: str = TITLE
    text: tuple[str, ...] = TEXT
    published: str | None = "2024-09-02"
    time: str | None = None
    author: str | None = None
    kind: str = "media"
    more: dict[str, object] = field(default_factory=dict)


def paragraphs(tag: str = "p", texts: tuple[str, ...] = TEXT) -> str:
    return "\n".join(f"<{tag}>{one}</{tag}>" for one in texts)


def link_list(tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/berita/{n}">{one}</a></{tag}>' for n, one in enumerate(LINKS))


def cards(teaser: str = "Rencana itu disampaikan kepala dinas dalam rapat bersama warga di balai desa kemarin") -> str:
    return "".join(
        f'<div class="item"><a href="/b/{n}"><img src="{n}.jpg"></a><h3><a href="/b/{n}">{one}</a></h3>'
        f"<span>{n + 1} Agustus 2024</span><p>{teaser}…</p></div>"
        for n, one in enumerate(LINKS)
    )


MENU = '<nav><ul><li><a href="/">Beranda</a></li><li><a href="/berita">Berita</a></li><li><a href="/kontak">Kontak</a></li></ul></nav>'
FOOTER = (
    "<footer><p>Pemerintah Kabupaten Sukamaju</p><p>Jl. Merdeka No. 1, Sukamaju, Jawa Barat 45000. Telepon (0265) 555000, "
    "surel humas@sukamaju.example, buka Senin sampai Jumat</p><p>© 2019 Diskominfo. Pengunjung hari ini: 412</p></footer>"
)
SHAPES: dict[str, Callable[[], Shape]] = {}


def shape(make: Callable[[], Shape]) -> Callable[[], Shape]:
    SHAPES[make.__name__] = make
    return make


def page(head: str, body: str, attributes: str = "") -> str:
    return f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'>{head}</head><body {attributes}>{body}</body></html>"


@shape
def wordpress_with_json_ld() -> Shape:
    ld = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Kabar Sukamaju"},'
        f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-09-02T07:15:00+00:00",'
        '"dateModified":"2024-09-05T01:00:00+00:00","author":{"@type":"Person","name":"Sinta Maharani"}}]}</script>'
    )
    body = (
        f'<header class="site-header">{MENU}</header><main><article class="post type-post hentry category-daerah">'
        f'<h1 class="entry-title">{TITLE}</h1><div class="entry-meta">Oleh <a href="/author/sinta">Sinta Maharani</a></div>'
        f'<figure class="wp-block-image"><img src="a.jpg"><figcaption>Bupati memimpin apel. (Foto: Humas)</figcaption></figure>'
        f'<div class="entry-content">{paragraphs()}<p><strong>Baca juga: <a href="/b/1">{LINKS[0]}</a></strong></p>'
        '<div class="sharedaddy sd-sharing"><h3>Bagikan ini:</h3><ul><li><a>Facebook</a></li></ul></div>'
        f'<div id="jp-relatedposts"><h3>Terkait</h3>{cards()}</div></div>'
        '<footer class="entry-footer"><span class="tags-links">Ditandai <a>asn</a>, <a>pilkada</a></span></footer></article>'
        '<div id="comments"><h3>2 komentar</h3><ol class="comment-list"><li><p>Setuju sekali pak bupati, semoga semua pegawai '
        "menaati aturan itu dan tidak ikut kampanye di kantor masing-masing.</p></li></ol></div></main>"
        f'<aside class="sidebar">{cards()}</aside>{FOOTER}'
    )
    head = f'<title>{TITLE} - Kabar Sukamaju</title><meta property="og:title" content="{TITLE} - Kabar Sukamaju">{ld}'
    return Shape(
        page(head, body, "class='post-template-default single single-post postid-12'"),
        time="14:15",
        author="Sinta Maharani",
        more={"publisher": "Kabar Sukamaju"},
    )


@shape
def blogspot_with_date_header() -> Shape:
    text = "".join(f'<div style="text-align: justify;"><span>{one}</span></div><div><br></div>' for one in TEXT)
    body = (
        '<div class="date-outer"><h2 class="date-header"><span>Senin, 02 September 2024</span></h2><div class="date-posts"><div class="post-outer">'
        f'<div class="post hentry"><h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content">{text}</div>'
        '<div class="post-footer"><span class="post-author vcard">Diposting oleh <span class="fn">Guru Desa</span></span> '
        '<span class="post-timestamp">di <abbr class="published" title="2024-09-02T19:05:00+07:00">19.05</abbr></span>'
        '<div class="post-footer-line"><span class="post-labels">Label: <a>kabar desa</a></span></div></div></div></div></div></div>'
        '<div class="comments" id="comments"><h4>Tidak ada komentar:</h4></div><div class="blog-pager"><a>Posting Lebih Baru</a> <a>Beranda</a></div>'
        f'<div class="sidebar"><h2>Arsip Blog</h2><ul><li>2019 (3)</li></ul>{cards()}</div>'
    )
    return Shape(
        page(f"<title>Catatan Desa: {TITLE}</title><meta name='generator' content='blogger'>", body),
        "http://catatan.example/2024/09/bupati.html",
        time="19:05",
        author="Guru Desa",
    )


@shape
def joomla_article() -> Shape:
    body = (
        f'<div class="navbar">{MENU}</div><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{TITLE}</h2></div>'
        '<dl class="article-info muted"><dt>Detail</dt><dd class="createdby">Ditulis oleh <span itemprop="name">Super User</span></dd>'
        '<dd class="published"><time datetime="2024-09-02T09:30:11+07:00" itemprop="datePublished">Diterbitkan: 02 September 2024</time></dd><dd class="hits">Dilihat: 231</dd></dl>'
        f'<div itemprop="articleBody">{paragraphs()}</div><ul class="pager pagenav"><li><a>Sebelumnya</a></li><li><a>Berikutnya</a></li></ul></div>{FOOTER}'
    )
    return Shape(
        page(f"<title>{TITLE}</title>", body),
        "https://sukamaju.go.example/index.php/berita/120-bupati",
        time="09:30",
        author="Super User",
    )


@shape
def government_portal_with_breaks() -> Shape:
    """A phpmu-like system: one div with <br><br>, the date in a line with the counter, and the site's clock on top."""
    body = (
        f'<div id="top">Jumat, 22 November 2026</div>{MENU}<div class="container"><div class="row"><div class="col-md-8"><h3>{TITLE}</h3>'
        '<small><i class="fa fa-calendar"></i> Senin, 02 September 2024 <i class="fa fa-clock"></i> 10:20:00 WIB | <i class="fa fa-eye"></i> Dibaca 1.204 kali</small><hr>'
        f'<img src="foto.jpg"><br>{"<br /><br />".join(TEXT)}<br><br><b>Bagikan:</b> <a href="#">Facebook</a> <a href="#">Twitter</a></div>'
        f'<div class="col-md-4"><h4>Berita Terpopuler</h4><ul>{link_list()}</ul><h4>Agenda</h4>{cards()}</div></div></div>{FOOTER}'
    )
    return Shape(
        page("<title>Pemerintah Kabupaten Sukamaju</title>", body),
        "https://sukamaju.example/berita/detail/812",
        time="10:20",
        kind="regency",
        more={"genre": "press_release"},
    )


@shape
def drupal_node() -> Shape:
    body = (
        f'<header role="banner">{MENU}</header><article class="node node--type-berita"><h1><span class="field--name-title">{TITLE}</span></h1>'
        '<div class="node__submitted">Dikirim oleh <span>humas</span> pada Sen, 02/09/2024 - 08:45</div>'
        f'<div class="field field--name-body field--type-text-with-summary">{paragraphs()}</div>'
        '<div class="field field--name-field-tags"><div class="field__label">Tags</div><a>ASN</a></div></article>'
        f'<div class="block block-views"><h2>Berita Lainnya</h2>{cards()}</div>{FOOTER}'
    )
    return Shape(
        page(f"<title>{TITLE} | Kabupaten Sukamaju</title>", body),
        "https://sukamaju.example/node/55",
        time="08:45",
        author="humas",
    )


@shape
def layout_table_of_2008() -> Shape:
    text = "<br>\n<br>\n".join(TEXT)
    body = (
        '<table width="100%"><tr><td colspan="3"><img src="banner.gif"></td></tr><tr><td width="20%"><b>Menu</b><br><a href="/">Beranda</a><br><a href="/profil">Profil</a></td>'
        f'<td><table><tr><td><font size="4"><b>{TITLE}</b></font></td></tr><tr><td><font size="1">Senin, 2 September 2024 - 13:05 WIB</font></td></tr><tr><td>{text}</td></tr></table></td>'
        f'<td width="20%"><b>Terpopuler</b><br>{"<br>".join(f"<a href=/b/{n}>{one}</a>" for n, one in enumerate(LINKS))}</td></tr>'
        "<tr><td colspan=3>Hak Cipta 2008 Harian Sukamaju</td></tr></table>"
    )
    return Shape(page(f"<title>{TITLE} - Harian Sukamaju</title>", body), "http://harian.example/?id=77", time="13:05")


@shape
def news_network_with_inline_links() -> Shape:
    """A read-also line between paragraphs, an ad text, keyword links inside sentences, initials, a tracker's [email protected]."""
    linked = TEXT[3].replace(
        "Kepala Badan Kepegawaian", '<a class="tag-link" href="/tag/bkpsdm">Kepala Badan Kepegawaian</a>'
    )
    body = (
        f'<div class="header">{MENU}<div class="date">Minggu, 22 Nov 2026</div></div><article class="detail"><div class="breadcrumb"><a>Home</a> <a>Daerah</a></div><h1 class="detail__title">{TITLE}</h1>'
        '<div class="detail__author">Wahyu Saputra - <span>kabarsukamaju</span></div><div class="detail__date">Senin, 02 Sep 2024 15:40 WIB</div>'
        '<figure class="detail__media-image"><img src="a.jpg"><figcaption class="detail__media-caption">Foto: Apel pagi (dok. Pemkab)</figcaption></figure>'
        f'<div class="detail__body-text itp_bodycontent"><strong>Sukamaju</strong> – {TEXT[0].split("– ")[1]}'
        f'<p>{TEXT[1]}</p><div class="parallaxindetail scrollpage"><p>ADVERTISEMENT</p></div><p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p><p>{TEXT[2]}</p>'
        f'<table class="linksisip"><tbody><tr><td><div class="lihatjg">Baca juga: <a href="/b/2">{LINKS[1]}</a></div></td></tr></tbody></table>'
        f"<p>{linked}</p><p>{TEXT[4]}</p><p><br><strong>Simak Video: <a>Apel Pagi ASN</a></strong><br>[Gambas:Video 20menit]</p><p><strong>(wsp/rtn)</strong></p></div>"
        f'<div class="detail__body-tag"><a>asn</a> <a>pilkada</a></div></article><div class="column-kanan">{cards()}</div>{FOOTER}'
    )
    return Shape(
        page(f"<title>{TITLE}</title><meta property='og:type' content='article'>", body),
        "https://daerah.kabarsukamaju.example/d-7412/bupati",
        time="15:40",
        author="Wahyu Saputra",
    )


@shape
def portal_with_false_utc() -> Shape:
    """The JSON-LD says 23:30 UTC, but readers see 23.30 WIB: it is local time, not the next day."""
    ld = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2024-09-02T23:30:00Z"}</script>'
    body = f'<h1>{TITLE}</h1><div class="info">Senin, 2 September 2024 | 23.30 WIB</div><div class="read__content">{paragraphs()}</div>{FOOTER}'
    return Shape(page(f"<title>{TITLE}</title>{ld}", body), time="23:30")


@shape
def eastern_site_with_utc() -> Shape:
    """16:40 UTC is already the next day in Jayapura."""
    head = f'<title>{TITLE}</title><meta property="article:published_time" content="2024-09-01T16:40:00+00:00">'
    return Shape(
        page(head, f"<article><h1>{TITLE}</h1>{paragraphs()}</article>"),
        time="01:40",
        more={"timezone": "Asia/Jayapura"},
    )


@shape
def bylines_in_the_text() -> Shape:
    body = (
        f'<h1 class="title">{TITLE}</h1><div class="content-news"><p>Penulis: Laras Pertiwi</p>{paragraphs()}<p>Editor: Hendra Wirawan</p></div>'
        '<p class="post-date">02/09/2024 11:00</p>'
    )
    return Shape(page(f"<title>{TITLE}</title>", body), time="11:00", author="Laras Pertiwi")


@shape
def paid_article() -> Shape:
    text = (*TEXT[:-1], TEXT[-1] + " (ADV)")
    body = f'<h1>{TITLE}</h1><time datetime="2024-09-02">2 September 2024</time><div class="post-content">{paragraphs(texts=text)}</div>'
    return Shape(page(f"<title>{TITLE}</title>", body), text=text, more={"sponsored": True})


@shape
def paid_by_section() -> Shape:
    body = f'<h1>{TITLE}</h1><time datetime="2024-09-02">2 September 2024</time><div class="post-content">{paragraphs()}</div>'
    return Shape(
        page(f"<title>{TITLE}</title>", body),
        "https://kabarsukamaju.example/advertorial/bupati-sukamaju",
        more={"sponsored": True},
    )


@shape
def opinion_with_sign_off() -> Shape:
    text = (
        "Setiap menjelang pemilihan, pegawai negeri kembali diuji. Jabatan yang dipegang hari ini bisa lepas esok, dan godaan untuk berpihak datang dari banyak arah.",
        "Sejatinya aturan sudah lengkap. Yang kurang adalah teladan dari pimpinan, yang kerap memberi isyarat halus kepada bawahannya.",
        "Hemat saya, kita perlu memulai dari ruang kecil: grup percakapan kantor, rapat pagi, dan upacara. Di sanalah sikap netral dilatih setiap hari.",
        "Drs. Bambang Sutrisno, M.Si. Widyaiswara Badan Pengembangan SDM Provinsi Sukaraya.",
    )
    body = f'<h1>Menjaga Netral dari Ruang Kecil</h1><span class="date">2 September 2024</span><div class="isi-berita">{paragraphs(texts=text)}</div>'
    return Shape(
        page("<title>Menjaga Netral dari Ruang Kecil - Suara Sukaraya</title>", body),
        title="Menjaga Netral dari Ruang Kecil", text=text, author="Bambang Sutrisno",
        more={"genre": "opinion", "author_office": "Widyaiswara Badan Pengembangan SDM Provinsi Sukaraya", "publisher": "Suara Sukaraya"},
    )  # fmt: skip


@shape
def reprint_from_elsewhere() -> Shape:
    body = (
        f'<h1>{TITLE}</h1><div class="entry-content"><p><em>(Tulisan ini pernah dimuat di HARIAN SUKARAYA tanggal 1 September 2024)</em></p>{paragraphs()}</div>'
        '<span class="posted-on">September 2, 2024</span>'
    )
    return Shape(
        page(f"<title>{TITLE}</title>", body),
        more={"first_published_in": "Harian Sukaraya", "first_published": "2024-09-01"},
    )


@shape
def cards_below_the_text() -> Shape:
    """Other articles with date and teaser in the same container, under a heading without a telling name."""
    body = f'<div class="kolom"><h1>{TITLE}</h1><div class="a1">Dewi Anggraini</div><span class="w">02/9/2024 09:12</span>{paragraphs()}<div class="ti">Berita Lainnya</div>{cards()}</div>'
    return Shape(page(f"<title>{TITLE}</title>", body), time="09:12", author="Dewi Anggraini")


@shape
def caption_beside_picture() -> Shape:
    body = (
        f'<h2>{TITLE}</h2><div class="tulisan"><div class="gbr"><img src="x.jpg"><span>Bupati Darmawan Prakoso menyapa pegawai seusai apel</span></div>'
        f'<div class="waktu">2 September 2024</div>{paragraphs("div")}</div>{FOOTER}'
    )
    return Shape(page(f"<title>{TITLE}</title>", body))


@shape
def list_and_table() -> Shape:
    text = (
        *TEXT[:3],
        "Larangan yang dibacakan dalam apel itu adalah:",
        "1. memasang spanduk calon di rumah dinas;",
        "2. menghadiri deklarasi;",
        "3. membagikan unggahan kampanye.",
        "Kecamatan | Laporan",
        "Karangasri | 2",
        "Tegalrejo | 1",
        TEXT[4],
    )
    body = (
        f'<h1>{TITLE}</h1><time datetime="2024-09-02T08:00+07:00">2 Sep</time><div class="detail-berita">{paragraphs(texts=TEXT[:3])}<p>{text[3]}</p>'
        "<ol><li>memasang spanduk calon di rumah dinas;</li><li><p>menghadiri deklarasi;</p></li><li>membagikan unggahan kampanye.</li></ol>"
        f"<table><tr><th>Kecamatan</th><th>Laporan</th></tr><tr><td>Karangasri</td><td>2</td></tr><tr><td>Tegalrejo</td><td>1</td></tr></table><p>{TEXT[4]}</p></div>"
    )
    return Shape(page(f"<title>{TITLE}</title>", body), text=text, time="08:00")


@shape
def without_a_date() -> Shape:
    body = f'<h1>{TITLE}</h1><div class="entry-content">{paragraphs()}</div><aside><h3>Terbaru</h3>{cards()}</aside><footer>© 2024 Kabar, diperbarui 3 Maret 2025</footer>'
    return Shape(page(f"<title>{TITLE}</title>", body), published=None)


@shape
def one_line_without_head() -> Shape:
    html = f"<div id=header><a href=/>Kabar Sukamaju</a></div><h1>{TITLE}</h1><i>Senin (2/9/2024)</i>" + "".join(
        f"<p>{one}" for one in TEXT
    )
    return Shape(html, more={"publisher": "Kabar Sukamaju"})


@shape
def press_release_dateline() -> Shape:
    text = ("Sukamaju, 2 September 2024 – " + TEXT[0].split("– ")[1], *TEXT[1:])
    body = f'<div class="box"><h2>{TITLE}</h2><div class="konten-berita">{paragraphs(texts=text)}</div></div>'
    return Shape(page("<title>Dinas Kominfo</title>", body), text=text, kind="regency", more={"genre": "press_release"})


@shape
def single_breaks() -> Shape:
    body = f"<h1>{TITLE}</h1><p class=tgl>02-09-2024</p><div class=teks>{'<br>'.join(TEXT)}</div>"
    return Shape(page(f"<title>{TITLE} :: Kabar Sukamaju</title>", body), more={"publisher": "Kabar Sukamaju"})


@shape
def share_wrapper_around_everything() -> Shape:
    body = f'<div class="share-wrapper"><h1>{TITLE}</h1><span class="date">2 September 2024</span>{paragraphs()}</div>{FOOTER}'
    return Shape(page(f"<title>{TITLE}</title>", body))


@shape
def aspx_form_around_everything() -> Shape:
    body = f'<form id="form1" action="detail.aspx"><input type="hidden" name="__VIEWSTATE" value="x">{MENU}<h1>{TITLE}</h1><div>Tanggal: 02/09/2024</div><div>{paragraphs()}</div></form>'
    return Shape(page(f"<title>{TITLE}</title>", body), "http://bkd.example/detail.aspx?id=4")


@shape
def capitals_and_kicker() -> Shape:
    body = (
        f'<div class="kicker">PILKADA 2024</div><h1>{TITLE.upper()}</h1><div class="meta">Jum’at, 6 September 2024, 14.17 Wita</div>'
        f'<div class="entry-content">{paragraphs()}</div>'
    )
    return Shape(
        page(f"<title>{TITLE.upper()} | Kabar</title>", body),
        title=TITLE.upper(),
        published="2024-09-06",
        time="14:17",
        more={"timezone": "Asia/Makassar"},
    )


@shape
def source_line_and_bare_byline() -> Shape:
    body = f'<h1>{TITLE}</h1><time class="entry-date">September 2, 2024 11:30</time><div class="entry-content">{paragraphs()}<p>Mega Kusumawardani</p><p>[yarpp]</p></div>{FOOTER}'
    return Shape(
        page(f"<title>{TITLE} – Pemerintah Kota Sukaraya</title>", body),
        time="11:30",
        author="Mega Kusumawardani",
        kind="city",
        more={"publisher": "Pemerintah Kota Sukaraya"},
    )
