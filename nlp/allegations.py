"""Alleged and established breaches of neutrality: who, what act, where, and what has come of it by the article's words.

A status is never stronger than the words: conditions, demands and rules establish nothing, and each allegation keeps
the sentence that bears its status. Totals are no allegations. A person who holds no public office by the article's
wording is stored by the role that it gives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc

from nlp.accusations import (
    CONDITION,
    LISTING,
    NEAR,
    STRENGTH,
    CaseSentence,
    accused_people,
    accused_unnamed,
    allegation_lexicon,
    case_sentences,
    listed_together,
)
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
LEAD = 3  # sentences at the head of an article that tell what it is about
ANAPHORA = re.compile(
    r"\b(?:yang bersangkutan|terlapor|ke(?:dua|tiga|empat|lima)nya|berkas\w*|ia|dia|beliau"
    r"|(?:kasus|perkara|laporan|dugaan|tuduhan|video|foto|perbuatan|aduan)(?:nya| itu| ini| tersebut)"
    r"|(?:pegawai|asn|pns|lurah|camat|kades|pejabat) (?:itu|tersebut))\b",
    re.IGNORECASE,
)


def find_allegations(
    doc: Doc, people: tuple[Person, ...], regions: tuple[RegionMention, ...], topic: Topic
) -> tuple[Allegation, ...]:
    """One allegation for each person, or list of people, accused in an article on topic; none in any other article."""
    if not topic.on:
        return ()
    sentences = case_sentences(doc, people)
    groups = accused_people(sentences, people)
    together = len(groups) == 1 or listed_together(sentences, groups)
    found = [_against_people(sentences, people, regions, group, together) for group in groups]
    if not groups:
        unnamed = accused_unnamed(sentences)
        found = [_against_unnamed(sentences, regions, *accused, len(unnamed) == 1) for accused in unnamed]
    return tuple(sorted((allegation for allegation in found if allegation), key=lambda a: a.found.start))


def _against_people(
    sentences: list[CaseSentence],
    people: tuple[Person, ...],
    regions: tuple[RegionMention, ...],
    group: tuple[int, ...],
    alone: bool,
) -> Allegation | None:
    """`alone`: nobody else is accused, so that `terlapor` and `kasus itu` mean this case."""
    about = [s for s in sentences if set(group) & set(s.people) or (alone and ANAPHORA.search(s.text))]
    if alone and about and LISTING.match(about[0].marked):
        about = [*sentences[: sentences.index(about[0])][-1:], *about]  # `Dua ASN dicopot. Keduanya adalah …`
    code = next((office.region for index in group for office in people[index].offices if office.region), None)
    return _record(sentences, about, _names([people[index] for index in group]), code or _main_region(regions), 0.0)


def _against_unnamed(
    sentences: list[CaseSentence], regions: tuple[RegionMention, ...], accused: CaseSentence, who: str, alone: bool
) -> Allegation | None:
    """Initials are followed through the article; `kasus itu` means the case only where there is one."""
    initials = re.compile(rf"\b{re.escape(who)}\b") if who.isupper() else None
    about = [
        s
        for s in sentences
        if s is accused or (initials and initials.search(s.text)) or (alone and ANAPHORA.search(s.text))
    ]
    return _record(sentences, about, who, _main_region(regions), LESS_FOR_UNNAMED)


def _record(
    sentences: list[CaseSentence], about: list[CaseSentence], who: str, region: str | None, less: float
) -> Allegation | None:
    status, sentence = _status(about)
    if sentence is None:
        return None
    kind, act = _act([sentence, *about, *sentences[:LEAD]])
    if not act:
        return None
    certain = round(CONFIDENCE[status] - less, 2)
    found = Found(sentence.start, sentence.end, sentence.text, f"allegation-{status}", certain)
    return Allegation(found, who, act, kind, region, status)


def _names(accused: list[Person]) -> str:
    """Names of office-holders; the role of anybody else."""
    names = [
        person.name
        if person.kind == "official"
        else ((person.offices[0].position if person.offices else None) or "warga")
        for person in accused
    ]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, dan {names[-1]}"


def _status(about: Iterable[CaseSentence]) -> tuple[AllegationStatus, CaseSentence | None]:
    """The furthest that the sentences say the matter has come, and the first sentence that says so."""
    best: tuple[int, CaseSentence] | None = None
    lexicon = allegation_lexicon()
    for sentence in about:
        for strength, (name, pattern) in enumerate(lexicon.status):
            if best and strength <= best[0]:
                continue
            for match in pattern.finditer(sentence.text):
                before = sentence.text[max(0, match.start() - NEAR) : match.start()]
                unreal = CONDITION if name in ("alleged", "cleared") else lexicon.unreal
                if not unreal.search(before):
                    best = (strength, sentence)
                    break
    return (STRENGTH[best[0]], best[1]) if best else ("alleged", None)


def _act(sentences: Iterable[CaseSentence]) -> tuple[str, str]:
    """Kind and words of the first act that the sentences name; the general kind only where they name no other.

    Sentences of conditions and examples tell what would be a breach, and not what was done.
    """
    general: dict[str, str] = {}
    for sentence in sentences:
        if CONDITION.search(sentence.text):
            continue
        for kind, pattern in allegation_lexicon().acts:
            match = pattern.search(sentence.text)
            if match:
                words = " ".join(re.split(r"[,.;\"“”]", sentence.text[match.start() :])[0].split()[:LONGEST_ACT])
                if kind not in GENERAL_ACTS:
                    return kind, words
                general.setdefault(kind, words)
    return next(((kind, general[kind]) for kind in GENERAL_ACTS if kind in general), ("", ""))


def _main_region(regions: tuple[RegionMention, ...]) -> str | None:
    """The region that the article names most, a kabupaten or kota before its province; None where none is named."""
    codes = Counter(region.code for region in regions if region.code)
    if not codes:
        return None
    return max(codes, key=lambda code: (codes[code], len(code)))
