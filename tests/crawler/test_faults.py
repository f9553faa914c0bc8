"""One crawl of a site with every fault that a server can have: each ends as a row with its reason, no page is lost."""

from __future__ import annotations

import gzip
import socket
import struct
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import brotli
import pytest

from tests.crawler.loopback import Answer, Crawl, Site, Workplace, article

TIMEOUT_SECONDS = 1.5
PACKED = {"Content-Encoding": "gzip"}


def reset(handler: BaseHTTPRequestHandler) -> None:
    """Begins to answer and tears the connection."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<html>")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def slowly(handler: BaseHTTPRequestHandler) -> None:
    """One byte at a time, for ever."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
    for _ in range(200):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def endlessly(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
    while True:
        handler.wfile.write(b"x" * 65536)


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")


def short(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<html>kurang")


def moved(location: str, status: int = 302) -> Answer:
    return (status, {"Location": location}, "")


FAULTS: dict[str, tuple[Answer, str]] = {
    "/not-found": ((404, {}, "tidak ada"), "not-found"),
    "/gone": ((410, {}, ""), "gone"),
    "/forbidden": ((403, {}, "dilarang"), "access-denied"),
    "/login": ((401, {"WWW-Authenticate": "Basic"}, ""), "access-denied"),
    "/teapot": ((418, {}, ""), "client-error"),
    "/broken": ((500, {}, "galat"), "server-error"),
    "/circle": (moved("/circle"), "redirect-loop"),
    "/circle-a": (moved("/circle-b"), "redirect-loop"),
    "/to-file": (moved("file:///etc/passwd"), "bad-redirect"),
    "/to-script": (moved("javascript:alert(1)"), "bad-redirect"),
    "/to-metadata": (moved("http://169.254.169.254/latest/meta-data/"), "private-address"),
    "/to-loopback": (moved("http://127.0.0.1:1/"), "private-address"),
    "/to-short-loopback": (moved("http://127.1:1/"), "private-address"),
    "/to-decimal-loopback": (moved("http://2130706433:1/"), "private-address"),
    "/to-ipv6-loopback": (moved("http://[::1]:1/"), "private-address"),
    "/to-mapped-loopback": (moved("http://[::ffff:127.0.0.1]:1/"), "private-address"),
    "/to-name": (moved("http://localhost:1/"), "private-address"),
    "/to-other-site": (moved("https://lain.example/"), "off-site"),
    "/to-front-page": (moved("/"), "bad-redirect"),
    "/huge": ((200, {"Content-Length": "50000000"}, "<html>"), "too-large"),
    "/endless": (endlessly, "too-large"),
    "/gzip-bomb": ((200, PACKED, gzip.compress(bytes(60_000_000))), "decompression-bomb"),
    "/brotli-bomb": (
        (200, {"Content-Encoding": "br"}, brotli.compress(bytes(60_000_000), quality=4)),
        "decompression-bomb",
    ),
    "/not-gzip": ((200, PACKED, b"\x1f\x8b\x08\x00sama sekali bukan"), "undecodable"),
    "/unknown-coding": ((200, {"Content-Encoding": "lzma"}, "<html>"), "undecodable"),
    "/reset": (reset, "connection-lost|incomplete"),
    "/slow": (slowly, "timeout"),
    "/no-http": (no_http, "connection-lost"),
    "/short": (short, "incomplete"),
    "/empty": ((200, {}, " \n"), "empty"),
    "/no-content": ((204, {}, ""), "empty"),
    "/document": ((200, {"Content-Type": "application/pdf"}, "%PDF-1.4"), "not-html"),
    "/download": ((200, {"Content-Disposition": "attachment; filename=a.html"}, "<html>"), "not-html"),
    "/json": ((200, {"Content-Type": "application/json"}, '{"a": 1}'), "not-html"),
    "/secret/page": (article("Rahasia"), "robots-forbidden"),
}
WHOLE: dict[str, Answer] = {
    "/one": article("Satu"),
    "/packed": (200, PACKED, gzip.compress(article("Terbungkus").encode())),
    "/brotli": (200, {"Content-Encoding": "br"}, brotli.compress(article("Brotli").encode())),
    "/latin": (200, {"Content-Type": "text/html"}, "<html><body>Café</body></html>".encode("latin-1")),
    "/nul": b"<html><body>a\0b \xff\xfe</body></html>",
    "/untyped": (200, {"Content-Type": ""}, article("Tanpa jenis")),
    "/moved-here": article("Pindah"),
    "/strange-header": (200, {"X-Nama": "caf\u00e9"}, article("Kepala aneh")),
}


@pytest.fixture(scope="module")
def crawled(open_site: Callable[[], Site], shared_workplace: Workplace) -> tuple[Site, Crawl]:
    site = open_site()
    site.answers = {path: answer for path, (answer, _) in FAULTS.items()} | WHOLE
    site.answers["/circle-b"] = moved("/circle-a", 301)
    site.answers["/moved"] = moved("/moved-here", 301)
    site.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /secret/\n")
    named = [*FAULTS, *WHOLE, "/moved"]
    site.answers["/feed"] = site.feed(*named).replace(
        "</feed>", "<entry><link href='javascript:alert(1)'/></entry><entry><link href='http://[bad/'/></entry></feed>"
    )
    shared_workplace.source(site, urls=["/feed"])
    return site, shared_workplace.crawl("--timeout-seconds", str(TIMEOUT_SECONDS))


@pytest.mark.parametrize("path", FAULTS)
def test_every_fault_ends_as_a_row_with_its_reason(crawled: tuple[Site, Crawl], path: str) -> None:
    site, crawl = crawled
    reason = crawl.reasons().get(site.url + path)
    assert reason in FAULTS[path][1].split("|"), (path, crawl.failures.get(site.url + path))


@pytest.mark.parametrize("path", [path for path in WHOLE if path != "/moved-here"])
def test_every_whole_page_is_kept(crawled: tuple[Site, Crawl], path: str) -> None:
    site, crawl = crawled
    (page,) = [page for page in crawl.pages if page.url == site.url + path]
    assert b"<html" in page.body.lower()


def test_a_moved_page_is_kept_once_under_its_new_address(crawled: tuple[Site, Crawl]) -> None:
    site, crawl = crawled
    assert [page.url for page in crawl.pages].count(site.url + "/moved-here") == 1
    assert site.paths().count("/moved-here") == 1


def test_bytes_that_no_charset_fits_are_kept_as_they_came(crawled: tuple[Site, Crawl]) -> None:
    _, crawl = crawled
    bodies = {page.url.rpartition("/")[2]: page for page in crawl.pages}
    assert b"a\0b \xff\xfe" in bodies["nul"].body
    assert "Café".encode("latin-1") in bodies["latin"].body
    assert bodies["latin"].content_type == "text/html"


def test_nothing_else_came_and_nothing_is_left(crawled: tuple[Site, Crawl]) -> None:
    site, crawl = crawled
    assert {page.url for page in crawl.pages} == {site.url + path for path in WHOLE}
    assert (crawl.status, "addresses failed" in crawl.stderr) == (3, True)  # far more faults than pages
    assert "Traceback" not in crawl.stderr
    assert crawl.run.outcome == "finished"
    assert crawl.due == 0


def test_what_robots_forbids_and_what_is_private_is_never_asked(crawled: tuple[Site, Crawl]) -> None:
    site, _ = crawled
    assert not [path for path in site.paths() if path.startswith("/secret")]


def test_the_crawler_says_who_it_is_and_keeps_no_cookies(crawled: tuple[Site, Crawl]) -> None:
    site, _ = crawled
    for asked in site.asked:
        assert asked.headers["user-agent"] == "Netra/0.1 (+redaksi@contoh.example)"
        assert not {"cookie", "referer"} & set(asked.headers)


def test_passing_faults_are_tried_twice_and_others_once(crawled: tuple[Site, Crawl]) -> None:
    site, crawl = crawled
    assert site.paths().count("/broken") == 2
    assert site.paths().count("/slow") == 2
    assert site.paths().count("/not-found") == 1
    assert crawl.failures[site.url + "/broken"].attempts == 2


def test_the_counts_add_up(crawled: tuple[Site, Crawl]) -> None:
    site, crawl = crawled
    counts = crawl.counts()
    assert (counts.new, counts.fetched) == (len(WHOLE), len(WHOLE))
    assert counts.asked == len(site.asked)
    assert counts.failed == sum(counts.failures.values()) == len(FAULTS)
