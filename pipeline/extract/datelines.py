"""The dates that a page shows its readers near an article's title, and in its opening words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.extract.blocks import Block
from pipeline.extract.body import Body
from pipeline.extract.names import labelled_name
from pipeline.extract.origin import names_first_appearance
from pipeline.extract.printed_dates import PrintedDate, find_printed_dates
from pipeline.extract.structure import is_link_line

_BEFORE_TITLE = 4  # blocks; further up stands the page's own clock
_AFTER_TITLE = 25
_AFTER_TEXT = 6
_LONGEST_LINE = 200
_NAMING = ("class", "id", "data-testid", "data-hook", "data-qa-id")
_BESIDE_LINKED_DATE = 24  # characters: a date may link to its archive, a title to another article
_OTHER_ZONES = ("related", "comments", "sidebar", "navigation", "advertisement", "hidden")
_DATED_NAMES = re.compile(
    r"date|tanggal|(?<![a-z])(?:tgl|waktu|time\w*|published|posted|publish\w*|pubdate|entry-meta|post-meta|meta|jam|"
    r"info)(?![a-z])",
    re.I,
)
_OPENING = re.compile(
    r"^[^.!?\n]{0,60}?[(,]\s*(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*[,(]?\s*)?$", re.I
)


def visible_dates(body: Body, title: str) -> Iterator[PrintedDate]:
    """Dates printed near the title (or right after the text) in a line of their own or in a line named as date.

    A date above the title counts only where none stands below it, and only with a time of day or such a name: many
    pages show today's date up there.
    """
    place = title_place(body, title)
    places = _near_places(body, place)
    below = list(_dated_lines(body, place, [at for at in places if place is None or at > place]))
    yield from below or _dated_lines(body, place, [at for at in places if place is not None and at <= place])


def _dated_lines(body: Body, place: int | None, places: list[int]) -> Iterator[PrintedDate]:
    blocks = body.blocks
    for at in places:
        block = blocks[at]
        if len(block.text) > _LONGEST_LINE:
            continue
        if names_first_appearance(block.text):
            continue  # the day of another outlet's printing
        one = next((found for found in find_printed_dates(block.text) if not found.updated), None)
        if one is None:
            continue
        rest = len(block.text) - len(one.printed)
        if block.link_length > 0.8 * len(block.text) and rest > _BESIDE_LINKED_DATE:
            continue
        named = block.zone == "meta" or _is_named_date(block) or labelled_name(block.text) is not None
        inside = body.start <= at < body.end
        if rest > (50 if inside else 120) and not named:
            continue
        if place is not None and at < place and one.moment is None and not named:
            continue
        yield one


def near_elements(body: Body, title: str) -> list[HtmlElement]:
    """The elements of the blocks where the article's own date may stand, in reading order."""
    return list(dict.fromkeys(body.blocks[at].element for at in _near_places(body, title_place(body, title))))


def title_place(body: Body, title: str) -> int | None:
    """Where the title stands among the page's blocks: the last heading before the text's end that equals it."""
    wanted = _letters(title)
    best: int | None = None
    if not wanted:
        return None
    for place, block in enumerate(body.blocks[: body.end]):
        if block.zone in ("navigation", "related", "sidebar") or abs(len(block.text) - len(title)) >= 12:
            continue
        if _letters(block.text) == wanted:
            if block.kind == "heading":
                return place
            best = place if best is None else best
    return best


def text_dateline(body: Body) -> Iterator[PrintedDate]:
    """ "Garut, 17 September 2024 – …": the date in a press release's opening words."""
    for block in body.inside[:4]:
        if block.zone is None and block.own_length > 60:
            head = block.text[:110].replace("’", "'")
            for one in find_printed_dates(head):
                after = head[one.start + len(one.printed) :].lstrip(" )]")
                if _OPENING.match(head[: one.start]) and after[:1] in ("-", "–", "—", ":", "(", "/", "|"):
                    yield one
            return


def _near_places(body: Body, title: int | None) -> list[int]:
    """Around the title, at the text's first lines, and right after the text."""
    top = title if title is not None else body.start
    first = max(0, top - _BEFORE_TITLE)
    head = range(first, min(body.end, max(body.start + 3, top + 3), first + _BEFORE_TITLE + _AFTER_TITLE))
    lead = range(max(head.stop, body.start - 6), min(body.end, body.start + 3))
    tail = range(max(lead.stop, head.stop, body.end - 3), min(len(body.blocks), body.end + _AFTER_TEXT))
    places = [*head, *lead]
    for at in tail:
        if is_link_line(body.blocks[at]):
            break  # what follows are other articles with their own dates
        if len(body.blocks[at].text) < 160 and body.blocks[at].zone in ("meta", None):
            places.append(at)
    return [at for at in places if body.blocks[at].zone not in _OTHER_ZONES]


def _is_named_date(block: Block) -> bool:
    """By its element, or by the one box in it: React pages name their parts for tests only."""
    named = [block.element, *block.element[:1]] if len(block.element) == 1 else [block.element]
    names = " ".join(one.get(attribute) or "" for one in named for attribute in _NAMING)
    return _DATED_NAMES.search(names) is not None


def _letters(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())
