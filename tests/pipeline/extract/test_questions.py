"""The questions of extraction one by one, as tables: charset, dates, lines, title, byline, genre, origin, language, notes."""
# ruff: noqa: E501 (a row of a table is one line)

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import pipeline.extract
from pipeline.extract import explain_extraction, extract_article
from pipeline.extract.boilerplate import cut_within, is_info_line, line_rule
from pipeline.extract.dates import decide_date
from pipeline.extract.decode import decode_body, mend_mojibake
from pipeline.extract.genre import decide_genre, is_sponsored
from pipeline.extract.language import identify_language
from pipeline.extract.names import bare_name, labelled_name, tidy_name
from pipeline.extract.notes import find_corrections, find_pages, rewriting_signs
from pipeline.extract.origin import find_dateline_place, find_first_published
from pipeline.extract.printed_dates import find_printed_dates, read_iso
from pipeline.extract.title import without_site
from storage.records import Article, DateCandidate, Page, PageHints, SourceFacts

WIB = ZoneInfo("Asia/Jakarta")
LINES = tomllib.loads((Path(pipeline.extract.__file__).parent / "lines.toml").read_text(encoding="utf-8"))["rule"]


@pytest.mark.parametrize(
    ("body", "header", "text"),
    [
        ("Jum’at café".encode(), "text/html; charset=iso-8859-1", "Jum’at café"),  # valid UTF-8 is UTF-8
        ("café".encode("latin-1"), "text/html", "café"),  # no charset anywhere
        (b"caf\xe9 \x93kata\x94", "text/html; charset=utf-8", "café “kata”"),  # claims UTF-8, is windows-1252
        ("élan é".encode() + b" \xe9", "", "élan é é"),  # mixed
        ("rapat".encode("utf-16"), "", "rapat"),
        ("rapat kerja ".encode("utf-16-le") * 9, "", "rapat kerja " * 9),
        (b"ra\x00pat\x08", "", "rapat"),
        (b"<?xml version='1.0' encoding='latin-1'?><p>x</p>", "", "<p>x</p>"),
        (b"rapat", "text/html; charset=no-such-charset", "rapat"),
        ("приказ".encode("cp1251"), "text/html; charset=windows-1251", "приказ"),
    ],
)
def test_bytes_become_text(body: bytes, header: str, text: str) -> None:
    assert decode_body(body, header).text == text


def test_mojibake_is_mended_and_quotation_marks_stay() -> None:
    broken = "“Netral itu wajib,” kata dia".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    assert mend_mojibake(broken) == ("“Netral itu wajib,” kata dia", True)
    assert mend_mojibake("“Netral” dan ‘adil’") == ("“Netral” dan ‘adil’", False)


@pytest.mark.parametrize(
    ("printed", "value", "clock"),
    [
        ("Selasa (17/9/2024)", date(2024, 9, 17), None),
        ("Rabu, 23 Oktober 2024, 14.17 Wita", date(2024, 10, 23), "14:17+08:00"),
        ("Jum'at, 6 September 2024 | 09:05 WIB", date(2024, 9, 6), "09:05+07:00"),
        ("02 Sep 2024 20:59 WIT", date(2024, 9, 2), "20:59+09:00"),
        ("January 25, 2024 11:30", date(2024, 1, 25), "11:30"),
        ("3rd March 2024, 4:05 pm", date(2024, 3, 3), "16:05"),
        ("17-09-2024", date(2024, 9, 17), None),
        ("9/17/2024", date(2024, 9, 17), None),  # month first can only be meant
        ("2024-09-17 08:00:12", date(2024, 9, 17), "08:00"),
        ("13 Pebruari 2017", date(2017, 2, 13), None),
        ("10 Nopember 2015 pukul 07.30", date(2015, 11, 10), "07:30"),
    ],
)
def test_printed_dates(printed: str, value: date, clock: str | None) -> None:
    found = next(find_printed_dates(printed))
    assert found.value == value
    if clock is None:
        assert found.moment is None
    else:
        assert found.moment is not None
        assert found.moment.isoformat()[11:16] == clock[:5]
        assert found.moment.isoformat()[19:] == clock[5:]


@pytest.mark.parametrize(
    "text",
    ["31/02/2024", "SKB Nomor 5 Tahun 2022", "UU 20/2023", "Pasal 9 ayat (2)", "0812-2024-1212", "Rp 1.2.2024.000"],
)
def test_what_is_no_date(text: str) -> None:
    assert list(find_printed_dates(text)) == []


def test_a_day_of_change_is_known_as_such() -> None:
    assert next(find_printed_dates("Diperbarui: 3 Mei 2024")).updated
    assert not next(find_printed_dates("Diterbitkan 3 Mei 2024")).updated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-09-17T14:17:00+07:00", "2024-09-17T14:17:00+07:00"),
        ("2024-09-17 T14:17:00Z", "2024-09-17T14:17:00+00:00"),
        ("2024-09-17T14-17-00Z", "2024-09-17T14:17:00+00:00"),
        ("2024-09-17 14:17 WITA", "2024-09-17T14:17:00+08:00"),
        ("20240917", None),
        ("2024-13-40", "bad"),
        ("kemarin", "bad"),
    ],
)
def test_machine_dates(text: str, expected: str | None) -> None:
    read = read_iso(text)
    if expected == "bad":
        assert read is None
    else:
        assert read is not None
        assert (read[1].isoformat() if read[1] else None) == expected


def test_the_future_and_the_distant_past_are_refused_and_conflicts_told() -> None:
    fetched = datetime(2024, 9, 10, tzinfo=UTC)
    candidates = [
        DateCandidate(date(2031, 1, 1), None, "json-ld", "2031-01-01"),
        DateCandidate(date(1970, 1, 1), None, "meta", "1970-01-01"),
        DateCandidate(date(2024, 9, 2), None, "dateline", "2 September 2024"),
        DateCandidate(date(2024, 9, 1), None, "url", "2024/09/01"),
    ]
    decided = decide_date(candidates, fetched)
    assert (decided.value, decided.found_in) == (date(2024, 9, 2), "dateline")
    assert decided.conflict == "url 2024-09-01 (“2024/09/01”)"
    assert len(decided.candidates) == 4


@pytest.mark.parametrize("rule", LINES, ids=lambda rule: f"{rule['name']}-{rule['cuts'][0][:20]}")
def test_each_line_rule_cuts_its_examples_and_keeps_sentences(rule: dict[str, list[str]]) -> None:
    for line in rule["cuts"]:
        assert line_rule(line) is not None, line
    for line in rule.get("keeps", []):
        assert line_rule(line) is None, line


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ("“Netral,” katanya. Baca juga: \ufdd0Pasar Dibuka\ufdd1 Ia pulang.", "“Netral,” katanya. Ia pulang."),
        ("Warga datang. Baca Juga: Pasar Dibuka Lagi", "Warga datang. "),
        ("Kepala desa meminta warga baca juga aturan itu.", "Kepala desa meminta warga baca juga aturan itu."),
        ("Surat dikirim. [yarpp]", "Surat dikirim. "),
        ("Hubungi [email protected] segera.", "Hubungi segera."),
        ("Ia hadir. ADVERTISEMENT", "Ia hadir. "),
    ],
)
def test_pointers_within_a_line(marked: str, kept: str) -> None:
    assert cut_within(marked, []) == kept


def test_info_lines() -> None:
    assert is_info_line("Senin, 02 September 2024 10:20:00 WIB | Dibaca 1.204 kali")
    assert not is_info_line("Rapat pada 2 September 2024 itu dihadiri semua camat dan lurah.")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Bupati Lantik Sepuluh Camat Baru - Kabar Sukamaju", "Bupati Lantik Sepuluh Camat Baru"),
        ("Bupati Lantik Sepuluh Camat Baru | Daerah | Kabar Sukamaju", "Bupati Lantik Sepuluh Camat Baru"),
        ("Kabar Sukamaju: Bupati Lantik Sepuluh Camat Baru", "Bupati Lantik Sepuluh Camat Baru"),
        ("Kabar Sukamaju - Bupati Lantik Sepuluh Camat Baru", "Bupati Lantik Sepuluh Camat Baru"),
        (
            "Netralitas ASN - antara aturan dan kenyataan di lapangan",
            "Netralitas ASN - antara aturan dan kenyataan di lapangan",
        ),
        ("Skor Persikas vs Persima 2-1", "Skor Persikas vs Persima 2-1"),
    ],
)
def test_titles_without_the_site(title: str, short: str) -> None:
    assert without_site(title, ("Kabar Sukamaju",)) == short


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Penulis: Laras Pertiwi | Editor: Hendra", "Laras Pertiwi"),
        ("Oleh: Drs. Bambang Sutrisno, M.Si.", "Bambang Sutrisno"),
        ("Reporter : Sinta Maharani", "Sinta Maharani"),
        ("Laporan Wartawan Kabar, Dedi Kurnia", None),
        ("Diposting oleh admin pada 2 September 2024", "admin"),
        ("Oleh karena itu, pegawai diminta menjaga jarak dari calon.", None),
        ("Editor: Hendra Wirawan", None),
        ("Penulisan laporan itu selesai kemarin", None),
    ],
)
def test_labelled_names(line: str, name: str | None) -> None:
    assert labelled_name(line) == name


def test_bare_names_and_titles() -> None:
    assert bare_name("Mega Kusumawardani") == "Mega Kusumawardani"
    assert bare_name("Kesimpulan dan Saran") is None
    assert bare_name("Bupati pulang.") is None
    assert tidy_name("Prof. Dr. H. Surya Atmaja, S.H., M.H.") == "Surya Atmaja"


@pytest.mark.parametrize(
    ("title", "text", "kind", "url", "genre"),
    [
        (
            "Bupati Lantik Camat",
            "“Saya minta semua pegawai netral,” kata bupati.",
            "media",
            "https://a.example/b",
            "news",
        ),
        (
            "Bupati Lantik Camat",
            "“Saya minta semua pegawai netral,” kata bupati.",
            "regency",
            "https://a.example/b",
            "press_release",
        ),
        ("Bupati Lantik Camat", "Acara berlangsung meriah.", "media", "https://sukamaju.go.id/b", "press_release"),
        ("Apa Itu Netralitas ASN", "Netralitas berarti tidak memihak.", "city", "https://a.example/b", "explainer"),
        ("Pengumuman Hasil Seleksi PPPK", "Daftar peserta terlampir.", "city", "https://a.example/b", "announcement"),
        ("Menjaga Marwah", "Tulisan.", "media", "https://a.example/opini/marwah", "opinion"),
    ],
)
def test_genre(title: str, text: str, kind: str, url: str, genre: str) -> None:
    assert decide_genre(url, title, text, (), None, kind) == genre


@pytest.mark.parametrize(
    ("text", "removed", "paid"),
    [
        ("Acara selesai. (ADV)", (), True),
        ("Acara selesai. (Adv/Diskominfo)", (), True),
        ("Acara selesai.", ("advertisement: ADVERTORIAL",), False),
        ("Artikel ini merupakan kerja sama Pemkab dan redaksi.", (), True),
        ("Bupati mengajak media menjalin kerja sama antara pemerintah dan warga.", (), False),
        ("Advokat itu hadir.", (), False),
    ],
)
def test_paid_content(text: str, removed: tuple[str, ...], paid: bool) -> None:
    assert is_sponsored("https://a.example/b/1", "Judul", text, (), removed) is paid


@pytest.mark.parametrize(
    ("line", "where", "when"),
    [
        ("(Artikel ini telah tayang di HARIAN CONTOH tanggal 3 Maret 2024)", "Harian Contoh", date(2024, 3, 3)),
        ("Artikel ini telah tayang di Kabarcontoh.id dengan judul Pasar Dibuka", "Kabarcontoh.id", None),
        ("Tulisan ini pernah dimuat di koran Suara Contoh, 5 Mei 2024", "Suara Contoh", date(2024, 5, 5)),
    ],
)
def test_first_published(line: str, where: str, when: date | None) -> None:
    found = find_first_published([line])
    assert found is not None
    assert (found.where, found.when) == (where, when)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sukamaju – Bupati meminta pegawai netral.", "Sukamaju"),
        ("KABAR.EXAMPLE, SUKAMAJU - Bupati meminta pegawai netral.", "Sukamaju"),
        ("Bupati meminta pegawai netral.", None),
    ],
)
def test_dateline_place(text: str, place: str | None) -> None:
    assert find_dateline_place(text) == place


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Bupati meminta pegawai yang bertugas di kecamatan untuk tidak berpihak kepada calon mana pun dalam pemilihan ini.",
            "id",
        ),
        (
            "Perdana Menteri berkata kerajaan akan membantu mangsa kerana banjir itu, mengikut laporan polis semasa sidang Khamis.",
            "ms",
        ),
        (
            "The mayor asked all civil servants to stay neutral during the coming local election and to report breaches.",
            "en",
        ),
        ("Netral.", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert identify_language(text) == language


def test_notes_on_pages_corrections_and_rewriting() -> None:
    assert find_pages("https://a.example/b", ["Halaman 1 dari 3"]) == (1, 3)
    assert find_pages("https://a.example/b?page=2", ["Halaman: 1 2 3"]) == (2, 3)
    assert find_pages("https://a.example/b", ["Halaman kantor dipenuhi warga"]) == (None, None)
    assert find_corrections(["Ralat: nama kepala dinas pada alinea kedua telah diperbaiki."]) != ()
    assert find_corrections(["Ralat anggaran dibahas."]) == ()
    spun = rewriting_signs(
        "Anggota Bavaslu hadir, dan Aparatur Sipil Negara (SNA) diminta netral, Senin. 2/9/2024).", ()
    )
    assert spun.score > 0.6
    assert len(spun.signs) >= 3
    assert rewriting_signs("Anggota Bawaslu hadir, dan Aparatur Sipil Negara (ASN) diminta netral.", ()).score == 0


def _page(html: str, hints: PageHints | None = None) -> Page:
    return Page(
        1,
        "https://a.example/b/1",
        "a",
        datetime(2024, 12, 1, tzinfo=UTC),
        200,
        "text/html",
        html.encode(),
        "",
        "",
        0,
        hints or PageHints(),
    )


SENTENCE = (
    "Wali Kota Sukaraya meminta seluruh pegawai menjaga sikap netral selama masa kampanye berlangsung di kota itu."
)


def test_a_sources_hints_decide() -> None:
    html = f"<h1>Wali Kota Minta Netral</h1><div id=x><p>{SENTENCE}</p><b class=z>Buang ini dari teks sekarang juga ya.</b><i id=t>2 September 2024</i></div><div><p>{SENTENCE * 5}</p></div>"
    source = SourceFacts("a", "A", "media", None, "Asia/Jakarta", "//div[@id='x']", "//b[@class='z']", "//i[@id='t']")
    article = extract_article(_page(html), source)
    assert isinstance(article, Article)
    assert article.text == SENTENCE
    assert (article.published, article.published_from) == (date(2024, 9, 2), "hint")


def test_the_feed_tells_what_the_page_does_not() -> None:
    hints = PageHints(
        title="Wali Kota Minta Netral", published_at=datetime(2024, 9, 1, 18, 30, tzinfo=UTC), author="Rini Astuti"
    )
    article = extract_article(
        _page(f"<div><p>{SENTENCE}</p><p>{SENTENCE}</p></div>", hints),
        SourceFacts("a", "A", "media", None, "Asia/Jakarta"),
    )
    assert isinstance(article, Article)
    assert article.title == "Wali Kota Minta Netral"
    assert (article.published, article.published_from) == (date(2024, 9, 2), "feed")
    assert article.author == "Rini Astuti"


def test_explanations_name_rules_and_dates() -> None:
    html = f"<h1>Wali Kota Minta Netral</h1><time>2 September 2024</time><div class='entry-content'><p>{SENTENCE}</p><p>{SENTENCE}</p><p>Baca juga: Lain</p></div>"
    lines = "\n".join(explain_extraction(_page(html), SourceFacts("a", "A", "media", None, "Asia/Jakarta")))
    assert "by named container" in lines
    assert "2024-09-02" in lines
    assert "cut by read-also: Baca juga: Lain" in lines
    assert "refused: empty" in "\n".join(
        explain_extraction(_page(" "), SourceFacts("a", "A", "media", None, "Asia/Jakarta"))
    )
