"""Whether a cited law is known and was still in force, and at which date that was judged."""

from datetime import date

import pytest

from nlp.language import read
from nlp.regulations import find_citations
from storage.reference import Regulation


def the_citation(text, **dates):
    (citation,) = find_citations(text, **dates)
    return citation


def test_a_law_replaced_before_publication_is_outdated():
    citation = the_citation("Dasarnya UU Nomor 5 Tahun 2014.", published=date(2024, 1, 25))
    assert (citation.known, citation.outdated, citation.replaced_by) == (True, True, "UU 20/2023")


def test_the_same_law_was_in_force_before():
    citation = the_citation("Dasarnya UU Nomor 5 Tahun 2014.", published=date(2023, 10, 30))
    assert (citation.known, citation.outdated) == (True, False)


def test_an_instrument_that_nobody_issued_keeps_its_printed_form():
    citation = the_citation("Dasarnya PP Nomor 42 Tahun 2044.", published=date(2024, 1, 25))
    assert (citation.id, citation.known, citation.outdated) == ("PP 42/2044", False, False)


@pytest.mark.parametrize(
    ("text", "dates", "identity", "basis"),
    [
        ("UU ASN berlaku.", {"published": date(2023, 5, 1), "fetched": date(2025, 1, 1)}, "UU 5/2014", "published"),
        ("UU ASN berlaku, kata Ani (1/5/2023).", {"fetched": date(2025, 1, 1)}, "UU 5/2014", "in-text"),
        ("UU ASN berlaku.", {"fetched": date(2025, 1, 1)}, "UU 20/2023", "fetched"),
        ("UU ASN berlaku.", {}, "UU 20/2023", None),  # no date at all: the law of today
    ],
)
def test_the_date_that_decided_is_kept(text, dates, identity, basis):
    citation = the_citation(text, **dates)
    assert (citation.id, citation.date_basis) == (identity, basis)


def test_another_register_may_be_given():
    row = Regulation(
        "UU 1/1990", "UU", "1", 1990, "Contoh", "", "", None, date(2000, 1, 1), None, (), "", True, "us", ""
    )
    citation = the_citation("Dasarnya UU Nomor 1 Tahun 1990.", register=[row], published=date(2001, 1, 1))
    assert (citation.known, citation.outdated) == (True, True)


def test_a_guess_is_less_sure_than_what_is_printed():
    printed = the_citation("SKB Nomor 2 Tahun 2022 berlaku.", published=date(2024, 1, 1))
    named = the_citation("SKB Netralitas ASN berlaku.", published=date(2024, 1, 1))
    by_topic = the_citation("Soal netralitas: SKB berlaku.", published=date(2024, 1, 1))
    unclear = the_citation("SKB tentang cuti berlaku.", published=date(2024, 1, 1))
    assert printed.found.confidence > named.found.confidence > by_topic.found.confidence > unclear.found.confidence
    assert by_topic.found.rule == "regulation-named-by-topic"


def test_citations_stand_where_the_text_prints_them():
    text = "Dasarnya Pasal 9 ayat (2) UU ASN.\n\nJuga Surat Edaran Menteri PANRB Nomor 18 Tahun 2023."
    citations = find_citations(read(text), published=date(2024, 1, 1))
    assert [citation.found.surface for citation in citations] == [
        "Pasal 9 ayat (2) UU ASN",
        "Surat Edaran Menteri PANRB Nomor 18 Tahun 2023",
    ]
    assert all(text[c.found.start : c.found.end] == c.found.surface for c in citations)


HOSTILE = [
    "Pasal " + "1, " * 60_000,
    "Pasal 5 dan " * 20_000,  # a chain that must not recurse
    "UU " * 60_000,
    "SKB Nomor " * 20_000,
    "UU Nomor 1 Tahun 2020, " * 8_000,
    "Surat Edaran Bupati " * 10_000,
    "136/PUU-XXII/2024 " * 10_000,
    "1/" * 100_000,
    "(" * 200_000,
    "Undang-Undang tentang " * 10_000,
    "Pasal 5 " + "ayat (1), " * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:16])
def test_hostile_input_is_read_to_its_end(text):
    find_citations(text)
