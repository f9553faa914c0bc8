"""The grammar of articles of a law: "Pasal 9 ayat (2) huruf f", "Pasal 70 dan 71", "Pasal 267 sampai dengan 324"."""

from __future__ import annotations

import re
from dataclasses import dataclass

AND = r"(?:[ ]?,[ ]?(?:dan|serta|atau|maupun)?[ ]?|[ ](?:dan|serta|atau|maupun|dan/atau|&)[ ]|[ ]?/[ ]?)"
THROUGH = r"(?:[ ](?:sampai(?:[ ]dengan)?|hingga|s\.?d\.?|s/d)[ ]|[ ]?[-–][ ]?)"

PASAL = re.compile(r"\b(?:[Pp]asal(?:-pasal)?|PASAL|[Pp]s\.)[ \u00a0]{0,2}(?=\d|[IVX]+\b)")  # not "pasal karet"
ARTICLE = re.compile(r"(?P<number>\d{1,4}[A-Z]?|[IVX]{1,5})(?![\w/]|[.,]\d)")  # "71", "28D", "II"
AYAT = re.compile(
    r"[ ,]{0,2}(?:[Aa]yat|AYAT)[ ]?\(?[ ]?(?P<number>\d{1,2}[a-z]?)[ ]?\)?|[ ]?\((?P<bare>\d{1,2}[a-z]?)\)"
)
MORE_AYAT = re.compile(rf"{AND}(?:(?:[Aa]yat)[ ]?\(?|\()(?P<number>\d{{1,2}}[a-z]?)\)?")
THROUGH_AYAT = re.compile(rf"{THROUGH}(?:(?:[Aa]yat)[ ]?\(?|\()(?P<number>\d{{1,2}})\)?")
HURUF = re.compile(  # "huruf f", "point (c)", "(i)"
    r"(?:[ ,]{0,2}(?:[Hh]uruf|HURUF|[Pp]oint?|[Bb]utir|[Hh]urup)[ ]?\(?|[ ]?\((?=[a-z]\)))(?P<letter>[A-Za-z])\)?(?!\w)"
)
MORE_HURUF = re.compile(rf"{AND}(?:(?:[Hh]uruf|[Pp]oint?|[Bb]utir)[ ]?)?\(?(?P<letter>[a-z])\)?(?![\w.])")
ANGKA = re.compile(
    rf"[ ,]{{0,2}}(?:[Aa]ngka|[Nn]omor|[Nn]o\.?)[ ]?\(?\d{{1,2}}\)?(?:(?:{AND}|{THROUGH})(?:angka[ ])?\d{{1,2}}(?!\d))*"
)
MORE_ARTICLES = re.compile(rf"{AND}(?=\d{{1,4}}[A-Z]?(?![\w/]|[.,]\d))")
THROUGH_ARTICLE = re.compile(rf"{THROUGH}(?:[Pp]asal[ ])?(?=\d{{1,4}}[A-Z]?(?![\w/]))")
IN_WORDS = re.compile(r"[ ]\((?:[a-z]+ ?){1,4}\)")  # "Pasal 7 (tujuh)"
COUNTED = re.compile(
    r"[ ]\(?(?:orang|asn|pns|kali|tahun|bulan|hari|persen|juta|miliar|lembaga|kasus|pegawai|desa|kepala)\b",
    re.IGNORECASE,
)
PASAL_OR_PART = re.compile(
    rf"(?P<pasal>{PASAL.pattern})|(?<!Lampiran )\b(?:[Aa]yat[ ]\(\d|(?:[Hh]uruf|[Pp]oint?)[ ]\(?[a-zA-Z]\)?(?!\w))"
)
LONE_AYAT = re.compile(r"[Aa]yat[ ]\((?P<number>\d{1,2}[a-z]?)\)")
VALUE = re.compile(r"(?P<number>[\dA-Z]+)(?P<ayat>\(\w+\))?[a-z]?")
CONTINUED_WITHIN = 500  # characters, in the same paragraph
LONGEST_RANGE = 12  # articles; of a longer range only both ends are named


@dataclass(frozen=True, slots=True)
class Article:
    """One article as printed: "Pasal 9 ayat (2) huruf f" is 9(2)f."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """All articles that one word "Pasal" opens."""

    start: int
    end: int
    articles: tuple[Article, ...]
    continues: bool = False  # "Sedangkan huruf d …": a part of the article named before, without the word "Pasal"


def find_articles(text: str) -> tuple[ArticleGroup, ...]:
    """Every "Pasal …" of a text in order, and the parts of it that the text names later on."""
    groups: list[ArticleGroup] = []
    position = 0
    while match := PASAL_OR_PART.search(text, position):
        if match["pasal"]:
            group = _group(text, match.start(), match.end())
        else:
            group = _continuation(text, match.start(), groups[-1] if groups else None)
        position = group.end if group else match.end()
        if group:
            groups.append(group)
    return tuple(groups)


def _continuation(text: str, start: int, before: ArticleGroup | None) -> ArticleGroup | None:
    """ "Pasal 3 ayat 1 huruf a … Sedangkan huruf e …" is Pasal 3 ayat 1 huruf e."""
    if before is None or start - before.end > CONTINUED_WITHIN or "\n" in text[before.end : start]:
        return None
    parts = VALUE.fullmatch(before.articles[-1].value)
    if parts is None:
        return None
    if ayat := LONE_AYAT.match(text, start):
        values = [f"{parts['number']}({ayat['number']})"]
        end, letters = _letters(text, ayat.end())
        values = [values[0] + letter for letter in letters] or values
    else:
        end, letters = _letters(text, start)
        values = [f"{parts['number']}{parts['ayat'] or ''}{letter}" for letter in letters]
    articles = tuple(Article(start, end, value) for value in values)
    return ArticleGroup(start, end, articles, continues=True) if articles else None


def _group(text: str, start: int, position: int) -> ArticleGroup | None:
    found: list[Article] = []
    first = start
    while match := ARTICLE.match(text, position):
        if found and COUNTED.match(text, match.end()):
            break
        end, values = _parts(text, match.end(), match["number"])
        found += [Article(first, end, value) for value in values]
        through = THROUGH_ARTICLE.match(text, end)
        if through and (last := ARTICLE.match(text, through.end())):
            end = last.end()
            found += [Article(first, end, value) for value in _between(match["number"], last["number"])]
        more = MORE_ARTICLES.match(text, end)
        if not more or not _list_goes_on(text, more):
            break
        position = first = more.end()
    return ArticleGroup(start, found[-1].end, tuple(found)) if found else None


def _list_goes_on(text: str, more: re.Match[str]) -> bool:
    """After a comma alone a number is an article only when the list is closed by "dan": not "Pasal 5, 3 orang"."""
    if more.group().strip() != ",":
        return True
    return bool(re.compile(rf"[ ]?\d+[A-Z]?(?:[ ]?,[ ]?\d+[A-Z]?){{0,12}}{AND}\d").match(text, more.end()))


def _parts(text: str, position: int, number: str) -> tuple[int, list[str]]:
    """Ayat and huruf after an article's number: where they end, and one value for each."""
    if words := IN_WORDS.match(text, position):
        position = words.end()
    values: list[str] = []
    ayat = AYAT.match(text, position)
    if not ayat:
        position, letters = _letters(text, position)
        return position, [number + letter for letter in letters] or [number]
    while ayat:
        position = ayat.end()
        ayat_number = ayat.groupdict().get("number") or ayat.groupdict().get("bare") or ""
        through = THROUGH_AYAT.match(text, position)
        position, letters = _letters(text, position)
        values += [f"{number}({ayat_number}){letter}" for letter in letters] or [f"{number}({ayat_number})"]
        if through and not letters:
            position = through.end()
            values += [f"{number}({value})" for value in _between(ayat_number, through["number"])]
        ayat = MORE_AYAT.match(text, position)
    return position, values


def _letters(text: str, position: int) -> tuple[int, list[str]]:
    letters = []
    match = HURUF.match(text, position)
    while match:
        letters.append(match["letter"].lower())
        position = match.end()
        if angka := ANGKA.match(text, position):
            position = angka.end()
        match = MORE_HURUF.match(text, position)
    if not letters and (angka := ANGKA.match(text, position)):
        position = angka.end()
    return position, letters


def _between(first: str, last: str) -> list[str]:
    """What follows `first` up to and with `last`; only `last` where the range is long or no numbers bound it."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    return [last]
