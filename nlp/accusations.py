"""Who is accused in an article: the people and the unnamed whom a sentence binds to an accusation."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from nlp.own_words import SpanSet, pointer_spans
from nlp.reporting_verbs import reporting_verbs
from storage.records import AllegationStatus, Person

ACTS_FILE = Path(__file__).parent / "lexicon" / "acts.toml"
STRENGTH: tuple[AllegationStatus, ...] = ("alleged", "examined", "established", "sanctioned", "cleared")
REACH = 70  # characters between a person and the word that accuses
NEAR = 40  # characters before a word in which a condition or a demand takes its force
MOST_SENTENCES = 400
LONGEST_SENTENCE = 2000  # characters: longer ones are no language
MOST_UNNAMED = 3
SUPERVISORS = re.compile(
    r"\b(?:bawaslu|panwas\w*|kpu|kasn|bkn|dkpp|gakkumdu|pengawas pemil\w+|pemilihan umum|hukum|lsm|pemantau)\b",
    re.IGNORECASE,
)
SERVANT = (
    r"(?:asn|pns|pppk|pegawai|lurah|camat|kades|kepala desa|perangkat desa|sekdes|guru|kepala sekolah|kepala dinas"
    r"|kepala (?:seksi|bidang|bagian|kantor|puskesmas)|sekretaris (?:camat|desa|dinas|lurah)|pejabat|ajudan|bendahara"
    r"|anggota (?:tni|polri|polisi)|prajurit|(?:tenaga )?honorer|(?:tenaga|petugas) \w+|staf)"
)
# "seorang lurah", "dua oknum ASN", "Camat Limpung": single people, or so few that the article speaks of each
UNNAMED = re.compile(
    rf"\b(?:(?:seorang|satu|salah satu|salah seorang|dua|tiga)(?: orang)? (?:oknum )?{SERVANT}(?: lagi| lainnya)?"
    rf"|oknum {SERVANT})\b",
    re.IGNORECASE,
)
BY_PLACE = re.compile(r"\b(?:Camat|Lurah|Kades|Kepala Desa|Pj Kades|Keuchik|Sekdes) (?:[A-Z]\w+ ?){1,3}")
INITIALS = re.compile(r"\b(?:ber)?inisial ([A-Z]{1,4}\b(?:(?:,| dan|, dan) [A-Z]{1,4}\b)*)")
ACCUSED_VERB = re.compile(
    r"\b(?:diduga|dilaporkan|diadukan|dituding|dijatuhi|disanksi|ditelaah|diproses|diperiksa|terbukti|direkomendasikan"
    r"|dipanggil|diklarifikasi|dicopot|dinonaktifkan|dinyatakan|dituduh|dihukum|didenda)\b",
    re.IGNORECASE,
)
ACCUSED_OBJECT = re.compile(
    r"\b(?:mengadukan|melaporkan|memeriksa|memanggil|mengklarifikasi|klarifikasi|laporan|dugaan|rekomendasi|menghentikan"
    r"|menjatuhkan)\b",
    re.IGNORECASE,
)
LONE_INITIALS = re.compile(r"^\W*([A-Z]{2,3}), (?:seorang )?[a-z]")
CONDITION = re.compile(
    r"\b(?:jika|bila|apabila|kalau|dilarang|seandainya|misalnya|misal|contohnya|seperti)\b", re.IGNORECASE
)
OTHERS = re.compile(rf"\b{SERVANT} (?:yang|itu|tersebut|lain)\b|\bsaksi\b|\bterhadap {SERVANT}\b", re.IGNORECASE)
LISTING = re.compile(
    r"\W*(?:ke\w+nya|mereka) (?:adalah|yakni|yaitu|ialah|masing-masing)[^<.]{0,30}(<P\d+>[^.]*)", re.IGNORECASE
)
ACCUSES = frozenset({"melaporkan", "merekomendasikan"})  # verbs of saying that accuse their object


@dataclass(frozen=True, slots=True)
class AllegationLexicon:
    """Patterns out of `lexicon/acts.toml`, in the order of the file."""

    acts: tuple[tuple[str, re.Pattern[str]], ...]
    accused: re.Pattern[str]
    status: tuple[tuple[AllegationStatus, re.Pattern[str]], ...]
    unreal: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class CaseSentence:
    """A sentence with the article's people in it; `marked` has <P0> for the first of them."""

    start: int
    end: int
    text: str
    marked: str
    people: tuple[int, ...]


def _any_of(lines: str) -> str:
    return "|".join(line.replace(" ", r"\s") for line in lines.split("\n") if line.strip())


@cache
def allegation_lexicon() -> AllegationLexicon:
    data = tomllib.loads(ACTS_FILE.read_text(encoding="utf-8"))
    before, after = _any_of(data["accused"]["before"]), _any_of(data["accused"]["after"])
    gap = rf"[^.;<>]{{0,{REACH}}}?"
    people = r"(?P<{}><P\d+>(?:(?:,|,?\s(?:dan|maupun|serta))\s<P\d+>)*+)"  # possessive: a list is read in one way only
    accused = rf"{people.format('subject')}{gap}\b(?:{before})\b|\b(?:{after})\b{gap}{people.format('object')}"
    return AllegationLexicon(
        tuple((name, re.compile(rf"\b(?:{_any_of(act['patterns'])})\b", re.I)) for name, act in data["acts"].items()),
        re.compile(accused, re.I),
        tuple((name, re.compile(rf"\b(?:{_any_of(data['status'][name])})\b", re.I)) for name in STRENGTH),
        re.compile(rf"\b(?:{_any_of(data['unreal']['words'])})\s(?:\S+\s){{0,3}}$", re.I),
    )


def case_sentences(doc: Doc, people: tuple[Person, ...]) -> list[CaseSentence]:
    text = doc.text
    pointers = SpanSet(pointer_spans(text))
    mentions = sorted((m.start, m.end, index) for index, person in enumerate(people) for m in person.mentions)
    sentences: list[CaseSentence] = []
    k = 0
    for span in doc.sents:
        start = span.start_char
        end = start + len(text[start : min(span.end_char, start + LONGEST_SENTENCE)].rstrip())
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
                CaseSentence(start, end, text[start:end], "".join(marked), tuple(index for _, _, index in inside))
            )
    return sentences


def accused_people(sentences: list[CaseSentence], people: tuple[Person, ...]) -> list[tuple[int, ...]]:
    """The people whom a sentence binds to an accusation, in order; three and more of one list stay together."""
    lexicon = allegation_lexicon()
    groups: list[tuple[int, ...]] = []
    taken: set[int] = set()
    for number, sentence in enumerate(sentences):
        if not sentence.people:
            continue
        for match in lexicon.accused.finditer(sentence.marked):
            listed = match.group("subject") or match.group("object")
            before = sentence.marked[max(0, match.start() - NEAR) : match.start()]
            if not (lexicon.unreal.search(before) or _speaks(before) or _other_meant(sentence.marked, match)):
                groups += _grouped(listed, people, taken)
        listing = LISTING.match(sentence.marked)
        if listing and number and any(pattern.search(sentences[number - 1].text) for _, pattern in lexicon.acts):
            groups += _grouped(listing.group(1), people, taken)
    return groups


def _speaks(before: str) -> bool:
    """The person stands behind `kata` or `menurut`: what follows is said by, and not of, the person."""
    words = before.lower().split()
    return bool(words) and (words[-1] in reporting_verbs().bare or words[-1] == "menurut")


def _other_meant(marked: str, match: re.Match[str]) -> bool:
    """The person speaks of the accusation, or somebody else stands between the person and it."""
    person_first = match.group("subject") is not None
    within = match.group().replace(match.group("subject") or match.group("object"), " ")
    if _reports(within) or OTHERS.search(within):
        return True
    if person_first:
        return False
    following = marked[match.end() : match.end() + 60].split(".")[0]
    return _speaks(within) or _reports(" ".join(re.findall(r"[\w-]+", following)[:5]))


def _reports(words: str) -> bool:
    """A verb of saying between a person and an accusation: the person speaks of another."""
    active = reporting_verbs().active
    return any(word in active for word in re.findall(r"\w+", words.lower()) if word not in ACCUSES)


def listed_together(sentences: list[CaseSentence], groups: list[tuple[int, ...]]) -> bool:
    """All the accused stand in one list (`Keduanya adalah A dan B`): what is said of `keduanya` is said of each."""
    accused = {index for group in groups for index in group}
    return any(LISTING.match(sentence.marked) and accused <= set(sentence.people) for sentence in sentences)


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


def accused_unnamed(sentences: list[CaseSentence]) -> list[tuple[CaseSentence, str]]:
    """Unnamed people under accusation, and what the article calls them: initials, office and place, `seorang lurah`."""
    by_initials = [
        (s, m.group(1)) for s in sentences if (m := LONE_INITIALS.match(s.text)) and _accuses(s.text, m.end())
    ]
    if not by_initials:
        by_initials = list(_with_initials(sentences))[:1]
    return by_initials[:MOST_UNNAMED] or list(_without_initials(sentences))[:MOST_UNNAMED]


def _with_initials(sentences: list[CaseSentence]) -> Iterator[tuple[CaseSentence, str]]:
    """`lurah berinisial KS`, where the article accuses somebody up to there, or KS at the head of a later sentence."""
    for sentence in sentences:
        match = INITIALS.search(sentence.text)
        if match is None:
            continue
        later = re.compile(rf"\W*{match.group(1)}\b")
        told = [other for other in sentences if other.start <= sentence.start or later.match(other.text)]
        if any(_accuses(other.text, 0) or ACCUSED_OBJECT.search(other.text) for other in told):
            yield sentence, match.group(1)


def _without_initials(sentences: list[CaseSentence]) -> Iterator[tuple[CaseSentence, str]]:
    unreal = allegation_lexicon().unreal
    for sentence in sentences:
        match = UNNAMED.search(sentence.text) or BY_PLACE.search(sentence.text)
        if match is None or CONDITION.search(sentence.text, 0, match.start()):
            continue
        before = sentence.text[max(0, match.start() - NEAR) : match.start()]
        as_object = match.group().lower().startswith(("seorang", "salah")) and ACCUSED_OBJECT.search(before)
        if as_object or (not unreal.search(before) and _accuses(sentence.text, match.end())):
            yield sentence, match.group().strip()


def _accuses(text: str, start: int) -> bool:
    return ACCUSED_VERB.search(text, start, start + REACH * 2) is not None
