"""The grammatical place of a speaker: the subject left of an active verb, the name right of `kata`."""

from __future__ import annotations

from dataclasses import replace

from nlp.reporting_verbs import reporting_verbs
from nlp.speaker_nouns import speaker_nouns
from nlp.statements.lists import WORDS_OF
from nlp.statements.phrases import CONDITIONS, NO_NAME, POINTERS, PREPOSITIONS, QUANTIFIERS, Candidate
from nlp.statements.words import Word

ADVERBS = WORDS_OF["adverbs"]
BLOCKERS = WORDS_OF["blockers"]
ADJUNCTS = WORDS_OF["adjuncts"]
LONGEST_DESCRIPTION = 5  # words between `kata` and the name
LONGEST_EPITHET = 24  # words from a noun to the `itu` that points back
LONGEST_INSERTION = 28  # words between a subject and its verb
BEFORE_SPEAKER = frozenset({"oleh", "pula", "lagi", "sang", "dr", "drg", "drs", "ir", "prof", "h", "hj", "kh", "si"})
DENIALS = frozenset({"membantah", "menampik", "menyangkal", "memungkiri", "menepis"})  # tidak membantah affirms
LINKING = frozenset({"bahwa", "dan", "serta", "maupun", "pihak", "lembaga", "aktivis", "sedangkan"})
SIDES = WORDS_OF["sides"]
ORIGINS = frozenset({"asal", "dari", "kelahiran", "yang", "dengan", "di", "berusia"})


def subject_before(words: tuple[Word, ...], candidates: list[Candidate], verb: int) -> Candidate | None:
    """The subject to the left of an active verb; None where the verb is negated, relative or an infinitive."""
    j = verb - 1
    if j >= 0 and words[j].lower in ("tidak", "tak") and words[verb].lower in DENIALS:
        j -= 1
    while j >= 0 and words[j].lower in ADVERBS:
        j -= 1
    if j < 0 or words[j].lower in BLOCKERS or (words[verb - 1].lower in BLOCKERS and j == verb - 1):
        return None
    for candidate in reversed(candidates):
        if candidate.last > j or governed(words, candidate):
            continue
        if candidate.last == j or _nothing_between(words, candidate.last + 1, j):
            return _explained_person(words, candidates, candidate, j) or candidate
        if candidate.shape in ("printed", "human", "body"):
            continue
        if not _spanned(words, candidate.last + 1, j):
            return None
        return _explained_person(words, candidates, candidate, j) or candidate
    return None


def _explained_person(
    words: tuple[Word, ...], candidates: list[Candidate], nearest: Candidate, last: int
) -> Candidate | None:
    """The person at the head of a sentence whom the phrase before the verb explains: `Rara Anjani, guru di Batang,`."""
    person = next((c for c in candidates if c.first <= 1 and c.person is not None), None)
    if nearest.person is not None or person is None or words[last].text != "," or governed(words, person):
        return None
    between = words[person.last + 1 : nearest.first]
    plain = all(word.quote < 0 and word.lower not in reporting_verbs().active for word in between)
    return person if between and between[0].text == "," and len(between) <= LONGEST_INSERTION and plain else None


def governed(words: tuple[Word, ...], candidate: Candidate) -> bool:
    """The phrase depends on a preposition, is the object of a verb, or stands in a clause of condition or cause."""
    if candidate.first == 0:
        return False
    before = words[candidate.first - 1]
    kinds = speaker_nouns().kinds
    head = words[candidate.first]
    small = candidate.shape in ("body", "human", "role") and head.text[0].islower() and head.lower not in QUANTIFIERS
    if (candidate.shape == "printed" or small) and before.text[0].islower() and not _may_precede(before, small):
        return True
    if before.lower in PREPOSITIONS or before.lower in CONDITIONS or kinds.get(before.lower) == "document":
        return True
    return (
        before.lower.startswith(("mem", "men", "meng", "mewakili"))
        and before.text[0].islower()
        and len(before.lower) > 5
    )


def speaker_after(words: tuple[Word, ...], candidates: list[Candidate], start: int) -> Candidate | None:
    """The speaker to the right of `kata`: the first person in the phrase, else the phrase itself."""
    heads = {candidate.first for candidate in candidates}
    while start < len(words) and start not in heads and words[start].lower.rstrip(".") in BEFORE_SPEAKER:
        start += 1
    first = next((c for c in candidates if start <= c.first <= start + 1 and c.last >= start), None)
    if first is None and points_back(words, start):
        return Candidate(start, start, "epithet")
    if first is None:
        first = _described_name(words, candidates, start)
    if first is None:
        return None
    if first.person is not None and words[first.first + 1].lower not in SIDES:
        return first
    for candidate in candidates:
        if candidate.first <= first.last:
            continue
        between = words[first.last + 1 : candidate.first]
        if [word.lower for word in between] in (["-"], ["dan"], ["/"]):
            continue  # the second name of a pair that somebody speaks for
        if any(word.lower in ADJUNCTS or word.text in (".", ";", ":", '"') for word in between) or len(between) > 6:
            break
        if candidate.person is not None:
            return candidate
    return first


def _described_name(words: tuple[Word, ...], candidates: list[Candidate], start: int) -> Candidate | None:
    """A name behind a description in small letters: `kata perancang busana Kirana Lestari`."""
    named = next((c for c in candidates if c.first > start), None)
    if named is None or named.first - start > LONGEST_DESCRIPTION or named.shape not in ("person", "role", "printed"):
        return None
    between = words[start : named.first]
    plain = all(word.lower.isalpha() and word.text[0].islower() and word.lower not in ADJUNCTS for word in between)
    return replace(named, first=start) if plain else None


def _nothing_between(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Only commas and brackets with what they explain stand from one word to another."""
    depth = 0
    for word in words[first : last + 1]:
        if word.text in ("(", "["):
            depth += 1
        elif word.text in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth and word.text not in (",", "-", "–", ".") and word.lower not in POINTERS:
            return False
    return True


def _spanned(words: tuple[Word, ...], first: int, last: int) -> bool:
    """What stands between a subject and its verb is an insertion: `, saat ditemui di Mamuju,` or `yang hadir`."""
    if last - first > LONGEST_INSERTION:
        return False
    opening = words[first].lower
    if words[last].lower in POINTERS and opening in ORIGINS and all(word.text != "," for word in words[first:last]):
        return True  # Politisi asal Batang itu
    return (
        opening in (",", "(", "[") or opening in ADJUNCTS or opening in ("selaku", "sebagai", "bersama", "serta", "dan")
    )


def only_adjuncts(words: tuple[Word, ...], first: int, comma: int) -> bool:
    return words[first].lower in ADJUNCTS


def earlier_person(words: tuple[Word, ...], candidates: list[Candidate], pronoun: Candidate) -> Candidate | None:
    """The person that a pronoun of the same sentence means: its subject before the pronoun."""
    if pronoun.shape != "pronoun":
        return None
    for candidate in candidates:
        if candidate.first >= pronoun.first:
            return None
        if candidate.person is not None and not governed(words, candidate):
            return candidate
    return None


def _may_precede(word: Word, small: bool) -> bool:
    """A word behind which a name or noun can be a subject; behind another noun (`laman pemerintah`) it is its part."""
    return word.lower in NO_NAME or word.lower in LINKING or (not small and word.lower in ADVERBS)


def points_back(words: tuple[Word, ...], position: int) -> bool:
    """`mantan anggota DPR, itu`, `perempuan yang pernah menjabat bupati itu`: a pointing word closes a long phrase."""
    if position < len(words) and words[position].text == ",":
        return position + 1 < len(words) and words[position + 1].lower in POINTERS
    for k in range(position, min(position + LONGEST_EPITHET, len(words))):
        if words[k].text in (",", ".", '"', ";") or words[k].lower in reporting_verbs().active:
            return k > position and words[k - 1].lower in POINTERS
    return False
