"""Nothing but public web addresses is asked, except what an operator allowed by name."""

from __future__ import annotations

from typing import Any

import pytest
from scrapy import Request
from scrapy.resolver import CachingThreadedResolver
from twisted.internet import defer

from crawler.guard import Allowed, GuardedResolver, GuardMiddleware, PrivateAddress, refusal

NOTHING = Allowed([])

ATTACKS = [
    "http://127.0.0.1/",
    "http://127.0.0.1:8001/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://10.0.0.5/",
    "http://172.16.3.4/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fd00::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://localhost/",
    "http://printer/",
    "http://kantor.local/",
    "http://db.internal/",
    "file:///etc/passwd",
    "ftp://contoh.example/",
    "gopher://contoh.example/",
    "data:text/html,x",
    "http:///x",
    "http://contoh.example:99999/",
]


@pytest.mark.parametrize("url", ATTACKS)
def test_private_addresses_and_foreign_schemes_are_refused(url: str) -> None:
    assert refusal(url, NOTHING)


@pytest.mark.parametrize(
    "url", ["https://contoh.example/", "http://8.8.8.8/", "http://[2606:4700::1111]/x", "http://7.example/"]
)
def test_public_addresses_are_asked(url: str) -> None:
    assert refusal(url, NOTHING) is None


def test_an_exception_holds_for_its_port_or_network_alone() -> None:
    allowed = Allowed(["127.0.0.1:8711", "localhost:8711", "[::1]:8711", "10.1.0.0/16"])
    for url in ("http://127.0.0.1:8711/", "http://localhost:8711/", "http://[::1]:8711/", "http://10.1.2.3/"):
        assert refusal(url, allowed) is None
    for url in ("http://127.0.0.1:8712/", "http://127.0.0.1/", "http://localhost/", "http://10.2.0.1/"):
        assert refusal(url, allowed)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", ":80", "10.0.0.0/99", "http://x:80"])
def test_an_exception_that_cannot_be_read_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Allowed([name])


def test_the_middleware_refuses_every_request_to_a_private_address() -> None:
    middleware = GuardMiddleware(NOTHING)
    with pytest.raises(PrivateAddress):
        middleware.process_request(Request("http://127.0.0.1/"))
    middleware.process_request(Request("https://contoh.example/"))


@pytest.mark.parametrize(
    ("address", "name", "passes"),
    [
        ("127.0.0.1", "jahat.example", False),
        ("10.0.0.7", "jahat.example", False),
        ("169.254.169.254", "jahat.example", False),
        ("8.8.8.8", "baik.example", True),
        ("127.0.0.1", "localhost", True),  # allowed by name, at a port that the middleware has looked at
        ("10.1.0.9", "kantor.example", True),  # in an allowed network
    ],
)
def test_a_public_name_that_resolves_to_a_private_address_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str, name: str, passes: bool
) -> None:
    monkeypatch.setattr(CachingThreadedResolver, "getHostByName", lambda *_: defer.succeed(address))
    resolver = GuardedResolver(None, 0, 1.0, Allowed(["localhost:8711", "10.1.0.0/16"]))
    answers: list[Any] = []
    resolver.getHostByName(name).addBoth(answers.append)
    assert (answers == [address]) if passes else answers[0].check(PrivateAddress)
