"""How articles call those who must be neutral when they do not name them: the office, a count, initials."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ACTS_FILE = Path(__file__).parents[1] / "lexicon" / "acts.toml"


def any_of(lines: str) -> str:
    """The alternatives of a list in the lexicon as one regular expression; a space stands for any white space."""
    return "|".join(line.replace(" ", r"\s") for line in lines.split("\n") if line.strip())


_OFFICES = any_of(tomllib.loads(ACTS_FILE.read_text(encoding="utf-8"))["servants"]["words"])
SERVANT = rf"(?:(?:(?:penjabat|pejabat|pj|pjs|plt|plh)\.?\s)?(?:{_OFFICES}))"
COUNT = r"(?:seorang|satu|salah (?:satu|seorang)|(?P<many>dua|tiga|empat|lima))(?: orang)?"
ROLE = re.compile(
    rf"\b(?:{COUNT} (?:oknum |\w+ (?:yang )?berstatus )?|oknum ){SERVANT}\b"
    r"(?: (?:honorer|kontrak|asn|pns|pppk|tni|polri|senior)\b){0,3}(?: lain(?:nya)?\b| lagi\b)?",
    re.IGNORECASE,
)
BY_PLACE = re.compile(
    r"\b(?:(?:Penjabat|Pj|Plt)\.? )?(?:Camat|Lurah|Kades|Keuchik|Geuchik|Perbekel|Kuwu|Peratin|Wali (?:Nagari|Jorong)"
    r"|Sekdes|Sekcam|Dukuh|Panewu|Kapolsek|Danramil"
    r"|Kepala (?:Desa|Distrik|Kampung|Dusun|Lingkungan|Kelurahan|Puskesmas|SDN?|SMPN?|SMAN?|SMKN?|Sekolah))"
    r" (?:(?:[A-Z]\w+|\d+) ?){1,4}"
)
_AGED = r"[A-Z]{1,3} \(\d\d\)"
INITIALS = re.compile(
    r"\b(?:ber)?inisial (?P<listed>[A-Z]{1,4}\b(?: \(\d\d\))?(?:(?:,? dan|,) [A-Z]{1,4}\b(?: \(\d\d\))?)*)"
    r"|^\W*(?P<lone>[A-Z]{2,3})(?=, (?:seorang )?[a-z])"
    rf"|\b(?P<aged>{_AGED}(?:(?:,? dan|,) {_AGED})*)"
)
LISTED_AGE = re.compile(r" \(\d\d\)")
