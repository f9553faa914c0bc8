"""Reads the number and the year of an instrument, and the further numbers of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlp.phrases import words_of
from nlp.regulations import patterns


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument as the text cites it."""

    start: int
    end: int
    head_end: int
    type: str
    how: str  # see patterns.Head
    rule: str  # numbered, named, back-reference, titled, bare
    number: str | None = None
    year: str | None = None
    name: tuple[str, ...] | None = None  # the words of "ASN" in "UU ASN"
    order: int = 0  # the how-manieth number of one citation, from 0


def numbers_at(text: str, plain: Instrument, position: int) -> list[Instrument]:
    """The number that stands at a position, and those that follow it in a list."""
    if shared := patterns.SHARED_YEAR.match(text, position):
        return _numbers_of_one_year(plain, shared)
    found: list[Instrument] = []
    while match := patterns.NUMBER_AND_YEAR.match(text, position):
        instrument = one_number(text, plain, match, len(found))
        if instrument is None:
            break
        found.append(instrument)
        more = patterns.NEXT_NUMBER.match(text, instrument.end)
        if more is None:
            break
        position = more.end()
    return found


def _numbers_of_one_year(plain: Instrument, match: re.Match[str]) -> list[Instrument]:
    """ "Perbawaslu Nomor 6 dan 7 Tahun 2018" are two."""
    numbers = list(re.finditer(r"\d+", match["numbers"]))
    offset = match.start("numbers")
    return [
        replace(
            plain,
            start=plain.start if k == 0 else offset + number.start(),
            end=match.end() if k + 1 == len(numbers) else offset + number.end(),
            rule="numbered",
            number=number.group().lstrip("0"),
            year=match["year"],
            order=k,
        )
        for k, number in enumerate(numbers)
    ]


def one_number(text: str, plain: Instrument, match: re.Match[str], order: int) -> Instrument | None:
    number, year, end = match["number"].rstrip(".-/"), match["year"], match.end()
    if match["year"] is None:
        end = match.start("number") + len(number)
        if match["letter"] and plain.type == "KEPPRES":
            end = match.end("letter")
    inner = YEAR_IN_NUMBER.fullmatch(number)
    if "/" in number and not (year or inner) and (part := patterns.NUMBER_THEN_SPACED_PART.match(text, end)):
        number, end = f"{number}.{part['part']}", part.end()
    if year is None and inner:
        number, year = inner["number"], inner["year"]
    if plain.how in ("decree", "letter") and patterns.COURT_NUMBER.match(text, match.start("number")):
        return None  # "keputusan MK Nomor 90/PUU-XXI/2023" is a ruling
    if year is None and plain.type.startswith(("KEP", "PER")) and (dated := patterns.DATED.match(text, end)):
        year, end = dated["year"], dated.end()
    rule = "numbered"
    if not match["word"] and year is None:
        if plain.type not in SHORT_TYPES or not NUMBER_ALONE.fullmatch(number):
            return None
        rule = "number-alone"
    number = number.replace(" ", "")
    named = None if year else _name_after(text, plain, end)
    letter = (match["letter"] or "").strip(" /\u00a0")
    if plain.type == "KEPPRES":
        number = number.replace("/", "") + letter
    start = plain.start if order == 0 else match.start("word") if match["word"] else match.start("number")
    return replace(
        plain,
        start=start,
        end=end,
        rule=rule,
        name=plain.name or named,
        number=number.lstrip("0") if number.isdigit() else number,
        year=year,
        order=order,
    )


SHORT_TYPES = frozenset({"UU", "PP", "PKPU", "PERBAWASLU"})  # "melanggar PP 53": the register may know which
NUMBER_ALONE = re.compile(r"\d{1,3}")


def _name_after(text: str, plain: Instrument, position: int) -> tuple[str, ...] | None:
    """The name that tells a missing year: "UU Nomor 6 tentang Desa"."""
    names = patterns.law_names().get(plain.type)
    title = patterns.TITLE_WORD.match(text, position)
    if names is None or title is None:
        return None
    snippet = text[title.end() : title.end() + 80]
    words = words_of(snippet)
    hit = names.at(snippet, words, 0) if words else None
    return hit[0] if hit else None


YEAR_IN_NUMBER = re.compile(r"(?P<number>.+?)[ ]?/[ ]?(?P<year>[12]\d{3})")
