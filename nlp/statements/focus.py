"""Whom `ia`, `-nya` and `Bupati itu` mean: the article's people in the order in which they speak and are introduced."""

from __future__ import annotations

from nlp.statements.phrases import GROUPS, POINTERS, QUANTIFIERS, Candidate
from nlp.statements.subjects import points_back
from nlp.statements.voices import Cast, Voice
from nlp.statements.words import Sentence, Word
from storage.records import SpeakerKind


class Focus:
    """The speaker that a pronoun would mean at the present place of the article."""

    def __init__(self, cast: Cast, text: str) -> None:
        self.cast = cast
        self.text = text
        self.last: Voice | None = None  # who spoke last
        self._person: Voice | None = None  # the person who spoke last, or was introduced since
        self._paragraph = -1
        self._group: tuple[int, str] | None = None  # how many were named together last, and how
        self._unnamed: dict[str, str] = {}  # "warga" to "seorang warga": people without names, by noun
        self._introduced: Voice | None = None  # the person that the present paragraph speaks of

    def voice(self, sentence: Sentence, candidate: Candidate, subject: Candidate | None = None) -> Voice | None:
        """The speaker that a phrase stands for; None for a pronoun that means nobody yet.

        `subject`: a person who is the subject of the same sentence before the phrase.
        """
        words = sentence.words[candidate.first : candidate.last + 1]
        start, end = words[0].start, words[-1].end
        if candidate.person is not None:
            return Voice(self.cast.people[candidate.person].name, "person", candidate.person, start, end)
        if candidate.shape == "institution":
            return Voice(candidate.name or self.text[start:end], "institution", None, start, end)
        if candidate.shape == "group":
            return self._group_meant(words[0].lower, start, end)
        if candidate.shape == "pronoun":
            if subject and subject.person is not None:
                return Voice(self.cast.people[subject.person].name, "person", subject.person, start, end)
            return self.meant(sentence.paragraph, start, end)
        return self._described(words, candidate, sentence)

    def _described(self, words: tuple[Word, ...], candidate: Candidate, sentence: Sentence) -> Voice | None:
        start, end = words[0].start, words[-1].end
        printed = self.text[start:end]
        pointed = words[-1].lower in POINTERS or points_back(sentence.words, candidate.last + 1)
        noun = next((word.lower for word in words if word.lower not in QUANTIFIERS), "")
        single = words[0].lower in QUANTIFIERS
        if candidate.shape in ("role", "human") and not single:
            person = self.cast.by_office(printed, start)
            if person is not None:
                return Voice(self.cast.people[person].name, "person", person, start, end)
        if candidate.shape in ("printed", "human"):
            name = " ".join(word.text for word in words if word.lower not in POINTERS)
            person = self.cast.by_printed(name if candidate.shape == "printed" else " ".join(name.split()[1:]) or "?")
            if person is not None:
                return Voice(self.cast.people[person].name, "person", person, start, end)
        if pointed and candidate.shape in ("human", "epithet", "kin") and noun in self._unnamed:
            return Voice(self._unnamed[noun], "unnamed", None, start, end)
        if pointed and candidate.shape in ("role", "human", "epithet", "kin", "printed"):
            return self.meant(sentence.paragraph, start, end)
        if single:
            self._unnamed[noun] = printed
        kind: SpeakerKind = "institution" if candidate.shape in ("body", "printed") else "unnamed"
        return Voice(printed, kind, None, start, end)

    def meant(self, paragraph: int, start: int, end: int) -> Voice | None:
        """Whom a pronoun means; its voice stands where the pronoun stands."""
        voice = (self._introduced if paragraph == self._paragraph else None) or self._person or self.last
        return Voice(voice.name, voice.kind, voice.person, start, end) if voice else None

    def _group_meant(self, pronoun: str, start: int, end: int) -> Voice | None:
        """The people named together last, if there are as many as `ketiganya` says."""
        if self._group is None:
            return None
        size, name = self._group
        return Voice(name, "person", None, start, end) if GROUPS[pronoun] in (0, size) else None

    def named_together(self, sentence: Sentence, candidates: list[Candidate]) -> None:
        """Remember a list of names, for `ketiganya` in a later sentence."""
        people = [candidate for candidate in candidates if candidate.person is not None]
        run: list[Candidate] = []
        for candidate in people:
            between = sentence.words[run[-1].last + 1 : candidate.first] if run else ()
            if run and not all(word.lower in (",", "dan", "serta", "maupun") for word in between):
                run = []
            run.append(candidate)
        if len(run) > 1:
            start, end = sentence.words[run[0].first].start, sentence.words[run[-1].last].end
            self._group = (len(run), self.text[start:end])

    def spoke(self, voice: Voice, paragraph: int) -> None:
        self.last = voice
        if voice.kind == "person":
            self._person = voice
            self._introduced = None
        elif voice.kind == "unnamed":
            self._person = voice

    def speaks_of(self, voice: Voice, paragraph: int) -> None:
        """A person is the subject of a sentence that reports no words."""
        self._introduced, self._paragraph = voice, paragraph
        person = self.cast.people[voice.person] if voice.person is not None else None
        new = person is not None and self.cast.first_said(voice.person or 0) >= voice.start
        if self._person is None or (new and person is not None and person.offices and person.kind == "official"):
            self._person = voice
