"""Offices in clauses, chains and places: how far an office goes and where it is held, in sentences of our own."""

import pytest

from nlp.language import read
from nlp.people import find_people
from nlp.regions import find_regions


def told(text: str) -> list[tuple[str, str | None, str | None, str | None, str]]:
    """(name, position, institution, region, kind) of each person, by the first office."""
    doc = read(text)
    rows: list[tuple[str, str | None, str | None, str | None, str]] = []
    for person in find_people(doc, find_regions(doc)):
        office = person.offices[0] if person.offices else None
        position, body, region = (office.position, office.institution, office.region) if office else (None, None, None)
        rows.append((person.name, position, body, region, person.kind))
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the place of a body that always bears one is no part of the person's name
        (
            "Kepala Puskesmas Lembayung Sari Melati hadir.",
            ("Sari Melati", "Kepala", "Puskesmas Lembayung", None, "official"),
        ),
        (
            "Ketua Pengadilan Negeri Tebingsari Wira Santosa hadir.",
            ("Wira Santosa", "Ketua", "Pengadilan Negeri Tebingsari", None, "official"),
        ),
        (
            "Komandan Satgas Pamtas RI-Malaysia Letkol Arh Wira Santosa hadir.",
            ("Wira Santosa", "Komandan", "Satgas Pamtas RI-Malaysia", None, "official"),
        ),
        # the number of a command, behind a bracket and behind the fused form
        (
            "Komandan Kodim (Dandim) 0721/Blora, Letkol Inf Wira Santosa, hadir.",
            ("Wira Santosa", "Komandan", "Kodim 0721/Blora", "33.16", "official"),
        ),
        (
            "Danramil 0721/Lembayung Kapten Inf Wira Santosa hadir.",
            ("Wira Santosa", "Danramil", "Koramil 0721/Lembayung", None, "official"),
        ),
        # a village of two words, of which the first is a word of the language
        (
            "Sekretaris Nagari Sungai Lembayung Sari Melati hadir.",
            ("Sari Melati", "Sekretaris Nagari", "Nagari Sungai Lembayung", None, "official"),
        ),
        # a local title with its reading in a bracket
        (
            "Kapitalaung (kepala desa) Lembayung, Wira Santosa, hadir.",
            ("Wira Santosa", "Kapitalaung", "Kampung Lembayung", None, "official"),
        ),
        # "Pemerintahan Desa" is what the bidang does, not a village
        (
            "Ia didampingi Wira Santosa selaku Kepala Bidang Pemerintahan Desa pada Dinas PMD Blora.",
            ("Wira Santosa", "Kepala Bidang Pemerintahan Desa", "Dinas PMD Blora", "33.16", "official"),
        ),
        # the head of the ulema is no judge
        (
            "Ketua Majelis Ulama Indonesia Kabupaten Blora, Wira Santosa, hadir.",
            ("Wira Santosa", "Ketua", "Majelis Ulama Indonesia Kabupaten Blora", "33.16", "other"),
        ),
        # where the office-holder serves, not a part of the body
        (
            "Sari Melati, salah seorang ketua KPPS di Kecamatan Lembayung, gugup.",
            ("Sari Melati", "ketua", "KPPS", None, "official"),
        ),
        # a clause between the office and the name
        (
            "Anggota KPU Kabupaten Blora yang membidangi hukum, Sari Melati, hadir.",
            ("Sari Melati", "Anggota", "KPU Kabupaten Blora", "33.16", "official"),
        ),
        (
            "Bawaslu memeriksa seorang guru berstatus pegawai pemerintah (PPPK), Sari Melati.",
            ("Sari Melati", "guru", None, None, "official"),
        ),
        (
            "Oknum kepala desa di Kabupaten Blora, Wira Santosa, dilaporkan.",
            ("Wira Santosa", "kepala desa", None, "33.16", "official"),
        ),
        # the number of a candidate on the ballot
        (
            "Calon Bupati Blora nomor urut 2, Sari Melati, hadir.",
            ("Sari Melati", "Calon Bupati", None, "33.16", "candidate"),
        ),
        # an abbreviation that says what the unit does, not which body it is in
        (
            "Kasubag Hukum dan SDM Sekretariat KPU Blora, Sari Melati, hadir.",
            ("Sari Melati", "Kasubag Hukum dan SDM", "Sekretariat KPU Blora", "33.16", "official"),
        ),
        # two offices before one name: the first counts too
        (
            "Anggota Bawaslu Blora yang juga Koordinator Divisi Hukum, Wira Santosa, hadir.",
            ("Wira Santosa", "Anggota", "Bawaslu Blora", "33.16", "official"),
        ),
        # one civil servant told behind the name
        (
            "Sari Melati, ASN di lingkungan Pemkab Blora, diperiksa.",
            ("Sari Melati", "ASN", "Pemkab Blora", "33.16", "official"),
        ),
        # the region of those who serve in no named body
        (
            "Wira Santosa, honorer penjaga sekolah di Kabupaten Blora, lega.",
            ("Wira Santosa", "honorer", None, "33.16", "official"),
        ),
        # a part played for an hour comes after the office
        (
            "Sari Melati, seorang guru yang menjadi moderator dialog, diperiksa.",
            ("Sari Melati", "guru", None, None, "official"),
        ),
        # an abbreviation spelled out elsewhere: still the state's
        (
            "Kelompok Penyelenggara Pemungutan Suara (KPPS) dilantik. Ketua KPPS Wira Santosa hadir.",
            ("Wira Santosa", "Ketua", "Kelompok Penyelenggara Pemungutan Suara", None, "official"),
        ),
    ],
)
def test_office(text: str, expected: tuple[str | None, ...]) -> None:
    assert told(text) == [expected], text


@pytest.mark.parametrize(
    ("text", "region"),
    [
        # the kecamatan stands with its kabupaten elsewhere: that one, not the province behind it
        (
            "Camat Lembayung Wira Santosa hadir.\n\nWarga Kecamatan Lembayung, Kabupaten Blora, Jawa Tengah, ramai. "
            "Kabupaten Rembang sepi. Kabupaten Rembang diam.",
            "33.16",
        ),
        # bodies of one name in two regions: the one named last before the office
        (
            "Dinas Sosial Palu dan Dinas Sosial Kabupaten Blora bertemu. Kepala Dinas Sosial, Wira Santosa, diam. "
            "Kota Palu sepi.",
            "33.16",
        ),
    ],
)
def test_region_among_several(text: str, region: str) -> None:
    ((_, _, _, found, _),) = told(text)
    assert found == region
