"""Which parts of a page are menus, shares, comments, captions and the like, told by tag, class, id and role.

The names are what themes and house systems in use in Indonesia call these parts; they are general words (English and
Indonesian), never the name of one site. `boilerplate.py` holds the rules for what no name gives away.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

# Never text of an article, whatever they hold.
SKIPPED_TAGS = frozenset(
    "script style noscript template iframe object embed svg math canvas button select option input textarea "
    "datalist meter progress audio video map area param source track head title link meta base".split()
)

# zone → words that stand alone in a class or id (between anything that is no letter)
_ZONE_WORDS = {
    "comments": r"comments?|commentlist|comment\w+|\w+comments?|komentar\w*|disqus\w*|respond|tanggapan|fbcomments?",
    "related": (
        r"relateds?|related\w+|\w+related|relatedposts?|terkait|\w+terkait|terkait\w+|terpopuler|populer|popular|mostpopular|"
        r"rekomendasi|recommend\w*|readalso|read-also|read_also|bacajuga|baca-juga|baca_juga|bacalainnya|"
        r"lihatjg|lihat-juga|lihatjuga|linksisip|link-sisip|sisip\w*|beritalain\w*|berita-lain\w*|berita_lain\w*|"
        r"lainnya|terbaru|terkini|trending|headlines?list|latest\w*|yarpp\w*|crp_related|morenews|more-news|othernews|"
        r"inline-related|related-posts?|taboola\w*|outbrain\w*|mgid\w*|jnews_inline_related_post|"
        r"nextpost|next-post|prevpost|prev-post|you-may\w*|youmaylike|video-terkait|multiple-link|artikel-lain"
    ),
    "share": r"share|shares|sharing|sharer|share\w+|sosmed|socmed|social|socials|social\w+|sosial|medsos|addthis\w*|addtoany\w*|a2a_\w+|sharedaddy|jp-post-flair|bagikan|follow|followus|google-news",
    "navigation": r"nav|navi|navs|navbar\w*|navigation|menu|menus|submenu|megamenu|breadcrumbs?|\w*breadcrumbs?|crumbs?|pagination|paging|pager|pagenav\w*|page-links|wp-pagenavi|nav-links|post-navigation|topbar|top-bar|toc|ez-toc\w*|lwptoc\w*|daftar-isi|skip-link|screen-reader-text|sr-only|visually-hidden",
    "footer": r"footer|footers?\w*|\w+footer|copyright|colophon|site-info|statistik|visitor\w*|pengunjung|counter|disclaimer",
    "sidebar": r"sidebar\w*|side-bar|sidebars|\w+sidebar|aside|widget|widgets|widget-area|rightcol|right-col|kolom-kanan|kanan|right-side|col-kanan",
    "advertisement": r"ads?|adsense|adsbygoogle|ads-\w+|iklan\w*|banner\w*|advert\w*|advertisement|adv|adslot\w*|adunit|gpt-ad\w*|promo|promosi|parallax|div-gpt\w*|sponsor|sponsored|ad-container|adcontainer",
    "caption": r"caption|captions|wp-caption-text|\w+caption|caption\w+|figcaption|photo-credit|image-credit|img-credit|credit|credits|keterangan-foto|ket-foto|ketfoto|photocredit|fotocredit",
    "interface": r"newsletter\w*|subscribe\w*|subscription|langganan|cookie\w*|gdpr|consent|modal\w*|popup\w*|pop-up|lightbox|login|signin|register|searchform|search-form|searchbox|search-box|rating\w*|ratings|emoji\w*|reaksi|reaction\w*|polling|toolbar|tooltip|print|fontsize|font-size|resize|text-to-speech|audio-player|player|downloadapp",
    "meta": r"byline|bylines|by-line|author|authors|author-\w+|authorbox|author_box|about-author|post-author|penulis|editor|reporter|pewarta|jurnalis|entry-meta|post-meta|postmeta|post_meta|meta|metadata|meta-\w+|entry-date|post-date|postdate|date|dates|date-\w+|datetime|tanggal|tgl|waktu|jam|time|timestamp|post-timestamp|published|posted|posted-on|publish\w*|views?|viewer|viewers|hits|dibaca|pembaca|post-views|reading-time|tags?|taglist|tag-\w+|tagcloud|tagging|tag_\w+|tagsin|post-tags|topik|topic|topics|labels?|post-labels|cat-links|categories|category-\w+|kategori|entry-footer|post-footer|entry-utility|info-berita",
}  # fmt: skip
_ZONE = re.compile(
    "|".join(rf"(?P<{zone}>(?<![a-z0-9]){'(?:' + words + ')'}(?![a-z0-9]))" for zone, words in _ZONE_WORDS.items())
)
_ZONE_TAGS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "sidebar",
    "figcaption": "caption",
    "menu": "navigation",
    "dialog": "interface",
}
_ZONE_ROLES = {
    "navigation": "navigation",
    "contentinfo": "footer",
    "complementary": "sidebar",
    "search": "interface",
    "banner": "navigation",
}
# Names of layout that hold a zone's word without being that zone: "no-sidebar", "elementor-widget-container".
_NOT_ZONES = re.compile(
    r"(?:no|has|with|without|is|not|content|left|right|full|hide|show|sticky|enable|single|both|one|two)[-_]sidebars?\w*|"
    r"sidebar[-_](?:left|right|none|no|content)\w*|elementor[\w-]*|wp-block-\w+|has-[\w-]+|post-share-\w+-enabled|"
    r"menu-item-\d+|tag-\d+|category-\d+|tag_\w+_page|entry-content-\w+|\w+-has-\w+|hentry|tie[-_]\w+|jeg[-_]content|"
    r"(?:content|main|page|article|post|news|body)[-_](?:area|wrap\w*|container)"
)

# Containers that hold an article's own words and nothing else, as a rule; the more exact first.
_BODY_NAMES = re.compile(
    r"(?<![a-z0-9])(?:articlebody|article[-_]body|entry[-_]content|post[-_]body|post[-_]content|td-post-content|"
    r"tdb_single_content|article[-_]content|article[-_]content[-_]body|article__content|article__body|content[-_]body|"
    r"single[-_]content|read__content|read[-_]content|news[-_]content|detail[-_]content|detail[-_]text|detail__body-text|"
    r"detail[-_]konten|detail[-_]berita|detail[-_]artikel|detail[-_]desc|isi[-_]?berita|isi[-_]?artikel|isi[-_]?konten|"
    r"konten[-_]berita|konten[-_]artikel|berita[-_]isi|artikel[-_]isi|text[-_]berita|teks[-_]berita|txt-article|"
    r"content[-_]inner|the-content|itemfulltext|itembody|item-page|com-content-article__body|field--name-body|"
    r"field-name-body|node__content|elementor-widget-theme-post-content|post-entry|entry[-_]body|story[-_]body|"
    r"story[-_]content|article[-_]text|content[-_]detail|content[-_]article|content[-_]news|content_news|newsbody|"
    r"post_content|kontenberita|isi|content[-_]text|page[-_]content|blog[-_]content|text-detail|detailtext|detailsContent)"
    r"(?![a-z0-9])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def zone_of(element: HtmlElement) -> str | None:
    """The zone that an element opens, None for ordinary content."""
    get = element.get
    zone = _named_zone(element.tag, get("class") or "", get("id") or "", get("role") or "")
    if zone is None and (get("hidden") is not None or _HIDDEN.search(get("style") or "")):
        return "hidden"
    return zone


def is_body_container(element: HtmlElement) -> bool:
    """Whether an element is named as the one that holds the article's words."""
    if (element.get("itemprop") or "").lower().find("articlebody") >= 0:
        return True
    return _named_body(element.tag, element.get("class") or "", element.get("id") or "")


@lru_cache(maxsize=20_000)
def _named_zone(tag: str, classes: str, identity: str, role: str) -> str | None:
    if tag in _ZONE_TAGS:
        return _ZONE_TAGS[tag]
    if tag in ("html", "body", "main"):
        return None
    if role in _ZONE_ROLES:
        return _ZONE_ROLES[role]
    if not classes and not identity:
        return None
    if _named_body(tag, classes, identity):
        return None
    names = _NOT_ZONES.sub(" ", f"{classes} {identity}"[:400].lower())
    found = _ZONE.search(names)
    return found.lastgroup if found else None


@lru_cache(maxsize=20_000)
def _named_body(tag: str, classes: str, identity: str) -> bool:
    if tag in ("html", "body", "a", "span", "h1", "h2", "h3", "ul", "li", "p", "img"):
        return False
    return any(_BODY_NAMES.fullmatch(name) for name in f"{classes} {identity}"[:400].split())
