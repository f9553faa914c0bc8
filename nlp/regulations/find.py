"""Finds where a text cites legal instruments, as printed: type, number, year, name. Nothing is resolved here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from nlp.own_words import SpanSet, foreign_spans, merged
from nlp.phrases import Word, words_of
from nlp.regulations import patterns
from nlp.regulations.numbers import Instrument, numbers_at, one_number
from nlp.regulations.patterns import Head, Issuer

# How far after its head an instrument's number may stand, in characters.
REACH = {"national": 70, "constitution": 0, "code": 0, "minister": 130, "regional": 130, "joint": 400}
REACH |= {"circular": 260, "notice": 130, "court": 60, "decree": 130, "letter": 130}
# What ends the search for a number: the sentence, a quotation, another clause.
STOPS = re.compile(
    r"[;\"“”?!\n]|(?<!\bNo)(?<!\bKab)(?<!\bProv)\.[ \u00a0](?=[A-Z])|\b(?:yaitu|sedangkan|sementara|bahwa)\b"
)
DEGREE_BEFORE = re.compile(r"\w,[ ]?$|S\.\w{1,4},?[ ]?$")  # "Budi Contoh, SE": a degree, no circular
SECOND_NAMES = frozenset({("pemilu",), ("pilkada",), ("polri",), ("tni",)})  # "UU Pemilu dan Pilkada"


@dataclass(frozen=True, slots=True)
class NamedIssuer:
    """A body or office that may have issued an instrument, where the text names it."""

    start: int
    end: int
    issuer: Issuer


def find_instruments(text: str) -> tuple[Instrument, ...]:
    """Every citation in the order of the text."""
    words = words_of(text)
    foreign = SpanSet(foreign_spans(text))
    hits = [hit for hit in _heads(text, words) if not foreign.covers(words[hit[1]].start, words[hit[2] - 1].end)]
    found: list[Instrument] = []
    for k, (head, i, j) in enumerate(hits):
        start, end = words[i].start, words[j - 1].end
        if found and start < found[-1].end:
            continue  # "Undang-Undang (UU) Nomor 3": the abbreviation belongs to the citation
        bracket = patterns.BRACKET.match(text, end)
        after = [words[hit[1]].start for hit in hits[k + 1 : k + 3]]
        next_head = next((place for place in after if not bracket or place >= bracket.end()), len(text))
        found += _cited(text, words, Span(head, i, j, start, end), next_head)
    found += _court_numbers(text, found) + _issuer_numbers(text, found, issuers_in(text))
    return tuple(sorted(found, key=lambda instrument: (instrument.start, instrument.order)))


@lru_cache(maxsize=2)
def issuers_in(text: str) -> tuple[NamedIssuer, ...]:
    """Every body or office that issues instruments, in order."""
    words = words_of(text)
    found = []
    i = 0
    while i < len(words):
        hit = patterns.issuers().at(text, words, i)
        if hit:
            found.append(NamedIssuer(words[i].start, words[hit[1] - 1].end, hit[0]))
        i = hit[1] if hit else i + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a head stands: its words i to j, its characters start to end."""

    head: Head
    i: int
    j: int
    start: int
    end: int


def _heads(text: str, words: Sequence[Word]) -> Iterator[tuple[Head, int, int]]:
    i = 0
    while i < len(words):
        hit = patterns.heads().at(text, words, i)
        if hit is None:
            i += 1
            continue
        head, j = hit
        before = text[max(0, words[i].start - 30) : words[i].start]
        if not patterns.BILL_BEFORE.search(before) and not (words[i].lower == "se" and DEGREE_BEFORE.search(before)):
            yield head, i, j
        i = j


def _cited(text: str, words: Sequence[Word], span: Span, next_head: int) -> list[Instrument]:
    """What one head cites: nothing for a law in general, several instruments for a list of numbers."""
    head, position = span.head, span.end
    plain = Instrument(span.start, span.end, span.end, head.type, head.how, "bare")
    if head.how == "constitution":
        year = patterns.CONSTITUTION_YEAR.match(text, position)
        return [replace(plain, end=year.end() if year else position, rule="named", year="1945")]
    if head.how == "code":
        return [replace(plain, rule="named", name=())]
    if bracket := patterns.BRACKET.match(text, position):
        if head.how == "joint" and text[span.start : span.end] == "SKB" and bracket.end() - bracket.start() > 8:
            return []  # "SKB (Sanggar Kegiatan Belajar)"
        position = bracket.end()
    elif text[position : position + 1] in (")", "]"):
        position += 1
    numbered = numbers_at(text, plain, position)
    if numbered:
        return numbered
    if head.how in ("decree", "letter"):
        return _far_number(text, plain, position, next_head)
    named = _named(text, words, plain, position)
    if named:
        return named
    if demonstrative := patterns.DEMONSTRATIVE.match(text, position):
        return [replace(plain, end=demonstrative.end(), rule="back-reference")]
    far = _far_number(text, plain, position, next_head)
    if far:
        return far
    if patterns.COUNT_BEFORE.search(text[max(0, span.start - 12) : span.start]):
        return []
    return [replace(plain, end=position, rule="titled" if patterns.TITLE_WORD.match(text, position) else "bare")]


def _named(text: str, words: Sequence[Word], plain: Instrument, position: int) -> list[Instrument]:
    """ "UU ASN", "Undang-Undang tentang Desa", "UU ASN Nomor 5 Tahun 2014", "UU Pemilu dan Pilkada"."""
    names = patterns.law_names().get(plain.type)
    if names is None:
        return []
    title = patterns.TITLE_WORD.match(text, position)
    i = _word_from(words, title.end() if title else position, plain.start)
    if i >= len(words) or text[title.end() if title else position : words[i].start].strip(" \u00a0(\"'“‘-"):
        return []
    hit = names.at(text, words, i)
    if hit is None:
        return []
    name, j = hit
    end = words[j - 1].end
    bracket = patterns.BRACKET.match(text, end)
    numbered = numbers_at(text, replace(plain, name=name), bracket.end() if bracket else end)
    if numbered:
        return numbered
    found = [replace(plain, end=end, rule="named", name=name)]
    if j + 1 < len(words) and (text[end : words[j].start] == "/" or words[j].lower in ("dan", "maupun", "serta")):
        k = j if text[end : words[j].start] == "/" else j + 1
        second = names.at(text, words, k)
        if second and second[0] in SECOND_NAMES and second[0] != name:
            span = (words[k].start, words[second[1] - 1].end)
            found.append(replace(plain, start=span[0], end=span[1], rule="named", name=second[0], order=1))
    return found


def _word_from(words: Sequence[Word], position: int, after: int) -> int:
    """The index of the first word at or after a position."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].start < position:
            low = middle + 1
        else:
            high = middle
    return low


def _far_number(text: str, plain: Instrument, position: int, next_head: int) -> list[Instrument]:
    """The number after an issuer or a title: "Surat Edaran Bupati Lebak Nomor 5 Tahun 2024"."""
    limit = min(position + REACH[plain.how], next_head, len(text))
    if stop := STOPS.search(text, position, limit):
        limit = stop.start()
    word = NUMBER_WORD.search(text, position, limit)
    if word is None:
        return []
    found = numbers_at(text, plain, word.start())
    needs_year = plain.how in ("national", "court")
    return found if found and (found[0].year or not needs_year) else []


NUMBER_WORD = re.compile(rf"(?<!\w){patterns.NUMBER_WORD}(?=[ \u00a0]?[A-Z]{{0,3}}[/.]?\d)")


def _court_numbers(text: str, found: list[Instrument]) -> list[Instrument]:
    """ "Nomor 136/PUU-XXII/2024" is a ruling of the constitutional court, whatever words stand before it."""
    taken = SpanSet(merged(tuple((law.start, law.end) for law in found if law.rule == "numbered")))
    rulings = []
    for match in patterns.COURT_NUMBER.finditer(text):
        if not taken.covers(match.start(), match.start() + 1):
            number, year = match.group().rsplit("/", 1)
            rulings.append(
                Instrument(match.start(), match.end(), match.end(), "PUTUSAN MK", "court", "numbered", number, year)
            )
    return rulings


def _issuer_numbers(text: str, found: list[Instrument], issuers: tuple[NamedIssuer, ...]) -> list[Instrument]:
    """An issuer and a number without a word for the type, as machine-rewritten texts have it: "HE, Menteri PANRB no. 18
    Tahun 2023". Only the register can tell what it is."""
    taken = SpanSet(merged(tuple((law.start, law.end) for law in found)))
    numbered = []
    for issuer in issuers:
        match = patterns.NUMBER_AND_YEAR.match(text, issuer.end)
        if match and match["word"] and not taken.covers(issuer.start, match.end()):
            plain = Instrument(issuer.start, match.end(), issuer.end, issuer.issuer.code, "issuer", "issuer-and-number")
            instrument = one_number(text, plain, match, 0)
            if instrument and instrument.year:
                numbered.append(replace(instrument, rule="issuer-and-number"))
    return numbered
