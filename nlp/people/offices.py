"""Reads an office from a given word on: status, position, body and region ("Plt Kepala Dinas Sosial Kota Serang").

The grammar walks over tagged words. What belongs to the office is what the language writes in lower case, bodies,
abbreviations and regions; the first word that can only be a name ends it.
"""

from __future__ import annotations

from dataclasses import dataclass

from nlp import lexicon
from nlp.lexicon import PositionForm
from nlp.people.grammar import AFTER_AN_OFFICE, JOINERS, LINKS, read_head, read_rest, read_status
from nlp.people.names import CAPITALISED, NAME_TAGS, Words
from storage.records import RegionMention

FORMER = frozenset({"mantan", "eks", "bekas"})
ASPIRING = frozenset({"calon", "bakal calon", "balon"})
UNITS = lexicon.groups("office_words.txt")["units"]
GOVERNMENT_WORDS = frozenset({"provinsi", "propinsi", "kabupaten", "kota", "prov", "kab", "daerah"})


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office as it stands at one place of the text."""

    first: int  # index of its first word, the status included
    last: int  # index after its last word
    status: str  # printed: "Plt", "mantan"; "" where none
    head: PositionForm
    position: str  # the head as printed
    complement: str  # what follows the head before the body: "Bidang Anggaran"; the portfolio of a minister
    institution: str | None
    body_word: str  # lower case first word of the body: "dinas"; "" where none
    regions: tuple[RegionMention, ...]  # those named in it

    @property
    def position_with_complement(self) -> str:
        return f"{self.position} {self.complement}".strip()

    @property
    def former(self) -> bool:
        return self.status.lower() in FORMER

    @property
    def aspiring(self) -> bool:
        return self.status.lower() in ASPIRING or self.head.group == "aspirant"


def read_office(words: Words, i: int) -> OfficePhrase | None:
    """The office that begins at word i; None where none does."""
    if words.low(i - 1) in IMPERSONAL and words.low(i - 2) not in {"memegang"}:
        return None
    if words.lows[i] in lexicon.given_names() and words.tag(i - 1) in NAME_TAGS:
        return None  # Lukman Hakim
    status_end = read_status(words, i)
    head, head_end = read_head(words, status_end)
    if words.lows[i] == "kepada" and words.low(i - 1) == "oleh" and words.tag(i + 1) in {"body", "caps"}:
        head, head_end = lexicon.positions()["kepala"], i + 1  # "oleh Kepada BKD", a misprint
    if head is None and status_end > i:
        status_end = i
        head, head_end = read_head(words, i)  # Pejabat Pengawas
    if head is None or (head.group == "person_class" and not _is_one_person(words, i, head_end)):
        return None
    last, brackets = read_rest(words, head_end, head)
    return _divide(words, i, status_end, head_end, last, head, brackets)


# What stands before an office that is a place, a paper or an election and nobody's office: "Kantor Bupati", "SE Bupati"
IMPERSONAL = lexicon.groups("office_words.txt")["impersonal"]
GENERIC = PositionForm("", "generic", "body", "by-body")


def read_body(words: Words, i: int) -> tuple[int, str, list[str]]:
    """The body whose first word is i: the index after it, its name, the codes of the regions in it."""
    last, brackets = read_rest(words, i + 1, GENERIC)
    kept = [k for k in range(i, last) if not any(a <= k < b for a, b in brackets)]
    codes = [region.code for k in kept if (region := words.regions[k]) is not None and region.code]
    return last, _joined(words, kept), codes


def _is_one_person(words: Words, i: int, end: int) -> bool:
    """Whether a word for a class of people stands for one: "seorang ASN", "ASN bernama"."""
    if (
        words.low(i - 1) == ","
        and words.tag(i - 2) in NAME_TAGS | {"suffix"}
        and words.low(end) in {"di", "pada", "asal"}
    ):
        return True  # Wira Santosa, ASN di lingkungan Pemkab X
    return words.low(i - 1) in {"seorang", "oknum", "satu"} or words.low(end) in {"bernama", "berinisial"}


def _divide(
    words: Words,
    first: int,
    status_end: int,
    head_end: int,
    last: int,
    head: PositionForm,
    brackets: list[tuple[int, int]],
) -> OfficePhrase:
    """Cut the words of an office into position and body."""
    status = words.surface(first, status_end) if status_end > first else ""
    kept = [k for k in range(head_end, last) if not any(a <= k < b for a, b in brackets)]
    regions = tuple(dict.fromkeys(region for k in range(head_end, last) if (region := words.regions[k]) is not None))
    elected = any(words.lows[k] == "terpilih" for k in kept)
    kept = [k for k in kept if words.lows[k] not in AFTER_AN_OFFICE]
    start = next((n for n, k in enumerate(kept) if _begins_body(words, k)), None)
    if head.takes in {"ministry", "short-ministry", "place"}:
        start = None  # what follows is the portfolio or the village
    complement, body = (kept, []) if start is None else (kept[:start], kept[start:])
    if head.takes in {"government", "none"}:
        complement = [
            k
            for k in complement
            if words.regions[k] is None and (words.lows[k] not in GOVERNMENT_WORDS or words.low(k - 1) == "wali")
        ]
    while (
        complement
        and words.tags[complement[-1]] in {"lower", "punct"}
        and words.lows[complement[-1]] in LINKS | JOINERS | {","}
    ):
        complement = complement[:-1]
    body_word = words.lows[body[0]] if body else ""
    return OfficePhrase(
        first,
        last,
        status,
        head,
        ("Kepala" if words.lows[status_end] == "kepada" else words.surface(status_end, head_end))
        + (" terpilih" if elected else ""),
        _joined(words, complement),
        _joined(words, body) or None,
        body_word,
        regions,
    )


def _begins_body(words: Words, k: int) -> bool:
    if words.tags[k] == "unknown":
        return True  # the proper name of a body that no list knows
    if words.lows[k] in {"desa", "kecamatan", "kelurahan"} and words.tag(k + 1) not in CAPITALISED - {"body"}:
        return False  # Bidang Pemerintahan Desa: not the village of a name
    if words.tags[k] == "body":
        return words.low(k - 1) not in {"dan", ","} or words.lows[k] in lexicon.groups("bodies.txt")["public"]
    if (
        words.tags[k] == "caps"
        and words.low(k - 1) != "/"
        and words.lows[k] not in {"ri", "ii", "iii", "iv", "vi", "vii", "i", "v", "x"} | UNITS
    ):
        return True
    low = words.lows[k]
    return low in {"lembaga", "badan", "kantor", "komisi", "dewan"} and words.forms[k][0].isupper()


def _joined(words: Words, indexes: list[int]) -> str:
    """The printed words, a comma and a hyphen without a blank before them."""
    text = ""
    for n, k in enumerate(indexes):
        close = words.forms[k] in {",", ")", "/", "-", "]"} or (
            n and indexes[n - 1] == k - 1 and words.starts[k] == words.ends[k - 1]
        )
        text += ("" if not text or close else " ") + words.forms[k]
    return text
