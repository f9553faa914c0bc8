"""Tells by the words around a name whether a person without an office is a candidate or party politician."""

from __future__ import annotations

from nlp import lexicon
from nlp.people.mentions import Draft
from nlp.people.names import Words
from storage.records import PersonKind

CUES = lexicon.groups("office_words.txt")["cues"]
REACH = 9  # words on either side


def kind_by_context(words: Words, draft: Draft) -> PersonKind:
    """`candidate` when most of the places that name the person speak of candidacy or party, else `other`."""
    told = sum(_is_political(words, mention.span.begin, mention.span.end) for mention in draft.mentions)
    return "candidate" if 2 * told >= len(draft.mentions) and told else "other"


def _is_political(words: Words, first: int, last: int) -> bool:
    if words.low(last) == "-" and words.tag(last + 1) in {"name", "unknown"}:
        return True  # Melati-Cempaka, a pair
    if words.low(first - 1) == "-" and words.tag(first - 2) in {"name", "unknown"}:
        return True
    around = {*words.lows[max(0, first - REACH) : first], *words.lows[last : last + REACH]}
    return bool(around & (CUES | lexicon.groups("bodies.txt")["party"]))
