"""The shipped recogniser loads, is the one that was recorded, and finds names in sentences of our own."""

from __future__ import annotations

import hashlib
import json

import pytest

from nlp.language import read
from nlp.recogniser import LONGEST_STRETCH, MODEL_FOLDER, joined, load_recogniser
from nlp.recogniser_features import Lexicon, sentence_features, word_shape


def names(text: str, label: str) -> list[str]:
    return [found.surface for of, found in load_recogniser()(read(text)) if of == label]


def test_the_shipped_model_is_the_recorded_one():
    recorded = json.loads((MODEL_FOLDER / "checksums.json").read_text(encoding="utf-8"))
    shipped = {name: hashlib.sha256((MODEL_FOLDER / name).read_bytes()).hexdigest() for name in recorded}
    assert shipped == recorded, "train again (python -m nlp.training.train --data …) or restore nlp/model"


def test_the_model_stays_small():
    assert sum(path.stat().st_size for path in MODEL_FOLDER.iterdir()) < 20_000_000


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # office + region + name: the region does not stick to the name
        ("Bupati Lebak Suwarno Prawiro meminta ASN menjaga netralitas.", ["Suwarno Prawiro"]),
        ("Wali Kota Bitung Yopie Karamoy mengatakan hal itu, Senin (4/11/2024).", ["Yopie Karamoy"]),
        # titles and degrees stay outside the name
        ("Hal itu disampaikan Sekda, Drs. H. Marwoto Hadisuwito, M.Si.", ["Marwoto Hadisuwito"]),
        ("Kapolres Ngada AKBP Yonatan Bessi, S.I.K. membenarkan kejadian itu.", ["Yonatan Bessi"]),
        # a Javanese single name, and a short form after a quotation
        ('"Kami sudah mengingatkan semua pegawai," kata Sudaryo.', ["Sudaryo"]),
        # peoples' names: Batak, Balinese, Papuan
        ("Ketua KPU Toba, Parlaungan Simatondang, menjelaskan tahapan itu.", ["Parlaungan Simatondang"]),
        ("Anggota Bawaslu Bali I Wayan Sukarmadi menegaskan larangan itu.", ["I Wayan Sukarmadi"]),
        ("Pj Bupati Nduga Elias Wandigau membuka kegiatan itu.", ["Elias Wandigau"]),
        # nothing but capitals of common nouns
        ("Sosialisasi Netralitas ASN dan Kepala Desa digelar pekan lalu.", []),
    ],
)
def test_people(text, people):
    assert names(text, "PER") == people


def test_bodies_and_places():
    text = "Ketua Bawaslu Kabupaten Garut Ahmad Sobandi hadir di Desa Sukamaju, Kabupaten Garut."
    assert names(text, "ORG") == ["Bawaslu Kabupaten Garut"]
    assert names(text, "LOC") == ["Desa Sukamaju", "Kabupaten Garut"]


def test_spans_are_those_of_the_text():
    text = "  SOLO - Bupati Lebak Suwarno Prawiro\n\nhadir.\nKata Suwarno, itu benar."
    found = [f for _, f in load_recogniser()(read(text))]
    assert found
    assert all(text[f.start : f.end] == f.surface and 0 < f.confidence <= 1 for f in found)
    assert found == sorted(found)


@pytest.mark.parametrize("text", ["", "   \n\n ", "a", '"' * 5000, "\x00\x01", "Budi " * 2000])
def test_unpleasant_text_gives_a_result(text):
    load_recogniser()(read(text))


def test_long_stretches_are_cut():
    text = "Suwarno dan " * (LONGEST_STRETCH * 3)
    assert all(found.end <= len(text) for _, found in load_recogniser()(read(text)))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["O", "B-PER", "I-PER", "O"], [("PER", 1, 2)]),
        (["B-PER", "B-PER"], [("PER", 0, 0), ("PER", 1, 1)]),  # two names side by side
        (["I-LOC", "I-ORG"], [("LOC", 0, 0), ("ORG", 1, 1)]),  # an I- that continues nothing begins
        (["U-PER", "O", "B-ORG", "I-ORG", "L-ORG"], [("PER", 0, 0), ("ORG", 2, 4)]),
        ([], []),
    ],
)
def test_joined(labels, expected):
    assert list(joined(labels)) == expected


@pytest.mark.parametrize(
    ("word", "shape"),
    [("Sutadi", "Xx"), ("S.H.", "X.X."), ("KPU", "XX"), ("Ma'ruf", "Xx'x"), ("2/2022", "d/d"), ("PAN-RB", "XX-XX")],
)
def test_word_shape(word, shape):
    assert word_shape(word) == shape


def test_features_see_lists_classes_and_regions():
    lexicon = Lexicon.build({"bupati": ("1", "2")}, {"role": ["bupati"]}, {"region": ["jawa barat", "jawa"]})
    rows = sentence_features(["Bupati", "Jawa", "Barat", "X"], lexicon)
    assert {"k=role", "c0=1", "c1=2", "first", "region-next"} <= set(rows[0])
    assert {"region=first", "region=first|bupati", "-1k=role", "-1w|w=bupati|jawa"} <= set(rows[1])
    assert "region=more" in rows[2]  # the longest region name counts
    assert {"region-before", "last"} <= set(rows[3])


def test_an_unknown_word_hides_what_lists_say():
    lexicon = Lexicon.build({"budi": ("1",)}, {"given": ["budi"]}, {})
    row = sentence_features(["Budi"], lexicon, unknown=frozenset({0}))[0]
    assert "k=" in row and "w=?" in row and "c=?" in row
