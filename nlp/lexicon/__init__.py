"""The word lists of the reading stage, loaded once: data files beside this module, each with its source in its head."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from storage.errors import ReferenceDataError
from storage.reference import load_institutions

FOLDER = Path(__file__).parent
DAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"})
MONTHS = frozenset(
    {"januari", "februari", "pebruari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober"}
    | {"november", "nopember", "desember"}
)
NOT_OF_BODIES = frozenset({"papua", "kalimantan"})  # places in the names of regional offices


def word_list(name: str) -> list[str]:
    """The lines of a list, without comments and blank lines."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def common_words() -> frozenset[str]:
    """Words that are no names: those of running text and those of offices and bodies."""
    words = set(word_list("common_words.txt")) | institution_words() | DAYS | MONTHS
    words |= groups("office_words.txt")["openers"]
    return frozenset(words.union(*(form.split() for form in positions() if form not in given_names())))


@cache
def institution_words() -> frozenset[str]:
    names = " ".join(f"{body.name} {' '.join(body.variants)}" for body in load_institutions())
    return (
        frozenset(word_list("institution_words.txt"))
        | frozenset(re.findall(r"[a-z]{3,}", names.lower())) - NOT_OF_BODIES
    )


@cache
def given_names() -> frozenset[str]:
    return frozenset(word_list("given_names.txt"))


@cache
def rare_words() -> frozenset[str]:
    """Dictionary words and foreign words that make no name by themselves."""
    return frozenset(word_list("rare_words.txt"))


@cache
def names_and_words() -> frozenset[str]:
    """Parts of names that are words of the language too."""
    return frozenset(word_list("names_and_words.txt"))


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """A list of `kind word word …` lines; words of one kind may stand on several lines."""
    found: dict[str, set[str]] = {}
    for line in word_list(name):
        kind, *words = line.split()
        found.setdefault(kind, set()).update(word.replace("_", " ") for word in words)
    return {kind: frozenset(words) for kind, words in found.items()}


@dataclass(frozen=True, slots=True)
class PositionForm:
    """One way to print a position, and what follows from it."""

    form: str  # lower case
    group: str  # state minister police military regional_head regional_staff agency generic fused place citizen
    takes: str  # what body it is held in: none ministry government body place literal:NAME
    kind: str  # official candidate other by-body


@cache
def positions() -> dict[str, PositionForm]:
    found = {}
    for row in table("positions.csv"):
        if row["form"] in found:
            raise ReferenceDataError(f"nlp/lexicon/positions.csv: the form {row['form']!r} stands twice; remove one.")
        found[row["form"]] = PositionForm(row["form"], row["group"], row["takes"], row["kind"])
    for form in ministries():
        if form.startswith(("men", "wamen")) and form not in found:
            found[form] = PositionForm(form, "minister", "short-ministry", "official")
    return found


@cache
def ministries() -> dict[str, str]:
    """Short form of a minister's office (mendagri) to the portfolio (Dalam Negeri)."""
    return {row["form"]: row["ministry"] for row in table("ministries.csv")}
