"""What a new version took away and added."""

from __future__ import annotations

from storage.browse.changes import Change, changed_paragraphs


def test_changed_words_are_told_apart():
    assert changed_paragraphs("Satu dua.\n\nTiga.", "Satu tiga.\n\nTiga.") == [
        [Change("Satu ", "same"), Change("dua.", "removed"), Change("tiga.", "added")],
        [Change("Tiga.", "same")],
    ]


def test_an_added_paragraph_is_its_own():
    assert changed_paragraphs("Satu.", "Satu.\n\nDua.") == [[Change("Satu.", "same")], [Change("Dua.", "added")]]


def test_very_long_texts_are_shown_uncompared():
    assert changed_paragraphs("kata " * 9000, "lain " * 9000) == [[Change("lain " * 9000, "same")]]
