"""The parts that make training sentences: labels, conventions, invented names and sentences. No data set is needed."""

from __future__ import annotations

from random import Random

import pytest

from nlp.recogniser_features import Lexicon, sentence_features
from nlp.training.corpus import one_convention, sentence_of, tagged, with_ends
from nlp.training.names import NameMaker, name_lists, read_parts
from nlp.training.sentences import SentenceMaker, read_grammar, unmark
from nlp.training.train import REGIONS, build_lists, build_phrases
from nlp.training.word_classes import word_classes

CLAUSES = ["warga menunggu hasil rapat itu", "petugas sudah memeriksa laporan, lalu pulang"]


def maker(seed: int) -> SentenceMaker:
    random = Random(seed)  # noqa: S311 - invents sentences, guards nothing
    return SentenceMaker(random, NameMaker(random, read_parts()), CLAUSES, REGIONS)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["O", "B-PER", "I-PER"], ["O", "B-PER", "L-PER"]),
        (["B-PER", "B-PER"], ["U-PER", "U-PER"]),  # two names side by side
        (["B-LOC", "I-LOC", "I-LOC", "O"], ["B-LOC", "I-LOC", "L-LOC", "O"]),
        ([], []),
    ],
)
def test_with_ends(labels, expected):
    assert with_ends(labels) == expected


def test_sets_are_read_into_running_text():
    rows = [("Kata", "O"), ('"', "O"), ("Ya", "O"), ('"', "O"), (",", "O"), ("Budiyo", "B-PER"), (".", "O")]
    sentence = sentence_of(rows)
    assert sentence.text == 'Kata "Ya", Budiyo.'
    assert [sentence.text[e.start : e.end] for e in sentence.entities] == ["Budiyo"]


def test_one_convention_for_regions_and_abbreviations():
    rows = [("Kabupaten", "O"), ("Garut", "B-PLACE"), ("dan", "O"), ("Komisi", "B-ORG"), ("(KX)", "O")]
    sentence = one_convention(sentence_of(rows))
    assert [sentence.text[e.start : e.end] for e in sentence.entities] == ["Kabupaten Garut", "Komisi (KX)"]


def test_labels_stand_on_our_tokens():
    sentence = unmark("Ketua <ORG Bawaslu <LOC Garut>> <PER Mas'ud Jaelono>, S.H.")
    assert dict(zip(*(getattr(tagged(sentence), field) for field in ("words", "labels")), strict=True)) == {
        "Ketua": "O",
        "Bawaslu": "B-ORG",
        "Garut": "I-ORG",  # of nested marks the outer one counts
        "Mas'ud": "B-PER",
        "Jaelono": "I-PER",
        ",": "O",
        "S.H.": "O",
    }


def test_the_same_seed_invents_the_same():
    assert [maker(5).marked() for _ in range(3)] == [maker(5).marked() for _ in range(3)]
    assert maker(5).marked() != maker(6).marked()


def test_every_symbol_of_the_grammar_is_defined():
    made = maker(1)
    for symbol, alternatives in read_grammar().items():
        assert alternatives, symbol
        for alternative in alternatives:
            made._expand(alternative, 0)  # raises KeyError where a symbol is missing


def test_invented_names_have_a_capital_and_no_mark():
    names = NameMaker(Random(3), read_parts())  # noqa: S311 - as above
    for _ in range(500):
        name = names.full()
        assert name[0].isupper()
        assert not set(name) & set('<>{}"_')


def test_lists_are_lower_case():
    lists = {**build_lists(), **name_lists(read_parts()), **{k: set(v) for k, v in build_phrases().items()}}
    assert all(word == word.lower() for words in lists.values() for word in words)


def test_word_classes_group_like_words():
    sentences = [["warga", verb, "rumah"] for verb in ("menjual", "membeli")] * 1100
    speech = [[("Warga", "NN"), ("menjual", "VB"), ("Garut", "NNP")]] * 3
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nlp.training.word_classes.SIZES", (2,))
        patch.setattr("nlp.training.word_classes.DIMENSIONS", 3)
        classes = word_classes(sentences, speech)
    assert classes["menjual"][0] == classes["membeli"][0] != classes["warga"][0]
    assert classes["menjual"][-1] == "VB0"


def test_features_do_not_depend_on_the_order_of_lists():
    one = Lexicon.build({}, {"a": ["x"], "b": ["x"]}, {"p": ["x y"], "q": ["x y"]})
    other = Lexicon.build({}, {"b": {"x"}, "a": {"x"}}, {"q": ["x y"], "p": ["x y"]})
    assert sentence_features(["X", "y"], one) == sentence_features(["X", "y"], other)
