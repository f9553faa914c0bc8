"""Finds the public bodies that a text names, in their fullest form, each with its id and the region it works for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from nlp import lexicon
from nlp.own_words import SpanSet, foreign_spans
from nlp.phrases import Phrases, Word, read_lexicon, words_of
from nlp.regions import find_regions
from storage.records import Found, InstitutionMention, RegionMention
from storage.reference import load_institutions

BRACKET = re.compile(r"[ \u00a0]?[(\[][^()\[\]\n]{1,40}[)\]]")  # "Badan Kesatuan Bangsa dan Politik (Kesbangpol)"
STATE_AFTER = re.compile(r"[ \u00a0](?:Republik Indonesia|RI)\b")
REGION_TYPE = re.compile(r"[ \u00a0,]{0,2}(?:Provinsi|Propinsi|Prov\.|Kabupaten|Kab\.|Kota(?:madya)?)(?=[ \u00a0])")
JOINS = frozenset({"dan", "serta", "bagi", "untuk", "atas", "tentang"})
MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class Head:
    """The words that open a body's name."""

    id: str | None  # in the institutions table; None: an open name like "Dinas …", "Universitas …"
    regional: bool
    follows: str  # nothing, common (words of the language), proper (any words with capitals)


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name in the text."""

    start: int
    end: int
    head: Head
    name: str
    region: str | None
    full: bool  # it tells more than the bare abbreviation


def find_institutions(
    text: str | Doc, regions: Sequence[RegionMention] | None = None
) -> tuple[InstitutionMention, ...]:
    """Every place where a body is named, in order. "Bawaslu" after "Bawaslu Kabupaten Lebak" is the latter."""
    plain = text.text if isinstance(text, Doc) else text
    places = find_regions(plain) if regions is None else regions
    return tuple(_mentions(plain, list(_bodies(plain, places))))


def _bodies(text: str, regions: Sequence[RegionMention]) -> Iterator[Body]:
    words = words_of(text)
    foreign = SpanSet(foreign_spans(text))
    starts = {region.found.start: region for region in reversed(regions)}
    i = 0
    while i < len(words):
        hit = _heads().at(text, words, i)
        if (
            hit is None
            or not words[i].capital
            or foreign.covers(words[i].start, words[i].end)
            or (i and words[i].lower == "dinas" and words[i - 1].lower in NO_OFFICE_BEFORE)
        ):
            i += 1
            continue
        head, j = hit
        body = _body(text, words, (i, j), head, starts)
        while i < len(words) and words[i].start < body.end:
            i += 1
        if body.full or head.id:
            yield body


def _body(
    text: str, words: Sequence[Word], span: tuple[int, int], head: Head, starts: dict[int, RegionMention]
) -> Body:
    i, j = span
    k = _open_end(text, words, j, head, starts) if head.follows != "nothing" else j
    end = words[k - 1].end
    name_end = end
    bracket = BRACKET.match(text, end)
    if bracket:
        end = bracket.end()
    state = STATE_AFTER.match(text, end)
    if state:
        end = state.end()
    region = None if state else _region_at(text, end, starts)
    if region and (head.regional or head.id is None):
        tail = text[end : region.found.end]
        name = text[words[i].start : name_end] + tail
        return Body(words[i].start, region.found.end, head, _squeeze(name), region.code, True)
    inner = _region_inside(words, i, k, starts)
    full = k > j or bool(bracket) or j - i > 1
    name = text[words[i].start : name_end] + (state.group() if state else "")
    return Body(words[i].start, end, head, _squeeze(name), inner.code if inner else None, full)


def _open_end(text: str, words: Sequence[Word], j: int, head: Head, starts: dict[int, RegionMention]) -> int:
    """The index after the words that still belong to an open name: "Dinas Pemuda, Olahraga dan Pariwisata"."""
    k = j
    while k < len(words) and k - j < MAX_WORDS:
        gap = text[words[k - 1].end : words[k].start]
        joined = k > j and words[k].lower in JOINS and k + 1 < len(words) and words[k + 1].capital
        if words[k].start in starts and head.follows == "common":
            break
        if joined and gap == " " and _belongs(words[k + 1], head):
            k += 2
        elif (
            words[k].capital
            and _belongs(words[k], head)
            and (gap in (" ", "-", "/") or _list_comma(words, k, gap, head))
        ):
            k += 1
        else:
            break
    return k


def _belongs(word: Word, head: Head) -> bool:
    if word.lower in TYPE_WORDS:
        return False
    if head.follows == "proper":
        return len(word.lower) > 1  # "PT Contoh M Wira": an initial begins a person's name
    return word.lower in lexicon.institution_words() or word.lower in lexicon.common_words()


# What never belongs to an open name: the type of a region, an office, the head of the next body in a list.
TYPE_WORDS = frozenset(
    {"kabupaten", "kota", "provinsi", "propinsi", "kab", "prov", "bupati", "gubernur", "republik", "dinas", "badan"}
    | {
        "kepala",
        "sekretaris",
        "ketua",
        "anggota",
        "kadis",
        "kaban",
        "kabid",
        "kabag",
        "plt",
        "plh",
        "pj",
        "staf",
        "tingkat",
    }
)
NO_OFFICE_BEFORE = frozenset({"ujian", "perjalanan", "rumah", "mobil", "kendaraan", "pakaian", "seragam", "tugas"})


def _list_comma(words: Sequence[Word], k: int, gap: str, head: Head) -> bool:
    """Whether a comma goes on in the name: only when "dan" follows within the next words."""
    return (
        gap == ", "
        and head.follows == "common"
        and any(word.lower == "dan" for word in words[k + 1 : k + 5])
        and all(word.capital or word.lower == "dan" for word in words[k : k + 3])
    )


def _region_at(text: str, end: int, starts: dict[int, RegionMention]) -> RegionMention | None:
    """The region whose name follows, with or without its type: "Bawaslu Kabupaten Lebak", "KPU Mamasa"."""
    position = end
    if kind := REGION_TYPE.match(text, position):
        position = kind.end()
    while text[position : position + 1] in (" ", "\u00a0", "-"):
        position += 1
    return starts.get(position) if position > end else None


def _region_inside(words: Sequence[Word], i: int, k: int, starts: dict[int, RegionMention]) -> RegionMention | None:
    """A region within the name: "Universitas Negeri Makassar"."""
    found = [starts[word.start] for word in words[i:k] if word.start in starts]
    return found[-1] if found else None


def _squeeze(name: str) -> str:
    return " ".join(name.split())


def _mentions(text: str, bodies: list[Body]) -> Iterator[InstitutionMention]:
    """Each body with its fullest name; a bare abbreviation is the regional body that was named before it, if any."""
    last_full: dict[str, Body] = {}
    first_full: dict[str, Body] = {}
    for body in bodies:
        if body.head.id and body.full:
            first_full.setdefault(body.head.id, body)
    for body in bodies:
        named, rule, confidence = body, "institution-full" if body.full else "institution-short", 0.95
        if body.head.id and not body.full:
            named = last_full.get(body.head.id) or first_full.get(body.head.id) or body
            if named is not body:
                rule, confidence = "institution-short-of-full", 0.8
        elif body.head.id:
            last_full[body.head.id] = body
        else:
            confidence = 0.85
        found = Found(body.start, body.end, text[body.start : body.end], rule, confidence)
        yield InstitutionMention(found, named.name, body.head.id, named.region)


@cache
def _heads() -> Phrases[Head]:
    rows: dict[str, Head] = {}
    for row in read_lexicon("institution_heads.csv"):
        rows[row["form"]] = Head(None, True, row["follows"])
    for forms in (lambda body: (body.name, body.abbreviation), lambda body: body.variants):
        for body in load_institutions():
            for form in forms(body):
                if form and form not in AMBIGUOUS:
                    rows.setdefault(form, Head(body.id, body.regional, "nothing"))
    return Phrases(rows.items())


AMBIGUOUS = frozenset({"PT", "LH", "LAN", "Ekraf", "PUPR", "DPK", "BIN", "SPD", "PN", "DPD", "PPK", "KIP"})
