"""Alleged and established breaches of neutrality: who, what act, where, and what has come of it by the article's words.

A status is never stronger than the words: conditions, demands and rules establish nothing, and each allegation keeps
the sentence that bears its status. Totals are no allegations. A person who holds no public office by the article's
wording is stored by the role that it gives.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from nlp.own_words import SpanSet, pointer_spans
from nlp.reporting_verbs import reporting_verbs
from storage.records import Allegation, AllegationStatus, Found, Person, RegionMention, Topic

ACTS_FILE = Path(__file__).parent / "lexicon" / "acts.toml"
STRENGTH: tuple[AllegationStatus, ...] = ("alleged", "examined", "established", "sanctioned", "cleared")
CONFIDENCE: dict[AllegationStatus, float] = {
    "alleged": 0.7,
    "examined": 0.7,
    "established": 0.75,
    "sanctioned": 0.75,
    "cleared": 0.8,
}
REACH = 70  # characters between a person and the word that accuses
LONGEST_ACT = 14  # words kept of an act
MOST_SENTENCES = 400
SUPERVISORS = re.compile(
    r"\b(?:bawaslu|panwas\w*|kpu|kasn|bkn|dkpp|gakkumdu|pengawas pemil\w+|pemilihan umum|hukum|lsm)\b", re.IGNORECASE
)
ANAPHORA = re.compile(
    r"\b(?:yang bersangkutan|terlapor|ke(?:dua|tiga|empat|lima)nya|berkas\w*|ia|dia|beliau"
    r"|(?:kasus|perkara|laporan|dugaan|video|foto|perbuatan|aduan)(?:nya| itu| ini| tersebut)"
    r"|(?:pegawai|asn|pns|lurah|camat|kades|pejabat) (?:itu|tersebut))\b",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"\b(?:seorang|satu|salah satu|salah seorang) (?:oknum )?(?:asn|pns|pppk|pegawai|lurah|camat|kades|kepala desa"
    r"|perangkat desa|sekdes|guru|kepala sekolah|kepala dinas|pejabat|anggota (?:tni|polri|polisi)|prajurit|honorer"
    r"|oknum \w+)(?: lagi| lainnya)?\b",
    re.IGNORECASE,
)
UNNAMED_ACCUSED = re.compile(
    r"\b(?:diduga|dilaporkan|diadukan|dituding|dijatuhi|disanksi|ditelaah|diproses|diperiksa|terbukti|direkomendasikan"
    r"|dipanggil)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(r"\b(?:jika|bila|apabila|kalau|dilarang)\b", re.IGNORECASE)
LISTING = re.compile(
    r"\W*(?:ke\w+nya|mereka) (?:adalah|yakni|yaitu|ialah|masing-masing)[^<.]{0,30}(<P\d+>[^.]*)", re.IGNORECASE
)
ACCUSES = frozenset({"melaporkan", "merekomendasikan"})  # verbs of saying that accuse their object
INITIALS = re.compile(r"\b(?:ber)?inisial ([A-Z]{1,4})\b")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    acts: tuple[tuple[str, re.Pattern[str]], ...]
    accused: re.Pattern[str]
    status: tuple[tuple[AllegationStatus, re.Pattern[str]], ...]
    unreal: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    text: str
    marked: str  # people as <P0>
    people: tuple[int, ...]


def _any_of(lines: str) -> str:
    return "|".join(line.replace(" ", r"\s") for line in lines.split("\n") if line.strip())


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(ACTS_FILE.read_text(encoding="utf-8"))
    before, after = _any_of(data["accused"]["before"]), _any_of(data["accused"]["after"])
    gap = rf"[^.;<>]{{0,{REACH}}}?"
    people = r"(?P<{}><P\d+>(?:,?\s?(?:dan|maupun|serta|,)?\s<P\d+>)*)"
    accused = rf"{people.format('subject')}{gap}\b(?:{before})\b|\b(?:{after})\b{gap}{people.format('object')}"
    return _Lexicon(
        tuple((name, re.compile(rf"\b(?:{_any_of(act['patterns'])})\b", re.I)) for name, act in data["acts"].items()),
        re.compile(accused, re.I),
        tuple((name, re.compile(rf"\b(?:{_any_of(data['status'][name])})\b", re.I)) for name in STRENGTH),
        re.compile(rf"\b(?:{_any_of(data['unreal']['words'])})\s(?:\S+\s){{0,3}}$", re.I),
    )


def find_allegations(
    doc: Doc, people: tuple[Person, ...], regions: tuple[RegionMention, ...], topic: Topic
) -> tuple[Allegation, ...]:
    """One allegation for each person, or list of people, accused in an article on topic; none in any other article."""
    if not topic.on:
        return ()
    sentences = _sentences(doc, people)
    groups = _accused_people(sentences, people)
    found = [_allegation(sentences, people, regions, group, len(groups) == 1) for group in groups]
    if not groups:
        found = [_unnamed(sentences, regions, span) for span in _accused_unnamed(sentences)]
    return tuple(sorted((allegation for allegation in found if allegation), key=lambda a: a.found.start))


def _sentences(doc: Doc, people: tuple[Person, ...]) -> list[_Sentence]:
    text = doc.text
    pointers = SpanSet(pointer_spans(text))
    mentions = sorted((m.start, m.end, index) for index, person in enumerate(people) for m in person.mentions)
    sentences: list[_Sentence] = []
    k = 0
    for span in doc.sents:
        start = span.start_char
        end = start + len(text[start : span.end_char].rstrip())
        inside = []
        while k < len(mentions) and mentions[k][0] < end:
            if mentions[k][0] >= start:
                inside.append(mentions[k])
            k += 1
        if not pointers.covers(start, end) and len(sentences) < MOST_SENTENCES:
            marked, position = [], start
            for m_start, m_end, index in inside:
                if m_start >= position:
                    marked += [text[position:m_start], f"<P{index}>"]
                    position = m_end
            marked.append(text[position:end])
            sentences.append(
                _Sentence(start, end, text[start:end], "".join(marked), tuple(index for _, _, index in inside))
            )
    return sentences


def _accused_people(sentences: list[_Sentence], people: tuple[Person, ...]) -> list[tuple[int, ...]]:
    """The people whom a sentence binds to an accusation, in order; three and more of one list stay together."""
    lexicon = _lexicon()
    groups: list[tuple[int, ...]] = []
    taken: set[int] = set()
    for number, sentence in enumerate(sentences):
        if not sentence.people:
            continue
        for match in lexicon.accused.finditer(sentence.marked):
            listed = match.group("subject") or match.group("object")
            before = sentence.marked[: match.start()][-40:]
            if lexicon.unreal.search(before) or _speaks(before) or _reports(match.group()):
                continue
            groups += _grouped(listed, people, taken)
        listing = LISTING.match(sentence.marked)
        if listing and number and any(pattern.search(sentences[number - 1].text) for _, pattern in lexicon.acts):
            groups += _grouped(listing.group(1), people, taken)
    return groups


def _speaks(before: str) -> bool:
    """The person stands behind `kata` or `menurut`: what follows is said by, and not of, the person."""
    words = before.lower().split()
    return bool(words) and (words[-1] in reporting_verbs().bare or words[-1] == "menurut")


def _reports(words: str) -> bool:
    """A verb of saying between a person and an accusation: the person speaks of another."""
    active = reporting_verbs().active
    return any(word in active for word in re.findall(r"\w+", words.lower()) if word not in ACCUSES)


def _grouped(listed: str, people: tuple[Person, ...], taken: set[int]) -> list[tuple[int, ...]]:
    indexes = [int(number) for number in re.findall(r"<P(\d+)>", listed)]
    fresh = [i for i in dict.fromkeys(indexes) if i not in taken and not _supervises(people[i])]
    taken.update(fresh)
    return [tuple(fresh)] if len(fresh) > 2 else [(index,) for index in fresh]


def _supervises(person: Person) -> bool:
    """Those who watch over elections or speak for a party to the case are not the accused."""
    if person.kind == "candidate":
        return True
    return any(SUPERVISORS.search(f"{office.position} {office.institution}") for office in person.offices)


def _allegation(
    sentences: list[_Sentence],
    people: tuple[Person, ...],
    regions: tuple[RegionMention, ...],
    group: tuple[int, ...],
    alone: bool,
) -> Allegation | None:
    about = [s for s in sentences if set(group) & set(s.people) or (alone and ANAPHORA.search(s.text))]
    status, sentence = _status(about)
    if sentence is None:
        return None
    act_kind, act = _act([sentence, *about, *sentences])
    if not act:
        return None
    who = _names([people[index] for index in group])
    code = next((office.region for index in group for office in people[index].offices if office.region), None)
    return Allegation(
        Found(sentence.start, sentence.end, sentence.text, f"allegation-{status}", CONFIDENCE[status]),
        who,
        act,
        act_kind,
        code or _main_region(regions),
        status,
    )


def _names(accused: list[Person]) -> str:
    """Names of office-holders; the role of anybody else."""
    names = [
        person.name
        if person.kind == "official"
        else ((person.offices[0].position if person.offices else None) or "warga")
        for person in accused
    ]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, dan {names[-1]}"


def _status(about: Iterable[_Sentence]) -> tuple[AllegationStatus, _Sentence | None]:
    """The furthest that the sentences say the matter has come, and the first sentence that says so."""
    best: tuple[int, _Sentence] | None = None
    lexicon = _lexicon()
    for sentence in about:
        for strength, (name, pattern) in enumerate(lexicon.status):
            if best and strength <= best[0]:
                continue
            for match in pattern.finditer(sentence.text):
                if name in ("alleged", "cleared") or not lexicon.unreal.search(sentence.text[: match.start()][-40:]):
                    best = (strength, sentence)
                    break
    return (STRENGTH[best[0]], best[1]) if best else ("alleged", None)


def _act(sentences: Iterable[_Sentence]) -> tuple[str, str]:
    """Kind and words of the first act that the sentences name, the general ones only where no other is named."""
    general = ("", "")
    for sentence in sentences:
        for kind, pattern in _lexicon().acts:
            match = pattern.search(sentence.text)
            if match:
                words = re.split(r"[,.;\"“”]", sentence.text[match.start() :])[0].split()[:LONGEST_ACT]
                if kind != "neutrality":
                    return kind, " ".join(words)
                general = general if general[0] else (kind, " ".join(words))
                break
    return general


def _main_region(regions: tuple[RegionMention, ...]) -> str | None:
    """The region that the article names most, a kabupaten or kota before its province; None where none is named."""
    codes = Counter(region.code for region in regions if region.code)
    if not codes:
        return None
    return max(codes, key=lambda code: (codes[code], len(code)))


def _accused_unnamed(sentences: list[_Sentence]) -> list[tuple[_Sentence, str]]:
    """Single unnamed people under accusation: `seorang lurah … diadukan`, with the initials that the article gives."""
    lexicon = _lexicon()
    found: list[tuple[_Sentence, str]] = []
    initials = next((m.group(1) for s in sentences for m in [INITIALS.search(s.text)] if m), None)
    for sentence in sentences:
        match = UNNAMED.search(sentence.text)
        if not match or lexicon.unreal.search(sentence.text[: match.start()][-40:]):
            continue
        accused = UNNAMED_ACCUSED.search(sentence.text, match.end())
        if accused and not CONDITION.search(sentence.text, 0, match.start()):
            found.append((sentence, initials or match.group()))
            if initials:
                break
    return found[:3]


def _unnamed(
    sentences: list[_Sentence], regions: tuple[RegionMention, ...], accused: tuple[_Sentence, str]
) -> Allegation | None:
    sentence, who = accused
    following = sentences[sentences.index(sentence) :] if len(who) <= 4 else [sentence]
    status, bearing = _status([sentence] if len(who) > 4 else [s for s in following if who in s.text or s is sentence])
    act_kind, act = _act([sentence, *sentences])
    if bearing is None or not act:
        return None
    return Allegation(
        Found(bearing.start, bearing.end, bearing.text, f"allegation-{status}", CONFIDENCE[status] - 0.1),
        who,
        act,
        act_kind,
        _main_region(regions),
        status,
    )
