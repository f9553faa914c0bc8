"""Finds whose office it is: the name after it, before it, in a list behind it, or in the sentence that goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp import lexicon
from nlp.people.lists import all_of_them, introduced, listed, paired
from nlp.people.mentions import CURRENT, FORMER, NEUTRAL, Mention
from nlp.people.names import NAME_TAGS, NameSpan, Words, name_text, read_name
from nlp.people.offices import OfficePhrase
from nlp.reporting_verbs import reporting_verbs

LINKING = lexicon.groups("office_words.txt")["linking"]
TELLS_CURRENT = lexicon.groups("office_words.txt")["tells-current"]
TELLS_FORMER = lexicon.groups("office_words.txt")["tells-former"]
EXPLICIT = lexicon.groups("office_words.txt")["explicit"]
NAMING = lexicon.groups("office_words.txt")["naming"]
# Offices that several people hold at once, so that a list of names may follow
STAFF_OF_A_PERSON = frozenset({"juru bicara", "jubir", "staf khusus", "stafsus", "ajudan"})
MAX_LINK = 7


def link_offices(words: Words, phrases: list[OfficePhrase], labels: Sequence[tuple[str, float]]) -> list[Mention]:
    """One mention for each name that an office of the text belongs to. `labels`: a recogniser's label for each word."""
    after = {id(phrase): mention for phrase in phrases if (mention := _name_after(words, phrase, labels))}
    by_end = {phrase.last: phrase for phrase in phrases}
    found: list[Mention] = []
    owner: dict[int, Mention] = {}  # end of an office phrase to the name before it
    for phrase in phrases:
        own = after.get(id(phrase))
        before = _name_before(words, phrase, owner, by_end)
        if before is not None and _before_wins(words, phrase, own, before):
            owner[phrase.last] = before
            found.append(before)
        elif own is not None:
            pair = paired(words, by_end, phrase, own)
            found += pair or [*_further(words, by_end, phrase, own), own, *listed(words, own, phrase)]
        else:
            found += introduced(words, phrase)
    found += all_of_them(words, phrases, found)
    return found


def _before_wins(words: Words, phrase: OfficePhrase, own: Mention | None, before: Mention) -> bool:
    if own is None:
        return True
    if own.rule == "name-after-office":
        return False
    return before.rule != "name-comma-office" or _begins_clause(words, before.span.begin)


def _begins_clause(words: Words, i: int) -> bool:
    return i == 0 or words.sentence[i] != words.sentence[i - 1] or words.tags[i - 1] == "break"


def _name_after(words: Words, phrase: OfficePhrase, labels: Sequence[tuple[str, float]]) -> Mention | None:
    """The name directly after the office, a comma or "yakni" between them at most."""
    k = _after_clause(words, phrase)
    comma = naming = k > phrase.last
    for _ in range(3):
        if words.low(k) == "," and not comma:
            comma = True
            k += 1
        elif words.low(k) in NAMING:
            naming = True
            k += 1
    if (
        phrase.head.group == "class"
        or k >= len(words)
        or (words.low(k - 1) == "adalah" and words.sentence[k] != words.sentence[phrase.last - 1])
    ):
        return None
    span = read_name(words, k)
    if span is None or _is_no_name(words, span, comma or naming):
        return None
    if not (comma or naming):
        if phrase.institution is None and phrase.head.takes == "body":
            span = _from_recognised(words, span, labels)
        if _names_the_body(words, span, labels):
            further = read_name(words, span.end + 1)
            whole = replace(
                phrase,
                last=span.end,
                institution=f"{phrase.institution or ''} {words.surface(span.begin, span.end)}".strip(),
            )
            return Mention(further, name_text(words, further), "name-after-comma", 0.85, whole) if further else None
        if not _is_sure(words, phrase, span, labels):
            return None
    if phrase.head.form in STAFF_OF_A_PERSON and phrase.complement and words.low(span.end) == ",":
        further = read_name(words, span.end + 1) if span.end + 1 < len(words) else None
        if further is not None and any(labels[k][0] == "PER" for k in range(further.first, further.last)):
            span = further  # Juru bicara Presiden A, B: the second name holds the office
    rule = "name-after-naming" if naming else "name-after-comma" if comma else "name-after-office"
    return Mention(span, name_text(words, span), rule, 0.9 if comma or naming else 0.95, phrase)


def _further(words: Words, by_end: Mapping[int, OfficePhrase], phrase: OfficePhrase, own: Mention) -> list[Mention]:
    """The office before this one in "Anggota Bawaslu X yang juga Koordinator Divisi Hukum, Wira Santosa"."""
    k = phrase.first
    while words.low(k - 1) in {"yang", "juga", "sekaligus", "merangkap"}:
        k -= 1
    first = by_end.get(k) if k < phrase.first else None
    return [Mention(own.span, own.name, "office-in-chain", 0.8, first, own.tense)] if first else []


def _after_clause(words: Words, phrase: OfficePhrase) -> int:
    """The index after a clause between an office and its name, with a comma behind it; else that after the office.

    ", yang baru dilantik,", "yang membidangi hukum," and behind "seorang guru" what else is told of one not named yet.
    """
    i = phrase.last
    if words.lows[i : i + 2] == ["nomor", "urut"] and words.tag(i + 2) == "number":
        return i + 3 + (words.low(i + 3) == ",")  # Calon Bupati X nomor urut 2, Sari Melati
    comma = words.low(i) == ","
    one = words.low(phrase.first - 1) in {"seorang", "oknum"} and words.tag(i) == "lower"
    if words.low(i + comma) != "yang" and not one:
        return i
    allowed = {"lower", "caps", "common", "body", "region"} if one else {"lower"}
    for k in range(i + comma + 1, min(i + 12, len(words))):
        if words.low(k) == ",":
            span = None if comma else read_name(words, k + 1) if k + 1 < len(words) else None
            return k + 1 if comma or (span is not None and span.last - span.first > 1) else i
        if words.tags[k] not in allowed and words.forms[k] not in {"(", ")"}:
            return i
    return i


def _from_recognised(words: Words, span: NameSpan, labels: Sequence[tuple[str, float]]) -> NameSpan:
    """ "Direktur Indo Cendekia Wira Santosa": a known name after unknown words, as recognised."""
    for k in range(span.first + 1, span.last):
        if labels[k][0] == "PER" and labels[k - 1][0] != "PER" and words.tags[k] == "name":
            if set(words.tags[span.first : k]) == {"unknown"} and not span.titles:
                return replace(span, first=k, begin=k)
            break
    return span


def _names_the_body(words: Words, span: NameSpan, labels: Sequence[tuple[str, float]]) -> bool:
    """ "Sekretaris Perusahaan Karya Utama, Wira Santosa": the person stands behind the comma, as recognised."""
    if span.titles or words.low(span.end) != "," or any(labels[k][0] == "PER" for k in range(span.first, span.last)):
        return False
    further = read_name(words, span.end + 1) if span.end + 1 < len(words) else None
    return further is not None and any(labels[k][0] == "PER" for k in range(further.first, further.last))


def _is_sure(words: Words, phrase: OfficePhrase, span: NameSpan, labels: Sequence[tuple[str, float]]) -> bool:
    """One unknown word, or words behind a lower-case office without a body, need somebody else's word for it."""
    tags = words.tags[span.first : span.last]
    if "name" in tags or span.titles or any(labels[k][0] == "PER" for k in range(span.first, span.last)):
        return True
    if words.low(span.end) in reporting_verbs().active:
        return True
    if len(tags) == 1 and words.forms[phrase.first][0].islower():
        return False
    if len(tags) == 1 and phrase.institution is None and not phrase.regions:
        return words.forms[phrase.first][0].isupper() and words.lows.count(words.lows[span.first]) > 1
    return words.forms[phrase.first][0].isupper() or phrase.institution is not None


def _is_no_name(words: Words, span: NameSpan, apart: bool) -> bool:
    """One word that is no known name: after a comma it is a place or begins a clause."""
    tags = words.tags[span.first : span.last]
    if words.low(span.end) == "mania":
        return True  # Relawan Wira Mania
    if len(tags) > 1 or span.titles:
        return False
    return tags[0] not in NAME_TAGS or (apart and tags[0] == "unknown" and words.low(span.end) in {"(", "["})


def _name_before(
    words: Words, phrase: OfficePhrase, owner: dict[int, Mention], by_end: Mapping[int, OfficePhrase]
) -> Mention | None:
    """The name before the office: "Wira, Kepala …", "Wira selaku Ketua …", "Wira (Ketua …)", "… jabatan lama A"."""
    k = phrase.first
    between: set[str] = set()
    while (
        k > 0
        and phrase.first - k < MAX_LINK
        and (words.lows[k - 1] in LINKING or words.lows[k - 1] in {",", "(", "[", "-", "–", "—"})
    ):
        k -= 1
        between.add(words.lows[k])
    said = between | set(words.lows[max(0, k - 5) : k]) & {"kini", "sekarang"}
    if words.low(phrase.last) in {"sebelum", "terdahulu", "saat", "ketika"} and not said & TELLS_CURRENT:
        said = {"sebelumnya"}
    tense = CURRENT if said & TELLS_CURRENT else FORMER if said & TELLS_FORMER else NEUTRAL
    chained = owner.get(k)
    if chained is not None and between & EXPLICIT:
        return Mention(chained.span, chained.name, "office-in-chain", 0.8, phrase, tense)
    if k == 0 or words.tags[k - 1] == "break" or (not between and words.tags[k - 1] != "suffix"):
        return None
    span = name_ending_at(words, k)
    if span is None:
        return None
    explicit = bool(between & EXPLICIT) or "(" in between or "[" in between
    explicit = explicit or ("dari" in between and words.low(phrase.last) in {"menjadi", "dilantik", "jadi"})
    if not explicit and (
        between - {",", "-", "–", "—", "yang", "juga", "mantan", "seorang", "salah", "satu"}
        or _is_doubtful(words, span)
    ):
        return None
    closed = words.tag(phrase.last) in {"punct", "break"} or words.low(phrase.last) in {
        "",
        "di",
        "pada",
        "asal",
        "dari",
    }
    has_one = span.begin in by_end or span.begin - 1 in by_end
    if not explicit and not closed and has_one and words.forms[phrase.first][0].islower():
        return None  # "… Wira Santosa, saksi yang diajukan …"
    rule = "name-with-office" if explicit else "name-comma-office"
    return Mention(span, name_text(words, span), rule, 0.85 if explicit else 0.75, phrase, tense)


def _is_doubtful(words: Words, span: NameSpan) -> bool:
    """One unknown word at the beginning of a sentence may be any word."""
    return span.last - span.first == 1 and words.tags[span.first] == "unknown" and _begins_clause(words, span.begin)


def name_ending_at(words: Words, end: int) -> NameSpan | None:
    """The name whose last word, degrees included, is the one before `end`."""
    first = end
    while (
        first > 0
        and end - first < 16
        and words.tags[first - 1] not in {"break", "number"}
        and words.forms[first - 1] not in {"(", ")", ":", '"', "”"}
    ):
        if words.tags[first - 1] == "lower" and words.forms[first - 1] not in {"bin", "binti"}:
            break
        first -= 1
    for k in range(first, end):
        if words.tags[k] in {"punct", "suffix"} or (words.tags[k] == "region" and k > first):
            continue
        span = read_name(words, k)
        if span is not None and span.end == end:
            return span
    return None
