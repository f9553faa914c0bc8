"""Who may speak in a sentence: people, bodies, pronouns and descriptions, with what each stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from nlp.reporting_verbs import reporting_verbs
from nlp.speaker_nouns import speaker_nouns
from nlp.statements.lists import WORDS_OF
from nlp.statements.words import Sentence, Word
from storage.records import InstitutionMention, Person, SpeakerKind

Shape = Literal["person", "institution", "pronoun", "group", "role", "human", "body", "printed"]

PRONOUNS = frozenset({"ia", "dia", "beliau", "pihaknya", "dirinya"})
GROUPS = {"keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "mereka": 0}  # 0: any number
PREPOSITIONS = WORDS_OF["prepositions"]
CONDITIONS = WORDS_OF["conditions"]
LINKS = frozenset({"dan", "bidang", "serta", "se"})  # between the words of one office: Dinas Perikanan dan Kelautan
NO_NAME = WORDS_OF["no_name"]
QUANTIFIERS = frozenset(
    {"seorang", "salah", "satu", "para", "sejumlah", "beberapa", "sang", "si", "ketiga", "kedua", "sebagian"}
)
NOT_NOUNS = WORDS_OF["not_nouns"]
POINTERS = frozenset({"itu", "tersebut", "ini"})
RANKS = frozenset({"wakil", "mantan", "calon", "sekretaris", "penjabat"})
SPELLINGS = {"walikota": "wali", "komisioner": "anggota", "sekertaris": "sekretaris"}
WORDS = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that may speak: words `first` to `last` of its sentence."""

    first: int
    last: int
    shape: Shape
    name: str | None = None  # None: to be resolved
    person: int | None = None  # index among the article's people


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, resolved."""

    name: str
    kind: SpeakerKind
    person: int | None
    start: int
    end: int


def _office_words(text: str) -> frozenset[str]:
    """The words of an office, short forms written out, without what tells nothing apart."""
    expands = speaker_nouns().expands
    found: list[str] = []
    for word in WORDS.findall(text.lower()):
        word = SPELLINGS.get(word, word)
        found += expands.get(word, (word,))
    return frozenset(found) - {"ri", "itu", "tersebut", "ini", "kota", "kabupaten", "provinsi", "tugas", "pelaksana"}


class Cast:
    """All that speaks in one article, by place."""

    def __init__(self, people: tuple[Person, ...], institutions: tuple[InstitutionMention, ...]) -> None:
        self.people = people
        spans = [(m.start, m.end, index, "") for index, person in enumerate(people) for m in person.mentions]
        taken = sorted((start, end) for start, end, _, _ in spans)
        for mention in institutions:
            start, end = mention.found.start, mention.found.end
            place = bisect_left(taken, (start, start))
            beside = taken[max(0, place - 1) : place + 1]
            if not any(s < end and start < e for s, e in beside):
                spans.append((start, end, -1, mention.name))
        self._spans = sorted(spans)
        self._starts = [span[0] for span in self._spans]
        self._offices = [
            [_office_words(f"{office.position or ''} {office.institution or ''}") for office in person.offices]
            for person in people
        ]
        self._first_said = [min((m.start for m in person.mentions), default=0) for person in people]

    def candidates(self, sentence: Sentence) -> list[Candidate]:
        """The noun phrases of a sentence that may speak, in order."""
        words = sentence.words
        found: list[Candidate] = []
        bracketed = _bracketed(words)
        position = 0
        span = bisect_left(self._starts, sentence.start)
        while position < len(words):
            while span < len(self._spans) and self._spans[span][0] < words[position].start:
                span += 1
            last = self._mention_at(words, position, span)
            candidate: Candidate | None
            if last is not None:
                _, _, person, name = self._spans[span]
                candidate = (
                    Candidate(position, last, "person", self.people[person].name, person)
                    if person >= 0
                    else Candidate(position, last, "institution", name)
                )
            else:
                candidate = _description(words, position, self._next_mention_word(words, position, span))
            if candidate is None or bracketed[position]:
                position += 1
            else:
                found.append(candidate)
                position = candidate.last + 1
        return _joined(words, found)

    def _mention_at(self, words: tuple[Word, ...], position: int, span: int) -> int | None:
        """Last word of the mention that begins with this word."""
        if span >= len(self._spans) or not words[position].start <= self._spans[span][0] < words[position].end:
            return None
        end, last = self._spans[span][1], position
        while last + 1 < len(words) and words[last + 1].start < end:
            last += 1
        return last

    def _next_mention_word(self, words: tuple[Word, ...], position: int, span: int) -> int:
        """Index of the first word of the next mention in this sentence, or the sentence's length."""
        if span >= len(self._spans):
            return len(words)
        start = self._spans[span][0]
        if start >= words[-1].end:
            return len(words)
        while position < len(words) and words[position].end <= start:
            position += 1
        return position

    def by_office(self, phrase: str, before: int) -> int | None:
        """The person whose office a description names: the best match, of equals the one named last before a place."""
        wanted = _office_words(phrase)
        if not wanted:
            return None
        best: tuple[float, int, int] | None = None
        for index, offices in enumerate(self._offices):
            for held in offices:
                if wanted & RANKS != held & RANKS & (wanted | RANKS - {"sekretaris"}):
                    continue
                share = len(wanted & held) / len(wanted)
                if share < (0.99 if len(wanted) < 3 else 0.6):
                    continue
                said = max((m.start for m in self.people[index].mentions if m.start < before), default=-1)
                if best is None or (share, said) > best[:2]:
                    best = (share, said, index)
        return best[2] if best else None

    def by_printed(self, name: str) -> int | None:
        """The person whose name a printed form is part of."""
        parts = name.lower().split()
        for index, person in enumerate(self.people):
            for form in (person.name, *person.aliases):
                words = form.lower().split()
                if any(words[i : i + len(parts)] == parts for i in range(len(words) - len(parts) + 1)):
                    return index
        return None

    def first_said(self, person: int) -> int:
        return self._first_said[person]


def _capital(word: Word) -> bool:
    return word.quote < 0 and word.text[0].isupper()


def _bracketed(words: tuple[Word, ...]) -> list[bool]:
    """For each word whether it stands in brackets: what is explained there speaks for itself nowhere."""
    inside, depth = [], 0
    for word in words:
        if word.text in (")", "]"):
            depth = max(0, depth - 1)
        inside.append(depth > 0)
        if word.text in ("(", "["):
            depth += 1
    return inside if depth == 0 else [False] * len(words)


def _kind(words: tuple[Word, ...], position: int) -> str | None:
    """What the lexicon says of the noun at a place; nouns of two words first."""
    kinds = speaker_nouns().kinds
    lower = words[position].lower.rstrip(".")
    if position + 1 < len(words):
        pair = kinds.get(f"{lower} {words[position + 1].lower}")
        if pair:
            return pair
    return kinds.get(lower)


def _description(words: tuple[Word, ...], position: int, limit: int) -> Candidate | None:
    """A phrase that is no known mention: a pronoun, an office alone, a body, people in general, an unknown name."""
    word = words[position]
    if word.quote >= 0:
        return None
    if word.lower in PRONOUNS:
        return Candidate(position, position, "pronoun")
    if word.lower in GROUPS:
        return Candidate(position, position, "group")
    kind = _kind(words, position)
    if kind == "document":
        return None
    if kind and not (kind == "body" and _capital(word)):
        shape: Shape = "role" if kind == "office" else "body" if kind == "body" else "human"
        return Candidate(position, _phrase_end(words, position, limit, plain=True), shape)
    if word.lower in QUANTIFIERS and position + 1 < limit:
        inner = _description(words, position + 1, limit)
        return replace(inner, first=position) if inner and inner.shape in ("human", "role") else None
    if _capital(word) and not _no_name(word):
        return Candidate(position, _phrase_end(words, position, limit, plain=False), "printed")
    return None


def _no_name(word: Word) -> bool:
    verbs = reporting_verbs()
    lower = word.lower
    return (
        lower in NO_NAME or len(lower) < 2 or lower in verbs.bare or lower in verbs.passive or lower in verbs.bare_nya
    )


def _phrase_end(words: tuple[Word, ...], first: int, limit: int, plain: bool) -> int:
    """Last word of a phrase in capitals; `plain`: nouns in small letters may follow its head (`ketua panitia`)."""
    last, i, small = first, first + 1, 0
    while i < limit:
        word = words[i]
        if word.text in ("(", "["):
            close = next((k for k in range(i + 1, min(i + 9, limit)) if words[k].text in (")", "]")), None)
            if close is None or close + 1 >= limit or not _capital(words[close + 1]):
                break
            i = close + 1
            continue
        if (_capital(word) and not _no_name(word)) or word.text == "/" or (word.text[0].isdigit() and last == i - 1):
            last = i
        elif word.lower in LINKS:
            if i + 1 >= limit or not _capital(words[i + 1]):
                break
        elif plain and small < 2 and last == i - 1 and _small_noun(word):
            last, small = i, small + 1
        else:
            break
        i += 1
    return last + 1 if last + 1 < limit and words[last + 1].lower in POINTERS else last


def _small_noun(word: Word) -> bool:
    """A noun that may tell an office apart: no function word, no verb form."""
    lower = word.lower
    if (
        not (lower.isalpha() and word.text[0].islower())
        or lower in NO_NAME
        or lower in PREPOSITIONS
        or lower in NOT_NOUNS
    ):
        return False
    return not lower.startswith(("mem", "men", "meng", "ber", "ter", "di")) and lower not in reporting_verbs().active


def _is_degree(words: tuple[Word, ...], candidate: Candidate) -> bool:
    """What follows a name after a comma is a degree: `S.Sos., MM`."""
    part = words[candidate.first : candidate.last + 1]
    return all("." in word.text or (word.text.isupper() and len(word.text) <= 5) for word in part)


def _joined(words: tuple[Word, ...], found: list[Candidate]) -> list[Candidate]:
    """An office or a title and the name beside it become one candidate: `Ketua KPU Batu, Rara Anjani, S.H.`."""
    joined: list[Candidate] = []
    for candidate in found:
        merged = _merged(words, joined[-1], candidate) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(candidate)
    return joined


def _merged(words: tuple[Word, ...], before: Candidate, candidate: Candidate) -> Candidate | None:
    between = words[before.last + 1 : candidate.first]
    texts = [word.text for word in between]
    commas = not between or all(text in (",", ".", "–", "-") for text in texts)
    if candidate.shape == "person":
        office = before.shape in ("role", "human", "printed") or (before.shape == "institution" and not between)
        if office and commas and len(between) < 2:
            return replace(candidate, first=before.first)
    elif candidate.shape == "institution":
        linked = len(between) == 1 and between[0].lower in ("dan", "di", "pada")
        if before.shape == "role" and (not between or linked):
            return replace(before, last=candidate.last)
    elif candidate.shape == "printed":
        if before.shape == "person" and commas and _is_degree(words, candidate):
            return replace(before, last=candidate.last)
        closes_bracket = bool(texts) and texts[-1] in (")", "]")
        followed = words[candidate.last + 1].text if candidate.last + 1 < len(words) else "."
        if before.shape == "institution" and (closes_bracket or (texts == [","] and followed in (",", "(", "["))):
            return replace(before, last=candidate.last)
    return None
