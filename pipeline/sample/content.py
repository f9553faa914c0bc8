"""Reads the sample newsroom's article files and site facts.

An article file is TOML between two lines of `+++` (what the page prints, and under `[expected]` what must be found in
it), then the body: paragraphs, `## heading`, `- item`, and what a page prints among them without its being the
article's own: `~ (rud/ims)`, or `~ baca: slug` for a link to another article. `expected.regulations` holds
(id, pasal or "", surface), `expected.statements` (speaker, kind, quote).
"""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SITE_IDS = ("city", "news", "bawaslu", "blog")
FENCE = "+++"
ASIDE = "~ "  # a line that the page prints among the paragraphs and that is not the article's own
READ_ALSO = "~ baca: "  # the same, as a link to the article of that slug


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a page's body, in order; `kind` is paragraph, heading, item, aside or read-also."""

    kind: str
    text: str  # for read-also the slug of the other article


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One article file: what the page prints, and what must be found in it."""

    site: str
    slug: str
    path: str
    title: str
    published: datetime | None  # with zone; None: neither page nor feed names a date
    modified: datetime | None  # with zone, where the page was edited
    author: str | None
    category: str
    tags: tuple[str, ...]
    charset: str  # in which the page is sent
    charset_told: bool
    editions: tuple[int, ...]
    blocks: tuple[Block, ...]
    rejected: str | None  # the reason for which extraction must refuse the page
    expected: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The article's own words, paragraphs separated by one blank line."""
        return "\n\n".join(block.text for block in self.blocks if block.kind in ("paragraph", "heading", "item"))


@dataclass(frozen=True, slots=True)
class Trap:
    """An address that a feed, sitemap or listing names and that leads to no article; `kind` says how it fails."""

    path: str
    kind: str
    title: str
    published: datetime


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What one site says of itself, and how its addresses are formed."""

    id: str
    name: str
    tagline: str
    address: tuple[str, ...]
    permalink: str
    navigation: tuple[tuple[str, str], ...]
    traps: tuple[Trap, ...]
    page_size: int  # entries of one listing page


def load_sites() -> dict[str, SiteFacts]:
    """Every site by its id, in the order of SITE_IDS."""
    tables = tomllib.loads((HERE / "sites.toml").read_text(encoding="utf-8"))
    return {site_id: _site(site_id, tables[site_id]) for site_id in SITE_IDS}


def load_articles(edition: int) -> tuple[SampleArticle, ...]:
    """The articles that stand in the given edition (1 or 2), newest first within each site."""
    sites = load_sites()
    found = [
        read_article(path, sites[site]) for site in SITE_IDS for path in sorted((HERE / "articles" / site).iterdir())
    ]
    standing = [article for article in found if edition in article.editions]
    return tuple(sorted(standing, key=lambda each: (SITE_IDS.index(each.site), -_age_key(each), each.slug)))


def read_article(path: Path, site: SiteFacts) -> SampleArticle:
    """One article file; `name.edition-2.md` is the later form of `name.md`."""
    _, front, body = path.read_text(encoding="utf-8").split(f"{FENCE}\n", 2)
    facts = tomllib.loads(front)
    slug = path.stem.removesuffix(".edition-2")
    published: datetime | None = facts.get("published")
    category = facts.get("category", "Berita")
    return SampleArticle(
        site=site.id,
        slug=slug,
        path=_address(site.permalink, slug, published, category),
        title=facts["title"],
        published=published,
        modified=facts.get("modified"),
        author=facts.get("author"),
        category=category,
        tags=tuple(facts.get("tags", ())),
        charset=facts.get("charset", "utf-8"),
        charset_told=facts.get("charset_told", True),
        editions=tuple(facts.get("editions", (1, 2))),
        blocks=tuple(_block(piece.strip()) for piece in body.split("\n\n") if piece.strip()),
        rejected=facts.get("rejected"),
        expected=facts.get("expected", {}),
    )


def _site(site_id: str, table: dict[str, Any]) -> SiteFacts:
    return SiteFacts(
        id=site_id,
        name=table["name"],
        tagline=table["tagline"],
        address=tuple(table["address"]),
        permalink=table["permalink"],
        navigation=tuple((label, href) for label, href in table["navigation"]),
        traps=tuple(Trap(**trap) for trap in table.get("traps", ())),
        page_size=table.get("page_size", 10),
    )


def _block(piece: str) -> Block:
    for prefix, kind in ((READ_ALSO, "read-also"), (ASIDE, "aside"), ("## ", "heading"), ("- ", "item")):
        if piece.startswith(prefix):
            return Block(kind, piece.removeprefix(prefix))
    return Block("paragraph", " ".join(piece.split("\n")))


def _address(permalink: str, slug: str, published: datetime | None, category: str) -> str:
    day = published.strftime("%Y/%m/%d") if published else "0000/00/00"
    year, month, date = day.split("/")
    number = 10_000 + zlib.crc32(slug.encode()) % 90_000
    return permalink.format(
        year=year, month=month, day=date, slug=slug, number=number, category=category.lower().replace(" ", "-")
    )


def _age_key(article: SampleArticle) -> float:
    return article.published.timestamp() if article.published else 0.0
