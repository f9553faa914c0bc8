"""Crawling on loopback: a polite crawl of 50 hosts at once, and memory with 10,000 and 100,000 known addresses."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from storage.archive import Archive
from tests.crawler.loopback import Site, SiteServer, article, handler_of

HOSTS, PAGES_OF_A_HOST, DELAY_SECONDS = 50, 20, 0.2
KNOWN = (10_000, 100_000)
URLS_OF_A_PART = 5_000
FETCHED_OF_THE_KNOWN = 200


@dataclass(frozen=True)
class Measured:
    seconds: float
    cpu_seconds: float
    most_memory_mb: float
    pages: int


def main(reference: Path) -> None:
    """Print pages a second, CPU and memory of crawls in folders that are thrown away."""
    del reference
    crowd = _crowd()
    sys.stdout.write(
        f"  {HOSTS} hosts, {DELAY_SECONDS} s between requests to each: {crowd.pages} pages in {crowd.seconds:.1f} s, "
        f"{crowd.pages / crowd.seconds:.0f} pages/s, {1000 * crowd.cpu_seconds / crowd.pages:.1f} ms CPU a page, "
        f"{crowd.most_memory_mb:.0f} MB\n"
    )
    for known in KNOWN:
        one = _many_known(known)
        sys.stdout.write(f"  {known:,} known addresses: {one.most_memory_mb:.0f} MB at most, {one.seconds:.1f} s\n")


def _crowd() -> Measured:
    with _sites(HOSTS) as sites, tempfile.TemporaryDirectory() as folder:
        for site in sites:
            names = [f"/berita-{number}" for number in range(PAGES_OF_A_HOST)]
            site.answers = {name: article(name, "Isi berita. " * 500) for name in names}
            site.answers["/feed"] = site.feed(*names)
        return _crawl(Path(folder), sites, "feed", "/feed", f"delay_seconds = {DELAY_SECONDS}")


def _many_known(known: int) -> Measured:
    with _sites(1) as sites, tempfile.TemporaryDirectory() as folder:
        (site,) = sites
        parts = range(0, known, URLS_OF_A_PART)
        listed = "".join(f"<sitemap><loc>{site.url}/part-{part}.xml</loc></sitemap>" for part in parts)
        site.answers = {"/sitemap.xml": f"<sitemapindex>{listed}</sitemapindex>"}
        for part in parts:
            urls = "".join(
                f"<url><loc>{site.url}/2024/09/17/berita-nomor-{number}</loc><lastmod>2024-09-17</lastmod></url>"
                for number in range(part, part + URLS_OF_A_PART)
            )
            site.answers[f"/part-{part}.xml"] = f"<urlset>{urls}</urlset>"
        cap = len(parts) + FETCHED_OF_THE_KNOWN
        return _crawl(Path(folder), sites, "sitemap", "/sitemap.xml", f"pages_per_day = {cap}")


@contextmanager
def _sites(number: int) -> Iterator[list[Site]]:
    sites, servers = [], []
    for _ in range(number):
        site = Site()
        server = SiteServer(("127.0.0.1", 0), handler_of(site))
        site.port = server.server_port
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        sites.append(site)
        servers.append(server)
    yield sites
    for server in servers:
        server.shutdown()
        server.server_close()


def _crawl(folder: Path, sites: list[Site], engine: str, path: str, extra: str) -> Measured:
    (folder / "sources").mkdir()
    for number, site in enumerate(sites):
        (folder / "sources" / f"situs-{number}.toml").write_text(
            f'name = "Situs"\nkind = "media"\nhomepage = "{site.url}/"\nengine = "{engine}"\n'
            f'urls = ["{site.url}{path}"]\nstatus = "active"\nstatus_date = 2026-11-22\n{extra}\n',
            encoding="utf-8",
        )
    hosts = [part for site in sites for part in ("--allow-host", site.host)]
    command = [sys.executable, "-m", "crawler.run", "--data-dir", str(folder / "data"), "--quiet", *hosts]
    began = time.perf_counter()
    process = subprocess.Popen([*command, "--sources", str(folder / "sources")], stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    seconds = time.perf_counter() - began
    with Archive.open(folder / "data", readonly=True) as archive:
        pages = sum(counts.fetched for counts in archive.runs(newest=1)[0].sources)
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, max(pages, 1))


if __name__ == "__main__":
    main(Path())
