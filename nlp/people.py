"""Finds the persons of an article: name, other forms, kind and offices, each with the rule that found it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from nlp import coreference, lexicon
from nlp.bodies import institution_of, kind_of, office_region
from nlp.names import NAME_TAGS, NameSpan, Words, name_text, read_name, read_words
from nlp.offices import STATUS, OfficePhrase, read_office
from storage.records import Found, Office, Person, PersonKind, RegionMention

Span = tuple[int, int]

SPEECH = frozenset(
    "kata ujar ucap tutur ungkap jelas tegas terang papar tambah imbuh sebut lanjut tandas pungkas tutup menurut beber harap cetus tukas urai"
    " imbau pesan jawab tanya pinta sambung timpal ulas katanya hemat".split()
)
SPEECH_AFTER = frozenset(
    "mengatakan menyatakan mengaku menegaskan menjelaskan menyebut menyebutkan menuturkan menambahkan meminta mengungkapkan mengimbau"
    " menghimbau menilai menyampaikan memaparkan menerangkan berharap mengingatkan mengklaim membenarkan membantah memastikan menanggapi"
    " menuding menyerukan mengajak mengakui menyayangkan menekankan mengharapkan menginstruksikan optimis memerinci merinci juga".split()
)
BEFORE_AN_OFFICE = frozenset(
    {
        "selaku",
        "sebagai",
        "menjabat",
        "merupakan",
        "adalah",
        "jadi",
        "menjadi",
        "dilantik",
        "juga",
        "yang",
        "tercatat",
        "posisi",
    }
)
NAMING = frozenset(
    {"bernama", "adalah", "yakni", "yaitu", "oleh", "dijabat", "atas", "nama", "ialah", "saudara", "terpilih", ":"}
)


@dataclass(slots=True)
class Mention:
    """A name at one place with the office that stands at it."""

    span: NameSpan
    name: str
    rule: str
    confidence: float
    phrase: OfficePhrase | None = None


@dataclass(slots=True)
class Draft:
    """A person while the article is read."""

    name: str
    mentions: list[Mention] = field(default_factory=list)


def find_people(
    doc: Doc,
    regions: Iterable[RegionMention],
    proposals: Iterable[tuple[str, Found]] = (),
    unread: Iterable[Span] = (),
) -> tuple[Person, ...]:
    """The persons whom an article names, in the order of their first mention.

    `proposals` are a recogniser's spans (PER, ORG, LOC), `unread` stretches that are not the article's own words.
    """
    words = read_words(doc, regions)
    closed = _word_mask(words, unread)
    phrases = find_offices(words, closed)
    mentions = _named_after(words, phrases)
    mentions = _named_before(words, phrases, mentions)
    mentions += _free_names(words, phrases, mentions, list(proposals), closed)
    mentions.sort(key=lambda mention: mention.span.first)
    drafts = coreference.join(words, mentions)
    return tuple(_person(words, draft, phrases) for draft in drafts)


def _word_mask(words: Words, spans: Iterable[Span]) -> list[bool]:
    mask = [False] * len(words)
    spans = sorted(spans)
    k = 0
    for i, start in enumerate(words.starts):
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        mask[i] = k < len(spans) and spans[k][0] <= start
    return mask


def find_offices(words: Words, closed: Sequence[bool]) -> list[OfficePhrase]:
    """All offices of a text, from left to right, none inside another."""
    starts = {form.split()[0] for form in lexicon.positions()} | {status[0] for status in STATUS}
    found = []
    i = 0
    while i < len(words):
        phrase = read_office(words, i) if words.lows[i] in starts and not closed[i] else None
        if phrase is None:
            i += 1
        else:
            found.append(phrase)
            i = phrase.last
    return found


def _named_after(words: Words, phrases: list[OfficePhrase]) -> list[Mention]:
    """Names that stand directly after an office, a comma or "yakni" between them at most."""
    found = []
    for phrase in phrases:
        k = phrase.last
        comma = False
        for _ in range(3):
            if words.low(k) == "," and not comma:
                comma = True
                k += 1
            elif words.low(k) in NAMING or words.low(k) in {'"', "“"}:
                k += 1
        span = read_name(words, k) if k < len(words) else None
        if span is None or (comma and _is_other_clause(words, span)):
            continue
        if (
            phrase.head.form[0].islower()
            and words.forms[phrase.first][0].islower()
            and phrase.institution is None
            and comma
        ):
            continue
        found.append(
            Mention(
                span,
                name_text(words, span),
                "name-after-comma" if comma else "name-after-office",
                0.9 if comma else 0.95,
                phrase,
            )
        )
    return found


def _is_other_clause(words: Words, span: NameSpan) -> bool:
    """After the comma stands one common word, not a name."""
    return span.last - span.first == 1 and words.tags[span.first] not in NAME_TAGS


def _named_before(words: Words, phrases: list[OfficePhrase], mentions: list[Mention]) -> list[Mention]:
    """Names that stand before an office: "Wira, Kepala …", "Wira selaku Ketua …", "Wira (Ketua …)"."""
    by_phrase = {id(mention.phrase): mention for mention in mentions}
    found = list(mentions)
    for phrase in phrases:
        own = by_phrase.get(id(phrase))
        if own is not None and own.rule == "name-after-office":
            continue
        k = phrase.first - 1
        comma = False
        while (
            k >= 0
            and phrase.first - k < 5
            and (words.low(k) in BEFORE_AN_OFFICE or words.low(k) in {",", "(", "-", "–"})
        ):
            comma = comma or words.low(k) == ","
            k -= 1
        if k == phrase.first - 1 or words.tag(k) == "break":
            continue
        span = _name_ending_at(words, k + 1)
        if span is None:
            continue
        if own is not None and (words.low(phrase.first - 1) == "," and not _at_sentence_start(words, span.begin)):
            continue
        if own is not None:
            found.remove(own)
        found.append(Mention(span, name_text(words, span), "office-after-name", 0.85, phrase))
    return found


def _at_sentence_start(words: Words, i: int) -> bool:
    return i == 0 or words.sentence[i] != words.sentence[i - 1] or words.tag(i - 1) == "break"


def _name_ending_at(words: Words, end: int) -> NameSpan | None:
    """The name whose last word, degrees included, is the one before `end`."""
    first = end
    while (
        first > 0
        and end - first < 16
        and words.tags[first - 1] not in {"break", "lower", "number"}
        and words.forms[first - 1] not in {"(", ")", ":", '"'}
    ):
        first -= 1
    for k in range(first, end):
        if words.tags[k] in {"punct", "suffix"}:
            continue
        span = read_name(words, k)
        if span is not None and span.end == end:
            return span
    return None


def _free_names(
    words: Words,
    phrases: list[OfficePhrase],
    mentions: list[Mention],
    proposals: list[tuple[str, Found]],
    closed: Sequence[bool],
) -> list[Mention]:
    """Names away from offices: those with a title, a verb of saying or a recogniser's word for them, and short forms."""
    taken = [False] * len(words)
    for phrase in phrases:
        taken[phrase.first : phrase.last] = [True] * (phrase.last - phrase.first)
    for mention in mentions:
        taken[mention.span.begin : mention.span.end] = [True] * (mention.span.end - mention.span.begin)
    label = _labels(words, proposals)
    known = {word for mention in mentions for word in mention.name.lower().split()}
    found: list[Mention] = []
    i = 0
    while i < len(words):
        span = None
        if not taken[i] and not closed[i] and words.forms[i][0].isupper():
            span = read_name(words, i)
        if span is None or any(taken[span.begin : span.end]):
            i += 1
            continue
        evidence = _evidence(words, span, label, known)
        if evidence:
            rule, confidence = evidence
            found.append(Mention(span, name_text(words, span), rule, confidence))
            known.update(name_text(words, span).lower().split())
        i = max(span.end, i + 1)
    return found


def _labels(words: Words, proposals: list[tuple[str, Found]]) -> list[str]:
    """For each word the recogniser's label, "" where it has none."""
    labels = [""] * len(words)
    spans = sorted((found.start, found.end, label) for label, found in proposals)
    k = 0
    for i, start in enumerate(words.starts):
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        if k < len(spans) and spans[k][0] <= start:
            labels[i] = spans[k][2]
    return labels


def _evidence(words: Words, span: NameSpan, label: Sequence[str], known: set[str]) -> tuple[str, float] | None:
    """Why a run of capitalised words is a person, and how sure that is."""
    tags = words.tags[span.first : span.last]
    lows = words.lows[span.first : span.last]
    if all(low in known for low in lows) and any(tag in NAME_TAGS | {"common"} for tag in tags):
        return "known-name", 0.9
    labels = label[span.first : span.last]
    if "PER" in labels:
        return "recogniser", 0.8
    if span.first > span.begin and span.titles:
        return "title", 0.85
    if "ORG" in labels or "LOC" in labels:
        return None
    if words.low(span.begin - 1) in SPEECH or words.low(span.end) in SPEECH_AFTER:
        return ("verb-of-saying", 0.7) if set(tags) & {"name", "unknown"} else None
    if len(tags) > 1 and tags.count("name") >= 1 and all(tag in NAME_TAGS for tag in tags):
        return "name-shape", 0.6
    return None


def _person(words: Words, draft: Draft, phrases: list[OfficePhrase]) -> Person:
    offices = _offices(words, draft)
    kind = _kind(draft)
    aliases = tuple(dict.fromkeys(mention.name for mention in draft.mentions if mention.name != draft.name))
    titles = tuple(dict.fromkeys(title for mention in draft.mentions for title in mention.span.titles))
    places = tuple(
        Found(
            words.starts[mention.span.first],
            words.ends[mention.span.last - 1],
            words.surface(mention.span.first, mention.span.last),
            mention.rule,
            mention.confidence,
        )
        for mention in draft.mentions
    )
    return Person(draft.name, kind, aliases, titles, offices, places)


def _offices(words: Words, draft: Draft) -> tuple[Office, ...]:
    offices: list[Office] = []
    for mention in draft.mentions:
        phrase = mention.phrase
        if phrase is None:
            continue
        position = f"{phrase.status} {phrase.position}".strip()
        office = Office(
            position,
            institution_of(phrase),
            office_region(phrase),
            Found(
                words.starts[phrase.first],
                words.ends[phrase.last - 1],
                words.surface(phrase.first, phrase.last),
                mention.rule,
                mention.confidence,
            ),
        )
        if not any(_same(office, other) for other in offices):
            offices.append(office)
    return tuple(offices)


def _same(a: Office, b: Office) -> bool:
    return replace(a, found=b.found) == b


def _kind(draft: Draft) -> PersonKind:
    kinds = [kind_of(mention.phrase) for mention in draft.mentions if mention.phrase is not None]
    return kinds[0] if kinds else "other"
