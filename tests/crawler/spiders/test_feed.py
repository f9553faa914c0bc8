"""Feeds as they come: RSS, Atom, RDF, and the ways in which they are broken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from crawler.reading import Answer, Link, Reading, Site
from crawler.spiders.feed import read

SITE = Site(ZoneInfo("Asia/Makassar"))
URL = "https://contoh.example/feed/"
WITA = timezone(timedelta(hours=8))


def reading(
    body: str | bytes, content_type: str = "application/rss+xml", role: str = "feed", status: int = 200
) -> Reading:
    data = body.encode() if isinstance(body, str) else body
    return read(Answer(URL, status, content_type, {}, data), role, SITE)


def rss(items: str, channel: str = "") -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>K</title>{channel}{items}</channel></rss>'


def only(found: Reading) -> Link:
    (link,) = found.links
    return link


def test_rss_names_pages_with_what_it_says_of_them() -> None:
    link = only(
        reading(
            rss(
                "<item><title>Bupati &amp; ASN</title><link>/2024/09/netral</link>"
                "<pubDate>Tue, 17 Sep 2024 08:00:00 +0700</pubDate>"
                "<category>Berita</category><category>ASN</category></item>"
            )
        )
    )
    assert link.url == "https://contoh.example/2024/09/netral"
    assert link.hints.title == "Bupati & ASN"
    assert link.hints.published_at == datetime(2024, 9, 17, 1, 0, tzinfo=UTC)
    assert link.hints.categories == ("Berita", "ASN")


def test_atom_tells_when_an_item_changed() -> None:
    def atom(updated: str) -> str:
        return (
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>K</title><entry><title>A</title><id>tag:1</id>"
            "<link rel='replies' href='https://contoh.example/komentar'/><link rel='alternate' href='https://contoh.example/a'/>"
            f"<published>2024-09-17T08:00:00+08:00</published><updated>{updated}</updated></entry></feed>"
        )

    before, after = only(reading(atom("2024-09-17T08:00:00Z"))), only(reading(atom("2024-09-18T08:00:00Z")))
    assert before.url == "https://contoh.example/a"
    assert before.published_at == datetime(2024, 9, 17, 8, 0, tzinfo=WITA)
    assert before.mark != after.mark


def test_rdf_is_read() -> None:
    body = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><item rdf:about='https://contoh.example/a'><title>A</title>"
        "<link>https://contoh.example/a</link><dc:date>2024-09-17T08:00:00+07:00</dc:date>"
        "<dc:creator>Redaksi</dc:creator></item></rdf:RDF>"
    )
    link = only(reading(body))
    assert link.hints.author == "Redaksi"
    assert link.published_at == datetime(2024, 9, 17, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Tue, 17 Sep 2024 08:00:00 +0700", datetime(2024, 9, 17, 1, 0, tzinfo=UTC)),
        ("Tue, 17 Sep 2024 08:00:00 WIB", datetime(2024, 9, 17, 1, 0, tzinfo=UTC)),
        ("Sel, 17 Sep 2024 08:00:00 WITA", datetime(2024, 9, 17, 0, 0, tzinfo=UTC)),
        ("Jum'at, 1 Nopember 2024 10:00", datetime(2024, 11, 1, 10, 0, tzinfo=WITA)),
        ("Selasa, 17 September 2024 08:00 WIT", datetime(2024, 9, 16, 23, 0, tzinfo=UTC)),
        ("2024-09-17 08:00:00", datetime(2024, 9, 17, 8, 0, tzinfo=WITA)),  # without zone: the site's own time
        ("2024-09-17T08:00:00Z", datetime(2024, 9, 17, 8, 0, tzinfo=UTC)),
        ("0000-00-00 00:00:00", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),  # a zero in the database
        ("segera", None),
        ("", None),
    ],
)
def test_dates_are_read_however_they_are_printed(printed: str, expected: datetime | None) -> None:
    item = f"<item><title>A</title><link>https://contoh.example/a</link><pubDate>{printed}</pubDate></item>"
    assert only(reading(rss(item))).published_at == expected


@pytest.mark.parametrize(
    "body",
    [
        rss("<item><title>&ldquo;Netral&rdquo; &nbsp; itu</title><link>https://contoh.example/a</link></item>"),
        rss("<item><title>A & B</title><link>https://contoh.example/a</link></item>"),
        rss("<item><title>A</title><link>https://contoh.example/a</link></item>").removesuffix("</channel></rss>"),
        "\n\n  " + rss("<item><title>A</title><link>https://contoh.example/a</link></item>"),
        "\ufeff" + rss("<item><title>A</title><link>https://contoh.example/a</link></item>"),
        rss("<item><title>A\x00\x0b</title><link>https://contoh.example/a</link></item>"),
        "PHP Notice: undefined index\n" + rss("<item><title>A</title><link>https://contoh.example/a</link></item>"),
        rss("<item><title>A</title><guid>https://contoh.example/a</guid></item>"),
        rss("<item><title>A</title><link><![CDATA[ https://contoh.example/a ]]></link></item>"),
    ],
)
def test_broken_feeds_still_name_their_pages(body: str) -> None:
    assert only(reading(body)).url == "https://contoh.example/a"


def test_a_wrong_charset_does_not_lose_the_item() -> None:
    body = rss("<item><title>Café</title><link>https://contoh.example/a</link></item>").encode("latin-1")
    assert only(reading(body)).url == "https://contoh.example/a"


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("<!DOCTYPE html><html><body>Halaman tidak ada</body></html>", "HTML"),
        ("", "empty"),
        ("bukan apa-apa", "begins with"),
        (
            '<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
            "entities",
        ),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(body: str, detail: str) -> None:
    found = reading(body, "text/html")
    assert found.problem == "not-a-feed"
    assert detail in found.detail


def test_an_empty_feed_is_no_problem() -> None:
    assert reading(rss("")) == Reading(ordered_by_date=True)


def test_an_item_without_date_of_change_is_marked_by_what_the_feed_says_of_it() -> None:
    def item(summary: str) -> Link:
        return only(reading(rss(f"<item><title>A</title><link>/a</link><description>{summary}</description></item>")))

    assert item("satu").mark == item("satu").mark != item("dua").mark


def test_links_that_run_code_are_left_out() -> None:
    assert reading(rss("<item><title>A</title><link>javascript:alert(1)</link></item>")).links == ()


def test_feeds_are_paged_as_they_say_or_as_wordpress_does() -> None:
    item = "<item><title>A</title><link>/a</link></item>"
    wordpress = reading(rss(item, "<generator>https://wordpress.org/?v=6.5</generator>"))
    assert [(entry.url, entry.role, entry.only_after_new) for entry in wordpress.entries] == [
        (URL + "?paged=2", "feed:2", True)
    ]
    stated = reading(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>K</title><link rel='next' href='?start=26'/>"
        "<entry><title>A</title><id>1</id><link href='/a'/></entry></feed>"
    )
    assert [entry.url for entry in stated.entries] == ["https://contoh.example/feed/?start=26"]
    assert reading("<rss></rss>", role="feed:3", status=404) == Reading()
