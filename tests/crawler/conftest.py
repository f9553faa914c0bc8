"""Sites on loopback and a folder to crawl them into."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.crawler.loopback import Site, SiteServer, Workplace, handler_of
from tests.crawler.zygote import Zygote


@pytest.fixture(scope="module")
def open_site() -> Iterator[Callable[..., Site]]:
    """Start as many sites as a test needs, each on a port of its own."""
    servers: list[ThreadingHTTPServer] = []

    def start(context: ssl.SSLContext | None = None) -> Site:
        site = Site(scheme="https" if context else "http")
        server = SiteServer(("127.0.0.1", 0), handler_of(site))
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        site.port = server.server_port
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return site

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    zygote = Zygote()
    yield zygote
    zygote.close()


@pytest.fixture
def workplace(tmp_path: Path, zygote: Zygote) -> Workplace:
    return Workplace(tmp_path, zygote)


@pytest.fixture(scope="module")
def shared_workplace(tmp_path_factory: pytest.TempPathFactory, zygote: Zygote) -> Workplace:
    """For tests that look at one crawl from many sides."""
    return Workplace(tmp_path_factory.mktemp("crawl"), zygote)
