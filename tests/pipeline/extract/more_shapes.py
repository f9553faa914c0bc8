"""A second set of invented pages: news networks, agencies, parties' and ministries' systems, and what breaks simple readers."""
# ruff: noqa: E501 (markup stands on one line, as pages send it)

from __future__ import annotations

import sys

shapes = sys.modules["extract_shapes"]
Shape, page, paragraphs, cards, link_list = shapes.Shape, shapes.page, shapes.paragraphs, shapes.cards, shapes.link_list
TITLE, TEXT, LINKS, MENU, FOOTER = shapes.TITLE, shapes.TEXT, shapes.LINKS, shapes.MENU, shapes.FOOTER
SHAPES: dict[str, object] = {}


def shape(make):
    SHAPES[make.__name__] = make
    return make


@shape
def network_with_pages() -> object:
    body = (
        f'<h1 class="f50 black2" id="arttitle">{TITLE}</h1><div class="grey bdr3"><time><span>Senin, 2 September 2024 10:20 WIB</span></time></div>'
        '<div id="penulis">Penulis: <a>Rahmat Hidayat</a></div><div id="editor">Editor: <a>Lina</a></div>'
        f'<div class="side-article txt-article multi-fontsize"><p>{TEXT[0]}</p><p class="baca">Baca juga: <a href="/2">{LINKS[0]}</a></p><p>{TEXT[1]}</p><p>{TEXT[2]}</p>'
        f'<p><strong>Baca juga:</strong></p><ul><li><a href="/3">{LINKS[1]}</a></li><li><a href="/4">{LINKS[2]}</a></li></ul><p>{TEXT[3]}</p><p>{TEXT[4]}</p>'
        '<p>(Kabarnetwork.example/Rahmat Hidayat)</p></div><div class="paging">Halaman <a>1</a>/<a>2</a></div><div class="mb10 f16">Tags <h5><a>ASN</a></h5></div>'
        f'<div class="ptb15"><h3>BERITA TERKAIT</h3><ul>{link_list()}</ul></div><div id="comments"><p>KOMENTAR</p></div>'
    )
    return Shape(page(f"<title>{TITLE} - Kabarnetwork.example</title>", body), time="10:20", author="Rahmat Hidayat")


@shape
def agency_with_credits_in_one_paragraph() -> object:
    text = "<br/><br/>".join([TEXT[0].replace("Sukamaju – ", "Sukamaju (KANTORBERITA) - "), *TEXT[1:3]])
    body = (
        f'<div class="wrap__article-detail-title"><h1>{TITLE}</h1></div><div class="wrap__article-detail-info"><span class="text-secondary">Senin, 2 September 2024 18:01 WIB</span></div>'
        f'<div class="wrap__article-detail-image"><img><p class="text-muted small">Apel pagi di halaman kantor bupati. ANTARA CONTOH/Dedi</p></div>'
        f'<div class="wrap__article-detail-content post-content">{text}<br/><br/><span class="baca-juga">Baca juga: <a href="/1">{LINKS[0]}</a></span><br/><br/>{TEXT[3]}<br/><br/>{TEXT[4]}<br/>'
        '<p class="text-muted small mt10">Pewarta: Dedi Kurnia<br/>Editor: Ayu Lestari<br/>Copyright © KANTORBERITA 2024</p></div>'
    )
    return Shape(
        page(f"<title>{TITLE} - KANTORBERITA</title>", body),
        text=(TEXT[0].replace("Sukamaju – ", "Sukamaju (KANTORBERITA) - "), *TEXT[1:]),
        time="18:01",
        author="Dedi Kurnia",
        more={"dateline_place": "Sukamaju"},
    )


@shape
def promedia_like() -> object:
    body = (
        f'<h1 class="read__title">{TITLE}</h1><div class="read__info"><div class="read__info__author">Fajar Nugraha</div><div class="read__info__date">- Senin, 2 September 2024 | 10:20 WIB</div></div>'
        f'<div class="photo"><img><div class="photo__caption">Bupati Darmawan saat apel (Istimewa)</div></div>'
        f'<article class="read__content clearfix"><p>{TEXT[0]}</p><p>{TEXT[1]}</p><strong class="read__others">Baca Juga: <a href="/x">{LINKS[3]}</a></strong><p>{TEXT[2]}</p><p>{TEXT[3]}</p><p>{TEXT[4]}***</p></article>'
        '<div class="read__page">Halaman: <a>1</a> <a>2</a> <a>Selanjutnya</a></div><p class="read__editor">Editor: Maya</p>'
    )
    return Shape(page(f"<title>{TITLE} - Koran Sukamaju</title>", body), time="10:20", author="Fajar Nugraha")


@shape
def hashed_class_names() -> object:
    body = (
        f'<div id="__next"><div class="css-1a2b"><div class="css-zz9">{MENU}</div><div class="css-9q8"><h1 class="css-77x">{TITLE}</h1><p class="css-d1">Senin, 2 September 2024, 09:05 WIB</p>'
        f'<div class="css-body">{"".join(f"<div class=css-p><p>{one}</p></div>" for one in TEXT)}</div></div><div class="css-r1">{"".join(f"<a class=css-c href=/{n}><div class=css-t>{one}</div><div>Bupati meninjau lokasi dan meminta warga bersabar hingga akhir tahun ini</div></a>" for n, one in enumerate(LINKS))}</div></div></div>'
    )
    return Shape(page(f"<title>{TITLE} | Kabar Kita</title>", body), time="09:05")


@shape
def amp_page() -> object:
    body = (
        f'<amp-sidebar id="menu"><ul>{link_list()}</ul></amp-sidebar><article><h1>{TITLE}</h1><time datetime="2024-09-02T03:00:00Z">2 Sep</time><amp-img src="a.jpg"></amp-img>'
        f'<section class="amp-post-content">{paragraphs()}<amp-ad><p>Promo kredit tanpa agunan untuk pegawai, hubungi nomor ini sekarang juga sebelum kuota habis</p></amp-ad></section></article>'
    )
    return Shape(page(f"<title>{TITLE}</title>", body), time="10:00")


@shape
def elementor_post() -> object:
    body = (
        f'<div class="elementor-location-header">{MENU}</div><div class="elementor-element elementor-widget-theme-post-title"><h1 class="elementor-heading-title">{TITLE}</h1></div>'
        '<div class="elementor-post-info"><ul class="elementor-inline-items"><li><span class="elementor-icon-list-text elementor-post-info__item--type-author">Humas Sukamaju</span></li><li><time>September 2, 2024</time></li></ul></div>'
        f'<div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">{paragraphs()}</div></div>'
        f'<div class="elementor-widget elementor-widget-posts"><div class="elementor-posts-container">{cards()}</div></div>{FOOTER}'
    )
    return Shape(page(f"<title>{TITLE} - Kabupaten Sukamaju</title>", body), author="Humas Sukamaju")


@shape
def script_rendered_with_json_ld_text() -> object:
    text = "\\n\\n".join(TEXT).replace('"', '\\"')
    ld = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-09-02T10:00:00+07:00","articleBody":"{text}","author":{{"@type":"Person","name":"Rini Astuti"}}}}</script>'
    return Shape(
        page(
            f"<title>{TITLE}</title>{ld}",
            '<div id="root"></div><noscript>Aktifkan JavaScript untuk membuka situs ini.</noscript>',
        ),
        time="10:00",
        author="Rini Astuti",
    )


@shape
def greeting_and_footer_without_names() -> object:
    body = (
        "<table><tr><td><p>Selamat datang di situs resmi Pemerintah Kabupaten Sukamaju, media informasi dan layanan bagi seluruh warga kabupaten.</p></td></tr></table>"
        f'<div><b><font size="5">{TITLE}</font></b><br><font size="1">Diposting: 02-09-2024 oleh admin</font><br><br>{"".join(f"<p align=justify>{one}</p>" for one in TEXT)}</div>'
        "<div><p>Kantor Bupati Sukamaju, Jl. Merdeka No. 1 Sukamaju, Telp. (0265) 555000, Fax. (0265) 555001, email: humas@sukamaju.example</p></div>"
    )
    return Shape(page(f"<title>{TITLE}</title>", body), author="admin")


@shape
def wordpress_theme_with_inline_boxes() -> object:
    body = (
        f'<article class="post"><header><h1 class="entry-title">{TITLE}</h1><div class="entry-meta-single">By <span class="author vcard"><a class="url fn n" href="/author/redaksi">Redaksi</a></span> <span class="posted-on"><time class="entry-date published" datetime="2024-09-02T08:12:00+07:00">2 September 2024</time><time class="updated" datetime="2024-09-09T08:12:00+07:00">9 September 2024</time></span></div></header>'
        f'<div class="entry-content entry-content-single"><figure class="wp-caption"><img><figcaption class="wp-caption-text">Apel ASN</figcaption></figure><p>{TEXT[0]}</p><div class="gmr-related-post-onlytitle">Baca Juga<ul><li><a href="/1">{LINKS[0]}</a></li></ul></div><p>{TEXT[1]}</p><p>{TEXT[2]}</p>'
        f'<div class="jnews_inline_related_post"><h3>BACA JUGA</h3><div>{cards()}</div></div><p>{TEXT[3]}</p><p>{TEXT[4]}</p><p><em>Penulis: Yoga</em></p><div class="post-views content-post post-12"><span class="post-views-label">Post Views:</span> <span class="post-views-count">312</span></div>'
        '<footer class="entry-footer"><div class="tags-links"><a>ASN</a></div></footer></div></article>'
        '<div class="gmr-comments"><h3>Tinggalkan Balasan <small>Batalkan balasan</small></h3><form><p>Alamat email Anda tidak akan dipublikasikan.</p></form></div>'
    )
    return Shape(page(f"<title>{TITLE} - Suara Desa</title>", body, "class='single'"), time="08:12", author="Yoga")


@shape
def english_dates_and_latin_quotes() -> object:
    html = page(
        f"<title>{TITLE}</title>",
        f"<h1>{TITLE}</h1><span class='post-date'>Mon, 2nd Sep 2024 - 4:05 pm</span><div class='post-content'>{paragraphs()}</div>",
    )
    return Shape(html, time="16:05")


@shape
def kbrn_style_list_of_reporters() -> object:
    body = f"<h1>{TITLE}</h1><div class='detail'><span>Oleh: Joko Susilo</span><span>Editor: Tuti</span><span>02 Sep 2024 - 13:07</span></div><div>{paragraphs()}</div><p>Komentar</p>"
    return Shape(page(f"<title>{TITLE}</title>", body), time="13:07", author="Joko Susilo")


@shape
def article_in_a_sidebar_named_column() -> object:
    body = f'<div class="row has-sidebar sidebar-right"><div class="content-sidebar-wrap"><main><h1>{TITLE}</h1><p class="byline">2 September 2024</p>{paragraphs()}</main></div></div>'
    return Shape(page(f"<title>{TITLE}</title>", body))


@shape
def pilihan_editor_and_video_lines() -> object:
    body = (
        f'<h1>{TITLE}</h1><p class="date">Senin, 2 September 2024 10:00 WIB</p><div class="detail-konten">{paragraphs(texts=TEXT[:3])}<p>Yuk, Simak Juga Video ini!</p><p>Simak! Video Pilihan Redaksi:</p>'
        f'{paragraphs(texts=TEXT[3:])}<p>Pilihan Editor: <a href="/p">{LINKS[0]}</a></p><p>Silakan baca konten menarik lainnya dari Kabar di Google News</p><p>Dapatkan berita up to date dengan semua berita terkini hanya dengan satu akun, daftar sekarang dengan klik disini</p></div>'
    )
    return Shape(page(f"<title>{TITLE}</title>", body), time="10:00")


@shape
def headings_within_the_text() -> object:
    text = (TEXT[0], TEXT[1], "Laporan dari Kecamatan", TEXT[2], "Sanksi Menanti", TEXT[3], TEXT[4])
    inner = "".join(
        f"<h2>{one}</h2>" if one in ("Laporan dari Kecamatan", "Sanksi Menanti") else f"<p>{one}</p>" for one in text
    )
    body = f'<h1>{TITLE}</h1><p class="meta">Kabar, 2 September 2024</p><div class="article__content"><div id="ez-toc-container"><p class="ez-toc-title">Daftar Isi</p><ul><li><a>Sanksi Menanti</a></li></ul></div>{inner}</div>'
    return Shape(page(f"<title>{TITLE}</title>", body), text=text)


@shape
def lead_above_the_picture() -> object:
    body = f'<div class="artikel"><h1>{TITLE}</h1><div class="tanggal">Senin, 02/09/2024 07:00</div><p class="teras">{TEXT[0]}</p><figure><img><figcaption>Apel</figcaption></figure><div class="iklan-tengah">IKLAN</div>{paragraphs(texts=TEXT[1:])}</div>'
    return Shape(page(f"<title>{TITLE}</title>", body), time="07:00")


@shape
def two_columns_of_unnamed_tables() -> object:
    body = (
        f"<table><tr><td width=70%><h2>{TITLE}</h2><p><i>Ditulis oleh Humas pada 02 September 2024</i></p>{paragraphs()}</td>"
        f"<td><p><b>Pengumuman</b></p><p>Pendaftaran pelatihan kader posyandu dibuka sampai akhir bulan bagi semua warga desa.</p>{''.join(f'<p><a href=/{n}>{one}</a></p>' for n, one in enumerate(LINKS))}</td></tr></table>"
    )
    return Shape(page(f"<title>{TITLE} | Desa Karangasri</title>", body), author="Humas")


@shape
def opensid():
    b = f"""<div id="wrapper"><div class="header"><a href="/"><h1>Desa Karangasri</h1></a><h2>Kecamatan Tegalrejo Kabupaten Sukamaju</h2></div>{MENU}<div class="artikel" id="artikel-12"><h2 class="judul">{TITLE}</h2><h3 class="kecil"><i class="fa fa-user"></i> Administrator <i class="fa fa-clock-o"></i> 02 September 2024 08:11:23 WIB</h3><div class="sampul"><img src=a.jpg></div><div class="teks" style="text-align: justify;">{paragraphs()}</div></div><div class="form-group" id="kolom-komentar"><div class="box-header"><h3>Komentar atas {TITLE}</h3></div><form id="form-komentar"><label>Nama</label></form></div><div id="sidebar-kanan">{cards()}</div></div>"""
    return Shape(page(f"<title>{TITLE} - Website Desa Karangasri</title>", b), time="08:11")


@shape
def site_name_h1():
    b = f'<h1 class="site-title"><a href="/">Kabar Sukamaju</a></h1><p class="site-description">Berita warga terpercaya</p><article><h2 class="entry-title">{TITLE}</h2><div class="entry-meta"><span class="posted-on">Posted on <a><time class="entry-date published updated" datetime="2024-09-02T08:12:00+00:00">September 2, 2024</time></a></span><span class="byline"> by <span class="author vcard"><a href="/author/x">redaksi</a></span></span></div><div class="entry-content">{paragraphs()}</div></article>'
    return Shape(
        page(f"<title>{TITLE} &#8211; Kabar Sukamaju</title>", b),
        time="15:12",
        author="redaksi",
        more={"publisher": "Kabar Sukamaju"},
    )


@shape
def bootstrap_gov():
    b = f'<section class="page-title"><div class="container"><h1>Detail Berita</h1><ul class="bread-crumb"><li><a>Home</a></li><li>Berita</li></ul></div></section><section class="blog-details"><div class="row"><div class="col-lg-8"><div class="blog-details__left"><div class="blog-details__img"><img><div class="blog-details__date"><span class="day">02</span><span class="month">Sep</span></div></div><div class="blog-details__content"><ul class="list-unstyled blog-details__meta"><li><a><i class="fas fa-user-circle"></i> Admin Kominfo</a></li><li><i></i> 2 September 2024</li></ul><h3 class="blog-details__title">{TITLE}</h3>{paragraphs()}</div><div class="blog-details__bottom"><p class="blog-details__tags"><span>Tags</span><a>ASN</a></p></div></div></div><div class="col-lg-4"><div class="sidebar"><div class="sidebar__single sidebar__post"><h3 class="sidebar__title">Berita Terbaru</h3>{cards()}</div></div></div></div></section>{FOOTER}'
    return Shape(page("<title>Dinas Kominfo Kabupaten Sukamaju</title>", b), author="Admin Kominfo", kind="regency")


@shape
def hidden_print_copy():
    b = f'<h1>{TITLE}</h1><div class="date">2 September 2024</div><div class="isi">{paragraphs()}</div><div id="printArea" style="display:none"><h1>{TITLE}</h1>{paragraphs()}</div>'
    return Shape(page(f"<title>{TITLE}</title>", b))


@shape
def tweets_and_gallery():
    b = f'<h1>{TITLE}</h1><time datetime="2024-09-02T09:00:00+07:00">x</time><div class="post-content"><p>{TEXT[0]}</p><p>{TEXT[1]}</p><blockquote class="twitter-tweet"><p>Pagi ini apel <a href="#">#netral</a></p>&mdash; Pemkab Sukamaju (@pemkabsukamaju) <a href="https://twitter.com/x">September 2, 2024</a></blockquote><p>{TEXT[2]}</p><div class="gallery"><figure><img><figcaption>Satu</figcaption></figure></div><p>{TEXT[3]}</p><p>{TEXT[4]}</p></div>'
    return Shape(page(f"<title>{TITLE}</title>", b), time="09:00")


@shape
def plain_read_also_list():
    b = f'<h1>{TITLE}</h1><div class="waktu">Senin, 2 Sept 2024 10:10 WIB</div><div class="detail-text">{paragraphs()}<p>Baca Juga:<br>1. <a href=/1>{LINKS[0]}</a><br>2. <a href=/2>{LINKS[1]}</a></p></div>'
    return Shape(page(f"<title>{TITLE}</title>", b), time="10:10")


@shape
def kicker_h2():
    b = f'<h2 class="kicker">Bupati Sukamaju Ingatkan ASN</h2><h1>{TITLE}</h1><p>Senin, 2 September 2024</p><div class="body-content">{paragraphs()}</div>'
    return Shape(page(f"<title>{TITLE} - Kabar</title>", b))


@shape
def siaran_pers():
    t = ("SIARAN PERS", "Nomor: 120/HM/IX/2024", *TEXT)
    b = f'<h3>{TITLE}</h3><div><span class="fa fa-calendar"></span> 02/09/2024</div><div class="text-justify">{paragraphs(texts=t)}</div>'
    return Shape(page("<title>Bawaslu Kabupaten Sukamaju</title>", b), text=t, kind="election-body")


@shape
def many_comments():
    c = "".join(
        f'<div class="media"><h5>Warga {n}</h5><p>Saya setuju dengan pernyataan bupati bahwa pegawai harus netral dan tidak boleh ikut kampanye di mana pun juga.</p></div>'
        for n in range(9)
    )
    b = f'<h1>{TITLE}</h1><span class="tgl">2 September 2024</span>{paragraphs()}<div class="komentar-list"><h4>Komentar</h4>{c}</div>'
    return Shape(page(f"<title>{TITLE}</title>", b))


@shape
def google_sites():
    b = f'<div jscontroller="x" class="yqQS1"><section class="zfr3Q"><div class="tyJCtd"><h1 class="zfr3Q duRjpb">{TITLE}</h1></div></section><section><div class="tyJCtd">{"".join(f"<p class=zfr3Q><span class=C9DxTc>{t}</span></p>" for t in TEXT)}</div></section></div>'
    return Shape(page(f"<title>Kecamatan Tegalrejo - {TITLE}</title>", b), published=None)


@shape
def nested_spans_fragments():
    t = "".join(
        '<p class="MsoNormal">' + "".join(f'<span style="x">{w}</span> ' for w in one.split()) + "<o:p></o:p></p>"
        for one in TEXT
    )
    b = f'<h1>{TITLE}</h1><div class="post-date">2 September 2024</div><div class="post-body">{t}</div>'
    return Shape(page(f"<title>{TITLE}</title>", b))


@shape
def cookie_banner_first():
    b = f'<div class="cc-window"><p>Kami menggunakan cookie untuk meningkatkan pengalaman Anda. Dengan melanjutkan, Anda menyetujui kebijakan privasi kami yang berlaku di situs ini.</p></div><main><h1>{TITLE}</h1><p class="publish-date">Senin, 2 September 2024</p>{paragraphs()}</main>'
    return Shape(page(f"<title>{TITLE}</title>", b))


@shape
def english_theme_min_read():
    b = f'<div class="td-post-header"><ul class="td-category"><li><a>Daerah</a></li></ul><header class="td-post-title"><h1 class="entry-title">{TITLE}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author/putri">Putri Ayu</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2024-09-02T20:15:45+07:00">September 2, 2024</time></span><div class="td-post-comments"><a>0</a></div><div class="td-post-views"><span>120</span></div></div></header></div><div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><img></div>{paragraphs()}</div><footer><div class="td-post-next-prev"><div class="td-block-span6 td-post-prev-post"><span>Previous article</span><a>{LINKS[0]}</a></div></div><div class="author-box-wrap"><div class="desc"><div class="td-author-name"><a>Putri Ayu</a></div><div class="td-author-description">Putri Ayu adalah wartawan muda yang menulis tentang pemerintahan daerah sejak lima tahun yang lalu.</div></div></div></footer>'
    return Shape(
        page(f"<title>{TITLE} - Kabar</title>", b, "class='single single-post td-standard-pack'"),
        time="20:15",
        author="Putri Ayu",
    )


@shape
def bawaslu_drupal_credits():
    b = (
        f'<h1 class="page-header">{TITLE}</h1><div class="submitted">Submitted by humas on 2 September 2024</div><div class="field field-name-body"><p>{TEXT[0]}</p>'
        + paragraphs(texts=TEXT[1:])
        + "<p>Penulis: Nia<br>Editor: Tono<br>Foto: Rudi</p></div>"
    )
    return Shape(page(f"<title>{TITLE} | Bawaslu</title>", b), author="Nia")


@shape
def linked_title_short_text_cards():
    b = f'<div class="post"><h2 class="post-title"><a href="/a">{TITLE}</a></h2><p class="postmeta">2 September 2024</p>{paragraphs(texts=TEXT[:3])}</div><div class="r">{"".join(f"<h4><a href=/{n}>{x}</a></h4>" for n, x in enumerate(LINKS * 2))}</div>'
    return Shape(page(f"<title>{TITLE}</title>", b), text=TEXT[:3])


@shape
def interview_qa():
    t = (
        "Berikut petikan wawancara dengan Bupati Sukamaju Darmawan Prakoso di ruang kerjanya, Senin (2/9/2024).",
        "Apa pesan Anda kepada pegawai?",
        "Pegawai harus menjaga jarak dari tim kampanye, siapa pun calonnya.",
        "Bagaimana dengan sanksi?",
        "Sanksi mengikuti aturan yang berlaku, mulai teguran hingga pemberhentian.",
    )
    b = (
        f'<h1>{TITLE}</h1><div class="date">2 September 2024</div><div class="entry-content">'
        + "".join(f"<p>{'<strong>' if '?' in x else ''}{x}{'</strong>' if '?' in x else ''}</p>" for x in t)
        + "</div>"
    )
    return Shape(page(f"<title>{TITLE}</title>", b), text=t)


@shape
def announcement_items():
    t = (
        "PENGUMUMAN",
        "Nomor 800/12/BKPSDM/2024",
        "Berdasarkan hasil rapat panitia, bersama ini diumumkan peserta yang lulus seleksi administrasi:",
        "1. Andi Saputra",
        "2. Beti Rahayu",
        "3. Candra Wijaya",
        "Peserta wajib hadir pada tahap berikutnya di kantor BKPSDM Kabupaten Sukamaju dengan membawa berkas asli.",
    )
    b = (
        '<h1>Pengumuman Hasil Seleksi Administrasi</h1><p class="tanggal">02 September 2024</p><div class="isi"><p>PENGUMUMAN</p><p>Nomor 800/12/BKPSDM/2024</p><p>'
        + t[2]
        + "</p><ol><li>Andi Saputra</li><li>Beti Rahayu</li><li>Candra Wijaya</li></ol><p>"
        + t[-1]
        + "</p></div>"
    )
    return Shape(
        page("<title>Pengumuman Hasil Seleksi Administrasi</title>", b),
        title="Pengumuman Hasil Seleksi Administrasi",
        text=t,
        more={"genre": "announcement"},
    )


@shape
def uppercase_lead_and_kbrn():
    t = ("KBRN, Sukamaju: " + TEXT[0].split("– ")[1], *TEXT[1:])
    b = f'<h1>{TITLE}</h1><ul class="meta-list"><li>Oleh: Dian Sari</li><li>2 Sep 2024 - 13.07 WIB</li></ul><div class="article-text">{paragraphs(texts=t)}</div><div class="rekomendasi">{cards()}</div>'
    return Shape(page(f"<title>{TITLE} - RRI</title>", b), text=t, time="13:07", author="Dian Sari")


@shape
def quote_with_baca_juga_inside():
    t = (
        *TEXT[:2],
        "“Saya minta warga baca juga aturan desa itu, jangan hanya mendengar kabar,” ucap Ratna kepada wartawan.",
        *TEXT[2:],
    )
    b = f'<h1>{TITLE}</h1><div class="date">2 September 2024</div><div class="entry-content">{paragraphs(texts=t)}</div>'
    return Shape(page(f"<title>{TITLE}</title>", b), text=t)


@shape
def latin1_page():
    b = f'<h1>{TITLE}</h1><div class="date">2 September 2024</div><div class="entry-content">{paragraphs()}</div>'
    return Shape(page(f"<title>{TITLE}</title>", b).replace("<meta charset='utf-8'>", ""))


@shape
def updated_only_visible():
    b = f'<h1>{TITLE}</h1><div class="date">Terbit: 2 September 2024, 08:00 WIB</div><div class="date">Diperbarui: 5 September 2024, 09:00 WIB</div><div class="entry-content">{paragraphs()}</div>'
    return Shape(page(f"<title>{TITLE}</title>", b), time="08:00")


@shape
def strong_subheads_and_hr():
    t = (TEXT[0], TEXT[1], "Tiga laporan masuk", TEXT[2], TEXT[3], TEXT[4])
    b = f'<h1>{TITLE}</h1><div class="date">2 September 2024</div><div class="konten">{paragraphs(texts=TEXT[:2])}<hr><p><b>Tiga laporan masuk</b></p>{paragraphs(texts=TEXT[2:])}<hr></div>'
    return Shape(page(f"<title>{TITLE}</title>", b), text=t)


@shape
def sumber_and_hashtags():
    b = f'<h1>{TITLE}</h1><div class="date">2 September 2024</div><div class="konten">{paragraphs()}<p>#ASNNetral #Pilkada2024 #Sukamaju</p><p>Sumber: Diskominfo Sukamaju</p></div>'
    return Shape(page(f"<title>{TITLE}</title>", b))
