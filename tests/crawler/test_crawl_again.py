"""What a second crawl asks: only what may have changed; and what becomes of edits, deletions and new articles."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from storage.archive import Archive
from tests.crawler.loopback import Site, Workplace, article

SITEMAP = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{}</urlset>"


def sitemap(site: Site, **pages: str) -> tuple[int, dict[str, str], str]:
    """A sitemap with the date of change of each page, and a validator of its own."""
    body = "".join(
        f"<url><loc>{site.url}/{name}</loc><lastmod>{day}</lastmod></url>" for name, day in sorted(pages.items())
    )
    return (200, {"Content-Type": "text/xml", "ETag": f'"{hash(body)}"'}, SITEMAP.format(body))


def test_edits_deletions_and_news_are_found_and_nothing_else_is_asked(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    site.answers = {
        "/sitemap.xml": sitemap(site, tetap="2024-09-01", ubah="2024-09-01", hapus="2024-09-01"),
        "/tetap": article("Tetap"),
        "/ubah": article("Ubah", "Semula."),
        "/hapus": article("Hapus"),
    }
    workplace.source(site, urls=["/sitemap.xml"], engine="sitemap")
    first = workplace.crawl()
    assert first.counts().new == 3

    site.asked.clear()
    unchanged = workplace.crawl()
    assert site.paths() == ["/sitemap.xml"]
    assert unchanged.counts().unchanged == 1
    assert unchanged.counts().bytes == 0
    assert len(unchanged.pages) == 3

    site.asked.clear()
    site.answers["/sitemap.xml"] = sitemap(site, tetap="2024-09-01", ubah="2024-09-20", baru="2024-09-20")
    site.answers |= {"/ubah": article("Ubah", "Sesudah."), "/baru": article("Baru")}
    del site.answers["/hapus"]
    third = workplace.crawl()
    assert sorted(site.paths()) == ["/baru", "/hapus", "/sitemap.xml", "/ubah"]
    assert (third.counts().new, third.counts().changed) == (1, 1)
    assert [page.url for page in third.pages].count(site.url + "/ubah") == 2
    with Archive.open(workplace.data, readonly=True) as archive:
        assert [gone.url for gone in archive.gone_pages()] == [site.url + "/hapus"]
    assert third.reasons() == {site.url + "/hapus": "not-found"}

    site.asked.clear()
    workplace.crawl()
    assert site.paths() == ["/sitemap.xml"]


def test_a_feed_tells_edits_by_its_items_and_deletions_by_their_absence(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()

    def item(name: str, day: int, summary: str) -> str:
        date = f"{day:02} Sep 2024 08:00:00 +0700"
        return (
            f"<item><title>{name}</title><link>{site.url}/{name}</link><pubDate>{date}</pubDate>"
            f"<description>{summary}</description></item>"
        )

    def feed(*items: str) -> str:
        return f"<rss version='2.0'><channel><title>Kabar</title>{''.join(items)}</channel></rss>"

    site.answers = {f"/{name}": article(name) for name in ("a", "b", "c", "d")}
    site.answers["/feed"] = feed(item("c", 3, "tiga"), item("b", 2, "dua"), item("a", 1, "satu"))
    workplace.source(site, urls=["/feed"])
    workplace.crawl()

    # "b" was taken away, "c" edited, "a" has rolled off at the end.
    site.answers["/feed"] = feed(item("d", 4, "empat"), item("c", 3, "tiga, diralat"), item("a", 1, "satu"))
    del site.answers["/b"]
    site.asked.clear()
    again = workplace.crawl()
    assert sorted(site.paths()) == ["/b", "/c", "/d", "/feed"]
    assert again.reasons() == {site.url + "/b": "not-found"}
    assert again.counts().unchanged == 1  # "c": the page itself is the same, so it gets no second row
    assert len(again.pages) == 4

    site.answers["/feed"] = feed(item("d", 4, "empat"), item("c", 3, "tiga, diralat"))
    site.asked.clear()
    workplace.crawl()
    assert site.paths() == ["/feed"]  # what rolls off at the end has not vanished


def test_spellings_of_one_address_are_one_page(open_site: Callable[[], Site], workplace: Workplace) -> None:
    site = open_site()
    spellings = [
        "/berita?b=2&amp;a=1",
        "/berita?a=1&amp;b=2&amp;utm_source=rss",
        "/berita?a=1&amp;b=2&amp;fbclid=x#komentar",
    ]
    site.answers = {"/feed": site.feed(*spellings), "/berita?b=2&a=1": article("Satu")}
    workplace.source(site, urls=["/feed"])
    assert [page.url for page in workplace.crawl().pages] == [site.url + "/berita?b=2&a=1"]


def test_a_page_is_asked_with_its_own_validators_when_it_may_have_changed(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    site.answers = {"/feed": site.feed("/a"), "/a": (200, {"ETag": '"satu"', "Last-Modified": "kemarin"}, article("A"))}
    workplace.source(site, urls=["/feed"])
    workplace.crawl()
    site.answers["/feed"] = site.feed("/a", updated="2024-09-18T08:00:00Z")
    site.asked.clear()
    again = workplace.crawl()
    (asked,) = [asked for asked in site.asked if asked.path == "/a"]
    assert asked.headers["if-none-match"] == '"satu"'
    assert asked.headers["if-modified-since"] == "kemarin"
    assert (again.counts().unchanged, len(again.pages)) == (1, 1)


def test_what_the_feed_says_of_a_page_is_kept_with_it(open_site: Callable[[], Site], workplace: Workplace) -> None:
    site = open_site()
    site.answers = {"/feed": site.feed("/a"), "/a": article("A")}
    workplace.source(site, urls=["/feed"])
    (page,) = workplace.crawl().pages
    assert page.hints.title == "Berita /a"
    assert page.hints.published_at is not None


def test_sources_that_cannot_be_read_are_told_in_the_exit_status(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    site.answers = {"/feed": "<html><body>Bukan umpan</body></html>"}
    workplace.source(site, urls=["/feed"])
    crawl = workplace.crawl()
    assert crawl.status == 3
    assert crawl.reasons() == {site.url + "/feed": "not-a-feed"}


def test_a_wrong_source_file_stops_the_run_with_one_sentence(
    workplace: Workplace, open_site: Callable[[], Site]
) -> None:
    site = open_site()
    workplace.source(site, urls=["/feed"], extra='colour = "merah"')
    command = [sys.executable, "-m", "crawler.run", *workplace.arguments()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "colour" in done.stderr
    assert "Traceback" not in done.stderr


def test_once_a_month_the_further_pages_are_swept_for_what_came_late(
    open_site: Callable[..., Site], workplace: Workplace
) -> None:
    site = open_site()
    pager = '<a rel="next" href="/berita?page=2">2</a>'
    site.answers = {f"/berita-nomor-{number}": article(str(number)) for number in range(1, 4)}
    site.answers["/berita"] = '<a href="/berita-nomor-1">Satu</a>' + pager
    site.answers["/berita?page=2"] = '<a href="/berita-nomor-2">Dua</a>'
    workplace.source(site, urls=["/berita"], engine="listing")
    assert len(workplace.crawl().pages) == 2

    site.answers["/berita"] = '<p>Hari ini</p><a href="/berita-nomor-1">Satu</a>' + pager
    site.answers["/berita?page=2"] = '<a href="/berita-nomor-3">Terlambat</a><a href="/berita-nomor-2">Dua</a>'
    site.asked.clear()
    workplace.crawl()
    assert site.paths() == ["/berita"]

    with Archive.open(workplace.data) as archive:
        archive.db.execute("UPDATE frontier SET answered_at = '2026-01-01T00:00:00.000Z' WHERE key LIKE '%page=2'")
    site.answers["/berita"] = '<p>Bulan depan</p><a href="/berita-nomor-1">Satu</a>' + pager
    site.asked.clear()
    workplace.crawl()
    assert site.paths() == ["/berita", "/berita?page=2", "/berita-nomor-3"]
