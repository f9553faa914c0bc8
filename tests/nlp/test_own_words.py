"""Pointers to other articles and addresses on the web are not the article's own words."""

import pytest

from nlp.own_words import SpanSet, foreign_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu.\nBaca juga: Camat diperiksa\nDua.", ["Baca juga: Camat diperiksa"]),
        ("Satu.\nBACA JUGA : Camat diperiksa", ["BACA JUGA : Camat diperiksa"]),
        ("Satu.\nSimak Video 'Camat' di sini:", ["Simak Video 'Camat' di sini:"]),
        ("Satu (Baca juga: Camat diperiksa) dua.", ["(Baca juga: Camat diperiksa)"]),  # within a sentence
        ("Satu.\nTags: Pilkada, ASN", ["Tags: Pilkada, ASN"]),
        (
            "Lihat blora.contoh.co.id dan redaksi@kudus.example.com.",
            ["blora.contoh.co.id", "redaksi@kudus.example.com"],
        ),
        ("Ia membaca juga buku lain.", []),  # a sentence of the article
        ("Di Kab.Semarang hal itu biasa.", []),  # a dot, but no address
    ],
)
def test_foreign_spans(text, expected):
    assert [text[start:end].strip() for start, end in foreign_spans(text)] == expected


def test_a_set_of_spans_is_asked_from_left_to_right():
    spans = SpanSet(((2, 4), (6, 8)))
    assert [spans.covers(start, start + 1) for start in range(9)] == [
        False,
        False,
        True,
        True,
        False,
        False,
        True,
        True,
        False,
    ]
