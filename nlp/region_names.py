"""Every name of a region and every cue around it, as lists of words that a text can be scanned for in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from nlp.own_words import SpanSet
from nlp.phrases import LEXICON, Word, read_lexicon, split_words
from storage.errors import ReferenceDataError
from storage.reference import Region, load_ambiguous_names, load_region_aliases, load_regions

BETWEEN_WORDS_OF_A_NAME = re.compile(r"[ \u00a0\u200b\u200e]{1,3}-?[ \u00a0]?|[-.]|\.[ \u00a0]|\n(?!\n)")
Needs = Literal["nothing", "capital", "context", "cue"]


@dataclass(frozen=True, slots=True)
class Name:
    """A way to write one region, or two that share the name. No codes: it looks like a region and is none."""

    words: tuple[str, ...]  # in lower case
    codes: tuple[str, ...]
    kind: str  # name, alias, abbreviation, capital, area, phrase
    needs: Needs  # what must stand around it to be believed
    exact: str | None = None  # the only accepted letter case, for abbreviations in capitals


def name_at(text: str, words: Sequence[Word], i: int) -> tuple[Name, int] | None:
    """The longest name that begins at word i, and the index after its last word."""
    names = names_by_first_word().get(words[i].lower)
    if names is None:
        return None
    for name in names:
        j = i + len(name.words)
        if j <= len(words) and _same_words(text, words, i, name) and _case_fits(text, words, i, j, name):
            return name, j
    return None


def names_in(text: str, words: Sequence[Word], foreign: SpanSet) -> Iterator[tuple[Name, int, int]]:
    """Each longest name with the indexes of its first word and after its last; none that touches a foreign span."""
    i = 0
    index = names_by_first_word()
    while i < len(words):
        if words[i].lower in index and (found := name_at(text, words, i)):
            name, j = found
            if not foreign.covers(words[i].start, words[j - 1].end):
                yield name, i, j
            i = j
        else:
            i += 1


def _same_words(text: str, words: Sequence[Word], i: int, name: Name) -> bool:
    for k, wanted in enumerate(name.words[1:], start=i + 1):
        if words[k].lower != wanted:
            return False
        if not BETWEEN_WORDS_OF_A_NAME.fullmatch(text, words[k - 1].end, words[k].start):
            return False
    return True


def _case_fits(text: str, words: Sequence[Word], i: int, j: int, name: Name) -> bool:
    if name.exact is not None:
        return text[words[i].start : words[j - 1].end] == name.exact
    if name.words[0] == "di" and text[words[i].start : words[i].end] != "DI":
        return False  # "di Yogyakarta": the preposition
    return name.needs == "nothing" or all(word.capital for word in words[i:j])


@cache
def names_by_first_word() -> dict[str, tuple[Name, ...]]:
    """All names by their first word, the longest first."""
    index: dict[str, list[Name]] = {}
    for name in _names().values():
        index.setdefault(name.words[0], []).append(name)
    return {word: tuple(sorted(names, key=lambda name: -len(name.words))) for word, names in index.items()}


def _names() -> dict[tuple[str, ...], Name]:
    codes, kinds = _codes_and_kinds()
    needs = {split_words(row["name"]): row["needs"] for row in read_lexicon("region_names_needing_evidence.csv")}
    found: dict[tuple[str, ...], Name] = {}
    for words, of in codes.items():
        kind = kinds[words]
        need = needs.get(words) or _usual_need(words, kind)
        exact = "".join(words).upper() if kind == "abbreviation" and _only_in_capitals(words) else None
        found[words] = Name(words, tuple(sorted(of)), kind, _as_needs(need), exact)
        for other in _spellings(words):
            if other not in codes:
                found.setdefault(other, Name(other, tuple(sorted(of)), kind, _as_needs(need)))
    for row in read_lexicon("not_regions.csv"):
        words = split_words(row["phrase"])
        found[words] = Name(words, (), "phrase", "nothing")
    return found


def _usual_need(words: tuple[str, ...], kind: str) -> str:
    """Abbreviations of kabupaten are seldom unique: those of three letters, or known to mean more, need a cue."""
    if kind != "abbreviation":
        return "nothing"
    return "cue" if len("".join(words)) <= 3 or words in _ambiguous_aliases() else "context"


@cache
def _ambiguous_aliases() -> frozenset[tuple[str, ...]]:
    return frozenset(split_words(alias.alias) for alias in load_region_aliases() if alias.ambiguous)


def _as_needs(value: str) -> Needs:
    if value in ("nothing", "capital", "context", "cue"):
        return cast("Needs", value)
    raise ReferenceDataError(
        f"{LEXICON / 'region_names_needing_evidence.csv'}: {value!r} is not capital, context or cue."
    )


def _codes_and_kinds() -> tuple[dict[tuple[str, ...], set[str]], dict[tuple[str, ...], str]]:
    codes: dict[tuple[str, ...], set[str]] = {}
    kinds: dict[tuple[str, ...], str] = {}
    for region in load_regions():
        words = split_words(region.short_name)
        codes.setdefault(words, set()).add(region.code)
        kinds[words] = "name"
    for alias in load_region_aliases():
        words = split_words(alias.alias)
        kind = ALIAS_KINDS[alias.kind]
        if kind == "nickname" or (
            kind in ("capital", "area") and (words in kinds or (alias.ambiguous and len(words) == 1))
        ):
            continue  # a nickname names nothing; a capital that is itself a region's name is that region
        if kind == "abbreviation" and alias.code and "." not in alias.code:
            kind = "alias"  # the abbreviations of provinces are as plain as their names
        codes.setdefault(words, set()).update({alias.code} if alias.code else set())
        kinds.setdefault(words, kind)
    return codes, kinds


ALIAS_KINDS = {
    "abbrev": "abbreviation",
    "alt_spelling": "alias",
    "short_form": "alias",
    "colloquial": "alias",
    "old_name": "alias",
    "nickname": "nickname",
    "capital": "capital",
    "area": "area",
}


def _only_in_capitals(words: tuple[str, ...]) -> bool:
    """Abbreviations without a vowel, or of three letters, are written in capitals: TTS, OKI, SBB."""
    return len(words) == 1 and (len(words[0]) <= 3 or not set(words[0]) & set("aeiou"))


def _spellings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Names of two and more words are also written with the first two joined: Padanglawas Utara, Baubau."""
    if len(words) > 1 and len(words[0]) > 2 and words[1] not in DIRECTIONS:
        yield (words[0] + words[1], *words[2:])
    if words[0] == "sumatera":
        yield ("sumatra", *words[1:])
    if words[0] == "kepulauan" and len(words) > 1:
        yield ("kep", *words[1:])


DIRECTIONS = frozenset({"utara", "selatan", "barat", "timur", "tengah", "tenggara", "daya", "laut"})


@cache
def cues() -> dict[str, dict[tuple[str, ...], str]]:
    """What the words before a name say of it: by the last word of the cue, all its words and the effect."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for row in read_lexicon("region_cues.csv"):
        words = split_words(row["words"])
        found.setdefault(words[-1], {})[words] = row["effect"]
    return found


@cache
def quarters_elsewhere() -> dict[tuple[str, ...], frozenset[str]]:
    """Names of regions that are also a quarter or kecamatan of other regions, with the codes of those."""
    found: dict[tuple[str, ...], set[str]] = {}
    for row in read_lexicon("quarters_elsewhere.csv"):
        found.setdefault(split_words(row["name"]), set()).add(row["code"])
    for name in load_ambiguous_names():
        if name.kind == "also_kecamatan_elsewhere":
            codes = re.findall(r"\b(\d\d\.\d\d)\.\d\d\b", name.meaning)
            found.setdefault(split_words(name.name), set()).update(codes)
    return {words: frozenset(codes) for words, codes in found.items()}


@cache
def region_by_code() -> dict[str, Region]:
    """All regions by their Kemendagri code."""
    return {region.code: region for region in load_regions()}
