"""Sitemaps: sets, indexes, news, plain lists, and the ways in which they are broken."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from crawler.entries import parts_to_ask
from crawler.reading import Answer, Reading, Site
from crawler.spiders.sitemap import read


def gzipped(data: bytes) -> bytes:
    """The same bytes in every process: no time stands in them."""
    return gzip.compress(data, mtime=0)


NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


def reading(body: str | bytes) -> Reading:
    data = body.encode() if isinstance(body, str) else body
    return read(
        Answer("https://contoh.example/sitemap.xml", 200, "text/xml", {}, data), "sitemap", Site(ZoneInfo("UTC"))
    )


def urlset(content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {NAMESPACES}>{content}</urlset>'


def test_a_set_names_pages_with_their_date_of_change() -> None:
    found = reading(urlset("<url><loc> https://contoh.example/a?x=1&amp;y=2 </loc><lastmod>2024-09-17</lastmod></url>"))
    assert [(link.url, link.mark) for link in found.links] == [("https://contoh.example/a?x=1&y=2", "2024-09-17")]
    assert found.complete


def test_the_date_may_be_absent() -> None:
    (link,) = reading(urlset("<url><loc>https://contoh.example/a</loc></url>")).links
    assert link.mark is None


def test_a_news_sitemap_names_the_newest_only() -> None:
    found = reading(
        urlset(
            "<url><loc>https://contoh.example/a</loc><image:image><image:loc>https://contoh.example/a.jpg</image:loc>"
            "<image:title>Foto</image:title></image:image><news:news><news:publication><news:name>Kabar</news:name>"
            "</news:publication><news:publication_date>2024-09-17T08:00:00+07:00</news:publication_date>"
            "<news:title>ASN netral</news:title></news:news></url>"
        )
    )
    (link,) = found.links
    assert link.url == "https://contoh.example/a"
    assert link.hints.title == "ASN netral"
    assert link.hints.published_at == datetime(2024, 9, 17, 1, 0, tzinfo=UTC)
    assert (found.complete, found.ordered_by_date) == (False, True)


def test_an_index_names_its_parts_but_not_those_without_articles() -> None:
    parts = ("wp-sitemap-posts-post-1.xml", "wp-sitemap-taxonomies-category-1.xml", "wp-sitemap-users-1.xml")
    parts += ("post-sitemap.xml", "category-sitemap.xml", "sitemap-image.xml", "sitemap-2024-09.xml.gz")
    body = "".join(f"<sitemap><loc>https://contoh.example/{part}</loc></sitemap>" for part in parts)
    found = reading(f"<sitemapindex {NAMESPACES}>{body}</sitemapindex>")
    assert [entry.url.rpartition("/")[2] for entry in found.entries] == [
        "wp-sitemap-posts-post-1.xml",
        "post-sitemap.xml",
        "sitemap-2024-09.xml.gz",
    ]


def test_packed_and_plain_lists_are_read() -> None:
    assert len(reading(gzipped(urlset("<url><loc>https://contoh.example/a</loc></url>").encode())).links) == 1
    assert [link.url for link in reading("https://contoh.example/a\nhttps://contoh.example/b\n").links] == [
        "https://contoh.example/a",
        "https://contoh.example/b",
    ]


@pytest.mark.parametrize(
    "body",
    [
        urlset("<url><loc>https://contoh.example/a</loc></url><url><loc>https://contoh").removesuffix("</urlset>"),
        urlset("<url><loc>https://contoh.example/a</loc></url>&nbsp;"),
        "\n\n" + urlset("<url><loc>https://contoh.example/a</loc></url>"),
        urlset("<url><loc>https://contoh.example/a</loc></url>").replace(NAMESPACES, ""),
    ],
)
def test_broken_sitemaps_still_name_their_pages(body: str) -> None:
    assert reading(body).links[0].url == "https://contoh.example/a"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<!DOCTYPE html><html><body>x</body></html>", "not-a-sitemap"),
        ("", "not-a-sitemap"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><urlset>&a;</urlset>', "not-a-sitemap"),
        (
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>',
            "not-a-sitemap",
        ),
        (gzipped(bytes(11 * 1024 * 1024)), "decompression-bomb"),
        (b"\x1f\x8b\x08\x00kacau", "not-a-sitemap"),
    ],
)
def test_what_is_no_sitemap_is_said_to_be_none(body: str | bytes, problem: str) -> None:
    assert reading(body).problem == problem


def test_parts_are_asked_when_they_may_have_changed() -> None:
    before = {"old": "2020-01", "moved": "2021-01", "undated": None, "a": "2024-07", "b": "2024-08", "c": "2024-09"}
    now = {**before, "moved": "2021-02", "new": "2019-01"}
    assert parts_to_ask(now, before) == ["moved", "undated", "a", "b", "c", "new"]
