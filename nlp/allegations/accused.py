"""Who is accused in an article: the people and the unnamed whom a clause binds to an accusation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.allegations.lexicon import CONDITION, NEAR, lexicon
from nlp.allegations.servants import SERVANT
from nlp.allegations.units import MARK, VERB, Role, Unit
from nlp.reporting_verbs import reporting_verbs
from storage.records import Person

MOST_UNNAMED = 3
HEAD = 5  # clauses: who is counted further down belongs to a total
A_FEW = re.compile(r"(?:dua|tiga)\b", re.IGNORECASE)
SUPERVISORS = re.compile(
    r"\b(?:bawaslu|panwas\w*|panwaslih|kpu|kasn|bkn|dkpp|gakkumdu|pengawas pemil\w+|pemilihan umum|lsm|pemantau|hakim"
    r"|(?:tim|kuasa|penasihat|bantuan) hukum|jaksa|penuntut|pengacara|advokat|penyidik|inspektur|pengamat|akademisi"
    r"|konsultan|praktisi|pakar|peneliti|aktivis"
    r"|pelapor)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(rf"\b{SERVANT} (?:yang|itu|tersebut|lain)\b|\bsaksi\b|\bterhadap {SERVANT}\b", re.IGNORECASE)
BEFORE_NAME = re.compile(rf"\b{SERVANT}\b(?=(?P<between>[^.;<>]{{0,90}})<(?P<mark>P\d+)>)", re.IGNORECASE)
BEHIND_NAME = re.compile(rf"<(?P<mark>P\d+)>,? \(?(?:seorang |selaku |sebagai )?{SERVANT}\b", re.IGNORECASE)
LISTING = re.compile(
    r"\W*(?:(?:ke(?:dua|tiga|empat|lima)(?:nya)?|mereka|terlapor|yang bersangkutan|asn|pejabat|pegawai)(?: \w+){0,4}"
    r",? (?:adalah|yakni|yaitu|ialah|masing-masing)\b|ke(?:dua|tiga|empat|lima)nya ?[,:])(?P<listed>[^.]*<P\d+>[^.]*)",
    re.IGNORECASE,
)
INLINE_LISTING = re.compile(
    r"<R(?P<role>\d+)>[^<.]{0,120}?(?:,|:|\() ?(?:yakni|yaitu|ialah|masing-masing)\b(?P<listed>[^.]*)"
)
JUDGES = re.compile(
    r"\b(?:hakim|jaksa|penuntut umum|pengacara|advokat|kuasa hukum|penasihat hukum|saksi|pelapor|penyidik|pengamat)"
    r"(?: \w+){0,3},? <(?P<mark>P\d+)>",
    re.IGNORECASE,
)
TOGETHER = re.compile(r"\bke(?:tiga|empat|lima)nya\b|\bmereka\b", re.IGNORECASE)
AFTERWARDS = re.compile(r">,? (?:usai|setelah|seusai|sebelum) (?:di|menjalani)\w*")  # `kata <P0> usai diperiksa`
OTHER_SIDE = re.compile(r"(?:sedangkan|sementara|namun|tetapi|adapun)\b")  # of a contrast: told of others
REASON = re.compile(r"\b(?:karena|lantaran|sebab|yang|usai|setelah|dua|tiga|selama|atas|terkait|ke|sebagai)\b")
DENIES = re.compile(r"\b(?:hoaks|tidak benar)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Accused:
    """One case: its marks in the text, and the clauses in which it is told before the names come."""

    marks: tuple[str, ...]
    told: tuple[int, ...] = ()
    servant: bool = False  # named as one of the servants told of before: no private person


def find_accused(units: Sequence[Unit], people: tuple[Person, ...], roles: Sequence[Role]) -> list[Accused]:
    """Cases in the order of the article; an unnamed servant counts beside named ones only as a further one."""
    named: list[Accused] = []
    unnamed: list[Accused] = []
    taken: set[str] = set()
    servants = called_servants(units)
    excused = {m["mark"] for unit in units for m in JUDGES.finditer(unit.marked)}
    for number, unit in enumerate(units):
        for case in _listed(units, number, people, roles):
            _add(named, taken, case)
        for marks in _bound(unit.marked):
            persons = [
                m
                for m in marks
                if m[0] == "P" and m not in excused and not supervises(people[int(m[1:])], m in servants)
            ]
            fresh = [m for m in dict.fromkeys(persons) if m not in taken]
            for group in [tuple(fresh)] if len(fresh) > 2 else [(m,) for m in fresh]:
                _add(named, taken, Accused(group, (), servants.issuperset(group)))
            for mark in marks:
                if mark[0] == "R" and _counts(roles[int(mark[1:])], number):
                    _add(unnamed, taken, Accused((mark,), (number,)))
    named = _told_before(named, unnamed, roles, units)
    return [*named, *_beside(unnamed, roles, named, units)]


def _told_before(
    named: list[Accused], unnamed: list[Accused], roles: Sequence[Role], units: Sequence[Unit]
) -> list[Accused]:
    """`Seorang lurah diperiksa. Lurah <P0> …`: what is told of the role before the first name is told of the named."""
    if len(named) != 1:
        return named
    first = next((k for k, unit in enumerate(units) if set(unit.marks) & set(named[0].marks)), 0)
    told = [
        number
        for case in unnamed
        for number in case.told
        if number < first and not (_role(roles, case).further or _role(roles, case).by_initials)
    ]
    return [replace(named[0], told=(*told, *named[0].told))]


def _bound(marked: str) -> Iterator[list[str]]:
    """The marks that a clause binds to an accusation; where it fails for one reading, the next is tried."""
    position = 0
    while match := lexicon().accused.search(marked, position):
        as_object = match.group("object")
        if _binds(marked, match):
            yield MARK.findall(match.group("subject") or as_object)
        position = match.end() - len(as_object) if as_object else match.end()


def _beside(
    unnamed: list[Accused], roles: Sequence[Role], named: list[Accused], units: Sequence[Unit]
) -> list[Accused]:
    """Initials and `seorang camat lain` always; others once, and none who may be the same as one told of closer."""
    first = next((k for k, unit in enumerate(units) for case in named if set(unit.marks) & set(case.marks)), len(units))
    described = " ".join(unit.marked.lower() for unit in units for c in named if set(unit.marks) & set(c.marks))
    initials = any(_role(roles, case).by_initials for case in unnamed)
    kept: dict[str, Accused] = {}
    for case in unnamed:
        role = _role(roles, case)
        office = role.who.lower().split(" ", 1)[-1]
        another = not initials and (not named or (role.unit > first and not role.many and office not in described))
        if role.by_initials or role.further or another:
            kept.setdefault(role.who.lower(), case)
    return list(kept.values())[:MOST_UNNAMED]


def _role(roles: Sequence[Role], case: Accused) -> Role:
    return roles[int(case.marks[0][1:])]


def _add(cases: list[Accused], taken: set[str], case: Accused) -> None:
    marks = tuple(mark for mark in case.marks if mark not in taken)
    if marks:
        taken.update(marks)
        cases.append(Accused(marks, case.told, case.servant))


def _counts(role: Role, number: int) -> bool:
    return role.by_initials or not role.many or number == 0 or (number < HEAD and bool(A_FEW.match(role.who)))


def called_servants(units: Iterable[Unit]) -> frozenset[str]:
    """Marks of the people whom the wording makes public servants: `seorang guru, <P0>`, `<P0>, seorang bidan`."""
    marks: set[str] = set()
    for unit in units:
        if "<P" not in unit.marked:
            continue
        marks.update(m["mark"] for m in BEFORE_NAME.finditer(unit.marked) if not VERB.search(m["between"]))
        marks.update(m["mark"] for m in BEHIND_NAME.finditer(unit.marked))
    return frozenset(marks)


def _listed(units: Sequence[Unit], number: int, people: tuple[Person, ...], roles: Sequence[Role]) -> list[Accused]:
    """`… dua keuchik. Keduanya adalah <P0> dan <P1>.`; three whom the article goes on to treat as one are one case."""
    unit = units[number]
    match = LISTING.match(unit.marked)
    told: tuple[int, ...] = ()
    if match and number:
        before = [
            k for k in range(max(0, number - 2), number) if _tells(units[k]) and not OTHER_SIDE.match(units[k].text)
        ]
        told = (*before, number)
    inline = None if match else INLINE_LISTING.search(unit.marked)
    if inline and _tells(unit):
        match, told = inline, (number,)
    if not match or not told:
        return []
    marks = tuple(dict.fromkeys(m for m in MARK.findall(match.group("listed")) if m[0] == "P"))
    marks = tuple(m for m in marks if not supervises(people[int(m[1:])]))
    if len(marks) > 2 and any(TOGETHER.search(later.text) for later in units[number + 1 :]):
        return [Accused(marks, told, True)]
    return [Accused((mark,), told, True) for mark in marks]


def _tells(unit: Unit) -> bool:
    words = lexicon()
    accuses = any(pattern.search(unit.text) for _, pattern in words.status)
    return accuses or any(pattern.search(unit.text) for _, pattern in words.acts[:-2])


def _binds(marked: str, match: re.Match[str]) -> bool:
    before = marked[max(0, match.start() - NEAR) : match.start()]
    if lexicon().unreal.search(before) or CONDITION.search(before):
        return False
    if _speaks(before):
        return AFTERWARDS.search(match.group()) is not None
    return not _other_meant(marked, match)


def _speaks(before: str) -> bool:
    """The person stands behind `kata` or `menurut`: what follows is said by, and not of, the person."""
    words = before.lower().split()
    return bool(words) and (words[-1] in reporting_verbs().bare or words[-1] == "menurut")


def _other_meant(marked: str, match: re.Match[str]) -> bool:
    """The person speaks of the accusation, or somebody else stands between the person and it."""
    person_first = match.group("subject") is not None
    accused = match.group("subject") or match.group("object")
    within = match.group("between" if person_first else "amid")
    if _reports(within) or OTHERS.search(within) or DENIES.search(within):
        return True
    if person_first or accused.startswith("<R"):
        return False
    following = marked[match.end() : match.end() + 60].split(".")[0]
    following = REASON.split(following)[0]
    return _speaks(within) or _reports(" ".join(re.findall(r"[\w-]+", following)[:5]))


def _reports(words: str) -> bool:
    """A verb of saying between a person and an accusation: the person speaks of another."""
    active = reporting_verbs().active
    return any(word in active for word in re.findall(r"\w+", words.lower()))


def supervises(person: Person, servant: bool = False) -> bool:
    """Those who watch over elections, and candidates who are no `servant`, are not the accused."""
    if person.kind == "candidate" and not servant:
        return True
    return any(SUPERVISORS.search(f"{office.position} {office.institution}") for office in person.offices)
