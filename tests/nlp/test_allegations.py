"""Who is accused of what, and how far it has come by the article's words. All people and sentences are invented."""

import re
import time

import pytest

from nlp.allegations import find_allegations
from nlp.language import read
from nlp.topic import judge_topic
from storage.records import Found, Office, Person, RegionMention, Topic

ON = Topic(True, 0.9, ())
HEAD = "Bawaslu Batang menangani netralitas ASN jelang pilkada. "


def person(text, name, position, institution, kind="official", region=None):
    mentions = tuple(Found(*m.span(), name, "test", 1.0) for m in re.finditer(re.escape(name), text))
    office = Office(position, institution, region, Found(0, 0, "", "test", 1.0))
    return Person(name, kind, (), (), (office,), mentions)


def allegations(text, topic=ON, regions=()):
    people = (
        person(text, "Jaka Lesmana", "Camat", "Kecamatan Limpung", region="33.25"),
        person(text, "Sari Wulandari", "Kepala", "Dinas Sosial Kabupaten Batang"),
        person(text, "Dimas Wiratama", "Ketua", "Bawaslu Kabupaten Batang"),
        person(text, "Tono Hartono", "pedagang", None, kind="other"),
    )
    return find_allegations(read(text), tuple(p for p in people if p.mentions), regions, topic)


CASES = [
    ("Jaka Lesmana diduga hadir dalam kampanye calon bupati.", "Jaka Lesmana", "alleged", "campaign", "suspected"),
    (
        "Warga melaporkan Jaka Lesmana karena menghadiri deklarasi paslon.",
        "Jaka Lesmana",
        "alleged",
        "declaration",
        "reported",
    ),
    ("Jaka Lesmana diperiksa karena berpose jari bersama calon.", "Jaka Lesmana", "examined", "photo-pose", "examined"),
    (
        "Dugaan pelanggaran Camat Limpung Jaka Lesmana yang tercatat sebagai anggota partai diteruskan ke BKN.",
        "Jaka Lesmana",
        "examined",
        "party-membership",
        "forwarded",
    ),
    (
        "Jaka Lesmana terbukti memakai mobil dinas dalam kampanye.",
        "Jaka Lesmana",
        "established",
        "campaign",
        "established",
    ),
    (
        "Jaka Lesmana telah dijatuhi sanksi teguran karena mengunggah dukungan di Facebook.",
        "Jaka Lesmana",
        "sanctioned",
        "social-media",
        "sanctioned",
    ),
    ("Jaka Lesmana tidak terbukti ikut kampanye.", "Jaka Lesmana", "cleared", "campaign", "cleared"),
    (
        "Jaka Lesmana diduga membagikan kaus calon bupati. Terlapor sudah dimintai keterangan.",
        "Jaka Lesmana",
        "examined",
        "campaign-material",
        "the only accused is meant by terlapor",
    ),
    (
        "Tono Hartono diduga memasang spanduk calon bupati di kantor camat.",
        "pedagang",
        "alleged",
        "campaign-material",
        "a private person is stored by the role",
    ),
    (
        "Bawaslu menetapkan Camat Limpung, Jaka Lesmana, melanggar netralitas karena ikut kampanye.",
        "Jaka Lesmana",
        "established",
        "campaign",
        "found to have broken the rule",
    ),
    ("Seorang lurah diadukan karena memobilisasi warga.", "Seorang lurah", "alleged", "mobilising", "unnamed"),
    (
        "Camat Limpung dilaporkan karena ikut kampanye.",
        "Camat Limpung",
        "alleged",
        "campaign",
        "an office with its place",
    ),
    (
        "Seorang lurah diadukan ke Bawaslu. Terlapor berinisial KS terekam memasang spanduk calon.",
        "KS",
        "alleged",
        "campaign-material",
        "initials",
    ),
]


@pytest.mark.parametrize(("text", "who", "status", "act", "why"), CASES, ids=[case[4] for case in CASES])
def test_a_case(text, who, status, act, why):
    assert [(a.who, a.status, a.act_kind) for a in allegations(HEAD + text)] == [(who, status, act)], why


TOGETHER = (
    HEAD + "Dua ASN dicopot karena mengampanyekan calon bupati. Keduanya adalah Camat Limpung, Jaka Lesmana, dan "
    "Kepala Dinas Sosial, Sari Wulandari."
)


def test_people_listed_after_the_accusation():
    found = allegations(TOGETHER)
    assert [(a.who, a.status) for a in found] == [("Jaka Lesmana", "sanctioned"), ("Sari Wulandari", "sanctioned")]


NEVER_STRONGER = [
    ("Jaka Lesmana diduga ikut kampanye. Jika terbukti, ia akan dijatuhi sanksi.", "alleged", "a condition"),
    ("Jaka Lesmana diduga ikut kampanye dan terancam dicopot.", "alleged", "a threat"),
    ("Jaka Lesmana diduga ikut kampanye. Kasus itu belum terbukti.", "alleged", "not yet"),
    ("Jaka Lesmana dilaporkan ikut kampanye. Warga meminta Jaka Lesmana dijatuhi sanksi.", "alleged", "a demand"),
    ("Jaka Lesmana dipanggil soal kampanye. ASN yang terbukti melanggar bisa dipecat.", "examined", "a rule for all"),
]


@pytest.mark.parametrize(("text", "status", "why"), NEVER_STRONGER, ids=[case[2] for case in NEVER_STRONGER])
def test_the_status_is_never_stronger_than_the_words(text, status, why):
    assert [a.status for a in allegations(HEAD + text)] == [status], why


NONE = [
    ("Bawaslu mencatat 30 ASN diduga melanggar netralitas.", "a statistic"),
    ("Sari Wulandari mengingatkan ASN yang terbukti ikut kampanye akan disanksi.", "she speaks of a rule"),
    ("Kasus itu, kata Sari Wulandari, masih diperiksa inspektorat.", "she speaks of a case"),
    ("Dimas Wiratama memeriksa laporan kampanye itu.", "the supervisor is not the accused"),
    ("Terkait dugaan kampanye itu, Sari Wulandari menyebut belum ada laporan.", "she answers for her office"),
    ("ASN dilarang berpose jari, ikut kampanye, dan menghadiri deklarasi.", "a list of what is forbidden"),
    ("Jika seorang lurah terbukti ikut kampanye, ia dicopot.", "a condition"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[case[1] for case in NONE])
def test_what_is_no_allegation(text, why):
    assert allegations(HEAD + text) == (), why


def test_an_article_off_topic_accuses_nobody():
    assert allegations("Jaka Lesmana diduga korupsi dan diperiksa.", Topic(False, 0.0, ())) == ()


def test_two_people_cleared_together_are_two_cases():
    found = allegations(HEAD + "Jaka Lesmana maupun Sari Wulandari tidak terbukti berpose jari.")
    assert [(a.who, a.status) for a in found] == [("Jaka Lesmana", "cleared"), ("Sari Wulandari", "cleared")]


def test_the_sentence_that_bears_the_status_is_kept():
    text = HEAD + "Jaka Lesmana diduga ikut kampanye. Jaka Lesmana kemudian diperiksa inspektorat."
    (found,) = allegations(text)
    assert text[found.found.start : found.found.end] == "Jaka Lesmana kemudian diperiksa inspektorat."


def test_the_region_is_that_of_the_office_else_the_one_named_most():
    (found,) = allegations(HEAD + "Jaka Lesmana diduga ikut kampanye.")
    assert found.region == "33.25"
    text = HEAD + "Sari Wulandari diduga ikut kampanye di Tegal."
    region = RegionMention(Found(0, 1, "", "test", 1.0), "33.76", ("33.76",), "only-one")
    (found,) = allegations(text, regions=(region,))
    assert found.region == "33.76"


def test_an_example_is_no_act():
    """What somebody names as an example of a breach is not what the accused has done."""
    text = HEAD + "Seorang lurah sudah disanksi. Misalnya menjadi tim sukses calon, itu dilarang."
    (found,) = allegations(text)
    assert found.act_kind == "neutrality"


@pytest.mark.parametrize(
    "unit", ["Jaka Lesmana diduga ", "dugaan " * 5, "Jaka Lesmana, ", "seorang lurah diadukan. ", "a" * 20]
)
def test_hostile_text_ends_in_bounded_time(unit):
    text = unit * (300_000 // len(unit))
    doc = read(text)
    begun = time.process_time()
    find_allegations(doc, (person(text[:1000], "Jaka Lesmana", "Camat", None),), (), ON)
    assert time.process_time() - begun < 20


def test_a_whole_article():
    text = (
        "Camat Limpung, Jaka Lesmana, dilaporkan ke Bawaslu Batang karena diduga melanggar netralitas ASN.\n\n"
        "Ia disebut hadir dalam deklarasi pasangan calon bupati. Bawaslu sudah memanggil Jaka Lesmana."
    )
    (found,) = allegations(text, judge_topic(read(text)))
    assert (found.who, found.status, found.act_kind) == ("Jaka Lesmana", "examined", "declaration")
