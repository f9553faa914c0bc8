"""Pages per second of full extraction beside bare trafilatura with metadata, on the same pages and one core.

Reads the article pages of a reference folder, or pages of our own making where there is none. Prints, never fails:
timings are no test.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import lxml.html
import trafilatura

from pipeline.extract import extract_article
from storage.records import Article, Page, PageHints, SourceFacts

ROUNDS = 5
_SOURCE = SourceFacts("bench", "Bench", "media", None, "Asia/Jakarta")


def main(reference: Path) -> None:
    """Print one line for each reader, pages per second in its best round, and their ratio."""
    folder = reference / "pages"
    saved = [path.read_bytes() for path in sorted(folder.glob("*.html"))] if folder.is_dir() else []
    bodies = [body for body in saved if isinstance(_extract(body), Article)] or _own_pages()
    megabytes = sum(map(len, bodies)) / 1e6
    ours = _fastest(_extract, bodies)
    bare = _fastest(_bare, bodies)
    write = sys.stdout.write
    write(f"  {len(bodies)} articles, {megabytes:.1f} MB, best of {ROUNDS} rounds, processor time\n")
    write(f"  extract_article                             {len(bodies) / ours:8.1f} pages/s\n")
    write(f"  trafilatura.bare_extraction(with_metadata)  {len(bodies) / bare:8.1f} pages/s\n")
    write(f"  ratio                                       {bare / ours:8.2f}\n")


def _fastest(read: Callable[[bytes], object], bodies: Sequence[bytes]) -> float:
    read(bodies[0])  # loads what loads lazily
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for body in bodies:
            read(body)
        best = min(best, time.process_time() - started)
    return best


def _extract(body: bytes) -> object:
    page = Page(
        1,
        "https://kabar.example/berita/1-judul",
        "bench",
        datetime(2026, 1, 1, tzinfo=UTC),
        200,
        "text/html",
        body,
        "",
        "",
        0,
        PageHints(),
    )
    return extract_article(page, _SOURCE)


def _bare(body: bytes) -> object:
    return trafilatura.bare_extraction(
        body.decode("utf-8", "replace"),
        url="https://kabar.example/berita/1-judul",
        with_metadata=True,
        include_comments=False,
    )


def _own_pages() -> list[bytes]:
    text = "".join(
        f"<p>Wali Kota Sukaraya membuka rapat ke-{n} dan meminta pegawai tetap netral, Senin (2/9/2024).</p>"
        for n in range(30)
    )
    links = "".join(f"<li><a href='/{n}'>Berita ke-{n} dari Sukaraya hari ini</a></li>" for n in range(200))
    root = lxml.html.fromstring(
        f"<html><head><title>Rapat</title></head><body><ul>{links}</ul><h1>Rapat</h1>"
        f"<div class='entry-content'>{text}</div></body></html>"
    )
    return [lxml.html.tostring(root)] * 5
