"""The words of accusations, out of `lexicon/acts.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from nlp.allegations.servants import ACTS_FILE, any_of
from storage.records import AllegationStatus

STRENGTH: tuple[AllegationStatus, ...] = ("alleged", "examined", "established", "sanctioned", "cleared")
REACH = 110  # characters between an accused and the word that accuses
NEAR = 40  # characters before a word in which a condition or a demand takes its force
CONDITION = re.compile(
    r"\b(?:jika|bila|apabila|kalau|dilarang|seandainya|misalnya|misal|contohnya|seperti)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class AllegationLexicon:
    """Patterns in the order of the file."""

    acts: tuple[tuple[str, re.Pattern[str]], ...]
    accused: re.Pattern[str]
    status: tuple[tuple[AllegationStatus, re.Pattern[str]], ...]
    unreal: re.Pattern[str]
    open_question: re.Pattern[str]


@cache
def lexicon() -> AllegationLexicon:
    """Compiled once."""
    data = tomllib.loads(ACTS_FILE.read_text(encoding="utf-8"))
    before, after = any_of(data["accused"]["before"]), any_of(data["accused"]["after"])
    gap = rf"[^.;<>]{{0,{REACH}}}?"
    # possessive: a list is read in one way only
    office = r"(?:(?-i:[A-Z])[\w-]*,?\s){0,6}"  # `Kepala Desa Jepon, <P0>, dan Kepala Desa Cabak, <P1>`
    listed = rf"(?P<GROUP><[PR]\d+>(?:(?:,\s|,?\s(?:dan|maupun|serta)\s{office})<[PR]\d+>)*+)"
    first = rf"{listed.replace('GROUP', 'subject')}(?P<between>{gap})\b(?:{before})\b"
    last = rf"\b(?:{after})\b(?P<amid>{gap}){listed.replace('GROUP', 'object')}"
    accused = f"{first}|{last}"
    return AllegationLexicon(
        tuple((name, re.compile(rf"\b(?:{any_of(act['patterns'])})\b", re.I)) for name, act in data["acts"].items()),
        re.compile(accused, re.I),
        tuple((name, re.compile(rf"\b(?:{any_of(data['status'][name])})\b", re.I)) for name in STRENGTH),
        re.compile(rf"\b(?:{any_of(data['unreal']['words'])})\s(?:\S+\s){{0,3}}$", re.I),
        re.compile(rf"\b(?:{any_of(data['unreal']['questions'])})\b", re.I),
    )
