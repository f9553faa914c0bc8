"""Serves the sample newsroom over real HTTP on loopback, one port for each site, and keeps a log of requests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType

from pipeline.sample.answers import Answer, site_answers
from pipeline.sample.content import SITE_IDS, load_articles, load_sites
from pipeline.sample.endless import OVERSIZE_BYTES, gzip_bomb, oversize_chunks
from storage.errors import SettingsError

DEFAULT_FIRST_PORT = 8711
NOT_FOUND = Answer(b"<h1>404</h1><p>Halaman tidak ditemukan.</p>", status=404)
POLL_SECONDS = 0.02  # how long a stopping server may take


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request as the newsroom answered it."""

    site: str
    method: str
    path: str  # with the query
    headers: Mapping[str, str]  # names in lower case
    status: int
    bytes: int  # of the body as sent


@dataclass(frozen=True)
class Newsroom:
    """The running sites: base URLs without a slash at the end, and what was asked of them."""

    edition: int
    sites: Mapping[str, str]
    requests: list[RequestRecord] = field(default_factory=list)

    def url(self, site: str, path: str) -> str:
        """The address of a path on a site."""
        return self.sites[site] + path


@contextmanager
def serve_newsroom(edition: int = 1, host: str = "127.0.0.1", first_port: int | None = None) -> Iterator[Newsroom]:
    """Serve the given edition (1, or 2 a week later) until the block ends.

    `first_port` gives the sites the ports from there on, so that addresses stay the same from run to run; without it
    the system chooses. Raises SettingsError when a port is taken.
    """
    facts = load_sites()
    articles = load_articles(edition)
    with ExitStack() as stack:
        servers = {
            site: stack.enter_context(_listen(host, 0 if first_port is None else first_port + offset))
            for offset, site in enumerate(SITE_IDS)
        }
        bases = {site: f"http://{host}:{server.server_port}" for site, server in servers.items()}
        newsroom = Newsroom(edition, MappingProxyType(bases))
        for site, server in servers.items():
            server.open_site(site, site_answers(facts[site], bases[site], articles), newsroom.requests)
            stack.callback(_start(server))
        yield newsroom


class _SiteServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client may keep its connection open; its thread ends with it
    request_queue_size = 64

    def open_site(self, site: str, answers: Mapping[str, Answer], log: list[RequestRecord]) -> None:
        self.site, self.answers, self.log = site, answers, log

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up early (at its size limit) is what some pages are for."""


def _listen(host: str, port: int) -> _SiteServer:
    try:
        return _SiteServer((host, port), _Handler)
    except OSError as error:
        raise SettingsError(
            f"the sample newsroom cannot listen on {host}:{port} ({error.strerror}). "
            "Stop what uses that port, or choose another first port for the sample newsroom."
        ) from error


def _start(server: _SiteServer) -> Callable[[], None]:
    thread = threading.Thread(target=server.serve_forever, args=(POLL_SECONDS,), daemon=True)
    thread.start()

    def stop() -> None:
        server.shutdown()
        thread.join()

    return stop


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _SiteServer
    timeout = 30  # seconds that an idle connection is kept

    def do_GET(self) -> None:
        answer = self.server.answers.get(self.path, NOT_FOUND)
        if answer.trap == "too-large":
            self._send_oversize(answer)
        elif answer.trap == "decompression-bomb":
            self._send(answer, 200, gzip_bomb(), (("Content-Encoding", "gzip"),))
        elif self._unchanged(answer):
            self._send(answer, 304, b"")
        else:
            self._send(answer, answer.status, answer.body)

    do_HEAD = do_GET

    def _unchanged(self, answer: Answer) -> bool:
        if not answer.conditional:
            return False
        tags = self.headers.get("If-None-Match")
        if tags is not None:  # RFC 9110, 13.1.3: If-Modified-Since is then ignored
            return answer.etag in {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        since = self.headers.get("If-Modified-Since")
        if since is None or answer.last_modified is None:
            return False
        try:
            return answer.last_modified.replace(microsecond=0) <= parsedate_to_datetime(since)
        except (ValueError, TypeError):
            return False

    def _send(self, answer: Answer, status: int, body: bytes, extra: tuple[tuple[str, str], ...] = ()) -> None:
        sent = b"" if self.command == "HEAD" else body
        self._note(status, len(sent))
        self._send_headers(answer, status, extra)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(sent)

    def _send_oversize(self, answer: Answer) -> None:
        self._note(200, 0 if self.command == "HEAD" else OVERSIZE_BYTES)
        self._send_headers(answer, 200, (("Transfer-Encoding", "chunked"),))
        self.end_headers()
        if self.command == "HEAD":
            return
        for chunk in oversize_chunks():
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        self.wfile.write(b"0\r\n\r\n")

    def _send_headers(self, answer: Answer, status: int, extra: tuple[tuple[str, str], ...]) -> None:
        self.send_response(status)
        if status != 304:
            self.send_header("Content-Type", answer.content_type)
        if answer.conditional:
            self.send_header("ETag", answer.etag)
        if answer.last_modified is not None and answer.conditional:
            self.send_header("Last-Modified", format_datetime(answer.last_modified.astimezone(UTC), usegmt=True))
        for name, value in (*answer.headers, *extra):
            self.send_header(name, value)

    def _note(self, status: int, sent: int) -> None:
        headers = MappingProxyType({name.lower(): value for name, value in self.headers.items()})
        self.server.log.append(RequestRecord(self.server.site, self.command, self.path, headers, status, sent))

    def version_string(self) -> str:
        return "netra-sample"

    def log_message(self, format: str, *arguments: object) -> None:
        """The newsroom's own log takes the place of lines on standard error."""
