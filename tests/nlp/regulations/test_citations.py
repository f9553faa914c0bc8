"""What counts as a citation of a law, and of which: one row for each rule, in sentences of our own."""

from datetime import date

import pytest

from nlp.regulations import distinct_citations, find_citations

IN_2022 = date(2022, 11, 2)
IN_2024 = date(2024, 10, 9)


def cited(text, published=IN_2024):
    return [
        f"{citation.id} | {citation.pasal}" if citation.pasal else citation.id
        for citation in distinct_citations(find_citations(text, published=published))
    ]


NUMBERS = [
    # the printed forms of number and year
    ("Aturannya ada di Undang-Undang Nomor 20 Tahun 2023.", ["UU 20/2023"]),
    ("Aturannya ada di UU No. 20/2023 tentang ASN.", ["UU 20/2023"]),
    ("Aturannya ada di undang undang nomor 20 thn 2023.", ["UU 20/2023"]),  # no hyphen, lower case, short year word
    ("Aturannya ada di UU 20 Tahun 2023.", ["UU 20/2023"]),  # no word for the number
    ("Aturannya ada di Undang-Undang (UU) Republik Indonesia Nomor 20 Tahun 2023.", ["UU 20/2023"]),
    ("Larangannya termuat dalam Peraturan Pemerintah (PP) Nomor 94 Tahun 2021.", ["PP 94/2021"]),
    ("Larangannya termuat dalam PP No 094 Thun 2021.", ["PP 94/2021"]),  # a leading zero, a misprinted year word
    ("Perppu Nomor 2 Tahun 2022 dan Perpu Nomor 1 Tahun 2020 dibahas.", ["PERPPU 2/2022", "PERPPU 1/2020"]),
    ("Presiden meneken Keppres Nomor 33 P Tahun 2022.", ["KEPPRES 33P/2022"]),  # the letter belongs to the number
    ("Kampanye diatur PKPU 13/2024 dan Peraturan KPU Nomor 8 Tahun 2024.", ["PKPU 13/2024", "PKPU 8/2024"]),
    ("Pengawasan diatur Peraturan Badan Pengawas Pemilihan Umum Nomor 6 Tahun 2018.", ["PERBAWASLU 6/2018"]),
    ("Rujukannya Peraturan Kepala BKN Nomor 6 Tahun 2022.", ["PERBKN 6/2022"]),
    ("Penjabat diatur Permendagri Nomor 4 Tahun 2023.", ["PERMENDAGRI 4/2023"]),
    ("Lihat Peraturan Menteri PAN-RB Nomor 6 Tahun 2022.", ["PERMENPANRB 6/2022"]),
    ("Lihat Peraturan Menteri Pekerjaan Umum dan Perumahan Rakyat Nomor 5 Tahun 2021.",
     ["PERMEN PEKERJAAN UMUM DAN PERUMAHAN RAKYAT 5/2021"]),
    ("Lihat Peraturan Menteri Kebudayaan Nomor 3 Tahun 2025.", ["PERMEN KEBUDAYAAN 3/2025"]),  # a ministry not listed
    ("Kode wilayah ada di Keputusan Menteri Dalam Negeri Nomor 300.2.2-2138 Tahun 2025.",
     ["KEPMEN DALAM NEGERI 300.2.2-2138/2025"]),
    ("KPU menetapkan Keputusan KPU RI Nomor 1229 Tahun 2024.", ["KEPUTUSAN KPU 1229/2024"]),
    ("Perbawaslu Nomor 6 dan 7 Tahun 2018 berlaku.", ["PERBAWASLU 6/2018", "PERBAWASLU 7/2018"]),  # one year for two
    ("UU.No 5 Tahun: 2014 dan UU-Pilkada berlaku.", ["UU 5/2014", "UU 10/2016"]),  # careless punctuation
    ("Ia melanggar PP 53.", ["PP 53/2010"]),  # the register knows one PP of that number
    ("Ia melanggar PP Nomor 91.", ["PP 91"]),  # and none of this: it stays as printed
    ("Ia melanggar UU 6.", []),  # and several of this: without the word for number it is none
    ("UU Nomor 20 Tahun 2023 berlaku sebagai pengganti UU Nomor 5 Tahun 2014.", ["UU 20/2023", "UU 5/2014"]),
    ("UUD 1945 menjamin hak itu.", ["UUD 1945"]),
    ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945 menjamin hak itu.", ["UUD 1945"]),
    ("Ia dijerat KUHP.", ["UU 1/1946"]),  # the Criminal Code goes by its number
    ("PP Nomor 42 Tahun 2044 dilanggar.", ["PP 42/2044"]),  # a misprint stays as printed
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_and_years(text, expected):
    assert cited(text) == expected


ARTICLES = [
    ("Pasal 9 ayat (2) huruf f UU ASN dilanggar.", ["UU 20/2023 | 9(2)f"]),
    ("Pasal 71 ayat 1 UU Nomor 10 Tahun 2016 dilanggar.", ["UU 10/2016 | 71(1)"]),  # no brackets
    ("UU Pilkada pasal 70 dan 71 dilanggar.", ["UU 10/2016 | 70", "UU 10/2016 | 71"]),  # the law first
    ("Pasal 280 ayat (2), (3), dan (4) UU Pemilu dilanggar.",
     ["UU 7/2017 | 280(2)", "UU 7/2017 | 280(3)", "UU 7/2017 | 280(4)"]),
    ("Pasal 9 ayat (2) dan Pasal 12 UU Nomor 5 Tahun 2014 dilanggar.", ["UU 5/2014 | 9(2)", "UU 5/2014 | 12"]),
    ("Pasal 5 huruf n angka 5 PP 94/2021 dilanggar.", ["PP 94/2021 | 5n"]),  # the form has no place for angka
    ("Ia melanggar UU 6/2014. Adapun camat pergi.", ["UU 6/2014"]),  # the next sentence is no part of the number
    ("Pasal 4 angka 12 sampai 15 PP 53/2010 dibacakan.", ["PP 53/2010 | 4"]),  # a range of angka is none of articles
    ("Pasal 188 jo Pasal 71 ayat (1) UU 10/2016 dilanggar.", ["UU 10/2016 | 188", "UU 10/2016 | 71(1)"]),
    ("Pasal 11 huruf c PP 42/2004 jo Pasal 5 huruf n PP 94/2021 dilanggar.", ["PP 42/2004 | 11c", "PP 94/2021 | 5n"]),
    ("Pasal 69 sampai dengan Pasal 71 UU Pilkada dilanggar.",
     ["UU 10/2016 | 69", "UU 10/2016 | 70", "UU 10/2016 | 71"]),  # a short range names all its articles
    ("Pasal 267 sampai Pasal 324 UU Pemilu dilanggar.", ["UU 7/2017 | 267", "UU 7/2017 | 324"]),  # a long one its ends
    ("UU Pemilu melarangnya. Ancamannya, kata dia, tertulis pada Pasal 494.", ["UU 7/2017 | 494"]),  # the law before
    ("Rujukannya UU Pemilu Pasal 280 ayat (3), UU ASN Pasal 9 dan PP 94/2021 Pasal 5 huruf n.",
     ["UU 7/2017 | 280(3)", "UU 20/2023 | 9", "PP 94/2021 | 5n"]),  # each law before its article
    ("UU 10/2016, khususnya Pasal 71 ayat (1), dan PP 94/2021 dilanggar.", ["UU 10/2016 | 71(1)", "PP 94/2021"]),
    ("Pasal 2 huruf f UU 5/2014, Pasal 11 huruf c PP 42/2004, serta SKB Nomor 2 Tahun 2022 dilanggar.",
     ["UU 5/2014 | 2f", "PP 42/2004 | 11c", "SKB 2/2022"]),
    ("Pasal 3 ayat 1 huruf a PKPU 5/2019 mengatur saksi, sedangkan huruf e mengatur pemantau.",
     ["PKPU 5/2019 | 3(1)a", "PKPU 5/2019 | 3(1)e"]),  # a part named later, without the word Pasal
    ("PKPU Nomor 9 Tahun 2019 berlaku. Menurut PKPU No 9 ini saksinya dua.", ["PKPU 9/2019"]),  # the year is known
    ("Pasal 28D ayat (1) UUD 1945 dikutip.", ["UUD 1945 | 28D(1)"]),
    ("Ia dijerat Pasal 263 KUHP.", ["UU 1/1946 | 263"]),
    ("UU ASN disebut dua kali, kedua kalinya Pasal 24 UU ASN.", ["UU 20/2023 | 24"]),  # only the entry with the article
    ("Pasal 10 mengatur hal itu.", []),  # no instrument in reach
    ("Itu pasal karet.", []),
    ("Sebanyak 12 UU dan 6 peraturan pemerintah dirampingkan.", []),  # laws in general
    ("Pasal 5, 3 orang ASN, dan UU 5/2014 dibahas.", ["UU 5/2014 | 5"]),  # a count is no article
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_articles(text, expected):
    assert cited(text) == expected


NAMES = [
    ("ASN terikat UU ASN.", date(2023, 10, 30), ["UU 5/2014"]),  # the last day of the old law
    ("ASN terikat UU ASN.", date(2023, 10, 31), ["UU 20/2023"]),  # the first day of the new
    ("ASN terikat Undang-Undang tentang Aparatur Sipil Negara.", IN_2024, ["UU 20/2023"]),
    ("ASN terikat UU ASN Nomor 5 Tahun 2014.", IN_2024, ["UU 5/2014"]),  # the number is stronger than the name
    ("Undang-undang Pilkada nomor 10 tahun 2016 berlaku.", IN_2024, ["UU 10/2016"]),
    ("PP Disiplin PNS berlaku.", date(2021, 8, 30), ["PP 53/2010"]),
    ("PP Disiplin PNS berlaku.", date(2021, 8, 31), ["PP 94/2021"]),
    ("SKB Netralitas ASN berlaku.", date(2022, 9, 21), ["SKB 5/2020"]),
    ("SKB Netralitas ASN berlaku.", IN_2022, ["SKB 2/2022"]),
    ("Surat Keputusan Bersama lima lembaga berlaku.", IN_2024, ["SKB 2/2022"]),
    ("Ia dijerat KUHP.", date(2026, 1, 2), ["UU 1/2023"]),  # the first day of the new Criminal Code
    ("UU Pemilu dan Pilkada dipadukan.", IN_2024, ["UU 7/2017", "UU 10/2016"]),  # two names share a head
    ("UU Nomor 6 tentang Desa dilanggar.", IN_2024, ["UU 6/2014"]),  # the name tells the missing year
    ("Pemerintah menyiapkan RUU ASN dan Rancangan Undang-Undang Pemilu.", IN_2024, []),  # bills
]


@pytest.mark.parametrize(("text", "published", "expected"), NAMES)
def test_names_resolve_at_the_date_of_the_article(text, published, expected):
    assert cited(text, published) == expected


JOINT_AND_CIRCULARS = [
    ("SKB Nomor 2 Tahun 2022, Nomor 800-5474 Tahun 2022, Nomor 246 Tahun 2022, Nomor 30 Tahun 2022 dan "
     "Nomor 1447.1/PM.01/K.1/09/2022 berlaku.", ["SKB 2/2022"]),  # five numbers, one instrument
    ("SKB Nomor 800-5474 Tahun 2022 berlaku.", ["SKB 2/2022"]),  # known by its second number
    ("Keputusan bersama antara 5 kementrian mengaturnya.", ["SKB 2/2022"]),
    ("Pasal 5 huruf n PP 94/2021 jo Lampiran II Nomor 6 Peraturan Bersama Menteri PANRB, Mendagri, Kepala BKN, "
     "Ketua KASN, dan Ketua Bawaslu Nomor 2 Tahun 2022 dilanggar.", ["PP 94/2021 | 5n", "SKB 2/2022"]),
    ("Ada SKB tentang cuti bersama.", ["SKB ?"]),  # another decree: unclear
    ("Surat Edaran Menteri PANRB Nomor 18 Tahun 2023 dibacakan.", ["SE MENPANRB 18/2023"]),
    ("Menteri PANRB menerbitkan SE Nomor 18 Tahun 2023.", ["SE MENPANRB 18/2023"]),  # the issuer before
    ("SE Nomor 18 Tahun 2023 yang diterbitkan Kementerian PANRB dibacakan.", ["SE MENPANRB 18/2023"]),  # and after
    ("Menteri PANRB SE Nr. 404/2024 disebut.", ["SE MENPANRB 404/2024"]),  # word order of a machine
    ("Menteri PANRB no. 18 Tahun 2023 disebut.", ["SE MENPANRB 18/2023"]),  # no type: the register knows one
    ("Bupati Blora menerbitkan surat edaran Nomor 5 Tahun 2024.", ["SE BUPATI BLORA 5/2024"]),
    ("Pemerintah Kota (Pemkot) Bogor bersikap. Hal itu ada di surat edaran Nomor 7 Tahun 2024.",
     ["SE PEMKOT BOGOR 7/2024"]),  # the issuer of the sentence before
    ("Sekda Kabupaten Kudus lewat surat edaran nomor 800.1/77 melarangnya.", ["SE SEKDA KUDUS 800.1/77"]),
    ("Surat edaran KPU nomor 317 beredar.", ["SE KPU 317"]),  # no year
    ("Surat Edaran Bersama Kepala BKN dan Menteri Kesehatan Nomor 3 Tahun 2023 dan Nomor 8 Tahun 2023 berlaku.",
     ["SE BKN 3/2023", "SE MENKES 8/2023"]),  # two numbers of two issuers are two
    ("Budi Contoh, SE hadir.", []),  # a degree
    ("Satpol PP berjaga.", []),  # no Peraturan Pemerintah
    ("Perda Kabupaten Jepara Nomor 17 Tahun 2007 dicabut.", ["PERDA 33.20 17/2007"]),
    ("Peraturan Daerah Provinsi NTB Nomor 4 Tahun 2011 dan perubahannya Nomor 7 Tahun 2018 berlaku.",
     ["PERDA 52 4/2011", "PERDA 52 7/2018"]),
    ("Pemprov NTB menyiapkan Pergub tentang tunjangan.", ["PERGUB 52 ?"]),  # named by its subject alone
    ("Keputusan presiden terkait hal itu ditunggu; keputusan presiden terkait mutasi juga.", ["KEPPRES ?"]),
    ("Wali Kota Salatiga meneken Perwali Nomor 9 Tahun 2023.", ["PERWALI 33.73 9/2023"]),
    ("Keputusan Gubernur Riau Nomor: 800.2/55/BKD Tanggal 3 April 2022 dibacakan.", ["KEPGUB 14 800.2/55/BKD/2022"]),
    ("MK membacakan Putusan Nomor 136/PUU-XXII/2024.", ["PUTUSAN MK 136/PUU-XXII/2024"]),
    ("Keputusan MK Nomor 90/PUU-XXI/2023 dibahas.", ["PUTUSAN MK 90/PUU-XXI/2023"]),
    ("MK memutus perkara nomor 121/PUU-XXII/2024.", ["PUTUSAN MK 121/PUU-XXII/2024"]),
    ("Surat Keputusan (SK) Bupati Blora Nomor 188.45/21/Bag. Hukum dibacakan.", ["KEPBUP 33.16 188.45/21/Bag.Hukum"]),
    ("SK KPU Nomor 27/2023 dibacakan.", ["KEPUTUSAN KPU 27/2023"]),  # the issuer tells what kind of decree it is
    ("SK pengangkatan honorer Nomor 5 hilang.", []),  # a decree of nobody named
    ("Surat Mendagri Nomor 100.2.1.3/1575/SJ melarang mutasi.", ["SE MENDAGRI 100.2.1.3/1575/SJ"]),  # a known letter
    ("Surat Bupati Blora Nomor 800/29/2023 dibacakan.", []),  # any other letter is no regulation
    ("SE Nomor: 100.3.4.2/693/B.Pem/ 2024 dari Bupati Blora dibacakan.", ["SE BUPATI BLORA 100.3.4.2/693/B.Pem/2024"]),
    ("Aturan Bawaslu no 21 taun 2018 melarangnya.", ["PERBAWASLU 21/2018"]),  # plain words for a Perbawaslu
    ("Putusan MK No 135/2024 dibahas.", ["PUTUSAN MK 135/2024"]),  # the short form stays
    ("Bawaslu RI lewat pengumuman Nomor 0077/K.Contoh/KP.02.00/III/2019 mengabarkannya.",
     ["PENGUMUMAN BAWASLU 0077/K.Contoh/KP.02.00/III/2019"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JOINT_AND_CIRCULARS)
def test_issuers_regions_and_joint_decrees(text, expected):
    assert cited(text) == expected


BACK_REFERENCES = [
    ("UU Pemilu berlaku. Pasal 283 UU tersebut melarangnya.", ["UU 7/2017 | 283"]),
    ("PP 94/2021 berlaku. Pasal 5 peraturan itu melarangnya.", ["PP 94/2021 | 5"]),
    ("PP 94/2021 berlaku. Dalam Pasal 14 aturan tersebut ada sanksinya.", ["PP 94/2021 | 14"]),
    ("SKB Nomor 2 Tahun 2022 berlaku. SKB dimaksud memuat contoh.", ["SKB 2/2022"]),
    ("UU itu belum dibahas.", []),  # nothing to refer to
]


@pytest.mark.parametrize(("text", "expected"), BACK_REFERENCES)
def test_back_references(text, expected):
    assert cited(text) == expected
