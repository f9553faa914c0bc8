"""When an article was published: every date that the page gives for it, and the one that decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from pipeline.extract.body import Body
from pipeline.extract.datelines import near_elements, text_dateline, title_place, visible_dates
from pipeline.extract.document import Document
from pipeline.extract.printed_dates import PrintedDate, find_printed_dates, read_iso
from storage.records import DateCandidate, PageHints

FIRST_YEAR = 1995  # no Indonesian news site is older

# The order in which the places of a date are believed.
_ORDER = ("hint", "json-ld", "meta", "time-element", "dateline", "feed", "url", "text-dateline")
_META_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publishdate", "publish_date", "publish-date", "published_date", "content_publisheddate", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "sailthru.date",
    "parsely-pub-date", "publication_date", "cxenseparse:recs:publishtime", "article.published",
    "originalpublicationdate", "date", "dtk:publishdate", "article:published", "og:pubdate", "og:publish_date",
    "published-date", "datecreated",
)  # fmt: skip
_LONGEST_DATE = 200  # characters of a time element's text
_LD_KEYS = ("datePublished", "dateCreated", "uploadDate")
_URL_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"/(?P<y>(?:19|20)\d\d)/(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])(?=[/-])(?:/(?P<H>[01]\d|"
        r"2[0-3])(?P<M>[0-5]\d)\d{2,8}(?=/))?",
        r"/(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?=[/-])",
        r"[/-](?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=\d{0,6}(?:[/-]|$))",
        r"/(?P<y>\d\d)/(?P<m>0[1-9]|1[0-2])/(?P<d>0[1-9]|[12]\d|3[01])/",
    )
)


@dataclass(frozen=True, slots=True)
class Published:
    """What was decided; `value` is None where the page does not tell."""

    value: date | None
    moment: datetime | None
    found_in: str | None
    conflict: str | None
    candidates: tuple[DateCandidate, ...]


def decide_date(candidates: Iterable[DateCandidate], fetched_at: datetime) -> Published:
    """The publication date: the candidate from the most believed place that can be true.

    Days after the fetch (with a day of grace for zones) and before 1995 are refused. Candidates with another day are
    told as a conflict.
    """
    seen = tuple(_without_doubles(candidates))
    latest = (fetched_at + timedelta(days=1)).date()
    possible = [one for one in seen if date(FIRST_YEAR, 1, 1) <= one.value <= latest]
    possible.sort(key=lambda one: _ORDER.index(one.found_in))
    if not possible:
        return Published(None, None, None, None, seen)
    best = possible[0]
    moment = best.moment
    if moment is None:
        moment = next((one.moment for one in possible if one.moment is not None and one.value == best.value), None)
    others = dict.fromkeys(
        f"{one.found_in} {one.value.isoformat()} (“{one.printed}”)" for one in possible if one.value != best.value
    )
    return Published(best.value, moment, best.found_in, "; ".join(others) or None, seen)


def find_dates(
    document: Document, body: Body, title: str, hints: PageHints, zone: ZoneInfo, hinted: HtmlElement | None = None
) -> list[DateCandidate]:
    """Every date that the page gives for the article, in the source's zone, with where it was found."""
    visible = list(visible_dates(body, title))
    local_clocks = {_clock(one.moment) for one in visible if one.moment is not None} | set(_url_clocks(document.url))
    reader = _MachineDates(zone, false_utc=any(clock in local_clocks for clock in _utc_clocks(document)))
    found: list[DateCandidate] = []
    if hinted is not None:
        found.extend(_printed(one, zone, "hint") for one in find_printed_dates(hinted.text_content()))
    found.extend(_from_json_ld(document, reader))
    found.extend(_from_meta(document, reader))
    found.extend(_from_time_elements([*near_elements(body, title), *_empty_times(body, title)], reader))
    found.extend(_printed(one, zone, "dateline") for one in visible)
    if hints.published_at is not None:
        moment = hints.published_at if hints.published_at.tzinfo else hints.published_at.replace(tzinfo=zone)
        local = moment.astimezone(zone)
        found.append(DateCandidate(local.date(), local, "feed", hints.published_at.isoformat()))
    found.extend(_from_url(document.url))
    found.extend(_printed(one, zone, "text-dateline") for one in text_dateline(body))
    return found


@dataclass(frozen=True, slots=True)
class _MachineDates:
    """Reads dates written for machines.

    Many Indonesian systems write local time with a false "Z" or "+00:00". Where the page shows its readers, or its
    address, the very clock time that a "UTC" date has, the page's UTC dates are local.
    """

    zone: ZoneInfo
    false_utc: bool

    def read(self, text: str, found_in: str) -> DateCandidate | None:
        read = read_iso(text)
        if read is None:
            printed = next((one for one in find_printed_dates(text) if not one.updated), None)
            return _printed(printed, self.zone, found_in) if printed else None
        day, moment = read
        if moment is None:
            return DateCandidate(day, None, found_in, text)
        if moment.tzinfo is None or (self.false_utc and moment.utcoffset() == timedelta(0)):
            moment = moment.replace(tzinfo=self.zone)
        moment = moment.astimezone(self.zone)
        return DateCandidate(moment.date(), moment, found_in, text)


def _from_json_ld(document: Document, reader: _MachineDates) -> Iterator[DateCandidate]:
    article = document.ld_article()
    nodes = [article] if article is not None else []
    nodes += [
        node for node in document.ld_nodes if node is not article and "webpage" in str(node.get("@type", "")).lower()
    ]
    for node in nodes:
        for key in _LD_KEYS:
            value = node.get(key)
            if isinstance(value, str) and (candidate := reader.read(value, "json-ld")):
                yield candidate
                return


def _from_meta(document: Document, reader: _MachineDates) -> Iterator[DateCandidate]:
    for name in _META_NAMES:
        for content in document.meta.get(name, ())[:1]:
            if candidate := reader.read(content, "meta"):
                yield candidate


def _from_time_elements(near: list[HtmlElement], reader: _MachineDates) -> Iterator[DateCandidate]:
    """<time> elements near the title, and others that hold a machine's date there (Blogger's <abbr>)."""
    for element in _dated_elements(near):
        machine = element.get("datetime") or (element.get("title") if element.tag == "abbr" else element.get("content"))
        if (element.tag != "time" and (not machine or read_iso(machine) is None)) or _is_update(element):
            continue
        candidate = reader.read(machine, "time-element") if machine else None
        if candidate is None:
            text = " ".join(element.text_content().split())
            printed = next((one for one in find_printed_dates(text[:_LONGEST_DATE]) if not one.updated), None)
            candidate = _printed(printed, reader.zone, "time-element") if printed else None
        if candidate is not None:
            yield candidate


def _dated_elements(near: list[HtmlElement]) -> Iterator[HtmlElement]:
    """The elements of these blocks that may hold a date, each once: inside them, themselves, and right around them."""
    seen: set[HtmlElement] = set()
    for block in near:
        for element in (
            *block.iter("time", "abbr", "span", "div"),
            *islice(block.iterancestors("time", "abbr", "div"), 2),
        ):
            if element not in seen:
                seen.add(element)
                yield element


def _empty_times(body: Body, title: str) -> Iterator[HtmlElement]:
    """<time datetime="…"></time> right around the title, which a script fills in."""
    place = title_place(body, title)
    for around in islice(body.blocks[place].element.iterancestors(), 2) if place is not None else ():
        for element in islice(around.iter("time"), 3):
            if element.get("datetime") and not element.text_content().strip():
                yield element


def _is_update(element: HtmlElement) -> bool:
    """WordPress prints <time class="updated"> beside <time class="published">; alone it is the only date."""
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower().split()
    if "datemodified" in names:
        return True
    if "updated" not in names or {"published", "datepublished", "entry-date"} & set(names):
        return False
    parent = element.getparent()
    return parent is not None and any(one is not element for one in parent.iter("time"))


def _from_url(url: str) -> Iterator[DateCandidate]:
    for pattern in _URL_DATES:
        found = pattern.search(url)
        if found is None:
            continue
        year = int(found["y"])
        try:
            value = date(year + 2000 if year < 100 else year, int(found["m"]), int(found["d"]))
        except ValueError:
            continue
        yield DateCandidate(value, None, "url", found.group().strip("/-"))
        return


def _url_clocks(url: str) -> Iterator[tuple[date, int, int]]:
    """The clock time in addresses such as /2024/09/17/14170012/."""
    found = _URL_DATES[0].search(url)
    if found is not None and found["H"]:
        try:
            yield date(int(found["y"]), int(found["m"]), int(found["d"])), int(found["H"]), int(found["M"])
        except ValueError:
            return


def _utc_clocks(document: Document) -> Iterator[tuple[date, int, int]]:
    texts = [
        content
        for name in (*_META_NAMES, "datemodified", "article:modified_time", "og:updated_time", "createdate")
        for content in document.meta.get(name, ())
    ]
    for node in document.ld_nodes:
        texts += [value for key in (*_LD_KEYS, "dateModified") if isinstance(value := node.get(key), str)]
    for text in texts:
        read = read_iso(text)
        if read is not None and read[1] is not None and read[1].utcoffset() == timedelta(0):
            yield _clock(read[1])


def _clock(moment: datetime) -> tuple[date, int, int]:
    return moment.date(), moment.hour, moment.minute


def _printed(one: PrintedDate, zone: ZoneInfo, found_in: str) -> DateCandidate:
    moment = one.moment
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return DateCandidate(one.value, moment, found_in, one.printed)


def _without_doubles(candidates: Iterable[DateCandidate]) -> Iterator[DateCandidate]:
    seen: set[tuple[date, str, str]] = set()
    for one in candidates:
        key = (one.value, one.found_in, one.printed)
        if key not in seen:
            seen.add(key)
            yield one
