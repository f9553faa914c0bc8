"""Looks at a site without storing anything: where it announces its articles, and what three of them are.

`find_entries` is the looking, over any way to fetch; crawler.probe_run runs it through the guarded crawler.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

import lxml.html
from lxml import etree

from crawler import spiders
from crawler.reading import Answer, Entry, Link, Site
from crawler.registry import Engine, Source
from crawler.spiders import wordpress
from crawler.urls import BadAddress, host_of, read_address, site_of
from storage.records import PageHints

FEED_PATHS = ("/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default")
SITEMAP_PATHS = ("/sitemap-news.xml", "/news-sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml", "/sitemap.xml")
LISTING_WORDS = re.compile(
    r"\b(?:berita|news|kabar|artikel|indeks|terkini|siaran pers|rilis|informasi)\b", re.IGNORECASE
)
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
SAMPLES = 3
MOST_LISTINGS = 3


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave, redirects followed; without an answer, why (one of crawler.failures.REASONS)."""

    answer: Answer | None
    reason: str | None = None
    detail: str = ""


Fetch = Callable[[str], Awaitable[Fetched]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that was tried."""

    engine: Engine
    url: str
    pages: int  # that it names on this site
    dated: int  # of these: with a date
    newest: datetime | None
    problem: str | None  # why it cannot be used
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One of the pages that the chosen entry names."""

    url: str
    status: int | None
    content_type: str
    body: bytes
    hints: PageHints
    problem: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a site offers."""

    homepage: str  # after redirects
    title: str | None
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    samples: tuple[Sample, ...]
    problem: str | None = None  # why the homepage could not be had
    detail: str = ""


async def find_entries(fetch: Fetch, homepage: str, timezone: str = "Asia/Jakarta") -> Finding:
    """Try what a site may offer, choose the best, and fetch three of the pages that it names."""
    home = await fetch(homepage)
    if home.answer is None or home.answer.status != 200:
        reason = home.reason or f"status {home.answer.status if home.answer else None}"
        return Finding(homepage, None, (), None, (), problem=reason, detail=home.detail)
    looker = _Looker(fetch, home.answer.url, ZoneInfo(timezone))
    root = _parse(home.answer.body)
    for engine, url in await looker.addresses(home.answer, root):
        await looker.try_entry(engine, url)
    return await looker.finding(_title(root))


async def check_entries(fetch: Fetch, source: Source) -> Finding:
    """Try the entries that a registered source names."""
    looker = _Looker(fetch, source.homepage, ZoneInfo(source.timezone), source)
    for url in source.urls:
        await looker.try_entry(source.engine, url, always=True)
    return await looker.finding(source.name)


class _Looker:
    """Collects what was tried; asks no address twice and stops at the first usable entry of each engine."""

    def __init__(self, fetch: Fetch, homepage: str, zone: ZoneInfo, source: Source | None = None) -> None:
        self.fetch, self.homepage = fetch, homepage
        self.site = Site(zone, source.article_pattern if source else None)
        stated = (homepage, *source.urls) if source else (homepage,)
        self.hosts = {site_of(host_of(url)) for url in stated} | set(source.hosts if source else ())
        self.tried: dict[str, Candidate] = {}
        self.links: dict[str, tuple[Link, ...]] = {}

    async def addresses(self, home: Answer, root: lxml.html.HtmlElement | None) -> list[tuple[Engine, str]]:
        """What to try, the best first."""
        found: list[tuple[Engine, str]] = []
        if b"wp-content" in home.body or b"api.w.org" in home.body:
            found.append(("wordpress", self.homepage))
        stated = _stated_feeds(root, home.url)
        found += [("feed", url) for url in (*stated, *(urljoin(home.url, path) for path in FEED_PATHS))]
        robots = await self.fetch(urljoin(home.url, "/robots.txt"))
        lines = robots.answer.body.decode("utf-8", "replace") if robots.answer and robots.answer.status == 200 else ""
        named = re.findall(r"(?im)^\s*sitemap:\s*(\S+)", lines)
        found += [("sitemap", urljoin(home.url, url)) for url in (*named, *SITEMAP_PATHS)]
        found += [("listing", url) for url in (*_stated_listings(root, home.url), home.url)]
        return list(dict.fromkeys(found))

    async def try_entry(self, engine: Engine, url: str, always: bool = False) -> None:
        usable = any(each.engine == engine and each.problem is None for each in self.tried.values())
        if url in self.tried or (usable and engine != "listing" and not always):
            return
        entry = wordpress.first_entry(url) if engine == "wordpress" else Entry(url, engine)
        links, problem, detail = await self._read(entry, depth=1)
        dates = [link.published_at for link in links if link.published_at]
        if not links and problem is None:
            problem, detail = "no-links", "it names no page of this site"
        newest = max(dates) if dates else None
        self.tried[url] = Candidate(engine, url, len(links), len(dates), newest, problem, detail)
        self.links[url] = links

    async def _read(self, entry: Entry, depth: int) -> tuple[tuple[Link, ...], str | None, str]:
        """The links of an entry; of an index, those of its first part."""
        got = await self.fetch(entry.url)
        if got.answer is None:
            return (), got.reason, got.detail
        if got.answer.status != 200:
            return (), "not-found" if got.answer.status in (404, 410) else "client-error", f"status {got.answer.status}"
        reading = spiders.read(got.answer, entry.role, self.site)
        if reading.problem:
            return (), reading.problem, reading.detail
        if not reading.links and reading.entries and depth:
            return await self._read(reading.entries[0], depth - 1)
        base = got.answer.url
        return tuple(self._own(reading.links, base)), None, ""

    def _own(self, links: Iterable[Link], base: str) -> Iterator[Link]:
        for link in links:
            try:
                address = read_address(link.url, base)
            except BadAddress:
                continue
            if site_of(address.host) in self.hosts and address.url.rstrip("/") != self.homepage.rstrip("/"):
                yield Link(address.url, link.mark, link.published_at, link.hints)

    async def finding(self, title: str | None) -> Finding:
        chosen = choose(self.tried.values())
        samples = []
        for link in self.links[chosen.url][:SAMPLES] if chosen else ():
            got = await self.fetch(link.url)
            answer = got.answer
            samples.append(
                Sample(
                    url=answer.url if answer else link.url,
                    status=answer.status if answer else None,
                    content_type=answer.content_type if answer else "",
                    body=answer.body if answer else b"",
                    hints=link.hints,
                    problem=got.reason,
                )
            )
        return Finding(self.homepage, title, tuple(self.tried.values()), chosen, tuple(samples))


def choose(candidates: Iterable[Candidate]) -> Candidate | None:
    """The entry that says most: WordPress's interface, a dated feed, a news sitemap, any feed, a sitemap, a listing."""
    usable = [candidate for candidate in candidates if candidate.problem is None]

    def worth(candidate: Candidate) -> tuple[int, int]:
        order = {
            "wordpress": 5,
            "feed": 4 if candidate.dated else 2,
            "sitemap": 3 if candidate.dated else 1,
            "listing": 0,
        }
        return order[candidate.engine], candidate.pages if candidate.engine == "listing" else 0

    return max(usable, key=worth, default=None)


def source_text(finding: Finding, *, name: str, kind: str, region: str | None, timezone: str, today: str) -> str:
    """The TOML file of a new source; raises ValueError where nothing usable was found."""
    if finding.chosen is None:
        raise ValueError("no entry can be used")
    lines = {
        "name": name,
        "kind": kind,
        "region": region,
        "homepage": finding.homepage,
        "engine": finding.chosen.engine,
        "timezone": timezone if timezone != "Asia/Jakarta" else None,
        "status": "active",
    }
    text = "".join(f"{key} = {_quoted(value)}\n" for key, value in lines.items() if value is not None)
    return text + f"urls = [{_quoted(finding.chosen.url)}]\nstatus_date = {today}\n"


def _quoted(value: str) -> str:
    """A TOML basic string."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in escaped) + '"'


def _parse(body: bytes) -> lxml.html.HtmlElement | None:
    try:
        return lxml.html.document_fromstring(body)
    except (etree.ParserError, ValueError):
        return None


def _title(root: lxml.html.HtmlElement | None) -> str | None:
    words = root.xpath("normalize-space(//title)") if root is not None else ""
    return str(words)[:200] or None


def _stated_feeds(root: lxml.html.HtmlElement | None, base: str) -> list[str]:
    """The feeds that the page links to; those of comments are of no use."""
    if root is None:
        return []
    links = root.xpath("//link[contains(@rel, 'alternate')][@href]")
    found = [urljoin(base, link.get("href")) for link in links if link.get("type", "").lower() in FEED_TYPES]
    return [url for url in found if "comments" not in url and urlsplit(url).scheme in ("http", "https")]


def _stated_listings(root: lxml.html.HtmlElement | None, base: str) -> list[str]:
    """Pages of this site that are called news, the shortest paths first."""
    if root is None:
        return []
    host = site_of(host_of(base))
    found = {
        urljoin(base, anchor.get("href")).split("#", 1)[0]
        for anchor in root.xpath("//a[@href]")
        if LISTING_WORDS.search(anchor.text_content()[:80]) and not anchor.get("href").startswith(("mailto:", "tel:"))
    }
    own = [url for url in found if urlsplit(url).scheme in ("http", "https") and site_of(host_of(url)) == host]
    return sorted(own, key=lambda url: (len(url), url))[:MOST_LISTINGS]
