"""Which element holds the article's own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.extract.blocks import Block, read_blocks
from pipeline.extract.document import Document
from pipeline.extract.zones import is_body_container

_PROSE = 70  # characters outside links from which a block counts as running text
_GAP = 3  # blocks without prose (pictures, dates) that may stand between paragraphs
_CLOSED_ZONES = {"comments", "footer", "navigation"}  # never mistaken names for a body


@dataclass(frozen=True, slots=True)
class Body:
    """Where the text stands and how that was decided."""

    element: HtmlElement
    blocks: tuple[Block, ...]  # of the whole page, in reading order
    start: int  # the body's blocks are blocks[start:end]
    end: int
    found_by: str  # "hint", "named container", "text density", "trafilatura"
    rivals: int  # further named containers with as much text, as on listings that show whole posts

    @property
    def inside(self) -> tuple[Block, ...]:
        return self.blocks[self.start : self.end]


def find_body(document: Document, hinted: HtmlElement | None = None) -> Body | None:
    """The element with the article's words; None on a page without running text."""
    root = _body_element(document.root)
    blocks = read_blocks(root)
    blocks = _without_mistaken_zones(root, blocks)
    if not blocks:
        return None
    if hinted is not None:
        return _body(hinted, blocks, "hint", 0)
    scores = _scores(root, blocks)
    named = [element for element in scores if is_body_container(element)]
    densest = _best(scores, scores)
    best_named = _best(scores, named)
    if best_named is not None and densest is not None and scores[best_named] * 2 >= scores[densest]:
        return _body(best_named, blocks, "named container", _rivals(best_named, named, scores))
    if densest is None:
        return None
    return _body(densest, blocks, "text density", _rivals(best_named, named, scores) if best_named is not None else 0)


def is_prose(block: Block) -> bool:
    """Running text: long enough, outside every zone, mostly no link."""
    return (
        block.zone is None
        and block.kind != "heading"
        and block.own_length >= _PROSE
        and block.link_length < block.own_length
    )


def _scores(root: HtmlElement, blocks: Iterable[Block]) -> dict[HtmlElement, float]:
    """For each element, in reading order, the running text below it, less what surrounds articles: links, teasers."""
    below: dict[HtmlElement, float] = {}
    for block in blocks:
        below[block.element] = below.get(block.element, 0.0) + _weight(block)
    elements = list(root.iter())
    for element in reversed(elements):
        if element in below and element is not root:
            parent = element.getparent()
            below[parent] = below.get(parent, 0.0) + below[element]
    return {element: below[element] for element in elements if element in below}


def _weight(block: Block) -> float:
    if block.zone is not None:
        return -min(60.0, len(block.text) * 0.2) if block.zone != "caption" else 0.0
    if block.kind == "heading":
        return -30.0 if block.link_length else 0.0
    if is_prose(block):
        if block.text.endswith(("...", "…", "[...]", "[…]")) or "elengkapnya" in block.text[-20:]:
            return -40.0
        return float(block.own_length)
    if block.link_length > block.own_length:
        return -20.0 - min(40.0, block.link_length * 0.3)
    if block.own_length > 25:
        return block.own_length * 0.5 if block.text[-1] in '.!?;:”"' else 0.0
    return -3.0


def _best(scores: dict[HtmlElement, float], among: Iterable[HtmlElement]) -> HtmlElement | None:
    """The element with most text; of several with the same text the innermost."""
    best: HtmlElement | None = None
    for element in among:
        score = scores[element]
        if score <= 0:
            continue
        if best is None or score > scores[best] or (score == scores[best] and element.getparent() is best):
            best = element
    return best


def _rivals(best: HtmlElement, named: list[HtmlElement], scores: dict[HtmlElement, float]) -> int:
    around = set(best.iterancestors())
    within = set(best.iterdescendants())
    return sum(
        1
        for one in named
        if one is not best and one not in around and one not in within and scores[one] > scores[best] * 0.3
    )


def _without_mistaken_zones(root: HtmlElement, blocks: list[Block]) -> list[Block]:
    """Read again where a zone holds most of the page's running text: its name is mistaken ("share-wrapper")."""
    mistaken: list[HtmlElement] = []
    for _ in range(4):
        outside = sum(block.own_length for block in blocks if is_prose(block))
        inside: dict[HtmlElement, int] = {}
        for block in blocks:
            if (
                block.zone_element is not None
                and block.zone not in _CLOSED_ZONES
                and block.own_length >= _PROSE
                and block.kind != "heading"
                and block.link_length < block.own_length
            ):
                inside[block.zone_element] = inside.get(block.zone_element, 0) + block.own_length
        worst = max(inside, key=lambda element: inside[element], default=None)
        if worst is None or inside[worst] <= outside:
            return blocks
        mistaken.append(worst)
        blocks = read_blocks(root, mistaken)
    return blocks


def _body(element: HtmlElement, blocks: list[Block], found_by: str, rivals: int) -> Body:
    inside = set(element.iter())
    places = [place for place, block in enumerate(blocks) if block.element in inside]
    start, end = (places[0], places[-1] + 1) if places else (0, 0)
    first, last = _with_siblings(element, blocks, start, end) if found_by != "hint" else (start, end)
    parent = element.getparent()
    if (first, last) != (start, end) and parent is not None:
        element = parent
    return Body(element, tuple(blocks), first, last, found_by, rivals)


def _with_siblings(element: HtmlElement, blocks: list[Block], start: int, end: int) -> tuple[int, int]:
    """Take in the paragraphs right around an element: links elsewhere in its parent may have outweighed them."""
    parent = element.getparent()
    if parent is None or element.tag in ("body", "main", "article", "td", "th", "tr", "table", "tbody", "li"):
        return start, end
    family = set(parent.iterdescendants())
    family.add(parent)
    for step, edge in ((-1, start - 1), (1, end)):
        gap = 0
        while 0 <= edge < len(blocks) and blocks[edge].element in family and gap <= _GAP:
            block = blocks[edge]
            if is_prose(block) and not block.text.endswith(("...", "…")):
                gap = 0
                start, end = min(start, edge), max(end, edge + 1)
            elif block.link_length > 0.6 * len(block.text) or block.kind == "heading":
                break
            else:
                gap += 1
            edge += step
    return start, end


def _body_element(root: HtmlElement) -> HtmlElement:
    body = root.find("body")
    return body if body is not None else root
