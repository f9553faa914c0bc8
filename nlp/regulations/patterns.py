"""The pieces that citations of laws are made of: heads, numbers, years, articles; each with an example."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from nlp.phrases import Phrases, read_lexicon, split_words

SPACE = r"[ \u00a0\n]{0,2}"
# "Nomor 5", "No. 5", "No.5", "nomor: 5", "Nr. 5", "bernomor 5"
NUMBER_WORD = r"(?:(?:ber)?[Nn]omor|NOMOR|[Nn]o\b|NO\b|[Nn]r\b|[Nn]mr\b)[ \u00a0]?\.?[ \u00a0]?:?"
# "20", "33 P", "39/P", "800-5474", "100.2.1.3/1575/SJ", "B/71/M.SM.00.00", "0077/K.Contoh/KP.02.00/III", "136/PUU-XXII"
NUMBER = r"(?:[A-Z]{1,4}[/.-])?\d[\w.-]*+(?:[ ]?/[ ]?[\w.-]+)*+"
# "Tahun 2014", "tahun 2028", "Thn. 2014", "Thun 2018", "/2014"
YEAR_WORD = r"(?:[Tt]ahun|TAHUN|[Tt]hun|[Tt]aun|[Tt]hn|[Tt]h)\.?"
YEAR = r"[12]\d{3}"

NUMBER_AND_YEAR = re.compile(
    rf"\.?{SPACE}(?P<word>{NUMBER_WORD})?{SPACE}(?P<number>{NUMBER})(?P<letter>[ \u00a0/]?[A-Z](?![\w.]))?"
    rf"(?:[ \u00a0]?/?{SPACE}{YEAR_WORD}[ \u00a0]?:?{SPACE}(?P<year>{YEAR}))?"
)
SHARED_YEAR = re.compile(  # "Nomor 6 dan 7 Tahun 2018"
    rf"{SPACE}(?:{NUMBER_WORD})?{SPACE}(?P<numbers>\d{{1,3}}(?:,[ ]\d{{1,3}}){{0,9}},?[ ](?:dan|serta|&)[ ]\d{{1,3}})"
    rf"{SPACE}{YEAR_WORD}{SPACE}(?P<year>{YEAR})"
)
NUMBER_THEN_SPACED_PART = re.compile(r"\.[ ](?P<part>[A-Z][a-z]+)\b")  # "188.45/21/Bag. Hukum"
DATED = re.compile(  # "Nomor 800.2/55 Tanggal 3 April 2022": the day of signing gives the year
    rf"{SPACE},?[ ]?(?:[Tt]anggal|[Tt]ertanggal|tgl\.?)[ ]\d{{1,2}}[ ]\w{{3,9}}[ ](?P<year>{YEAR})"
)
NEXT_NUMBER = re.compile(  # "Nomor 4 Tahun 2001, Nomor 8 Tahun 2002 dan Nomor 6 Tahun 2004"
    rf"(?:{SPACE}[,;]?{SPACE}(?:dan|serta|jo\.?|juncto|&)?{SPACE}(?:[Pp]erubahan(?:nya)?{SPACE})?)(?={NUMBER_WORD}{SPACE}\w)"
)
BRACKET = re.compile(r"[ \u00a0]?[(\[][\w .-]{1,30}[)\]]")  # "Peraturan Pemerintah (PP)"
DEMONSTRATIVE = re.compile(r"[ \u00a0](?:tersebut|itu|dimaksud|termaksud|tadi|ini)\b")  # "UU tersebut"
TITLE_WORD = re.compile(  # "Pergub tentang TPP"
    r"[ \u00a0](?:(?:yang|yg)[ ](?:\w+[ ]){1,3})?(?:tentang|mengenai|terkait|soal|berkenaan dengan|perihal)[ \u00a0]",
    re.IGNORECASE,
)
CONSTITUTION_YEAR = re.compile(
    rf"[ \u00a0]?,?(?:[ ](?:Negara[ ])?(?:Republik Indonesia|RI|NRI))?[ ]?(?:{YEAR_WORD})?[ ]?['’]?((?:19)?45)\b"
)
COURT_NUMBER = re.compile(
    r"(?<![\w/])(\d{1,4})/(PUU|PHP\w*|PHPU\w*|SKLN)-([IVXLCDM]{1,10})/(\d{4})\b"
)  # 136/PUU-XXII/2024
BILL_BEFORE = re.compile(
    r"(?:[Rr]ancangan|RANCANGAN|[Dd]raf|[Dd]raft|\bR|emerintah[ ][Pp]eng{1,3}anti)[ \u00a0-]?$"
)  # "Rancangan Undang-Undang"
COUNT_BEFORE = re.compile(
    r"(?:\d|\b(?:dua|tiga|empat|lima|enam|sejumlah|beberapa|banyak|berbagai|para))[ ]$"
)  # "12 UU"


@dataclass(frozen=True, slots=True)
class Head:
    """The words that open a citation: "Peraturan Pemerintah"."""

    type: str
    how: str  # national, constitution, code, minister, regional, joint, circular, notice, court


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: "Menteri PANRB" → MENPANRB; a code that ends with * takes the name of the region."""

    code: str
    ministry: str


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A name that stands for one instrument during a time."""

    type: str
    words: tuple[str, ...]
    id: str
    start: date | None
    until: date | None  # the first day on which it no longer does


@cache
def heads() -> Phrases[Head]:
    return Phrases((row["form"], Head(row["type"], row["how"])) for row in read_lexicon("regulation_heads.csv"))


@cache
def issuers() -> Phrases[Issuer]:
    rows = read_lexicon("regulation_issuers.csv")
    return Phrases((row["form"], Issuer(row["code"], row["ministry"])) for row in rows)


@cache
def named_laws() -> tuple[NamedLaw, ...]:
    """Names of laws, the longest first."""
    found = []
    for row in read_lexicon("regulation_names.csv"):
        start, until = (date.fromisoformat(row[key]) if row[key] else None for key in ("from", "until"))
        found.append(NamedLaw(row["type"], split_words(row["name"]), row["id"], start, until))
    return tuple(sorted(found, key=lambda law: -len(law.words)))


@cache
def law_names() -> dict[str, Phrases[tuple[str, ...]]]:
    """For each type of instrument the names that follow it: "ASN" after "UU"."""
    by_type: dict[str, dict[tuple[str, ...], str]] = {}
    for row in read_lexicon("regulation_names.csv"):
        if row["name"]:
            by_type.setdefault(row["type"], {})[split_words(row["name"])] = row["name"]
    return {kind: Phrases((name, words) for words, name in names.items()) for kind, names in by_type.items()}
