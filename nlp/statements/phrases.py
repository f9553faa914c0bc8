"""Noun phrases that may speak: pronouns, offices, bodies, people in general, and names that nothing else knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from nlp.lexicon import common_words, groups
from nlp.reporting_verbs import reporting_verbs
from nlp.speaker_nouns import speaker_nouns
from nlp.statements.lists import WORDS_OF
from nlp.statements.words import Word

Shape = Literal["person", "institution", "pronoun", "group", "role", "human", "epithet", "kin", "body", "printed"]

SHAPES: dict[str, Shape] = {
    "office": "role",
    "body": "body",
    "human": "human",
    "title": "human",
    "epithet": "epithet",
    "kin": "kin",
}
PRONOUNS = frozenset({"ia", "dia", "beliau", "pihaknya", "dirinya"})
GROUPS = {"keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "mereka": 0}  # 0: any number
PREPOSITIONS = WORDS_OF["prepositions"]
CONDITIONS = WORDS_OF["conditions"]
LINKS = frozenset({"dan", "bidang", "serta", "se"})  # between the words of one office: Dinas Perikanan dan Kelautan
NO_NAME = WORDS_OF["no_name"]
ORIGINS = frozenset({"dari", "asal", "di", "pada"})  # pengamat dari Universitas X Rara Anjani: the name stands alone
QUANTIFIERS = frozenset(
    {"seorang", "salah", "satu", "para", "sejumlah", "beberapa", "sang", "si", "ketiga", "kedua", "sebagian"}
)
NOT_NOUNS = WORDS_OF["not_nouns"]
POINTERS = frozenset({"itu", "tersebut", "ini"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that may speak: words `first` to `last` of its sentence."""

    first: int
    last: int
    shape: Shape
    name: str | None = None  # None: to be resolved
    person: int | None = None  # index among the article's people


def _capital(word: Word) -> bool:
    return word.quote < 0 and word.text[0].isupper()


def bracketed(words: tuple[Word, ...]) -> list[bool]:
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


def description(words: tuple[Word, ...], position: int, limit: int) -> Candidate | None:
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
    if kind and not (kind == "body" and _capital(word) and position):  # Polisi heads a sentence
        return Candidate(position, _phrase_end(words, position, limit, plain=True), SHAPES[kind])
    if word.lower in QUANTIFIERS and position + 1 < limit:
        inner = description(words, position + 1, limit)
        if inner and inner.shape in ("human", "epithet", "role", "kin"):
            return replace(inner, first=position)
        if word.lower in ("seorang", "seorang") or words[position - 1].lower == "salah":
            return Candidate(position, position + 1, "human") if _small_noun(words[position + 1]) else None
        return None
    if _capital(word) and not _no_name(word):
        last = _phrase_end(words, position, limit, plain=False)
        known = word.lower in common_words() or word.lower.removesuffix("nya") in common_words()
        if position or last > position or not known:
            return Candidate(position, last, "printed")
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


def _without_brackets(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """What stands between an office and a name, without an abbreviation in brackets and an initial."""
    inside = bracketed(words)
    kept = [word for word, within in zip(words, inside, strict=True) if not within and word.text not in "()[]"]
    return tuple(word for word in kept if not (len(word.text.rstrip(".")) == 1 and word.text[0].isupper()))


def _is_degree(words: tuple[Word, ...], before: Candidate, candidate: Candidate) -> bool:
    """What follows a name after a comma is a degree: `S.Sos., MM`; an unknown one only behind a known one."""
    part = words[candidate.first : candidate.last + 1]
    degrees = groups("titles.txt")["suffix"]
    known = "." in words[before.last].text or words[before.last].lower in degrees
    return all(
        "." in word.text or word.lower in degrees or (known and word.text.isupper() and len(word.text) <= 5)
        for word in part
    )


def joined(words: tuple[Word, ...], found: list[Candidate]) -> list[Candidate]:
    """An office or a title and the name beside it become one candidate: `Ketua KPU Batu, Rara Anjani, S.H.`."""
    joined: list[Candidate] = []
    for candidate in found:
        merged = _merged(words, joined[-1], candidate) if joined else None
        if merged:
            joined[-1] = merged
            outer = _merged(words, joined[-2], merged) if len(joined) > 1 else None
            if outer:
                joined[-2:] = [outer]
        else:
            joined.append(candidate)
    return joined


def _merged(words: tuple[Word, ...], before: Candidate, candidate: Candidate) -> Candidate | None:
    between = words[before.last + 1 : candidate.first]
    if candidate.shape == "person":
        between = _without_brackets(between)  # Institut Teknologi Bandung (ITB) R. Anjani
    texts = [word.text for word in between]
    commas = not between or all(text in (",", ".", "–", "-") for text in texts)
    if candidate.shape == "person":
        if before.shape == "kin" and not between:
            end = candidate.last + 1
            return replace(before, last=end if end < len(words) and words[end].lower in POINTERS else end - 1)
        office = before.shape in ("role", "human", "epithet", "kin") or (
            before.shape in ("institution", "printed") and not between
        )
        origin = before.first > 0 and words[before.first - 1].lower in ORIGINS and before.shape != "role"
        if office and commas and len(between) < 2 and not origin:
            return replace(candidate, first=before.first)
    elif candidate.shape == "institution":
        linked = len(between) == 1 and between[0].lower in ("dan", "di", "pada")
        if before.shape == "role" and (not between or linked):
            return replace(before, last=candidate.last)
    elif candidate.shape == "printed":
        if before.shape == "person" and (not between or (commas and _is_degree(words, before, candidate))):
            return replace(before, last=candidate.last)
        closes_bracket = bool(texts) and texts[-1] in (")", "]")
        followed = words[candidate.last + 1].text if candidate.last + 1 < len(words) else "."
        if before.shape == "institution" and (closes_bracket or (texts == [","] and followed in (",", "(", "["))):
            return replace(before, last=candidate.last)
    return None
