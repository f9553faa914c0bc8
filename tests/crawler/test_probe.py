"""A site that nobody has described yet: what it offers is found, the best is chosen, and three pages are looked at."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crawler.probe import Fetched, Finding, find_entries, source_text
from crawler.probe_run import probe
from crawler.reading import Answer
from crawler.registry import load_sources
from storage.errors import NetraError
from tests.crawler.loopback import Site, Workplace, article

HOME = "https://contoh.example/"
DATE = "<pubDate>Tue, 17 Sep 2024 08:00:00 +0700</pubDate>"
ITEM = f"<item><title>A</title><link>/2024/09/bupati-ingatkan-asn</link>{DATE}</item>"
RSS = f"<rss version='2.0'><channel><title>K</title>{ITEM}</channel></rss>"
POSTS = '[{"link": "https://contoh.example/bupati-ingatkan-asn/", "date_gmt": "2024-09-17T01:00:00"}]'
SITEMAP = "<urlset><url><loc>https://contoh.example/bupati-ingatkan-asn</loc></url></urlset>"
LISTING = '<html><title>Kota Contoh</title><a href="/berita">Berita Terkini</a></html>'
NEWS = '<html><a href="/berita/bupati-ingatkan-asn-1">x</a><a href="/berita/bupati-ingatkan-asn-2">y</a></html>'


def look(pages: dict[str, str]) -> tuple[Finding, list[str]]:
    asked: list[str] = []

    async def fetch(url: str) -> Fetched:
        asked.append(url)
        path = url.removeprefix("https://contoh.example")
        body = next(
            (
                text
                for start, text in pages.items()
                if path == start or (len(start) > 1 and path.startswith(start + "?"))
            ),
            None,
        )
        status = 404 if body is None else 200
        return Fetched(Answer(url, status, "text/html", {}, (body or "").encode()))

    return asyncio.run(find_entries(fetch, HOME)), asked


@pytest.mark.parametrize(
    ("pages", "engine", "url"),
    [
        (
            {"/": LISTING + "<link rel='https://api.w.org/'>", "/wp-json/wp/v2/posts": POSTS, "/feed/": RSS},
            "wordpress",
            HOME,
        ),
        (
            {"/": "<link rel='alternate' type='application/rss+xml' href='/umpan'>", "/umpan": RSS},
            "feed",
            HOME + "umpan",
        ),
        ({"/": LISTING, "/feeds/posts/default": RSS}, "feed", HOME + "feeds/posts/default"),
        ({"/": LISTING, "/robots.txt": "Sitemap: /peta.xml", "/peta.xml": SITEMAP}, "sitemap", HOME + "peta.xml"),
        ({"/": LISTING, "/berita": NEWS, "/feed/": "<html>Tidak ada</html>"}, "listing", HOME + "berita"),
    ],
)
def test_the_best_entry_is_chosen(pages: dict[str, str], engine: str, url: str) -> None:
    finding, _ = look(pages)
    assert finding.chosen is not None
    assert (finding.chosen.engine, finding.chosen.url) == (engine, url)
    assert finding.samples


def test_what_was_tried_in_vain_is_told_and_nothing_is_asked_twice() -> None:
    finding, asked = look({"/": "<html><p>Selamat datang</p></html>"})
    assert finding.chosen is None
    assert {candidate.problem for candidate in finding.candidates} == {"not-found", "no-links"}
    assert len(asked) == len(set(asked)) + 1  # the homepage, once more as a listing


def test_a_site_that_cannot_be_had_is_told() -> None:
    finding, _ = look({})
    assert (finding.chosen, finding.problem) == (None, "status 404")


def test_the_file_that_is_written_is_one_that_can_be_read(tmp_path: Path) -> None:
    finding, _ = look({"/": LISTING, "/feed/": RSS})
    text = source_text(
        finding, name='Kota "Contoh"\n', kind="city", region="73.71", timezone="Asia/Makassar", today="2026-11-22"
    )
    (tmp_path / "contoh.toml").write_text(text, encoding="utf-8")
    (source,) = load_sources(tmp_path)
    assert (source.engine, source.urls, source.status_date) == ("feed", (HOME + "feed/",), date(2026, 11, 22))
    assert tomllib.loads(text)["name"] == 'Kota "Contoh"\n'


def test_a_real_site_is_probed_in_a_process_of_its_own(open_site: Callable[..., Site], workplace: Workplace) -> None:
    site = open_site()
    site.answers = {
        "/": (302, {"Location": "/beranda"}, ""),
        "/beranda": LISTING,
        "/robots.txt": (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /rahasia\n"),
        "/feed/": site.feed("/a", "/rahasia", "/c"),
        "/a": article("A"),
        "/rahasia": article("Rahasia"),
    }
    finding = probe(site.url + "/", contact="redaksi@contoh.example", allow_hosts=[site.host])
    assert finding.chosen is not None
    assert (finding.chosen.engine, finding.chosen.pages, finding.chosen.dated) == ("feed", 3, 3)
    assert [(sample.status, sample.problem) for sample in finding.samples] == [
        (200, None),
        (None, "robots-forbidden"),
        (404, None),
    ]
    assert b"<h1>A</h1>" in finding.samples[0].body
    assert "/rahasia" not in site.paths()

    workplace.source(site, urls=["/feed/", "/tidak-ada"])
    (source,) = load_sources(workplace.folder / "sources")
    checked = probe(site.url, source=source, sources_folder=workplace.folder / "sources", allow_hosts=[site.host])
    assert [(each.pages, each.problem) for each in checked.candidates] == [(3, None), (0, "not-found")]


def test_a_private_address_is_not_probed() -> None:
    assert probe("http://127.0.0.1:1/").problem == "private-address"


def test_a_probe_that_cannot_begin_says_why(tmp_path: Path) -> None:
    source = type("Named", (), {"id": "tidak-ada"})()
    with pytest.raises(NetraError, match="no source"):
        probe("http://127.0.0.1:1/", source=source, sources_folder=tmp_path)
