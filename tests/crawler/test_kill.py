"""kill -9 in the middle of a crawl, then the same command: the same pages as an undisturbed crawl, none twice."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

from storage.archive import Archive
from storage.warc import records
from tests.crawler.loopback import Site, Workplace, article
from tests.crawler.zygote import Zygote

PAGES = 120
KILLED_AFTER = (15, 60)  # requests


def fill(site: Site) -> None:
    names = [f"/berita-{number}" for number in range(PAGES)]
    site.answers = {name: article(f"Berita {name}", "Isi. " * 50) for name in names}
    site.answers["/halaman-hilang"] = (404, {}, "tidak ada")
    parts = "".join(f"<sitemap><loc>{site.url}/part-{part}.xml</loc></sitemap>" for part in range(3))
    site.answers["/sitemap.xml"] = f"<sitemapindex>{parts}</sitemapindex>"
    for part in range(3):
        urls = "".join(f"<url><loc>{site.url}{name}</loc></url>" for name in [*names[part::3], "/halaman-hilang"])
        site.answers[f"/part-{part}.xml"] = f"<urlset>{urls}</urlset>"


def payloads(workplace: Workplace) -> list[tuple[str, str]]:
    with Archive.open(workplace.data, readonly=True) as archive:
        return sorted((page.url, page.sha256) for page in map(archive.page, archive.page_ids()))


def test_a_killed_crawl_goes_on_where_it_was(open_site: Callable[[], Site], tmp_path: Path, zygote: Zygote) -> None:
    site = open_site()
    fill(site)
    undisturbed, killed = Workplace(tmp_path / "whole", zygote), Workplace(tmp_path / "killed", zygote)
    for workplace in (undisturbed, killed):
        workplace.source(site, urls=["/sitemap.xml"], engine="sitemap")
    undisturbed.crawl()

    for requests in KILLED_AFTER:
        site.asked.clear()
        process = killed.start()
        while len(site.asked) < requests:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    crawl = killed.crawl()

    assert payloads(killed) == payloads(undisturbed)
    assert len(payloads(killed)) == len(set(payloads(killed))) == PAGES
    assert crawl.reasons() == {site.url + "/halaman-hilang": "not-found"}
    # The evidence holds each page once too: what had no row was cut off and fetched again.
    responses = [
        record.rec_headers.get_header("WARC-Target-URI")
        for file in sorted((killed.data / "archive").glob("*.warc.gz"))
        for _, record in records(file)
        if record.rec_type == "response"
    ]
    articles = [url for url in responses if "/berita-" in url]
    assert len(articles) == len(set(articles)) == PAGES


def test_a_second_crawl_of_the_same_folder_waits_its_turn(open_site: Callable[[], Site], workplace: Workplace) -> None:
    site = open_site()
    fill(site)
    workplace.source(site, urls=["/sitemap.xml"], engine="sitemap", extra="delay_seconds = 0.5")
    first = workplace.start()
    while len(site.asked) < 2:
        time.sleep(0.01)
    second = workplace.start()
    assert second.wait() == 1
    assert "another crawl is running" in second.said()
    first.send_signal(signal.SIGTERM)
    first.wait()
    assert workplace.look().run.outcome == "stopped"
