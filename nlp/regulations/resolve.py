"""Turns what was found into citations of known instruments: ids, articles, and whether the law was still in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from nlp.dates import reference_date
from nlp.regions import find_regions
from nlp.regulations import patterns
from nlp.regulations.attach import citations_of
from nlp.regulations.find import find_instruments, issuers_in
from nlp.regulations.issuers import full_type, issuer_of
from nlp.regulations.numbers import Instrument
from nlp.regulations.pasal import find_articles
from nlp.regulations.reading import Reading, Register, Resolved, known_register
from storage.records import Citation, RegionMention
from storage.reference import Regulation


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
        known_register() if register is None else Register.of(register),
        find_regions(plain) if regions is None else regions,
        issuers_in(plain),
        reference,
        basis,
    )
    resolved = _resolve_all(reading, find_instruments(plain))
    return citations_of(reading, resolved, find_articles(plain))


def distinct_citations(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """One citation for each (id, article); a law that is cited with articles is not listed without one."""
    with_article = {citation.id for citation in citations if citation.pasal}
    found: dict[tuple[str, str | None], Citation] = {}
    for citation in citations:
        if citation.pasal or citation.id not in with_article:
            found.setdefault((citation.id, citation.pasal), citation)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was resolved before in the same text, for back-references; filled as the reading goes on."""

    by_type: dict[str, Resolved]  # the last of each type
    by_number: dict[str, str]  # "PKPU 9" to the id with the year: "PKPU No 9" after "PKPU Nomor 9 Tahun 2019"


def _resolve_all(reading: Reading, instruments: Sequence[Instrument]) -> list[Resolved]:
    found: list[Resolved] = []
    earlier = Earlier({}, {})
    joint_start: int | None = None
    for k, instrument in enumerate(instruments):
        if instrument.how == "joint" and instrument.order and joint_start is not None:
            continue  # the second to fifth number of one joint decree
        joint_start = instrument.start if instrument.how == "joint" and instrument.rule == "numbered" else None
        resolved = _resolve(reading, instruments, k, earlier)
        if resolved:
            found.append(resolved)
            earlier.by_type[resolved.type] = resolved
            earlier.by_number[resolved.id.rpartition("/")[0]] = resolved.id
    return found


def _resolve(reading: Reading, instruments: Sequence[Instrument], k: int, earlier: Earlier) -> Resolved | None:
    instrument = instruments[k]
    if instrument.rule in ("numbered", "number-alone"):
        identity: str | None = _numbered_id(reading, instruments, k, earlier)
        rule = "numbered" if instrument.year else "number-alone"
    elif instrument.rule == "named":
        identity, rule = _named_id(reading, instrument), "named"
    elif instrument.rule == "issuer-and-number":
        identity, rule = _by_issuer_and_number(reading, instrument), instrument.rule
    else:
        identity, rule = _without_number(reading, instruments, k, earlier)
    if identity is None:
        return None
    return Resolved(instrument.start, instrument.end, identity, instrument.type, rule)


def _numbered_id(reading: Reading, instruments: Sequence[Instrument], k: int, earlier: Earlier) -> str | None:
    instrument = instruments[k]
    number = instrument.number or "?"
    if instrument.how == "letter":
        return _known_letter(reading, instruments, k)
    kind = full_type(reading, instruments, k)
    if kind is None:
        return None
    if instrument.how == "joint":
        number = number.split("/")[0] if number.count("/") == 0 else number
        other = reading.register.by_other_number.get((kind, number))
        if other:
            return other
    if instrument.year is None:
        named = _named_id(reading, instrument) if instrument.name else None
        if named and named.split(" ")[-1].startswith(f"{number}/"):
            return named
        known = earlier.by_number.get(f"{kind} {number}") or reading.register.only_one(kind, number, reading.reference)
        return known or (f"{kind} {number}" if instrument.rule == "numbered" else None)
    return f"{kind} {number}/{instrument.year}"


def _known_letter(reading: Reading, instruments: Sequence[Instrument], k: int) -> str | None:
    """A letter counts as a circular where the register knows it: "surat Mendagri Nomor 100.2.1.3/1575/SJ"."""
    number, year = instruments[k].number, instruments[k].year
    issuer = issuer_of(reading, instruments, k)
    for identity in (f"SE {issuer} {number}", f"SE {issuer} {number}/{year}"):
        if identity in reading.register.by_id:
            return identity
    return None


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
    reading: Reading, instruments: Sequence[Instrument], k: int, earlier: Earlier
) -> tuple[str | None, str]:
    """ "SKB lima lembaga", "UU tersebut", "Pergub tentang TPP"."""
    instrument = instruments[k]
    same_type = earlier.by_type.get(instrument.type)
    if instrument.rule == "back-reference":
        if same_type:
            return same_type.id, "back-reference"
        if instrument.how != "joint":
            return None, ""
    if instrument.how == "joint":
        return _joint_without_number(reading, instrument, same_type)
    if instrument.rule == "titled" and _is_titled_instrument(reading.text, instrument):
        kind = full_type(reading, instruments, k)
        if instrument.how == "circular" and kind == "SE":
            return None, ""
        return f"{kind} ?", "titled"
    if instrument.how == "regional" and instrument.rule == "bare" and _names_a_subject(reading.text, instrument):
        return f"{full_type(reading, instruments, k)} ?", "titled"
    return None, ""


SUBJECT_AFTER = re.compile(r"[ \u00a0](?:[A-Z]{2,6}|[A-Z][a-z]+)[ ][Tt]ahun[ ]\d{4}")  # "Perbup TPB Tahun 2021"
NEUTRALITY = re.compile(r"netral", re.IGNORECASE)
FIVE_BODIES = re.compile(
    r"[ ]?\)?[ ](?:antara[ ])?(?:lima|5)[ ](?:\(\w+\)[ ])?(?:lembaga|menteri|kementerian|kementrian|instansi)", re.I
)


def _is_titled_instrument(text: str, instrument: Instrument) -> bool:
    """ "Pergub tentang tunjangan" is one; "keputusan presiden terkait hal itu" may be any decision."""
    plain_words = text[instrument.start].islower() and instrument.type.startswith(("KEP", "IN"))
    return instrument.type not in ("UU", "PENGUMUMAN") and instrument.how != "court" and not plain_words


def _names_a_subject(text: str, instrument: Instrument) -> bool:
    return bool(SUBJECT_AFTER.match(text, instrument.end))


def _joint_without_number(
    reading: Reading, instrument: Instrument, same_type: Resolved | None
) -> tuple[str | None, str]:
    """A joint decree without number: the one named before, that on neutrality if the words say so, else unclear."""
    after = reading.text[instrument.head_end : instrument.head_end + 260].split("\n")[0]
    about_neutrality = bool(NEUTRALITY.search(after) or FIVE_BODIES.match(reading.text, instrument.end))
    if same_type and not about_neutrality:
        return same_type.id, "back-reference"
    if about_neutrality or reading.speaks_of_neutrality:
        identity = law_named("SKB", ("netralitas",), reading.reference)
        return identity or "SKB ?", "named" if about_neutrality else "named-by-topic"
    return "SKB ?", "titled"
