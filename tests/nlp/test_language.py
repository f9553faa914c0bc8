"""Tokens, offsets and sentence boundaries of Indonesian news."""

import pytest

from nlp.language import read


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in read(text).sents if sentence.text.strip()]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("anak-anak dan Undang-Undang", ["anak-anak", "dan", "Undang-Undang"]),  # a reduplication is one word
        ("Melati-Cempaka", ["Melati", "-", "Cempaka"]),  # a pair of candidates is two names
        ("MATARAM-Wali Kota", ["MATARAM", "-", "Wali", "Kota"]),  # a dateline is not part of the first word
        ("Kementerian PAN-RB", ["Kementerian", "PAN-RB"]),
        ("Menpan-RB hadir", ["Menpan-RB", "hadir"]),
        ("Drs. Wira, S.H., M.Si.", ["Drs.", "Wira", ",", "S.H.", ",", "M.Si."]),  # the stop belongs to the degree
        ("Muh.Wira", ["Muh.", "Wira"]),  # a missing space
        ("Ma'ruf (Kesra)", ["Ma'ruf", "(", "Kesra", ")"]),
        ("Rp 12.500 pada 2/2022", ["Rp", "12.500", "pada", "2/2022"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in read(text)] == tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drs. H. Wira hadir di Jl. Mawar No. 3. Ia pulang.", ["Drs. H. Wira hadir di Jl. Mawar No. 3.", "Ia pulang."]),
        ("Hadir Wira, S.H., M.Si. Menurut dia, aman.", ["Hadir Wira, S.H., M.Si.", "Menurut dia, aman."]),
        ('"Kita netral. Itu wajib," kata Wira. Ia pulang.', ['"Kita netral. Itu wajib," kata Wira.', "Ia pulang."]),
        ("“Kita netral. Itu wajib.” Wira pulang.", ["“Kita netral. Itu wajib.”", "Wira pulang."]),
        ("Judul tanpa titik\nBaris kedua", ["Judul tanpa titik", "Baris kedua"]),
        ('"Tidak ditutup. Itu saja. Ia pulang.', ['"Tidak ditutup.', "Itu saja.", "Ia pulang."]),  # a lost mark
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", " \n a  b\t\u00a0c ", "\x00\x01 kata\u200b", '"' * 5000, "a" * 5000, "A." * 5000, "é\u0301 𝒜 😀"],
)
def test_offsets_are_those_of_the_text(text: str) -> None:
    doc = read(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)


def test_lone_surrogates_do_not_fail() -> None:
    assert len(read("kata \ud800 itu").text) == len("kata \ud800 itu")
