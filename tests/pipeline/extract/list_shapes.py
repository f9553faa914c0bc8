"""Invented pages that are no article, of the same systems: lists, galleries, files, calendars, videos, profiles."""
# ruff: noqa: E501 (markup stands on one line, as pages send it)

from __future__ import annotations

import sys

shapes = sys.modules["extract_shapes"]
page, cards, link_list, LINKS, MENU, FOOTER = (
    shapes.page,
    shapes.cards,
    shapes.link_list,
    shapes.LINKS,
    shapes.MENU,
    shapes.FOOTER,
)
MORE = (
    *LINKS,
    "Bupati Lantik 34 Pejabat Eselon di Pendopo",
    "Harga Cabai Turun Menjelang Akhir Tahun",
    "KPU Tirtasari Cetak Surat Suara Tambahan",
    "Dinas Sosial Salurkan Bantuan Banjir",
)
TEASER = (
    "Pemerintah kabupaten menyatakan kegiatan itu dibiayai anggaran daerah dan melibatkan warga dari sejumlah kecamatan"
)
BASE = "https://kabar.example"

TAG_DIV = "".join(
    f'<div class="td_module_10 td_module_wrap"><div class="td-module-thumb"><a><img></a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="/{n}">{one}</a></h3><div class="td-module-meta-info"><span class="td-post-date"><time class="entry-date" datetime="2024-11-0{n + 1}T01:00:00+00:00">{n + 1} November 2024</time></span></div><div class="td-excerpt">{TEASER}...</div></div></div>'
    for n, one in enumerate(MORE)
)
JOOMLA = "".join(
    f'<div class="items-row"><div class="item"><div class="page-header"><h2><a href="/b/{n}">{one}</a></h2></div><dl class="article-info"><dd class="published"><time datetime="2024-11-0{n + 1}">0{n + 1} November 2024</time></dd></dl><p>{TEASER}.</p><p class="readmore"><a>Selengkapnya: {one}</a></p></div></div>'
    for n, one in enumerate(MORE)
)
PORTAL = "".join(
    f'<div class="col-md-4"><div class="card"><img><div class="card-body"><h5 class="card-title">{one}</h5><p class="card-text">{TEASER}</p><small>0{n + 1}/11/2024</small><a class="btn btn-primary" href="/berita/{n}">Baca</a></div></div></div>'
    for n, one in enumerate(MORE)
)
FILES = "".join(
    f'<tr><td>{n + 1}</td><td>Keputusan KPU Kabupaten Tirtasari Nomor {n + 70} Tahun 2024 tentang Penetapan Jadwal Kampanye</td><td>0{n + 1}-11-2024</td><td><a href="/f/{n}.pdf">Unduh</a></td></tr>'
    for n in range(9)
)
EVENTS = "".join(
    f'<div class="event"><div class="event-date"><span>{n + 3}</span><span>Nov</span></div><h4><a href="/agenda/{n}">{one}</a></h4><span>08.00 - 12.00 WIB</span><span>Pendopo Kabupaten</span></div>'
    for n, one in enumerate(MORE)
)
PHOTOS = "".join(
    f'<div class="col-3 gallery-item"><a data-lightbox="g" href="/{n}.jpg"><img></a><div class="caption">Kegiatan {one}</div></div>'
    for n, one in enumerate(MORE)
)
SEARCH = "".join(
    f'<div class="gsc-result"><a class="gs-title" href="/{n}"><b>{one}</b></a><div class="gs-snippet">{n + 1} Nov 2024 ... {TEASER} ...</div></div>'
    for n, one in enumerate(MORE)
)
AUTHOR = f'<div class="author-info"><h1 class="page-title">Nia Kurniasih</h1><p>Wartawan yang bertugas di Tirtasari dan menulis tentang pemilihan, desa, dan lingkungan sejak tahun 2015.</p></div>{TAG_DIV}'
INDEX = (
    "<ul class='indeks'>"
    + "".join(
        f"<li><span>08 November 2024 - 1{n}:20</span> <a href='/{n}'>{one}</a></li>" for n, one in enumerate(MORE)
    )
    + "</ul>"
)
BLOG = "".join(
    f"<div class='date-outer'><h2 class='date-header'><span>{n + 1} November 2024</span></h2><div class='post hentry'><h3 class='post-title entry-title'><a href='/2024/11/{n}.html'>{one}</a></h3><div class='post-body entry-content'>{TEASER}. {TEASER}.<div class='jump-link'><a href='/2024/11/{n}.html'>Baca selengkapnya »</a></div></div></div></div>"
    for n, one in enumerate(MORE[:5])
)
DRUPAL = "".join(
    f"<div class='views-row'><div class='views-field views-field-title'><span class='field-content'><a href='/node/{n}'>{one}</a></span></div><div class='views-field views-field-created'><span>0{n + 1} Nov 2024</span></div><div class='views-field views-field-body'><div class='field-content'><p>{TEASER}</p></div></div></div>"
    for n, one in enumerate(MORE)
)
JSON_LIST = '<script type="application/ld+json">{"@type":"CollectionPage","name":"Politik"}</script>'

# name: (markup, address)
LISTS = {
    "tagdiv category": (
        page(
            "<title>Daerah | Suara Tirtasari</title>",
            f'<div class="td-category-header"><h1 class="entry-title td-page-title">Daerah</h1></div>{TAG_DIV}<div class="page-nav"><a>1</a><a>2</a></div>',
            "class='archive category'",
        ),
        BASE + "/category/daerah/",
    ),
    "author's page": (
        page("<title>Nia Kurniasih, Author at Suara Tirtasari</title>", AUTHOR, "class='archive author'"),
        BASE + "/author/nia/",
    ),
    "joomla blog": (
        page(
            "<title>Berita</title>",
            f'<div class="blog" itemtype="https://schema.org/Blog"><div class="page-header"><h1>Berita</h1></div>{JOOMLA}<div class="pagination"><p>Halaman 1 dari 22</p></div></div>',
        ),
        BASE + "/index.php/berita",
    ),
    "portal's news": (
        page(
            "<title>Pemerintah Kabupaten Tirtasari</title>",
            f"{MENU}<div class='container'><h2>Berita Daerah</h2><div class='row'>{PORTAL}</div></div>{FOOTER}",
        ),
        "https://tirtasarikab.example/berita",
    ),
    "portal's home": (
        page(
            "<title>Beranda - Kabupaten Tirtasari</title>",
            f"{MENU}<div class='hero'><h1>Selamat Datang di Kabupaten Tirtasari</h1><p>Portal resmi pemerintah kabupaten untuk layanan dan informasi publik bagi seluruh warga.</p></div><div class='row'>{PORTAL}</div><div>{PHOTOS}</div>{FOOTER}",
        ),
        "https://tirtasarikab.example/",
    ),
    "pdf list": (
        page(
            "<title>Produk Hukum - JDIH KPU Tirtasari</title>",
            f"<h1>Produk Hukum</h1><table class='table'><thead><tr><th>No</th><th>Judul</th><th>Tanggal</th><th>Unduh</th></tr></thead>{FILES}</table>",
        ),
        BASE + "/produk-hukum",
    ),
    "event calendar": (
        page("<title>Agenda Kegiatan</title>", f"<h1>Agenda Kegiatan</h1><div class='calendar'>{EVENTS}</div>"),
        BASE + "/agenda",
    ),
    "photo gallery": (
        page("<title>Galeri Foto</title>", f"<h1>Galeri Foto</h1><div class='row'>{PHOTOS}</div>"),
        BASE + "/galeri",
    ),
    "video page": (
        page(
            f"<title>Video: {LINKS[0]}</title>",
            f"<h1>Video: {LINKS[0]}</h1><iframe src='https://www.youtube.com/embed/1'></iframe><div class='views'>1.200 tayangan</div><div class='related'>{cards()}</div>",
        ),
        BASE + "/video/12/pasar",
    ),
    "search": (
        page(
            "<title>Hasil pencarian untuk bawaslu</title>",
            f"<h1>Hasil pencarian: bawaslu</h1><p>Sekitar 318 hasil</p>{SEARCH}",
        ),
        BASE + "/search?q=bawaslu",
    ),
    "index of a day": (
        page(
            "<title>Indeks Berita</title>",
            f"<h1>Indeks Berita</h1><form><select><option>November</option></select></form>{INDEX}",
        ),
        BASE + "/indeks?date=2024-11-08",
    ),
    "blogger label": (
        page(
            "<title>Kang Asep Menulis: Pemilu</title>",
            f"<div class='status-msg-body'>Menampilkan postingan dengan label <b>Pemilu</b>. Tampilkan semua postingan</div>{BLOG}",
        ),
        "https://kangasep.example/search/label/Pemilu",
    ),
    "blogger home": (page("<title>Kang Asep Menulis</title>", BLOG), "https://kangasep.example/"),
    "drupal view": (
        page(
            "<title>Berita | Bawaslu Tirtasari</title>",
            f"<h1 class='page-title'>Berita</h1><div class='view view-berita'><div class='view-content'>{DRUPAL}</div></div>",
        ),
        BASE + "/berita",
    ),
    "channel with json-ld": (
        page(
            f"<title>Berita Politik Terbaru Hari Ini - Kanal</title>{JSON_LIST}",
            f"<div class='headline'><h2><a href='/1'>{MORE[0]}</a></h2><p>{TEASER}</p></div>{TAG_DIV}",
        ),
        BASE + "/politik",
    ),
    "topic page with intro": (
        page(
            "<title>Berita Pilkada 2024 Terkini</title>",
            f"<h1>Pilkada 2024</h1><div class='desc'><p>Pemilihan kepala daerah serentak digelar pada 27 November 2024 di seluruh provinsi. Ikuti perkembangan terbaru tahapan, hasil hitung, dan sengketa di halaman ini.</p></div>{TAG_DIV}",
        ),
        BASE + "/topik/pilkada-2024",
    ),
}
