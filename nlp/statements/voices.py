"""Who may speak in an article: people and bodies by place, and the people whom an office or a short form means."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from nlp.speaker_nouns import speaker_nouns
from nlp.statements.phrases import Candidate, bracketed, description, joined
from nlp.statements.words import Sentence, Word
from storage.records import InstitutionMention, Person, SpeakerKind

RANKS = frozenset({"wakil", "mantan", "calon", "sekretaris", "penjabat"})
SPELLINGS = {"walikota": "wali", "komisioner": "anggota", "sekertaris": "sekretaris"}
WORDS = re.compile(r"[\w-]+")


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
        in_brackets = bracketed(words)
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
                candidate = description(words, position, self._next_mention_word(words, position, span))
            if candidate is None or in_brackets[position]:
                position += 1
            else:
                found.append(candidate)
                position = candidate.last + 1
        return joined(words, found)

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
        """The person whose name a printed form is part of, or whose initials it is."""
        parts = name.lower().split()
        for index, person in enumerate(self.people):
            if len(name) > 1 and name.isupper() and name == "".join(word[0] for word in person.name.split()):
                return index
            for form in (person.name, *person.aliases):
                words = form.lower().split()
                if any(words[i : i + len(parts)] == parts for i in range(len(words) - len(parts) + 1)):
                    return index
        return None

    def first_said(self, person: int) -> int:
        return self._first_said[person]
