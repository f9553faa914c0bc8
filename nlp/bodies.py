"""What an office phrase says of the body: its name, its region, and what kind of person holds the office."""

from __future__ import annotations

from functools import cache

from nlp import lexicon
from nlp.offices import OfficePhrase
from storage.records import PersonKind
from storage.reference import load_regions

BODY_OF_FUSED = {"kapolda": "Polda", "kapolres": "Polres", "kapolresta": "Polresta", "kapolrestabes": "Polrestabes", "kapolsek": "Polsek",
                 "kajati": "Kejati", "kajari": "Kejari", "pangdam": "Kodam", "danrem": "Korem", "dandim": "Kodim", "danramil": "Koramil"}  # fmt: skip
VILLAGES = {"camat": "Kecamatan", "panewu": "Kapanewon", "lurah": "Kelurahan", "distrik": "Distrik", "keuchik": "Gampong", "geuchik": "Gampong",
            "nagari": "Nagari", "peratin": "Pekon", "pekon": "Pekon", "kampung": "Kampung", "lembang": "Lembang"}  # fmt: skip


@cache
def region_names() -> dict[str, str]:
    """Code to the name of the region as a government: "Provinsi Bali", "Kota Semarang"."""
    return {
        region.code: f"Provinsi {region.short_name}" if region.type == "province" else region.name
        for region in load_regions()
    }


def office_region(phrase: OfficePhrase) -> str | None:
    """The code of the last region that the office names."""
    codes = [region.code for region in phrase.regions if region.code]
    return codes[-1] if codes else None


def institution_of(phrase: OfficePhrase) -> str | None:
    takes = phrase.head.takes
    if takes == "ministry":
        portfolio = phrase.position[len(phrase.head.form) :].strip()
        prefix = "Koordinator " if "koordinator" in phrase.head.form or phrase.head.form == "menko" else ""
        return f"Kementerian {prefix}{portfolio}".strip() if portfolio else None
    if takes == "short-ministry":
        return f"Kementerian {lexicon.ministries()[phrase.head.form]}"
    if takes == "government":
        if phrase.institution:
            return phrase.institution
        code = office_region(phrase)
        return region_names().get(code) if code else None
    if takes.startswith("literal:"):
        return takes.removeprefix("literal:")
    return phrase.institution


def kind_of(phrase: OfficePhrase) -> PersonKind:
    """The kind of person who holds this office: candidates and former holders are told by their status."""
    if phrase.former:
        return "other"
    if phrase.aspiring:
        return "candidate"
    if phrase.head.kind != "by-body":
        return phrase.head.kind  # type: ignore[return-value]
    groups = lexicon.groups("bodies.txt")
    words = (phrase.institution or "").lower().split()
    if any(word in groups["party"] for word in words[:3]):
        return "candidate"
    if phrase.body_word in groups["private"]:
        return "other"
    return "official" if phrase.body_word else "other"
