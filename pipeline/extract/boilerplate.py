"""The article's paragraphs out of the blocks of its body: zones, structures and lines that are no text are cut."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.extract.blocks import LINK_END, LINK_START, Block
from pipeline.extract.body import Body
from pipeline.extract.printed_dates import find_printed_dates
from pipeline.extract.structure import marked_blocks

_MARKS = str.maketrans("", "", LINK_START + LINK_END)
_RULES: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (rule["name"], rule["up_to"], re.compile(rule["pattern"], re.I))
    for rule in tomllib.loads((Path(__file__).parent / "lines.toml").read_text(encoding="utf-8"))["rule"]
)
_LONGEST_RULE = max(limit for _, limit, _ in _RULES)

# "…, katanya. Baca juga: <link>" within or at the end of a paragraph: up to the end of the link.
_READ_ALSO_WITHIN = re.compile(
    rf"[\[(]?\s*{LINK_START}?\s*\b(?:baca|lihat|simak|tonton)\s+(?:juga|pula|selengkapnya)\s*{LINK_END}?\s*[:;]?\s*"
    rf"(?:{LINK_START}[^{LINK_END}]*{LINK_END}|(?<=[:;] )[^.!?]*$|(?<=[:;])[^.!?]*$)\s*[\])]?",
    re.I,
)
_READ_WITHIN = re.compile(
    rf"[\[(]?\s*\b(?:Baca|Lihat|Simak|Tonton|BACA|LIHAT)\s*:\s*{LINK_START}[^{LINK_END}]*{LINK_END}\s*[\])]?"
)
_SHORTCODE_WITHIN = re.compile(
    r"\[/?(?:yarpp|caption|gallery|embed|audio|video|playlist|contact-form\S*|adrotate|mc4wp_form|wp_ad_camp\S*|"
    r"ads?|irp|elementor-template|su_\w+|vc_\w+|et_pb_\w+)\b[^\]]*\]"
)
_ADDRESS_WITHIN = re.compile(r"\[email\s+protected\]", re.I)
_ADVERTISEMENT_WITHIN = re.compile(
    r"\bSCROLL TO (?:CONTINUE WITH CONTENT|RESUME CONTENT)\b|(?<![\w-])ADVERTISEMENT(?![\w-])|(?:^|"
    r"(?<=[.”\"]\s))Advertisement\s*$"
)
_WITHIN = (
    ("read-also", _READ_ALSO_WITHIN),
    ("read-also", _READ_WITHIN),
    ("shortcode", _SHORTCODE_WITHIN),
    ("protected-address", _ADDRESS_WITHIN),
    ("advertisement", _ADVERTISEMENT_WITHIN),
)
_READ_ALSO_HEADING = re.compile(r"\s*[\[(]?(?:baca|lihat|simak|tonton)\s*(?:juga|pula|lainnya)\s*[:;!\])]*\s*", re.I)
_LONGEST_LINE = 30_000  # characters; longer lines are no prose that anybody wrote
_LONGEST_INFO = 140
_INFO_WORDS = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|pukul|jam|wib|wita|wit|oleh|penulis|editor|reporter|"
    r"admin|dibaca|dilihat|views?|hits|kali|"
    r"komentar|comments?|diposting|posted|published|publish|tanggal|pada|on|by|update|kategori|berita|label|tags?|"
    r"share|bagikan|di|menit|baca)\b",
    re.I,
)
# "Garut -" in a line of its own: the dateline of the sentence below it
_PLACE_ALONE = re.compile(r"[A-Z][\w.,()/ ]{2,50}\s*[-–—]{1,2}")
_LABEL_CELL = re.compile(r"\s*\|\s*:\s*")
_LONG_META = 200  # a "meta" zone with longer running text is a mistaken name


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article with the block that it comes from."""

    text: str
    block: Block


@dataclass(frozen=True, slots=True)
class Cleaned:
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[str, ...]  # "rule: text", in reading order
    captions: tuple[str, ...]


def clean_body(body: Body) -> Cleaned:
    """The paragraphs of a body; what was cut is kept with the rule that cut it."""
    blocks = body.inside
    marks = marked_blocks(body.element, blocks)
    paragraphs: list[Paragraph] = []
    removed: list[str] = []
    captions: list[str] = []
    in_link_list = False
    for place, block in enumerate(blocks):
        rule = _zone_rule(block) or marks.get(place)
        if rule is None and _READ_ALSO_HEADING.fullmatch(block.text):
            in_link_list = True
            rule = "read-also"
        elif rule is None and in_link_list and block.link_length > 0.7 * len(block.text):
            rule = "read-also"
        elif rule is None:
            in_link_list = False
        if rule is not None:
            if rule == "caption":
                captions.append(_one_line(block.text))
            removed.append(f"{rule}: {_one_line(block.text)}")
            continue
        for text in _texts_of(block, removed, captions):
            if not paragraphs and is_info_line(text):
                removed.append(f"info-line: {text}")
            elif (
                block.continues
                and place > 0
                and paragraphs
                and paragraphs[-1].block is blocks[place - 1]
                and _runs_on(paragraphs[-1].text, text)
            ):
                paragraphs[-1] = Paragraph(f"{paragraphs[-1].text} {text}", block)
            elif len(paragraphs) == 1 and _PLACE_ALONE.fullmatch(paragraphs[0].text):
                paragraphs[0] = Paragraph(f"{paragraphs[0].text} {text}", block)
            else:
                paragraphs.append(Paragraph(text, block))
    return Cleaned(tuple(paragraphs), tuple(removed), tuple(captions))


def line_rule(line: str) -> str | None:
    """The name of the rule by which a whole line is no text of an article; None for text."""
    stripped = line.strip()
    if len(stripped) > _LONGEST_RULE:
        return None
    for name, limit, pattern in _RULES:
        if len(stripped) <= limit and pattern.fullmatch(stripped):
            return name
    return None


def is_info_line(line: str) -> bool:
    """The line between title and text: a date with counters, a section, an author, but no words of a sentence."""
    if len(line) > _LONGEST_INFO or line.endswith(("-", "–", "—")):
        return False
    dated = next(find_printed_dates(line), None)
    if dated is None:
        return False
    rest = _INFO_WORDS.sub(" ", line[: dated.start] + line[dated.start + len(dated.printed) :])
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 3


def cut_within(marked: str, removed: list[str]) -> str:
    """A line without the pointers and codes inside it; what was cut is added to `removed`."""
    if len(marked) > _LONGEST_LINE:
        return marked
    for name, pattern in _WITHIN:
        found = [one.group() for one in pattern.finditer(marked)]
        if found:
            removed.extend(f"{name}: {one.translate(_MARKS).strip()}" for one in found)
            marked = re.sub(r"  +", " ", pattern.sub(" ", marked))
    return marked


def _zone_rule(block: Block) -> str | None:
    if block.zone is None or (block.zone == "meta" and block.own_length > _LONG_META):
        return None
    return "caption" if block.zone == "caption" else f"zone {block.zone}"


def _texts_of(block: Block, removed: list[str], captions: list[str]) -> Iterator[str]:
    """The block's text as one paragraph (several in a "pre"), none where a line rule cuts it."""
    if block.kind == "pre":
        yield from (one.strip() for one in re.split(r"\n\s*\n", block.text) if one.strip() and line_rule(one) is None)
        return
    plain = _LABEL_CELL.sub(": ", block.text) if block.kind == "row" else block.text
    rule = line_rule(plain.removeprefix("- "))
    if rule is not None:
        removed.append(f"{rule}: {plain}")
        if rule == "caption":
            captions.append(plain)
        return
    text = plain if block.kind == "row" else cut_within(block.marked, removed).translate(_MARKS).strip()
    if text:
        yield text


def _runs_on(before: str, after: str) -> bool:
    """Whether a line that follows a single <br> goes on with the sentence before it, as in hard-wrapped text."""
    return before[-1] not in ".!?:;”\"')]" and after[0].islower()


def _one_line(text: str) -> str:
    return " ".join(text.split())
