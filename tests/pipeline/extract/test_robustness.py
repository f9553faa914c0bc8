"""Broken, huge and hostile pages end as an article or a rejection, each within five seconds of the processor."""
# ruff: noqa: E501 (markup stands on one line, as pages send it)

from __future__ import annotations

import random
import time
from datetime import UTC, datetime

import pytest

from pipeline.extract import REJECTION_REASONS, extract_article
from storage.records import Article, Page, PageHints, Rejection, SourceFacts

SOURCE = SourceFacts("kabar", "Kabar", "media", None, "Asia/Jakarta")
SECONDS = 5.0
PARAGRAPH = "Wali Kota Sukaraya meminta seluruh pegawai menjaga sikap netral, kata juru bicaranya, Senin (2/9/2024). "
PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Wali Kota Sukaraya Minta Pegawai Netral | Kabar</title>"
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-09-02T10:00:00+07:00"}</script></head>'
    "<body><nav><a href='/'>Beranda</a></nav><article><h1>Wali Kota Sukaraya Minta Pegawai Netral</h1><time datetime='2024-09-02'>2 Sep</time>"
    "<div class='entry-content'>" + "".join(f"<p>{PARAGRAPH}</p>" for _ in range(4)) + "<ul><li>satu</li></ul><table><tr><td>a</td><td>b</td></tr></table></div>"
    "</article><footer>Jl. Merdeka 1 © 2020</footer></body></html>"
)  # fmt: skip


def read(body: bytes, content_type: str = "text/html") -> Article | Rejection:
    page = Page(
        1,
        "https://kabar.example/b/1",
        "kabar",
        datetime(2026, 11, 22, tzinfo=UTC),
        200,
        content_type,
        body,
        "",
        "",
        0,
        PageHints(),
    )
    started = time.process_time()
    result = extract_article(page, SOURCE)
    assert time.process_time() - started < SECONDS
    assert isinstance(result, Article) or result.reason in REJECTION_REASONS
    return result


def mutate(page: str, chance: random.Random) -> bytes:  # noqa: C901 (one branch for each kind of injury)
    """One to four injuries of the kinds that pages of the web have."""
    for _ in range(chance.randint(1, 4)):
        kind = chance.randrange(12)
        at = chance.randrange(len(page) + 1)
        if kind == 0:
            page = page[:at]
        elif kind == 1:
            page = page[:at] + page[at + chance.randrange(1, 200) :]
        elif kind == 2:
            page = (
                page[:at]
                + chance.choice(
                    [
                        "<div>",
                        "<table>",
                        "<p",
                        "</div>",
                        "<!--",
                        "<script>",
                        "<pre>",
                        "<b><i>",
                        "&#0;",
                        "&#xfdd0;",
                        "<a href='",
                    ]
                )
                + page[at:]
            )
        elif kind == 3:
            page = page.replace("</p>", "", chance.randrange(1, 9))
        elif kind == 4:
            page = page.replace("\n", "").replace(">", "> ", 3)
        elif kind == 5:
            page = page[:at] + "<div>" * chance.randrange(10, 600) + page[at:]
        elif kind == 6:
            page = page[:at] + chance.choice(["\x00", "\ufffd", "\ud7ff", "\u202e", "\ufdd1", "\ue000"]) * 5 + page[at:]
        elif kind == 7:
            page = page.replace("class=", "id=")
        elif kind == 8:
            page = page[: at // 2] + page
        elif kind == 9:
            page = page.replace("<", "&lt;", chance.randrange(1, 40))
        elif kind == 10:
            page = page.replace(
                "2024-09-02", chance.choice(["0000-00-00", "9999-12-31", "2024-13-45T99:99:99Z", "x" * 500])
            )
        else:
            page = page.replace("(", "[" * chance.randrange(1, 60))
    charset = chance.choice(["utf-8", "latin-1", "utf-16", "cp1252"])
    return page.encode(charset, "ignore")


def test_mutated_pages_end_as_article_or_rejection() -> None:
    chance = random.Random(20240902)  # noqa: S311
    articles = sum(isinstance(read(mutate(PAGE, chance)), Article) for _ in range(2000))
    assert articles > 800


HOSTILE = {
    "empty": b"",
    "one byte": b"<",
    "deep divisions": b"<html><body>" + b"<div>" * 10_000 + PARAGRAPH.encode() * 4 + b"</div>" * 10_000,
    "deep inline": b"<p>" + b"<b><i>" * 10_000 + PARAGRAPH.encode() * 4,
    "deep lists": b"<ul><li>" * 8_000 + PARAGRAPH.encode(),
    "deep tables": b"<table><tr><td>" * 3_000 + PARAGRAPH.encode() * 4,
    "twenty megabytes of text": ("<h1>Judul</h1>" + f"<p>{PARAGRAPH}</p>" * 180_000).encode(),
    "twenty megabytes in one paragraph": ("<p>" + PARAGRAPH * 190_000).encode(),
    "twenty megabytes of links": (f"<a href='/x'>{PARAGRAPH}</a> " * 150_000).encode(),
    "one word of megabytes": b"<p>" + b"a" * 5_000_000 + b"</p>",
    "unclosed attribute": b"<div class='" + b"x " * 2_000_000,
    "many classes": b"<div class='" + b"share-" * 200_000 + b"'>" + PARAGRAPH.encode() * 5 + b"</div>",
    "spaces": b"<p>" + b" " * 3_000_000 + b"x</p>",
    "dashes": b"<p>" + b"- " * 1_000_000 + b"</p>",
    "brackets": b"<p>" + b"(" * 1_000_000 + b"</p>",
    "separators in the title": b"<title>" + b"a | " * 100_000 + b"</title><p>" + PARAGRAPH.encode() * 9 + b"</p>",
    "capitals": b"<p>" + b"Adi Budi " * 20_000 + b"</p><p>" + b"Adi " * 40 + b"</p>",
    "quotes": ("<p>" + "“" * 500_000 + PARAGRAPH + "</p>").encode(),
    "digits": b"<p>" + b"1/1/" * 400_000 + b"</p>",
    "line breaks": b"<div>" + b"<br>" * 100_000 + PARAGRAPH.encode() * 3 + b"</div>",
    "many small elements": b"<body>" + b"<b>x</b>" * 110_000,
    "deep json": b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script><p>" + PARAGRAPH.encode() * 4,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages(name: str) -> None:
    read(HOSTILE[name])


def test_a_page_inside_pre_is_read() -> None:
    lines = "\n\n".join([PARAGRAPH.strip() * 2] * 3)
    result = read(f"<html><body><h1>Pengumuman Hasil Rapat</h1><pre>{lines}</pre></body></html>".encode())
    assert isinstance(result, Article)
    assert result.text == lines


def test_escaped_markup_inside_pre_is_read() -> None:
    escaped = "".join(f"&lt;p&gt;{PARAGRAPH * 2}&lt;/p&gt;\n" for _ in range(3))
    result = read(f"<html><body><pre>{escaped}</pre></body></html>".encode())
    assert isinstance(result, Article)
    assert "<p>" not in result.text
    assert len(result.text.split("\n\n")) == 3
