"""Which articles are about the neutrality of civil servants: short texts of our own, each with why it is here."""

from __future__ import annotations

import pytest

from nlp.language import read
from nlp.topic import judge_topic

ON = [
    # the plain appeal: one sentence that opens the article is enough
    "Bupati Rembang Sigit Waluyo meminta seluruh ASN menjaga netralitas. Ia menyampaikannya dalam apel pagi.",
    # no word of an election: the pledge says enough
    "Tiga ratus pegawai negeri membacakan ikrar netralitas di alun-alun. Upacara berlangsung setengah jam.",
    # a breach without the word neutral
    "Bawaslu memeriksa seorang camat yang diduga berkampanye untuk calon bupati. Pemeriksaan berlangsung dua jam.",
    # the servant stands in the sentence before the act
    "Klarifikasi terhadap seorang ajudan ditunda. Ia diduga menyebarkan pesan dukungan kepada salah satu paslon.",
    # village heads and the armed forces must be neutral too
    "Kepala desa se-Kabupaten Blora diminta netral dalam pilkada. Mereka menandatangani pakta.",
    "Kapolres mengingatkan anggota Polri harus netral selama pemilu. Pelanggar akan diproses.",
]
OFF = [
    # neutral in other senses
    "Pemerintah kota menargetkan netralitas karbon pada 2060. Pegawai akan memakai bus listrik.",
    "Pertandingan pindah ke tempat netral. Ribuan pegawai menonton dari rumah.",
    # the organisers of the election alone
    "Anggota KPPS harus netral dan melayani pemilih. Mereka dilantik kemarin oleh KPU.",
    # civil servants in other matters
    "Gaji ASN bulan depan naik delapan persen. Kenaikan berlaku juga bagi PPPK.",
    "Pendaftaran CPNS dibuka pekan depan. Formasi terbanyak untuk guru.",
    # an election without civil servants
    "Dua pasangan calon wali kota berdebat soal banjir. Keduanya berjanji membangun tanggul.",
    "",
]
# named in one clause of a long text about something else
PASSING = "Rapat itu membahas kesiapan gudang logistik, jalan, dan listrik. " * 20 + (
    "Peserta juga menyinggung netralitas ASN. " + "Gudang akan selesai bulan depan. " * 10
)


@pytest.mark.parametrize("text", ON)
def test_on_topic(text):
    topic = judge_topic(read(text))
    assert topic.on
    assert all(text[r.found.start : r.found.end] == r.found.surface for r in topic.reasons)


@pytest.mark.parametrize("text", [*OFF, PASSING])
def test_off_topic(text):
    topic = judge_topic(read(text))
    assert not topic.on, topic.reasons
    assert topic.score < 0.5


def test_a_line_that_points_elsewhere_says_nothing():
    text = (
        "Jalan baru itu selesai dibangun.\n\nBaca juga: Bupati Minta ASN Jaga Netralitas dalam Pilkada\n\nWarga senang."
    )
    assert not judge_topic(read(text)).on


def test_hostile_input_is_bounded():
    topic = judge_topic(read("ASN netral dalam pilkada. " * 5000))
    assert topic.on
    assert len(topic.reasons) <= 200
