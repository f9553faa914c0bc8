"""What stands in a body without belonging to the text, told by how it is built: link lists, cards, picture captions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from pipeline.extract.blocks import LINK_END, LINK_START, Block

_SHORTEST_TITLE = 20  # characters; shorter links are words
_LONGEST_TEASER = 320
_LONGEST_BUTTON = 60
_BUTTON_CLASS = re.compile(r"(?<![a-z])(?:btn|button|tombol)(?![a-z])")
_LONGEST_CAPTION = 320
_SENTENCE_END = ".!?”\"'’)"
_AFTER_TEXT = re.compile(
    r"\s*[-–#*]*\s*(?:(?:berita|artikel|posts?|tulisan|konten|video|foto|baca|kabar|info)(?: \w+)? "
    r"(?:terkait|lainnya|lain|terbaru|terpopuler|populer|selanjutnya|rekomendasi|terkini|pilihan)|"
    r"related (?:posts?|articles?|news|stories)|you (?:may|might) also like|anda mungkin (?:juga )?(?:suka|"
    r"menyukai).*|mungkin anda suka|"
    r"rekomendasi(?: untuk anda)?|terkait|terpopuler|terkini(?: lainnya)?|komentar|comments?|tinggalkan (?:balasan|"
    r"komentar)|"
    r"leave a (?:reply|comment)|posting komentar.*|jangan lewatkan!*|baca juga|lihat juga|trending|pilihan editor|"
    r"editor'?s (?:choice|pick)|"
    r"tentang penulis|about the author|populer|most popular|latest (?:news|posts?)|recent posts?|"
    r"pos[- ]?pos terbaru|arsip(?: blog| berita)?|"
    r"lainnya|top news|headline|sorotan|topik (?:terkait|hangat|pilihan)|berita|kategori|categories)\s*[:!]*\s*",
    re.I,
)
_STREET = re.compile(r"\b(?:jl|jln|jalan|kompleks|komplek|gedung|kantor|kode pos)\b", re.I)
_CONTACT = re.compile(
    r"\b(?:telp|telepon|tlp|fax|faks|e-?mail|surel|kode pos|phone|whatsapp|wa)\b|\(0\d{2,3}\)|\S@\S", re.I
)
_DATED = re.compile(
    r"\d{1,2}[\s/.-]+(?:\d{1,2}|[A-Za-z]{3,9})[\s/.-]+(?:20)?\d\d|\b(?:jam|menit|hari|hours?|"
    r"days?) (?:yang )?(?:lalu|ago)\b",
    re.I,
)


def marked_blocks(root: HtmlElement, blocks: Sequence[Block]) -> dict[int, str]:
    """Places of blocks that are no text, with the rule that says so."""
    marks: dict[int, str] = {}
    _mark_link_lines(blocks, marks)
    _mark_tail(blocks, marks)
    _mark_captions(root, blocks, marks)
    _mark_address(blocks, marks)
    return marks


def is_link_line(block: Block) -> bool:
    """Nothing but one link that is no sentence: the title of another article."""
    marked = block.marked
    if block.kind == "item":
        marked = marked.split(" ", 1)[-1]
    if not (marked.startswith(LINK_START) and marked.endswith(LINK_END)) or marked.count(LINK_START) != 1:
        return False
    text = block.text
    return (
        len(text) > _SHORTEST_TITLE
        and (block.kind == "item" or text[-1] not in '.!”"')
        and "://" not in text
        and not text.startswith("www.")
    )


def _mark_link_lines(blocks: Sequence[Block], marks: dict[int, str]) -> None:
    for place, block in enumerate(blocks):
        if block.zone is not None or not block.link_length:
            continue
        if block.kind in ("p", "heading", "item") and is_link_line(block):
            marks[place] = "link"
        elif block.own_length == 0 and len(block.text) < _LONGEST_BUTTON and _is_button(block.element):
            marks[place] = "button"


def _is_button(element: HtmlElement) -> bool:
    return any(_BUTTON_CLASS.search(link.get("class") or "") for link in element.iter("a"))


def _mark_tail(blocks: Sequence[Block], marks: dict[int, str]) -> None:
    """Everything from "Berita terkait" on, where only links and teasers follow; the same without a heading."""
    first_card = _first_card(blocks)
    for place, block in enumerate(blocks):
        if block.zone is not None or len(block.text) > 60 or not _AFTER_TEXT.fullmatch(block.text):
            continue
        if not any(one.zone is None and one.link_length == 0 and one.own_length >= 70 for one in blocks[:place]):
            continue  # above the text: an entry of a menu
        if _no_text_follows(blocks[place + 1 :]) or (first_card is not None and first_card - 3 <= place <= first_card):
            first_card = place
            break
    if first_card is not None:
        for place in range(first_card, len(blocks)):
            if blocks[place].zone is None:
                marks[place] = "after the text"


def _first_card(blocks: Sequence[Block]) -> int | None:
    """Where a row of cards (linked title, date, teaser) begins that runs to the end; None without one."""
    titles = [place for place, block in enumerate(blocks) if block.zone in (None, "related") and is_link_line(block)]
    if len(titles) < 2:
        return None
    ends = [*titles[1:], len(blocks)]
    first: int | None = None
    cards = 0
    dated = False
    for title, end in zip(reversed(titles), reversed(ends), strict=True):
        between = [one for one in blocks[title + 1 : end] if one.zone is None]
        texts = [one for one in between if len(one.text) > 70]
        if len(texts) > 1 or any(len(one.text) > _LONGEST_TEASER for one in texts) or len(between) > 6:
            break
        first = title
        cards += 1
        dated = (
            dated
            or blocks[title].kind == "heading"
            or any(len(one.text) < 50 and _DATED.search(one.text) for one in between)
        )
    return first if cards >= 2 and dated else None


def _no_text_follows(blocks: Sequence[Block]) -> bool:
    return not any(block.zone is None and block.own_length > 140 and block.link_length == 0 for block in blocks)


def _mark_address(blocks: Sequence[Block], marks: dict[int, str]) -> None:
    """An office's address with telephone or mail at the end is the site's footer, whatever it is called."""
    for place in range(len(blocks) - 1, 0, -1):
        block = blocks[place]
        if block.zone is not None or place in marks:
            continue
        if len(block.text) > _LONGEST_TEASER or not (_STREET.search(block.text) and _CONTACT.search(block.text)):
            break
        marks[place] = "address"


def _mark_captions(root: HtmlElement, blocks: Sequence[Block], marks: dict[int, str]) -> None:
    """A short text alone with a picture in one container is the picture's caption."""
    texts = [place for place, block in enumerate(blocks) if block.zone is None and place not in marks]
    if len(texts) < 2 or next(root.iter("img"), None) is None:
        return
    for place in texts:
        block = blocks[place]
        if block.kind != "heading" and len(block.text) <= _LONGEST_CAPTION and _alone_with_picture(root, block):
            marks[place] = "caption"


def _alone_with_picture(root: HtmlElement, block: Block) -> bool:
    container: HtmlElement | None = block.element
    length = len("".join(block.text.split()))
    for _ in range(3):
        if container is None or container is root:
            return False
        if len("".join(container.text_content().split())) > length + 40:
            return False
        if next(container.iter("img", "picture"), None) is not None:
            is_paragraph = (
                container.tag in ("p", "td", "li") and len(block.text) > 120 and block.text[-1] in _SENTENCE_END
            )
            return not is_paragraph
        container = container.getparent()
    return False
