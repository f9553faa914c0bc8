"""Finds the persons of an article: name, other forms, kind and offices, each with the rule that found it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from nlp import lexicon
from nlp.people import coreference
from nlp.people.bodies import kind_of, position_of
from nlp.people.bylines import byline_spans
from nlp.people.candidates import kind_by_context
from nlp.people.carried import carry_over
from nlp.people.coreference import CALLED, LONG_WORD, MOST_COMPARED
from nlp.people.grammar import STATUS
from nlp.people.links import link_offices
from nlp.people.mentions import CURRENT, FORMER, Draft, Mention
from nlp.people.names import NAME_TAGS, NameSpan, Words, name_text, read_name, read_words
from nlp.people.offices import OfficePhrase, read_office
from nlp.people.scope import Scope, complete, read_expansions, read_scope
from nlp.reporting_verbs import reporting_verbs
from storage.records import Found, Office, Person, PersonKind, RegionMention

Span = tuple[int, int]
LEAST_SURE = 0.6
FOREIGN = re.compile(r"(?:ly|tion|ment|ness|ive|ical|ology|ware)$")  # English words in the names of things
BEFORE_PLACES = lexicon.groups("office_words.txt")["before-places"]
AFTER_NO_PERSON = lexicon.groups("office_words.txt")["after-no-person"]
BEFORE_PERSONS = lexicon.groups("office_words.txt")["before-persons"]


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
    expansions = read_expansions(words)
    for i, low in enumerate(words.lows):
        if low in expansions and words.tags[i] in {"unknown", "common", "name"}:
            words.tags[i] = "caps"  # the article itself says that it is an abbreviation
    closed = _word_mask(words, [*unread, *byline_spans(words.text)])
    phrases = find_offices(words, closed)
    labels = _labels(words, list(proposals))
    mentions = link_offices(words, phrases, labels)
    mentions += _free_names(words, phrases, mentions, labels, closed)
    mentions.sort(key=lambda mention: mention.span.first)
    mentions = carry_over(words, phrases, mentions)
    drafts = coreference.join(words, mentions)
    scope = read_scope(words, expansions)
    return tuple(_person(words, draft, scope) for draft in drafts)


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
    starts = {form.split()[0] for form in lexicon.positions()} | {status[0] for status in STATUS} | {"kepada"}
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


def _free_names(
    words: Words,
    phrases: list[OfficePhrase],
    mentions: list[Mention],
    label: Sequence[tuple[str, float]],
    closed: Sequence[bool],
) -> list[Mention]:
    """Names away from offices: with a title, a verb of saying or a recogniser's word for them; short forms."""
    taken = [False] * len(words)
    for phrase in phrases:
        taken[phrase.first : phrase.last] = [True] * (phrase.last - phrase.first)
    for mention in mentions:
        taken[mention.span.begin : mention.span.end] = [True] * (mention.span.end - mention.span.begin)
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


def _labels(words: Words, proposals: list[tuple[str, Found]]) -> list[tuple[str, float]]:
    """For each word the recogniser's label and confidence, "" where it has none."""
    labels = [("", 0.0)] * len(words)
    spans = sorted((found.start, found.end, label, found.confidence) for label, found in proposals)
    k = 0
    for i, start in enumerate(words.starts):
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        if k < len(spans) and spans[k][0] <= start:
            labels[i] = spans[k][2:]
    return labels


def _evidence(
    words: Words, span: NameSpan, label: Sequence[tuple[str, float]], known: set[str]
) -> tuple[str, float] | None:
    """Why a run of capitalised words is a person, and how sure that is."""
    tags = words.tags[span.first : span.last]
    lows = words.lows[span.first : span.last]
    if words.low(span.end) in AFTER_NO_PERSON or lows[-1] in AFTER_NO_PERSON:
        return None
    if all(low in known for low in lows) and any(tag in NAME_TAGS | {"common"} for tag in tags):
        return "known-name", 0.9
    if words.low(span.begin - 1) in CALLED and set(tags) & {"name", "unknown"}:
        return "called", 0.8
    if not span.titles and _is_thing(words, span):
        return None
    if len(tags) == 1 and tags[0] == "unknown" and _is_misprint(lows[0], known):
        return "known-name-misprint", 0.6
    if len(tags) == 1 and tags[0] == "name" and _is_paired(words, span):
        return "pair", 0.7
    labels = {kind for kind, _ in label[span.first : span.last]}
    sure = max((score for kind, score in label[span.first : span.last] if kind == "PER"), default=0.0)
    if sure and _is_believable(words, span, sure):
        return "recogniser", round(sure, 2)
    if span.first > span.begin and span.titles and set(tags) & {"name", "unknown", "initial", "region"}:
        return "title", 0.85
    if "ORG" in labels or "LOC" in labels or words.tag(span.begin - 1) in {"body", "caps"}:
        return None
    verbs = reporting_verbs()
    if words.low(span.begin - 1) in verbs.bare or words.low(span.end) in verbs.active:
        return ("verb-of-saying", 0.7) if set(tags) & {"name", "unknown"} else None
    if len(tags) > 1 and tags.count("name") >= 1 and all(tag in NAME_TAGS for tag in tags):
        return "name-shape", 0.6
    return None


def _is_thing(words: Words, span: NameSpan) -> bool:
    """A body's or a place's name, or one word in capitals (a newspaper): persons in capitals have two or are known."""
    before = words.low(span.begin - 1)
    one_in_capitals = span.last - span.first == 1 and words.forms[span.first].isupper()
    return one_in_capitals or words.tag(span.begin - 1) == "body" or before in BEFORE_PLACES


def _is_misprint(low: str, known: set[str]) -> bool:
    """One letter differs from a word of a name that the article has told."""
    return (
        len(low) >= LONG_WORD
        and len(known) < MOST_COMPARED
        and any(abs(len(low) - len(other)) < 2 and OSA.distance(low, other, score_cutoff=1) <= 1 for other in known)
    )


def _is_paired(words: Words, span: NameSpan) -> bool:
    """Melati-Cempaka: two names joined by a hyphen, as candidates are."""
    after = words.forms[span.last : span.last + 1] == ["-"] and words.tag(span.last + 1) == "name"
    return after or (words.low(span.first - 1) == "-" and words.tag(span.first - 2) == "name")


def _is_believable(words: Words, span: NameSpan, sure: float) -> bool:
    """Whether the recogniser's word alone makes a person: not for words of the language, nor for one unknown word."""
    tags, lows = words.tags[span.first : span.last], words.lows[span.first : span.last]
    before, after = words.low(span.begin - 1), words.low(span.end)
    if before in reporting_verbs().bare or after in reporting_verbs().active:
        return True
    odd = sum(_is_odd(tag, low) for tag, low in zip(tags, lows, strict=True))
    if len(tags) == 1:
        return not odd and sure > LEAST_SURE and (tags[0] == "name" or before in BEFORE_PERSONS)
    return odd <= len(tags) / 2 if "name" in tags else sure >= LEAST_SURE and odd < len(tags) / 2


def _is_odd(tag: str, low: str) -> bool:
    """A word that seldom stands in a person's name."""
    if tag == "name":
        return low in lexicon.names_and_words()
    known = low in lexicon.rare_words() or low in lexicon.common_words()
    return known or tag in {"caps", "common", "body"} or bool(FOREIGN.search(low))


def _person(words: Words, draft: Draft, scope: Scope) -> Person:
    told = sorted((mention for mention in draft.mentions if mention.phrase), key=_preference)
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
    offices, kinds = _offices(words, told, scope)
    kind = kinds[0] if kinds else kind_by_context(words, draft)
    return Person(draft.name, kind, aliases, titles, offices, places)


def _preference(mention: Mention) -> tuple[int, int]:
    """Offices held now before former ones, what the words between say before what the article tells first."""
    phrase = mention.phrase
    former = phrase is not None and (phrase.former or mention.tense == FORMER)
    return (2 if former else 0 if mention.tense == CURRENT else 1, mention.span.first)


def _offices(words: Words, told: list[Mention], scope: Scope) -> tuple[tuple[Office, ...], list[PersonKind]]:
    """The offices and the kind of person that each makes its holder."""
    found: list[tuple[Office, PersonKind]] = []
    for mention in told:
        phrase = mention.phrase
        if phrase is None:
            continue
        institution, region = complete(words, scope, phrase)
        kind = kind_of(phrase, institution)
        start, end = words.starts[phrase.first], words.ends[phrase.last - 1]
        place = Found(start, end, words.text[start:end], mention.rule, mention.confidence)
        office = Office(position_of(phrase), institution, region, place)
        if not any(replace(office, found=other.found) == other for other, _ in found):
            found.append((office, kind))
    public = any(kind == "official" for _, kind in found)
    found.sort(key=lambda row: public and row[1] != "official")  # a public office comes before one in a party or a club
    return tuple(office for office, _ in found), [kind for _, kind in found]
