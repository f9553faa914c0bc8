"""An article over several pages: its further pages are fetched with it, kept with it, and are no articles."""

from __future__ import annotations

from collections.abc import Callable

from storage.archive import Archive
from storage.records import Page
from tests.crawler.loopback import Site, Workplace

PATH = "/berita-camat-ingatkan-pegawai"


def page_of(text: str, pager: str = "") -> str:
    paragraphs = f"<p>{text} di hadapan seluruh lurah, kepala desa, kepala puskesmas dan pegawai kecamatan.</p>" * 4
    return f"<html><head><title>Camat</title></head><body><article><h1>Camat</h1>{paragraphs}</article>{pager}</body>"


def pager(site: Site, *numbers: int) -> str:
    return "Halaman: " + " ".join(f"<a href='{site.url}{PATH}?halaman={number}'>{number}</a>" for number in numbers)


def split_article(site: Site) -> None:
    site.answers = {
        "/feed": site.feed(PATH),
        PATH: page_of("Camat berpesan", pager(site, 2, 3)),
        f"{PATH}?halaman=2": page_of("Camat mengulang pesannya", pager(site, 1, 3)),
        f"{PATH}?halaman=3": page_of("Camat menutup apel", pager(site, 1, 2)),
    }


def bodies(page: Page) -> list[str]:
    """The sentence with which each page of the article begins."""
    texts = (page.body, *(part.body for part in page.parts))
    return [text.decode().split("<p>")[1].partition(" di hadapan")[0] for text in texts]


def make_due(workplace: Workplace, path_end: str) -> None:
    with Archive.open(workplace.data) as archive:
        archive.db.execute("UPDATE frontier SET due_at = '2026-01-01T00:00:00.000Z' WHERE key LIKE ?", ["%" + path_end])


def test_the_pages_of_an_article_are_one_page_of_the_archive(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    split_article(site)
    workplace.source(site, urls=["/feed"])
    crawl = workplace.crawl()
    assert site.paths() == ["/robots.txt", "/feed", PATH, f"{PATH}?halaman=2", f"{PATH}?halaman=3"]
    (page,) = crawl.pages
    assert page.url == site.url + PATH
    assert bodies(page) == ["Camat berpesan", "Camat mengulang pesannya", "Camat menutup apel"]
    assert [part.url for part in page.parts] == [f"{site.url}{PATH}?halaman={number}" for number in (2, 3)]

    site.asked.clear()
    assert len(workplace.crawl().pages) == 1
    assert site.paths() == ["/feed"]


def test_an_edit_of_a_further_page_gives_the_article_a_new_row(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    split_article(site)
    workplace.source(site, urls=["/feed"])
    workplace.crawl()
    site.answers[f"{PATH}?halaman=3"] = page_of("Camat meralat pesannya", pager(site, 1, 2))
    make_due(workplace, "halaman=3")
    before, after = workplace.crawl().pages
    assert bodies(before)[2] == "Camat menutup apel"
    assert bodies(after) == ["Camat berpesan", "Camat mengulang pesannya", "Camat meralat pesannya"]
    assert (before.warc_file, before.warc_offset) == (after.warc_file, after.warc_offset)
    assert before.fetched_at < after.fetched_at


def test_an_article_that_became_shorter_loses_its_further_pages(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    split_article(site)
    workplace.source(site, urls=["/feed"])
    workplace.crawl()
    site.answers[PATH] = page_of("Camat berpesan singkat")
    make_due(workplace, PATH)
    before, after = workplace.crawl().pages
    assert len(before.parts) == 2
    assert bodies(after) == ["Camat berpesan singkat"]


def test_a_page_that_only_repeats_the_article_is_no_part_of_it(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    split_article(site)
    site.answers[f"{PATH}?halaman=2"] = page_of("Camat berpesan", "<aside>Berita lain</aside>" + pager(site, 3))
    workplace.source(site, urls=["/feed"])
    (page,) = workplace.crawl().pages
    assert page.parts == ()
    assert site.paths()[-1] == f"{PATH}?halaman=2"


def test_a_further_page_that_is_missing_or_leads_elsewhere_is_told_and_costs_nothing_else(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    split_article(site)
    site.answers[f"{PATH}?halaman=2"] = (302, {"Location": "/berita-lain-yang-lebih-baru"}, "")
    workplace.source(site, urls=["/feed"])
    crawl = workplace.crawl()
    assert [page.parts for page in crawl.pages] == [()]
    assert crawl.reasons() == {f"{site.url}{PATH}?halaman=2": "bad-redirect"}
    assert len(site.asked) == 4


def test_a_further_page_that_came_later_has_the_article_read_again(
    open_site: Callable[[], Site], workplace: Workplace
) -> None:
    site = open_site()
    split_article(site)
    late = site.answers.pop(f"{PATH}?halaman=2")
    site.answers[f"{PATH}?halaman=2"] = (500, {}, "")
    workplace.source(site, urls=["/feed"])
    (alone,) = workplace.crawl().pages
    assert alone.parts == ()
    site.answers[f"{PATH}?halaman=2"] = late
    make_due(workplace, "halaman=2")
    before, after = workplace.crawl().pages
    assert before.parts == ()
    assert len(after.parts) == 2
