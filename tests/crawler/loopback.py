"""A site on loopback that answers as a test tells it, and the real crawl of it in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from uuid import uuid4

from storage.archive import Archive
from storage.crawl_log import CrawlRun, SourceCounts
from storage.records import FetchFailure, Page
from tests.crawler.zygote import Running, Zygote

Answer = bytes | str | tuple[int, dict[str, str], bytes | str] | Callable[[BaseHTTPRequestHandler], None]
ARTICLE = "<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"


def article(title: str, text: str = "Isi berita.") -> str:
    """A small page of our own."""
    return ARTICLE.format(title=title, text=text)


@dataclass
class Asked:
    path: str
    headers: dict[str, str]
    at: float  # seconds of a clock that never jumps


@dataclass
class Site:
    """Answers by path; what is not named is 404."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    scheme: str = "http"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}"

    def paths(self) -> list[str]:
        return [each.path for each in self.asked]

    def feed(self, *paths: str, updated: str = "2024-09-17T08:00:00Z") -> str:
        """An Atom feed that names these paths."""
        entries = "".join(
            f"<entry><title>Berita {path}</title><link href='{self.url}{path}'/><id>{path}</id>"
            f"<published>2024-09-17T08:00:00Z</published><updated>{updated}</updated></entry>"
            for path in paths
        )
        return f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Kabar</title>{entries}</feed>"


class SiteServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """The crawler hangs up on some answers: that is what they are for."""


def handler_of(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # headers and body are two writes; the second would wait 40 ms

        def do_GET(self) -> None:
            site.asked.append(
                Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, monotonic())
            )
            answer = site.answers.get(self.path, (404, {}, "tidak ada"))
            if callable(answer):
                self.close_connection = True
                answer(self)
                return
            status, headers, body = answer if isinstance(answer, tuple) else (200, {}, answer)
            self.send_answer(status, headers, body.encode() if isinstance(body, str) else body)

        def send_answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            tag = headers.get("ETag")
            if status == 200 and tag and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            if status != 304 and "Transfer-Encoding" not in headers and "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@dataclass
class Crawl:
    """What a run left behind."""

    status: int
    stderr: str
    run: CrawlRun
    pages: list[Page]
    failures: dict[str, FetchFailure]  # by address
    due: int

    def counts(self, source_id: str = "contoh") -> SourceCounts:
        return next(counts for counts in self.run.sources if counts.source_id == source_id)

    def reasons(self) -> dict[str, str]:
        return {url: failure.reason for url, failure in self.failures.items()}


@dataclass
class Workplace:
    """A folder with sources and data."""

    folder: Path
    zygote: Zygote
    hosts: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def source(self, *sites: Site, urls: list[str], engine: str = "feed", id: str = "contoh", extra: str = "") -> None:
        """Register a source; `urls` are paths of the first site."""
        path = self.folder / "sources" / f"{id}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f'name = "Contoh"\nkind = "media"\nhomepage = "{sites[0].url}/"\nengine = "{engine}"\n'
            f"urls = {[sites[0].url + url for url in urls]}\nhosts = {[site.host for site in sites[1:]]}\n"
            f'status = "active"\nstatus_date = 2026-11-22\n{extra}\n'.replace("'", '"'),
            encoding="utf-8",
        )
        self.hosts += [site.host for site in sites]
        self.ids.append(id)

    def arguments(self, *options: str) -> list[str]:
        allowed = [part for host in self.hosts for part in ("--allow-host", host)]
        folders = ["--data-dir", str(self.data), "--sources", str(self.folder / "sources")]
        return [*folders, "--contact", "redaksi@contoh.example", *allowed, *options]

    def start(self, *options: str) -> Running:
        """Begin the crawl and leave it running."""
        stderr = self.folder / f"stderr-{uuid4().hex}"
        return Running(self.zygote, self.zygote.ask("start", stderr, *self.arguments(*options)), stderr)

    def crawl(self, *options: str) -> Crawl:
        """Run the crawl to its end."""
        running = self.start(*options)
        status = running.wait()
        return self.look(status, running.said())

    def look(self, status: int = 0, stderr: str = "") -> Crawl:
        with Archive.open(self.data, readonly=True) as archive:
            return Crawl(
                status=status,
                stderr=stderr,
                run=archive.runs(newest=1)[0],
                pages=[archive.page(page_id) for page_id in archive.page_ids()],
                failures={failure.url: failure for failure in archive.failures()},
                due=archive.frontier.count_due(self.ids, datetime.now(UTC)),
            )
