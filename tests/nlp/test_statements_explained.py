"""Attribution in long sentences: explanations beside a speaker, words that point back, bodies that head a sentence."""

import pytest

from nlp.language import read
from nlp.quotes import find_quotes
from nlp.statements import find_statements
from storage.records import Found, Office, Person

NAMES = ("Rara Anjani", "Dimas Wiratama")


def statements(text):
    people = []
    for name in NAMES:
        start = text.find(name)
        if start >= 0:
            mention = Found(start, start + len(name), name, "test", 1.0)
            office = Office("Ketua", "Panitia", None, Found(0, 0, "", "test", 1.0))
            people.append(Person(name, "official", (), (), (office,), (mention,)))
    return find_statements(read(text), tuple(people), ())


REPORTED = [
    (
        "Rara Anjani, guru tari di Kabupaten Batang, Jawa Tengah, mengaku belum menerima surat itu.",
        "Rara Anjani",
        "belum menerima surat itu",
        "the place of an explanation is not the subject",
    ),
    (
        "Rara Anjani, salah seorang ketua kelas di Batang, mengatakan jadwal apel sudah dibagikan.",
        "Rara Anjani",
        "jadwal apel sudah dibagikan",
        "nor is the office that explains a name",
    ),
    (
        "Rara Anjani yang mewakili tokoh pemuda berharap rapat itu segera digelar.",
        "Rara Anjani",
        "rapat itu segera digelar",
        "nor is the object of mewakili",
    ),
    (
        "Polisi memastikan tidak ada warga yang terluka dalam apel itu.",
        "Polisi",
        "tidak ada warga yang terluka dalam apel itu",
        "a body in one common word at the head of a sentence",
    ),
    (
        "Rara Anjani mendukung aturan itu. Politisi asal Batang itu menilai pegawai perlu contoh.",
        "Rara Anjani",
        "pegawai perlu contoh",
        "where somebody is from stands between an epithet and its pointing word",
    ),
    (
        "Pegawai kontrak pun dilarang ikut kampanye.\n\nLarangan itu disampaikan Rara Anjani saat apel pagi.",
        "Rara Anjani",
        "Pegawai kontrak pun dilarang ikut kampanye",
        "a noun of saying points to the sentence before",
    ),
    (
        "Rara Anjani memprakirakan hujan turun sampai sore.",
        "Rara Anjani",
        "hujan turun sampai sore",
        "a forecast is said",
    ),
    (
        "Rara Anjani keberatan bila lapangan itu ditutup.",
        "Rara Anjani",
        "bila lapangan itu ditutup",
        "an objection is said",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "quote", "why"), REPORTED, ids=[case[3] for case in REPORTED])
def test_reported_speech(text, speaker, quote, why):
    assert [(s.kind, s.speaker, s.quote) for s in statements(text)] == [("indirect", speaker, quote)], why


def test_an_unnamed_description_and_the_name_behind_it_are_one():
    text = 'Seorang warga Batang, Mama Rara Anjani, hanya ingin tenang. "Kami mau apel berjalan baik," tutur dia.'
    assert [(s.kind, s.speaker) for s in statements(text)] == [("direct", "Rara Anjani")]


def test_a_quotation_closes_in_the_next_paragraph():
    text = '"Lapangan itu milik kita bersama.\n\nJadi rawatlah dengan baik," kata Rara Anjani.'
    assert len(find_quotes(text)) == 1
    (found,) = statements(text)
    assert found.quote == "Lapangan itu milik kita bersama. Jadi rawatlah dengan baik,"


def test_a_quotation_left_open_does_not_swallow_the_next_paragraph():
    text = '"Lapangan itu milik kita bersama.\n\nRapat bubar sore itu. "Rawatlah dengan baik," kata Rara Anjani.'
    assert len(find_quotes(text)) == 2


def test_to_question_somebody_is_an_act():
    assert statements("Rara Anjani mengklarifikasi Dimas Wiratama yang sudah dua kali hadir.") == ()
