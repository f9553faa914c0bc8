"""Which bodies a text names, in full, and for which region: one row for each rule, in our own sentences."""

import pytest

from nlp.institutions import find_institutions


def named(text):
    return [(mention.name, mention.canonical, mention.region) for mention in find_institutions(text)]


BODIES = [
    # the abbreviation in brackets is left out of the name
    ("Kepala Badan Kesatuan Bangsa dan Politik (Kesbangpol) Kota Bogor hadir.",
     [("Badan Kesatuan Bangsa dan Politik Kota Bogor", "kesbangpol", "32.71")]),
    ("Bawaslu Kabupaten Lebak dan KPU Majene hadir.",
     [("Bawaslu Kabupaten Lebak", "bawaslu", "36.02"), ("KPU Majene", "kpu", "76.05")]),
    ("Polda Jawa Barat dan Polres Blora hadir.",
     [("Polda Jawa Barat", "polda", "32"), ("Polres Blora", "polres", "33.16")]),
    ("Pemkot Salatiga hadir.", [("Pemkot Salatiga", "pemkot", "33.73")]),
    ("Kementerian Dalam Negeri hadir.", [("Kementerian Dalam Negeri", "kemendagri", None)]),
    ("Bawaslu RI hadir.", [("Bawaslu RI", "bawaslu", None)]),
    # an office whose name is not in the table: as far as the words of offices go, not into the person's name
    ("Kepala Dinas Pemuda, Olahraga dan Pariwisata Kabupaten Blora Wira Santosa hadir.",
     [("Dinas Pemuda, Olahraga dan Pariwisata Kabupaten Blora", None, "33.16")]),
    ("Universitas Negeri Makassar hadir.", [("Universitas Negeri Makassar", None, "73.71")]),
    ("BKPSDM Kabupaten Kudus hadir.", [("BKPSDM Kabupaten Kudus", "bkpsdm", "33.19")]),
    ("DPRD setempat hadir.", [("DPRD", "dprd", None)]),
    ("Baca juga: Bawaslu Kudus periksa camat", []),  # a pointer to another article
    ("Kepala Dinas Perikanan, Kepala Dinas Sosial hadir.",
     [("Dinas Perikanan", None, None), ("Dinas Sosial", "dinsos", None)]),  # each office its own
    ("Ujian Dinas Tingkat Dua digelar.", []),  # an examination
    ("Direktur PT Contoh M Wira hadir.", [("PT Contoh", None, None)]),
    ("Ketua DPD Partai Contoh hadir.", [("Partai Contoh", None, None)]),  # a party's branch, not the Senate
    ("Dinas itu bekerja.", []),  # no name
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text, expected):
    assert named(text) == expected


def test_the_bare_name_is_the_body_that_was_named_in_full_before():
    first, second = find_institutions("Bawaslu Kabupaten Lebak hadir. Menurut Bawaslu, hal itu biasa.")
    assert (second.name, second.region) == (first.name, first.region) == ("Bawaslu Kabupaten Lebak", "36.02")
    assert second.found.rule == "institution-short-of-full"
    assert second.found.confidence < first.found.confidence


def test_mentions_stand_where_the_text_prints_them():
    text = "Kepala Badan Kesatuan Bangsa dan Politik (Kesbangpol) Kota Bogor hadir."
    (mention,) = find_institutions(text)
    assert text[mention.found.start : mention.found.end] == mention.found.surface
    assert mention.found.surface.endswith("Kota Bogor")


@pytest.mark.parametrize("text", ["", "Dinas " + "Aa dan " * 20_000, "Dinas Pendidikan, " * 10_000, "(" * 100_000])
def test_hostile_input_is_read_to_its_end(text):
    find_institutions(text)
