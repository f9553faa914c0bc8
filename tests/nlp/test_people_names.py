"""Names: titles and degrees cut off and kept, forms of one name joined, nobody found where nobody is named."""

import pytest

from nlp.language import read
from nlp.people import find_people
from nlp.regions import find_regions
from storage.records import Found, Person


def people(text: str, *recognised: str) -> tuple[Person, ...]:
    """`recognised`: stretches that a recogniser takes for persons."""
    doc = read(text)
    proposals = []
    for words in recognised:
        start = text.rindex(words)
        proposals.append(("PER", Found(start, start + len(words), words, "recogniser", 0.9)))
    return find_people(doc, find_regions(doc), proposals)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Drs. H. Wira Santosa, S.H., M.Si.", "Wira Santosa"),
        ("Dr. Ir. Hj. Sari Melati, MT", "Sari Melati"),
        ("Prof. Dr. H. Wira Santosa, M.Pd, Ph.D.", "Wira Santosa"),
        ("dr. Sari Melati, Sp.OG", "Sari Melati"),
        ("Wira Santosa SH MH", "Wira Santosa"),
        ("Wira Santosa, SSTP., MHRM", "Wira Santosa"),  # a degree that no list knows, behind one that is known
        ("Letkol Arh Wira Santosa", "Wira Santosa"),  # a branch of the army
        ("Letkol Laut (P) Wira Santosa", "Wira Santosa"),  # a branch of the navy, in brackets
        ("Drs Wira Santosa MSi", "Wira Santosa"),  # a degree without stops
        ("Sari H. Melati", "Sari H. Melati"),  # behind the first word H. is an initial and no title
        ("Kemas Wira Santosa", "Kemas Wira Santosa"),  # nobility that belongs to the name
        ("Fernando Wira Mendes", "Fernando Wira Mendes"),  # Mendes is also short for a minister
        ("Brigjen TNI (Purn) Wira Santosa", "Wira Santosa"),
        ("Kombes Pol. Wira Santosa, S.I.K.", "Wira Santosa"),
        ("Letkol Inf Wira Santosa", "Wira Santosa"),
        ("KH Wira Santosa", "Wira Santosa"),
        ("Bapak Wira Santosa", "Wira Santosa"),
        ("M. Wira Santosa", "M. Wira Santosa"),  # an initial belongs to the name
        ("Muh.Wira Santosa", "Muh.Wira Santosa"),
        ("Wira M.P. Santosa", "Wira M.P. Santosa"),  # initials that look like a degree
        ("I Made Wira Santosa", "I Made Wira Santosa"),  # a Balinese rank is part of the name
        ("Andi Sari Melati", "Andi Sari Melati"),
        ("Lukman Hakim Santosa", "Lukman Hakim Santosa"),  # a given name that is also an office
        ("Bima Arya Santosa", "Bima Arya Santosa"),  # a given name that is also a region
    ],
)
def test_titles_are_no_part_of_the_name(printed: str, name: str) -> None:
    found = people(f"Ketua KPU Lebak, {printed}, hadir.")
    assert [person.name for person in found] == [name]


def test_titles_are_kept() -> None:
    (person,) = people("Ketua KPU Blora, Drs. H. Wira Santosa, S.H., M.Si., hadir.")
    assert person.titles == ("Drs.", "H.", "S.H.", "M.Si.")


def test_offsets_and_order_of_mentions() -> None:
    text = "Ketua KPU Blora, Drs. Wira Santosa, hadir.\n\nWira menilai hal itu wajar. Menurut Santosa, aturannya jelas."
    (person,) = people(text)
    assert [mention.surface for mention in person.mentions] == ["Wira Santosa", "Wira", "Santosa"]
    assert all(text[mention.start : mention.end] == mention.surface for mention in person.mentions)
    assert person.aliases == ("Wira", "Santosa")


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("Ketua KPU Blora Wira Santosa alias Yogi hadir.", "Wira Santosa", "Yogi"),
        ("Ketua KPU Blora Wira Santosa atau akrab disapa Yogi hadir.", "Wira Santosa", "Yogi"),
        (
            "Ketua KPU Blora Muhammad Wira Santosa hadir. M Wira Santosa diam.",
            "Muhammad Wira Santosa",
            "M Wira Santosa",
        ),
        ("Ketua KPU Blora Sri Ananingsih hadir. Menurut Ana, hal itu wajar.", "Sri Ananingsih", "Ana"),
        ("Ketua KPU Blora Afiruddin hadir. Afirudin diam.", "Afiruddin", "Afirudin"),  # a misprint within the article
    ],
)
def test_forms_of_one_name(text: str, name: str, alias: str) -> None:
    (person,) = people(text, alias)
    assert (person.name, alias in person.aliases) == (name, True)


def test_call_name_is_no_second_person() -> None:
    """The article gives a name that no list knows; later it stands alone."""
    text = (
        'Ketua KPU Blora Wira Santosa yang akrab disapa Jabrik hadir. "Siap," kata Jabrik. Menurut Jabrik, itu wajar.'
    )
    (person,) = people(text)
    assert (person.name, person.aliases) == ("Wira Santosa", ("Jabrik",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # one letter differs, but the offices do too: two persons
        ("Anggota KPU Blora, Mahfudin, hadir. Camat Cepu, Mahpudin, diam.", ["Mahfudin", "Mahpudin"]),
        # the same office: one person, misprinted
        ("Anggota KPU Blora, Mahfudin, hadir. Anggota KPU Blora, Mahpudin, diam.", ["Mahfudin"]),
    ],
)
def test_misprint_or_two_persons(text: str, names: list[str]) -> None:
    assert [person.name for person in people(text)] == names


@pytest.mark.parametrize("opener", ["Adapun", "Sejatinya", "Menyikapi hal itu,", "Alhasil,"])
def test_opener_is_no_part_of_the_name(opener: str) -> None:
    """The capital of the first word of a sentence says nothing: the short form after it is the person named before."""
    (person,) = people(f"Ketua KPU Blora Wira Santosa hadir. {opener} Wira menolak.", "Wira")
    assert person.aliases == ("Wira",)


def test_initial_alone_is_no_short_form() -> None:
    found = people("Ketua KPU Blora Wira M Santosa hadir. Ketua Bawaslu Blora Mulyono hadir.")
    assert [person.name for person in found] == ["Wira M Santosa", "Mulyono"]


@pytest.mark.parametrize(
    "text",
    [
        "Reporter: Wira Santosa",
        "Editor : Wira Santosa\n",
        "Oleh: Wira Santosa\n\nPemilu sudah dekat.",
        "Pemilu sudah dekat. (wira/red)",
        "Pemilu sudah dekat.\n\n- Wira Santosa Tinjau Gudang Logistik Pemilu",  # a list of links
        "Acara digelar di Jalan Wira Santosa.",
        "Acara digelar di SMAN Wira Santosa.",
        "Ia bekerja di PT Wira Santosa.",
        "Pesan itu dikirim lewat WhatsApp kepada warga.",
        "Kelompok Relawan Wira Mania hadir.",
        "Hal itu dikatakan kepada FAJAR di Blora.",  # a newspaper: a given name, but alone and in capitals
        "Pegawai Puskesmas Lembayung menolak hadir.",  # the body's place
        "Putusan dibacakan di Pengadilan Negeri Tebingsari, Rabu.",
    ],
)
def test_nobody(text: str) -> None:
    assert people(text) == ()


@pytest.mark.parametrize("words", ["Jalan Sudirman Raya", "Digital Marketing Summit", "Pembangkit Listrik Surya"])
def test_recogniser_is_not_believed_for_words_of_the_language(words: str) -> None:
    assert people(f"Acara itu membahas {words} secara rinci.", words) == ()


def test_recogniser_is_believed_for_names() -> None:
    (person,) = people("Rapat itu dihadiri juga Wiranata Kusumajaya dari Blora.", "Wiranata Kusumajaya")
    assert (person.name, person.kind) == ("Wiranata Kusumajaya", "other")


def test_unread_stretches_name_nobody() -> None:
    text = "Baca juga: Bupati Garut Wira Santosa Hadir"
    doc = read(text)
    assert find_people(doc, find_regions(doc), (), ((0, len(text)),)) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pasangan Wira-Sari diusung Partai Golkar di Pilkada Blora.", "candidate"),  # a pair
        ("Elektabilitas Pak Wira Santosa naik menjelang pilpres.", "candidate"),
        ("Pak Wira Santosa menanam padi.", "other"),
    ],
)
def test_kind_without_an_office(text: str, kind: str) -> None:
    assert {person.kind for person in people(text)} == {kind}
