"""Offices that stand apart from their holder's name: in a sentence before it, or as a description after it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from nlp.people.coreference import is_short_form
from nlp.people.links import LINKING, TELLS_FORMER
from nlp.people.mentions import CURRENT, FORMER, NEUTRAL, Mention
from nlp.people.names import Words
from nlp.people.offices import OfficePhrase
from nlp.reporting_verbs import reporting_verbs

POINTING = frozenset({"itu", "tersebut", "ini"})
REACH_IN_SENTENCES = 3
MOST_HOLDERS = 300  # names compared: bounds the time of a text that is no article


def carry_over(words: Words, phrases: list[OfficePhrase], mentions: list[Mention]) -> list[Mention]:
    """The same mentions, in order; those that an unnamed office belongs to have it."""
    used = {id(mention.phrase) for mention in mentions}
    named = {(mention.phrase.head.form, mention.phrase.institution) for mention in mentions if mention.phrase}
    holders = sorted({mention.name for mention in mentions if mention.phrase})[:MOST_HOLDERS]
    starts = [mention.span.first for mention in mentions]
    given: dict[int, list[Mention]] = {}
    for phrase in phrases:
        if id(phrase) in used or phrase.head.group == "class" or phrase.aspiring:
            continue
        if _points_back(words, phrase) or _is_told_of(words, phrase):
            k = bisect_left(starts, phrase.first) - 1
            if k >= 0 and _near(words, starts[k], phrase.first):
                tense = _tense(words, phrase)
                given.setdefault(k, []).append(
                    replace(mentions[k], rule="described-after-name", phrase=phrase, tense=tense)
                )
        elif (phrase.head.form, phrase.institution) not in named and _speaks(words, phrase):
            k = bisect_left(starts, phrase.last)
            if k < len(starts) and _near(words, phrase.first, starts[k]) and not _is_among(mentions[k].name, holders):
                given.setdefault(k, []).append(replace(mentions[k], rule="carried-to-next-name", phrase=phrase))
    result: list[Mention] = []
    for k, mention in enumerate(mentions):
        more = [replace(other, confidence=0.6) for other in given.get(k, ())]
        result += more if more and mention.phrase is None else [mention, *more]
    return result


def _points_back(words: Words, phrase: OfficePhrase) -> bool:
    """ "…," ucap Anggota DPR RI itu: the speaker of the sentences before is described, not a new one named."""
    k = phrase.last + (words.low(phrase.last) == ",")
    before = words.low(phrase.first - 1)
    return words.low(k) in POINTING and (before in reporting_verbs().bare or before == "mantan")


def _is_told_of(words: Words, phrase: OfficePhrase) -> bool:
    """ "Saat ini ia menjabat sebagai Sekretaris …": the pronoun's office is that of the person named before."""
    k = phrase.first - 1
    while k > 0 and phrase.first - k < 6 and words.lows[k] in LINKING:
        k -= 1
    return k < phrase.first - 1 and words.low(k) in {"ia", "dia", "beliau"}


def _tense(words: Words, phrase: OfficePhrase) -> int:
    before = set(words.lows[max(0, phrase.first - 8) : phrase.first])
    return FORMER if before & TELLS_FORMER else CURRENT if before & {"kini", "sekarang", "saat"} else NEUTRAL


def _speaks(words: Words, phrase: OfficePhrase) -> bool:
    verbs = reporting_verbs()
    after = words.low(phrase.last + (words.low(phrase.last) == ","))
    return (
        words.low(phrase.first - 1) in verbs.bare and words.forms[phrase.first][0].isupper() and after not in POINTING
    )


def _near(words: Words, i: int, j: int) -> bool:
    return words.sentence[j] - words.sentence[i] <= REACH_IN_SENTENCES


def _is_among(name: str, holders: list[str]) -> bool:
    """Whether the name is a form of one that has an office."""
    return any(is_short_form(name, other) or is_short_form(other, name) for other in holders)
