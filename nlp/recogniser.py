"""Proposes names of persons, bodies and places: a conditional random field trained by `nlp/training`.

It proposes only: titles, positions, institutions and regions are settled by the lexicon and by rules that can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import pycrfsuite
from spacy.tokens import Doc

from nlp.language import text_of, tokens_of
from nlp.recogniser_features import Lexicon, sentence_features
from storage.records import Found

MODEL_FOLDER = Path(__file__).parent / "model"
RULE = "recogniser"
LONGEST_STRETCH = 250  # words decoded at once: bounds the time of a text without sentence ends

Label = Literal["PER", "ORG", "LOC"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words `first` to `last` (both belong to it) of a sequence, and how sure the model is of them."""

    label: Label
    first: int
    last: int
    confidence: float  # the least marginal probability of its words' labels


class Recogniser:
    """Finds names in a Doc of `nlp.language.read`."""

    def __init__(self, tagger: pycrfsuite.Tagger, lexicon: Lexicon) -> None:
        self._tagger = tagger
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> tuple[tuple[Label, Found], ...]:
        """The proposed names in the order of the text; spans never overlap."""
        text, tokens = text_of(doc), tokens_of(doc)
        places: list[int] = doc.to_array("IDX").tolist()
        found = []
        for first, words in _stretches(doc):
            for span in self.spans(words):
                start = places[first + span.first]
                end = places[first + span.last] + len(tokens[first + span.last])
                found.append((span.label, Found(start, end, text[start:end], RULE, round(span.confidence, 3))))
        return tuple(found)

    def spans(self, words: list[str]) -> list[Span]:
        """The names in one sentence."""
        if not any(word != word.lower() for word in words):
            return []  # names are capitalised, at least in part
        labels = self._tagger.tag(sentence_features(words, self._lexicon))
        return [
            Span(label, first, last, min(self._tagger.marginal(labels[i], i) for i in range(first, last + 1)))
            for label, first, last in without_marks(joined(labels), words)
        ]


def joined(labels: list[str]) -> Iterator[tuple[Label, int, int]]:
    """(label, first, last) of the stretches that the labels tell: B- begins, I- and L- go on, U- stands alone.

    What goes on after nothing, or after another label, begins.
    """
    first: int | None = None
    for i, label in enumerate([*labels, "O"]):
        goes_on = first is not None and label[0] in "IL" and label[2:] == labels[first][2:]
        if first is not None and not goes_on:
            yield labels[first][2:], first, i - 1  # type: ignore[misc]
            first = None
        if first is None and label != "O":
            first = i


def without_marks(spans: Iterable[tuple[Label, int, int]], words: list[str]) -> Iterator[tuple[Label, int, int]]:
    """Cuts punctuation off both ends: of “ Reza the word, of Bawaslu ( RI ) all; a name has a capital letter."""
    for label, first, last in spans:
        while first <= last and not words[first][0].isalnum():
            first += 1
        while first <= last and not words[last][-1].isalnum() and words[last] != ")" and len(words[last]) == 1:
            last -= 1
        if any(word[0].isupper() for word in words[first : last + 1]):  # no date, address or lone mark
            yield label, first, last


def _stretches(doc: Doc) -> Iterator[tuple[int, list[str]]]:
    """(index of the first token, words) of each sentence, white space left out at both ends, long ones cut."""
    start = 0
    words: list[str] = []
    begins: list[int] = doc.to_array("SENT_START").tolist()
    for i, text in enumerate(tokens_of(doc)):
        if begins[i] == 1 or len(words) >= LONGEST_STRETCH or text.isspace():
            if words:
                yield start, words
            words = []
            start = i
        if text.isspace():
            start = i + 1
        else:
            words.append(text)
    if words:
        yield start, words


@cache
def load_recogniser(folder: Path = MODEL_FOLDER) -> Recogniser:
    """The shipped model, loaded once for each folder."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(folder / "names.crfsuite"))
    return Recogniser(tagger, Lexicon.read(folder))
