"""Cuts an article's text into pieces, each with the findings that cover it, so that nested spans can be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """A finding's place. Passages (statements, allegations) may hold names and citations, which carry a link."""

    start: int
    end: int
    kind: str  # person, institution, region, citation, statement, allegation
    key: str  # names the finding within the page: "statement-12"
    note: str  # what a reader is told of it
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text covered by the same findings from end to end."""

    text: str
    passages: tuple[str, ...]  # kinds of the statements and allegations around it
    anchors: tuple[str, ...]  # keys of the findings that begin here
    name: Span | None  # the shortest name or citation here


PASSAGES = ("statement", "allegation")


def paragraphs_with_marks(text: str, spans: Iterable[Span]) -> list[list[Piece]]:
    """The paragraphs of a text as pieces; spans that lie outside of the text or are empty are left out."""
    usable = sorted(
        (span for span in spans if 0 <= span.start < span.end <= len(text)), key=lambda span: (span.start, -span.end)
    )
    return [list(_pieces(text, start, end, usable)) for start, end in _paragraphs(text)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield start, start + len(paragraph)
        start += len(paragraph) + 2


def _pieces(text: str, start: int, end: int, spans: list[Span]) -> Iterator[Piece]:
    here = [span for span in spans if span.start < end and span.end > start]
    cuts = {start, end}
    for span in here:
        cuts.update(cut for cut in (span.start, span.end) if start < cut < end)
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        covering = [span for span in here if span.start <= left and span.end >= right]
        names = [span for span in covering if span.kind not in PASSAGES]
        passages = {span.kind: None for span in covering if span.kind in PASSAGES}
        # One that began before the paragraph has its anchor there, not here.
        anchors = tuple(span.key for span in covering if span.start == left)
        name = min(names, key=lambda span: span.end - span.start, default=None)
        yield Piece(text[left:right], tuple(passages), anchors, name)
