"""Keeps the crawler out of private networks: nothing but public web addresses is asked, whatever a page or DNS says.

Scrapy's off-site check does not see every request, and a public name may resolve to a private address. So the guard
stands twice: a middleware looks at the address of every request, a resolver at what its name resolves to.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred

DEFAULT_PORTS = {"http": 80, "https": 443}


class PrivateAddress(IgnoreRequest):
    """The request would leave the public web."""


class Allowed:
    """The exceptions that an operator named: "127.0.0.1:8711", "localhost:8711", "10.1.0.0/16"."""

    def __init__(self, names: Iterable[str]) -> None:
        self.hosts: set[tuple[str, int]] = set()
        self.networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network] = []
        for name in names:
            if "/" in name:
                self.networks.append(ipaddress.ip_network(name))
                continue
            host, _, port = name.rpartition(":")
            if not host or not port.isdigit():
                raise ValueError(f'"{name}" is no host with port ("127.0.0.1:8711") and no network ("10.1.0.0/16")')
            self.hosts.add((host.strip("[]").lower(), int(port)))

    def has(self, host: str, port: int) -> bool:
        return (host, port) in self.hosts or self.has_address(host)

    def has_name(self, host: str) -> bool:
        """Whether the name is allowed at any port; the middleware has looked at the port before."""
        return any(host == name for name, _ in self.hosts)

    def has_address(self, text: str) -> bool:
        address = _address(text)
        return address is not None and any(
            address in network for network in self.networks if network.version == address.version
        )


def refusal(url: str, allowed: Allowed) -> str | None:
    """Why the address must not be asked; None when it may be."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip(".").lower(), parts.port
    except ValueError as error:
        return str(error)
    if parts.scheme not in DEFAULT_PORTS:
        return f"the scheme {parts.scheme!r} is not of the web"
    if not host:
        return "the address names no host"
    if allowed.has(host, port or DEFAULT_PORTS[parts.scheme]):
        return None
    address = _address(host)
    if address is not None:
        return None if is_public(address) else f"{host} is not an address of the public internet"
    if "." not in host or host.endswith((".localhost", ".local", ".internal", ".lan", ".home.arpa")):
        return f"{host} is a name of a private network"
    return None


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is one of the public internet; IPv4 addresses inside IPv6 forms are looked at as such."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return is_public(inner)
        if address in ipaddress.ip_network("64:ff9b::/96"):  # NAT64
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast


class GuardMiddleware:
    """Refuses requests whose address itself leads out of the public web."""

    def __init__(self, allowed: Allowed) -> None:
        self.allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(Allowed(crawler.settings.getlist("NETRA_ALLOW_HOSTS")))

    def process_request(self, request: Request) -> None:
        reason = refusal(request.url, self.allowed)
        if reason:
            raise PrivateAddress(reason)


class GuardedResolver(CachingThreadedResolver):
    """Refuses names that resolve to an address out of the public internet."""

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, allowed: Allowed) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        allowed = Allowed(crawler.settings.getlist("NETRA_ALLOW_HOSTS"))
        settings = crawler.settings
        return cls(reactor, settings.getint("DNSCACHE_SIZE"), settings.getfloat("DNS_TIMEOUT"), allowed)

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:
        answer = super().getHostByName(name, timeout)
        answer.addCallback(self._refuse_private, name)
        return answer

    def _refuse_private(self, address: str, name: str) -> str:
        if self.allowed.has_name(name) or self.allowed.has_address(address):
            return address
        if not is_public(ipaddress.ip_address(address)):
            raise PrivateAddress(f"{name} resolves to {address}, which is not an address of the public internet")
        return address


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Reads what the system's resolver would take for a literal address, such as 127.1 or 0x7f000001."""
    try:
        return ipaddress.ip_address(text.split("%", 1)[0])
    except ValueError:
        return _short_ipv4(text)


def _short_ipv4(text: str) -> ipaddress.IPv4Address | None:
    """ "127.1", "2130706433", "0x7f.1" and "0177.0.0.1" are addresses for inet_aton, and so for many resolvers."""
    parts = text.split(".")
    try:
        numbers = [
            int(part, 16 if part[:2] == "0x" else 8 if part[:1] == "0" and part != "0" else 10) for part in parts
        ]
        if not 1 <= len(parts) <= 4 or any(number < 0 or number > 255 for number in numbers[:-1]):
            return None
        whole = sum(number << (24 - 8 * place) for place, number in enumerate(numbers[:-1])) + numbers[-1]
        return ipaddress.IPv4Address(whole)
    except ValueError:
        return None
