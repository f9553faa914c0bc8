"""kill -9, twenty times at random moments of one crawl of 2,000 pages: the same pages as an undisturbed crawl."""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from storage.archive import Archive
from storage.verification import verify
from tests.crawler.loopback import Site, SiteServer, Workplace, article, handler_of
from tests.crawler.zygote import Zygote

PAGES, PARTS, KILLS = 2000, 4, 20
MOST_REQUESTS_BETWEEN_KILLS = 150
OPTIONS = ("--quiet", "--pages-per-day", "99999")


def main(reference: Path) -> bool:
    """Print what became of the pages; True when one is missing, doubled or damaged."""
    del reference
    site, zygote = Site(), Zygote()
    server = SiteServer(("127.0.0.1", 0), handler_of(site))
    site.port = server.server_port
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    _fill(site)
    with tempfile.TemporaryDirectory(prefix="netra-kills-") as folder:
        whole, killed = (Workplace(Path(folder) / name, zygote) for name in ("whole", "killed"))
        for workplace in (whole, killed):
            workplace.source(site, urls=["/sitemap.xml"], engine="sitemap")
        whole.start(*OPTIONS).wait()
        _kill_often(site, killed)
        killed.start(*OPTIONS).wait()
        wanted, found = _payloads(whole), _payloads(killed)
        with Archive.open(killed.data, readonly=True) as archive:
            verified = verify(archive)
    zygote.close()
    server.shutdown()
    server.server_close()
    right = wanted == found and len(set(found)) == len(found) == PAGES and not verified.damages
    sys.stdout.write(
        f"\n{KILLS} kills in a crawl of {PAGES} pages: {len(found)} pages, {len(found) - len(set(found))} twice, "
        f"{len(set(wanted) - set(found))} missing, {len(verified.damages)} of {verified.records} records damaged"
        f"{'' if right else '  <-- wrong'}\n"
    )
    return not right


def _fill(site: Site) -> None:
    names = [f"/berita-nomor-{number}" for number in range(PAGES)]
    site.answers = {name: article(name, "Isi. " * 50) for name in names}
    parts = "".join(f"<sitemap><loc>{site.url}/part-{part}.xml</loc></sitemap>" for part in range(PARTS))
    site.answers["/sitemap.xml"] = f"<sitemapindex>{parts}</sitemapindex>"
    for part in range(PARTS):
        urls = "".join(f"<url><loc>{site.url}{name}</loc></url>" for name in names[part::PARTS])
        site.answers[f"/part-{part}.xml"] = f"<urlset>{urls}</urlset>"


def _kill_often(site: Site, workplace: Workplace) -> None:
    chance = random.Random(7)  # noqa: S311 - the moments only have to differ
    for _ in range(KILLS):
        site.asked.clear()
        running = workplace.start(*OPTIONS)
        requests = chance.randint(1, MOST_REQUESTS_BETWEEN_KILLS)
        while len(site.asked) < requests:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.02)
        running.send_signal(signal.SIGKILL)
        running.wait()


def _payloads(workplace: Workplace) -> list[tuple[str, str]]:
    with Archive.open(workplace.data, readonly=True) as archive:
        return sorted((page.url, page.sha256) for page in map(archive.page, archive.page_ids()))


if __name__ == "__main__":
    sys.exit(main(Path()))
