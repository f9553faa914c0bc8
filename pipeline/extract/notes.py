"""What a reader should know about a text: page n of m, the outlet's corrections, signs of a machine's rewriting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import Levenshtein

_PAGE = re.compile(r"\b(?:halaman|hal\.?|page|laman)\s*:?\s*(\d{1,2})\s*(?:dari|of|/)\s*(\d{1,2})\b", re.I)
_PAGES = re.compile(r"\bhalaman\s*:?((?:\s*\d{1,2}){2,9})\b", re.I)
_URL_PAGE = re.compile(r"[?&](?:page|halaman|hal)=(\d{1,2})\b", re.I)
_CORRECTION = re.compile(
    r"[\s*(\[]*(?:ralat|koreksi|catatan redaksi|correction|hak jawab|klarifikasi redaksi)\b\s*[:—–-].{10,}", re.I | re.S
)

# Bodies and words that regional news print every day; a word one letter away from them is a machine's or a typist's.
_KNOWN = (
    "Bawaslu", "Panwaslu", "Panwascam", "Kemendagri", "Kemenpan", "Kesbangpol", "Diskominfo", "Inspektorat",
    "Pilkada", "Pemilu", "Pemprov", "Pemkab", "Pemkot", "Bareskrim", "Kejaksaan", "Gubernur", "Bupati",
    "Sekretaris", "Aparatur", "Netralitas", "Mendagri", "Polres", "Kominfo", "Komdigi",
)  # fmt: skip
_KNOWN_LOWER = frozenset(word.lower() for word in _KNOWN)
_CAPITALISED = re.compile(r"(?<![.!?“”\"] )(?<!^)\b[A-Z][a-z]{5,}\b", re.M)
_LONG_FORM = re.compile(r"((?:[A-Z][a-z]+ (?:dan )?){2,5})\(([A-Z]{3,6})\)")
_UNIT_AS_INITIALS = re.compile(r"\((?:kilogram|gram|kilometer|meter|sentimeter|liter|menit|detik)\)\s*$", re.M | re.I)
_BROKEN_SIGNS = re.compile(
    r"[a-z] ?\. \.(?:\s|$)|\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\. \d|"
    r"(?<![(\d/])\b\d{1,2}/\d{1,2}/\d{4}\)|\bNr\. \d",
    re.I,
)
_DOUBLED = re.compile(r"\b([a-z]{5,})(?: dan | atau |, )\1\b(?! \1)", re.I)
_WEIGHTS = {
    "known name misspelt": 0.3,
    "abbreviation does not fit": 0.35,
    "unit for initials": 0.5,
    "broken signs": 0.2,
    "word doubled": 0.15,
}


@dataclass(frozen=True, slots=True)
class Rewriting:
    score: float
    signs: tuple[str, ...]


def find_pages(url: str, lines: Iterable[str]) -> tuple[int | None, int | None]:
    """(this page, pages in all), each None where the page does not tell."""
    of_url = _URL_PAGE.search(url)
    for line in lines:
        if len(line) > 160:
            continue
        if found := _PAGE.search(line):
            number, count = int(found[1]), int(found[2])
            if 1 <= number <= count and count > 1:
                return number, count
        if found := _PAGES.search(line):
            numbers = [int(one) for one in found[1].split()]
            if numbers == list(range(1, len(numbers) + 1)):
                return int(of_url[1]) if of_url else 1, len(numbers)
    return (int(of_url[1]), None) if of_url else (None, None)


def find_corrections(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Paragraphs in which the outlet mends what it had published; they stay in the text."""
    return tuple(one for one in paragraphs if len(one) < 900 and _CORRECTION.match(one))


def rewriting_signs(text: str, removed: Iterable[str]) -> Rewriting:
    """Signs of a machine's rewriting (translated and back): a score with its reasons, not a verdict."""
    signs: list[tuple[str, str]] = []
    for word in dict.fromkeys(_CAPITALISED.findall(text)):
        near = _misspelt(word)
        if near:
            signs.append(("known name misspelt", f"{word} for {near}"))
    for long_form, short in dict.fromkeys(_LONG_FORM.findall(text)):
        initials = "".join(word[0] for word in long_form.split() if word != "dan")[-len(short) :].upper()
        if sorted(initials) == sorted(short) and initials != short:
            signs.append(("abbreviation does not fit", f"{long_form.strip()} ({short})"))
    for tail in (text, *removed):
        signs += [("unit for initials", found.group().strip()) for found in _UNIT_AS_INITIALS.finditer(tail)]
    signs += [("broken signs", found.group().strip()) for found in islice(_BROKEN_SIGNS.finditer(text), 5)]
    signs += [("word doubled", found.group()) for found in islice(_DOUBLED.finditer(text), 5)]
    doubt = 1.0
    for kind, _ in signs:
        doubt *= 1.0 - _WEIGHTS[kind]
    return Rewriting(round(1.0 - doubt, 2), tuple(f"{kind}: {what}" for kind, what in signs))


def _misspelt(word: str) -> str | None:
    lower = word.lower()
    if lower in _KNOWN_LOWER:
        return None
    for known in _KNOWN:
        if (
            known[0].lower() == lower[0]
            and len(known) == len(word)
            and Levenshtein.distance(lower, known.lower(), score_cutoff=1) == 1
        ):
            return known
    return None
