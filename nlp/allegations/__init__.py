"""Alleged and established breaches of neutrality: who, what act, where, and what has come of it by the article's words.

A status is never stronger than the words: conditions, demands and rules establish nothing, and each allegation keeps
the sentence that bears its status. Totals are no allegations. A person who holds no public office by the article's
wording is stored by the role that it gives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from nlp.allegations.accused import Accused, find_accused
from nlp.allegations.lexicon import CONDITION, lexicon
from nlp.allegations.servants import SERVANT
from nlp.allegations.status import furthest_status
from nlp.allegations.units import Role, Unit, read_units
from storage.records import Allegation, AllegationStatus, Found, Person, RegionMention, Topic

CONFIDENCE: dict[AllegationStatus, float] = {
    "alleged": 0.7,
    "examined": 0.7,
    "established": 0.75,
    "sanctioned": 0.75,
    "cleared": 0.8,
}
LESS_FOR_UNNAMED = 0.1
GENERAL_ACTS = ("other", "neutrality")  # the more telling first
LONGEST_ACT = 14  # words kept of an act
LEAD = 3  # clauses at the head of an article that tell what it is about
ANAPHORA = re.compile(
    r"\b(?:yang bersangkutan|terlapor|terdakwa|berkas\w*|ia|dia|beliau|dirinya|(?:meng|mem|men|meny|di)\w+nya"
    r"|laporan (?:yang|telah|sudah|kami)"
    r"|(?:kasus|perkara|laporan|dugaan|tuduhan|tudingan|temuan|peristiwa|rekaman|unggahan|pelanggaran|video|foto|perbuatan"
    rf"|aduan|hukuman|sanksi)(?:nya| itu| ini| tersebut)|{SERVANT} (?:itu|tersebut))\b",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"\bke(?:dua|tiga|empat|lima)nya\b|\bmereka\b", re.IGNORECASE)
GOES_ON = re.compile(r"\b(?:sudah|telah|kini|resmi|masih|sedang|akhirnya|kemudian|lalu)\b", re.IGNORECASE)
ELSEWHERE = re.compile(
    rf"\b{SERVANT}(?: \w+)? (?:yang|lain\w*)\b|\b\d+ {SERVANT}|\b(?:tahun|pemilu|pilkada) (?:lalu|sebelumnya)\b"
    r"|\b(?:kasus|laporan|perkara|pelanggaran) (?:lain\w*|serupa)\b|\bsejumlah\b|\bbeberapa\b"
    r"|\b\d+ (?:kasus|laporan|dugaan)\b",
    re.IGNORECASE,
)
PARTISAN = re.compile(
    r"\b(?:calon|paslon|caleg|kandidat|petahana|kampanye|pilkada|pemilu|pemilihan|partai)\b", re.IGNORECASE
)
REST = re.compile(r"\b(?:(?:se)?orang|dua|tiga|pegawai|pihak|laporan|kasus) lain(?:nya)?\b|\bsisanya\b|\bselebihnya\b")
FAR = 3  # clauses after the last that speaks of the only case, in which `sudah diteruskan` still speaks of it


def find_allegations(
    doc: Doc, people: tuple[Person, ...], regions: tuple[RegionMention, ...], topic: Topic
) -> tuple[Allegation, ...]:
    """One allegation for each person, or list of people, accused in an article on topic; none in any other article."""
    if not topic.on:
        return ()
    units, roles = read_units(doc, people)
    cases = find_accused(units, people, roles)
    several = [
        len(case.marks) > 1 or (case.marks[0][0] == "R" and roles[int(case.marks[0][1:])].many) for case in cases
    ]
    found = [
        _record(units, about, case, people, roles, regions)
        for case, about in zip(cases, _told_of(units, cases, several), strict=True)
    ]
    return tuple(sorted((allegation for allegation in found if allegation), key=lambda a: a.found.start))


def _told_of(units: Sequence[Unit], cases: Sequence[Accused], several: Sequence[bool]) -> list[list[Unit]]:
    """The clauses about each case: those that name it, and `terlapor`, `kasus itu`, `ia` after it was named last."""
    about: list[list[Unit]] = [[] for _ in cases]
    everyone = list(range(len(cases)))
    last = everyone if len({case.told for case in cases}) == 1 else everyone[:1]
    latest = -FAR - 1
    for number, unit in enumerate(units):
        marks = set(unit.marks)
        named = [k for k in everyone if marks & set(cases[k].marks) or number in cases[k].told]
        if named:
            last = named
        elif SEVERAL.search(unit.text) and len(cases) != 1:
            named = everyone
        elif not _refers(unit, several, len(cases) == 1 and number - latest <= FAR):
            continue
        latest = number
        for k in named or last:
            about[k].append(unit)
    return about


def _refers(unit: Unit, several: Sequence[bool], near_the_only: bool) -> bool:
    """A clause that does not name the accused speaks of the case."""
    others = [mark for mark in unit.marks if mark[0] == "P"]
    if REST.search(unit.text):
        return False
    if ANAPHORA.search(unit.text) or (SEVERAL.search(unit.text) and several == [True]):
        return len(several) == 1 or not others
    unnamed = len(others) < len(unit.marks)
    return near_the_only and not unnamed and bool(GOES_ON.search(unit.text)) and not ELSEWHERE.search(unit.text)


def _record(
    units: Sequence[Unit],
    about: list[Unit],
    case: Accused,
    people: tuple[Person, ...],
    roles: Sequence[Role],
    regions: tuple[RegionMention, ...],
) -> Allegation | None:
    reached = furthest_status(about)
    if not about:
        return None
    status, unit = reached or ("alleged", about[0])
    kind, act = _act([unit, *about, *units[:LEAD]])
    if not act:
        return None
    accused = [people[int(mark[1:])] for mark in case.marks if mark[0] == "P"]
    who = _names(accused, case) if accused else roles[int(case.marks[0][1:])].who
    code = next((office.region for person in accused for office in person.offices if office.region), None)
    certain = round(CONFIDENCE[status] - (0.0 if accused else LESS_FOR_UNNAMED), 2)
    found = Found(unit.start, unit.end, unit.sentence, f"allegation-{status}", certain)
    return Allegation(found, who, act, kind, code or _main_region(regions), status)


def _names(accused: list[Person], case: Accused) -> str:
    """Names of public servants by the article's wording; the role of anybody else."""
    names = []
    for person in accused:
        public = person.kind == "official" or case.servant
        role = person.offices[0].position if person.offices else None
        names.append(person.name if public else (role or "warga"))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, dan {names[-1]}"


def _act(units: Sequence[Unit]) -> tuple[str, str]:
    """Kind and words of the first act that the clauses name; the general kind only where they name no other.

    Sentences of conditions and examples tell what would be a breach, and not what was done.
    """
    general: dict[str, str] = {}
    for unit in units:
        if CONDITION.search(unit.text):
            continue
        for kind, pattern in lexicon().acts:
            match = pattern.search(unit.text)
            if match:
                words = " ".join(re.split(r"[,.;\"“”]", unit.text[match.start() :])[0].split()[:LONGEST_ACT])
                if kind not in GENERAL_ACTS:
                    return kind, words
                general.setdefault(kind, words)
    return next(((kind, general[kind]) for kind in GENERAL_ACTS if kind in general), _partisan(units))


def _partisan(units: Sequence[Unit]) -> tuple[str, str]:
    """The words of the first clause that speaks of an election or its parties at all."""
    words = next((unit.text for unit in units if PARTISAN.search(unit.text)), "")
    return ("other", " ".join(words.split()[:LONGEST_ACT])) if words else ("", "")


def _main_region(regions: tuple[RegionMention, ...]) -> str | None:
    """The region that the article names most, a kabupaten or kota before its province; None where none is named."""
    codes = Counter(region.code for region in regions if region.code)
    if not codes:
        return None
    return max(codes, key=lambda code: (codes[code], len(code)))
