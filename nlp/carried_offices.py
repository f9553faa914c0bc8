"""Offices that stand apart from their holder's name: in a sentence before it, or as a description after it."""

from __future__ import annotations

from nlp.coreference import is_short_form
from nlp.mentions import CURRENT, FORMER, NEUTRAL, Mention
from nlp.names import Words
from nlp.office_links import LINKING, TELLS_FORMER
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
        if _points_back(words, phrase) or _is_told_of(words, phrase):
            k = _last_before(result, phrase.first)
            if k is not None and _near(words, result[k].span.first, phrase.first):
                _give(result, k, phrase, "described-after-name", _tense(words, phrase))
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


def _give(mentions: list[Mention], k: int, phrase: OfficePhrase, rule: str, tense: int = NEUTRAL) -> None:
    """Put the office on the mention; a second one beside it where the mention has an office already."""
    old = mentions[k]
    new = Mention(old.span, old.name, rule, 0.6, phrase, tense)
    if old.phrase is None:
        mentions[k] = new
    else:
        mentions.insert(k + 1, new)
