"""The kinds of articles that are on topic and the traps that are not, one invented text for each."""

import time

import pytest

from nlp.language import read
from nlp.topic import judge_topic

ON = {
    "an appeal": (
        "Batang - Bupati mengingatkan ASN menjaga netralitas pada Pilkada 2024.\n\n"
        "ASN yang berpihak akan ditindak sesuai aturan."
    ),
    "village heads": (
        "Kepala desa se-Kabupaten Batang berikrar netral jelang pilkada.\n\n"
        "Perangkat desa ikut menandatangani ikrar netralitas itu."
    ),
    "the army": (
        "Komandan Kodim menegaskan prajurit TNI netral dalam pemilu.\n\n"
        "Prajurit yang memihak pasangan calon akan dihukum."
    ),
    "a case without the word": (
        "Seorang ASN di Tegal dilaporkan ke Bawaslu karena mengunggah dukungan kepada salah satu calon bupati.\n\n"
        "Menurut pelapor, ASN itu juga hadir dalam kampanye. Bawaslu sudah memanggil ASN tersebut untuk klarifikasi."
    ),
    "party membership": (
        "KPU menyerahkan daftar PNS yang tercatat sebagai anggota partai politik.\n\n"
        "Sebanyak tiga PNS terdaftar sebagai pengurus parpol dan akan diperiksa inspektorat jelang pemilu."
    ),
    "candidacy": (
        "Sekretaris Daerah diduga melanggar netralitas ASN karena mendaftar bakal calon wakil bupati.\n\n"
        "Bawaslu meneruskan dugaan pelanggaran itu ke BKN. Pilkada digelar November."
    ),
    "honorary staff": (
        "Tenaga honorer juga wajib netral selama pemilu, kata Sekda.\n\nHonorer yang ikut kampanye akan diberhentikan."
    ),
    "a statistic": (
        "Bawaslu mencatat 30 laporan pelanggaran netralitas ASN pada pilkada.\n\n"
        "Sebagian ASN sudah direkomendasikan untuk disanksi."
    ),
    "reported to the supervisors": (
        "Oknum PNS dilaporkan ke Bawaslu Batang.\n\nIa diduga menjadi admin grup pemenangan salah satu paslon."
    ),
    "a sanction without the word": (
        "Sebanyak 56 ASN direkomendasikan dijatuhi sanksi.\n\nKetua Bawaslu menyebut ASN itu melanggar di media sosial."
    ),
    "spouses": (
        "Bolehkah ASN mendampingi istri yang menjadi caleg?\n\n"
        "ASN yang suaminya menjadi calon tetap dilarang berkampanye dan "
        "wajib netral dalam pemilu."
    ),
}
OFF = {
    "carbon": (
        "Pemkab menargetkan netralitas karbon pada 2040.\n\n"
        "ASN diajak naik sepeda agar emisi turun. Pemilu tidak disinggung."
    ),
    "a venue": "Laga digelar di tempat netral karena stadion dipakai kampanye.\n\nPanitia meminta polisi berjaga.",
    "election organisers": (
        "KPU melantik anggota KPPS se-Kota Tegal.\n\nKetua KPU meminta KPPS netral dan jujur selama pemilu."
    ),
    "organisers beside the army": (
        "Bawaslu meminta jajaran panwaslu bersikap netral dalam pilkada.\n\nPolri dan TNI membantu pengamanan logistik."
    ),
    "pay": "Gaji ASN naik tahun depan.\n\nPemerintah menyebut PNS dan PPPK menerima tunjangan sebelum pemilu.",
    "recruitment": (
        "Sebanyak 300 PPPK menerima surat keputusan.\n\nBupati berharap PPPK bekerja baik. KPU hadir sebagai undangan."
    ),
    "in passing": (
        "Bawaslu akan mengawasi logistik, daftar pemilih, netralitas ASN, dan dana kampanye.\n\n"
        "Daftar pemilih tetap berjumlah 200 ribu orang. Pemungutan suara digelar di 600 tempat.\n\n"
        "Surat suara tiba pekan ini."
    ),
    "a retired governor stays neutral": (
        "Mantan gubernur memilih netral dalam pilkada.\n\nIa tidak ingin merusak hubungan dengan para calon."
    ),
    "money politics at somebody's house": (
        "Bawaslu menerima laporan politik uang.\n\nPelapor menyebut tim sukses membagikan sembako di rumah lurah."
    ),
    "posters are taken down": (
        "Camat menertibkan baliho calon bupati yang melanggar aturan.\n\nBawaslu ikut menertibkan."
    ),
    "a selection for an office": (
        "KASN memberi rekomendasi seleksi jabatan kepala dinas.\n\nTiga ASN lolos seleksi itu."
    ),
    "corruption at the supervisors": (
        "Jaksa menahan PNS Bawaslu terkait dugaan korupsi hibah.\n\nPNS itu diperiksa lama."
    ),
    "a former official stands as a candidate": (
        "Mantan kepala dinas maju sebagai calon bupati.\n\nIa pensiun dari PNS dua tahun lalu dan kini didukung partai."
    ),
    "neutral towards countries": "Indonesia bersikap netral dalam konflik itu.\n\nTNI menyiapkan pasukan perdamaian.",
    "only a pointer": (
        "Harga beras naik di pasar.\n\nBaca juga: Bupati minta ASN netral dalam pilkada\n\nTags: netralitas ASN, pemilu"
    ),
    "a dinner of officials": "Sekda dan camat menghadiri jamuan calon jamaah haji.\n\nGuru PNS ikut membantu panitia.",
    "nothing": "",
}


@pytest.mark.parametrize("why", ON)
def test_on_topic(why):
    topic = judge_topic(read(ON[why]))
    assert topic.on, why
    assert topic.score >= 0.5


@pytest.mark.parametrize("why", OFF)
def test_off_topic(why):
    topic = judge_topic(read(OFF[why]))
    assert not topic.on, why
    assert topic.score < 0.5


def test_each_reason_is_a_place_in_the_text():
    text = ON["an appeal"]
    for reason in judge_topic(read(text)).reasons:
        assert text[reason.found.start : reason.found.end] == reason.found.surface
        assert reason.weight > 0


def test_offsets_survive_letters_whose_small_form_is_longer():
    text = "İİİ Bupati meminta ASN netral dalam pilkada."
    (reason,) = judge_topic(read(text)).reasons
    assert reason.found.surface == "ASN netral"


@pytest.mark.parametrize("unit", ["ASN netral pilkada ", "netral ", "asn", "ASN pilkada.\n", "( pemilu tni "])
def test_hostile_text_ends_in_bounded_time(unit):
    doc = read(unit * (600_000 // len(unit)))
    begun = time.process_time()
    judge_topic(doc)
    assert time.process_time() - begun < 20
