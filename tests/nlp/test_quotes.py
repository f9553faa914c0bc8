"""Which words stand between quotation marks, whatever the marks look like."""

import time

import pytest

from nlp.quotes import find_quotes

CASES = [
    ('"Kami siap netral," kata Rara.', ["Kami siap netral,"], "straight marks"),
    ("“Kami siap netral,” kata Rara.", ["Kami siap netral,"], "curly marks"),
    ('“Kami siap netral," kata Rara.', ["Kami siap netral,"], "a curly mark closed by a straight one"),
    (
        "”Kami siap netral,” kata Rara.",
        ["Kami siap netral,"],
        "two closing marks: the first leans on a word to its right",
    ),
    ("“Kami siap netral,“ kata Rara.", ["Kami siap netral,"], "two opening marks"),
    ("„Kami siap netral,” kata Rara.", ["Kami siap netral,"], "low mark"),
    ("''Kami siap netral,'' kata Rara.", ["Kami siap netral,"], "two apostrophes for one mark"),
    ("‘Kami semua siap netral,’ kata Rara.", ["Kami semua siap netral,"], "single marks with an attribution"),
    ("Jum'at itu warga bilang 'terserah' saja.", [], "an apostrophe in a word and a so-called quotation open nothing"),
    ('"Kami siap,”kata Rara.', ["Kami siap,"], "no space behind the closing mark"),
    ('"Kami siap," kata Rara. "Jangan ragu."', ["Kami siap,", "Jangan ragu."], "two parts around one attribution"),
    (
        '"Dia bilang "jangan" kepada kami semua," kata Rara.',
        ['Dia bilang "jangan" kepada kami semua,'],
        "nested, straight",
    ),
    ("“Dia bilang “jangan” kepada kami,” kata Rara.", ["Dia bilang “jangan” kepada kami,"], "nested, curly"),
    ('"Besok kami rapat,: kata Rara.', ["Besok kami rapat,"], "no closing mark: the attribution ends the words"),
    ('"Besok kami rapat di kantor', ["Besok kami rapat di kantor"], "no closing mark and no attribution: to the end"),
    ('Besok kami rapat," kata Rara.', ["Besok kami rapat,"], "no opening mark, but an attribution behind"),
    ('Lebar layar 10" dan 12" saja.', [], "inches"),
    (
        '"Bagian pertama selesai.\n\n"Bagian kedua menyusul," kata Rara.',
        ['Bagian pertama selesai.\n\n"Bagian kedua menyusul,'],
        "a quotation over two paragraphs opens each of them",
    ),
    (
        '"Bagian pertama selesai.\n\nSementara itu rapat bubar. "Kami pulang," kata Rara.',
        ["Bagian pertama selesai.", "Kami pulang,"],
        "the next paragraph does not open with a mark: the quotation ended with its own paragraph",
    ),
    ('"Satu sudah selesai. "Dua belum," kata Rara.', ["Satu sudah selesai.", "Dua belum,"], "a closing mark forgotten"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_words_between_the_marks(text, expected, why):
    assert [text[quote.start : quote.end] for quote in find_quotes(text)] == expected, why


def test_offsets_take_the_marks_in():
    text = 'Ia berkata, "Kami siap menjaga netralitas."'
    (quote,) = find_quotes(text)
    assert text[quote.outer_start : quote.outer_end] == '"Kami siap menjaga netralitas."'
    assert quote.whole


@pytest.mark.parametrize("unit", ['"', '"a ', "“ ", "'a ", '"a.', '"a b. ', '" kata Rara', "”", "“a\n"])
def test_hostile_marks_end_in_bounded_time(unit):
    """Many marks: the bound is generous, a search that grows with the square would need hours."""
    begun = time.process_time()
    find_quotes(unit * 100_000)
    assert time.process_time() - begun < 20


def test_a_million_marks_in_a_row_are_no_quotation():
    assert find_quotes('"' * 1_000_000) == ()
