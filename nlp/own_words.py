"""Which parts of an article's text are not its own words: pointers to other articles, addresses on the web."""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]

# "Baca juga: …", "Simak Video '…'", "SCROLL TO CONTINUE WITH CONTENT", "Tags: …": the line belongs to the site.
POINTER_LINE = re.compile(
    r"^[ \t>*•▶►-]{0,8}+(?:"
    r"(?i:(?:baca|lihat|simak|tonton|cek) (?:juga|pula|selengkapnya|video)\b[ ]?[:\-–—]?)"
    r"|(?i:baca|lihat|simak|tonton)[ ]?:"
    r"|(?i:scroll to (?:continue|resume) (?:with|reading)? ?content)"
    r"|ADVERTISEMENT\b|(?i:\[gambas:)|(?i:tags?|topik|label)[ ]?:"
    r")[^\n]*+",
    re.MULTILINE,
)
POINTER_IN_BRACKETS = re.compile(r"[(\[](?i:baca|lihat|simak) (?i:juga|pula)\b[^()\[\]\n]{0,200}[)\]]")

# One run of characters as they stand in addresses; possessive and begun only at its edge, so that time stays linear.
DOTTED_RUN = re.compile(r"(?<![\w.@/-])[\w@/:-]++(?:[.?=&%#]++[\w@/:~%-]++)++")
ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|net|org|info|news|tv|online|my\.id|co|id)(?:$|[/?:])", re.IGNORECASE)


def pointer_spans(text: str) -> tuple[Span, ...]:
    """Lines and brackets that point to other articles, which say nothing about this one."""
    spans = [match.span() for pattern in (POINTER_LINE, POINTER_IN_BRACKETS) for match in pattern.finditer(text)]
    return tuple(sorted(spans))


def address_spans(text: str) -> tuple[Span, ...]:
    """Web and mail addresses and domain names ("dairi.example.co"), whose parts name nothing."""
    return tuple(match.span() for match in DOTTED_RUN.finditer(text) if ADDRESS.search(match.group()))


@lru_cache(maxsize=2)  # every finder of one article asks
def foreign_spans(text: str) -> tuple[Span, ...]:
    """All spans in which nothing is to be found, sorted and apart from each other."""
    return merged(pointer_spans(text) + address_spans(text))


def merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same stretches of text, sorted and apart from each other."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


class SpanSet:
    """Asks quickly, for positions that only grow, whether they lie inside one of some sorted spans."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self._next = 0

    def covers(self, start: int, end: int) -> bool:
        """Whether start:end touches a span; `start` must not be smaller than in the call before."""
        while self._next < len(self._spans) and self._spans[self._next][1] <= start:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next][0] < end
