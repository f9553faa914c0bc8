"""Reads what stands around a region's name: cues of its type, lists, datelines, and signs that it is no region."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp import lexicon
from nlp.phrases import Word
from nlp.region_names import Name, cues

JOINS_CUE_AND_NAME = re.compile(r"[ \u00a0.]{1,3}|[ \u00a0]?[)\]][ \u00a0]?|-|[ \u00a0]?:[ \u00a0]?")
LIST_SEPARATOR = re.compile(
    r"[ \u00a0]?,?[ \u00a0\n]?(?:dan|serta|maupun|atau|hingga|&)[ \u00a0]"
    r"|[ \u00a0]?,[ \u00a0\n]{0,2}|[ \u00a0]?[/;][ \u00a0]?"
)
DEGREE_AFTER = re.compile(
    r"[ \u00a0]?,?[ \u00a0](?:S\.?(?:H|E|IP|Sos|Pd|STP|Kom|KM|Ag|T|P|Kep|Si|Psi|Hut)\b"
    r"|M\.?(?:H|M|Si|Pd|AP|Sc|Hum|Kes|T)\b|SSTP|MAP|Ph\.?D|[A-Z]\.(?=[ ,]))"
)
DIRECTION_AFTER = re.compile(
    r"[ \u00a0](?:Utara|Selatan|Timur|Barat|Tengah|Tenggara|UTARA|SELATAN|TIMUR|BARAT|TENGAH"
    r"|Pos|Post|Ekspres|Express|Times|TV|Today"
    r"|Wetan|Kulon|Lor|Kidul|Ilir|Ulu|Hilir|Hulu|Baru|Lama|Raya)\b"
)
DATELINE_AFTER = re.compile(
    r"(?:[ ]?[,/][^\n]{0,45}?)?[ ]?(?:\([^)\n]{1,40}\))?[\s,_*]{0,4}(?:-{1,3}(?=[\s\"“‘A-Z*]|$)|[–—|:])"
)
DATELINE_WINDOW = 90  # characters of a paragraph in which its dateline ends
DATELINE_WITHIN = 500  # characters of the text, after lines like "Reporter: …"
KOTA_AFTER = re.compile(r"[ \u00a0](?:Kota|KOTA)\b")

POLICE = frozenset({"polres", "polresta", "kapolres", "kapolresta", "metro", "resor"})
DECIDES = {  # the effect of a cue to the type of region that it tells, and how the decision is called
    "kabupaten": ("kabupaten", "printed-type"),
    "kota": ("kota", "printed-type"),
    "province": ("province", "printed-type"),
    "by-kabupaten": ("kabupaten", "institution-cue"),
    "by-kota": ("kota", "institution-cue"),
    "by-province": ("province", "institution-cue"),
    "by-polres": ("kabupaten", "institution-cue"),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What the surroundings of one name say."""

    effect: str | None = None  # of the cue directly before: see lexicon/region_cues.csv
    both_types: bool = False  # "Kota dan Kabupaten Bekasi"
    kota_after: bool = False  # "Polres Tegal Kota"
    dateline: bool = False
    degree_after: bool = False
    direction_after: bool = False  # "Semarang Tengah", "Bandung Raya"; or a publisher: "Bali Post"
    capital_before: bool = False  # a word with a capital that is no cue: part of a longer name?
    capital_after: bool = False
    sentence_start: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in the text with its surroundings, before it is decided which region it is."""

    name: Name
    first: int  # indexes of its words
    last: int  # after the last
    start: int
    end: int
    context: Context
    type_printed: str | None = None  # kabupaten, kota, province: by the cue before it or by the list it stands in
    decided_by: str = ""
    believed: bool = False


def context_of(text: str, words: Sequence[Word], i: int, j: int, name: Name) -> Context:
    """The context of the name that stands in words i to j."""
    start, end = words[i].start, words[j - 1].end
    effect, first = cue_before(text, words, i)
    if effect is None and _ends_street(text, words, i):
        effect = "street"
    return Context(
        effect=effect,
        both_types=effect in DECIDES and _other_type_before(text, words, first, effect),
        kota_after=bool(KOTA_AFTER.match(text, end)) and _police_before(words, i),
        dateline=_is_dateline(text, start, end),
        degree_after=bool(DEGREE_AFTER.match(text, end)),
        direction_after=bool(DIRECTION_AFTER.match(text, end)),
        capital_before=_capital_neighbour(text, words, i - 1, i) and not _ends_body(text, words, i),
        capital_after=j < len(words) and _capital_neighbour(text, words, j, j),
        sentence_start=_starts_sentence(text, start),
    )


def cue_before(text: str, words: Sequence[Word], i: int) -> tuple[str | None, int]:
    """The effect of the longest cue that ends directly before word i, and the index of its first word."""
    if i == 0 or not JOINS_CUE_AND_NAME.fullmatch(text, words[i - 1].end, words[i].start):
        return None, i
    if text[words[i - 1].end : words[i].start] == "-" and words[i - 1].lower != "se":
        return None, i
    found: tuple[str | None, int] = (None, i)
    for cue, effect in cues().get(words[i - 1].lower, {}).items():
        first = i - len(cue)
        if first < 0 or len(cue) <= i - found[1] or [word.lower for word in words[first:i]] != list(cue):
            continue
        if effect != "outlet" or words[first].capital:  # "Antara" is a publisher, "antara" a preposition
            found = (effect, first)
    return found


def _ends_street(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether the name ends a street's: "Jalan Raya Bogor", "Tol Trans Sumatera"; "Jalan Merdeka Bandung" is in it."""
    k = i - 1
    while k > max(0, i - 6) and words[k].lower in STREET_WORDS and text[words[k].end : words[k + 1].start] == " ":
        k -= 1
    return k < i - 1 and k >= 0 and cue_before(text, words, k + 1)[0] == "street"


STREET_WORDS = frozenset(
    {"raya", "lintas", "lingkar", "poros", "nasional", "provinsi", "trans", "tol", "bypass", "arteri"}
)


def _other_type_before(text: str, words: Sequence[Word], first: int, effect: str | None) -> bool:
    """Whether the other type stands before: "Kota dan Kabupaten Bekasi", "Bupati dan Wali Kota Tegal", "Kab/Kota"."""
    other = None
    if first and text[words[first - 1].end : words[first].start] == "/":
        other = _effect_of(words[first - 1].lower)
    elif first >= 2 and words[first - 1].lower in ("dan", "serta", "maupun"):
        other = cue_before(text, words, first - 1)[0]
    types = {DECIDES[cue][0] for cue in (effect, other) if cue in DECIDES}
    return types == {"kabupaten", "kota"}


def _effect_of(word: str) -> str | None:
    return cues().get(word, {}).get((word,))


def _police_before(words: Sequence[Word], i: int) -> bool:
    return any(word.lower in POLICE for word in words[max(0, i - 2) : i])


def _capital_neighbour(text: str, words: Sequence[Word], i: int, gap_before: int) -> bool:
    """Whether word i has a capital, is no cue, and only a space stands between it and the name."""
    if i < 0 or not words[i].capital or words[i].all_caps:
        return False
    if text[words[gap_before - 1].end : words[gap_before].start] not in (" ", "\u00a0"):
        return False
    return words[i].lower not in cues()


def _ends_body(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether the words with capitals before the name are a body's: "Universitas Contoh Malang"; no person's name."""
    k = i - 1
    while k >= max(0, i - 6) and words[k].capital and text[words[k].end : words[k + 1].start] in (" ", ". "):
        if words[k].lower in lexicon.institution_words() or _effect_of(words[k].lower) == "body":
            return True
        k -= 1
    return False


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"'“‘(*")
    return not before or before[-1] in ".!?\n:" or start == 0


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a place at the head of a paragraph is followed by a dash: "Kudus (KABAR) -", "BLORA,- "."""
    if start > DATELINE_WITHIN:
        return False
    head = text.rfind("\n", 0, start) + 1
    if start - head > DATELINE_WINDOW:
        return False
    if any(mark in text[head:start] for mark in '.!?"“') and not re.search(r"\.\w", text[head:start]):
        return False
    if text[end : end + 1] == "-" and not text[start:end].isupper():
        return False  # "Batu-batu", "Semarang-Solo"
    match = DATELINE_AFTER.match(text, end)
    return match is not None and match.end() - head <= DATELINE_WINDOW


def listed_units(text: str, words: Sequence[Word]) -> frozenset[int]:
    """The indexes of all words in lists of kecamatan or desa: "Kecamatan Suka, Maju dan Jaya".

    Only a list that closes with "dan" is one: in "Desa Suka, Blora" the second name is the region of the first.
    """
    found: set[int] = set()
    for i in range(1, len(words)):
        after_unit = words[i].capital and words[i - 1].lower in _units() and text[words[i].start - 1] == " "
        if after_unit and i not in found and cue_before(text, words, i)[0] == "unit":
            found.update(range(i, _end_of_units(text, words, i)))
    return frozenset(found)


@cache
def _units() -> frozenset[str]:
    return frozenset(word for word, rows in cues().items() if "unit" in rows.values())


def _end_of_units(text: str, words: Sequence[Word], i: int) -> int:
    """The index after a list that begins with word i, i itself where it is none."""
    last = _end_of_run(text, words, i)
    followed = (
        last < len(words)
        and words[last].lower in cues()
        and text[words[last - 1].end : words[last].start] in (" ", ", ")
    )
    closed = last if followed else i  # "Desa Suka Aceh, Kecamatan Maju": all of it is the name of the desa
    for _ in range(MAX_LIST):
        if last >= len(words):
            break
        separator = text[words[last - 1].end : words[last].start]
        if LIST_SEPARATOR.fullmatch(separator) and words[last].capital and words[last].lower not in cues():
            last = _end_of_run(text, words, last)
        elif words[last].lower in ("dan", "serta", "maupun") and last + 1 < len(words):
            if words[last + 1].capital and words[last + 1].lower not in cues():
                closed = last = _end_of_run(text, words, last + 1)
            break
        else:
            break
    return closed


MAX_LIST = 60


def _end_of_run(text: str, words: Sequence[Word], i: int) -> int:
    """The index after the words with capitals that follow word i with only a space between."""
    j = i + 1
    while j < len(words) and words[j].capital and text[words[j - 1].end : words[j].start] == " ":
        if words[j].lower in cues():
            break
        j += 1
    return j
