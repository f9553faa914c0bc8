"""Feeds, sitemaps and listings that attack, mislead or never end: each is told, and none stops the others."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from tests.crawler.loopback import Answer, Crawl, Site, Workplace, article

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    "<rss><channel><title>&b;</title></channel></rss>"
)
ENTRIES: dict[str, tuple[str, Answer, str]] = {
    "entity-bomb": ("feed", BOMB, "not-a-feed"),
    "gzip-bomb": ("feed", (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(60_000_000))), "decompression-bomb"),
    "packed-bomb": ("sitemap", gzip.compress(bytes(12_000_000)), "decompression-bomb"),
    "fifty-megabytes": ("feed", (200, {"Content-Length": "52428800"}, "<rss>"), "too-large"),
    "html": ("feed", "<html><body>Beranda</body></html>", "not-a-feed"),
    "missing": ("sitemap", (404, {}, ""), "not-found"),
    "elsewhere": ("feed", (301, {"Location": "http://169.254.169.254/feed"}, ""), "private-address"),
    "circle": ("feed", (302, {"Location": "/circle"}, ""), "redirect-loop"),
    "no-api": ("wordpress", (401, {}, "{}"), "not-an-api"),
    "empty-listing": ("listing", "<html><p>Kosong</p></html>", "no-links"),
}


def endless(site: Site) -> Callable[[BaseHTTPRequestHandler], None]:
    """A listing whose next page always exists and always names the same article."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        page = int(handler.path.partition("?page=")[2] or 1)
        body = f'<a href="/berita/satu-dua-tiga">Satu</a><a rel="next" href="/kalender?page={page + 1}">&raquo;</a>'
        site.answers[f"/kalender?page={page + 1}"] = answer
        handler.send_answer(200, {}, body.encode())  # type: ignore[attr-defined]

    return answer


@pytest.fixture(scope="module")
def crawled(open_site: Callable[..., Site], shared_workplace: Workplace) -> tuple[dict[str, Site], Crawl]:
    sites = {}
    for name, (engine, answer, _) in ENTRIES.items():
        site = sites[name] = open_site()
        path = "/" if engine == "wordpress" else f"/{name}"
        site.answers = {f"/{name}": answer}
        shared_workplace.source(site, urls=[path], engine=engine, id=name)
    trap = sites["trap"] = open_site()
    trap.answers = {"/kalender": endless(trap), "/berita/satu-dua-tiga": article("Satu")}
    shared_workplace.source(trap, urls=["/kalender"], engine="listing", id="trap")
    strangers = sites["strangers"] = open_site()
    strangers.answers["/feed"] = strangers.feed("/a").replace(
        "</feed>",
        "<entry><link href='https://lain.example/x'/></entry><entry><link href='mailto:a@b.example'/></entry></feed>",
    )
    strangers.answers["/a"] = article("A")
    shared_workplace.source(strangers, urls=["/feed"], id="strangers")
    return sites, shared_workplace.crawl()


@pytest.mark.parametrize("name", ENTRIES)
def test_each_hostile_entry_is_told_with_its_reason(crawled: tuple[dict[str, Site], Crawl], name: str) -> None:
    sites, crawl = crawled
    reasons = [failure.reason for failure in crawl.failures.values() if failure.source_id == name]
    assert ENTRIES[name][2] in reasons, reasons
    assert sites[name].asked


def test_where_the_interface_is_off_the_feed_was_asked(crawled: tuple[dict[str, Site], Crawl]) -> None:
    assert "/feed/" in crawled[0]["no-api"].paths()


def test_a_listing_without_end_is_left_when_it_brings_nothing_new(crawled: tuple[dict[str, Site], Crawl]) -> None:
    sites, _ = crawled
    assert sites["trap"].paths() == ["/robots.txt", "/kalender", "/kalender?page=2", "/berita/satu-dua-tiga"]


def test_links_to_strangers_are_told_and_not_followed(crawled: tuple[dict[str, Site], Crawl]) -> None:
    _, crawl = crawled
    reasons = {url: failure.reason for url, failure in crawl.failures.items() if failure.source_id == "strangers"}
    assert reasons == {"https://lain.example/x": "off-site", "mailto:a@b.example": "bad-address"}
    assert {page.source_id for page in crawl.pages} == {"strangers", "trap"}


def test_the_run_ended_and_told_which_sources_were_silent(crawled: tuple[dict[str, Site], Crawl]) -> None:
    _, crawl = crawled
    assert (crawl.run.outcome, crawl.status) == ("finished", 3)
    assert "Traceback" not in crawl.stderr
