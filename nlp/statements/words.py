"""The sentences of an article as the search for statements reads them: a quotation is one word, however long it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from nlp.own_words import SpanSet, pointer_spans
from nlp.quotes import Quote

TERMINAL = frozenset({".", "!", "?", "…", "..."})
LONGEST = 400  # words of one sentence that are read: longer ones are tables or noise


class Word(NamedTuple):
    start: int
    end: int
    text: str
    lower: str
    quote: int  # index of the quotation that this word stands for, -1 for an ordinary word


@dataclass(frozen=True, slots=True)
class Sentence:
    words: tuple[Word, ...]
    paragraph: int
    only_quotes: bool  # no words beside its quotations

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def split_sentences(doc: Doc, text: str, quotes: tuple[Quote, ...], keep_whole: frozenset[str]) -> tuple[Sentence, ...]:
    """Sentences of the article's own words; lines that point elsewhere (`Baca juga`) are left out.

    `keep_whole`: lower-case words that go on after a quotation with a full stop inside (`"Siap." Kata Bupati`).
    """
    sentences: list[Sentence] = []
    pointers = SpanSet(pointer_spans(text))
    for paragraph, words in _paragraphs(doc, quotes):
        for part in _split(words, text, quotes, keep_whole):
            if not pointers.covers(part[0].start, part[-1].end):
                alone = all(word.quote >= 0 or not word.text[0].isalnum() for word in part)
                sentences.append(Sentence(tuple(part), paragraph, alone))
    return tuple(sentences)


def _paragraphs(doc: Doc, quotes: tuple[Quote, ...]) -> Iterator[tuple[int, list[tuple[Word, bool]]]]:
    """The words of each paragraph, each with whether spaCy begins a sentence there."""
    number, found = 0, list[tuple[Word, bool]]()
    for word, begins in _words(doc, quotes):
        if word is None:
            if found:
                yield number, found
                number, found = number + 1, []
        else:
            found.append((word, begins))
    if found:
        yield number, found


def _words(doc: Doc, quotes: tuple[Quote, ...]) -> Iterator[tuple[Word | None, bool]]:
    """Words in order; None for a line break outside quotations."""
    following = 0
    for token in doc:
        start, text = token.idx, token.text
        while following < len(quotes) and start >= quotes[following].outer_end:
            following += 1
        if following < len(quotes) and start >= quotes[following].outer_start:
            quote = quotes[following]
            if start == quote.outer_start:
                yield Word(quote.outer_start, quote.outer_end, '"', '"', following), bool(token.is_sent_start)
        elif text.isspace():
            if "\n" in text:
                yield None, False
        else:
            yield Word(start, start + len(text), text, text.lower(), -1), bool(token.is_sent_start)


def _split(
    words: list[tuple[Word, bool]], text: str, quotes: tuple[Quote, ...], keep_whole: frozenset[str]
) -> Iterable[list[Word]]:
    part: list[Word] = []
    for word, begins in words:
        if part and (len(part) >= LONGEST or _breaks(part[-1], word, begins, text, quotes, keep_whole)):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _breaks(
    last: Word, word: Word, begins: bool, text: str, quotes: tuple[Quote, ...], keep_whole: frozenset[str]
) -> bool:
    """A sentence ends between two words."""
    if last.quote >= 0:
        quote = quotes[last.quote]
        ended = text[quote.end - 1] in ".!?…" or text[last.end - 1] in ".!?…"
        return ended and (word.quote >= 0 or word.text[0].isupper()) and word.lower not in keep_whole
    if word.quote >= 0:
        return last.text in TERMINAL
    return begins
