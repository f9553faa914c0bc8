"""Who issued an instrument: the ministry, the body or the region that its type carries ("SE MENPANRB", "PERDA 53")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from nlp.regions import region_by_code
from nlp.regulations.find import NamedIssuer
from nlp.regulations.numbers import Instrument
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


def full_type(reading: Reading, instruments: Sequence[Instrument], k: int) -> str | None:
    """The type with its issuer or region: SE MENPANRB, PERDA 53, PERMEN AGAMA; None for what is no instrument."""
    instrument = instruments[k]
    if instrument.how == "regional":
        code = _region_of(reading, instrument)
        return f"{instrument.type} {code}" if code else instrument.type
    if instrument.how == "minister":
        return _minister_type(reading, instrument)
    if instrument.how == "decree":
        return _decree_type(reading, instruments, k)
    if instrument.how in ("circular", "notice"):
        issuer = issuer_of(reading, instruments, k)
        return f"{instrument.type} {issuer}" if issuer else instrument.type
    return instrument.type


def _decree_type(reading: Reading, instruments: Sequence[Instrument], k: int) -> str | None:
    """The type of a decree by its issuer: "SK Bupati Blora" is KEPBUP 33.16; None where no issuer is named."""
    instrument = instruments[k]
    inside = _issuers_between(reading, instrument.head_end, instrument.end)
    if not inside:
        return None
    issuer = inside[0].issuer
    office = issuer.code.removesuffix(" *")
    if office in DECREES:
        region = _region_near(reading, inside[0].end, instrument.end) or reading.usual_regions.get(DECREES[office][1])
        return f"{DECREES[office][0]} {region}" if region else DECREES[office][0]
    return f"KEPMEN {issuer.ministry}" if issuer.ministry else f"KEPUTUSAN {office}"


DECREES = {"GUBERNUR": ("KEPGUB", "province"), "BUPATI": ("KEPBUP", "kabupaten"), "WALI KOTA": ("KEPWALI", "kota")}


def _minister_type(reading: Reading, instrument: Instrument) -> str:
    for issuer in _issuers_between(reading, instrument.start, instrument.end):
        if issuer.issuer.ministry:
            kind = f"{instrument.type} {issuer.issuer.ministry}"
            return MINISTER_TYPES.get(kind, kind)
    unlisted = MINISTRY.match(reading.text, instrument.head_end, instrument.end)
    return f"{instrument.type} {unlisted['name'].upper()}" if unlisted else instrument.type


MINISTRY = re.compile(  # "Keputusan Menteri Pendidikan Nasional RI Nomor 118"
    r"[ \u00a0](?!Nomor|No\b)(?P<name>[A-Z][\w, ]{2,80}?)(?:[ ](?:RI|Republik Indonesia))?[ ](?:\([^)]{1,40}\)[ ])?"
    r"(?:[Nn]omor|[Nn]o\b|NOMOR|\d)"
)


def issuer_of(reading: Reading, instruments: Sequence[Instrument], k: int) -> str | None:
    """Who issued a circular: within the citation, directly before or after it, else the nearest named before it."""
    instrument = instruments[k]
    first = k - instrument.order
    start, end = instruments[first].start, instrument.end
    inside = _issuers_between(reading, instruments[first].head_end, instruments[first].end - 1)
    if inside:
        return _issuer_code(reading, inside[min(instrument.order, len(inside) - 1)])
    place = bisect_left(reading.issuer_starts, start)
    before = reading.issuers[max(0, place - 1) : place]
    if before and _close_before(reading.text, before[-1].end, start):
        return _issuer_code(reading, before[-1])
    after = _issuers_between(reading, end, end + 80)
    if after and ISSUED_BY.search(reading.text[end : after[0].start]):
        return _issuer_code(reading, after[0])
    known = _issuer_in_register(reading, instrument)
    if known:
        return known
    return _issuer_code(reading, before[-1]) if before else None


ISSUED_BY = re.compile(
    r"^[^.;\n]{0,60}\b(?:dari|oleh|diterbitkan|dikeluarkan|diteken|ditandatangani|milik|terbitan)[ ]$"
)


def _issuers_between(reading: Reading, start: int, end: int) -> Sequence[NamedIssuer]:
    starts = reading.issuer_starts
    return reading.issuers[bisect_left(starts, start) : bisect_right(starts, end)]


def _close_before(text: str, start: int, end: int) -> bool:
    """Whether issuer and circular stand in one clause: "Bupati Lebak menerbitkan Surat Edaran"."""
    return end - start <= 60 and not re.search(r"[.;\n]", text[start:end])


def _issuer_in_register(reading: Reading, instrument: Instrument) -> str | None:
    """The issuer of the one known circular of this number and year, when the article names that issuer."""
    if not (instrument.number and instrument.year):
        return None
    found = reading.register.circulars.get(f"{instrument.number}/{instrument.year}", frozenset()) & reading.issuer_codes
    return next(iter(found)) if len(found) == 1 else None


def _issuer_code(reading: Reading, issuer: NamedIssuer) -> str:
    code = issuer.issuer.code
    if not code.endswith(" *"):
        return code
    wanted = {"GUBERNUR": "province", "PEMPROV": "province", "BUPATI": "kabupaten", "PEMKAB": "kabupaten"}
    wanted |= {"WALI KOTA": "kota", "PEMKOT": "kota"}
    office = code.removesuffix(" *")
    region = _region_near(reading, issuer.end, issuer.end + 30) or reading.usual_regions.get(wanted.get(office))
    return f"{office} {region_by_code()[region].short_name.upper()}" if region else office


def _region_of(reading: Reading, instrument: Instrument) -> str | None:
    """The region whose regulation it is: named within the citation, else the region that the article speaks of most."""
    kind = REGION_TYPES.get(instrument.type)
    near = _region_near(
        reading, instrument.head_end, instrument.end + 25 if instrument.rule != "numbered" else instrument.end
    )
    if near and (kind is None or region_by_code()[near].type == kind):
        return near
    return reading.usual_regions.get(kind)


def _region_near(reading: Reading, start: int, end: int) -> str | None:
    """The first region that is named between two places of one clause."""
    first = bisect_left(reading.region_starts, start)
    for mention in reading.regions[first : bisect_right(reading.region_starts, end)]:
        if mention.code and not re.search(r"[.;\n]", reading.text[start : mention.found.start]):
            return mention.code
    return None
