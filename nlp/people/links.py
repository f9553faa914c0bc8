"""Finds whose office it is: the name after it, before it, in a list behind it, or in the sentence that goes on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nlp import lexicon
from nlp.people.mentions import CURRENT, FORMER, NEUTRAL, Mention
from nlp.people.names import NAME_TAGS, NameSpan, Words, name_text, read_name
from nlp.people.offices import OfficePhrase
from nlp.reporting_verbs import reporting_verbs

# Words between a name and the office after it: "Wira yang juga menjabat sebagai Ketua …", "Wira sebelumnya menjabat Camat …"
LINKING = lexicon.groups("office_words.txt")["linking"]
TELLS_CURRENT = lexicon.groups("office_words.txt")["tells-current"]
TELLS_FORMER = lexicon.groups("office_words.txt")["tells-former"]
EXPLICIT = lexicon.groups("office_words.txt")["explicit"]
NAMING = lexicon.groups("office_words.txt")["naming"]
SEPARATORS = frozenset({",", "dan", "serta", "&", ";"})
# Offices that several people hold at once, so that a list of names may follow
SHARED = lexicon.groups("office_words.txt")["shared"]
INTRODUCING = lexicon.groups("office_words.txt")["introducing"]
ALL_OF_THEM = lexicon.groups("office_words.txt")["all-of-them"]
MAX_LINK = 7


def link_offices(words: Words, phrases: list[OfficePhrase], labels: Sequence[tuple[str, float]]) -> list[Mention]:
    """One mention for each name that an office of the text belongs to. `labels`: a recogniser's label for each word."""
    after = {id(phrase): mention for phrase in phrases if (mention := _name_after(words, phrase, labels))}
    by_end = {phrase.last: phrase for phrase in phrases}
    found: list[Mention] = []
    owner: dict[int, Mention] = {}  # end of an office phrase to the name before it
    for phrase in phrases:
        own = after.get(id(phrase))
        before = _name_before(words, phrase, owner)
        if before is not None and _before_wins(words, phrase, own, before):
            owner[phrase.last] = before
            found.append(before)
        elif own is not None:
            pair = _paired(words, by_end, phrase, own)
            found += pair or [own, *_listed(words, own, phrase)]
        else:
            found += _introduced(words, phrase)
    found += _all_of_them(words, phrases, found)
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
    k = _after_clause(words, phrase.last)
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
    rule = "name-after-naming" if naming else "name-after-comma" if comma else "name-after-office"
    return Mention(span, name_text(words, span), rule, 0.9 if comma or naming else 0.95, phrase)


def _after_clause(words: Words, i: int) -> int:
    """The index after ", yang baru dilantik," between an office and its name; i where there is no such clause."""
    if words.low(i) != "," or words.low(i + 1) != "yang":
        return i
    for k in range(i + 2, min(i + 9, len(words))):
        if words.low(k) == ",":
            return k + 1
        if words.tags[k] != "lower":
            return i
    return i


def _from_recognised(words: Words, span: NameSpan, labels: Sequence[tuple[str, float]]) -> NameSpan:
    """ "Direktur Indo Cendekia Wira Santosa": the name begins where the recogniser begins it, at a known name after unknown words."""
    for k in range(span.first + 1, span.last):
        if labels[k][0] == "PER" and labels[k - 1][0] != "PER" and words.tags[k] == "name":
            if set(words.tags[span.first : k]) == {"unknown"} and not span.titles:
                return replace(span, first=k, begin=k)
            break
    return span


def _names_the_body(words: Words, span: NameSpan, labels: Sequence[tuple[str, float]]) -> bool:
    """ "Sekretaris Perusahaan Karya Utama, Wira Santosa": only the words behind the comma are a person for the recogniser."""
    if span.titles or words.low(span.end) != "," or any(labels[k][0] == "PER" for k in range(span.first, span.last)):
        return False
    further = read_name(words, span.end + 1) if span.end + 1 < len(words) else None
    return further is not None and any(labels[k][0] == "PER" for k in range(further.first, further.last))


def _is_sure(words: Words, phrase: OfficePhrase, span: NameSpan, labels: Sequence[tuple[str, float]]) -> bool:
    """One unknown word behind an office, or words behind a lower-case office without a body, need somebody else's word for it."""
    tags = words.tags[span.first : span.last]
    if "name" in tags or span.titles or any(labels[k][0] == "PER" for k in range(span.first, span.last)):
        return True
    if words.low(span.end) in reporting_verbs().active:
        return True
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


def _name_before(words: Words, phrase: OfficePhrase, owner: dict[int, Mention]) -> Mention | None:
    """The name before the office: "Wira, Kepala …", "Wira selaku Ketua …", "Wira (Ketua …)", "… jabatan lama A jabatan baru B"."""
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
    if not explicit and (
        between - {",", "-", "–", "—", "yang", "juga", "mantan", "seorang", "salah", "satu"}
        or _is_doubtful(words, span)
    ):
        return None
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
        if words.tags[k] in {"punct", "suffix"}:
            continue
        span = read_name(words, k)
        if span is not None and span.end == end:
            return span
    return None


def _paired(words: Words, by_end: Mapping[int, OfficePhrase], phrase: OfficePhrase, own: Mention) -> list[Mention]:
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


def _introduced(words: Words, phrase: OfficePhrase) -> list[Mention]:
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


def _listed(words: Words, own: Mention, phrase: OfficePhrase) -> list[Mention]:
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


def _all_of_them(words: Words, phrases: Sequence[OfficePhrase], linked: list[Mention]) -> list[Mention]:
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
