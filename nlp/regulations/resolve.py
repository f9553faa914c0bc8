"""Turns what was found into citations of known instruments: ids, articles, and whether the law was still in force."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from nlp.dates import reference_date
from nlp.regions import find_regions, region_by_code
from nlp.regulations import patterns
from nlp.regulations.find import Instrument, NamedIssuer, find_instruments, issuers_in
from nlp.regulations.pasal import ArticleGroup, find_articles
from storage.records import Citation, DateBasis, Found, RegionMention
from storage.reference import Regulation, load_regulations

CONFIDENCE = {
    "numbered": 0.98,
    "named": 0.92,
    "named-by-topic": 0.7,
    "back-reference": 0.8,
    "titled": 0.6,
    "issuer-and-number": 0.7,
}
REGION_TYPES = {
    "PERGUB": "province",
    "KEPGUB": "province",
    "PERBUP": "kabupaten",
    "KEPBUP": "kabupaten",
    "PERWALI": "kota",
    "KEPWALI": "kota",
}
MINISTER_TYPES = {"PERMEN PANRB": "PERMENPANRB", "PERMEN DALAM NEGERI": "PERMENDAGRI"}


@dataclass(frozen=True, slots=True)
class Register:
    """The known instruments, by id."""

    by_id: dict[str, Regulation]
    by_other_number: dict[tuple[str, str], str]  # (type, number) of joint decrees

    @classmethod
    def of(cls, regulations: Iterable[Regulation]) -> Register:
        rows = tuple(regulations)
        others = {(row.type, number): row.id for row in rows for number in row.other_numbers}
        return cls({row.id: row for row in rows}, others)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with all that helps to resolve its citations."""

    text: str
    register: Register
    regions: Sequence[RegionMention]
    issuers: Sequence[NamedIssuer]
    reference: date | None
    basis: DateBasis | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """An instrument with its id."""

    start: int
    end: int
    id: str
    type: str
    rule: str


def find_citations(
    text: str | Doc,
    register: Iterable[Regulation] | None = None,
    *,
    published: date | None = None,
    fetched: date | None = None,
    regions: Sequence[RegionMention] | None = None,
) -> tuple[Citation, ...]:
    """Every citation in the order of the text, one for each article of a law. The same law may come more than once.

    `register`: the known instruments, those of the reference tables by default.
    """
    plain = text.text if isinstance(text, Doc) else text
    reference, basis = reference_date(plain, published, fetched)
    reading = Reading(
        plain,
        Register.of(load_regulations() if register is None else register),
        find_regions(plain) if regions is None else regions,
        issuers_in(plain),
        reference,
        basis,
    )
    resolved = _resolve_all(reading, find_instruments(plain))
    return _citations(reading, resolved, find_articles(plain))


def distinct_citations(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """One citation for each (id, article); a law that is cited with articles is not listed without one."""
    with_article = {citation.id for citation in citations if citation.pasal}
    found: dict[tuple[str, str | None], Citation] = {}
    for citation in citations:
        if citation.pasal or citation.id not in with_article:
            found.setdefault((citation.id, citation.pasal), citation)
    return tuple(found.values())


# ---------------------------------------------------------------- instruments


def _resolve_all(reading: Reading, instruments: Sequence[Instrument]) -> list[Resolved]:
    found: list[Resolved] = []
    joint_start: int | None = None
    for k, instrument in enumerate(instruments):
        if instrument.how == "joint" and instrument.order and joint_start is not None:
            continue  # the second to fifth number of one joint decree
        joint_start = instrument.start if instrument.how == "joint" and instrument.rule == "numbered" else None
        resolved = _resolve(reading, instruments, k, found)
        if resolved:
            found.append(resolved)
    return found


def _resolve(
    reading: Reading, instruments: Sequence[Instrument], k: int, earlier: Sequence[Resolved]
) -> Resolved | None:
    instrument = instruments[k]
    if instrument.rule == "numbered":
        identity: str | None = _numbered_id(reading, instruments, k)
        rule = "numbered"
    elif instrument.rule == "named":
        identity, rule = _named_id(reading, instrument), "named"
    elif instrument.rule == "issuer-and-number":
        identity, rule = _by_issuer_and_number(reading, instrument), instrument.rule
    else:
        identity, rule = _without_number(reading, instruments, k, earlier)
    if identity is None:
        return None
    return Resolved(instrument.start, instrument.end, identity, instrument.type, rule)


def _numbered_id(reading: Reading, instruments: Sequence[Instrument], k: int) -> str:
    instrument = instruments[k]
    kind = _full_type(reading, instruments, k)
    number = instrument.number or "?"
    if instrument.how == "joint":
        number = number.split("/")[0] if number.count("/") == 0 else number
        other = reading.register.by_other_number.get((kind, number))
        if other:
            return other
    if instrument.year is None:
        named = _named_id(reading, instrument) if instrument.name else None
        if named and named.split(" ")[-1].startswith(f"{number}/"):
            return named
        return f"{kind} {number}"
    return f"{kind} {number}/{instrument.year}"


def _named_id(reading: Reading, instrument: Instrument) -> str | None:
    """The instrument that a name stands for at the article's date; without a date the one of today."""
    if instrument.how == "constitution":
        return "UUD 1945"
    return law_named(instrument.type, instrument.name or (), reading.reference) or f"{instrument.type} ?"


def _by_issuer_and_number(reading: Reading, instrument: Instrument) -> str | None:
    """The one known instrument of that issuer, number and year."""
    tail = f" {instrument.number}/{instrument.year}"
    kinds = [f"SE {instrument.type}", f"PER{instrument.type}", f"KEPUTUSAN {instrument.type}"]
    known = [kind + tail for kind in kinds if kind + tail in reading.register.by_id]
    return known[0] if len(known) == 1 else None


def law_named(kind: str, words: tuple[str, ...], on: date | None) -> str | None:
    """The id of the law that bears a name on a day, None where no law of that name is known for that day."""
    laws = [law for law in patterns.named_laws() if law.type == kind and law.words == words]
    if on is None:
        current = [law for law in laws if law.until is None]
        return current[0].id if current else None
    fitting = [law for law in laws if (law.start is None or law.start <= on) and (law.until is None or on < law.until)]
    return fitting[0].id if fitting else None


def _without_number(
    reading: Reading, instruments: Sequence[Instrument], k: int, earlier: Sequence[Resolved]
) -> tuple[str | None, str]:
    """ "SKB lima lembaga", "UU tersebut", "Pergub tentang TPP"."""
    instrument = instruments[k]
    same_type = [law for law in earlier if law.type == instrument.type]
    if instrument.rule == "back-reference":
        if same_type:
            return same_type[-1].id, "back-reference"
        if instrument.how != "joint":
            return None, ""
    if instrument.how == "joint":
        return _joint_without_number(reading, instrument, same_type)
    if instrument.rule == "titled" and instrument.type not in ("UU", "PENGUMUMAN") and instrument.how != "court":
        kind = _full_type(reading, instruments, k)
        if instrument.how == "circular" and kind == "SE":
            return None, ""
        return f"{kind} ?", "titled"
    if instrument.how == "regional" and instrument.rule == "bare" and _names_a_subject(reading.text, instrument):
        return f"{_full_type(reading, instruments, k)} ?", "titled"
    return None, ""


SUBJECT_AFTER = re.compile(r"[ \u00a0](?:[A-Z]{2,6}|[A-Z][a-z]+)[ ][Tt]ahun[ ]\d{4}")  # "Pergub TPP Tahun 2023"
NEUTRALITY = re.compile(r"netral", re.IGNORECASE)
FIVE_BODIES = re.compile(
    r"[ ]?\)?[ ](?:antara[ ])?(?:lima|5)[ ](?:\(\w+\)[ ])?(?:lembaga|menteri|kementerian|instansi)", re.I
)


def _names_a_subject(text: str, instrument: Instrument) -> bool:
    return bool(SUBJECT_AFTER.match(text, instrument.end))


def _joint_without_number(
    reading: Reading, instrument: Instrument, same_type: Sequence[Resolved]
) -> tuple[str | None, str]:
    """A joint decree without number: the one named before, that on neutrality if the words say so, else unclear."""
    after = reading.text[instrument.head_end : instrument.head_end + 260].split("\n")[0]
    about_neutrality = bool(NEUTRALITY.search(after) or FIVE_BODIES.match(reading.text, instrument.end))
    if same_type and not about_neutrality:
        return same_type[-1].id, "back-reference"
    if about_neutrality or NEUTRALITY.search(reading.text):
        identity = law_named("SKB", ("netralitas",), reading.reference)
        return identity or "SKB ?", "named" if about_neutrality else "named-by-topic"
    return "SKB ?", "titled"


# ---------------------------------------------------------------- issuers and regions


def _full_type(reading: Reading, instruments: Sequence[Instrument], k: int) -> str:
    """The type with its issuer or region: SE MENPANRB, PERDA 53, PERMEN AGAMA."""
    instrument = instruments[k]
    if instrument.how == "regional":
        code = _region_of(reading, instrument)
        return f"{instrument.type} {code}" if code else instrument.type
    if instrument.how == "minister":
        return _minister_type(reading, instrument)
    if instrument.how in ("circular", "notice"):
        issuer = _issuer_of(reading, instruments, k)
        return f"{instrument.type} {issuer}" if issuer else instrument.type
    return instrument.type


def _minister_type(reading: Reading, instrument: Instrument) -> str:
    for issuer in reading.issuers:
        if instrument.start <= issuer.start <= instrument.end and issuer.issuer.ministry:
            kind = f"{instrument.type} {issuer.issuer.ministry}"
            return MINISTER_TYPES.get(kind, kind)
    return instrument.type


def _issuer_of(reading: Reading, instruments: Sequence[Instrument], k: int) -> str | None:
    """Who issued a circular: within the citation, directly before or after it, else the nearest named before it."""
    instrument = instruments[k]
    first = k - instrument.order
    start, end = instruments[first].start, instrument.end
    inside = [
        issuer for issuer in reading.issuers if instruments[first].head_end <= issuer.start < instruments[first].end
    ]
    if inside:
        return _issuer_code(reading, inside[min(instrument.order, len(inside) - 1)])
    before = [issuer for issuer in reading.issuers if issuer.end <= start]
    if before and _close_before(reading.text[before[-1].end : start]):
        return _issuer_code(reading, before[-1])
    after = [issuer for issuer in reading.issuers if end <= issuer.start <= end + 80]
    if after and ISSUED_BY.search(reading.text[end : after[0].start]):
        return _issuer_code(reading, after[0])
    known = _issuer_in_register(reading, instrument)
    if known:
        return known
    return _issuer_code(reading, before[-1]) if before else None


ISSUED_BY = re.compile(
    r"^[^.;\n]{0,60}\b(?:dari|oleh|diterbitkan|dikeluarkan|diteken|ditandatangani|milik|terbitan)[ ]$"
)


def _close_before(between: str) -> bool:
    """Whether issuer and circular stand in one clause: "Bupati Lebak menerbitkan Surat Edaran"."""
    return len(between) <= 60 and not re.search(r"[.;\n]", between)


def _issuer_in_register(reading: Reading, instrument: Instrument) -> str | None:
    """The issuer of the one known circular of this number and year, when the article names that issuer."""
    if not (instrument.number and instrument.year):
        return None
    tail = f" {instrument.number}/{instrument.year}"
    named = {issuer.issuer.code for issuer in reading.issuers}
    found = {id_[3 : -len(tail)] for id_ in reading.register.by_id if id_.startswith("SE ") and id_.endswith(tail)}
    return next(iter(found & named)) if len(found & named) == 1 else None


def _issuer_code(reading: Reading, issuer: NamedIssuer) -> str:
    code = issuer.issuer.code
    if not code.endswith(" *"):
        return code
    wanted = {"GUBERNUR": "province", "PEMPROV": "province", "BUPATI": "kabupaten", "PEMKAB": "kabupaten"}
    wanted |= {"WALI KOTA": "kota", "PEMKOT": "kota"}
    office = code.removesuffix(" *")
    region = _region_near(reading, issuer.end, issuer.end + 30) or _usual_region(reading, wanted.get(office))
    return f"{office} {region_by_code()[region].short_name.upper()}" if region else office


def _region_of(reading: Reading, instrument: Instrument) -> str | None:
    """The region whose regulation it is: named within the citation, else the region that the article speaks of most."""
    kind = REGION_TYPES.get(instrument.type)
    near = _region_near(
        reading, instrument.head_end, instrument.end + 25 if instrument.rule != "numbered" else instrument.end
    )
    if near and (kind is None or region_by_code()[near].type == kind):
        return near
    return _usual_region(reading, kind)


def _region_near(reading: Reading, start: int, end: int) -> str | None:
    for mention in reading.regions:
        if (
            start <= mention.found.start <= end
            and mention.code
            and not re.search(r"[.;\n]", reading.text[start : mention.found.start])
        ):
            return mention.code
    return None


def _usual_region(reading: Reading, kind: str | None) -> str | None:
    counted = Counter(
        mention.code
        for mention in reading.regions
        if mention.code and (kind is None or region_by_code()[mention.code].type == kind)
    )
    return counted.most_common(1)[0][0] if counted else None


# ---------------------------------------------------------------- articles


JOINS = re.compile(  # "Pasal 1 ayat (3) dan Pasal 28D", "Pasal 188 jo Pasal 71"
    r"(?:[ ]?,)?[ ](?:dan|serta|jo\.?|juncto|jis\.?|atau|maupun|sampai dengan|sampai|hingga)[ ](?:juga[ ])?"
    r"|[ ]?[,/][ ]?|[ ]?[-–][ ]?"
)
OF = re.compile(  # "Pasal 9 ayat (2) dalam UU ASN"
    r"[ \u00a0]?,?[ \u00a0\n]?"
    r"(?:(?:dari|dalam|pada|di|yang|ada|tertuang|diatur|termuat|sebagaimana|dimaksud|Lampiran)[ ]){0,5}[\"“(]?"
)


def _citations(reading: Reading, laws: Sequence[Resolved], groups: Sequence[ArticleGroup]) -> tuple[Citation, ...]:
    """One citation for each article with its law, and one for each law that is cited without an article there."""
    found: list[Citation] = []
    with_articles: set[int] = set()
    starts = [law.start for law in laws]
    for k, group in enumerate(groups):
        n = _law_of(reading.text, laws, starts, groups, k)
        if n is None:
            continue
        law = laws[n]
        near = abs(law.start - group.end) < 120 or abs(group.start - law.end) < 120
        with_articles |= {n} if near else set()
        for article in group.articles:
            start, end = (
                (min(article.start, law.start), max(article.end, law.end)) if near else (article.start, article.end)
            )
            found.append(_citation(reading, law, start, end, article.value))
    found += [_citation(reading, law, law.start, law.end, None) for n, law in enumerate(laws) if n not in with_articles]
    return tuple(sorted(found, key=lambda citation: (citation.found.start, citation.found.end)))


def _law_of(
    text: str, laws: Sequence[Resolved], starts: Sequence[int], groups: Sequence[ArticleGroup], k: int
) -> int | None:
    """The law that an article belongs to: the one that follows it, else the one before it in the sentence, else the
    next in the sentence, else the last one that was cited within reach."""
    group = groups[k]
    n = bisect_right(starts, group.end - 1)
    following = n if n < len(laws) else None
    if following is not None and OF.fullmatch(text, group.end, laws[following].start):
        return following
    if k + 1 < len(groups) and JOINS.fullmatch(text, group.end, groups[k + 1].start):
        chained = _law_of(text, laws, starts, groups, k + 1)
        if chained is not None and laws[chained].start >= group.end:
            return chained
    before = n - 1 if n else None
    if before is not None and not _sentence_break(text, laws[before].end, group.start):
        return before
    if following is not None and not _sentence_break(text, group.end, laws[following].start):
        return following
    if before is not None and group.start - laws[before].end <= REACH_BACK:
        return before
    return None


REACH_BACK = 600  # characters: an article without a law belongs to the law of the sentences just before
SENTENCE_BREAK = re.compile(r"\n|(?<!\bNo)(?<!\bPs)[.?!][\"”]?[ ](?=[A-Z\"“])")


def _sentence_break(text: str, start: int, end: int) -> bool:
    return end - start > 400 or bool(SENTENCE_BREAK.search(text, start, end))


def _citation(reading: Reading, law: Resolved, start: int, end: int, pasal: str | None) -> Citation:
    row = reading.register.by_id.get(law.id)
    outdated = bool(
        row and row.in_force_until and reading.reference is not None and reading.reference >= row.in_force_until
    )
    confidence = CONFIDENCE[law.rule] * (0.9 if pasal and law.rule == "back-reference" else 1)
    if law.id.endswith(" ?"):
        confidence = min(confidence, CONFIDENCE["titled"])
    return Citation(
        found=Found(start, end, reading.text[start:end], f"regulation-{law.rule}", round(confidence, 3)),
        id=law.id,
        pasal=pasal,
        known=row is not None,
        outdated=outdated,
        replaced_by=row.replaced_by if row else None,
        date_used=reading.reference,
        date_basis=reading.basis,
    )
