"""A page as a list of text blocks in reading order, each with its element, its links and its zone."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

import lxml.etree
from lxml.html import HtmlElement

from pipeline.extract.zones import SKIPPED_TAGS, zone_of

# Characters that no page may print (Unicode noncharacters): they stand around link text.
LINK_START, LINK_END = "\ufdd0", "\ufdd1"

_BLOCK_TAGS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_BOXES = frozenset(("span", "small", "time", "label"))  # styled as boxes beside each other in lines of date and author
_INLINE = frozenset(("a", "b", "strong", "bdi", "em", "i"))  # boxes too, beside one of those
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACES = re.compile(r"[ \n\t\r\f\v\xa0\u2000-\u200b\u202f\u205f\u3000\ufeff\u00ad\u2060]+")
_MARKS = str.maketrans("", "", LINK_START + LINK_END)
_LINKED = re.compile(f"{LINK_START}([^{LINK_END}]*){LINK_END}")
_MAX_CELL = 400  # characters; a table with longer cells lays out the page


@dataclass(slots=True, eq=False)
class Block:
    """A run of text between two block boundaries or line breaks."""

    element: HtmlElement  # the innermost block element
    kind: str  # "p", "heading", "item", "row", "pre"
    marked: str  # text with link marks; line ends only where the kind is "pre"
    zone: str | None
    zone_element: HtmlElement | None
    continues: bool  # a single <br> stands between this and the block before
    text: str = field(init=False)
    link_length: int = field(init=False)

    def __post_init__(self) -> None:
        if LINK_START in self.marked:
            self.text = self.marked.translate(_MARKS)
            self.link_length = sum(len(found) for found in _LINKED.findall(self.marked))
        else:
            self.text = self.marked
            self.link_length = 0

    @property
    def own_length(self) -> int:
        """Characters that are no link."""
        return len(self.text) - self.link_length


def read_blocks(root: HtmlElement, not_zones: Collection[HtmlElement] = ()) -> list[Block]:
    """Every text block below `root` in reading order. `not_zones`: elements whose name shall not make them a zone."""
    reader = _Reader(frozenset(id(element) for element in not_zones))
    walk = lxml.etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            if tag in SKIPPED_TAGS:
                walk.skip_subtree()
                reader.skipped = True
                continue
            reader.open(element, tag)
        else:
            if reader.skipped:
                reader.skipped = False
            else:
                reader.close(element, tag)
            if element.tail and element is not root:
                reader.parts.append(element.tail)
    reader.flush()
    return reader.blocks


class _Reader:
    """The state of one walk."""

    def __init__(self, not_zones: frozenset[int]) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.open_blocks: list[HtmlElement] = []
        self.not_zones = not_zones
        self.zone: str | None = None
        self.zone_element: HtmlElement | None = None
        self.in_link = False
        self.breaks = 0  # <br> since the last text of the open element
        self.prefix = ""
        self.counters: list[int | None] = []  # one for each open list; None: bullets
        self.data_tables = 0
        self.pre = 0
        self.skipped = False

    def open(self, element: HtmlElement, tag: str) -> None:
        if tag in _BLOCK_TAGS:
            self._open_block(element, tag)
        elif tag == "br":
            self._break()
        elif tag == "a":
            self.in_link = True
            self.parts.append(LINK_START)
        if self.zone is None:
            zone = zone_of(element)
            if zone is not None and id(element) not in self.not_zones and (tag in _BLOCK_TAGS or self._at_line_start()):
                if tag not in _BLOCK_TAGS:
                    self.flush()
                self.zone, self.zone_element = zone, element
        if element.text:
            self.parts.append(element.text)

    def close(self, element: HtmlElement, tag: str) -> None:
        if tag == "a":
            self.in_link = False
            self.parts.append(LINK_END)
        if element is self.zone_element:
            self.flush()
            self.zone = self.zone_element = None
        if tag in _BLOCK_TAGS:
            self._close_block(element, tag)
        elif not element.tail and self.parts and _is_box_before(element, tag) and _ends_word(self.parts):
            self.parts.append(" ")

    def flush(self) -> None:
        """End the current block, if there is text in it."""
        if not self.parts:
            return
        raw = "".join(self.parts)
        self.parts.clear()
        if self.in_link:  # a link around blocks: each of them is linked
            raw += LINK_END
            self.parts.append(LINK_START)
        text = raw.strip() if self.pre else tidy(raw)
        if not text or not text.strip(LINK_START + LINK_END + " \n|"):
            return
        element = self.open_blocks[-1] if self.open_blocks else None
        tag = element.tag if element is not None else "p"
        kind = "p"
        if self.pre:
            kind = "pre"
        elif tag in _HEADINGS:
            kind = "heading"
        elif self.prefix:
            kind = "item"
            text = self.prefix + text
            self.prefix = ""
        elif tag == "tr":
            kind = "row"
            text = text.strip(" |")
        if element is not None:
            continues = self.breaks == 1 and bool(self.blocks) and self.blocks[-1].element is element
            self.blocks.append(Block(element, kind, _balance(text), self.zone, self.zone_element, continues))
            self.breaks = 0

    def _break(self) -> None:
        if self.data_tables:
            self.parts.append(" ")
        elif self.pre:
            self.parts.append("\n")
        else:
            self.flush()
            self.breaks += 1

    def _at_line_start(self) -> bool:
        """Whether no text stands before this place on its line: `<a class="tag">` within a sentence is a word of it."""
        return not any(part.strip(LINK_START + LINK_END + " \n\t\r") for part in self.parts)

    def _open_block(self, element: HtmlElement, tag: str) -> None:
        if self.data_tables and tag != "table":
            if tag == "tr":
                self.flush()
                self.open_blocks.append(element)
            elif tag in ("td", "th"):
                self.parts.append(" | " if "".join(self.parts).strip() else "")
            else:
                self.parts.append(" ")
            return
        self.flush()
        self.breaks = 0
        self.open_blocks.append(element)
        if tag == "table" and (self.data_tables or _is_data_table(element)):
            self.data_tables += 1
        elif tag in ("ul", "ol"):
            self.counters.append(_start_of(element) if tag == "ol" else None)
        elif tag == "li":
            self.prefix = self._item_prefix()
        elif tag == "pre":
            self.pre += 1

    def _close_block(self, element: HtmlElement, tag: str) -> None:
        if self.data_tables and tag not in ("table", "tr"):
            return
        self.flush()
        self.breaks = 0
        if tag == "table" and self.data_tables:
            self.data_tables -= 1
        elif tag in ("ul", "ol") and self.counters:
            self.counters.pop()
        elif tag == "li":
            self.prefix = ""
        elif tag == "pre":
            self.pre -= 1
        if self.open_blocks and self.open_blocks[-1] is element:
            self.open_blocks.pop()

    def _item_prefix(self) -> str:
        if not self.counters or self.counters[-1] is None:
            return "- "
        number = self.counters[-1]
        self.counters[-1] = number + 1
        return f"{number}. "


def _ends_word(parts: list[str]) -> bool:
    text = parts[-2] if parts[-1] == LINK_END and len(parts) > 1 else parts[-1]
    return text[-1:].islower() or text[-1:].isdigit() or (len(text) > 1 and text[-2:].isupper())


def _is_box_before(element: HtmlElement, tag: str) -> bool:
    """Whether the next box begins a new piece: "…Susilo" and "Editor…" are two words, "ke" and "pala" one."""
    if tag not in _BOXES and tag not in _INLINE:
        return False
    after = element.getnext()
    if after is None or not (
        after.tag in _BOXES or (after.tag in _INLINE and (tag in _BOXES or tag == after.tag == "a"))
    ):
        return False
    text = (after.text or "").lstrip()
    if not text and after.tag == "a" and len(after):
        text = (after[0].tail or after[0].text or "").lstrip()
    return text[:1].isupper() or text[:1].isdigit()


def tidy(raw: str) -> str:
    """Collapse white space as a browser does."""
    return _SPACES.sub(" ", raw).strip(" ")


def _balance(text: str) -> str:
    """A link cut in two by a block boundary: the half that stands here is a link from its start or to its end."""
    if LINK_START not in text and LINK_END not in text:
        return text
    first_end, first_start = text.find(LINK_END), text.find(LINK_START)
    if first_end >= 0 and (first_start < 0 or first_end < first_start):
        text = LINK_START + text
    if text.rfind(LINK_START) > text.rfind(LINK_END):
        text += LINK_END
    return text


def _is_data_table(table: HtmlElement) -> bool:
    """A table of facts, not one that lays out a page: several columns, short cells, no table inside."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = columns = 0
    for row in table.iterdescendants("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        rows += 1
        columns = max(columns, len(cells))
        if any(len(cell.text_content().strip()) > _MAX_CELL for cell in cells):
            return False
        if rows > 400:
            break
    return rows > 1 and columns > 1


def _start_of(element: HtmlElement) -> int:
    try:
        return int(element.get("start") or 1)
    except ValueError:
        return 1
