"""Who says something in a sentence, by which verb, and where the words begin: the grammar of Indonesian attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp.reporting_verbs import Verb, reporting_verbs
from nlp.speaker_nouns import speaker_nouns
from nlp.statements.focus import Focus
from nlp.statements.lists import WORDS_OF
from nlp.statements.voices import CONDITIONS, PREPOSITIONS, Candidate, Voice
from nlp.statements.words import Sentence, Word

Form = Literal["active", "before", "after", "agent", "reference", "data"]

ADVERBS = WORDS_OF["adverbs"]
BLOCKERS = WORDS_OF["blockers"]
AFTER_SPEAKER = WORDS_OF["after_speaker"]
ADJUNCTS = WORDS_OF["adjuncts"]
WISHES = frozenset(
    {"diminta", "diimbau", "dihimbau", "diingatkan", "diajak", "didesak", "didorong", "disarankan", "diharapkan"}
)
REFERENCES = frozenset({"hal", "pernyataan", "demikian", "penegasan", "imbauan", "ungkapan", "harapan", "himbauan"})
SAME_KIND = frozenset({"itu", "tersebut", "ini", "senada", "serupa", "sama", "demikian"})
DATA_NOUNS = frozenset({"data", "catatan", "laporan", "rilis", "survei", "rekapitulasi", "pantauan", "hasil"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker with a verb of saying.

    `content`: index of the first word of what is said; for the forms inside or behind it ("after", "agent") the
    sentence itself is what is said, from its first word. "reference" points to the sentence before (`Hal itu
    disampaikan X`).
    """

    form: Form
    root: str
    voice: Voice
    verb: int  # index of the verb among the words
    first: int  # the words of the attribution itself
    last: int
    content: int


class Grammar:
    """Reads the attributions of one sentence after the other."""

    def __init__(self, focus: Focus) -> None:
        self.focus = focus
        self.verbs = reporting_verbs()

    def attributions(self, sentence: Sentence, candidates: list[Candidate]) -> list[Attribution]:
        """All attributions of a sentence in order, those inside what another one reports included."""
        found: list[Attribution] = []
        for i, word in enumerate(sentence.words):
            if word.quote >= 0:
                continue
            attribution = self._at(sentence, candidates, i, word)
            if attribution and not (found and attribution.verb <= found[-1].last):
                found.append(attribution)
        data = self._data(sentence, candidates)
        return [data, *found] if data else found

    def _at(self, sentence: Sentence, candidates: list[Candidate], i: int, word: Word) -> Attribution | None:
        verbs, lower = self.verbs, word.lower
        if lower in verbs.active:
            found = self._active(sentence, candidates, i, verbs.active[lower])
            if found or lower not in verbs.bare:
                return found
        if lower in ("menurut", "menurutnya"):
            return self._according(sentence, candidates, i)
        if lower in verbs.bare:
            return self._bare(sentence, candidates, i, verbs.bare[lower])
        if lower in verbs.bare_nya:
            return self._bare_nya(sentence, i, verbs.bare_nya[lower])
        if lower in verbs.passive:
            return self._passive(sentence, candidates, i, verbs.passive[lower])
        if lower in verbs.passive_nya and (i == 0 or sentence.words[i - 1].text in (",", '"') or i < 3):
            voice = self.focus.meant(sentence.paragraph, word.start, word.end)
            return Attribution("after", verbs.passive_nya[lower].root, voice, i, i, i, 0) if voice else None
        return None

    # ------------------------------------------------------------ X mengatakan …

    def _active(self, sentence: Sentence, candidates: list[Candidate], i: int, verb: Verb) -> Attribution | None:
        subject = self._subject(sentence.words, candidates, i)
        if subject is None:
            return None
        voice = self.focus.voice(sentence, subject, _earlier_person(sentence.words, candidates, subject))
        if voice is None:
            return None
        last = i
        while last + 2 < len(sentence.words) and sentence.words[last + 1].lower in ("dan", "serta", "sekaligus"):
            if sentence.words[last + 2].lower not in self.verbs.active:
                break
            last += 2
        return Attribution("active", verb.root, voice, i, subject.first, last, last + 1)

    def _subject(self, words: tuple[Word, ...], candidates: list[Candidate], verb: int) -> Candidate | None:
        """The subject to the left of an active verb."""
        j = verb - 1
        while j >= 0 and words[j].lower in ADVERBS:
            j -= 1
        if j < 0 or words[j].lower in BLOCKERS or (verb and words[verb - 1].lower in BLOCKERS):
            return None
        for candidate in reversed(candidates):
            if candidate.last > j:
                continue
            adjacent = candidate.last == j or _nothing_between(words, candidate.last + 1, j)
            if not adjacent and (candidate.shape == "printed" or not _spanned(words, candidate.last + 1, j)):
                if candidate.shape in ("printed", "human", "body"):
                    continue
                return None
            if governed(words, candidate):
                continue
            return candidate
        return None

    # ------------------------------------------------------------ kata X, menurut X, lanjutnya

    def _bare(self, sentence: Sentence, candidates: list[Candidate], i: int, verb: Verb) -> Attribution | None:
        words = sentence.words
        set_off = (
            i == 0
            or words[i - 1].text in (",", '"', ".", "?", "!", ":", "”", ";")
            or words[i - 1].lower in ("begitu", "demikian")
        )
        if verb.homograph and not set_off:
            return None
        speaker = speaker_after(words, candidates, i + 1)
        if speaker is None:
            return None
        if not set_off and speaker.shape not in ("person", "pronoun"):
            return None
        if verb.homograph and speaker.shape in ("printed", "body") and i == 0:
            return None
        voice = self.focus.voice(sentence, speaker)
        if voice is None:
            return None
        return self._set_off(sentence, i, speaker.last, verb.root, voice)

    def _bare_nya(self, sentence: Sentence, i: int, verb: Verb) -> Attribution | None:
        words = sentence.words
        before = (
            i == 0
            or words[i - 1].text in (",", '"', ".", "?", "!", ":", ";")
            or words[i - 1].lower in ("begitu", "demikian")
        )
        after = words[i + 1].lower if i + 1 < len(words) else "."
        ends = after in (",", ".", '"', ":", "!", ";", "(", "[") or after in AFTER_SPEAKER or after in ADJUNCTS
        if not before or not ends:
            return None
        voice = self.focus.meant(sentence.paragraph, words[i].start, words[i].end)
        return self._set_off(sentence, i, i, verb.root, voice) if voice else None

    def _according(self, sentence: Sentence, candidates: list[Candidate], i: int) -> Attribution | None:
        words = sentence.words
        if words[i].lower == "menurutnya":
            voice = self.focus.meant(sentence.paragraph, words[i].start, words[i].end)
            return self._set_off(sentence, i, i, "menurut", voice) if voice else None
        nouns = speaker_nouns().kinds
        k = i + 1
        if k < len(words) and words[k].lower in DATA_NOUNS:
            k += 1
        elif k < len(words) and nouns.get(words[k].lower) == "document":
            return None
        speaker = next((c for c in candidates if c.first == k), None)
        if speaker is None:
            return None
        voice = self.focus.voice(sentence, speaker)
        return self._set_off(sentence, i, speaker.last, "menurut", voice) if voice else None

    def _set_off(self, sentence: Sentence, i: int, last: int, root: str, voice: Voice) -> Attribution:
        """An attribution at the sentence's head introduces what is said; elsewhere it stands inside or behind it."""
        words = sentence.words
        if i <= 1 and all(word.quote < 0 for word in words[:i]):
            content = last + 1
            comma = next((k for k in range(last + 1, min(last + 30, len(words))) if words[k].text in (",", ":")), None)
            if comma is not None and (comma == last + 1 or _only_adjuncts(words, last + 1, comma)):
                content = comma + 1
            return Attribution("before", root, voice, i, i, last, content)
        return Attribution("after", root, voice, i, i, last, 0)

    # ------------------------------------------------------------ disampaikan X, diminta X

    def _passive(self, sentence: Sentence, candidates: list[Candidate], i: int, verb: Verb) -> Attribution | None:
        words = sentence.words
        k = i + 1
        while k < len(words) and words[k].lower in ("oleh", "langsung", "pula", "juga", "sebelumnya"):
            k += 1
        speaker = next((c for c in candidates if c.first == k), None)
        head = [word.lower for word in words[:i]]
        refers = any(word in REFERENCES for word in head[:3]) and any(word in SAME_KIND for word in head[:4]) and i < 7
        if speaker is None or speaker.shape == "printed":
            opening = not head or all(word in ADVERBS or word == "," for word in head)
            if (
                opening
                and verb.root not in ("minta", "harap", "nilai", "lapor")
                and k < len(words)
                and words[k].lower in (",", "bahwa", '"')
            ):
                voice = self.focus.meant(sentence.paragraph, words[i].start, words[i].end)
                return Attribution("before", verb.root, voice, i, 0, i, k + 1) if voice else None
            if speaker is None:
                return None
        voice = self.focus.voice(sentence, speaker)
        if voice is None:
            return None
        if refers or (head and head[0] in ("demikian", "begitu") and i < 4):
            return Attribution("reference", verb.root, voice, i, 0, speaker.last, len(words))
        if all(word in ADVERBS or word == "," for word in head):
            content = speaker.last + 1
            return Attribution("before", verb.root, voice, i, 0, speaker.last, content)
        if words[i].lower in WISHES:
            return Attribution("agent", verb.root, voice, i, i, speaker.last, 0)
        return None

    def _data(self, sentence: Sentence, candidates: list[Candidate]) -> Attribution | None:
        """`Berdasarkan data X, …` counts as the words of X."""
        words = sentence.words
        if len(words) < 6 or words[0].lower not in ("berdasarkan", "merujuk", "mengacu", "mengutip"):
            return None
        comma = next((k for k in range(2, min(25, len(words))) if words[k].text == ","), None)
        if comma is None or not any(word.lower in DATA_NOUNS for word in words[1:4]):
            return None
        for candidate in candidates:
            if candidate.last < comma and (
                candidate.shape == "institution"
                or (candidate.shape == "printed" and words[candidate.first].text.isupper())
            ):
                voice = self.focus.voice(sentence, candidate)
                if voice:
                    return Attribution("data", "data", voice, 0, 0, comma, comma + 1)
        return None


def governed(words: tuple[Word, ...], candidate: Candidate) -> bool:
    """The phrase depends on a preposition, is the object of a verb, or stands in a clause of condition or cause."""
    if candidate.first == 0:
        return False
    before = words[candidate.first - 1]
    kinds = speaker_nouns().kinds
    if before.lower in PREPOSITIONS or before.lower in CONDITIONS or kinds.get(before.lower) == "document":
        return True
    return before.lower.startswith(("mem", "men", "meng")) and before.text[0].islower() and len(before.lower) > 5


def speaker_after(words: tuple[Word, ...], candidates: list[Candidate], start: int) -> Candidate | None:
    """The speaker to the right of `kata`: the first person in the phrase, else the phrase itself."""
    while start < len(words) and words[start].lower in ("oleh", "pula", "lagi", "sang"):
        start += 1
    first = next((c for c in candidates if start <= c.first <= start + 1 and c.last >= start), None)
    if first is None or (first.first > start and words[start].lower not in ("lagi", "seorang", "salah", "para")):
        return None
    if first.person is not None:
        return first
    for candidate in candidates:
        if candidate.first <= first.last:
            continue
        between = words[first.last + 1 : candidate.first]
        if any(word.lower in ADJUNCTS or word.text in (".", ";", ":", '"') for word in between) or len(between) > 6:
            break
        if candidate.person is not None:
            return candidate
    return first


def _nothing_between(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Only commas and brackets with what they explain stand from one word to another."""
    depth = 0
    for word in words[first : last + 1]:
        if word.text in ("(", "["):
            depth += 1
        elif word.text in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth and word.text not in (",", "-", "–", "."):
            return False
    return True


def _spanned(words: tuple[Word, ...], first: int, last: int) -> bool:
    """What stands between a subject and its verb is an insertion: `, saat ditemui di Mamuju,` or `yang hadir`."""
    if last - first > 28:
        return False
    opening = words[first].lower
    if opening in (",", "(", "["):
        return True
    return opening in ADJUNCTS or opening in ("yang", "selaku", "sebagai", "bersama", "serta", "dan")


def _only_adjuncts(words: tuple[Word, ...], first: int, comma: int) -> bool:
    return words[first].lower in ADJUNCTS


def _earlier_person(words: tuple[Word, ...], candidates: list[Candidate], pronoun: Candidate) -> Candidate | None:
    """The person that a pronoun of the same sentence means: its subject before the pronoun."""
    if pronoun.shape != "pronoun":
        return None
    for candidate in candidates:
        if candidate.first >= pronoun.first:
            return None
        if candidate.person is not None and not governed(words, candidate):
            return candidate
    return None
