"""When an article was published: every date that the page gives for it, and the one that decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from pipeline.extract.blocks import Block
from pipeline.extract.body import Body
from pipeline.extract.document import Document
from pipeline.extract.printed_dates import PrintedDate, find_printed_dates, read_iso
from storage.records import DateCandidate, PageHints

FIRST_YEAR = 1995  # no Indonesian news site is older

# The order in which sources of a date are believed.
_ORDER = ("json-ld", "meta", "time-element", "dateline", "feed", "url", "text-dateline")
_META_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "pubdate",
    "publishdate", "publish_date", "publish-date", "published_date", "content_publisheddate", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "sailthru.date", "parsely-pub-date",
    "publication_date", "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate", "date",
    "dtk:publishdate", "article:published", "og:pubdate", "news_publish_date",
)  # fmt: skip
_URL_DATES = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])/(?P<d>0[1-9]|[12]\d|3[01])(?=[/\d-])"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?=[/-])"),
    re.compile(r"[/-](?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=\d{0,6}[/-])"),
    re.compile(r"/(?P<y>\d\d)/(?P<m>0[1-9]|1[0-2])/(?P<d>0[1-9]|[12]\d|3[01])/"),
)
_DATED_NAMES = re.compile(
    r"(?<![a-z])(?:date|dates|datetime|tanggal|tgl|waktu|time|timestamp|published|posted|publish\w*|dateline|entry-meta|post-meta|meta)(?![a-z])|date",
    re.I,
)
_BEFORE_TITLE = 4  # blocks; further up stands the page's own clock
_AFTER_TITLE = 14


@dataclass(frozen=True, slots=True)
class Published:
    """What was decided. `value` None: the page does not tell."""

    value: date | None
    moment: datetime | None
    found_in: str | None
    conflict: str | None
    candidates: tuple[DateCandidate, ...]


def decide_date(candidates: Iterable[DateCandidate], zone: ZoneInfo, fetched_at: datetime) -> Published:
    """The publication date: the best believed candidate that can be true; the others as conflict where they differ.

    Refused are days after the fetch (one day of grace for zones) and before 1995.
    """
    latest = (fetched_at + timedelta(days=1)).date()
    seen = tuple(_without_doubles(candidates))
    possible = [one for one in seen if date(FIRST_YEAR, 1, 1) <= one.value <= latest]
    possible.sort(key=lambda one: _ORDER.index(one.found_in) if one.found_in in _ORDER else len(_ORDER))
    if not possible:
        return Published(None, None, None, None, seen)
    best = possible[0]
    moment = best.moment
    if moment is None:
        moment = next((one.moment for one in possible if one.moment is not None and one.value == best.value), None)
    others = [one for one in possible if one.value != best.value]
    conflict = "; ".join(f"{one.found_in}: {one.value.isoformat()} ({one.printed})" for one in others) or None
    return Published(best.value, moment, best.found_in, conflict, seen)


def find_dates(
    document: Document,
    body: Body | None,
    title: str,
    hints: PageHints,
    zone: ZoneInfo,
    hinted: HtmlElement | None = None,
) -> list[DateCandidate]:
    """Every date that the page gives for the article, with where it was found."""
    visible = list(_visible_dates(body, title)) if body is not None else []
    local_clock = {(one.value, one.moment.hour, one.moment.minute) for one in visible if one.moment is not None}
    found: list[DateCandidate] = []
    if hinted is not None:
        found.extend(_printed(one, zone, "hint") for one in find_printed_dates(hinted.text_content()))
    found.extend(_from_json_ld(document, zone, local_clock))
    found.extend(_from_meta(document, zone, local_clock))
    if body is not None:
        found.extend(_from_time_elements(document, body, title, zone, local_clock))
    found.extend(_printed(one, zone, "dateline") for one in visible)
    if hints.published_at is not None:
        local = (
            hints.published_at.astimezone(zone)
            if hints.published_at.tzinfo
            else hints.published_at.replace(tzinfo=zone)
        )
        found.append(DateCandidate(local.date(), local, "feed", hints.published_at.isoformat()))
    found.extend(_from_url(document.url))
    if body is not None:
        found.extend(_printed(one, zone, "text-dateline") for one in _text_dateline(body))
    return found


def _from_json_ld(
    document: Document, zone: ZoneInfo, local_clock: set[tuple[date, int, int]]
) -> Iterator[DateCandidate]:
    article = document.ld_article()
    nodes = [article] if article is not None else []
    nodes += [
        node for node in document.ld_nodes if node is not article and "webpage" in str(node.get("@type", "")).lower()
    ]
    for node in nodes:
        for key in ("datePublished", "dateCreated"):
            value = node.get(key)
            if isinstance(value, str) and (candidate := _machine_date(value, zone, "json-ld", local_clock)):
                yield candidate
                return


def _from_meta(document: Document, zone: ZoneInfo, local_clock: set[tuple[date, int, int]]) -> Iterator[DateCandidate]:
    for name in _META_NAMES:
        for content in document.meta.get(name, ())[:1]:
            if candidate := _machine_date(content, zone, "meta", local_clock):
                yield candidate


def _machine_date(
    text: str, zone: ZoneInfo, found_in: str, local_clock: set[tuple[date, int, int]]
) -> DateCandidate | None:
    """A date for machines, in the source's zone.

    Many Indonesian systems write local time with a false Z or +00:00; where the page prints the same clock time to
    its readers, it is local.
    """
    read = read_iso(text)
    if read is None:
        printed = next(find_printed_dates(text), None)
        return _printed(printed, zone, found_in) if printed else None
    day, moment = read
    if moment is None:
        return DateCandidate(day, None, found_in, text)
    if moment.tzinfo is None or (
        moment.utcoffset() == timedelta(0) and (moment.date(), moment.hour, moment.minute) in local_clock
    ):
        moment = moment.replace(tzinfo=zone)
    moment = moment.astimezone(zone)
    return DateCandidate(moment.date(), moment, found_in, text)


def _printed(one: PrintedDate, zone: ZoneInfo, found_in: str) -> DateCandidate:
    moment = one.moment
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return DateCandidate(one.value, moment, found_in, one.printed)


def _from_time_elements(
    document: Document, body: Body, title: str, zone: ZoneInfo, local_clock: set[tuple[date, int, int]]
) -> Iterator[DateCandidate]:
    """<time> and dated abbr elements near the title or within the article, not those of other articles."""
    near = _near_elements(body, title)
    for element in document.root.iter("time", "abbr", "span", "meta"):
        machine = (
            element.get("datetime")
            or (element.get("title") if element.tag == "abbr" else None)
            or (element.get("content") if element.tag == "span" else None)
        )
        if element.tag == "meta":
            continue
        if element.tag != "time" and (not machine or not read_iso(machine)):
            continue
        if (
            element.tag == "time"
            and "updated" in (element.get("class") or "").split()
            and "published" not in (element.get("class") or "")
        ):
            itemprop = (element.get("itemprop") or "").lower()
            if itemprop != "datepublished" and _has_published_sibling(element):
                continue
        if not any(id(one) in near for one in _block_chain(element)):
            continue
        candidate = _machine_date(machine, zone, "time-element", local_clock) if machine else None
        if candidate is None:
            printed = next(
                (one for one in find_printed_dates(" ".join(element.text_content().split())) if not one.updated), None
            )
            candidate = _printed(printed, zone, "time-element") if printed else None
        if candidate is not None:
            yield candidate


def _has_published_sibling(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and any(one is not element for one in parent.iter("time"))


def _block_chain(element: HtmlElement) -> Iterator[HtmlElement]:
    one: HtmlElement | None = element
    for _ in range(4):
        if one is None:
            return
        yield one
        one = one.getparent()


def _near_elements(body: Body, title: str) -> set[int]:
    """The elements of the blocks around the title and before and right after the text."""
    return {id(block.element) for block in _near_blocks(body, title)}


def _near_blocks(body: Body, title: str) -> list[Block]:
    place = title_place(body, title)
    blocks = body.blocks
    first = max(0, (place if place is not None else body.start) - _BEFORE_TITLE)
    last = min(body.end, max(body.start + 3, (place or 0) + 3))
    near = list(blocks[first:last]) if last - first < 60 else [*blocks[first : first + 30], *blocks[last - 8 : last]]
    near += [
        block
        for block in blocks[max(last, body.end - 3) : body.end + 6]
        if block.zone in ("meta", "footer", None) and block.own_length < 160
    ]
    return [
        block for block in near if block.zone not in ("related", "comments", "sidebar", "navigation", "advertisement")
    ]


def title_place(body: Body, title: str) -> int | None:
    """Where the title stands among the page's blocks: the last heading before the text's end that equals it."""
    wanted = _letters(title)
    best: int | None = None
    if not wanted:
        return None
    for place, block in enumerate(body.blocks[: body.end]):
        if block.zone in ("navigation", "related", "sidebar"):
            continue
        if abs(len(block.text) - len(title)) < 12 and _letters(block.text) == wanted:
            if block.kind == "heading":
                return place
            best = place if best is None else best
    return best


def _letters(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())


def _visible_dates(body: Body, title: str) -> Iterator[PrintedDate]:
    """Dates printed for readers near the title: a line of its own, or a line named as date."""
    place = title_place(body, title)
    for block in _near_blocks(body, title):
        if block.text and len(block.text) <= 200 and not (block.link_length > 0.8 * len(block.text)):
            inside = block in body.inside
            dates = [one for one in find_printed_dates(block.text) if not one.updated]
            if not dates:
                continue
            one = dates[0]
            rest = len(block.text) - len(one.printed)
            dated = (
                block.zone == "meta"
                or _DATED_NAMES.search(f"{block.element.get('class') or ''} {block.element.get('id') or ''}")
                is not None
            )
            if inside and rest > 50 and not dated:
                continue
            if not inside and rest > 120 and not dated:
                continue
            before_title = place is not None and body.blocks.index(block) < place
            if before_title and one.moment is None and not dated:
                continue
            yield one


def _from_url(url: str) -> Iterator[DateCandidate]:
    for pattern in _URL_DATES:
        found = pattern.search(url)
        if not found:
            continue
        year = int(found["y"])
        try:
            value = date(year + 2000 if year < 100 else year, int(found["m"]), int(found["d"]))
        except ValueError:
            continue
        yield DateCandidate(value, None, "url", found.group().strip("/-"))
        return


_OPENING = re.compile(
    r"^[^.!?\n]{0,60}?[(,]\s*(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*[,(]?\s*)?$", re.I
)


def _text_dateline(body: Body) -> Iterator[PrintedDate]:
    """ "Garut, 17 September 2024 – …": the date in a press release's opening words."""
    for block in body.inside[:4]:
        if block.zone is None and block.own_length > 60:
            head = block.text[:110].replace("’", "'")
            for one in find_printed_dates(head):
                after = head[one.start + len(one.printed) :].lstrip(" )]")
                if _OPENING.match(head[: one.start]) and after[:1] in ("-", "–", "—", ":", "(", "/", "|"):
                    yield one
            return


def _without_doubles(candidates: Iterable[DateCandidate]) -> Iterator[DateCandidate]:
    seen: set[tuple[date, str, str]] = set()
    for one in candidates:
        key = (one.value, one.found_in, one.printed)
        if key not in seen:
            seen.add(key)
            yield one


def utc_now_like(fetched_at: datetime) -> datetime:
    """The fetch time with a zone; archives hold UTC."""
    return fetched_at if fetched_at.tzinfo else fetched_at.replace(tzinfo=UTC)
