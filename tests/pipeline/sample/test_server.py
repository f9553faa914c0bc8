"""The sample newsroom over real HTTP: statuses, conditional requests, feeds, sitemaps and the unpleasant."""

import gzip
import http.client
import json
import re
import socket
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree
from protego import Protego

from crawler.registry import load_sources
from pipeline.sample import SITE_IDS, expected_findings, expected_rejections, serve_newsroom, write_sources
from pipeline.sample.content import load_articles
from pipeline.sample.endless import OVERSIZE_BYTES
from storage.errors import SettingsError


@pytest.fixture(scope="module")
def newsroom():
    with serve_newsroom() as running:
        yield running


@pytest.fixture(scope="module")
def later_newsroom():
    with serve_newsroom(edition=2) as running:
        yield running


def get(room, site, path, **headers):
    """Status, headers and body of one request, redirects not followed."""
    connection = http.client.HTTPConnection(urlsplit(room.sites[site]).netloc, timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, response.headers, body


def locations(xml):
    return [element.text for element in etree.fromstring(xml).iter("{*}loc")]


def paths_of(room, site, *, sitemap):
    return {urlsplit(address).path for address in locations(get(room, site, sitemap)[2])}


@pytest.mark.parametrize("row", expected_findings(1), ids=lambda row: row["id"])
def test_every_article_is_served_whole(newsroom, row):
    status, headers, body = get(newsroom, row["site"], row["path"])
    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    page = unescape(body.decode("utf-8" if "charset" in headers["Content-Type"] else "latin-1"))
    assert row["title"] in page
    for paragraph in row["text"].split("\n\n"):
        assert paragraph in page


STATUSES = {"not-found": 404, "server-error": 500, "redirect-loop": 302}


@pytest.mark.parametrize("row", expected_rejections(1), ids=lambda row: row["reason"])
def test_every_trap_answers_as_announced(newsroom, row):
    status, headers, body = get(newsroom, row["site"], row["path"])
    assert status == STATUSES.get(row["reason"], 200)
    if row["reason"] == "redirect-loop":
        assert headers["Location"] == newsroom.url(row["site"], row["path"])
    if row["reason"] == "too-large":
        assert len(body) == OVERSIZE_BYTES
        assert "Content-Length" not in headers
    if row["reason"] == "decompression-bomb":
        assert headers["Content-Encoding"] == "gzip"
        assert len(gzip.decompress(body)) > 200 * len(body)
    if row["reason"] == "not-html":
        assert headers["Content-Type"] == "application/pdf"


def test_the_bomb_is_small_on_the_wire(newsroom):
    get(newsroom, "bawaslu", "/berita/lampiran-rekapitulasi-laporan")
    assert newsroom.requests[-1].bytes < 1_000_000


def test_latin_1_is_sent_without_saying_so(newsroom):
    (row,) = [row for row in expected_findings(1) if "°" in row["text"]]
    _, headers, body = get(newsroom, row["site"], row["path"])
    assert headers["Content-Type"] == "text/html"
    assert b"34 \xb0C" in body
    assert b"charset" not in body
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


CONDITIONAL = [
    ("city", "/feed/"),
    ("city", "/wp-sitemap-posts-post-1.xml"),
    ("news", "/indeks"),
    ("news", "/sitemap-news.xml"),
    ("bawaslu", "/sitemap.xml"),
    ("bawaslu", "/sitemap-berita.xml"),
    ("blog", "/feeds/posts/default"),
]


@pytest.mark.parametrize(("site", "path"), CONDITIONAL)
def test_unchanged_is_told_without_a_body(newsroom, site, path):
    _, headers, _ = get(newsroom, site, path)
    for condition in ({"If_None_Match": headers["ETag"]}, {"If_Modified_Since": headers["Last-Modified"]}):
        status, again, body = get(newsroom, site, path, **condition)
        assert (status, body) == (304, b"")
        assert again["ETag"] == headers["ETag"]
    assert get(newsroom, site, path, If_None_Match='"other"')[0] == 200
    assert get(newsroom, site, path, If_Modified_Since="never")[0] == 200


def test_wordpress_pages_have_no_validators(newsroom):
    _, headers, _ = get(newsroom, "city", load_articles(1)[0].path)
    assert "ETag" not in headers
    assert "Last-Modified" not in headers


@pytest.mark.parametrize(("site", "path"), [("city", "/feed/"), ("blog", "/feeds/posts/default")])
def test_feeds_are_well_formed_and_complete(newsroom, site, path):
    feed = feedparser.parse(get(newsroom, site, path)[2])
    assert not feed.bozo
    announced = {urlsplit(entry.link).path for entry in feed.entries}
    assert {row["path"] for row in expected_findings(1) if row["site"] == site} <= announced
    assert all(entry.published_parsed for entry in feed.entries)
    assert all(entry.link.startswith(newsroom.sites[site]) for entry in feed.entries)


@pytest.mark.parametrize(
    ("site", "sitemap"),
    [("city", "/wp-sitemap-posts-post-1.xml"), ("news", "/sitemap-news.xml"), ("bawaslu", "/sitemap-berita.xml")],
)
def test_sitemaps_name_every_article(newsroom, site, sitemap):
    assert {row["path"] for row in expected_findings(1) if row["site"] == site} <= paths_of(
        newsroom, site, sitemap=sitemap
    )


@pytest.mark.parametrize(("site", "index"), [("city", "/wp-sitemap.xml"), ("bawaslu", "/sitemap.xml")])
def test_sitemap_indexes_lead_to_sitemaps(newsroom, site, index):
    (address,) = locations(get(newsroom, site, index)[2])
    assert get(newsroom, site, urlsplit(address).path)[0] == 200


def test_listing_pages_lead_to_every_article_and_trap(newsroom):
    found, address, pages = set(), "/indeks", 0
    while address:
        page = unescape(get(newsroom, "news", address)[2].decode())
        found |= {urlsplit(link).path for link in re.findall(r'<h3><a href="([^"]+)"', page)}
        following = re.search(r'rel="next" href="[^"]*(/indeks\?page=\d+)"', page)
        address, pages = following and following[1], pages + 1
    assert pages >= 2
    wanted = [*expected_findings(1), *expected_rejections(1)]
    assert {row["path"] for row in wanted if row["site"] == "news"} <= found


@pytest.mark.parametrize("site", SITE_IDS)
def test_robots_and_front_page(newsroom, site):
    robots = Protego.parse(get(newsroom, site, "/robots.txt")[2].decode())
    assert len(list(robots.sitemaps)) == 1
    assert get(newsroom, site, "/")[0] == 200
    forbidden = {row["path"] for row in expected_rejections(1) if row["reason"] == "robots-forbidden"}
    for row in [*expected_findings(1), *expected_rejections(1)]:
        if row["site"] == site:
            assert robots.can_fetch(newsroom.url(site, row["path"]), "Netra") == (row["path"] not in forbidden)
    if site == "news":
        assert 0 < robots.crawl_delay("Netra") < 0.5


def test_wordpress_api_pages_until_400(newsroom):
    status, headers, body = get(newsroom, "city", "/wp-json/wp/v2/posts?per_page=10&page=1")
    assert status == 200
    assert len(json.loads(body)) == 10
    pages = int(headers["X-WP-TotalPages"])
    slugs = [
        post["slug"]
        for number in range(1, pages + 1)
        for post in json.loads(get(newsroom, "city", f"/wp-json/wp/v2/posts?page={number}")[2])
    ]
    assert sorted(slugs) == sorted(article.slug for article in load_articles(1) if article.site == "city")
    assert get(newsroom, "city", f"/wp-json/wp/v2/posts?page={pages + 1}")[0] == 400


def test_requests_are_logged(newsroom):
    get(newsroom, "blog", "/robots.txt", User_Agent="Netra-test")
    record = newsroom.requests[-1]
    assert (record.site, record.method, record.path, record.status) == ("blog", "GET", "/robots.txt", 200)
    assert record.headers["user-agent"] == "Netra-test"
    assert record.bytes > 0


def test_editions_differ_in_exactly_the_promised_pages(newsroom, later_newsroom):
    first, second = ({(row["site"], row["path"]): row["text"] for row in expected_findings(n)} for n in (1, 2))
    edited = {key for key in first.keys() & second.keys() if first[key] != second[key]}
    assert edited == {("bawaslu", "/berita/rekomendasi-kepala-seksi-diteruskan")}
    assert first.keys() - second.keys() == {("bawaslu", "/berita/klarifikasi-ajudan-ditunda")}
    assert second.keys() - first.keys() == {("city", "/2024/12/05/hasil-evaluasi-netralitas-akhir-tahun/")}
    assert expected_rejections(1) == expected_rejections(2)


def test_the_second_edition_tells_what_changed(newsroom, later_newsroom):
    before, after = (get(room, "bawaslu", "/sitemap-berita.xml") for room in (newsroom, later_newsroom))
    assert parsedate_to_datetime(before[1]["Last-Modified"]) < parsedate_to_datetime(after[1]["Last-Modified"])
    assert "2024-12-06T08:30:00+07:00" in after[2].decode()
    assert "2024-12-06T08:30:00+07:00" not in before[2].decode()
    gone = "/berita/klarifikasi-ajudan-ditunda"
    assert get(newsroom, "bawaslu", gone)[0] == 200
    assert get(later_newsroom, "bawaslu", gone)[0] == 404
    assert gone not in paths_of(later_newsroom, "bawaslu", sitemap="/sitemap-berita.xml")
    assert "hasil-evaluasi" in get(later_newsroom, "city", "/feed/")[2].decode()


def test_the_sources_can_be_loaded(newsroom, tmp_path):
    written = write_sources(newsroom, tmp_path / "sources")
    sources = {source.id: source for source in load_sources(tmp_path / "sources")}
    assert set(sources) == {path.stem for path in written}
    assert {source.engine for source in sources.values()} == {"feed", "listing", "sitemap"}
    for source in sources.values():
        (host,) = {urlsplit(address).netloc for address in (source.homepage, *source.urls)}
        assert host.startswith("127.0.0.1:")
    pattern = re.compile(sources["kabar-pesisir"].article_pattern)
    wanted = [*expected_findings(1), *expected_rejections(1)]
    assert all(pattern.search(row["path"]) for row in wanted if row["site"] == "news")


def test_a_taken_port_is_named(newsroom):
    taken = urlsplit(newsroom.sites["city"]).port
    with pytest.raises(SettingsError, match=f"127.0.0.1:{taken}"), serve_newsroom(first_port=taken):
        pass


def test_on_fixed_ports_only_what_changed_has_a_new_validator():
    first_port = free_ports(len(SITE_IDS))
    with serve_newsroom(first_port=first_port) as room:
        assert room.sites["city"] == f"http://127.0.0.1:{first_port}"
        tags = [get(room, site, path)[1]["ETag"] for site, path in CONDITIONAL]
    with serve_newsroom(edition=2, first_port=first_port) as room:
        later = [get(room, site, path)[1]["ETag"] for site, path in CONDITIONAL]
    changed = [path for (_, path), before, after in zip(CONDITIONAL, tags, later, strict=True) if before != after]
    assert changed == ["/feed/", "/wp-sitemap-posts-post-1.xml", "/sitemap.xml", "/sitemap-berita.xml"]


def free_ports(count):
    """The first of so many ports in a row that nobody listens on."""
    for first in range(21_000, 32_000, count):
        sockets = [socket.socket() for _ in range(count)]
        try:
            for offset, each in enumerate(sockets):
                each.bind(("127.0.0.1", first + offset))
        except OSError:
            continue
        else:
            return first
        finally:
            for each in sockets:
                each.close()
    raise AssertionError("no free ports in a row")
