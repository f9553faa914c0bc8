"""Reads an article sentence by sentence and keeps what is said: quotations first, then reported speech."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from nlp.quotes import MARK, Quote
from nlp.reporting_verbs import reporting_verbs
from nlp.statements.attributions import Attribution, Grammar
from nlp.statements.beside import SHORTEST_REPORT, closes, left_of, named_before, right_of
from nlp.statements.contents import content_end, content_start, says_something
from nlp.statements.focus import Focus
from nlp.statements.phrases import QUANTIFIERS, Candidate
from nlp.statements.subjects import governed
from nlp.statements.voices import Cast, Voice
from nlp.statements.words import Sentence, Word, split_sentences
from storage.records import Found, InstitutionMention, Person, Statement

MOST_CONTINUED = 2  # sentences that may go on with reported speech
LONGEST_CONTINUED = 3  # times the length of the attributed sentence
BACKGROUND = frozenset(
    {
        "sebelumnya",
        "diketahui",
        "sekadar",
        "sekedar",
        "sementara",
        "diberitakan",
        "hingga",
        "sampai",
        "acara",
        "kegiatan",
    }
    | {"turut", "hadir", "usai", "seusai", "dalam", "saat", "pada", "adapun", "di", "mereka", "kini"}
)
SHORTEST_ALONE = 4  # words of a quotation that is a paragraph of its own
SHORTEST_WITHIN = 5  # words of a quotation that runs on from its sentence: fewer are a so-called one
WHILE = frozenset({"seraya", "sambil", "sembari"})
CONFIDENCE = {
    "direct-attributed": 0.95,
    "direct-context": 0.75,
    "direct-later": 0.8,
    "reported-active": 0.85,
    "reported-before": 0.9,
    "reported-after": 0.85,
    "reported-agent": 0.8,
    "reported-data": 0.7,
    "reported-reference": 0.6,
    "reported-while": 0.8,
}


@dataclass(slots=True)
class _Waiting:
    """A quotation whose speaker may follow; until then the one that the context suggests."""

    quote: Quote
    voice: Voice | None


class StatementReader:
    """One article, read once."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        quotes: tuple[Quote, ...],
        people: tuple[Person, ...],
        institutions: tuple[InstitutionMention, ...],
    ) -> None:
        self.text = text
        self.quotes = quotes
        verbs = reporting_verbs()
        keep_whole = frozenset(verbs.bare) | frozenset(verbs.bare_nya)
        self.sentences = split_sentences(doc, text, quotes, keep_whole)
        self.cast = Cast(people, institutions)
        self.focus = Focus(self.cast, text)
        self.grammar = Grammar(self.focus)
        self.found: list[Statement] = []
        self.waiting: list[_Waiting] = []
        self.open: tuple[Sentence, int] | None = (
            None  # reported speech that the next sentence may go on with; how often
        )
        self.silent: list[Sentence] = []  # the sentences before, of one paragraph, where nobody is said to say them

    def statements(self) -> tuple[Statement, ...]:
        for sentence in self.sentences:
            self._read(sentence)
        self._settle(None)
        return tuple(sorted(self.found, key=lambda statement: (statement.found.start, statement.found.end)))

    def _read(self, sentence: Sentence) -> None:
        candidates = self.cast.candidates(sentence)
        attributions = self.grammar.attributions(sentence, candidates)
        self.focus.named_together(sentence, candidates)
        reference = next((a for a in attributions if a.form == "reference"), None)
        if self.waiting and (reference or not sentence.only_quotes):
            spoken = reference or next((a for a in attributions if a.first == 0), None)
            self._settle(spoken.voice if spoken and (reference or self.waiting[-1].voice is None) else None)
        if reference:
            self._reported_before(reference)
            self._spoke(reference.voice, sentence)
            self.silent, self.open = [], None
            return
        quoted = [i for i, word in enumerate(sentence.words) if word.quote >= 0]
        taken = [self._quoted(sentence, i, candidates, attributions) for i in quoted]
        if any(taken):
            self._said_meanwhile(sentence)
            self.silent, self.open = [], None
        elif self._reported(sentence, attributions):
            self.silent, self.open = [], (sentence, 0)
        elif not self._goes_on(sentence, candidates, attributions):
            self.open = None
            self._introduces(sentence, candidates)
            if self.silent and self.silent[-1].paragraph != sentence.paragraph:
                self.silent = []
            self.silent.append(sentence)

    def _spoke(self, voice: Voice, sentence: Sentence) -> None:
        self.focus.spoke(voice, sentence.paragraph)

    # ------------------------------------------------------------ quotations

    def _quoted(self, sentence: Sentence, i: int, candidates: list[Candidate], attributions: list[Attribution]) -> bool:
        """Keep a quotation as a statement if somebody is said, or plainly understood, to say it."""
        words = sentence.words
        quote = self.quotes[words[i].quote]
        length = len(self.text[quote.start : quote.end].split())
        ended = self.text[quote.end - 1] in ",.?!…" or (
            quote.outer_end < len(self.text) and self.text[quote.outer_end] in ",."
        )
        attribution = right_of(words, i, attributions)
        if attribution and (ended or i == 0 or length > SHORTEST_WITHIN):
            self._keep_quote(quote, attribution.voice, attribution.root, "direct-attributed")
            self._spoke(attribution.voice, sentence)
            return True
        named = named_before(words, i, candidates)
        voice = self.focus.voice(sentence, named) if named else None
        if voice and ended:
            self._keep_quote(quote, voice, None, "direct-attributed")
            self._spoke(voice, sentence)
            return True
        attribution = left_of(words, i, attributions)
        if attribution and (length >= SHORTEST_WITHIN or (words[i - 1].text in (",", ":") and ended)):
            self._keep_quote(quote, attribution.voice, attribution.root, "direct-attributed")
            self._spoke(attribution.voice, sentence)
            return True
        if sentence.only_quotes and (length >= SHORTEST_ALONE or (ended and length > 1)):
            voice = self.focus.meant(sentence.paragraph, quote.outer_start, quote.outer_start)
            self.waiting.append(_Waiting(quote, voice))
            return True
        return False

    def _settle(self, voice: Voice | None) -> None:
        """Give the waiting quotations the speaker that was found, or the one that the context suggested."""
        for waiting in self.waiting:
            speaker = voice or waiting.voice
            if speaker:
                self._keep_quote(waiting.quote, speaker, None, "direct-later" if voice else "direct-context")
                self.focus.last = speaker
        self.waiting = []

    def _keep_quote(self, quote: Quote, voice: Voice, root: str | None, rule: str) -> None:
        self._keep("direct", quote.start, quote.end, voice, root, rule)

    # ------------------------------------------------------------ reported speech

    def _reported(self, sentence: Sentence, attributions: list[Attribution]) -> bool:
        """Keep reported speech of a sentence; False when it reports none."""
        words = sentence.words
        last = content_end(words, len(words))
        closing = next((a for a in attributions if a.form == "after" and closes(words, a, last)), None)
        for attribution in [closing] if closing else attributions:
            if attribution.form == "tail":
                continue
            if attribution.form in ("after", "agent"):
                first, end = 0, last
                if attribution is closing:
                    end = content_end(words, attribution.first)
                kept = end - first >= SHORTEST_REPORT
            else:
                first, end = content_start(words, attribution.content), last
                kept = says_something(sentence, attribution)
            if kept:
                self._keep_words(words, first, end, attribution, f"reported-{attribution.form}")
                self._spoke(attribution.voice, sentence)
                return True
        return False

    def _goes_on(self, sentence: Sentence, candidates: list[Candidate], attributions: list[Attribution]) -> bool:
        """Add a sentence to the reported speech before it in the paragraph, where it plainly goes on with it."""
        if self.open is None or self.open[0].paragraph != sentence.paragraph or self.open[1] >= MOST_CONTINUED:
            return False
        words = sentence.words
        acts = any(c.shape in ("person", "pronoun", "role") and not governed(words, c) for c in candidates)
        if attributions or acts or words[0].lower in BACKGROUND or any(word.quote >= 0 for word in words):
            return False
        statement = self.found[-1]
        end = words[content_end(words, len(words)) - 1].end
        if end - statement.found.start > LONGEST_CONTINUED * (self.open[0].end - self.open[0].start):
            return False
        surface = self.text[statement.found.start : end]
        self.found[-1] = replace(statement, found=replace(statement.found, end=end, surface=surface), quote=surface)
        self.open = (self.open[0], self.open[1] + 1)
        return True

    def _said_meanwhile(self, sentence: Sentence) -> None:
        """`… ,” kata X seraya menambahkan bahwa …`: reported speech behind a quotation."""
        words = sentence.words
        for i in range(1, len(words) - 4):
            verb = reporting_verbs().active_form(words[i].lower)
            if verb and words[i - 1].lower in WHILE and self.focus.last and not any(w.quote >= 0 for w in words[i:]):
                attribution = Attribution("active", verb.root, self.focus.last, i, i, i, i + 1)
                if says_something(sentence, attribution):
                    first, end = content_start(words, i + 1), content_end(words, len(words))
                    self._keep_words(words, first, end, attribution, "reported-while")
                return

    def _reported_before(self, attribution: Attribution) -> None:
        """`Hal itu disampaikan X`: what stands before it, and nobody else says, is what X said."""
        if self.silent and len(self.silent[-1].words) >= SHORTEST_REPORT * 2:
            words = tuple(word for sentence in self.silent[-MOST_CONTINUED - 1 :] for word in sentence.words)
            self._keep_words(words, 0, content_end(words, len(words)), attribution, "reported-reference")

    def _introduces(self, sentence: Sentence, candidates: list[Candidate]) -> None:
        """A sentence without words of anybody makes its subject the one of whom the text speaks."""
        for candidate in candidates:
            unnamed = candidate.shape in ("human", "epithet") and sentence.words[candidate.first].lower in QUANTIFIERS
            if (candidate.person is not None or unnamed) and not governed(sentence.words, candidate):
                voice = self.focus.voice(sentence, candidate)
                if voice:
                    self.focus.speaks_of(voice, sentence.paragraph)
                return

    # ------------------------------------------------------------ records

    def _keep_words(self, words: tuple[Word, ...], first: int, end: int, attribution: Attribution, rule: str) -> None:
        self._keep("indirect", words[first].start, words[end - 1].end, attribution.voice, attribution.root, rule)

    def _keep(self, kind: str, start: int, end: int, voice: Voice, root: str | None, rule: str) -> None:
        surface = self.text[start:end]
        quote = re.sub(r"\s*\n\s*", " ", MARK.sub("", surface) if kind == "direct" and "\n" in surface else surface)
        certain = CONFIDENCE[rule]
        self.found.append(
            Statement(
                found=Found(start, end, surface, rule, certain),
                kind="direct" if kind == "direct" else "indirect",
                speaker=voice.name,
                speaker_kind=voice.kind,
                quote=quote.strip(),
                verb=root,
                attribution=Found(voice.start, voice.end, self.text[voice.start : voice.end], rule, certain),
            )
        )
