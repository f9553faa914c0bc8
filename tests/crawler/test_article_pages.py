"""What is a further page of an article, and what only looks like one."""

from __future__ import annotations

import pytest

from crawler.article_pages import is_page_of, next_page, repeats

ARTICLE = "https://contoh.example/berita/camat-ingatkan-pegawai-netral"
TEXT = "<p>Camat mengingatkan pegawai agar tidak memihak calon mana pun dalam pemilihan bupati tahun ini. </p>" * 4


@pytest.mark.parametrize(
    ("first", "url", "expected"),
    [
        (ARTICLE, ARTICLE + "?page=2", True),
        (ARTICLE + "/", ARTICLE + "?halaman=2", True),
        (ARTICLE + "?id=7", ARTICLE + "?id=7&page=2", True),
        (ARTICLE, ARTICLE + "/2/", True),
        ("https://contoh.example/baca.php?id=7", "https://contoh.example/baca.php?id=7&hal=2", True),
        (ARTICLE, ARTICLE + "?page=3", False),
        (ARTICLE, ARTICLE + "?page=2&replytocom=4", False),
        (ARTICLE, ARTICLE + "/page/2/", False),  # the comments' or the listing's
        (ARTICLE, "https://contoh.example/berita/lain-yang-lebih-baru?page=2", False),
        (ARTICLE, "https://lain.example/berita/camat-ingatkan-pegawai-netral?page=2", False),
        ("https://contoh.example/berita", "https://contoh.example/berita/2", False),
        ("https://contoh.example/baca.php?id=7", "https://contoh.example/baca.php?id=8&page=2", False),
    ],
)
def test_a_further_page_has_the_address_of_the_first(first: str, url: str, expected: bool) -> None:
    assert is_page_of(first, url, 2) is expected


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<article>{TEXT}</article><a href='?page=2'>2</a>", True),
        (f"<article>{TEXT}</article><div>Halaman: 1 <a href='?page=2'>2</a></div>", True),
        (f"<article>{TEXT}</article><a href='?page=2'>Selanjutnya</a>", True),
        (f"<head><link rel='next' href='{ARTICLE}?page=2'></head><body>{TEXT}</body>", True),
        (f"<div>{TEXT.replace('<p>', '').replace('</p>', '<br><br>')}</div><a href='?page=2'>Halaman 2</a>", True),
        (f"<article>{TEXT}</article><a href='?page=2'>Berita pilihan pekan ini</a>", False),
        ("<article><p>Sepotong.</p></article><a href='?page=2'>2</a>", False),
        (f"<ul>{TEXT.replace('<p>', '<li>').replace('</p>', '</li>')}</ul><a href='?page=2'>2</a>", False),
        ("", False),
    ],
)
def test_the_next_page_is_linked_below_running_text(body: str, found: bool) -> None:
    expected = ARTICLE + "?page=2" if found else None
    assert next_page(body.encode(), "text/html", ARTICLE, 1) == expected


def test_listings_and_endless_articles_are_not_followed() -> None:
    body = f"<article>{TEXT}</article><a href='?page=2'>2</a><a href='?page=21'>21</a>".encode()
    assert next_page(body, "text/html", "https://contoh.example/kategori/pilkada-serentak-2024", 1) is None
    assert next_page(body, "text/html", ARTICLE, 20) is None


def test_a_list_beside_the_article_that_turns_its_page_is_seen() -> None:
    first = f"<article>{TEXT}</article><aside>Berita lain</aside>".encode()
    assert repeats(first, "text/html", f"<article>{TEXT}</article><aside>Lain lagi</aside>".encode(), "text/html")
    assert not repeats(first, "text/html", b"<article><p>Ia juga meminta lurah mencatatnya.</p></article>", "text/html")
