"""One key for all spellings of an address, and none for different pages."""

import pytest

from crawler.urls import LONGEST_URL, BadAddress, looks_like_a_page, read_address, site_of

SAME = [
    ("http://contoh.example/a", "https://www.contoh.example/a/"),
    ("https://contoh.example/a", "https://m.contoh.example/a"),
    ("https://contoh.example/a", "https://contoh.example/a/amp/"),
    ("https://contoh.example/a", "https://contoh.example/a?utm_source=x&utm_medium=y&fbclid=z"),
    ("https://contoh.example/a", "https://contoh.example/a#komentar-3"),
    ("https://contoh.example/a", "https://contoh.example/a;jsessionid=0A1B"),
    ("https://contoh.example/a", "https://contoh.example/a?PHPSESSID=abc&replytocom=12"),
    ("https://contoh.example/a?sid=0123456789abcdef0", "https://contoh.example/a"),
    ("https://contoh.example/a?x=1&y=2", "https://contoh.example/a?y=2&x=1"),
    ("https://CONTOH.example:443/a", "https://contoh.example/a"),
    ("https://contoh.example/b/../a", "https://contoh.example/a"),
    ("https://contoh.example./a", "https://contoh.example/a"),
]
DIFFERENT = [
    ("https://contoh.example/?p=12", "https://contoh.example/?p=13"),
    ("https://contoh.example/a?page=2", "https://contoh.example/a"),
    ("https://contoh.example/a?sid=17", "https://contoh.example/a?sid=18"),  # an article's number on old portals
    ("https://contoh.example/index.php?option=com_content&id=1", "https://contoh.example/index.php?id=1"),
    ("http://127.0.0.1:8001/a", "http://127.0.0.1:8002/a"),
    ("https://contoh.example/a", "https://kota.contoh.example/a"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert read_address(one).key == read_address(other).key


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_pages_have_keys_of_their_own(one: str, other: str) -> None:
    assert read_address(one).key != read_address(other).key


def test_the_address_that_is_asked_is_clean_but_keeps_its_order() -> None:
    address = read_address("HTTPS://Contoh.example/a?b=2&utm_source=x&a=1#d")
    assert address.url == "https://contoh.example/a?b=2&a=1"
    assert address.host == "contoh.example"
    assert read_address("../b?x= y", "https://contoh.example/a/c/").url == "https://contoh.example/a/b?x=%20y"
    assert read_address("//contoh.example:8080/b", "http://lain.example/").host == "contoh.example:8080"


def test_a_source_may_name_parameters_that_do_not_matter() -> None:
    assert (
        read_address("https://contoh.example/a?dari=beranda&id=1", drop=["dari"]).url == "https://contoh.example/a?id=1"
    )


@pytest.mark.parametrize(
    "url",
    [
        "mailto:a@contoh.example",
        "javascript:void(0)",
        "file:///x",
        "https://[::1/",
        "https://a:b@contoh.example/",
        "https://contoh.example:99999/",
        "https://contoh.example/" + "x" * LONGEST_URL,
    ],
)
def test_what_cannot_be_fetched_is_no_address(url: str) -> None:
    with pytest.raises(BadAddress):
        read_address(url, "https://contoh.example/")


def test_control_characters_do_not_survive() -> None:
    assert read_address("https://contoh.example/a\r\nX: y\0").url == "https://contoh.example/aX:%20y"


def test_twin_hosts_are_one_site() -> None:
    assert {site_of(host) for host in ("www.contoh.example", "m.contoh.example", "amp.contoh.example")} == {
        "contoh.example"
    }
    assert site_of("m.example") == "m.example"


def test_pictures_and_papers_are_no_pages() -> None:
    assert looks_like_a_page("https://contoh.example/berita.html?x=1.pdf")
    assert not looks_like_a_page("https://contoh.example/surat.PDF")
