"""Offices that stand apart from their holder's name: in a sentence before it, or as a description after it."""

from __future__ import annotations

from nlp.coreference import is_short_form
from nlp.mentions import Mention
from nlp.names import Words
from nlp.offices import OfficePhrase
from nlp.reporting_verbs import reporting_verbs

POINTING = frozenset({"itu", "tersebut", "ini"})
REACH_IN_SENTENCES = 3


def carry_over(words: Words, phrases: list[OfficePhrase], mentions: list[Mention]) -> list[Mention]:
    """The same mentions; those that an unnamed office belongs to have it."""
    used = {id(mention.phrase) for mention in mentions}
    named = {(mention.phrase.head.form, mention.phrase.institution) for mention in mentions if mention.phrase}
    result = list(mentions)
    for phrase in phrases:
        if id(phrase) in used or phrase.head.group == "class" or phrase.aspiring:
            continue
        if _points_back(words, phrase):
            k = _last_before(result, phrase.first)
            if k is not None and _near(words, result[k].span.first, phrase.first):
                _give(result, k, phrase, "described-after-name")
        elif (phrase.head.form, phrase.institution) not in named and _speaks(words, phrase):
            k = _first_after(result, phrase.last)
            if k is not None and _near(words, phrase.first, result[k].span.first) and not _has_office(result, k):
                _give(result, k, phrase, "carried-to-next-name")
    return result


def _points_back(words: Words, phrase: OfficePhrase) -> bool:
    """ "…," ucap Anggota DPR RI itu: the speaker of the sentences before is described, not a new one named."""
    k = phrase.last + (words.low(phrase.last) == ",")
    before = words.low(phrase.first - 1)
    return words.low(k) in POINTING and (before in reporting_verbs().bare or before == "mantan")


def _speaks(words: Words, phrase: OfficePhrase) -> bool:
    verbs = reporting_verbs()
    after = words.low(phrase.last + (words.low(phrase.last) == ","))
    return (
        words.low(phrase.first - 1) in verbs.bare and words.forms[phrase.first][0].isupper() and after not in POINTING
    )


def _near(words: Words, i: int, j: int) -> bool:
    return words.sentence[j] - words.sentence[i] <= REACH_IN_SENTENCES


def _last_before(mentions: list[Mention], i: int) -> int | None:
    return next((k for k in range(len(mentions) - 1, -1, -1) if mentions[k].span.last <= i), None)


def _first_after(mentions: list[Mention], i: int) -> int | None:
    return next((k for k, mention in enumerate(mentions) if mention.span.first >= i), None)


def _has_office(mentions: list[Mention], k: int) -> bool:
    name = mentions[k].name
    return any(
        mention.phrase and (is_short_form(name, mention.name) or is_short_form(mention.name, name))
        for mention in mentions
    )


def _give(mentions: list[Mention], k: int, phrase: OfficePhrase, rule: str) -> None:
    """Put the office on the mention; a second one beside it where the mention has an office already."""
    old = mentions[k]
    new = Mention(old.span, old.name, rule, 0.6, phrase)
    if old.phrase is None:
        mentions[k] = new
    else:
        mentions.insert(k + 1, new)
