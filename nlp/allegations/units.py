"""An article cut into the clauses that tell one thing of one accused, with its people and unnamed servants marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from nlp.allegations.servants import BY_PLACE, INITIALS, LISTED_AGE, ROLE, SERVANT
from nlp.language import text_of
from nlp.own_words import SpanSet, pointer_spans
from storage.records import Person

MOST_UNITS = 400
NEARBY = 24  # characters before a role in which the name stands that it describes
LONGEST_SENTENCE = 2000  # characters: longer ones are no language
MARK = re.compile(r"<([PR]\d+)>")
CONTRAST = re.compile(r"(?:,|;)\s+(?=(?:sedangkan|sementara|adapun|namun|tetapi)\b)", re.IGNORECASE)
APPOSITION = re.compile(rf"[^<>.:;]{{0,90}}?,?\s?<P\d+>|\s?\(?<P\d+>|\s(?:{SERVANT})\b[^<>.]{{0,60}}<P\d+>")
VERB = re.compile(
    r"\b(?:di(?!nas|strik|visi|rektur|rjen|sdik)|me[mn]\w?(?!teri)|ter|ber(?!nama|inisial|status))\w{3,}\b|\b(?:yang|karena|dengan|kepada|oleh|ke|usai|saat)\b"
)
NAME_BEFORE = re.compile(r"<P\d+>,? (?:\(|selaku |adalah |merupakan )?$")
NAMED_BY = re.compile(r"(?:ber)?inisial\s|\bterlapor\b|\bke(?:dua|tiga|empat)nya\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or one side of a contrast in it; `start` and `end` are the sentence's.

    `marked` has <P0> for the first of the article's people and <R0> for the first unnamed servant.
    """

    start: int
    end: int
    sentence: str
    text: str
    marked: str

    @property
    def marks(self) -> tuple[str, ...]:
        return tuple(MARK.findall(self.marked))


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody without a name: `seorang camat`, `Camat Limpung`, or initials; `many` counts more than one."""

    who: str
    many: bool
    further: bool  # "seorang camat lain": beside those already told of
    by_initials: bool
    unit: int


def read_units(doc: Doc, people: tuple[Person, ...]) -> tuple[list[Unit], list[Role]]:
    """Clauses in order, at most MOST_UNITS, and the unnamed of them."""
    units = list(_clauses(doc, people))
    return _mark_roles(units)


def _clauses(doc: Doc, people: tuple[Person, ...]) -> Iterator[Unit]:
    text = text_of(doc)
    pointers = SpanSet(pointer_spans(text))
    mentions = sorted((m.start, m.end, index) for index, person in enumerate(people) for m in person.mentions)
    k = count = 0
    for span in doc.sents:
        start = span.start_char
        end = start + len(text[start : min(span.end_char, start + LONGEST_SENTENCE)].rstrip())
        inside = []
        while k < len(mentions) and mentions[k][0] < end:
            if mentions[k][0] >= start:
                inside.append(mentions[k])
            k += 1
        if pointers.covers(start, end):
            continue
        sentence = text[start:end]
        cuts = [0, *(match.end() for match in CONTRAST.finditer(sentence)), len(sentence)]
        for begin, stop in pairwise(cuts):
            if count == MOST_UNITS:
                return
            count += 1
            part = [m for m in inside if start + begin <= m[0] < start + stop]
            marked = _with_people(text, start + begin, start + stop, part)
            yield Unit(start, end, sentence, sentence[begin:stop], marked)


def _with_people(text: str, start: int, end: int, mentions: list[tuple[int, int, int]]) -> str:
    marked, position = [], start
    for m_start, m_end, index in mentions:
        if m_start >= position:
            marked += [text[position:m_start], f"<P{index}>"]
            position = m_end
    return "".join([*marked, text[position:end]])


def _mark_roles(units: list[Unit]) -> tuple[list[Unit], list[Role]]:
    """Replace each unnamed servant by a mark; initials are the same servant wherever they stand."""
    roles: list[Role] = []
    marked_units: list[Unit] = []
    known: dict[str, int] = {}
    for number, unit in enumerate(units):
        marked = _initials(unit.marked, number, roles, known)
        marked_units.append(replace(unit, marked=_described(marked, number, roles)))
    return marked_units, roles


def _initials(marked: str, number: int, roles: list[Role], known: dict[str, int]) -> str:
    """`seorang lurah berinisial KS`: one mark for the whole; `Ketiganya berinisial …` names the role told before."""
    match = INITIALS.search(marked)
    if match:
        letters = LISTED_AGE.sub("", match.group("listed") or match.group("lone") or match.group("aged"))
        described = list(ROLE.finditer(marked, 0, match.start()))
        before = roles[-1] if roles and number - roles[-1].unit <= 2 else None
        if not described and before and not before.by_initials and NAMED_BY.search(marked[: match.end()]):
            index = len(roles) - 1
            roles[index] = replace(before, who=letters, by_initials=True)
        elif letters in known:
            index = known[letters]
        else:
            index = len(roles)
            roles.append(Role(letters, "," in letters or " dan " in letters, False, True, number))
        known[letters] = index
        begin = described[-1].start() if described else match.start()
        marked = f"{marked[:begin]}<R{index}>{marked[match.end() :]}"
    for letters, index in known.items():
        if letters in marked:
            marked = re.sub(rf"\b{re.escape(letters)}\b(?!>)", f"<R{index}>", marked)
    return marked


def _described(marked: str, number: int, roles: list[Role]) -> str:
    for pattern in (ROLE, BY_PLACE):
        parts: list[str] = []
        position = 0
        for match in pattern.finditer(marked):
            if NAME_BEFORE.search(marked[max(0, match.start() - NEARBY) : match.start()]) or _is_named(
                marked, match.end()
            ):
                continue
            who = match.group().strip()
            further = bool(re.search(r"\blain(?:nya)?$|\blagi$", who))
            many = bool(match.groupdict().get("many"))
            parts += [marked[position : match.start()], f"<R{len(roles)}>"]
            position = match.start() + len(match.group().rstrip())
            roles.append(Role(who, many, further, False, number))
        marked = "".join([*parts, marked[position:]])
    return marked


def _is_named(marked: str, end: int) -> bool:
    """The name follows in apposition: `seorang guru SMP berstatus PPPK, <P0>`."""
    following = APPOSITION.match(marked, end)
    return following is not None and not VERB.search(following.group())
