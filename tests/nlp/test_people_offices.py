"""Whose office it is: position, body and region of persons, in sentences of our own with invented persons."""

import pytest

from nlp.language import read
from nlp.people import find_people
from nlp.regions import find_regions
from storage.records import Person


def people(text: str) -> tuple[Person, ...]:
    doc = read(text)
    return find_people(doc, find_regions(doc))


def told(text: str) -> list[tuple[str, str | None, str | None, str | None, str]]:
    """(name, position, institution, region, kind) of each person, by the first office."""
    rows: list[tuple[str, str | None, str | None, str | None, str]] = []
    for person in people(text):
        office = person.offices[0] if person.offices else None
        position, body, region = (office.position, office.institution, office.region) if office else (None, None, None)
        rows.append((person.name, position, body, region, person.kind))
    return rows


BEFORE_THE_NAME = [
    # position, body and region run into the name without a comma
    (
        "Kepala BKPSDM Kota Serang Wira Santosa mengatakan hal itu.",
        ("Wira Santosa", "Kepala", "BKPSDM Kota Serang", "36.73", "official"),
    ),
    # an abbreviation in brackets inside the body
    (
        "Kepala Badan Kesatuan Bangsa dan Politik (Kesbangpol) Kabupaten Lebak, Sari Melati, hadir.",
        ("Sari Melati", "Kepala", "Badan Kesatuan Bangsa dan Politik Kabupaten Lebak", "36.02", "official"),
    ),
    # a region's head: the body is the region's government
    ("Bupati Garut Wira Santosa hadir.", ("Wira Santosa", "Bupati", "Kabupaten Garut", "32.05", "official")),
    (
        "Wakil Wali Kota Bogor, Sari Melati, hadir.",
        ("Sari Melati", "Wakil Wali Kota", "Kota Bogor", "32.71", "official"),
    ),
    ("Sekda Kabupaten Kudus, Wira Santosa, hadir.", ("Wira Santosa", "Sekda", "Kabupaten Kudus", "33.19", "official")),
    # the province told after the kabupaten
    ("Bupati Lebak, Banten, Wira Santosa, hadir.", ("Wira Santosa", "Bupati", "Kabupaten Lebak", "36.02", "official")),
    # acting heads, with and without a bracket
    ("Pj Gubernur Bali Wira Santosa hadir.", ("Wira Santosa", "Pj Gubernur", "Provinsi Bali", "51", "official")),
    (
        "Plt. Bupati Jember, Wira Santosa, hadir.",
        ("Wira Santosa", "Plt. Bupati", "Kabupaten Jember", "35.09", "official"),
    ),
    (
        "Penjabat (Pj.) Wali Kota Batu, Wira Santosa, hadir.",
        ("Wira Santosa", "Penjabat (Pj.) Wali Kota", "Kota Batu", "35.79", "official"),
    ),
    # the ministry out of the minister's title, long and short
    (
        "Menteri Dalam Negeri Wira Santosa hadir.",
        ("Wira Santosa", "Menteri", "Kementerian Dalam Negeri", None, "official"),
    ),
    ("Menteri PANRB Wira Santosa hadir.", ("Wira Santosa", "Menteri", "Kementerian PANRB", None, "official")),
    ("Menteri PUPR Wira Santosa hadir.", ("Wira Santosa", "Menteri", "Kementerian PUPR", None, "official")),
    (
        "Perdana Menteri Malaysia Wira Santosa hadir.",
        ("Wira Santosa", "Perdana Menteri Malaysia", None, None, "official"),
    ),
    ("Menpan-RB Wira Santosa hadir.", ("Wira Santosa", "Menpan-RB", "Kementerian PANRB", None, "official")),
    ("Mendagri Wira Santosa hadir.", ("Wira Santosa", "Mendagri", "Kementerian Dalam Negeri", None, "official")),
    (
        "Menteri Koordinator Bidang Pangan Wira Santosa hadir.",
        ("Wira Santosa", "Menteri Koordinator", "Kementerian Koordinator Bidang Pangan", None, "official"),
    ),
    ("Presiden Wira Santosa hadir.", ("Wira Santosa", "Presiden", None, None, "official")),
    # long positions between head and body
    (
        "Koordinator Divisi Pencegahan, Humas dan Parmas Bawaslu Tuban, Sari Melati, hadir.",
        ("Sari Melati", "Koordinator Divisi Pencegahan, Humas dan Parmas", "Bawaslu Tuban", "35.23", "official"),
    ),
    (
        "Kepala Bidang Mutasi dan Promosi BKPSDM Sumba Barat Wira Santosa hadir.",
        ("Wira Santosa", "Kepala Bidang Mutasi dan Promosi", "BKPSDM Sumba Barat", "53.12", "official"),
    ),
    (
        "Deputi Bidang Pengawasan dan Pengendalian BKN Wira Santosa hadir.",
        ("Wira Santosa", "Deputi Bidang Pengawasan dan Pengendalian", "BKN", None, "official"),
    ),
    # a list inside the body's name
    (
        "Kepala Dinas Komunikasi, Informatika dan Statistik Kota Kediri Wira Santosa hadir.",
        ("Wira Santosa", "Kepala", "Dinas Komunikasi, Informatika dan Statistik Kota Kediri", "35.71", "official"),
    ),
    # police and military: the rank is a title, the corps belongs to it
    ("Kapolres Klaten AKBP Wira Santosa hadir.", ("Wira Santosa", "Kapolres", "Polres Klaten", "33.10", "official")),
    (
        "Kasat Lantas Polres Sleman, AKP Wira Santosa, hadir.",
        ("Wira Santosa", "Kasat Lantas", "Polres Sleman", "34.04", "official"),
    ),
    (
        "Dandim 0733 Semarang Letkol Inf Wira Santosa hadir.",
        ("Wira Santosa", "Dandim", "Kodim 0733 Semarang", "33.74", "official"),
    ),
    # members of councils
    (
        "Anggota Komisi II DPR RI Fraksi Golkar, Sari Melati, hadir.",
        ("Sari Melati", "Anggota", "Komisi II DPR RI Fraksi Golkar", None, "official"),
    ),
    ("Ketua DPRD Kota Tegal Sari Melati hadir.", ("Sari Melati", "Ketua", "DPRD Kota Tegal", "33.76", "official")),
    # villages and their local titles; the kecamatan and kabupaten follow with commas
    (
        "Kepala Desa Sukamaju, Kecamatan Cibatu, Kabupaten Garut, Wira Santosa, hadir.",
        ("Wira Santosa", "Kepala Desa", "Desa Sukamaju", "32.05", "official"),
    ),
    (
        "Kuwu Karangsari Wira Santosa hadir di Indramayu.",
        ("Wira Santosa", "Kuwu", "Desa Karangsari", "32.12", "official"),
    ),
    (
        "Camat Kedungwaru Wira Santosa hadir di Tulungagung.",
        ("Wira Santosa", "Camat", "Kecamatan Kedungwaru", "35.04", "official"),
    ),
    # a heading word that is short for the body too
    (
        "Kadis Sosial Kota Palu Wira Santosa hadir.",
        ("Wira Santosa", "Kadis", "Dinas Sosial Kota Palu", "72.71", "official"),
    ),
    # one civil servant, not the class
    (
        "Seorang ASN Pemkab Blora, Wira Santosa, diperiksa.",
        ("Wira Santosa", "ASN", "Pemkab Blora", "33.16", "official"),
    ),
    # an association that no list knows
    (
        "Ketua Apkades Kabupaten Blora Wira Santosa hadir.",
        ("Wira Santosa", "Ketua", "Apkades Kabupaten Blora", "33.16", "other"),
    ),
    ("Cabup Blora Wira Santosa hadir.", ("Wira Santosa", "Cabup", None, "33.16", "candidate")),
    # former holders and candidates are told by the word before
    ("Mantan Bupati Garut Wira Santosa hadir.", ("Wira Santosa", "Mantan Bupati", "Kabupaten Garut", "32.05", "other")),
    ("Calon Bupati Garut Wira Santosa hadir.", ("Wira Santosa", "Calon Bupati", None, "32.05", "candidate")),
    # parties, companies, experts
    (
        "Ketua DPC Partai Demokrat Blora Wira Santosa hadir.",
        ("Wira Santosa", "Ketua", "DPC Partai Demokrat Blora", "33.16", "candidate"),
    ),
    (
        "Direktur Utama PT Maju Bersama, Wira Santosa, hadir.",
        ("Wira Santosa", "Direktur Utama", "PT Maju Bersama", None, "other"),
    ),
    (
        "Pengamat politik Wira Santosa menilai hal itu keliru.",
        ("Wira Santosa", "Pengamat politik", None, None, "other"),
    ),
    # a relative clause, a suspended head, "lainnya" between office and name
    (
        "Ketua KPU Jepara, yang baru dilantik, Wira Santosa, hadir.",
        ("Wira Santosa", "Ketua", "KPU Jepara", "33.20", "official"),
    ),
    (
        "Anggota KPU Jepara lainnya, Wira Santosa, hadir.",
        ("Wira Santosa", "Anggota", "KPU Jepara", "33.20", "official"),
    ),
    (
        "Bupati Muara Enim nonaktif, Wira Santosa, hadir.",
        ("Wira Santosa", "Bupati", "Kabupaten Muara Enim", "16.03", "official"),
    ),
    # the staff of a minister, the secretariat of the president: no second office
    (
        "Deputi Bidang Protokol dan Media Sekretariat Presiden, Wira Santosa, hadir.",
        ("Wira Santosa", "Deputi Bidang Protokol dan Media", "Sekretariat Presiden", None, "official"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE_THE_NAME)
def test_office_before_the_name(text: str, expected: tuple[str | None, ...]) -> None:
    assert told(text) == [expected], text


AFTER_THE_NAME = [
    ("Wira Santosa, Wali Kota Madiun, hadir.", ("Wira Santosa", "Wali Kota", "Kota Madiun", "35.77", "official")),
    (
        "Wira Santosa selaku Ketua Bawaslu Blora meminta ASN netral.",
        ("Wira Santosa", "Ketua", "Bawaslu Blora", "33.16", "official"),
    ),
    (
        "Sari Melati yang menjabat Camat Kedungwaru hadir.",
        ("Sari Melati", "Camat", "Kecamatan Kedungwaru", None, "official"),
    ),
    (
        "Drs. Wira Santosa, M.Si (Sekretaris Daerah Kabupaten Ende) hadir.",
        ("Wira Santosa", "Sekretaris Daerah", "Kabupaten Ende", "53.08", "official"),
    ),
    # held now, although a former office is told first
    (
        "Mantan Kepala Dinas Sosial Kota Palu Wira Santosa hadir. Kini Wira menjabat Sekretaris Dinas Perhubungan "
        "Kota Palu.",
        ("Wira Santosa", "Sekretaris", "Dinas Perhubungan Kota Palu", "72.71", "official"),
    ),
    # a change of posts: the new one counts
    (
        "Wira Santosa, SH sebelumnya menjabat Camat Wonosari dilantik menjadi Kepala Dinas Sosial Kabupaten "
        "Gunungkidul.",
        ("Wira Santosa", "Kepala", "Dinas Sosial Kabupaten Gunungkidul", "34.03", "official"),
    ),
    (
        "Perkara itu diajukan Wira Santosa, seorang konsultan hukum.",
        ("Wira Santosa", "konsultan hukum", None, None, "other"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), AFTER_THE_NAME)
def test_office_after_the_name(text: str, expected: tuple[str | None, ...]) -> None:
    assert told(text) == [expected], text


SEVERAL = [
    # each name has the office next to it
    (
        "Hadir Ketua KPU Blora Wira Santosa, Ketua Bawaslu Blora Sari Melati, dan Kapolres Blora AKBP Dimas Permana.",
        [("Wira Santosa", "KPU Blora"), ("Sari Melati", "Bawaslu Blora"), ("Dimas Permana", "Polres Blora")],
    ),
    # one office, many holders
    (
        "Pertemuan itu dihadiri anggota DPRD Blora Wira Santosa, Sari Melati, dan Dimas Permana.",
        [("Wira Santosa", "DPRD Blora"), ("Sari Melati", "DPRD Blora"), ("Dimas Permana", "DPRD Blora")],
    ),
    # two offices, then two names
    (
        "Bupati dan Wakil Bupati Blora, Wira Santosa dan Sari Melati, hadir.",
        [("Wira Santosa", "Kabupaten Blora"), ("Sari Melati", "Kabupaten Blora")],
    ),
    # the office follows in the next sentence
    (
        "Ketiganya adalah Wira Santosa, Sari Melati, dan Dimas Permana. Mereka pegawai Dinas Sosial Kota Palu.",
        [
            ("Wira Santosa", "Dinas Sosial Kota Palu"),
            ("Sari Melati", "Dinas Sosial Kota Palu"),
            ("Dimas Permana", "Dinas Sosial Kota Palu"),
        ],
    ),
    # names in brackets share the body of their head
    (
        "Kepala BKD Kota Palu, Wira Santosa, menugaskan Sari Melati, S.Psi (Psikolog) dan Dimas Permana (Asesor).",
        [("Wira Santosa", "BKD Kota Palu"), ("Sari Melati", "BKD Kota Palu"), ("Dimas Permana", "BKD Kota Palu")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_people(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, body) for name, _, body, _, _ in told(text)] == expected, text


def test_pair_of_candidates_has_two_offices() -> None:
    rows = told("Pasangan calon bupati dan wakil bupati Blora, Wira Santosa dan Sari Melati, mendaftar.")
    assert [(name, position, kind) for name, position, _, _, kind in rows] == [
        ("Wira Santosa", "calon bupati", "candidate"),
        ("Sari Melati", "calon wakil bupati", "candidate"),
    ]


def test_office_completed_by_the_article() -> None:
    """The region and the full name of the body stand elsewhere in the article."""
    text = (
        "Badan Kepegawaian Negara (BKN) memeriksa aparatur Pemerintah Kabupaten Blora.\n\n"
        "Kepala BKN Wira Santosa hadir. Kepala Dinas Sosial Sari Melati diam. Sekretaris Daerah Dimas Permana diam."
    )
    assert [row[2:4] for row in told(text)] == [
        ("Badan Kepegawaian Negara", None),
        ("Dinas Sosial", "33.16"),
        ("Kabupaten Blora", "33.16"),
    ]


def test_unnamed_office_is_carried_to_the_next_name() -> None:
    text = '"Kita harus netral," kata Ketua Bawaslu Blora.\n\nWira Santosa menambahkan, aturannya jelas.'
    assert told(text) == [("Wira Santosa", "Ketua", "Bawaslu Blora", "33.16", "official")]


def test_description_after_the_quotation() -> None:
    """A party officer is told to hold a public office: that one comes first."""
    text = 'Ketua DPD Golkar Bali, Wira Santosa, hadir. "Mari bekerja," ucap Anggota DPR RI itu.'
    (row,) = told(text)
    assert row[1:] == ("Anggota", "DPR RI", None, "official")


@pytest.mark.parametrize(
    "text",
    [
        "Acara digelar di Kantor Bupati Garut, Rabu (28/8/2024).",  # the day is no bupati
        "Pemilihan Bupati Garut digelar serentak.",
        "Surat itu ditujukan kepada Kepala Dinas Sosial Kota Palu.",
        "Jabatan Pimpinan Tinggi Pratama akan diisi.",  # a rank
        "Bupati SE Nomor 2 Tahun 2024 mengatur hal itu.",
        "Kepala Desa dan Perangkat Desa wajib netral.",
    ],
)
def test_offices_without_a_person(text: str) -> None:
    assert told(text) == []
