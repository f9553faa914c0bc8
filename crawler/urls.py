"""One key for all spellings of a web address: tracking, sessions, http/https and www twins fold together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from courlan import normalize_url
from w3lib.url import canonicalize_url, safe_url_string

from storage.tasks import Address

LONGEST_URL = 2000  # characters; longer ones are traps or data
DEFAULT_PORTS = {"http": 80, "https": 443}
# Parameters that name a visitor, a way in or a view, never a page.
VISITOR_PARAMETERS = frozenset(
    {"phpsessid", "jsessionid", "aspsessionid", "cfid", "cftoken", "zenid", "replytocom", "like_comment", "share"}
    | {"fb_comment_id", "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src"}
    | {"referer", "amp", "outputtype", "print", "tmpl", "single"}
)
TRACKING_PREFIXES = ("utm_", "mtm_", "pk_")
# "sid" is a session with a long value, but an article's number on old portals.
SESSION_PARAMETERS = frozenset({"sid", "session", "sessionid", "session_id", "s_id"})
SHORTEST_SESSION = 16
# A path parameter of Java servers: /berita/1;jsessionid=ABC
PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
# The last part of the path by which WordPress and others mark their AMP twin.
AMP_ENDING = re.compile(r"/amp/?$", re.IGNORECASE)
TWIN_HOSTS = ("www.", "m.", "amp.", "mobile.")
UNPACKED = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|pdf|docx?|xlsx?|pptx?|odt|zip|rar|7z|gz|tar|mp[34]|avi|mov|mkv|webm|"
    r"ogg|wav|css|js|json|woff2?|ttf|eot|apk|exe|rss|atom|xml)$",
    re.IGNORECASE,
)


class BadAddress(ValueError):
    """A link that names no page that can be fetched."""


def read_address(url: str, base: str | None = None, drop: Iterable[str] = ()) -> Address:
    """The address to fetch and its key; `url` may be relative to `base`. Raises BadAddress."""
    try:
        whole = urljoin(base, url.strip()) if base else url.strip()
        whole = safe_url_string(re.sub(r"[\t\r\n\0]", "", whole))
        parts = urlsplit(whole)
        host, _ = (parts.hostname or "").rstrip("."), parts.port  # an impossible port raises here
    except ValueError as error:
        raise BadAddress(f"{url[:200]!r}: {error}") from error
    if parts.scheme.lower() not in DEFAULT_PORTS or not host:
        raise BadAddress(f"{url[:200]!r} is no http or https address")
    if parts.username or parts.password:
        raise BadAddress(f"the address of {host} carries a password")
    if len(whole) > LONGEST_URL:
        raise BadAddress(f"the address is longer than {LONGEST_URL} characters")
    netloc = host_of(whole)
    path = PATH_SESSION.sub("", parts.path) or "/"
    query = _query_without(parts.query, {*VISITOR_PARAMETERS, *(name.lower() for name in drop)})
    cleaned = urlunsplit((parts.scheme.lower(), netloc, path, query, ""))
    return Address(key=_key(cleaned), url=cleaned, host=netloc)


def host_of(url: str) -> str:
    """Host in small letters, with the port where it is not the scheme's own: "contoh.example", "127.0.0.1:8711"."""
    parts = urlsplit(url)
    host, port = (parts.hostname or "").rstrip(".").lower(), parts.port
    if ":" in host:
        host = f"[{host}]"
    return host if port in (None, DEFAULT_PORTS.get(parts.scheme.lower())) else f"{host}:{port}"


def site_of(host: str) -> str:
    """The host without www., m., amp.: the twins of a site."""
    for prefix in TWIN_HOSTS:
        if host.startswith(prefix) and host.count(".") >= 2:
            return host.removeprefix(prefix)
    return host


def looks_like_a_page(url: str) -> bool:
    """Whether the path's ending leaves it open that this is HTML."""
    return not UNPACKED.search(urlsplit(url).path)


def _query_without(query: str, unwanted: set[str]) -> str:
    # The rest is kept as it is printed: some servers mind the order and the spelling of their parameters.
    return "&".join(part for part in query.split("&") if part and not _names_a_visitor(part, unwanted))


def _names_a_visitor(part: str, unwanted: set[str]) -> bool:
    name, _, value = part.partition("=")
    name = name.lower()
    if name in SESSION_PARAMETERS:
        return len(value) >= SHORTEST_SESSION
    return name in unwanted or name.startswith(TRACKING_PREFIXES)


def _key(url: str) -> str:
    parts = urlsplit(normalize_url(canonicalize_url(url)))
    pairs = sorted(parse_qsl(parts.query, keep_blank_values=True))
    path = AMP_ENDING.sub("", parts.path).rstrip("/") or "/"
    return site_of(host_of(url)) + path + ("?" + urlencode(pairs) if pairs else "")
