"""What each address of a sample site answers: pages, feeds, sitemaps and robots.txt, rendered once at start."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from jinja2 import Environment

from pipeline.sample.content import SampleArticle, SiteFacts, Trap
from pipeline.sample.printing import template_environment

HTML = "text/html; charset=UTF-8"
LAUNCH = datetime(2024, 8, 1, tzinfo=UTC)  # Last-Modified of what never changes


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP response; `trap` names a body that is made while it is sent."""

    body: bytes = b""
    status: int = 200
    content_type: str = HTML
    last_modified: datetime | None = None
    conditional: bool = False  # carries an ETag and answers 304
    headers: tuple[tuple[str, str], ...] = ()
    trap: str | None = None

    @property
    def etag(self) -> str:
        """A strong validator of the body, quoted as in the header."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a listing, feed or sitemap."""

    path: str
    title: str
    published: datetime | None
    modified: datetime | None
    summary: str
    article: SampleArticle | None


@dataclass(frozen=True, slots=True)
class SitePress:
    """Everything that the templates of one site print from."""

    site: SiteFacts
    base: str  # http://127.0.0.1:8711, without a slash at the end
    articles: tuple[SampleArticle, ...]
    entries: tuple[Entry, ...]
    environment: Environment

    def render(self, template: str, **facts: Any) -> str:
        """The named template of this site, with what every page of it prints."""
        common = {"site": self.site, "base": self.base, "latest": self.entries[:5]}
        return self.environment.get_template(f"{self.site.id}/{template}").render(**common, **facts)

    def page(self, template: str, **facts: Any) -> bytes:
        """The same as UTF-8."""
        return self.render(template, **facts).encode()


def site_answers(site: SiteFacts, base: str, articles: Sequence[SampleArticle]) -> dict[str, Answer]:
    """Every address of the site (path with query) and its answer; anything else is 404."""
    own = tuple(article for article in articles if article.site == site.id)
    press = SitePress(site, base, own, _entries(own, site.traps), template_environment())
    answers = {article.path: _article_answer(press, article) for article in own}
    answers |= {trap.path: _trap_answer(press, trap) for trap in site.traps if trap.kind != "not-found"}
    answers |= {"city": _city, "news": _news, "bawaslu": _bawaslu, "blog": _blog}[site.id](press)
    for _, href in site.navigation:
        answers.setdefault(href, Answer(press.page("static.html", title=href.strip("/") or site.name)))
    return answers


def _entries(articles: Sequence[SampleArticle], traps: Sequence[Trap]) -> tuple[Entry, ...]:
    found = [Entry(a.path, a.title, a.published, a.modified, a.text[:160] + " …", a) for a in articles]
    found += [Entry(t.path, t.title, t.published, None, t.title, None) for t in traps]
    return tuple(sorted(found, key=lambda entry: entry.published or LAUNCH, reverse=True))


def _newest_change(press: SitePress) -> datetime:
    return max(moment for a in press.articles for moment in (a.published, a.modified, LAUNCH) if moment)


def _article_answer(press: SitePress, article: SampleArticle) -> Answer:
    titles = {other.slug: other for other in press.articles}
    others = [entry for entry in press.entries if entry.article and entry.article.slug != article.slug]
    text = press.render("article.html", article=article, by_slug=titles, related=others[:3])
    return Answer(
        body=text.encode(article.charset),
        content_type=HTML if article.charset_told else "text/html",
        last_modified=article.modified or article.published or LAUNCH,
        conditional=press.site.id != "city",  # WordPress answers its pages in full every time
    )


def _trap_answer(press: SitePress, trap: Trap) -> Answer:
    if trap.kind == "listing":
        picked = [entry for entry in press.entries if entry.article][:10]
        return Answer(press.page("roundup.html", title=trap.title, published=trap.published, entries=picked))
    if trap.kind == "server-error":
        return Answer(b"<h1>Internal Server Error</h1>", status=500)
    if trap.kind == "not-html":
        return Answer(_small_pdf(), content_type="application/pdf")
    if trap.kind == "redirect-loop":
        return Answer(status=302, headers=(("Location", press.base + trap.path),))
    if trap.kind == "robots-forbidden":
        return Answer(press.page("static.html", title=trap.title))
    return Answer(trap=trap.kind)


def _small_pdf() -> bytes:
    objects = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>")
    body = b"%PDF-1.4\n"
    for number, content in enumerate(objects, 1):
        body += b"%d 0 obj%sendobj\n" % (number, content)
    return body + b"trailer<</Root 1 0 R>>\n%%EOF\n"


def _xml(press: SitePress, template: str, kind: str, changed: datetime, **facts: Any) -> Answer:
    return Answer(
        press.page(template, changed=changed, **facts), content_type=kind, last_modified=changed, conditional=True
    )


def _robots(*lines: str) -> Answer:
    body = "\n".join(("User-agent: *", *lines, "")).encode()
    return Answer(body, content_type="text/plain; charset=UTF-8", last_modified=LAUNCH, conditional=True)


def _city(press: SitePress) -> dict[str, Answer]:
    """WordPress: feed with every post, sitemap index, REST API, and pages without validators."""
    changed = _newest_change(press)
    xml = "application/xml; charset=UTF-8"
    posts = [entry for entry in press.entries if entry.article]
    front = Answer(press.page("listing.html", title="Berita", entries=press.entries))
    answers = {
        "/": front,
        "/category/berita/": front,
        "/robots.txt": _robots("Disallow: /wp-admin/", f"Sitemap: {press.base}/wp-sitemap.xml"),
        "/feed/": _xml(press, "feed.xml", "application/rss+xml; charset=UTF-8", changed, entries=press.entries),
        "/wp-sitemap.xml": _xml(press, "sitemap_index.xml", xml, changed),
        "/wp-sitemap-posts-post-1.xml": _xml(press, "sitemap.xml", xml, changed, entries=posts),
    }
    return answers | _wordpress_api(press, posts)


def _wordpress_api(press: SitePress, posts: Sequence[Entry]) -> dict[str, Answer]:
    per_page = 10
    pages = [posts[start : start + per_page] for start in range(0, len(posts), per_page)]
    totals = (("X-WP-Total", str(len(posts))), ("X-WP-TotalPages", str(len(pages))))
    kind = "application/json; charset=UTF-8"
    answers = {}
    for number, page in enumerate(pages, 1):
        rows = [_wordpress_post(press, entry.article, number) for entry in page if entry.article]
        answer = Answer(json.dumps(rows, ensure_ascii=False).encode(), content_type=kind, headers=totals)
        for query in (f"?page={number}", f"?per_page={per_page}&page={number}", f"?page={number}&per_page={per_page}"):
            answers[f"/wp-json/wp/v2/posts{query}"] = answer
    past_the_end = {"code": "rest_post_invalid_page_number", "data": {"status": 400}}
    answers[f"/wp-json/wp/v2/posts?page={len(pages) + 1}"] = Answer(
        json.dumps(past_the_end).encode(), status=400, content_type=kind
    )
    answers["/wp-json/wp/v2/posts"] = answers["/wp-json/wp/v2/posts?page=1"]
    return answers


def _wordpress_post(press: SitePress, article: SampleArticle, page: int) -> dict[str, Any]:
    local = article.published or LAUNCH
    changed = article.modified or local
    return {
        "id": int(hashlib.sha256(article.slug.encode()).hexdigest()[:6], 16),
        "date": local.strftime("%Y-%m-%dT%H:%M:%S"),
        "date_gmt": local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        "modified_gmt": changed.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        "slug": article.slug,
        "status": "publish",
        "link": press.base + article.path,
        "title": {"rendered": article.title},
        "content": {"rendered": press.render("body.html", article=article, by_slug={}), "protected": False},
    }


def _news(press: SitePress) -> dict[str, Answer]:
    """A regional paper: paged listings, a news sitemap, a Crawl-delay and a forbidden folder."""
    changed = _newest_change(press)
    size = press.site.page_size
    sections = {"/indeks": press.entries}
    for name in ("politik", "daerah", "olahraga", "opini"):
        sections[f"/{name}"] = tuple(entry for entry in press.entries if entry.path.startswith(f"/{name}/"))
    answers = {
        "/": Answer(
            press.page("listing.html", title="Terkini", entries=press.entries[:8], number=1, pages=1, here="/")
        ),
        "/robots.txt": _robots("Crawl-delay: 0.05", "Disallow: /internal/", f"Sitemap: {press.base}/sitemap-news.xml"),
        "/sitemap-news.xml": _xml(
            press, "sitemap_news.xml", "application/xml", changed, entries=[e for e in press.entries if e.article]
        ),
    }
    for here, entries in sections.items():
        pages = max(1, -(-len(entries) // size))
        for number in range(1, pages + 1):
            part = entries[(number - 1) * size : number * size]
            body = press.page(
                "listing.html", title=here[1:].title(), entries=part, number=number, pages=pages, here=here
            )
            address = here if number == 1 else f"{here}?page={number}"
            answers[address] = Answer(body, last_modified=changed, conditional=True)
    return answers


def _bawaslu(press: SitePress) -> dict[str, Answer]:
    """An election body: sitemap index with lastmod, plain visible dates."""
    changed = _newest_change(press)
    xml = "text/xml; charset=utf-8"
    listing = Answer(press.page("listing.html", title="Berita", entries=press.entries))
    return {
        "/": listing,
        "/berita": listing,
        "/robots.txt": _robots("Disallow: /admin/", f"Sitemap: {press.base}/sitemap.xml"),
        "/sitemap.xml": _xml(press, "sitemap_index.xml", xml, changed),
        "/sitemap-berita.xml": _xml(press, "sitemap.xml", xml, changed, entries=press.entries),
    }


def _blog(press: SitePress) -> dict[str, Answer]:
    """Blogspot: an Atom feed, and posts that print no date."""
    changed = _newest_change(press)
    feed = _xml(press, "feed.xml", "application/atom+xml; charset=UTF-8", changed, entries=press.entries)
    return {
        "/": Answer(press.page("listing.html", title=press.site.name, entries=press.entries)),
        "/robots.txt": _robots("Disallow: /search", "Allow: /", f"Sitemap: {press.base}/sitemap.xml"),
        "/feeds/posts/default": feed,
        "/sitemap.xml": _xml(press, "sitemap.xml", "application/xml", changed, entries=press.entries),
    }
