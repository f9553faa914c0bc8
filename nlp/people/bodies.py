"""What an office phrase says of the body: its name, its region, and what kind of person holds the office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp import lexicon
from nlp.people.offices import OfficePhrase
from storage.records import PersonKind
from storage.reference import load_regions

BODY_OF_FUSED = {
    "kapolda": "Polda", "kapolres": "Polres", "kapolresta": "Polresta", "kapolrestabes": "Polrestabes",
    "kapolsek": "Polsek", "kajati": "Kejati", "kajari": "Kejari", "pangdam": "Kodam", "danrem": "Korem",
    "dandim": "Kodim", "danramil": "Koramil",
}  # fmt: skip
AGENCY = re.compile(
    r"(?:dis|din|dp|bap|bpk|bkp|bk|kesb|bakes|satp|dir|sek|puskes|rsu|smp|sma|smk|sd|min|mts|man)[a-z0-9]+$"
)
PRIVATE_UNITS = lexicon.groups("office_words.txt")["private-units"]
VILLAGES = {
    "camat": "Kecamatan", "panewu": "Kapanewon", "lurah": "Kelurahan", "distrik": "Distrik", "keuchik": "Gampong",
    "geuchik": "Gampong", "nagari": "Nagari", "peratin": "Pekon", "pekon": "Pekon", "kampung": "Kampung",
    "lembang": "Lembang", "kapitalaung": "Kampung", "kapitalau": "Kampung", "apitalau": "Kampung", "reje": "Kampung",
    "keucik": "Gampong", "keuchiek": "Gampong", "geuchiek": "Gampong", "mukim": "Mukim", "pangulu": "Nagori",
    "negeri": "Negeri", "ohoi": "Ohoi", "datok": "Kampung", "kelian": "Banjar", "padukuhan": "Padukuhan",
    "lingkungan": "Lingkungan", "kepling": "Lingkungan", "dusun": "Dusun", "kadus": "Dusun",
}  # fmt: skip


@cache
def region_names() -> dict[str, str]:
    """Code to the name of the region as a government: "Provinsi Bali", "Kota Semarang"."""
    return {
        region.code: f"Provinsi {region.short_name}" if region.type == "province" else region.name
        for region in load_regions()
    }


def office_region(phrase: OfficePhrase) -> str | None:
    """The code of the last kabupaten or kota that the office names, else of the last province."""
    return narrowest([region.code for region in phrase.regions if region.code])


def narrowest(codes: Sequence[str]) -> str | None:
    """The last kabupaten or kota, else the last province: "Kecamatan X, Kabupaten Tegal, Jawa Tengah"."""
    return next((code for code in reversed(codes) if "." in code), codes[-1] if codes else None)


def institution_of(phrase: OfficePhrase) -> str | None:
    """The body as the office names it; a region's head has the region's government, a minister the ministry."""
    takes = phrase.head.takes
    if phrase.aspiring:
        return None
    if takes == "ministry":
        prefix = "Koordinator " if phrase.head.form in {"menteri koordinator", "menko"} else ""
        return f"Kementerian {prefix}{phrase.complement}".strip() if phrase.complement else None
    if takes == "short-ministry":
        return f"Kementerian {lexicon.ministries()[phrase.head.form]}"
    if takes == "government":
        return phrase.institution or government_of(office_region(phrase))
    if phrase.head.form in {"kadis", "kaban"}:
        rest = " ".join(filter(None, (phrase.complement, phrase.institution)))
        noun = "Dinas" if phrase.head.form == "kadis" else "Badan"
        return rest if rest.lower().startswith(("dinas", "badan", "satpol", "satuan")) else f"{noun} {rest}".strip()
    if takes.startswith("literal:"):
        return takes.removeprefix("literal:")
    if takes == "place":
        return _village(phrase)
    if phrase.head.group == "fused":
        body = BODY_OF_FUSED.get(phrase.head.form.removeprefix("wa"))
        place = phrase.institution if not is_public(phrase.body_word) else None
        joint = "/" if place and phrase.complement.isdigit() else " "  # Koramil 0611/X
        told = joint.join(filter(None, (phrase.complement, place)))
        return f"{body} {told}".strip() if body else phrase.institution
    return phrase.institution


def government_of(code: str | None) -> str | None:
    return region_names().get(code) if code else None


def position_of(phrase: OfficePhrase) -> str:
    """The printed position with its status, without the body that is told apart from it."""
    whole = (
        phrase.head.takes in {"ministry", "short-ministry", "place"}
        or phrase.head.form in {"kadis", "kaban"}
        or phrase.head.group == "fused"
    )
    bare = phrase.position if whole else phrase.position_with_complement
    if phrase.head.takes == "short-ministry" and phrase.head.form.startswith("menteri "):
        bare = bare.split()[0]  # Menteri PUPR
    return f"{phrase.status} {bare}".strip()


def _village(phrase: OfficePhrase) -> str | None:
    place = phrase.complement.split(",")[0]
    if not place:
        return None
    noun = next((VILLAGES[word] for word in phrase.head.form.split() if word in VILLAGES), "Desa")
    first = place.split()[0]
    return place if first.capitalize() in {"Desa", *VILLAGES.values()} else f"{noun} {place}"


def is_public(word: str) -> bool:
    """Whether a body that begins with this word is one of the state: known, or an abbreviation like an agency's."""
    return word in lexicon.groups("bodies.txt")["public"] or bool(AGENCY.match(word)) or word.startswith("kemen")


def kind_of(phrase: OfficePhrase, institution: str | None) -> PersonKind:
    """The kind of person who holds this office: candidates and former holders are told by their status."""
    if phrase.former:
        return "other"
    if phrase.aspiring:
        return "candidate"
    if (
        phrase.head.form == "kepala"
        and not institution
        and phrase.complement.lower().split()[:1]
        and phrase.complement.lower().split()[0] in PRIVATE_UNITS
    ):
        return "other"
    if phrase.head.kind != "by-body":
        return phrase.head.kind  # type: ignore[return-value]
    groups = lexicon.groups("bodies.txt")
    words = (institution or "").lower().split()
    first = {phrase.body_word, *words[:1]}  # the body as printed, and as the article spells it out
    if first & (groups["public"] - {"komisi", "fraksi"}):
        return "official"
    if "dpr" in words or "dprd" in words:
        return "official"
    if any(word in groups["party"] for word in words) or words[:2] == ["dewan", "pimpinan"]:
        return "candidate"
    if words and words[0] in groups["private"]:
        return "other"
    return "official" if words and is_public(words[0]) else "other"
