"""Offices of several persons: lists of names, offices in pairs, "ketiganya" and "mereka"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nlp import lexicon
from nlp.people.mentions import Mention
from nlp.people.names import NAME_TAGS, NameSpan, Words, name_text, read_name
from nlp.people.offices import OfficePhrase

LINKING = lexicon.groups("office_words.txt")["linking"]
SEPARATORS = frozenset({",", "dan", "serta", "&", ";"})
SHARED = lexicon.groups("office_words.txt")["shared"]
INTRODUCING = lexicon.groups("office_words.txt")["introducing"]
ALL_OF_THEM = lexicon.groups("office_words.txt")["all-of-them"]


def paired(words: Words, by_end: Mapping[int, OfficePhrase], phrase: OfficePhrase, own: Mention) -> list[Mention]:
    """ "Bupati dan Wakil Bupati X, A dan B": the first name holds the first office, the second the second."""
    first = by_end.get(phrase.first - 1) or by_end.get(phrase.first)
    if first is not None and words.low(first.last) not in {"dan", "-", "/", "wakil"}:
        first = None
    second = next(iter(names_in_list(words, own.span.end)), None)
    if (
        first is None
        or second is None
        or words.low(own.span.end) not in {"dan", "-"}
        or first.head.group != phrase.head.group
    ):
        return []
    both = replace(first, regions=first.regions or phrase.regions)
    other = replace(phrase, status=phrase.status or first.status if first.aspiring else phrase.status)
    return [
        Mention(own.span, own.name, "paired-offices", 0.85, both),
        Mention(second, name_text(words, second), "paired-offices", 0.85, other),
    ]


def introduced(words: Words, phrase: OfficePhrase) -> list[Mention]:
    """ "enam asesor yang hadir, seperti A, B dan C": the list that tells who they are."""
    if phrase.head.form not in SHARED:
        return []
    for k in range(phrase.last, min(phrase.last + 12, len(words) - 1)):
        if words.sentence[k] != words.sentence[phrase.first] or words.tags[k] not in {"lower", "punct", "number"}:
            return []
        if words.lows[k] in INTRODUCING and words.tag(k + 1) in NAME_TAGS | {"prefix"}:
            first = read_name(words, k + 1)
            spans = [first, *names_in_list(words, first.end)] if first else []
            return [
                Mention(span, name_text(words, span), "introduced-list", 0.75, phrase)
                for span in spans
                if len(spans) > 1
            ]
    return []


def listed(words: Words, own: Mention, phrase: OfficePhrase) -> list[Mention]:
    """The further names of a list behind an office that many hold: "anggota DPRD A, B, dan C"."""
    if phrase.head.form not in SHARED and not phrase.aspiring:
        return []
    return [
        Mention(span, name_text(words, span), "name-in-list", 0.8, phrase, own.tense)
        for span in names_in_list(words, own.span.end)
    ]


def names_in_list(words: Words, i: int) -> Iterable[NameSpan]:
    """The names that go on after word i with commas and "dan" between them, until one is followed by something else."""
    k = i
    while k < len(words) and words.lows[k] in SEPARATORS:
        while words.low(k) in SEPARATORS:
            k += 1
        span = read_name(words, k) if k < len(words) else None
        if span is None or (span.last - span.first == 1 and words.tags[span.first] not in {"name", "unknown"}):
            return
        yield span
        k = span.end


def all_of_them(words: Words, phrases: Sequence[OfficePhrase], linked: list[Mention]) -> list[Mention]:
    """ "… tiga anggota Bawaslu X. Ketiganya adalah A, B dan C" and "… A, B dan C. Mereka pegawai Dinas X"."""
    used = {id(mention.phrase) for mention in linked}
    free = [phrase for phrase in phrases if id(phrase) not in used]
    by_start = {phrase.first: phrase for phrase in free}
    shared = [phrase for phrase in free if phrase.head.form in SHARED]
    ends = [phrase.last for phrase in shared]
    found: list[Mention] = []
    for i, low in enumerate(words.lows):
        if low not in ALL_OF_THEM:
            continue
        k = i + 1
        while words.low(k) in LINKING | {"yakni", "yaitu"}:
            k += 1
        phrase = by_start.get(k)
        spans = _list_before(words, i) if phrase else []
        first = read_name(words, k) if phrase is None and i + 1 < k < len(words) else None
        before = bisect_right(ends, i) - 1
        if first is not None and before >= 0 and words.sentence[i] - words.sentence[shared[before].first] <= 2:
            phrase = shared[before]
            spans = [first, *names_in_list(words, first.end)]
        found += [Mention(span, name_text(words, span), "all-of-them", 0.75, phrase) for span in spans]
    return found


def _list_before(words: Words, i: int) -> list[NameSpan]:
    """The last list of two or more names in the two sentences before word i."""
    start = i
    while start > 0 and words.sentence[i] - words.sentence[start - 1] <= 3:
        start -= 1
    best: list[NameSpan] = []
    k = start
    while k < i:
        span = read_name(words, k) if words.forms[k][0].isupper() else None
        if span is None:
            k += 1
            continue
        run = [span, *names_in_list(words, span.end)]
        if len(run) > 1:
            best = run
        k = run[-1].end
    return best
