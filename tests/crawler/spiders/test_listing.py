"""Listings: which links are articles, and where the next page is."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from crawler.reading import Answer, Reading, Site
from crawler.spiders.listing import DEEPEST_PAGE, is_article_link, read

BASE = "https://contoh.example/berita"


def reading(body: str, role: str = "listing", pattern: str | None = None) -> Reading:
    return read(Answer(BASE, 200, "text/html", {}, body.encode()), role, Site(ZoneInfo("UTC"), pattern))


@pytest.mark.parametrize(
    "url",
    [
        "https://contoh.example/2024/09/17/bupati-ingatkan-asn/",
        "https://contoh.example/berita/bupati-ingatkan-asn",
        "https://contoh.example/berita/detail/1234",
        "https://contoh.example/index.php?option=com_content&view=article&id=7",
        "https://contoh.example/?p=12",
        "https://contoh.example/read/2024/netralitas.html",
        "https://contoh.example/surakarta.html",
        "https://contoh.example/sekretariat/video-conference-bupati-camat",
    ],
)
def test_articles_are_known_by_their_address(url: str) -> None:
    assert is_article_link(url, BASE, None)


@pytest.mark.parametrize(
    "url",
    [
        BASE,
        "https://contoh.example/",
        "https://contoh.example/profil",
        "https://contoh.example/kategori/berita-daerah-hari-ini",
        "https://contoh.example/tag/netralitas-asn-2024",
        "https://contoh.example/author/humas-kota-contoh",
        "https://contoh.example/berita?page=2",
        "https://contoh.example/page/123",
        "https://contoh.example/?s=netralitas-asn-2024",
        "https://contoh.example/wp-login.php",
        "https://contoh.example/surat-edaran-netralitas-asn.pdf",
        "mailto:humas-kota-contoh@contoh.example",
        "tel:0211234567",
    ],
)
def test_other_links_are_left(url: str) -> None:
    assert not is_article_link(url, BASE, None)


def test_a_source_may_say_how_its_articles_look() -> None:
    body = '<a href="/a/1">Satu</a><a href="/b/2">Dua</a>'
    assert [link.url for link in reading(body, pattern=r"/b/\d").links] == ["https://contoh.example/b/2"]


def test_menus_and_footers_name_no_articles() -> None:
    body = (
        '<nav><a href="/bupati-ingatkan-asn-1">x</a></nav><footer><a href="/bupati-ingatkan-asn-2">x</a></footer>'
        '<main><a href="/bupati-ingatkan-asn-3#komentar">Bupati ingatkan ASN agar netral</a>'
        '<a href="/bupati-ingatkan-asn-3">Baca</a></main>'
    )
    (link,) = reading(body).links
    assert link.url == "https://contoh.example/bupati-ingatkan-asn-3"
    assert link.hints.title == "Bupati ingatkan ASN agar netral"


ARTICLE = '<a href="/satu-dua-tiga">x</a>'


@pytest.mark.parametrize(
    ("pager", "following"),
    [
        ('<link rel="next" href="/berita/page/2">', "https://contoh.example/berita/page/2"),
        ('<a rel="next nofollow" href="?page=2">x</a>', "https://contoh.example/berita?page=2"),
        ('<a href="?page=2">Berikutnya »</a>', "https://contoh.example/berita?page=2"),
        ('<a href="?start=10">Selanjutnya</a>', "https://contoh.example/berita?start=10"),
        ('<a href="/older">Postingan Lama</a>', "https://contoh.example/older"),
        ('<a href="/older">Older Posts</a>', "https://contoh.example/older"),
        ('<a class="next page-numbers" href="/p2"><i></i></a>', "https://contoh.example/p2"),
        (
            '<a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a>',
            "https://contoh.example/berita?page=2",
        ),
        ('<a href="/berita/2">2</a>', "https://contoh.example/berita/2"),
        ('<a href="/berita/2024/09/2">2</a>', None),  # a day of a calendar
        ('<a href="javascript:muat()">Berikutnya</a>', None),
        ('<a href="/lain">Berita berikutnya tentang kota</a>', None),
        ("", None),
    ],
)
def test_the_next_page_is_found(pager: str, following: str | None) -> None:
    entries = reading(ARTICLE + pager).entries
    assert [(entry.url, entry.role, entry.only_after_new) for entry in entries] == (
        [(following, "listing:2", True)] if following else []
    )


def test_listings_end_somewhere() -> None:
    assert reading(ARTICLE + '<a rel="next" href="/x">x</a>', role=f"listing:{DEEPEST_PAGE}").entries == ()


@pytest.mark.parametrize("body", ["", "   ", "<html></html>", '<a href="/profil">Profil</a>', "\0"])
def test_a_listing_without_articles_is_a_problem(body: str) -> None:
    assert reading(body).problem == "no-links"


def test_links_are_relative_to_the_base_that_the_page_states() -> None:
    body = '<base href="https://contoh.example/kota/">' + '<a href="satu-dua-tiga">x</a><a href="http://[kacau">y</a>'
    assert [link.url for link in reading(body).links] == ["https://contoh.example/kota/satu-dua-tiga"]


def test_the_json_of_a_page_that_scrolls_for_ever_is_a_listing_too() -> None:
    body = """{"data": [{"title": "A", "url": "/berita/bupati-ingatkan-asn-1", "image": "/foto-bupati-ingatkan.jpg"},
        {"html": "<a href=\\"/berita/bupati-ingatkan-asn-2?a=1&amp;b=2\\">B</a>"},
        {"url": "/kategori/berita-kota-kita"}],
        "next_page_url": "https://contoh.example/api/berita?page=2"}"""
    found = reading(body)
    assert [link.url for link in found.links] == [
        "https://contoh.example/berita/bupati-ingatkan-asn-1",
        "https://contoh.example/berita/bupati-ingatkan-asn-2?a=1&b=2",
    ]
    assert [entry.url for entry in found.entries] == ["https://contoh.example/api/berita?page=2"]
    assert reading('{"data": []}').problem == "no-links"
    assert reading('{"data": []}', role="listing:2") == Reading()
    assert reading("[" * 100_000).problem == "no-links"
