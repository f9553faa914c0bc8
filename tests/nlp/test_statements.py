"""Who said what: quotations and their speakers, reported speech, and what is neither. Names and texts are invented."""

import re
import time

import pytest

from nlp.language import read
from nlp.statements import find_statements
from storage.records import Found, InstitutionMention, Office, Person


def person(text, name, position=None, institution=None, aliases=()):
    """A person as the search for people would give it: every place of the name and its short forms."""
    forms = sorted({name, *aliases}, key=len, reverse=True)
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)"
    mentions = tuple(Found(*m.span(), m.group(), "test", 1.0) for m in re.finditer(pattern, text))
    offices = (Office(position, institution, None, Found(0, 0, "", "test", 1.0)),) if position else ()
    return Person(name, "official", tuple(aliases), (), offices, mentions)


def institutions(text):
    pattern = r"(?:Bawaslu|KPU|BKN|Dinas Pendidikan|Pemkab)(?: (?:Kabupaten|Kota))?(?: (?:Batang|Batu|Tegal))?"
    return tuple(
        InstitutionMention(Found(*m.span(), m.group(), "test", 1.0), m.group(), None, None)
        for m in re.finditer(pattern, text)
    )


PEOPLE = (
    ("Rara Anjani", "Bupati", "Kabupaten Batang", ("Rara",)),
    ("Dimas Wiratama", "Ketua", "Bawaslu Kabupaten Batang", ("Dimas",)),
    ("Laksmi Puspa", "Sekretaris Daerah", "Kabupaten Batang", ("Laksmi",)),
    ("Bagus Tirtana", "Wakil Bupati", "Kabupaten Batang", ("Bagus",)),
)


def statements(text):
    people = tuple(p for p in (person(text, *facts) for facts in PEOPLE) if p.mentions)
    return find_statements(read(text), people, institutions(text))


DIRECT = [
    ('"Kami siap menjaga netralitas," kata Rara Anjani.', "Rara Anjani", "kata", "the plain case"),
    ('"Kami siap menjaga netralitas", kata Rara Anjani.', "Rara Anjani", "kata", "comma outside the marks"),
    (
        '"Kami siap menjaga netralitas," ujar Bupati Batang, Rara Anjani, Senin (3/3).',
        "Rara Anjani",
        "ujar",
        "office before the name",
    ),
    (
        '"Kami siap menjaga netralitas." Tegas Rara Anjani.',
        "Rara Anjani",
        "tegas",
        "a full stop inside and a capital verb",
    ),
    ('Rara Anjani mengatakan, "Kami siap menjaga netralitas."', "Rara Anjani", "kata", "speaker in front"),
    ('Bupati Batang, Rara Anjani: "Kami siap menjaga netralitas."', "Rara Anjani", None, "a name and a colon"),
    ('Rara Anjani berpesan: "Jaga netralitas, layani semua."', "Rara Anjani", "pesan", "colon in front"),
    ('Menurut Rara Anjani, "Kami siap menjaga netralitas."', "Rara Anjani", "menurut", "menurut in front"),
    ('"Kami siap menjaga netralitas," Rara Anjani menambahkan.', "Rara Anjani", "tambah", "subject and verb behind"),
    ('"Jangan," kata Rara Anjani.', "Rara Anjani", "kata", "one word is enough with an attribution"),
    (
        'Rara Anjani hadir. "Kami siap menjaga netralitas," ujarnya.',
        "Rara Anjani",
        "ujar",
        "-nya is the one who was introduced",
    ),
    ('Rara Anjani mengaku lega. "Kami siap bekerja," kata dia.', "Rara Anjani", "kata", "kata dia"),
    (
        'Rara Anjani mengaku lega. "Kami siap bekerja," imbuh perempuan itu.',
        "Rara Anjani",
        "imbuh",
        "an epithet that points back",
    ),
    (
        'Rara Anjani mengaku lega. "Kami siap bekerja," tutup mantan camat yang pernah bertugas di Tegal itu.',
        "Rara Anjani",
        "tutup",
        "a long epithet closed by itu",
    ),
    (
        'Rara Anjani mengaku lega. "Kami siap bekerja," kata orang nomor satu di Batang tersebut.',
        "Rara Anjani",
        "kata",
        "the number one of a region",
    ),
    (
        'Rara Anjani dan Dimas Wiratama hadir. "Kami siap bekerja," kata Bupati.',
        "Rara Anjani",
        "kata",
        "an office alone",
    ),
    (
        'Bagus Tirtana dan Rara Anjani hadir. "Kami siap bekerja," kata Wabup.',
        "Bagus Tirtana",
        "kata",
        "a short office; not the bupati",
    ),
    (
        '"Kami takut dilaporkan," kata seorang guru yang enggan disebut namanya.',
        "seorang guru",
        "kata",
        "an unnamed speaker",
    ),
    (
        '"Kami takut dilaporkan," kata salah satu tetangganya.',
        "salah satu tetangganya",
        "kata",
        "an unnamed speaker by any noun",
    ),
    (
        '"Kami sudah memeriksa berkas itu," demikian keterangan Bawaslu Batang.',
        "Bawaslu Batang",
        "demikian",
        "a body, without a verb",
    ),
    (
        '"Kami siap bekerja," kata Ketua Tim Kampanye Rara-Bagus, Dimas Wiratama.',
        "Dimas Wiratama",
        "kata",
        "he speaks for the others",
    ),
    (
        'Istri Rara Anjani hadir. "Kami siap bekerja," kata Dimas Wiratama.',
        "Dimas Wiratama",
        "kata",
        "kin is another person",
    ),
    ('"Kami siap bekerja," ucap Joko Sudarmo, warga Limpung.', "Joko Sudarmo", "ucap", "a name that nobody else found"),
    (
        '"Warna itu laku," kata perancang busana Rara Anjani.',
        "Rara Anjani",
        "kata",
        "a description in small letters before the name",
    ),
    ('"Besok kami panggil,: kata Rara Anjani.', "Rara Anjani", "kata", "no closing mark"),
    ("“Besok kami panggil,”harap Rara Anjani.", "Rara Anjani", "harap", "no space behind the mark"),
    (
        '"Kami siap bekerja," ujarnya didampingi Dimas Wiratama. Rara Anjani hadir.',
        None,
        "ujar",
        "-nya without anybody before it means nobody",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "verb", "why"), DIRECT, ids=[case[3] for case in DIRECT])
def test_speaker_of_a_quotation(text, speaker, verb, why):
    found = [(s.speaker, s.verb) for s in statements(text) if s.kind == "direct"]
    assert found == ([(speaker, verb)] if speaker else []), why


NO_QUOTATION = [
    ('Rapat membahas istilah "cawe-cawe" dalam pilkada.', "a so-called quotation"),
    ('Ia menyebut kasus itu "kecelakaan biasa" di depan wartawan.', "a few words inside a sentence"),
    ('Kegiatan bertajuk "Bersama Menjaga Netralitas Aparatur" itu ramai.', "a title"),
    ('Baca juga: "Bupati Batang Lantik Pejabat Baru," kata Rara Anjani.', "a line that points elsewhere"),
    ('Tonton juga video "Bupati Batang Lantik Pejabat Baru di Pendopo" di sini:', "a video"),
]


@pytest.mark.parametrize(("text", "why"), NO_QUOTATION, ids=[case[1] for case in NO_QUOTATION])
def test_what_is_no_direct_statement(text, why):
    assert [s.quote for s in statements(text) if s.kind == "direct"] == [], why


def test_two_parts_around_one_attribution_are_two_statements():
    found = statements('"Kami siap," kata Rara Anjani. "Jangan ragu melapor."')
    assert [(s.speaker, s.quote) for s in found] == [
        ("Rara Anjani", "Kami siap,"),
        ("Rara Anjani", "Jangan ragu melapor."),
    ]


def test_a_quotation_over_two_paragraphs_is_one_statement():
    (found,) = statements('"Bagian pertama sudah selesai.\n\n"Bagian kedua menyusul," kata Rara Anjani.')
    assert (found.speaker, found.quote) == ("Rara Anjani", "Bagian pertama sudah selesai. Bagian kedua menyusul,")


def test_the_attribution_may_come_a_sentence_later():
    text = '"Semua pegawai wajib netral sampai akhir tahapan."\n\nHal itu disampaikan Rara Anjani usai apel pagi.'
    (found,) = statements(text)
    assert (found.kind, found.speaker, found.found.rule) == ("direct", "Rara Anjani", "direct-later")


def test_a_quotation_alone_goes_to_the_last_speaker():
    text = 'Dimas Wiratama menyampaikan aturan itu berlaku lama.\n\n"Tidak ada alasan untuk tidak tahu soal aturan."'
    assert [(s.kind, s.speaker) for s in statements(text)] == [
        ("indirect", "Dimas Wiratama"),
        ("direct", "Dimas Wiratama"),
    ]


def test_an_accused_between_two_quotations_does_not_become_the_speaker():
    """Whoever spoke last goes on: another known person, mentioned without words, changes nothing across paragraphs."""
    text = (
        '"Kami sudah periksa," kata Dimas Wiratama, yang memimpin rapat bersama Rara Anjani.\n\n'
        'Rara sendiri sudah pulang.\n\n"Semua ada waktunya," ujarnya.'
    )
    assert [s.speaker for s in statements(text)] == ["Dimas Wiratama", "Dimas Wiratama"]


INDIRECT = [
    ("Rara Anjani mengatakan bahwa pegawai wajib netral.", "Rara Anjani", "kata", "pegawai wajib netral", "bahwa"),
    ("Rara Anjani mengatakan, pegawai wajib netral.", "Rara Anjani", "kata", "pegawai wajib netral", "a comma"),
    ("Rara Anjani mengatakan pegawai wajib netral.", "Rara Anjani", "kata", "pegawai wajib netral", "nothing between"),
    (
        "Rara Anjani juga kembali menegaskan pegawai wajib netral.",
        "Rara Anjani",
        "tegas",
        "pegawai wajib netral",
        "adverbs",
    ),
    (
        "Bupati Batang, Rara Anjani, S.H., M.Si., meminta pegawai netral.",
        "Rara Anjani",
        "minta",
        "pegawai netral",
        "degrees",
    ),
    (
        "Rara Anjani, yang memimpin apel, mengimbau pegawai netral.",
        "Rara Anjani",
        "imbau",
        "pegawai netral",
        "relative clause",
    ),
    (
        "Rara Anjani saat ditemui di Batang, Senin (3/3), menilai aturan itu jelas.",
        "Rara Anjani",
        "nilai",
        "aturan itu jelas",
        "place and day",
    ),
    (
        "Dalam sambutannya, Bupati meminta pegawai netral. Rara Anjani hadir.",
        "Rara Anjani",
        "minta",
        "pegawai netral",
        "office alone",
    ),
    (
        "Menurut Rara Anjani, pegawai wajib netral.",
        "Rara Anjani",
        "menurut",
        "pegawai wajib netral",
        "menurut in front",
    ),
    (
        "Pegawai, menurut Rara Anjani, wajib netral.",
        "Rara Anjani",
        "menurut",
        "Pegawai, menurut Rara Anjani, wajib netral",
        "menurut inside",
    ),
    ("Lanjut Rara Anjani, pegawai wajib netral.", "Rara Anjani", "lanjut", "pegawai wajib netral", "lanjut in front"),
    ("Hemat Rara Anjani, pegawai wajib netral.", "Rara Anjani", "hemat", "pegawai wajib netral", "hemat in front"),
    ("Kata Rara Anjani, pegawai wajib netral.", "Rara Anjani", "kata", "pegawai wajib netral", "kata in front"),
    (
        "Selain apel, kata Rara Anjani, ada ikrar bersama.",
        "Rara Anjani",
        "kata",
        "Selain apel, kata Rara Anjani, ada ikrar bersama",
        "kata inside",
    ),
    (
        "Pegawai yang melanggar akan diperiksa, kata Rara Anjani.",
        "Rara Anjani",
        "kata",
        "Pegawai yang melanggar akan diperiksa",
        "kata behind",
    ),
    (
        "Pegawai juga diminta Rara Anjani menjauhi kampanye.",
        "Rara Anjani",
        "minta",
        "Pegawai juga diminta Rara Anjani menjauhi kampanye",
        "passive with its agent",
    ),
    (
        "Ditambahkan Rara Anjani, pegawai wajib netral.",
        "Rara Anjani",
        "tambah",
        "pegawai wajib netral",
        "passive in front",
    ),
    (
        "Pengamat dari Universitas Pantura Rara Anjani menilai aturan itu jelas.",
        "Rara Anjani",
        "nilai",
        "aturan itu jelas",
        "a name behind a place of work",
    ),
    ("Bawaslu Batang mencatat ada tiga laporan baru.", "Bawaslu Batang", "catat", "ada tiga laporan baru", "a body"),
    ("Berdasarkan data BKN, jumlah pegawai naik lagi.", "BKN", "data", "jumlah pegawai naik lagi", "data of a body"),
    (
        "Dalam laporan KPU Batang disebutkan, ada tiga pegawai terdata.",
        "KPU Batang",
        "sebut",
        "ada tiga pegawai terdata",
        "report of a body",
    ),
    (
        "Rara Anjani menyampaikan terima kasih atas kerja panitia.",
        "Rara Anjani",
        "sampai",
        "terima kasih atas kerja panitia",
        "thanks are words",
    ),
    (
        "Rara Anjani menitipkan pesan agar pegawai netral.",
        "Rara Anjani",
        "titip",
        "pesan agar pegawai netral",
        "a message",
    ),
    (
        "Rara Anjani tetap optimis, pegawainya netral.",
        "Rara Anjani",
        "optimis",
        "pegawainya netral",
        "an adjective with a clause",
    ),
    (
        "Rara Anjani tidak membantah foto itu miliknya.",
        "Rara Anjani",
        "bantah",
        "foto itu miliknya",
        "not denying is saying",
    ),
    (
        "Rara Anjani menegasakan, pegawai wajib netral.",
        "Rara Anjani",
        "tegas",
        "pegawai wajib netral",
        "a misprinted verb",
    ),
    (
        "Rara Anjani menafsirkan bahwa aturan itu berlaku surut.",
        "Rara Anjani",
        "menafsirkan",
        "aturan itu berlaku surut",
        "any verb with bahwa",
    ),
    (
        "Rara Anjani mengimbau dan mengingatkan pegawai agar netral.",
        "Rara Anjani",
        "imbau",
        "pegawai agar netral",
        "two verbs",
    ),
    (
        "Seorang warga mengeluhkan jalan yang rusak parah.",
        "Seorang warga",
        "keluh",
        "jalan yang rusak parah",
        "an unnamed speaker",
    ),
    (
        "Joko Sudarmo mengaku tidak tahu aturan itu.",
        "Joko Sudarmo",
        "aku",
        "tidak tahu aturan itu",
        "a name that nobody else found",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "verb", "quote", "why"), INDIRECT, ids=[case[4] for case in INDIRECT])
def test_reported_speech(text, speaker, verb, quote, why):
    found = [(s.kind, s.speaker, s.verb, s.quote) for s in statements(text)]
    assert found == [("indirect", speaker, verb, quote)], why


NOTHING = [
    ("Rara Anjani mendukung program itu.", "an act"),
    ("Rara Anjani menjelaskan sejumlah isu kepada warga.", "a topic without content"),
    ("Rara Anjani tidak menyebut nama siapa pun.", "negated"),
    ("Rara Anjani belum bisa memastikan jadwal apel itu.", "not said yet"),
    ("Rara Anjani datang untuk menyampaikan bantuan kepada warga.", "an infinitive"),
    ("Rara Anjani menyampaikan sambutan dalam apel itu.", "what is delivered is no content"),
    ("Bawaslu Batang meminta keterangan tiga saksi.", "to question is an act"),
    ("Bawaslu Batang melaporkan Rara Anjani ke BKN.", "to report somebody is an act"),
    ("Rara Anjani mengatakan hal itu saat apel pagi.", "hal itu says nothing anew"),
    ("Surat edaran itu menyebutkan pegawai wajib netral.", "a document"),
    ("Undang-Undang ASN menegaskan asas netralitas bagi pegawai.", "a law"),
    ("Menurut Pasal 2, pegawai wajib netral.", "an article of a law"),
    ("Penjelasan itu tegas dan terang bagi Rara Anjani.", "tegas and terang as adjectives"),
    ("Nilai Rara Anjani paling tinggi dalam seleksi.", "nilai as a noun"),
    ("Pesan Rara Anjani dibacakan panitia.", "pesan as a noun"),
    ("Pemkab Batang menutup jalan itu sampai sore.", "menutup as an act"),
    ("Setelah Rara Anjani menyatakan mundur dari tim, rapat bubar.", "in a clause of time"),
    ("Bawaslu Batang merekomendasikan Rara Anjani ke BKN.", "to recommend somebody is an act"),
    ("Isinya meminta pegawai netral.", "a word at the head of a sentence is no name"),
    ("Rapat itu, dengan kata lain, sudah selesai.", "kata as a noun"),
    ("kata Rara Anjani saat ditemui di pendopo Batang, Senin.", "the tail of a quotation that was cut off"),
    ("Rara Anjani memastikan kemenangan timnya di final.", "to secure a win is an act"),
    ("Unggahan di laman resmi pemerintah menekankan pentingnya netralitas.", "a web page is no speaker"),
    ("Baca juga: Rara Anjani meminta pegawai netral", "a line that points elsewhere"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING, ids=[case[1] for case in NOTHING])
def test_what_reports_nothing(text, why):
    assert [(s.speaker, s.quote) for s in statements(text)] == [], why


def test_reported_speech_goes_on_within_its_paragraph():
    text = (
        "Rara Anjani mengatakan aturan baru berlaku besok. Aturan itu mengikat semua pegawai kontrak.\n\nRapat bubar."
    )
    (found,) = statements(text)
    assert found.quote == "aturan baru berlaku besok. Aturan itu mengikat semua pegawai kontrak"
    assert text[found.found.start : found.found.end] == found.quote


def test_reported_speech_ends_where_somebody_acts():
    text = "Rara Anjani mengatakan aturan baru berlaku besok. Dimas Wiratama lalu meninggalkan ruangan rapat."
    assert [s.quote for s in statements(text)] == ["aturan baru berlaku besok"]


def test_what_stands_before_hal_itu_disampaikan_is_said():
    text = "Pegawai kontrak pun wajib netral selama pilkada.\n\nHal itu disampaikan Rara Anjani saat apel pagi."
    (found,) = statements(text)
    assert (found.speaker, found.quote, found.verb) == (
        "Rara Anjani",
        "Pegawai kontrak pun wajib netral selama pilkada",
        "sampai",
    )


def test_reported_speech_behind_a_quotation():
    text = '"Kami siap bekerja," kata Rara Anjani seraya menambahkan bahwa pegawai sudah diberi tahu.'
    assert [(s.kind, s.quote) for s in statements(text)] == [
        ("direct", "Kami siap bekerja,"),
        ("indirect", "pegawai sudah diberi tahu"),
    ]


def test_several_people_meant_by_one_word():
    text = "Rara Anjani, Dimas Wiratama, dan Laksmi Puspa dipanggil. Ketiganya mengaku hadir di acara itu."
    (found,) = statements(text)
    assert found.speaker == "Rara Anjani, Dimas Wiratama, dan Laksmi Puspa"


def test_a_short_form_made_of_initials():
    text = "Rara Anjani hadir. RA menegaskan pegawai wajib netral."
    assert [s.speaker for s in statements(text)] == ["Rara Anjani"]


def test_the_attribution_is_kept_with_its_place():
    text = "Menurut Rara Anjani, pegawai wajib netral."
    (found,) = statements(text)
    assert text[found.attribution.start : found.attribution.end] == "Rara Anjani"
    assert found.speaker_kind == "person"


@pytest.mark.parametrize(
    "text",
    [
        '"' * 1_000_000,
        '"a" ' * 100_000,
        "kata Rara Anjani " * 20_000,
        "Rara mengatakan " * 40_000,
        "Bupati " * 100_000,
        "( " * 100_000,
        "a" * 500_000,
        "\x00\x07 " * 50_000,
        "Menurut, kata, ujar " * 20_000,
        "Rara Anjani mengatakan ya.\n" * 10_000,
    ],
    ids=[
        "marks",
        "pairs",
        "attributions",
        "verbs",
        "offices",
        "brackets",
        "no spaces",
        "controls",
        "commas",
        "paragraphs",
    ],
)
def test_hostile_text_ends_in_bounded_time(text):
    doc = read(text)
    people = (person(text[:2000], "Rara Anjani", "Bupati", None, ("Rara",)),)
    begun = time.process_time()
    find_statements(doc, people, ())
    assert time.process_time() - begun < 20
