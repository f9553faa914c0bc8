"""Quotation spans of a text: where the words between quotation marks begin and end, also where a mark is missing.

Works paragraph by paragraph in linear time. Marks are read by how they lean on the words beside them, because
Indonesian sites mix straight and curly marks and often turn the curly ones the wrong way round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from nlp.reporting_verbs import reporting_verbs

Lean = Literal["opens", "closes"]

MARK = re.compile(r"[\"“”„‟«»＂]|''|``")
RUN_OF_MARKS = re.compile(r"[\"“”„‟«»＂]{3,}+|[\"“”„‟«»＂]|''|``")  # three and more marks in a row quote nothing
CURLY_OPENERS = frozenset("“„«")
CURLY_CLOSERS = frozenset("”»")
LEFT_OF_OPENER = frozenset("([{–—-/:>*_")
RIGHT_OF_CLOSER = frozenset(".,;:!?)]}–—-/…*_<")
SENTENCE_END = frozenset(".!?…,")
LONGEST_CONTINUATION = 12  # paragraphs that one quotation may run over
MOST_SINGLE_MARKS = 200  # in one paragraph: more are no language
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `text[start:end]` are the words between the marks, the outer span takes the marks in."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    whole: bool  # both marks are printed


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    lean: Lean | None


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All quotations of a text in order, the outermost of nested ones; titles and so-called quotations among them."""
    quotes: list[Quote] = []
    resumed: tuple[int, int] | None = None  # a quotation that the last paragraph left open
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text) if not match.group().isspace()]
    run_on = 0
    for number, (start, end) in enumerate(paragraphs):
        marks = [
            _read_mark(text, match)
            for match in RUN_OF_MARKS.finditer(text, start, end)
            if match.end() - match.start() < 3
        ]
        if not marks:
            quotes += _single_quoted(text, start, end)
            resumed = None
            continue
        opened = resumed
        runs_on = resumed is not None and _closes_and_attributes(text, marks[0])
        if resumed and not runs_on and not _begins_with_mark(text, start, marks):
            quotes.append(_unclosed(text, resumed, _paragraph_before(paragraphs, number)))
            opened = None
        found, opened = _pair_marks(text, start, marks[1:] if opened and not runs_on else marks, opened)
        quotes += found
        resumed = None
        if opened:
            follows = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            cut = _attribution_after(text, opened[1], end)
            if cut is None and follows and run_on < LONGEST_CONTINUATION and _goes_on_in(text, follows):
                resumed = opened
                run_on += 1
            else:
                quotes.append(_unclosed(text, opened, end if cut is None else cut))
        if not resumed:
            run_on = 0
    return tuple(quote for quote in quotes if quote.end > quote.start)


def _paragraph_before(paragraphs: list[tuple[int, int]], number: int) -> int:
    return paragraphs[number - 1][1]


def _read_mark(text: str, match: re.Match[str]) -> _Mark:
    start, end = match.span()
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    free_left = before.isspace() or before in LEFT_OF_OPENER
    free_right = after.isspace() or after in RIGHT_OF_CLOSER
    if free_left and not after.isspace() and (not free_right or before.isspace()):
        lean: Lean | None = "opens"
    elif free_right and not before.isspace():
        lean = "closes"
    elif before in SENTENCE_END and not free_right:
        lean = "closes" if text[start] in CURLY_CLOSERS else None  # `,”kata` closes; `selesai."Kami` tells nothing
    elif text[start] in CURLY_OPENERS:
        lean = "opens"
    elif text[start] in CURLY_CLOSERS:
        lean = "closes"
    else:
        lean = None
    return _Mark(start, end, lean)


def _pair_marks(
    text: str, paragraph_start: int, marks: list[_Mark], opened: tuple[int, int] | None
) -> tuple[list[Quote], tuple[int, int] | None]:
    """Quotations within one paragraph, and the opening mark (its span) that found no partner."""
    quotes: list[Quote] = []
    depth = 1 if opened else 0
    for number, mark in enumerate(marks):
        if opened is None:
            if mark.lean == "closes":
                quotes += _lacks_opener(text, paragraph_start, mark, quotes)
            else:
                opened, depth = (mark.start, mark.end), 1
        elif mark.lean == "opens" and len(marks) - number > 1:
            if _ends_sentence(text, mark.start):
                cut = _attribution_after(text, opened[1], mark.start)
                quotes.append(_unclosed(text, opened, mark.start if cut is None else cut))
                opened, depth = (mark.start, mark.end), 1
            elif depth < 3:
                depth += 1
        else:
            depth -= 1
            if depth <= 0 or _attributed(text, mark.end):
                quotes.append(Quote(opened[1], mark.start, opened[0], mark.end, True))
                opened, depth = None, 0
    return quotes, opened


def _ends_sentence(text: str, position: int) -> bool:
    """A sentence or clause has ended before this place."""
    while position and text[position - 1] == " ":
        position -= 1
    return position > 0 and text[position - 1] in SENTENCE_END


def _lacks_opener(text: str, paragraph_start: int, mark: _Mark, before: list[Quote]) -> list[Quote]:
    """A quotation at the head of a paragraph without its mark, `Kami siap," kata X`: only before an attribution."""
    if before or not _attributed(text, mark.end):
        return []
    return [Quote(paragraph_start, mark.start, paragraph_start, mark.end, False)]


def _unclosed(text: str, opened: tuple[int, int], end: int) -> Quote:
    while end > opened[1] and text[end - 1].isspace():
        end -= 1
    return Quote(opened[1], end, opened[0], end, False)


def _begins_with_mark(text: str, start: int, marks: list[_Mark]) -> bool:
    return not text[start : marks[0].start].strip()


def _goes_on_in(text: str, paragraph: tuple[int, int]) -> bool:
    """The next paragraph opens the quotation again, or closes it before an attribution without having opened it."""
    first = MARK.search(text, *paragraph)
    if first is None:
        return False
    return not text[paragraph[0] : first.start()].strip() or _closes_and_attributes(text, _read_mark(text, first))


def _closes_and_attributes(text: str, mark: _Mark) -> bool:
    return mark.lean == "closes" and _attributed(text, mark.end)


_VERBS = "|".join(sorted(reporting_verbs().bare, key=len, reverse=True))
_SPEAKS = rf"(?i:{_VERBS})(?:nya\b|\s+(?:dia|ia|beliau)\b|\s+[A-Z])"
_ATTRIBUTION_RIGHT_AFTER = re.compile(rf"[\s,.;:]{{0,3}}{_SPEAKS}")
_ATTRIBUTION_WITHIN = re.compile(rf"(?<=[,.?!])['’:;]?\s{{0,2}}{_SPEAKS}")


def _attributed(text: str, position: int) -> bool:
    """A verb of saying with its speaker stands right after this place."""
    return _ATTRIBUTION_RIGHT_AFTER.match(text, position) is not None


def _attribution_after(text: str, start: int, end: int) -> int | None:
    """Where the words end when a quotation lacks its closing mark: before `, kata X`."""
    match = _ATTRIBUTION_WITHIN.search(text, start, end)
    return match.start() if match else None


_SINGLE = re.compile(r"(?<![\w.])[‘'’](?=\w)([^\n‘]{12,1500}?[,.?!])[’'](?!\w)")


def _single_quoted(text: str, start: int, end: int) -> list[Quote]:
    """Quotations between single marks, only where no double ones are used and an attribution follows."""
    if text.count("'", start, end) + text.count("’", start, end) > MOST_SINGLE_MARKS:
        return []
    return [
        Quote(match.start(1), match.end(1), match.start(), match.end(), True)
        for match in _SINGLE.finditer(text, start, end)
        if _attributed(text, match.end())
    ]
