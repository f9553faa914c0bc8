"""Marking a text: nested and overlapping findings, paragraphs, spans that cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.browse.marks import Span, paragraphs_with_marks

TEXT = "Ketua Bawaslu Kota Bogor hadir.\n\nIa pergi."


def span(surface: str, kind: str) -> Span:
    start = TEXT.index(surface)
    return Span(start, start + len(surface), kind, f"{kind}-1", kind)


def marked(*spans: Span) -> list[list[tuple[str, tuple[str, ...], str | None]]]:
    return [
        [(piece.text, piece.passages, piece.name.kind if piece.name else None) for piece in paragraph]
        for paragraph in paragraphs_with_marks(TEXT, spans)
    ]


def test_the_shortest_of_nested_names_wins():
    assert marked(span("Bawaslu Kota Bogor", "institution"), span("Kota Bogor", "region"))[0] == [
        ("Ketua ", (), None),
        ("Bawaslu ", (), "institution"),
        ("Kota Bogor", (), "region"),
        (" hadir.", (), None),
    ]


def test_a_passage_goes_on_around_and_after_a_name():
    assert marked(span("Bawaslu Kota Bogor hadir", "statement"), span("Kota Bogor", "region"))[0][1:4] == [
        ("Bawaslu ", ("statement",), None),
        ("Kota Bogor", ("statement",), "region"),
        (" hadir", ("statement",), None),
    ]


def test_overlapping_passages_are_both_told():
    first, second = span("Ketua Bawaslu", "statement"), span("Bawaslu Kota", "allegation")
    assert [passages for _, passages, _ in marked(first, second)[0]] == [
        ("statement",),
        ("statement", "allegation"),
        ("allegation",),
        (),
    ]


def test_a_passage_over_two_paragraphs_has_one_anchor():
    pieces = paragraphs_with_marks(TEXT, [Span(0, len(TEXT), "statement", "statement-1", "")])
    assert [piece.anchors for paragraph in pieces for piece in paragraph] == [("statement-1",), ()]
    assert [piece.passages for paragraph in pieces for piece in paragraph] == [("statement",)] * 2


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 999)])
def test_spans_that_cannot_be_are_left_out(start, end):
    assert marked(Span(start, end, "person", "person-1", "")) == marked()


@given(
    st.text(alphabet="ab \n<", max_size=40),
    st.lists(
        st.tuples(st.integers(-2, 45), st.integers(-2, 45), st.sampled_from(["person", "region", "statement"])),
        max_size=8,
    ),
)
def test_no_character_is_lost_or_doubled(text, places):
    spans = [Span(start, end, kind, f"{kind}-{n}", "") for n, (start, end, kind) in enumerate(places)]
    shown = ["".join(piece.text for piece in paragraph) for paragraph in paragraphs_with_marks(text, spans)]
    assert shown == [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
