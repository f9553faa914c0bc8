"""Completes an office from the rest of the article: abbreviations that it expands, the body's full name, the region."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from nlp import lexicon
from nlp.people.bodies import government_of, institution_of, is_public, narrowest, office_region, region_names
from nlp.people.names import Words
from nlp.people.offices import OfficePhrase, read_body

NATIONAL = lexicon.groups("office_words.txt")["national"]
NATIONAL_WORDS = lexicon.groups("office_words.txt")["national-words"]
SHARED_NAMES = frozenset({"bawaslu", "kpu", "panwaslu", "panwas"})  # one body at the centre and one in each region
LISTED_STAFF = lexicon.groups("office_words.txt")["listed-staff"]
LEVELS = {
    "bupati": "Kabupaten",
    "wabup": "Kabupaten",
    "kab": "Kabupaten",
    "wali": "Kota",
    "wako": "Kota",
    "gubernur": "Provinsi",
    "wagub": "Provinsi",
    "prov": "Provinsi",
}
PLACE_TYPES = frozenset({"provinsi", "kabupaten", "kota", "prov", "kab", "propinsi"})
MOST_BODIES = 100  # of one first word: bounds the time of a text that is no article
COMMANDS = frozenset({"korem", "kodam", "kostrad", "lantamal"})  # their ground is none of the regions of the list
COURT = lexicon.groups("office_words.txt")["court"]
LEADS = (
    "kepala",
    "kabag",
    "kabid",
    "kasi",
    "kasubag",
    "sekretaris",
    "staf",
    "asisten",
    "kadis",
    "kaban",
    "inspektur",
    "perangkat",
    "pegawai",
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the text names it at one place."""

    first: int
    word: str  # its first word, lower case
    name: str
    region: str | None


@dataclass(frozen=True, slots=True)
class Scope:
    """What an article says that its offices need."""

    expansions: dict[str, str]  # "bkn" to "Badan Kepegawaian Negara"
    bodies: tuple[Body, ...]  # every place where one is named, in order
    by_word: dict[str, tuple[Body, ...]]  # those with a region, each once, by their first word
    places: dict[str, list[tuple[int, str]]]  # word and code of every region, in order, by kind of region ("" all)
    dominant: str | None


def read_scope(words: Words, expansions: dict[str, str]) -> Scope:
    places = tuple((i, region.code) for i, region in enumerate(words.regions) if region is not None and region.code)
    said = {id(region): region.code for region in words.regions if region is not None and region.code}
    counts = Counter(said.values())  # places that name it, not their words
    dominant = max(counts, key=lambda code: (counts[code], "." in code)) if counts else None
    bodies = []
    i = 0
    while i < len(words):
        body = (
            read_body(words, i)
            if words.tags[i] == "body" and words.lows[i] in lexicon.groups("bodies.txt")["public"]
            else None
        )
        if body is not None:
            last, name, codes = body
            bodies.append(Body(i, words.lows[i], name, narrowest(codes)))
            i = last
        i += 1
    by_word: dict[str, dict[tuple[str, str], Body]] = {}
    for named in bodies:
        same = by_word.setdefault(named.word, {})
        if named.region and len(same) < MOST_BODIES:
            same.setdefault((named.name, named.region), named)
    levels = {
        level: [(i, code) for i, code in places if region_names()[code].startswith(level)]
        for level in set(LEVELS.values())
    }
    distinct = {word: tuple(same.values()) for word, same in by_word.items()}
    return Scope(expansions, tuple(bodies), distinct, levels, dominant)


def read_expansions(words: Words) -> dict[str, str]:
    """Abbreviations in brackets behind what they stand for: "Badan Kepegawaian Negara (BKN)"."""
    found: dict[str, str] = {}
    for i in range(1, len(words) - 2):
        place, short = words.regions[i - 1], words.regions[i + 1]
        if words.forms[i] in "([" and place is not None and short is not None and place.code == short.code:
            found.setdefault(words.lows[i + 1], place.found.surface)  # Mamuju Utara [Matra]
        if (
            words.forms[i] in "(["
            and words.lows[i + 1] == "menko"
            and words.forms[i + 3 : i + 4]
            and words.forms[i + 3] in ")]"
        ):
            start = next((k for k in range(i - 1, max(0, i - 14), -1) if words.lows[k] == "menteri"), None)
            if start is not None:  # Menteri Koordinator Bidang … (Menko IPK)
                found[f"kemenko {words.lows[i + 2]}"] = f"Kementerian {words.surface(start + 1, i)}"
        if words.forms[i] not in "([" or words.forms[i + 2] not in ")]" or not words.forms[i + 1][0].isupper():
            continue
        first = _expansion_start(words, i, words.forms[i + 1])
        if first is not None:
            found.setdefault(words.lows[i + 1], " ".join(words.surface(first, i).split()))
    found.pop("bawaslu", None)  # the short form is its usual name
    return found


def _expansion_start(words: Words, end: int, short: str) -> int | None:
    """The first word of what the abbreviation stands for: its letters are the initials, or a body begins it."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    wanted = list(letters)
    k = end
    while wanted and k > 0 and end - k < 14:
        k -= 1
        if words.tags[k] in {"break", "number"} or words.forms[k] in {".", '"', "”", "("}:
            return None
        low = words.lows[k]
        if low in {"dan", "untuk", ","} and low[0] != wanted[-1]:
            continue
        if not words.forms[k][0].isupper() and low not in {"dan", "untuk"}:
            return None
        if low[0] == wanted[-1]:
            wanted.pop()
        elif not short.isupper() and words.tags[k] == "body" and low[0] == wanted[0]:
            return k
        elif short.isupper():
            return None
    return k if not wanted and k < end - 1 else None


def complete(words: Words, scope: Scope, phrase: OfficePhrase) -> tuple[str | None, str | None]:
    """The office's body and region, out of the phrase and else out of the article."""
    institution, region = _expanded(scope, institution_of(phrase)), office_region(phrase)
    takes, form = phrase.head.takes, phrase.head.form
    if phrase.aspiring:
        return None, region or _region_of_level(scope, phrase)
    if takes in {"ministry", "short-ministry"}:
        return institution, None
    if phrase.head.kind == "other" or takes == "none" or takes.startswith("literal"):
        return institution, region
    if takes == "government" and phrase.institution is None:
        region = region or _region_of_level(scope, phrase)
        return government_of(region), region
    if institution is None and region is None and phrase.head.group == "generic":
        told = _body_of_list(words, scope, phrase) or _court(scope, form)
        return told or (None, _place_behind(words, phrase) or _own_region(scope, form))
    if region is None and institution is not None:
        printed = phrase.body_word if phrase.head.form not in {"kadis", "kaban"} else ""
        return _local_body(scope, phrase.first, printed or institution.split()[0].lower(), institution)
    if region is not None and institution is not None and phrase.institution:
        institution = _fuller_name(scope, phrase, institution, region)
    if region is None and (takes == "place" or (institution is None and form.startswith(LEADS))):
        region = scope.dominant
    return institution, region


def _fuller_name(scope: Scope, phrase: OfficePhrase, institution: str, region: str) -> str:
    """The longest name that the article has for this body of this region: "Dinas PUPR Kabupaten X" for "PUPR X"."""
    places = {word.lower() for place in phrase.regions for word in place.found.surface.split()}
    wanted = [word for word in institution.lower().split() if word not in places | PLACE_TYPES]
    fuller = [
        body.name
        for body in scope.by_word.get("dinas", ())
        if body.region == region and wanted and set(wanted) < set(body.name.lower().split())
    ]
    return max(fuller, key=len, default=institution)


def _body_of_list(words: Words, scope: Scope, phrase: OfficePhrase) -> tuple[str | None, str | None] | None:
    """The body that a list of staff belongs to: "Kepala BKD X menugaskan A (Asesor), B (Psikolog)"."""
    reach = 0 if words.low(phrase.first - 1) in {"(", "["} else 1 if phrase.head.form in LISTED_STAFF else -1
    k = bisect_left(scope.bodies, phrase.first, key=lambda body: body.first) - 1
    if k < 0 or words.sentence[phrase.first] - words.sentence[scope.bodies[k].first] > reach:
        return None
    return _expanded(scope, scope.bodies[k].name), scope.bodies[k].region


def _court(scope: Scope, form: str) -> tuple[str | None, str | None] | None:
    if not form.startswith(("hakim", "ketua majelis", "panitera")):
        return None
    courts = [body for word in COURT for body in scope.by_word.get(word, ())]
    return next(((body.name, body.region) for body in sorted(courts, key=lambda body: body.first)), None)


def _place_behind(words: Words, phrase: OfficePhrase) -> str | None:
    """The region of "honorer penjaga sekolah di Kabupaten X": told behind the office in lower-case words."""
    for k in range(phrase.last, min(phrase.last + 6, len(words) - 2)):
        if words.tags[k] != "lower":
            return None
        if words.lows[k] == "di":
            place = words.regions[k + 1] or (words.regions[k + 2] if words.low(k + 1) in PLACE_TYPES else None)
            return place.code if place else None
    return None


def _own_region(scope: Scope, form: str) -> str | None:
    return scope.dominant if form.startswith(LEADS) else None


def _local_body(scope: Scope, at: int, body_word: str, institution: str) -> tuple[str | None, str | None]:
    """A body without a region in its name: national, or that of the region of which the article speaks."""
    if body_word in COMMANDS or not is_public(body_word) or _is_national(institution, body_word):
        return institution, None
    same = scope.by_word.get(body_word, ())
    if body_word in SHARED_NAMES:
        return (same[0].name, same[0].region) if len({body.region for body in same}) == 1 else (institution, None)
    own = {body.region for body in same if body.name.lower().startswith(institution.lower())} or {
        body.region for body in same
    }
    if len(own) == 1:
        return institution, own.pop()
    before = [body.region for body in scope.bodies if body.first < at and body.word == body_word and body.region]
    return institution, before[-1] if before else scope.dominant


def _region_of_level(scope: Scope, phrase: OfficePhrase) -> str | None:
    """The region last named before the office that can have such a head: for Bupati a kabupaten."""
    wanted = next((level for word, level in LEVELS.items() if word in phrase.head.form), None)
    if wanted is None:
        return scope.dominant
    fitting = scope.places[wanted]
    k = bisect_left(fitting, phrase.first, key=lambda place: place[0]) - 1
    return fitting[max(k, 0)][1] if fitting else None


def _is_national(institution: str, body_word: str) -> bool:
    lows = institution.lower().replace("(", " ").replace(")", " ").split()
    if set(lows) & {"dpr", "mpr", "dpd"} and "dprd" not in lows:
        return True
    if body_word in NATIONAL or body_word.startswith("kemen"):
        return True
    if body_word in lexicon.groups("bodies.txt")["party"] | lexicon.groups("bodies.txt")["private"]:
        return True
    return bool(set(lows) & NATIONAL_WORDS) and not set(lows) & {"daerah"}


def _expanded(scope: Scope, institution: str | None) -> str | None:
    """The body with an abbreviation replaced by what the article says it stands for."""
    if institution is None:
        return None
    if institution.lower() in scope.expansions:
        return scope.expansions[institution.lower()]
    parts = institution.split()
    out: list[str] = []
    for part in parts:
        full = scope.expansions.get(part.lower())
        if full is None:
            out.append(part)
            continue
        tail = full.split()
        if out and tail[0].lower() == out[-1].lower():
            tail = tail[1:]
        out += tail
    return " ".join(out)
