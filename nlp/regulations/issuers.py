"""Who issued an instrument: the ministry, the body or the region that its type carries ("SE MENPANRB", "PERDA 53")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nlp.regions import region_by_code
from nlp.regulations.find import Instrument, NamedIssuer
from nlp.regulations.reading import Reading

REGION_TYPES = {
    "PERGUB": "province",
    "KEPGUB": "province",
    "PERBUP": "kabupaten",
    "KEPBUP": "kabupaten",
    "PERWALI": "kota",
    "KEPWALI": "kota",
}
MINISTER_TYPES = {"PERMEN PANRB": "PERMENPANRB", "PERMEN DALAM NEGERI": "PERMENDAGRI"}


def full_type(reading: Reading, instruments: Sequence[Instrument], k: int) -> str:
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
    unlisted = MINISTRY.match(reading.text, instrument.head_end, instrument.end)
    return f"{instrument.type} {unlisted['name'].upper()}" if unlisted else instrument.type


MINISTRY = re.compile(  # "Keputusan Menteri Pendidikan Nasional RI Nomor 118"
    r"[ \u00a0](?P<name>[A-Z][\w, ]{2,80}?)(?:[ ](?:RI|Republik Indonesia))?[ ](?:\([^)]{1,40}\)[ ])?"
    r"(?:[Nn]omor|[Nn]o\b|NOMOR|\d)"
)


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
