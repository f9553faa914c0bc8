"""Which regions a text names, and what decided between two of one name: one row for each rule, in our own sentences."""

import pytest

from nlp.language import read
from nlp.regions import find_regions, region_codes


def codes(text, **known):
    return list(region_codes(find_regions(text, **known)))


PLAIN_NAMES = [
    ("Rapat itu digelar di Balikpapan.", ["64.71"]),  # the kota, not the province that is only implied
    ("Rapat itu digelar di Sulawesi Barat.", ["76"]),
    ("Rapat itu digelar di Kota Balikpapan, Kalimantan Timur.", ["64.71", "64"]),
    ("Bawaslu Sulsel dan KPU Jateng hadir.", ["73", "33"]),  # abbreviations of provinces
    ("Pemkab Polman dan Pemkot Tangsel hadir.", ["76.04", "36.74"]),  # abbreviations of kabupaten and kota
    ("Ia bertugas di Sumatra Utara.", ["12"]),  # a spelling of the name
    ("Ia bertugas di Kabupaten Padanglawas Utara.", ["12.20"]),  # the words joined
    ("Ia bertugas di Kulonprogo dan Gunung Kidul.", ["34.01", "34.03"]),
    ("Ia bertugas di Mamuju Utara.", ["76.01"]),  # the name until 2017
    ("Ia bertugas di Mamuju Tengah.", ["76.06"]),  # the longest name wins over Mamuju
    ("Ia bertugas di Bandung Barat.", ["32.17"]),
    ("warga kabupaten majene dan provinsi sulawesi barat", ["76.05", "76"]),  # no capitals, but the type is printed
    ("SULAWESI SELATAN DAN MALUKU UTARA", ["73", "82"]),  # a heading
    ("Seluruh kepala daerah se-Jawa Timur hadir.", ["35"]),
    ("Pemprov DKI dan Pemda DIY hadir.", ["31", "34"]),
    ("Pemerintah Propinsi Jambi hadir.", ["15"]),  # the older spelling of the type
]


@pytest.mark.parametrize(("text", "expected"), PLAIN_NAMES)
def test_names_and_other_names(text, expected):
    assert codes(text) == expected


JAKARTA = [
    ("Jakarta (KABAR) - Menteri itu bicara.", ["31"]),  # in a dateline too
    ("Ia berkantor di Jakarta.", ["31"]),
    ("Ia berkantor di Jakarta Pusat.", ["31.71"]),  # alone: not the province
    ("Polda Metro Jaya memeriksanya.", []),  # names neither Jakarta nor Kota Metro
    ("Ia naik di Manggarai, Jakarta Selatan.", ["31.74"]),
    ("Ia berbelanja di kawasan Kuningan, Jakarta Selatan.", ["31.74"]),  # a quarter, not the kabupaten
]


@pytest.mark.parametrize(("text", "expected"), JAKARTA)
def test_jakarta(text, expected):
    assert codes(text) == expected


ONE_NAME_FOR_TWO = [
    ("Wali Kota Semarang hadir.", "33.74", "institution-cue"),
    ("Walikota Semarang hadir.", "33.74", "institution-cue"),  # written as one word
    ("Pemko Solok hadir.", "13.72", "institution-cue"),  # so in Sumatera
    ("Bupati Semarang hadir.", "33.22", "institution-cue"),
    ("Pemerintah Kabupaten (Pemkab) Semarang hadir.", "33.22", "institution-cue"),  # a bracket between
    ("Bawaslu Kab. Semarang hadir.", "33.22", "printed-type"),
    ("Bawaslu Kota Semarang hadir.", "33.74", "printed-type"),
    ("Polres Tegal Kota berjaga.", "33.76", "printed-type"),  # the type after the name
    ("Kapolres Metro Tangerang Kota Kombes Wira hadir.", "36.71", "printed-type"),
    ("Polres Tegal berjaga.", "33.28", "institution-cue"),
    ("Gubernur Gorontalo hadir.", "75", "institution-cue"),  # a province of that name too
    ("Bupati Gorontalo hadir.", "75.01", "institution-cue"),
    ("Ia bertugas di Semarang.", "33.74", "default-kota"),  # nothing decides
    ("Ia bertugas di Jambi.", "15", "default-province"),  # a province and its capital share the name
]


@pytest.mark.parametrize(("text", "code", "decided_by"), ONE_NAME_FOR_TWO)
def test_two_regions_of_one_name(text, code, decided_by):
    (mention,) = find_regions(text)
    assert (mention.code, mention.decided_by) == (code, decided_by)
    assert len(mention.candidates) > 1  # the corpus keeps what else it may have been


def test_cues_elsewhere_in_the_article_decide():
    text = "Pegawai di Pekalongan diperiksa. Bupati Pekalongan menunggu hasilnya."
    assert [(m.code, m.decided_by) for m in find_regions(text)] == [
        ("33.26", "article-cue"),
        ("33.26", "institution-cue"),
    ]


def test_an_article_that_knows_only_a_bupati_speaks_of_the_kabupaten():
    assert codes("Pegawai di Cirebon diperiksa. Bupati menunggu hasilnya, kata staf Pemkab.") == ["32.09"]


def test_the_dateline_follows_the_article():
    assert codes("Cirebon (KABAR) - Bupati menunggu hasil pemeriksaan di Cirebon.") == ["32.09"]


def test_the_capital_of_the_kabupaten_decides():
    assert codes("Rapat di Ungaran membahas pegawai di Semarang.") == ["33.22"]  # Ungaran itself names no region


def test_the_province_decides_between_two_far_apart():
    assert codes("Warga Banjar di Kalimantan Selatan menunggu.") == ["63.03", "63"]  # not Kota Banjar in Jawa Barat


def test_an_abbreviation_that_two_kabupaten_share():
    assert codes("Pemkab Mura di Kalimantan Tengah hadir.") == ["62.12", "62"]  # Murung Raya, by its province
    (mention,) = find_regions("Pemkab Mura hadir.")
    assert mention.decided_by == "default-first"
    assert set(mention.candidates) == {"16.05", "62.12"}


def test_the_region_of_the_source_decides_when_nothing_else_does():
    (mention,) = find_regions("Pegawai di Bogor diperiksa.", source_region="32.01")
    assert (mention.code, mention.decided_by) == ("32.01", "source-region")


@pytest.mark.parametrize(
    "text",
    ["Kabupaten dan Kota Bekasi hadir.", "Bupati dan Wali Kota Bekasi hadir.", "Pemkot maupun Pemkab Bekasi hadir."],
)
def test_both_types_of_one_name(text):
    assert set(codes(text)) == {"32.16", "32.75"}


def test_a_bupati_of_elsewhere_decides_nothing():
    text = "Rapat di Bandung dihadiri warga Garut. Bupati menunggu hasilnya."
    assert codes(text) == ["32.73", "32.05"]  # the bupati may be the one of Garut


LISTS = [
    ("Kabupaten Lamongan, Ngawi, Kota Batu, Kediri dan Blitar hadir.",
     ["35.24", "35.21", "35.79", "35.71", "35.72"]),  # the type goes on in the list until another is printed
    ("Kabupaten Kudus, Pati dan Tegal hadir.", ["33.19", "33.18", "33.28"]),
    ("Warga Bekasi dan Serang hadir.", ["32.75", "36.73"]),  # although Bekasi has a kecamatan Serang Baru
    ("Bandung, Medan, dan Surabaya hadir.", ["32.73", "12.71", "35.78"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text, expected):
    assert codes(text) == expected


INSTITUTIONS = [
    ("Polda Jawa Barat memeriksanya.", ["32"]),
    ("Bawaslu Lebak memeriksanya.", ["36.02"]),
    ("Kejari Sidoarjo memeriksanya.", ["35.15"]),
    ("Universitas Negeri Makassar menggelarnya.", ["73.71"]),
    ("Universitas Contoh Malang menggelarnya.", ["35.73"]),  # a word too, but at the end of a body's name
    ("RSUD Kota Salatiga merawatnya.", ["33.73"]),
    ("DPC Partai Contoh Bima mengusungnya.", []),  # a name that is also a person's, and no cue next to it
    ("DPC Bima mengusungnya.", ["52.72"]),
]


@pytest.mark.parametrize(("text", "expected"), INSTITUTIONS)
def test_institutions_give_their_region(text, expected):
    assert codes(text) == expected


DATELINES = [
    ("KUPANG, KABAR – Rapat itu batal.", ["53.71"]),
    ("KABAR.COM, MAKASSAR - Rapat itu batal.", ["73.71"]),  # after the publisher
    ("MAJENE-Rapat itu batal.", ["76.05"]),  # no spaces
    ("Pati (KABAR) - Rapat itu batal.", ["33.18"]),  # a dateline is evidence
    ("Reporter: Ani\n\nMAJENE – Rapat itu batal.", ["76.05"]),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_datelines(text, expected):
    assert codes(text) == expected


WORDS_AND_PERSONS = [
    ("Malang nasib pegawai itu.", []),  # a word at the head of a sentence
    ("Ia tinggal di Malang.", ["35.73"]),
    ("Hakim mengetuk palu.", []),
    ("Palu itu ia ketuk.", []),
    ("Rapat digelar di Palu.", ["72.71"]),
    ("Bima menolak hadir.", []),  # a person
    ("Bima Contohwan menolak hadir, kata Bima.", []),
    ("Kota Bima menolak hadir.", ["52.72"]),
    ("Menurut Agam, hal itu biasa.", []),
    ("Bupati Agam hadir. Di Agam pegawai netral.", ["13.06"]),
    ("Harga batu bara naik di Direktorat Jenderal Mineral dan Batu Bara.", []),
    ("Pemkab Batu Bara hadir.", ["12.19"]),
    ("Ia Pati Polri.", []),  # a general officer (perwira tinggi)
    ("Kepala Dinas Contohwan Sula, SH. hadir.", []),  # a degree follows a person
    ("Rombongan itu dari Sabang sampai Merauke.", []),  # the whole country
    ("Budi Lingga menolak hadir.", []),
    ("Ia gugur di medan perang dan di padang pasir.", []),  # without a capital a word
    ("Rapat digelar di Yogyakarta.", ["34.71"]),  # "di" is no "DI"
    ("Batas antara Kota Bogor dan Kota Depok.", ["32.71", "32.76"]),  # "antara" is no publisher
    ("Polres Metro Bekasi berjaga.", ["32.75"]),  # Metro is no region here
    ("Batu-batu itu dipindahkan.", []),  # a plural
    ("Selat Malaka dan Teluk Bone tenang.", []),  # waters
    ("Suku Banjar dan adat Karo dibahas.", []),  # peoples
    ("Ia makan nasi Padang.", []),
    ("Bandung Raya dan Solo Raya dibahas.", []),  # areas of several regions
    ("Pemkab TTS dan KSB dibahas.", ["53.02", "52.07"]),
    ("Timor Tengah Selatan (TTS) dibahas.", ["53.02"]),
    ("Negara anggota OKI bersidang, lalu ia mengisi TTS.", []),  # abbreviations that mean something else
]


@pytest.mark.parametrize(("text", "expected"), WORDS_AND_PERSONS)
def test_names_that_are_words_or_persons_need_evidence(text, expected):
    assert codes(text) == expected


PARTS_OF_REGIONS = [
    ("Kecamatan Banjar dan Desa Serang dibahas.", []),
    ("Kecamatan Suka, Maju dan Pekalongan dibahas.", []),  # the last of a list of kecamatan
    ("Kecamatan Pekalongan, Kabupaten Lampung Timur.", ["18.07"]),
    ("Ia warga Desa Suka Aceh, Kecamatan Maju.", []),  # a region's name within the name of a desa
    ("Camat Karanganyar hadir.", []),
    ("Polsek Depok dan Koramil Kediri berjaga.", []),
    ("Rapat di Semarang Tengah.", []),  # a kecamatan of the kota
    ("Rapat di Depok, Sleman.", ["34.04"]),  # a kecamatan of the region that follows
    ("Jalan Raya Bogor dan Jalan Surabaya macet.", []),
    ("Jalan Merdeka Bandung macet.", ["32.73"]),  # the city of the street
    ("Gerbang tol Serang dan Tol Manado-Bitung macet.", []),
    ("Baca juga: Bawaslu Kudus periksa camat", []),  # a pointer to another article
    ("Tulis ke redaksi@kudus.example.com atau lihat blora.example.co.id.", []),  # addresses
    ("Eks Karesidenan Pekalongan dibahas.", []),  # an area of several regions
    ("Bali Post dan Radar Bogor memuatnya.", []),
    ("Radar Bogor dan Tribun Jateng memuatnya.", []),  # publishers
]


@pytest.mark.parametrize(("text", "expected"), PARTS_OF_REGIONS)
def test_parts_of_regions_streets_and_publishers_give_nothing(text, expected):
    assert codes(text) == expected


def test_spans_of_persons_are_left_out():
    text = "Surya Kediri hadir."
    assert codes(text) != []
    assert codes(text, exclude=[(0, len("Surya Kediri"))]) == []


def test_mentions_stand_where_the_text_prints_them():
    text = "Di Kota Bandung dan Kabupaten Garut.\n\nDi Banten pun begitu."
    for mention in find_regions(read(text)):
        assert text[mention.found.start : mention.found.end] == mention.found.surface
        assert mention.code in mention.candidates
        assert 0 < mention.found.confidence <= 1


HOSTILE = [
    "",
    "\x00\x01\x02",
    "a" * 200_000,
    '"' * 200_000,
    "\n" * 200_000,
    "Semarang, " * 20_000,
    "Kecamatan A, " * 20_000,
    "Jalan " + "Raya " * 40_000,
    "Metro Bekasi " * 20_000,
    "Kuningan, Jakarta " * 20_000,
    "\ud800 Semarang",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_input_is_read_to_its_end(text):
    find_regions(text)
