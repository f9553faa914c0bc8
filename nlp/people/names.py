"""Words of a text with what each may be in a name or an office, and the reading of a person's name from a given word.

A tag is one of: break (end of a line), punct, number, region, prefix (Drs., Pak, AKBP), attached (Pol, Inf), suffix
(S.H.), initial, caps (short all-capitals word), name (known part of names), unknown (capitalised, not in the lists),
common (capitalised word of the language), body (first word of a body), lower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Doc

from nlp import lexicon
from nlp.language import text_of, tokens_of
from storage.records import RegionMention

QUOTES = frozenset({'"', "“", "‘", "'", ":", "[", "(", "*"})
PARTICLES = frozenset({"bin", "binti", "al", "el", "ul", "van", "de", "der", "da", "dos", "los", "as", "ibnu"})
NAME_TAGS = frozenset({"name", "unknown", "initial"})
CAPITALISED = frozenset({"name", "unknown", "initial", "common", "caps", "body", "region", "prefix"})
SHORT_FORENAMES = lexicon.groups("office_words.txt")["short-forenames"]
BRANCHES = lexicon.groups("office_words.txt")["branches"]
NEVER_IN_NAMES = lexicon.groups("office_words.txt")["never-in-names"]
NOT_IN_CAPITALS = lexicon.groups("office_words.txt")["not-in-capitals"]
LOWER_TITLES = frozenset({"pak", "bu", "bapak", "ibu"})
ALSO_OTHER_WORDS = lexicon.groups("office_words.txt")["also-other-words"]
DOTTED_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}[A-Z]?\.?")
DEGREE_SHAPE = re.compile(r"[A-Z][A-Za-z]{0,4}(?:\.[A-Z][A-Za-z]{0,4}){1,3}\.?|[A-Z]{2,5}\.?")
# Nouns by their affixes: Pendayagunaan, Ketenagaan, Digitalisasi. Shorter ones may be names (Permana, Kesuma).
DERIVED = re.compile(r"(?:pe|ke|per)[a-z]{5,}an|[a-z]{4,}(?:asi|itas|ologi|isme)|ber[a-z]{6,}an")
CAPITALS = re.compile(r"[A-Z][a-z]*[A-Z]")  # MSi, SPd
CAMEL_CASE = re.compile(r"(?!Mac|Mc|De|Di|La)[A-Z][a-z]+[A-Z]")  # WhatsApp
LONGEST_ABBREVIATION = 9
MAX_NAME_WORDS = 8


@dataclass(slots=True)
class Words:
    """The tokens of a text without blanks; every list has one entry a word."""

    text: str
    forms: list[str]
    lows: list[str]  # lower case, without full stops
    tags: list[str]
    starts: list[int]
    ends: list[int]
    regions: list[RegionMention | None]
    sentence: list[int]  # number of the sentence

    def __len__(self) -> int:
        return len(self.forms)

    def surface(self, first: int, last: int) -> str:
        """The printed text of the words first..last-1."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def low(self, i: int) -> str:
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def tag(self, i: int) -> str:
        return self.tags[i] if 0 <= i < len(self.tags) else "break"


def read_words(doc: Doc, regions: Iterable[RegionMention]) -> Words:
    """Tag every word of a text."""
    place_at = {}
    for region in regions:
        for position in range(region.found.start, region.found.end):
            place_at[position] = region
    starts: list[int] = doc.to_array("IDX").tolist()
    sentence_starts: list[int] = doc.to_array("SENT_START").tolist()
    words = Words(text_of(doc), [], [], [], [], [], [], [])
    number, previous = -1, ""
    for form, start, begins in zip(tokens_of(doc), starts, sentence_starts, strict=True):
        number += begins == 1
        if form.isspace() and "\n" not in form:
            continue
        low, tag = _alone(form)
        place = place_at.get(start)
        if place is not None and form[0].isupper():
            tag = "region"
        elif tag == "title":
            tag = _title_tag(form, low, previous) or _plain_tag(form, low)
        previous = form
        words.forms.append(form)
        words.lows.append(low)
        words.tags.append(tag)
        words.starts.append(start)
        words.ends.append(start + len(form))
        words.regions.append(place)
        words.sentence.append(number)
    return words


@lru_cache(maxsize=65536)
def _alone(form: str) -> tuple[str, str]:
    """A word in lower case without full stops, and its tag where its neighbours do not matter ("title": they do)."""
    first = form[0]
    low = form.lower().replace(".", "").replace("’", "'")
    if not first.isalnum():
        return low, "break" if form.isspace() else "punct"
    if first.isdigit():
        return low, "number"
    titles = lexicon.groups("titles.txt")
    if not first.isupper():
        lower_title = low in LOWER_TITLES or (form.endswith(".") and low in titles["prefix"])
        return low, "prefix" if lower_title else "lower"
    if any(low in titles[kind] for kind in ("suffix", "prefix", "attached")):
        return low, "title"
    return low, _plain_tag(form, low)


def _plain_tag(form: str, low: str) -> str:
    """The tag of a capitalised word that is no title here."""
    plain = form.replace(".", "")
    if len(plain) == 1 or DOTTED_INITIALS.fullmatch(form) or (form.endswith(".") and low in SHORT_FORENAMES):
        return "initial"
    if low in _body_words():
        return "body"
    if CAMEL_CASE.match(form):
        return "caps"
    if form.isupper() and len(plain) <= LONGEST_ABBREVIATION and low not in lexicon.given_names():
        return "caps"
    if low in lexicon.given_names() and low not in lexicon.institution_words():
        return "name"
    common = lexicon.common_words()
    if low in common or low.split("-")[0] in common or low.removesuffix("nya") in common or DERIVED.fullmatch(low):
        return "common"
    return "unknown"


def _title_tag(form: str, low: str, previous: str) -> str | None:
    titles = lexicon.groups("titles.txt")
    if low in titles["suffix"] and (
        ("." in form and len(low) > 1) or CAPITALS.search(form) or form.isupper() or previous == ","
    ):
        if low in ALSO_OTHER_WORDS and previous != "," and "." not in form:
            return None  # SE is also an edaran, MA a court
        return "suffix"
    if low in titles["prefix"] and not (form.isupper() and low in NOT_IN_CAPITALS):
        return "prefix"
    before = previous.lower().replace(".", "")
    if low in titles["attached"] and (before in titles["prefix"] or before in titles["attached"] or before == "("):
        return "attached"
    return None


@cache
def _body_words() -> frozenset[str]:
    groups = lexicon.groups("bodies.txt")
    return groups["public"] | groups["party"] | groups["private"]


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A person's name as it stands at one place."""

    first: int  # index of the first word of the name proper
    last: int  # index after its last word
    begin: int  # with the titles before it
    end: int  # with the degrees after it
    titles: tuple[str, ...]


def skip_titles(words: Words, i: int) -> int:
    """The index after the titles and ranks that stand at i."""
    j = i
    if words.low(i) in {"jenderal", "jendral"} and words.low(i - 1) in {
        "direktorat",
        "direktur",
        "sekretaris",
        "sekretariat",
        "inspektur",
    }:
        return i
    while j < len(words) and j - i < 12:
        tag = words.tags[j]
        if (
            tag == "prefix"
            or (tag == "attached" and j > i)
            or (j > i and words.lows[j] in {".", ","} and words.tag(j + 1) == "prefix")
        ) or (tag == "suffix" and words.tag(j - 1) == "prefix"):
            j += 1
        elif j > i and words.forms[j] == "(" and words.tag(j + 1) in {"attached", "prefix"} and words.low(j + 2) == ")":
            j += 3  # Letjen TNI (Purn)
        elif j > i and words.forms[j] == "(" and words.low(j + 1) in BRANCHES and words.low(j + 2) == ")":
            j += 3  # Letkol Laut (P)
        elif tag == "initial" and words.lows[j] == "h" and j > i and words.tag(j + 1) in CAPITALISED:
            j += 1  # Ir. H. Wira
        else:
            break
    return j


def read_name(words: Words, i: int) -> NameSpan | None:
    """The name that begins at word i, its titles before and its degrees after it; None where none can begin."""
    first = skip_titles(words, i)
    titled = first > i
    if (
        words.tag(first) == "initial"
        and words.lows[first] == "h"
        and words.tag(first + 1) in NAME_TAGS | {"common", "region"}
    ):
        first, titled = first + 1, True  # H. Wira
    last = _name_end(words, first, titled)
    if last <= first:
        return None
    end = _skip_degrees(words, last)
    titles = [words.forms[k] for k in (*range(i, first), *range(last, end)) if words.forms[k][0].isalpha()]
    return NameSpan(first, last, i, end, tuple(titles))


def _name_end(words: Words, first: int, titled: bool) -> int:
    if not _can_begin(words, first, titled):
        return first
    j = first + 1
    while j < len(words) and j - first < MAX_NAME_WORDS:
        tag = words.tags[j]
        if words.lows[j] in NEVER_IN_NAMES:
            break
        if tag in NAME_TAGS or (tag == "caps" and len(words.forms[j]) <= 3):
            j += 1
        elif words.forms[j] in {"H.", "Hj."} and words.tag(j + 1) in {"name", "unknown"}:
            j += 2  # Sari H. Melati: behind the first word it is no title but an initial
        elif tag == "suffix" and DOTTED_INITIALS.fullmatch(words.forms[j]) and words.tag(j + 1) in {"name", "unknown"}:
            j += 2  # Theresia M.P. Wira
        elif words.lows[j] in PARTICLES and words.tag(j + 1) in NAME_TAGS | {"common", "region"}:
            j += 2
        elif tag in {"common", "region"} and not _begins_office(words, j):
            j += 1
        else:
            break
    return first if j - first == 1 and words.tags[first] == "initial" else j


def _can_begin(words: Words, i: int, titled: bool) -> bool:
    tag, after = words.tag(i), words.tag(i + 1)
    if tag in NAME_TAGS or (titled and tag in {"common", "region", "caps"}):
        return True
    if tag == "region":
        return after in {"name", "unknown"}  # Bima Arya: a region's name that begins a person's
    if tag == "common":
        return after in {"name", "unknown"} and words.lows[i] in lexicon.given_names() and not begins_sentence(words, i)
    return False


def begins_sentence(words: Words, i: int) -> bool:
    """Whether the capital letter of word i may be due to its place alone."""
    return (
        i == 0
        or words.sentence[i] != words.sentence[i - 1]
        or words.tags[i - 1] in {"break", "number"}
        or words.forms[i - 1] in QUOTES
    )


def _begins_office(words: Words, i: int) -> bool:
    low = words.lows[i]
    if low in lexicon.given_names():
        return False
    return low in lexicon.positions() or f"{low} {words.low(i + 1)}" in lexicon.positions()


def _skip_degrees(words: Words, i: int) -> int:
    """The index after the degrees that follow a name."""
    j = i
    while j < len(words) and j - i < 20:
        if words.tags[j] == "suffix" or (words.tags[j] == "attached" and words.lows[j] == "purn"):
            j += 1
        elif words.forms[j] in {",", "."} and _is_degree(words, j + 1, j > i):
            j += 2
        else:
            break
    return j


def _is_degree(words: Words, i: int, follows_one: bool) -> bool:
    """A known degree after the comma, or a word of that shape that ends the list of degrees."""
    if words.tag(i) == "suffix":
        return True
    shaped = (
        i < len(words) and words.tags[i] in {"caps", "unknown", "initial"} and DEGREE_SHAPE.fullmatch(words.forms[i])
    )
    return bool(shaped) and (follows_one or "." in words.forms[i][:-1]) and words.tag(i + 1) not in CAPITALISED


def name_text(words: Words, span: NameSpan) -> str:
    return " ".join(words.surface(span.first, span.last).split())
