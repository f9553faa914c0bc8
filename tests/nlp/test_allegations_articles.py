"""Cases as whole short articles tell them: who, and how far it has come. All people and events are invented."""

from __future__ import annotations

import pytest

from nlp.analyse import Analyser, load_analyser
from storage.records import ArticleText

ARTICLES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "the accused told by role, then by name": (
        "Blora – Bawaslu Blora menangani dugaan ketidaknetralan seorang kepala desa di Kecamatan Jepon. Kades "
        "bernama Sugiri Prawoto itu kedapatan ikut rombongan calon bupati.\n\n"
        '"Berkasnya sudah kami teruskan ke bupati," kata Ketua Bawaslu Blora Andhika Pratomo.',
        [("Sugiri Prawoto", "examined")],
    ),
    "a court": (
        "Pati – Majelis hakim Pengadilan Negeri Pati memvonis Kepala Desa Karangwotan, Ngadimin Surya, dua "
        "bulan penjara karena mengajak warga memilih calon tertentu. Jaksa Endah Lestari sebelumnya menuntut "
        "tiga bulan.",
        [("Ngadimin Surya", "sanctioned")],
    ),
    "acquitted by a court": (
        "Bantul – Terdakwa kasus pidana pemilu, Lurah Argodadi Suparmin Hadi, dibebaskan dari segala dakwaan. "
        "Hakim menyatakan perbuatannya membagikan stiker calon bupati tidak memenuhi unsur pidana.",
        [("Suparmin Hadi", "cleared")],
    ),
    "suspect": (
        "Ende – Penyidik Sentra Gakkumdu menetapkan Camat Ndona, Yosef Leba, sebagai tersangka. Ia diduga "
        "memakai mobil dinas untuk mengangkut alat peraga kampanye.",
        [("Yosef Leba", "examined")],
    ),
    "initials in brackets": (
        "Sampang – Dua ASN Dinas Pendidikan Sampang, MR (45) dan HL (38), dipanggil Bawaslu. Keduanya terekam "
        "menghadiri deklarasi pasangan calon bupati di Omben.",
        [("MR dan HL", "examined")],
    ),
    "one initial": (
        "Cianjur – Oknum guru PNS di Cianjur berinisial NS dilaporkan ke Bawaslu setelah video dukungannya "
        "kepada calon bupati beredar di grup WhatsApp.\n\n"
        "NS belum bisa dimintai konfirmasi.",
        [("NS", "alleged")],
    ),
    "a demand is no sanction": (
        "Wajo – Mahasiswa mendesak bupati mencopot Camat Belawa Andi Rusdi Patongai yang diduga mengarahkan "
        "kepala dusun mendukung salah satu calon gubernur.",
        [("Andi Rusdi Patongai", "alleged")],
    ),
    "the sanction awaits": (
        "Garut – Bawaslu Garut menyatakan Kepala Dinas Pertanian Dadan Ramdani melanggar netralitas ASN. "
        "Sanksi akan dijatuhkan bupati setelah rekomendasi BKN terbit.",
        [("Dadan Ramdani", "established")],
    ),
    "dismissed": (
        "Rote – Bupati Rote Ndao memberhentikan tenaga kontrak Satpol PP bernama Mikael Lona. Mikael terbukti "
        "menjadi anggota tim sukses calon legislatif.",
        [("Mikael Lona", "sanctioned")],
    ),
    "not enough evidence": (
        "Kudus – Laporan dugaan pelanggaran netralitas yang menyeret nama Sekretaris Daerah Kudus, Harjanto "
        "Widodo, dihentikan Bawaslu karena tidak cukup bukti.",
        [("Harjanto Widodo", "cleared")],
    ),
    "a statistic and rules": (
        "Jember – Bawaslu Jember menangani 12 dugaan pelanggaran netralitas ASN. Ketua Bawaslu Jember Rina "
        "Kartika mengatakan lima ASN sudah dijatuhi sanksi dan tujuh masih diproses.\n\n"
        "ASN yang terbukti melanggar dapat diberhentikan, katanya.",
        [],
    ),
    "a warning": (
        "Pj Bupati Bekasi Teguh Anwari mengingatkan camat dan lurah agar netral. Ia mengancam mencopot "
        "pejabat yang terbukti ikut kampanye pasangan calon.",
        [],
    ),
    "soldier": (
        "Manado – Detasemen Polisi Militer memeriksa seorang prajurit TNI yang mengunggah foto calon gubernur "
        "di Facebook. Prajurit itu kini ditahan di markasnya.",
        [("seorang prajurit TNI", "examined")],
    ),
    "party register": (
        "Kota Bima – Nama seorang guru PPPK, Nurhayati Ahmad, tercantum sebagai anggota partai politik dalam "
        "Sipol. KPU Kota Bima sudah meminta klarifikasi dari yang bersangkutan.",
        [("Nurhayati Ahmad", "examined")],
    ),
    "two told one by one": (
        "Sumenep – Bawaslu Sumenep memutuskan dua perkara netralitas. Camat Gapura Moh Ilyas terbukti berfoto "
        "dengan calon bupati, sedangkan Kepala Desa Lapa Daya, Hasan Basri Umar, dinyatakan tidak bersalah.",
        [("Moh Ilyas", "established"), ("Hasan Basri Umar", "cleared")],
    ),
    "reporter and reported": (
        "Luwu – Warga bernama Baso Tahir mengadukan Lurah Noling, Sitti Aminah, ke Bawaslu Luwu. Lurah itu "
        "dituding membagikan sembako bergambar calon bupati.\n\n"
        "Sitti membantah tudingan tersebut.",
        [("Sitti Aminah", "alleged")],
    ),
    "headline first, names later": (
        "Kendari – Tiga pejabat Pemkot Kendari dinonjobkan karena tidak netral. Mereka adalah Kepala Dinas "
        "Perhubungan La Ode Ridwan, Camat Baruga Sahrul Yasin, dan Lurah Lepo-Lepo Wa Ode Nurlia.\n\n"
        "Ketiganya menghadiri kampanye calon wali kota.",
        [("La Ode Ridwan, Sahrul Yasin, dan Wa Ode Nurlia", "sanctioned")],
    ),
    "recommended": (
        "Kulon Progo – Bawaslu Kulon Progo merekomendasikan dukuh berinisial SD kepada panewu untuk "
        "ditindaklanjuti. SD mengumpulkan warga di rumah calon bupati.",
        [("SD", "examined")],
    ),
    "place and office": (
        "Lebak – Kepala Desa Cihara diadukan warga karena memasang baliho calon bupati di balai desa. Bawaslu "
        "Lebak masih mengkaji laporan itu.",
        [("Kepala Desa Cihara", "examined")],
    ),
    "warning letter": (
        "Kota Sorong – Sekretaris Distrik Malaimsimsa, Abner Kambu, menerima surat peringatan tertulis dari "
        "wali kota usai menyatakan dukungan kepada calon gubernur lewat siaran langsung TikTok.",
        [("Abner Kambu", "sanctioned")],
    ),
    "police": (
        "Medan – Kapolsek Pancur Batu, Kompol Rikardo Ginting, dimutasi setelah rekaman suaranya mengarahkan "
        "kepala desa memenangkan calon bupati beredar. Propam menyatakan ia melanggar kode etik.",
        [("Rikardo Ginting", "sanctioned")],
    ),
    "denies": (
        'Palopo – Kepala Bagian Umum Setda Palopo, Irwan Daud, membantah ikut kampanye. "Saya hanya lewat," '
        "kata Irwan usai dimintai keterangan Bawaslu Palopo terkait dugaan pelanggaran netralitas ASN.",
        [("Irwan Daud", "examined")],
    ),
    "head of village who attends": (
        "Ngawi – Foto Kepala Desa Kedungprahu, Maryono Slamet, bersama calon bupati viral di media sosial. "
        "Bawaslu Ngawi menelusuri foto tersebut.",
        [("Maryono Slamet", "examined")],
    ),
    "still in office and candidate": (
        "Ambon – Maikel Rumthe, ASN aktif di Dinas Perikanan Kota Ambon, tercatat sebagai calon anggota DPRD. "
        "Bawaslu Kota Ambon menduga ia melanggar karena belum mengundurkan diri.",
        [("Maikel Rumthe", "alleged")],
    ),
    "reported by a candidate's team": (
        "Batam – Tim hukum calon wali kota Nuryanto Basir melaporkan Lurah Sungai Jodoh ke Bawaslu Batam atas "
        "dugaan tidak netral. Lurah tersebut disebut mengajak ketua RT memilih petahana.",
        [("Lurah Sungai Jodoh", "alleged")],
    ),
    "appeal only": (
        "Magelang – Kepala BKPP Magelang Sulistyo Adi mengimbau ASN tidak menyukai unggahan calon. Menurut "
        "dia, tahun lalu ada pegawai yang dipanggil Bawaslu.",
        [],
    ),
    "demoted": (
        "Bupati Tanggamus menurunkan pangkat Sekretaris Camat Gisting, Erwin Saputra, selama setahun. Hukuman "
        "itu berkaitan dengan kehadirannya di panggung kampanye calon bupati.",
        [("Erwin Saputra", "sanctioned")],
    ),
    "registered report": (
        "Bawaslu Kota Kediri meregister laporan terhadap Kepala Puskesmas Balowerti dr. Anita Rahmi. Anita "
        "dilaporkan karena mengundang calon wali kota ke acara ASN.",
        [("Anita Rahmi", "examined")],
    ),
    "the office comes first, the verdict a paragraph later": (
        "Sleman – Penanganan perkara yang menjerat Panewu Moyudan, Sarjono Adiputro, memasuki babak akhir. Ia "
        "dilaporkan karena memberi sambutan dalam acara relawan calon bupati.\n\n"
        'BKN telah menjatuhkan hukuman disiplin sedang. "Suratnya kami terima Senin," kata Kepala BKPP Sleman '
        "Retno Hapsari.",
        [("Sarjono Adiputro", "sanctioned")],
    ),
    "the demand of the reporter beside an examined case": (
        "Gowa – Kepala Sekolah SMPN 9 Gowa, Syarifuddin Lau, diklarifikasi Bawaslu Gowa. Dalam rekaman, ia "
        "mengajak wali murid mendukung calon bupati.\n\n"
        'Pelapor Haris Mappa meminta Syarifuddin dicopot. "Kalau terbukti, jabatannya harus dilepas," kata '
        "Haris.",
        [("Syarifuddin Lau", "examined")],
    ),
    "a village official in court, the appeal pending": (
        "Klaten – Perangkat Desa Jetis, Wahono Ardi, dinyatakan bersalah karena tidak netral. Pengadilan "
        "Negeri Klaten menghukumnya satu bulan kurungan. Wahono mengajukan banding.",
        [("Wahono Ardi", "sanctioned")],
    ),
    "an unnamed one beside a named one": (
        "Wonosobo – Bawaslu Wonosobo memanggil Camat Kalikajar, Bambang Triyono, yang hadir di panggung "
        "kampanye calon bupati. Selain Bambang, seorang sopir ambulans dan seorang guru honorer juga "
        "dipanggil.",
        [("Bambang Triyono", "examined"), ("seorang guru honorer", "examined")],
    ),
    "two heads of villages with one verb": (
        "Lamongan – Bawaslu Lamongan meneruskan dugaan pelanggaran Kepala Desa Sumberagung, Mulyadi Santoso, "
        "dan Kepala Desa Brengkok, Ainur Rohim, kepada bupati. Keduanya membagikan kaus calon gubernur.",
        [("Mulyadi Santoso", "examined"), ("Ainur Rohim", "examined")],
    ),
    "initials of several": (
        "Kota Tual – Empat pegawai Dinas Perhubungan Kota Tual berinisial AR, JT, MS dan LK diperiksa "
        "inspektorat karena memakai kaus calon wali kota saat bertugas.",
        [("AR, JT, MS dan LK", "examined")],
    ),
    "an account": (
        "Bone – Akun Facebook milik Kepala Bidang Mutasi BKPSDM Bone, Andi Surya Pawelloi, membagikan tautan "
        "kampanye calon bupati. Bawaslu Bone menyatakan belum menerima laporan resmi tentang netralitas ASN.",
        [("Andi Surya Pawelloi", "alleged")],
    ),
    "the supervisors find nothing": (
        "Solok – Bawaslu Solok menutup penyelidikan terhadap Wali Nagari Talang Babungo, Zulfikri Malin. "
        '"Tidak ditemukan unsur pelanggaran," kata Ketua Bawaslu Solok Titony Tanjung. Zulfikri sebelumnya '
        "dituduh mengerahkan perangkat nagari ke kampanye.",
        [("Zulfikri Malin", "cleared")],
    ),
    "an instruction is no case": (
        "Sekda Batola Zulkipli Yadi memerintahkan kepala dinas memeriksa gawai pegawai yang diduga mendukung "
        "calon. ASN harus netral dalam pilkada, kata Zulkipli.",
        [],
    ),
    "one who was sanctioned elsewhere and long ago, as an example": (
        "Bawaslu Kota Batu mengajak ASN menjaga netralitas. Anggota Bawaslu Kota Batu Yogi Eka mencontohkan, "
        "jika seorang guru mengunggah foto calon, ia dapat dilaporkan.",
        [],
    ),
    "a candidate is no civil servant": (
        "Bawaslu Tuban memeriksa calon bupati Riyanto Wibisono karena membagikan sembako. ASN diminta tetap "
        "netral selama kampanye, kata Ketua Bawaslu Tuban Sullamul Hadi.",
        [],
    ),
    "a supervisor who speaks of cases": (
        "Ketua Bawaslu Kebumen Arif Supriyadi memaparkan dugaan pelanggaran netralitas kepala desa. Menurut "
        "Arif, laporan terbanyak berkaitan dengan unggahan di media sosial. ASN wajib netral.",
        [],
    ),
    "an official who answers for her office": (
        "Kepala BKD Banten Nana Suryana mengaku belum menerima rekomendasi sanksi dari BKN. ASN yang tidak "
        "netral, kata Nana, pasti diproses.",
        [],
    ),
    "a regent who forms a team": (
        "Bupati Sukamara Masduki Rahman membentuk tim pemeriksa netralitas ASN. Tim itu akan menindak pegawai "
        "yang dilaporkan ikut kampanye.",
        [],
    ),
    "cleared of the crime alone": (
        "Bawaslu Banyuwangi memutuskan kasus Camat Glagah, Astorik Wibowo, tidak memenuhi unsur pidana "
        "pemilihan. Namun, Astorik terbukti melanggar netralitas ASN karena hadir dalam kampanye calon "
        "bupati.",
        [("Astorik Wibowo", "established")],
    ),
    "the accused of a relative clause": (
        "Bawaslu Minut mengawasi ASN jelang pilkada. Lurah Airmadidi Bawah, Deasy Rumondor, yang dicopot "
        "karena berfoto dengan calon bupati, kini bertugas sebagai staf.",
        [("Deasy Rumondor", "sanctioned")],
    ),
    "others are cleared": (
        "Bawaslu Polman menyatakan Kepala Desa Patampanua, Abdul Rahman Tola, terbukti mengajak warga memilih "
        "calon bupati. Dua orang lainnya tidak terbukti.",
        [("Abdul Rahman Tola", "established")],
    ),
    "a school": (
        "Kepala SMA Negeri 1 Palu dilaporkan ke Bawaslu Kota Palu karena diduga tidak netral. Ia meminjamkan "
        "aula sekolah untuk pertemuan relawan calon bupati.",
        [("Kepala SMA Negeri 1 Palu", "alleged")],
    ),
    "a status for an office": (
        "Panwascam Tarakan Barat memergoki seorang perempuan berstatus PPPK membagikan stiker calon wali "
        "kota. Bawaslu Tarakan sudah meminta klarifikasi kepada pegawai itu terkait netralitas ASN.",
        [("seorang perempuan berstatus PPPK", "examined")],
    ),
    "an acting head of a village": (
        "Bawaslu Bangkalan memanggil Pj Kepala Desa Tlangoh setelah videonya mendukung calon bupati beredar. "
        "Pj kades itu tidak hadir tanpa alasan.",
        [("Pj Kepala Desa Tlangoh", "examined")],
    ),
    "an office that speaks is not accused": (
        "Camat Kedungtuban mengingatkan kepala desa agar netral dalam pilkada. Menurut Kepala Desa Sidorejo, "
        "imbauan itu berguna karena laporan dugaan pelanggaran netralitas tahun lalu banyak.",
        [],
    ),
}


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return load_analyser()


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article(analyser: Analyser, name: str) -> None:
    text, expected = ARTICLES[name]
    found = analyser.analyse(ArticleText("", text))
    assert [(allegation.who, allegation.status) for allegation in found.allegations] == expected
