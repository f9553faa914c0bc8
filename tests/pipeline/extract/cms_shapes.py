"""A third set of invented pages: what WordPress themes, Blogger, Joomla, Drupal and regencies' own systems really send."""
# ruff: noqa: E501 (markup stands on one line, as pages send it)

from __future__ import annotations

import sys

shapes = sys.modules["extract_shapes"]
Shape, page, paragraphs, cards = shapes.Shape, shapes.page, shapes.paragraphs, shapes.cards
LINKS, MENU, FOOTER = shapes.LINKS, shapes.MENU, shapes.FOOTER
SHAPES: dict[str, object] = {}

TITLE = "Bawaslu Kabupaten Tirtasari Buka Posko Aduan di 12 Kecamatan"
TEXT = (
    "TIRTASARI - Badan Pengawas Pemilihan Umum Kabupaten Tirtasari membuka posko aduan di dua belas kecamatan mulai Kamis (7/11/2024).",
    "Ketua Bawaslu Tirtasari Hendra Gunarso mengatakan posko menerima laporan warga tentang keterlibatan aparatur desa dalam kampanye.",
    "“Cukup bawa KTP dan ceritakan apa yang dilihat. Petugas kami yang menulis formulirnya,” ujar Hendra di kantornya.",
    "Sepanjang Oktober, lembaga itu mencatat sembilan dugaan pelanggaran. Empat di antaranya menyangkut kepala desa.",
    "Anggota Bawaslu Sari Puspita menyebut laporan yang lengkap diregistrasi paling lama dua hari setelah diterima.",
    "Warga juga dapat melapor melalui nomor aduan yang ditempel di setiap balai desa.",
)
DAY = "2024-11-07"


def shape(make):
    SHAPES[make.__name__] = make
    return make


def wanted(html, **more):
    known = {"title": TITLE, "text": TEXT, "published": DAY, **more}
    return Shape(html, known.pop("url", "https://kabar.example/daerah/bawaslu-tirtasari-buka-posko/"), **known)


@shape
def tagdiv_newspaper():
    b = (
        f'<div id="td-outer-wrap" class="td-theme-wrap"><div class="td-header-menu-wrap">{MENU}</div><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb">Beranda</a></span> <i class="td-icon-right td-bread-sep"></i> <span>Daerah</span></div></div>'
        f'<article id="post-9" class="post-9 post type-post status-publish"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/c/daerah">Daerah</a></li></ul><header class="td-post-title"><h1 class="entry-title">{TITLE}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Oleh</div> <a href="/author/nia">Nia Kurniasih</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2024-11-07T09:12:44+07:00">7 November 2024</time></span><div class="td-post-views"><i></i><span class="td-nr-views-9">318</span></div></div></header></div>'
        f'<div class="td-post-sharing-top"><span>Facebook</span><span>WhatsApp</span></div><div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><a><img></a><figcaption class="wp-caption-text">Petugas posko melayani warga. Foto: Ist.</figcaption></figure></div>{paragraphs(texts=TEXT[:2])}<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- Advertisement -</span></div>{paragraphs(texts=TEXT[2:4])}<blockquote><p>Baca Juga: <a href="/x">{LINKS[0]}</a></p></blockquote>{paragraphs(texts=TEXT[4:])}</div>'
        f'<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>TAGS</span></li><li><a>Bawaslu</a></li></ul></div><div class="td-block-row td-post-next-prev"><div class="td-post-next-prev-content"><span>Artikulli paraprak</span><a href="/p">{LINKS[1]}</a></div></div><div class="author-box-wrap"><div class="desc"><div class="td-author-name vcard author"><span class="fn"><a>Nia Kurniasih</a></span></div><div class="td-author-description">Wartawan di Tirtasari sejak 2015 dan menulis soal pemilu, desa, dan lingkungan hidup untuk media ini.</div></div></div></footer></article><div class="td_block_wrap td_block_related_posts"><h4><a>BERITA TERKAIT</a><a>DARI PENULIS</a></h4>{cards()}</div></div>'
    )
    return wanted(
        page(f"<title>{TITLE} | Suara Tirtasari</title>", b, "class='single single-post'"),
        time="09:12",
        author="Nia Kurniasih",
    )


@shape
def jnews_theme():
    b = (
        f'<div class="jeg_viewport">{MENU}<div class="entry-header"><h1 class="jeg_post_title">{TITLE}</h1><h2 class="jeg_post_subtitle">Posko dibuka sampai hari pemungutan suara</h2><div class="jeg_meta_container"><div class="jeg_post_meta jeg_post_meta_1"><div class="meta_left"><div class="jeg_meta_author"><span class="meta_text">by</span> <a href="/author/r">Redaksi Tirta</a></div><div class="jeg_meta_date"><a>7 November 2024</a></div><div class="jeg_meta_category"><span><span class="meta_text">in</span> <a>Politik</a></span></div></div><div class="meta_right"><div class="jeg_meta_comment"><a>0</a></div></div></div></div></div>'
        f'<div class="jeg_featured featured_image"><a><img></a><p class="wp-caption-text">Posko aduan di Kecamatan Karangwuni</p></div><div class="jeg_share_top_container"><div class="jeg_sharecount"><div class="jeg_share_stats"><span class="count">12</span><small>SHARES</small></div><div class="jeg_views_count"><div class="counts">221</div><span class="sharetext">VIEWS</span></div></div></div>'
        f'<div class="entry-content no-share"><div class="content-inner ">{paragraphs(texts=TEXT[:3])}<div class="jeg_ad jeg_ad_article jnews_content_inline_ads"><div class="ads-text">ADVERTISEMENT</div></div>{paragraphs(texts=TEXT[3:])}<div class="jeg_post_tags"><span>Tags:</span> <a>Bawaslu</a><a>Pilkada</a></div></div></div>'
        f'<div class="jnews_prev_next_container"><a class="post prev-post"><span class="caption">Previous Post</span><h3 class="post-title">{LINKS[0]}</h3></a></div><div class="jnews_author_box_container"><h3 class="jeg_author_name">Redaksi Tirta</h3></div><div class="jnews_related_post_container"><h3>Related <strong>Posts</strong></h3>{cards()}</div><div class="jnews_popup_post"><span class="caption">Next Post</span><h3>{LINKS[2]}</h3></div></div>'
    )
    head = f'<title>{TITLE} - TirtaNews</title><meta property="article:published_time" content="2024-11-07T02:12:44+00:00"><meta property="article:modified_time" content="2024-11-09T02:12:44+00:00">'
    return wanted(page(head, b), time="09:12", author="Redaksi Tirta")


@shape
def jannah_theme():
    b = (
        f'<div id="tie-wrapper"><nav id="breadcrumb"><a>Home</a><em class="delimiter">/</em><span>Pilkada</span></nav><article id="the-post"><header class="entry-header-outer"><div class="entry-header"><span class="post-cat-wrap"><a class="post-cat">Pilkada</a></span><h1 class="post-title entry-title">{TITLE}</h1><div class="single-post-meta post-meta clearfix"><span class="author-meta"><span class="meta-author"><a class="author-name">Toni Hermawan</a></span></span><span class="date meta-item tie-icon">Kamis, 7 November 2024</span><div class="tie-alignright"><span class="meta-views meta-item"> 1.034</span><span class="meta-reading-time meta-item"> 2 minutes read</span></div></div></div></header>'
        f'<div class="featured-area"><figure class="single-featured-image"><img><figcaption class="single-caption-text">Hendra Gunarso (kiri)</figcaption></figure></div><div class="entry-content entry clearfix"><div class="stream-item stream-item-above-post-content"></div>{paragraphs(texts=TEXT[:4])}<div id="inline-related-post" class="mag-box mini-posts-box content-only"><div class="mag-box-title the-global-title"><h3>Related Articles</h3></div><ul class="posts-items"><li class="widget-single-post-item"><a>{LINKS[0]}</a><span class="date">3 minggu ago</span></li></ul></div>{paragraphs(texts=TEXT[4:])}</div>'
        f'<div id="post-extra-info"></div><div class="post-bottom-meta post-bottom-tags"><div class="post-bottom-meta-title">Tags</div><span class="tagcloud"><a>Bawaslu</a></span></div><div id="share-buttons-bottom"><a>Share via Email</a><a>Print</a></div></article><div class="about-author"><h3 class="author-name">Toni Hermawan</h3></div><div id="related-posts"><h3>Related Articles</h3>{cards()}</div><div id="check-also-box"><h3>Check Also</h3><a>{LINKS[3]}</a></div></div>'
    )
    return wanted(page(f"<title>{TITLE} - Tirta Pos</title>", b), author="Toni Hermawan")


@shape
def bloggingpro_wpberita():
    b = (
        f'<div class="site inner-wrap"><div class="breadcrumbs"><span class="first-cl"><a>Beranda</a></span><span class="separator">&raquo;</span><span class="last-cl">{TITLE}</span></div><main class="site-main-single"><article id="post-1" class="post type-post"><div class="gmr-box-content gmr-single"><header class="entry-header"><span class="cat-links-content"><a>Daerah</a></span><h1 class="entry-title"><strong>{TITLE}</strong></h1><div class="gmr-metacontent-single"><div class="gmr-meta-topic"><span class="cat-links-content"><a>Bawaslu</a></span></div><div class="meta-content gmr-content-metasingle"><a class="url fn n">Sulis</a> - <span class="posted-on"><time class="entry-date published" datetime="2024-11-07T14:05:00+07:00">Kamis, 7 Nov 2024 - 14:05 WIB</time></span></div></div></header>'
        f'<figure class="post-thumbnail gmr-thumbnail-single"><img><figcaption class="wp-caption-text">Petugas menerima aduan. (Dok. Bawaslu)</figcaption></figure><div class="entry-content entry-content-single clearfix have-single-banner"><div class="gmr-banner-beforecontent"></div>{paragraphs(texts=TEXT[:2])}<div class="gmr-banner-insidecontent text-center"><p>Scroll Untuk Lanjut Membaca</p></div><p>{TEXT[2]}</p><p style="text-align: center;">Scroll ke bawah untuk lanjut membaca</p>{paragraphs(texts=TEXT[3:])}<p><strong>Ikuti saluran WhatsApp Suara Tirta untuk mendapatkan berita pilihan setiap hari. <a href="https://whatsapp.com/channel/1">Klik di sini</a></strong></p><p><strong>(sls/hdr)</strong></p></div>'
        f'<div class="wpberita-source"><p>Penulis : Sulis Tyowati</p><p>Editor : Hadi</p><p>Sumber Berita : Bawaslu Tirtasari</p></div><footer class="entry-footer"><div class="tags-links">Tag <a>#aduan</a></div><nav class="navigation post-navigation"><div class="nav-links"><span>Pos sebelumnya</span> <a>{LINKS[2]}</a></div></nav></footer></div></article></main><div class="gmr-related-post"><h3>Berita Terkait</h3>{cards()}</div></div>'
    )
    return wanted(page(f"<title>{TITLE} - Suara Tirta</title>", b), time="14:05", author="Sulis Tyowati")


@shape
def mh_magazine():
    b = f'<div class="mh-wrapper clearfix"><div class="mh-main"><nav class="mh-breadcrumb"><span><a>Home</a></span><span class="mh-breadcrumb-delimiter"><i></i></span>Berita</nav><article class="post hentry"><header class="entry-header clearfix"><h1 class="entry-title">{TITLE}</h1><p class="mh-meta entry-meta"><span class="entry-meta-date updated"><i></i><a href="/2024/11/">November 7, 2024</a></span><span class="entry-meta-author author vcard"><i></i><a class="fn">panwas</a></span><span class="entry-meta-categories"><a>Berita</a></span><span class="entry-meta-comments"><a>0</a></span></p></header><div class="entry-content clearfix"><figure class="entry-thumbnail"><img></figure>{paragraphs(texts=TEXT)}<div class="mh-social-bottom"><a><span>Facebook</span></a></div></div><div class="entry-tags"><i></i><ul><li><a>aduan</a></li></ul></div></article><nav class="mh-post-nav"><div class="mh-post-nav-item"><a><span>Previous</span><p>{LINKS[0]}</p></a></div></nav><h4 id="mh-comments">Be the first to comment</h4><div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div></div><aside class="mh-widget-col-1 mh-sidebar">{cards()}</aside></div>'
    return wanted(page(f"<title>{TITLE} &#8211; Panwas Tirtasari</title>", b), author="panwas")


@shape
def gutenberg_blocks():
    listed = (
        "Posko Kecamatan Karangwuni, buka pukul 08.00–15.00 WIB",
        "Posko Kecamatan Sidorejo, buka pukul 09.00–16.00 WIB",
    )
    text = (*TEXT[:3], "Lokasi Posko", *(f"- {one}" for one in listed), *TEXT[3:])
    b = (
        f'<article class="post ast-article-single"><header class="entry-header ast-no-thumbnail"><h1 class="entry-title" itemprop="headline">{TITLE}</h1><div class="entry-meta"><span class="comments-link"><a>Tinggalkan Komentar</a></span> / <span class="ast-taxonomy-container cat-links"><a>Berita</a></span> / By <span class="posted-by vcard author"><a class="url fn n"><span class="author-name">humas_tirta</span></a></span> / <span class="posted-on"><span class="published"> 7 November 2024 </span></span></div></header>'
        f'<div class="entry-content clear" itemprop="text"><p class="wp-block-paragraph">{TEXT[0]}</p><p>{TEXT[1]}</p><blockquote class="wp-block-quote is-layout-flow"><p>{TEXT[2]}</p></blockquote><h2 class="wp-block-heading">Lokasi Posko</h2><ul class="wp-block-list">{"".join(f"<li>{one}</li>" for one in listed)}</ul><figure class="wp-block-gallery has-nested-images"><figure class="wp-block-image"><img><figcaption class="wp-element-caption">Posko pertama</figcaption></figure></figure>{paragraphs(texts=TEXT[3:])}<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/unduh">Unduh Formulir</a></div></div><figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper"><iframe></iframe></div></figure></div></article><nav class="navigation post-navigation"><div class="nav-links"><a>← Previous Post</a></div></nav>'
    )
    return wanted(
        page(f"<title>{TITLE} - Bawaslu Kabupaten Tirtasari</title>", b), text=text, author="humas_tirta", kind="agency"
    )


@shape
def median_ui_blogger():
    b = (
        f'<div class="blogMn">{MENU}</div><article class="ntry ps post"><div class="bCrmb"><a href="/">Beranda</a><a>Pemilu</a></div><h1 class="pTtl aTtl sml itm"><span>{TITLE}</span></h1><div class="pInf pIn"><div class="pIm"></div><div class="pNm"><div class="pNmT"><bdi class="nm" data-write="oleh">Kang Asep</bdi></div><div class="pDr"><bdi class="pDt pIn"><time class="aTtmp tTtmp" data-text="Nov 7, 2024" datetime="2024-11-07T11:40:00+07:00" title="Dipublikasikan: November 7, 2024"></time></bdi><div class="pRd pIn"><bdi>3 min read</bdi></div></div></div></div>'
        f'<div class="pEnt" id="postID-1"><div class="pS post-body postBody" id="postBody">{"<br><br>".join(TEXT[:3])}<br><div class="separator"><a><img></a></div><br>{"<br><br>".join(TEXT[3:])}<br></div></div><div class="pFtr"><div class="lbHt"><a>Pemilu</a></div><div class="pSh"><div class="pShc" data-text="Share:"></div></div></div></article><div class="rPst"><h2>Anda mungkin menyukai postingan ini</h2>{cards()}</div><section id="comment"><h3>Posting Komentar</h3></section>'
    )
    return wanted(
        page(f"<title>{TITLE} - Kang Asep Menulis</title>", b),
        time="11:40",
        author="Kang Asep",
        url="https://kangasep.example/2024/11/posko.html",
    )


@shape
def joomla_item_page():
    b = (
        f'<div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="id-ID"><div class="page-header"><h1>Berita Terkini</h1></div><div class="page-header"><h2 itemprop="headline">{TITLE}</h2></div><div class="icons"><div class="btn-group"><ul class="dropdown-menu"><li class="print-icon"><a>Print</a></li><li class="email-icon"><a>Email</a></li></ul></div></div><dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby">Written by <span itemprop="name">Super User</span></dd><dd class="category-name">Category: <a>Berita</a></dd><dd class="published"><span class="icon-calendar"></span><time datetime="2024-11-07T03:25:10+00:00" itemprop="datePublished">Published: 07 November 2024</time></dd><dd class="modified"><time datetime="2024-12-01T03:25:10+00:00" itemprop="dateModified">Last Updated: 01 December 2024</time></dd><dd class="hits">Hits: 1234</dd></dl>'
        f'<div itemprop="articleBody" class="com-content-article__body">{paragraphs(texts=TEXT)}</div><ul class="pager pagenav"><li class="previous"><a>Prev</a></li><li class="next"><a>Next</a></li></ul></div>'
    )
    return wanted(
        page("<title>Berita Terkini - Pemerintah Kabupaten Tirtasari</title>", b),
        time="10:25",
        author="Super User",
        kind="regency",
    )


@shape
def drupal_seven():
    b = f'<div id="page"><div class="region region-header">{MENU}</div><div id="main"><h1 class="title" id="page-title">{TITLE}</h1><div class="tabs"></div><div class="region region-content"><div id="block-system-main"><div id="node-12" class="node node-article node-promoted clearfix" about="/node/12"><div class="meta submitted"><span property="dc:date dc:created" content="2024-11-07T13:30:00+07:00" datatype="xsd:dateTime">Submitted by <span class="username">humasbawaslu</span> on Kam, 11/07/2024 - 13:30</span></div><div class="content clearfix"><div class="field field-name-field-image field-type-image"><div class="field-items"><img></div></div><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{"".join(f"<p class=rtejustify>{one}</p>" for one in TEXT)}</div></div></div><div class="field field-name-field-tags field-label-above"><div class="field-label">Tags:&nbsp;</div><div class="field-items"><div class="field-item even"><a>Pengawasan</a></div></div></div></div><div class="link-wrapper"><ul class="links inline"><li class="statistics_counter"><span>412 kali dibaca</span></li></ul></div></div></div></div></div></div>{FOOTER}'
    return wanted(
        page(f"<title>{TITLE} | Bawaslu Kabupaten Tirtasari</title>", b),
        time="13:30",
        author="humasbawaslu",
        kind="agency",
    )


@shape
def drupal_nine():
    b = f'<main role="main"><div class="layout-content"><div class="region region-content"><div data-drupal-messages-fallback class="hidden"></div><div id="block-olivero-page-title" class="block"><h1 class="title page-title"><span class="field field--name-title field--type-string field--label-hidden">{TITLE}</span></h1></div><article data-history-node-id="5" class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by <span class="field field--name-uid"><span class="username">redaktur</span></span> on <span class="field field--name-created">7 November 2024</span></div></footer><div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{paragraphs(texts=TEXT)}</div><div class="field field--name-field-foto field--label-above"><div class="field__label">Foto</div><div class="field__item">Dokumentasi Humas</div></div></div></article></div></div></main>'
    return wanted(page(f"<title>{TITLE} | Bawaslu</title>", b), author="redaktur", kind="agency")


@shape
def swarakalibata():
    b = (
        f'<div class="container"><div class="block-content"><div class="article-title"><h1>{TITLE}</h1><div class="article-info"><div class="left">Oleh : Admin Diskominfo <span class="text-sep">|</span> Kamis, 07 November 2024, 10:15:22 WIB <span>|</span> Dibaca : 1.234 kali</div></div></div>'
        f'<div class="article-photo"><img src="asset/foto_berita/a.jpg"><center><i>Suasana posko</i></center></div><div class="shortcode-content"><p style="text-align: justify;">{TEXT[0]}</p>{paragraphs(texts=TEXT[1:])}<div class="fb-like"></div></div><div class="article-tags"><strong>Tag :</strong> <a>bawaslu</a></div><h2 class="list-title">Berita Terkait</h2>{cards()}<div class="comment-block"><h2>Komentar Via Facebook</h2></div></div></div>{FOOTER}'
    )
    return wanted(page(f"<title>{TITLE}</title>", b), time="10:15", author="Admin Diskominfo", kind="regency")


@shape
def laravel_portal_with_base64():
    b = f'<section class="py-5"><div class="container"><div class="row"><div class="col-md-8 berita-detail"><h3 class="fw-bold">{TITLE}</h3><div class="d-flex text-muted small"><span><i class="bi bi-calendar"></i> 07/11/2024 14.05</span><span><i class="bi bi-eye"></i> 523x dilihat</span><span><i class="bi bi-person"></i> Diskominfo</span></div><img class="img-fluid" src="data:image/png;base64,{"A" * 4000}"><div class="isi">{"".join(f"<div>{one}</div>" for one in TEXT)}</div><hr><div>Bagikan: <a>Facebook</a> <a>X</a></div></div><div class="col-md-4"><div class="card"><div class="card-header">Berita Populer</div><div class="card-body">{cards()}</div></div></div></div></div></section>'
    return wanted(
        page("<title>Portal Resmi Pemerintah Kabupaten Tirtasari</title>", b),
        time="14:05",
        author="Diskominfo",
        kind="regency",
    )


@shape
def font_tables():
    b = f"<table width=980 align=center><tr><td colspan=2><img src=banner.jpg></td></tr><tr><td width=200 valign=top><font face=Verdana size=1><b>MENU</b><br><a href=1>Profil</a><br><a href=2>Berita</a><br><a href=3>Unduhan</a></font></td><td valign=top><font face=Verdana size=3 color=navy><b>{TITLE.upper()}</b></font><br><font size=1>Kamis, 7 Nopember 2024 08:45 | Dibaca 87 Kali</font><br><br><font face=Verdana size=2>{'<br><br>'.join(TEXT)}</font><br><br><font size=1><a href=javascript:history.back()>Kembali</a></font></td></tr><tr><td colspan=2 align=center><font size=1>Copyright 2012 Bawaslu Tirtasari. Alamat: Jl. Raya Timur No. 4, Tirtasari</font></td></tr></table>"
    return wanted(
        page("<title>Situs Resmi Bawaslu Tirtasari</title>", b),
        title=TITLE.upper(),
        time="08:45",
        kind="agency",
        url="http://bawaslu.example/index.php?mod=berita&id=31",
    )


@shape
def next_page_with_json_only():
    text = "".join(f"<p>{one}</p>" for one in TEXT).replace('"', '\\"')
    data = f'<script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{"post":{{"id":7,"title":"{TITLE}","slug":"posko","content":"{text}","published_at":"2024-11-07T09:00:00+07:00","author":{{"name":"Mira Lestari"}}}}}}}},"page":"/berita/[slug]"}}</script>'
    head = f'<title>{TITLE}</title><meta property="og:title" content="{TITLE}"><meta property="og:type" content="article"><meta property="article:published_time" content="2024-11-07T09:00:00+07:00"><meta name="author" content="Mira Lestari">'
    return wanted(
        page(head, f'<div id="__next"><div class="loader">Memuat…</div></div>{data}'),
        time="09:00",
        author="Mira Lestari",
    )


@shape
def elementor_text_widgets():
    widgets = "".join(
        f'<div class="elementor-element elementor-widget elementor-widget-text-editor" data-widget_type="text-editor.default"><div class="elementor-widget-container"><p>{one}</p></div></div>'
        for one in TEXT
    )
    b = f'<div data-elementor-type="wp-post" class="elementor elementor-77"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget elementor-widget-heading"><div class="elementor-widget-container"><h2 class="elementor-heading-title elementor-size-default">{TITLE}</h2></div></div><div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>7 November 2024</p></div></div>{widgets}<div class="elementor-widget elementor-widget-share-buttons"><span class="elementor-share-btn__title">Facebook</span></div></div></div></section></div>'
    return wanted(page(f"<title>{TITLE} - Yayasan Tirta</title>", b))


@shape
def bkn_style_release_with_number_and_contact():
    text = ("Siaran Pers", "Nomor: 041/RILIS/BKN/XI/2024", *TEXT)
    b = f'<div class="page-banner"><h1 class="breadcumb-title">Siaran Pers</h1><ul><li>Beranda</li><li>Siaran Pers</li></ul></div><div class="blog-single"><div class="blog-meta"><a><i class="far fa-user"></i>by Humas BKN</a><a><i class="far fa-calendar"></i>07 Nov 2024</a></div><h2 class="blog-title">{TITLE}</h2><div class="blog-content"><p><strong>Siaran Pers</strong><br>Nomor: 041/RILIS/BKN/XI/2024</p>{paragraphs(texts=TEXT)}</div><div class="share-links"><span class="share-links-title">Tags:</span><a>asn</a></div></div>'
    return wanted(page(f"<title>{TITLE} - BKN Contoh</title>", b), text=text, author="Humas BKN", kind="agency")
