"""A fourth set of invented pages: the layouts of national networks and their local editions."""
# ruff: noqa: E501 (markup stands on one line, as pages send it)

from __future__ import annotations

import sys

shapes = sys.modules["extract_shapes"]
Shape, page, paragraphs, cards, link_list = shapes.Shape, shapes.page, shapes.paragraphs, shapes.cards, shapes.link_list
LINKS = shapes.LINKS
SHAPES: dict[str, object] = {}

TITLE = "Kades Sumberarum Diperiksa Terkait Video Ajakan Memilih"
TEXT = (
    "Kepala Desa Sumberarum, Kecamatan Wanajaya, diperiksa Bawaslu Kabupaten Wanajaya pada Jumat (8/11/2024) terkait video berisi ajakan memilih salah satu pasangan calon.",
    "Video berdurasi 43 detik itu beredar di grup percakapan warga sejak awal pekan. Di dalamnya, seorang pria berpakaian dinas menyebut nomor urut pasangan calon.",
    '"Yang bersangkutan hadir dan menjawab dua puluh satu pertanyaan," kata Koordinator Divisi Penanganan Pelanggaran Bawaslu Wanajaya, Lukman Afandi.',
    "Lukman menuturkan pihaknya memiliki waktu lima hari untuk menentukan apakah kasus itu dilanjutkan ke Sentra Gakkumdu.",
    "Pasal 71 ayat (1) Undang-Undang Nomor 10 Tahun 2016 melarang kepala desa membuat keputusan atau tindakan yang menguntungkan salah satu pasangan calon.",
    "Kepala Desa Sumberarum, Warsito Hadi, membantah sengaja berkampanye. Ia mengaku hanya bercanda dengan warga.",
)


def shape(make):
    SHAPES[make.__name__] = make
    return make


def wanted(html, **more):
    known = {"title": TITLE, "text": TEXT, "published": "2024-11-08", **more}
    return Shape(html, known.pop("url", "https://news.example/pilkada/d-7632/kades-sumberarum-diperiksa"), **known)


@shape
def detik_like():
    text = ("Wanajaya - " + TEXT[0], *TEXT[1:])
    b = (
        f'<article class="detail"><div class="detail__header"><h2 class="detail__subtitle">Pilkada Serentak</h2><h1 class="detail__title">{TITLE}</h1><div class="detail__author">Iwan Setia - <span class="detail__label">detikContoh</span></div><div class="detail__date">Jumat, 08 Nov 2024 16:31 WIB</div></div><div class="detail__media"><figure class="detail__media-image"><img><figcaption class="detail__media-caption">Foto: Ilustrasi (Edi/detikcontoh)</figcaption></figure></div>'
        f'<div class="detail__body itp_bodycontent_wrapper"><div class="detail__body-text itp_bodycontent"><strong>Wanajaya</strong> - <p>{TEXT[0]}</p><p>{TEXT[1]}</p><div class="clearfix"></div><div class="staticdetail_container"><div class="static-detail_ads"><p>ADVERTISEMENT</p><div class="ads-scrollpage-box"><p>SCROLL TO CONTINUE WITH CONTENT</p></div></div></div><p>{TEXT[2]}</p><table class="linksisip" cellspacing="0"><tbody><tr><td><div class="lihatjg"><strong>Baca juga: </strong><a data-label="List Berita">{LINKS[1]}</a></div></td></tr></tbody></table><p>{TEXT[3]}</p><div class="para_caption">Halaman selanjutnya</div><p>{TEXT[4]}</p><p>{TEXT[5]}</p><div class="sisip_video_ds"><div class="sisip_video_ds_title">Simak Video: {LINKS[2]}</div><p>[Gambas:Video 20detik]</p></div><strong>(isa/hmw)</strong></div></div>'
        f'<div class="detail__body-tag mgt-16"><h4>kades</h4><div class="nav"><a class="nav__item">pilkada 2024</a></div></div></article><div class="box cb-hoverimg"><h2>Berita Terkait</h2>{cards()}</div>'
    )
    head = f'<title>{TITLE}</title><meta property="og:title" content="{TITLE}"><meta name="publishdate" content="2024/11/08 16:31:18"><meta name="author" content="Iwan Setia">'
    return wanted(page(head, b), text=text, time="16:31", author="Iwan Setia")


@shape
def kompas_like():
    text = ("WANAJAYA, KABARKOTA.example - " + TEXT[0], *TEXT[1:])
    b = (
        f'<div class="container"><ul class="breadcrumb__wrap"><li>News</li><li>Regional</li></ul><h1 class="read__title">{TITLE}</h1><div class="read__header"><div class="read__time">Kabarkota.example, 8 November 2024, 17:05 WIB</div><div class="credit-title"><div class="credit-title-name"><h6>Farah Nabila,<span> Reno Aditya</span></h6></div><p>Tim Redaksi</p></div></div><div class="photo"><div class="photo__wrap"><img></div><div class="photo__caption">Kantor Bawaslu Wanajaya, Jumat.<span>(KABARKOTA/FARAH NABILA)</span></div></div>'
        f'<div class="read__content"><div class="clearfix"><p><strong>WANAJAYA, KABARKOTA.example -</strong> {TEXT[0]}</p><p>{TEXT[1]}</p><div class="kompasidRec"><p>Kompas.id Rekomendasi</p></div><p>{TEXT[2]}</p><p><strong>Baca juga: <a class="inner-link-baca-juga" href="/r">{LINKS[0]}</a></strong></p><p>{TEXT[3]}</p><div class="inner-link-ads"></div><p>{TEXT[4]}</p><h2>Membantah</h2><p>{TEXT[5]}</p><p><span><em>Simak breaking news dan berita pilihan kami langsung di ponselmu. Pilih saluran andalanmu akses berita Kabarkota WhatsApp Channel : <a href="https://www.whatsapp.com/channel/2">https://www.whatsapp.com/channel/2</a>. Pastikan kamu sudah install aplikasi WhatsApp ya.</em></span></p></div></div>'
        f'<div class="tagsCloud"><h3 class="tagsCloud-title">Tag</h3><ul><li><a>Kades</a></li></ul></div><div class="artikelTerkait"><h3>Terkini Lainnya</h3>{cards()}</div>'
    )
    head = f'<title>{TITLE}</title><meta name="content_PublishedDate" content="2024-11-08 17:05:00"><meta name="content_author" content="Farah Nabila"><meta name="content_editor" content="Reno Aditya">'
    return wanted(
        page(head, b),
        text=(*text[:5], "Membantah", text[5]),
        time="17:05",
        author="Farah Nabila",
        more={"dateline_place": "Wanajaya"},
    )


@shape
def liputan_like_items():
    items = "".join(
        f'<div class="article-content-body__item-page" data-page="{n}"><div class="article-content-body__item-title" data-component="desktop:read-page:article-content-body:section:title"></div><div class="article-content-body__item-content">{paragraphs(texts=texts)}</div></div>'
        for n, texts in ((1, TEXT[:3]), (2, TEXT[3:]))
    )
    b = (
        f'<article class="hentry main read-page--core-article"><header class="read-page--header"><h1 class="read-page--header--title entry-title">{TITLE}</h1><p class="read-page--header--author__wrapper"><a class="read-page--header--author__link"><span class="read-page--header--author__name fn">Dewi Anggun</span></a> <span class="read-page--header--author__datetime-wrapper"><time class="read-page--header--author__datetime updated" datetime="2024-11-08 15:00:00">08 Nov 2024, 15:00 WIB</time></span></p></header><div class="read-page--top-media"><figure><img><figcaption class="read-page--photo-gallery--item__caption">Petugas Bawaslu Wanajaya memeriksa berkas (Liputan/Ayu)</figcaption></figure></div>'
        f'<div class="article-content-body">{items}</div><div class="baca-juga-collections"><div class="baca-juga-collections__title">BACA JUGA:</div><a>{LINKS[2]}</a></div><div class="tags--snippet"><h3 class="tags--snippet__title">POPULER</h3></div></article><div class="article-snippet-link">{link_list()}</div>'
    )
    return wanted(page(f"<title>{TITLE} - News Liputan Contoh</title>", b), time="15:00", author="Dewi Anggun")


@shape
def cnn_like_tailwind():
    text = ("Wanajaya, Kanal Indonesia -- " + TEXT[0], *TEXT[1:])
    b = f'<div class="grow-0 w-leftcontent min-w-0"><h1 class="mb-2 text-[28px] leading-9 text-cnn_black">{TITLE}</h1><div class="text-cnn_black_light3 text-sm mb-1"><span class="text-cnn_red">Kanal Indonesia</span></div><div class="text-cnn_grey text-sm mb-4">Jumat, 08 Nov 2024 18:20 WIB</div><div class="flex gap-4"><a>Bagikan:</a></div><div class="detail-image"><img><figcaption class="text-xs">Ilustrasi. (Kanal Indonesia/Andre)</figcaption></div><div class="detail-wrap flex gap-4"><div class="detail-text text-cnn_black text-sm grow min-w-0"><p><strong>Wanajaya, Kanal Indonesia</strong> -- {TEXT[0]}</p>{paragraphs(texts=TEXT[1:3])}<div class="paradetail"><div class="para_ads">ADVERTISEMENT</div><div class="text-center">SCROLL TO CONTINUE WITH CONTENT</div></div><table class="linksisip"><tr><td><div class="lihatjg"><strong>Lihat Juga :</strong></div></td></tr><tr><td><a>{LINKS[0]}</a></td></tr></table>{paragraphs(texts=TEXT[3:])}<p><strong>(and/gil)</strong></p><p>[Gambas:Instagram]</p></div></div><div class="my-5"><span>Topik Terkait</span><a>kades</a></div></div><div class="w-rightcontent">{cards()}</div>'
    return wanted(
        page(
            f'<title>{TITLE}</title><meta name="author" content="Kanal Indonesia"><meta property="og:site_name" content="Kanal Indonesia">',
            b,
        ),
        text=text,
        time="18:20",
        more={"dateline_place": "Wanajaya"},
    )


@shape
def republika_like():
    text = ("REPUBLIKON.example, WANAJAYA -- " + TEXT[0], *TEXT[1:])
    b = f'<div class="max-card__title"><h1>{TITLE}</h1></div><div class="date date-item__headline">Jumat 08 Nov 2024 19:48 WIB</div><div class="max-card__red">Rep: Bayu Pratama/ Red: Agus Salim</div><div class="max-img-caption"><img><figcaption>Video ajakan memilih (ilustrasi)</figcaption></div><div class="share-icon"></div><div class="article-content"><article><p><span>REPUBLIKON.example, WANAJAYA -- {TEXT[0]}</span></p>{paragraphs(texts=TEXT[1:4])}<div class="baca-juga"><h4>Baca Juga</h4><ul>{link_list()}</ul></div><div class="ads-middle"></div>{paragraphs(texts=TEXT[4:])}</article></div><div class="gallery-loop"><h3>BERITA LAINNYA</h3>{cards()}</div>'
    return wanted(
        page(f"<title>{TITLE} | Republikon Online</title>", b), text=text, time="19:48", author="Bayu Pratama"
    )


@shape
def merdeka_like():
    b = f'<div class="dt-article"><div class="article-title"><h1>{TITLE}</h1></div><p class="article-sinopsis">Lukman menuturkan pihaknya memiliki waktu lima hari.</p><div class="article-meta"><span>Oleh <a class="article-author">Putri Ramadani</a></span><span class="article-date">Jumat, 08 Nov 2024 20:12:00</span></div><div class="dt-para-body"><div class="article-body">{paragraphs(texts=TEXT[:3])}<div class="dt-lihat-juga"><a>{LINKS[0]}</a></div>{paragraphs(texts=TEXT[3:])}<p>[did]</p></div></div><div class="tag-wrapper">Topik: <a>kades</a></div></div><div class="berita-lain"><h3>Rekomendasi</h3>{cards()}</div>'
    return wanted(page(f"<title>{TITLE}</title>", b), time="20:12", author="Putri Ramadani")


@shape
def prmn_like_with_paging_and_whatsapp():
    text = ("WANAJAYA RAYA - " + TEXT[0], *TEXT[1:])
    b = f'<h1 class="read__title">{TITLE}</h1><div class="read__info"><div class="read__info__avatar"></div><div class="read__info__right"><div class="read__info__author"><a>Tim Wanajaya Raya 02</a></div><div class="read__info__date">- 8 November 2024, 21:00 WIB</div></div></div><div class="photo"><img><div class="photo__caption">Ilustrasi pemeriksaan. /Pixabay/</div></div><article class="read__content"><p><strong>WANAJAYA RAYA</strong> - {TEXT[0]}</p>{paragraphs(texts=TEXT[1:4])}<p><strong>Baca Juga: <a>{LINKS[1]}</a></strong></p>{paragraphs(texts=TEXT[4:])}<p>***</p></article><div class="paging paging--article"><div class="paging__title">Halaman:</div><a class="paging__link">1</a><a class="paging__link">2</a><a class="paging__link">Tampilkan Semua</a></div><div class="read__editor">Editor: <a>Cucu</a></div><p>Sumber: Bawaslu Wanajaya</p><div class="social__wa"><p>Ikuti saluran WhatsApp Wanajaya Raya</p></div><section class="trending"><h2>Terkini</h2>{cards()}</section>'
    return wanted(
        page(f"<title>{TITLE} - Wanajaya Raya - Halaman 1</title>", b),
        text=text,
        time="21:00",
        author="Tim Wanajaya Raya 02",
    )


@shape
def disway_radar_like():
    text = ("WANAJAYA, RADARWANAJAYA.example – " + TEXT[0], *TEXT[1:])
    b = f'<div class="row post-top-element"><h1 class="text-black">{TITLE}</h1><div class="post-meta"><span class="post-author"><a>Eko Wahyudi</a></span> - <span class="date">Jumat 08-11-2024,13:22 WIB</span><br><span>Reporter: <a>Eko Wahyudi</a></span> | <span>Editor: <a>Sugeng</a></span></div></div><div class="post-image"><img><div class="single-caption">Warsito Hadi saat di kantor Bawaslu-Foto: Dok-</div></div><div class="content-article"><div class="post"><p><strong>WANAJAYA, RADARWANAJAYA.example</strong> – {TEXT[0]}</p>{paragraphs(texts=TEXT[1:2])}<p><strong>BACA JUGA:<a href="/b">{LINKS[0]}</a></strong></p><p><strong>BACA JUGA:<a href="/c">{LINKS[1]}</a></strong></p>{paragraphs(texts=TEXT[2:])}<p><strong>Cek Berita dan Artikel yang lain di <a>Google News</a></strong></p><p>Sumber:</p></div><div class="tag"><span>Tag</span><ul><li># kades</li></ul></div><div class="pagination"><a>1</a><a>»</a></div></div><div class="text-heading"><h5>Berita Terkait</h5></div>{cards()}'
    return wanted(page(f"<title>{TITLE}</title>", b), text=text, time="13:22", author="Eko Wahyudi")


@shape
def suara_like_with_highlights():
    text = ("Suarakita.example - " + TEXT[0], *TEXT[1:])
    b = f'<article class="detail-content"><div class="info"><h1>{TITLE}</h1><div class="writer"><span>Chandra Wibowo</span> | <span>Suarakita.example</span></div><div class="date-article"><span>Jumat, 08 November 2024 | 11:11 WIB</span></div></div><figure class="img-cover-detail"><img><figcaption>Ilustrasi kepala desa. (Antara/Ist)</figcaption></figure><article class="content-article"><p><strong>Suarakita.example - </strong>{TEXT[0]}</p>{paragraphs(texts=TEXT[1:3])}<div class="baca-juga-new"><div class="title">Baca Juga:</div><a><h3>{LINKS[3]}</h3></a></div><div class="ads-300">Advertisement</div>{paragraphs(texts=TEXT[3:])}</article><ul class="list-tag"><li><span>Tag</span></li><li># <a>kades</a></li></ul><div class="share-bottom">Share link: <a>Copy</a></div><p>Dapatkan informasi terkini dan terbaru yang dikirimkan langsung ke Inbox anda</p></article><div class="rekomen"><h4>REKOMENDASI</h4>{cards()}</div>'
    return wanted(page(f"<title>{TITLE}</title>", b), text=text, time="11:11", author="Chandra Wibowo")


@shape
def jpnn_like():
    text = ("jpnx.example, WANAJAYA - " + TEXT[0], *TEXT[1:])
    b = f'<div class="page-content"><h1>{TITLE}</h1><h6>Jumat, 08 November 2024 – 22:40 WIB</h6><div class="page-img"><img><p>Kantor desa tampak lengang. Foto: Ricardo/JPNX</p></div><div itemprop="articleBody" class="article-body"><p><strong><a href="https://jpnx.example">jpnx.example</a></strong>, <strong>WANAJAYA</strong> - {TEXT[0]}</p>{paragraphs(texts=TEXT[1:3])}<p><strong>Baca Juga:</strong></p><ul><li><a href="/1">{LINKS[0]}</a></li></ul>{paragraphs(texts=TEXT[3:])}<p><strong>(mcr8/jpnx)</strong></p></div><div class="sinopsis"><p>Jangan Lewatkan Video Terbaru:</p></div><p>Redaktur &amp; Reporter : Sutrisno Jaya</p><p>Sumber : Jpnx.example</p></div><div class="page-tags">TAGS <a>kades</a></div>'
    return wanted(page(f"<title>{TITLE} - JPNX.example</title>", b), text=text, time="22:40", author="Sutrisno Jaya")


@shape
def kumparan_like_spans():
    body = "".join(
        f'<div class="StoryRenderer__Text-sc"><span data-qa-id="story-paragraph">{one}</span></div>' for one in TEXT
    )
    b = f'<div class="Viewweb__Story"><h1 data-qa-id="story-title">{TITLE}</h1><div class="Author"><a data-qa-id="author-name"><span>kumpulanNEWS</span></a><div data-qa-id="publish-date"><span>8 November 2024 9:31 WIB</span> · <span>waktu baca 2 menit</span></div></div><div class="Image"><img><div class="caption">Kantor Desa Sumberarum. Foto: Dok. Istimewa</div></div>{body}<div class="CollectionWidget"><span>Laporkan tulisan</span></div><div class="tags"><a>Kades</a></div></div><div class="Reco"><div>Baca Lainnya</div>{cards()}</div>'
    return wanted(page(f"<title>{TITLE} | kumpulan</title>", b), time="09:31", author="kumpulanNEWS")


@shape
def tempo_like_relative_time():
    text = ("TEMPA.CO, Wanajaya - " + TEXT[0], *TEXT[1:])
    b = f'<div class="detail-title"><h1 class="title margin-bottom-sm">{TITLE}</h1><div class="box-avatar"><span class="title bold">Reporter <a>Ika Ningrum</a></span><span class="title bold">Editor <a>Juli Hantara</a></span></div><p class="date margin-bottom-sm"><time datetime="2024-11-08T07:19:00+07:00">3 hari yang lalu</time></p></div><div class="foto-detail"><figure><img><figcaption>Ilustrasi. TEMPA/Subekti</figcaption></figure></div><div id="isi" class="detail-konten"><p><strong>TEMPA.CO</strong>, <strong>Wanajaya</strong> - {TEXT[0]}</p><p>{TEXT[1]}</p><p>Iklan</p><p>Scroll Untuk Melanjutkan</p>{paragraphs(texts=TEXT[2:])}<p><strong>IKA NINGRUM</strong></p><p><strong>Pilihan Editor: <a>{LINKS[0]}</a></strong></p></div><div class="berita-terkait">{cards()}</div>'
    return wanted(page(f"<title>{TITLE} - Nasional Tempa.co</title>", b), text=text, time="07:19", author="Ika Ningrum")


@shape
def kontan_bisnis_like():
    text = ("KONTEN.example - WANAJAYA. " + TEXT[0], *TEXT[1:])
    b = f'<h1 class="detail-desk">{TITLE}</h1><div class="fs14 ff-opensans font-gray">Jumat, 08 November 2024 / 12:36 WIB</div><div class="img-detail-desk"><img><div class="caption">ILUSTRASI. Warga melintas di depan kantor desa. KONTEN/Baihaki</div></div><div class="baca-author"><span>Reporter: <a>Vina Elvira</a></span> | <span>Editor: <a>Noverius</a></span></div><div class="tmpt-desk-kon" itemprop="articleBody"><p><strong>KONTEN.example - WANAJAYA.</strong> {TEXT[0]}</p>{paragraphs(texts=TEXT[1:3])}<p><strong>Baca Juga: <a>{LINKS[1]}</a></strong></p>{paragraphs(texts=TEXT[3:])}<p>Selanjutnya: <a>{LINKS[2]}</a></p><p>Menarik Dibaca: <a>{LINKS[3]}</a></p></div><div class="cek-googlenews">Cek Berita dan Artikel yang lain di Google News</div><div class="survey">Reporter: Vina Elvira<br>Editor: Noverius</div>'
    return wanted(page(f"<title>{TITLE}</title>", b), text=text, time="12:36", author="Vina Elvira")


@shape
def fajum_with_laporan_and_modified_first():
    text = ("WANAJAYA-" + TEXT[0], *TEXT[1:])
    b = f'<div class="kanal">PILKADA</div><h2 class="judul-berita">{TITLE}</h2><div class="ket">Jum\'at, 08 November 2024 | 10.45 WITA</div><div class="ket">Diperbarui pada Sabtu, 09 November 2024 | 08.00 WITA</div><div class="isi-berita">{paragraphs(texts=text)}<p>Laporan: Made Wirawan</p></div><div class="dibaca">Berita ini telah dibaca 1.234 kali</div><div class="lainnya"><b>Berita Lainnya</b>{cards()}</div>'
    return wanted(
        page("<title>Radar Pulau - Berita Pilkada</title>", b),
        text=text,
        time="10:45",
        author="Made Wirawan",
        more={"timezone": "Asia/Makassar"},
    )


@shape
def instagram_and_floating_ads():
    b = f'<h1 class="title">{TITLE}</h1><div class="info"><b>Galih Prasetya</b><span>November 8th, 2024 at 06:30</span></div><div id="floating-left" class="banner-float"><a>Tutup Iklan</a></div><div class="article__body">{paragraphs(texts=TEXT[:2])}<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/1/"><div><a href="https://www.instagram.com/p/1/"><div>View this post on Instagram</div></a><p><a>A post shared by Warga Wanajaya (@wargawanajaya)</a></p></div></blockquote>{paragraphs(texts=TEXT[2:4])}<div id="sticky-bottom-ads"><span>Close Ads X</span></div><blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1"><section><a>@wargawanajaya</a><p>Viral pak kades</p><a>♬ suara asli - warga</a></section></blockquote>{paragraphs(texts=TEXT[4:])}</div>'
    return wanted(page(f"<title>{TITLE} - Kabar Viral</title>", b), time="06:30", author="Galih Prasetya")


@shape
def sindo_like():
    text = ("WANAJAYA - " + TEXT[0], *TEXT[1:])
    b = f'<div class="detail-nav"><a>Daerah</a></div><h1 class="detail-title">{TITLE}</h1><div class="detail-nama-redaksi">Asep Supiandi<div class="detail-date-artikel">Jum\'at, 08 November 2024 - 23:15 WIB</div></div><div class="detail-img-artikel"><img><div class="detail-img-caption">Kades Sumberarum usai diperiksa. Foto/Asep Supiandi</div></div><div class="detail-desc" id="detail-desc"><b>WANAJAYA</b> - {TEXT[0]}<br><br>{TEXT[1]}<br><br><div class="baca-juga">Baca Juga: <a>{LINKS[0]}</a></div>{TEXT[2]}<br><br>{TEXT[3]}<br><br><div class="video-sindo">Lihat video: {LINKS[2]}</div>{TEXT[4]}<br><br>{TEXT[5]}<br><br><div class="editor">(ams)</div></div><div class="detail-tag">TOPIK TERKAIT <a>kades</a></div><div>{cards()}</div>'
    return wanted(page(f"<title>{TITLE}</title>", b), text=text, time="23:15", author="Asep Supiandi")
