"""Who says something in a sentence, by which verb, and where the words begin: the grammar of Indonesian attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp.reporting_verbs import Verb, reporting_verbs
from nlp.speaker_nouns import speaker_nouns
from nlp.statements.focus import Focus
from nlp.statements.lists import WORDS_OF
from nlp.statements.phrases import Candidate
from nlp.statements.subjects import ADJUNCTS, ADVERBS, earlier_person, only_adjuncts, speaker_after, subject_before
from nlp.statements.voices import Voice
from nlp.statements.words import Sentence, Word

Form = Literal["active", "before", "after", "agent", "reference", "data", "tail"]

AFTER_SPEAKER = WORDS_OF["after_speaker"]
WISHES = frozenset(
    {"diminta", "diimbau", "dihimbau", "diingatkan", "diajak", "didesak", "didorong", "disarankan", "diharapkan"}
)
JUDGED = frozenset({"dinilai", "dianggap", "dipandang", "diakui"})  # with the one who judges: dinilai Bawaslu
REFERENCES = WORDS_OF["references"]
SAME_KIND = frozenset({"itu", "tersebut", "ini", "senada", "serupa", "sama", "demikian"})
DATA_NOUNS = frozenset(
    {
        "data",
        "catatan",
        "laporan",
        "rilis",
        "rilisan",
        "survei",
        "rekapitulasi",
        "pantauan",
        "hasil",
        "keterangan",
        "temuan",
    }
)
WORDS_SAID = frozenset({"pernyataan", "keterangan", "penjelasan", "ungkapan", "kutipan", "isi", "bunyi"})
ACCORDING = frozenset({"menurut", "menurutnya", "hematnya"})
ESTABLISHES = frozenset(  # with bahwa, these tell what is so and not what somebody says
    {
        "menunjukkan",
        "membuktikan",
        "menandakan",
        "mengetahui",
        "menemukan",
        "mengartikan",
        "berarti",
        "menyadari",
        "bermakna",
    }
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker with a verb of saying.

    `content`: index of the first word of what is said; for the forms inside or behind it ("after", "agent") the
    sentence itself is what is said, from its first word. "reference" points to the sentence before (`Hal itu
    disampaikan X`), and so does "tail", which lost its quotation (`kata X di Batang.` as a sentence).
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
        active = verbs.active_form(lower) or _that(sentence.words, i)
        if active:
            found = self._active(sentence, candidates, i, active)
            if found or lower not in verbs.bare:
                return found
        if lower in ACCORDING:
            return self._according(sentence, candidates, i)
        if lower in verbs.bare:
            return self._bare(sentence, candidates, i, verbs.bare[lower])
        if lower in verbs.bare_nya:
            return self._bare_nya(sentence, i, verbs.bare_nya[lower])
        if lower in ("demikian", "begitu") and i and sentence.words[i - 1].quote >= 0:
            return self._thus(sentence, candidates, i)
        if lower in verbs.passive:
            return self._passive(sentence, candidates, i, verbs.passive[lower])
        if lower in verbs.passive_nya and (i == 0 or sentence.words[i - 1].text in (",", '"') or i < 3):
            voice = self.focus.meant(sentence.paragraph, word.start, word.end)
            return Attribution("after", verbs.passive_nya[lower].root, voice, i, i, i, 0) if voice else None
        return None

    # ------------------------------------------------------------ X mengatakan …

    def _active(self, sentence: Sentence, candidates: list[Candidate], i: int, verb: Verb) -> Attribution | None:
        subject = subject_before(sentence.words, candidates, i)
        if subject is None:
            return None
        voice = self.focus.voice(sentence, subject, earlier_person(sentence.words, candidates, subject))
        if voice is None:
            return None
        last = i + 1 if verb.root == "terima kasih" else i
        while last + 2 < len(sentence.words) and sentence.words[last + 1].lower in ("dan", "serta", "sekaligus"):
            if self.verbs.active_form(sentence.words[last + 2].lower) is None:
                break
            last += 2
        return Attribution("active", verb.root, voice, i, subject.first, last, last + 1)

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
        if verb.homograph and i == 0 and not _parted(words, speaker):
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
        if not before or not (ends or words[i - 1].text == '"'):
            return None
        voice = self.focus.meant(sentence.paragraph, words[i].start, words[i].end)
        return self._set_off(sentence, i, i, verb.root, voice) if voice else None

    def _according(self, sentence: Sentence, candidates: list[Candidate], i: int) -> Attribution | None:
        words = sentence.words
        if words[i].lower.endswith("nya"):
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
        if speaker.shape in ("role", "human"):
            named = speaker_after(words, candidates, k) or speaker
            closed = named.last + 1 < len(words) and words[named.last + 1].text == ","
            speaker = named if closed else speaker
        voice = self.focus.voice(sentence, speaker)
        return self._set_off(sentence, i, speaker.last, "menurut", voice) if voice else None

    def _set_off(self, sentence: Sentence, i: int, last: int, root: str, voice: Voice) -> Attribution:
        """An attribution at the sentence's head introduces what is said; elsewhere it stands inside or behind it."""
        words = sentence.words
        if i == 0 and words[0].text[0].islower():
            return Attribution("tail", root, voice, i, i, last, len(words))
        if i <= 1 and all(word.quote < 0 for word in words[:i]):
            content = last + 1
            comma = next((k for k in range(last + 1, min(last + 30, len(words))) if words[k].text in (",", ":")), None)
            if comma is not None and (comma == last + 1 or only_adjuncts(words, last + 1, comma)):
                content = comma + 1
            return Attribution("before", root, voice, i, i, last, content)
        return Attribution("after", root, voice, i, i, last, 0)

    def _thus(self, sentence: Sentence, candidates: list[Candidate], i: int) -> Attribution | None:
        """`"…," demikian pernyataan X` and `"…," begitu X`, without a verb."""
        k = i + 1
        if k < len(sentence.words) and sentence.words[k].lower in WORDS_SAID:
            k += 1
        speaker = speaker_after(sentence.words, candidates, k)
        voice = self.focus.voice(sentence, speaker) if speaker else None
        return Attribution("after", "demikian", voice, i, i, speaker.last, 0) if speaker and voice else None

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
            source = self._document_of(sentence, candidates, i)
            if source and k < len(words) and words[k].lower in (",", "bahwa"):
                return Attribution("before", verb.root, source, i, 0, i, k + 1)
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
        named = speaker.shape in ("institution", "person", "role", "pronoun")
        if words[i].lower in WISHES or (words[i].lower in JUDGED and named):
            return Attribution("agent", verb.root, voice, i, i, speaker.last, 0)
        return None

    def _document_of(self, sentence: Sentence, candidates: list[Candidate], i: int) -> Voice | None:
        """`Dalam laporan X disebutkan, …` counts as the words of X."""
        words = sentence.words
        if i > 12 or words[0].lower not in ("dalam", "pada", "dari") or words[1].lower not in DATA_NOUNS:
            return None
        source = next((c for c in candidates if c.last < i and c.shape in ("institution", "person", "role")), None)
        return self.focus.voice(sentence, source) if source else None

    def _data(self, sentence: Sentence, candidates: list[Candidate]) -> Attribution | None:
        """`Berdasarkan data X, …` counts as the words of X."""
        words = sentence.words
        if len(words) < 6 or words[0].lower not in ("berdasarkan", "merujuk", "mengacu", "mengutip"):
            return None
        noun = next((k for k in range(1, 4) if words[k].lower in DATA_NOUNS), None)
        source = next((c for c in candidates if noun and noun < c.first <= noun + 3), None)
        if (
            source
            and all(word.text != "," for word in words[noun : source.first])
            and source.shape in ("institution", "printed", "body")
        ):
            voice = self.focus.voice(sentence, source)
            after = range(source.last + 1, min(source.last + 16, len(words)))
            comma = next((k for k in after if words[k].text == ","), source.last)
            return Attribution("data", "data", voice, 0, 0, comma, comma + 1) if voice else None
        return None


def _parted(words: tuple[Word, ...], speaker: Candidate) -> bool:
    """A comma, colon or quotation follows the speaker at a sentence's head: `Lanjut X, …`, but not `Nilai X tinggi`."""
    following = words[speaker.last + 1 :][:1]
    return speaker.shape not in ("printed", "body") and bool(following) and following[0].text in (",", ":", '"')


def _that(words: tuple[Word, ...], i: int) -> Verb | None:
    """Any other active verb that bahwa follows reports words or thoughts: `menafsirkan bahwa`."""
    lower = words[i].lower
    if (
        i + 1 < len(words)
        and words[i + 1].lower == "bahwa"
        and lower.startswith(("me", "ber"))
        and lower not in ESTABLISHES
    ):
        return Verb(lower, False, "")
    return None
