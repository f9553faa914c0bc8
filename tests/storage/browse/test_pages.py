"""Every page answers, in Indonesian, without a request elsewhere, and shows nothing that was withheld."""

from __future__ import annotations

import html
import re
from urllib.parse import urlencode

import pytest

PAGES = {
    "/": ["Lima pertanyaan", "Apa yang dikatakan pekan ini", "13 November 2024 sampai 19 November 2024", "<svg"],
    "/cari": ["4 artikel"],
    "/cari?q=terbukti+-kampanye": ["1 artikel", "<mark>terbukti</mark>", "Ratih Puspaningrum"],
    "/cari?q=%22&wilayah=&sejak=": ["0 artikel"],
    "/cari?wilayah=Kalimantan+Timur": ["1 artikel"],
    "/cari?wilayah=semarang": ["Pilih salah satu", "Kabupaten Semarang", "Kota Semarang"],
    "/cari?wilayah=atlantis": ["Saringan ini tidak dapat dipakai"],
    "/cari?sejak=kemarin": ["Tanggal ditulis sebagai"],
    "/cari?sumber=tidak-ada": ["Saringan ini tidak dapat dipakai"],
    "/cari?halaman=99999999999999999999": ["4 artikel"],
    "/cari?halaman=-1&urut=relevan&q=netral": ["artikel"],
    "/artikel/1": [
        "Dugaan, belum terbukti",
        "python -m pipeline archive get https://kota.contoh.id/a",
        "2024-11-18.warc.gz",
    ],
    "/artikel/2": ["Dinyatakan terbukti", "Sudah diganti oleh UU 20/2023", "/orang/2", "/wilayah/33.74"],
    "/artikel/3": ["Versi 2", "berubah teks"],
    "/artikel/3/versi/2": ["<del>teman</del>", "<ins>orang</ins>"],
    "/artikel/3/versi/1": ["teman kerja"],
    "/orang/2": ["Ketua, Bawaslu Kota Semarang", "Kutipan langsung", "Kutipan tidak langsung"],
    "/wilayah/33": ["Jawa Tengah", "Ratih Puspaningrum", "Kabupaten Kendal", "Dinyatakan terbukti"],
    "/wilayah/33.74": ["Kota Semarang", "Bawaslu: Lurah Terbukti"],
    "/peraturan?id=UU%205/2014": ["Diganti oleh", "UU 20/2023", "1 artikel mengutipnya setelah diganti"],
    "/sumber": ["Harian Teluk", "Catatan Warga"],
    "/sumber/harian-teluk": ["Wabup Malang", "pertama terlihat"],
    "/baru?id=kota-contoh": ["Kota Contoh", "daftar artikel"],
    "/peta": ["Kota Balikpapan: 1 artikel", "Menurut provinsi"],
    "/peta?sejak=2020-01-01&sampai=2020-01-31": ["Kalimantan Timur", "31 Januari 2020"],
    "/pernyataan": ["Pakailah hak pilih", "Siapa pun yang ikut berkampanye"],
    "/pernyataan?wilayah=64.71": ["Wiranto Salim", "Kepala, Dinas Perhubungan"],
    "/pernyataan?wilayah=Semarang": ["Pilih salah satu"],
    "/pernyataan?wilayah=atlantis": ["Tidak ada wilayah bernama"],
    "/pembicara?wilayah=Jawa+Tengah": ["Ratih Puspaningrum", "2 pernyataan dalam 1 artikel"],
    "/kutipan": ["SKB 2/2022", "UU 20/2023", "dikutip setelah diganti"],
    "/corpus": ["Data korpus", "Dugaan pelanggaran", "Setiap tempat dalam teks"],
    "/corpus/articles": ["Saring menurut kolom", "Jenis tulisan", "Arti setiap kolom"],
    "/corpus/articles?_search=terbukti": ["1 baris"],
    "/corpus/articles/2": ["Buka halamannya", "Waktu terbit"],
    "/corpus?sql=select+count(*)+from+articles": ["1 baris"],
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_what_it_should(get, path):
    answer = get(path)
    assert answer.status_code == 200, path
    shown = html.unescape(answer.text)
    for expected in PAGES[path]:
        assert html.unescape(expected) in shown, (path, expected)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_loads_or_runs_anything(get, path):
    answer = get(path)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text
    assert not re.search(r"<[^>]*\s(on\w+|style)=", answer.text)
    loaded = re.findall(r"""(?:src|<link[^>]*href)="([^"]*)""", answer.text)
    assert all(address.startswith(("/", "http://localhost/")) for address in loaded), loaded
    assert not re.search(r"""href=["']\s*javascript:""", answer.text, re.IGNORECASE)


@pytest.mark.parametrize(
    "path",
    [
        *PAGES,
        "/artikel/5",
        "/artikel/5/versi/1",
        "/corpus/articles/5",
        "/corpus/captures",
        "/corpus/article_versions",
        "/corpus/withheld",
        "/corpus?sql=select+*+from+articles_fts",
        "/corpus/articles.json?_shape=array&_size=max",
    ],
)
def test_what_is_withheld_stands_nowhere(get, path):
    assert "rahasia" not in get(path).text.casefold()
    assert "hak jawab" not in get(path).text.replace("atau hak jawab.", "")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/artikel/5", 410),
        ("/artikel/99", 404),
        ("/artikel/999999999999999999", 404),
        ("/artikel/3/versi/9", 404),
        ("/orang/99", 404),
        ("/wilayah/99", 404),
        ("/wilayah/99.99", 404),
        ("/peraturan", 404),
        ("/peraturan?id=UU%201/1900", 404),
        ("/sumber/tidak-ada", 404),
        ("/baru", 404),
        ("/tidak-ada", 404),
        ("/corpus.db", 403),
        ("/withheld", 404),
        ("/corpus?sql=delete+from+articles", 400),
        ("/corpus?sql=attach+%27withheld.db%27+as+w", 400),
    ],
)
def test_what_is_not_there_is_told(get, path, status):
    answer = get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_a_query_that_takes_too_long_is_stopped(get):
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    answer = get("/corpus?" + urlencode({"sql": endless}))
    assert answer.status_code == 503
    assert "terlalu berat" in answer.text


def test_a_query_cannot_take_the_memory(get):
    assert get("/corpus?sql=select+length(hex(zeroblob(400000000)))").status_code == 503
    assert get("/corpus.json?sql=select+length(hex(zeroblob(400000000)))").json()["ok"] is False
    assert get("/").status_code == 200


def test_robots_are_kept_out(get):
    assert get("/robots.txt").text == "User-agent: *\nDisallow: /"
    assert 'name="robots" content="noindex' in get("/").text


def test_hostile_text_is_shown_as_text(get):
    shown = get("/artikel/4").text
    assert "&lt;script&gt;alert(" in shown
    assert "<script>" not in shown
    assert "<img src=x" not in shown


def test_an_address_that_is_no_web_address_is_no_link(get):
    assert "Buka halaman aslinya" not in get("/artikel/4").text
    assert "Buka situsnya" not in get("/sumber/blog-warga").text
    assert "Buka halaman aslinya" in get("/artikel/1").text
