"""Real WordPress servers, crawled by feed, by sitemap and by their interface: the same posts each way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from storage.archive import Archive
from storage.crawl_log import SourceCounts
from storage.records import Page

# Script, folder and port; the second takes its posts from the folder of the first, and so comes after it.
SERVERS = (("start-wordpress", "wp-site", 8088), ("start-wordpress-sqlite", "wp-sqlite", 8090))
WAYS = {"feed": "/feed/", "sitemap": "/wp-sitemap.xml", "wordpress": "/"}
PUBLISHED = 36  # of the posts that the scripts write; drafts and a protected one are not to be seen
MOST_OF_A_SECOND_CRAWL = 0.02  # of the bytes of the first
STARTING_SECONDS = 900  # packages have to be fetched


@dataclass(frozen=True)
class Crawled:
    pages: dict[str, Page]  # by address
    failures: dict[str, str]  # address → reason
    first: SourceCounts
    second: SourceCounts


def main(reference: Path) -> bool:
    """Print one row for each server and way; True when something is missing or leaks."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        sys.stdout.write("\nWordPress: not measured, it takes root and apt-get to install the servers.\n")
        return False
    missed = False
    with tempfile.TemporaryDirectory(prefix="netra-wordpress-") as folder:
        for script, name, port in SERVERS:
            command = [str(reference / "bin" / script), f"{folder}/{name}", str(port), f"{folder}/{SERVERS[0][1]}"]
            with _running(command[: 3 if script == "start-wordpress" else 4], Path(folder)) as works:
                if not works:
                    sys.stdout.write(f"\n{script}: the server did not start; not measured.\n")
                    continue
                missed |= _measure(script, f"127.0.0.1:{port}", Path(folder) / f"crawl-{name}")
    return missed


def _measure(script: str, host: str, folder: Path) -> bool:
    found = {way: _crawl(way, path, host, folder / way) for way, path in WAYS.items()}
    every = set().union(*(crawled.pages for crawled in found.values()))
    missed = False
    sys.stdout.write(f"\n{script}\n")
    for way, crawled in found.items():
        share = crawled.second.bytes / crawled.first.bytes
        leaks = [url for url, page in crawled.pages.items() if b"post-password-form" in page.body]
        right = (
            set(crawled.pages) == every and len(every) == PUBLISHED and not leaks and share <= MOST_OF_A_SECOND_CRAWL
        )
        dated = sum(page.hints.published_at is not None for page in crawled.pages.values())
        sys.stdout.write(
            f"  {way:9} {len(crawled.pages)} of {PUBLISHED} posts, {dated} dated, {len(leaks)} protected bodies, "
            f"second crawl: {crawled.second.asked} requests, {share:.2%} of the bytes{'' if right else '  <-- wrong'}\n"
        )
        missed |= not right
    return missed


def _crawl(engine: str, path: str, host: str, folder: Path) -> Crawled:
    sources = folder / "sources"
    sources.mkdir(parents=True)
    (sources / "uji.toml").write_text(
        f'name = "Uji"\nkind = "regency"\nhomepage = "http://{host}/"\nengine = "{engine}"\n'
        f'urls = ["http://{host}{path}"]\nstatus = "active"\nstatus_date = 2026-11-22\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "crawler.run", "--data-dir", str(folder), "--sources", str(sources), "--quiet"]
    for _ in range(2):
        subprocess.run([*command, "--allow-host", host], check=False)
    with Archive.open(folder, readonly=True) as archive:
        pages = {page.url: page for page in map(archive.page, archive.page_ids())}
        second, first = (run.sources[0] for run in archive.runs(newest=2))
        return Crawled(pages, {each.url: each.reason for each in archive.failures()}, first, second)


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[bool]:
    """Start a server by its script; afterwards end every process group whose number it left behind."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=STARTING_SECONDS, check=False)
        yield done.returncode == 0
    except subprocess.TimeoutExpired:
        yield False
    finally:
        for file in Path(command[1]).glob("*.pid"):
            with suppress(OSError, ValueError):
                os.killpg(int(file.read_text(encoding="ascii").strip()), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")))
